/* Cells merged downwards that the end of a page parts: their text flows on through their rows on the next page. */
#include "layout/lay.h"

static twip pads(const struct grid *g) { return g->border ? 2 * g->pad_y + BORDER_W : 0; }

static size_t last_row(const struct tcell *c) { return c->row + c->rows - 1; }

twip lay_span_above(const struct sheet *s, const struct grid *g, const struct tcell *c)
{
	twip h = 0;
	for (size_t k = s->n; k-- > 0 && s->v[k].u.g == g && s->v[k].u.row >= c->row;)
		if (s->v[k].u.row <= last_row(c))
			h += s->v[k].u.h;
	return h;
}

struct tcell *lay_span_at(const struct grid *g, size_t row, size_t col)
{
	struct tcell *c = g->cover[row * g->n_cols + col];
	return c && c->rows > 1 && c->col == col ? c : NULL;
}

struct tcell *lay_span_ending(const struct grid *g, size_t row, size_t col)
{
	struct tcell *c = lay_span_at(g, row, col);
	return c && last_row(c) == row ? c : NULL;
}

size_t lay_growing_row(const struct grid *g, size_t row, size_t first)
{
	while (row > first && !g->rows[row].n_cells)
		row--;
	return row;
}

/* What the cell still needs from row `first` on, of which the unit x is what is left. */
static twip need_of(const struct grid *g, const struct tcell *c, size_t first, const struct unit *x)
{
	bool begun = c->row < first || (c->row == first && x->cell_from);
	if (!begun)
		return c->s->h + pads(g);
	return c->done < c->s->n ? stack_rest(c->s, c->done) + pads(g) : 0;
}

/* Heights of the rows not yet placed, now that a part of the merged cells stands on the page before. */
static void refit(struct lay *l, const struct grid *g, struct unit *rest, size_t first)
{
	for (size_t r = first; r < g->n_rows; r++)
		rest[r - first].h = rest[r - first].own, l->p->rows[g->rows[r].node->id].least = 0;
	for (size_t end = first; end < g->n_rows; end++)
		for (size_t q = 0; q < g->n_cols; q++) {
			const struct tcell *c = lay_span_ending(g, end, q);
			if (!c)
				continue;
			twip need = need_of(g, c, first, rest), have = g->border && end + 1 == g->n_rows ? -BORDER_W : 0;
			for (size_t r = c->row > first ? c->row : first; r <= end; r++)
				have += rest[r - first].h;
			if (have < need)
				rest[lay_growing_row(g, end, first) - first].h += need - have;
		}
}

void lay_part_spans(struct lay *l, struct sheet *s, struct units *u, size_t next)
{
	const struct unit *last = s->n ? &s->v[s->n - 1].u : NULL;
	const struct grid *g = last ? last->g : NULL;
	if (!g || next >= u->n || u->v[next].g != g)
		return;
	for (size_t q = 0; q < g->n_cols; q++) {
		struct tcell *c = lay_span_at(g, u->v[next].row, q);
		if (!c || c->row > last->row)
			continue;
		c->done = stack_lines_in(c->s, c->done, lay_span_above(s, g, c) - pads(g));
		c->parted |= c->done > 0 && c->done < c->s->n;
		struct span_part p = {c, c->done};
		ARENA_PUSH(l->a, s->parts, s->n_parts, s->cap_parts, p);
	}
	if (s->n_parts)
		refit(l, g, &u->v[next], u->v[next].row);
}

uint32_t lay_span_end(const struct sheet *s, const struct tcell *c)
{
	for (size_t i = 0; i < s->n_parts; i++)
		if (s->parts[i].c == c)
			return s->parts[i].to;
	return (uint32_t)c->s->n;
}

static void top_cells(struct lay *l, const struct grid *g, size_t row, bool all)
{
	for (size_t q = 0; q < g->n_cols; q++) {
		const struct tcell *c = g->cover[row * g->n_cols + q];
		if (c && (all || c->row < row))
			l->p->top_cells[c->node->id] = true;
	}
}

static bool goes_on(const struct grid *g, const struct unit *u)
{
	bool found = u->cell_from;
	for (size_t q = 0; !found && q < g->n_cols; q++) {
		const struct tcell *c = g->cover[u->row * g->n_cols + q];
		found = c && c->row < u->row;
	}
	return found;
}

void lay_top_cells(struct lay *l, const struct sheets *sh)
{
	for (size_t i = 1; i < sh->n; i++) {
		const struct sheet *before = &sh->v[i - 1];
		const struct unit *u = sh->v[i].n ? &sh->v[i].v[0].u : NULL;
		const struct grid *g = u ? u->g : NULL;
		if (!g || !before->n || before->v[before->n - 1].u.g != g || !goes_on(g, u))
			continue;
		top_cells(l, g, u->row, u->cell_from != NULL);
		top_cells(l, g, before->v[before->n - 1].u.row, /*all*/ true);
	}
}
