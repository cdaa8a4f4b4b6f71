/* A paragraph's runs become one text with spans, shaped once. */
#include <stdio.h>
#include <string.h>
#include "layout/lay.h"
#include "base/buf.h"
#include "text/picture.h"

/* Superscript and subscript as LibreOffice sets them for w:vertAlign: glyphs of 58 %, shifted by shares of the full size. */
#define SCRIPT_SCALE 0.58
#define SUP_RISE (0.42 * (1825 + 87) / 2048.0)
#define SUB_DROP (0.42 * 443 / 2048.0)

struct gather {
	struct lay *l;
	struct ptext *t;
	struct buf text;
	struct span *spans; size_t n_spans, cap_spans;
	struct { uint32_t at, off; } *maps; size_t n_maps, cap_maps; /* stretches of text that stand in doc_text too */
	uint32_t doc_off;
	struct { uint32_t at; const struct node *note; } *notes; size_t n_notes, cap_notes;
	struct { uint32_t at; } *forced; size_t n_forced, cap_forced;
};

static void *copy_of(struct arena *a, const void *p, size_t n) { return memcpy(arena_alloc(a, n), p, n); }

/* attrs: RUN_SUP, RUN_SUB or neither. */
static void set_size(struct span *s, double size, unsigned attrs)
{
	s->size = size;
	s->rise = 0;
	if (attrs & RUN_SUP)
		s->rise = size * SUP_RISE;
	else if (attrs & RUN_SUB)
		s->rise = -size * SUB_DROP;
	if (attrs & (RUN_SUP | RUN_SUB))
		s->size *= SCRIPT_SCALE;
}

static struct span span_of(const struct style *st, unsigned attrs)
{
	struct span s = {
		.bold = st->bold || (attrs & RUN_BOLD),
		.italic = st->italic || (attrs & RUN_ITALIC),
		.underline = st->underline || (attrs & RUN_UNDERLINE),
	};
	set_size(&s, st->size_hp / 2.0, attrs);
	return s;
}

static bool same_look(const struct span *a, const struct span *b)
{
	return a->size == b->size && a->bold == b->bold && a->italic == b->italic && a->underline == b->underline && a->rise == b->rise;
}

static void put(struct gather *g, const char *text, size_t n, unsigned attrs, bool in_doc)
{
	if (!n)
		return;
	uint32_t start = (uint32_t)g->text.len;
	buf_put(&g->text, text, n);
	struct span s = span_of(g->t->style, attrs);
	s.start = start;
	s.end = (uint32_t)g->text.len;
	struct span *prev = g->n_spans ? &g->spans[g->n_spans - 1] : NULL;
	if (prev && same_look(prev, &s))
		prev->end = s.end;
	else
		ARENA_PUSH(g->l->a, g->spans, g->n_spans, g->cap_spans, s);
	g->maps = arena_grow(g->l->a, g->maps, g->n_maps, &g->cap_maps, sizeof *g->maps);
	g->maps[g->n_maps].at = start;
	g->maps[g->n_maps++].off = in_doc ? g->doc_off : UINT32_MAX;
	if (in_doc)
		g->doc_off += (uint32_t)n;
}

static void gather_note(struct gather *g, const struct node *note)
{
	char num[16];
	int n = snprintf(num, sizeof num, "%u", note->u.footnote.number);
	g->notes = arena_grow(g->l->a, g->notes, g->n_notes, &g->cap_notes, sizeof *g->notes);
	g->notes[g->n_notes].at = (uint32_t)g->text.len;
	g->notes[g->n_notes++].note = note;
	put(g, num, (size_t)n, RUN_SUP, /*in_doc*/false);
}

static void gather_run(struct gather *g, const struct run *r, const char *page_label)
{
	switch (r->kind) {
	case RUN_TEXT:
	case RUN_SLOT:
		put(g, r->text, strlen(r->text), r->attrs, true);
		break;
	case RUN_PAGE:
		put(g, page_label ? page_label : "1", strlen(page_label ? page_label : "1"), r->attrs, false);
		break;
	case RUN_FOOTNOTE:
		gather_note(g, r->note);
		break;
	case RUN_BREAK: /* a space of its own: seen by nobody at the line's end, and words on both sides stay apart */
		g->forced = arena_grow(g->l->a, g->forced, g->n_forced, &g->cap_forced, sizeof *g->forced);
		g->forced[g->n_forced++].at = (uint32_t)g->text.len;
		put(g, " ", 1, r->attrs, true);
		break;
	case RUN_TAB: /* a space that nobody sees parts the title from the number, which toc.c sets */
		put(g, " ", 1, r->attrs, false);
		break;
	case RUN_REF:
	case RUN_CITE: /* compose left none */
		break;
	case RUN_PICTURE:
		g->t->picture = r->picture;
		break;
	}
}

/* Walks the clusters once and brings what was noted by byte offset to them. */
static void index_clusters(struct gather *g)
{
	struct ptext *t = g->t;
	const struct shaped *sh = t->sh;
	size_t m = 0, n = 0, f = 0;
	t->brk = ARENA_ARRAY(g->l->a, uint8_t, sh->n_clusters + 1);
	t->doc_off = ARENA_ARRAY(g->l->a, uint32_t, sh->n_clusters + 1);
	lay_breaks(g->l, t);
	for (uint32_t i = 0; i < sh->n_clusters; i++) {
		uint32_t at = sh->clusters[i].start;
		while (m + 1 < g->n_maps && g->maps[m + 1].at <= at)
			m++;
		t->doc_off[i] = g->n_maps && g->maps[m].off != UINT32_MAX ? g->maps[m].off + (at - g->maps[m].at) : UINT32_MAX;
		for (; n < g->n_notes && g->notes[n].at <= at; n++) {
			struct mark k = {i, g->notes[n].note};
			ARENA_PUSH(g->l->a, t->marks, t->n_marks, t->cap_marks, k);
		}
		for (; f < g->n_forced && g->forced[f].at <= at; f++)
			t->brk[i] = BRK_FORCED;
	}
	t->brk_first = copy_of(g->l->a, t->brk, sh->n_clusters + 1);
}

/* A paragraph that an earlier layout shaped: its text and where it may break are the same, its size may be another. */
static struct ptext *text_again(struct lay *l, const struct ptext *old, const struct style *st)
{
	struct ptext *t = copy_of(l->a, old, sizeof *old);
	t->style = st;
	t->told = false;
	t->brk = copy_of(l->a, old->brk_first, old->sh->n_clusters + 1);
	if (st->size_hp == old->style->size_hp)
		return t;
	struct span *spans = copy_of(l->a, old->sh->spans, old->sh->n_spans * sizeof *spans);
	for (uint32_t i = 0; i < old->sh->n_spans; i++)
		set_size(&spans[i], st->size_hp / 2.0, spans[i].rise > 0 ? RUN_SUP : spans[i].rise < 0 ? RUN_SUB : 0);
	t->max_size = st->size_hp / 2.0;
	t->sh = shape_text(l->a, l->f, old->sh->text, old->sh->len, spans, old->sh->n_spans);
	return t;
}

struct ptext *lay_text(struct lay *l, const struct node *para, const char *page_label)
{
	if (!page_label && l->texts[para->id])
		return l->texts[para->id];
	if (!page_label && l->before && l->before[para->id])
		return l->texts[para->id] = text_again(l, l->before[para->id], para_style(&para->u.para, l->st));
	struct ptext *t = ARENA_NEW(l->a, struct ptext);
	struct gather g = {.l = l, .t = t};
	t->node = para;
	t->style = para_style(&para->u.para, l->st);
	t->max_size = t->style->size_hp / 2.0;
	t->has_red = t->style->red;
	if (para->parent && para->parent->kind == NODE_FOOTNOTE && !para->prev) {
		char num[16];
		int n = snprintf(num, sizeof num, "%u", para->parent->u.footnote.number);
		put(&g, num, (size_t)n, RUN_SUP, false);
		put(&g, " ", 1, 0, false);
	}
	for (size_t i = 0; i < para->u.para.n_runs; i++)
		gather_run(&g, &para->u.para.runs[i], page_label);
	char *text = arena_strndup(l->a, g.text.data ? g.text.data : "", g.text.len);
	t->sh = shape_text(l->a, l->f, text, (uint32_t)g.text.len, g.spans, (uint32_t)g.n_spans);
	index_clusters(&g);
	buf_free(&g.text);
	if (!page_label)
		l->texts[para->id] = t;
	return t;
}

enum align lay_align(const struct ptext *t)
{
	const struct node *n = t->node, *cell = n->parent;
	if (n->u.para.align >= 0)
		return (enum align)n->u.para.align;
	if (cell && cell->kind == NODE_CELL && cell->u.cell.align >= 0)
		return (enum align)cell->u.cell.align;
	return t->style->align;
}
