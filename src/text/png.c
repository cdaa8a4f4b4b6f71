/* PNG pictures, by Cairo's reader, after their header was looked at. */
#include <stdint.h>
#include <string.h>
#include "text/image.h"

static uint32_t be32(const unsigned char *p) { return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]; }

/* Finds a chunk before the pixels: its data and length, or NULL. */
static const unsigned char *find_chunk(const struct image *im, const char *type, uint32_t min_len)
{
	const unsigned char *p = (const unsigned char *)im->data;
	for (size_t at = 8; at + 12 <= im->n;) {
		uint32_t len = be32(p + at);
		if (len > im->n - at - 12 || !memcmp(p + at + 4, "IDAT", 4))
			return NULL;
		if (!memcmp(p + at + 4, type, 4))
			return len >= min_len ? p + at + 8 : NULL;
		at += (size_t)len + 12;
	}
	return NULL;
}

struct reader { const struct image *im; size_t at; };

static cairo_status_t read_bytes(void *closure, unsigned char *out, unsigned n)
{
	struct reader *r = closure;
	if (n > r->im->n - r->at)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(out, r->im->data + r->at, n);
	r->at += n;
	return CAIRO_STATUS_SUCCESS;
}

enum image_fault image_load_png(struct image *im)
{
	const unsigned char *head = find_chunk(im, "IHDR", 13), *density = find_chunk(im, "pHYs", 9);
	if (!head || !be32(head) || !be32(head + 4))
		return IMAGE_BROKEN;
	if (!image_pixels_fit(be32(head), be32(head + 4)))
		return IMAGE_TOO_MANY_PIXELS;
	struct reader r = {im, 0};
	im->surface = cairo_image_surface_create_from_png_stream(read_bytes, &r);
	if (cairo_surface_status(im->surface) != CAIRO_STATUS_SUCCESS)
		return IMAGE_BROKEN;
	double per_inch = density && density[8] == 1 ? 0.0254 : 0; /* unit 1: pixels a metre */
	image_size(im, be32(head), be32(head + 4), density ? be32(density) * per_inch : 0, density ? be32(density + 4) * per_inch : 0);
	return IMAGE_GOOD;
}
