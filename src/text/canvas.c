/* The door to Cairo: a PDF, or a picture of one page. */
#include "text/canvas.h"
#include <cairo-pdf.h>
#include <hb-ot.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "text/font.h"
#include "text/glyph.h"
#include "text/image.h"
#include "text/mend.h"

enum { OUTLINE_LEVELS = 9 };
/* A picture of a page may not be larger than this, whatever resolution is asked for. */
static const double max_pixels = 200e6;

struct canvas {
	struct buf *out;
	cairo_surface_t *surface;
	cairo_t *cr;
	bool pdf;
	size_t start;                    /* length of out before */
	bool red;                        /* colour set now */
	bool path;                       /* rectangles wait to be filled */
	double scale;                    /* device pixels a pt; 1 in a PDF */
	struct { int entry, level; } above[OUTLINE_LEVELS]; /* the last outline entry and those it stands under, outermost first */
	int depth;                       /* how many */
	cairo_glyph_t *glyphs;           /* room for one call of Cairo */
	cairo_text_cluster_t *clusters;
	size_t cap;
	const char **figures;            /* alternative texts of the elements Figure, in order */
	size_t n_figures, cap_figures;
	bool no_memory;
	const char *why;                 /* first fault that is not Cairo's */
};

static cairo_status_t put_bytes(void *closure, const unsigned char *data, unsigned n)
{
	struct buf *out = closure;
	buf_put(out, data, n);
	return out->failed ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static struct canvas *canvas_new(struct buf *out, cairo_surface_t *surface, double scale)
{
	struct canvas *c = calloc(1, sizeof *c);
	if (!c)
		abort();
	*c = (struct canvas){.out = out, .surface = surface, .cr = cairo_create(surface), .scale = scale, .start = out->len};
	cairo_scale(c->cr, scale, scale);
	cairo_set_source_rgb(c->cr, 0, 0, 0);
	return c;
}

struct canvas *canvas_pdf(struct buf *out)
{
	/* The size is each page's own; it only must not be empty here. */
	struct canvas *c = canvas_new(out, cairo_pdf_surface_create_for_stream(put_bytes, out, 595, 842), 1);
	c->pdf = true;
	return c;
}

struct canvas *canvas_png(struct buf *out, double w, double h, double dpi)
{
	double scale = dpi / 72;
	bool fits = w > 0 && h > 0 && scale > 0 && w * scale * h * scale <= max_pixels && fmax(w, h) * scale < 32767;
	if (!fits)
		scale = 1;
	int pw = fits ? (int)lround(w * scale) : 1, ph = fits ? (int)lround(h * scale) : 1;
	struct canvas *c = canvas_new(out, cairo_image_surface_create(CAIRO_FORMAT_RGB24, pw > 0 ? pw : 1, ph > 0 ? ph : 1), scale);
	if (!fits)
		c->why = "the picture of the page would be too large";
	cairo_set_source_rgb(c->cr, 1, 1, 1);
	cairo_paint(c->cr);
	cairo_set_source_rgb(c->cr, 0, 0, 0);
	return c;
}

static void flush_path(struct canvas *c)
{
	if (c->path)
		cairo_fill(c->cr);
	c->path = false;
}

static void set_red(struct canvas *c, bool red)
{
	if (c->red == red)
		return;
	flush_path(c);
	cairo_set_source_rgb(c->cr, red ? 1 : 0, 0, 0);
	c->red = red;
}

void canvas_page(struct canvas *c, double w, double h, const char *label)
{
	if (!c->pdf)
		return;
	cairo_pdf_surface_set_size(c->surface, w, h);
	if (label)
		cairo_pdf_surface_set_page_label(c->surface, label);
}

void canvas_page_end(struct canvas *c)
{
	flush_path(c);
	if (c->pdf)
		cairo_show_page(c->cr);
}

/* ---- text ---- */

/* A stretch of clusters of one span, drawn by one call. */
struct piece {
	const struct shaped *s;
	const struct span *span;
	struct face *face;
	uint32_t from, to;
	double x, y;          /* baseline of the cluster from */
	double space_extra;
};

static bool grow(struct canvas *c, size_t n)
{
	if (n <= c->cap)
		return true;
	size_t cap = n * 2;
	cairo_glyph_t *g = realloc(c->glyphs, cap * sizeof *g);
	if (g)
		c->glyphs = g;
	cairo_text_cluster_t *t = realloc(c->clusters, cap * sizeof *t);
	if (t)
		c->clusters = t;
	if (g && t)
		c->cap = cap;
	c->no_memory = c->no_memory || !g || !t;
	return g && t;
}

static bool is_space(const struct shaped *s, uint32_t i)
{
	return s->text[s->clusters[i].start] == ' ' && s->clusters[i + 1].start == s->clusters[i].start + 1;
}

/* The frame that stands for a character the fonts do not have. */
static void missing_box(struct canvas *c, double x, double y, double size)
{
	flush_path(c);
	cairo_set_line_width(c->cr, size / 28);
	cairo_rectangle(c->cr, x + 0.05 * size, y - 0.65 * size, (MISSING_EM - 0.1) * size, 0.65 * size);
	cairo_stroke(c->cr);
}

/* The glyph that carries the text of a missing character, so that it can be searched and copied: a space as wide. */
static unsigned long carrier(const struct face *face)
{
	static const hb_codepoint_t spaces[] = {0x2002, 0x2007, ' '};
	hb_codepoint_t glyph = 0;
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		if (hb_font_get_nominal_glyph(face->hb, spaces[i], &glyph))
			break;
	return glyph;
}

static void show(struct canvas *c, struct fonts *f, const struct piece *p, size_t n_glyphs, size_t n_clusters)
{
	const struct shaped *s = p->s;
	uint32_t start = s->clusters[p->from].start, len = s->clusters[p->to].start - start;
	if (c->pdf) {
		cairo_set_scaled_font(c->cr, face_sized(f, p->face, p->span->size));
		cairo_show_text_glyphs(c->cr, s->text + start, (int)len, c->glyphs, (int)n_glyphs, c->clusters, (int)n_clusters, 0);
		return;
	}
	/* As outlines: Cairo's image surface would move each glyph to a whole pixel. */
	cairo_set_font_face(c->cr, face_cairo(p->face));
	cairo_set_font_size(c->cr, p->span->size);
	cairo_font_options_t *o = font_options();
	cairo_set_font_options(c->cr, o);
	cairo_font_options_destroy(o);
	cairo_glyph_path(c->cr, c->glyphs, (int)n_glyphs);
	cairo_fill(c->cr);
}

/* Draws a piece; returns the x behind it. */
static double draw_piece(struct canvas *c, struct fonts *f, const struct piece *p)
{
	const struct shaped *s = p->s;
	const struct glyph *glyphs = s->glyphs;
	size_t n = 0, k = 0;
	double extra = 0, x = p->x;
	for (uint32_t i = p->from; i < p->to; i++) {
		const struct cluster *cl = &s->clusters[i];
		if (!grow(c, (n > k ? n : k) + cl->n_glyphs + 1u))
			return x;
		x = p->x + (s->x[i] - s->x[p->from]) + extra;
		int shown = 0;
		for (uint16_t g = 0; g < cl->n_glyphs; g++) {
			const struct glyph *gl = &glyphs[cl->glyph + g];
			bool missing = gl->id == GLYPH_MISSING;
			if (missing)
				missing_box(c, x, p->y, p->span->size);
			unsigned long id = missing ? carrier(p->face) : (unsigned long)gl->id;
			c->glyphs[n + (size_t)shown++] = (cairo_glyph_t){id, x + (double)gl->dx, p->y + (double)gl->dy};
		}
		n += (size_t)shown;
		c->clusters[k++] = (cairo_text_cluster_t){(int)(s->clusters[i + 1].start - cl->start), shown};
		if (is_space(s, i))
			extra += p->space_extra;
	}
	if (n)
		show(c, f, p, n, k);
	return p->x + (s->x[p->to] - s->x[p->from]) + extra;
}

static void underline(struct canvas *c, const struct piece *p, double x_end, bool red)
{
	hb_position_t offset = 0, thick = 0;
	if (!hb_ot_metrics_get_position(p->face->hb, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, &offset) ||
	    !hb_ot_metrics_get_position(p->face->hb, HB_OT_METRICS_TAG_UNDERLINE_SIZE, &thick) || thick <= 0) {
		offset = -(hb_position_t)p->face->upem / 10;
		thick = (hb_position_t)p->face->upem / 20;
	}
	double unit = p->span->size / p->face->upem;
	canvas_rect(c, p->x, p->y - offset * unit, x_end - p->x, thick * unit, red);
}

void canvas_text(struct canvas *c, struct fonts *f, const struct shaped *s, uint32_t from, uint32_t to, double x, double y, double space_extra, bool red)
{
	if (to > s->n_clusters)
		to = s->n_clusters;
	set_red(c, red);
	flush_path(c);
	while (from < to) {
		uint32_t end = from + 1;
		while (end < to && s->clusters[end].span == s->clusters[from].span)
			end++;
		const struct span *span = &s->spans[s->clusters[from].span];
		double base = y - span->rise;
		if (!c->pdf) /* letters stand on a whole pixel, so that all lines are alike sharp */
			base = round(base * c->scale) / c->scale;
		struct piece p = {s, span, &f->faces[face_index(span->bold, span->italic)], from, end, x, base, space_extra};
		x = draw_piece(c, f, &p);
		if (span->underline)
			underline(c, &p, x, red);
		from = end;
	}
}

/* ---- rules and pictures ---- */

/* On a picture of a page a rule is drawn on whole pixels, one at least, so that all look alike. Its end is found from where
 * a rule as thick, standing across it there, begins: corners close without a gap and without a spur. */
static void snap(double scale, double *along, double *length, double *across, double *thick)
{
	double px = fmax(1, round(*thick * scale)), from = round(*along * scale), to = round((*along + *length - *thick) * scale) + px;
	*along = from / scale;
	*length = fmax(1, to - from) / scale;
	*across = round(*across * scale) / scale;
	*thick = px / scale;
}

void canvas_rect(struct canvas *c, double x, double y, double w, double h, bool red)
{
	set_red(c, red);
	if (!c->pdf && w >= h)
		snap(c->scale, &x, &w, &y, &h);
	else if (!c->pdf)
		snap(c->scale, &y, &h, &x, &w);
	cairo_rectangle(c->cr, x, y, w, h);
	c->path = true;
}

/* ---- charts ---- */

/* All in black but for this: the colour is black again afterwards. */
static void set_grey(struct canvas *c, uint8_t grey)
{
	flush_path(c);
	c->red = false;
	cairo_set_source_rgb(c->cr, grey / 255.0, grey / 255.0, grey / 255.0);
}

void canvas_grey(struct canvas *c, double x, double y, double w, double h, uint8_t grey)
{
	set_grey(c, grey);
	if (!c->pdf && (w < 1 || h < 1) && w >= h)
		snap(c->scale, &x, &w, &y, &h);
	else if (!c->pdf && (w < 1 || h < 1))
		snap(c->scale, &y, &h, &x, &w);
	cairo_rectangle(c->cr, x, y, w, h);
	cairo_fill(c->cr);
	set_grey(c, 0);
}

/* Lines from side to side of the box, which is the clip: dx is how far one leans to the right on its way down. */
static void hatch(struct canvas *c, double x, double y, double w, double h, double lean, double every)
{
	double dx = lean * h;
	for (double at = x - fmax(dx, 0) + every / 2; at < x + w - fmin(dx, 0); at += every) {
		cairo_move_to(c->cr, at, y);
		cairo_line_to(c->cr, at + dx, y + h);
	}
	cairo_stroke(c->cr);
}

static void level(struct canvas *c, double x, double y, double w, double h, double every)
{
	for (double at = y + every / 2; at < y + h; at += every) {
		cairo_move_to(c->cr, x, at);
		cairo_line_to(c->cr, x + w, at);
	}
	cairo_stroke(c->cr);
}

static void pattern(struct canvas *c, double x, double y, double w, double h, enum chart_pattern p)
{
	cairo_save(c->cr);
	cairo_rectangle(c->cr, x, y, w, h);
	cairo_clip(c->cr);
	cairo_set_line_width(c->cr, 0.6);
	if (p == CHART_UP || p == CHART_DOWN)
		hatch(c, x, y, w, h, p == CHART_UP ? -1 : 1, 4.5);
	if (p == CHART_GRID)
		hatch(c, x, y, w, h, 0, 3);
	if (p == CHART_GRID || p == CHART_LEVEL)
		level(c, x, y, w, h, 3);
	cairo_restore(c->cr);
}

void canvas_bar(struct canvas *c, double x, double y, double w, double h, const struct chart_fill *fill)
{
	enum { OUTLINE = 2 }; /* a pt has so many */
	set_grey(c, fill->pattern == CHART_SOLID ? fill->grey : 255);
	cairo_rectangle(c->cr, x, y, w, h);
	cairo_fill(c->cr);
	set_grey(c, 0);
	if (fill->pattern != CHART_SOLID)
		pattern(c, x, y, w, h, fill->pattern);
	cairo_set_line_width(c->cr, 1.0 / OUTLINE);
	cairo_rectangle(c->cr, x, y, w, h);
	cairo_stroke(c->cr);
}

void canvas_picture(struct canvas *c, const struct picture *p, double x, double y, double w, double h)
{
	flush_path(c);
	set_red(c, false);
	if (w <= 0 || h <= 0)
		return;
	cairo_save(c->cr);
	if (p->image) {
		cairo_rectangle(c->cr, x, y, w, h);
		cairo_clip(c->cr);
		image_draw(p->image, c->cr, x, y, w, h);
	} else {
		cairo_set_line_width(c->cr, 0.5);
		cairo_rectangle(c->cr, x + 0.25, y + 0.25, w - 0.5, h - 0.5);
		cairo_stroke(c->cr);
	}
	cairo_restore(c->cr);
}

/* ---- what a PDF knows besides its pages ---- */

void canvas_tag(struct canvas *c, const char *tag, const char *attrs)
{
	if (!c->pdf)
		return;
	flush_path(c);
	cairo_tag_begin(c->cr, tag, attrs);
}

void canvas_tag_end(struct canvas *c, const char *tag)
{
	if (!c->pdf)
		return;
	flush_path(c);
	cairo_tag_end(c->cr, tag);
}

void canvas_figure(struct canvas *c, const char *alt)
{
	if (!c->pdf)
		return;
	if (c->n_figures == c->cap_figures) {
		size_t cap = c->cap_figures ? c->cap_figures * 2 : 8;
		const char **v = realloc(c->figures, cap * sizeof *v);
		c->no_memory = c->no_memory || !v;
		if (!v)
			return;
		c->figures = v;
		c->cap_figures = cap;
	}
	c->figures[c->n_figures++] = alt;
}

void canvas_outline(struct canvas *c, int level, const char *title, size_t page, double y)
{
	if (!c->pdf)
		return;
	while (c->depth && (c->above[c->depth - 1].level >= level || c->depth == OUTLINE_LEVELS))
		c->depth--;
	char at[80];
	/* In thousandths by hand: printf would put the locale's decimal comma. */
	long mille = lround(fmax(0, fmin(y, 1e6)) * 1000);
	snprintf(at, sizeof at, "page=%zu pos=[0 %ld.%03ld]", page + 1, mille / 1000, mille % 1000);
	int parent = c->depth ? c->above[c->depth - 1].entry : CAIRO_PDF_OUTLINE_ROOT;
	c->above[c->depth].entry = cairo_pdf_surface_add_outline(c->surface, parent, title, at, CAIRO_PDF_OUTLINE_FLAG_OPEN);
	c->above[c->depth++].level = level;
}

void canvas_meta(struct canvas *c, const char *title, const char *author, const char *subject, const char *date_iso)
{
	if (!c->pdf)
		return;
	const struct { cairo_pdf_metadata_t key; const char *value; } rows[] = {
		{CAIRO_PDF_METADATA_TITLE, title}, {CAIRO_PDF_METADATA_AUTHOR, author}, {CAIRO_PDF_METADATA_SUBJECT, subject},
		{CAIRO_PDF_METADATA_CREATOR, "vanban"},
		/* Both, else Cairo writes the time of day. */
		{CAIRO_PDF_METADATA_CREATE_DATE, date_iso}, {CAIRO_PDF_METADATA_MOD_DATE, date_iso},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].value && *rows[i].value)
			cairo_pdf_surface_set_metadata(c->surface, rows[i].key, rows[i].value);
}

/* The same picture with one byte a pixel, or NULL where it has colours: most pages have none, and their files are a third
 * as much to compress. */
static cairo_surface_t *grey_copy(cairo_surface_t *s)
{
	int w = cairo_image_surface_get_width(s), h = cairo_image_surface_get_height(s);
	cairo_surface_t *grey = cairo_image_surface_create(CAIRO_FORMAT_A8, w, h);
	unsigned char *to = cairo_image_surface_get_data(grey);
	cairo_surface_flush(s);
	const unsigned char *from = cairo_image_surface_get_data(s);
	bool good = to && from;
	for (int y = 0; good && y < h; y++) {
		const uint32_t *in = (const uint32_t *)(const void *)(from + (size_t)cairo_image_surface_get_stride(s) * (size_t)y);
		unsigned char *out = to + (size_t)cairo_image_surface_get_stride(grey) * (size_t)y;
		uint32_t colour = 0;
		for (int x = 0; x < w; x++) {
			colour |= (in[x] ^ in[x] >> 8) & 0xFFFF;
			out[x] = (unsigned char)in[x];
		}
		good = !colour;
	}
	if (good) {
		cairo_surface_mark_dirty(grey);
		return grey;
	}
	cairo_surface_destroy(grey);
	return NULL;
}

static cairo_status_t put_png(struct canvas *c)
{
	cairo_surface_t *grey = grey_copy(c->surface);
	cairo_status_t status = cairo_surface_write_to_png_stream(grey ? grey : c->surface, put_bytes, c->out);
	if (grey)
		cairo_surface_destroy(grey);
	return status;
}

int canvas_close(struct canvas *c, const char **why)
{
	flush_path(c);
	cairo_status_t status = cairo_status(c->cr);
	cairo_destroy(c->cr);
	if (!c->pdf && !c->why && status == CAIRO_STATUS_SUCCESS)
		status = put_png(c);
	cairo_surface_finish(c->surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(c->surface);
	cairo_surface_destroy(c->surface);
	const char *fault = c->why ? c->why : c->no_memory ? "out of memory" : c->out->failed ? "the output is too large"
		: status != CAIRO_STATUS_SUCCESS ? cairo_status_to_string(status) : NULL;
	if (c->pdf && !fault) {
		mend_dates(c->out, c->start);
		mend_labels(c->out, c->start);
		mend_figures(c->out, c->start, c->figures, c->n_figures);
	}
	free(c->glyphs);
	free(c->clusters);
	free(c->figures);
	free(c);
	if (why)
		*why = fault;
	return fault ? -1 : 0;
}
