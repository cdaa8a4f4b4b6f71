/* Drawings: lines are rules, what holds text is read in its place, others are counted. Both kinds, DrawingML and VML. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "read/docx_in.h"

enum { EMU = 635 /* a twip */, FLAT = 60 /* twips: what is lower is a line */, FAR = 31680 };

static twip from_emu(const struct xml_el *e, const char *attr)
{
	const char *v = e ? xml_el_attr(e, attr) : NULL;
	double n = v ? strtod(v, NULL) / EMU : 0;
	return n > 0 && n < FAR ? (twip)n : 0;
}

static void add(struct wml_text *t, struct wml_shape s)
{
	enum { SHAPES = 200 };
	if (t->n_shapes < SHAPES)
		ARENA_PUSH(t->r->a, t->shapes, t->n_shapes, t->cap_shapes, s);
}

static bool is_reddish(const char *v)
{
	char *end;
	unsigned long c = v ? strtoul(v + (*v == '#'), &end, 16) : 0;
	return v && (!strcasecmp(v, "red") || (strlen(v) >= 6 && !*end && c >> 16 >= 0xC0 && (c >> 8 & 0xFF) < 0x60 && (c & 0xFF) < 0x60));
}

/* ---- DrawingML ---- */

static bool is_line_form(const char *prst)
{
	return prst && (!strcmp(prst, "line") || !strncmp(prst, "straightConnector", 17));
}

/* How far below the top of its paragraph. */
static int down_of(const struct xml_el *drawing)
{
	const struct xml_el *v = xml_el_find(drawing, "wp:positionV"), *off = xml_el_child(v, "wp:posOffset");
	const char *from = v ? xml_el_attr(v, "relativeFrom") : NULL;
	double n = off && off->text ? strtod(off->text, NULL) / EMU : 0;
	if (!off || !from || strcmp(from, "paragraph") || fabs(n) > FAR)
		return WML_UNSET;
	return (int)n;
}

static bool has_line(const struct xml_el *props, bool *red)
{
	const struct xml_el *ln = xml_el_child(props, "a:ln"), *c = ln ? xml_el_find(ln, "a:srgbClr") : NULL;
	*red = c && is_reddish(xml_el_attr(c, "val"));
	return ln && !xml_el_child(ln, "a:noFill");
}

static void shape_ml(struct wml_text *t, const struct xml_el *wsp, const struct xml_el *drawing, bool alone)
{
	const struct xml_el *props = xml_el_child(wsp, "wps:spPr"), *ext = xml_el_child(xml_el_child(props, "a:xfrm"), "a:ext");
	const struct xml_el *geom = xml_el_child(props, "a:prstGeom"), *text = xml_el_find(wsp, "w:txbxContent");
	struct wml_shape s = {.kind = text ? WML_BOX : WML_LINE, .text = text, .down = down_of(drawing)};
	const struct xml_el *whole = alone ? xml_el_find(drawing, "wp:extent") : NULL;
	s.w = from_emu(whole ? whole : ext, "cx");
	s.h = from_emu(whole ? whole : ext, "cy");
	s.framed = has_line(props, &s.red) && s.kind == WML_BOX;
	if (text || ((is_line_form(geom ? xml_el_attr(geom, "prst") : NULL) || xml_el_child(wsp, "wps:cNvCnPr")) && s.h <= FLAT) || (geom && s.h && s.h <= FLAT && s.w > 10 * FLAT))
		add(t, s);
	else
		t->r->f->unread++;
}

/* A picture of the package, remembered for whoever makes a draft of the file. */
static void picture_ml(struct wml_text *t, const struct xml_el *pic, const struct xml_el *drawing)
{
	const struct xml_el *blip = xml_el_find(pic, "a:blip"), *extent = xml_el_find(drawing, "wp:extent");
	const char *id = blip ? xml_el_attr(blip, "embed") : NULL;
	const struct docx_rel *rel = id ? docx_rel_id(&t->r->rels, id) : NULL;
	t->r->f->pictures++;
	if (!rel || t->media || t->at->header || t->at->note || t->at->cell)
		return;
	t->media = rel->target;
	t->media_w = from_emu(extent, "cx");
	t->media_h = from_emu(extent, "cy");
}

static void drawing_ml(struct wml_text *t, const struct xml_el *drawing)
{
	size_t shapes = 0;
	for (const struct xml_el *c = xml_el_walk(drawing, drawing); c; c = xml_el_walk(drawing, c))
		shapes += !strcmp(c->name, "wps:wsp");
	for (const struct xml_el *c = xml_el_walk(drawing, drawing); c;) {
		if (!strcmp(c->name, "wps:wsp")) {
			shape_ml(t, c, drawing, shapes == 1 && !xml_el_find(drawing, "wpg:wgp"));
			const struct xml_el *in = c; /* what is inside is the box's own */
			while (in != drawing && !in->next)
				in = in->parent;
			c = in == drawing ? NULL : in->next;
			continue;
		}
		if (!strcmp(c->name, "pic:pic"))
			picture_ml(t, c, drawing);
		c = xml_el_walk(drawing, c);
	}
	if (!shapes && !xml_el_find(drawing, "pic:pic"))
		t->r->f->unread++; /* charts, diagrams */
}

/* ---- VML ---- */

/* "12.5pt", "10mm"; plain numbers are pixels in styles, points in from and to as Word writes them. */
static double length_of(const char *s)
{
	static const struct { const char *unit; double twips; } units[] = {{"pt", 20}, {"in", 1440}, {"mm", 1440 / 25.4}, {"cm", 1440 / 2.54}, {"px", 15}, {"pc", 240}};
	char *end;
	double v = strtod(s, &end);
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (!strncmp(end, units[i].unit, 2))
			return v * units[i].twips;
	return v * 15;
}

/* A property of a style attribute; false if it does not have it. */
static bool property(const struct xml_el *e, const char *name, double *out)
{
	const char *s = xml_el_attr(e, "style");
	size_t n = strlen(name);
	for (; s && *s; s = strchr(s, ';') ? strchr(s, ';') + 1 : "") {
		s += strspn(s, " \t\n");
		if (!strncasecmp(s, name, n) && s[n] == ':') {
			*out = length_of(s + n + 1);
			return true;
		}
	}
	return false;
}

static twip as_twips(double v) { return fabs(v) < FAR ? (twip)fabs(v) : 0; }

static bool is_off(const char *v) { return v && (!strcmp(v, "f") || !strcmp(v, "false")); }

static void line_vml(struct wml_text *t, const struct xml_el *e, bool grouped)
{
	const char *from = xml_el_attr(e, "from"), *to = xml_el_attr(e, "to");
	struct wml_shape s = {.kind = WML_LINE, .down = WML_UNSET, .red = is_reddish(xml_el_attr(e, "strokecolor"))};
	double down;
	if (from && to && !grouped) {
		const char *y1 = strchr(from, ','), *y2 = strchr(to, ',');
		s.w = as_twips(length_of(to) - length_of(from));
		s.h = y1 && y2 ? as_twips(length_of(y2 + 1) - length_of(y1 + 1)) : 0;
		if (y1 && fabs(length_of(y1 + 1)) < FAR)
			s.down = (int)length_of(y1 + 1);
	}
	if (property(e, "margin-top", &down) && fabs(down) < FAR)
		s.down = (int)down;
	if (s.h <= FLAT)
		add(t, s);
	else
		t->r->f->unread++;
}

static void shape_vml(struct wml_text *t, const struct xml_el *e, bool grouped)
{
	const struct xml_el *text = xml_el_find(e, "w:txbxContent");
	const char *type = xml_el_attr(e, "type");
	struct wml_shape s = {.kind = text ? WML_BOX : WML_LINE, .text = text, .down = WML_UNSET, .red = is_reddish(xml_el_attr(e, "strokecolor"))};
	double w = 0, h = 0, down;
	bool sized = !grouped && property(e, "width", &w);
	sized = property(e, "height", &h) && sized;
	s.w = sized ? as_twips(w) : 0, s.h = sized ? as_twips(h) : 0;
	if (property(e, "margin-top", &down) && fabs(down) < FAR)
		s.down = (int)down;
	s.framed = text && !is_off(xml_el_attr(e, "stroked"));
	bool line = type && (strstr(type, "_t32") || strstr(type, "_t20"));
	if (text || ((line || (s.w > 10 * FLAT && sized)) && s.h <= FLAT))
		add(t, s);
	else if (xml_el_find(e, "v:imagedata"))
		t->r->f->pictures++;
	else
		t->r->f->unread++;
}

static void vml(struct wml_text *t, const struct xml_el *e, bool grouped)
{
	for (const struct xml_el *c = e->first; c; c = c->next) {
		if (!strcmp(c->name, "v:line"))
			line_vml(t, c, grouped);
		else if (!strcmp(c->name, "v:group"))
			vml(t, c, true);
		else if (!strcmp(c->name, "v:shape") || !strcmp(c->name, "v:rect") || !strcmp(c->name, "v:roundrect") || !strcmp(c->name, "v:oval"))
			shape_vml(t, c, grouped);
	}
}

void wml_shapes(struct wml_text *t, const struct xml_el *e)
{
	if (wml_is(e, "drawing"))
		drawing_ml(t, e);
	else
		vml(t, e, false);
}
