/* What the form gives tables of the text that the draft leaves open: the column of running numbers is centred, labels of
 * merged cells and of the header stand in the middle, text keeps its distance below a table. */
#include <string.h>

#include "compose/inner.h"

static const twip below_table = 120; /* as between paragraphs */
static const twip above_signatures = 80; /* besides the room below the last paragraph */

/* "TT", "STT", "Số TT": a column of running numbers. */
static bool counts_rows(struct ctx *c, const struct node *cell)
{
	const char *s = viet_fold(c->a, doc_text(c->d, cell));
	return !strcmp(s, "tt") || !strcmp(s, "stt") || !strcmp(s, "sott") || !strcmp(s, "sothutu");
}

static const struct node *head_of(const struct node *table, size_t col)
{
	const struct node *row = table->first;
	for (const struct node *k = row && row->u.row.header ? row->first : NULL; k; k = k->next)
		if (k->u.cell.col == col && k->u.cell.span_cols == 1)
			return k;
	return NULL;
}

static void dress(struct ctx *c, struct node *table)
{
	for (size_t col = 0; col < table->u.table.n_cols && col < 2; col++) {
		const struct node *head = head_of(table, col);
		bool centre = head && counts_rows(c, head);
		for (struct node *r = table->first; centre && r; r = r->next)
			for (struct node *k = r->first; k; k = k->next)
				if (k->u.cell.col == col && k->u.cell.span_cols == 1 && k->u.cell.align < 0)
					k->u.cell.align = ALIGN_CENTER;
	}
	for (struct node *r = table->first; r; r = r->next)
		for (struct node *k = r->first; k; k = k->next)
			if ((r->u.row.header || k->u.cell.span_rows > 1) && k->u.cell.valign == 0)
				k->u.cell.valign = 1;
}

static void part_from_text(struct node *signatures)
{
	for (struct node *k = signatures->first ? signatures->first->first : NULL; k; k = k->next)
		if (k->first && k->first->u.para.space_before < above_signatures)
			k->first->u.para.space_before = above_signatures;
}

void compose_tables(struct ctx *c)
{
	for (struct node *s = c->d->root->first; s; s = s->next)
		for (struct node *n = s->first; n; n = n->next) {
			if (n->kind == NODE_TABLE && n->u.table.role == TABLE_SIGN && n->prev && n->prev->kind == NODE_PARA)
				part_from_text(n);
			if (n->kind != NODE_TABLE || n->u.table.role != TABLE_DATA)
				continue;
			dress(c, n);
			if (n->next && n->next->kind == NODE_PARA && n->next->u.para.space_before < below_table)
				n->next->u.para.space_before = below_table;
		}
}
