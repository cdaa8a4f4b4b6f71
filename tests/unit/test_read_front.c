/* Front matter: writing, keys, values, the office's constants. */
#include "read_fixture.h"
#include "base/file.h"
#include "read/front.h"
#include <unistd.h>

static void keys_are_folded_as_the_tables_say(void **state)
{
	struct arena *a = arena_new();
	(void)state;
	const struct key *const tables[] = {front_keys, front_signer_keys, front_issuer_keys};
	for (int i = 0; i < 3; i++)
		for (const struct key *k = tables[i]; k->name; k++) {
			assert_string_equal(viet_fold(a, k->name), k->fold);
			assert_int_not_equal(front_want(k->fold), YAML_UNKNOWN);
		}
	arena_free(a);
}

static void texts_are_taken_as_typed(void **state)
{
	(void)state;
	static const struct { const char *value, *want; } t[] = {
		{"Về việc: abc", "Về việc: abc"}, {"01", "01"}, {"1.10", "1.10"}, {"Có", "Có"}, {"5/2025", "5/2025"}, {"null", "null"},
		{"a # ghi chú", "a"}, {"a#b", "a#b"}, {"C# b", "C# b"}, {"“ngoặc”", "“ngoặc”"}, {"\"a\" b", "\"a\" b"}, {"'a' b", "'a' b"},
		{"\"a # b\"", "a # b"}, {"\"a \\\"b\\\" \\\\ \\u0111\\x41\"  # c", "a \"b\"\nđA"}, {"a \\ b", "a\nb"}, {"a\\\n  b \\\\ c \\d", "a\nb \\ c \\d"}, {"\\ a \\ \\ b \\", "a\nb \\"}, {"'it''s'", "it's"}, {"'a\\n'", "a\\n"},
		{"[a, b]", "[a, b]"}, {"{a: b}", "{a: b}"}, {"- a", "- a"}, {"@a `b` %c", "@a `b` %c"}, {"* a", "* a"}, {"& a", "& a"}, {"! a", "! a"},
		{"**a**", "**a**"}, {"| a", "| a"}, {"> 5", "> 5"}, {"[  ]/a", "\u00A0\u00A0/a"}, {"a [ ] b", "a \u00A0 b"}, {"[]", "[]"},
		{"\"a\\nb\"", "a b"}, {"? a", "? a"}, {"a\tb", "a b"}, {"a  b", "a  b"}, {"~", "~"},
		{"\n  một\n  hai", "một hai"}, {"một\n  hai\n\n  ba", "một hai ba"}, {"|\n  một\n  hai", "một hai"}, {">-\n  một\n  hai", "một hai"},
		{"\"một\n  hai\\\n  ba\"", "một haiba"}, {"'một\n\n  hai'", "một  hai"},
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct buf b = BUF_INIT;
		buf_printf(&b, "---\ntrích yếu: %s\nsố: 5\n---\nx", t[i].value);
		struct reading r = reading_of(NULL, b.data, b.len);
		assert_string_equal(reading_findings(&r), "");
		assert_string_equal(r.d->meta->subject.s, t[i].want);
		assert_string_equal(r.d->meta->number.s, "5");
		reading_end(&r);
		buf_free(&b);
	}
}

static void lists_of_texts(void **state)
{
	(void)state;
	static const struct { const char *value, *want; } t[] = {
		{"A", "A"}, {"[A, B]", "A|B"}, {"[A, \"B, C\", ]", "A|B, C"}, {"[]", ""}, {"", ""}, {"\n- A\n- B: C", "A|B: C"}, {"\n  - A\n  -  B\n    C", "A|B C"},
		{"|\n  A\n  B;", "A|B"}, {"[A: b, C]", "A: b|C"}, {"[A\n  B,\n  # x\n  C] # y", "A B|C"}, {"[ [  ] x, y]", "\u00A0\u00A0 x|y"},
		{"\n  - \"A # b\" # c\n  - 'B'\n  -\n  - Lưu: VT, X.", "A # b|B|Lưu: VT, X"}, {"[A; B;, C]", "A; B|C"}, {"[A (x, y]", "A (x|y"},
		{"\n  - [A]\n  - {B}", "[A]|{B}"}, {"\n  -\n    A\n    B\n  - C", "A B|C"},
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct buf b = BUF_INIT, got = BUF_INIT;
		buf_printf(&b, "---\nnơi nhận: %s\nsố: 5\n---\nx", t[i].value);
		struct reading r = reading_of(NULL, b.data, b.len);
		assert_string_equal(reading_findings(&r), "");
		buf_puts(&got, "");
		for (size_t k = 0; k < r.d->meta->recipients.n; k++)
			buf_printf(&got, "%s%s", k ? "|" : "", r.d->meta->recipients.v[k].s);
		assert_string_equal(got.data ? got.data : "", t[i].want);
		assert_string_equal(r.d->meta->number.s, "5");
		reading_end(&r);
		buf_free(&b);
		buf_free(&got);
	}
}

static void keys_in_all_their_spellings(void **state)
{
	(void)state;
	expect_meta("---\ntrich-yeu: a\nNOI_NHAN: b\n\"kính gửi\": c\nĐộ Khẩn: hoả tốc\n---\nx",
		"urgency 5:10 \"hoa-toc\"\nsubject 2:12 \"a\"\naddressee 4:13 \"c\"\nrecipient 3:11 \"b\"\n");
	expect_findings("---\nkinh gui: a\nkính-gửi: b\n---\nx", "3:1 duplicate-key");
	expect_findings("---\nnoi nhan: a\nnoi nhạm: b\nhoàn toàn khác: c\n---\nx", "3:1 unknown-key, 4:1 unknown-key");
}

static void nearest_key_is_named(void **state)
{
	(void)state;
	static const struct { const char *key, *near; } t[] = {{"nơi nhậng", "nơi nhận"}, {"trich yeeu", "trích yếu"},
		{"cơ quan ban hàng", "cơ quan ban hành"}, {"người kí", "người ký"}, {"zzzz", NULL}};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct buf b = BUF_INIT;
		buf_printf(&b, "---\n%s: x\n---\nx", t[i].key);
		struct reading r = reading_of(NULL, b.data, b.len);
		assert_int_equal(r.g.n, 1);
		if (t[i].near)
			assert_non_null(strstr(r.g.items[0].text, t[i].near));
		else
			assert_null(strstr(r.g.items[0].text, "mean"));
		reading_end(&r);
		buf_free(&b);
	}
}

static void dates(void **state)
{
	(void)state;
	static const struct { const char *s; int d, m, y; } good[] = {{"15/5/2025", 15, 5, 2025}, {"2025-05-15", 15, 5, 2025}, {"5/2025", 0, 5, 2025},
		{"", 0, 0, 0}, {"[  ]/5/2025", 0, 5, 2025}, {"29/2/2024", 29, 2, 2024}, {"\"1/1/2026\"", 1, 1, 2026}};
	static const char *const bad[] = {"30/2/2025", "31/4/2025", "29/2/2023", "0/1/2025", "13/2025", "hôm nay", "15/5/25x", "[1/1/2025]"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		char draft[200];
		snprintf(draft, sizeof draft, "---\nngày: %s\n---\nx", good[i].s);
		struct reading r = reading_of(NULL, draft, strlen(draft));
		assert_string_equal(reading_findings(&r), "");
		assert_int_equal(r.d->meta->date.day, good[i].d);
		assert_int_equal(r.d->meta->date.month, good[i].m);
		assert_int_equal(r.d->meta->date.year, good[i].y);
		reading_end(&r);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		char draft[200];
		snprintf(draft, sizeof draft, "---\nngày: %s\n---\nx", bad[i]);
		expect_findings(draft, "2:7 bad-date");
	}
}

static void layout_choices(void **state)
{
	(void)state;
	expect_meta("---\ncỡ chữ: 14pt\ngiãn dòng: 1,15\ncách đoạn: 0pt\nlùi đầu dòng: 1 cm\nlề trên: 20mm\nlề dưới: 2cm\nlề trái: 30 mm\nlề phải: 1.5cm\nhướng: Ngang\n---\nx",
		"landscape\nbody-hp 28\nline-multiple 1.15\npara-after 0\nindent 567\nmargin-top 1134\nmargin-bottom 1134\nmargin-left 1701\nmargin-right 850\n");
	expect_meta("---\nmục lục: có\n---\nx", "toc 2:10 3\n");
	expect_meta("---\nmục lục: 2\n---\nx", "toc 2:10 2\n");
	expect_meta("---\nmục lục: không\n---\nx", "");
	static const char *const bad[] = {"cỡ chữ: 13.3", "cỡ chữ: to", "cỡ chữ: 0", "cỡ chữ: 1e3", "giãn dòng: 0", "giãn dòng: 18 mm", "cách đoạn: 6",
		"cách đoạn: -6pt", "lề trên: 99999mm", "lề trên: 1 1mm", "hướng: xéo", "mục lục: 4", "thể thức: xyz", "độ khẩn: gấp", "lề trái: nan mm"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		char draft[200];
		snprintf(draft, sizeof draft, "---\n%s\n---\nx", bad[i]);
		struct reading r = reading_of(NULL, draft, strlen(draft));
		assert_int_equal(r.g.n_errors, 1);
		assert_int_equal(r.g.items[0].pos.line, 2);
		reading_end(&r);
	}
}

static void issuers_and_signers(void **state)
{
	(void)state;
	expect_meta("---\ncơ quan ban hành: [Sở A, Sở B]\ncơ quan chủ quản: UBND tỉnh\nviết tắt: [SA, SB]\n---\nx",
		"issuer\n  parent 3:19 \"UBND tỉnh\"\n  name 2:20 \"Sở A\"\n  abbr 4:12 \"SA\"\n"
		"issuer\n  parent 3:19 \"UBND tỉnh\"\n  name 2:26 \"Sở B\"\n  abbr 4:16 \"SB\"\n");
	expect_meta("---\ncác cơ quan:\n- tên: Sở A\n  chủ quản: [B, C]\n  viết tắt: SA\n- {tên: Sở D}\n- Sở: một\n---\nx",
		"issuer\n  parent 4:14 \"B\"\n  parent 4:17 \"C\"\n  name 3:8 \"Sở A\"\n  abbr 5:13 \"SA\"\nissuer\n  name 6:9 \"Sở D\"\nissuer\n  name 7:3 \"Sở: một\"\n");
	expect_meta("---\nchủ tọa: {chức vụ: Giám đốc, họ tên: A}\nthư ký: B\n---\nx",
		"signer\n  name 3:9 \"B\"\n  role 3:1 \"thư ký\"\nsigner\n  title 2:20 \"Giám đốc\"\n  name 2:38 \"A\"\n  role 2:1 \"chủ tọa\"\n");
	expect_meta("---\nngười ký: Trần A\n---\nx", "signer\n  name 2:11 \"Trần A\"\n");
	expect_findings("---\nngười ký:\n  - {tuổi: 5}\n  - [a]\nviết tắt: [A, B]\ncơ quan ban hành: {viết tắt: X}\n---\nx",
		"3:6 unknown-key, 4:5 not-a-mapping, 5:12 abbreviation-count, 6:19 issuer-name");
}

static void writing_faults_show_their_line(void **state)
{
	(void)state;
	static const struct { const char *front, *want; } t[] = {
		{"loại:Tờ trình", "2:5 no-space-after-colon"},
		{"loại Tờ trình", "2:1 no-key"},
		{"\tloại: a", "2:1 tab-indent"},
		{"nơi nhận:\n\t- a", "3:1 tab-indent"},
		{"nơi nhận:\n -a\n -b", "3:2 no-space-after-dash, 4:2 no-space-after-dash"},
		{"nơi nhận:\n-a\nsố: 1", "3:1 no-space-after-dash"},
		{"nơi nhận: [“a, b”]", "2:12 smart-quote"},
		{"nơi nhận: [a, b\nsố: 1", "2:11 bracket-open"},
		{"người ký: {chức vụ: a\nsố: 1", "2:11 bracket-open"},
		{"người ký: {chức vụ: [a, b}", "2:21 bracket-open"},
		{"nơi nhận: [a] b\n  c", "2:14 after-bracket"},
		{"người ký: {\"a\" b}", "2:16 no-comma"},
		{"số: \"a", "2:5 quote-open"},
		{"số: 'a\nký hiệu: b'", "2:5 quote-open"},
		{"số: \"\\q\"", "2:6 escape"},
		{"số: \"\\u00\"", "2:6 escape"},
		{"số: \"\\x00\"", "2:6 escape"},
		{"số: \"\\ud800\"", "2:6 escape"},
		{"số: *a", "2:5 alias"},
		{"số: &a b", "2:5 anchor"},
		{"số: !!str b", "2:5 tag"},
		{"<<: *a", "2:1 unknown-key, 2:5 alias"},
		{"số: 1\n  ký hiệu: a", "3:3 key-indent"},
		{"nơi nhận: a\n  - b", "3:3 item-under-value"},
		{"nơi nhận:\n  - a\n - b", "4:2 indent"},
		{"nơi nhận:\n  - a\n b: c", "4:2 key-indent"},
		{"  số: 1\nký hiệu: a", "3:1 indent"},
		{"số:\n  ký hiệu: a", "3:3 key-indent"},
		{"số: [a]\nký hiệu:\n  - a", "4:3 not-text"},
		{"độ mật: Mật", "2:1 secret"},
		{"phụ lục: a", "2:1 key-place"},
		{"loại: Tờ chình", "2:7 unknown-kind"},
		{"- a", "2:1 no-key"},
		{": a", "2:1 no-key"},
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct buf b = BUF_INIT;
		buf_printf(&b, "---\n%s\n---\nx", t[i].front);
		struct reading r = reading_of(NULL, b.data, b.len);
		if (strcmp(reading_findings(&r), t[i].want))
			print_error("%s\n", t[i].front);
		assert_string_equal(reading_findings(&r), t[i].want);
		reading_end(&r);
		buf_free(&b);
	}
	expect_findings("Không có khối đầu.\n", "1:1 no-front-matter");
	expect_findings("---\nsố: 1\n\nChữ.\n", "1:1 front-matter-open");
}

/* ---- vanban.yaml ---- */

static void put_file(struct arena *a, const char *dir, const char *name, const char *text)
{
	assert_int_equal(file_write(file_join(a, dir, name), text, strlen(text)), 0);
}

static void expect_office(const char *dir, const char *front, const char *want)
{
	struct buf b = BUF_INIT;
	buf_printf(&b, "---\n%s---\nx", front);
	struct reading r = reading_of(dir, b.data, b.len);
	assert_string_equal(reading_findings(&r), "");
	buf_clear(&r.text);
	for (size_t i = 0; i < r.d->meta->n_issuers; i++) {
		const struct issuer *s = &r.d->meta->issuers[i];
		buf_printf(&r.text, "%s/%s/%s ", s->parents.n ? s->parents.v[0].s : "", s->name.s ? s->name.s : "", s->abbr.s ? s->abbr.s : "");
	}
	buf_printf(&r.text, "%s", r.d->meta->place.s ? r.d->meta->place.s : "-");
	for (size_t i = 0; i < r.d->meta->n_signers; i++)
		buf_printf(&r.text, " %s", r.d->meta->signers[i].name.s);
	buf_printf(&r.text, " %d", r.d->meta->choice.body_hp);
	assert_string_equal(r.text.data, want);
	reading_end(&r);
	buf_free(&b);
}

static void office_constants(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	char top[] = "/tmp/vanban-read-XXXXXX";
	assert_non_null(mkdtemp(top));
	char *low = file_join(a, top, "a/b");
	assert_int_equal(file_mkdirs(low), 0);
	put_file(a, top, "vanban.yaml", "# hằng số\ncơ quan chủ quản: UBND\ncơ quan ban hành: Sở A\nviết tắt: SA\nđịa danh: Huế\nngười ký: {họ tên: X}\ncỡ chữ: 13\n");
	expect_office(low, "", "UBND/Sở A/SA Huế X 26");
	expect_office(low, "địa danh: Vinh\nngười ký: Y\ncỡ chữ: 14\n", "UBND/Sở A/SA Vinh Y 28");
	expect_office(low, "cơ quan ban hành: Sở B\n", "/Sở B/ Huế X 26");
	expect_office(low, "cơ quan ban hành: SỞ A\n", "UBND/SỞ A/SA Huế X 26");
	expect_office(low, "viết tắt: SSA\ncơ quan chủ quản:\n", "/Sở A/SSA Huế X 26");
	expect_office(low, "địa danh:\n", "UBND/Sở A/SA - X 26");
	put_file(a, low, "vanban.yaml", "---\nđịa danh: Vinh\n---\n"); /* the nearest alone counts */
	expect_office(low, "", "Vinh 0");
	put_file(a, low, "vanban.yaml", "ngày: 1/1/2025\nđịa danh: [a\nsố:1\n");
	struct reading r = reading_of(low, "---\nsố: 1\n---\nx", 17);
	assert_string_equal(reading_findings(&r), "1:1 key-place, 3:3 no-space-after-colon");
	assert_non_null(strstr(r.g.items[0].pos.file, "vanban.yaml"));
	reading_end(&r);
	unlink(file_join(a, low, "vanban.yaml"));
	unlink(file_join(a, top, "vanban.yaml"));
	rmdir(low);
	rmdir(file_join(a, top, "a"));
	rmdir(top);
	arena_free(a);
}

/* ---- the golden front matter ---- */

static void golden_front_matter(void **state)
{
	(void)state;
	static const char *const names[] = {"read-front", "read-parts"};
	for (int i = 0; i < 2; i++) {
		struct reading r = {.a = arena_new()};
		char path[100], *want;
		size_t n;
		diag_init(&r.g, r.a);
		snprintf(path, sizeof path, "tests/cases/%s/draft.md", names[i]);
		r.d = read_draft(r.a, path, &r.g);
		assert_non_null(r.d);
		meta_dump(r.d->meta, &r.text);
		for (size_t k = 0; k < r.d->n_parts; k++) {
			buf_printf(&r.text, "part %d %s\n", r.d->parts[k].kind, r.d->parts[k].label.s ? r.d->parts[k].label.s : "-");
			meta_dump(r.d->parts[k].meta, &r.text);
		}
		snprintf(path, sizeof path, "tests/cases/%s/meta.txt", names[i]);
		if (getenv("UPDATE") && *getenv("UPDATE"))
			file_write(path, r.text.data, r.text.len);
		assert_int_equal(file_read(r.a, path, 1 << 20, &want, &n), 0);
		assert_string_equal(r.text.data, want);
		reading_end(&r);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_folded_as_the_tables_say),
		cmocka_unit_test(texts_are_taken_as_typed),
		cmocka_unit_test(lists_of_texts),
		cmocka_unit_test(keys_in_all_their_spellings),
		cmocka_unit_test(nearest_key_is_named),
		cmocka_unit_test(dates),
		cmocka_unit_test(layout_choices),
		cmocka_unit_test(issuers_and_signers),
		cmocka_unit_test(writing_faults_show_their_line),
		cmocka_unit_test(office_constants),
		cmocka_unit_test(golden_front_matter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
