/* read/book.h: workbooks of many programs. */
#include "book_fixture.h"
#include "base/file.h"

static void cells_are_read_as_shown(void **state)
{
	(void)state;
	const char *styles = styles_xml("<numFmt numFmtId='164' formatCode='mm/yyyy'/><numFmt numFmtId='165' formatCode='000'/>",
		"<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='9'/><xf numFmtId='3'/><xf numFmtId='49'/>");
	struct book *b = book_of(sheet_xml("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='inlineStr'><is><r><t>03</t></r><r><t>/2025</t></r></is></c></row>"
		"<row r='3' hidden='1'><c r='B3' s='1'><v>45792</v></c><c r='C3' s='2'><v>45717</v></c><c r='D3' s='3'><v>7</v></c><c r='E3' s='4'><v>0.75</v></c>"
		"<c r='F3' s='5'><v>1234567</v></c><c r='G3' t='b'><v>1</v></c><c r='H3' t='e'><v>#N/A</v></c><c r='I3' s='6'><v>12.5</v></c></row>"
		"<row r='4'><c r='A4' t='str'><f>B4&amp;\"x\"</f><v>kết quả</v></c><c r='B4'><f t='shared' si='0'/><v>3</v></c><c r='C4'><f>C4</f></c></row>"),
		strings_xml("<si><t xml:space='preserve'> Nhiệm vụ</t></si>"
			"<si><r><rPr><b/></rPr><t>Cơ quan </t></r><r><t>chủ trì</t></r><rPh sb='0' eb='1'><t>phonetic</t></rPh><phoneticPr fontId='1'/></si>"), styles);
	assert_string_equal(all_rows(b, 0), "1 A=t: Nhiệm vụ B=t:Cơ quan chủ trì C=t:03/2025\n"
		"3h B=d:15/05/2025 C=d:03/2025 D=n:007 E=n:75% F=n:1.234.567 G=b:TRUE H=e:#N/A I=n:12,5\n"
		"4 A=t:kết quả B=n:3 C=-:");
	assert_string_equal(ids(), "");
	assert_false(book_failed(b));
}

/* Cells that matter are asked for; the others may hold any error. */
static void errors_count_where_they_matter(void **state)
{
	(void)state;
	struct book *b = book_of(sheet_xml("<row r='4'><c r='B4' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='C4'><f>C4</f></c><c r='D4'><v>1</v></c></row>"), NULL, NULL);
	assert_true(book_rows(b, 0));
	const struct sheet_row *r = book_next(b);
	assert_true(book_usable(b, r, sheet_at(r, 0)));
	assert_true(book_usable(b, r, sheet_at(r, 3)));
	assert_int_equal(findings.n, 0);
	assert_false(book_usable(b, r, sheet_at(r, 1)));
	assert_false(book_usable(b, r, sheet_at(r, 2)));
	assert_string_equal(ids(), "cell-error formula-without-value");
	assert_non_null(strstr(findings.items[0].text, "Nhiệm vụ!B4"));
	assert_int_equal(findings.items[0].pos.line, 4);
	assert_int_equal(findings.items[0].pos.col, 2);
}

/* No dimension, no styles, no references, as slim writers leave them out. */
static void places_may_be_missing(void **state)
{
	(void)state;
	struct book *b = book_of(sheet_xml("<row><c t='inlineStr'><is><t>TT</t></is></c><c/><c t='inlineStr'><is><t>Việc</t></is></c></row>"
		"<row/><row><c><v>1</v></c><c r='D3'><v>2</v></c><c><v>3</v></c></row>"), NULL, NULL);
	assert_string_equal(all_rows(b, 0), "1 A=t:TT C=t:Việc\n3 A=n:1 D=n:2 E=n:3");
	assert_string_equal(ids(), "");
}

static void texts_are_cleaned(void **state)
{
	(void)state;
	struct book *b = book_of(sheet_xml("<row r='1'>"
		"<c t='inlineStr'><is><t>a_x000D_\nb_x0009_c_x005F_x000D_ _x00G0_</t></is></c>"
		"<c t='inlineStr'><is><t>So\xCC\x9B\xCC\x89 Nô\xCC\xA3i\xC2\xA0vu\xCC\xA3</t></is></c>"
		"<c t='inlineStr'><is><t>\xEF\xBB\xBF" "vô\xE2\x80\x8B hình \xE2\x80\x93 gạch</t></is></c>"
		"<c t='inlineStr'><is><t><![CDATA[<x> & y]]></t></is></c></row>"), NULL, NULL);
	assert_string_equal(all_rows(b, 0), "1 A=t:a\nb\tc_x000D_ _x00G0_ B=t:Sở Nội vụ C=t:vô hình – gạch D=t:<x> & y");
}

static void dates_of_1904_and_iso_dates(void **state)
{
	(void)state;
	struct member m[] = {{"_rels/.rels", package_rels}, {"xl/_rels/workbook.xml.rels", usual_rels},
		{"xl/workbook.xml", "<workbook xmlns='" MAIN_NS "' xmlns:r='" REL_NS "'><workbookPr date1904='1'/><sheets><sheet name='A' sheetId='1' r:id='rId1'/></sheets></workbook>"},
		{"xl/styles.xml", styles_xml("", "<xf numFmtId='0'/><xf numFmtId='14'/>")},
		{"xl/worksheets/sheet1.xml", sheet_xml("<row r='1'><c s='1'><v>44330</v></c><c s='1' t='d'><v>2025-05-15T00:00:00.000Z</v></c><c t='d'><v>2025-05-15</v></c>"
			"<c t='d'><v>2025-02-30</v></c></row>")}, {NULL, NULL}};
	pack(m);
	struct book *b = book_open_bytes(arena, "mac.xlsx", package.data, package.len, &findings);
	assert_string_equal(all_rows(b, 0), "1 A=d:15/05/2025 B=d:15/05/2025 C=d:15/05/2025 D=t:2025-02-30");
}

/* Targets as programs write them: absolute, with backslashes, in another case, with a prefix; strict namespaces. */
static void parts_are_found_wherever_they_are(void **state)
{
	(void)state;
	static const char *const targets[] = {"/xl/worksheets/sheet1.xml", "worksheets\\sheet1.xml", "Worksheets/Sheet1.XML", "./worksheets/../worksheets/sheet1.xml",
		"../xl/worksheets/sheet1.xml", "worksheets/sheet%31.xml"};
	static const char strict[] = "http://purl.oclc.org/ooxml/officeDocument/relationships";
	for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
		struct member m[] = {
			{"_rels/.rels", arena_printf(arena, "<Relationships xmlns='" PKG_REL "'><Relationship Id='a' Type='%s/officeDocument' Target='/xl/workbook.xml'/></Relationships>", strict)},
			{"xl/workbook.xml", "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:r='http://purl.oclc.org/ooxml/officeDocument/relationships'>"
				"<x:sheets><x:sheet name='A' sheetId='1' r:id='R7'/></x:sheets></x:workbook>"},
			{"xl/_rels/workbook.xml.rels", arena_printf(arena, "<Relationships xmlns='" PKG_REL "'><Relationship Id='R7' Type='%s/worksheet' Target='%s'/></Relationships>", strict, targets[i])},
			{"xl/worksheets/sheet1.xml", "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:y='u'><x:sheetData><x:row r='2' y:dyDescent='0.25'>"
				"<x:c r='B2'><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>"}, {NULL, NULL}};
		pack(m);
		assert_string_equal(all_rows(book_open_bytes(arena, "a.xlsx", package.data, package.len, &findings), 0), "2 B=n:5");
	}
	assert_string_equal(ids(), "");
}

static void members_with_backslashes_are_found(void **state)
{
	(void)state;
	struct member m[] = {{"_rels\\.rels", package_rels}, {"xl\\workbook.xml", one_sheet}, {"xl\\_rels\\workbook.xml.rels", usual_rels},
		{"xl\\worksheets\\sheet1.xml", sheet_xml("<row><c><v>1</v></c></row>")}, {NULL, NULL}};
	pack(m);
	assert_string_equal(all_rows(book_open_bytes(arena, "a.xlsx", package.data, package.len, &findings), 0), "1 A=n:1");
}

static void sheets_columns_and_joined_cells(void **state)
{
	(void)state;
	struct member m[] = {{"_rels/.rels", package_rels},
		{"xl/workbook.xml", "<workbook xmlns='" MAIN_NS "' xmlns:r='" REL_NS "'><sheets><sheet name='Nhiệm vụ' sheetId='1' r:id='rId1'/>"
			"<sheet name='Danh mục' sheetId='2' state='hidden' r:id='rId2'/><sheet name='Biểu đồ' sheetId='3' r:id='rId3'/><sheet name='Mất &amp; &lt;hỏng&gt;' sheetId='4' r:id='rId4'/></sheets></workbook>"},
		{"xl/_rels/workbook.xml.rels", "<Relationships xmlns='" PKG_REL "'><Relationship Id='rId1' Type='" REL_NS "/worksheet' Target='worksheets/sheet1.xml'/>"
			"<Relationship Id='rId2' Type='" REL_NS "/worksheet' Target='worksheets/sheet2.xml'/><Relationship Id='rId3' Type='" REL_NS "/chartsheet' Target='chartsheets/sheet1.xml'/>"
			"<Relationship Id='rId4' Type='" REL_NS "/worksheet' Target='worksheets/sheet4.xml'/><Relationship Id='rId5' Type='" REL_NS "/externalLink' Target='externalLinks/externalLink1.xml'/></Relationships>"},
		{"xl/worksheets/sheet1.xml", "<worksheet xmlns='" MAIN_NS "'><cols><col min='2' max='3' hidden='1'/><col min='5' max='5' width='9'/></cols><sheetData>"
			"<row r='1'><c r='A1' t='inlineStr'><is><t>&lt;mergeCell ref=\"Z1:Z9\"/></t></is></c></row></sheetData>"
			"<mergeCells count='3'><mergeCell ref='C5:D6'/><mergeCell ref='A1:E1'/><mergeCell ref='B2'/></mergeCells></worksheet>"},
		{"xl/worksheets/sheet2.xml", "<worksheet xmlns='" MAIN_NS "'/>"}, {NULL, NULL}};
	pack(m);
	struct book *b = book_open_bytes(arena, "so.xlsx", package.data, package.len, &findings);
	size_t n;
	assert_int_equal(book_count(b), 3);
	assert_true(book_sheet(b, 1)->hidden);
	assert_string_equal(book_sheet(b, 2)->name, "Mất & <hỏng>");
	assert_int_equal(book_find(b, "nhiem vu"), 0);
	assert_int_equal(book_find(b, "DANH MỤC"), 1);
	assert_int_equal(book_find(b, "khác"), -1);
	assert_string_equal(all_rows(b, 0), "1 A=t:<mergeCell ref=\"Z1:Z9\"/>");
	assert_false(book_col_hidden(b, 0));
	assert_true(book_col_hidden(b, 1));
	assert_true(book_col_hidden(b, 2));
	assert_false(book_col_hidden(b, 4));
	const struct sheet_range *r = book_merges(b, 0, &n);
	assert_int_equal(n, 2);
	assert_int_equal(r[0].last_col, 4);
	assert_int_equal(r[1].row, 5);
	assert_string_equal(all_rows(b, 1), "");
	assert_false(book_rows(b, 2));
	assert_string_equal(ids(), "workbook-links sheet-lost");
}

/* Thousands of joined ranges: more than a piece of the sheet, so that some are cut by its end. */
static void joined_cells_across_pieces(void **state)
{
	(void)state;
	struct buf s = BUF_INIT;
	size_t n;
	buf_puts(&s, "<worksheet xmlns='" MAIN_NS "'><sheetData/><mergeCells>");
	for (int i = 1; i <= 9000; i++)
		buf_printf(&s, "<mergeCell ref=\"A%d:B%d\"/>", i, i);
	buf_puts(&s, "</mergeCells></worksheet>");
	struct book *b = book_of(s.data, NULL, NULL);
	const struct sheet_range *r = book_merges(b, 0, &n);
	assert_int_equal(n, 9000);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(r[i].row, i + 1);
	buf_free(&s);
}

static void rows_and_cells_out_of_order(void **state)
{
	(void)state;
	struct book *b = book_of(sheet_xml("<row r='2'><c r='C2'><v>3</v></c><c r='A2'><v>1</v></c><c r='A2'><v>9</v></c></row>"
		"<row r='2'><c r='B2'><v>2</v></c></row><row r='1'><c r='A1'><v>0</v></c><c r='XFE1'><v>1</v></c><c r='?'><v>1</v></c></row>"), NULL, NULL);
	assert_string_equal(all_rows(b, 0), "2 A=n:1 C=n:3\n2 B=n:2\n1 A=n:0");
	assert_string_equal(ids(), "cell-twice row-twice row-order cell-place cell-place");
}

static void a_missing_text_is_said(void **state)
{
	(void)state;
	struct book *b = book_of(sheet_xml("<row r='1'><c t='s'><v>1</v></c><c t='s'><v>-1</v></c><c t='s'><v>0</v></c></row>"), strings_xml("<si><t>x</t></si>"), NULL);
	assert_string_equal(all_rows(b, 0), "1 A=e:#VALUE! B=e:#VALUE! C=t:x");
	assert_string_equal(ids(), "string-index string-index");
}

/* Shared strings beyond what is held in memory come back whole, in any order. */
static void many_strings_come_back(void **state)
{
	(void)state;
	enum { N = 300000 }; /* 25 MB */
	struct buf strings = BUF_INIT, rows = BUF_INIT;
	for (int i = 0; i < N; i++)
		buf_printf(&strings, "<si><t>Nhiệm vụ số %d của cơ quan, đơn vị được giao chủ trì thực hiện</t></si>", i);
	for (int i = 0; i < 3000; i++)
		buf_printf(&rows, "<row><c t='s'><v>%d</v></c></row>", (int)((long)i * 79193 % N));
	struct book *b = book_of(sheet_xml(rows.data), strings_xml(strings.data), NULL);
	const struct sheet_row *r;
	assert_true(book_rows(b, 0));
	for (int i = 0; i < 3000; i++) {
		assert_non_null(r = book_next(b));
		assert_string_equal(sheet_text(r, 0), arena_printf(arena, "Nhiệm vụ số %d của cơ quan, đơn vị được giao chủ trì thực hiện", (int)((long)i * 79193 % N)));
	}
	assert_null(book_next(b));
	assert_string_equal(ids(), "");
	buf_free(&strings);
	buf_free(&rows);
}

/* As some .NET programs write their parts. */
static void parts_in_utf16_are_read(void **state)
{
	(void)state;
	static const char sheet[] = "<?xml version='1.0' encoding='UTF-16'?><worksheet xmlns='" MAIN_NS "'><sheetData><row><c t='inlineStr'><is><t>a</t></is></c></row></sheetData>"
		"<mergeCells><mergeCell ref='A1:C1'/></mergeCells></worksheet>";
	char wide[2 * sizeof sheet] = "\xFF\xFE";
	const char *why;
	size_t n;
	for (size_t i = 0; i < sizeof sheet - 1; i++)
		wide[2 + 2 * i] = sheet[i];
	struct zip_out *z = zip_out_new();
	zip_out_add(z, "_rels/.rels", package_rels, sizeof package_rels - 1, false);
	zip_out_add(z, "xl/workbook.xml", one_sheet, sizeof one_sheet - 1, false);
	zip_out_add(z, "xl/_rels/workbook.xml.rels", usual_rels, sizeof usual_rels - 1, false);
	zip_out_add(z, "xl/worksheets/sheet1.xml", wide, 2 * sizeof sheet, false);
	assert_int_equal(zip_out_close(z, &package, &why), 0);
	struct book *b = book_open_bytes(arena, "net.xlsx", package.data, package.len, &findings);
	assert_string_equal(all_rows(b, 0), "1 A=t:a");
	assert_int_equal(book_merges(b, 0, &n)[0].last_col, 2);
	assert_int_equal(n, 1);
	assert_string_equal(ids(), "");
}

static void cells_in_bold_are_told(void **state)
{
	(void)state;
	struct book *b = book_of(sheet_xml("<row><c s='1'><v>1</v></c><c s='0'><v>2</v></c><c s='2'><v>3</v></c></row>"), NULL,
		"<styleSheet xmlns='" MAIN_NS "'><fonts><font><sz val='11'/></font><font><b/></font><font><b val='0'/></font></fonts>"
		"<cellXfs><xf fontId='0'/><xf fontId='1'/><xf fontId='2'/></cellXfs></styleSheet>");
	assert_true(book_rows(b, 0));
	const struct sheet_row *r = book_next(b);
	assert_true(r->cells[0].bold);
	assert_false(r->cells[1].bold);
	assert_false(r->cells[2].bold);
}

/* ---- bad input ---- */

static void a_damaged_sheet_gives_its_rows_up_to_there(void **state)
{
	(void)state;
	struct book *b = book_of("<worksheet xmlns='" MAIN_NS "'><sheetData><row r='1'><c><v>1</v></c></row><row r='2'><c><v>2</v></oops>", NULL, NULL);
	assert_string_equal(all_rows(b, 0), "1 A=n:1");
	assert_true(book_failed(b));
	assert_string_equal(ids(), "sheet-damaged");
	assert_non_null(strstr(findings.items[0].text, "Nhiệm vụ"));
}

static void entities_are_refused(void **state)
{
	(void)state;
	struct book *b = book_of("<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><worksheet xmlns='" MAIN_NS "'><sheetData><row><c t='inlineStr'><is><t>&b;</t></is></c></row></sheetData></worksheet>",
		NULL, NULL);
	assert_string_equal(all_rows(b, 0), "(none)");
	assert_string_equal(ids(), "sheet-damaged");
	diag_init(&findings, arena);
	b = book_of(sheet_xml("<row><c t='s'><v>0</v></c></row>"), "<!DOCTYPE sst SYSTEM 'file:///etc/passwd'><sst xmlns='" MAIN_NS "'><si><t>x</t></si></sst>", NULL);
	assert_string_equal(all_rows(b, 0), "(none)");
	assert_string_equal(ids(), "workbook-damaged");
}

static void other_files_are_refused_by_name(void **state)
{
	(void)state;
	static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" "0123456789abcdef";
	static const char encrypted[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0...";
	static const struct { const char *data; size_t n; const char *id; } files[] = {{"", 0, "workbook-empty"}, {ole, sizeof ole, "workbook-xls"},
		{encrypted, sizeof encrypted, "workbook-encrypted"}, {"%PDF-1.7\n", 9, "workbook-pdf"}, {"\n <html><table>", 15, "workbook-web"},
		{"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", 80, "workbook-xml"}, {"PK\3\4 broken", 11, "workbook-damaged"},
		{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "csv-binary"}, {"{\\rtf1 x}", 9, "workbook-word"}};
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		diag_init(&findings, arena);
		assert_null(book_open_bytes(arena, "x.xlsx", files[i].data, files[i].n, &findings));
		assert_string_equal(ids(), files[i].id);
	}
	static const struct { struct member m[3]; const char *id; } packages[] = {{{{"word/document.xml", "<x/>"}}, "workbook-word"},
		{{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}}, "workbook-ods"},
		{{{"xl/workbook.bin", "x"}}, "workbook-xlsb"}, {{{"so.xlsx", "x"}}, "workbook-zip"}, {{{"xl/workbook.xml", "<workbook/>"}}, "workbook-no-sheet"},
		{{{"xl/workbook.xml", "<workbook>"}}, "workbook-damaged"}};
	for (size_t i = 0; i < sizeof packages / sizeof *packages; i++) {
		diag_init(&findings, arena);
		pack(packages[i].m);
		assert_null(book_open_bytes(arena, "x.xlsx", package.data, package.len, &findings));
		assert_string_equal(ids(), packages[i].id);
	}
	assert_null(book_open(arena, "/no/such/file.xlsx", &findings));
	assert_null(book_open(arena, "/dev/null", &findings));
	assert_null(book_open(arena, "/", &findings));
}

/* Whatever part of it is missing: a finding, never an empty book. */
static void a_truncated_workbook_is_refused(void **state)
{
	(void)state;
	book_of(sheet_xml("<row><c><v>1</v></c></row>"), NULL, NULL);
	for (size_t n = 4; n < package.len; n += 7) {
		diag_init(&findings, arena);
		assert_null(book_open_bytes(arena, "x.xlsx", package.data, n, &findings));
		assert_string_equal(ids(), "workbook-damaged");
	}
}

static void a_bomb_is_refused(void **state)
{
	(void)state;
	struct buf s = BUF_INIT;
	buf_puts(&s, "<worksheet xmlns='" MAIN_NS "'><sheetData><row><c t='inlineStr'><is><t>");
	for (int i = 0; i < 3000000; i++)
		buf_putc(&s, ' ');
	buf_puts(&s, "</t></is></c></row></sheetData></worksheet>");
	struct book *b = book_of(s.data, NULL, NULL);
	assert_false(book_rows(b, 0));
	assert_string_equal(ids(), "workbook-damaged");
	assert_non_null(strstr(findings.items[0].text, "bomb"));
	buf_free(&s);
}

static void a_row_of_all_columns_and_rows_without_cells(void **state)
{
	(void)state;
	struct buf rows = BUF_INIT;
	const struct sheet_row *r;
	buf_puts(&rows, "<row>");
	for (int i = 0; i < SHEET_COLS; i++)
		buf_puts(&rows, "<c><v>1</v></c>");
	buf_puts(&rows, "<c><v>1</v></c></row>");
	for (int i = 0; i < 100000; i++)
		buf_puts(&rows, "<row><c s='1'/><c s='1'/></row>");
	struct book *b = book_of(sheet_xml(rows.data), NULL, NULL);
	assert_true(book_rows(b, 0));
	assert_non_null(r = book_next(b));
	assert_int_equal(r->n, SHEET_COLS);
	assert_string_equal(sheet_text(r, SHEET_COLS - 1), "1");
	assert_null(book_next(b));
	assert_string_equal(ids(), "cell-place");
	buf_free(&rows);
}

/* A file is read as its bytes are. */
static void a_file_is_read_without_holding_it(void **state)
{
	(void)state;
	char path[] = "/tmp/vanban-book-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	book_of(sheet_xml("<row><c><v>1</v></c></row>"), NULL, NULL);
	assert_int_equal(file_write(path, package.data, package.len), 0);
	struct book *b = book_open(arena, path, &findings);
	assert_string_equal(all_rows(b, 0), "1 A=n:1");
	assert_string_equal(all_rows(b, 0), "1 A=n:1");
	remove(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {TEST(cells_are_read_as_shown), TEST(errors_count_where_they_matter), TEST(places_may_be_missing), TEST(texts_are_cleaned),
		TEST(dates_of_1904_and_iso_dates), TEST(parts_are_found_wherever_they_are), TEST(members_with_backslashes_are_found), TEST(sheets_columns_and_joined_cells),
		TEST(joined_cells_across_pieces), TEST(rows_and_cells_out_of_order), TEST(a_missing_text_is_said), TEST(many_strings_come_back), TEST(parts_in_utf16_are_read), TEST(cells_in_bold_are_told),
		TEST(a_damaged_sheet_gives_its_rows_up_to_there), TEST(entities_are_refused), TEST(other_files_are_refused_by_name), TEST(a_truncated_workbook_is_refused),
		TEST(a_bomb_is_refused), TEST(a_row_of_all_columns_and_rows_without_cells), TEST(a_file_is_read_without_holding_it)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
