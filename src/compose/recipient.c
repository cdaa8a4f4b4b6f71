/* Nơi nhận at the end (Phụ lục I, Phần I, Mục II.9, III.3): cells 9b and 12. */
#include <string.h>

#include "compose/inner.h"

/* Cell 12: the drafter's code and the number of copies follow the unit of the last line: "KGVX.PTT46(20)"; behind the number
 * of copies kept a space parts them: "KHTC (2). LTV(110)". */
static const char *last_line(struct ctx *c, const char *s, const struct meta *m)
{
	if (compose_given(&m->drafter))
		s = arena_printf(c->a, compose_ends(s, ")") ? "%s. %s" : "%s.%s", s, compose_bare(c, m->drafter.s, "."));
	if (compose_given(&m->copies))
		s = arena_printf(c->a, "%s(%s)", s, compose_bare(c, m->copies.s, "."));
	return s;
}

void compose_recipients(struct ctx *c, struct node *cell, const struct meta *m)
{
	const struct texts *t = &m->recipients;
	size_t last = t->n;

	while (last > 0 && !compose_given(&t->v[last - 1]))
		last--;
	if (last == 0)
		return;
	compose_in(c, cell, ROLE_RECIPIENTS, "Nơi nhận:", t->v[0].pos);
	for (size_t i = 0; i < last; i++) {
		const char *s;

		if (!compose_given(&t->v[i]))
			continue;
		s = compose_bare(c, t->v[i].s, ";,.");
		s += strncmp(s, "- ", 2) == 0 ? 2 : 0;
		if (i + 1 == last)
			s = last_line(c, s, m);
		compose_in(c, cell, ROLE_RECIPIENT,
			arena_printf(c->a, "- %s%s", s, i + 1 == last ? "." : c->form->recipient_sep), t->v[i].pos);
	}
}
