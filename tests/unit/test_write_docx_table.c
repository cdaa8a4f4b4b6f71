/* DOCX: tables. */
#include "docx_fixture.h"

static void test_merged_cells(void **state)
{
	(void)state;
	struct node *t = add_table(section, 3, true);
	struct node *head = doc_add(d, t, NODE_ROW, nowhere);
	head->u.row.header = true;
	add_cell(head, 0, 1, 2, "TT");
	add_cell(head, 1, 2, 1, "Thời gian")->u.cell.valign = 1;
	struct node *row = doc_add(d, t, NODE_ROW, nowhere);
	add_cell(row, 1, 1, 1, "1");
	add_cell(row, 2, 1, 1, NULL);
	measured();
	give_widths(t, 1000);
	write_it();
	const char *x = document();
	HAS(x, "<w:tblPr><w:tblStyle w:val=\"Bang\"/><w:tblW w:w=\"3000\" w:type=\"dxa\"/><w:tblInd w:w=\"108\" w:type=\"dxa\"/>"
		"<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/></w:tblGrid>");
	HAS(x, "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"1000\" w:type=\"dxa\"/><w:vMerge w:val=\"restart\"/></w:tcPr>"
		"<w:p><w:pPr><w:pStyle w:val=\"OBang\"/><w:keepNext/></w:pPr><w:r><w:t>TT</w:t></w:r></w:p></w:tc>");
	HAS(x, "<w:tcW w:w=\"2000\" w:type=\"dxa\"/><w:gridSpan w:val=\"2\"/><w:vAlign w:val=\"center\"/></w:tcPr>");
	HAS(x, "<w:vMerge/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"OBang\"/></w:pPr></w:p></w:tc>");
	assert_int_equal(times(x, "<w:tc>"), 5);
	HAS(x, "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"NganCach\"/>"); /* a body ends with no table */
}

/* A merged cell of four rows, cut before its second and its fourth: three cells that say the same. */
static void test_cut_cells(void **state)
{
	(void)state;
	struct node *t = add_table(section, 2, true);
	add_cell(doc_add(d, t, NODE_ROW, nowhere), 0, 1, 4, "Nhãn");
	for (int i = 1; i < 4; i++)
		doc_add(d, t, NODE_ROW, nowhere);
	measured();
	struct table_cut cuts[] = {{1, 0}, {3, 0}};
	pages->tables[t->id].cuts = cuts;
	pages->tables[t->id].n_cuts = 2;
	write_it();
	const char *x = document();
	assert_int_equal(times(x, "Nhãn"), 3);
	assert_int_equal(times(x, "<w:vMerge w:val=\"restart\"/>"), 1); /* the others are one row high */
	assert_int_equal(times(x, "<w:vMerge/>"), 1);
	assert_int_equal(times(x, "<w:tc>"), 8);
}

/* Rows that lack cells, cells that overlap or lie outside: every row still has all its columns. */
static void test_ragged_rows(void **state)
{
	(void)state;
	struct node *t = add_table(section, 4, false);
	struct node *a = doc_add(d, t, NODE_ROW, nowhere), *b = doc_add(d, t, NODE_ROW, nowhere);
	add_cell(a, 1, 900, 900, "a");
	add_cell(b, 0, 4, 1, "b");
	add_cell(b, 70, 1, 1, "c");
	doc_add(d, t, NODE_ROW, nowhere);
	measured();
	give_widths(t, 500);
	write_it();
	const char *x = document();
	assert_int_equal(times(x, "<w:gridSpan w:val=\"3\"/>"), 3);
	assert_int_equal(times(x, "<w:tc>"), 6);
	HAS(x, "<w:tblStyle w:val=\"KhungKhongKe\"/>");
	every_part_is_xml();
}

static void test_tables_apart_and_deep(void **state)
{
	(void)state;
	struct node *parent = section;
	for (int i = 0; i < 40; i++) {
		struct node *row = doc_add(d, add_table(parent, 1, true), NODE_ROW, nowhere);
		parent = add_cell(row, 0, 1, 1, NULL);
	}
	struct node *row = doc_add(d, add_table(section, 1, true), NODE_ROW, nowhere);
	add_cell(row, 0, 1, 1, "x");
	add_table(section, 0, true); /* no columns: nothing */
	write_it();
	const char *x = document();
	HAS(x, "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"NganCach\"/></w:pPr></w:p><w:tbl>");
	HAS_NOT(x, "</w:tbl></w:tc>");
	every_part_is_xml();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_merged_cells), TEST(test_cut_cells), TEST(test_ragged_rows), TEST(test_tables_apart_and_deep),
	};
	return cmocka_run_group_tests_name("write docx tables", tests, NULL, NULL);
}
