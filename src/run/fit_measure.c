/* What the pages of the main text show to somebody who fits them. */
#include "run/fit_inner.h"

static const struct node *above(const struct node *n, enum node_kind kind)
{
	while (n && n->kind != kind)
		n = n->parent;
	return n;
}

static const struct node *table_of(const struct node *n)
{
	const struct node *t = above(n, NODE_TABLE), *outer;
	while (t && (outer = above(t->parent, NODE_TABLE)))
		t = outer;
	return t;
}

static bool in_table(const struct node *n, enum table_role role)
{
	const struct node *t = table_of(n);
	return t && t->u.table.role == role;
}

/* Lines that are as high as the body's. */
static bool is_running(const struct pages *p, const struct item *it)
{
	const struct node *n = it->node;
	const struct style *s, *body = &p->styles[ROLE_BODY];
	if (it->kind != ITEM_TEXT || !it->line_start || !n || n->kind != NODE_PARA || !n->parent || n->parent->kind != NODE_SECTION)
		return false;
	s = para_style(&n->u.para, p->styles);
	return s->line_rule == body->line_rule && s->line == body->line && s->size_hp == body->size_hp;
}

static double top_of(const struct item *it) { return it->kind == ITEM_TEXT ? it->y - it->h * 0.8 : it->y; }

static double end_of(const struct item *it) { return it->kind == ITEM_TEXT ? it->y + it->h * 0.2 : it->y + it->h; }

struct seen { unsigned lines, paras, with; double used, foot; bool sign; };

static void look_at(const struct pages *p, const struct page *pg, const struct item *it, struct seen *s, const struct node **row)
{
	const struct node *r;
	if (!above(it->node, NODE_SECTION)) { /* a frame or a footnote: what stands at the foot ends the text's room */
		if (it->y > pt_from_twip(pg->h) / 2 && top_of(it) < s->foot)
			s->foot = top_of(it);
		return;
	}
	s->sign = s->sign || in_table(it->node, TABLE_SIGN);
	if (end_of(it) > s->used)
		s->used = end_of(it);
	if (is_running(p, it)) {
		s->lines++;
		s->paras += it->from == 0;
		s->with += !s->sign;
	}
	r = above(it->node, NODE_ROW);
	if (it->kind == ITEM_PICTURE)
		s->with += FIT_ENOUGH_LINES;
	else if (r && r != *row && !it->artifact && in_table(it->node, TABLE_DATA))
		s->with++;
	*row = r;
}

static struct seen look(const struct pages *p, const struct page *pg)
{
	const struct section *sec = &pg->section->u.section;
	struct seen s = {.used = pt_from_twip(sec->top), .foot = pt_from_twip(pg->h - sec->bottom)};
	const struct node *row = NULL;
	for (size_t k = 0; k < pg->n_items; k++)
		look_at(p, pg, &pg->items[k], &s, &row);
	return s;
}

static double line_height(const struct style *s)
{
	return s->line_rule == LINE_EXACT ? pt_from_twip(s->line) : s->size_hp / 2.0 * 1.15 * s->line / 240;
}

struct measure fit_measure(const struct doc *d, const struct pages *p)
{
	const struct node *main = d->root->first;
	const struct style *body = &p->styles[ROLE_BODY];
	struct measure m = {.line = line_height(body), .gap = pt_from_twip(body->space_after)};
	double free_room = 0;
	for (size_t i = 0; i < p->n && p->v[i].section == main; i++, m.pages++) {
		struct seen s = look(p, &p->v[i]);
		if (m.signed_at_all)
			continue;
		m.lines += s.lines;
		m.paras += s.paras;
		if (s.sign) {
			m.signed_at_all = true;
			m.sign = i;
			m.with = s.with;
			m.last_used = s.used - pt_from_twip(main->u.section.top);
			m.free_before = free_room;
		} else {
			m.lines_before += s.lines;
			m.paras_before += s.paras;
			free_room = s.foot - s.used;
		}
	}
	return m;
}
