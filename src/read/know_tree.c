/* The tree as the form has it: roles, letterhead and signatures in tables of their own, a section for each part. */
#include "read/know.h"
#include "base/utf8.h"
#include <string.h>

/* ---- text that stands in a table of the form and is none of it ---- */


static void take_out(struct know *k, struct kline *l, struct node *before)
{
	struct node *n = l->para, *cell = n->parent;
	doc_detach(n);
	if (!cell->first)
		doc_add(k->d, cell, NODE_PARA, n->pos);
	doc_insert(before->parent, before, n);
	if (n->u.para.role == ROLE_CELL)
		n->u.para.role = l->role = ROLE_BODY;
	l->block = n;
	l->cell = NULL;
	know_note(k, KNOW_LEFT, n->pos, utf8_short(k->a, l->s));
}

/* A table of which nothing was found to be the form's stays a table of the text. */
static bool of_form(const struct know *k, size_t i)
{
	const struct node *block = k->l[i].block;
	for (; i < k->n && k->l[i].block == block; i++)
		if (k->l[i].form && *k->l[i].s)
			return true;
	return false;
}

static void back_to_text(struct know *k, size_t i)
{
	struct node *block = k->l[i].block;
	block->u.table.role = TABLE_DATA;
	for (; i < k->n && k->l[i].block == block; i++) {
		k->l[i].form = false;
		k->l[i].role = k->l[i].sure ? k->l[i].role : ROLE_CELL;
	}
}

static void settle_tables(struct know *k)
{
	for (size_t i = 0; i < k->n; i++) {
		struct kline *l = &k->l[i];
		if (!l->cell || (i && k->l[i - 1].block == l->block))
			continue;
		if (!of_form(k, i)) {
			back_to_text(k, i);
			continue;
		}
		struct node *block = l->block;
		block->generated = true;
		block->u.table.keep_whole = true;
		for (size_t j = i; j < k->n && k->l[j].block == block; j++) {
			if (k->l[j].form || k->l[j].goes_on)
				continue;
			if (!*k->l[j].s)
				k->l[j].form = true;
			else
				take_out(k, &k->l[j], block);
		}
	}
}

/* ---- roles ---- */

static void settle_roles(struct know *k)
{
	for (size_t i = 0; i < k->n; i++) {
		struct kline *l = &k->l[i];
		if (!l->para || l->goes_on)
			continue;
		l->para->u.para.role = l->role;
		l->para->generated = l->form || (l->cell && l->block->generated);
		if (l->form && l->para->u.para.look == NULL)
			l->para->u.para.label = LABEL_NONE;
	}
}

/* ---- tables for what stands one below the other ---- */

/* Column of a line of the letterhead or the end; row: 0 or 1. */
static const struct seat { enum role role; bool sign; unsigned char row, col; } seats[] = {
	{ROLE_PARENT, false, 0, 0}, {ROLE_ISSUER, false, 0, 0}, {ROLE_STAR, false, 0, 0}, {ROLE_NATION, false, 0, 1}, {ROLE_MOTTO, false, 0, 1}, {ROLE_COPY_KIND, false, 0, 1},
	{ROLE_NUMBER, false, 1, 0}, {ROLE_SUBJECT_LETTER, false, 1, 0}, {ROLE_URGENCY, false, 1, 0}, {ROLE_DRAFT_MARK, false, 1, 0}, {ROLE_PLACE_DATE, false, 1, 1},
	{ROLE_RECIPIENTS, true, 0, 0}, {ROLE_RECIPIENT, true, 0, 0}, {ROLE_SIGN_TITLE, true, 0, 1}, {ROLE_SIGN_POSITION, true, 0, 1}, {ROLE_SIGN_NOTE, true, 0, 1}, {ROLE_SIGN_NAME, true, 0, 1}};

static const struct seat *seat_of(enum role r)
{
	for (size_t i = 0; i < sizeof seats / sizeof *seats; i++)
		if (seats[i].role == r)
			return &seats[i];
	return NULL;
}

static struct node *new_table(struct know *k, struct node *before, bool sign, struct pos pos)
{
	struct node *t = doc_add(k->d, NULL, NODE_TABLE, pos);
	t->u.table.role = sign ? TABLE_SIGN : TABLE_HEAD;
	t->u.table.n_cols = 2;
	t->u.table.keep_whole = t->generated = true;
	doc_insert(before->parent, before, t);
	for (int r = 0; r < (sign ? 1 : 2); r++) {
		struct node *row = doc_add(k->d, t, NODE_ROW, pos);
		for (size_t c = 0; c < 2; c++)
			doc_add(k->d, row, NODE_CELL, pos)->u.cell.col = c;
	}
	return t;
}

static struct node *cell_at(struct node *table, const struct seat *s)
{
	struct node *row = s->row ? table->last : table->first;
	return s->col ? row->last : row->first;
}

/* "Số: …/… Quảng Ngãi, ngày …" on one line: the date becomes a paragraph of its own. */
static struct node *cut_date(struct know *k, struct kline *l)
{
	struct number_line num;
	struct para *p = &l->para->u.para;
	if (l->role != ROLE_NUMBER || p->n_runs != 1 || p->runs[0].kind != RUN_TEXT || !know_number(k, l->s, &num) || !*num.rest)
		return NULL;
	struct node *n = doc_para(k->d, NULL, ROLE_PLACE_DATE, num.rest, 0, l->para->pos);
	p->runs[0].text = know_bare(k, arena_strndup(k->a, l->s, strlen(l->s) - strlen(num.rest)), "");
	n->generated = true;
	return n;
}

static void fill_empty(struct know *k, struct node *table)
{
	for (struct node *n = doc_walk(table, table); n; n = doc_walk(table, n))
		if (n->kind == NODE_CELL && !n->first)
			doc_add(k->d, n, NODE_PARA, table->pos)->generated = true;
}

/* Moves the loose lines of the letterhead, or of the end, into a table. */
static void gather(struct know *k, struct kpart *p, bool sign)
{
	struct node *table = NULL;
	const struct seat *last = NULL;
	for (size_t i = p->from; i < p->to; i++) {
		struct kline *l = &k->l[i];
		const struct seat *s = l->form && l->para && !l->cell && !l->goes_on ? seat_of(l->role) : NULL;
		bool drawn = l->form && l->role == ROLE_RULE && last && !sign && !l->cell;
		if (l->cell && l->block->u.table.role == (sign ? TABLE_SIGN : TABLE_HEAD))
			table = NULL, last = NULL; /* the file has one */
		if (!s && !drawn) {
			if (l->para && !l->form)
				last = NULL;
			continue;
		}
		if (s && s->sign != sign) {
			last = NULL;
			continue;
		}
		s = s ? s : last;
		if (!table)
			table = new_table(k, l->block, sign, l->para->pos);
		last = s;
		struct node *date = cut_date(k, l), *n = l->para;
		doc_detach(n);
		doc_insert(cell_at(table, s), NULL, n);
		if (date)
			doc_insert(cell_at(table, seat_of(ROLE_PLACE_DATE)), NULL, date);
		l->block = table;
	}
	if (table)
		fill_empty(k, table);
}

/* ---- sections ---- */

/* The section of a part: its own, which begins with its first block. */
static struct node *section_of(struct know *k, const struct kpart *p)
{
	struct node *first = p->from < p->to ? k->l[p->from].block : NULL;
	if (!first) {
		struct node *s = doc_add(k->d, k->d->root, NODE_SECTION, p->meta->pos);
		s->u.section = k->d->root->first->u.section;
		return s;
	}
	struct node *old = first->parent;
	if (!first->prev)
		return old;
	struct node *s = doc_add(k->d, NULL, NODE_SECTION, first->pos);
	s->u.section = old->u.section;
	doc_insert(k->d->root, old->next, s);
	while (first) {
		struct node *next = first->next;
		doc_detach(first);
		doc_insert(s, NULL, first);
		first = next;
	}
	return s;
}

static void settle_sections(struct know *k)
{
	for (size_t i = 1; i < k->n_parts; i++) {
		struct kpart *p = &k->parts[i];
		p->section = section_of(k, p);
		p->section->u.section.annex = p->kind == PART_ANNEX;
		p->meta->landscape = k->looks && p->section->u.section.landscape;
	}
	k->parts[0].section = k->d->root->first;
}

void know_tree(struct know *k)
{
	settle_tables(k);
	settle_roles(k);
	for (size_t i = 0; i < k->n_parts; i++) {
		gather(k, &k->parts[i], false);
		gather(k, &k->parts[i], true);
	}
	settle_sections(k);
}
