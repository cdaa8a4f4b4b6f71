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

/* End of the tag that begins at p ("<"), a ">" inside quotes passed over. */
static char *tag_end(char *p)
{
	char quote = 0;
	for (p++; *p && *p != '<' && (quote || *p != '>'); p++) {
		if (quote)
			quote = *p == quote ? 0 : quote;
		else if (*p == '"' || *p == '\'')
			quote = *p;
	}
	return p;
}

/* Whether the tag at p ("<") is that of a link: "a" in whatever namespace, or a declaration that could give it an address. */
static bool is_link(const char *p)
{
	size_t n = strcspn(++p, " \t\r\n/><");
	const char *colon = memchr(p, ':', n);
	if (colon) {
		n -= (size_t)(colon + 1 - p);
		p = colon + 1;
	}
	return (n == 1 && *p == 'a') || (n == 8 && !memcmp(p, "!ATTLIST", n));
}

/* Links lose their addresses. librsvg would hand them on as tags to the PDF, whose structure is the document's own: Cairo
 * 1.16 crashes on tags inside a group. What they enclose is drawn as ever. False where a tag is not closed: libxml2 takes minutes
 * and gigabytes over a file of many such. */
static bool unlink_all(char *s)
{
	for (char *p = s; (p = strchr(p, '<')); p++) {
		char *end = tag_end(p);
		if (*end != '>' && !strchr("!?/ ", p[1]))
			return false;
		if (!is_link(p))
			continue;
		for (char *h = p; (h = memmem(h, (size_t)(end - h), "href", 4)); h++)
			h[2] = '-';
	}
	return true;
}

/* Could entities put together a word that does not stand in the file? By character references, or by parameter entities. */
static bool may_hide(const char *s)
{
	static const char mark[] = "<!ENTITY";
	const char *p = strstr(s, mark);
	if (p && strstr(p, "&#"))
		return true;
	for (; p; p = strstr(p, mark)) {
		p += strlen(mark);
		if (p[strspn(p, " \t\r\n")] == '%')
			return true;
	}
	return false;
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
	if (may_hide(s))
		return IMAGE_BROKEN;
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
	if (!unlink_all(im->data))
		return IMAGE_BROKEN;
	set_default_fonts();
	im->svg = im->n ? rsvg_handle_new_from_data((const guint8 *)im->data, im->n, NULL) : NULL;
	if (!im->svg)
		return IMAGE_BROKEN;
	double w, h;
	svg_pixels(im->svg, &w, &h);
	if (!(w < 1e5 && h < 1e5))
		return IMAGE_TOO_MANY_PIXELS;
	if (!(w > 0.01 && h > 0.01))
		return IMAGE_BROKEN;
	image_size(im, w, h, 96, 96);
	return IMAGE_GOOD;
}

/* A picture's words are part of the picture, in the PDF as in the DOCX (which holds it as pixels): what stands for them in
 * the text is the caption. librsvg writes text where it draws on a PDF and outlines everywhere else, so it draws on a
 * recording, which is played to the PDF: lines stay lines. */
void image_draw_svg(const struct image *im, cairo_t *cr, double x, double y, double w, double h)
{
	RsvgRectangle box = {x, y, w, h};
	if (cairo_surface_get_type(cairo_get_target(cr)) != CAIRO_SURFACE_TYPE_PDF) {
		rsvg_handle_render_document(im->svg, cr, &box, NULL);
		return;
	}
	const cairo_rectangle_t extents = {x, y, w, h};
	cairo_surface_t *record = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
	cairo_t *on = cairo_create(record);
	rsvg_handle_render_document(im->svg, on, &box, NULL);
	cairo_destroy(on);
	cairo_set_source_surface(cr, record, 0, 0);
	cairo_paint(cr);
	cairo_surface_destroy(record);
}
