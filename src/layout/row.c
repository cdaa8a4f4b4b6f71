/* Rows that go on over a page's end. */
#include "layout/lay.h"

struct split {
	const struct unit *u;
	const struct sheet *s;
	twip room;                 /* for lines */
	bool force;
	uint32_t *to;              /* by cell: the lines that stay */
	bool pending, moved, left; /* own lines were there; lines stay; lines go on */
	twip h, rest_own, rest_h;
};

static uint32_t from_of(const struct unit *u, size_t cell) { return u->cell_from ? u->cell_from[cell] : 0; }

static twip pads(const struct grid *g) { return g->border ? 2 * g->pad_y + BORDER_W : 0; }

static twip larger(twip a, twip b) { return a > b ? a : b; }

uint32_t stack_lines_in(const struct stack *s, uint32_t from, twip room)
{
	uint32_t to = from;
	while (to < s->n && s->v[to].y + s->v[to].b->lines[s->v[to].line].h - s->v[from].y <= room)
		to++;
	return to;
}

twip stack_rest(const struct stack *s, uint32_t from)
{
	return from < s->n ? s->h - s->v[from].y : 0;
}

/* Height of the lines [from, to). */
static twip part_height(const struct stack *s, uint32_t from, uint32_t to)
{
	return to > from ? s->v[to - 1].y + s->v[to - 1].b->lines[s->v[to - 1].line].h - s->v[from].y : 0;
}

static void split_own(struct split *x, size_t k)
{
	const struct stack *s = x->u->g->rows[x->u->row].cells[k].s;
	uint32_t from = from_of(x->u, k), to = stack_lines_in(s, from, x->room);
	if (x->force && to == from && from < s->n)
		to++;
	x->to[k] = to;
	x->pending |= from < s->n;
	x->moved |= to > from;
	x->h = larger(x->h, part_height(s, from, to));
	x->left |= to < s->n;
	x->rest_own = larger(x->rest_own, stack_rest(s, to));
}

/* A merged cell that ends in this row: its lines fill what the rows above it and this one give. */
static void split_span(struct split *x, const struct tcell *c)
{
	twip above = lay_span_above(x->s, x->u->g, c);
	uint32_t to = stack_lines_in(c->s, c->done, above + x->room);
	if (x->force && !x->moved && to == c->done && to < c->s->n)
		to++;
	twip part = part_height(c->s, c->done, to) - above;
	if (part > 0) {
		x->moved = true;
		x->h = larger(x->h, part);
	}
	x->left |= to < c->s->n;
	x->rest_h = larger(x->rest_h, stack_rest(c->s, to));
}

bool lay_split_row(struct lay *l, const struct sheet *s, const struct unit *u, twip room, bool force, struct unit *head, uint32_t **cell_to, struct unit *rest)
{
	const struct grid *g = u->g;
	const struct trow *r = &g->rows[u->row];
	struct split x = {.u = u, .s = s, .room = room - pads(g), .force = force, .to = ARENA_ARRAY(l->a, uint32_t, r->n_cells + 1)};
	for (size_t k = 0; k < r->n_cells; k++)
		if (r->cells[k].rows == 1)
			split_own(&x, k);
	if (x.pending && !x.moved)
		return false;
	for (size_t q = 0; q < g->n_cols; q++) {
		const struct tcell *c = lay_span_ending(g, u->row, q);
		if (c)
			split_span(&x, c);
	}
	if (!x.moved || !x.left)
		return false;
	*head = *u;
	head->h = x.h + pads(g);
	head->may_break = true;
	head->notes = lay_row_notes(l, r, u->cell_from, x.to, &head->n_notes);
	*cell_to = x.to;
	*rest = *u;
	rest->cell_from = x.to;
	rest->own = x.rest_own + pads(g) + (g->border && u->row + 1 == g->n_rows ? BORDER_W : 0);
	rest->h = larger(rest->own, x.rest_h + pads(g));
	rest->gap = 0;
	rest->notes = lay_row_notes(l, r, x.to, NULL, &rest->n_notes);
	return true;
}
