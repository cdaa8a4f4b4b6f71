/* Ranges that end with the last row of a sheet grow with the rows put below it: filters, tables, lists, conditional formats. */
#include "write/xlsx_edit.h"
#include <string.h>

static bool grows(const struct patch *p, const struct sheet_range *r)
{
	return p->new_last > p->last && r->last_row == p->last && p->last > 0 && r->last_row < SHEET_ROWS;
}

static const char *range_text(const struct patch *p, const struct sheet_range *r)
{
	if (r->row == r->last_row && r->col == r->last_col)
		return sheet_place(p->arena, NULL, r->row, r->col);
	return arena_printf(p->arena, "%s:%s", sheet_place(p->arena, NULL, r->row, r->col), sheet_place(p->arena, NULL, r->last_row, r->last_col));
}

/* A list of ranges parted by spaces, with those that grow grown; NULL if none does. */
static const char *grown(const struct patch *p, const char *s, size_t n)
{
	struct buf all = BUF_INIT;
	bool any = false;
	for (const char *end = s + n; s < end;) {
		size_t k = strcspn(s, " \t\r\n\"'<");
		struct sheet_range r;
		k = k < (size_t)(end - s) ? k : (size_t)(end - s);
		if (k && all.len)
			buf_putc(&all, ' ');
		if (k && sheet_range_read(s, k, &r) && grows(p, &r)) {
			r.last_row = p->new_last;
			buf_puts(&all, range_text(p, &r));
			any = true;
		} else {
			buf_put(&all, s, k);
		}
		s += k + (s + k < end);
	}
	const char *text = any ? arena_strndup(p->arena, all.data, all.len) : NULL;
	buf_free(&all);
	return text;
}

static void stretch_attr(const struct patch *p, struct edits *e, const struct tag *t, const char *name)
{
	size_t n;
	const char *value = tag_attr(t, name, &n), *text = value ? grown(p, value, n) : NULL;
	if (text)
		edit_put(e, value, value + n, text, strlen(text));
}

/* The used range as the file says it; programs look at it before they read the rows. */
static void dimension(struct patch *p, const struct tag *t)
{
	size_t n;
	struct sheet_range r;
	const char *value = tag_attr(t, "ref", &n);
	if (!value || !sheet_range_read(value, n, &r) || !p->new_last)
		return;
	r.row = p->first_row < r.row ? p->first_row : r.row;
	r.col = p->first_col < r.col ? p->first_col : r.col;
	r.last_row = p->new_last > r.last_row ? p->new_last : r.last_row;
	r.last_col = p->last_col > r.last_col ? p->last_col : r.last_col;
	const char *text = range_text(p, &r);
	edit_put(&p->edits, value, value + n, text, strlen(text));
}

static const struct { const char *element, *attr; } ranges[] = {{"autoFilter", "ref"}, {"dataValidation", "sqref"}, {"conditionalFormatting", "sqref"},
	{"protectedRange", "sqref"}, {"ignoredError", "sqref"}};

void stretch_sheet(struct patch *p)
{
	struct scan x = {p->edits.data, p->edits.data + p->edits.size};
	struct tag t;
	while (scan_next(&x, &t)) {
		if (t.kind == TAG_CLOSE)
			continue;
		if (tag_is(&t, "dimension"))
			dimension(p, &t);
		for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
			if (tag_is(&t, ranges[i].element))
				stretch_attr(p, &p->edits, &t, ranges[i].attr);
		if (tag_is(&t, "sqref") && t.kind == TAG_OPEN) { /* of lists on other sheets (x14) the ranges are a text */
			size_t n = strcspn(t.e, "<");
			const char *text = t.e + n < x.end ? grown(p, t.e, n) : NULL;
			if (text)
				edit_put(&p->edits, t.e, t.e + n, text, strlen(text));
		}
	}
}

bool stretch_table(const struct patch *p, struct edits *e)
{
	struct scan x = {e->data, e->data + e->size};
	struct tag t;
	while (scan_next(&x, &t)) {
		if (tag_is(&t, "table") && t.kind == TAG_OPEN && tag_number(&t, "totalsRowCount", 0))
			return false; /* its last row is the sum */
		if ((tag_is(&t, "table") || tag_is(&t, "autoFilter")) && t.kind != TAG_CLOSE)
			stretch_attr(p, e, &t, "ref");
	}
	return e->n;
}
