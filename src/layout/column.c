/* Widths of a table's columns: given by the draft, or computed from what stands in them; of letterheads and signature
 * blocks measured so that Quốc hiệu never wraps. */
#include <math.h>
#include "layout/lay.h"

#define HEAD_LEFT 0.4   /* of the width, where both blocks leave it: so the official forms are drawn */
#define SIGN_LEFT 0.46
#define BLOCK_GAP 480   /* of a letterhead: half of it at least is seen between the blocks, for both are centred */
#define SLACK_TW 24     /* room beyond the measured width, so that rounding never wraps a line */

struct extent { double min, max; };

static struct extent *measure_columns(struct lay *l, const struct node *table, size_t n)
{
	struct extent *e = ARENA_ARRAY(l->a, struct extent, n);
	for (int spanning = 0; spanning < 2; spanning++)
		for (const struct node *r = table->first; r; r = r->next)
			for (const struct node *c = r->first; c; c = c->next) {
				size_t col = c->u.cell.col, span = c->u.cell.span_cols;
				if ((span > 1) != spanning || col + span > n)
					continue;
				double min = 0, max = 0, have_min = 0, have_max = 0;
				lay_extent(l, c, &min, &max);
				for (size_t i = col; i < col + span; i++)
					have_min += e[i].min, have_max += e[i].max;
				for (size_t i = col; i < col + span; i++) { /* what a merged cell lacks is shared out */
					e[i].min = fmax(e[i].min, e[i].min + (min - have_min) / (double)span);
					e[i].max = fmax(e[i].max, e[i].max + (max - have_max) / (double)span);
				}
			}
	return e;
}

/* Widths that were given leave too little for the other columns: they give way, as far as their own longest words let them. */
static void shrink_given(const struct table *t, const struct extent *e, double pad, twip *w, size_t n, double min, double *free)
{
	double lack = min - *free, room = 0;
	for (size_t i = 0; i < n; i++)
		if (t->want && t->want[i])
			room += fmax(pt_from_twip(t->want[i]) - e[i].min - pad, 0);
	if (lack <= 0 || room <= 0)
		return;
	for (size_t i = 0; i < n; i++) {
		if (!t->want[i])
			continue;
		double part = fmax(pt_from_twip(t->want[i]) - e[i].min - pad, 0) * fmin(lack / room, 1);
		w[i] -= (twip)(part * 20);
		*free += part;
	}
}

/* Shares out a width: every column at least its longest word, the rest by how much more each would take. */
static void share_out(struct lay *l, const struct table *t, struct extent *e, twip *w, size_t n, twip width)
{
	double pad = t->border ? pt_from_twip(2 * CELL_PAD_X) + 0.6 : 1.2, free = pt_from_twip(width), min = 0, want = 0, shares = 0;
	double *part = ARENA_ARRAY(l->a, double, n);
	for (size_t i = 0; i < n; i++) {
		if (t->want && t->want[i]) {
			w[i] = t->want[i];
			free -= pt_from_twip(w[i]);
			continue;
		}
		e[i].min += pad, e[i].max += pad;
		min += e[i].min;
		/* long texts weigh less than their length: a column of sentences must not starve one of names */
		part[i] = t->share && t->share[i] > 0 ? t->share[i] : sqrt(fmax(e[i].max - e[i].min, 0) * fmax(e[i].max, 1));
		shares += part[i];
		want += e[i].max;
	}
	shrink_given(t, e, pad, w, n, min, &free);
	for (size_t i = 0; i < n; i++) {
		if (t->want && t->want[i])
			continue;
		double x;
		if (free >= want && shares > 0)
			x = e[i].max + (free - want) * (e[i].max / want);
		else if (free >= min)
			x = shares > 0 ? e[i].min + (free - min) * part[i] / shares : e[i].min + (free - min) / (double)n;
		else
			x = min > 0 ? free * e[i].min / min : free / (double)n;
		w[i] = twip_from_pt(fmax(x, 12));
	}
}

/* Rounding and widths that were given must not leave the text's width. */
static void fit(twip *w, size_t n, twip width, bool exact)
{
	int64_t sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += w[i];
	if (sum <= 0)
		return;
	if (sum > width || exact) {
		int64_t scaled = 0;
		bool near = sum - width < 200 && width - sum < 200;
		if (!near)
			for (size_t i = 0; i < n; i++)
				w[i] = (twip)(w[i] * (int64_t)width / sum);
		for (size_t i = 0; i < n; i++)
			scaled += w[i];
		w[n - 1] += (twip)(width - scaled);
	}
}

static size_t badness(const struct stack *s)
{
	size_t n = s->n;
	for (size_t i = 0; i < s->n; i++)
		n += block_line_parts(s->v[i].b, s->v[i].line);
	return n;
}

/* Narrowest width in which the cell's paragraphs take no more lines than in the given one: long names break evenly. */
static twip balanced(struct lay *l, const struct node *cell, twip width, twip least)
{
	l->trial = true;
	size_t bad = badness(lay_stack(l, cell, width, NULL));
	twip lo = least, hi = width;
	while (hi - lo > 40) {
		twip mid = (lo + hi) / 2;
		if (badness(lay_stack(l, cell, mid, NULL)) <= bad)
			hi = mid;
		else
			lo = mid;
	}
	l->trial = false;
	return hi;
}

static void two_blocks(struct lay *l, const struct node *table, struct extent *e, twip *w, twip width)
{
	twip left = twip_from_pt(e[0].max) + SLACK_TW, right = twip_from_pt(e[1].max) + SLACK_TW;
	if (table->u.table.role == TABLE_SIGN) {
		twip half = (twip)(width * SIGN_LEFT);
		left = half;
		if (right > width - half)
			left = right < width * 7 / 10 ? width - right : width * 3 / 10;
	} else if (right + BLOCK_GAP < width) {
		twip least = twip_from_pt(e[0].min) + SLACK_TW, most = width - right - BLOCK_GAP, share = (twip)(width * HEAD_LEFT);
		if (left > most)
			left = most > least && table->first && table->first->first ? balanced(l, table->first->first, most, least) : most;
		left = left > share ? left : share < most ? share : most;
	} else {
		left = width * 2 / 5;
	}
	w[0] = left;
	w[1] = width - left;
}

twip *lay_columns(struct lay *l, const struct node *table, twip width)
{
	const struct table *t = &table->u.table;
	size_t n = t->n_cols;
	twip *w = ARENA_ARRAY(l->a, twip, n + 1);
	if (!n)
		return w;
	struct extent *e = measure_columns(l, table, n);
	if (t->role != TABLE_DATA && n == 2 && !t->want) {
		two_blocks(l, table, e, w, width);
	} else if (t->role == TABLE_SIGN && !t->want) {
		for (size_t i = 0; i < n; i++)
			w[i] = width / (twip)n;
		fit(w, n, width, true);
	} else {
		bool given = t->want != NULL;
		for (size_t i = 0; given && i < n; i++)
			given = t->want[i] != 0;
		share_out(l, t, e, w, n, width);
		fit(w, n, width, !given);
	}
	struct table_layout *tl = &l->p->tables[table->id];
	if (!tl->cols)
		lay_find_columns(l, table, w);
	tl->cols = w;
	tl->n_cols = n;
	return w;
}
