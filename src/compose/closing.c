/* The closing: recipients at the left, signature at the right; several signers side by side, the recipients below
 * (Phụ lục I, Phần I, Mục IV; forms 1.1–1.10). */
#include <string.h>

#include "compose/inner.h"

enum { ROOM_ABOVE = 120, ROOM_BETWEEN = 360, MAX_COLS = 3};

static struct node *cell_of(struct ctx *c, struct node *row, size_t col, size_t span)
{
	return compose_cell(c, row, col, span);
}

/* A cell must hold a paragraph; room stands above its first. */
static void settle(struct ctx *c, struct node *cell, twip room)
{
	if (cell->first == NULL)
		compose_in(c, cell, ROLE_RECIPIENT, NULL, c->meta->pos);
	else
		cell->first->u.para.space_before = room;
}

/* The signature is never alone on a page: what stands before it comes along. */
static void keep_with(struct node *n)
{
	if (n == NULL)
		return;
	if (n->kind == NODE_PARA)
		n->u.para.keep_next = true;
	if (n->kind == NODE_TABLE && n->last != NULL)
		for (struct node *p = doc_walk(n->last, n->last); p != NULL; p = doc_walk(n->last, p))
			if (p->kind == NODE_PARA)
				p->u.para.keep_next = true;
}

static struct node *sign_table(struct ctx *c, struct node *section, size_t n_cols)
{
	struct place at = { section, NULL};

	keep_with(section->last);
	/* Two tables that touch become one in a DOCX. */
	if (section->last != NULL && section->last->kind == NODE_TABLE)
		compose_para(c, at, ROLE_RECIPIENT, NULL, c->meta->pos)->u.para.keep_next = true;
	return compose_table(c, at, TABLE_SIGN, n_cols);
}

/* In minutes the secretary stands at the left, the chair at the right (form 1.9). */
static bool is_chair(struct ctx *c, const struct signer *s)
{
	return compose_given(&s->role) && compose_begins(c, s->role.s, "chủ");
}

/* Signers in the order of their columns; *n of them, those who confirm left out. */
static const struct signer **in_order(struct ctx *c, const struct meta *m, size_t *n)
{
	const struct signer **v = ARENA_ARRAY(c->a, const struct signer *, m->n_signers + 1);

	*n = 0;
	for (int chair = 0; chair < 2; chair++)
		for (size_t i = 0; i < m->n_signers; i++) {
			const struct signer *s = &m->signers[i];

			if (compose_has_signer(s) && !compose_confirms(c, s) && is_chair(c, s) == (chair == 1))
				v[(*n)++] = s;
		}
	return v;
}

static void confirmation(struct ctx *c, struct node *table, const struct meta *m)
{
	for (size_t i = 0; i < m->n_signers; i++) {
		struct node *row, *cell;

		if (!compose_confirms(c, &m->signers[i]))
			continue;
		row = compose_row(c, table);
		cell = cell_of(c, row, 0, 1);
		compose_signer_titles(c, cell, &m->signers[i]);
		compose_signer_name(c, cell, &m->signers[i]);
		settle(c, cell, ROOM_BETWEEN);
		settle(c, cell_of(c, row, 1, table->u.table.n_cols - 1), 0);
	}
}

static void one_signer(struct ctx *c, struct node *section, const struct meta *m, const struct signer *s)
{
	static const struct signer nobody;
	struct node *table = sign_table(c, section, 2), *row = compose_row(c, table);
	struct node *left = cell_of(c, row, 0, 1), *right = cell_of(c, row, 1, 1);

	compose_recipients(c, left, m);
	compose_signer_titles(c, right, s != NULL ? s : &nobody);
	compose_signer_name(c, right, s != NULL ? s : &nobody);
	settle(c, left, ROOM_ABOVE);
	settle(c, right, ROOM_ABOVE);
	confirmation(c, table, m);
}

/* Signers side by side: a row of titles and a row of names. */
static void abreast(struct ctx *c, struct node *table, const struct signer **v, size_t n, twip room)
{
	struct node *titles = compose_row(c, table), *names = compose_row(c, table), *cell;

	for (size_t k = 0; k < table->u.table.n_cols; k++) {
		cell = cell_of(c, titles, k, 1);
		if (k < n)
			compose_signer_titles(c, cell, v[k]);
		settle(c, cell, room);
		cell = cell_of(c, names, k, 1);
		cell->u.cell.valign = 2;
		if (k < n)
			compose_signer_name(c, cell, v[k]);
		settle(c, cell, 0);
	}
}

static void many_signers(struct ctx *c, struct node *section, const struct meta *m, const struct signer **v, size_t n)
{
	size_t cols = n == 2 || n == 4 ? 2 : MAX_COLS;
	struct node *table = sign_table(c, section, cols), *cell;

	for (size_t i = 0; i < n; i += cols)
		abreast(c, table, v + i, n - i < cols ? n - i : cols, i == 0 ? ROOM_ABOVE : ROOM_BETWEEN);
	confirmation(c, table, m);
	if (m->recipients.n == 0)
		return;
	cell = cell_of(c, compose_row(c, table), 0, cols);
	compose_recipients(c, cell, m);
	settle(c, cell, ROOM_BETWEEN);
}

void compose_closing(struct ctx *c, struct node *section, const struct meta *m, const struct kind *k)
{
	size_t n;
	const struct signer **v = in_order(c, m, &n);

	(void)k;
	if (n <= 1)
		one_signer(c, section, m, n == 1 ? v[0] : NULL);
	else
		many_signers(c, section, m, v, n);
}
