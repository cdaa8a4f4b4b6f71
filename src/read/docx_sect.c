/* Sections: paper, margins, numbers, headers and footers. */
#include <string.h>
#include "read/docx_in.h"

enum { LEAST_ROOM = 1440, A4_W = 11906, A4_H = 16838, TWO_CM = 1134, FAR = 31680 };

void wml_section_begin(struct wml_reader *r)
{
	struct node *n = doc_add(r->d, r->d->root, NODE_SECTION, wml_pos(r));
	n->pos.line = r->line + 1, n->pos.col = 1;
	r->section = n;
	r->n_sections++;
}

static void read_paper(struct wml_reader *r, const struct xml_el *e, struct section *s)
{
	static const struct xml_el none = {.name = "none"};
	const struct xml_el *size = xml_el_child(e, "w:pgSz"), *m = xml_el_child(e, "w:pgMar");
	size = size ? size : &none, m = m ? m : &none;
	s->page_w = wml_number(size, "w", 12240, FAR), s->page_h = wml_number(size, "h", 15840, FAR);
	s->top = wml_number(m, "top", 1440, FAR), s->bottom = wml_number(m, "bottom", 1440, FAR);
	s->left = wml_number(m, "left", 1440, FAR) + wml_number(m, "gutter", 0, FAR), s->right = wml_number(m, "right", 1440, FAR);
	s->header_y = wml_number(m, "header", 708, FAR);
	s->top = s->top < 0 ? -s->top : s->top, s->bottom = s->bottom < 0 ? -s->bottom : s->bottom; /* negative: whatever the header takes */
	s->header_y = s->header_y < 0 ? 0 : s->header_y;
	if (s->page_w - s->left - s->right < LEAST_ROOM || s->page_h - s->top - s->bottom < LEAST_ROOM || s->left < 0 || s->right < 0) {
		wml_tell(r, WML_NO_ROOM);
		s->page_w = A4_W, s->page_h = A4_H;
		s->top = s->bottom = s->left = s->right = TWO_CM;
		s->header_y = 708;
	}
	s->landscape = s->page_w > s->page_h;
}

/* ---- headers and footers ---- */

static struct node *margin(struct wml_reader *r, const char *id)
{
	for (size_t i = 0; i < r->n_margins; i++)
		if (!strcmp(r->margins[i].id, id))
			return r->margins[i].cell;
	const struct docx_rel *rel = docx_rel_id(&r->rels, id);
	const struct xml_el *e = rel ? wml_part(r, rel->target, false) : NULL;
	struct node *n = e ? doc_add(r->d, NULL, NODE_CELL, wml_pos(r)) : NULL, *joined = r->joined;
	struct wml_place at = {.parent = n, .header = true};
	struct wml_margin m = {id, n};
	bool next = r->break_next;
	if (n) {
		r->joined = NULL;
		wml_blocks(r, e, &at);
		r->joined = joined;
		r->break_next = next;
	}
	ARENA_PUSH(r->a, r->margins, r->n_margins, r->cap_margins, m);
	return n;
}

static void read_references(struct wml_reader *r, const struct xml_el *e)
{
	static const char *const types[] = {"default", "first", "even"};
	for (const struct xml_el *c = e ? e->first : NULL; c; c = c->next) {
		const char *type = xml_el_attr(c, "type"), *id = xml_el_attr(c, "id");
		const char **to = wml_is(c, "headerReference") ? r->header_id : wml_is(c, "footerReference") ? r->footer_id : NULL;
		for (int i = 0; to && id && i < 3; i++)
			if (!strcmp(type ? type : "default", types[i]))
				to[i] = id;
	}
}

static bool shows(const struct node *cell)
{
	for (const struct node *n = cell ? cell->first : NULL; n; n = n->next)
		if (n->kind == NODE_PARA && (n->u.para.n_runs || n->u.para.role == ROLE_RULE))
			return true;
	return false;
}

static struct node *shown(struct wml_reader *r, const char *id)
{
	struct node *n = id ? margin(r, id) : NULL;
	return shows(n) ? n : NULL;
}

static bool is_number(const struct node *n)
{
	for (size_t i = 0; n->kind == NODE_PARA && i < n->u.para.n_runs; i++)
		if (n->u.para.runs[i].kind == RUN_PAGE)
			return true;
	return false;
}

/* The number on a first page that has a header of its own belongs to the header of all pages. */
static bool take_numbers(struct node *cell)
{
	bool any = false;
	for (struct node *n = cell ? cell->first : NULL, *next; n; n = next) {
		next = n->next;
		if (is_number(n)) {
			doc_detach(n);
			any = true;
		}
	}
	return any;
}

static void read_margins(struct wml_reader *r, const struct xml_el *e, struct section *s)
{
	const struct xml_el *title = xml_el_child(e, "w:titlePg");
	bool first = title && wml_is_on(title);
	read_references(r, e);
	s->header = shown(r, r->header_id[0]);
	s->footer = shown(r, r->footer_id[0]);
	if (!first)
		return;
	s->first_header = shown(r, r->header_id[1]);
	s->first_footer = shown(r, r->footer_id[1]);
	s->hide_first = !(s->header && take_numbers(s->first_header));
	s->first_header = shows(s->first_header) ? s->first_header : NULL;
}

/* ---- ends ---- */

/* Sections that go on on the same page, in columns say, are one here as long as their paper is. */
static bool goes_on(const struct node *n, const struct xml_el *e)
{
	const char *type = wml_val(xml_el_child(e, "w:type"));
	const struct section *s = &n->u.section, *b = n->prev ? &n->prev->u.section : NULL;
	return b && type && !strcmp(type, "continuous") && s->page_w == b->page_w && s->page_h == b->page_h && s->left == b->left && s->right == b->right;
}

static void join_sections(struct node *to, struct node *from)
{
	for (struct node *n = from->first, *next; n; n = next) {
		next = n->next;
		doc_detach(n);
		doc_insert(to, NULL, n);
	}
	if (from->u.section.last_footer)
		to->u.section.last_footer = from->u.section.last_footer;
	doc_detach(from);
}

void wml_section_end(struct wml_reader *r, const struct xml_el *e, bool last)
{
	struct node *n = r->section;
	const struct xml_el *numbers = xml_el_child(e, "w:pgNumType");
	struct section *s = &n->u.section;
	if (!last && r->n_sections >= WML_SECTIONS) {
		if (r->n_sections++ == WML_SECTIONS)
			wml_tell(r, WML_MANY_SECTIONS, WML_SECTIONS);
		return;
	}
	read_paper(r, e, s);
	s->restart = numbers && wml_number(numbers, "start", 0, 1000000) == 1;
	read_margins(r, e, s);
	if (goes_on(n, e) || (!n->first && n->prev && !s->last_footer))
		join_sections(n->prev, n);
	if (!last)
		wml_section_begin(r);
}
