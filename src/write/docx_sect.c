/* Sections: size and margins of their pages, page numbers, headers and footers as parts of their own. */
#include <string.h>
#include "write/docx_inner.h"

#define FOOTER_Y 567 /* twips from the page's lower edge to the footer's end */

void docx_look_at_sections(struct docx *w)
{
	for (const struct node *n = w->doc->root->first; n; n = n->next) {
		w->has_first_header |= n->u.section.first_header != NULL;
		w->has_first_footer |= n->u.section.first_footer != NULL;
	}
}

static void put_cell_paras(struct docx *w, const struct node *cell, const struct docx_place *at)
{
	for (const struct node *p = cell ? cell->first : NULL; p; p = p->next)
		if (p->kind == NODE_PARA)
			docx_para(w, p, at);
}

/* A header or footer of the paragraphs of both cells; an empty one has an empty paragraph. */
static struct buf frame_part(struct docx *w, enum docx_kind kind, const struct node *a, const struct node *b)
{
	static const struct docx_place at = {.align = -1, .plain = true};
	struct buf out = BUF_INIT;
	struct xml *outer = w->x, *x = w->x = xml_new(&out);
	xml_open(x, kind == DOCX_HEADER ? "w:hdr" : "w:ftr");
	docx_namespaces(x);
	put_cell_paras(w, a, &at);
	put_cell_paras(w, b, &at);
	if (!(a && a->first) && !(b && b->first))
		docx_gap(w, &at, /*thin*/ true);
	docx_close(w, x);
	w->x = outer;
	return out;
}

/* The number of the part with this content: sections of like headers share one. */
static size_t part_of(struct docx *w, enum docx_kind kind, const struct node *a, const struct node *b)
{
	struct buf xml = frame_part(w, kind, a, b);
	size_t alike = 0;
	for (size_t i = 0; i < w->n_parts; i++) {
		const struct docx_part *p = &w->parts[i];
		if (p->kind != kind)
			continue;
		if (p->xml.len == xml.len && !memcmp(p->xml.data, xml.data, xml.len)) {
			buf_free(&xml);
			return i + 1;
		}
		alike++;
	}
	const char *name = arena_printf(w->a, "word/%s%zu.xml", kind == DOCX_HEADER ? "header" : "footer", alike + 1);
	size_t at = docx_part_new(w, kind, name);
	w->parts[at - 1].xml = xml;
	return at;
}

static void put_reference(struct docx *w, const char *element, const char *type, size_t part)
{
	xml_open(w->x, element);
	xml_attr(w->x, "w:type", type);
	xml_attrf(w->x, "r:id", "rId%zu", part);
	xml_end(w->x);
}

/* A section without its own takes over those of the section before: each says what it has, empty where it has none. */
static void put_references(struct docx *w, const struct section *s, bool title_page)
{
	put_reference(w, "w:headerReference", "default", part_of(w, DOCX_HEADER, s->header, NULL));
	if (title_page)
		put_reference(w, "w:headerReference", "first", part_of(w, DOCX_HEADER, s->first_header, s->hide_first ? NULL : s->header));
	if (title_page && w->has_first_footer)
		put_reference(w, "w:footerReference", "first", part_of(w, DOCX_FOOTER, s->first_footer, NULL));
}

static void put_page(struct xml *x, const struct section *s)
{
	xml_open(x, "w:pgSz");
	xml_attri(x, "w:w", s->page_w);
	xml_attri(x, "w:h", s->page_h);
	if (s->landscape)
		xml_attr(x, "w:orient", "landscape");
	xml_end(x);
	xml_open(x, "w:pgMar");
	xml_attri(x, "w:top", s->top);
	xml_attri(x, "w:right", s->right);
	xml_attri(x, "w:bottom", s->bottom);
	xml_attri(x, "w:left", s->left);
	xml_attri(x, "w:header", s->header_y);
	xml_attri(x, "w:footer", FOOTER_Y);
	xml_attri(x, "w:gutter", 0);
	xml_end(x);
}

void docx_section(struct docx *w, const struct node *section)
{
	const struct section *s = &section->u.section;
	bool title_page = s->hide_first || s->first_header || s->first_footer;
	xml_open(w->x, "w:sectPr");
	put_references(w, s, title_page);
	put_page(w->x, s);
	if (s->restart)
		xml_leaf(w->x, "w:pgNumType", "w:start", "1", NULL);
	if (title_page)
		xml_leaf(w->x, "w:titlePg", NULL);
	xml_end(w->x);
}

void docx_last_footer(struct docx *w, const struct node *section)
{
	const struct section *s = &section->u.section;
	struct docx_place at = {.align = -1, .frame = true, .plain = true, .width = s->page_w - s->left - s->right};
	/* Word and LibreOffice take paragraphs for one frame only if their borders are alike, too; of these the first is drawn. */
	const struct node *first = s->last_footer->first;
	bool rule = first && w->pages->styles[first->u.para.role].box == BOX_TOP;
	for (const struct node *p = first; p; p = p->next) {
		at.ruled = rule && p->prev && w->pages->styles[p->u.para.role].box == BOX_NONE;
		docx_para(w, p, &at);
	}
}
