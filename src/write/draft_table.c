/* Pipe tables of a draft. */
#include <string.h>
#include "write/draft_inner.h"

struct grid_cell { const struct node *cell; bool left, up; };

/* Lays the cells out: each place knows its cell and whether that goes on from the left or from above. */
static struct grid_cell *grid(const struct draft_out *d, const struct node *table, size_t cols, size_t rows)
{
	struct grid_cell *g = ARENA_ARRAY(d->doc->arena, struct grid_cell, rows * cols);
	size_t r = 0;
	for (const struct node *row = table->first; row; row = row->next, r++)
		for (const struct node *c = row->first; c; c = c->next)
			for (size_t y = r; y < rows && y < r + c->u.cell.span_rows; y++)
				for (size_t x = c->u.cell.col; x < cols && x < c->u.cell.col + c->u.cell.span_cols; x++)
					g[y * cols + x] = (struct grid_cell){c, x > c->u.cell.col, y > r};
	return g;
}

static void put_paras(const struct draft_out *d, const struct node *parent, bool *any)
{
	for (const struct node *n = parent->first; n; n = n->next) {
		if (n->kind == NODE_TABLE || n->kind == NODE_ROW || n->kind == NODE_CELL) {
			put_paras(d, n, any);
			continue;
		}
		if (n->kind != NODE_PARA || !n->u.para.n_runs)
			continue;
		if (*any)
			buf_puts(d->out, " \\ ");
		*any = true;
		draft_runs(d, n, DRAFT_CELL);
	}
}

/* The text of a cell must not be one of the signs that mean something alone. */
static void put_cell(const struct draft_out *d, const struct grid_cell *g)
{
	struct buf *out = d->out;
	size_t from = out->len;
	bool any = false;
	if (g->left || g->up) {
		buf_puts(out, g->left ? "<<" : "^^");
		return;
	}
	if (g->cell)
		put_paras(d, g->cell, &any);
	while (out->len > from && (out->data[out->len - 1] == ' ' || out->data[out->len - 1] == '\n'))
		out->data[--out->len] = 0;
	if (out->len > from + 1 && (!strcmp(out->data + from, "<<") || strspn(out->data + from, "-:") == out->len - from)) {
		const char *copy = arena_strdup(d->doc->arena, out->data + from);
		out->len = from;
		buf_printf(out, "\\%s", copy);
	}
}

static void put_row(const struct draft_out *d, const struct grid_cell *g, size_t cols)
{
	for (size_t c = 0; c < cols; c++) {
		buf_puts(d->out, c ? " | " : "| ");
		put_cell(d, &g[c]);
	}
	buf_puts(d->out, " |\n");
}

/* The alignment that most cells of a column below the header ask for, or -1. */
static int column_align(const struct grid_cell *g, size_t cols, size_t rows, size_t head, size_t c)
{
	size_t count[4] = {0}, best = 0, asked = 0, all = 0;
	for (size_t r = head; r < rows; r++) {
		const struct grid_cell *x = &g[r * cols + c];
		if (!x->cell || x->left || x->up)
			continue;
		int a = x->cell->u.cell.align;
		const struct node *p = x->cell->first;
		if (a < 0 && p && p->kind == NODE_PARA)
			a = p->u.para.align;
		all++;
		if (a >= 0 && a < 4)
			count[a]++, asked++;
	}
	for (size_t a = 1; a < 4; a++)
		if (count[a] > count[best])
			best = a;
	return asked * 2 > all ? (int)best : -1;
}

static void put_options(const struct draft_out *d, const struct table *t, bool justified, const int *aligns)
{
	static const char *const names[] = {[ALIGN_LEFT] = "trái", [ALIGN_CENTER] = "giữa", [ALIGN_RIGHT] = "phải", [ALIGN_JUSTIFY] = "đều"};
	struct buf *out = d->out;
	const char *sep = "{";
	if (t->want || t->share) {
		buf_printf(out, "%scột: ", sep);
		for (size_t c = 0; c < t->n_cols; c++) {
			buf_puts(out, c ? ", " : "");
			if (t->want && t->want[c])
				draft_length(out, t->want[c], true);
			else if (t->share && t->share[c] > 0)
				buf_printf(out, "%.4g%%", t->share[c]);
			else
				buf_puts(out, "*");
		}
		sep = "; ";
	}
	if (justified) {
		buf_printf(out, "%scăn: ", sep);
		for (size_t c = 0; c < t->n_cols; c++)
			buf_printf(out, "%s%s", c ? ", " : "", aligns[c] < 0 ? "*" : names[aligns[c]]);
		sep = "; ";
	}
	if (!t->border) {
		buf_printf(out, "%skẻ: không", sep);
		sep = "; ";
	}
	if (t->rows_split) {
		buf_printf(out, "%stách hàng: có", sep);
		sep = "; ";
	}
	if (*sep == ';')
		buf_puts(out, "}\n");
}

static void put_rule(struct buf *out, const int *aligns, size_t cols, bool justified)
{
	for (size_t c = 0; c < cols; c++) {
		int a = justified ? -1 : aligns[c];
		buf_printf(out, "|%s---%s", a == ALIGN_LEFT || a == ALIGN_CENTER ? ":" : "", a == ALIGN_RIGHT || a == ALIGN_CENTER ? ":" : "");
	}
	buf_puts(out, "|\n");
}

void draft_table(const struct draft_out *d, const struct node *table)
{
	size_t rows = 0, cols = table->u.table.n_cols, head = table->u.table.n_header;
	for (const struct node *r = table->first; r; r = r->next)
		rows++;
	if (!rows || !cols)
		return;
	while (head && head >= rows)
		head--;
	const struct grid_cell *g = grid(d, table, cols, rows);
	int *aligns = ARENA_ARRAY(d->doc->arena, int, cols);
	bool justified = false;
	for (size_t c = 0; c < cols; c++) {
		aligns[c] = column_align(g, cols, rows, head, c);
		justified = justified || aligns[c] == ALIGN_JUSTIFY;
	}
	put_options(d, &table->u.table, justified, aligns);
	for (size_t r = 0; r < rows; r++) {
		if (r == head)
			put_rule(d->out, aligns, cols, justified);
		put_row(d, g + r * cols, cols);
	}
}
