/* What a document of the kind must say: faults where it cannot be made, warnings where a blank can stand. */
#include <string.h>

#include "base/utf8.h"
#include "compose/inner.h"
#include "compose/msg.h"

/* Reading notes an unknown kind, too, where the draft names it. */
static bool noted(const struct diag *g, struct pos pos)
{
	for (size_t i = 0; i < g->n; i++)
		if (strcmp(g->items[i].msg->id, "unknown-kind") == 0 && g->items[i].pos.line == pos.line &&
			g->items[i].pos.col == pos.col)
			return true;
	return false;
}

static void unknown_kind(struct ctx *c, const struct text *t)
{
	const struct kind *near = kind_near(t->s);

	if (noted(c->g, t->pos))
		return;
	if (near != NULL)
		diag_put(c->g, &COMPOSE_UNKNOWN_KIND_NEAR, t->pos, utf8_short(c->a, t->s), near->name);
	else
		diag_put(c->g, &COMPOSE_UNKNOWN_KIND, t->pos, utf8_short(c->a, t->s));
}

const struct kind *compose_kind(struct ctx *c, const struct meta *m)
{
	const struct kind *k;

	if (!compose_given(&m->kind)) {
		/* A front matter that could not be read says nothing about what it lacks. */
		if (c->g->n_errors == 0 || m->n_issuers > 0)
			diag_put(c->g, &COMPOSE_NO_KIND, m->pos);
		return NULL;
	}
	k = kind_find(m->kind.s);
	if (k == NULL) {
		unknown_kind(c, &m->kind);
		return NULL;
	}
	if (!c->form->party && !k->state) {
		diag_put(c->g, &COMPOSE_PARTY_KIND, m->kind.pos, k->name);
		return NULL;
	}
	if (c->form->party && k->code_party == NULL)
		diag_put(c->g, &COMPOSE_STATE_KIND, m->kind.pos, k->name);
	return k;
}

static bool has_abbreviation(const struct meta *m)
{
	for (size_t i = 0; i < m->n_issuers; i++)
		if (!compose_given(&m->issuers[i].abbr))
			return false;
	return m->n_issuers > 0;
}

static bool has_signer(const struct meta *m)
{
	for (size_t i = 0; i < m->n_signers; i++)
		if (compose_has_signer(&m->signers[i]))
			return true;
	return false;
}

/* Papers between two parties, slips and letters have no recipients of their own. */
static bool wants_recipients(const struct kind *k)
{
	return k->id != KIND_HOP_DONG && k->id != KIND_BAN_GHI_NHO && k->id != KIND_BAN_THOA_THUAN && k->id != KIND_THU_CONG &&
		k->id != KIND_GIAY_CHUNG_NHAN && k->id != KIND_GIAY_DI_DUONG;
}

void compose_demand(struct ctx *c)
{
	const struct meta *m = c->meta;
	const struct kind *k = c->kind;

	if (*compose_issuers(c, m, "") == '\0')
		diag_put(c->g, &COMPOSE_NO_ISSUER, m->pos);
	if (compose_has_number(m, k) && !compose_given(&m->symbol) && !has_abbreviation(m))
		diag_put(c->g, &COMPOSE_NO_ABBR, m->pos);
	if (k->id == KIND_CONG_VAN && !c->form->party && !compose_given(&m->symbol) && compose_unit(c, m) == NULL)
		diag_put(c->g, &COMPOSE_NO_UNIT, m->pos);
	if (k->place_date && !compose_given(&m->place))
		diag_put(c->g, &COMPOSE_NO_PLACE, m->pos);
	if (k->subject && !compose_given(&m->subject))
		diag_put(c->g, &COMPOSE_NO_SUBJECT, m->pos);
	if (k->addressees && m->addressees.n == 0)
		diag_put(c->g, &COMPOSE_NO_ADDRESSEE, m->pos);
	if (wants_recipients(k) && m->recipients.n == 0)
		diag_put(c->g, &COMPOSE_NO_RECIPIENTS, m->pos);
	if (!has_signer(m))
		diag_put(c->g, &COMPOSE_NO_SIGNER, m->pos);
	if (m->date.year != 0 && viet_date_cmp(m->date, c->form->from) < 0)
		diag_put(c->g, &COMPOSE_BEFORE_FORM, m->date_pos, c->form->name);
}
