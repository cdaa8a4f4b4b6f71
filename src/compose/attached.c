/* A text issued with a decision (form 1.3, second and third page): own letterhead, neither number nor date nor signature. */
#include "base/utf8.h"
#include "compose/inner.h"

static const struct meta *with_issuers(struct ctx *c, const struct meta *m)
{
	struct meta *own = ARENA_NEW(c->a, struct meta);

	*own = *m;
	if (own->n_issuers == 0) {
		own->issuers = c->meta->issuers;
		own->n_issuers = c->meta->n_issuers;
	}
	return own;
}

void compose_attached(struct ctx *c, const struct part *p)
{
	const struct meta *m = with_issuers(c, p->meta);
	const struct kind *k = compose_kind(c, m);
	struct place at = { p->section, p->section->first};
	struct section *s = &p->section->u.section;
	struct node *head;

	if (k == NULL)
		return;
	s->restart = true;
	s->title = compose_given(&m->subject) ? arena_printf(c->a, "%s %s", k->name, utf8_one_line(c->a, m->subject.s)) : k->name;
	compose_sheet(c, p->section, m);
	head = compose_letterhead(c, at, &(struct letterhead){.meta = m, .kind = k});
	compose_title(c, at, m, k, false);
	compose_para(c, at, ROLE_ANNEX_NOTE, compose_attached_note(c, p), m->attached_note.pos);
	compose_title_rule(c, at, m->pos);
	compose_room_below(head);
}
