/* Values of cells as XML. */
#include "write/xlsx_inner.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"

enum { CELL_SIGNS = 32767 };

static bool hex4(const char *p)
{
	return strspn(p, "0123456789abcdefABCDEF") >= 4;
}

/* "_x0041_" in a text would be read as "A": its first sign is escaped. */
static bool like_escape(const char *p)
{
	return p[0] == '_' && p[1] == 'x' && hex4(p + 2) && p[6] == '_';
}

/* Spaces at either end are escaped, too: they would be dropped, and the schema knows no xml:space here. */
bool xlsx_text(struct buf *out, const char *s)
{
	const char *end = s + strlen(s), *run = s;
	size_t signs = 0;
	for (const char *p = s; p < end;) {
		const char *from = p;
		uint32_t c = utf8_next(&p, end);
		signs += 1 + (c >= 0x10000);
		if (signs > CELL_SIGNS) {
			xml_escape(out, run, (size_t)(from - run), false);
			return false;
		}
		bool control = c < 0x20 && c != '\t' && c != '\n', edge = (from == s || p == end) && (c == ' ' || c == '\t' || c == '\n');
		if (!control && !edge && !(c == '_' && like_escape(from)))
			continue;
		xml_escape(out, run, (size_t)(from - run), false);
		buf_printf(out, "_x%04X_", c);
		run = p;
	}
	xml_escape(out, run, (size_t)(end - run), false);
	return true;
}

void xlsx_number(struct buf *out, double v)
{
	char s[40];
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(s, sizeof s, "%.*g", digits, v);
		if (strtod(s, NULL) == v)
			break;
	}
	buf_puts(out, s);
}

static bool put_text(struct buf *out, const char *x, const char *s)
{
	buf_printf(out, " t=\"inlineStr\"><%sis><%st>", x, x);
	bool whole = xlsx_text(out, s);
	buf_printf(out, "</%st></%sis></%sc>", x, x, x);
	return whole;
}

/* A date that is not whole is no day number. */
static bool partial(struct date d, char text[24])
{
	if (viet_date_valid(d) && d.year >= 1900)
		return false;
	if (d.day)
		snprintf(text, 24, "%02d/%02d/%d", d.day, d.month, d.year);
	else if (d.month)
		snprintf(text, 24, "%02d/%d", d.month, d.year);
	else
		snprintf(text, 24, "%d", d.year);
	return true;
}

bool xlsx_cell(struct buf *out, const char *x, uint32_t row, uint32_t style, const struct out_cell *c, bool first_1904)
{
	char part[24];
	struct arena *a = arena_new();
	enum cell_kind kind = c->kind;
	uint32_t serial = kind == CELL_DATE ? sheet_serial(c->date) : 0;
	bool whole = true;
	buf_printf(out, "<%sc r=\"%s\"", x, sheet_place(a, NULL, row, c->col));
	arena_free(a);
	if (style)
		buf_printf(out, " s=\"%u\"", style);
	if (kind == CELL_TEXT && c->text && *c->text) {
		return put_text(out, x, c->text);
	} else if (kind == CELL_DATE && (partial(c->date, part) || (first_1904 && serial < 1462))) {
		return put_text(out, x, part);
	} else if (kind == CELL_DATE) {
		buf_printf(out, "><%sv>%u</%sv></%sc>", x, serial - (first_1904 ? 1462 : 0), x, x);
	} else if (kind == CELL_BOOL) {
		buf_printf(out, " t=\"b\"><%sv>%d</%sv></%sc>", x, c->number != 0, x, x);
	} else if (kind == CELL_NUMBER && isfinite(c->number)) {
		buf_printf(out, "><%sv>", x);
		xlsx_number(out, c->number);
		buf_printf(out, "</%sv></%sc>", x, x);
	} else {
		buf_puts(out, "/>");
	}
	return whole;
}
