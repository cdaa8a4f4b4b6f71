/* Pictures: which format a file has, its limits, its bytes for a DOCX, its drawing. */
#include "text/picture.h"
#include <errno.h>
#include <math.h>
#include <string.h>
#include "base/buf.h"
#include "base/file.h"
#include "text/image.h"
#include "text/msg.h"

static const struct format {
	const char *ext;
	const char *magic;     /* first bytes; NULL: taken by the name's end */
	size_t n_magic;
	const char *suffix;
	enum image_fault (*load)(struct image *im);
} formats[] = {
	{"png", "\x89PNG\r\n\x1A\n", 8, NULL, image_load_png},
	{"jpeg", "\xFF\xD8\xFF", 3, NULL, image_load_jpeg},
	{"svg", NULL, 0, ".svg", image_load_svg},
};

static bool ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);
	return n >= m && !strcasecmp(s + n - m, end);
}

/* By content rather than by name, as files are often named wrongly; SVG has no magic number. */
static const struct format *find_format(const struct image *im, const char *path)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		const struct format *f = &formats[i];
		if (f->magic ? im->n >= f->n_magic && !memcmp(im->data, f->magic, f->n_magic) : ends_with(path, f->suffix))
			return f;
	}
	return NULL;
}

bool image_pixels_fit(double w, double h) { return w >= 1 && h >= 1 && w * h <= IMAGE_MAX_MPIXEL * 1e6 && fmax(w, h) <= 32767; }

static double sane_dpi(double dpi) { return dpi >= 20 && dpi <= 5000 ? dpi : 96; }

void image_size(struct image *im, double px_w, double px_h, double dpi_x, double dpi_y)
{
	im->w = px_w * 72 / sane_dpi(dpi_x);
	im->h = px_h * 72 / sane_dpi(dpi_y);
}

static void image_close(void *p)
{
	struct image *im = p;
	if (im->surface)
		cairo_surface_destroy(im->surface);
	if (im->svg)
		g_object_unref(im->svg);
}

/* Loads or notes why not. */
static struct image *load(struct arena *a, const char *path, struct diag *g, struct pos pos)
{
	struct image *im = ARENA_NEW(a, struct image);
	const char *name = file_base(path);
	int err = file_read(a, path, (size_t)IMAGE_MAX_MB << 20, &im->data, &im->n);
	if (err) {
		if (err == EFBIG)
			diag_put(g, &text_msgs[MSG_PICTURE_TOO_LARGE], pos, name, IMAGE_MAX_MB);
		else
			diag_put(g, &text_msgs[MSG_PICTURE_UNREADABLE], pos, name, strerror(err));
		return NULL;
	}
	const struct format *f = find_format(im, path);
	if (!f) {
		diag_put(g, &text_msgs[MSG_PICTURE_FORMAT], pos, name);
		return NULL;
	}
	if (f->load == image_load_svg && im->n > (size_t)IMAGE_MAX_SVG_MB << 20) { /* hostile ones take seconds a megabyte */
		diag_put(g, &text_msgs[MSG_PICTURE_TOO_LARGE], pos, name, IMAGE_MAX_SVG_MB);
		return NULL;
	}
	im->ext = f->ext;
	arena_closer(a, image_close, im);
	switch (f->load(im)) {
	case IMAGE_GOOD:
		return im;
	case IMAGE_TOO_MANY_PIXELS:
		diag_put(g, &text_msgs[MSG_PICTURE_TOO_MANY_PIXELS], pos, name, IMAGE_MAX_MPIXEL);
		return NULL;
	case IMAGE_FILTERED:
		diag_put(g, &text_msgs[MSG_PICTURE_FILTER], pos, name);
		return NULL;
	case IMAGE_BROKEN:
		break;
	}
	diag_put(g, &text_msgs[MSG_PICTURE_BROKEN], pos, name);
	return NULL;
}

int picture_load(struct arena *a, struct picture *p, double *w_pt, double *h_pt, struct diag *g, struct pos pos)
{
	const struct image *im = p->image;
	if (!im)
		p->image = im = load(a, p->path, g, pos);
	if (!im)
		return -1;
	*w_pt = im->w;
	*h_pt = im->h;
	return 0;
}

void image_draw(const struct image *im, cairo_t *cr, double x, double y, double w, double h)
{
	if (im->svg) {
		image_draw_svg(im, cr, x, y, w, h);
		return;
	}
	double pw = cairo_image_surface_get_width(im->surface), ph = cairo_image_surface_get_height(im->surface);
	cairo_translate(cr, x, y);
	cairo_scale(cr, w / pw, h / ph);
	cairo_set_source_surface(cr, im->surface, 0, 0);
	cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD); /* no pale edges where it is scaled */
	cairo_paint(cr);
}

/* ---- for the DOCX ---- */

static cairo_status_t put_bytes(void *closure, const unsigned char *data, unsigned n)
{
	buf_put(closure, data, n);
	return CAIRO_STATUS_SUCCESS;
}

/* An SVG as PNG of 300 dpi at its size on the page, or its natural size before it has one. */
static int svg_png(struct arena *a, const struct picture *p, const struct image *im, const void **data, size_t *n)
{
	double w = p->w > 0 ? pt_from_twip(p->w) : im->w, h = p->h > 0 ? pt_from_twip(p->h) : im->h;
	double scale = 300.0 / 72;
	while (scale > 0.01 && !image_pixels_fit(w * scale, h * scale) && fmax(w, h) * scale > 1)
		scale /= 2;
	int pw = (int)ceil(fmax(1, w * scale)), ph = (int)ceil(fmax(1, h * scale));
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pw, ph);
	cairo_t *cr = cairo_create(s);
	image_draw(im, cr, 0, 0, pw, ph);
	cairo_destroy(cr);
	struct buf out = BUF_INIT;
	int result = cairo_surface_write_to_png_stream(s, put_bytes, &out) == CAIRO_STATUS_SUCCESS && !out.failed ? 0 : -1;
	cairo_surface_destroy(s);
	if (!result) {
		char *copy = arena_alloc(a, out.len);
		memcpy(copy, out.data, out.len);
		*data = copy;
		*n = out.len;
	}
	buf_free(&out);
	return result;
}

int picture_bytes(struct arena *a, const struct picture *p, const void **data, size_t *n, const char **ext)
{
	const struct image *im = p->image;
	if (!im)
		return -1;
	if (im->svg) {
		*ext = "png";
		return svg_png(a, p, im, data, n);
	}
	*ext = im->ext;
	*data = im->data;
	*n = im->n;
	return 0;
}
