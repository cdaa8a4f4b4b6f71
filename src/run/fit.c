/* The search: a plan after the other, from the least visible to the most, each tried by a layout. */
#include "run/fit.h"
#include "layout/layout.h"
#include "run/fit_inner.h"
#include "run/msg.h"

#define MOST_TRIALS 10     /* layouts under other values; each costs a tenth of the first */
#define TRIES 4            /* of one plan, each aimed by what the last one showed */
/* A second page with no more than so many lines above the signatures is drawn onto the first, though it carries enough. */
#define FEW_LINES 6

struct trial { struct choice choice; struct pages *pages; struct measure m; struct diag found; };

struct search {
	struct doc *d;
	struct fonts *f;
	struct choice given;
	struct trial first, now;
	bool one_page;             /* the text should stand on one page */
	size_t trials;
};

struct plan { enum way way; size_t n; enum lever levers[LEVER_COUNT]; };

/* Drawing in: the form's usual margins, indent and room are the least already, which leaves lines, then the size. */
#define CLOSER {WAY_IN, 1, {LEVER_LINE}}
#define SMALLER {WAY_IN, 8, {LEVER_LINE, LEVER_AFTER, LEVER_BOTTOM, LEVER_TOP, LEVER_RIGHT, LEVER_LEFT, LEVER_INDENT, LEVER_SIZE}}
#define ROOM {WAY_OUT, 3, {LEVER_AFTER, LEVER_BOTTOM, LEVER_TOP}}
#define WIDER {WAY_OUT, 4, {LEVER_AFTER, LEVER_BOTTOM, LEVER_TOP, LEVER_LINE}}
#define NARROWER {WAY_OUT, 7, {LEVER_AFTER, LEVER_BOTTOM, LEVER_TOP, LEVER_LINE, LEVER_RIGHT, LEVER_LEFT, LEVER_INDENT}}
static const struct plan two_pages[] = {CLOSER, SMALLER, ROOM, WIDER, NARROWER};
static const struct plan more_pages[] = {CLOSER, ROOM, WIDER, SMALLER, NARROWER};
enum { PLANS = sizeof two_pages / sizeof *two_pages };

static bool is_good(const struct measure *m)
{
	return !m->signed_at_all || m->sign == 0 || m->with >= FIT_ENOUGH_LINES;
}

static bool is_done(const struct search *s, const struct measure *m) { return s->one_page ? m->sign == 0 : is_good(m); }

static void use(struct search *s, const struct choice *c)
{
	s->d->choice = *c;
	for (struct node *n = s->d->root->first; n; n = n->next)
		form_sheet(s->d->form, c, n->u.section.landscape, &n->u.section);
}

static void lay(struct search *s, const struct choice *c, struct trial *t)
{
	t->choice = *c;
	diag_init(&t->found, s->d->arena);
	use(s, c);
	t->pages = layout_again(s->d, s->f, s->first.pages, &t->found);
	t->m = fit_measure(s->d, t->pages);
	s->trials++;
}

/* Height that is wanting, pt: to draw in what stands on the signatures' page, or to push lines over to it. */
static double wanting(enum way way, const struct measure *m)
{
	if (way == WAY_IN)
		return m->last_used - m->free_before + m->gap;
	return m->free_before + (FIT_ENOUGH_LINES > m->with ? FIT_ENOUGH_LINES - m->with : 0) * m->line + 1;
}

/* Values that should win so much; where the size may shrink it does so only as far as the rest does not reach. */
static bool aim(const struct search *s, const struct plan *p, double need, struct choice *out)
{
	const struct form *f = s->d->form;
	const struct measure *m = &s->first.m;
	bool size = p->levers[p->n - 1] == LEVER_SIZE;
	struct choice base = s->given;
	int smaller = 0;
	for (;;) {
		/* a smaller size has fewer lines, in about the same share, for words are not cut */
		double hp = f->body_hp, won = smaller * (m->lines * m->line * 0.9 / hp + (fit_is_free(&s->given, LEVER_LINE) ? m->lines * 0.5 : 0));
		*out = base;
		if (fit_move(f, &s->given, m, p->way, p->levers, p->n - size, need - won, out))
			return true;
		if (!size || !fit_smaller(f, &s->given, &base))
			return false;
		smaller++;
	}
}

static bool same(const struct choice *a, const struct choice *b)
{
	return a->body_hp == b->body_hp && a->line_exact == b->line_exact && a->para_after == b->para_after && a->indent == b->indent
		&& a->margin_top == b->margin_top && a->margin_bottom == b->margin_bottom && a->margin_left == b->margin_left
		&& a->margin_right == b->margin_right;
}

static bool follow(struct search *s, const struct plan *p)
{
	double need = wanting(p->way, &s->first.m);
	struct choice c, last = s->given;
	for (int i = 0; i < TRIES && s->trials < MOST_TRIALS; i++) {
		if (need <= 0)
			need = 1;
		if (!aim(s, p, need, &c))
			return false;
		if (same(&c, &last)) {
			need += s->first.m.line / 2;
			continue;
		}
		last = c;
		lay(s, &c, &s->now);
		if (is_done(s, &s->now.m))
			return true;
		double more = wanting(p->way, &s->now.m);
		need += more > s->now.m.line / 2 ? more : s->now.m.line / 2;
	}
	return false;
}

/* Aims go a little too far now and then: steps back, as long as the pages stay as good. */
static void ease(struct search *s)
{
	static const enum lever order[] = {LEVER_SIZE, LEVER_INDENT, LEVER_LEFT, LEVER_RIGHT, LEVER_LINE, LEVER_TOP, LEVER_BOTTOM, LEVER_AFTER};
	struct trial best = s->now;
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		struct choice c = best.choice;
		while (s->trials < MOST_TRIALS && fit_ease(s->d->form, &s->given, order[i], &c)) {
			lay(s, &c, &s->now);
			if (!is_done(s, &s->now.m) || s->now.m.pages > best.m.pages)
				break;
			best = s->now;
		}
	}
	s->now = best;
}

static void tell(const struct search *s, struct diag *g)
{
	const struct trial *t = &s->now;
	bool party = s->d->form->party;
	const char *values = fit_told(s->d->arena, s->d->form, &s->given, &t->choice);
	if (t->m.sign == 0)
		diag_put(g, &RUN_FIT_ONE[party], s->d->meta->pos, values);
	else if (t->m.pages < s->first.m.pages)
		diag_put(g, &RUN_FIT_FEWER[party], s->d->meta->pos, values, t->m.pages, s->first.m.pages);
	else
		diag_put(g, &RUN_FIT_TEXT[party], s->d->meta->pos, values, t->m.with, t->m.sign + 1);
}

/* Plans one after the other; true if one of them led there. */
static bool find(struct search *s)
{
	const struct plan *plans = s->first.m.sign == 1 ? two_pages : more_pages;
	for (size_t i = 0; i < PLANS; i++)
		if ((!s->one_page || plans[i].way == WAY_IN) && follow(s, &plans[i]))
			return true;
	return false;
}

struct pages *fit_pages(struct doc *d, struct fonts *f, struct diag *g)
{
	struct search s = {.d = d, .f = f, .given = d->choice};
	const struct measure *m = &s.first.m;
	lay(&s, &s.given, &s.first);
	bool good = is_good(m), found = false;
	s.trials = 0;
	if (!good || (m->signed_at_all && m->sign == 1 && m->with <= FEW_LINES)) {
		s.one_page = good;
		found = find(&s);
	}
	if (found) {
		ease(&s);
		tell(&s, g);
	} else if (!good) {
		diag_put(g, &RUN_FIT_NONE[d->form->party], d->meta->pos);
	}
	struct trial *t = found ? &s.now : &s.first;
	use(&s, &t->choice);
	diag_take(g, &t->found);
	return t->pages;
}
