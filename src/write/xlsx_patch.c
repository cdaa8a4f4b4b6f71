/* Cells of a sheet that exists: changed, or put where they belong among the others. */
#include "write/xlsx_edit.h"
#include <stdlib.h>
#include <string.h>

struct walk {
	struct patch *p;
	struct scan scan;
	size_t next;               /* first change that is not yet made */
	uint32_t heading;          /* rows down to this one stay when scrolled, or have the filters: their looks are not for rows below */
	uint32_t *above;           /* style + 1 of the cell last seen in each column below the heading, or of the column itself; 0: none */
	uint32_t row, col;         /* row at hand; column of the cell last seen in it, + 1 */
	uint32_t left;             /* style of that cell */
	struct sheet_range *merges; size_t n_merges, cap_merges, next_merge;
	struct sheet_range *active; size_t n_active, cap_active; /* those that reach the row at hand */
};

/* ---- the sheet as a whole ---- */

static int by_row(const void *x, const void *y)
{
	const struct sheet_range *a = x, *b = y;
	return a->row < b->row ? -1 : a->row > b->row;
}

/* The look of columns, for cells that nobody filled in yet. */
static void take_col(struct walk *w, const struct tag *t)
{
	unsigned long min = tag_number(t, "min", 0), max = tag_number(t, "max", 0), style = tag_number(t, "style", 0);
	for (unsigned long k = min; k && style && k <= max && k <= SHEET_COLS; k++)
		w->above[k - 1] = (uint32_t)style + 1;
}

/* What must be known before the cells: columns, heading, joined ranges, whether there are formulas. */
static void survey(struct walk *w)
{
	struct patch *p = w->p;
	struct scan x = w->scan;
	struct tag t;
	struct sheet_range r;
	size_t n;
	while (scan_next(&x, &t)) {
		const char *ref = t.kind == TAG_CLOSE ? NULL : tag_attr(&t, "ref", &n);
		bool range = ref && sheet_range_read(ref, n, &r);
		p->formulas |= tag_is(&t, "f");
		if (tag_is(&t, "mergeCell") && range)
			ARENA_PUSH(p->arena, w->merges, w->n_merges, w->cap_merges, r);
		else if (tag_is(&t, "autoFilter") && range)
			w->heading = r.row > w->heading ? r.row : w->heading;
		else if (tag_is(&t, "pane"))
			w->heading = (uint32_t)tag_number(&t, "ySplit", 0);
		else if (tag_is(&t, "col"))
			take_col(w, &t);
	}
	if (w->n_merges)
		qsort(w->merges, w->n_merges, sizeof *w->merges, by_row);
}

/* True if the change lies in a joined range and not in its first cell. Changes come by row. */
static bool covered(struct walk *w, const struct sheet_change *c)
{
	size_t kept = 0;
	bool yes = false;
	for (; w->next_merge < w->n_merges && w->merges[w->next_merge].row <= c->row; w->next_merge++)
		ARENA_PUSH(w->p->arena, w->active, w->n_active, w->cap_active, w->merges[w->next_merge]);
	for (size_t i = 0; i < w->n_active; i++) {
		const struct sheet_range *r = &w->active[i];
		if (r->last_row < c->row)
			continue;
		yes |= c->cell.col >= r->col && c->cell.col <= r->last_col && (c->row != r->row || c->cell.col != r->col);
		w->active[kept++] = *r;
	}
	w->n_active = kept;
	return yes;
}

/* ---- cells ---- */

static bool shows(const struct out_cell *c)
{
	return c->kind != CELL_EMPTY && c->kind != CELL_ERROR && (c->kind != CELL_TEXT || (c->text && *c->text));
}

/* Appends the cell of a change; style -1: it has none of its own. */
static void put_cell(struct walk *w, struct buf *out, const struct sheet_change *c, long own)
{
	struct patch *p = w->p;
	struct out_cell cell = c->cell;
	bool below = c->row > w->heading;
	uint32_t style = own >= 0 ? (uint32_t)own : below && w->above[cell.col] ? w->above[cell.col] - 1 : w->left;
	if (cell.kind == CELL_NUMBER && own < 0 && restyle_is_date(p->styles, style))
		style = 0;
	if (cell.kind == CELL_DATE && sheet_serial(cell.date)) {
		long date = restyle_date(p->styles, style);
		char *text = arena_printf(p->arena, "%02d/%02d/%d", cell.date.day, cell.date.month, cell.date.year);
		if (date >= 0)
			style = (uint32_t)date;
		else
			cell = (struct out_cell){.col = cell.col, .kind = CELL_TEXT, .text = text};
	}
	if (!xlsx_cell(out, p->prefix, c->row, style, &cell, p->first_1904))
		p->cut++;
	if (below)
		w->above[cell.col] = style + 1;
	w->left = style;
	p->report.changed++;
	if (!shows(&c->cell))
		return;
	p->new_last = c->row > p->new_last ? c->row : p->new_last;
	p->last_col = cell.col > p->last_col ? cell.col : p->last_col;
	p->first_row = c->row < p->first_row ? c->row : p->first_row;
	p->first_col = cell.col < p->first_col ? cell.col : p->first_col;
}

/* Cells of the row at hand that lie before column col, as one insertion at a place. */
static void put_before(struct walk *w, uint32_t row, uint32_t col, struct buf *out)
{
	struct patch *p = w->p;
	for (; w->next < p->n && p->v[w->next]->row == row && p->v[w->next]->cell.col < col; w->next++)
		if (covered(w, p->v[w->next]))
			p->report.covered++;
		else
			put_cell(w, out, p->v[w->next], -1);
}

static void insert(struct walk *w, const char *from, const char *to, struct buf *text)
{
	struct edits *e = &w->p->edits;
	if (text->len || to > from)
		edit_put(e, from, to, arena_strndup(e->arena, text->data ? text->data : "", text->len), text->len);
	buf_free(text);
}

static uint32_t col_of(struct walk *w, const struct tag *t)
{
	size_t n;
	uint32_t row, col;
	const char *ref = tag_attr(t, "r", &n);
	if (!ref || !sheet_ref(ref, n, &row, &col))
		col = w->col;
	w->col = col + 1;
	return col;
}

/* The cell that begins with t: changed if that is wanted. */
static void cell(struct walk *w, const struct tag *t)
{
	struct patch *p = w->p;
	struct buf text = BUF_INIT;
	uint32_t col = col_of(w, t);
	unsigned long style = tag_number(t, "s", 0);
	bool formula = false, value = false;
	struct tag inner;
	const char *end = t->e;
	if (t->kind == TAG_OPEN)
		while (scan_next(&w->scan, &inner) && !(inner.kind == TAG_CLOSE && tag_is(&inner, "c"))) {
			formula |= tag_is(&inner, "f");
			value |= (tag_is(&inner, "v") || tag_is(&inner, "t") || tag_is(&inner, "f")) && inner.kind != TAG_EMPTY;
		}
	if (t->kind == TAG_OPEN)
		end = w->scan.p;
	if (value && w->row > p->last)
		p->last = w->row;
	if (col >= SHEET_COLS)
		return;
	put_before(w, w->row, col, &text);
	insert(w, t->s, t->s, &text);
	if (w->next < p->n && p->v[w->next]->row == w->row && p->v[w->next]->cell.col == col) {
		const struct sheet_change *c = p->v[w->next++];
		if (formula) {
			p->report.formulas++;
		} else if (covered(w, c)) {
			p->report.covered++;
		} else {
			struct buf new = BUF_INIT;
			put_cell(w, &new, c, (long)style);
			insert(w, t->s, end, &new);
			return;
		}
	}
	if (w->row > w->heading)
		w->above[col] = (uint32_t)style + 1;
	w->left = (uint32_t)style;
}

/* ---- rows ---- */

/* Rows that the file does not have, before row number until. */
static void new_rows(struct walk *w, uint32_t until, struct buf *out)
{
	struct patch *p = w->p;
	while (w->next < p->n && p->v[w->next]->row < until) {
		struct buf cells = BUF_INIT;
		uint32_t row = p->v[w->next]->row;
		w->left = 0;
		put_before(w, row, SHEET_COLS, &cells);
		if (cells.len) {
			buf_printf(out, "<%srow r=\"%u\">", p->prefix, row);
			buf_put(out, cells.data, cells.len);
			buf_printf(out, "</%srow>", p->prefix);
		}
		buf_free(&cells);
	}
}

/* "spans" says which columns a row fills: it would be wrong now, and may be missing. */
static void drop_spans(struct walk *w, const struct tag *t)
{
	size_t n;
	const char *value = tag_attr(t, "spans", &n);
	if (value)
		edit_put(&w->p->edits, value - sizeof "spans=", value + n + 1, "", 0);
}

static void row(struct walk *w, const struct tag *t)
{
	struct patch *p = w->p;
	struct buf text = BUF_INIT;
	struct tag c;
	w->row = (uint32_t)tag_number(t, "r", w->row + 1);
	w->col = w->left = 0;
	new_rows(w, w->row, &text);
	insert(w, t->s, t->s, &text);
	bool changed = w->next < p->n && p->v[w->next]->row == w->row;
	if (changed)
		drop_spans(w, t);
	if (t->kind == TAG_EMPTY) {
		put_before(w, w->row, SHEET_COLS, &text);
		if (text.len) {
			buf_printf(&text, "</%srow>", p->prefix);
			edit_put(&p->edits, t->e - 2, t->e - 1, "", 0); /* its slash */
		}
		insert(w, t->e, t->e, &text);
		return;
	}
	while (scan_next(&w->scan, &c) && !(c.kind == TAG_CLOSE && tag_is(&c, "row")))
		if (tag_is(&c, "c") && c.kind != TAG_CLOSE)
			cell(w, &c);
		else
			scan_past(&w->scan, &c);
	put_before(w, w->row, SHEET_COLS, &text);
	insert(w, c.s, c.s, &text);
}

void patch_cells(struct patch *p)
{
	struct walk w = {.p = p, .scan = {p->edits.data, p->edits.data + p->edits.size}};
	struct buf text = BUF_INIT;
	struct tag t;
	w.above = ARENA_ARRAY(p->arena, uint32_t, SHEET_COLS);
	p->first_row = p->first_col = UINT32_MAX;
	survey(&w);
	while (scan_next(&w.scan, &t) && !tag_is(&t, "sheetData"))
		;
	if (!tag_is(&t, "sheetData"))
		return;
	p->prefix = arena_strndup(p->arena, t.s + 1, (size_t)(t.name - t.s - 1));
	if (t.kind == TAG_EMPTY) {
		new_rows(&w, UINT32_MAX, &text);
		if (text.len) {
			buf_printf(&text, "</%ssheetData>", p->prefix);
			edit_put(&p->edits, t.e - 2, t.e - 1, "", 0);
		}
		insert(&w, t.e, t.e, &text);
		return;
	}
	while (scan_next(&w.scan, &t) && !(t.kind == TAG_CLOSE && tag_is(&t, "sheetData")))
		if (tag_is(&t, "row") && t.kind != TAG_CLOSE)
			row(&w, &t);
	new_rows(&w, UINT32_MAX, &text);
	insert(&w, t.s, t.s, &text);
}
