/* One part of a DOCX (the text, notes, a header) as tokens. */
#include "read/docxtext.h"
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "pack/xmlin.h"

enum { MAX_DEPTH = XML_IN_DEPTH + 4 };

#define W_END "/wordprocessingml/main"
#define W_2006 "/wordprocessingml/2006/main"

struct walk {
	struct docx_text *d;
	struct xml_in *x;
	struct tokenizer *t;
	const char *names[MAX_DEPTH];  /* element names above, constants of the table; NULL: one that means nothing */
	size_t depth;
	size_t skip;                   /* depth at which what is left out began, 0: nothing is */
	bool hidden, raised;     /* of the run */
	bool caps;
	bool in_props;                 /* w:rPr of a run (not of a paragraph's mark) */
	bool page_field;               /* what comes is the number of the page */
	int fields; bool field_code[16], field_page[16];
	uint32_t hint;                 /* page by the hints */
	int tables;                    /* tables inside tables */
	bool row_header;
	size_t row_from, cell_from, first_cell;
	size_t para_from, box_from;
	struct tokenizer boxed;        /* text boxes stand aside of the text they hang at */
	struct tokenizer *outer; int box_depth;
};

static bool has_end(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);
	return n >= k && !strcmp(s + n - k, end);
}

static bool is_w(const char *ns) { return has_end(ns, W_2006) || has_end(ns, W_END); }

static bool is_on(const char *v)
{
	return !v || !(strcmp(v, "0") == 0 || strcmp(v, "false") == 0 || strcmp(v, "off") == 0);
}

static void put_space(struct walk *w) { tokenizer_gap(w->t, GAP_SPACE); }

static void put_text(struct walk *w, const char *s)
{
	bool code = false;
	for (int i = 0; i < w->fields && i < 16; i++)
		code = code || w->field_code[i];
	if (code || w->hidden)
		return;
	if (w->page_field || (w->fields > 0 && w->fields <= 16 && w->field_page[w->fields - 1])) {
		bool again = w->t->out->n > 0 && w->t->out->v[w->t->out->n - 1].id == TOKEN_PAGE && w->t->n == 0 && w->t->gap == GAP_NONE;
		if (!again)
			tokenizer_id(w->t, TOKEN_PAGE);
		return;
	}
	w->t->page = w->hint;
	w->t->line = (uint32_t)w->d->n_paras;
	if (w->caps)
		s = utf8_upper(w->t->arena, s);
	tokenizer_put(w->t, s, strlen(s));
}

/* "PAGE \* MERGEFORMAT" in a header or footer: the number differs from page to page. */
static bool asks_page(const struct walk *w, const char *code)
{
	code += strspn(code, " \t\n");
	return w->d->kind == DOCX_TEXT_MARGIN && strncmp(code, "PAGE", 4) == 0 && (code[4] == ' ' || code[4] == '\0' || code[4] == '\\');
}

/* ---- elements ---- */

static bool in_body(const struct walk *w) { return w->t->out == &w->d->out->body; }

static void begin_para(struct walk *w)
{
	put_space(w);
	w->d->n_paras++;
	if (in_body(w))
		w->para_from = w->t->out->n;
}

static void end_para(struct walk *w)
{
	put_space(w);
	if (in_body(w) && w->t->out->n > w->para_from) {
		struct span s = { w->para_from, w->t->out->n };
		struct spans *v = &w->d->out->para;
		ARENA_PUSH(w->d->out->arena, v->v, v->n, v->cap, s);
	}
}

static void begin_run(struct walk *w) { w->hidden = w->raised = w->caps = false; }

static void end_run(struct walk *w)
{
	if (w->raised)
		tokenizer_gap(w->t, GAP_NONE);
}

static void begin_props(struct walk *w)
{
	w->in_props = w->depth >= 2 && w->names[w->depth - 2] && !strcmp(w->names[w->depth - 2], "r");
}

static void end_props(struct walk *w) { w->in_props = false; }

static void be_hidden(struct walk *w) { w->hidden = w->in_props ? is_on(xml_in_attr(w->x, "val")) : w->hidden; }
static void be_caps(struct walk *w) { w->caps = w->in_props ? is_on(xml_in_attr(w->x, "val")) : w->caps; }

/* Raised digits are no part of the word before them. */
static void be_raised(struct walk *w)
{
	const char *v = xml_in_attr(w->x, "val");
	if (!w->in_props || !v || !strcmp(v, "baseline"))
		return;
	w->raised = true;
	tokenizer_gap(w->t, GAP_NONE);
}

static void put_hyphen(struct walk *w) { put_text(w, "-"); }

static void put_hint(struct walk *w)
{
	if (w->d->kind != DOCX_TEXT_MAIN)
		return;
	tokenizer_gap(w->t, GAP_NONE);
	w->d->out->hints = true;
	w->hint++;
}

static void put_sym(struct walk *w)
{
	const char *v = xml_in_attr(w->x, "char");
	unsigned long c = v ? strtoul(v, NULL, 16) : 0;
	char out[5] = "";
	if (c == 0 || c > 0x10FFFF)
		return;
	out[utf8_put(out, (uint32_t)c)] = '\0';
	put_text(w, out);
}

static void put_number(struct walk *w, size_t n)
{
	tokenizer_gap(w->t, GAP_NONE);
	char *s = arena_printf(w->t->arena, "%zu", n);
	put_text(w, s);
	tokenizer_gap(w->t, GAP_NONE);
}

static void put_reference(struct walk *w)
{
	const char *custom = xml_in_attr(w->x, "customMarkFollows"), *id = xml_in_attr(w->x, "id");
	size_t number = w->d->kind == DOCX_TEXT_MAIN && id ? docx_note_add(w->d, id, *xml_in_name(w->x) == 'e') : 0;
	if (number > 0 && (!custom || !is_on(custom)))
		put_number(w, number);
}

static void put_own_mark(struct walk *w)
{
	if (w->d->note)
		put_number(w, w->d->note->number);
}

/* A stop of the paragraph is no text, but a tab of a run is a gap. */
static void put_tab(struct walk *w)
{
	w->d->out->tabs = w->d->out->tabs || !xml_in_attr(w->x, "pos");
	put_space(w);
}

static void begin_simple_field(struct walk *w)
{
	const char *code = xml_in_attr(w->x, "instr");
	w->page_field = code && asks_page(w, code);
}

static void end_simple_field(struct walk *w) { w->page_field = false; }

static void field_char(struct walk *w)
{
	const char *type = xml_in_attr(w->x, "fldCharType");
	if (!type)
		return;
	if (!strcmp(type, "begin")) {
		if (w->fields < 16)
			w->field_code[w->fields] = true, w->field_page[w->fields] = false;
		w->fields++;
	} else if (!strcmp(type, "separate")) {
		if (w->fields > 0 && w->fields <= 16)
			w->field_code[w->fields - 1] = false;
	} else if (w->fields > 0) {
		w->fields--;
	}
}

static void begin_table(struct walk *w)
{
	put_space(w);
	if (w->tables++ == 0)
		w->d->n_tables++;
}

static void end_table(struct walk *w) { w->tables--; }

static bool top_row(const struct walk *w) { return w->tables == 1 && in_body(w); }

static void begin_row(struct walk *w)
{
	if (!top_row(w))
		return;
	w->row_header = false;
	w->row_from = w->t->out->n;
	w->first_cell = w->d->out->cells.n;
}

static void end_row(struct walk *w)
{
	struct reading *r = w->d->out;
	if (!top_row(w))
		return;
	struct row row = { .from = w->row_from, .to = w->t->out->n, .cell = w->first_cell, .n_cells = r->cells.n - w->first_cell,
		.table = (uint32_t)w->d->n_tables, .header = w->row_header };
	if (row.to > row.from)
		ARENA_PUSH(r->arena, r->rows, r->n_rows, r->cap_rows, row);
}

static void row_is_header(struct walk *w)
{
	if (top_row(w))
		w->row_header = is_on(xml_in_attr(w->x, "val"));
}

static void begin_cell(struct walk *w)
{
	put_space(w);
	if (top_row(w))
		w->cell_from = w->t->out->n;
}

static void end_cell(struct walk *w)
{
	put_space(w);
	if (!top_row(w) || w->t->out->n == w->cell_from)
		return;
	struct spans *c = &w->d->out->cells;
	struct span s = { w->cell_from, w->t->out->n };
	ARENA_PUSH(w->d->out->arena, c->v, c->n, c->cap, s);
}

static void count_picture(struct walk *w)
{
	if (w->d->kind == DOCX_TEXT_MAIN)
		w->d->out->n_pictures++;
}

static void use_chart(struct walk *w)
{
	count_picture(w);
	if (w->d->kind == DOCX_TEXT_MAIN)
		docx_chart_add(w->d, xml_in_attr(w->x, "id"));
}

static void begin_box(struct walk *w)
{
	if (w->box_depth++ > 0 || w->d->kind != DOCX_TEXT_MAIN)
		return;
	tokenizer_gap(w->t, GAP_NONE); /* what stands before the box is written */
	w->boxed = (struct tokenizer){ .vocab = w->t->vocab, .arena = w->t->arena, .out = &w->d->out->boxes };
	w->box_from = w->d->out->boxes.n;
	w->outer = w->t;
	w->t = &w->boxed;
}

static void end_box(struct walk *w)
{
	if (w->box_depth == 0 || --w->box_depth > 0 || !w->outer)
		return;
	put_space(w);
	w->t = w->outer;
	w->outer = NULL;
	struct span s = { w->box_from, w->d->out->boxes.n };
	if (s.to > s.from)
		ARENA_PUSH(w->d->out->arena, w->d->out->box.v, w->d->out->box.n, w->d->out->box.cap, s);
}

static void use_margin(struct walk *w)
{
	const char *id = xml_in_attr(w->x, "id");
	if (id && w->d->kind == DOCX_TEXT_MAIN)
		docx_margin_add(w->d, id);
}

/* What is not read at all. */
static void leave_out(struct walk *w) { w->skip = w->depth; }

/* A note is looked for by its number; separators are no text. */
static void begin_note(struct walk *w)
{
	const char *id = xml_in_attr(w->x, "id"), *type = xml_in_attr(w->x, "type");
	w->d->note = (type && strcmp(type, "normal") != 0) || !id ? NULL : docx_note_find(w->d, id);
	if (w->d->note)
		w->d->note->text.from = w->t->out->n;
	else
		w->skip = w->depth;
}

static void end_note(struct walk *w)
{
	put_space(w);
	if (w->d->note)
		w->d->note->text.to = w->t->out->n;
	w->d->note = NULL;
}

static const struct element {
	const char *name;
	void (*begin)(struct walk *w), (*end)(struct walk *w);
} elements[] = {
	{ "t", NULL, NULL }, { "p", begin_para, end_para }, { "r", begin_run, end_run }, { "rPr", begin_props, end_props },
	{ "vanish", be_hidden, NULL }, { "caps", be_caps, NULL }, { "vertAlign", be_raised, NULL },
	{ "tab", put_tab, NULL }, { "ptab", put_space, NULL }, { "br", put_space, NULL }, { "cr", put_space, NULL },
	{ "noBreakHyphen", put_hyphen, NULL }, { "sym", put_sym, NULL }, { "lastRenderedPageBreak", put_hint, NULL },
	{ "footnoteReference", put_reference, NULL }, { "endnoteReference", put_reference, NULL },
	{ "footnoteRef", put_own_mark, NULL }, { "endnoteRef", put_own_mark, NULL },
	{ "fldSimple", begin_simple_field, end_simple_field }, { "fldChar", field_char, NULL }, { "instrText", NULL, NULL },
	{ "tbl", begin_table, end_table }, { "tr", begin_row, end_row }, { "tblHeader", row_is_header, NULL },
	{ "tc", begin_cell, end_cell }, { "txbxContent", begin_box, end_box },
	{ "headerReference", use_margin, NULL }, { "footerReference", use_margin, NULL },
	{ "footnote", begin_note, end_note }, { "endnote", begin_note, end_note },
	{ "del", leave_out, NULL }, { "moveFrom", leave_out, NULL }, { "pPrChange", leave_out, NULL }, { "rPrChange", leave_out, NULL },
	{ "sectPrChange", leave_out, NULL }, { "tblPrChange", leave_out, NULL }, { "tcPrChange", leave_out, NULL },
	{ "trPrChange", leave_out, NULL }, { "delText", leave_out, NULL }, { "tabs", leave_out, NULL }, { "rt", leave_out, NULL },
};

static const struct element *find(const char *name)
{
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (!strcmp(elements[i].name, name))
			return &elements[i];
	return NULL;
}

static void begin(struct walk *w)
{
	const char *name = xml_in_name(w->x), *ns = xml_in_space(w->x);
	const struct element *e = is_w(ns) ? find(name) : NULL;
	w->names[w->depth++] = e ? e->name : NULL;
	if (w->skip)
		return;
	if (e && e->begin)
		e->begin(w);
	else if (!strcmp(name, "Fallback")) /* the same again for older programs */
		w->skip = w->depth;
	else if (!e && !strcmp(name, "chart") && has_end(ns, "/chart") && xml_in_attr(w->x, "id"))
		use_chart(w);
	else if (!e && ((!strcmp(name, "pic") && has_end(ns, "/picture")) || !strcmp(name, "imagedata")))
		count_picture(w);
}

static void end(struct walk *w)
{
	const char *name = w->depth > 0 ? w->names[w->depth - 1] : NULL;
	const struct element *e = name ? find(name) : NULL;
	if (!w->skip && e && e->end)
		e->end(w);
	if (w->skip == w->depth)
		w->skip = 0;
	if (w->depth > 0)
		w->depth--;
}

static void text(struct walk *w)
{
	const char *in = w->depth > 0 ? w->names[w->depth - 1] : NULL;
	if (w->skip || !in)
		return;
	if (!strcmp(in, "t"))
		put_text(w, xml_in_text(w->x));
	else if (!strcmp(in, "instrText") && w->fields > 0 && w->fields <= 16 && asks_page(w, xml_in_text(w->x)))
		w->field_page[w->fields - 1] = true;
}

bool docx_text(struct docx_text *d, const char *data, size_t n, struct tokens *out)
{
	struct tokenizer t = { .vocab = d->out->vocab, .arena = d->out->arena, .out = out };
	struct walk w = { .d = d, .x = xml_in_new(d->out->arena, data, n), .t = &t, .hint = 1 };
	for (;;) {
		switch (xml_in_next(w.x)) {
		case XML_IN_START:
			if (w.depth >= MAX_DEPTH)
				return false;
			begin(&w);
			break;
		case XML_IN_END:
			end(&w);
			break;
		case XML_IN_TEXT:
			text(&w);
			break;
		case XML_IN_DONE:
			tokenizer_gap(&t, GAP_SPACE);
			return true;
		case XML_IN_BAD:
			return false;
		}
	}
}
