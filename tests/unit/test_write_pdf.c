/* The PDF and PNG writers on pages made by hand: text, structure, determinism, pictures, faults. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <cairo.h>
#include <stdio.h>
#include <jpeglib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/file.h"
#include "text/picture.h"
#include "write/write.h"

/* A toy layout: 18 pt lines, broken at spaces, justified; enough to have what the writers are given. */
struct env {
	struct arena *a;
	struct fonts *f;
	struct doc *doc;
	struct node *section;
	struct pages *pages;
	struct diag g;
	double y;
};

enum { PAGE_W = 11906, PAGE_H = 16838 };
static const double left = 85, width = 467, top = 57, bottom = 780;

static int setup(void **state)
{
	struct env *e = calloc(1, sizeof *e);
	e->a = arena_new();
	diag_init(&e->g, e->a);
	e->f = fonts_open(file_data_dir(e->a, "fonts"), &e->g);
	assert_non_null(e->f);
	e->doc = doc_new(e->a);
	e->doc->meta = ARENA_NEW(e->a, struct meta);
	e->doc->meta->kind.s = "Tờ trình";
	e->doc->meta->subject.s = "về dự thảo Kế hoạch (1) \\ thử";
	e->doc->meta->date = (struct date){15, 5, 2025};
	e->section = doc_add(e->doc, e->doc->root, NODE_SECTION, (struct pos){0});
	e->pages = ARENA_NEW(e->a, struct pages);
	e->pages->arena = e->a;
	*state = e;
	return 0;
}

static int teardown(void **state)
{
	struct env *e = *state;
	fonts_close(e->f);
	arena_free(e->a);
	free(e);
	return 0;
}

static struct page *new_page(struct env *e)
{
	struct page p = {.w = PAGE_W, .h = PAGE_H, .label = (unsigned)e->pages->n + 1, .section = e->section};
	ARENA_PUSH(e->a, e->pages->v, e->pages->n, e->pages->cap, p);
	e->y = top;
	return &e->pages->v[e->pages->n - 1];
}

static void put(struct env *e, struct item it)
{
	struct page *p = e->pages->n && e->y <= bottom ? &e->pages->v[e->pages->n - 1] : new_page(e);
	it.y += e->y;
	ARENA_PUSH(e->a, p->items, p->n_items, p->cap_items, it);
	if (it.node->id >= e->pages->n_nodes)
		e->pages->n_nodes = it.node->id + 1;
}

static void put_lines(struct env *e, const struct node *n, const struct shaped *s, double x, double w, bool justify)
{
	for (uint32_t from = 0; from < s->n_clusters;) {
		uint32_t to = from, last = 0;
		while (to < s->n_clusters && s->x[to + 1] - s->x[from] <= w) {
			if (s->text[s->clusters[to].start] == ' ')
				last = to;
			to++;
		}
		bool end = to >= s->n_clusters;
		if (!end && last)
			to = last;
		uint32_t spaces = 0;
		for (uint32_t i = from; i < to; i++)
			spaces += s->text[s->clusters[i].start] == ' ';
		double free = w - (s->x[to] - s->x[from]);
		put(e, (struct item){.kind = ITEM_TEXT, .node = n, .x = x, .y = 14, .shaped = s, .from = from, .to = to,
			.line_start = true, .space_extra = justify && !end && spaces ? free / spaces : 0});
		e->y += 18;
		from = to + (!end && last ? 1 : 0);
	}
}

static struct node *put_para(struct env *e, struct node *parent, enum role role, enum label_kind label, const char *text)
{
	struct node *n = doc_para(e->doc, parent, role, text, 0, (struct pos){0});
	n->u.para.label = label;
	uint32_t len = (uint32_t)strlen(text), head = len < 20 ? len : 20;
	while (((unsigned char)text[head] & 0xC0) == 0x80)
		head++;
	struct span spans[] = {{.end = head, .size = 14, .bold = true}, {.start = head, .end = len, .size = 14}};
	put_lines(e, n, shape_text(e->a, e->f, text, len, spans, 2), left, width, true);
	return n;
}

static const char lorem[] = "Thực hiện ý kiến của Chủ tịch UBND tỉnh tại Công văn số 1973/UBND-KGVX ngày 10/4/2025 về việc triển khai "
	"Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia, "
	"Sở Khoa học và Công nghệ đã chủ trì, phối hợp với các sở, ban, ngành xây dựng “dự thảo” Kế hoạch hành động…";

static void put_body(struct env *e, int n)
{
	put_para(e, e->section, ROLE_KIND, LABEL_NONE, "TỜ TRÌNH");
	for (int i = 0; i < n; i++) {
		put_para(e, e->section, ROLE_HEADING1, LABEL_ROMAN, "I. QUÁ TRÌNH XÂY DỰNG DỰ THẢO");
		put_para(e, e->section, ROLE_HEADING2, LABEL_NUMBER, "1. Mục tiêu");
		put_para(e, e->section, ROLE_BODY, LABEL_NONE, lorem);
		put_para(e, e->section, ROLE_BODY, LABEL_DASH, "- Cơ quan chủ trì: Sở Khoa học và Công nghệ;");
		put_para(e, e->section, ROLE_BODY, LABEL_DASH, "- Cơ quan phối hợp: các sở, ban, ngành.");
		put_para(e, e->section, ROLE_BODY, LABEL_NONE, lorem);
	}
}

static void put_table(struct env *e, int rows)
{
	struct node *t = doc_add(e->doc, e->section, NODE_TABLE, (struct pos){0});
	t->u.table.role = TABLE_DATA;
	for (int r = 0; r < rows; r++) {
		struct node *row = doc_add(e->doc, t, NODE_ROW, (struct pos){0});
		row->u.row.header = r == 0;
		double y = e->y;
		for (int c = 0; c < 3; c++) {
			struct node *cell = doc_add(e->doc, row, NODE_CELL, (struct pos){0});
			struct node *n = doc_para(e->doc, cell, ROLE_CELL, "UBND huyện", 0, (struct pos){0});
			const char *text = arena_printf(e->a, "Ô %d.%d", r, c);
			struct span span = {.end = (uint32_t)strlen(text), .size = 13, .italic = c == 1};
			e->y = y;
			put_lines(e, n, shape_text(e->a, e->f, text, span.end, &span, 1), left + 100 * c, 90, false);
		}
		put(e, (struct item){.kind = ITEM_RULE, .node = t, .artifact = true, .x = left, .y = 0, .w = 300, .h = 0.5});
	}
}

static void write_to(struct env *e, const char *format, struct buf *out)
{
	struct write_job j = {.doc = e->doc, .pages = e->pages, .fonts = e->f, .dpi = 96};
	assert_int_equal(writer_find(format)->write(&j, out, &e->g), 0);
	assert_false(out->failed);
}

static bool holds(const struct buf *b, const char *s) { return memmem(b->data, b->len, s, strlen(s)) != NULL; }

static char *temp_path(struct env *e, const char *end)
{
	const char *dir = getenv("TMPDIR");
	return arena_printf(e->a, "%s/vanban-test-%s", dir && *dir ? dir : P_tmpdir, end);
}

/* What a program prints for the PDF; NULL where that program is not installed. */
static char *ask(struct env *e, const struct buf *pdf, const char *command)
{
	char *path = temp_path(e, "XXXXXX");
	int fd = mkstemp(path);
	assert_true(fd >= 0 && write(fd, pdf->data, pdf->len) == (ssize_t)pdf->len);
	close(fd);
	FILE *in = popen(arena_printf(e->a, "command -v %.*s >/dev/null && %s %s %s",
		(int)strcspn(command, " "), command, command, path, strncmp(command, "pdftotext", 9) ? "" : "-"), "r");
	struct buf out = BUF_INIT;
	char line[4096];
	size_t n;
	while (in && (n = fread(line, 1, sizeof line, in)) > 0)
		buf_put(&out, line, n);
	if (in)
		pclose(in);
	unlink(path);
	char *text = out.len ? arena_strndup(e->a, out.data, out.len) : NULL;
	buf_free(&out);
	return text;
}

static void pdf_is_tagged_and_repeatable(void **state)
{
	struct env *e = *state;
	put_body(e, 8);
	put_table(e, 60);
	struct outline o = {.title = "I. QUÁ TRÌNH", .level = 1, .page = 0, .y = 100};
	ARENA_PUSH(e->a, e->pages->outline, e->pages->n_outline, e->pages->cap_outline, o);
	struct buf x = BUF_INIT, y = BUF_INIT, z = BUF_INIT;
	write_to(e, "pdf", &x);
	write_to(e, "png", &z);
	write_to(e, "pdf", &y);
	assert_int_equal(x.len, y.len);
	assert_memory_equal(x.data, y.data, x.len);
	assert_true(holds(&x, "/MarkInfo << /Marked true >>"));
	assert_true(holds(&x, "/S /H1\n") && holds(&x, "/S /H2\n") && holds(&x, "/S /H3\n") && holds(&x, "/S /Table\n"));
	assert_true(holds(&x, "/S /LBody\n") && holds(&x, "/S /TH\n") && holds(&x, "/S /TD\n") && holds(&x, "/S /Span\n"));
	assert_true(holds(&x, "/Outlines") && !holds(&x, "/PageLabels"));
	assert_true(holds(&x, "/CreationDate (D:20250515000000+07')") && holds(&x, "/ModDate (D:20250515000000+07')"));
	const char *keep = getenv("VANBAN_KEEP");
	if (keep)
		file_write(keep, x.data, x.len);
	buf_free(&x);
	buf_free(&y);
	buf_free(&z);
}

static size_t times(const struct buf *b, const char *what)
{
	size_t n = 0;
	for (const char *p = b->data; (p = memmem(p, (size_t)(b->data + b->len - p), what, strlen(what))); p++)
		n++;
	return n;
}

/* Levels may be left out: articles below a chapter are siblings all the same. The first label is that of page 0. */
static void outlines_nest_and_labels_begin_at_page_0(void **state)
{
	struct env *e = *state;
	static const int levels[] = {2, 4, 4, 4, 2, 4};
	struct buf x = BUF_INIT;
	put_body(e, 8);
	struct page first = e->pages->v[0];
	for (unsigned i = 0; i < 12; i++) {
		struct outline o = {.title = "Mục", .level = levels[i % 6]};
		if (i < 6)
			ARENA_PUSH(e->a, e->pages->outline, e->pages->n_outline, e->pages->cap_outline, o);
		if (i >= e->pages->n)
			ARENA_PUSH(e->a, e->pages->v, e->pages->n, e->pages->cap, first);
		e->pages->v[i].label = i < 10 ? i + 1 : i - 9;
	}
	write_to(e, "pdf", &x);
	assert_int_equal(times(&x, "/First "), 3); /* the root and both chapters have children */
	assert_int_equal(times(&x, "/Next "), 3);
	assert_true(holds(&x, "/Nums [\n0<</S/D>>10<</S/D/St 1>>  ]"));
	buf_free(&x);
}

static size_t count(const char *s, const char *what)
{
	size_t n = 0;
	for (; (s = strstr(s, what)); s += strlen(what))
		n++;
	return n;
}

static void text_extracts_as_written(void **state)
{
	struct env *e = *state;
	put_para(e, e->section, ROLE_BODY, LABEL_NONE, lorem);
	put_para(e, e->section, ROLE_BODY, LABEL_NONE, "Số\u00A0liệu: 5 m², 37°C, €12, ≥ 3/4 – “hết”");
	struct buf x = BUF_INIT;
	write_to(e, "pdf", &x);
	char *text = ask(e, &x, "pdftotext -raw");
	if (text) {
		char *line = text;
		/* Joined again where the lines were broken, it is the text with its single spaces. */
		for (char *p = text; *p; p++)
			if (*p == '\n')
				*p = ' ';
		assert_int_equal(count(line, "  "), 0);
		assert_non_null(strstr(line, lorem));
		assert_non_null(strstr(line, "5 m², 37°C, €12, ≥ 3/4 – “hết”"));
	}
	buf_free(&x);
}

/* A line in two items, as the layout makes it around a space that is not widened, has its spaces once. */
static void parts_of_a_line_join(void **state)
{
	struct env *e = *state;
	static const char text[] = "ngày 02 tháng 6";
	struct node *n = doc_para(e->doc, e->section, ROLE_BODY, text, 0, (struct pos){0});
	struct span span = {.end = sizeof text - 1, .size = 14};
	struct shaped *s = shape_text(e->a, e->f, text, span.end, &span, 1);
	put(e, (struct item){.kind = ITEM_TEXT, .node = n, .x = left, .y = 20, .shaped = s, .from = 0, .to = 4});
	put(e, (struct item){.kind = ITEM_TEXT, .node = n, .x = left + s->x[4], .y = 20, .shaped = s, .from = 4, .to = 7});
	put(e, (struct item){.kind = ITEM_TEXT, .node = n, .x = left, .y = 40, .shaped = s, .from = 8, .to = s->n_clusters});
	struct buf x = BUF_INIT;
	write_to(e, "pdf", &x);
	char *seen = ask(e, &x, "pdfinfo -struct-text");
	if (seen && strstr(seen, "ngày"))
		assert_non_null(strstr(seen, text));
	buf_free(&x);
}

static void missing_characters_do_no_harm(void **state)
{
	struct env *e = *state;
	put_para(e, e->section, ROLE_BODY, LABEL_NONE, "Chữ 漢字 và 😀 và x\u0301\u200B.");
	put_para(e, e->section, ROLE_BODY, LABEL_NONE, "漢");
	struct buf x = BUF_INIT;
	write_to(e, "pdf", &x);
	char *text = ask(e, &x, "pdftotext -raw");
	if (text)
		assert_non_null(strstr(text, "Chữ 漢字 và 😀 và x́"));
	buf_free(&x);
}

static void notes_keep_what_goes_on(void **state)
{
	struct env *e = *state;
	struct node *n = doc_para(e->doc, e->section, ROLE_BODY, "x", 0, (struct pos){0});
	struct span span = {.end = sizeof lorem - 1, .size = 14};
	struct shaped *s = shape_text(e->a, e->f, lorem, span.end, &span, 1);
	struct node *note = doc_add(e->doc, NULL, NODE_FOOTNOTE, (struct pos){0});
	struct node *np = doc_para(e->doc, note, ROLE_FOOTNOTE, "x", 0, (struct pos){0});
	put(e, (struct item){.kind = ITEM_TEXT, .node = n, .x = left, .y = 20, .shaped = s, .from = 0, .to = 30});
	put(e, (struct item){.kind = ITEM_TEXT, .node = np, .x = left, .y = 700, .shaped = s, .from = 0, .to = 10});
	new_page(e);
	put(e, (struct item){.kind = ITEM_TEXT, .node = n, .x = left, .y = 20, .shaped = s, .from = 30, .to = 60});
	struct buf x = BUF_INIT;
	write_to(e, "pdf", &x);
	assert_true(holds(&x, "/S /Note\n"));
	size_t ps = 0;
	for (size_t i = 0; i + 6 < x.len; i++)
		ps += !memcmp(x.data + i, "/S /P\n", 6);
	assert_int_equal(ps, 2); /* the paragraph, whole, and the note's */
	buf_free(&x);
}

static cairo_status_t to_buf(void *b, const unsigned char *p, unsigned n)
{
	buf_put(b, p, n);
	return CAIRO_STATUS_SUCCESS;
}

static char *temp_file(struct env *e, const char *suffix, const void *data, size_t n)
{
	char *path = temp_path(e, arena_printf(e->a, "%d%s", (int)getpid(), suffix));
	assert_int_equal(file_write(path, data, n), 0);
	return path;
}

static int load(struct env *e, const char *suffix, const void *data, size_t n, struct picture *p)
{
	double w = 0, h = 0;
	char *path = temp_file(e, suffix, data, n);
	*p = (struct picture){.path = path, .alt = ""};
	int result = picture_load(e->a, p, &w, &h, &e->g, (struct pos){0});
	unlink(path);
	assert_true(result || (w > 0 && h > 0));
	return result;
}

static void pictures_are_drawn(void **state)
{
	struct env *e = *state;
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 40, 20);
	struct buf png = BUF_INIT;
	cairo_surface_write_to_png_stream(s, to_buf, &png);
	cairo_surface_destroy(s);
	static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='40mm' height='20mm'>"
		"<image xlink:href='/etc/passwd' width='5' height='5'/><a xlink:href=\"http://x/'(\\\"><rect width='9' height='9'/></a>"
		"<g opacity='0.5'><a title='a>b' xlink:href='http://x/'><text x='10' y='40'>Chú giải</text></a></g>"
		"<text x='10' y='20' style='filter:none'>Biểu đồ</text></svg>";
	struct picture p[2];
	assert_int_equal(load(e, ".png", png.data, png.len, &p[0]), 0);
	assert_int_equal(load(e, ".svg", svg, sizeof svg - 1, &p[1]), 0);
	struct node *n = doc_para(e->doc, e->section, ROLE_PICTURE, "", 0, (struct pos){0});
	for (int i = 0; i < 2; i++) {
		put(e, (struct item){.kind = ITEM_PICTURE, .node = n, .x = left, .w = 100, .h = 50, .picture = &p[i]});
		e->y += 60;
		const void *data = NULL;
		size_t len = 0;
		const char *ext = NULL;
		assert_int_equal(picture_bytes(e->a, &p[i], &data, &len, &ext), 0);
		assert_string_equal(ext, "png");
		assert_memory_equal(data, "\x89PNG", 4);
	}
	struct buf x = BUF_INIT, y = BUF_INIT, z = BUF_INIT;
	write_to(e, "pdf", &x);
	write_to(e, "pdf", &y);
	write_to(e, "png", &z);
	assert_int_equal(x.len, y.len);
	assert_memory_equal(x.data, y.data, x.len);
	assert_true(holds(&x, "/S /Figure\n"));
	assert_false(holds(&x, "/FontDescriptor")); /* words in a picture are outlines, as in the DOCX */
	assert_false(holds(&x, "/Link"));
	buf_free(&x);
	buf_free(&y);
	buf_free(&z);
	buf_free(&png);
}

/* A JPEG of 32 × 16 pixels with n components; freed by the caller. */
static unsigned char *make_jpeg(int n, unsigned long *len)
{
	struct jpeg_compress_struct j = {0};
	struct jpeg_error_mgr error;
	unsigned char *data = NULL;
	j.err = jpeg_std_error(&error);
	jpeg_create_compress(&j);
	jpeg_mem_dest(&j, &data, len);
	j.image_width = 32;
	j.image_height = 16;
	j.input_components = n;
	j.in_color_space = n == 4 ? JCS_CMYK : n == 3 ? JCS_RGB : JCS_GRAYSCALE;
	jpeg_set_defaults(&j);
	j.density_unit = 1;
	j.X_density = j.Y_density = 144;
	jpeg_start_compress(&j, TRUE);
	JSAMPLE samples[32 * 4];
	memset(samples, 200, sizeof samples);
	JSAMPROW row = samples;
	while (j.next_scanline < j.image_height)
		jpeg_write_scanlines(&j, &row, 1);
	jpeg_finish_compress(&j);
	jpeg_destroy_compress(&j);
	return data;
}

static void jpegs_stay_jpegs(void **state)
{
	struct env *e = *state;
	static const int components[] = {1, 3, 4};
	for (int i = 0; i < 3; i++) {
		unsigned long len = 0;
		unsigned char *jpeg = make_jpeg(components[i], &len);
		struct picture p;
		double w = 0, h = 0;
		assert_int_equal(load(e, ".jpg", jpeg, len / 2, &p), -1);
		assert_int_equal(load(e, ".jpg", jpeg, len, &p), 0);
		assert_int_equal(picture_load(e->a, &p, &w, &h, &e->g, (struct pos){0}), 0);
		if (components[i] < 4) /* CMYK files carry an Adobe segment instead of the one with the density */
			assert_true(w == 16 && h == 8);
		struct node *n = doc_para(e->doc, e->section, ROLE_PICTURE, "", 0, (struct pos){0});
		e->pages->n = 0;
		put(e, (struct item){.kind = ITEM_PICTURE, .node = n, .x = left, .w = 100, .h = 50, .picture = &p});
		struct buf x = BUF_INIT, y = BUF_INIT;
		write_to(e, "pdf", &x);
		write_to(e, "pdf", &y);
		assert_int_equal(x.len, y.len);
		assert_memory_equal(x.data, y.data, x.len);
		assert_int_equal(holds(&x, "/DCTDecode"), components[i] < 4);
		buf_free(&x);
		buf_free(&y);
		free(jpeg);
	}
}

static void bad_pictures_are_told(void **state)
{
	struct env *e = *state;
	struct picture p;
	static const char huge[] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\1\0\0\0\1\0\0\x08\2\0\0\0\0\0\0\0";
	static const struct { const char *suffix, *data; size_t n; const char *id; } rows[] = {
		{".png", huge, sizeof huge - 1, "picture-too-many-pixels"},
		{".png", huge, 20, "picture-broken"},
		{".png", "text", 4, "picture-format"},
		{".jpg", "\xFF\xD8\xFF\xE0 nothing", 12, "picture-broken"},
		{".svg", "<svg", 4, "picture-broken"},
		{".svg", "", 0, "picture-broken"},
		{".svg", "<svg\0", 5, "picture-broken"},
		{".svg", "<svg><filter id='f'/></svg>", 27, "picture-filter"},
		{".svg", "<svg style='filter: blur(3px)'/>", 32, "picture-filter"},
		{".svg", "<!DOCTYPE svg [<!ENTITY e '<b/>&#60;x/>'>]><svg/>", 49, "picture-broken"},
		{".svg", "<!DOCTYPE svg [<!ENTITY\n% e '<b/>'>]><svg/>", 43, "picture-broken"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(load(e, rows[i].suffix, rows[i].data, rows[i].n, &p), -1);
		assert_string_equal(e->g.items[e->g.n - 1].msg->id, rows[i].id);
		assert_null(p.image);
	}
	double w, h;
	p = (struct picture){.path = "/nonexistent.png"};
	assert_int_equal(picture_load(e->a, &p, &w, &h, &e->g, (struct pos){0}), -1);
}

static void full_output_is_told(void **state)
{
	struct env *e = *state;
	put_body(e, 1);
	struct buf x = {.limit = 2000};
	struct write_job j = {.doc = e->doc, .pages = e->pages, .fonts = e->f, .dpi = 96};
	assert_int_equal(writer_find("pdf")->write(&j, &x, &e->g), -1);
	j.dpi = 1e9;
	x.limit = 0;
	x.failed = false;
	assert_int_equal(writer_find("png")->write(&j, &x, &e->g), -1);
	assert_null(writer_find("odt"));
	buf_free(&x);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(pdf_is_tagged_and_repeatable), TEST(outlines_nest_and_labels_begin_at_page_0),
		TEST(text_extracts_as_written), TEST(missing_characters_do_no_harm),
		TEST(parts_of_a_line_join),
		TEST(notes_keep_what_goes_on), TEST(pictures_are_drawn), TEST(jpegs_stay_jpegs),
		TEST(bad_pictures_are_told), TEST(full_output_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
