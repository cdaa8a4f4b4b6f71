/* Draws the rows of a table that stand on a page: borders once each, then the cells. */
#include "layout/lay.h"

struct strip { size_t row; twip y, h; const struct placed *p; bool repeated; };

struct drawing {
	struct lay *l;
	struct page *pg;
	const struct grid *g;
	const struct sheet *s;
	struct strip *v; size_t n, cap;
	double x, y;               /* of the table's left edge and of the body's top, pt */
};

static double edge_x(const struct drawing *d, size_t col)
{
	twip x = 0;
	for (size_t i = 0; i < col; i++)
		x += d->g->cols[i];
	return d->x + pt_from_twip(x);
}

static struct tcell *cover(const struct grid *g, size_t row, size_t col) { return g->cover[row * g->n_cols + col]; }

static void rule(struct drawing *d, double x, double y, double w, double h)
{
	lay_put_rule(d->l, d->pg, d->g->node, x, y, w, h, true);
}

static bool rule_above(const struct drawing *d, size_t i, size_t col)
{
	const struct strip *s = &d->v[i];
	const struct tcell *c = cover(d->g, s->row, col);
	return i == 0 || !c || c->row == s->row || (d->v[i - 1].repeated && !s->repeated);
}

static void across(struct drawing *d)
{
	double half = pt_from_twip(BORDER_W) / 2;
	for (size_t i = 0; i < d->n; i++)
		for (size_t q = 0, from = 0; q <= d->g->n_cols; q++) {
			if (q < d->g->n_cols && rule_above(d, i, q))
				continue;
			if (q > from)
				rule(d, edge_x(d, from) - half, d->y + pt_from_twip(d->v[i].y), edge_x(d, q) - edge_x(d, from) + 2 * half, 2 * half);
			from = q + 1;
		}
}

static twip bottom_of(const struct drawing *d)
{
	const struct strip *s = &d->v[d->n - 1];
	bool has_rule = s->row + 1 == d->g->n_rows; /* the last row's height holds the rule below it */
	return s->y + s->h - (has_rule ? BORDER_W : 0);
}

static bool parted(const struct grid *g, size_t row, size_t edge)
{
	return edge == 0 || edge == g->n_cols || cover(g, row, edge - 1) != cover(g, row, edge) || !cover(g, row, edge);
}

static void down(struct drawing *d)
{
	double w = pt_from_twip(BORDER_W), end = d->y + pt_from_twip(bottom_of(d) + BORDER_W);
	for (size_t q = 0; q <= d->g->n_cols; q++) {
		double x = edge_x(d, q) - w / 2;
		for (size_t i = 0, from = 0; i <= d->n; i++) {
			if (i < d->n && parted(d->g, d->v[i].row, q))
				continue;
			if (i > from) {
				double y0 = d->y + pt_from_twip(d->v[from].y);
				double y1 = i < d->n ? d->y + pt_from_twip(d->v[i].y + BORDER_W) : end; /* into the rule that ends it */
				rule(d, x, y0, w, y1 - y0);
			}
			from = i + 1;
		}
	}
	rule(d, edge_x(d, 0) - w / 2, d->y + pt_from_twip(bottom_of(d)), edge_x(d, d->g->n_cols) - edge_x(d, 0) + w, w);
}

/* Height on this page of the rows that a cell covers from strip i on. */
static twip height_here(const struct drawing *d, size_t i, const struct tcell *c)
{
	twip h = 0;
	for (size_t k = i; k < d->n && d->v[k].row < c->row + c->rows; k++) {
		h += d->v[k].h;
		if (d->g->border && d->v[k].row + 1 == d->g->n_rows)
			h -= BORDER_W;
	}
	return h;
}

/* Where a label that stands again is left one row alone, it stands at the top: LibreOffice centres it there at times, at times not. */
static bool at_top(const struct drawing *d, const struct tcell *c)
{
	return (c->rows == 1 && c->node->u.cell.span_rows > 1) || d->l->p->top_cells[c->node->id];
}

/* The lines [from, to) of a cell that begins in strip i or goes on there. */
static void put_lines(struct drawing *d, size_t i, const struct tcell *c, size_t from, size_t to)
{
	const struct strip *s = &d->v[i];
	twip pad_x = d->g->border ? CELL_PAD_X : 0, pad_y = d->g->border ? d->g->pad_y + BORDER_W : 0;
	twip free = height_here(d, i, c) - pad_y - d->g->pad_y - c->s->h, drop = 0;
	if (free > 0 && c->node->u.cell.valign && !at_top(d, c))
		drop = c->node->u.cell.valign == 1 ? free / 2 : free;
	lay_put_stack(d->l, d->pg, c->s, from, to, d->x + pt_from_twip(c->x + pad_x), d->y + pt_from_twip(s->y + pad_y + drop),
		s->repeated || c->again);
}

/* Of a merged cell what this page holds. */
static void put_span(struct drawing *d, size_t i, struct tcell *c)
{
	uint32_t end = lay_span_end(d->s, c);
	put_lines(d, i, c, c->drawn, end);
	c->drawn = end;
}

static void put_cells(struct drawing *d, size_t i)
{
	const struct strip *s = &d->v[i];
	const struct trow *r = &d->g->rows[s->row];
	bool first = !s->repeated && (i == 0 || d->v[i - 1].repeated);
	for (size_t q = 0; first && q < d->g->n_cols; q++) { /* merged cells that go on from the page before */
		struct tcell *c = lay_span_at(d->g, s->row, q);
		if (c && c->row < s->row)
			put_span(d, i, c);
	}
	for (size_t k = 0; k < r->n_cells; k++) {
		struct tcell *c = &r->cells[k];
		if (c->rows > 1 && !s->repeated)
			put_span(d, i, c);
		else
			put_lines(d, i, c, s->p && s->p->u.cell_from ? s->p->u.cell_from[k] : 0, s->p && s->p->cell_to ? s->p->cell_to[k] : c->s->n);
	}
}

size_t lay_put_rows(struct lay *l, struct page *pg, const struct sheet *s, size_t i, double x, double y)
{
	struct drawing d = {.l = l, .pg = pg, .g = s->v[i].u.g, .s = s, .x = x, .y = y};
	twip head = i == 0 ? lay_repeated_header(&s->v[i].u) : 0, hy = 0;
	for (size_t r = 0; head && r < d.g->n_header; r++) {
		struct strip st = {r, hy, d.g->rows[r].h, NULL, true};
		ARENA_PUSH(l->a, d.v, d.n, d.cap, st);
		hy += d.g->rows[r].h;
	}
	for (; i < s->n && s->v[i].u.g == d.g; i++) {
		struct strip st = {s->v[i].u.row, s->v[i].y, s->v[i].u.h, &s->v[i], false};
		ARENA_PUSH(l->a, d.v, d.n, d.cap, st);
	}
	if (d.g->border) {
		across(&d);
		down(&d);
	}
	for (size_t k = 0; k < d.n; k++)
		put_cells(&d, k);
	return i;
}
