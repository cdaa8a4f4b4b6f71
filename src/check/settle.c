/* Differences that are none: what a page's end does to text. */
#include <string.h>
#include "check/match.h"

enum { MAX_CELLS = 200, MAX_PARTS = 30, MAX_STEPS = 200000, MAX_SLIDE = 400, MAX_GROUP = 12, MAX_TRIES = 4000 };

static void mark(size_t *to, size_t from, size_t end)
{
	for (; from < end; from++)
		to[from] = MATCH_SETTLED;
}

/* ---- words parted by a line's end ---- */

struct letters { const struct tokens *t; const struct vocab *v; size_t i, end; const char *s; };

static bool next_token(struct letters *x)
{
	if (x->i >= x->end)
		return false;
	x->s = vocab_text(x->v, x->t->v[x->i++].id);
	return true;
}

/* The same letters on both sides, and the PDF parts them elsewhere only where it says nothing about the gap. */
static bool same_but_line_ends(const struct match *m, const struct hunk *h)
{
	struct letters d = { m->d, m->docx->vocab, h->d0, h->d1, "" }, p = { m->p, m->docx->vocab, h->p0, h->p1, "" };
	if (h->d0 == h->d1 || h->p0 == h->p1)
		return false;
	for (;;) {
		bool d_new = *d.s == '\0', p_new = *p.s == '\0', inside = !d_new;
		if (d_new && !next_token(&d))
			return p_new && !next_token(&p);
		if (p_new && !next_token(&p))
			return false;
		if (p_new && inside && p.t->v[p.i - 1].gap != GAP_SOFT)
			return false;
		if (d_new && !p_new) /* parted in the DOCX alone */
			return false;
		if (*d.s++ != *p.s++)
			return false;
	}
}

/* ---- rows parted by a page's end ---- */

struct parts {
	const struct match *m;
	const struct row *row;
	size_t *at;               /* tokens of the PDF that make up the row, in order */
	size_t from[MAX_PARTS], end[MAX_PARTS], n; /* of each page, indices of at */
	size_t steps;
};

static bool line_begins(const struct parts *x, size_t k)
{
	const struct tokens *p = x->m->p;
	return p->v[x->at[k]].line != p->v[x->at[k] - 1].line;
}

static bool fits(struct parts *x, size_t cell, size_t part, size_t off)
{
	const struct span *c = &x->m->docx->cells.v[x->row->cell + cell];
	size_t *from = &x->from[part], was, run = 0;
	if (x->steps == 0 || part >= x->n)
		return false;
	x->steps--;
	was = *from;
	while (was + run < x->end[part] && c->from + off + run < c->to && x->m->d->v[c->from + off + run].id == x->m->p->v[x->at[was + run]].id)
		run++;
	for (size_t take = run + 1; take-- > 0;) {
		bool done = c->from + off + take == c->to, last = done && cell + 1 == x->row->n_cells;
		if (!done && take > 0 && was + take < x->end[part] && !line_begins(x, was + take))
			continue;
		*from = was + take;
		if (last) {
			bool all = true;
			for (size_t i = 0; i < x->n; i++)
				all = all && x->from[i] == x->end[i];
			if (all)
				return true;
		} else if (fits(x, done ? cell + 1 : cell, done ? 0 : part + 1, done ? 0 : off + take)) {
			return true;
		}
		*from = was;
	}
	return false;
}

/* The cells of the row are told page by page: the head of each, then the rest of each. */
static size_t settle_row(struct match *m, const struct row *r, size_t lo, const struct spans *heads)
{
	size_t n = r->to - r->from, k = 0, j = lo;
	struct parts x = { .m = m, .row = r, .steps = MAX_STEPS, .at = ARENA_ARRAY(m->arena, size_t, n) };
	if (r->n_cells > MAX_CELLS || r->n_cells == 0)
		return DIFF_NONE;
	while (k < n && j < m->p->n) {
		bool new_page = k == 0 || m->p->v[j].page != m->p->v[x.at[k - 1]].page;
		if (new_page && k > 0) {
			for (size_t i = 0; i < heads->n; i++) {
				size_t len = heads->v[i].to - heads->v[i].from;
				if (len < m->p->n - j && tokens_same(m->p, j, m->d, heads->v[i].from, len)) {
					j += len;
					break;
				}
			}
		}
		if (new_page) {
			if (x.n == MAX_PARTS)
				return DIFF_NONE;
			x.from[x.n] = k;
			x.n++;
		}
		x.at[k++] = j++;
		x.end[x.n - 1] = k;
	}
	if (k < n || x.n < 2 || !fits(&x, 0, 0, 0))
		return DIFF_NONE;
	return j;
}

static void free_partners(struct match *m, size_t d0, size_t d1, size_t p0, size_t p1)
{
	for (size_t i = d0; i < d1; i++)
		if (m->d_to[i] < MATCH_SETTLED && (m->d_to[i] < p0 || m->d_to[i] >= p1))
			m->p_to[m->d_to[i]] = DIFF_NONE;
	for (size_t j = p0; j < p1; j++)
		if (m->p_to[j] < MATCH_SETTLED && (m->p_to[j] < d0 || m->p_to[j] >= d1))
			m->d_to[m->p_to[j]] = DIFF_NONE;
	mark(m->d_to, d0, d1);
	mark(m->p_to, p0, p1);
}

struct tries {
	struct match *m;
	const struct spans *heads;
	size_t left, settled_to, next_p; /* tries; where the rows settled last end, in both lists */
};

/* Rows first…last, which a cell merged over them may tie together, taken as one. */
static bool settle_group(struct tries *x, size_t first, size_t last)
{
	struct match *m = x->m;
	const struct row *v = m->docx->rows;
	struct row r = { .from = v[first].from, .to = v[last].to, .cell = v[first].cell };
	size_t lo = r.from == 0 ? 0 : m->d_to[r.from - 1];
	if (x->left == 0 || v[first].table != v[last].table)
		return false;
	x->left--;
	r.n_cells = v[last].cell + v[last].n_cells - r.cell;
	if (x->settled_to == r.from)
		lo = x->next_p;
	else if (r.from > 0 && lo < MATCH_SETTLED)
		lo++;
	else if (r.from > 0)
		return false;
	size_t end = settle_row(m, &r, lo, x->heads);
	if (end == DIFF_NONE)
		return false;
	free_partners(m, r.from, r.to, lo, end);
	x->settled_to = r.to;
	x->next_p = end;
	return true;
}

static void settle_rows(struct match *m, const struct spans *heads)
{
	struct tries x = { .m = m, .heads = heads, .left = MAX_TRIES, .settled_to = DIFF_NONE };
	for (size_t i = 0; i < m->docx->n_rows; i++) {
		const struct row *r = &m->docx->rows[i];
		size_t odd = 0;
		for (size_t k = r->from; k < r->to; k++)
			odd += m->d_to[k] == DIFF_NONE;
		bool done = odd == 0;
		for (size_t n = 1; !done && n <= MAX_GROUP; n++)
			for (size_t before = 0; !done && before < n && before <= i && i - before + n <= m->docx->n_rows; before++)
				done = settle_group(&x, i - before, i - before + n - 1);
	}
}

/* ---- text that stands in the PDF besides: header rows again, boxes ---- */

static bool page_begins(const struct match *m, size_t j)
{
	while (j > 0 && m->p->v[j - 1].page == m->p->v[j].page && m->p_to[j - 1] == MATCH_SETTLED)
		j--;
	return j > 0 && m->p->v[j - 1].page != m->p->v[j].page;
}

static bool is_header_row(const struct match *m, const struct spans *heads, size_t j, size_t n)
{
	if (!page_begins(m, j))
		return false;
	for (size_t i = 0; i < heads->n; i++)
		if (heads->v[i].to - heads->v[i].from == n && tokens_same(m->p, j, m->d, heads->v[i].from, n))
			return true;
	return false;
}

static bool is_box(const struct match *m, size_t j, size_t n)
{
	const struct spans *b = &m->docx->box;
	for (size_t i = 0; i < b->n; i++) {
		if (m->boxes[i] || b->v[i].to - b->v[i].from != n || !tokens_same(m->p, j, &m->docx->boxes, b->v[i].from, n))
			continue;
		m->boxes[i] = true;
		return true;
	}
	return false;
}

/* Text put in between can be told from its neighbours in several ways where it begins or ends as they do: [A B] A or A [B A]. */
static bool settle_addition(struct match *m, const struct hunk *h, const struct spans *heads)
{
	size_t n = h->p1 - h->p0, best = DIFF_NONE;
	for (size_t j = h->p0; best == DIFF_NONE && h->p0 - j < MAX_SLIDE; j--) {
		if (is_header_row(m, heads, j, n) || is_box(m, j, n))
			best = j;
		if (j == 0 || m->p->v[j - 1].id != m->p->v[j + n - 1].id || m->p_to[j - 1] >= MATCH_SETTLED)
			break;
	}
	for (size_t j = h->p0; best == DIFF_NONE && j - h->p0 < MAX_SLIDE; j++) {
		if (j > h->p0 && (is_header_row(m, heads, j, n) || is_box(m, j, n)))
			best = j;
		if (j + n >= m->p->n || m->p->v[j].id != m->p->v[j + n].id || m->p_to[j + n] >= MATCH_SETTLED)
			break;
	}
	if (best == DIFF_NONE)
		return false;
	for (size_t j = h->p0; j > best; j--) { /* the partner moves from one end of the stretch to the other */
		m->p_to[j + n - 1] = m->p_to[j - 1];
		m->d_to[m->p_to[j - 1]] = j + n - 1;
	}
	for (size_t j = h->p0; j < best; j++) {
		m->p_to[j] = m->p_to[j + n];
		m->d_to[m->p_to[j]] = j;
	}
	mark(m->p_to, best, best + n);
	return true;
}

void settle_lines(struct match *m)
{
	struct hunk h;
	for (size_t i = 0, j = 0; match_next(m, &i, &j, &h);) {
		if (same_but_line_ends(m, &h)) {
			mark(m->d_to, h.d0, h.d1);
			mark(m->p_to, h.p0, h.p1);
		}
	}
}

void settle(struct match *m)
{
	struct spans heads = { 0 };
	struct hunk h;
	header_rows(m->arena, m->docx, &heads);
	settle_labels(m);
	settle_rows(m, &heads);
	for (size_t i = 0, j = 0; match_next(m, &i, &j, &h);) {
		if (h.d0 == h.d1)
			settle_addition(m, &h, &heads);
	}
	settle_lines(m);
}
