/* model/sheet.h: places and day numbers; model/numfmt.h: numbers as they are shown. */
#include "book_fixture.h"
#include "model/numfmt.h"

static void places_are_read_and_written(void **state)
{
	(void)state;
	uint32_t row, col;
	struct sheet_range r;
	assert_string_equal(sheet_place(arena, "Nhiệm vụ", 7, 2), "Nhiệm vụ!C7");
	assert_string_equal(sheet_place(arena, NULL, 1, 16383), "XFD1");
	assert_string_equal(sheet_place(arena, "", 0, 26), "AA");
	assert_true(sheet_ref("$XFD$1048576", 12, &row, &col));
	assert_int_equal(row, 1048576);
	assert_int_equal(col, 16383);
	for (const char *const *bad = (const char *const[]){"", "A", "7", "A0", "XFE1", "A1048577", "A1B", "A-1", "1A", NULL}; *bad; bad++)
		assert_false(sheet_ref(*bad, strlen(*bad), &row, &col));
	assert_true(sheet_range_read("F20:$B$3", 8, &r));
	assert_int_equal(r.row, 3);
	assert_int_equal(r.last_col, 5);
	assert_true(sheet_range_read("B:F", 3, &r));
	assert_int_equal(r.last_row, SHEET_ROWS);
	assert_true(sheet_range_read("3:20", 4, &r));
	assert_int_equal(r.last_col, SHEET_COLS - 1);
	assert_false(sheet_range_read("B3:F", 4, &r));
	assert_false(sheet_range_read("B", 1, &r));
}

/* Every day from 1900 to 2100 there and back; Excel's 29/2/1900 is none. */
static void days_have_numbers(void **state)
{
	(void)state;
	struct date d, before = {31, 12, 1899};
	assert_int_equal(sheet_serial((struct date){1, 1, 1900}), 1);
	assert_int_equal(sheet_serial((struct date){28, 2, 1900}), 59);
	assert_int_equal(sheet_serial((struct date){1, 3, 1900}), 61);
	assert_int_equal(sheet_serial((struct date){15, 5, 2025}), 45792);
	assert_int_equal(sheet_serial((struct date){31, 12, 9999}), 2958465);
	assert_int_equal(sheet_serial((struct date){0, 5, 2025}), 0);
	for (uint32_t n = 1; n < 73500; n++) {
		if (n == 60) {
			assert_false(sheet_unserial(n, &d));
			continue;
		}
		assert_true(sheet_unserial(n, &d));
		assert_true(viet_date_valid(d));
		assert_true(viet_date_cmp(before, d) < 0);
		assert_int_equal(sheet_serial(d), n);
		before = d;
	}
	assert_false(sheet_unserial(0, &d));
	assert_false(sheet_unserial(2958466, &d));
}

static void shown(const char *code, double v, const char *want)
{
	struct buf b = BUF_INIT;
	struct sheet_cell c = {0};
	numfmt_show(numfmt_parse(arena, code), v, false, &b, &c);
	buf_putc(&b, '\0');
	if (strcmp(b.data, want))
		fail_msg("%.17g by %s is shown as \"%s\", not \"%s\"", v, code, b.data, want);
	buf_free(&b);
}

static void numbers_are_shown_as_on_the_screen(void **state)
{
	(void)state;
	shown("General", 0, "0");
	shown("General", -12.5, "-12,5");
	shown("General", 0.1 + 0.2, "0,3");
	shown("General", 12345678901234.0, "12345678901234");
	shown("General", 0.00001234, "0,00001234");
	shown("General", 1e20, "1e+20");
	shown("000", 7, "007");
	shown("00", 123, "123");
	shown("0%", 0.75, "75%");
	shown("0.0%", 0.7549, "75,5%");
	shown("#,##0", 1234567, "1.234.567");
	shown("#,##0", 12, "12");
	shown("#,##0.00", -1234.5, "-1.234,50");
	shown("#,##0;(#,##0)", -1234, "(1.234)");
	shown("0.00", 1.005, "1,01");
	shown("0.##", 1, "1");
	shown("0.##", 1.5, "1,5");
	shown(".00", 12.5, "12,50");
	shown("0", 0.5, "1");
	shown("0", -0.4, "0");
	shown("0,", 12345, "12");
	shown("0.0,,\" triệu\"", 12500000, "12,5 triệu");
	shown("00\\-000", 12345, "12-345");
	shown("\"Số \"0\"/QĐ-UBND\"", 57, "Số 57/QĐ-UBND");
	shown("#,##0\\ [$₫-42A]", 15000, "15.000 ₫");
	shown("[$-42A]#,##0", 15000, "15.000");
	shown("[Red]#,##0;[Blue]-#,##0", -15000, "-15.000");
	shown("[<1000]0;[>=1000]0.0,\"k\"", 15000, "15,0k");
	shown("[<1000]0;[>=1000]0.0,\"k\"", 150, "150");
	shown("0.00E+00", 12345, "1,23E+04");
	shown("# ?/?", 0.5, "0,5");
	shown("@", 12, "12");
	shown("0;-0;;@", 0, "");
	shown("_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", 0, " - ");
	shown("0;@", -3, "-3");
	shown("[bad", 3, "3");
}

static void dates_are_shown_as_on_the_screen(void **state)
{
	(void)state;
	const double day = 45792; /* 15/5/2025, a Thursday */
	shown(numfmt_builtin(14), day, "15/05/2025");
	shown("dd/mm/yyyy", day, "15/05/2025");
	shown("d/m/yy;@", day, "15/5/25");
	shown("mm/yyyy", day, "05/2025");
	shown("[$-1010000]d/m/yyyy", day, "15/5/2025");
	shown("[$-vi-VN]dd/mm/yyyy", day, "15/05/2025");
	shown("[$-42A]dd\\ mmmm\\ yyyy;@", day, "15 Tháng Năm 2025");
	shown("[$-42A]dddd\\,\\ d/m", day, "Thứ Năm, 15/5");
	shown("[$-409]d-mmm-yy;@", day, "15-May-25");
	shown("[$-409]dddd", day, "Thursday");
	shown("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", day, "15 tháng 5 năm 2025");
	shown("\"Ngày \"dd\" tháng \"mm\" năm \"yyyy", day, "Ngày 15 tháng 05 năm 2025");
	shown("dd.mm.yyyy", day, "15.05.2025");
	shown("yyyy-mm-dd\"T\"hh:mm:ss", day + 0.5, "2025-05-15T12:00:00");
	shown("dd/mm/yyyy hh:mm", day + 0.999999, "16/05/2025 00:00");
	shown("h:mm AM/PM", day + 0.75, "6:00 CH");
	shown("[$-409]h:mm AM/PM", day, "12:00 AM");
	shown("[h]:mm", 1.5, "36:00");
	shown("mm:ss.0", 1.0 / 1440, "01:00");
	shown("mmm-yy", day, "Thg5-25");
	shown("dd/mm/yyyy", 1, "01/01/1900");
	shown("dd/mm/yyyy", 60, "29/02/1900");
	shown("dd/mm/yyyy", -1, "-1");
	shown("dd/mm/yyyy", 1e9, "1000000000");
}

static struct sheet_cell read_as(const char *code, double v, bool first_1904)
{
	struct buf b = BUF_INIT;
	struct sheet_cell c = {0};
	numfmt_show(numfmt_parse(arena, code), v, first_1904, &b, &c);
	buf_free(&b);
	return c;
}

static void dates_keep_what_the_format_shows(void **state)
{
	(void)state;
	struct sheet_cell c = read_as("mm/yyyy", 45792, false);
	assert_int_equal(c.kind, CELL_DATE);
	assert_int_equal(c.date.day, 0);
	assert_int_equal(c.date.month, 5);
	c = read_as("dd/mm/yyyy hh:mm", 45792.25, false);
	assert_int_equal(c.date.day, 15);
	assert_int_equal(c.seconds, 6 * 3600);
	c = read_as("hh:mm", 0.25, false);
	assert_int_equal(c.kind, CELL_DATE);
	assert_int_equal(c.date.year, 0);
	c = read_as("dd/mm/yyyy", 45792 - 1462, true);
	assert_int_equal(c.date.day, 15);
	assert_int_equal(c.date.year, 2025);
	assert_int_equal(read_as("dd/mm/yyyy", 60, false).kind, CELL_TEXT);
	assert_int_equal(read_as("[h]:mm", 1.5, false).kind, CELL_NUMBER);
	assert_int_equal(read_as("0.00", 45792, false).kind, CELL_NUMBER);
}

/* No code may crash or write without end. */
static void any_code_is_understood_somehow(void **state)
{
	(void)state;
	static const char *const parts[] = {"0", "#", "?", ".", ",", "%", "E+", "E", "d", "mm", "yyyy", "h", "ss", "[h]", "[", "]", ";", "\"", "\\", "_", "*", "@",
		"General", "AM/PM", "[$₫-42A]", "[$-F800]", "[<5]", "/", "-", " ", "đ", "[Red]", "0.0"};
	static const double values[] = {0, 1, -1, 0.5, 45792.3, -1e-300, 1e300, 60, 2958465.9999999};
	srand(7);
	for (int round = 0; round < 20000; round++) {
		char code[200] = "";
		for (int n = rand() % 8; n >= 0; n--)
			strcat(code, parts[(size_t)rand() % (sizeof parts / sizeof *parts)]);
		for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
			struct buf b = {.limit = 2000};
			struct sheet_cell c = {0};
			numfmt_show(numfmt_parse(arena, code), values[i], round % 2, &b, &c);
			numfmt_text(numfmt_parse(arena, code), "Sở", 4, &b);
			assert_false(b.failed);
			buf_free(&b);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {TEST(places_are_read_and_written), TEST(days_have_numbers), TEST(numbers_are_shown_as_on_the_screen),
		TEST(dates_are_shown_as_on_the_screen), TEST(dates_keep_what_the_format_shows), TEST(any_code_is_understood_somehow)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
