#ifndef LAYOUT_PARTS_H
#define LAYOUT_PARTS_H
/* Paragraphs and tables to lay out, and what stands where on the pages. */
#include "layout_fixture.h"

static inline struct node *body(const char *text) { return doc_para(d, section, ROLE_BODY, text, 0, nowhere); }

static inline struct node *cell_text(struct node *row, size_t col, enum role role, const char *text)
{
	struct node *c = doc_add(d, row, NODE_CELL, nowhere);
	c->u.cell.col = col;
	doc_para(d, c, role, text, 0, nowhere);
	return c;
}

static inline struct node *table(size_t cols, enum table_role role, bool border)
{
	struct node *t = doc_add(d, section, NODE_TABLE, nowhere);
	t->u.table.role = role;
	t->u.table.n_cols = cols;
	t->u.table.border = border;
	t->u.table.keep_whole = role != TABLE_DATA;
	return t;
}

static inline const struct item *item_of(const struct pages *p, const char *text, size_t *page)
{
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->v[i].n_items; k++) {
			const struct item *it = &p->v[i].items[k];
			if (it->kind == ITEM_TEXT && it->text_len >= strlen(text) && memmem(it->text, it->text_len, text, strlen(text))) {
				if (page)
					*page = i;
				return it;
			}
		}
	return NULL;
}

/* Lines of one paragraph on a page. */
static inline int lines_on(const struct pages *p, size_t page, const struct node *para)
{
	int n = 0;
	for (size_t k = 0; page < p->n && k < p->v[page].n_items; k++)
		n += p->v[page].items[k].node == para && p->v[page].items[k].line_start;
	return n;
}
#endif
