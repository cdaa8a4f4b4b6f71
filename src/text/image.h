#ifndef TEXT_IMAGE_H
#define TEXT_IMAGE_H
/* What struct picture.image points to; private to text/. */
#include <cairo.h>
#include <librsvg/rsvg.h>
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

struct image {
	char *data;                /* the file */
	size_t n;
	const char *ext;           /* "png", "jpeg", "svg" */
	double w, h;               /* natural size in pt */
	cairo_surface_t *surface;  /* PNG, JPEG: pixels */
	RsvgHandle *svg;           /* SVG: drawn anew wherever it is wanted */
};

/* What a format's loader found wrong. */
enum image_fault { IMAGE_GOOD, IMAGE_BROKEN, IMAGE_TOO_MANY_PIXELS, IMAGE_FILTERED };
enum { IMAGE_MAX_MPIXEL = 50, IMAGE_MAX_MB = 64, IMAGE_MAX_SVG_MB = 4 };

/* One loader a format: reads image->data, sets size and surface or svg; refuses before decoding what has too many pixels. */
enum image_fault image_load_png(struct image *im);
enum image_fault image_load_jpeg(struct image *im);
enum image_fault image_load_svg(struct image *im);
/* Natural size from pixels and dots per inch (0 or absurd: 96). */
void image_size(struct image *im, double px_w, double px_h, double dpi_x, double dpi_y);
bool image_pixels_fit(double w, double h);
/* Draws into the rectangle, units pt. */
void image_draw(const struct image *im, cairo_t *cr, double x, double y, double w, double h);
void image_draw_svg(const struct image *im, cairo_t *cr, double x, double y, double w, double h); /* its text as outlines */
#endif
