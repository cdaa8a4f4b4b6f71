/* Labels of merged cells that stand again where a page begins inside the cell. The DOCX holds a second cell with the same
 * text there; a tagged PDF draws it besides its text. The differ cannot know which of both is the copy and where its words
 * belong, so the rows that begin a page are told anew. */
#include "check/match.h"

enum { MAX_ABOVE = 400, MAX_COPIES = 6, MAX_WORDS = 200, EFFORT = 20000000 };

struct again {
	struct match *m;
	const struct row *row;
	size_t copies[MAX_COPIES], n; /* cells of the row that may be copies, indices of reading.cells */
	size_t effort;
};

static bool same_text(struct again *x, const struct span *a, const struct span *b)
{
	size_t n = a->to - a->from;
	if (x->effort > 0)
		x->effort--;
	return b->to - b->from == n && tokens_same(x->m->d, a->from, x->m->d, b->from, n);
}

/* Does a cell of the rows above in the table say the same? */
static bool is_above(struct again *x, const struct span *cell)
{
	const struct reading *docx = x->m->docx;
	const struct row *r = x->row;
	for (size_t k = 0; k < MAX_ABOVE && r > docx->rows && r[-1].table == x->row->table && !r[-1].header; k++) {
		r--;
		for (size_t i = r->cell; i < r->cell + r->n_cells && x->effort > 0; i++)
			if (same_text(x, cell, &docx->cells.v[i]))
				return true;
	}
	return false;
}

static bool is_aside(struct again *x, const struct span *cell, uint32_t page)
{
	const struct tokens *t = x->m->aside;
	size_t n = cell->to - cell->from, lo = 0, hi = t->n;
	while (lo < hi) { /* the pages follow one another */
		size_t mid = (lo + hi) / 2;
		if (t->v[mid].page < page)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; lo + n <= t->n && t->v[lo].page == page && x->effort > 0; lo++, x->effort--)
		if (t->v[lo + n - 1].page == page && tokens_same(t, lo, x->m->d, cell->from, n))
			return true;
	return false;
}

static bool is_copy(const struct again *x, size_t cell, unsigned chosen)
{
	for (size_t i = 0; i < x->n; i++)
		if (x->copies[i] == cell)
			return chosen >> i & 1;
	return false;
}

static void part(struct match *m, size_t i, size_t j)
{
	if (i != DIFF_NONE && m->d_to[i] < MATCH_SETTLED)
		m->p_to[m->d_to[i]] = DIFF_NONE;
	if (j != DIFF_NONE && m->p_to[j] < MATCH_SETTLED)
		m->d_to[m->p_to[j]] = DIFF_NONE;
}

/* Without the chosen copies the row is what the PDF says from j on; set: makes them partners. */
static bool tell_row(struct again *x, unsigned chosen, size_t j, bool set)
{
	struct match *m = x->m;
	for (size_t c = x->row->cell; c < x->row->cell + x->row->n_cells; c++) {
		const struct span *s = &m->docx->cells.v[c];
		bool copy = is_copy(x, c, chosen);
		for (size_t i = s->from; i < s->to; i++) {
			if (!copy && (j >= m->p->n || m->d->v[i].id != m->p->v[j].id))
				return false;
			if (set) {
				part(m, i, copy ? DIFF_NONE : j);
				m->d_to[i] = copy ? MATCH_SETTLED : j;
				if (!copy)
					m->p_to[j] = i;
			}
			j += !copy;
		}
	}
	return true;
}

static void find_copies(struct again *x, uint32_t page)
{
	const struct reading *docx = x->m->docx;
	x->n = 0;
	for (size_t c = x->row->cell; c < x->row->cell + x->row->n_cells && x->n < MAX_COPIES; c++) {
		const struct span *s = &docx->cells.v[c];
		if (s->to - s->from <= MAX_WORDS && is_aside(x, s, page) && is_above(x, s))
			x->copies[x->n++] = c;
	}
}

/* The first of the tokens [i, end) that has a partner: where the partner's page begins; DIFF_NONE: none, or far above it. */
static size_t page_start(const struct match *m, size_t i, size_t end)
{
	size_t steps = end - i;
	while (i < end && m->d_to[i] >= MATCH_SETTLED)
		i++;
	if (i == end)
		return DIFF_NONE;
	size_t j = m->d_to[i];
	while (j > 0 && m->p->v[j - 1].page == m->p->v[j].page && steps > 0)
		j--, steps--;
	return j > 0 && m->p->v[j - 1].page != m->p->v[j].page ? j : DIFF_NONE;
}

static bool all_odd(const struct match *m, size_t i, size_t end)
{
	while (i < end && m->d_to[i] == DIFF_NONE)
		i++;
	return i == end;
}

static void settle_row(struct again *x)
{
	struct match *m = x->m;
	const struct row *r = x->row;
	bool bare = all_odd(m, r->from, r->to); /* nothing but copies: the page begins with what follows */
	size_t end = bare ? r->to + MAX_WORDS < m->d->n ? r->to + MAX_WORDS : m->d->n : r->to, j = page_start(m, r->from, end);
	if (j == DIFF_NONE)
		return;
	find_copies(x, m->p->v[j].page);
	for (unsigned chosen = (1u << x->n) - 1; chosen > 0; chosen--)
		if (tell_row(x, chosen, j, false)) {
			tell_row(x, chosen, j, true);
			return;
		}
}

/* What lost its partner to a row told anew finds it again where both sides say the same. */
static void rejoin(struct match *m)
{
	struct hunk h;
	for (size_t i = 0, j = 0; match_next(m, &i, &j, &h);)
		for (; h.d0 < h.d1 && h.p0 < h.p1 && m->d->v[h.d0].id == m->p->v[h.p0].id; h.d0++, h.p0++)
			m->d_to[h.d0] = h.p0, m->p_to[h.p0] = h.d0;
}

void settle_labels(struct match *m)
{
	struct again x = { .m = m, .effort = EFFORT };
	if (!m->aside || m->aside->n == 0)
		return;
	bool odd_before = false, any = false;
	for (size_t i = 0; i < m->docx->n_rows; i++) {
		bool odd = false;
		x.row = &m->docx->rows[i];
		for (size_t k = x.row->from; k < x.row->to; k++)
			odd |= m->d_to[k] == DIFF_NONE;
		if ((odd || odd_before) && !x.row->header)
			settle_row(&x), any = true;
		odd_before = odd;
	}
	if (any)
		rejoin(m);
}
