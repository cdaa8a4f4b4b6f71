/* One section: its sheets become pages with header, footer, notes and number. */
#include <stdio.h>
#include <string.h>
#include "layout/lay.h"
#include "layout/msg.h"

struct geometry {
	twip top, bottom, first_bottom; /* of the body, from the page's upper edge */
	struct stack *first_header, *first_footer, *last_footer;
	twip first_top;
};

static struct stack *stack_or_null(struct lay *l, const struct node *cell, twip width)
{
	return cell && cell->first ? lay_stack(l, cell, width, NULL) : NULL;
}

static twip header_end(const struct section *s, twip h) { return h && s->header_y + h > s->top ? s->header_y + h : s->top; }

/* Frames of more than half a page leave no page that is right: an error; they are laid out no further. */
static struct stack *frame(struct lay *l, const struct section *s, const struct node *cell, twip width, const struct msg *too_high)
{
	struct stack *st = stack_or_null(l, cell, width);
	if (!st || st->h <= s->page_h / 2)
		return st;
	diag_put(l->g, too_high, cell->first->pos);
	return NULL;
}

static struct geometry measure(struct lay *l, const struct node *section)
{
	const struct section *s = &section->u.section;
	twip width = lay_text_width(section);
	struct geometry g = {.top = s->top, .first_top = s->top, .bottom = s->page_h - s->bottom};
	g.first_bottom = g.bottom;
	if (s->header && s->header->first) {
		twip h = lay_stack(l, s->header, width, "1")->h;
		g.top = header_end(s, h <= s->page_h / 2 ? h : 0); /* a foreign file's may be of any height: half a page is left for the text */
	}
	g.first_header = frame(l, s, s->first_header, width, &LAYOUT_HEAD_TOO_HIGH);
	g.first_footer = frame(l, s, s->first_footer, width, &LAYOUT_FOOT_TOO_HIGH);
	g.last_footer = stack_or_null(l, s->last_footer, width);
	if (!s->hide_first)
		g.first_top = g.top;
	if (g.first_header)
		g.first_top = header_end(s, g.first_header->h);
	if (g.first_footer && s->page_h - FOOTER_Y - g.first_footer->h < g.first_bottom)
		g.first_bottom = s->page_h - FOOTER_Y - g.first_footer->h;
	return g;
}

static void add_outline(struct lay *l, const char *title, int level, size_t page, double y)
{
	struct outline o = {title, level, page, y};
	ARENA_PUSH(l->p->arena, l->p->outline, l->p->n_outline, l->p->cap_outline, o);
}

/* A paragraph's text on one line. */
static char *plain(struct lay *l, const struct node *n)
{
	char *s = doc_text(l->d, n);
	for (char *p = s; *p; p++)
		if (*p == '\n')
			*p = ' ';
	return s;
}

/* "Chương I" and the title that stands below it are one entry: "Chương I. QUY ĐỊNH CHUNG". */
static const char *outline_title(struct lay *l, const struct node *n)
{
	const char *label = plain(l, n);
	const struct node *next = n->next;
	size_t len = strlen(label);
	if (!next || next->kind != NODE_PARA || !role_is_title_of(next->u.para.role, n->u.para.role))
		return label;
	return arena_printf(l->a, len && strchr(".:", label[len - 1]) ? "%s %s" : "%s. %s", label, plain(l, next));
}

/* An annex or attached text is an entry by its own title; its headings stand below that. */
static void note_outline(struct lay *l, const struct block *b, size_t page, double y)
{
	const struct node *n = b->t->node;
	const char *section = l->p->v[page].section->u.section.title;
	int level = n->u.para.outline >= 0 ? n->u.para.outline : b->t->style->outline;
	if (level > 0 && !(section && n->u.para.role == ROLE_ANNEX))
		add_outline(l, outline_title(l, n), section ? level + 1 : level, page, y);
}

static void put_body(struct lay *l, struct page *pg, const struct sheet *s, double x, double y)
{
	for (size_t i = 0; i < s->n;) {
		const struct placed *p = &s->v[i];
		if (p->u.g) {
			i = lay_put_rows(l, pg, s, i, x, y);
			continue;
		}
		twip pad = p->u.line == 0 ? p->u.b->pad_top : 0;
		double top = y + pt_from_twip(p->y + pad);
		if (p->u.line == 0) {
			note_outline(l, p->u.b, l->p->n - 1, top);
			l->p->paras[p->u.b->t->node->id].label = pg->label;
		}
		lay_put_line(l, pg, p->u.b, p->u.line, x, top, false);
		i++;
	}
}

static void put_notes(struct lay *l, struct page *pg, const struct sheet *s, const struct section *sec, double x, double bottom)
{
	if (!s->n_notes)
		return;
	double top = bottom - pt_from_twip(s->notes_h), width = pt_from_twip(sec->page_w - sec->left - sec->right);
	lay_put_rule(l, pg, s->notes[0].b->t->node, x, top - pt_from_twip(NOTE_RULE_GAP + NOTE_RULE_H), width / 4, pt_from_twip(NOTE_RULE_H), true);
	for (size_t i = 0; i < s->n_notes; i++)
		lay_put_line(l, pg, s->notes[i].b, s->notes[i].line, x, top + pt_from_twip(s->notes[i].y), false);
}

static void put_frame_parts(struct lay *l, struct page *pg, const struct geometry *g, const struct section *s, bool first, bool last, double body_end)
{
	double x = pt_from_twip(s->left);
	if (first && g->first_header)
		lay_put_stack(l, pg, g->first_header, 0, g->first_header->n, x, pt_from_twip(s->header_y), true);
	if (first && g->first_footer)
		lay_put_stack(l, pg, g->first_footer, 0, g->first_footer->n, x, pt_from_twip(s->page_h - FOOTER_Y - g->first_footer->h), false);
	if (last && g->last_footer)
		lay_put_stack(l, pg, g->last_footer, 0, g->last_footer->n, x, body_end - pt_from_twip(g->last_footer->h), false);
	pg->label_shown = s->header && s->header->first && !(first && s->hide_first);
	if (!pg->label_shown)
		return;
	char label[16];
	snprintf(label, sizeof label, "%u", pg->label);
	struct stack *h = lay_stack(l, s->header, lay_text_width(pg->section), label);
	lay_put_stack(l, pg, h, 0, h->n, x, pt_from_twip(s->header_y), true);
}

/* What stands at the foot of the last page needs its room there, or a page of its own. */
static void room_for_last(struct lay *l, struct sheets *sh, const struct geometry *g)
{
	const struct sheet *s = &sh->v[sh->n - 1];
	twip top = sh->n == 1 ? g->first_top : g->top, bottom = sh->n == 1 ? g->first_bottom : g->bottom;
	if (!g->last_footer || s->used + notes_area(s->notes_h) + g->last_footer->h <= bottom - top)
		return;
	struct sheet none = {0};
	ARENA_PUSH(l->a, sh->v, sh->n, sh->cap, none);
}

/* Do the signatures begin a page? */
static bool signature_alone(const struct sheets *sh)
{
	for (size_t i = 1; i < sh->n; i++) {
		const struct grid *g = sh->v[i].n ? sh->v[i].v[0].u.g : NULL;
		if (g && g->node->u.table.role == TABLE_SIGN)
			return true;
	}
	return false;
}

static struct sheets lay_sheets(struct lay *l, const struct node *section, const struct geometry *g, bool hold)
{
	struct units u = {0};
	struct sheets sh = {0};
	lay_units(l, section, hold, &u);
	lay_paginate(l, section, &u, g->first_bottom - g->first_top, g->bottom - g->top, &sh);
	return sh;
}

void lay_section(struct lay *l, const struct node *section, unsigned *page_number)
{
	const struct section *s = &section->u.section;
	struct geometry g = measure(l, section);
	struct sheets sh;
	struct cuts cuts = {0};
	int round = 0;
	l->room = g.bottom - g.top;
	do {
		sh = lay_sheets(l, section, &g, /*hold*/false);
		if (signature_alone(&sh))
			sh = lay_sheets(l, section, &g, /*hold*/true);
	} while (lay_next_cuts(l, &sh, round++, &cuts));
	room_for_last(l, &sh, &g);
	lay_top_cells(l, &sh);
	lay_free_titles(l, &sh, g.first_bottom - g.first_top, g.bottom - g.top);
	lay_ease_first(l, section, &sh, g.first_bottom - g.first_top);
	if (s->restart)
		*page_number = 0;
	for (size_t i = 0; i < sh.n; i++) {
		struct page pg = {.w = s->page_w, .h = s->page_h, .label = ++*page_number, .section = section};
		ARENA_PUSH(l->p->arena, l->p->v, l->p->n, l->p->cap, pg);
		struct page *p = &l->p->v[l->p->n - 1];
		double bottom = pt_from_twip(i == 0 ? g.first_bottom : g.bottom);
		if (i == 0 && s->title)
			add_outline(l, s->title, 1, l->p->n - 1, pt_from_twip(g.first_top));
		put_body(l, p, &sh.v[i], pt_from_twip(s->left), pt_from_twip(i == 0 ? g.first_top : g.top));
		put_notes(l, p, &sh.v[i], s, pt_from_twip(s->left), bottom);
		put_frame_parts(l, p, &g, s, i == 0, i + 1 == sh.n, bottom);
	}
}
