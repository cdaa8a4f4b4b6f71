/* Labels of merged cells: where a page begins inside such a cell it is cut in two, and its text stands again. Cells grow by
 * that, so it is done in rounds until the pages begin where the cells are cut. */
#include "layout/lay.h"

enum { LABEL_LINES = 6, LABEL_SHARE = 3 /* of the page's height */, ROUNDS = 8 };

/* ---- cutting ---- */

static void insert_cell(struct lay *l, struct trow *r, struct tcell c)
{
	struct tcell *v = ARENA_ARRAY(l->a, struct tcell, r->n_cells + 1);
	size_t n = 0, k = 0;
	while (k < r->n_cells && r->cells[k].col < c.col)
		v[n++] = r->cells[k++];
	v[n++] = c;
	while (k < r->n_cells)
		v[n++] = r->cells[k++];
	r->cells = v;
	r->n_cells = n;
}

static struct tcell *cell_above(const struct grid *g, size_t row, size_t col)
{
	for (size_t i = row; i-- > 0;)
		for (size_t k = 0; k < g->rows[i].n_cells; k++) {
			struct tcell *c = &g->rows[i].cells[k];
			if (c->col == col)
				return i + c->rows > row ? c : NULL;
		}
	return NULL;
}

void lay_cut_cells(struct lay *l, struct grid *g)
{
	const struct table_layout *tl = &l->p->tables[g->node->id];
	for (size_t i = 0; i < tl->n_cuts; i++) {
		size_t row = tl->cuts[i].row;
		struct tcell *c = row < g->n_rows ? cell_above(g, row, tl->cuts[i].col) : NULL;
		if (!c)
			continue;
		struct tcell second = *c;
		second.row = row;
		second.rows = c->row + c->rows - row;
		second.again = true;
		c->rows = row - c->row;
		insert_cell(l, &g->rows[row], second);
	}
}

/* ---- finding ---- */

static bool is_label(const struct lay *l, const struct stack *s)
{
	bool seen = false;
	if (s->n > LABEL_LINES || s->h > l->room / LABEL_SHARE)
		return false;
	for (size_t i = 0; i < s->n; i++) {
		const struct block *b = s->v[i].b;
		if (b->t->picture)
			return false;
		seen |= b->lines[s->v[i].line].to > b->lines[s->v[i].line].from;
	}
	return seen;
}

/* Does the text of a merged cell flow on over the page's end? Then nothing is cut there: LibreOffice aligns the cells beside
 * it by rules of its own. */
static bool text_flows(const struct sheet *before, const struct grid *g, size_t row)
{
	for (size_t q = 0; q < g->n_cols; q++) {
		const struct tcell *c = g->cover[row * g->n_cols + q];
		if (c && c->row < row && lay_span_end(before, c) < c->s->n)
			return true;
	}
	return false;
}

/* The page before row holds the cell's whole text. */
static bool wants_cut(const struct lay *l, const struct sheet *before, const struct grid *g, const struct tcell *c, size_t row)
{
	if (c->row == row)
		return c->again;
	return c->rows > 1 && c->row >= g->n_header && is_label(l, c->s) && !c->parted && lay_span_end(before, c) == c->s->n;
}

void lay_find_cuts(struct lay *l, const struct sheets *sh, struct cuts *out)
{
	for (size_t i = 0; i + 1 < sh->n; i++) {
		const struct sheet *s = &sh->v[i], *next = &sh->v[i + 1];
		const struct unit *u = next->n ? &next->v[0].u : NULL;
		const struct grid *g = u ? u->g : NULL;
		if (!g || u->cell_from || !s->n || s->v[s->n - 1].u.g != g || text_flows(s, g, u->row))
			continue;
		for (size_t q = 0; q < g->n_cols; q++) {
			const struct tcell *c = g->cover[u->row * g->n_cols + q];
			struct cut cut = {g->node, u->row, q};
			if (c && c->col == q && wants_cut(l, s, g, c, u->row))
				ARENA_PUSH(l->a, out->v, out->n, out->cap, cut);
		}
	}
}

/* ---- rounds ---- */

static bool same(const struct cut *a, const struct cut *b) { return a->table == b->table && a->row == b->row && a->col == b->col; }

/* How many the lists have in common from their beginnings on. */
static size_t agreed(const struct cuts *a, const struct cuts *b)
{
	size_t n = 0;
	while (n < a->n && n < b->n && same(&a->v[n], &b->v[n]))
		n++;
	return n;
}

/* Is each of a one of b? Both are in order. */
static bool within(const struct cuts *a, const struct cuts *b)
{
	size_t i = 0;
	for (size_t k = 0; i < a->n && k < b->n; k++)
		i += same(&a->v[i], &b->v[k]);
	return i == a->n;
}

static void use(struct lay *l, struct cuts *used, const struct cuts *next)
{
	for (size_t i = 0; i < used->n; i++)
		l->p->tables[used->v[i].table->id].n_cuts = 0;
	for (size_t i = 0; i < next->n; i++) {
		struct table_layout *tl = &l->p->tables[next->v[i].table->id];
		struct table_cut c = {next->v[i].row, next->v[i].col};
		ARENA_PUSH(l->a, tl->cuts, tl->n_cuts, tl->cap_cuts, c);
	}
	*used = *next;
}

/* Where the rounds come to no end, the cuts stay that the last two agree on; if not even these hold, none. */
bool lay_next_cuts(struct lay *l, const struct sheets *sh, int round, struct cuts *used)
{
	struct cuts found = {0};
	lay_find_cuts(l, sh, &found);
	size_t n = agreed(used, &found);
	if ((n == used->n && n == found.n) || round > ROUNDS + 1)
		return false;
	if (round == ROUNDS)
		found.n = n;
	if (round > ROUNDS) {
		if (within(used, &found))
			return false;
		found.n = 0;
	}
	use(l, used, &found);
	return true;
}
