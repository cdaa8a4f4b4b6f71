/* Drafts written back: reading what was written gives the same meta data and the same tree. */
#include <ctype.h>
#include <glob.h>
#include "read_fixture.h"
#include "base/file.h"
#include "write/draft.h"

/* A dump without places: what two readings must have in common. */
static void dump(const struct doc *d, struct buf *out)
{
	struct buf all = BUF_INIT;
	meta_dump(d->meta, &all);
	for (size_t i = 0; i < d->n_parts; i++)
		meta_dump(d->parts[i].meta, &all);
	doc_dump(d, &all);
	buf_clear(out);
	bool quoted = false;
	for (const char *p = all.data ? all.data : ""; *p; p++) {
		if (*p == '"')
			quoted = !quoted;
		size_t n = *p == ' ' && !quoted ? strspn(p + 1, "0123456789") : 0, k = n && p[1 + n] == ':' ? strspn(p + 2 + n, "0123456789") : 0;
		if (k && isspace((unsigned char)p[2 + n + k])) {
			p += 1 + n + k;
			continue;
		}
		buf_putc(out, *p);
	}
	buf_free(&all);
}

/* Reads, writes, reads again; *out the draft that was written. */
static void same_again(const char *dir, const char *text, size_t n, struct buf *out)
{
	struct reading r = reading_of(dir, text, n);
	struct buf first = BUF_INIT, second = BUF_INIT;
	assert_non_null(r.d);
	dump(r.d, &first);
	buf_clear(out);
	write_draft(r.d, dir, out);
	struct reading again = reading_of(dir, out->data, out->len);
	assert_non_null(again.d);
	dump(again.d, &second);
	size_t at = 0;
	while (first.data[at] && first.data[at] == second.data[at])
		at++;
	if (first.data[at] != second.data[at]) {
		while (at && first.data[at - 1] != '\n')
			at--;
		fail_msg("it comes back as\n%.300s\nand was\n%.300s\n", second.data + at, first.data + at);
	}
	buf_free(&first);
	buf_free(&second);
	reading_end(&again);
	reading_end(&r);
}

static void test_drafts_come_back(void **state)
{
	static const char *const where[] = {"samples/*.md", "tests/cases/*/draft.md"};
	struct buf out = BUF_INIT;
	size_t n_drafts = 0;
	(void)state;
	for (size_t k = 0; k < sizeof where / sizeof *where; k++) {
		glob_t g;
		assert_int_equal(glob(where[k], 0, NULL, &g), 0);
		for (size_t i = 0; i < g.gl_pathc; i++) {
			struct reading r = {.a = arena_new()};
			char *text;
			size_t n;
			diag_init(&r.g, r.a);
			assert_int_equal(file_read(r.a, g.gl_pathv[i], 1 << 20, &text, &n), 0);
			bool sound = read_draft(r.a, g.gl_pathv[i], &r.g) && r.g.n_errors == 0;
			/* blocks are drawn or filled from figures: what they gave is written, not they themselves */
			if (sound && !strstr(text, "```")) {
				same_again(file_dir(r.a, g.gl_pathv[i]), text, n, &out);
				n_drafts++;
			}
			reading_end(&r);
		}
		globfree(&g);
	}
	assert_true(n_drafts > 60);
	buf_free(&out);
}

static void body_comes_back(const char *body, const char *want)
{
	struct buf draft = BUF_INIT, out = BUF_INIT;
	buf_printf(&draft, "---\nloại: Kế hoạch\n---\n\n%s", body);
	same_again(NULL, draft.data, draft.len, &out);
	assert_string_equal(out.data + strlen("---\nloại: Kế hoạch\n---\n\n"), want ? want : body);
	buf_free(&draft);
	buf_free(&out);
}

static void test_signs_are_kept(void **state)
{
	(void)state;
	body_comes_back("Viết \\*sao\\*, \\[^1], C:\\temp, 50% và \\\\.\n", NULL);
	body_comes_back("**Về nhân lực.** Bố trí *đủ* người, ***đúng*** việc; 120 m^2^, CO~2~.\n", NULL);
	body_comes_back("**đậm *nghiêng đậm* đậm**\n", NULL);
	body_comes_back("Họ và tên: [          ] Sinh ngày: [    ]/[    ]\n", NULL);
	body_comes_back("Dòng một \\\ndòng hai\n", NULL);
	body_comes_back("1\\. không phải nhãn\n\\- không phải gạch\na\\) không\nĐiều 3\\. không\nIV\\. không\n", NULL);
	body_comes_back("\\| không phải bảng\n\\!\\[không](phải hình)\n\\{cột: 1}\n\\# không\n\\```\n", "\\| không phải bảng\n\\![không](phải hình)\n\\{cột: 1}\n\\# không\n\\```\n");
	body_comes_back("Có chú thích[^1] ở đây.\n\n[^1]: Chữ *chú thích* \\\nhai dòng.\n", NULL);
}

static void test_tables_are_kept(void **state)
{
	(void)state;
	body_comes_back("{cột: 10mm, *, 30mm; căn: giữa, đều, *}\n| TT | Nội dung | Ghi chú |\n|---|---|---|\n| 1 | a \\| b \\ c | \\<< |\n| ^^ | gộp | << |\n", "\n{cột: 10mm, *, 30mm; căn: giữa, đều, *}\n| TT | Nội dung | Ghi chú |\n|---|---|---|\n| 1 | a \\| b \\ c | \\<< |\n| ^^ | gộp | << |\n\n");
}

static void test_front_matter_needs_few_quotes(void **state)
{
	static const char draft[] =
		"---\nloại: Công văn\ncơ quan chủ quản: UBND tỉnh Lâm Bình\ncơ quan ban hành:\n  - tên: Sở Nội vụ\n    viết tắt: SNV\n  - tên: \"Sở: Tài chính\"\n    viết tắt: STC\n"
		"địa danh: \"[     ]\"\nngày: 05/6/2025\ntrích yếu: \"#1 và \\\"hai\\\" \\\\ ba\"\nkính gửi:\n  - Sở Y tế\n  - Sở Xây dựng\n"
		"nơi nhận:\n  - Như trên\n  - Lưu: VT, TCHC\nngười ký:\n  chức vụ:\n    - KT. GIÁM ĐỐC\n    - PHÓ GIÁM ĐỐC\n  họ tên: Trần Thị Bình\n---\n\nNội dung./.\n";
	struct buf out = BUF_INIT;
	(void)state;
	same_again(NULL, draft, sizeof draft - 1, &out);
	assert_non_null(strstr(out.data, "\n  - Lưu: VT, TCHC\n"));
	assert_non_null(strstr(out.data, "  - tên: Sở Nội vụ\n    viết tắt: SNV\n"));
	assert_non_null(strstr(out.data, "  chức vụ:\n    - KT. GIÁM ĐỐC\n    - PHÓ GIÁM ĐỐC\n  họ tên: Trần Thị Bình\n"));
	buf_free(&out);
}

/* What files from elsewhere hold and no draft says: it is left out so that the draft can be read. */
static void test_what_a_draft_cannot_say(void **state)
{
	struct arena *a = arena_new();
	struct doc *d = doc_new(a);
	struct pos nowhere = {0};
	struct buf out = BUF_INIT;
	(void)state;
	d->meta = ARENA_NEW(a, struct meta);
	*d->meta = (struct meta){.kind = {"Quyết định", nowhere}, .choice = {.para_after = -1}};
	struct node *main = doc_add(d, d->root, NODE_SECTION, nowhere), *annex = doc_add(d, d->root, NODE_SECTION, nowhere);
	struct node *p = doc_para(d, main, ROLE_BODY, "Có chú thích", 0, nowhere), *note = doc_add(d, NULL, NODE_FOOTNOTE, nowhere);
	note->u.footnote.number = 1;
	ARENA_PUSH(a, d->notes, d->n_notes, d->cap_notes, note);
	doc_run(d, p, RUN_FOOTNOTE, NULL, 0)->note = note;
	doc_para(d, note, ROLE_FOOTNOTE, "", 0, nowhere);
	doc_para(d, note, ROLE_FOOTNOTE, "Chữ chú thích.", 0, nowhere);
	doc_para(d, note, ROLE_FOOTNOTE, " ", 0, nowhere);
	doc_para(d, main, ROLE_BODY, "./.", 0, nowhere);
	struct node *cut = doc_para(d, main, ROLE_BODY, "Hết dòng", RUN_BOLD, nowhere);
	doc_run(d, cut, RUN_BREAK, NULL, 0);
	doc_para(d, main, ROLE_BODY, "  ", 0, nowhere);
	struct meta *m = ARENA_NEW(a, struct meta);
	*m = (struct meta){.kind = {"Quy chế", nowhere}, .place = {"Huế", nowhere}, .number = {"05", nowhere}, .choice = {.para_after = -1}};
	struct text to = {"Sở Nội vụ", nowhere};
	ARENA_PUSH(a, m->addressees.v, m->addressees.n, m->addressees.cap, to);
	struct part part = {PART_ATTACHED, m, {NULL, nowhere}, annex};
	ARENA_PUSH(a, d->parts, d->n_parts, d->cap_parts, part);
	write_draft(d, NULL, &out);
	struct reading r = reading_of(NULL, out.data, out.len);
	assert_string_equal(reading_findings(&r), "");
	assert_non_null(strstr(out.data, "\nCó chú thích[^1]\n./.\n**Hết dòng**\n\n[^1]: Chữ chú thích.\n\n---\nvăn bản kèm theo: Quy chế\n---\n"));
	reading_end(&r);
	buf_free(&out);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_signs_are_kept), cmocka_unit_test(test_tables_are_kept), cmocka_unit_test(test_front_matter_needs_few_quotes),
		cmocka_unit_test(test_what_a_draft_cannot_say), cmocka_unit_test(test_drafts_come_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
