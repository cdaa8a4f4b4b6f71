#include "read/grid.h"
#include "read/msg.h"
#include <string.h>

static void trim(struct slot *c)
{
	while (c->s < c->e && (*c->s == ' ' || *c->s == '\t'))
		c->s++;
	/* a space that a backslash holds is no end: "a \ " keeps its break sign */
	while (c->e > c->s && (c->e[-1] == ' ' || c->e[-1] == '\t'))
		c->e--;
}

size_t grid_split(const char *s, const char *e, struct slot *out, size_t max)
{
	size_t n = 0;
	const char *from = s + 1;
	for (const char *p = from; p <= e; p++) {
		if (p < e && *p == '\\' && p + 1 < e) {
			p++;
			continue;
		}
		if (p < e && *p != '|')
			continue;
		struct slot c = {.s = from, .e = p};
		trim(&c);
		if (p == e && c.s == c.e)
			break; /* nothing after the last bar */
		if (out && n < max)
			out[n] = c;
		n++;
		from = p + 1;
	}
	return n;
}

bool grid_is_rule(const struct slot *v, size_t n, int8_t *aligns)
{
	for (size_t i = 0; i < n; i++) {
		const char *s = v[i].s, *e = v[i].e;
		bool left = s < e && *s == ':', right = e - s > 1 && e[-1] == ':';
		s += left;
		e -= right;
		if (e - s < 2) /* a row of single dashes is a row of empty figures */
			return false;
		for (; s < e; s++)
			if (*s != '-')
				return false;
		if (aligns)
			aligns[i] = left && right ? ALIGN_CENTER : right ? ALIGN_RIGHT : left ? ALIGN_LEFT : -1;
	}
	return n > 0;
}

static bool is(const struct slot *c, const char *sign)
{
	return c->e - c->s == 2 && !memcmp(c->s, sign, 2);
}

/* The cell that slot (r, c) goes on, or itself; faults are noted and leave an empty cell. */
static uint32_t owner_of(struct body *b, struct grid *g, size_t r, size_t c)
{
	uint32_t own = (uint32_t)(r * g->n_cols + c);
	struct slot *x = &g->slots[own];
	enum read_fault f;
	if (is(x, "^^")) {
		if (r && r != g->n_header)
			return g->slots[own - g->n_cols].owner;
		f = r ? READ_MERGE_HEAD : READ_MERGE_UP;
	} else if (is(x, "<<")) {
		if (c)
			return g->slots[own - 1].owner;
		f = READ_MERGE_LEFT;
	} else {
		return own;
	}
	diag_put(b->g, &read_msgs[f], source_pos(b->src, g->lines[r], x->s));
	x->e = x->s;
	return own;
}

/* Takes apart cells whose parts make no rectangle, so that the table stays one. */
static void check_shapes(struct body *b, struct grid *g)
{
	size_t n = g->n_rows * g->n_cols;
	uint32_t *count = ARENA_ARRAY(b->arena, uint32_t, n);
	for (size_t i = 0; i < n; i++) {
		struct slot *o = &g->slots[g->slots[i].owner];
		uint32_t at = g->slots[i].owner;
		size_t rows = i / g->n_cols - at / g->n_cols + 1, right = i % g->n_cols, left = at % g->n_cols;
		count[at]++;
		if (rows > o->span_rows)
			o->span_rows = (uint32_t)rows;
		if (right >= left && right - left + 1 > o->span_cols)
			o->span_cols = (uint32_t)(right - left + 1);
		else if (right < left)
			count[at] += 1u << 24; /* to the left of its first cell: never a rectangle */
	}
	for (size_t i = 0; i < n; i++) {
		struct slot *o = &g->slots[i];
		if (o->owner == i && count[i] != (uint64_t)o->span_rows * o->span_cols) {
			diag_put(b->g, &read_msgs[READ_MERGE_SHAPE], source_pos(b->src, g->lines[i / g->n_cols], o->s));
			count[i] = 0;
		}
	}
	for (size_t i = 0; i < n; i++) {
		struct slot *c = &g->slots[i];
		if (count[c->owner])
			continue;
		if (c->owner != i)
			c->e = c->s;
	}
	for (size_t i = n; i-- > 0;) {
		struct slot *c = &g->slots[i];
		if (!count[c->owner]) {
			c->owner = (uint32_t)i;
			c->span_rows = c->span_cols = 1;
		}
	}
}

void grid_join(struct body *b, struct grid *g)
{
	for (size_t r = 0; r < g->n_rows; r++)
		for (size_t c = 0; c < g->n_cols; c++)
			g->slots[r * g->n_cols + c].owner = owner_of(b, g, r, c);
	check_shapes(b, g);
}
