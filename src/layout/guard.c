/* What the DOCX needs so that LibreOffice and Word break the lines of a paragraph as they are broken here: no-break signs
 * where a unit was kept whole, and a twentieth of a point more or less between a few letters of a borderline line. */
#include <math.h>
#include <string.h>
#include "layout/guard.h"

/* LibreOffice's lines are up to SLACK wider or OVERFLOW narrower than the sum of their advances (measured: 2 narrower to 3
 * twips wider at 11–14 pt, up to 8 changes of face a line): a line with less to spare, or whose next unit overflows by less,
 * may go either way. Widening or narrowing by twips on single letters decides it; LibreOffice leaves the last of them out. */
#define SLACK 0.20    /* pt */
#define OVERFLOW 0.20 /* pt */
/* At 12.5 and 13.5 pt they are narrower by half a thousandth: up to 5 twips more on a line. */
#define HALF_TWIPS 5
#define MAX_LETTERS 40
#define NO_BREAK_SPACE (512 / 2048.0)  /* widths of U+00A0 and U+202F, shares of the size */
#define NARROW_SPACE (410 / 2048.0)

static int narrower(const struct ptext *t) { return (int)(t->max_size * 2) % 2 ? HALF_TWIPS : 0; }

double guard_overflow(const struct ptext *t) { return OVERFLOW + pt_from_twip(narrower(t)); }

static void add(struct lay *l, struct para_layout *pl, struct guard g)
{
	ARENA_PUSH(l->a, pl->guards, pl->n_guards, pl->cap_guards, g);
}

void guard_put(struct lay *l, struct para_layout *pl, const struct ptext *t, uint32_t from, uint32_t to, int value)
{
	for (uint32_t i = from; i < to; i++)
		if (t->doc_off[i] == UINT32_MAX)
			return;
	if (to <= from || !value)
		return;
	const struct cluster *c = t->sh->clusters;
	add(l, pl, (struct guard){GUARD_SPACING, t->doc_off[from], t->doc_off[to - 1] + (c[to].start - c[to - 1].start), value});
}

uint32_t guard_next_unit(const struct ptext *t, uint32_t from, uint32_t taken)
{
	uint32_t n = t->sh->n_clusters;
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
		if (x[space ? i : i + 1] - x[ln->from] > ln->avail + guard_overflow(t) || i + 1 == taken)
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

/* A blank to be filled in, [from, to), that stands at a line's end or start. At a line's end LibreOffice leaves out the room behind
 * the last sign, so the others take it over. */
static void guard_slot(struct lay *l, struct para_layout *pl, const struct ptext *t, uint32_t from, uint32_t to)
{
	if (from == to)
		return;
	for (uint32_t i = from; i < to; i++) {
		if (t->doc_off[i] == UINT32_MAX)
			return;
		add(l, pl, (struct guard){GUARD_NARROW, t->doc_off[i], t->doc_off[i] + 2, 0});
	}
	double size = t->sh->spans[t->sh->clusters[from].span].size, widen = (NO_BREAK_SPACE - NARROW_SPACE) * size * 20;
	uint32_t n = to - from, signs = n > 1 ? n - 1 : n;
	guard_put(l, pl, t, from, from + signs, (int)(widen * n / signs + 0.5));
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

/* Letters of the line get a twentieth of a point more or less, as many as are needed of those that belong to no cut word. */
static void guard_spacing(struct lay *l, struct para_layout *pl, const struct ptext *t, const struct stretch *free, double need, int value)
{
	uint32_t want = (uint32_t)ceil(need / GUARD_STEP) + 1, from = free->from, to;
	if (want > MAX_LETTERS)
		want = MAX_LETTERS;
	while (from < free->to && t->doc_off[from] == UINT32_MAX)
		from++;
	for (to = from; to < free->to && to - from < want && t->doc_off[to] != UINT32_MAX; to++)
		;
	guard_put(l, pl, t, from, to, value);
}

/* The whole line's borderlines: the text must fit, what begins the next line must not. */
static void guard_line(struct lay *l, struct para_layout *pl, struct ptext *t, const struct line *ln, uint32_t taken, const struct stretch *free)
{
	double slack = ln->avail - ln->width, full = spare(t, ln);
	if (ln->next < t->sh->n_clusters && t->brk[ln->next - 1] != BRK_FORCED && guard_tail(t, ln) <= 0) {
		guard_glued(l, pl, t, ln, taken);
		double over = t->sh->x[guard_next_unit(t, ln->next, taken)] - t->sh->x[ln->from] - ln->avail;
		if (over > 0 && over < guard_overflow(t)) {
			guard_spacing(l, pl, t, free, guard_overflow(t) - over + GUARD_STEP, +1);
			slack = full;
		}
	}
	if (slack >= 0 && slack < full && ln->width > 0)
		guard_spacing(l, pl, t, free, full - slack + GUARD_STEP, -1);
	guard_spaces(l, pl, t, ln, free, slack < full ? -1 : 1);
}

void lay_guards(struct lay *l, const struct block *b)
{
	struct ptext *t = b->t;
	struct para_layout *pl = &l->p->paras[t->node->id];
	struct cut_word word = {0};
	if (t->picture || pl->guards)
		return;
	for (size_t k = 0; k < b->n_lines; k++) {
		const struct line *ln = &b->lines[k];
		struct stretch free = {word.cut && ln->from < word.to ? word.to : ln->from, ln->to}; /* behind a word that the line before cuts */
		guard_slots(l, pl, t, ln);
		if (!cut_word_at(b, k, &word)) {
			guard_line(l, pl, t, ln, k + 1 < b->n_lines ? b->lines[k + 1].next : 0, &free);
			guard_put_tail(l, pl, t, ln);
		} else if (word.first == k) {
			guard_cut_word(l, pl, b, &word);
		}
	}
}
