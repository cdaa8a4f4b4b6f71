/* The table of contents as the field TOC, so that Word can make it anew; all of its numbers are right from the start. */
#include <string.h>
#include "write/docx_inner.h"

static const char *bookmark(struct docx *w, const struct node *target)
{
	return arena_printf(w->a, "_Toc%06u", target->u.para.mark);
}

static void put_char(struct xml *x, const char *type)
{
	xml_open(x, "w:r");
	xml_open(x, "w:fldChar");
	xml_attr(x, "w:fldCharType", type);
	xml_end(x);
	xml_end(x);
}

static void begin_field(struct xml *x, const char *code)
{
	put_char(x, "begin");
	xml_open(x, "w:r");
	xml_open(x, "w:instrText");
	xml_attr(x, "xml:space", "preserve");
	xml_text(x, code);
	xml_end(x);
	xml_end(x);
	put_char(x, "separate");
}

/* The title of the annex or attached text that begins with this paragraph, where it is an entry of its own; else NULL. */
static const char *entry_text(const struct node *para)
{
	bool label = para->generated && (para->u.para.role == ROLE_ANNEX || para->u.para.role == ROLE_KIND);
	const struct node *s = para->parent;
	return label && para->u.para.mark && s && s->kind == NODE_SECTION ? s->u.section.title : NULL;
}

bool docx_toc_marked(const struct node *para) { return entry_text(para) != NULL; }

/* A hidden field TC: the entry that a table of contents made anew has for the annex, whose label and title are two paragraphs. */
static void put_entry_mark(struct docx *w, const char *title)
{
	struct buf code = BUF_INIT;
	struct xml *x = w->x;
	buf_puts(&code, " TC \"");
	for (const char *p = title; *p; p++)
		buf_printf(&code, strchr("\"\\", *p) ? "\\%c" : "%c", *p);
	buf_puts(&code, "\" \\l 1 ");
	put_char(x, "begin");
	xml_open(x, "w:r");
	xml_open(x, "w:instrText");
	xml_attr(x, "xml:space", "preserve");
	xml_textn(x, code.data, code.len);
	xml_end(x);
	xml_end(x);
	put_char(x, "end");
	buf_free(&code);
}

static bool is_entry(const struct node *n) { return n && n->kind == NODE_PARA && role_toc_level(n->u.para.role); }

static const struct node *target_of(const struct node *entry)
{
	const struct para *p = &entry->u.para;
	return p->n_runs ? p->runs[p->n_runs - 1].target : NULL;
}

void docx_toc_begin(struct docx *w, const struct node *para)
{
	struct xml *x = w->x;
	if (is_entry(para)) {
		if (!is_entry(para->prev)) /* by the outline levels of paragraphs and the marks of annexes, with links, as deep as the draft asks */
			begin_field(x, arena_printf(w->a, " TOC \\o \"1-%d\" \\f \\h \\z \\u ", w->doc->meta && w->doc->meta->toc ? w->doc->meta->toc : 3));
		if (target_of(para)) {
			xml_open(x, "w:hyperlink");
			xml_attr(x, "w:anchor", bookmark(w, target_of(para)));
			xml_attr(x, "w:history", "1");
		}
	}
	if (para->u.para.mark) {
		xml_open(x, "w:bookmarkStart");
		xml_attri(x, "w:id", para->u.para.mark);
		xml_attr(x, "w:name", bookmark(w, para));
		xml_end(x);
	}
	if (entry_text(para))
		put_entry_mark(w, entry_text(para));
}

void docx_toc_end(struct docx *w, const struct node *para)
{
	struct xml *x = w->x;
	if (para->u.para.mark) {
		xml_open(x, "w:bookmarkEnd");
		xml_attri(x, "w:id", para->u.para.mark);
		xml_end(x);
	}
	if (!is_entry(para))
		return;
	if (target_of(para))
		xml_end(x);
	if (!is_entry(para->next))
		put_char(x, "end");
}

/* Widens the space of the run by n twips. */
static void put_spacing(struct xml *x, twip n)
{
	if (n == 0)
		return;
	xml_open(x, "w:rPr");
	xml_open(x, "w:spacing");
	xml_attri(x, "w:val", n);
	xml_end(x);
	xml_end(x);
}

static void put_space(struct xml *x)
{
	xml_open(x, "w:t");
	xml_attr(x, "xml:space", "preserve");
	xml_text(x, " ");
	xml_end(x);
}

/* The leader keeps a space from the title and from the number, so that they stay words of their own. */
void docx_toc_tab(struct docx *w, const struct node *para)
{
	xml_open(w->x, "w:r");
	put_spacing(w->x, w->bare ? 0 : w->pages->paras[para->id].leader_gap);
	put_space(w->x);
	xml_end(w->x);
	xml_open(w->x, "w:r");
	xml_leaf(w->x, "w:tab", NULL);
	put_space(w->x);
	xml_end(w->x);
}

void docx_toc_number(struct docx *w, const struct node *target)
{
	struct xml *x = w->x;
	if (!target || target->id >= w->pages->n_nodes)
		return;
	begin_field(x, arena_printf(w->a, " PAGEREF %s \\h ", bookmark(w, target)));
	xml_open(x, "w:r");
	xml_open(x, "w:t");
	xml_text(x, arena_printf(w->a, "%u", w->pages->paras[target->id].label));
	xml_end(x);
	xml_end(x);
	put_char(x, "end");
}
