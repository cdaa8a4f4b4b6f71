/* What comes in as bytes: encodings, line ends, characters that must not pass; and hostile sizes. */
#include "read_fixture.h"
#include "base/file.h"
#include <sys/stat.h>
#include <unistd.h>

#define FRONT "---\nloại: Báo cáo\n---\n"

static void encodings_are_told(void **state)
{
	(void)state;
	static const struct { const char *s; size_t n; const char *want; } t[] = {
		{"", 0, "1:1 empty-file"},
		{" \r\n\t\n", 5, "1:1 empty-file"},
		{"\xEF\xBB\xBF", 3, "1:1 empty-file"},
		{"\1\n\2", 3, "1:1 control-character, 1:1 empty-file, 2:1 control-character"},
		{"\xFF\xFE-\0", 4, "1:1 utf-16"},
		{"\xFE\xFF\0-", 4, "1:1 utf-16"},
		{"PK\3\4abc", 7, "1:1 binary-file"},
		{"%PDF-1.7", 8, "1:1 binary-file"},
		{"ab\nc\0d", 6, "2:2 binary-file"},
		{"---\nlo\xE0i: x\n---\nB\xC1O\n", 20, "2:3 not-utf-8, 4:2 not-utf-8"},
		{"đ\xC3", 3, "1:2 not-utf-8"},
		{"\xED\xA0\x80", 3, "1:1 not-utf-8"},
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		struct reading r = reading_of(NULL, t[i].s, t[i].n);
		assert_null(r.d);
		assert_string_equal(reading_findings(&r), t[i].want);
		reading_end(&r);
	}
}

static void line_ends_and_bom(void **state)
{
	(void)state;
	static const char *const drafts[] = {"\xEF\xBB\xBF---\r\nloại: Báo cáo\r\n---\r\nMột\r\nHai\r\n", "---\rloại: Báo cáo\r---\rMột\rHai",
		"---\nloại: Báo cáo\n---\nMột\nHai"};
	for (int i = 0; i < 3; i++) {
		struct reading r = reading_of(NULL, drafts[i], strlen(drafts[i]));
		assert_string_equal(reading_findings(&r), "");
		doc_dump(r.d, &r.text);
		assert_non_null(strstr(r.text.data, "para 4:1 body \"Một\"\n"));
		assert_non_null(strstr(r.text.data, "para 5:1 body \"Hai\"\n"));
		reading_end(&r);
	}
}

static void decomposed_text_is_composed(void **state)
{
	(void)state;
	/* "Tiếng" and "đường" decomposed; then a fault whose column counts the file's own characters */
	expect_body("Tie\u0302\u0301ng đu\u031Bo\u031B\u0300ng\n", "    para 4:1 body \"Tiếng đường\"\n");
	expect_body_findings("e\u0302\u0301e\u0302\u0301[^x]\n", "4:7 footnote-undefined");
	expect_findings("---\nloa\u0323i: Báo cáo\nnga\u0300y: 31/4/2025\n---\n", "3:8 bad-date");
}

static void spaces_and_invisible_characters(void **state)
{
	(void)state;
	expect_body("a\u00A0b\u202Fc\u2007d\n", "    para 4:1 body \"a b c d\"\n");
	expect_body_findings("x\u200By\u00AD[^1]\nz\uFEFF\n", "4:2 invisible-character, 4:5 footnote-undefined");
	expect_body_findings("a\vb\fc\n\x1B[0m\na\x7F\xC2\x85\u2028\n", "4:2 control-character, 5:1 control-character, 6:2 control-character");
	expect_body_findings("\xEF\xBF\xBE\n", "4:1 control-character");
}

static void files_that_cannot_be_read(void **state)
{
	(void)state;
	char dir[] = "/tmp/vanban-read-XXXXXX";
	assert_non_null(mkdtemp(dir));
	struct reading r = {.a = arena_new()};
	diag_init(&r.g, r.a);
	assert_null(read_draft(r.a, file_join(r.a, dir, "none.md"), &r.g));
	assert_null(read_draft(r.a, dir, &r.g));
	char *fifo = file_join(r.a, dir, "fifo");
	assert_int_equal(mkfifo(fifo, 0600), 0);
	assert_null(read_draft(r.a, fifo, &r.g)); /* does not wait */
	unlink(fifo);
	rmdir(dir);
	assert_string_equal(reading_findings(&r), "0:0 cannot-read, 0:0 cannot-read, 0:0 cannot-read");
	reading_end(&r);
}

/* A draft of a beginning, n times a piece, and an end: must come back at once, whatever it says. */
static void flood(const char *begin, const char *piece, size_t n, const char *end, const char *finding)
{
	struct buf b = BUF_INIT;
	buf_puts(&b, begin);
	for (size_t i = 0; i < n; i++)
		buf_puts(&b, piece);
	buf_puts(&b, end);
	struct reading r = reading_of(NULL, b.data, b.len);
	bool seen = !finding;
	for (size_t i = 0; i < r.g.n && !seen; i++)
		seen = !strcmp(r.g.items[i].msg->id, finding);
	if (!seen)
		print_error("%s: %s\n", finding, reading_findings(&r));
	assert_true(seen);
	reading_end(&r);
	buf_free(&b);
}

static void floods(void **state)
{
	(void)state;
	flood("", "x", 17 << 20, "", "file-too-large");
	flood(FRONT, "x", 5 << 20, "", "line-too-long");
	flood(FRONT, "x\n", 100001, "", "too-many-paragraphs");
	flood(FRONT, "*a **b ", 100000, "", NULL);
	flood(FRONT, "***a", 100000, "", NULL);
	flood(FRONT, "^a^^", 100000, "", NULL);
	flood(FRONT, "[", 1000000, "", NULL);
	flood(FRONT, "[ ", 500000, "", NULL);
	flood(FRONT, "[^", 500000, "", NULL);
	flood(FRONT, "\\", 1000001, "", "break-at-end");
	flood(FRONT, "[^a] ", 100000, "", "footnote-undefined");
	flood(FRONT, "[^a]: b\n", 100000, "", "footnote-defined-twice");
	flood(FRONT, "---\nphụ lục: x\n", 20000, "", NULL);
	flood(FRONT, "---\n", 100000, "", NULL);
	flood(FRONT, "---\nhướng: x\n", 20000, "", NULL);
	flood(FRONT, "```\n", 100001, "", "unknown-block");
	flood(FRONT, "|", 1000000, "\n", "table-no-rule");
	flood(FRONT "|", "---|", 64, "\n", "table-columns");
	flood(FRONT "|---|\n", "|x|\n", 10001, "", "table-rows");
	flood(FRONT "|---|\n|a|\n", "|^^|\n", 9998, "", NULL);
	flood(FRONT "{cột: ", "1mm,", 100000, "}\n|---|\n|x|\n", "option-count");
	flood("---\nx: ", "[", 1000, "\n---\n", "too-deep");
	flood("---\nx: ", "{a: ", 1000, "\n---\n", "too-deep");
	flood("---\nngười ký: [", "a, ", 300000, "]\n---\n", NULL);
	flood("---\nx: ", "- ", 1000, "\n---\n", NULL);
	flood("---\nngười ký:\n  ", "- ", 1000, "a\n---\n", "too-deep");
	flood("---\n", "a: b\n", 1000, "---\n", "duplicate-key");
	flood("---\n", "không phải khóa\n", 50000, "---\n", "no-key");
	flood("---\ntrích yếu: \"", "a\n b", 100000, "\n---\n", "quote-open");
	flood("---\ntrích yếu: a\n", " \"a\n", 100000, "---\n", NULL);
	flood("---\nnơi nhận: [", "\"a\" b, ", 100000, "]\n---\n", NULL);
	flood("---\nnơi nhận: [", "'a, \"b, ", 100000, "]\n---\n", "quote-open");
	flood("", "---\n", 200000, "", NULL);
}

/* A mapping of a hundred thousand different keys, and one nested by indentation. */
static void many_keys(void **state)
{
	(void)state;
	struct buf b = BUF_INIT;
	buf_puts(&b, "---\n");
	for (int i = 0; i < 20000; i++)
		buf_printf(&b, "k%d: x\n", i);
	buf_puts(&b, "---\n");
	flood("", b.data, 1, "", "too-many-keys");
	buf_clear(&b);
	buf_puts(&b, "---\n");
	for (int i = 0; i < 1000; i++)
		buf_printf(&b, "%*sa:\n", i, "");
	buf_puts(&b, "---\n");
	flood("", b.data, 1, "", "too-deep");
	buf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(encodings_are_told),
		cmocka_unit_test(line_ends_and_bom),
		cmocka_unit_test(decomposed_text_is_composed),
		cmocka_unit_test(spaces_and_invisible_characters),
		cmocka_unit_test(files_that_cannot_be_read),
		cmocka_unit_test(floods),
		cmocka_unit_test(many_keys),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
