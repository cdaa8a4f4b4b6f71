/* What the DOCX needs so that LibreOffice and Word break the lines of a paragraph as they are broken here: no-break signs
 * where a unit was kept whole, and a twentieth of a point more or less between a few letters of a borderline line. */
#include <math.h>
#include <string.h>
#include "layout/lay.h"

/* LibreOffice's lines are up to SLACK wider or OVERFLOW narrower than the sum of their advances (measured: 2 narrower to 3
 * twips wider at 11–14 pt, up to 8 changes of face a line): a line with less to spare, or whose next unit overflows by less,
 * may go either way. Widening or narrowing by twips on single letters decides it; LibreOffice leaves the last of them out. */
#define SLACK 0.20    /* pt */
#define OVERFLOW 0.20 /* pt */
/* At 12.5 and 13.5 pt they are narrower by half a thousandth: up to 5 twips more on a line. */
#define HALF_TWIPS 5
#define STEP 0.05     /* pt a letter: w:spacing ±1 */
#define MAX_LETTERS 40
#define NO_BREAK_SPACE (512 / 2048.0)  /* widths of U+00A0 and U+202F, shares of the size */
#define NARROW_SPACE (410 / 2048.0)
/* LibreOffice widens the spaces of a justified line by whole twips: what remains is lost up to the end of the text portion, and
 * the next one begins where it should. A letter set apart in the middle makes two portions of one that loses more than LOST, two letters make three, where the text is narrower as well. */
#define LOST 0.40 /* pt */
#define LOST_MUCH 1.00 /* pt */

static int narrower(const struct ptext *t) { return (int)(t->max_size * 2) % 2 ? HALF_TWIPS : 0; }

/* What a line may overflow by and still be taken for full enough, pt. */
static double overflow(const struct ptext *t) { return OVERFLOW + pt_from_twip(narrower(t)); }

static void add(struct lay *l, struct para_layout *pl, struct guard g)
{
	ARENA_PUSH(l->a, pl->guards, pl->n_guards, pl->cap_guards, g);
}

/* Does the line that ends before the cluster end inside a word? */
static bool is_cut(const struct ptext *t, uint32_t next)
{
	return next && next < t->sh->n_clusters && t->brk[next - 1] == BRK_NONE;
}

/* End of the first unit of the next line: what would have to fit for the line to take it. taken: where that line ends in turn, for
 * its unit may be parted there (0: it is the last). */
static uint32_t next_unit(const struct ptext *t, uint32_t from, uint32_t taken)
{
	uint32_t n = t->sh->n_clusters;
	if (is_cut(t, from))
		return from + 1;
	for (uint32_t i = from; i < n; i++) {
		uint8_t b = t->brk[i];
		if (b == BRK_HYPHEN)
			return i + 1;
		if (b == BRK_SPACE || b == BRK_FORCED || i + 1 == taken)
			return i + !is_space(t, i);
	}
	return n;
}

/* Glued places past the line's end that would have taken a break; not the one that the next line ends at. */
static void guard_glued(struct lay *l, struct para_layout *pl, struct ptext *t, const struct line *ln, uint32_t taken)
{
	const double *x = t->sh->x;
	for (uint32_t i = ln->next; i < t->sh->n_clusters; i++) {
		bool space = t->brk[i] == BRK_GLUED_SPACE || t->brk[i] == BRK_SOFT_SPACE;
		if (x[space ? i : i + 1] - x[ln->from] > ln->avail + overflow(t) || i + 1 == taken)
			return;
		if (!(space || t->brk[i] == BRK_GLUED_HYPHEN) || t->doc_off[i] == UINT32_MAX)
			continue;
		add(l, pl, (struct guard){space ? GUARD_SPACE : GUARD_HYPHEN, t->doc_off[i], t->doc_off[i] + 1, 0});
		if (space)
			t->brk[i] = BRK_NO_BREAK_SPACE;
	}
}

static bool is_slot(const struct ptext *t, uint32_t i)
{
	return i < t->sh->n_clusters && !memcmp(t->sh->text + t->sh->clusters[i].start, "\u00A0", 2);
}

/* What a line may have to spare and still be taken for too full, pt: at 12.5 and 13.5 pt each no-break space is rounded up by half a twip. */
static double spare(const struct ptext *t, const struct line *ln)
{
	uint32_t n = 0;
	for (uint32_t i = ln->from; narrower(t) && i < ln->to; i++)
		n += is_slot(t, i);
	return SLACK + n * pt_from_twip(1) / 2;
}

/* A blank to be filled in, [from, to), that stands at a line's end or start. */
static void guard_slot(struct lay *l, struct para_layout *pl, const struct ptext *t, uint32_t from, uint32_t to)
{
	if (from == to)
		return;
	for (uint32_t i = from; i < to; i++) {
		if (t->doc_off[i] == UINT32_MAX)
			return;
		add(l, pl, (struct guard){GUARD_NARROW, t->doc_off[i], t->doc_off[i] + 2, 0});
	}
	double size = t->sh->spans[t->sh->clusters[from].span].size;
	int widen = (int)((NO_BREAK_SPACE - NARROW_SPACE) * size * 20 + 0.5);
	add(l, pl, (struct guard){GUARD_SPACING, t->doc_off[from], t->doc_off[to - 1] + 2, widen});
}

static void guard_slots(struct lay *l, struct para_layout *pl, const struct ptext *t, const struct line *ln)
{
	uint32_t from = ln->to, to = ln->from;
	while (from > ln->from && is_slot(t, from - 1))
		from--;
	guard_slot(l, pl, t, from, ln->to);
	while (to < from && is_slot(t, to))
		to++;
	if (ln->from > 0)
		guard_slot(l, pl, t, ln->from, to);
}

/* First cluster of the word that the line's end cuts, on this line. */
static uint32_t cut_word(const struct ptext *t, const struct line *ln)
{
	uint32_t i = ln->next;
	while (i > ln->from && !is_space(t, i - 1))
		i--;
	return i;
}

/* A word that is cut is touched as a whole, with the letter after the cut, or not at all: LibreOffice would rather cut where a
 * touch begins or ends. */
static void guard_spacing(struct lay *l, struct para_layout *pl, const struct ptext *t, const struct line *ln, double need, int value)
{
	uint32_t want = (uint32_t)ceil(need / STEP) + 1, from = ln->from, to, end = ln->to + is_cut(t, ln->next);
	if (want > MAX_LETTERS)
		want = MAX_LETTERS;
	while (is_cut(t, ln->from) && from < ln->to && !is_space(t, from))
		from++;
	while (from < end && t->doc_off[from] == UINT32_MAX)
		from++;
	for (to = from; to < end && to - from < want; to++)
		if (t->doc_off[to] == UINT32_MAX)
			break;
	if (end > ln->to && to > cut_word(t, ln) && t->doc_off[end - 1] != UINT32_MAX)
		to = end;
	if (to > from) {
		uint32_t last = t->doc_off[to - 1] + (t->sh->clusters[to].start - t->sh->clusters[to - 1].start);
		add(l, pl, (struct guard){GUARD_SPACING, t->doc_off[from], last, value});
	}
}

/* What the end of a justified line is short of the margin in LibreOffice, of the portion [from, to) that loses most, pt. Its slack
 * may differ from ours by WIDER and NARROWER: the worst counts. */
static double lost(const struct ptext *t, const struct line *ln, uint32_t *from, uint32_t *to)
{
	enum { NARROWER = 2, WIDER = 3 }; /* twips */
	uint32_t all = count_spaces(t, ln->from, ln->to), most = 0;
	int slack = (int)((ln->avail - ln->width) * 20), rest = 0;
	if (ln->last || t->style->align != ALIGN_JUSTIFY || !all)
		return 0;
	for (uint32_t i = ln->from, k; i < ln->to; i = k) {
		for (k = i; k < ln->to && t->sh->clusters[k].span == t->sh->clusters[i].span; k++)
			;
		uint32_t n = count_spaces(t, i, k);
		if (n > most)
			most = n, *from = i, *to = k;
	}
	for (int d = -WIDER; d <= NARROWER + narrower(t); d++) {
		int r = slack + d > 0 ? (slack + d) % (int)all : 0;
		rest = r > rest ? r : rest;
	}
	return pt_from_twip(1) * rest * most / all;
}

static const struct guard *last_spacing(const struct para_layout *pl)
{
	for (size_t k = pl->n_guards; k > 0; k--)
		if (pl->guards[k - 1].kind == GUARD_SPACING)
			return &pl->guards[k - 1];
	return NULL;
}

static void guard_at(struct lay *l, struct para_layout *pl, const struct ptext *t, uint32_t i, uint32_t to, int value)
{
	const struct guard *last = last_spacing(pl);
	while (i < to && is_space(t, i))
		i++;
	if (i < to && t->doc_off[i] != UINT32_MAX && !(last && last->to > t->doc_off[i])) {
		uint32_t end = t->doc_off[i] + (t->sh->clusters[i + 1].start - t->sh->clusters[i].start);
		add(l, pl, (struct guard){GUARD_SPACING, t->doc_off[i], end, value});
	}
}

void lay_guards(struct lay *l, const struct block *b)
{
	struct ptext *t = b->t;
	struct para_layout *pl = &l->p->paras[t->node->id];
	if (t->picture || pl->guards)
		return;
	for (size_t k = 0; k < b->n_lines; k++) {
		const struct line *ln = &b->lines[k];
		guard_slots(l, pl, t, ln);
		double slack = ln->avail - ln->width, full = spare(t, ln);
		if (ln->next < t->sh->n_clusters && t->brk[ln->next - 1] != BRK_FORCED) {
			uint32_t taken = k + 1 < b->n_lines ? b->lines[k + 1].next : 0;
			guard_glued(l, pl, t, ln, taken);
			uint32_t end = next_unit(t, ln->next, taken);
			double over = t->sh->x[end] - t->sh->x[ln->from] - ln->avail;
			if (over > 0 && over < overflow(t)) {
				guard_spacing(l, pl, t, ln, overflow(t) - over + STEP, +1);
				slack = full;
			}
		}
		if (slack >= 0 && slack < full && ln->width > 0)
			guard_spacing(l, pl, t, ln, full - slack + STEP, -1);
		uint32_t from = ln->from, to = ln->to;
		double loss = lost(t, ln, &from, &to);
		uint32_t parts = 1 + (loss > LOST) + (loss > LOST_MUCH && narrower(t));
		for (uint32_t i = 1; i < parts; i++)
			guard_at(l, pl, t, from + (to - from) * i / parts, to, slack < full ? -1 : 1);
	}
}
