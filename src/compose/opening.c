/* The letterhead: Quốc hiệu and Tiêu ngữ, issuers, number, place and date, marks below the number
 * (Phụ lục I, Phần I, Mục II.1–4, III.2; the Party's: nd30.md 5.1, 5.4). */
#include <string.h>

#include "base/utf8.h"
#include "compose/inner.h"

static const double SHORT_RULE = 0.4; /* of the line above; the decree asks for 1/3–1/2 */

static const struct { const char *text; double mm; } urgencies[] = {
	[URGENCY_KHAN] = { "KHẨN", 20},
	[URGENCY_THUONG_KHAN] = { "THƯỢNG KHẨN", 40},
	[URGENCY_HOA_TOC] = { "HỎA TỐC", 30},
};

static void rule(struct ctx *c, struct node *cell, double share)
{
	compose_in(c, cell, ROLE_RULE, NULL, c->meta->pos)->u.para.rule_share = share;
}

static bool same_texts(const struct texts *a, const struct texts *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].s == NULL || b->v[i].s == NULL || strcmp(a->v[i].s, b->v[i].s) != 0)
			return false;
	return true;
}

static void parents(struct ctx *c, struct node *cell, const struct texts *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (compose_given(&t->v[i]))
			compose_in(c, cell, ROLE_PARENT, utf8_upper(c->a, t->v[i].s), t->v[i].pos);
}

/* Each issuer under the bodies above it; what two of a joint document share stands once. */
static void issuers_state(struct ctx *c, struct node *cell, const struct meta *m)
{
	for (size_t i = 0; i < m->n_issuers; i++) {
		const struct issuer *s = &m->issuers[i];

		if (i == 0 || !same_texts(&s->parents, &m->issuers[i - 1].parents))
			parents(c, cell, &s->parents);
		if (compose_given(&s->name))
			compose_in(c, cell, ROLE_ISSUER, utf8_upper(c->a, s->name.s), s->name.pos);
	}
}

/* The issuers of a joint document of the Party stand in one line, joined by " - ". */
static void issuers_party(struct ctx *c, struct node *cell, const struct meta *m)
{
	const char *names = m->n_issuers == 1 && compose_given(&m->issuers[0].name) ? m->issuers[0].name.s : compose_issuers(c, m, " - ");

	if (m->n_issuers > 0)
		parents(c, cell, &m->issuers[0].parents);
	if (*names)
		compose_in(c, cell, ROLE_ISSUER, utf8_upper(c->a, names), m->issuers[0].name.pos);
}

static void issuers(struct ctx *c, struct node *cell, const struct meta *m)
{
	if (c->form->party)
		issuers_party(c, cell, m);
	else
		issuers_state(c, cell, m);
	if (cell->last == NULL || cell->last->u.para.role != ROLE_ISSUER)
		compose_in(c, cell, ROLE_ISSUER, compose_blank(c, 24), m->pos);
	if (c->form->party)
		compose_in(c, cell, ROLE_STAR, "*", m->pos);
	else
		rule(c, cell, SHORT_RULE);
}

static void motto(struct ctx *c, struct node *cell)
{
	if (c->form->party) {
		compose_in(c, cell, ROLE_NATION, "ĐẢNG CỘNG SẢN VIỆT NAM", c->meta->pos);
	} else {
		compose_in(c, cell, ROLE_NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", c->meta->pos);
		compose_in(c, cell, ROLE_MOTTO, "Độc lập - Tự do - Hạnh phúc", c->meta->pos);
	}
	rule(c, cell, 1.0);
}

/* Cell 5b: "V/v …" stands for "về việc" of a subject typed in full; the Party writes it out. */
static void subject_of_letter(struct ctx *c, struct node *cell, const struct text *t)
{
	const char *s = t->s + strspn(t->s, " "), *words[] = { "Về việc ", "về việc ", "V/v ", "v/v "};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strncmp(s, words[i], strlen(words[i])) == 0) {
			s += strlen(words[i]);
			break;
		}
	s = arena_printf(c->a, "%s %s", c->form->party ? "về việc" : "V/v", s);
	compose_in(c, cell, ROLE_SUBJECT_LETTER, s, t->pos);
}

static void urgency(struct ctx *c, struct node *cell, const struct meta *m)
{
	if (m->urgency <= URGENCY_NONE || m->urgency > URGENCY_HOA_TOC)
		return;
	compose_in(c, cell, ROLE_URGENCY, urgencies[m->urgency].text, m->urgency_pos)->u.para.rule_width =
		twip_from_mm(urgencies[m->urgency].mm);
}

/* "có" prints DỰ THẢO alone; other words follow it: "lần 2". */
static void draft_mark(struct ctx *c, struct node *cell, const struct text *t)
{
	const char *key, *s;

	if (!compose_given(t))
		return;
	key = viet_fold(c->a, t->s);
	if (strcmp(key, "khong") == 0)
		return;
	if (strcmp(key, "co") == 0)
		s = "Dự thảo";
	else if (compose_begins(c, t->s, "Dự thảo"))
		s = t->s;
	else
		s = arena_printf(c->a, "Dự thảo %s", t->s);
	compose_in(c, cell, ROLE_DRAFT_MARK, c->form->party ? s : utf8_upper(c->a, s), t->pos);
}

static void place_date(struct ctx *c, struct node *cell, const struct letterhead *h)
{
	const struct meta *m = h->meta;
	const char *place = compose_given(&m->place) ? m->place.s : compose_blank(c, 16);
	const char *s = h->place_date ? arena_printf(c->a, "%s, %s", place, compose_date(c, m->date)) : NULL;

	compose_in(c, cell, ROLE_PLACE_DATE, s, m->date_pos);
}

static void second_row(struct ctx *c, struct node *table, const struct letterhead *h)
{
	struct node *row = compose_row(c, table), *left = compose_cell(c, row, 0, 1);

	if (*h->number)
		compose_in(c, left, ROLE_NUMBER, arena_printf(c->a, "%s%s", c->form->number_prefix, h->number), h->meta->number.pos);
	if (h->kind != NULL && h->kind->id == KIND_CONG_VAN && compose_given(&h->meta->subject))
		subject_of_letter(c, left, &h->meta->subject);
	if (h->kind != NULL) {
		urgency(c, left, h->meta);
		draft_mark(c, left, &h->meta->draft_mark);
	}
	if (left->first == NULL)
		compose_in(c, left, ROLE_NUMBER, NULL, h->meta->pos);
	place_date(c, compose_cell(c, row, 1, 1), h);
}

/* Tables have no room below them, whatever the taller column ends with: the next paragraph brings its own. */
void compose_room_below(struct node *head)
{
	enum { ROOM = 280};

	if (head->next != NULL && head->next->kind == NODE_PARA)
		head->next->u.para.space_before = ROOM;
}

struct node *compose_letterhead(struct ctx *c, struct place at, const struct letterhead *h)
{
	struct node *table = compose_table(c, at, TABLE_HEAD, 2), *row = compose_row(c, table), *right;

	issuers(c, compose_cell(c, row, 0, 1), h->meta);
	right = compose_cell(c, row, 1, 1);
	if (h->copy_kind != NULL)
		compose_in(c, right, ROLE_COPY_KIND, h->copy_kind, h->meta->kind.pos);
	else
		motto(c, right);
	if (h->number != NULL)
		second_row(c, table, h);
	return table;
}
