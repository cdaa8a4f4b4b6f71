/* Tables of a laid-out text: rows that count from 1 below a header "TT", columns parted by corridors that no line of theirs crosses. Where
 * a row does not fill all its columns in its first line (cells may be joined there), nothing is certain and the lines stay lines. */
#include "read/plain.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

enum { COLS = 12, WIDTH = 400, ROWS = 500, HEADER = 4, GAP = 2, FEW = 6, ROW_LINES = 60 };

struct grid {
	size_t first, end;          /* lines of the rows */
	size_t header;              /* first line of the header */
	size_t from[COLS], to[COLS]; /* columns of characters, to not included */
	size_t n;
	size_t rows[ROWS], n_rows;  /* their first lines */
};

static const char *start(const struct pline *l) { return l->s + l->indent; }

/* The number that a line begins with, room behind it; 0: none. */
static int counted(const struct pline *l)
{
	const char *s = start(l);
	size_t n = strspn(s, "0123456789");
	return n && n <= 3 && !strncmp(s + n, "  ", GAP) ? atoi(s) : 0;
}

static bool is_header(const struct pline *l)
{
	const char *s = start(l);
	return know_begins(s, "TT  ") || know_begins(s, "STT  ");
}

/* The stretch of a line between two columns of characters, in the arena. */
static const char *stretch(struct plain *p, size_t i, size_t from, size_t to)
{
	const char *s = p->l[i].s, *e = s + strlen(s), *a = NULL;
	size_t col = 0;
	for (; s < e && col < to; col++) {
		if (col == from)
			a = s;
		utf8_next(&s, e);
	}
	if (!a)
		return "";
	while (s > a && s[-1] == ' ')
		s--;
	while (a < s && *a == ' ')
		a++;
	return arena_strndup(p->a, a, (size_t)(s - a));
}

/* Where the second stretch of a line begins. */
static size_t second(const struct pline *l)
{
	const char *s = start(l), *gap = strstr(s, "  ");
	return gap ? l->indent + utf8_count(s, (size_t)(gap - s)) + strspn(gap, " ") : 0;
}

/* ---- rows ---- */

/* Whether a line repeats the header on a later page. */
static bool repeats(struct plain *p, const struct grid *g, size_t i)
{
	for (size_t h = g->header; h < g->first; h++)
		if (!p->l[h].gone && !strcmp(plain_tidy(p, start(&p->l[h])), plain_tidy(p, start(&p->l[i]))))
			return true;
	return false;
}

/* Whether a line of the next page goes on with the rows. */
static bool goes_over(struct plain *p, const struct grid *g, size_t i)
{
	for (size_t j = i; j < p->n && j < i + HEADER; j++)
		if (repeats(p, g, j) || is_header(&p->l[j]) || counted(&p->l[j]) == (int)g->n_rows + 1)
			return true;
	return false;
}

/* Rows from line first on: numbers one by one, and lines that go on to the right of them. False: they go on on the next page, where other
 * columns stand in other places. */
static bool find_rows(struct plain *p, struct grid *g)
{
	size_t left = second(&p->l[g->first]);
	for (g->end = g->first; g->end < p->n && g->n_rows < ROWS; g->end++) {
		const struct pline *l = &p->l[g->end];
		if (l->page || l->gone)
			return !(g->end + 1 < p->n && (goes_over(p, g, g->end) || goes_over(p, g, g->end + 1)));
		if (counted(l) == (int)g->n_rows + 1)
			g->rows[g->n_rows++] = g->end;
		else if (l->indent < left || (l->blank && !p->airy))
			return true;
	}
	return true;
}

/* ---- columns ---- */

static void occupy(const struct pline *l, bool *taken)
{
	size_t col = 0;
	for (const char *s = l->s, *e = s + strlen(s); s < e && col < WIDTH; col++) {
		uint32_t c = utf8_next(&s, e);
		/* a space between two words is none between two columns */
		taken[col] = taken[col] || c != ' ';
	}
}

/* Columns of lines [first, end) into g; least: characters between two. */
static void find_columns(struct plain *p, struct grid *g, size_t first, size_t end, size_t least)
{
	bool taken[WIDTH] = {false};
	size_t col = 0;
	for (size_t i = first; i < end; i++)
		occupy(&p->l[i], taken);
	for (g->n = 0; col < WIDTH && g->n < COLS;) {
		while (col < WIDTH && !taken[col])
			col++;
		if (col == WIDTH)
			return;
		g->from[g->n] = col;
		for (size_t free = 0; col < WIDTH && free < least; col++)
			free = taken[col] ? 0 : free + 1;
		g->to[g->n++] = col;
	}
}

/* The columns of the rows, if the header has as many. */
static bool same_columns(struct plain *p, struct grid *g)
{
	find_columns(p, g, g->header, g->first, GAP);
	size_t n = g->n;
	find_columns(p, g, g->first, g->end, g->end - g->first < FEW ? GAP : 1);
	return g->n == n;
}

/* Every row fills all columns in its first line. */
static bool certain(struct plain *p, const struct grid *g)
{
	if (g->n < 3 || g->n >= COLS || g->n_rows < 2)
		return false;
	for (size_t r = 0; r < g->n_rows; r++)
		if ((r + 1 < g->n_rows ? g->rows[r + 1] : g->end) - g->rows[r] > ROW_LINES)
			return false;
	for (size_t r = 0; r < g->n_rows; r++)
		for (size_t c = 0; c < g->n; c++)
			if (!*stretch(p, g->rows[r], g->from[c], c + 1 < g->n ? g->from[c + 1] : WIDTH))
				return false;
	return true;
}

/* ---- the header ---- */

/* Its stretches belong to the columns whose middle is nearest. */
static size_t nearest(const struct grid *g, size_t from, size_t to)
{
	size_t best = 0, least = (size_t)-1;
	for (size_t c = 0; c < g->n; c++) {
		size_t a = g->from[c] + g->to[c], b = from + to, d = a > b ? a - b : b - a;
		if (d < least) {
			best = c;
			least = d;
		}
	}
	return best;
}

static void join(struct plain *p, const char **cell, const char *s)
{
	s = plain_tidy(p, s);
	*cell = *cell && **cell && *s ? arena_printf(p->a, "%s %s", *cell, s) : *s ? s : *cell ? *cell : "";
}

static void header(struct plain *p, const struct grid *g, const char **cells)
{
	for (size_t i = g->header; i < g->first; i++) {
		size_t col = p->l[i].indent;
		for (const char *s = start(&p->l[i]); *s && !p->l[i].gone;) {
			const char *gap = strstr(s, "  ");
			size_t n = gap ? (size_t)(gap - s) : strlen(s), chars = utf8_count(s, n);
			join(p, &cells[nearest(g, col, col + chars)], arena_strndup(p->a, s, n));
			s += n;
			col += chars + strspn(s, " ");
			s += strspn(s, " ");
		}
	}
}

/* ---- the table ---- */

static void put_row(struct plain *p, const struct grid *g, struct node *table, const char **cells, bool head, size_t line)
{
	struct node *row = doc_add(p->d, table, NODE_ROW, plain_pos(p, line, 0));
	row->u.row.header = head;
	for (size_t c = 0; c < g->n; c++) {
		struct node *cell = doc_add(p->d, row, NODE_CELL, row->pos);
		cell->u.cell.col = c;
		plain_para(p, cell, head ? ROLE_CELL_HEAD : ROLE_CELL, cells[c] ? cells[c] : "", row->pos);
	}
}

static void put_rows(struct plain *p, const struct grid *g, struct node *table)
{
	for (size_t r = 0; r < g->n_rows; r++) {
		const char *cells[COLS] = {NULL};
		size_t end = r + 1 < g->n_rows ? g->rows[r + 1] : g->end;
		for (size_t i = g->rows[r]; i < end; i++)
			for (size_t c = 0; c < g->n; c++)
				join(p, &cells[c], stretch(p, i, g->from[c], c + 1 < g->n ? g->from[c + 1] : WIDTH));
		put_row(p, g, table, cells, false, g->rows[r]);
	}
}

size_t plain_table(struct plain *p, size_t i)
{
	struct grid *g = ARENA_NEW(p->a, struct grid);
	const char *cells[COLS] = {NULL};
	size_t h = i;
	while (h < p->n && h < i + 2 && !is_header(&p->l[h]))
		h++; /* a line of the header may stand above "TT" */
	if (h >= p->n || !is_header(&p->l[h]) || (h > i && !strstr(start(&p->l[i]), "  ") && p->l[i].indent < p->base + 10))
		return i;
	g->header = i;
	g->first = h + 1;
	while (g->first < p->n && g->first < h + HEADER && counted(&p->l[g->first]) != 1)
		g->first++;
	if (g->first >= p->n || counted(&p->l[g->first]) != 1)
		return i;
	if (!find_rows(p, g) || !same_columns(p, g) || !certain(p, g))
		return i;
	struct node *table = doc_add(p->d, p->section, NODE_TABLE, plain_pos(p, i, 0));
	table->u.table.border = table->u.table.rows_split = true;
	table->u.table.n_cols = g->n;
	table->u.table.n_header = 1;
	header(p, g, cells);
	put_row(p, g, table, cells, true, h);
	put_rows(p, g, table);
	for (size_t k = g->first; k < g->end; k++)
		p->l[k].gone = true; /* not to be counted again */
	return g->end;
}
