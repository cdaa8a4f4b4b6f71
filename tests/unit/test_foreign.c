/* Word files that are not as they should be: each is read within bounds, or refused with what to do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "pack/xmltree.h"
#include "read/foreign.h"
#include "parts.h"

static struct arena *arena;
static struct diag findings;
static struct buf text, file;

static int begin(void **state)
{
	(void)state;
	arena = arena_new();
	diag_init(&findings, arena);
	return 0;
}

static int end(void **state)
{
	(void)state;
	buf_free(&text);
	buf_free(&file);
	arena_free(arena);
	return 0;
}

static struct doc *read_text(void)
{
	buf_clear(&file);
	parts_pack(&file, text.data, text.len);
	return read_docx(arena, "a.docx", file.data, file.len, &findings);
}

static struct doc *read_parts(const char *s)
{
	buf_clear(&text);
	buf_puts(&text, s);
	return read_text();
}

static bool told(const char *id)
{
	for (size_t i = 0; i < findings.n; i++)
		if (strcmp(findings.items[i].msg->id, id) == 0)
			return true;
	return false;
}

static const struct node *first_para(const struct doc *d)
{
	const struct node *n = d->root;
	while (n && n->kind != NODE_PARA)
		n = doc_walk(d->root, n);
	return n;
}

static char *text_of(struct doc *d) { return doc_text(d, d->root); }

static void a_file_of_another_kind_is_refused(void **state)
{
	static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on";
	(void)state;
	assert_null(read_docx(arena, "a.doc", old, sizeof old, &findings));
	assert_true(told("docx-old"));
	assert_null(read_docx(arena, "a.docx", "<html>", 6, &findings));
	assert_true(told("docx-no-text"));
	assert_null(read_docx(arena, "a.docx", "PK\3\4 cut off", 10, &findings));
	assert_true(told("docx-damaged"));
	assert_null(read_parts("@xl/workbook.xml\n<workbook/>"));
	assert_null(read_docx(arena, "a.docx", "", 0, &findings));
}

static void a_damaged_part_is_named(void **state)
{
	(void)state;
	assert_null(read_parts("@document\n<w:p><w:r><w:t>thiếu</w:p>"));
	assert_true(told("docx-damaged"));
	assert_non_null(strstr(findings.items[0].text, "word/document.xml"));
}

static void entities_are_refused(void **state)
{
	(void)state;
	assert_null(read_parts("@word/document.xml\n<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
		"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"));
	assert_true(told("docx-damaged"));
}

static void other_encodings_are_read(void **state)
{
	(void)state;
	struct doc *d = read_parts("@word/document.xml\n<?xml version=\"1.0\" encoding=\"windows-1258\"?>"
		"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>\xD0i\xEA\xCC" "u</w:t></w:r></w:p></w:body></w:document>");
	assert_non_null(d);
	assert_string_equal(text_of(d), "Điều");
}

static void bytes_of_no_encoding_are_refused(void **state)
{
	(void)state;
	assert_null(read_parts("@document\n<w:p><w:r><w:t>\xFF\xFE\xC3(</w:t></w:r></w:p>"));
	assert_true(told("docx-damaged"));
}

static void a_long_chain_of_styles_is_read(void **state)
{
	(void)state;
	buf_clear(&text);
	buf_puts(&text, "@styles\n");
	for (int i = 0; i < 2000; i++)
		buf_printf(&text, "<w:style w:type=\"paragraph\" w:styleId=\"S%d\"><w:basedOn w:val=\"S%d\"/></w:style>", i, i + 1);
	buf_puts(&text, "\n@document\n<w:p><w:pPr><w:pStyle w:val=\"S0\"/></w:pPr><w:r><w:t>Một</w:t></w:r></w:p>");
	assert_non_null(read_text());
}

static void a_circle_of_styles_is_read(void **state)
{
	(void)state;
	struct doc *d = read_parts("@styles\n<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/><w:rPr><w:sz w:val=\"30\"/></w:rPr></w:style>"
		"<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>\n@document\n<w:p><w:pPr><w:pStyle w:val=\"B\"/></w:pPr><w:r><w:t>Một</w:t></w:r></w:p>");
	assert_non_null(d);
	assert_int_equal(first_para(d)->u.para.look->style.size_hp, 30);
}

static void lists_that_go_in_a_circle_end(void **state)
{
	(void)state;
	struct doc *d = read_parts("@styles\n<w:style w:type=\"numbering\" w:styleId=\"K\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\n"
		"@numbering\n<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"K\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\n"
		"@document\n<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Một</w:t></w:r></w:p>");
	assert_non_null(d);
	assert_string_equal(text_of(d), "Một");
}

static void numbers_out_of_all_bounds_are_bounded(void **state)
{
	(void)state;
	struct doc *d = read_parts("@document\n<w:tbl><w:tblGrid><w:gridCol w:w=\"-99999999999\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2147483648\"/></w:tcPr>"
		"<w:p><w:pPr><w:ind w:left=\"999999999999\" w:firstLine=\"-1e300\"/><w:spacing w:line=\"nan\" w:after=\"99999999\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"999999\"/></w:rPr>"
		"<w:t>Một</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Hai</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
	assert_non_null(d);
	assert_string_equal(text_of(d), "Một\nHai"); /* what is right of the last column is not lost */
	assert_true(told("docx-wide-table"));
	const struct look *k = first_para(d)->u.para.look;
	assert_in_range(k->style.size_hp, 2, 400);
	assert_in_range(k->style.left_indent, 0, 31680);
	assert_in_range(k->style.line, 1, 31680);
}

static void nesting_is_bounded(void **state)
{
	(void)state;
	buf_clear(&text);
	buf_puts(&text, "@document\n");
	for (int i = 0; i < 45; i++)
		buf_puts(&text, "<w:tbl><w:tr><w:tc>");
	buf_puts(&text, "<w:p><w:r><w:t>sâu</w:t></w:r></w:p>");
	for (int i = 0; i < 45; i++)
		buf_puts(&text, "</w:tc></w:tr></w:tbl>");
	buf_puts(&text, "<w:p><w:r><w:t>Sau</w:t></w:r></w:p>");
	struct doc *d = read_text();
	assert_non_null(d);
	assert_true(told("docx-deep"));
	assert_non_null(strstr(text_of(d), "Sau"));
	buf_clear(&text); /* deeper than XML may be */
	buf_puts(&text, "@document\n");
	for (int i = 0; i < 5000; i++)
		buf_puts(&text, "<w:sdt>");
	assert_null(read_text());
}

static void too_many_paragraphs_are_refused(void **state)
{
	(void)state;
	buf_clear(&text);
	buf_puts(&text, "@document\n");
	for (int i = 0; i < 100001; i++)
		buf_puts(&text, "<w:p/>");
	assert_null(read_text());
	assert_true(told("docx-many-paragraphs"));
}

static void missing_parts_are_said(void **state)
{
	(void)state;
	struct doc *d = read_parts("@word/_rels/document.xml.rels\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
		"<Relationship Id=\"a\" Type=\"x/styles\" Target=\"styles.xml\"/><Relationship Id=\"b\" Type=\"x/image\" Target=\"http://a/b.png\" TargetMode=\"External\"/>"
		"<Relationship Id=\"c\" Type=\"x/hyperlink\" Target=\"http://a\" TargetMode=\"External\"/></Relationships>\n"
		"@document\n<w:p><w:r><w:t>Một</w:t></w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"khong-co\"/></w:sectPr>");
	assert_non_null(d);
	assert_true(told("docx-lost-part"));
	assert_true(d->foreign->linked);
	assert_int_equal(findings.n_errors, 0);
}

static void a_file_without_text_says_so(void **state)
{
	(void)state;
	assert_null(read_parts("@document\n<w:p/>"));
	assert_true(told("docx-empty"));
}

static void a_signed_file_and_macros_are_noted(void **state)
{
	(void)state;
	struct doc *d = read_parts("@_xmlsignatures/sig1.xml\n<x/>\n@word/vbaProject.bin\nmacro\n@document\n<w:p><w:r><w:t>Một</w:t></w:r></w:p>");
	assert_non_null(d);
	assert_true(d->foreign->is_signed);
	assert_true(d->foreign->macros);
	assert_true(told("docx-signed"));
}

static void most_letters_decide(void **state)
{
	(void)state;
	struct doc *d = read_parts("@document\n<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Hầu hết đậm</w:t></w:r><w:r><w:t> trừ</w:t></w:r></w:p>");
	assert_non_null(d);
	const struct para *p = &first_para(d)->u.para;
	assert_false(p->look->style.bold);
	assert_true(para_mostly(p, NULL, RUN_BOLD));
	assert_false(para_mostly(p, NULL, RUN_ITALIC));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_file_of_another_kind_is_refused, begin, end),
		cmocka_unit_test_setup_teardown(a_damaged_part_is_named, begin, end),
		cmocka_unit_test_setup_teardown(entities_are_refused, begin, end),
		cmocka_unit_test_setup_teardown(other_encodings_are_read, begin, end),
		cmocka_unit_test_setup_teardown(bytes_of_no_encoding_are_refused, begin, end),
		cmocka_unit_test_setup_teardown(a_long_chain_of_styles_is_read, begin, end),
		cmocka_unit_test_setup_teardown(a_circle_of_styles_is_read, begin, end),
		cmocka_unit_test_setup_teardown(lists_that_go_in_a_circle_end, begin, end),
		cmocka_unit_test_setup_teardown(numbers_out_of_all_bounds_are_bounded, begin, end),
		cmocka_unit_test_setup_teardown(nesting_is_bounded, begin, end),
		cmocka_unit_test_setup_teardown(too_many_paragraphs_are_refused, begin, end),
		cmocka_unit_test_setup_teardown(missing_parts_are_said, begin, end),
		cmocka_unit_test_setup_teardown(a_file_without_text_says_so, begin, end),
		cmocka_unit_test_setup_teardown(a_signed_file_and_macros_are_noted, begin, end),
		cmocka_unit_test_setup_teardown(most_letters_decide, begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
