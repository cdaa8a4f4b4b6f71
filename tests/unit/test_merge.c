/* Templates filled: what a value may hold never changes what the document is, and prints as those signs; findings point into the
 * template. */
#include "read_fixture.h"
#include "base/file.h"
#include "base/utf8.h"
#include "compose/merge.h"
#include <sys/stat.h>
#include <unistd.h>

struct filling {
	struct arena *a;
	struct diag g;
	struct merged m;
	struct doc *d;
	struct buf text;
};

static struct filling fill(const char *template, const char *key, const char *value)
{
	struct filling f = {.a = arena_new()};
	diag_init(&f.g, f.a);
	struct template *t = merge_open(f.a, "mau.md", NULL, template, strlen(template), &f.g);
	struct value *root = value_map(f.a), *list = value_list(f.a);
	for (int i = 0; i < 2; i++)
		value_add(f.a, list, value_map(f.a));
	value_put(f.a, root, key, value_text(f.a, value));
	value_put(f.a, root, "hai", list);
	if (t && merge(f.a, t, root, &f.m, &f.g))
		f.d = read_merged(f.a, "mau.md", NULL, &f.m, &f.g);
	return f;
}

static void end(struct filling *f)
{
	buf_free(&f->text);
	arena_free(f->a);
}

static const char *findings(struct filling *f)
{
	buf_clear(&f->text);
	buf_puts(&f->text, "");
	for (size_t i = 0; i < f->g.n; i++)
		buf_printf(&f->text, "%s%s:%u:%u %s", i ? ", " : "", f->g.items[i].pos.file, f->g.items[i].pos.line, f->g.items[i].pos.col,
			f->g.items[i].msg->id);
	return f->text.data;
}

/* ---- what comes out ---- */

static void expect(const char *template, const char *value, const char *want)
{
	struct filling f = fill(template, "x", value);
	if (!f.m.text || strcmp(f.m.text, want))
		print_error("findings: %s\n", findings(&f));
	assert_string_equal(f.m.text, want);
	end(&f);
}

#define FRONT "---\nloại: Báo cáo\n---\n"

static void escapes(void **state)
{
	(void)state;
	expect(FRONT "{{x}}\n", "# I. A", FRONT "\\# I\\. A\n");
	expect(FRONT "{{x}} và {{{x}}}, {{&x}}\n", "a*b", FRONT "a\\*b và a\\*b, a\\*b\n");
	expect(FRONT "{{x}}\n", "---", FRONT "\\-\\-\\-\n");
	expect(FRONT "{{x}}\n", "{{y}}", FRONT "\\{\\{y\\}\\}\n");
	expect(FRONT "Kết quả: {{x}}\n", "một\r\n\n hai \xC2\xA0", FRONT "Kết quả: một\\\nhai\n");
	expect(FRONT "| A |\n|---|\n| {{x}} |\n", "a|b\nc", FRONT "| A |\n|---|\n| a\\|b\\ c |\n");
	expect(FRONT "| A |\n|---|\n| {{x}} |\n", "---", FRONT "| A |\n|---|\n| \\-\\-\\- |\n");
	expect("---\nsố: {{x}} # ghi chú\n---\n", "a: b #c \"d\" \\e", "---\nsố: \"a: b #c \\\"d\\\" \\\\e\" # ghi chú\n---\n");
	expect("---\nsố: {{x}}\n---\n", "", "---\nsố: \n---\n");
	expect("---\nnơi nhận: [Như trên, {{x}}, \"Lưu: VT, {{x}}\"]\n---\n", "A], \"B\"",
		"---\nnơi nhận: [Như trên, \"A], \\\"B\\\"\", \"Lưu: VT, A], \\\"B\\\"\"]\n---\n");
	expect("---\nnơi nhận:\n- {{x}}\n- Lưu: VT, {{x}}\n---\n", "A: b", "---\nnơi nhận:\n- \"A: b\"\n- \"Lưu: VT, A: b\"\n---\n");
	expect("---\nngười ký: {chức vụ: Giám đốc, họ tên: {{x}}}\n---\n", "A, b: c}", "---\nngười ký: {chức vụ: Giám đốc, họ tên: \"A, b: c}\"}\n---\n");
	expect("---\ntrích yếu: Kết quả\n  của {{x}}\n---\n", "- a", "---\ntrích yếu: \"Kết quả\n  của - a\"\n---\n");
	expect("---\nloại: A\n---\n---\nphụ lục: Danh mục {{x}}\n---\n", "# b", "---\nloại: A\n---\n---\nphụ lục: \"Danh mục # b\"\n---\n");
	expect("---\ntrích yếu: Về {{x}}\n---\n", "[@a] \\ b", "---\ntrích yếu: \"Về \\\\[@a] \\\\\\\\ b\"\n---\n");
}

/* ---- the property ---- */

static void shape(struct buf *out, const struct node *n)
{
	buf_printf(out, "(%d", (int)n->kind);
	if (n->kind == NODE_PARA)
		buf_printf(out, " r%d l%d", (int)n->u.para.role, (int)n->u.para.label);
	for (const struct node *k = n->first; k; k = k->next)
		shape(out, k);
	buf_putc(out, ')');
}

/* Text of all paragraphs, '\n' for breaks inside them and '\v' between them; pictures have none. */
static void words(struct filling *f, struct buf *out, const struct node *n)
{
	if (n->kind == NODE_PARA) {
		for (size_t i = 0; i < n->u.para.n_runs; i++) {
			const struct run *r = &n->u.para.runs[i];
			buf_puts(out, r->kind == RUN_BREAK ? "\n" : r->kind == RUN_TEXT ? r->text : "?");
		}
		buf_putc(out, '\v');
	}
	for (const struct node *k = n->first; k; k = k->next)
		words(f, out, k);
}

static void texts(struct buf *out, const char *s)
{
	buf_printf(out, "%s\v", s ? s : "");
}

/* "trích yếu" and its like hold the escape of "[@" until citations are resolved, and are in one line. */
static const char *bare(struct arena *a, const char *s)
{
	struct buf b = BUF_INIT;
	for (; *s; s++)
		if (s[0] != '\\' || s[1] != '[' || s[2] != '@')
			buf_putc(&b, *s);
	const char *r = arena_strndup(a, b.data ? b.data : "", b.len);
	buf_free(&b);
	return r;
}

/* What the front matter says. */
static void front(struct arena *a, struct buf *out, const struct meta *m)
{
	texts(out, m->kind.s);
	texts(out, m->number.s);
	texts(out, bare(a, m->subject.s));
	for (size_t i = 0; i < m->recipients.n; i++)
		texts(out, m->recipients.v[i].s);
	for (size_t i = 0; i < m->addressees.n; i++)
		texts(out, m->addressees.v[i].s);
	for (size_t i = 0; i < m->bases.n; i++)
		texts(out, bare(a, m->bases.v[i].s));
	for (size_t i = 0; i < m->n_signers; i++)
		texts(out, m->signers[i].name.s);
}

static const char template[] = "---\n"
	"loại: Báo cáo\n"
	"số: {{x}}\n"
	"cơ quan ban hành: [{tên: A {{x}} b, viết tắt: {{x}}}]\n"
	"trích yếu: {{x}} của\n  {{x}} và\n  {{{x}}}   # hết {{x}}\n"
	"kính gửi: [{{x}}!, B {{&x}}!, \"C {{x}}!\", 'D {{x}}!']\n"
	"nơi nhận:\n- {{x}}!\n- E {{x}}!\n- \"Lưu: {{x}}!\"\n" /* the form drops a \";\" at their ends */
	"căn cứ: |\n  Căn cứ {{x}};\n  {{x}}\n"
	"người ký:\n  chức vụ: {{x}}\n  họ tên: {{x}} # {{x}}\n"
	"---\n"
	"{{x}}\n"
	"Căn cứ {{x}}\n"
	"- {{x}}\n"
	"1. {{x}} a {{x}}\n"
	"# {{x}}\n"
	"**{{x}} b**\n"
	"I. {{x}}\n"
	"Chương I\n"
	"{{x}}\n"
	"Điều 1. {{x}}\n"
	"Điều kiện: {{x}} {{x}}\n"
	"QUYẾT {{x}}\n"
	"{{x}} [^1]\n"
	"[^1]: {{x}} c\n"
	"{cột: 20mm, *}\n"
	"| A {{x}} | {{x}} |\n"
	"|---|---|\n"
	"| {{x}} | {{x}} |\n"
	"{{#hai}}| {{x}} | d {{x}} |\n{{/hai}}"
	"\n---\nphụ lục: Danh mục {{x}}\nkèm theo: {{x}}\n---\n"
	"{{x}}\n"
	"---\n"
	"{{x}}\n";

static const char *const parts[] = {"# I. ", "| x |", "---", "\n---\n", "phụ lục: A", "{{x}}", "```", "```biểu đồ", "[^1]", "[^1]: a", "[@57-NQ/TW]", "*", "**",
	"***", "^", "^^", "<<", "~", "\\", "\\\\", "\\ ", "`", "- ", "+ ", "1.", "1. ", "a) ", "đ)", "I. ", "I.", "Điều 1. ", "Chương I", "Mục 1", "Phần thứ nhất",
	"QUYẾT ĐỊNH:", "Căn cứ ", ";", ".", ",", ":", ": ", "loại: Tờ trình", " #", "#", "\"", "'", "\"\"", "[", "]", "{", "}", "[a, b]", "{cột: 1mm}", "![a](b.png)",
	"&a", "!b", "*c", "|", "|-", ">", "\n", "\r\n", "\t", " ", "  ", "\xC2\xA0", "\xE2\x80\x8B", "\x01", "ê\xCC\xA3", "\xCC\x89", "ậ", "A", "SỞ TÀI CHÍNH", "x",
	"“", "”", "\xFF", "<b>", "%", "%s", "…", "0", "quý", "./.", "\xF0\x9F\x98\x80", "\xE2\x80\xA8", "=", "@", "- a\n- b"};

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* The value as it must print: NFC, spaces as the manual says. */
static const char *printed(struct arena *a, const char *s, bool lines)
{
	struct buf b = BUF_INIT;
	size_t n;
	const char *t = utf8_nfc(a, s, strlen(s), &n), *e = t + n;
	for (const char *p = t; p < e;) {
		const char *at = p;
		uint32_t c = utf8_next(&p, e);
		if (utf8_is_invisible(c))
			continue;
		if (c == '\n' || c == '\r' || c == 0x2028) {
			while (b.len && b.data[b.len - 1] == ' ')
				b.data[--b.len] = 0;
			if (b.len && b.data[b.len - 1] != '\n')
				buf_putc(&b, '\n');
		} else if (c == ' ' || c == '\t' || c == 0xA0 || utf8_is_control(c)) {
			if (b.len && b.data[b.len - 1] != '\n')
				buf_putc(&b, ' ');
		} else {
			buf_put(&b, at, (size_t)(p - at));
		}
	}
	while (b.len && (b.data[b.len - 1] == ' ' || b.data[b.len - 1] == '\n'))
		b.data[--b.len] = 0;
	for (size_t i = 0; i < b.len && !lines; i++)
		if (b.data[i] == '\n')
			b.data[i] = ' ';
	const char *r = utf8_nfc(a, arena_strndup(a, b.data ? b.data : "", b.len), b.len, &n);
	buf_free(&b);
	return r;
}

/* A text with each '\1' replaced, and each '\2' by the value in one line. */
static const char *with(struct arena *a, const char *s, const char *value)
{
	struct buf b = BUF_INIT;
	for (; *s; s++)
		if (*s == '\1' || *s == '\2')
			for (const char *p = value; *p; p++)
				buf_putc(&b, *p == '\n' && *s == '\2' ? ' ' : *p);
		else
			buf_putc(&b, *s);
	size_t n;
	const char *r = utf8_nfc(a, arena_strndup(a, b.data ? b.data : "", b.len), b.len, &n);
	buf_free(&b);
	return r;
}

struct printing { struct buf shape, words, front, annex; };

static void look(struct filling *f, struct printing *p)
{
	shape(&p->shape, f->d->root);
	words(f, &p->words, f->d->root);
	front(f->a, &p->front, f->d->meta);
	for (size_t i = 0; i < f->d->n_parts; i++) {
		texts(&p->annex, bare(f->a, f->d->parts[i].meta->subject.s));
		texts(&p->annex, bare(f->a, f->d->parts[i].meta->attached_note.s));
	}
}

static void look_end(struct printing *p)
{
	struct buf *const all[] = {&p->shape, &p->words, &p->front, &p->annex};
	for (int i = 0; i < 4; i++)
		buf_free(all[i]);
}

static void same(const char *what, const char *value, const char *got, const char *want)
{
	if (strcmp(got, want))
		print_error("%s of the value <%s>\n", what, value);
	assert_string_equal(got, want);
}

static void try_value(const char *value, const struct printing *plain)
{
	struct filling f = fill(template, "x", value);
	struct printing p = {.shape = BUF_INIT};
	if (!f.d || f.g.n)
		print_error("value <%s>: %s\n%s\n", value, findings(&f), f.m.text);
	assert_non_null(f.d);
	assert_int_equal(f.g.n, 0);
	look(&f, &p);
	same("structure", value, p.shape.data, plain->shape.data);
	same("text", value, with(f.a, p.words.data, ""), with(f.a, plain->words.data, printed(f.a, value, true)));
	same("front matter", value, p.front.data, with(f.a, plain->front.data, printed(f.a, value, false)));
	same("annex", value, p.annex.data, with(f.a, plain->annex.data, printed(f.a, value, false)));
	look_end(&p);
	end(&f);
}

static void hostile(void **state)
{
	(void)state;
	uint32_t seed = 4;
	/* the plain word is replaced by \1 in what is compared with */
	struct filling f = fill(template, "x", "zqz");
	struct printing plain = {.shape = BUF_INIT};
	assert_non_null(f.d);
	assert_string_equal(findings(&f), "");
	look(&f, &plain);
	struct buf *const all[] = {&plain.words, &plain.front, &plain.annex};
	for (int i = 0; i < 3; i++) {
		char *o = all[i]->data;
		for (const char *s = all[i]->data; *s;)
			if (!strncmp(s, "zqz", 3))
				*o++ = '\1', s += 3;
			else
				*o++ = *s++;
		*o = 0;
	}
	*strstr(plain.words.data, "\1 b\v") = '\2'; /* in bold, which ends with the line */
	size_t n_parts = sizeof parts / sizeof *parts;
	for (int round = 0; round < 1500; round++) {
		struct buf v = BUF_INIT;
		size_t k = round < (int)n_parts ? 1 : 1 + next(&seed) % 6;
		for (size_t i = 0; i < k; i++)
			buf_puts(&v, parts[round < (int)n_parts ? (size_t)round : next(&seed) % n_parts]);
		if (*printed(f.a, v.data, true)) /* nothing is a case of its own */
			try_value(v.data, &plain);
		buf_free(&v);
	}
	look_end(&plain);
	end(&f);
}

/* ---- places ---- */

static void faults(void **state)
{
	(void)state;
	static const struct { const char *template, *want; } t[] = {
		{"---\nloại: Báo cáo\nsai khóa: {{x}}\n---\nA\n", "mau.md:3:1 unknown-key"},
		{"---\nloại: Báo cáo\n---\n{{#hai}}\n{{x}} [^{{! }}9]\n{{/hai}}\n", "mau.md:5:7 footnote-undefined, mau.md:5:7 footnote-undefined"},
		{"---\nloại: Báo cáo\n---\n{{! một\nhai }}\n| {{x}} |\n", "mau.md:6:1 table-no-rule"},
		{"---\nngày: {{x}}\n---\nA\n", "mau.md:2:7 bad-date"},
		{"---\nloại: Báo cáo\n---\n{{xx}}\n", "mau.md:4:1 unknown-name"},
		{"---\n{{x}}: A\n---\nA\n", "mau.md:2:1 value-key, mau.md:2:1 unknown-key"},
		{"---\nloại: Báo cáo\n---\n{{> khac}}\n", "mau.md:4:1 partial"},
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct filling f = fill(t[i].template, "x", "a\nb");
		assert_string_equal(findings(&f), t[i].want);
		end(&f);
	}
}

/* Partials come from the template's folder alone; findings name the partial. */
static void partials(void **state)
{
	(void)state;
	char dir[] = "/tmp/vanban-merge-XXXXXX";
	assert_non_null(mkdtemp(dir));
	struct arena *a = arena_new();
	const char *sub = file_join(a, dir, "trong"), *inner = file_join(a, sub, "than.md"), *outer = file_join(a, dir, "ngoai.md");
	assert_int_equal(file_mkdirs(sub), 0);
	assert_int_equal(file_put(inner, "A\n{{yy}}\n", 9), 0);
	assert_int_equal(file_put(outer, "B\n", 2), 0);
	assert_int_equal(symlink(outer, file_join(a, sub, "noi.md")), 0);
	static const struct { const char *tag, *want; } t[] = {{"{{> than}}", "than.md:2:1 unknown-name"}, {"{{> than.md}}", "than.md:2:1 unknown-name"},
		{"{{> ../ngoai}}", "m.md:1:1 partial"}, {"{{> /etc/passwd}}", "m.md:1:1 partial"}, {"{{> noi}}", "m.md:1:1 partial"}, {"{{> khong}}", "m.md:1:1 partial"}};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct diag g;
		struct merged m;
		struct buf b = BUF_INIT;
		diag_init(&g, a);
		struct template *x = merge_open(a, "m.md", sub, t[i].tag, strlen(t[i].tag), &g);
		if (x)
			merge(a, x, value_map(a), &m, &g);
		assert_int_equal(g.n, 1);
		buf_printf(&b, "%s:%u:%u %s", file_base(g.items[0].pos.file), g.items[0].pos.line, g.items[0].pos.col, g.items[0].msg->id);
		assert_string_equal(b.data, t[i].want);
		buf_free(&b);
	}
	unlink(file_join(a, sub, "noi.md"));
	unlink(inner);
	unlink(outer);
	rmdir(sub);
	rmdir(dir);
	arena_free(a);
}

static void names(void **state)
{
	(void)state;
	static const char text[] = "{{a}} {{#nhiệm vụ}}{{nội dung}} {{#x.y}}{{a}}{{/x.y}}{{^z}}{{a}}{{/z}}{{/nhiệm vụ}} {{a}}";
	struct arena *a = arena_new();
	struct diag g;
	struct buf b = BUF_INIT;
	size_t n;
	diag_init(&g, a);
	struct template *t = merge_open(a, "m", NULL, text, strlen(text), &g);
	assert_non_null(t);
	struct merge_name *v = merge_names(a, t, &n);
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s/%s %d; ", v[i].inside, v[i].fold, (int)v[i].use);
	assert_string_equal(b.data, "/a 0; /nhiemvu 1; nhiemvu/noidung 0; nhiemvu/x.y 1; y/a 0; nhiemvu/z 2; nhiemvu/a 0; ");
	buf_free(&b);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(escapes), cmocka_unit_test(hostile), cmocka_unit_test(faults), cmocka_unit_test(partials),
		cmocka_unit_test(names)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
