/* Rows that go on over a page's end. */
#include "layout/lay.h"

static uint32_t from_of(const struct unit *u, size_t cell) { return u->cell_from ? u->cell_from[cell] : 0; }

static twip pads(const struct grid *g) { return g->border ? 2 * CELL_PAD_Y + BORDER_W : 0; }

/* Lines of a stack from a line on that are at most room high. */
static uint32_t lines_in(const struct stack *s, uint32_t from, twip room)
{
	uint32_t to = from;
	while (to < s->n && s->v[to].y + s->v[to].b->lines[s->v[to].line].h - s->v[from].y <= room)
		to++;
	return to;
}

static twip rest_height(const struct stack *s, uint32_t from)
{
	return from < s->n ? s->h - s->v[from].y : 0;
}

bool lay_split_row(struct lay *l, const struct unit *u, twip room, bool force, struct unit *head, uint32_t **cell_to, struct unit *rest)
{
	const struct trow *r = &u->g->rows[u->row];
	uint32_t *to = ARENA_ARRAY(l->a, uint32_t, r->n_cells + 1);
	bool moved = false, left = false;
	twip h = 0, rest_h = 0;
	room -= pads(u->g);
	for (size_t k = 0; k < r->n_cells; k++) {
		const struct stack *s = r->cells[k].s;
		uint32_t from = from_of(u, k);
		to[k] = from < s->n ? lines_in(s, from, room) : from;
		if (force && to[k] == from && from < s->n)
			to[k]++;
		if (to[k] > from) {
			const struct vline *v = &s->v[to[k] - 1];
			twip part = v->y + v->b->lines[v->line].h - s->v[from].y;
			moved = true;
			h = part > h ? part : h;
		}
		if (to[k] < s->n) {
			twip part = rest_height(s, to[k]);
			left = true;
			rest_h = part > rest_h ? part : rest_h;
		}
	}
	if (!moved || !left)
		return false;
	*head = *u;
	head->h = h + pads(u->g);
	head->may_break = true;
	*cell_to = to;
	*rest = *u;
	rest->cell_from = to;
	rest->h = rest_h + pads(u->g);
	rest->gap = 0;
	rest->n_notes = 0;
	return true;
}
