/* Blocks whose lines stand side by side, parted by room: the letterhead, the recipients beside the signature, several signers. They become
 * tables without borders, as a word processor would have them. */
#include "read/plain.h"
#include "base/utf8.h"
#include <string.h>

enum { PIECES = 4, GAP = 2, WIDE = 3, HEAD_BEFORE = 6, HEAD_LINES = 22, END_LINES = 70, LEFT = 6 };

/* A stretch of a line without wide room in it; columns from 0. */
struct piece { const char *s; size_t from, to; };

static const char *start(const struct pline *l) { return l->s + l->indent; }

static void add_piece(struct plain *p, struct piece *v, size_t *n, const char *s, size_t bytes, size_t col)
{
	const char *text = arena_strndup(p->a, s, bytes);
	if (*n < PIECES)
		v[(*n)++] = (struct piece){text, col, col + utf8_count(text, bytes)};
}

/* The motto's first line may touch the name beside it. */
static const char *touching(const char *s, const char *e)
{
	static const char nation[] = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA";
	const char *at = strstr(s, nation);
	return at && at > s && at < e ? at : NULL;
}

static size_t cut(struct plain *p, size_t i, size_t gap, struct piece *v)
{
	const char *s = start(&p->l[i]);
	size_t n = 0, col = p->l[i].indent;
	while (*s) {
		const char *e = s;
		while (*e && !(*e == ' ' && strspn(e, " ") >= gap))
			e++;
		const char *mid = touching(s, e);
		if (mid) {
			add_piece(p, v, &n, s, (size_t)(mid - s) - (mid[-1] == ' '), col);
			col += utf8_count(s, (size_t)(mid - s));
			s = mid;
		}
		add_piece(p, v, &n, s, (size_t)(e - s), col);
		col += utf8_count(s, (size_t)(e - s));
		col += strspn(e, " ");
		s = e + strspn(e, " ");
	}
	return n;
}

/* ---- tables ---- */

static struct node *new_table(struct plain *p, size_t i, size_t cols)
{
	struct node *t = doc_add(p->d, p->section, NODE_TABLE, plain_pos(p, i, 0));
	t->u.table.n_cols = cols;
	return t;
}

static struct node *new_row(struct plain *p, struct node *table, size_t i)
{
	struct node *row = doc_add(p->d, table, NODE_ROW, plain_pos(p, i, 0));
	for (size_t c = 0; c < table->u.table.n_cols; c++)
		doc_add(p->d, row, NODE_CELL, plain_pos(p, i, 0))->u.cell.col = c;
	return row;
}

static struct node *cell_of(struct node *row, size_t col)
{
	struct node *c = row->first;
	while (c->next && col--)
		c = c->next;
	return c;
}

static void put_piece(struct plain *p, struct node *cell, size_t i, const struct piece *x)
{
	plain_para(p, cell, ROLE_CELL, plain_tidy(p, x->s), plain_pos(p, i, x->from));
}

static void close_table(struct plain *p, struct node *table)
{
	for (struct node *n = doc_walk(table, table); n; n = doc_walk(table, n))
		if (n->kind == NODE_CELL && !n->first)
			doc_add(p->d, n, NODE_PARA, table->pos)->u.para.role = ROLE_CELL;
}

/* ---- the letterhead ---- */

/* Whether a piece is one that stands at the right of a letterhead and nowhere else. */
static bool at_right(struct plain *p, const struct piece *x)
{
	struct kline l = plain_line(p, x->s);
	bool party;
	const char *place;
	struct date d;
	return know_nation(&l, &party) || know_motto(&l) || know_copy(&l) >= 0 || know_place_date(&p->words, plain_tidy(p, x->s), &place, &d);
}

/* Line of the Quốc hiệu, or of the kind of copy, that a letterhead from i on has beside a name; n: none. */
static size_t head_line(struct plain *p, size_t i, size_t *split)
{
	struct piece v[PIECES];
	bool left = false;
	for (size_t j = i; j < p->n && j < i + HEAD_BEFORE; j++) {
		size_t n = p->l[j].gone ? 0 : cut(p, j, GAP, v);
		if (n > 2 || (n && v[0].to - v[0].from > 90))
			break;
		for (size_t k = 0; k < n; k++) {
			struct kline l = plain_line(p, v[k].s);
			bool party;
			if ((know_nation(&l, &party) || know_copy(&l) >= 0) && v[k].from > p->base + LEFT && (left || k || j + 1 < p->n)) {
				*split = v[k].from;
				return j;
			}
		}
		left = left || n;
		if (n && !plain_line(p, v[0].s).caps)
			break;
	}
	return p->n;
}

static size_t split_of(struct plain *p, size_t i, size_t split)
{
	struct piece v[PIECES];
	for (size_t j = i; j < p->n && j < i + HEAD_LINES; j++)
		for (size_t n = cut(p, j, GAP, v), k = 0; k < n; k++)
			if (v[k].from > p->base + LEFT && v[k].from < split && at_right(p, &v[k]))
				split = v[k].from;
	return split;
}

static bool ends_head(struct plain *p, const struct piece *v, size_t n, size_t split)
{
	struct kline l = plain_line(p, v[0].s);
	const char *rest;
	if (know_addressee(&l, &rest) || (n == 1 && know_kind(&l)))
		return true;
	return n > 2 || (v[0].from + GAP < split && v[0].to > split + GAP && !at_right(p, &v[0]) && (n == 1 || v[1].from < v[0].to));
}

static size_t letterhead(struct plain *p, size_t i)
{
	struct piece v[PIECES];
	size_t split = 0, first = head_line(p, i, &split), j;
	bool dated = false;
	if (first == p->n)
		return i;
	split = split_of(p, i, split);
	struct node *table = new_table(p, i, 2), *row = new_row(p, table, i);
	for (j = i; j < p->n && j < i + HEAD_LINES; j++) {
		if (p->l[j].gone)
			continue;
		size_t n = cut(p, j, GAP, v);
		bool right_too = n && v[n - 1].from + GAP >= split; /* below the date only the subject of a công văn stands, at the left */
		if (j > first && (ends_head(p, v, n, split) || (dated && (right_too || p->l[j].blank > 2 || p->l[j].page))))
			break;
		for (size_t k = 0; k < n; k++) {
			bool right = v[k].from + GAP >= split || at_right(p, &v[k]);
			struct date d;
			const char *place;
			put_piece(p, cell_of(row, right), j, &v[k]);
			dated = dated || know_place_date(&p->words, plain_tidy(p, v[k].s), &place, &d);
		}
	}
	close_table(p, table);
	return j;
}

/* ---- the end ---- */

static bool is_title(struct plain *p, const struct piece *x)
{
	struct kline l = plain_line(p, x->s);
	return l.caps && know_sign_title(&l);
}

static bool is_label(struct plain *p, const struct piece *x)
{
	struct kline l = plain_line(p, x->s);
	return know_recipients(&l);
}

/* Whether the recipients begin at line i, or titles at the right do with the recipients below. */
static bool end_starts(struct plain *p, size_t i)
{
	struct piece v[PIECES];
	size_t n = cut(p, i, WIDE, v);
	if (is_label(p, &v[0]))
		return true;
	if (n != 1 || v[0].from < p->base + 20 || !is_title(p, &v[0]))
		return false;
	for (size_t j = i + 1; j < p->n && j < i + 4; j++)
		if (!p->l[j].gone && cut(p, j, WIDE, v) && is_label(p, &v[0]))
			return true;
	return false;
}

struct closing { bool filed, open, named; };

/* Whether a line goes on with the block: nothing begins that belongs elsewhere. */
static bool in_closing(struct plain *p, size_t j, const struct piece *v, size_t n, const struct closing *c)
{
	struct kline l = plain_line(p, v[0].s);
	const char *label, *title;
	bool left = v[0].from < p->base + LEFT;
	if (know_annex(&p->words, &l, &label, &title) || (p->l[j].page && c->named))
		return false;
	if (left && n == 1 && !know_begins(l.s, "-") && !c->open)
		return false;
	return !(c->filed && c->named && !c->open && left);
}

static void note_left(struct closing *c, const char *s)
{
	c->filed = c->filed || know_begins(s, "- Lưu");
	c->open = !(know_ends(s, ";") || know_ends(s, ",") || know_ends(s, ".") || know_ends(s, ":"));
}

static size_t recipients(struct plain *p, size_t i)
{
	struct piece v[PIECES];
	struct closing c = {false, false, false};
	size_t j;
	if (!end_starts(p, i))
		return i;
	struct node *table = new_table(p, i, 2), *row = new_row(p, table, i);
	for (j = i; j < p->n && j < i + END_LINES; j++) {
		if (p->l[j].gone)
			continue;
		size_t n = cut(p, j, WIDE, v);
		if (j > i && !is_label(p, &v[0]) && !in_closing(p, j, v, n, &c))
			break;
		for (size_t k = 0; k < n; k++) {
			struct kline l = plain_line(p, v[k].s);
			bool left = v[k].from < p->base + LEFT;
			put_piece(p, cell_of(row, !left), j, &v[k]);
			if (left)
				note_left(&c, v[k].s);
			else
				c.named = c.named || know_person(&l);
		}
	}
	close_table(p, table);
	return j;
}

/* ---- several signers ---- */

static size_t column_of(const struct piece *x, const size_t *centres, size_t n)
{
	size_t best = 0, at = (x->from + x->to) / 2, least = (size_t)-1;
	for (size_t c = 0; c < n; c++) {
		size_t d = at > centres[c] ? at - centres[c] : centres[c] - at;
		if (d < least) {
			best = c;
			least = d;
		}
	}
	return best;
}

static bool signer_piece(struct plain *p, const struct piece *x)
{
	struct kline l = plain_line(p, x->s);
	return (l.caps && x->to - x->from < 60) || know_person(&l) || know_sign_title(&l);
}

/* Titles, or the names of the bodies that sign jointly with titles below. */
static bool titles_abreast(struct plain *p, size_t i, const struct piece *v, size_t n)
{
	struct piece below[PIECES];
	struct kline l = plain_line(p, v[0].s), r = plain_line(p, v[1].s);
	if (is_title(p, &v[0]) && is_title(p, &v[1]))
		return true;
	return l.caps && r.caps && know_body_name(&l) && know_body_name(&r) && i + 1 < p->n && !p->l[i + 1].gone && cut(p, i + 1, WIDE, below) == n &&
		is_title(p, &below[0]);
}

static size_t abreast(struct plain *p, size_t i)
{
	struct piece v[PIECES];
	size_t n = cut(p, i, WIDE, v), centres[PIECES], j;
	bool named[PIECES] = {false};
	if (n < 2 || !titles_abreast(p, i, v, n))
		return i;
	for (size_t k = 0; k < n; k++)
		centres[k] = (v[k].from + v[k].to) / 2;
	struct node *table = new_table(p, i, n), *row = new_row(p, table, i);
	for (j = i; j < p->n && j < i + END_LINES; j++) {
		size_t m = p->l[j].gone ? 0 : cut(p, j, WIDE, v);
		bool fits = true, again = false;
		for (size_t k = 0; k < m; k++) {
			fits = fits && signer_piece(p, &v[k]) && !is_label(p, &v[k]);
			again = again || (is_title(p, &v[k]) && named[column_of(&v[k], centres, n)]);
		}
		if (!fits)
			break;
		if (again) {
			row = new_row(p, table, j);
			memset(named, 0, sizeof named);
		}
		for (size_t k = 0; k < m; k++) {
			struct kline l = plain_line(p, v[k].s);
			size_t col = column_of(&v[k], centres, n);
			put_piece(p, cell_of(row, col), j, &v[k]);
			named[col] = named[col] || know_person(&l);
		}
	}
	close_table(p, table);
	return j;
}

size_t plain_columns(struct plain *p, size_t i)
{
	static size_t (*const blocks[])(struct plain *, size_t) = {letterhead, abreast, recipients, plain_table};
	size_t next = i;
	for (size_t k = 0; k < sizeof blocks / sizeof *blocks && next == i && p->laid; k++)
		next = blocks[k](p, i);
	return next;
}
