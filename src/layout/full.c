/* First pages that are full: what stands above the text (letterhead, title) is up to two twips higher in LibreOffice, so that the last
 * line of a page that has no more to spare would go to the next. The DOCX takes that off the room below a rule. */
#include "layout/lay.h"

#define TIGHT ((twip)2) /* most that is to spare on such a page */
#define EASED ((twip)3)

/* The rule below the title, or else the first one of the letterhead. */
static const struct node *first_rule(const struct node *parent)
{
	const struct node *found = NULL;
	for (const struct node *n = parent->first; n; n = n->next)
		if (n->kind == NODE_PARA && n->u.para.role == ROLE_RULE)
			return n;
	for (const struct node *n = parent->first; n && !found; n = n->next)
		if (n->kind != NODE_PARA)
			found = first_rule(n);
	return found;
}

void lay_ease_first(struct lay *l, const struct node *section, const struct sheets *sh, twip first_room)
{
	const struct sheet *s = sh->n > 1 ? &sh->v[0] : NULL;
	const struct node *rule = s && s->n && !l->trial ? first_rule(section) : NULL;
	if (!rule)
		return;
	twip spare = first_room - notes_area(s->notes_h) - (s->used - s->v[s->n - 1].u.hang);
	l->p->paras[rule->id].lower = spare >= 0 && spare <= TIGHT ? EASED : 0;
}
