/* The DOCX: what stands in its parts, told by their XML; that it is whole for any tree. */
#include "docx_fixture.h"

static void test_same_bytes_twice(void **state)
{
	(void)state;
	para("Nội dung");
	write_it();
	struct buf first = BUF_INIT;
	buf_put(&first, out.data, out.len);
	write_it();
	assert_int_equal(first.len, out.len);
	assert_memory_equal(first.data, out.data, out.len);
	assert_memory_equal(out.data + 30, "[Content_Types].xml", 19);
	buf_free(&first);
	every_part_is_xml();
}

static void test_empty_tree(void **state)
{
	(void)state;
	write_it();
	every_part_is_xml();
	HAS(document(), "<w:p><w:pPr><w:pStyle w:val=\"NganCach\"/>");
}

static void test_runs_say_what_the_style_does_not(void **state)
{
	(void)state;
	struct node *p = para("a ");
	doc_run(d, p, RUN_TEXT, "đậm", RUN_BOLD);
	doc_run(d, p, RUN_TEXT, "2", RUN_SUP);
	doc_run(d, p, RUN_BREAK, NULL, 0);
	doc_run(d, p, RUN_SLOT, "\u00A0\u00A0", 0);
	doc_para(d, section, ROLE_HEADING1, "I. MỤC ĐÍCH", RUN_BOLD | RUN_ITALIC, nowhere);
	write_it();
	const char *x = document();
	HAS(x, "<w:p><w:pPr><w:pStyle w:val=\"NoiDung\"/></w:pPr><w:r><w:t xml:space=\"preserve\">a </w:t></w:r>"
		"<w:r><w:rPr><w:b/></w:rPr><w:t>đậm</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>"
		"<w:r><w:br/></w:r><w:r><w:t>\u00A0\u00A0</w:t></w:r></w:p>");
	HAS(x, "<w:p><w:pPr><w:pStyle w:val=\"DeMuc1\"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>I. MỤC ĐÍCH</w:t></w:r></w:p>");
}

static void test_overrides(void **state)
{
	(void)state;
	struct node *p = para("x");
	p->u.para.align = ALIGN_CENTER;
	p->u.para.outline = 2;
	p->u.para.space_before = 240;
	struct node *q = para("y"), *title = para("z"), *r = para("");
	r->u.para.role = ROLE_RULE;
	title->u.para.role = ROLE_HEADING1;
	measured();
	pages->paras[p->id].keep_next = true;
	pages->paras[title->id].free_next = true;
	pages->paras[q->id] = (struct para_layout){.n_lines = 1, .indent_left = 700, .indent_right = 701};
	pages->paras[r->id].lower = 3;
	write_it();
	HAS(document(), "<w:pStyle w:val=\"NoiDung\"/><w:keepNext/><w:spacing w:before=\"240\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"1\"/></w:pPr>");
	HAS(document(), "<w:pStyle w:val=\"NoiDung\"/><w:ind w:left=\"700\" w:right=\"701\"/></w:pPr>");
	HAS(document(), "<w:pStyle w:val=\"DuongKe\"/><w:spacing w:line=\"57\" w:lineRule=\"exact\"/></w:pPr>");
	HAS(document(), "<w:pStyle w:val=\"DeMuc1\"/><w:keepNext w:val=\"0\"/></w:pPr>");
}

static void test_guards(void **state)
{
	(void)state;
	struct node *p = para("số 71 của ");
	doc_run(d, p, RUN_TEXT, "57-NQ/TW", RUN_BOLD);
	measured();
	/* "số" has 4 bytes, its space is byte 4; the hyphen is byte 16 of the text; out of order, as layout may note them */
	struct guard g[] = {{GUARD_HYPHEN, 16, 17, 0}, {GUARD_SPACE, 4, 5, 0}, {GUARD_SPACING, 0, 4, -1}, {GUARD_SPACING, 14, 16, 1}};
	pages->paras[p->id].guards = g;
	pages->paras[p->id].n_guards = 4;
	assert_string_equal(doc_text(d, p), "số 71 của 57-NQ/TW");
	write_it();
	const char *x = document();
	HAS(x, "<w:r><w:rPr><w:spacing w:val=\"-1\"/></w:rPr><w:t>số</w:t></w:r>");
	HAS(x, "<w:t xml:space=\"preserve\">\u00A071 của </w:t>");
	HAS(x, "<w:r><w:rPr><w:b/><w:spacing w:val=\"1\"/></w:rPr><w:t>57</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r>");
}

/* Guards beyond the text, overlapping or doubled lose no letter. */
static void test_wild_guards(void **state)
{
	(void)state;
	struct node *p = para("abc-def ghi");
	measured();
	struct guard g[] = {{GUARD_SPACING, 2, 900, 1}, {GUARD_SPACING, 1, 4, -1}, {GUARD_HYPHEN, 3, 4, 0}, {GUARD_HYPHEN, 3, 4, 0},
		{GUARD_SPACE, 7, 8, 0}, {GUARD_SPACE, 10, 40, 0}, {GUARD_HYPHEN, 800, 801, 0}};
	pages->paras[p->id].guards = g;
	pages->paras[p->id].n_guards = sizeof g / sizeof *g;
	write_it();
	const char *x = document();
	assert_int_equal(times(x, "<w:noBreakHyphen/>"), 1);
	HAS(x, "ghi</w:t>");
	HAS(x, "def\u00A0");
	every_part_is_xml();
}

static struct node *frame(const char *text)
{
	struct node *c = doc_add(d, NULL, NODE_CELL, nowhere);
	struct node *p = doc_para(d, c, ROLE_PAGE_NUMBER, text, 0, nowhere);
	if (!*text)
		doc_run(d, p, RUN_PAGE, NULL, 0);
	return c;
}

static void test_sections(void **state)
{
	(void)state;
	para("thân");
	section->u.section.header = frame("");
	section->u.section.hide_first = true;
	section->u.section.first_header = frame("XEM XONG TRẢ LẠI");
	struct node *annex = doc_add(d, d->root, NODE_SECTION, nowhere);
	annex->u.section = section->u.section;
	annex->u.section.first_header = NULL;
	annex->u.section.header = frame("");
	annex->u.section.landscape = annex->u.section.restart = true;
	annex->u.section.page_w = 16838;
	annex->u.section.page_h = 11906;
	doc_para(d, annex, ROLE_ANNEX, "Phụ lục", 0, nowhere);
	write_it();
	const char *x = document();
	HAS(x, "<w:pStyle w:val=\"NoiDung\"/><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:headerReference w:type=\"first\" r:id=\"rId5\"/>"
		"<w:pgSz w:w=\"11906\" w:h=\"16838\"/>");
	/* the like header is shared; the first page's is not taken over */
	HAS(x, "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:headerReference w:type=\"first\" r:id=\"rId6\"/>"
		"<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>");
	HAS(x, "<w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr></w:body>");
	HAS(part("word/header1.xml"), "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple>");
	HAS(part("word/header2.xml"), "XEM XONG");
	HAS_NOT(part("word/header3.xml"), "<w:t>");
	HAS(part("[Content_Types].xml"), "<Override PartName=\"/word/header3.xml\"");
	HAS(part("word/_rels/document.xml.rels"), "Id=\"rId6\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header3.xml\"");
}

static void test_last_footer(void **state)
{
	(void)state;
	para("thân");
	section->u.section.last_footer = frame("Địa chỉ");
	write_it();
	HAS(document(), "<w:framePr w:w=\"9355\" w:wrap=\"around\" w:vAnchor=\"margin\" w:hAnchor=\"margin\" w:xAlign=\"left\" w:yAlign=\"bottom\"/>");
	HAS(document(), "Địa chỉ</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"NganCach\"/>");
}

/* One frame in LibreOffice and Word: both paragraphs have the same frame and the same border. */
static void test_last_footer_of_two(void **state)
{
	(void)state;
	para("thân");
	struct node *cell = section->u.section.last_footer = frame("Địa chỉ");
	cell->first->u.para.role = ROLE_CONTACT;
	doc_para(d, cell, ROLE_PAGE_NUMBER, "KHÔNG PHỔ BIẾN", 0, nowhere);
	write_it();
	assert_int_equal(times(document(), "w:yAlign=\"bottom\"/>"), 2);
	assert_int_equal(times(document(), "w:yAlign=\"bottom\"/><w:pBdr><w:top w:val=\"single\""), 1);
}

static void test_footnotes(void **state)
{
	(void)state;
	struct node *note = doc_add(d, NULL, NODE_FOOTNOTE, nowhere);
	note->u.footnote.number = 1;
	doc_para(d, note, ROLE_FOOTNOTE, "Ghi chú", 0, nowhere);
	doc_para(d, note, ROLE_FOOTNOTE, "tiếp", 0, nowhere);
	ARENA_PUSH(arena, d->notes, d->n_notes, d->cap_notes, note);
	struct node *p = para("a");
	doc_run(d, p, RUN_FOOTNOTE, NULL, 0)->note = note;
	doc_run(d, p, RUN_FOOTNOTE, NULL, 0)->note = note;
	write_it();
	const char *x = document(), *n = part("word/footnotes.xml");
	assert_int_equal(times(x, "<w:footnoteReference w:id=\"1\"/>"), 1);
	HAS(x, "<w:r><w:rPr><w:rStyle w:val=\"DauCuocChu\"/></w:rPr><w:t>1</w:t></w:r>"); /* the second mark is a number */
	HAS(n, "<w:footnote w:type=\"separator\" w:id=\"-1\">");
	HAS(n, "<w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:t>Ghi chú</w:t></w:r></w:p>"
		"<w:p><w:pPr><w:pStyle w:val=\"CuocChu\"/></w:pPr><w:r><w:t>tiếp</w:t></w:r></w:p></w:footnote>");
	HAS(part("word/settings.xml"), "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>");
	HAS(part("word/styles.xml"), "<w:name w:val=\"footnote text\"/><w:aliases w:val=\"Cước chú\"/>");
}

static void test_styles_say_what_differs(void **state)
{
	(void)state;
	para("x");
	write_it();
	const char *s = part("word/styles.xml");
	HAS(s, "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"DeMuc1\"><w:name w:val=\"Đề mục 1\"/><w:basedOn w:val=\"NoiDung\"/>"
		"<w:next w:val=\"NoiDung\"/>");
	HAS(s, "<w:keepNext/><w:keepLines/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>");
	HAS(s, "<w:lang w:val=\"vi-VN\"");
	HAS_NOT(s, "w:kern");
	HAS(part("word/settings.xml"), "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"14\"/>");
	for (int r = 0; r < ROLE_COUNT; r++) {
		char want[80];
		snprintf(want, sizeof want, "w:styleId=\"%s\"", pages->styles[r].id);
		assert_int_equal(times(s, want), 1);
	}
}

static void test_properties(void **state)
{
	(void)state;
	struct meta m = {.kind.s = "tờ trình", .subject.s = "về <A & B>", .date = {15, 5, 2025}};
	struct issuer is = {.name.s = "Sở X"};
	m.issuers = &is;
	m.n_issuers = 1;
	d->meta = &m;
	write_it();
	const char *c = part("docProps/core.xml");
	HAS(c, "<dc:title>Tờ trình về &lt;A &amp; B&gt;</dc:title><dc:subject>về &lt;A &amp; B&gt;</dc:subject><dc:creator>Sở X</dc:creator>"
		"<dc:language>vi-VN</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">2025-05-15T00:00:00Z</dcterms:created>");
	m.date.day = 0; /* left blank: no date is made up */
	m.kind.s = "Công văn";
	write_it();
	c = part("docProps/core.xml");
	HAS_NOT(c, "dcterms:created");
	HAS(c, "<dc:title>về ");
	d->meta = NULL;
	write_it();
	every_part_is_xml();
}

static void test_hostile_text(void **state)
{
	(void)state;
	para("a\x01\x1b]]>&<\xff\xfe\xed\xa0\x80\t\nz");
	struct node *p = doc_add(d, section, NODE_PARA, nowhere);
	p->u.para.role = ROLE_PICTURE;
	struct picture none = {.path = "x.png", .alt = "\"<&>\"", .w = 100, .h = 100};
	doc_run(d, p, RUN_PICTURE, NULL, 0)->picture = &none; /* not decoded: no drawing */
	doc_run(d, p, RUN_TEXT, NULL, 0);
	write_it();
	every_part_is_xml();
	HAS_NOT(document(), "<w:drawing>");
}

static void test_picture(void **state)
{
	(void)state;
	static const unsigned char svg[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\"/></svg>";
	char path[] = "/tmp/vanban-test-XXXXXX.svg";
	int fd = mkstemps(path, 4);
	assert_true(fd >= 0);
	FILE *f = fdopen(fd, "wb");
	assert_int_equal(fwrite(svg, 1, sizeof svg - 1, f), sizeof svg - 1);
	fclose(f);
	struct picture pic = {.path = path, .alt = "Biểu đồ \"1\""};
	double w, h;
	assert_int_equal(picture_load(arena, &pic, &w, &h, &findings, nowhere), 0);
	remove(path);
	pic.w = 600;
	pic.h = 300;
	for (int i = 0; i < 2; i++) {
		struct node *p = doc_add(d, section, NODE_PARA, nowhere);
		p->u.para.role = ROLE_PICTURE;
		doc_run(d, p, RUN_PICTURE, NULL, 0)->picture = &pic;
	}
	write_it();
	const char *x = document();
	HAS(x, "<wp:extent cx=\"381000\" cy=\"190500\"/><wp:docPr id=\"1\" name=\"Hình 1\" descr=\"Biểu đồ &quot;1&quot;\"/>");
	HAS(x, "<wp:docPr id=\"2\"");
	assert_int_equal(times(x, "r:embed=\"rId4\""), 2); /* the file stands once in the package */
	assert_non_null(part("word/media/image1.png"));
	assert_null(part("word/media/image2.png"));
	every_part_is_xml();
}

/* A table that begins a document with footnotes has a thin paragraph before it. */
static void test_table_first_with_notes(void **state)
{
	(void)state;
	struct node *note = doc_add(d, NULL, NODE_FOOTNOTE, nowhere);
	note->u.footnote.number = 1;
	ARENA_PUSH(arena, d->notes, d->n_notes, d->cap_notes, note);
	struct node *t = add_table(section, 1, false);
	add_cell(doc_add(d, t, NODE_ROW, nowhere), 0, 1, 1, "x");
	write_it();
	HAS(document(), "<w:body><w:p><w:pPr><w:pStyle w:val=\"NganCach\"/><w:spacing w:line=\"2\" w:lineRule=\"exact\"/></w:pPr></w:p><w:tbl>");
	HAS(part("word/footnotes.xml"), "<w:footnote w:id=\"1\"><w:p>");
}

/* The field of a table of contents around its entries, each with a link and the number of its page. */
#define FIELD(s) "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> " s " </w:instrText></w:r>" \
	"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
#define END "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
static void test_contents(void **state)
{
	(void)state;
	struct node *entry = doc_para(d, section, ROLE_TOC1, "I. MỘT", 0, nowhere), *target = para("I. MỘT");
	target->u.para.mark = 1;
	doc_run(d, entry, RUN_TAB, NULL, 0);
	doc_run(d, entry, RUN_REF, NULL, 0)->target = target;
	measured()->paras[target->id].label = 7;
	pages->paras[entry->id].leader_gap = 12;
	write_it();
	HAS(document(), FIELD("TOC \\o \"1-3\" \\f \\h \\z \\u") "<w:hyperlink w:anchor=\"_Toc000001\" w:history=\"1\"><w:r><w:t>I. MỘT</w:t></w:r>"
		"<w:r><w:rPr><w:spacing w:val=\"12\"/></w:rPr><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:tab/><w:t xml:space=\"preserve\"> </w:t></w:r>" FIELD("PAGEREF _Toc000001 \\h") "<w:r><w:t>7</w:t></w:r>" END "</w:hyperlink>" END "</w:p>");
	HAS(document(), "<w:bookmarkStart w:id=\"1\" w:name=\"_Toc000001\"/><w:r><w:t>I. MỘT</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>");
	HAS(part("word/styles.xml"), "<w:name w:val=\"toc 1\"/><w:aliases w:val=\"Mục lục 1\"/>");
}

/* The label and the title of an annex are two paragraphs: a hidden field holds the entry, and the label has no level of its own. */
static void test_contents_of_annexes(void **state)
{
	(void)state;
	struct node *label = para("Phụ lục");
	label->u.para.role = ROLE_ANNEX;
	label->generated = true;
	label->u.para.mark = 3;
	section->u.section.title = "Phụ lục. Bảng \"A\"";
	measured();
	write_it();
	HAS(document(), "<w:pStyle w:val=\"PhuLuc\"/><w:outlineLvl w:val=\"9\"/></w:pPr><w:bookmarkStart w:id=\"3\" w:name=\"_Toc000003\"/>"
		"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TC \"Phụ lục. Bảng \\\"A\\\"\" \\l 1 </w:instrText></w:r>"
		END "<w:r><w:t>Phụ lục</w:t></w:r>");
	label->u.para.mark = 0; /* no table of contents */
	write_it();
	HAS(document(), "<w:pStyle w:val=\"PhuLuc\"/></w:pPr><w:r><w:t>Phụ lục</w:t></w:r>");
}

/* Word shows these in the properties of a file before it has counted by itself. */
static void test_counts(void **state)
{
	(void)state;
	doc_para(d, section, ROLE_BODY, "Sở  Nội vụ,", 0, nowhere);
	struct node *p = doc_para(d, section, ROLE_BODY, "hai", 0, nowhere);
	doc_run(d, p, RUN_BREAK, NULL, 0);
	doc_run(d, p, RUN_TEXT, "dòng", 0);
	doc_para(d, section, ROLE_BODY, "", 0, nowhere);
	measured()->n = 7;
	pages->paras[p->prev->id].n_lines = 1;
	pages->paras[p->id].n_lines = 2;
	pages->paras[p->next->id].n_lines = 1;
	write_it();
	const char *app = part("docProps/app.xml");
	assert_non_null(strstr(app, "<Pages>7</Pages><Words>5</Words><Characters>15</Characters><CharactersWithSpaces>18</CharactersWithSpaces>"
		"<Lines>3</Lines><Paragraphs>2</Paragraphs>"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_same_bytes_twice), TEST(test_empty_tree), TEST(test_runs_say_what_the_style_does_not), TEST(test_overrides),
		TEST(test_guards), TEST(test_wild_guards),
		TEST(test_sections), TEST(test_last_footer), TEST(test_last_footer_of_two), TEST(test_footnotes), TEST(test_styles_say_what_differs), TEST(test_properties),
		TEST(test_hostile_text), TEST(test_picture), TEST(test_table_first_with_notes), TEST(test_contents), TEST(test_counts),
 TEST(test_contents_of_annexes), TEST(test_counts),
	};
	return cmocka_run_group_tests_name("write docx", tests, NULL, NULL);
}
