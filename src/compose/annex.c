/* Annexes (Phụ lục I, Phần I, Mục III.1; forms 2.1 and 2.2). */
#include <string.h>

#include "base/utf8.h"
#include "compose/inner.h"

/* "(Kèm theo Kế hoạch số …/… ngày … của …)": from the document's own data, or as said by "kèm theo". Beside the text of
 * a digital signature, number and date stay blank (III.1.c). */
const char *compose_attached_note(struct ctx *c, const struct part *p)
{
	const struct meta *m = c->meta;
	bool blank = compose_given(&p->meta->signature_info);
	struct date none = { 0, 0, 0};
	const char *s, *issuers = compose_issuers(c, m, ", ");

	if (compose_given(&p->meta->attached_note)) {
		s = compose_bare(c, p->meta->attached_note.s, "");
		if (*s == '(')
			return s;
		return arena_printf(c->a, compose_begins(c, s, "Kèm theo") ? "(%s)" : "(Kèm theo %s)", s);
	}
	s = arena_printf(c->a, "(Kèm theo %s", c->kind->name);
	if (compose_has_number(m, c->kind))
		s = arena_printf(c->a, "%s số %s", s, compose_number(c, m, c->kind, blank));
	return arena_printf(c->a, "%s %s của %s)", s, compose_date(c, blank ? none : m->date),
		*issuers ? issuers : "……");
}

/* "Phụ lục I"; one annex alone has no number (III.1.a); a label as typed wins. */
static const char *label(struct ctx *c, const struct part *p, size_t index)
{
	char roman[16];

	if (compose_given(&p->label))
		return compose_begins(c, p->label.s, "Phụ lục") ? p->label.s : arena_printf(c->a, "Phụ lục %s", p->label.s);
	if (c->n_annexes < 2)
		return "Phụ lục";
	if (!c->form->annex_roman || index > 3999)
		return arena_printf(c->a, "Phụ lục %zu", index);
	viet_roman((int)index, roman);
	return arena_printf(c->a, "Phụ lục %s", roman);
}

void compose_annex(struct ctx *c, const struct part *p, size_t index)
{
	const struct meta *m = p->meta;
	struct place at = { p->section, p->section->first};
	const char *name = label(c, p, index);
	struct section *s = &p->section->u.section;

	s->restart = s->annex = true;
	s->title = compose_given(&m->subject) ? arena_printf(c->a, "%s. %s", name, utf8_one_line(c->a, m->subject.s)) : name;
	compose_sheet(c, p->section, m);
	compose_para(c, at, ROLE_ANNEX, name, m->pos);
	if (compose_given(&m->subject))
		compose_para(c, at, ROLE_ANNEX_TITLE, utf8_upper(c->a, m->subject.s), m->subject.pos);
	compose_para(c, at, ROLE_ANNEX_NOTE, compose_attached_note(c, p), m->attached_note.pos);
	if (c->form->party)
		compose_para(c, at, ROLE_HYPHENS, "-----", m->pos);
	else
		compose_para(c, at, ROLE_RULE, NULL, m->pos)->u.para.rule_share = 0.4;
}
