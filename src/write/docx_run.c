/* Text of a paragraph as runs: looks that differ from the style, guards of borderline lines, breaks and fields. */
#include <string.h>
#include "write/docx_inner.h"

/* The guards of a paragraph in order, and how far they are used up. */
struct cursor {
	const struct guard *v;
	size_t n;
	size_t spacing, swap;      /* next guard of the one kind and of the others */
};

static void sort_guards(struct guard *v, size_t n)
{
	for (size_t i = 1; i < n; i++) { /* nearly in order: layout notes them line by line */
		struct guard g = v[i];
		size_t k = i;
		for (; k && v[k - 1].from > g.from; k--)
			v[k] = v[k - 1];
		v[k] = g;
	}
}

static struct cursor guards_of(struct docx *w, const struct node *para)
{
	struct cursor c = {0};
	if (para->id >= w->pages->n_nodes || !w->pages->paras[para->id].n_guards)
		return c;
	const struct para_layout *pl = &w->pages->paras[para->id];
	struct guard *v = ARENA_ARRAY(w->a, struct guard, pl->n_guards);
	for (size_t i = 0; i < pl->n_guards; i++)
		if (!w->bare || pl->guards[i].kind == GUARD_SPACE || pl->guards[i].kind == GUARD_HYPHEN)
			v[c.n++] = pl->guards[i];
	sort_guards(v, c.n);
	c.v = v;
	return c;
}

static const struct guard *next_spacing(struct cursor *c, size_t at)
{
	while (c->spacing < c->n && (c->v[c->spacing].kind != GUARD_SPACING || c->v[c->spacing].to <= at))
		c->spacing++;
	return c->spacing < c->n ? &c->v[c->spacing] : NULL;
}

static const struct guard *next_swap(struct cursor *c, size_t at, size_t end)
{
	while (c->swap < c->n && (c->v[c->swap].kind == GUARD_SPACING || c->v[c->swap].from < at))
		c->swap++;
	return c->swap < c->n && c->v[c->swap].from < end && c->v[c->swap].to <= end ? &c->v[c->swap] : NULL;
}

static void open_run(struct docx *w, unsigned attrs, int spacing)
{
	struct xml *x = w->x;
	xml_open(x, "w:r");
	if (!attrs && !spacing)
		return;
	xml_open(x, "w:rPr");
	if (attrs & RUN_BOLD)
		xml_leaf(x, "w:b", NULL);
	if (attrs & RUN_ITALIC)
		xml_leaf(x, "w:i", NULL);
	if (spacing)
		docx_vali(x, "w:spacing", spacing);
	if (attrs & RUN_UNDERLINE)
		docx_val(x, "w:u", "single");
	if (attrs & (RUN_SUP | RUN_SUB))
		docx_val(x, "w:vertAlign", attrs & RUN_SUP ? "superscript" : "subscript");
	xml_end(x);
}

static void open_text(struct xml *x, bool preserve)
{
	xml_open(x, "w:t");
	if (preserve)
		xml_attr(x, "xml:space", "preserve");
}

/* What stands in place of a guarded character; a hyphen is an element of its own. */
static const char *const signs[] = {[GUARD_SPACING] = NULL, [GUARD_HYPHEN] = NULL, [GUARD_SPACE] = "\u00A0", [GUARD_NARROW] = "\u202F"};

/* Text inside an open run; characters under a guard are swapped for their no-break kind. */
static void put_swapped(struct docx *w, const char *s, size_t n, size_t at, struct cursor *c)
{
	size_t from = 0;
	bool open = false;
	while (from < n) {
		const struct guard *g = next_swap(c, at + from, at + n);
		size_t stop = g ? g->from - at : n;
		const char *joins = g ? signs[g->kind] : NULL;
		if (!open && (stop > from || joins))
			open_text(w->x, g || s[from] == ' ' || s[n - 1] == ' ');
		open = open || stop > from || joins;
		xml_textn(w->x, s + from, stop - from);
		from = stop;
		if (!g)
			break;
		if (joins) {
			xml_text(w->x, joins);
		} else {
			if (open)
				xml_end(w->x);
			open = false;
			xml_leaf(w->x, "w:noBreakHyphen", NULL);
		}
		from = g->to - at;
		c->swap++;
	}
	if (open)
		xml_end(w->x);
}

static void put_text(struct docx *w, const char *s, unsigned attrs, size_t at, struct cursor *c)
{
	for (size_t n = strlen(s); n;) {
		const struct guard *g = next_spacing(c, at);
		bool inside = g && g->from <= at;
		size_t len = n;
		if (g && (inside ? g->to : g->from) - at < n)
			len = (inside ? g->to : g->from) - at;
		open_run(w, attrs, inside ? g->value : 0);
		put_swapped(w, s, len, at, c);
		xml_end(w->x);
		s += len;
		at += len;
		n -= len;
	}
}

/* Word fills the number in; the text inside is what stands there until it does. */
static void put_page_field(struct docx *w, unsigned attrs)
{
	xml_open(w->x, "w:fldSimple");
	xml_attr(w->x, "w:instr", " PAGE ");
	open_run(w, attrs, 0);
	open_text(w->x, false);
	xml_text(w->x, "2");
	xml_end(w->x);
	xml_end(w->x);
	xml_end(w->x);
}

static unsigned beyond_style(unsigned attrs, const struct style *st)
{
	return attrs & ~((st->bold ? RUN_BOLD : 0u) | (st->italic ? RUN_ITALIC : 0u) | (st->underline ? RUN_UNDERLINE : 0u));
}

void docx_runs(struct docx *w, const struct node *para, const struct style *st, const struct docx_place *at)
{
	struct cursor c = guards_of(w, para);
	size_t off = 0;
	for (size_t i = 0; i < para->u.para.n_runs; i++) {
		const struct run *r = &para->u.para.runs[i];
		unsigned attrs = beyond_style(r->attrs, st);
		switch (r->kind) {
		case RUN_TEXT:
		case RUN_SLOT:
			if (!r->text)
				break;
			put_text(w, r->text, attrs, off, &c);
			off += strlen(r->text);
			break;
		case RUN_BREAK:
			open_run(w, attrs, 0);
			xml_leaf(w->x, "w:br", NULL);
			xml_end(w->x);
			off++;
			break;
		case RUN_FOOTNOTE:
			if (r->note)
				docx_note_mark(w, r->note, at);
			break;
		case RUN_PICTURE:
			if (r->picture)
				docx_picture(w, r->picture);
			break;
		case RUN_PAGE:
			put_page_field(w, attrs);
			break;
		case RUN_TAB:
			docx_toc_tab(w, para);
			break;
		case RUN_REF:
			docx_toc_number(w, r->target);
			break;
		case RUN_CITE: /* compose left none */
			break;
		}
	}
}
