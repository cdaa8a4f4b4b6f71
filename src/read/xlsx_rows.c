/* The rows of a sheet, one at a time. */
#include "read/xlsx.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/i18n.h"

static const char *name_of(const struct book *b) { return b->sheets[b->at].name; }

/* ---- values ---- */

static unsigned digits(const char *s, const char **end)
{
	unsigned v = 0;
	for (; *s >= '0' && *s <= '9' && v < 1000000; s++)
		v = v * 10 + (unsigned)(*s - '0');
	*end = s;
	return v;
}

/* strtod, and the whole numbers that most are by hand. */
static bool number(const char *s, double *v)
{
	char *end;
	size_t n = strspn(s, "0123456789");
	if (n && !s[n] && n < 16) {
		unsigned long long u = 0;
		for (; *s; s++)
			u = u * 10 + (unsigned)(*s - '0');
		*v = (double)u;
		return true;
	}
	if (strspn(s, "0123456789+-.eE \t\r\n") != strlen(s)) /* no "inf", "nan", "0x1p3" */
		return false;
	*v = strtod(s, &end);
	return end > s && !end[strspn(end, " \t\r\n")] && *v > -1e308 && *v < 1e308;
}

/* "2025-05-15", "2025-05-15T08:30:00.000Z", "08:30:00": as a day number of the workbook's system. */
static bool iso_date(const struct xlsx *w, const char *s, double *v)
{
	struct date d = {0};
	const char *p = s;
	*v = 0;
	d.year = (int)digits(p, &p);
	if (*p == '-') {
		d.month = (int)digits(p + 1, &p);
		if (*p++ != '-')
			return false;
		d.day = (int)digits(p, &p);
		uint32_t serial = sheet_serial(d);
		if (!serial || (w->first_1904 && serial < 1462))
			return false;
		*v = serial - (w->first_1904 ? 1462 : 0);
		if (!*p)
			return true;
		if (*p++ != 'T')
			return false;
	} else {
		p = s;
	}
	unsigned h = digits(p, &p), m = *p == ':' ? digits(p + 1, &p) : 60, sec = *p == ':' ? digits(p + 1, &p) : 0;
	if (h > 24 || m > 59 || sec > 59)
		return false;
	*v += (h * 3600 + m * 60 + sec) / 86400.0;
	return true;
}

struct cell_in { char type; unsigned long xf; bool formula, value; uint32_t col; };

static void show(struct xlsx *w, const struct cell_in *in, double v, struct sheet_cell *c)
{
	static const char day[] = "dd/mm/yyyy";
	const struct numfmt *f = xlsx_format(w, in->xf);
	if (in->type == 'd' && !numfmt_is_date(f))
		f = numfmt_parse(w->b->scratch, v < 1 ? "hh:mm:ss" : day);
	numfmt_show(f, v, w->first_1904, &w->b->texts, c);
}

static void text(struct xlsx *w, const struct cell_in *in, const char *s, size_t n, bool clean, struct sheet_cell *c)
{
	const struct numfmt *f = xlsx_format(w, in->xf);
	c->kind = CELL_TEXT;
	if (f == w->general || f->n == 0) {
		if (clean)
			buf_put(&w->b->texts, s, n);
		else
			book_text(w->b, s, n, true, &w->b->texts);
		return;
	}
	struct buf t = BUF_INIT;
	if (!clean)
		book_text(w->b, s, n, true, &t);
	numfmt_text(f, clean ? s : t.data ? t.data : "", clean ? n : t.len, &w->b->texts);
	buf_free(&t);
}

static void shared(struct xlsx *w, const struct cell_in *in, const char *s, struct sheet_cell *c)
{
	struct book *b = w->b;
	struct buf t = BUF_INIT;
	double i;
	bool plain = xlsx_format(w, in->xf) == w->general, ok = number(s, &i) && i >= 0;
	if (plain && ok) {
		c->kind = CELL_TEXT;
		ok = xlsx_string(w, (uint64_t)i, &b->texts);
	} else if (ok) {
		ok = xlsx_string(w, (uint64_t)i, &t);
		text(w, in, t.data ? t.data : "", t.len, true, c);
	}
	buf_free(&t);
	if (ok)
		return;
	c->kind = CELL_ERROR;
	buf_puts(&b->texts, "#VALUE!");
	book_note(b, BOOK_STRING_INDEX, w->row, in->col, book_place(b, &b->row, in->col));
}

static void value(struct xlsx *w, const struct cell_in *in, struct sheet_cell *c)
{
	struct buf *out = &w->b->texts;
	const char *s = w->value.data ? w->value.data : "";
	double v;
	c->formula = in->formula;
	switch (in->type) {
	case 's':
		shared(w, in, s, c);
		return;
	case 'b':
		c->kind = CELL_BOOL;
		c->number = *s == '1' || *s == 't';
		buf_puts(out, c->number != 0 ? "TRUE" : "FALSE");
		return;
	case 'e':
		c->kind = CELL_ERROR;
		buf_puts(out, *s ? s : "#VALUE!");
		return;
	case 't': /* inlineStr, str */
		text(w, in, s, w->value.len, false, c);
		return;
	case 'd':
		if (iso_date(w, s, &v)) {
			show(w, in, v, c);
			return;
		}
		break;
	default:
		if (number(s, &v)) {
			show(w, in, v, c);
			return;
		}
	}
	text(w, in, s, w->value.len, false, c);
}

/* ---- cells ---- */

static char type_of(const char *t)
{
	if (!t || !strcmp(t, "n"))
		return 'n';
	return !strcmp(t, "str") || !strcmp(t, "inlineStr") ? 't' : *t;
}

/* Reads up to the cell's end; XML_IN_END if it is sound. */
static enum xml_event cell_content(struct xlsx *w, struct cell_in *in)
{
	struct opc_part *p = &w->sheet;
	int depth = 1;
	bool in_value = false;
	size_t n;
	const char *s;
	while (depth) {
		switch (xml_pull_next(p->x)) {
		case XML_IN_START:
			depth++;
			s = xml_pull_name(p->x);
			in_value = depth == 2 && !strcmp(s, "v");
			in->value |= in_value;
			in->formula |= depth == 2 && !strcmp(s, "f");
			if (depth == 2 && !strcmp(s, "is")) {
				in->value = true;
				in->type = 't';
				if (xlsx_rich_text(p, &w->value) == XML_IN_BAD)
					return XML_IN_BAD;
				depth--;
			}
			break;
		case XML_IN_END:
			depth--;
			in_value = false;
			break;
		case XML_IN_TEXT:
			if (in_value) {
				s = xml_pull_text(p->x, &n);
				buf_put(&w->value, s, n);
			}
			break;
		default:
			return XML_IN_BAD;
		}
	}
	return XML_IN_END;
}

/* Column of the cell begun, or SHEET_COLS if it lies outside of any sheet. */
static uint32_t place(struct xlsx *w)
{
	const char *ref = xml_pull_attr(w->sheet.x, "r");
	uint32_t row, col = w->col + 1;
	if (ref && !sheet_ref(ref, strlen(ref), &row, &col))
		col = SHEET_COLS;
	if (col >= SHEET_COLS) {
		char shown[24];
		snprintf(shown, sizeof shown, "%s", ref ? ref : "");
		book_note(w->b, BOOK_CELL_PLACE, w->row, 0, book_place(w->b, &w->b->row, 0), shown);
		return SHEET_COLS;
	}
	return w->col = col;
}

static bool cell(struct xlsx *w)
{
	const char *s = xml_pull_attr(w->sheet.x, "s");
	struct cell_in in = {.col = place(w), .type = type_of(xml_pull_attr(w->sheet.x, "t")), .xf = s ? strtoul(s, NULL, 10) : 0};
	buf_clear(&w->value);
	if (cell_content(w, &in) == XML_IN_BAD)
		return false;
	if (in.col >= SHEET_COLS || (!in.value && !in.formula))
		return true;
	struct sheet_cell *c = book_cell(w->b, in.col);
	if (in.value && (w->value.len || in.type == 't' || in.type == 's'))
		value(w, &in, c);
	c->no_value = in.formula && !in.value;
	c->formula = in.formula;
	c->bold = xlsx_bold(w, in.xf);
	return true;
}

/* ---- rows ---- */

static void begin_row(struct xlsx *w)
{
	struct book *b = w->b;
	const char *r = xml_pull_attr(w->sheet.x, "r"), *end;
	unsigned given = r ? digits(r, &end) : 0;
	w->row = r && *r && !*end && given ? given : w->row + 1;
	w->col = UINT32_MAX; /* + 1 is column 0 */
	book_row_begin(b, w->row, w->row, opc_yes(&w->sheet, "hidden"));
	if (w->row == w->highest)
		book_note(b, BOOK_ROW_TWICE, w->row, 0, book_place(b, &b->row, 0));
	else if (w->row < w->highest)
		book_note(b, BOOK_ROW_ORDER, w->row, 0, book_place(b, &b->row, 0), w->highest);
	else
		w->highest = w->row;
}

static bool broken(struct xlsx *w)
{
	struct book *b = w->b;
	b->failed = true;
	book_note(b, BOOK_BROKEN_OFF, w->row, 0, name_of(b), w->row);
	return false;
}

/* The row begun, up to its end. */
static bool cells(struct xlsx *w)
{
	struct book *b = w->b;
	enum xml_event e;
	while ((e = opc_next(&w->sheet)) == XML_IN_START)
		if (strcmp(xml_pull_name(w->sheet.x), "c")) { /* an extension: passed over */
			if (xlsx_rich_text(&w->sheet, &w->value) == XML_IN_BAD)
				return false;
		} else if (!cell(w)) {
			return false;
		}
	book_row_end(b);
	if (b->texts.failed || w->value.failed) {
		b->failed = true;
		book_note(b, BOOK_LARGE_ROW, w->row, 0, book_place(b, &b->row, 0), BOOK_ROW_KB);
	}
	return e == XML_IN_END;
}

bool xlsx_next(struct book *b)
{
	struct xlsx *w = b->self;
	while (w->sheet.x) {
		enum xml_event e = opc_next(&w->sheet);
		const char *name = xml_pull_name(w->sheet.x);
		if (e == XML_IN_BAD)
			return broken(w);
		if (e == XML_IN_DONE || (e == XML_IN_END && !strcmp(name, "sheetData"))) {
			opc_close(&w->sheet);
			return false;
		}
		if (e != XML_IN_START || strcmp(name, "row"))
			continue;
		begin_row(w);
		if (!cells(w))
			return broken(w);
		if (b->failed)
			return false;
		if (w->row <= SHEET_ROWS && b->row.n)
			return true;
	}
	return false;
}

/* ---- a sheet ---- */

static void hidden_cols(struct xlsx *w)
{
	const char *min = xml_pull_attr(w->sheet.x, "min"), *max = xml_pull_attr(w->sheet.x, "max"), *end;
	if (!min || !max || !opc_yes(&w->sheet, "hidden") || w->n_hidden == XLSX_HIDDEN_COLS)
		return;
	w->hidden[w->n_hidden].from = digits(min, &end);
	w->hidden[w->n_hidden++].to = digits(max, &end);
}

bool xlsx_rows(struct book *b, size_t sheet)
{
	struct xlsx *w = b->self;
	const char *name = w->sheets[sheet].part, *why = NULL;
	if (!w->ready) {
		xlsx_styles(w);
		if (!xlsx_strings(w))
			return false;
		w->ready = true;
	}
	opc_close(&w->sheet);
	w->row = w->highest = 0;
	w->n_hidden = 0;
	w->value.limit = (size_t)BOOK_ROW_KB << 10;
	if (!name || !opc_open(w->zip, name, &w->sheet, &why)) {
		if (why)
			book_note(b, BOOK_PACKAGE, 0, 0, _(why));
		else
			book_note(b, BOOK_SHEET_LOST, 0, 0, name_of(b));
		return false;
	}
	for (;;) {
		enum xml_event e = opc_next(&w->sheet);
		if (e == XML_IN_BAD)
			return broken(w);
		if (e == XML_IN_DONE) { /* a sheet without rows */
			opc_close(&w->sheet);
			return true;
		}
		if (e == XML_IN_START && !strcmp(xml_pull_name(w->sheet.x), "col"))
			hidden_cols(w);
		if (e == XML_IN_START && !strcmp(xml_pull_name(w->sheet.x), "sheetData"))
			return true;
	}
}

bool xlsx_col_hidden(const struct book *b, uint32_t col)
{
	const struct xlsx *w = b->self;
	for (size_t i = 0; i < w->n_hidden; i++)
		if (col + 1 >= w->hidden[i].from && col + 1 <= w->hidden[i].to)
			return true;
	return false;
}
