/* The named styles: each says only what differs from the one it is based on, so that a change of "Nội dung" is followed. */
#include <string.h>
#include "write/docx_inner.h"

#define BASE_ID "Normal"

/* The style that follows at Enter, where it is not the same again. */
static const struct { enum role role, next; } followers[] = {
	{ROLE_NATION, ROLE_MOTTO}, {ROLE_PARENT, ROLE_ISSUER}, {ROLE_KIND, ROLE_SUBJECT}, {ROLE_SUBJECT, ROLE_BODY},
	{ROLE_ADDRESSEE_LABEL, ROLE_ADDRESSEE_ITEM}, {ROLE_ADDRESSEE, ROLE_BODY}, {ROLE_AUTHORITY, ROLE_BASIS},
	{ROLE_RESOLVES, ROLE_ARTICLE_TEXT}, {ROLE_PART, ROLE_PART_TITLE}, {ROLE_PART_TITLE, ROLE_BODY},
	{ROLE_CHAPTER, ROLE_CHAPTER_TITLE}, {ROLE_CHAPTER_TITLE, ROLE_ARTICLE}, {ROLE_SECTION, ROLE_SECTION_TITLE},
	{ROLE_SECTION_TITLE, ROLE_ARTICLE}, {ROLE_ARTICLE, ROLE_BODY}, {ROLE_HEADING1, ROLE_BODY}, {ROLE_HEADING2, ROLE_BODY},
	{ROLE_HEADING3, ROLE_BODY}, {ROLE_TITLE_CENTER, ROLE_BODY}, {ROLE_SIGN_TITLE, ROLE_SIGN_NAME},
	{ROLE_RECIPIENTS, ROLE_RECIPIENT}, {ROLE_ANNEX, ROLE_ANNEX_TITLE}, {ROLE_ANNEX_TITLE, ROLE_ANNEX_NOTE},
	{ROLE_ANNEX_NOTE, ROLE_BODY}, {ROLE_PICTURE, ROLE_CAPTION}, {ROLE_CAPTION, ROLE_BODY}, {ROLE_CELL_HEAD, ROLE_CELL},
};

/* What Word knows under names of its own keeps them: a footnote added by hand then gets the same looks. */
static const char *own_name(enum role r)
{
	static const char *const tocs[] = {NULL, "toc 1", "toc 2", "toc 3"};
	return r == ROLE_FOOTNOTE ? "footnote text" : tocs[role_toc_level(r)];
}

static void put_defaults(struct docx *w, const struct style *base)
{
	struct xml *x = w->x;
	xml_open(x, "w:docDefaults");
	xml_open(x, "w:rPrDefault");
	xml_open(x, "w:rPr");
	xml_leaf(x, "w:rFonts", "w:ascii", "Times New Roman", "w:hAnsi", "Times New Roman", "w:eastAsia", "Times New Roman", "w:cs",
		"Times New Roman", NULL);
	docx_vali(x, "w:sz", base->size_hp);
	docx_vali(x, "w:szCs", base->size_hp);
	xml_leaf(x, "w:lang", "w:val", "vi-VN", "w:eastAsia", "vi-VN", "w:bidi", "ar-SA", NULL);
	xml_end(x);
	xml_end(x);
	xml_open(x, "w:pPrDefault");
	xml_open(x, "w:pPr");
	xml_leaf(x, "w:spacing", "w:before", "0", "w:after", "0", "w:line", "240", "w:lineRule", "auto", NULL);
	xml_end(x);
	xml_end(x);
	xml_end(x);
	/* Word's own styles stay out of the gallery */
	xml_leaf(x, "w:latentStyles", "w:defLockedState", "0", "w:defUIPriority", "99", "w:defSemiHidden", "1", "w:defUnhideWhenUsed", "1",
		"w:defQFormat", "0", "w:count", "267", NULL);
}

static void open_style(struct xml *x, const char *type, const char *id, bool is_default)
{
	xml_open(x, "w:style");
	xml_attr(x, "w:type", type);
	if (is_default)
		xml_attr(x, "w:default", "1");
	else
		xml_attr(x, "w:customStyle", "1");
	xml_attr(x, "w:styleId", id);
}

/* Styles that Word brings along under these names are not custom ones. */
static void open_known_style(struct xml *x, const char *type, const char *id, const char *name)
{
	xml_open(x, "w:style");
	xml_attr(x, "w:type", type);
	xml_attr(x, "w:styleId", id);
	docx_val(x, "w:name", name);
}

static void put_base(struct docx *w)
{
	struct xml *x = w->x;
	open_style(x, "paragraph", BASE_ID, true);
	docx_val(x, "w:name", "Normal");
	docx_vali(x, "w:uiPriority", 0);
	xml_open(x, "w:pPr");
	xml_leaf(x, "w:widowControl", NULL);
	xml_end(x);
	xml_end(x);
}

static void put_gap(struct docx *w)
{
	struct xml *x = w->x;
	open_style(x, "paragraph", DOCX_GAP_STYLE, false);
	docx_val(x, "w:name", "Ngăn cách");
	docx_val(x, "w:basedOn", BASE_ID);
	docx_vali(x, "w:uiPriority", 98);
	xml_open(x, "w:pPr");
	xml_leaf(x, "w:spacing", "w:line", "20", "w:lineRule", "exact", NULL);
	xml_end(x);
	xml_open(x, "w:rPr");
	docx_vali(x, "w:sz", 2);
	docx_vali(x, "w:szCs", 2);
	xml_end(x);
	xml_end(x);
}

static void put_spacing(struct xml *x, const struct style *s, const struct style *b)
{
	bool lines = s->line != b->line || s->line_rule != b->line_rule;
	if (!lines && s->space_before == b->space_before && s->space_after == b->space_after)
		return;
	xml_open(x, "w:spacing");
	if (s->space_before != b->space_before)
		xml_attri(x, "w:before", s->space_before);
	if (s->space_after != b->space_after)
		xml_attri(x, "w:after", s->space_after);
	if (lines) {
		xml_attri(x, "w:line", s->line);
		xml_attr(x, "w:lineRule", s->line_rule == LINE_EXACT ? "exact" : "auto");
	}
	xml_end(x);
}

static void put_indents(struct xml *x, const struct style *s, const struct style *b)
{
	if (s->left_indent == b->left_indent && s->right_indent == b->right_indent && s->first_indent == b->first_indent)
		return;
	xml_open(x, "w:ind");
	if (s->left_indent != b->left_indent)
		xml_attri(x, "w:left", s->left_indent);
	if (s->right_indent != b->right_indent)
		xml_attri(x, "w:right", s->right_indent);
	if (s->first_indent < 0)
		xml_attri(x, "w:hanging", -(long)s->first_indent);
	else if (s->first_indent != b->first_indent)
		xml_attri(x, "w:firstLine", s->first_indent);
	xml_end(x);
}

static void put_box(struct xml *x, const struct style *s)
{
	if (s->box == BOX_NONE)
		return;
	int pad = s->box == BOX_ALL ? (s->box_pad + 10) / 20 : 0; /* whole points */
	xml_open(x, "w:pBdr");
	docx_border(x, "w:top", pad, s->red);
	if (s->box == BOX_ALL) {
		docx_border(x, "w:left", 0, s->red);
		docx_border(x, "w:bottom", pad, s->red);
		docx_border(x, "w:right", 0, s->red);
	}
	xml_end(x);
}

/* The leader ends at the right edge of the main text, whatever the indents. */
static void put_leader(struct docx *w, enum role r)
{
	const struct node *n = w->doc->root->first;
	if (!role_toc_level(r) || !n)
		return;
	xml_open(w->x, "w:tabs");
	xml_open(w->x, "w:tab");
	xml_attr(w->x, "w:val", "right");
	xml_attr(w->x, "w:leader", "dot");
	xml_attri(w->x, "w:pos", n->u.section.page_w - n->u.section.left - n->u.section.right);
	xml_end(w->x);
	xml_end(w->x);
}

static void put_para_look(struct docx *w, enum role r, const struct style *s, const struct style *b)
{
	static const char *const names[] = {[ALIGN_LEFT] = "left", [ALIGN_CENTER] = "center", [ALIGN_RIGHT] = "right", [ALIGN_JUSTIFY] = "both"};
	struct xml *x = w->x;
	xml_open(x, "w:pPr");
	if (s->keep_next != b->keep_next)
		docx_flag(x, "w:keepNext", s->keep_next);
	if (s->keep_lines != b->keep_lines)
		docx_flag(x, "w:keepLines", s->keep_lines);
	put_box(x, s);
	put_leader(w, r);
	put_spacing(x, s, b);
	put_indents(x, s, b);
	if (s->align != b->align)
		docx_val(x, "w:jc", names[s->align]);
	if (s->outline != b->outline)
		docx_vali(x, "w:outlineLvl", s->outline ? s->outline - 1 : 9);
	xml_end(x);
}

static void put_text_look(struct xml *x, const struct style *s, const struct style *b)
{
	xml_open(x, "w:rPr");
	if (s->bold != b->bold)
		docx_flag(x, "w:b", s->bold);
	if (s->italic != b->italic)
		docx_flag(x, "w:i", s->italic);
	if (s->red != b->red)
		docx_val(x, "w:color", s->red ? "FF0000" : "000000");
	if (s->size_hp != b->size_hp) {
		docx_vali(x, "w:sz", s->size_hp);
		docx_vali(x, "w:szCs", s->size_hp);
	}
	if (s->underline != b->underline)
		docx_val(x, "w:u", s->underline ? "single" : "none");
	xml_end(x);
}

static const char *follower(const struct style *v, enum role r)
{
	for (size_t i = 0; i < sizeof followers / sizeof *followers; i++)
		if (followers[i].role == r)
			return v[followers[i].next].id;
	return NULL;
}

static void put_style(struct docx *w, enum role r, const struct style *bare)
{
	const struct style *v = w->pages->styles, *s = &v[r];
	struct xml *x = w->x;
	bool based = s->based_on != r && s->based_on < ROLE_COUNT && v[s->based_on].id;
	const char *own = own_name(r), *next = follower(v, r);
	if (own) {
		open_known_style(x, "paragraph", s->id, own);
		docx_val(x, "w:aliases", s->name);
	} else {
		open_style(x, "paragraph", s->id, false);
		docx_val(x, "w:name", s->name);
	}
	docx_val(x, "w:basedOn", based ? v[s->based_on].id : BASE_ID);
	if (next)
		docx_val(x, "w:next", next);
	docx_vali(x, "w:uiPriority", (long)r + 1);
	xml_leaf(x, "w:qFormat", NULL);
	put_para_look(w, r, s, based ? &v[s->based_on] : bare);
	put_text_look(x, s, based ? &v[s->based_on] : bare);
	xml_end(x);
}

static void put_note_mark(struct docx *w)
{
	open_known_style(w->x, "character", DOCX_NOTE_MARK, "footnote reference");
	docx_val(w->x, "w:aliases", "Dấu cước chú");
	docx_vali(w->x, "w:uiPriority", 97);
	xml_open(w->x, "w:rPr");
	docx_val(w->x, "w:vertAlign", "superscript");
	xml_end(w->x);
	xml_end(w->x);
}

static void put_cell_margins(struct xml *x, int across, int down)
{
	static const char *const sides[] = {"w:top", "w:left", "w:bottom", "w:right"};
	xml_open(x, "w:tblCellMar");
	for (int i = 0; i < 4; i++) {
		xml_open(x, sides[i]);
		xml_attri(x, "w:w", i % 2 ? across : down);
		xml_attr(x, "w:type", "dxa");
		xml_end(x);
	}
	xml_end(x);
}

static void put_table_style(struct docx *w, const char *id, const char *name, bool lined)
{
	static const char *const sides[] = {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"};
	struct xml *x = w->x;
	open_style(x, "table", id, false);
	docx_val(x, "w:name", name);
	docx_val(x, "w:basedOn", "TableNormal");
	docx_vali(x, "w:uiPriority", 90);
	xml_leaf(x, "w:qFormat", NULL);
	xml_open(x, "w:tblPr");
	if (lined) {
		xml_open(x, "w:tblBorders");
		for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
			docx_border(x, sides[i], 0, false);
		xml_end(x);
	}
	put_cell_margins(x, lined ? CELL_PAD_X : 0, lined ? CELL_PAD_Y : 0);
	xml_end(x);
	xml_end(x);
}

static void put_table_base(struct docx *w)
{
	struct xml *x = w->x;
	open_style(x, "table", "TableNormal", true);
	docx_val(x, "w:name", "Normal Table");
	docx_vali(x, "w:uiPriority", 99);
	xml_open(x, "w:tblPr");
	xml_leaf(x, "w:tblInd", "w:w", "0", "w:type", "dxa", NULL);
	put_cell_margins(x, CELL_PAD_X, 0);
	xml_end(x);
	xml_end(x);
}

void docx_styles(struct docx *w, struct buf *out)
{
	const struct style *body = &w->pages->styles[ROLE_BODY];
	struct style bare = {.size_hp = body->size_hp, .align = ALIGN_LEFT, .line_rule = LINE_MULTIPLE, .line = 240};
	struct xml *x = w->x = xml_new(out);
	xml_open(x, "w:styles");
	xml_attr(x, "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
	put_defaults(w, &bare);
	put_base(w);
	for (int r = 0; r < ROLE_COUNT; r++)
		if (w->pages->styles[r].id)
			put_style(w, (enum role)r, &bare);
	put_gap(w);
	put_note_mark(w);
	put_table_base(w);
	put_table_style(w, DOCX_TABLE_LINED, "Bảng", /*lined*/ true);
	put_table_style(w, DOCX_TABLE_BARE, "Khung không kẻ", /*lined*/ false);
	docx_close(w, x);
}
