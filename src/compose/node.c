#include <string.h>

#include "base/utf8.h"
#include "compose/inner.h"

#define NBSP "\xc2\xa0"

static struct node *marked(struct node *n)
{
	if (n != NULL)
		n->generated = true;
	return n;
}

static void para_defaults(struct node *n, enum role r)
{
	n->u.para.role = r;
	n->u.para.align = -1;
	n->u.para.outline = -1;
}

struct node *compose_para(struct ctx *c, struct place at, enum role r, const char *s, struct pos pos)
{
	struct node *n = marked(doc_add(c->d, NULL, NODE_PARA, pos));

	para_defaults(n, r);
	compose_text(c, n, s, 0);
	doc_insert(at.section, at.ref, n);
	return n;
}

struct node *compose_in(struct ctx *c, struct node *cell, enum role r, const char *s, struct pos pos)
{
	struct node *n = marked(doc_add(c->d, cell, NODE_PARA, pos));

	para_defaults(n, r);
	compose_text(c, n, s, 0);
	return n;
}

struct node *compose_table(struct ctx *c, struct place at, enum table_role r, size_t n_cols)
{
	struct node *n = marked(doc_add(c->d, NULL, NODE_TABLE, c->meta->pos));

	n->u.table.role = r;
	n->u.table.n_cols = n_cols;
	n->u.table.keep_whole = true;
	doc_insert(at.section, at.ref, n);
	return n;
}

struct node *compose_row(struct ctx *c, struct node *table)
{
	return marked(doc_add(c->d, table, NODE_ROW, table->pos));
}

struct node *compose_cell(struct ctx *c, struct node *row, size_t col, size_t span)
{
	struct node *n = marked(doc_add(c->d, row, NODE_CELL, row->pos));

	n->u.cell.col = col;
	n->u.cell.span_cols = span;
	n->u.cell.span_rows = 1;
	n->u.cell.align = -1;
	return n;
}

struct node *compose_loose_cell(struct ctx *c)
{
	struct node *n = marked(doc_add(c->d, NULL, NODE_CELL, c->meta->pos));

	n->u.cell.span_cols = n->u.cell.span_rows = 1;
	n->u.cell.align = -1;
	return n;
}

const char *compose_blank(struct ctx *c, size_t n)
{
	char *s = arena_alloc(c->a, 2 * n + 1);

	for (size_t i = 0; i < n; i++)
		memcpy(s + 2 * i, NBSP, 2);
	return s;
}

/* Bytes of a slot at s, *wide its no-break spaces; 0 if there is none. */
static size_t slot_at(const char *s, size_t *wide)
{
	size_t n = 0, len;

	while (memcmp(s + 2 * n, NBSP, 1) == 0 && s[2 * n + 1] == NBSP[1])
		n++;
	if (n >= 2) {
		*wide = n;
		return 2 * n;
	}
	if (*s != '[')
		return 0;
	for (len = 1, n = 0; s[len] == ' ' || s[len] == NBSP[0]; n++) {
		if (s[len] == NBSP[0] && s[len + 1] != NBSP[1])
			return 0;
		len += s[len] == ' ' ? 1 : 2;
	}
	*wide = n;
	return n > 0 && s[len] == ']' ? len + 1 : 0;
}

void compose_text(struct ctx *c, struct node *para, const char *s, unsigned attrs)
{
	const char *from = s;

	if (s == NULL)
		return;
	for (;;) {
		size_t wide = 0, slot = slot_at(s, &wide);

		if (slot == 0 && *s != '\0' && *s != '\n') {
			s++;
			continue;
		}
		if (s > from)
			doc_run(c->d, para, RUN_TEXT, arena_strndup(c->a, from, (size_t)(s - from)), attrs);
		if (*s == '\0')
			return;
		if (slot > 0)
			doc_run(c->d, para, RUN_SLOT, compose_blank(c, wide), attrs);
		else
			doc_run(c->d, para, RUN_BREAK, NULL, attrs);
		s += slot > 0 ? slot : 1;
		from = s;
	}
}

bool compose_given(const struct text *t)
{
	return t->s != NULL && t->s[strspn(t->s, " \t\n")] != '\0';
}

const char *compose_bare(struct ctx *c, const char *s, const char *end)
{
	size_t n;

	s += strspn(s, " \t\n");
	n = strlen(s);
	while (n > 0 && (strchr(" \t\n", s[n - 1]) != NULL || strchr(end, s[n - 1]) != NULL))
		n--;
	return arena_strndup(c->a, s, n);
}

bool compose_begins(struct ctx *c, const char *s, const char *key)
{
	const char *k = viet_fold(c->a, key);

	return strncmp(viet_fold(c->a, s), k, strlen(k)) == 0;
}

bool compose_ends(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && memcmp(s + n - m, end, m) == 0;
}

void compose_join(struct buf *out, const char *sep, const char *s)
{
	if (out->len > 0)
		buf_puts(out, sep);
	buf_puts(out, s);
}

const char *compose_keep(struct ctx *c, struct buf *b)
{
	const char *s = arena_strndup(c->a, b->data != NULL ? b->data : "", b->len);

	buf_free(b);
	return s;
}

const char *compose_issuers(struct ctx *c, const struct meta *m, const char *sep)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < m->n_issuers; i++)
		if (compose_given(&m->issuers[i].name))
			compose_join(&b, sep, utf8_one_line(c->a, compose_bare(c, m->issuers[i].name.s, "")));
	return compose_keep(c, &b);
}
