/* How cells look: fonts, fills and borders are few and fixed, cell formats are those that were asked for. */
#include "write/xlsx_inner.h"
#include <string.h>

static bool same(const struct xlsx_look *a, const struct xlsx_look *b)
{
	return a->font == b->font && a->fill == b->fill && a->align == b->align && a->border == b->border && a->wrap == b->wrap &&
		!strcmp(a->format ? a->format : "", b->format ? b->format : "");
}

size_t xlsx_look(struct xlsx_looks *l, struct xlsx_look look)
{
	if (!l->n) {
		struct xlsx_look plain = {0};
		ARENA_PUSH(l->arena, l->v, l->n, l->cap, plain);
	}
	for (size_t i = 0; i < l->n; i++)
		if (same(&l->v[i], &look))
			return i;
	if (look.format)
		look.format = arena_strdup(l->arena, look.format);
	ARENA_PUSH(l->arena, l->v, l->n, l->cap, look);
	return l->n - 1;
}

/* Codes that every program knows by number. */
static const struct { const char *code; unsigned id; } builtins[] = {{"0", 1}, {"0.00", 2}, {"#,##0", 3}, {"#,##0.00", 4}, {"0%", 9}, {"0.00%", 10}, {"@", 49}};

enum { OWN_FORMATS = 164 };

/* Number of a look's format: own ones count from 164 in the order of the looks. */
static unsigned format_id(const struct xlsx_looks *l, const char *code, size_t until, bool *first)
{
	unsigned id = OWN_FORMATS;
	*first = false;
	if (!code)
		return 0;
	for (size_t i = 0; i < sizeof builtins / sizeof *builtins; i++)
		if (!strcmp(builtins[i].code, code))
			return builtins[i].id;
	for (size_t i = 0; i < until; i++) {
		bool new;
		if (!l->v[i].format)
			continue;
		if (!strcmp(l->v[i].format, code))
			return format_id(l, code, i, first);
		if (format_id(l, l->v[i].format, i, &new) >= OWN_FORMATS && new)
			id++;
	}
	*first = true;
	return id;
}

static void put_formats(const struct xlsx_looks *l, struct buf *out)
{
	size_t n = 0;
	bool first;
	for (size_t i = 0; i < l->n; i++)
		n += format_id(l, l->v[i].format, i, &first) >= OWN_FORMATS && first;
	if (!n)
		return;
	buf_printf(out, "<numFmts count=\"%zu\">", n);
	for (size_t i = 0; i < l->n; i++) {
		unsigned id = format_id(l, l->v[i].format, i, &first);
		if (id < OWN_FORMATS || !first)
			continue;
		buf_printf(out, "<numFmt numFmtId=\"%u\" formatCode=\"", id);
		xml_escape(out, l->v[i].format, strlen(l->v[i].format), true);
		buf_puts(out, "\"/>");
	}
	buf_puts(out, "</numFmts>");
}

static const char fonts[] = "<fonts count=\"4\">"
	"<font><sz val=\"12\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>"
	"<font><b/><sz val=\"12\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>"
	"<font><b/><sz val=\"14\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>"
	"<font><i/><sz val=\"12\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font></fonts>";
static const char fills[] = "<fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
	"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFD9D9D9\"/><bgColor indexed=\"64\"/></patternFill></fill>"
	"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF2F2F2\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>";
#define SIDE(name) "<" name " style=\"thin\"><color auto=\"1\"/></" name ">"
static const char borders[] = "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
	"<border>" SIDE("left") SIDE("right") SIDE("top") SIDE("bottom") "<diagonal/></border></borders>";

void xlsx_put_styles(const struct xlsx_looks *l, struct buf *out)
{
	bool first;
	buf_puts(out, XML_HEAD "<styleSheet xmlns=\"" SML_NS "\">");
	put_formats(l, out);
	buf_puts(out, fonts);
	buf_puts(out, fills);
	buf_puts(out, borders);
	buf_puts(out, "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
	buf_printf(out, "<cellXfs count=\"%zu\">", l->n);
	for (size_t i = 0; i < l->n; i++) {
		const struct xlsx_look *k = &l->v[i];
		unsigned id = format_id(l, k->format, i, &first);
		buf_printf(out, "<xf numFmtId=\"%u\" fontId=\"%d\" fillId=\"%d\" borderId=\"%d\" xfId=\"0\"", id, k->font, k->fill, k->border);
		buf_printf(out, "%s%s%s%s applyAlignment=\"1\">", id ? " applyNumberFormat=\"1\"" : "", k->font ? " applyFont=\"1\"" : "",
			k->fill ? " applyFill=\"1\"" : "", k->border ? " applyBorder=\"1\"" : "");
		buf_printf(out, "<alignment%s vertical=\"%s\"%s/></xf>", k->align == ALIGN_CENTRE ? " horizontal=\"center\"" : "",
			k->fill == FILL_HEAD ? "center" : "top", k->wrap ? " wrapText=\"1\"" : "");
	}
	buf_puts(out, "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
		"<dxfs count=\"0\"/><tableStyles count=\"0\"/></styleSheet>");
}
