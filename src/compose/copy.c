/* Copies (Phụ lục I, Phần II; forms 3.1 and 3.2; the Party's "BS"). On paper the copy's block follows the text on the same
 * sheet, under a rule of the full width; an electronic copy bears one line at the top right of the first page. */
#include <string.h>

#include "base/utf8.h"
#include "compose/inner.h"
#include "compose/msg.h"

enum { ROOM_ABOVE = 320 }; /* between the copied text and the rule of its copy */

static const struct { const char *name, *printed, *code; } kinds[] = {
	{ "Sao y", "SAO Y", "SY" }, { "Sao lục", "SAO LỤC", "SL" }, { "Trích sao", "TRÍCH SAO", "TrS"},
	{ "Bản sao y", "SAO Y", "SY" }, { "Bản sao lục", "SAO LỤC", "SL" }, { "Bản trích sao", "TRÍCH SAO", "TrS"},
};

static int kind_of(struct ctx *c, const struct text *t)
{
	if (!compose_given(t))
		return 0;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(viet_fold(c->a, t->s), viet_fold(c->a, kinds[i].name)) == 0)
			return (int)i;
	return -1;
}

/* The section that holds the end of what is copied: the one before, or the first. */
static struct node *copied(struct ctx *c, const struct part *p)
{
	if (p->section != NULL && p->section->prev != NULL)
		return p->section->prev;
	return c->d->root->first;
}

static void on_paper(struct ctx *c, const struct part *p, int kind)
{
	struct node *to = copied(c, p), *n;
	struct place at = { to, NULL};
	const struct kind *k = kind_get(KIND_CONG_VAN);
	const struct meta *m = p->meta;

	n = compose_para(c, at, ROLE_RULE, NULL, m->pos); /* as wide as the text */
	n->u.para.space_before = ROOM_ABOVE;
	compose_letterhead(c, at, &(struct letterhead){
		.meta = m, .kind = NULL, .copy_kind = kinds[kind].printed, .place_date = true,
		.number = compose_code_text(c, m, c->form->party ? "BS" : kinds[kind].code, false, false),
	});
	while (p->section != NULL && p->section != to && (n = p->section->first) != NULL) {
		doc_detach(n);
		doc_insert(to, NULL, n);
	}
	compose_closing(c, to, m, k);
}

void compose_copy(struct ctx *c, const struct part *p)
{
	int kind = kind_of(c, &p->meta->kind);
	struct node *to = copied(c, p);

	if (kind < 0) {
		diag_put(c->g, &COMPOSE_COPY_KIND, p->meta->kind.pos, utf8_short(c->a, p->meta->kind.s));
		return;
	}
	if (compose_given(&p->meta->signature_info)) {
		struct section *s = &c->d->root->first->u.section;

		if (s->first_header == NULL)
			s->first_header = compose_loose_cell(c);
		compose_in(c, s->first_header, ROLE_SIGNATURE_INFO, p->meta->signature_info.s, p->meta->signature_info.pos);
	} else {
		on_paper(c, p, kind);
	}
	if (p->section != NULL && p->section != to && p->section != c->d->root->first)
		doc_detach(p->section);
}
