/* Properties of paragraphs and runs as they are written, and one laid over the other. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "read/docx_in.h"

/* ---- values ---- */

bool wml_is(const struct xml_el *e, const char *name) { return e->name[0] == 'w' && e->name[1] == ':' && !strcmp(e->name + 2, name); }

const char *wml_val(const struct xml_el *e) { return e ? xml_el_attr(e, "val") : NULL; }

bool wml_is_on(const struct xml_el *e)
{
	const char *v = wml_val(e);
	return !v || !(!strcmp(v, "0") || !strcmp(v, "false") || !strcmp(v, "off"));
}

/* Lengths of the strict form have a unit ("1.5pt", "10mm"); plain numbers are what the attribute counts in. */
static double in_twips(const char *unit)
{
	static const struct { const char *unit; double twips; } units[] = {{"pt", 20}, {"pc", 240}, {"pi", 240}, {"in", 1440}, {"cm", 1440 / 2.54}, {"mm", 144 / 2.54}};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (!strcmp(unit, units[i].unit))
			return units[i].twips;
	return 1;
}

static int as_number(const char *s, int fallback, int max)
{
	char *end;
	double v = s ? strtod(s, &end) : 0;
	if (!s || end == s || v != v)
		return fallback;
	v *= in_twips(end);
	v += v < 0 ? -0.5 : 0.5;
	return v > max ? max : v < -max ? -max : (int)v;
}

int wml_number(const struct xml_el *e, const char *attr, int fallback, int max) { return as_number(xml_el_attr(e, attr), fallback, max); }

/* ---- runs ---- */

void wml_rpr_none(struct wml_rpr *r)
{
	*r = (struct wml_rpr){.bold = WML_UNSET, .italic = WML_UNSET, .caps = WML_UNSET, .hidden = WML_UNSET, .underline = WML_UNSET, .script = WML_UNSET,
		.size_hp = WML_UNSET, .colour = WML_UNSET};
}

static void take(int *under, int over) { *under = over == WML_UNSET ? *under : over; }

void wml_rpr_over(struct wml_rpr *u, const struct wml_rpr *o)
{
	take(&u->bold, o->bold), take(&u->italic, o->italic), take(&u->caps, o->caps), take(&u->hidden, o->hidden);
	take(&u->underline, o->underline), take(&u->script, o->script), take(&u->size_hp, o->size_hp), take(&u->colour, o->colour);
	u->ascii = o->ascii ? o->ascii : u->ascii;
	u->other = o->other ? o->other : u->other;
}

static const char *theme_font(const struct wml_theme *t, const char *name)
{
	return !name ? NULL : !strncmp(name, "major", 5) ? t->major : !strncmp(name, "minor", 5) ? t->minor : NULL;
}

static void read_fonts(struct arena *a, const struct wml_theme *t, const struct xml_el *e, struct wml_rpr *out)
{
	const char *ascii = theme_font(t, xml_el_attr(e, "asciiTheme")), *other = theme_font(t, xml_el_attr(e, "hAnsiTheme"));
	ascii = ascii ? ascii : xml_el_attr(e, "ascii");
	other = other ? other : xml_el_attr(e, "hAnsi");
	out->ascii = ascii && *ascii ? arena_strdup(a, ascii) : NULL;
	out->other = other && *other ? arena_strdup(a, other) : NULL;
}

static int read_colour(const char *v)
{
	char *end;
	if (!v || !strcasecmp(v, "auto"))
		return 0;
	v += *v == '#';
	unsigned long c = strtoul(v, &end, 16);
	return end == v || *end || c > 0xFFFFFF ? 0 : (int)c;
}

static int read_script(const char *v)
{
	return !v ? WML_UNSET : !strcmp(v, "superscript") ? WML_SUP : !strcmp(v, "subscript") ? WML_SUB : WML_BASELINE;
}

void wml_rpr_read(struct arena *a, const struct wml_theme *t, const struct xml_el *e, struct wml_rpr *out)
{
	wml_rpr_none(out);
	for (const struct xml_el *c = e ? e->first : NULL; c; c = c->next) {
		if (wml_is(c, "b"))
			out->bold = wml_is_on(c);
		else if (wml_is(c, "i"))
			out->italic = wml_is_on(c);
		else if (wml_is(c, "caps"))
			out->caps = wml_is_on(c);
		else if (wml_is(c, "vanish") || wml_is(c, "webHidden"))
			out->hidden = wml_is(c, "vanish") ? wml_is_on(c) : out->hidden;
		else if (wml_is(c, "u"))
			out->underline = !wml_val(c) || strcmp(wml_val(c), "none") != 0;
		else if (wml_is(c, "vertAlign"))
			out->script = read_script(wml_val(c));
		else if (wml_is(c, "sz"))
			out->size_hp = wml_number(c, "val", WML_UNSET, 3276);
		else if (wml_is(c, "color"))
			out->colour = read_colour(wml_val(c));
		else if (wml_is(c, "rFonts"))
			read_fonts(a, t, c, out);
	}
	if (out->size_hp != WML_UNSET && out->size_hp < 1)
		out->size_hp = 1;
}

/* ---- paragraphs ---- */

void wml_ppr_none(struct wml_ppr *p)
{
	*p = (struct wml_ppr){.align = WML_UNSET, .keep_next = WML_UNSET, .keep_lines = WML_UNSET, .page_break = WML_UNSET, .contextual = WML_UNSET,
		.left = WML_UNSET, .right = WML_UNSET, .first = WML_UNSET, .before = WML_UNSET, .after = WML_UNSET, .line = WML_UNSET, .line_rule = WML_UNSET,
		.outline = WML_UNSET, .edge = {WML_UNSET, WML_UNSET, WML_UNSET, WML_UNSET}, .pad = WML_UNSET, .num_id = WML_UNSET, .level = WML_UNSET,
		.frame_bottom = WML_UNSET};
}

void wml_ppr_over(struct wml_ppr *u, const struct wml_ppr *o)
{
	take(&u->align, o->align), take(&u->keep_next, o->keep_next), take(&u->keep_lines, o->keep_lines), take(&u->page_break, o->page_break);
	take(&u->contextual, o->contextual), take(&u->left, o->left), take(&u->right, o->right), take(&u->first, o->first);
	take(&u->before, o->before), take(&u->after, o->after), take(&u->line, o->line), take(&u->line_rule, o->line_rule);
	take(&u->outline, o->outline), take(&u->pad, o->pad), take(&u->num_id, o->num_id), take(&u->level, o->level), take(&u->frame_bottom, o->frame_bottom);
	for (int i = 0; i < 4; i++)
		take(&u->edge[i], o->edge[i]);
}

static int read_align(const char *v)
{
	static const struct { const char *name; enum align align; } names[] = {{"left", ALIGN_LEFT}, {"start", ALIGN_LEFT}, {"center", ALIGN_CENTER}, {"right", ALIGN_RIGHT},
		{"end", ALIGN_RIGHT}, {"both", ALIGN_JUSTIFY}, {"distribute", ALIGN_JUSTIFY}, {"lowKashida", ALIGN_JUSTIFY}, {"mediumKashida", ALIGN_JUSTIFY},
		{"highKashida", ALIGN_JUSTIFY}, {"thaiDistribute", ALIGN_JUSTIFY}};
	for (size_t i = 0; v && i < sizeof names / sizeof *names; i++)
		if (!strcmp(v, names[i].name))
			return names[i].align;
	return WML_UNSET;
}

enum { FAR = 31680 /* twips: 22 inches, Word's largest length */, CHAR = 280 /* twips: a character of 14 pt */ };

/* "firstLineChars" counts in hundredths of a character; Word writes the length it comes to beside it. */
static int indent(const struct xml_el *e, const char *name, const char *other, const char *chars)
{
	int c = wml_number(e, chars, 0, 10000), v = wml_number(e, name, WML_UNSET, FAR);
	v = v != WML_UNSET || !other ? v : wml_number(e, other, WML_UNSET, FAR);
	return v == WML_UNSET && c ? c * CHAR / 100 : v;
}

static void read_indents(const struct xml_el *e, struct wml_ppr *out)
{
	int hanging = indent(e, "hanging", NULL, "hangingChars"), first = indent(e, "firstLine", NULL, "firstLineChars");
	out->left = indent(e, "left", "start", "leftChars");
	out->right = indent(e, "right", "end", "rightChars");
	out->first = hanging != WML_UNSET && hanging ? -hanging : first != WML_UNSET ? first : hanging != WML_UNSET ? 0 : WML_UNSET;
}

/* "auto" spacing is that of web pages; lines are of 12 pt. */
static int room(const struct xml_el *e, const char *name, const char *is_auto, const char *lines)
{
	const char *v = xml_el_attr(e, is_auto);
	int n = wml_number(e, lines, 0, 10000);
	if (v && strcmp(v, "0") && strcmp(v, "false") && strcmp(v, "off"))
		return 280;
	if (n > 0)
		return n * 240 / 100;
	n = wml_number(e, name, WML_UNSET, FAR);
	return n != WML_UNSET && n < 0 ? 0 : n;
}

static void read_spacing(const struct xml_el *e, struct wml_ppr *out)
{
	const char *rule = xml_el_attr(e, "lineRule");
	out->before = room(e, "before", "beforeAutospacing", "beforeLines");
	out->after = room(e, "after", "afterAutospacing", "afterLines");
	out->line = wml_number(e, "line", WML_UNSET, FAR);
	if (out->line != WML_UNSET)
		out->line_rule = rule && !strcmp(rule, "exact") ? 1 : rule && !strcmp(rule, "atLeast") ? 2 : 0;
	if (out->line != WML_UNSET && out->line < 1) /* a negative height is meant as an exact one */
		out->line = out->line < 0 ? -out->line : 240;
}

static void read_borders(const struct xml_el *e, struct wml_ppr *out)
{
	static const char *const sides[] = {"w:top", "w:left", "w:bottom", "w:right"};
	for (int i = 0; i < 4; i++) {
		const struct xml_el *c = xml_el_child(e, sides[i]);
		const char *v = wml_val(c);
		if (!c)
			continue;
		out->edge[i] = v && strcmp(v, "nil") && strcmp(v, "none");
		if (i == 0)
			out->pad = wml_number(c, "space", 0, 31) * 20;
	}
}

static void read_number(const struct xml_el *e, struct wml_ppr *out)
{
	const struct xml_el *id = xml_el_child(e, "w:numId"), *level = xml_el_child(e, "w:ilvl");
	out->num_id = id ? wml_number(id, "val", WML_UNSET, INT_MAX) : WML_UNSET;
	out->level = level ? wml_number(level, "val", WML_UNSET, WML_LEVELS - 1) : WML_UNSET;
	if (out->level != WML_UNSET && out->level < 0)
		out->level = 0;
}

static int at_foot(const struct xml_el *e)
{
	const char *y = xml_el_attr(e, "yAlign"), *anchor = xml_el_attr(e, "vAnchor");
	return y && !strcmp(y, "bottom") && anchor && !strcmp(anchor, "margin");
}

void wml_ppr_read(const struct xml_el *e, struct wml_ppr *out)
{
	wml_ppr_none(out);
	for (const struct xml_el *c = e ? e->first : NULL; c; c = c->next) {
		if (wml_is(c, "jc"))
			out->align = read_align(wml_val(c));
		else if (wml_is(c, "keepNext"))
			out->keep_next = wml_is_on(c);
		else if (wml_is(c, "keepLines"))
			out->keep_lines = wml_is_on(c);
		else if (wml_is(c, "pageBreakBefore"))
			out->page_break = wml_is_on(c);
		else if (wml_is(c, "contextualSpacing"))
			out->contextual = wml_is_on(c);
		else if (wml_is(c, "ind"))
			read_indents(c, out);
		else if (wml_is(c, "spacing"))
			read_spacing(c, out);
		else if (wml_is(c, "pBdr"))
			read_borders(c, out);
		else if (wml_is(c, "numPr"))
			read_number(c, out);
		else if (wml_is(c, "framePr"))
			out->frame_bottom = at_foot(c);
		else if (wml_is(c, "outlineLvl"))
			out->outline = wml_number(c, "val", 9, 9) >= 9 ? 0 : wml_number(c, "val", 9, 9) + 1;
	}
	if (out->outline != WML_UNSET && out->outline < 0)
		out->outline = 0;
}
