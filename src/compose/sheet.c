/* The sheet of a section: margins, page number, circulation mark, contact line (Phụ lục I, Phần I, Mục I, II.6.e, III.2–4;
 * the Party's: nd30.md 5.1, cells 11a and 13). */
#include <string.h>

#include "base/utf8.h"
#include "compose/inner.h"

static struct node *cell_at(struct ctx *c, struct node **cell)
{
	if (*cell == NULL)
		*cell = compose_loose_cell(c);
	return *cell;
}

/* The Party prints "Không phổ biến …" at the foot of the last page, other marks at the top of the first. */
static void circulation(struct ctx *c, struct section *s, const struct text *t)
{
	struct node *n;

	if (!compose_given(t))
		return;
	if (c->form->party && compose_begins(c, t->s, "Không phổ biến")) {
		n = compose_in(c, cell_at(c, &s->last_footer), ROLE_CIRCULATION, utf8_upper(c->a, t->s), t->pos);
		n->u.para.align = ALIGN_CENTER;
		return;
	}
	n = compose_in(c, cell_at(c, &s->first_header), ROLE_CIRCULATION, utf8_upper(c->a, t->s), t->pos);
	if (!c->form->party)
		n->u.para.align = ALIGN_CENTER; /* within its box, which stands at the right */
}

static void contact(struct ctx *c, struct section *s, const struct texts *t)
{
	struct buf b = BUF_INIT;
	const char *line;

	for (size_t i = 0; i < t->n; i++)
		if (compose_given(&t->v[i]))
			compose_join(&b, "; ", compose_bare(c, t->v[i].s, ";"));
	line = compose_keep(c, &b);
	if (*line)
		compose_in(c, cell_at(c, c->form->party ? &s->last_footer : &s->first_footer), ROLE_CONTACT, line, t->v[0].pos);
}

void compose_sheet(struct ctx *c, struct node *section, const struct meta *m)
{
	struct section *s = &section->u.section;
	struct node *number;

	*s = (struct section){.restart = s->restart, .annex = s->annex, .title = s->title, .hide_first = true};
	form_sheet(c->form, &c->d->choice, m->landscape, s);
	number = compose_in(c, cell_at(c, &s->header), ROLE_PAGE_NUMBER, NULL, m->pos);
	doc_run(c->d, number, RUN_PAGE, NULL, 0);
	if (compose_given(&m->signature_info))
		compose_in(c, cell_at(c, &s->first_header), ROLE_SIGNATURE_INFO, m->signature_info.s, m->signature_info.pos);
	if (m != c->meta)
		return;
	contact(c, s, &m->contact);
	circulation(c, s, &m->circulation); /* nearest to the edge */
}
