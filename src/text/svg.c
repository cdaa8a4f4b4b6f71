/* SVG pictures by librsvg, from memory without a base address: nothing outside the file is opened. */
#include <pango/pangocairo.h>
#include <string.h>
#include "base/file.h"
#include "base/utf8.h"
#include "text/font.h"
#include "text/image.h"

static const char ours[] = "vanban-fonts";

/* librsvg takes its fonts from Pango's default map: it must be one of the program's own faces, lest a picture look
 * different on another machine. */
static void set_default_fonts(void)
{
	PangoFontMap *now = pango_cairo_font_map_get_default();
	if (g_object_get_data(G_OBJECT(now), ours))
		return;
	struct arena *a = arena_new();
	const char *dir = file_data_dir(a, "fonts");
	PangoFontMap *map = dir ? font_map_new(dir) : NULL;
	arena_free(a);
	if (!map)
		return;
	g_object_set_data(G_OBJECT(map), ours, map);
	pango_cairo_font_map_set_default(PANGO_CAIRO_FONT_MAP(map));
	g_object_unref(map); /* Pango keeps its own reference */
}

/* Whether the word "filter" at p puts a filter to use: an element, or a property whose value is not none. */
static bool is_filter(const char *start, const char *p)
{
	if (p > start && (p[-1] == '<' || p[-1] == ':'))
		return true;
	p += strlen("filter");
	p += strspn(p, " \t\r\n");
	if (*p != ':' && *p != '=')
		return false;
	p += 1 + strspn(p + 1, " \t\r\n'\"");
	return strncmp(p, "none", 4) != 0;
}

/* Filters cost what their numbers say (a turbulence of a million octaves: days), and would turn the drawing into pixels
 * anyway: they are refused before librsvg sees them. A file that could hide one, by markup made of character references
 * or by an encoding of its own, is refused too. */
static enum image_fault svg_look(const struct image *im)
{
	const char *s = im->data;
	if (strlen(s) != im->n || utf8_check(s, im->n) != im->n)
		return IMAGE_BROKEN;
	const char *head = strstr(s, "<?xml"), *end = head ? strstr(head, "?>") : NULL, *enc = head ? strstr(head, "encoding") : NULL;
	if (end && enc && enc < end) {
		enc += strlen("encoding") + strspn(enc + strlen("encoding"), " \t\r\n='\"");
		if (strncasecmp(enc, "utf-8", 5) && strncasecmp(enc, "us-ascii", 8))
			return IMAGE_BROKEN;
	}
	for (const char *p = s; (p = strstr(p, "filter")); p++)
		if (is_filter(s, p))
			return IMAGE_FILTERED;
	for (const char *p = s; (p = strstr(p, "<!ENTITY")); p++) {
		const char *close = strchr(p, '>'), *ref = strstr(p, "&#");
		if (ref && (!close || ref < close))
			return IMAGE_BROKEN;
	}
	return IMAGE_GOOD;
}

/* Natural size in CSS pixels: width and height, else the view box, else the 300 × 150 that browsers take. */
static void svg_pixels(RsvgHandle *svg, double *w, double *h)
{
	gboolean has_w, has_h, has_box;
	RsvgLength lw, lh;
	RsvgRectangle box;
	rsvg_handle_set_dpi(svg, 96);
	if (rsvg_handle_get_intrinsic_size_in_pixels(svg, w, h) && *w > 0 && *h > 0)
		return;
	rsvg_handle_get_intrinsic_dimensions(svg, &has_w, &lw, &has_h, &lh, &has_box, &box);
	bool good = has_box && box.width > 0 && box.height > 0;
	*w = good ? box.width : 300;
	*h = good ? box.height : 150;
}

enum image_fault image_load_svg(struct image *im)
{
	enum image_fault fault = svg_look(im);
	if (fault)
		return fault;
	set_default_fonts();
	im->svg = im->n ? rsvg_handle_new_from_data((const guint8 *)im->data, im->n, NULL) : NULL;
	if (!im->svg)
		return IMAGE_BROKEN;
	double w, h;
	svg_pixels(im->svg, &w, &h);
	if (!(w < 1e5 && h < 1e5))
		return IMAGE_TOO_MANY_PIXELS;
	image_size(im, w, h, 96, 96);
	return IMAGE_GOOD;
}
