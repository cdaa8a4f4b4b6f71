/* Tên loại and trích yếu (Phụ lục I, Phần I, Mục II.5). */
#include "base/utf8.h"
#include "compose/inner.h"

/* The rule below the subject, or the Party's five hyphens. */
void compose_title_rule(struct ctx *c, struct place at, struct pos pos)
{
	if (c->form->party)
		compose_para(c, at, ROLE_HYPHENS, "-----", pos);
	else
		compose_para(c, at, ROLE_RULE, NULL, pos)->u.para.rule_share = 0.4;
}

void compose_title(struct ctx *c, struct place at, const struct meta *m, const struct kind *k, bool rule)
{
	if (!k->title)
		return;
	compose_para(c, at, ROLE_KIND, utf8_upper(c->a, k->name), m->kind.pos);
	if (compose_given(&m->subject))
		compose_para(c, at, ROLE_SUBJECT, m->subject.s, m->subject.pos);
	if (rule)
		compose_title_rule(c, at, m->subject.pos);
}
