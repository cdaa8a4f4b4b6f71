/* The units a section's pages are cut from, and where a page may end between them. */
#include "layout/lay.h"

struct gatherer {
	struct lay *l;
	struct units *out;
	twip width;
	twip page_room;            /* height of the text area */
	twip after;                /* room that the block before asks for below it */
	double prev_width;         /* of the last line of text, for rules */
	const struct node *prev;
	bool hold;
};

/* A closing paragraph of more lines than this may be parted from the signatures' page, as long as they do not stand alone. */
#define SHORT_CLOSING 4

/* Notes that leave no page room for anything else: whatever is kept with their marks would begin a page of its own, and the
 * letterhead would stand alone on the page before. */
static bool notes_fill_page(const struct gatherer *g, const struct block *b)
{
	twip h = b->h;
	for (size_t i = 0; i < b->t->n_marks && h <= g->page_room; i++)
		h += lay_stack(g->l, b->t->marks[i].note, g->width, NULL)->h;
	return b->t->n_marks && h > g->page_room;
}

/* Does the paragraph stay with the next block? LibreOffice then moves it whole, so a long one before the signatures is
 * held only where they would stand alone on a page. */
static bool keeps_next(const struct gatherer *g, const struct block *b)
{
	const struct node *n = b->t->node;
	bool closing = n->next && n->next->kind == NODE_TABLE && n->next->u.table.role == TABLE_SIGN;
	bool keep = n->u.para.keep_next && (!closing || ((g->hold || b->n_lines <= SHORT_CLOSING) && !notes_fill_page(g, b)));
	g->l->p->paras[n->id].keep_next = keep;
	g->l->p->paras[n->id].free_next = false;
	return keep || b->t->style->keep_next;
}

/* Widow and orphan control 2/2: may the page end after line k of n? */
static bool may_part(const struct block *b, uint32_t k, bool keep)
{
	uint32_t n = (uint32_t)b->n_lines;
	if (keep || k + 1 == n)
		return !keep;
	if (b->t->style->keep_lines)
		return false;
	return k + 1 >= 2 && n - (k + 1) >= 2;
}

static void line_notes(const struct ptext *t, const struct line *ln, struct unit *u)
{
	for (size_t i = 0; i < t->n_marks; i++)
		if (t->marks[i].cluster >= ln->from && t->marks[i].cluster < ln->next) {
			if (!u->n_notes)
				u->notes = &t->marks[i];
			u->n_notes++;
		}
}

static void add_para(struct gatherer *g, const struct node *n)
{
	struct ptext *t = lay_text(g->l, n, NULL);
	struct block *b = lay_block(g->l, t, g->width, g->prev_width);
	bool keep = keeps_next(g, b);
	lay_guards(g->l, b);
	for (uint32_t k = 0; k < b->n_lines; k++) {
		struct unit u = {.b = b, .line = k, .h = b->lines[k].h, .hang = b->lines[k].lead, .may_break = may_part(b, k, keep)};
		if (k == 0) {
			u.new_page = n->u.para.look && n->u.para.look->page_break;
			u.gap = lay_gap(g->l, g->after, b->before);
			u.h += b->pad_top;
		}
		if (k + 1 == b->n_lines)
			u.h += b->pad_bottom;
		line_notes(t, &b->lines[k], &u);
		ARENA_PUSH(g->l->a, g->out->v, g->out->n, g->out->cap, u);
	}
	g->after = b->after;
	if (t->style->box == BOX_NONE)
		g->prev_width = block_last_width(b);
}

struct mark *lay_row_notes(struct lay *l, const struct trow *r, const uint32_t *from, const uint32_t *to, size_t *count)
{
	struct mark *all = NULL;
	size_t n = 0, cap = 0;
	for (size_t k = 0; k < r->n_cells; k++) {
		bool merged = r->cells[k].rows > 1; /* its notes stand where it begins */
		if (r->cells[k].again)
			continue;
		size_t end = to && !merged ? to[k] : merged && from ? 0 : r->cells[k].s->n;
		for (size_t i = from && !merged ? from[k] : 0; i < end; i++) {
			const struct vline *v = &r->cells[k].s->v[i];
			struct unit one = {0};
			line_notes(v->b->t, &v->b->lines[v->line], &one);
			for (size_t j = 0; j < one.n_notes; j++)
				ARENA_PUSH(l->a, all, n, cap, one.notes[j]);
		}
	}
	*count = n;
	return all;
}

/* A table begins a page where its first paragraph does. */
static bool table_begins_page(const struct node *n)
{
	const struct node *cell = n->first ? n->first->first : NULL, *p = cell ? cell->first : NULL;
	return p && p->kind == NODE_PARA && p->u.para.look && p->u.para.look->page_break;
}

static void add_table(struct gatherer *g, const struct node *n)
{
	struct grid *t = lay_grid(g->l, n, g->width);
	const struct table *tb = &n->u.table;
	for (size_t i = 0; i < t->n_rows; i++) {
		struct unit u = {.g = t, .row = i, .h = t->rows[i].h};
		bool last = i + 1 == t->n_rows;
		if (i == 0) {
			u.gap = g->prev && g->prev->kind == NODE_TABLE ? TABLE_GAP : g->after;
			u.new_page = table_begins_page(n);
		}
		u.may_break = last || (!tb->keep_whole && (t->no_repeat || i + 1 > t->n_header));
		u.own = t->rows[i].own;
		if (last && t->border)
			u.h += BORDER_W, u.own += BORDER_W;
		u.notes = lay_row_notes(g->l, &t->rows[i], NULL, NULL, &u.n_notes);
		ARENA_PUSH(g->l->a, g->out->v, g->out->n, g->out->cap, u);
	}
	g->after = 0;
	g->prev_width = 0;
}

void lay_units(struct lay *l, const struct node *section, bool hold, struct units *out)
{
	struct gatherer g = {.l = l, .out = out, .hold = hold, .width = lay_text_width(section)};
	const struct section *s = &section->u.section;
	g.page_room = s->page_h - s->top - s->bottom;
	for (const struct node *n = section->first; n; n = n->next) {
		if (n->kind == NODE_PARA)
			add_para(&g, n);
		else if (n->kind == NODE_TABLE)
			add_table(&g, n);
		g.prev = n;
	}
}
