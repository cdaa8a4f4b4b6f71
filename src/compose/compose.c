#include "compose/compose.h"

#include "compose/inner.h"

/* Bodies of the Party, by the first words of their names. */
static const char *const party_bodies[] = { "Tỉnh ủy", "Thành ủy", "Đảng ủy", "Đảng bộ", "Chi bộ", "Huyện ủy", "Quận ủy",
	"Ban Chấp hành Trung ương", "Ban Chấp hành Đảng bộ", "Văn phòng Trung ương Đảng", "Bộ Chính trị", "Ban Bí thư",
	"Đảng Cộng sản Việt Nam"};

static bool is_party_body(struct ctx *c, const struct text *t)
{
	if (!compose_given(t))
		return false;
	for (size_t i = 0; i < sizeof party_bodies / sizeof *party_bodies; i++)
		if (compose_begins(c, t->s, party_bodies[i]))
			return true;
	return false;
}

/* The regime as said, else by the issuer and the bodies above it. */
static enum regime regime(struct ctx *c, const struct meta *m)
{
	if (m->regime != REGIME_AUTO)
		return m->regime;
	for (size_t i = 0; i < m->n_issuers; i++) {
		const struct issuer *s = &m->issuers[i];

		if (is_party_body(c, &s->name))
			return REGIME_PARTY;
		for (size_t k = 0; k < s->parents.n; k++)
			if (is_party_body(c, &s->parents.v[k]))
				return REGIME_PARTY;
	}
	return REGIME_ND30;
}

static struct node *main_section(struct doc *d)
{
	if (d->n_parts > 0 && d->parts[0].kind == PART_MAIN && d->parts[0].section != NULL)
		return d->parts[0].section;
	if (d->root->first == NULL)
		return doc_add(d, d->root, NODE_SECTION, d->meta->pos);
	return d->root->first;
}

/* Returns the last block above the text, after which a table of contents may stand, or NULL. */
static struct node *main_part(struct ctx *c)
{
	struct node *section = main_section(c->d);
	struct place at = { section, section->first};
	const struct meta *m = c->meta;
	const struct kind *k = c->kind;
	struct node *head, *last;
	const char *number = compose_has_number(m, k) ? compose_number(c, m, k, false) : "";

	compose_sheet(c, section, m);
	head = compose_letterhead(c, at, &(struct letterhead){.meta = m, .kind = k, .number = number, .place_date = k->place_date});
	compose_title(c, at, m, k, true);
	compose_addressees(c, at, m, k);
	last = at.ref != NULL ? at.ref->prev : section->last;
	compose_body(c, at, m, k);
	compose_room_below_addressees(section);
	compose_room_below(head);
	compose_closing(c, section, m, k);
	return last;
}

static void other_parts(struct ctx *c)
{
	size_t annex = 0;

	for (size_t i = 0; i < c->d->n_parts; i++) {
		struct part *p = &c->d->parts[i];

		if (p->meta == NULL || (p->section == NULL && p->kind != PART_COPY))
			continue;
		if (p->kind == PART_ANNEX)
			compose_annex(c, p, ++annex);
		else if (p->kind == PART_ATTACHED)
			compose_attached(c, p);
		else if (p->kind == PART_COPY)
			compose_copy(c, p);
	}
}

int compose(struct doc *d, struct diag *g)
{
	struct ctx c = {.d = d, .g = g, .a = d->arena};
	size_t errors = g->n_errors;
	struct node *last;

	if (d->meta == NULL)
		d->meta = d->n_parts > 0 && d->parts[0].meta != NULL ? d->parts[0].meta : ARENA_NEW(c.a, struct meta);
	c.meta = d->meta;
	c.form = d->form = form_for(regime(&c, c.meta), c.meta->date);
	compose_choice(&c);
	c.kind = compose_kind(&c, c.meta);
	if (c.kind == NULL)
		return -1;
	for (size_t i = 0; i < d->n_parts; i++)
		c.n_annexes += d->parts[i].kind == PART_ANNEX;
	compose_cites(&c);
	compose_demand(&c);
	last = main_part(&c);
	other_parts(&c);
	if (c.meta->toc > 0)
		compose_toc(&c, main_section(d), last);
	compose_tables(&c);
	return g->n_errors > errors ? -1 : 0;
}
