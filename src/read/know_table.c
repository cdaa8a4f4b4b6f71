/* Tables and notes of the text: how cells stand, blanks, empty paragraphs. */
#include "read/know.h"

/* Where the text of a cell stands, if all its paragraphs agree and it is not where text stands anyhow; else -1. */
static int cell_align(const struct node *cell)
{
	int align = -1;
	for (const struct node *n = cell->first; n; n = n->next) {
		if (n->kind != NODE_PARA || !n->u.para.look)
			return -1;
		int own = n->u.para.align >= 0 ? n->u.para.align : (int)n->u.para.look->style.align;
		if (align >= 0 && own != align)
			return -1;
		align = own;
	}
	return align == ALIGN_LEFT ? -1 : align;
}

static void settle_notes(struct know *k)
{
	for (size_t i = 0; i < k->d->n_notes; i++) {
		struct node *next;
		for (struct node *n = k->d->notes[i]->first; n; n = next) {
			next = n->next;
			know_slots(k, &n->u.para);
			if (!*doc_text(k->d, n))
				doc_detach(n); /* says nothing */
		}
	}
}

void know_tables(struct know *k)
{
	settle_notes(k);
	for (struct node *n = doc_walk(k->d->root, k->d->root); n; n = doc_walk(k->d->root, n)) {
		if (n->kind == NODE_PARA && n->parent->kind == NODE_CELL)
			know_slots(k, &n->u.para);
		if (n->kind != NODE_CELL || n->u.cell.align >= 0 || n->parent->parent->u.table.role != TABLE_DATA || n->parent->u.row.header)
			continue;
		n->u.cell.align = (int8_t)cell_align(n);
	}
}
