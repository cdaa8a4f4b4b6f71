/* Charts from the draft to both files; tests/e2e/verify.sh reads them back. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <qpdf/qpdf-c.h>

#include "base/file.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "pack/unzip.h"
#include "read/read.h"
#include "write/write.h"

#define HEAD "---\nloại: Báo cáo\ncơ quan ban hành: Sở Nội vụ\nviết tắt: SNV\nsố: 3\nđịa danh: An Phú\nngày: 3/6/2026\ntrích yếu: Kết quả\n" \
	"nơi nhận: [Như trên, \"Lưu: VT\"]\nngười ký: {chức vụ: Giám đốc, họ tên: Lê Văn Hải}\n---\nKết quả như sau:\n"
#define TAIL "\nXong./.\n"

static struct arena *arena;
static struct fonts *fonts;
static struct diag g;

struct made { struct chart *chart; struct pages *pages; struct picture *picture; struct buf docx, pdf; };

static int open_all(void **state)
{
	(void)state;
	arena = arena_new();
	diag_init(&g, arena);
	fonts = fonts_open(file_data_dir(arena, "fonts"), &g);
	return fonts ? 0 : -1;
}

static int close_all(void **state)
{
	(void)state;
	fonts_close(fonts);
	arena_free(arena);
	return 0;
}

static struct made make(const char *block)
{
	struct made m = {0};
	char *text = arena_printf(arena, HEAD "%s" TAIL, block);
	diag_init(&g, arena);
	struct doc *d = read_draft_text(arena, "a.md", NULL, text, strlen(text), &g);
	assert_int_equal(g.n_errors, 0);
	compose(d, &g);
	m.pages = layout_pages(d, fonts, &g);
	for (const struct node *n = d->root; n; n = doc_walk(d->root, n))
		for (size_t i = 0; n->kind == NODE_PARA && i < n->u.para.n_runs; i++)
			if (n->u.para.runs[i].picture) {
				m.picture = n->u.para.runs[i].picture;
				m.chart = m.picture->chart;
			}
	assert_non_null(m.chart);
	struct write_job j = {.doc = d, .pages = m.pages, .fonts = fonts};
	assert_int_equal(writer_find("docx")->write(&j, &m.docx, &g), 0);
	assert_int_equal(writer_find("pdf")->write(&j, &m.pdf, &g), 0);
	return m;
}

static void drop(struct made *m)
{
	buf_free(&m->docx);
	buf_free(&m->pdf);
}

static const char *part(const struct made *m, const char *name)
{
	const char *why = NULL;
	size_t n;
	struct unzip *z = unzip_open(arena, m->docx.data, m->docx.len, &why);
	assert_non_null(z);
	return unzip_read(z, name, &n, &why);
}

#define HAS(text, what) do { if (!strstr(text, what)) fail_msg("no %s in\n%s", what, text); } while (0)

#define TWO "```biểu đồ\ntên: Biểu đồ 1. Nhiệm vụ\nđơn vị: nhiệm vụ\nkiểu: thanh ngang chồng\n" \
	"chuỗi: Hoàn thành | Quá hạn\nSở Y tế | 1.250 | 3\nSở Nội vụ | 800 | 400\n```"

static void numbers_in_the_vietnamese_form(void **state)
{
	(void)state;
	const struct { int places; bool percent; double v; const char *text; } rows[] = {
		{0, false, 0, "0"}, {0, false, 999, "999"}, {0, false, 1234567, "1.234.567"}, {1, false, 1234.5, "1.234,5"},
		{2, true, 75.25, "75,25%"}, {0, true, 100, "100%"}, {3, false, 0.05, "0,050"}, {0, false, 999999999999.0, "999.999.999.999"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct chart c = {.places = rows[i].places, .percent = rows[i].percent};
		assert_string_equal(chart_number(arena, &c, rows[i].v), rows[i].text);
	}
	struct chart c = {0};
	assert_string_equal(chart_number(arena, &c, NAN), "");
}

static void every_figure_is_in_the_words(void **state)
{
	(void)state;
	struct made m = make(TWO);
	assert_string_equal(m.picture->alt, "Biểu đồ thanh ngang chồng. Biểu đồ 1. Nhiệm vụ. Đơn vị: nhiệm vụ. Sở Y tế: Hoàn thành 1.250, Quá hạn 3; "
		"Sở Nội vụ: Hoàn thành 800, Quá hạn 400.");
	HAS(part(&m, "word/document.xml"), m.picture->alt);
	drop(&m);
}

static void bars_are_as_long_as_their_figures(void **state)
{
	(void)state;
	struct made m = make(TWO);
	const struct chart_drawing *d = m.chart->drawing;
	const struct chart_bar *bar[4];
	size_t n = 0;
	for (size_t i = 0; i < d->n_bars; i++)
		if (d->bars[i].y > d->legend_h) { /* not the keys of the legend */
			assert_true(n < 4);
			bar[n++] = &d->bars[i];
		}
	assert_int_equal(n, 4);
	assert_true(d->max >= 1253 && d->max <= 1500);
	double unit = d->plot_w / d->max;
	const double figures[] = {1250, 3, 800, 400};
	for (size_t i = 0; i < 4; i++)
		assert_true(fabs(bar[i]->w - figures[i] * unit) < 0.01);
	assert_true(fabs(bar[1]->x - (bar[0]->x + bar[0]->w)) < 0.01); /* stacked */
	assert_true(bar[2]->y > bar[0]->y + bar[0]->h);                /* the first row on top */
	assert_true(d->shown[0] && !d->shown[1] && d->shown[2] && d->shown[3]); /* a bar of 3 has no room for its number */
	drop(&m);
}

static void a_chart_never_leaves_its_box(void **state)
{
	(void)state;
	struct buf b = BUF_INIT;
	buf_puts(&b, "```biểu đồ\nchuỗi: Số lượng nhiệm vụ hoàn thành đúng hạn | B\n");
	for (int i = 0; i < 50; i++)
		buf_printf(&b, "Cơ quan có tên rất dài thứ %d của tỉnh Lâm Bình và các đơn vị trực thuộc | %d | 999.999.999.999\n", i, i);
	buf_puts(&b, "```");
	struct made m = make(b.data);
	buf_free(&b);
	const struct chart_drawing *d = m.chart->drawing;
	double w = pt_from_twip(m.picture->w), h = pt_from_twip(m.picture->h);
	for (size_t i = 0; i < d->n_bars; i++)
		assert_true(d->bars[i].x >= 0 && d->bars[i].y >= 0 && d->bars[i].x + d->bars[i].w <= w + 0.1 && d->bars[i].y + d->bars[i].h <= h + 0.1);
	for (size_t i = 0; i < d->n_texts; i++)
		if (d->texts[i].x < -0.1 || d->texts[i].x + d->texts[i].w > w + 0.1)
			fail_msg("%s at %g, %g wide, of %g", d->texts[i].text, d->texts[i].x, d->texts[i].w, w);
	bool dense = false;
	for (size_t i = 0; i < g.n; i++)
		dense = dense || !strcmp(g.items[i].msg->id, "chart-too-dense");
	assert_true(dense);
	drop(&m);
}

static void the_docx_holds_a_chart_of_its_own(void **state)
{
	(void)state;
	struct made m = make(TWO);
	const char *x = part(&m, "word/charts/chart1.xml"), *doc = part(&m, "word/document.xml");
	HAS(x, "<c:barDir val=\"bar\"/><c:grouping val=\"stacked\"/>");
	HAS(x, "<c:v>1250</c:v>");
	HAS(x, "<c:v>Sở Nội vụ</c:v>");
	HAS(x, "<c:dLbl><c:idx val=\"0\"/><c:delete val=\"1\"/></c:dLbl>");
	HAS(x, "<c:layoutTarget val=\"inner\"/>");
	HAS(doc, arena_printf(arena, "<wp:extent cx=\"%ld\" cy=\"%ld\"/>", (long)emu_from_twip(m.picture->w), (long)emu_from_twip(m.picture->h)));
	HAS(part(&m, "[Content_Types].xml"), "drawingml.chart+xml");
	HAS(part(&m, "word/_rels/document.xml.rels"), "Target=\"charts/chart1.xml\"");
	drop(&m);
}

static void shares_are_kept_as_shares(void **state)
{
	(void)state;
	struct made m = make("```biểu đồ\nchuỗi: Tỷ lệ\nQuý I | 75,25%\nQuý II | 100%\n```");
	const char *x = part(&m, "word/charts/chart1.xml");
	HAS(x, "<c:v>0.7525</c:v>");
	HAS(x, "0.00%");
	HAS(x, "<c:max val=\"1\"/>");
	drop(&m);
}

static void a_sound_pdf_with_the_words(void **state)
{
	(void)state;
	struct made m = make("```biểu đồ\nchuỗi: Một\nA | 1\n```\n" TWO);
	size_t n = 0;
	for (const char *p = m.pdf.data; (p = memmem(p, (size_t)(m.pdf.data + m.pdf.len - p), "/Alt <FEFF", 10)); p++)
		n++;
	assert_int_equal(n, 2);
	qpdf_data q = qpdf_init();
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	assert_int_equal(qpdf_read_memory(q, "a.pdf", m.pdf.data, m.pdf.len, NULL) & QPDF_ERRORS, 0);
	assert_int_equal(qpdf_check_pdf(q), 0);
	assert_false(qpdf_more_warnings(q)); /* such as a table of places that had to be mended */
	qpdf_oh root = qpdf_oh_get_key(q, qpdf_get_root(q), "/StructTreeRoot");
	assert_true(qpdf_oh_is_dictionary(q, root));
	qpdf_cleanup(&q);
	drop(&m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_in_the_vietnamese_form),
		cmocka_unit_test(every_figure_is_in_the_words),
		cmocka_unit_test(bars_are_as_long_as_their_figures),
		cmocka_unit_test(a_chart_never_leaves_its_box),
		cmocka_unit_test(the_docx_holds_a_chart_of_its_own),
		cmocka_unit_test(shares_are_kept_as_shares),
		cmocka_unit_test(a_sound_pdf_with_the_words),
	};
	return cmocka_run_group_tests(tests, open_all, close_all);
}
