/* write/xlsx.h: new workbooks, read back by the reader; changes to workbooks that people keep. */
#include "book_fixture.h"
#include "base/file.h"
#include "pack/unzip.h"
#include "write/xlsx.h"

static struct buf out;

static const char *const states[] = {"Chưa thực hiện", "Đang thực hiện", "Hoàn thành"};
static const char *const agencies[] = {"Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch"};

/* A register with everything a sheet may have. */
static struct book_out *register_out(void)
{
	static struct out_cell title[] = {{.kind = CELL_TEXT, .text = "SỔ THEO DÕI NHIỆM VỤ", .style = SHEET_TITLE}};
	static struct out_row above[] = {{title, 1}};
	static struct out_col cols[] = {{.title = "TT", .width = 5, .kind = CELL_NUMBER, .centre = true}, {.title = "Nhiệm vụ", .width = 50, .kind = CELL_TEXT},
		{.title = "Cơ quan chủ trì", .width = 25, .kind = CELL_TEXT, .choices = agencies, .n_choices = 2}, {.title = "Ngày giao", .width = 12, .kind = CELL_DATE},
		{.title = "Tiến độ", .width = 9, .kind = CELL_NUMBER, .percent = true}, {.title = "Kinh phí", .width = 14, .kind = CELL_NUMBER, .grouped = true},
		{.title = "Trạng thái", .width = 16, .kind = CELL_TEXT, .choices = states, .n_choices = 3, .strict = true, .hint = "Chọn trong danh sách."}};
	static struct out_cell first[] = {{.col = 0, .kind = CELL_NUMBER, .number = 1}, {.col = 1, .kind = CELL_TEXT, .text = "Ban hành <Kế hoạch> & \"Quy chế\"\nnăm 2025 _x0041_"},
		{.col = 2, .kind = CELL_TEXT, .text = "Sở Nội vụ"}, {.col = 3, .kind = CELL_DATE, .date = {15, 5, 2025}}, {.col = 4, .kind = CELL_NUMBER, .number = 0.75},
		{.col = 5, .kind = CELL_NUMBER, .number = 1234567}, {.col = 6, .kind = CELL_TEXT, .text = "Đang thực hiện", .style = SHEET_MARK}};
	static struct out_cell second[] = {{.col = 0, .kind = CELL_NUMBER, .number = 2}, {.col = 1, .kind = CELL_TEXT, .text = "03/2025"}, {.col = 3, .kind = CELL_DATE, .date = {0, 3, 2025}},
		{.col = 5, .kind = CELL_BOOL, .number = 1}};
	static struct out_row rows[] = {{first, 7}, {second, 4}};
	static struct sheet_range merge = {4, 4, 4, 6};
	static struct out_cell remark[] = {{.kind = CELL_TEXT, .text = "ghi chú", .style = SHEET_NOTE}};
	static struct out_row remarks[] = {{remark, 1}};
	static struct sheet_out sheets[2];
	static struct book_out b;
	sheets[0] = (struct sheet_out){.name = "Nhiệm vụ", .above = above, .n_above = 1, .cols = cols, .n_cols = 7, .rows = rows, .n_rows = 2, .merges = &merge, .n_merges = 1,
		.frozen_cols = 2, .spare_rows = 100, .filter = true};
	sheets[1] = (struct sheet_out){.name = "Tên: dài [và] lạ quá ba mươi mốt ký tự", .rows = remarks, .n_rows = 1, .hidden = true};
	b = (struct book_out){.sheets = sheets, .n_sheets = 2, .title = "Sổ theo dõi"};
	return &b;
}

static void write_it(const struct book_out *b)
{
	buf_clear(&out);
	assert_int_equal(xlsx_write(b, &out, &findings), 0);
}

static const char *part(const char *name)
{
	const char *why;
	size_t n;
	struct unzip *z = unzip_open(arena, out.data, out.len, &why);
	assert_non_null(z);
	return unzip_read(z, name, &n, &why);
}

static struct book *back(void)
{
	return book_open_bytes(arena, "ra.xlsx", out.data, out.len, &findings);
}

static void what_is_written_is_read_back(void **state)
{
	(void)state;
	write_it(register_out());
	struct book *b = back();
	size_t n;
	assert_int_equal(book_count(b), 3);
	assert_string_equal(book_sheet(b, 1)->name, "Tên  dài  và  lạ quá ba mươi mố");
	assert_true(book_sheet(b, 1)->hidden);
	assert_true(book_sheet(b, 2)->hidden);
	assert_string_equal(all_rows(b, 0), "1 A=t:SỔ THEO DÕI NHIỆM VỤ\n2 A=t:TT B=t:Nhiệm vụ C=t:Cơ quan chủ trì D=t:Ngày giao E=t:Tiến độ F=t:Kinh phí G=t:Trạng thái\n"
		"3 A=n:1 B=t:Ban hành <Kế hoạch> & \"Quy chế\"\nnăm 2025 _x0041_ C=t:Sở Nội vụ D=d:15/05/2025 E=n:75% F=n:1.234.567 G=t:Đang thực hiện\n"
		"4 A=n:2 B=t:03/2025 D=t:03/2025 F=b:TRUE");
	assert_string_equal(all_rows(b, 2), "1 A=t:Sở Nội vụ\n2 A=t:Sở Văn hóa, Thể thao và Du lịch");
	assert_int_equal(book_merges(b, 0, &n)[0].last_col, 6);
	assert_int_equal(n, 2);
	assert_string_equal(ids(), "");
}

static void sheets_are_made_to_be_worked_with(void **state)
{
	(void)state;
	write_it(register_out());
	const char *sheet = part("xl/worksheets/sheet1.xml"), *book = part("xl/workbook.xml");
	for (const char *const *want = (const char *const[]){"<pane xSplit=\"2\" ySplit=\"2\" topLeftCell=\"C3\" activePane=\"bottomRight\" state=\"frozen\"/>", "<autoFilter ref=\"A2:G4\"/>",
		"sqref=\"C3:C104\"><formula1>'Danh sách chọn'!$A$1:$A$2</formula1>", "<formula1>\"Chưa thực hiện,Đang thực hiện,Hoàn thành\"</formula1>", "orientation=\"landscape\"",
		"<mergeCell ref=\"A1:G1\"/>", "prompt=\"Chọn trong danh sách.\"", NULL}; *want; want++)
		if (!strstr(sheet, *want))
			fail_msg("no %s in\n%s", *want, sheet);
	assert_non_null(strstr(book, "localSheetId=\"0\">'Nhiệm vụ'!$2:$2</definedName>"));
}

static void bytes_are_the_same_each_time(void **state)
{
	(void)state;
	write_it(register_out());
	char *once = arena_strndup(arena, out.data, out.len);
	size_t n = out.len;
	write_it(register_out());
	assert_int_equal(out.len, n);
	assert_memory_equal(once, out.data, n);
}

static void what_no_sheet_holds_is_said(void **state)
{
	(void)state;
	struct book_out none = {0};
	assert_int_equal(xlsx_write(&none, &out, &findings), -1);
	struct out_row row = {0};
	struct sheet_out s = {.name = "A", .rows = &row, .n_rows = SHEET_ROWS};
	struct book_out b = {.sheets = &s, .n_sheets = 1};
	assert_int_equal(xlsx_write(&b, &out, &findings), -1);
	char *text = arena_alloc(arena, 40001);
	memset(text, 'x', 40000);
	struct out_cell c = {.kind = CELL_TEXT, .text = text};
	row = (struct out_row){&c, 1};
	s.n_rows = 1;
	assert_int_equal(xlsx_write(&b, &out, &findings), 0);
	assert_string_equal(ids(), "xlsx-failed xlsx-rows xlsx-cut");
}

/* Names that Excel refuses, and names that are the same to it. */
static void sheets_have_names_of_their_own(void **state)
{
	(void)state;
	struct sheet_out s[] = {{.name = "Báo cáo"}, {.name = "BÁO CÁO"}, {.name = "'x'"}, {.name = NULL}, {.name = "///"}};
	struct book_out b = {.sheets = s, .n_sheets = 5};
	write_it(&b);
	struct book *r = back();
	assert_string_equal(book_sheet(r, 0)->name, "Báo cáo");
	assert_string_equal(book_sheet(r, 1)->name, "BÁO CÁO 2");
	assert_string_equal(book_sheet(r, 2)->name, " x");
	assert_string_equal(book_sheet(r, 3)->name, "Trang tính");
	assert_string_equal(book_sheet(r, 4)->name, "Trang tính 2");
}

static int leave(void **state)
{
	buf_free(&out);
	out = (struct buf)BUF_INIT;
	return close_book(state);
}

#define WRITE_TEST(f) cmocka_unit_test_setup_teardown(f, open_book, leave)

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {WRITE_TEST(what_is_written_is_read_back), WRITE_TEST(sheets_are_made_to_be_worked_with), WRITE_TEST(bytes_are_the_same_each_time),
		WRITE_TEST(what_no_sheet_holds_is_said), WRITE_TEST(sheets_have_names_of_their_own)};
	if (argc == 2) { /* for tests/e2e/xlsx.sh: the workbook itself */
		open_book(NULL);
		write_it(register_out());
		return file_write(argv[1], out.data, out.len);
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
