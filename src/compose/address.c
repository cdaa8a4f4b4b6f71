/* Kính gửi (Phụ lục I, Phần I, Mục II.9.d), and whom a công điện is sent to (form 1.6). */
#include <string.h>

#include "compose/inner.h"

static void list(struct ctx *c, struct place at, const struct texts *t)
{
	size_t last = t->n;

	while (last > 0 && !compose_given(&t->v[last - 1]))
		last--;
	for (size_t i = 0; i < last; i++) {
		const char *s;

		if (!compose_given(&t->v[i]))
			continue;
		s = compose_bare(c, t->v[i].s, ";.,");
		s += strncmp(s, "- ", 2) == 0 ? 2 : 0;
		s = arena_printf(c->a, "- %s%s", s, i + 1 < last ? ";" : ".");
		compose_para(c, at, ROLE_ADDRESSEE_ITEM, s, t->v[i].pos)->u.para.keep_next = i + 1 < last;
	}
}

/* Whoever sends the công điện: as said by "thẩm quyền", else the issuer. */
static void telegram(struct ctx *c, struct place at, const struct meta *m)
{
	const char *who = compose_given(&m->authority) ? m->authority.s : compose_issuers(c, m, ", ");

	compose_para(c, at, ROLE_ADDRESSEE, arena_printf(c->a, "%s điện:", who), m->addressees.v[0].pos);
	list(c, at, &m->addressees);
}

void compose_room_below_addressees(struct node *section)
{
	enum { ROOM = 240};
	struct node *last = NULL;

	for (struct node *n = section->first; n != NULL; n = n->next)
		if (n->kind == NODE_PARA && n->generated &&
			(n->u.para.role == ROLE_ADDRESSEE || n->u.para.role == ROLE_ADDRESSEE_ITEM))
			last = n;
	if (last != NULL && last->next != NULL && last->next->kind == NODE_PARA)
		last->next->u.para.space_before = ROOM;
}

void compose_addressees(struct ctx *c, struct place at, const struct meta *m, const struct kind *k)
{
	const struct texts *t = &m->addressees;
	const char *label = k->id == KIND_TO_TRINH ? c->form->submit_label : c->form->addressee_label;
	unsigned look = c->form->party ? RUN_ITALIC : 0;
	struct node *n;

	if (t->n == 0)
		return;
	if (k->id == KIND_CONG_DIEN) {
		telegram(c, at, m);
	} else if (t->n == 1) {
		n = compose_para(c, at, ROLE_ADDRESSEE, NULL, t->v[0].pos);
		compose_text(c, n, label, look);
		compose_text(c, n, arena_printf(c->a, " %s", compose_given(&t->v[0]) ? t->v[0].s : "……………"), 0);
	} else {
		n = compose_para(c, at, ROLE_ADDRESSEE_LABEL, NULL, t->v[0].pos);
		compose_text(c, n, label, look);
		list(c, at, t);
	}
}
