/* The tree as text, one line a node: what golden tests compare and what a developer reads first. */
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "model/doc.h"
#include "model/lookdump.h"

static const char *const kind_names[] = {
	[NODE_DOC] = "doc", [NODE_SECTION] = "section", [NODE_PARA] = "para", [NODE_TABLE] = "table",
	[NODE_ROW] = "row", [NODE_CELL] = "cell", [NODE_FOOTNOTE] = "footnote",
};
static const char *const label_names[] = {
	[LABEL_NONE] = "none", [LABEL_ROMAN] = "roman", [LABEL_NUMBER] = "number", [LABEL_DECIMAL] = "decimal",
	[LABEL_LETTER] = "letter", [LABEL_DASH] = "dash", [LABEL_PLUS] = "plus", [LABEL_ARTICLE] = "article",
	[LABEL_CHAPTER] = "chapter", [LABEL_SECTION] = "section", [LABEL_SUBSECTION] = "subsection", [LABEL_PART] = "part",
};
static const char *const table_names[] = {[TABLE_DATA] = "data", [TABLE_HEAD] = "head", [TABLE_SIGN] = "sign"};
static const char *const align_names[] = {
	[ALIGN_LEFT] = "left", [ALIGN_CENTER] = "center", [ALIGN_RIGHT] = "right", [ALIGN_JUSTIFY] = "justify",
};

/* Text in quotes; what cannot be seen is spelled out. */
static void put_quoted(struct buf *out, const char *s)
{
	buf_putc(out, '"');
	for (const char *p = s, *end = s + strlen(s); p < end;) {
		const char *from = p;
		uint32_t c = utf8_next(&p, end);
		if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", (char)c);
		else if (c == '\n')
			buf_puts(out, "\\n");
		else if (c < 0x20 || c == 0x7F || (c > 0x20 && utf8_is_space(c)) || c == 0x2011 || c == 0xFFFD)
			buf_printf(out, "\\u{%x}", (unsigned)c);
		else
			buf_put(out, from, (size_t)(p - from));
	}
	buf_putc(out, '"');
}

/* ---- paragraphs ---- */

static void put_attrs(struct buf *out, unsigned attrs)
{
	static const struct { unsigned bit; char sign; } signs[] = {
		{RUN_BOLD, 'b'}, {RUN_ITALIC, 'i'}, {RUN_UNDERLINE, 'u'}, {RUN_SUP, '^'}, {RUN_SUB, '~'},
	};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (attrs & signs[i].bit)
			buf_putc(out, signs[i].sign);
}

static void put_figure(struct buf *out, const struct chart *c, double v)
{
	if (v >= 0)
		buf_printf(out, " %.*f%s", c->places, v, c->percent ? "%" : "");
	else
		buf_puts(out, " -"); /* not given */
}

static void put_chart(struct buf *out, const struct chart *c, twip width)
{
	buf_printf(out, "chart(%s%s", c->kind == CHART_COLUMNS ? "columns" : "bars", c->stacked ? " stacked" : "");
	if (width)
		buf_printf(out, " width %d", width);
	if (c->height)
		buf_printf(out, " height %d", c->height);
	for (size_t k = 0; k < c->n_series; k++) {
		buf_putc(out, ' ');
		put_quoted(out, c->series[k]);
	}
	for (size_t i = 0; i < c->n_categories; i++) {
		buf_puts(out, "; ");
		put_quoted(out, c->categories[i]);
		for (size_t k = 0; k < c->n_series; k++)
			put_figure(out, c, chart_value(c, i, k));
	}
	buf_putc(out, ')');
}

static void put_picture(struct buf *out, const struct picture *p)
{
	if (p && p->chart) {
		put_chart(out, p->chart, p->width);
		return;
	}
	buf_puts(out, "picture");
	if (!p)
		return;
	buf_putc(out, '(');
	put_quoted(out, p->path ? p->path : "");
	if (p->alt && *p->alt) {
		buf_puts(out, " alt ");
		put_quoted(out, p->alt);
	}
	if (p->width)
		buf_printf(out, " width %d", p->width);
	buf_putc(out, ')');
}

static void put_run(struct buf *out, const struct run *r)
{
	buf_putc(out, ' ');
	put_attrs(out, r->attrs);
	switch (r->kind) {
	case RUN_TEXT:
		put_quoted(out, r->text ? r->text : "");
		break;
	case RUN_SLOT:
		buf_printf(out, "slot(%zu)", r->text ? utf8_count(r->text, strlen(r->text)) : 0);
		break;
	case RUN_BREAK:
		buf_puts(out, "break");
		break;
	case RUN_FOOTNOTE:
		buf_printf(out, "note(%u)", r->note ? r->note->u.footnote.number : 0);
		break;
	case RUN_PICTURE:
		put_picture(out, r->picture);
		break;
	case RUN_PAGE:
		buf_puts(out, "page");
		break;
	case RUN_TAB:
		buf_puts(out, "tab");
		break;
	case RUN_REF:
		buf_printf(out, "ref(%u)", r->target ? r->target->u.para.mark : 0);
		break;
	case RUN_CITE:
		buf_puts(out, "cite(");
		put_quoted(out, r->cite->text);
		buf_putc(out, ')');
		break;
	}
}

static void put_para(struct buf *out, const struct node *n)
{
	const struct para *p = &n->u.para;
	buf_printf(out, " %s", role_name(p->role));
	if (p->label)
		buf_printf(out, " label=%s:%u", label_names[p->label], p->label_len);
	if (p->rule_width)
		buf_printf(out, " rule=%d", p->rule_width);
	if (p->rule_share > 0)
		buf_printf(out, " rule-share=%.3g", p->rule_share);
	if (p->keep_next)
		buf_puts(out, " keep-next");
	if (p->align >= 0)
		buf_printf(out, " align=%s", align_names[p->align]);
	if (p->space_before)
		buf_printf(out, " before=%d", p->space_before);
	if (p->outline >= 0)
		buf_printf(out, " outline=%d", p->outline);
	if (p->mark)
		buf_printf(out, " mark=%u", p->mark);
	for (size_t i = 0; i < p->n_runs; i++)
		put_run(out, &p->runs[i]);
	if (p->look)
		look_dump(p->look, out);
}

/* ---- other nodes ---- */

static void put_flag(struct buf *out, bool set, const char *name)
{
	if (set)
		buf_printf(out, " %s", name);
}

static void put_section(struct buf *out, const struct node *n)
{
	const struct section *s = &n->u.section;
	if (s->page_w)
		buf_printf(out, " page=%dx%d margins=%d,%d,%d,%d header=%d", s->page_w, s->page_h, s->top, s->right, s->bottom,
		           s->left, s->header_y);
	put_flag(out, s->landscape, "landscape");
	put_flag(out, s->restart, "restart");
	put_flag(out, s->hide_first, "hide-first");
	put_flag(out, s->annex, "annex");
	if (s->title) {
		buf_puts(out, " title=");
		put_quoted(out, s->title);
	}
}

static void put_widths(struct buf *out, const struct table *t)
{
	for (size_t i = 0; t->want && i < t->n_cols; i++)
		buf_printf(out, "%s%d", i ? "," : " want=", t->want[i]);
	for (size_t i = 0; t->share && i < t->n_cols; i++)
		buf_printf(out, "%s%.4g", i ? "," : " share=", t->share[i]);
}

static void put_table(struct buf *out, const struct node *n)
{
	const struct table *t = &n->u.table;
	buf_printf(out, " %s cols=%zu", table_names[t->role], t->n_cols);
	if (t->n_header)
		buf_printf(out, " header=%zu", t->n_header);
	put_widths(out, t);
	put_flag(out, t->border, "border");
	put_flag(out, t->tight, "tight");
	put_flag(out, t->keep_whole, "keep-whole");
	put_flag(out, t->rows_split, "rows-split");
}

static void put_row(struct buf *out, const struct node *n)
{
	put_flag(out, n->u.row.header, "header");
}

static void put_cell(struct buf *out, const struct node *n)
{
	static const char *const valigns[] = {"top", "middle", "bottom"};
	const struct cell *c = &n->u.cell;
	buf_printf(out, " col=%zu", c->col);
	if (c->span_cols != 1 || c->span_rows != 1)
		buf_printf(out, " span=%zux%zu", c->span_cols, c->span_rows);
	if (c->align >= 0)
		buf_printf(out, " align=%s", align_names[c->align]);
	if (c->valign)
		buf_printf(out, " valign=%s", valigns[c->valign]);
}

static void put_footnote(struct buf *out, const struct node *n)
{
	buf_printf(out, " %u", n->u.footnote.number);
}

static void (*const put_kind[])(struct buf *, const struct node *) = {
	[NODE_DOC] = NULL, [NODE_SECTION] = put_section, [NODE_PARA] = put_para, [NODE_TABLE] = put_table,
	[NODE_ROW] = put_row, [NODE_CELL] = put_cell, [NODE_FOOTNOTE] = put_footnote,
};

/* A loose cell of header or footer shows under its section with the name of its place. */
static void put_line(struct buf *out, const struct node *n, int depth, const char *place)
{
	buf_printf(out, "%*s%s", 2 * depth, "", place ? place : kind_names[n->kind]);
	if (n->generated)
		buf_putc(out, '*');
	if (n->pos.line)
		buf_printf(out, " %u:%u", n->pos.line, n->pos.col);
	if (put_kind[n->kind] && !place)
		put_kind[n->kind](out, n);
	buf_putc(out, '\n');
}

static void put_plain_tree(struct buf *out, const struct node *top, int depth, const char *place)
{
	if (!top)
		return;
	put_line(out, top, depth, place);
	int d = depth;
	for (const struct node *n = top, *next; (next = doc_walk(top, n)); n = next) {
		if (next->parent == n)
			d++;
		else
			for (const struct node *up = n; up->parent != next->parent; up = up->parent)
				d--;
		put_line(out, next, d, NULL);
	}
}

static void put_task(struct buf *out, const struct task *t)
{
	static const char *const names[TASK_FIELDS] = {"lead", "partners", "due", "product"};
	buf_printf(out, "  task %u:%u ", t->pos.line, t->pos.col);
	put_quoted(out, t->number ? t->number : "");
	buf_putc(out, ' ');
	put_quoted(out, t->text);
	for (int f = 0; f < TASK_FIELDS; f++)
		if (t->fields[f]) {
			buf_printf(out, " %s ", names[f]);
			put_quoted(out, t->fields[f]);
		}
	if (t->group) {
		buf_puts(out, " group ");
		put_quoted(out, t->group);
	}
	buf_putc(out, '\n');
}

void doc_dump(const struct doc *d, struct buf *out)
{
	if (d->foreign)
		foreign_dump(d->foreign, out);
	put_line(out, d->root, 0, NULL);
	for (const struct node *s = d->root->first; s; s = s->next) {
		put_plain_tree(out, s, 1, NULL);
		put_plain_tree(out, s->u.section.first_header, 2, "first-header");
		put_plain_tree(out, s->u.section.header, 2, "header");
		put_plain_tree(out, s->u.section.first_footer, 2, "first-footer");
		put_plain_tree(out, s->u.section.last_footer, 2, "last-footer");
		put_plain_tree(out, s->u.section.footer, 2, "footer");
	}
	for (size_t i = 0; i < d->n_notes; i++)
		put_plain_tree(out, d->notes[i], 1, NULL);
	for (size_t i = 0; i < d->tasks.n; i++)
		put_task(out, &d->tasks.v[i]);
}
