/* Pipe tables: header rows, a row of dashes, rows. */
#include "read/grid.h"
#include "read/msg.h"
#include <string.h>

static const char *row_end(const struct body *b, size_t i)
{
	const struct line *l = &b->src->lines[i];
	const char *e = l->s + l->len;
	while (e > l->s && (e[-1] == ' ' || e[-1] == '\t'))
		e--;
	return e;
}

static size_t split_line(const struct body *b, size_t i, struct slot *out, size_t max)
{
	return grid_split(body_start(b, i), row_end(b, i), out, max);
}

static void fault(struct body *b, enum read_fault f, size_t i, size_t x, size_t y)
{
	diag_put(b->g, &read_msgs[f], source_start(b->src, i), x, y);
}

/* Finds the row of dashes and counts the table; false (noted) if it is none. */
static bool measure(struct body *b, struct grid *g, size_t end)
{
	struct slot v[TABLE_COLS];
	bool found = false;
	for (size_t i = g->first; i < end; i++) {
		size_t n = split_line(b, i, v, TABLE_COLS);
		if (!grid_is_rule(v, n < TABLE_COLS ? n : TABLE_COLS, NULL))
			continue;
		if (found) {
			fault(b, READ_TABLE_TWO_RULES, i, 0, 0);
			return false;
		}
		found = true;
		g->rule = i;
		g->n_cols = n;
	}
	if (!found)
		return fault(b, READ_TABLE_NO_RULE, g->first, 0, 0), false;
	if (g->n_cols > TABLE_COLS) {
		diag_put(b->g, &read_msgs[READ_TABLE_COLS], source_start(b->src, g->rule), g->n_cols, TABLE_COLS);
		return false;
	}
	g->n_header = g->rule - g->first;
	g->n_rows = end - g->first - 1;
	if (g->n_rows > TABLE_ROWS) {
		diag_put(b->g, &read_msgs[READ_TABLE_ROWS], source_start(b->src, g->first), TABLE_ROWS);
		return false;
	}
	if (g->n_rows == g->n_header)
		return fault(b, READ_TABLE_NO_ROWS, g->rule, 0, 0), false;
	return true;
}

/* Cells of all rows; false if any row is ragged. */
static bool gather(struct body *b, struct grid *g, size_t end)
{
	bool ok = true;
	size_t r = 0;
	g->slots = ARENA_ARRAY(b->arena, struct slot, g->n_rows * g->n_cols);
	g->lines = ARENA_ARRAY(b->arena, size_t, g->n_rows);
	g->aligns = ARENA_ARRAY(b->arena, int8_t, g->n_cols);
	for (size_t i = g->first; i < end; i++) {
		if (i == g->rule) {
			struct slot v[TABLE_COLS];
			split_line(b, i, v, TABLE_COLS);
			grid_is_rule(v, g->n_cols, g->aligns);
			continue;
		}
		size_t n = split_line(b, i, g->slots + r * g->n_cols, g->n_cols);
		if (n != g->n_cols) {
			fault(b, READ_TABLE_RAGGED, i, n, g->n_cols);
			ok = false;
		}
		g->lines[r++] = i;
	}
	return ok;
}

void options_use(struct body *b, size_t n_cols, int8_t *aligns, struct table *t, const struct table_options *o)
{
	t->border = !o->no_border;
	t->rows_split = o->rows_split;
	if (!o->given)
		return;
	const struct { const char *name; size_t n; } counts[] = {{"cột", o->n_widths}, {"căn", o->n_aligns}};
	for (int i = 0; i < 2; i++)
		if (counts[i].n && counts[i].n != n_cols)
			diag_put(b->g, &read_msgs[READ_OPTION_COUNT], o->pos, counts[i].name, counts[i].n, n_cols);
	if (o->n_widths == n_cols && o->percent) {
		t->share = ARENA_ARRAY(b->arena, double, n_cols);
		memcpy(t->share, o->shares, n_cols * sizeof *t->share);
	} else if (o->n_widths == n_cols) {
		t->want = ARENA_ARRAY(b->arena, twip, n_cols);
		memcpy(t->want, o->widths, n_cols * sizeof *t->want);
	}
	for (size_t c = 0; c < n_cols && o->n_aligns == n_cols; c++)
		if (o->aligns[c] >= 0)
			aligns[c] = o->aligns[c];
}

static void make_cell(struct body *b, struct node *row, const struct grid *g, size_t r, size_t c)
{
	const struct slot *x = &g->slots[r * g->n_cols + c];
	bool head = r < g->n_header;
	struct pos pos = source_pos(b->src, g->lines[r], x->s);
	struct node *cell = doc_add(b->doc, row, NODE_CELL, pos);
	cell->u.cell.col = c;
	cell->u.cell.span_cols = x->span_cols;
	cell->u.cell.span_rows = x->span_rows;
	cell->u.cell.align = head ? -1 : g->aligns[c];
	cell->u.cell.valign = head;
	struct node *para = body_para(b, cell, head ? ROLE_CELL_HEAD : ROLE_CELL, pos);
	if (para)
		inline_read(b, para, g->lines[r], x->s, x->e, INLINE_CELL);
}

static void make_nodes(struct body *b, struct grid *g, const struct table_options *o)
{
	struct node *table = doc_add(b->doc, b->section, NODE_TABLE, source_start(b->src, g->first));
	table->u.table.n_cols = g->n_cols;
	table->u.table.n_header = g->n_header;
	options_use(b, g->n_cols, g->aligns, &table->u.table, o);
	for (size_t r = 0; r < g->n_rows && !b->full; r++) {
		struct node *row = doc_add(b->doc, table, NODE_ROW, source_start(b->src, g->lines[r]));
		row->u.row.header = r < g->n_header;
		for (size_t c = 0; c < g->n_cols; c++)
			if (g->slots[r * g->n_cols + c].owner == r * g->n_cols + c)
				make_cell(b, row, g, r, c);
	}
}

void table_read(struct body *b, const struct table_options *o)
{
	struct grid g = {.first = b->i};
	size_t end = b->i;
	while (end < b->to && *body_start(b, end) == '|')
		end++;
	b->i = end;
	if (!measure(b, &g, end) || !gather(b, &g, end))
		return;
	grid_join(b, &g);
	make_nodes(b, &g, o);
}
