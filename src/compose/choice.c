/* The values a draft asks for, against the ranges of its form. */
#include "compose/inner.h"
#include "compose/msg.h"

struct margin { const char *name; int *value; twip min, max; struct pos pos;};

static void margins(struct ctx *c, struct choice *w)
{
	const struct form *f = c->form;
	const struct choice_pos *p = &c->meta->choice_pos;
	struct margin v[] = {
		{ "trên", &w->margin_top, f->top_min, f->top_max, p->top},
		{ "dưới", &w->margin_bottom, f->bottom_min, f->bottom_max, p->bottom},
		{ "trái", &w->margin_left, f->left_min, f->left_max, p->left},
		{ "phải", &w->margin_right, f->right_min, f->right_max, p->right},
	};

	for (size_t i = 0; i < sizeof v / sizeof *v; i++) {
		/* one twip either way is rounding */
		if (*v[i].value == 0 || (*v[i].value >= v[i].min - 1 && *v[i].value <= v[i].max + 1))
			continue;
		diag_put(c->g, &COMPOSE_MARGIN[f->party], v[i].pos, v[i].name, mm_from_twip(*v[i].value),
			mm_from_twip(v[i].min), mm_from_twip(v[i].max));
		*v[i].value = 0;
	}
}

static void lines(struct ctx *c, struct choice *w)
{
	const struct form *f = c->form;
	int hp = w->body_hp != 0 ? w->body_hp : f->body_hp;
	/* Between a single line and one and a half: 1.15 and 1.725 of the size (Phụ lục I, II.6.e). */
	int min = f->party ? f->line_exact_min : hp * 10 * 115 / 100, max = f->party ? f->line_exact_max : hp * 10 * 1725 / 1000;

	if (w->line_exact != 0 && (w->line_exact < min || w->line_exact > max)) {
		diag_put(c->g, &COMPOSE_LINE_EXACT[f->party], c->meta->choice_pos.line, pt_from_twip(w->line_exact), pt_from_twip(min), pt_from_twip(max));
		w->line_exact = 0;
	}
	if (w->line_multiple != 0 && !(w->line_multiple >= f->line_multiple_min - 1e-9 && w->line_multiple <= f->line_multiple_max + 1e-9)) {
		diag_put(c->g, &COMPOSE_LINE_MULTIPLE[f->party], c->meta->choice_pos.line, w->line_multiple, f->line_multiple_min, f->line_multiple_max);
		w->line_multiple = 0;
	}
}

void compose_choice(struct ctx *c)
{
	struct choice *w = &c->d->choice;
	const struct form *f = c->form;
	bool party = f->party;

	*w = c->meta->choice;
	if (w->body_hp != 0 && (w->body_hp < f->body_hp_min || w->body_hp > f->body_hp_max)) {
		diag_put(c->g, &COMPOSE_BODY_SIZE[party], c->meta->choice_pos.body, w->body_hp / 2.0, f->body_hp_min / 2.0, f->body_hp_max / 2.0);
		w->body_hp = 0;
	}
	lines(c, w);
	if (w->para_after >= 0 && w->para_after < f->para_after_min) {
		diag_put(c->g, &COMPOSE_PARA_AFTER[party], c->meta->choice_pos.after, pt_from_twip(w->para_after), pt_from_twip(f->para_after_min));
		w->para_after = -1;
	}
	if (w->indent != 0 && w->indent != f->indent[0] && w->indent != f->indent[1]) {
		diag_put(c->g, &COMPOSE_INDENT[party], c->meta->choice_pos.indent, mm_from_twip(w->indent), mm_from_twip(f->indent[0]), mm_from_twip(f->indent[1]));
		w->indent = 0;
	}
	margins(c, w);
}
