/* The letterhead's sizes: 13/14/14 where its lines fit beside each other, else 12/13/13 together (nd30.md 1.3). */
#include <math.h>
#include <string.h>
#include "form/form.h"
#include "layout/lay.h"

twip lay_text_width(const struct node *section)
{
	const struct section *s = &section->u.section;
	twip w = s->page_w - s->left - s->right;
	return w > 1000 ? w : 1000;
}

static void use_styles(struct lay *l, bool small)
{
	l->p->choice.small_header = small;
	form_styles(l->d->form, &l->p->choice, l->p->styles);
	memset(l->texts, 0, sizeof *l->texts * l->p->n_nodes);
}

static bool head_fits(struct lay *l, const struct node *table, twip width)
{
	double need[2] = {0, 0}, min = 0;
	for (const struct node *r = table->first; r; r = r->next)
		for (const struct node *c = r->first; c; c = c->next)
			if (c->u.cell.col < 2 && c->u.cell.span_cols == 1)
				lay_extent(l, c, &min, &need[c->u.cell.col]);
	return need[0] + need[1] + 26.5 <= pt_from_twip(width);
}

void lay_choose_header(struct lay *l)
{
	bool big = !l->d->choice.small_header;
	use_styles(l, !big);
	if (!big || l->d->form->party)
		return;
	for (const struct node *s = l->d->root->first; s && big; s = s->next)
		for (const struct node *n = s->first; n && big; n = n->next)
			if (n->kind == NODE_TABLE && n->u.table.role == TABLE_HEAD && n->u.table.n_cols == 2)
				big = head_fits(l, n, lay_text_width(s));
	if (!big)
		use_styles(l, true);
}
