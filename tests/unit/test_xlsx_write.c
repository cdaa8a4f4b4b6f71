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

/* ---- changes ---- */

#define TEXT(sheet, row, c, t) {sheet, row, {.col = c, .kind = CELL_TEXT, .text = t}}

/* A workbook as an office may keep it: formulas, joined cells, a table, lists, a part that nobody knows, rows and cells missing. */
static void office_book(void)
{
	struct member m[] = {{"[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"}, {"_rels/.rels", package_rels},
		{"xl/workbook.xml", "<workbook xmlns='" MAIN_NS "' xmlns:r='" REL_NS "'><sheets><sheet name='Nhiệm vụ' sheetId='1' r:id='rId1'/><sheet name='Khác' sheetId='2' r:id='rId9'/></sheets>"
			"<definedNames><definedName name='x'>1</definedName></definedNames></workbook>"},
		{"xl/_rels/workbook.xml.rels", "<Relationships xmlns='" PKG_REL "'><Relationship Id='rId1' Type='" REL_NS "/worksheet' Target='worksheets/sheet1.xml'/>"
			"<Relationship Id='rId9' Type='" REL_NS "/worksheet' Target='worksheets/sheet2.xml'/><Relationship Id='rId2' Type='" REL_NS "/styles' Target='styles.xml'/></Relationships>"},
		{"xl/styles.xml", "<styleSheet xmlns='" MAIN_NS "'><fonts/><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='49' fontId='0'><alignment wrapText='1'/></xf></cellXfs></styleSheet>"},
		{"xl/worksheets/sheet1.xml", "<?xml version='1.0'?>\n<worksheet xmlns='" MAIN_NS "'><dimension ref='A1:D4'/><sheetViews><sheetView><pane ySplit='2' state='frozen'/></sheetView></sheetViews>"
			"<sheetData>\n<row r='1'><c r='A1' t='str'><v>SỔ</v></c></row><!-- <row r='9'/> -->\n<row r='2' spans='1:4' ht='30'><c r='A2' s='1' t='str'><v>TT</v></c><c r='B2' s='1' t='str'><v>Việc</v></c></row>"
			"<row r='4' spans='1:4'><c r='A4'><v>1</v></c><c r='B4' s='1' t='str'><v>Rà soát</v></c><c r='D4'><f>A4*2</f><v>2</v></c></row></sheetData>"
			"<autoFilter ref='A2:D4'/><mergeCells><mergeCell ref='A1:D1'/></mergeCells><conditionalFormatting sqref='A3:A4 C1:C2'/>"
			"<dataValidations><dataValidation type='list' sqref='C3:C4'><formula1>\"a,b\"</formula1></dataValidation></dataValidations></worksheet>"},
		{"xl/worksheets/_rels/sheet1.xml.rels", "<Relationships xmlns='" PKG_REL "'><Relationship Id='rId1' Type='" REL_NS "/table' Target='../tables/table1.xml'/></Relationships>"},
		{"xl/tables/table1.xml", "<table xmlns='" MAIN_NS "' id='1' name='T' displayName='T' ref='A2:D4'><autoFilter ref='A2:D4'/><tableColumns/></table>"},
		{"xl/worksheets/sheet2.xml", "<worksheet xmlns='" MAIN_NS "'><sheetData/></worksheet>"}, {"custom/Điều.bin", "bytes of somebody"}, {NULL, NULL}};
	pack(m);
}

static struct change_report report;

static int change(const struct sheet_change *v, size_t n)
{
	buf_clear(&out);
	return xlsx_change(arena, "so.xlsx", package.data, package.len, v, n, &out, &report, &findings);
}

static void cells_are_changed_and_rows_added(void **state)
{
	(void)state;
	office_book();
	const struct sheet_change v[] = {TEXT("Nhiệm vụ", 6, 1, "Việc mới <&>"), {"Nhiệm vụ", 6, {.col = 0, .kind = CELL_NUMBER, .number = 3}}, TEXT("Nhiệm vụ", 3, 1, "Chen giữa"),
		TEXT("Nhiệm vụ", 4, 1, "Đã sửa"), TEXT("Nhiệm vụ", 4, 2, "a"), TEXT("Nhiệm vụ", 4, 4, "cuối"), {"Nhiệm vụ", 6, {.col = 2, .kind = CELL_DATE, .date = {15, 5, 2025}}},
		TEXT("Nhiệm vụ", 6, 1, "Việc sau cùng"), TEXT("Khác", 2, 0, "x")};
	assert_int_equal(change(v, sizeof v / sizeof *v), 0);
	struct book *b = back();
	assert_string_equal(all_rows(b, 0), "1 A=t:SỔ\n2 A=t:TT B=t:Việc\n3 B=t:Chen giữa\n4 A=n:1 B=t:Đã sửa C=t:a D=n:2 E=t:cuối\n6 A=n:3 B=t:Việc sau cùng C=d:15/05/2025");
	assert_string_equal(all_rows(b, 1), "2 A=t:x");
	assert_string_equal(ids(), "");
	assert_int_equal(report.changed, 8);
}

static void the_rest_is_kept_byte_for_byte(void **state)
{
	(void)state;
	office_book();
	const struct sheet_change v[] = {TEXT("Nhiệm vụ", 5, 1, "mới")};
	assert_int_equal(change(v, 1), 0);
	const char *sheet = part("xl/worksheets/sheet1.xml");
	assert_string_equal(sheet, "<?xml version='1.0'?>\n<worksheet xmlns='" MAIN_NS "'><dimension ref='A1:D5'/><sheetViews><sheetView><pane ySplit='2' state='frozen'/></sheetView></sheetViews>"
		"<sheetData>\n<row r='1'><c r='A1' t='str'><v>SỔ</v></c></row><!-- <row r='9'/> -->\n<row r='2' spans='1:4' ht='30'><c r='A2' s='1' t='str'><v>TT</v></c><c r='B2' s='1' t='str'><v>Việc</v></c></row>"
		"<row r='4' spans='1:4'><c r='A4'><v>1</v></c><c r='B4' s='1' t='str'><v>Rà soát</v></c><c r='D4'><f>A4*2</f><v>2</v></c></row>"
		"<row r=\"5\"><c r=\"B5\" s=\"1\" t=\"inlineStr\"><is><t>mới</t></is></c></row></sheetData>"
		"<autoFilter ref='A2:D5'/><mergeCells><mergeCell ref='A1:D1'/></mergeCells><conditionalFormatting sqref='A3:A5 C1:C2'/>"
		"<dataValidations><dataValidation type='list' sqref='C3:C5'><formula1>\"a,b\"</formula1></dataValidation></dataValidations></worksheet>");
	assert_string_equal(part("xl/tables/table1.xml"), "<table xmlns='" MAIN_NS "' id='1' name='T' displayName='T' ref='A2:D5'><autoFilter ref='A2:D5'/><tableColumns/></table>");
	assert_string_equal(part("custom/Điều.bin"), "bytes of somebody");
	assert_non_null(strstr(part("xl/workbook.xml"), "</definedNames><calcPr fullCalcOnLoad=\"1\"/></workbook>"));
	assert_null(strstr(part("xl/styles.xml"), "numFmts"));
	char *once = arena_strndup(arena, out.data, out.len);
	size_t n = out.len;
	assert_int_equal(change(v, 1), 0);
	assert_int_equal(out.len, n);
	assert_memory_equal(once, out.data, n);
}

static void formulas_and_covered_cells_stay(void **state)
{
	(void)state;
	office_book();
	const struct sheet_change v[] = {TEXT("Nhiệm vụ", 4, 3, "thay công thức"), TEXT("Nhiệm vụ", 1, 2, "bị che"), TEXT("Nhiệm vụ", 1, 0, "SỔ MỚI")};
	assert_int_equal(change(v, 3), 0);
	assert_string_equal(all_rows(back(), 0), "1 A=t:SỔ MỚI\n2 A=t:TT B=t:Việc\n4 A=n:1 B=t:Rà soát D=n:2");
	assert_int_equal(report.changed, 1);
	assert_int_equal(report.formulas, 1);
	assert_int_equal(report.covered, 1);
}

/* A date takes the look of its cell and a format of its own, one for each look. */
static void dates_get_a_format(void **state)
{
	(void)state;
	office_book();
	struct sheet_change v[] = {{"Nhiệm vụ", 5, {.col = 1, .kind = CELL_DATE, .date = {1, 2, 2025}}}, {"Nhiệm vụ", 6, {.col = 1, .kind = CELL_DATE, .date = {2, 2, 2025}}},
		{"Nhiệm vụ", 6, {.col = 0, .kind = CELL_DATE, .date = {0, 2, 2025}}}};
	assert_int_equal(change(v, 3), 0);
	assert_string_equal(all_rows(back(), 0), "1 A=t:SỔ\n2 A=t:TT B=t:Việc\n4 A=n:1 B=t:Rà soát D=n:2\n5 B=d:01/02/2025\n6 A=t:02/2025 B=d:02/02/2025");
	assert_string_equal(part("xl/styles.xml"), "<styleSheet xmlns='" MAIN_NS "'><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><fonts/>"
		"<cellXfs count='3'><xf numFmtId='0'/><xf numFmtId='49' fontId='0'><alignment wrapText='1'/></xf><xf applyNumberFormat=\"1\" numFmtId='164' fontId='0'><alignment wrapText='1'/></xf></cellXfs></styleSheet>");
}

/* What the program wrote itself, changed and changed again. */
static void own_workbooks_can_be_changed(void **state)
{
	(void)state;
	write_it(register_out());
	package = out;
	out = (struct buf)BUF_INIT;
	for (uint32_t row = 5; row < 8; row++) {
		const struct sheet_change v[] = {{"Nhiệm vụ", row, {.col = 0, .kind = CELL_NUMBER, .number = row}}, TEXT("Nhiệm vụ", row, 1, "thêm"),
			{"Nhiệm vụ", row, {.col = 3, .kind = CELL_DATE, .date = {28, 2, 2025}}}, {"Nhiệm vụ", row, {.col = 4, .kind = CELL_NUMBER, .number = 1}}};
		assert_int_equal(change(v, 4), 0);
		buf_free(&package);
		package = out;
		out = (struct buf)BUF_INIT;
	}
	struct book *b = book_open_bytes(arena, "so.xlsx", package.data, package.len, &findings);
	assert_non_null(strstr(all_rows(b, 0), "\n5 A=n:5 B=t:thêm D=d:28/02/2025 E=n:100%\n6 A=n:6 B=t:thêm D=d:28/02/2025 E=n:100%\n7 A=n:7"));
	assert_string_equal(ids(), "");
}

static void what_cannot_be_changed_is_said(void **state)
{
	(void)state;
	const struct sheet_change v[] = {TEXT("Không có", 1, 0, "x")};
	office_book();
	assert_int_equal(change(v, 1), -1);
	buf_clear(&package);
	buf_puts(&package, "a;b\n");
	assert_int_equal(change(v, 1), -1);
	buf_clear(&package);
	buf_puts(&package, "PK\3\4 cut");
	assert_int_equal(change(v, 1), -1);
	book_of("<!DOCTYPE x><worksheet xmlns='" MAIN_NS "'><sheetData/></worksheet>", NULL, NULL);
	const struct sheet_change w[] = {TEXT("Nhiệm vụ", 1, 0, "x")};
	assert_int_equal(change(w, 1), -1);
	assert_string_equal(ids(), "sheet-lost no-workbook workbook-damaged workbook-damaged");
}

static int leave(void **state)
{
	buf_free(&out);
	out = (struct buf)BUF_INIT;
	return close_book(state);
}

/* ---- for tests/e2e/xlsx.sh: the workbooks themselves ---- */

static int make(const char *path)
{
	open_book(NULL);
	write_it(register_out());
	return file_write(path, out.data, out.len);
}

/* The workbook of tests/e2e/xlsx.py with two rows more. */
static int change_file(const char *from, const char *to)
{
	static const struct sheet_change v[] = {{"Sổ theo dõi", 6, {.col = 0, .kind = CELL_NUMBER, .number = 3}}, TEXT("Sổ theo dõi", 6, 1, "Việc mới"),
		{"Sổ theo dõi", 6, {.col = 2, .kind = CELL_DATE, .date = {31, 12, 2025}}}, TEXT("Sổ theo dõi", 7, 1, "Việc nữa"), TEXT("Sổ theo dõi", 4, 4, "không thay công thức")};
	char *data;
	size_t n;
	open_book(NULL);
	if (file_read(arena, from, 1 << 24, &data, &n) || xlsx_change(arena, from, data, n, v, sizeof v / sizeof *v, &out, NULL, &findings))
		return 1;
	return file_write(to, out.data, out.len);
}

#define WRITE_TEST(f) cmocka_unit_test_setup_teardown(f, open_book, leave)

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {WRITE_TEST(what_is_written_is_read_back), WRITE_TEST(sheets_are_made_to_be_worked_with), WRITE_TEST(bytes_are_the_same_each_time),
		WRITE_TEST(what_no_sheet_holds_is_said), WRITE_TEST(sheets_have_names_of_their_own), WRITE_TEST(cells_are_changed_and_rows_added),
		WRITE_TEST(the_rest_is_kept_byte_for_byte), WRITE_TEST(formulas_and_covered_cells_stay), WRITE_TEST(dates_get_a_format), WRITE_TEST(own_workbooks_can_be_changed),
		WRITE_TEST(what_cannot_be_changed_is_said)};
	if (argc == 2)
		return make(argv[1]);
	if (argc == 3)
		return change_file(argv[1], argv[2]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
