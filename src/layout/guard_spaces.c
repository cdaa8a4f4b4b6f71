/* Spaces of justified lines: where LibreOffice draws them narrower, a letter set apart begins a new text portion. */
#include <math.h>
#include "layout/guard.h"

/* LibreOffice widens the spaces of a justified line by whole twips and draws each a little narrower, by a share of a twip that
 * hangs on the size (measured on 8,400 lines of 300 to 750 pt; SPREAD more or less): what lacks grows up to the end of the text
 * portion, and the next one begins where it should. A letter set apart in the middle makes two portions of one that loses more
 * than LOST, two letters make three. Behind more than LOST_MARK a footnote's mark could be read as a word of its own. */
static const struct { double size, twips; } NARROWER[] = {{11, 0.72}, {11.5, 0.80}, {12, 0.62}, {12.5, 0.82}, {13, 0.78}, {13.5, 1.08}, {14, 0.65}};
#define SPREAD 0.25 /* twips a space */
#define LOST 1.00   /* pt */
#define LOST_MARK 0.60

static const struct guard *last_spacing(const struct para_layout *pl)
{
	for (size_t k = pl->n_guards; k > 0; k--)
		if (pl->guards[k - 1].kind == GUARD_SPACING)
			return &pl->guards[k - 1];
	return NULL;
}

static void guard_at(struct lay *l, struct para_layout *pl, const struct ptext *t, const struct stretch *free, uint32_t i, uint32_t to, int value)
{
	const struct guard *last = last_spacing(pl);
	while (i < to && is_space(t, i))
		i++;
	if (i < to && i >= free->from && i < free->to && t->doc_off[i] != UINT32_MAX && !(last && last->to > t->doc_off[i]))
		guard_put(l, pl, t, i, i + 1, value);
}

static double narrower_space(double size)
{
	size_t i = 0, n = sizeof NARROWER / sizeof *NARROWER;
	while (i + 1 < n && NARROWER[i].size < size)
		i++;
	return NARROWER[i].twips;
}

/* A stretch of one face, [from, to), and what its end may lack in LibreOffice, pt. */
struct portion { uint32_t from, to; double lost; };

static struct portion portion_at(const struct ptext *t, const struct line *ln, uint32_t from, double twips)
{
	struct portion p = {from, from, 0};
	while (p.to < ln->to && t->sh->clusters[p.to].span == t->sh->clusters[from].span)
		p.to++;
	p.lost = pt_from_twip(1) * twips * count_stretchable(t, p.from, p.to);
	return p;
}

void guard_spaces(struct lay *l, struct para_layout *pl, const struct ptext *t, const struct line *ln, const struct stretch *free, int value)
{
	uint32_t all = count_stretchable(t, ln->from, ln->to);
	if (ln->last || lay_align(t) != ALIGN_JUSTIFY || !all)
		return;
	double given = (ln->avail - ln->width) * 20 / all, twips = given - floor(given) + narrower_space(t->max_size) + SPREAD;
	for (struct portion p = {.to = ln->from}; p.to < ln->to;) {
		p = portion_at(t, ln, p.to, twips);
		bool before_mark = p.to < ln->to && t->sh->spans[t->sh->clusters[p.to].span].size < t->sh->spans[t->sh->clusters[p.from].span].size;
		uint32_t parts = (uint32_t)ceil(p.lost / (before_mark ? LOST_MARK : LOST));
		for (uint32_t i = 1; i < parts; i++)
			guard_at(l, pl, t, free, p.from + (p.to - p.from) * i / parts, p.to, value);
	}
}
