/* What a paragraph or a table could not keep: words cut, characters that no font has. Told once each, at their place. */
#include <math.h>
#include "base/file.h"
#include "base/utf8.h"
#include "layout/lay.h"
#include "layout/msg.h"

enum { WORD_SHOWN = 40 }; /* letters of a long word that a finding repeats */

static const char *shown(struct lay *l, const struct ptext *t, uint32_t from, uint32_t to)
{
	bool whole = to - from <= WORD_SHOWN;
	uint32_t end = whole ? to : from + WORD_SHOWN;
	const struct cluster *c = t->sh->clusters;
	return arena_printf(l->a, "%.*s%s", (int)(c[end].start - c[from].start), t->sh->text + c[from].start, whole ? "" : "…");
}

static void find_missing(struct lay *l, const struct ptext *t)
{
	const char *p = t->sh->text + t->sh->missing, *q = p;
	if (!t->sh->n_missing)
		return;
	uint32_t c = utf8_next(&q, t->sh->text + t->sh->len);
	bool seen = c > 0xA0; /* no control character goes to a terminal */
	diag_put(l->g, &LAYOUT_NO_GLYPH, t->node->pos, seen ? arena_strndup(l->a, p, (size_t)(q - p)) : "", (unsigned)c);
}

/* In a cell of one column of a table. */
static bool in_column(const struct node *n)
{
	const struct node *cell = n->parent, *row = cell && cell->kind == NODE_CELL ? cell->parent : NULL;
	return row && row->parent && row->parent->u.table.role == TABLE_DATA && cell->u.cell.span_cols <= 1;
}

/* Words cut by their line's end; in tables it is the column that is told. */
static void find_cut(struct lay *l, const struct block *b)
{
	const struct ptext *t = b->t;
	if (in_column(t->node))
		return;
	for (size_t i = 0; i + 1 < b->n_lines; i++) {
		uint32_t at = b->lines[i].next, from = at, to = at;
		if (!at || !brk_cuts(t->brk[at - 1]))
			continue;
		while (from > 0 && !is_space(t, from - 1))
			from--;
		while (to < t->sh->n_clusters && !is_space(t, to))
			to++;
		diag_put(l->g, &LAYOUT_WORD_CUT, t->node->pos, shown(l, t, from, to));
		return;
	}
}

void lay_find_block(struct lay *l, const struct block *b)
{
	if (l->texts[b->t->node->id] != b->t || b->t->told)
		return;
	b->t->told = true;
	find_missing(l, b->t);
	find_cut(l, b);
}

/* ---- columns ---- */

struct widest { double width; const struct ptext *t; uint32_t from, to; };

/* The widest stretch of the paragraph that is parted by cutting alone: a word, a date, a code up to its hyphen. */
static void widest_word(const struct ptext *t, struct widest *w)
{
	double pads = pt_from_twip(t->style->left_indent + t->style->right_indent);
	for (uint32_t from = 0, i = 0; i <= t->sh->n_clusters; i++) {
		bool end = i == t->sh->n_clusters || is_space(t, i);
		if (!end && brk_cuts(t->brk[i]))
			continue;
		uint32_t to = end ? i : i + 1;
		double width = t->sh->x[to] - t->sh->x[from] + pads;
		if (to > from && width > w->width)
			*w = (struct widest){width, t, from, to};
		from = i + 1;
	}
}

static struct widest *widest_words(struct lay *l, const struct node *table)
{
	struct widest *w = ARENA_ARRAY(l->a, struct widest, table->u.table.n_cols + 1);
	for (const struct node *r = table->first; r; r = r->next)
		for (const struct node *c = r->first; c; c = c->next)
			if (c->u.cell.col < table->u.table.n_cols && c->u.cell.span_cols <= 1)
				for (const struct node *p = c->first; p; p = p->next)
					if (p->kind == NODE_PARA)
						widest_word(lay_text(l, p, NULL), &w[c->u.cell.col]);
	return w;
}

void lay_find_columns(struct lay *l, const struct node *table, const twip *w)
{
	const struct table *t = &table->u.table;
	twip pad = t->border ? 2 * CELL_PAD_X : 0;
	if (t->role != TABLE_DATA)
		return;
	const struct widest *words = widest_words(l, table);
	for (size_t i = 0; i < t->n_cols; i++) {
		const struct widest *word = &words[i];
		twip need = (twip)ceil(word->width * 20 - 0.01) + pad;
		bool given = t->want && t->want[i] && t->want[i] < need;
		if (!word->t || need <= w[i])
			continue;
		diag_put(l->g, given ? &LAYOUT_COLUMN_NARROW : &LAYOUT_TABLE_WIDE, table->pos, i + 1,
			shown(l, word->t, word->from, word->to), (int)ceil(mm_from_twip(need)));
		if (!given) /* the others are narrow for the same reason */
			return;
	}
}

/* ---- pictures ---- */

void lay_find_picture(struct lay *l, const struct picture *p, struct pos pos)
{
	if (p->width - p->w > 1)
		diag_put(l->g, &LAYOUT_PICTURE_SMALLER, pos, file_base(p->path), (int)round(mm_from_twip(p->width)),
			(int)floor(mm_from_twip(p->w)));
}
