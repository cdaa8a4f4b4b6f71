/* The document's part: paragraphs with what differs from their style. */
#include "write/docx_inner.h"

void docx_val(struct xml *x, const char *name, const char *value)
{
	xml_open(x, name);
	xml_attr(x, "w:val", value);
	xml_end(x);
}

void docx_vali(struct xml *x, const char *name, long value)
{
	xml_open(x, name);
	xml_attri(x, "w:val", value);
	xml_end(x);
}

void docx_flag(struct xml *x, const char *name, bool on)
{
	xml_open(x, name);
	if (!on)
		xml_attr(x, "w:val", "0");
	xml_end(x);
}

void docx_border(struct xml *x, const char *side, int space, bool red)
{
	xml_open(x, side);
	xml_attr(x, "w:val", "single");
	xml_attri(x, "w:sz", BORDER_W * 2 / 5); /* eighths of a point */
	xml_attri(x, "w:space", space);
	xml_attr(x, "w:color", red ? "FF0000" : "000000");
	xml_end(x);
}

/* At the foot of the page's text area, across its width. */
static void put_frame(struct xml *x, twip width)
{
	xml_open(x, "w:framePr");
	xml_attri(x, "w:w", width);
	xml_attr(x, "w:wrap", "around");
	xml_attr(x, "w:vAnchor", "margin");
	xml_attr(x, "w:hAnchor", "margin");
	xml_attr(x, "w:xAlign", "left");
	xml_attr(x, "w:yAlign", "bottom");
	xml_end(x);
}

/* Rules and boxes are as long as what they belong to, titles of several lines are balanced: measured. */
static void put_indent(const struct docx *w, const struct node *para, const struct style *st)
{
	if (para->id >= w->pages->n_nodes)
		return;
	const struct para_layout *pl = &w->pages->paras[para->id];
	if (!pl->n_lines || (pl->indent_left == st->left_indent && pl->indent_right == st->right_indent))
		return;
	xml_open(w->x, "w:ind");
	xml_attri(w->x, "w:left", pl->indent_left);
	xml_attri(w->x, "w:right", pl->indent_right);
	xml_end(w->x);
}

static void put_alignment(const struct docx *w, const struct para *p, const struct style *st, const struct docx_place *at)
{
	static const char *const names[] = {[ALIGN_LEFT] = "left", [ALIGN_CENTER] = "center", [ALIGN_RIGHT] = "right", [ALIGN_JUSTIFY] = "both"};
	int align = p->align >= 0 ? p->align : at->align >= 0 ? at->align : (int)st->align;
	if (align != (int)st->align && align <= ALIGN_JUSTIFY)
		docx_val(w->x, "w:jc", names[align]);
}

/* Decided by layout, for paragraphs of the text's flow. */
static bool kept(const struct docx *w, const struct node *para)
{
	return para->id < w->pages->n_nodes && w->pages->paras[para->id].keep_next;
}

static bool freed(const struct docx *w, const struct node *para)
{
	return !w->bare && para->id < w->pages->n_nodes && w->pages->paras[para->id].free_next;
}

/* Room above that the form asks for; a rule on a page that is full (layout/full.c). */
static void put_spacing(const struct docx *w, const struct node *para, const struct style *st)
{
	twip before = para->u.para.space_before, lower = !w->bare && para->id < w->pages->n_nodes ? w->pages->paras[para->id].lower : 0;
	if (!before && !lower)
		return;
	xml_open(w->x, "w:spacing");
	if (before)
		xml_attri(w->x, "w:before", st->space_before + before);
	if (lower) {
		xml_attri(w->x, "w:line", st->line - lower);
		xml_attr(w->x, "w:lineRule", "exact");
	}
	xml_end(w->x);
}

static void put_para_props(struct docx *w, const struct node *para, const struct style *st, const struct docx_place *at)
{
	const struct para *p = &para->u.para;
	struct xml *x = w->x;
	xml_open(x, "w:pPr");
	docx_val(x, "w:pStyle", st->id);
	bool keep = (st->keep_next || kept(w, para) || at->keep) && !freed(w, para);
	if (keep != st->keep_next)
		docx_flag(x, "w:keepNext", keep);
	if (at->frame)
		put_frame(x, at->width);
	if (at->ruled) {
		xml_open(x, "w:pBdr");
		docx_border(x, "w:top", 0, false);
		xml_end(x);
	}
	put_spacing(w, para, st);
	put_indent(w, para, st);
	put_alignment(w, p, st, at);
	int outline = docx_toc_marked(para) ? 0 : p->outline;
	if (outline >= 0 && outline != st->outline)
		docx_vali(x, "w:outlineLvl", outline ? outline - 1 : 9);
	if (at->section)
		docx_section(w, at->section);
	xml_end(x);
}

void docx_para(struct docx *w, const struct node *para, const struct docx_place *at)
{
	const struct style *st = para_style(&para->u.para, w->pages->styles);
	xml_open(w->x, "w:p");
	put_para_props(w, para, st, at);
	if (at->marked)
		docx_note_start(w);
	docx_toc_begin(w, para);
	docx_runs(w, para, st, at);
	docx_toc_end(w, para);
	xml_end(w->x);
}

void docx_gap(struct docx *w, const struct docx_place *at, bool thin)
{
	struct xml *x = w->x;
	xml_open(x, "w:p");
	xml_open(x, "w:pPr");
	docx_val(x, "w:pStyle", DOCX_GAP_STYLE);
	if (thin)
		xml_leaf(x, "w:spacing", "w:line", "2", "w:lineRule", "exact", NULL);
	if (at->section)
		docx_section(w, at->section);
	xml_end(x);
	xml_end(x);
}

void docx_blocks(struct docx *w, const struct node *parent, const struct docx_place *at)
{
	for (const struct node *n = parent->first; n; n = n->next) {
		struct docx_place here = *at;
		if (n->next)
			here.section = NULL;
		if (n->kind == NODE_PARA) {
			docx_para(w, n, &here);
		} else if (n->kind == NODE_TABLE) {
			docx_table(w, n, &here);
			if (n->next && n->next->kind == NODE_TABLE)
				docx_gap(w, &here, /*thin*/ false);
		}
	}
}

static void put_section(struct docx *w, const struct node *section)
{
	bool last = !section->next;
	bool gap = !section->last || section->last->kind != NODE_PARA || section->u.section.last_footer;
	struct docx_place at = {.align = -1, .section = last || gap ? NULL : section};
	docx_blocks(w, section, &at);
	if (section->u.section.last_footer)
		docx_last_footer(w, section);
	at.section = last ? NULL : section;
	if (gap)
		docx_gap(w, &at, /*thin*/ true);
	if (last)
		docx_section(w, section);
}

/* LibreOffice puts an empty paragraph before a table that begins a document with footnotes; before a paragraph it does not. */
static bool begins_badly(const struct doc *d)
{
	const struct node *s = d->root->first;
	return d->n_notes && s && s->first && s->first->kind == NODE_TABLE;
}

void docx_document(struct docx *w, struct buf *out)
{
	struct xml *x = w->x = xml_new(out);
	xml_open(x, "w:document");
	docx_namespaces(x);
	xml_attr(x, "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
	xml_attr(x, "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
	xml_attr(x, "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture");
	xml_open(x, "w:body");
	static const struct docx_place lead = {.align = -1};
	if (begins_badly(w->doc))
		docx_gap(w, &lead, /*thin*/ true);
	for (const struct node *s = w->doc->root->first; s; s = s->next)
		put_section(w, s);
	docx_close(w, x);
}
