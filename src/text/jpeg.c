/* JPEG pictures: decoded for the screen and for PNG, put into a PDF as they are. */
#include <stdio.h>
#include <jpeglib.h>
#include <jerror.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include "text/image.h"

/* A progressive file of a few kilobytes can ask for hours of work by repeating its scans. */
enum { MAX_SCANS = 200 };

struct decoder {
	struct jpeg_decompress_struct j;
	struct jpeg_error_mgr error;
	struct jpeg_progress_mgr progress;
	jmp_buf back;
	bool cut_off;
	JSAMPROW row;
};

static void on_error(j_common_ptr j) { longjmp(((struct decoder *)j->client_data)->back, 1); }
/* libjpeg fills what is missing at the end of a file with grey; other warnings are harmless. */
static void on_message(j_common_ptr j, int level)
{
	if (level < 0 && j->err->msg_code == JWRN_JPEG_EOF)
		((struct decoder *)j->client_data)->cut_off = true;
}
static void on_progress(j_common_ptr j)
{
	struct decoder *d = j->client_data;
	if (d->j.input_scan_number > MAX_SCANS)
		on_error(j);
}

static unsigned char scaled(unsigned a, unsigned b) { return (unsigned char)(a * b / 255); }

/* A row of RGB, grey or CMYK samples as Cairo's 32-bit pixels. */
static void put_row(const struct decoder *d, uint32_t *out)
{
	const JSAMPLE *s = d->row;
	int n = d->j.out_color_components;
	for (unsigned x = 0; x < d->j.output_width; x++, s += n) {
		unsigned r = s[0], g = s[n > 1], b = s[n > 2 ? 2 : 0];
		if (n == 4) {
			/* Adobe's programs store the inks inverted; others mark no Adobe segment and store them straight. */
			bool inverted = d->j.saw_Adobe_marker;
			unsigned k = inverted ? s[3] : 255u - s[3];
			r = scaled(inverted ? r : 255 - r, k);
			g = scaled(inverted ? g : 255 - g, k);
			b = scaled(inverted ? b : 255 - b, k);
		} else if (n == 1) {
			g = b = r;
		}
		out[x] = (uint32_t)r << 16 | (uint32_t)g << 8 | (uint32_t)b;
	}
}

/* Runs under setjmp: whatever it must free stands in im or d, never in its locals. */
static enum image_fault decode(struct image *im, struct decoder *d)
{
	struct jpeg_decompress_struct *j = &d->j;
	jpeg_mem_src(j, (const unsigned char *)im->data, im->n);
	jpeg_read_header(j, TRUE);
	if (!image_pixels_fit(j->image_width, j->image_height))
		return IMAGE_TOO_MANY_PIXELS;
	double unit = j->density_unit == 1 ? 1 : j->density_unit == 2 ? 2.54 : 0;
	image_size(im, j->image_width, j->image_height, j->X_density * unit, j->Y_density * unit);
	bool cmyk = j->jpeg_color_space == JCS_CMYK || j->jpeg_color_space == JCS_YCCK;
	j->out_color_space = cmyk ? JCS_CMYK : j->jpeg_color_space == JCS_GRAYSCALE ? JCS_GRAYSCALE : JCS_RGB;
	j->mem->max_memory_to_use = 512L << 20;
	jpeg_start_decompress(j);
	im->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)j->output_width, (int)j->output_height);
	if (cairo_surface_status(im->surface) != CAIRO_STATUS_SUCCESS)
		return IMAGE_BROKEN;
	d->row = (*j->mem->alloc_small)((j_common_ptr)j, JPOOL_IMAGE, (size_t)j->output_width * (size_t)j->out_color_components);
	unsigned char *pixels = cairo_image_surface_get_data(im->surface);
	int stride = cairo_image_surface_get_stride(im->surface);
	while (j->output_scanline < j->output_height) {
		unsigned char *line = pixels + (size_t)stride * j->output_scanline;
		jpeg_read_scanlines(j, &d->row, 1);
		put_row(d, (uint32_t *)(void *)line);
	}
	cairo_surface_mark_dirty(im->surface);
	jpeg_finish_decompress(j);
	if (d->cut_off)
		return IMAGE_BROKEN;
	/* Viewers do not agree on CMYK: a PDF gets its pixels. */
	if (!cmyk)
		cairo_surface_set_mime_data(im->surface, CAIRO_MIME_TYPE_JPEG, (const unsigned char *)im->data, im->n, NULL, NULL);
	return IMAGE_GOOD;
}

enum image_fault image_load_jpeg(struct image *im)
{
	struct decoder d;
	memset(&d, 0, sizeof d);
	d.j.err = jpeg_std_error(&d.error);
	d.j.client_data = &d;
	d.error.error_exit = on_error;
	d.error.emit_message = on_message;
	d.progress.progress_monitor = on_progress;
	volatile enum image_fault fault = IMAGE_BROKEN;
	if (!setjmp(d.back)) {
		jpeg_create_decompress(&d.j);
		d.j.progress = &d.progress;
		fault = decode(im, &d);
	}
	jpeg_destroy_decompress(&d.j);
	return fault;
}
