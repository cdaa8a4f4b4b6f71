/* Formats of cells: from a cell's style number to its number format, and whether it is set in bold. */
#include "read/xlsx.h"
#include <stdlib.h>
#include <string.h>

struct code { unsigned long id; const struct numfmt *format; };
struct styles {
	struct xlsx *w;
	struct code *codes; size_t n, cap, cap_formats, cap_bold;
	bool *fonts; size_t n_fonts, cap_fonts; /* bold or not */
	bool in_fonts, in_cells;
};

static const struct numfmt *format_of(struct styles *s, unsigned long id)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->codes[i].id == id)
			return s->codes[i].format;
	const char *code = id < 164 ? numfmt_builtin((unsigned)id) : "General";
	struct code c = {id, strcmp(code, "General") ? numfmt_parse(s->w->b->arena, code) : s->w->general};
	if (s->n < XLSX_FORMATS)
		ARENA_PUSH(s->w->b->arena, s->codes, s->n, s->cap, c);
	return c.format;
}

static unsigned long number(const struct opc_part *p, const char *name)
{
	const char *v = xml_pull_attr(p->x, name);
	return v ? strtoul(v, NULL, 10) : 0;
}

static void start(struct styles *s, const struct opc_part *p)
{
	const char *name = xml_pull_name(p->x), *code;
	struct xlsx *w = s->w;
	if (!strcmp(name, "numFmt") && (code = xml_pull_attr(p->x, "formatCode")) && s->n < XLSX_FORMATS) {
		struct code c = {number(p, "numFmtId"), numfmt_parse(w->b->arena, code)};
		ARENA_PUSH(w->b->arena, s->codes, s->n, s->cap, c);
	} else if (!strcmp(name, "fonts")) {
		s->in_fonts = true;
	} else if (s->in_fonts && !strcmp(name, "font") && s->n_fonts < XLSX_STYLES) {
		ARENA_PUSH(w->b->arena, s->fonts, s->n_fonts, s->cap_fonts, false);
	} else if (s->in_fonts && !strcmp(name, "b") && s->n_fonts) {
		s->fonts[s->n_fonts - 1] = !xml_pull_attr(p->x, "val") || opc_yes(p, "val");
	} else if (!strcmp(name, "cellXfs")) {
		s->in_cells = true;
	} else if (s->in_cells && !strcmp(name, "xf") && w->n_formats < XLSX_STYLES) {
		unsigned long font = number(p, "fontId");
		ARENA_PUSH(w->b->arena, w->formats, w->n_formats, s->cap_formats, format_of(s, number(p, "numFmtId")));
		ARENA_PUSH(w->b->arena, w->bold, w->n_bold, s->cap_bold, font < s->n_fonts && s->fonts[font]);
	}
}

static void end(struct styles *s, const struct opc_part *p)
{
	if (!strcmp(xml_pull_name(p->x), "cellXfs"))
		s->in_cells = false;
	else if (!strcmp(xml_pull_name(p->x), "fonts"))
		s->in_fonts = false;
}

void xlsx_styles(struct xlsx *w)
{
	struct styles s = {.w = w};
	struct opc_part p;
	const char *why = NULL;
	w->general = numfmt_parse(w->b->arena, "General");
	if (!opc_open(w->zip, w->styles_part, &p, &why)) {
		if (why)
			book_note(w->b, BOOK_STYLES, 0, 0);
		return;
	}
	enum xml_event e;
	for (e = opc_next(&p); e != XML_IN_DONE && e != XML_IN_BAD; e = opc_next(&p)) {
		if (e == XML_IN_START)
			start(&s, &p);
		else
			end(&s, &p);
	}
	opc_close(&p);
	if (e == XML_IN_BAD)
		book_note(w->b, BOOK_STYLES, 0, 0);
}

const struct numfmt *xlsx_format(const struct xlsx *w, unsigned long xf)
{
	return xf < w->n_formats ? w->formats[xf] : w->general;
}

bool xlsx_bold(const struct xlsx *w, unsigned long xf)
{
	return xf < w->n_bold && w->bold[xf];
}
