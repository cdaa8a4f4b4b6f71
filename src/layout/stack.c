/* Paragraphs one under another in a column: the content of a cell, a footnote, a header. */
#include <math.h>
#include "layout/lay.h"

twip lay_gap(const struct lay *l, twip after, twip before)
{
	if (l->d->foreign && l->d->foreign->spacing_adds)
		return after + before;
	return after > before ? after : before;
}

static void stack_block(struct lay *l, struct stack *s, struct block *b, twip gap_above)
{
	s->h += gap_above;
	twip y = s->h + b->pad_top;
	for (uint32_t i = 0; i < b->n_lines; i++) {
		struct vline v = {b, i, y};
		ARENA_PUSH(l->a, s->v, s->n, s->cap, v);
		y += b->lines[i].h;
	}
	s->h = y + b->pad_bottom;
}

struct stack *lay_stack(struct lay *l, const struct node *n, twip width, const char *page_label)
{
	struct stack *s = ARENA_NEW(l->a, struct stack);
	double prev = 0;
	twip after = 0;
	s->width = width;
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->kind != NODE_PARA)
			continue;
		struct ptext *t = lay_text(l, c, page_label);
		struct block *b = lay_block(l, t, width, prev);
		if (!page_label && !l->trial)
			lay_guards(l, b);
		stack_block(l, s, b, lay_gap(l, after, b->before));
		after = b->after;
		if (t->style->box == BOX_NONE)
			prev = block_last_width(b);
	}
	s->h += after;
	return s;
}

/* The subject of a letter may always wrap: it asks for no width but its longest word's. */
static bool wraps_freely(const struct ptext *t) { return t->node->u.para.role == ROLE_SUBJECT_LETTER; }

static void extent_of(const struct ptext *t, double *min, double *max)
{
	const double *x = t->sh->x;
	uint32_t from = 0, line = 0, n = t->sh->n_clusters;
	double pads = pt_from_twip(t->style->left_indent + t->style->right_indent);
	for (uint32_t i = 0; i < n; i++) {
		uint8_t k = t->brk[i];
		bool end = i + 1 == n, space = is_space(t, i);
		if (end || k == BRK_SPACE || k == BRK_HYPHEN || k == BRK_FORCED) {
			double w = x[space ? i : i + 1] - x[from];
			*min = fmax(*min, w + pads);
			from = i + 1;
		}
		if ((end || k == BRK_FORCED) && !wraps_freely(t)) {
			double first = line == 0 ? pt_from_twip(t->style->first_indent) : 0;
			*max = fmax(*max, x[space ? i : i + 1] - x[line] + pads + first);
			line = i + 1;
		}
	}
	if (t->picture && t->picture->width)
		*min = fmax(*min, pt_from_twip(t->picture->width));
	*max = fmax(*max, *min);
}

void lay_extent(struct lay *l, const struct node *n, double *min, double *max)
{
	for (const struct node *c = n->first; c; c = c->next)
		if (c->kind == NODE_PARA && para_style(&c->u.para, l->st)->box == BOX_NONE)
			extent_of(lay_text(l, c, NULL), min, max);
}
