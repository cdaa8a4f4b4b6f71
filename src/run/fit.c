#include "run/fit.h"
#include "form/form.h"
#include "layout/layout.h"
#include "run/msg.h"

/* Lines of text that a signature page should carry above the signatures. */
#define ENOUGH_LINES 3
#define MOST_LAYOUTS 3
/* Steps of 0.5 pt: figures that a person could type. */
#define STEP ((twip)10)
#define WIDEST_LINE ((twip)440) /* 22 pt: wider lines are legal but look like a draft's */

/* What the pages of the main text show. */
struct measure {
	size_t pages;              /* of the main text */
	size_t sign;               /* index of the page the signatures begin on */
	bool signed_at_all;
	unsigned lines;            /* of running text, on all pages */
	unsigned before;           /* of them, on the pages before the signatures' */
	unsigned with;             /* of them, on the signatures' page */
	double last_used;          /* pt that stand on the signatures' page */
	double free_before;        /* pt left over at the foot of the page before it */
};

struct trial { struct choice choice; struct pages *pages; struct measure m; struct diag found;};

static bool in_signatures(const struct node *n)
{
	for (; n; n = n->parent)
		if (n->kind == NODE_TABLE && n->u.table.role == TABLE_SIGN)
			return true;
	return false;
}

static bool is_running(const struct pages *p, const struct item *it)
{
	const struct node *n = it->node;
	return it->kind == ITEM_TEXT && it->line_start && n && n->kind == NODE_PARA && n->parent && n->parent->kind == NODE_SECTION
		&& p->styles[n->u.para.role].line_rule == LINE_EXACT && p->styles[n->u.para.role].size_hp == p->styles[ROLE_BODY].size_hp;
}

static double end_of(const struct item *it) { return it->kind == ITEM_TEXT ? it->y + it->h * 0.2 : it->y + it->h; }

static void measure_page(const struct pages *p, size_t i, struct measure *m, double *used)
{
	const struct page *pg = &p->v[i];
	unsigned lines = 0;
	bool sign = false;
	for (size_t k = 0; k < pg->n_items; k++) {
		const struct item *it = &pg->items[k];
		sign = sign || in_signatures(it->node);
		lines += is_running(p, it);
		if (!it->artifact && end_of(it) > *used)
			*used = end_of(it);
	}
	m->lines += lines;
	if (sign && !m->signed_at_all) {
		m->signed_at_all = true;
		m->sign = i;
		m->with = lines;
	} else if (!m->signed_at_all) {
		m->before += lines;
	}
}

static struct measure measure(const struct doc *d, const struct pages *p)
{
	const struct node *main = d->root->first;
	struct measure m = {0};
	double before = 0;
	for (size_t i = 0; i < p->n && p->v[i].section == main; i++) {
		const struct section *s = &main->u.section;
		double used = pt_from_twip(s->top), foot = pt_from_twip(s->page_h - s->bottom);
		bool had = m.signed_at_all;
		measure_page(p, i, &m, &used);
		m.pages++;
		if (m.signed_at_all && !had) {
			m.last_used = used - pt_from_twip(s->top);
			m.free_before = i ? foot - before : 0;
		}
		before = used;
	}
	return m;
}

/* Nothing to mend: one page, or enough text with the signatures. */
static bool is_good(const struct measure *m)
{
	return !m->signed_at_all || m->sign == 0 || m->with >= ENOUGH_LINES;
}

static void lay(struct doc *d, struct fonts *f, struct trial *t)
{
	diag_init(&t->found, d->arena);
	d->choice = t->choice;
	t->pages = layout_pages(d, f, &t->found);
	t->m = measure(d, t->pages);
}

static twip single_line(int body_hp) { return (twip)(body_hp * 10 * 115 / 100) + 1; }

static twip line_of(const struct doc *d, const struct choice *c) { return c->line_exact ? c->line_exact : d->form->line_exact; }

static int size_of(const struct doc *d, const struct choice *c) { return c->body_hp ? c->body_hp : d->form->body_hp; }

static twip least_line(const struct doc *d, int body_hp)
{
	twip least = single_line(body_hp);
	return d->form->party && d->form->line_exact_min > least ? d->form->line_exact_min : (least + STEP - 1) / STEP * STEP;
}

static twip most_line(const struct doc *d)
{
	return d->form->party && d->form->line_exact_max < WIDEST_LINE ? d->form->line_exact_max : WIDEST_LINE;
}

/* Narrower lines, then a smaller size, that draw what stands on the signatures' page onto the page before. */
static bool draw_in(const struct doc *d, const struct trial *t, bool size_free, struct choice *out)
{
	double over = t->m.last_used - t->m.free_before;
	twip line = line_of(d, &t->choice);
	int hp = size_of(d, &t->choice);
	if (!t->m.lines)
		return false;
	*out = t->choice;
	for (int size = hp; size >= (size_free ? d->form->body_hp_min : hp); size--) {
		/* lines become fewer about as the size shrinks, and a little slower, since words are not cut */
		double lines = t->m.lines * (1 - 0.9 * (hp - size) / hp), saved = (t->m.lines - lines) * pt_from_twip(line);
		double each = (over - saved) * 20 / lines;
		twip want = each <= 0 ? line : (twip)(line - each) / STEP * STEP;
		if (want > line)
			want = line;
		if (size < hp && want > line - 10 * (hp - size))
			want = line - 10 * (hp - size); /* a smaller size takes a smaller line with it */
		if (want >= least_line(d, size)) {
			out->body_hp = size;
			out->line_exact = want;
			return true;
		}
	}
	return false;
}

/* Wider lines that push enough text over to the signatures. */
static bool push_out(const struct doc *d, const struct trial *t, struct choice *out)
{
	twip line = line_of(d, &t->choice);
	unsigned lines = t->m.before;
	double need = t->m.free_before + (ENOUGH_LINES - t->m.with + 1) * pt_from_twip(line);
	if (!lines)
		return false;
	twip want = line + ((twip)(need * 20 / lines) + STEP) / STEP * STEP;
	*out = t->choice;
	out->line_exact = want;
	return want <= most_line(d);
}

static void tell(struct doc *d, const struct trial *t, const struct trial *first, struct diag *g)
{
	double size = size_of(d, &t->choice) / 2.0, line = pt_from_twip(line_of(d, &t->choice));
	if (t->m.pages < first->m.pages)
		diag_put(g, &RUN_FIT_FEWER, d->meta->pos, size, line, t->m.pages, first->m.pages);
	else
		diag_put(g, &RUN_FIT_TEXT, d->meta->pos, size, line, t->m.with, t->m.sign + 1);
}

struct pages *fit_pages(struct doc *d, struct fonts *f, struct diag *g)
{
	struct trial t[MOST_LAYOUTS] = {{.choice = d->choice}};
	const struct choice given = d->choice;
	bool lines_free = !given.line_exact && given.line_multiple <= 0;
	size_t n = 1, best = 0;
	struct choice next;
	lay(d, f, &t[0]);
	if (lines_free && !is_good(&t[0].m)) {
		if (draw_in(d, &t[0], !given.body_hp, &next)) {
			t[n].choice = next;
			lay(d, f, &t[n++]);
			if (!is_good(&t[1].m) && t[1].choice.line_exact - STEP >= least_line(d, size_of(d, &t[1].choice))) {
				t[n].choice = t[1].choice;
				t[n].choice.line_exact -= STEP;
				lay(d, f, &t[n++]);
			}
		}
		for (size_t i = 1; i < n && !best; i++)
			best = is_good(&t[i].m) ? i : 0;
		if (!best && n < MOST_LAYOUTS && push_out(d, &t[0], &next)) {
			t[n].choice = next;
			lay(d, f, &t[n]);
			best = is_good(&t[n].m) ? n : 0;
		}
		if (best)
			tell(d, &t[best], &t[0], g);
		else
			diag_put(g, &RUN_FIT_NONE, d->meta->pos);
	}
	d->choice = t[best].choice;
	diag_take(g, &t[best].found);
	return t[best].pages;
}
