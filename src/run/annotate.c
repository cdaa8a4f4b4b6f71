/* --mark: findings as numbered notes. On each page a red line under the quote and a number in the right margin; behind the pages
 * sheets of their own that say what the numbers mean. */
#include <string.h>
#include "base/i18n.h"
#include "base/utf8.h"
#include "run/check.h"
#include "text/shape.h"

enum { MARGIN_X = 20 /* pt from the right edge */, NOTE_HP = 10, NOTES_LEFT = 60, NOTES_TOP = 64, NOTES_BOTTOM = 60, LINE_H = 14 };

struct marker {
	struct arena *a;
	struct checked *c;
	struct fonts *fonts;
	struct pages *p;
	const struct node *node;  /* what the marks hang on, for the tags: none is of the text */
};

static void put_text(struct marker *m, struct page *pg, const char *s, double x, double y, double size, bool bold)
{
	struct span span = {0, (uint32_t)strlen(s), size, bold, false, false, 0};
	struct shaped *sh = shape_text(m->a, m->fonts, s, span.end, &span, 1);
	struct item it = {.kind = ITEM_TEXT, .node = m->node, .artifact = true, .x = x, .y = y, .w = sh->x[sh->n_clusters], .h = size, .shaped = sh,
		.to = sh->n_clusters, .text = s, .text_len = span.end, .line_start = true, .red = true};
	ARENA_PUSH(m->p->arena, pg->items, pg->n_items, pg->cap_items, it);
}

static void put_rule(struct marker *m, struct page *pg, double x, double y, double w, double h)
{
	struct item it = {.kind = ITEM_RULE, .node = m->node, .artifact = true, .x = x, .y = y, .w = w, .h = h, .red = true};
	ARENA_PUSH(m->p->arena, pg->items, pg->n_items, pg->cap_items, it);
}

/* Offsets of an item's text in its paragraph: items follow one another in the shaped text, whose bytes are the paragraph's but for
 * what layout puts in place of others. */
static bool covers(const struct item *it, const struct check_finding *f, double *x0, double *x1)
{
	const struct shaped *s = it->shaped;
	uint32_t from = UINT32_MAX, to = 0;
	*x0 = it->x;
	*x1 = it->x + it->w;
	if (f->to <= f->from)
		return true;
	double spaces = 0, start = 0;
	for (uint32_t i = it->from; i < it->to; i++) {
		uint32_t at = s->clusters[i].start;
		if (at >= f->from && at < f->to) {
			if (from == UINT32_MAX)
				from = i, start = spaces;
			to = i + 1;
		}
		spaces += s->text[at] == ' ' ? it->space_extra : 0;
		if (to == i + 1)
			*x1 = it->x + (s->x[i + 1] - s->x[it->from]) + spaces;
	}
	if (from == UINT32_MAX)
		return false;
	*x0 = it->x + (s->x[from] - s->x[it->from]) + start;
	return true;
}

/* Underlines the quote; the number stands beside the first line of it. False: nowhere on the pages. */
static bool mark_finding(struct marker *m, const struct check_finding *f, const char *number, size_t n_pages, double *last_y, double *last_line, size_t *last_page)
{
	bool placed = false;
	for (size_t k = 0; k < n_pages; k++) {
		struct page *pg = &m->p->v[k];
		size_t n = pg->n_items;
		for (size_t i = 0; i < n; i++) {
			struct item it = pg->items[i]; /* a copy: the array grows */
			double x0, x1;
			if (it.kind != ITEM_TEXT || it.node != f->node || !it.shaped || it.red || !covers(&it, f, &x0, &x1))
				continue;
			if (f->to > f->from || !placed)
				put_rule(m, pg, x0, it.y + 2, x1 - x0, 0.8);
			if (placed)
				continue;
			placed = true;
			double y = it.y;
			if (*last_page == k && ((y < *last_y + 9 && y > *last_y - 9) || it.y == *last_line))
				y = *last_y + 9; /* several on one line stand below one another */
			*last_page = k;
			*last_y = y;
			*last_line = it.y;
			put_text(m, pg, number, pg->w / 20.0 - MARGIN_X - shape_width(m->a, m->fonts, number, 9, true, false), y, 9, true);
		}
	}
	return placed;
}

/* ---- the sheets of notes ---- */

struct sheet { struct page *pg; double y; };

static void new_sheet(struct marker *m, struct sheet *s)
{
	struct page pg = {.w = m->p->v[0].w, .h = m->p->v[0].h, .section = m->p->v[0].section, .label = (unsigned)m->p->n + 1};
	if (m->p->v[0].w > m->p->v[0].h)
		pg.w = m->p->v[0].h, pg.h = m->p->v[0].w;
	ARENA_PUSH(m->p->arena, m->p->v, m->p->n, m->p->cap, pg);
	s->pg = &m->p->v[m->p->n - 1];
	s->y = NOTES_TOP;
}

/* Lines of at most the sheet's width, broken at spaces. */
static void put_note(struct marker *m, struct sheet *s, const char *text)
{
	double width = s->pg->w / 20.0 - 2 * NOTES_LEFT, indent = 0;
	while (*text) {
		size_t n = 0, next = 0;
		for (size_t k = strcspn(text, " "); ; k += 1 + strcspn(text + k + 1, " ")) {
			if (n && shape_width(m->a, m->fonts, arena_strndup(m->a, text, k), NOTE_HP, false, false) > width - indent)
				break;
			n = k;
			next = text[k] ? k + 1 : k;
			if (!text[k])
				break;
		}
		if (s->y > s->pg->h / 20.0 - NOTES_BOTTOM)
			new_sheet(m, s);
		put_text(m, s->pg, arena_strndup(m->a, text, n), NOTES_LEFT + indent, s->y, NOTE_HP, false);
		s->y += LINE_H;
		text += next;
		indent = 24;
	}
	s->y += 4;
}

static const char *note_of(struct marker *m, const struct check_finding *f, const char *number)
{
	static const char *const levels[] = {[LEVEL_INFO] = N_("note"), [LEVEL_WARNING] = N_("warning"), [LEVEL_ERROR] = N_("error")};
	const char *quote = f->quote && *f->quote ? arena_printf(m->a, "“%s”: ", utf8_short(m->a, utf8_one_line(m->a, f->quote))) : "";
	return arena_printf(m->a, "%s.  %s, %s: %s%s [%s]", number, f->rule->id, _(levels[f->rule->level]), quote, f->text, _(f->rule->clause));
}

void check_annotate(struct press *p, struct checked *c, struct diag *g)
{
	struct marker m = {.a = c->doc->arena, .c = c, .fonts = press_fonts(p, g), .p = c->pages, .node = c->doc->root->first};
	size_t n_pages = c->pages->n, k = 0, last_page = SIZE_MAX;
	double last_y = 0, last_line = 0;
	struct sheet s = {.pg = NULL};
	if (!m.fonts || !n_pages)
		return;
	for (size_t i = 0; i < c->report.n; i++) {
		const struct check_finding *f = &c->report.v[i];
		if (f->waived)
			continue;
		const char *number = arena_printf(m.a, "%zu", ++k);
		if (f->node)
			mark_finding(&m, f, number, n_pages, &last_y, &last_line, &last_page);
		if (!s.pg)
			new_sheet(&m, &s);
		put_note(&m, &s, note_of(&m, f, number));
	}
}
