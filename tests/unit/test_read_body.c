/* Lines, labels, inline signs, footnotes, tables, pictures. */
#include "read_fixture.h"
#include "base/file.h"
#include "model/label.h"
#include "read/body.h"
#include <unistd.h>

static void labels(void **state)
{
	(void)state;
	static const struct { const char *s; enum label_kind kind; uint32_t len; bool alone; } t[] = {
		{"I. A", LABEL_ROMAN, 2, false}, {"XIV. A", LABEL_ROMAN, 4, false}, {"IIII. A", LABEL_NONE, 0, false}, {"C. A", LABEL_NONE, 0, false},
		{"L. A", LABEL_NONE, 0, false}, {"XL. A", LABEL_ROMAN, 3, false}, {"I.A", LABEL_NONE, 0, false}, {"I A", LABEL_NONE, 0, false},
		{"1. A", LABEL_NUMBER, 2, false}, {"01. A", LABEL_NUMBER, 3, false}, {"2025. A", LABEL_NONE, 0, false}, {"1.", LABEL_NUMBER, 2, true},
		{"1.5 triệu", LABEL_NONE, 0, false}, {"3.1. A", LABEL_DECIMAL, 4, false}, {"3.1.2. A", LABEL_DECIMAL, 6, false}, {"3.1 A", LABEL_NONE, 0, false},
		{"1) A", LABEL_NONE, 0, false}, {"a) A", LABEL_LETTER, 2, false}, {"đ) A", LABEL_LETTER, 3, false}, {"f) A", LABEL_NONE, 0, false},
		{"y) A", LABEL_LETTER, 2, false}, {"ê) A", LABEL_NONE, 0, false}, {"a. A", LABEL_NONE, 0, false}, {"A) A", LABEL_NONE, 0, false},
		{"- A", LABEL_DASH, 1, false}, {"-A", LABEL_NONE, 0, false}, {"+ A", LABEL_PLUS, 1, false}, {"– A", LABEL_NONE, 0, false}, {"-", LABEL_NONE, 0, false},
		{"Điều 1. A", LABEL_ARTICLE, 10, false}, {"Điều 12a. A", LABEL_ARTICLE, 12, false}, {"Điều 1", LABEL_NONE, 0, false}, {"Điều 1 của", LABEL_NONE, 0, false},
		{"Điều 5.", LABEL_ARTICLE, 10, true}, {"Chương I", LABEL_CHAPTER, 10, true}, {"CHƯƠNG II.", LABEL_CHAPTER, 12, true}, {"Chương 3: A", LABEL_CHAPTER, 11, false},
		{"Chương I của", LABEL_NONE, 0, false}, {"Mục 1", LABEL_SECTION, 7, true}, {"Mục 1.", LABEL_SECTION, 8, true}, {"Mục lục", LABEL_NONE, 0, false},
		{"Tiểu mục 2", LABEL_SUBSECTION, 14, true}, {"Phần I", LABEL_PART, 8, true}, {"Phần thứ nhất", LABEL_PART, 19, true}, {"PHẦN THỨ HAI. A", LABEL_PART, 17, false},
		{"Phần thứ nhất của", LABEL_NONE, 0, false}, {"Phần lớn", LABEL_NONE, 0, false}, {"", LABEL_NONE, 0, false}, {"Điều", LABEL_NONE, 0, false},
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		uint32_t len = 99;
		bool alone;
		enum label_kind k = label_find(t[i].s, strlen(t[i].s), &len, &alone);
		if (k != t[i].kind || len != t[i].len)
			print_error("%s\n", t[i].s);
		assert_int_equal(k, t[i].kind);
		assert_int_equal(len, t[i].len);
		assert_int_equal(alone, t[i].alone);
	}
}

/* One line of text and the runs of its paragraph. */
static void runs(const char *text, const char *want)
{
	struct buf line = BUF_INIT, dump = BUF_INIT;
	buf_printf(&line, "%s\n", text);
	buf_printf(&dump, "    para 4:1 body %s\n", want);
	expect_body(line.data, dump.data);
	buf_free(&line);
	buf_free(&dump);
}

static void inline_signs(void **state)
{
	(void)state;
	runs("a **b** c", "\"a \" b\"b\" \" c\"");
	runs("a *b c* d", "\"a \" i\"b c\" \" d\"");
	runs("x ***b*** y", "\"x \" bi\"b\" \" y\"");
	runs("a ** b ** c * d * e", "\"a ** b ** c * d * e\"");
	runs("**a *b***", "b\"a \" bi\"b\"");
	runs("*a **b***", "i\"a \" bi\"b\"");
	runs("***a* b**", "bi\"a\" b\" b\"");
	runs("***a** b*", "bi\"a\" i\" b\"");
	runs("**a **b** c**", "b\"a **b\" \" c**\"");
	runs("2*3*4 và 5**6", "\"2*3*4 và 5**6\"");
	runs("**** *****", "\"**** *****\"");
	runs("*a", "\"*a\"");
	runs("a*", "\"a*\"");
	runs("**a*", "\"**a*\"");
	runs("m^2^ CO~2~ a^b c^", "\"m\" ^\"2\" \" CO\" ~\"2\" \" a^b c^\"");
	runs("x^**2**^ ^^a^^ ~~b~~", "\"x\" b^\"2\" \" ^^a^^ ~~b~~\"");
	runs("~10 và ~20 2025~2026 ", "\"~10 và ~20 2025~2026\"");
}

static void escapes_and_slots(void **state)
{
	(void)state;
	runs("\\!\\\"\\#\\$\\%\\&\\'\\(\\)\\+\\,\\-\\.\\/\\:\\;\\<\\=\\>\\?\\@\\]\\_\\`\\{\\|\\}\\~\\^", "\"!\\\"#$%&'()+,-./:;<=>?@]_`{|}~^\"");
	runs("\\# a", "\"# a\"");
	runs("\\- a", "\"- a\"");
	runs("1\\. a", "\"1. a\"");
	runs("\\--- \\đ \\ a", "\"--- \\\\đ \\\\ a\"");
	runs("a [  ] b [] c [ x ] d[ ]", "\"a \" slot(2) \" b [] c [ x ] d\" slot(1)");
	runs("**[   ]** **a[ ]b**", "bslot(3) \" \" b\"a\" bslot(1) b\"b\"");
	runs("Theo **[@57-NQ/TW, Điều 5]**, \\[@x] [@ [a@b.vn]", "\"Theo \" bcite(\"57-NQ/TW, Điều 5\") \", [@x] [@ [a@b.vn]\"");
	runs("<b> `x` __y__ &amp; http://a.vn/*b*", "\"<b> `x` __y__ &amp; http://a.vn/\" i\"b\"");
	runs("![a] và ![a](b) ở giữa", "\"![a] và ![a](b) ở giữa\"");
}

static void lines_are_paragraphs(void **state)
{
	(void)state;
	expect_body("một\n\n\nhai \\\nba\\\n\t bốn  \n- năm\n+ sáu\n",
		"    para 4:1 body \"một\"\n    para 7:1 body \"hai\" break \"ba\" break \"bốn\"\n"
		"    para 10:1 item label=dash:1 \"- năm\"\n    para 11:1 item label=plus:1 \"+ sáu\"\n");
	expect_body("a\\\\\nb\n-----\n===\n> c\n", "    para 4:1 body \"a\\\\\"\n    para 5:1 body \"b\"\n    para 6:1 body \"-----\"\n"
		"    para 7:1 body \"===\"\n    para 8:1 body \"> c\"\n");
	expect_body_findings("a \\\n\nb\n", "4:3 break-at-end");
}

static void titles(void **state)
{
	(void)state;
	expect_body("# a\n##  b \n### c\n#### d\n#e\n#\n", "    para 4:1 heading1 \"a\"\n    para 5:1 heading2 \"b\"\n    para 6:1 heading3 \"c\"\n"
		"    para 7:1 body \"#### d\"\n    para 8:1 body \"#e\"\n    para 9:1 body \"#\"\n");
	expect_body("I. TÊN (2025)\nII. TÊN: không.\nV. 123\n", "    para 4:1 heading1 label=roman:2 \"I. TÊN (2025)\"\n"
		"    para 5:1 item label=roman:3 \"II. TÊN: không.\"\n    para 6:1 item label=roman:2 \"V. 123\"\n");
	expect_body("Chương I\n\nTÊN CHƯƠNG\nTÊN\n# Mục 1\n# Tên mục\n# Điều 1. A\nĐiều 2. B\n",
		"    para 4:1 chapter label=chapter:10 \"Chương I\"\n    para 6:1 chapter-title \"TÊN CHƯƠNG\"\n    para 7:1 body \"TÊN\"\n"
		"    para 8:1 section label=section:7 \"Mục 1\"\n    para 9:1 section-title \"Tên mục\"\n"
		"    para 10:1 article label=article:10 \"Điều 1. A\"\n    para 11:1 article-text label=article:10 b\"Điều 2.\" \" B\"\n");
	expect_body("Phần I\n# I. A\nChương II. TÊN\nChương III. Tên\n# Chương IV. Tên\n",
		"    para 4:1 part label=part:8 \"Phần I\"\n    para 5:1 heading1 label=roman:2 \"I. A\"\n    para 6:1 chapter label=chapter:12 \"Chương II. TÊN\"\n"
		"    para 7:1 body \"Chương III. Tên\"\n    para 8:1 chapter label=chapter:12 \"Chương IV. Tên\"\n");
	expect_body("**Điều 1.** A\n**Điều 2. B**\n", "    para 4:1 article-text label=article:10 b\"Điều 1.\" \" A\"\n"
		"    para 5:1 article-text label=article:10 b\"Điều 2.\" b\" B\"\n");
}

static void bases(void **state)
{
	(void)state;
	expect_body_of("Quyết định", "Căn cứ A\nTheo đề nghị của B.\nQUYẾT ĐỊNH:\nCăn cứ C;\n",
		"    para 4:1 basis \"Căn cứ A\"\n    para 5:1 basis \"Theo đề nghị của B.\"\n    para 6:1 resolves \"QUYẾT ĐỊNH:\"\n    para 7:1 body \"Căn cứ C;\"\n");
	expect_body_of("Kế hoạch", "Căn cứ A;\nCăn cứ B,\nSở ban hành kế hoạch.\n",
		"    para 4:1 basis \"Căn cứ A;\"\n    para 5:1 basis \"Căn cứ B,\"\n    para 6:1 body \"Sở ban hành kế hoạch.\"\n");
	expect_body_of("Báo cáo", "Căn cứ A, Sở báo cáo:\nTheo đề nghị của B;\n", "    para 4:1 body \"Căn cứ A, Sở báo cáo:\"\n    para 5:1 body \"Theo đề nghị của B;\"\n");
}

static void footnotes(void **state)
{
	(void)state;
	expect_body("a[^b] c[^1]\n[^1]: một\n| x[^t] |\n|---|\n| y |\n[^t]: **ba** \\\ntiếp\n[^b]: hai\n",
		"    para 4:1 body \"a\" note(1) \" c\" note(2)\n    table 6:1 data cols=1 header=1 border\n      row 6:1 header\n"
		"        cell 6:3 col=0 valign=middle\n          para 6:3 cell-head \"x\" note(3)\n      row 8:1\n        cell 8:3 col=0\n"
		"          para 8:3 cell \"y\"\n  footnote 4:2 1\n    para 11:1 footnote \"hai\"\n  footnote 4:8 2\n    para 5:1 footnote \"một\"\n"
		"  footnote 6:4 3\n    para 9:1 footnote b\"ba\" break \"tiếp\"\n");
	expect_body_findings("\\[^1] [^]: [^ a]\n", "");
	expect_body_findings("[^1]\n[^1]: a[^2]\n[^2]: b\n", "5:8 footnote-nested, 6:1 footnote-unused");
}

static void tables(void **state)
{
	(void)state;
	expect_body_findings("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n| 1 | 2\n", "6:1 table-ragged, 7:1 table-ragged");
	expect_body_findings("| a |\n| b |\n", "4:1 table-no-rule");
	expect_body_findings("| a |\n|---|\n| b |\n|---|\n", "7:1 table-two-rules");
	expect_body_findings("| a |\n|---|\n", "5:1 table-empty");
	expect_body_findings("| ^^ | << |\n|---|---|\n| ^^ | << |\n| << | ^^ |\n", "4:3 merge-up, 6:3 merge-head, 6:3 merge-shape, 7:3 merge-left");
}

static void joined_cells(void **state)
{
	(void)state;
	static const struct { const char *rows, *want; } bad[] = {
		{"| a | << |\n| ^^ | b |\n", "6:3 merge-shape"},
		{"| a | b |\n| ^^ | << |\n", "6:3 merge-shape"},
		{"| x | a |\n| b | ^^ |\n| << | ^^ |\n", "8:3 merge-left"},
		{"| x | a | << |\n| y | z | ^^ |\n", "6:7 merge-shape"},
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct buf b = BUF_INIT;
		bool three = strstr(bad[i].rows, "x | a | <<") != NULL;
		buf_printf(&b, "%s%s", three ? "| h | h | h |\n|---|---|---|\n" : "| h | h |\n|---|---|\n", bad[i].rows);
		expect_body_findings(b.data, bad[i].want);
		buf_free(&b);
	}
	static const char *const good[] = {"| a | << |\n| ^^ | ^^ |\n", "| a | << |\n| ^^ | << |\n", "| a | b |\n| ^^ | ^^ |\n| ^^ | c |\n"};
	for (size_t i = 0; i < 3; i++) {
		struct buf b = BUF_INIT;
		buf_printf(&b, "|---|---|\n%s", good[i]);
		expect_body_findings(b.data, "");
		buf_free(&b);
	}
}

static void table_options_are_checked(void **state)
{
	(void)state;
	static const struct { const char *line, *want; } t[] = {
		{"{cột: 1cm, *}", ""}, {"{CỘT: 30%, 70%; kẻ: Có}", ""}, {"{căn: giữa, *; tách-hàng: có;}", ""}, {"{cột: 60%, 60%}", "4:7 option-percent"},
		{"{cột: 1cm, 50%}", "4:7 option-percent"}, {"{cột: 1cm}", "4:1 option-count"}, {"{cột: 1in, *}", "4:7 option-value"},
		{"{căn: ở đâu, *}", "4:7 option-value"}, {"{kẻ: mờ}", "4:6 option-value"}, {"{cột: *, *; màu: đỏ}", "4:13 unknown-option"}, {"{cột: *, *; x}", "4:13 unknown-option"},
		{"{cột: 0mm, *}", "4:7 option-value"},
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct buf b = BUF_INIT;
		buf_printf(&b, "%s\n| a | b |\n|---|---|\n| c | d |\n", t[i].line);
		expect_body_findings(b.data, t[i].want);
		buf_free(&b);
	}
	expect_body_findings("{cột: *}\n\n|---|\n| a |\n", "4:1 option-alone");
	expect_body_findings("{khác: *}\n{cột}\n", "");
}

static void pictures(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	char dir[] = "/tmp/vanban-read-XXXXXX";
	assert_non_null(mkdtemp(dir));
	const char *names[] = {"a.png", "Ảnh (1).JPG", "x.txt"};
	for (int i = 0; i < 3; i++)
		assert_int_equal(file_write(file_join(a, dir, names[i]), "x", 1), 0);
	assert_int_equal(symlink("/etc/hostname", file_join(a, dir, "out.png")), 0);
	static const char text[] = "---\nloại: Báo cáo\n---\n![A](a.png)\n![](Ảnh (1).JPG){rộng: 5cm}\n![A](x.txt)\n![A](b.png)\n![A](../a.png)\n"
		"![A](/etc/a.png)\n![A](out.png)\n![A](http://x.vn/a.png)\n![A](a.png) {rộng: to}\n![A](a.png) chữ\n![A]()\n";
	struct reading r = reading_of(dir, text, strlen(text));
	assert_string_equal(reading_findings(&r), "6:6 picture-type, 7:6 picture-missing, 8:6 picture-outside, 9:6 picture-outside, "
		"10:6 picture-outside, 11:6 picture-missing, 12:20 bad-length, 13:1 picture-form, 14:1 picture-form");
	doc_dump(r.d, &r.text);
	assert_non_null(strstr(r.text.data, "width 2835"));
	reading_end(&r);
	expect_body_findings("![A](a.png)\n", "4:6 picture-no-folder");
	for (int i = 0; i < 3; i++)
		unlink(file_join(a, dir, names[i]));
	unlink(file_join(a, dir, "out.png"));
	rmdir(dir);
	arena_free(a);
}

static void parts(void **state)
{
	(void)state;
	static const char text[] = "---\nloại: Quyết định\n---\na\n---\nb\n---\n\n---\n\n# c\nPhụ-Lục: T\n---\nd\n---\nbản sao: sao y\n---\n---\nvăn bản kèm theo: Quy chế\n---\n";
	struct reading r = reading_of(NULL, text, strlen(text));
	assert_string_equal(reading_findings(&r), "");
	assert_int_equal(r.d->n_parts, 3);
	assert_int_equal(r.d->parts[0].kind, PART_ANNEX);
	assert_int_equal(r.d->parts[1].kind, PART_COPY);
	assert_int_equal(r.d->parts[2].kind, PART_ATTACHED);
	assert_string_equal(doc_text(r.d, r.d->root->first), "a\n---\nb\n---");
	assert_string_equal(doc_text(r.d, r.d->parts[0].section), "d");
	reading_end(&r);
	expect_body_findings("---\nphụ lục: x\n", "4:1 part-open");
	expect_body_findings("---\nsố phụ lục: x\n---\n", "4:1 part-first-key");
	expect_body_findings("---\nphụ lục: x\nloại: y\n---\n---\nbản sao:\n---\n", "6:1 key-place, 9:1 empty-value");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labels), cmocka_unit_test(inline_signs), cmocka_unit_test(escapes_and_slots),
		cmocka_unit_test(lines_are_paragraphs), cmocka_unit_test(titles), cmocka_unit_test(bases), cmocka_unit_test(footnotes),
		cmocka_unit_test(tables), cmocka_unit_test(joined_cells), cmocka_unit_test(table_options_are_checked),
		cmocka_unit_test(pictures), cmocka_unit_test(parts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
