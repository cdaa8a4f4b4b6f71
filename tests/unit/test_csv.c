/* read/book.h: CSV files. */
#include "book_fixture.h"

static struct book *csv(const void *data, size_t n)
{
	diag_init(&findings, arena);
	return book_open_bytes(arena, "so.csv", data, n, &findings);
}

static struct book *csv_text(const char *text) { return csv(text, strlen(text)); }

static void reads(const char *text, const char *rows, const char *found)
{
	const char *got = all_rows(csv_text(text), 0);
	if (strcmp(got, rows) || strcmp(ids(), found))
		fail_msg("%s\nis read as\n%s\nwith %s, not as\n%s\nwith %s", text, got, ids(), rows, found);
}

static void separators_are_told_apart(void **state)
{
	(void)state;
	reads("TT;Việc\n1;Rà soát, báo cáo\n2;Họp\n", "1 A=t:TT B=t:Việc\n2 A=t:1 B=t:Rà soát, báo cáo\n3 A=t:2 B=t:Họp", "");
	reads("TT,Việc\r\n1,\"Rà soát, báo cáo; họp\"\r\n", "1 A=t:TT B=t:Việc\n2 A=t:1 B=t:Rà soát, báo cáo; họp", "");
	reads("TT\tViệc\r1\tA, B; C", "1 A=t:TT B=t:Việc\n2 A=t:1 B=t:A, B; C", "");
	reads("TT|Việc\n1|A\n", "1 A=t:TT B=t:Việc\n2 A=t:1 B=t:A", "");
	reads("sep=,\r\na,b;c\r\n", "1 A=t:a B=t:b;c", "");
	reads("một dòng", "1 A=t:một dòng", "");
}

static void cells_are_taken_as_typed(void **state)
{
	(void)state;
	reads("a;b;c\n007;03/2025;75%\n=\"0123\"; x ;\n", "1 A=t:a B=t:b C=t:c\n2 A=t:007 B=t:03/2025 C=t:75%\n3 A=t:0123 B=t: x ", "");
	reads("a;b\n\"nói \"\"có\"\"\nvà; không\"; \"x\"\n", "1 A=t:a B=t:b\n2 A=t:nói \"có\"\nvà; không B=t:x", "");
	reads("a;5\" ống\nb;\"\"\n", "1 A=t:a B=t:5\" ống\n2 A=t:b", "");
	/* blank lines and lines of separators alone are no rows, and count */
	reads("a;b\n\n;;\nc;d\n", "1 A=t:a B=t:b\n4 A=t:c B=t:d", "");
}

static void encodings_are_told_and_said(void **state)
{
	(void)state;
	static const char rows[] = "1 A=t:TT B=t:Sở Nội vụ\n2 A=t:đ B=t:Ủy ban";
	static const char le[] = "\xFF\xFET\0T\0;\0S\0\xDF\x1E \0N\0\xD9\x1Ei\0 \0v\0\xE5\x1E\n\0\x11\x01;\0\xE6\x1Ey\0 \0b\0a\0n\0";
	static const char be[] = "\xFE\xFF\0T\0T\0;\0S\x1E\xDF\0 \0N\x1E\xD9\0i\0 \0v\x1E\xE5\0\n\x01\x11\0;\x1E\xE6\0y\0 \0b\0a\0n";
	reads("\xEF\xBB\xBFTT;Sở Nội vụ\nđ;Ủy ban\n", rows, "");
	/* Windows-1258: the marks stand behind their letters */
	reads("TT;S\xF5\xD2 N\xF4\xF2i vu\xF2\n\xF0;U\xD2y ban\n", rows, "csv-encoding");
	assert_non_null(strstr(findings.items[0].text, "Windows-1258"));
	assert_string_equal(all_rows(csv(le, sizeof le - 1), 0), rows);
	assert_string_equal(ids(), "csv-encoding");
	assert_string_equal(all_rows(csv(le + 2, sizeof le - 3), 0), rows); /* without its mark */
	assert_string_equal(all_rows(csv(be, sizeof be - 1), 0), rows);
	reads("b;caf\xE9 \x93x\x94\n", "1 A=t:b B=t:café “x”", "csv-encoding");
	assert_non_null(strstr(findings.items[0].text, "Windows-1252"));
}

static void garbled_texts_are_said(void **state)
{
	(void)state;
	csv_text("TT;S? N?i v?;Nhi?m v?\n1;S? Tài chính;Tri?n khai, ??ng b? h? t?ng\n");
	assert_string_equal(ids(), "csv-letters-lost");
	csv_text("TT;Có đúng không? Có\n1;Đúng? Sai?\n2;a?b\n");
	assert_string_equal(ids(), "");
	csv_text("TT;S\xC3\xA1\xC2\xBB\xC5\xB8 N\xC3\xA1\xC2\xBB\xE2\x84\xA2i v\xC3\xA1\xC2\xBB\xC2\xA5\n");
	assert_string_equal(ids(), "csv-garbled");
	/* "Sở Nội vụ, đơn vị, thời hạn" in TCVN3 and in VNI */
	assert_null(csv_text("TT;S\xEB N\xE9i v\xF4;\xAE\xACn v\xDE;th\xEAi h\xB9n;b\xB8o c\xB8o\n"));
	assert_string_equal(ids(), "csv-tcvn3");
	assert_null(csv_text("TT;S\xF4\xFB No\xE4i vu\xEF;\xF1\xF4n v\xF2;tho\xF4\xF8i ha\xEFn;ba\xF9o ca\xF9o\n"));
	assert_string_equal(ids(), "csv-vni");
}

static void ragged_lines_are_said(void **state)
{
	(void)state;
	reads("SỔ THEO DÕI\na;b;c\n1;2\n1;2;3;4\n", "1 A=t:SỔ THEO DÕI\n2 A=t:a B=t:b C=t:c\n3 A=t:1 B=t:2\n4 A=t:1 B=t:2 C=t:3 D=t:4", "csv-ragged csv-ragged");
	assert_int_equal(findings.items[0].pos.line, 3);
	reads("a;b\n\"x\ny\";1\n2\n", "1 A=t:a B=t:b\n2 A=t:x\ny B=t:1\n3 A=t:2", "csv-ragged");
	assert_int_equal(findings.items[0].pos.line, 4); /* of the file, whose lines a quoted line end counts among */
	reads("a;\"b\n1;2\n", "1 A=t:a B=t:b\n1;2\n", "csv-quote-open");
	reads("a;\"b\" c\n", "1 A=t:a B=t:bc", "csv-after-quote");
}

static void what_is_no_text_is_refused(void **state)
{
	(void)state;
	assert_null(csv("a;b\n1;\x01\n", 8));
	assert_string_equal(ids(), "csv-binary");
	assert_non_null(strstr(findings.items[0].text, "0x01"));
	assert_null(csv("\xEF\xBB\xBF", 3));
	assert_string_equal(ids(), "workbook-empty");
}

static void too_much_is_refused(void **state)
{
	(void)state;
	struct buf b = BUF_INIT;
	buf_puts(&b, "a;\"");
	for (int i = 0; i < (BOOK_CELL_KB << 10) + 100; i++)
		buf_putc(&b, 'x');
	struct book *book = csv(b.data, b.len);
	assert_string_equal(all_rows(book, 0), "");
	assert_true(book_failed(book));
	assert_string_equal(ids(), "csv-large-cell");
	buf_clear(&b);
	for (int i = 0; i < CSV_COLS + 5; i++)
		buf_puts(&b, "1;");
	buf_puts(&b, "\n2;3\n");
	book = csv(b.data, b.len);
	const struct sheet_row *r;
	assert_true(book_rows(book, 0));
	assert_non_null(r = book_next(book));
	assert_int_equal(r->n, CSV_COLS);
	assert_non_null(book_next(book));
	assert_string_equal(ids(), "csv-many-columns csv-ragged");
	buf_free(&b);
}

/* Letters, line ends and quotes that the end of a piece cuts (64 KB): every length of what stands before it. */
static void pieces_cut_anywhere(void **state)
{
	(void)state;
	for (int before = 65536 - 40; before < 65536 + 3; before++) {
		struct buf b = BUF_INIT;
		const struct sheet_row *r;
		buf_puts(&b, "\"");
		for (int i = 1; i < before; i++)
			buf_putc(&b, 'x');
		buf_puts(&b, "\";Sở\r\n\"Ủy \"\"ban\"\"\r\n𝄞\";2\r\n");
		struct book *book = csv(b.data, b.len);
		assert_true(book_rows(book, 0));
		assert_non_null(r = book_next(book));
		assert_int_equal(strlen(sheet_text(r, 0)), before - 1);
		assert_string_equal(sheet_text(r, 1), "Sở");
		assert_non_null(r = book_next(book));
		assert_string_equal(sheet_text(r, 0), "Ủy \"ban\"\n𝄞");
		assert_string_equal(sheet_text(r, 1), "2");
		assert_string_equal(ids(), "");
		buf_free(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {TEST(separators_are_told_apart), TEST(cells_are_taken_as_typed), TEST(encodings_are_told_and_said),
		TEST(garbled_texts_are_said), TEST(ragged_lines_are_said), TEST(what_is_no_text_is_refused), TEST(too_much_is_refused), TEST(pieces_cut_anywhere)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
