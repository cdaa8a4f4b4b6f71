/* Tables: cells laid out in their columns, heights of rows. */
#include "layout/lay.h"

static twip pad_x(const struct grid *g) { return g->border ? CELL_PAD_X : 0; }

static void lay_cell(struct lay *l, struct grid *g, struct tcell *c)
{
	twip x = 0, w = 0;
	for (size_t i = 0; i < c->col + c->cols && i < g->n_cols; i++) {
		if (i < c->col)
			x += g->cols[i];
		else
			w += g->cols[i];
	}
	c->x = x;
	c->w = w;
	twip inner = w - 2 * pad_x(g);
	c->s = lay_stack(l, c->node, inner > 1 ? inner : 1, NULL);
}

static void read_row(struct lay *l, struct grid *g, size_t i, const struct node *row)
{
	struct trow *r = &g->rows[i];
	size_t n = 0, cap = 0;
	r->node = row;
	r->header = row->u.row.header;
	l->p->rows[row->id] = (struct row_layout){0}; /* of a round before */
	for (const struct node *c = row->first; c; c = c->next) {
		struct tcell t = {.node = c, .col = c->u.cell.col, .cols = c->u.cell.span_cols ? c->u.cell.span_cols : 1, .row = i,
			.rows = c->u.cell.span_rows ? c->u.cell.span_rows : 1};
		if (t.col >= g->n_cols)
			continue;
		if (t.col + t.cols > g->n_cols)
			t.cols = g->n_cols - t.col;
		if (i + t.rows > g->n_rows)
			t.rows = g->n_rows - i;
		ARENA_PUSH(l->a, r->cells, n, cap, t);
	}
	r->n_cells = n;
}

static void cover_cells(struct lay *l, struct grid *g)
{
	g->cover = ARENA_ARRAY(l->a, struct tcell *, g->n_rows * g->n_cols + 1);
	for (size_t i = 0; i < g->n_rows; i++)
		for (size_t k = 0; k < g->rows[i].n_cells; k++) {
			struct tcell *c = &g->rows[i].cells[k];
			for (size_t r = i; r < i + c->rows; r++)
				for (size_t q = c->col; q < c->col + c->cols; q++)
					g->cover[r * g->n_cols + q] = c;
		}
}

static void row_heights(struct lay *l, struct grid *g)
{
	twip pads = 2 * g->pad_y, rule = g->border ? BORDER_W : 0;
	for (size_t i = 0; i < g->n_rows; i++)
		for (size_t k = 0; k < g->rows[i].n_cells; k++) {
			struct tcell *c = &g->rows[i].cells[k];
			twip h = c->s->h + pads + rule;
			if (c->rows == 1 && g->rows[i].h < h)
				g->rows[i].h = h;
		}
	for (size_t i = 0; i < g->n_rows; i++)
		g->rows[i].own = g->rows[i].h;
	for (size_t i = 0; i < g->n_rows; i++) /* what merged cells lack goes to their last row; those that end first come first */
		for (size_t q = 0; q < g->n_cols; q++) {
			const struct tcell *c = lay_span_ending(g, i, q);
			twip have = 0;
			if (!c)
				continue;
			for (size_t r = c->row; r <= i; r++)
				have += g->rows[r].h;
			size_t grows = lay_growing_row(g, i, c->row);
			struct trow *last = &g->rows[grows];
			if (have >= c->s->h + pads + rule)
				continue;
			last->h += c->s->h + pads + rule - have;
			l->p->rows[last->node->id].least = grows == i ? last->h - rule : last->h;
		}
}

/* Header rows of more than half a page are not repeated: too little would stand below them. */
static void choose_repeat(struct lay *l, struct grid *g)
{
	twip h = 0;
	while (g->n_header < g->n_rows && g->rows[g->n_header].header)
		h += g->rows[g->n_header++].h;
	g->no_repeat = l->room > 0 && h > l->room / 2;
	for (size_t i = 0; g->no_repeat && i < g->n_header; i++)
		l->p->rows[g->rows[i].node->id].no_repeat = true;
}

struct grid *lay_grid(struct lay *l, const struct node *table, twip width)
{
	const struct table *t = &table->u.table;
	struct grid *g = ARENA_NEW(l->a, struct grid);
	g->node = table;
	g->border = t->border;
	g->pad_y = t->border && !t->tight ? CELL_PAD_Y : 0;
	g->n_cols = t->n_cols;
	for (const struct node *r = table->first; r; r = r->next)
		g->n_rows++;
	if (!g->n_cols)
		g->n_rows = 0;
	g->cols = lay_columns(l, table, width);
	g->rows = ARENA_ARRAY(l->a, struct trow, g->n_rows + 1);
	size_t i = 0;
	for (const struct node *r = table->first; r && i < g->n_rows; r = r->next, i++)
		read_row(l, g, i, r);
	lay_cut_cells(l, g);
	for (i = 0; i < g->n_rows; i++)
		for (size_t k = 0; k < g->rows[i].n_cells; k++)
			lay_cell(l, g, &g->rows[i].cells[k]);
	cover_cells(l, g);
	row_heights(l, g);
	choose_repeat(l, g);
	return g;
}
