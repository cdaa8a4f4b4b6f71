/* Recognition of the form in a file from elsewhere: lines, parts, and of each part its head, text and end. */
#include "read/know.h"
#include "base/utf8.h"
#include <string.h>

/* Words of the Party's documents, where no letterhead says it. */
static bool sounds_like_party(const struct know *k)
{
	const struct meta *m = k->parts[0].meta;
	for (size_t i = 0; i < m->n_signers; i++)
		for (size_t t = 0; t < m->signers[i].titles.n; t++) {
			const char *s = m->signers[i].titles.v[t].s, *slug = viet_slug(k->a, s);
			if (know_begins(s, "T/M") || know_begins(s, "K/T") || know_begins(s, "T/L") || know_begins(slug, "bi-thu") || know_begins(slug, "pho-bi-thu"))
				return true;
		}
	return m->recipients.n && know_begins(viet_slug(k->a, m->recipients.v[m->recipients.n - 1].s), "luu-van-phong-tinh-uy");
}

static void main_part(struct know *k, struct kpart *p)
{
	size_t i = know_head(k, p);
	if (!p->has_head)
		know_note(k, KNOW_NO_HEAD, p->meta->pos);
	p->body = know_title(k, p, i);
	p->end = know_end(k, p, p->body);
	if (!p->has_head) {
		k->party = sounds_like_party(k);
		if (k->party)
			know_note(k, KNOW_REGIME, p->meta->pos);
	} else {
		const struct meta *m = p->meta;
		if (!m->n_issuers || !m->issuers[0].name.s)
			know_note(k, KNOW_NO_ISSUER, m->pos);
		if (!m->place.s && !m->date.year && kind_find(m->kind.s)->place_date)
			know_note(k, KNOW_NO_DATE, m->pos);
		if (!m->number.pos.file && kind_find(m->kind.s)->id != KIND_THU_CONG)
			know_note(k, KNOW_NO_NUMBER, m->pos);
	}
	if (k->party)
		p->meta->regime = REGIME_PARTY;
	know_body(k, p);
}

static void attached_part(struct know *k, struct kpart *p)
{
	size_t i = know_head(k, p);
	p->body = know_title(k, p, i);
	p->meta->addressees.n = 0; /* such a text is sent to nobody */
	p->end = know_end(k, p, p->body);
	know_body(k, p);
}

static void annex_part(struct know *k, struct kpart *p)
{
	p->body = know_annex_head(k, p);
	p->end = p->to;
	know_body(k, p);
}

static void copy_part(struct know *k, struct kpart *p)
{
	p->body = know_head(k, p);
	p->end = know_end(k, p, p->body);
	if (p->meta->symbol.s) {
		const char *dash = strchr(p->meta->symbol.s, '-');
		if (dash && p->meta->n_issuers == 1) {
			p->meta->issuers[0].abbr = (struct text){dash + 1, p->meta->symbol.pos};
			p->meta->symbol.s = NULL;
		}
	}
	know_body(k, p);
}

static void (*const part_rooms[])(struct know *, struct kpart *) = {
	[PART_MAIN] = main_part, [PART_ANNEX] = annex_part, [PART_ATTACHED] = attached_part, [PART_COPY] = copy_part};

/* A number that counting gives anyhow is left out. */
static void settle_labels(struct know *k)
{
	size_t n = 0, all = 0;
	for (size_t i = 0; i < k->n_parts; i++)
		all += k->parts[i].kind == PART_ANNEX;
	for (size_t i = 0; i < k->n_parts; i++) {
		struct kpart *p = &k->parts[i];
		char roman[16];
		if (p->kind != PART_ANNEX || !p->label.s)
			continue;
		viet_roman((int)++n, roman);
		if (all > 1 && !strcmp(p->label.s, k->party ? arena_printf(k->a, "%zu", n) : roman))
			p->label.s = NULL;
	}
}

static bool same_issuers(const struct meta *a, const struct meta *b)
{
	if (a->n_issuers != b->n_issuers)
		return false;
	for (size_t i = 0; i < a->n_issuers; i++)
		if (!a->issuers[i].name.s || !b->issuers[i].name.s || strcmp(a->issuers[i].name.s, b->issuers[i].name.s))
			return false;
	return true;
}

static void hand_over(struct know *k)
{
	struct doc *d = k->d;
	d->meta = k->parts[0].meta;
	for (size_t i = 1; i < k->n_parts; i++) {
		struct kpart *p = &k->parts[i];
		if (p->kind == PART_ATTACHED && same_issuers(p->meta, d->meta)) /* is taken from the document */
			p->meta->n_issuers = 0;
		struct part part = {p->kind, p->meta, p->label, p->section};
		ARENA_PUSH(k->a, d->parts, d->n_parts, d->cap_parts, part);
	}
	d->form = form_for(d->meta->regime, d->meta->date);
	know_choice(k);
	d->choice = d->meta->choice;
}

void recognise(struct doc *d, struct diag *g)
{
	struct know k = {.d = d, .a = d->arena, .g = g};
	if (!d->root->first)
		doc_add(d, d->root, NODE_SECTION, (struct pos){0});
	know_lines(&k);
	know_parts(&k);
	size_t n = k.n_parts;
	for (size_t i = 0; i < n; i++)
		part_rooms[k.parts[i].kind](&k, &k.parts[i]);
	settle_labels(&k);
	know_tree(&k);
	know_tables(&k);
	know_margins(&k);
	for (size_t i = n; i < k.n_parts; i++) { /* copies that a margin tells of */
		struct node *s = doc_add(d, d->root, NODE_SECTION, k.parts[i].meta->pos);
		s->u.section = d->root->first->u.section;
		k.parts[i].section = s;
	}
	hand_over(&k);
}
