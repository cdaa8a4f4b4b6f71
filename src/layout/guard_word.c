/* Words that are wider than their column: LibreOffice would rather cut where a touch begins or ends, so they are touched as a whole
 * or not at all, but for the room behind a hyphen that a line ends with. */
#include <math.h>
#include "layout/guard.h"

#define SURE 0.20        /* pt: a part of a word that fits or overflows by more does so in LibreOffice */
#define MOST 4           /* twips a letter */
#define MOST_PUSHED 0.50 /* pt that the text behind the word may be moved by */

static bool parts(uint8_t b) { return b == BRK_HYPHEN || b == BRK_GLUED_HYPHEN || b == BRK_SLASH; }

static bool ends_word(const struct ptext *t, uint32_t i) { return is_space(t, i) || t->brk[i] == BRK_FORCED; }

bool cut_word_at(const struct block *b, size_t k, struct cut_word *w)
{
	const struct ptext *t = b->t;
	uint32_t next = b->lines[k].next, from = next, to = next, n = t->sh->n_clusters;
	if (next && next < w->to) /* known */
		return w->cut && next > w->from;
	if (!next || next >= n || ends_word(t, next - 1) || (t->brk[next - 1] != BRK_NONE && !parts(t->brk[next - 1])))
		return false;
	while (from > 0 && !ends_word(t, from - 1))
		from--;
	while (to < n && !ends_word(t, to))
		to++;
	*w = (struct cut_word){from, to, k, false};
	for (size_t j = k; j < b->n_lines && b->lines[j].next < to; j++)
		w->cut |= brk_cuts(t->brk[b->lines[j].next - 1]);
	return w->cut;
}

/* End of what line k must not hold: the letter after a cut, the next sign that the word could end with, the word behind it where
 * nothing else is on the line; 0: nothing. */
static uint32_t unwanted(const struct block *b, size_t k, const struct cut_word *w)
{
	const struct ptext *t = b->t;
	const struct line *ln = &b->lines[k];
	if (ln->next >= t->sh->n_clusters || t->brk[ln->next - 1] == BRK_FORCED || guard_tail(t, ln) > 0)
		return 0;
	if (ends_word(t, ln->next - 1)) {
		uint32_t taken = k + 1 < b->n_lines ? b->lines[k + 1].next : 0;
		return ln->to == w->to ? guard_next_unit(t, ln->next, taken && parts(t->brk[taken - 1]) ? taken : 0) : 0;
	}
	if (t->brk[ln->next - 1] == BRK_NONE)
		return ln->next + 1;
	for (uint32_t i = ln->next; i < t->sh->n_clusters && !ends_word(t, i); i++)
		if (parts(t->brk[i]))
			return i + 1;
	return 0;
}

/* By how much the lines of the stretch of the word are sure to end where they should if its letters get so many twips more, pt. */
static double sureness(const struct block *b, const struct cut_word *w, int value)
{
	const struct ptext *t = b->t;
	const double *x = t->sh->x;
	double least = 2 * SURE, step = value * GUARD_STEP;
	for (size_t k = w->first; k < b->n_lines && b->lines[k].from < w->to; k++) {
		const struct line *ln = &b->lines[k];
		uint32_t from = ln->from > w->from ? ln->from : w->from, to = ln->next < w->to ? ln->next : w->to;
		least = fmin(least, ln->avail - (x[to] - x[ln->from] + step * (to - from)));
		uint32_t no = unwanted(b, k, w);
		if (no)
			least = fmin(least, x[no] - x[ln->from] + step * ((step < 0 && no < w->to ? no : to) - from) - ln->avail);
		if (to < ln->to && fabs(step * (to - from)) > MOST_PUSHED)
			return -1;
	}
	return least;
}

static int choose_value(const struct block *b, const struct cut_word *w)
{
	int best = 0;
	double most = sureness(b, w, 0);
	for (int v = 1; v <= MOST && most < SURE; v++)
		for (int sign = -1; sign <= 1; sign += 2) {
			double s = sureness(b, w, sign * v);
			if (s > most)
				most = s, best = sign * v;
		}
	return best;
}

/* Behind a hyphen that a line ends with another touch may begin. */
void guard_cut_word(struct lay *l, struct para_layout *pl, const struct block *b, const struct cut_word *w)
{
	struct cut_word part = *w;
	for (size_t k = w->first; k < b->n_lines && b->lines[k].from < w->to; k++) {
		const struct line *ln = &b->lines[k];
		bool last = ln->next >= w->to, room = !last && guard_tail(b->t, ln) > 0;
		if (!last && brk_cuts(b->t->brk[ln->next - 1]))
			continue;
		part.to = last ? w->to : ln->next;
		guard_put(l, pl, b->t, part.from, part.to - room, choose_value(b, &part));
		if (room)
			guard_put_tail(l, pl, b->t, ln);
		part = (struct cut_word){part.to, w->to, k + 1, true};
	}
}

/* LibreOffice looks for the last hyphen or slash of a code ("57-NQ/TW") that fits, will have none of the slash, goes back to the
 * space before the code and cuts letters where that stands on the line before; so no slash may fit. */
double guard_tail(const struct ptext *t, const struct line *ln)
{
	double room = 0, most = ln->avail + guard_overflow(t);
	if (!ln->next || t->brk[ln->next - 1] != BRK_GLUED_HYPHEN || t->doc_off[ln->next - 1] == UINT32_MAX)
		return 0;
	for (uint32_t i = ln->next; i < t->sh->n_clusters && !is_space(t, i) && t->sh->x[i + 1] - t->sh->x[ln->from] <= most; i++)
		if (t->sh->text[t->sh->clusters[i].start] == '/')
			room = most - (t->sh->x[i + 1] - t->sh->x[ln->from]) + GUARD_STEP;
	return room;
}

void guard_put_tail(struct lay *l, struct para_layout *pl, const struct ptext *t, const struct line *ln)
{
	double room = guard_tail(t, ln);
	if (room > 0)
		guard_put(l, pl, t, ln->next - 1, ln->next, (int)ceil(room / GUARD_STEP));
}
