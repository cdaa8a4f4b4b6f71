/* Finished files read back (DOCX, PDF) and compared. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "check/agree.h"
#include "pack/zip.h"
#include "read/finished.h"
#include "read/pdflex.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define P(s) "<w:p><w:r><w:t xml:space=\"preserve\">" s "</w:t></w:r></w:p>"
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

struct fixture { struct arena *a; struct vocab *v; };

static int setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	f->a = arena_new();
	f->v = vocab_new(f->a);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;
	arena_free(f->a);
	free(f);
	return 0;
}

static const char *join(struct fixture *f, const struct tokens *t)
{
	const char *s = "";
	for (size_t i = 0; i < t->n; i++)
		s = arena_printf(f->a, "%s%s%s", s, i > 0 && t->v[i].gap != GAP_NONE ? " " : "", vocab_text(f->v, t->v[i].id));
	return s;
}

/* ---- DOCX ---- */

static struct reading *read_docx(struct fixture *f, const char *body, const char *notes, const char *header, const char **why)
{
	struct zip_out *z = zip_out_new();
	struct buf out = BUF_INIT;
	static const char rels[] = "<Relationships><Relationship Id=\"n\" Type=\"" REL "footnotes\" Target=\"footnotes.xml\"/>"
		"<Relationship Id=\"h\" Type=\"" REL "header\" Target=\"/word/header1.xml\"/></Relationships>";
	const char *doc = arena_printf(f->a, "<w:document " W "><w:body>%s</w:body></w:document>", body);
	const char *note = arena_printf(f->a, "<w:footnotes " W ">%s</w:footnotes>", notes), *head = arena_printf(f->a, "<w:hdr " W ">%s</w:hdr>", header);
	static const char app[] = "<Properties><Pages>3</Pages></Properties>";
	zip_out_add(z, "word/document.xml", doc, strlen(doc), false);
	zip_out_add(z, "word/_rels/document.xml.rels", rels, sizeof rels - 1, false);
	zip_out_add(z, "word/footnotes.xml", note, strlen(note), false);
	zip_out_add(z, "word/header1.xml", head, strlen(head), false);
	zip_out_add(z, "docProps/app.xml", app, sizeof app - 1, false);
	assert_int_equal(zip_out_close(z, &out, why), 0);
	char *copy = arena_strndup(f->a, out.data, out.len);
	size_t n = out.len;
	buf_free(&out);
	return read_docx_text(f->a, f->v, copy, n, why);
}

static void docx_is(struct fixture *f, const char *body, const char *text)
{
	const char *why;
	struct reading *r = read_docx(f, body, "", "", &why);
	assert_non_null(r);
	assert_string_equal(join(f, &r->body), text);
}

static void docx_runs(void **state)
{
	struct fixture *f = *state;
	docx_is(f, P("Một ") P("hai\xC2\xA0 ba"), "Một hai ba");
	docx_is(f, "<w:p><w:r><w:t>57</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r></w:p>", "57-NQ/TW");
	docx_is(f, "<w:p><w:r><w:t>chữ</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>nối</w:t></w:r></w:p>", "chữnối");
	docx_is(f, "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>", "a b c");
	docx_is(f, P("Ti\xE1\xBA\xBFng Vi\xC3\xAA\xCC\xA3t"), "Tiếng Việt"); /* NFC is made */
	docx_is(f, "<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>", "mới");
	docx_is(f, "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r></w:p>", "hiện");
	docx_is(f, "<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>hiện</w:t></w:r></w:p>", "hiện");
	docx_is(f, "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGEREF x </w:instrText></w:r>"
		"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", "12");
	docx_is(f, "<w:tbl><w:tr><w:tc>" P("a") P("b") "</w:tc><w:tc>" P("c") "</w:tc></w:tr></w:tbl>", "a b c");
}

static void docx_parts(void **state)
{
	struct fixture *f = *state;
	const char *why;
	struct reading *r = read_docx(f, "<w:p><w:r><w:t>năm 2025</w:t></w:r><w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>"
		"<w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\" xmlns:r=\"r\"/></w:sectPr>",
		"<w:footnote w:id=\"0\" w:type=\"separator\">" P("x") "</w:footnote>"
		"<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> hai</w:t></w:r></w:p></w:footnote>"
		"<w:footnote w:id=\"7\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> một</w:t></w:r></w:p></w:footnote>",
		"<w:p><w:r><w:t>Trang </w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>", &why);
	assert_non_null(r);
	assert_string_equal(join(f, &r->body), "năm 20251 2"); /* the mark is a token of its own all the same */
	assert_int_equal(r->body.n, 4);
	assert_string_equal(join(f, &r->notes), "1 một 2 hai");
	assert_int_equal(r->note.n, 2);
	assert_int_equal(r->aside.n, 2);
	assert_int_equal(r->aside.v[1].id, TOKEN_PAGE);
	assert_int_equal(r->n_pages, 3);
}

static void docx_boxes_and_pictures(void **state)
{
	struct fixture *f = *state;
	const char *why;
	struct reading *r = read_docx(f, "<w:p><w:r><w:t>ngoài</w:t><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice>"
		"<w:txbxContent>" P("HỎA TỐC") "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" P("HỎA TỐC") "</w:txbxContent></mc:Fallback>"
		"</mc:AlternateContent><w:t> sau</w:t><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"/></w:r></w:p>", "", "", &why);
	assert_non_null(r);
	assert_string_equal(join(f, &r->body), "ngoài sau");
	assert_string_equal(join(f, &r->boxes), "HỎA TỐC");
	assert_int_equal(r->n_pictures, 1);
}

static void docx_refused(void **state)
{
	struct fixture *f = *state;
	const char *why = NULL;
	assert_null(read_docx(f, "<w:p>", "", "", &why));
	assert_non_null(why);
	assert_null(read_docx(f, "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>", "<", "", &why));
	assert_null(read_docx_text(f->a, f->v, "PK\3\4", 4, &why));
	assert_null(read_docx_text(f->a, f->v, "", 0, &why));
}

/* ---- PDF ---- */

/* A file of one page for each content. */
static const char *make_pdf(struct fixture *f, const char *const *pages, size_t n, size_t *len)
{
	static const char map[] = "1 beginbfrange <c0> <c1> <1EA1> endbfrange 1 beginbfrange <20> <7e> <0020> endbfrange";
	struct buf b = BUF_INIT;
	size_t at[40] = { 0 }, k = 5;
	buf_puts(&b, "%PDF-1.5\n");
	at[1] = b.len, buf_puts(&b, "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n");
	at[2] = b.len, buf_printf(&b, "2 0 obj <</Type /Pages /Count %zu /Resources <</Font <</F 3 0 R /G 3 0 R>>>> /MediaBox [0 0 595 842] /Kids [", n);
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%zu 0 R ", 5 + 2 * i);
	buf_puts(&b, "]>> endobj\n");
	at[3] = b.len, buf_puts(&b, "3 0 obj <</Type /Font /Subtype /TrueType /FirstChar 32 /Widths [");
	for (int i = 0; i < 95; i++)
		buf_puts(&b, "500 ");
	buf_puts(&b, "] /ToUnicode 4 0 R>> endobj\n");
	at[4] = b.len, buf_printf(&b, "4 0 obj <</Length %zu>> stream\n%s\nendstream endobj\n", sizeof map - 1, map);
	for (size_t i = 0; i < n; i++) {
		at[k] = b.len, buf_printf(&b, "%zu 0 obj <</Type /Page /Parent 2 0 R /Contents %zu 0 R>> endobj\n", k, k + 1);
		k++;
		at[k] = b.len, buf_printf(&b, "%zu 0 obj <</Length %zu>> stream\n%s\nendstream endobj\n", k, strlen(pages[i]), pages[i]);
		k++;
	}
	size_t xref = b.len;
	buf_printf(&b, "xref\n0 %zu\n0000000000 65535 f \n", k);
	for (size_t i = 1; i < k; i++)
		buf_printf(&b, "%010zu 00000 n \n", at[i]);
	buf_printf(&b, "trailer <</Size %zu /Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", k, xref);
	const char *s = arena_strndup(f->a, b.data, b.len);
	*len = b.len;
	buf_free(&b);
	return s;
}

static struct reading *read_pages(struct fixture *f, const char *const *pages, size_t n)
{
	const char *why;
	size_t len;
	const char *data = make_pdf(f, pages, n, &len);
	struct reading *r = read_pdf_text(f->a, f->v, data, len, &why);
	assert_non_null(r);
	return r;
}

static void pdf_is(struct fixture *f, const char *content, const char *text)
{
	assert_string_equal(join(f, &read_pages(f, &content, 1)->body), text);
}

static void pdf_operators(void **state)
{
	struct fixture *f = *state;
	pdf_is(f, "BT /F 10 Tf 50 700 Td (Mot hai) Tj ET", "Mot hai");
	pdf_is(f, "BT /F 10 Tf 50 700 Td [(Mo) 20 (t) -400 (hai)] TJ ET", "Mot hai");
	pdf_is(f, "BT /F 10 Tf 12 TL 50 700 Td (a) Tj (b) ' 1 2 (c) \" T* (d) Tj ET", "a b c d");
	pdf_is(f, "BT /F 10 Tf 50 700 Td <c0 c1> Tj (\\101\\)\\\\) Tj ET", "ạẢA)\\");
	pdf_is(f, "BT /F 10 Tf 50 700 Td (thay) Tj 3 Tr (an) Tj ET", "thay");
	pdf_is(f, "BT /F 10 Tf 50 700 Td /Span <</ActualText <FEFF00780079>>> BDC (zz) Tj EMC (w) Tj ET", "xyw");
	pdf_is(f, "BT /F 10 Tf 50 700 Td /Artifact BMC (9) Tj EMC (w) Tj ET", "w");
	pdf_is(f, "q BI /W 1 /H 1 ID \x01)( EI Q BT /F 10 Tf 50 700 Td (w) Tj ET", "w");
	pdf_is(f, "BT /F 10 Tf 50 700 Td (2025) Tj 4 Ts /F 6 Tf (1) Tj ET", "2025 1");
	pdf_is(f, "Q Q EMC ) > ] >> Tj TJ Td /F Tf BT ' \"", "");
}

static void pdf_refused(void **state)
{
	struct fixture *f = *state;
	const char *why, *page = "BT /F 10 Tf 50 700 Td (a) Tj ET";
	size_t n;
	const char *data = make_pdf(f, &page, 1, &n);
	for (size_t cut = 0; cut + 8 < n; cut += 7) {
		why = NULL;
		assert_null(read_pdf_text(f->a, f->v, data, cut, &why));
		assert_non_null(why);
	}
}

static void lexer_ends(void **state)
{
	(void)state;
	srand(1);
	for (int round = 0; round < 20000; round++) {
		char s[40];
		size_t n = (size_t)rand() % sizeof s;
		for (size_t i = 0; i < n; i++)
			s[i] = "()<>[]/\\% #a1-.\n{}\377E"[rand() % 20];
		struct pdf_lex x = { .p = s, .end = s + n };
		size_t steps = 0;
		while (pdf_lex_next(&x).kind != PDF_LEX_END)
			assert_true(++steps <= n);
		buf_free(&x.text);
	}
}

/* ---- both ---- */

static size_t differences(struct fixture *f, const char *body, const char *const *pages, size_t n, struct agreement *g)
{
	const char *why;
	struct reading *d = read_docx(f, body, "", "<w:p><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>", &why);
	assert_non_null(d);
	d->n_pages = 0;
	agree(f->a, d, read_pages(f, pages, n), g);
	return g->n_all;
}

#define T(y, s) "BT /F 10 Tf 50 " #y " Td (" s ") Tj ET "
#define HEAD "<w:sectPr><w:headerReference w:id=\"h\"/></w:sectPr>"

static void agreement(void **state)
{
	struct fixture *f = *state;
	struct agreement g;
	const char *two[] = { T(700, "So 57-") T(680, "NQ/TW ngay 5") T(660, "xong"), T(800, "2") T(700, "Het.") };
	assert_int_equal(differences(f, P("So 57-NQ/TW ngay 5 xong") P("Het.") HEAD, two, 2, &g), 0);
	assert_int_equal(differences(f, P("So 58-NQ/TW ngay 5 xin") P("Het.") HEAD, two, 2, &g), 2);
	assert_int_equal(g.v[0].kind, AGREE_FIGURE);
	assert_string_equal(g.v[0].docx, "58-NQ/TW");
	assert_string_equal(g.v[0].pdf, "57- NQ/TW");
	assert_int_equal(g.v[0].page, 1);
	assert_string_equal(g.v[1].docx, "xin");
	assert_string_equal(g.v[1].before, "So 58-NQ/TW ngay 5");
	/* a word that was broken by the end of a line is whole in the DOCX */
	const char *broken[] = { T(700, "mot tu rat da") T(680, "i nua") };
	assert_int_equal(differences(f, P("mot tu rat dai nua"), broken, 1, &g), 0);
	assert_int_equal(differences(f, P("mot turat dai nua"), broken, 1, &g), 1);
	/* a page number that no header of the DOCX has */
	assert_int_equal(differences(f, P("So 57-NQ/TW ngay 5 xong") P("Het."), two, 2, &g), 1);
}

/* A leader of dots is drawn where the DOCX has a tab: dots alone, and only there. */
static void leaders(void **state)
{
	struct fixture *f = *state;
	struct agreement g;
	static const char entry[] = "<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:pos=\"9\"/></w:tabs></w:pPr><w:r><w:t>Muc</w:t>%s<w:t>1</w:t></w:r></w:p>";
	const char *tab = arena_printf(f->a, entry, "<w:tab/>"), *space = arena_printf(f->a, entry, "<w:br/>");
	const char *dots[] = { T(700, "Muc......1") }, *few[] = { T(700, "Muc..1") }, *other[] = { T(700, "Muc......2") };
	assert_int_equal(differences(f, tab, dots, 1, &g), 0);
	assert_int_equal(differences(f, space, dots, 1, &g), 1);
	assert_int_equal(differences(f, tab, few, 1, &g), 1);
	assert_int_equal(differences(f, tab, other, 1, &g), 1);
	/* typed dots are text */
	const char *typed = arena_printf(f->a, "%s" P("Ho ten ........ ky"), tab);
	const char *both[] = { T(700, "Muc......1") T(680, "Ho ten ky") };
	assert_true(differences(f, typed, both, 1, &g) > 0);
}

#define CELL(s) "<w:tc>" P(s) "</w:tc>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"

static void parted_rows(void **state)
{
	struct fixture *f = *state;
	struct agreement g;
	static const char table[] = P("dau") "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" CELL("Cot A") CELL("Cot B") "</w:tr>"
		ROW(CELL("mot hai ba bon") CELL("nam sau bay")) "</w:tbl>" P("cuoi 1 2 3");
	const char *good[] = { T(700, "dau") T(690, "Cot A") T(690, "Cot B") T(680, "mot hai") T(680, "nam sau"),
		T(700, "Cot A") T(700, "Cot B") T(680, "ba bon") T(680, "bay") T(660, "cuoi 1 2 3") };
	assert_int_equal(differences(f, table, good, 2, &g), 0);
	const char *swapped[] = { good[0], T(700, "Cot A") T(700, "Cot B") T(680, "bon ba") T(680, "bay") T(660, "cuoi 1 2 3") };
	assert_true(differences(f, table, swapped, 2, &g) > 0);
	const char *one[] = { T(700, "dau") T(690, "Cot A") T(690, "Cot B") T(680, "mot hai") T(680, "nam sau") T(670, "ba bon") T(670, "bay") T(660, "cuoi 1 2 3") };
	assert_true(differences(f, table, one, 1, &g) > 0); /* only a page's end parts a row */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(docx_runs, setup, teardown), cmocka_unit_test_setup_teardown(docx_parts, setup, teardown),
		cmocka_unit_test_setup_teardown(docx_boxes_and_pictures, setup, teardown), cmocka_unit_test_setup_teardown(docx_refused, setup, teardown),
		cmocka_unit_test_setup_teardown(pdf_operators, setup, teardown), cmocka_unit_test_setup_teardown(pdf_refused, setup, teardown),
		cmocka_unit_test(lexer_ends), cmocka_unit_test_setup_teardown(agreement, setup, teardown),
		cmocka_unit_test_setup_teardown(leaders, setup, teardown), cmocka_unit_test_setup_teardown(parted_rows, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
