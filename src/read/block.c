/* Lines of a body: each is a paragraph, and its first signs say which. Blank lines mean nothing. */
#include "model/label.h"
#include "read/body.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "read/msg.h"
#include <string.h>

const char *body_start(const struct body *b, size_t i)
{
	const char *p = b->src->lines[i].s;
	return p + strspn(p, " \t");
}

const char *body_line_end(const struct source *src, size_t i, const char *p, bool *joined)
{
	const char *e = src->lines[i].s + src->lines[i].len;
	while (e > p && (e[-1] == ' ' || e[-1] == '\t'))
		e--;
	size_t back = 0;
	while (e - back > p && e[-1 - (ptrdiff_t)back] == '\\')
		back++;
	*joined = back % 2;
	if (!*joined)
		return e;
	for (e--; e > p && (e[-1] == ' ' || e[-1] == '\t');)
		e--;
	return e;
}

struct node *body_para(struct body *b, struct node *parent, enum role role, struct pos pos)
{
	if (b->full)
		return NULL;
	if (++*b->n_paras > BODY_PARAS) {
		diag_put(b->g, &read_msgs[READ_MANY_PARAS], pos, BODY_PARAS);
		b->full = true;
		return NULL;
	}
	struct node *n = doc_add(b->doc, parent, NODE_PARA, pos);
	n->u.para.role = role;
	return n;
}

static void break_at_end(struct body *b, size_t i)
{
	diag_put(b->g, &read_msgs[READ_BREAK_END], source_pos(b->src, i, strrchr(b->src->lines[i].s, '\\')));
}

void body_text(struct body *b, struct node *para, const char *p)
{
	for (;;) {
		bool joined;
		const char *e = body_line_end(b->src, b->i, p, &joined);
		inline_read(b, para, b->i, p, e, INLINE_PARA);
		size_t i = b->i++;
		if (!joined)
			return;
		if (b->i >= b->to || source_blank(b->src, b->i)) {
			break_at_end(b, i);
			return;
		}
		doc_run(b->doc, para, RUN_BREAK, NULL, 0);
		p = body_start(b, b->i);
	}
}

/* ---- what a paragraph's text says of its role ---- */

/* Where a template's values stand in lines [from, to): the template's own signs from p (in line from) on, with '0' for each byte of
 * a value, since these alone say what the paragraph is. NULL if no value does. */
static const char *own_text(struct body *b, size_t from, size_t to, const char *p)
{
	struct buf out = BUF_INIT;
	bool given = false;
	for (size_t i = from; i < to && b->src->merged; i++) {
		const char *line = b->src->lines[i].s, *own = source_own(b->src, i);
		given |= own != line;
		buf_puts(&out, i == from ? own + (p - line) : own);
	}
	while (out.len && (out.data[out.len - 1] == ' ' || out.data[out.len - 1] == '\t'))
		out.data[--out.len] = 0;
	const char *s = given ? arena_strdup(b->arena, out.data) : NULL;
	buf_free(&out);
	return s;
}

/* True if a text holds capitals and no small letter. */
static bool capitals(const char *s, bool *any)
{
	while (*s) {
		uint32_t c = utf8_next(&s, s + strlen(s));
		if (utf8_is_lower(c))
			return false;
		*any |= utf8_is_upper(c);
	}
	return true;
}

/* True if the runs, or the own text if there is one, hold capitals and no small letter, from byte skip on. */
static bool all_capitals(const struct para *p, size_t skip, const char *own)
{
	bool any = false;
	if (own)
		return capitals(own + (skip < strlen(own) ? skip : strlen(own)), &any) && any;
	for (size_t i = 0; i < p->n_runs; i++) {
		const char *s = p->runs[i].kind == RUN_TEXT ? p->runs[i].text : "";
		size_t n = strlen(s), k = skip < n ? skip : n;
		skip -= k;
		if (!capitals(s + k, &any))
			return false;
	}
	return any;
}

static bool starts(const char *s, const char *with)
{
	return !strncmp(s, with, strlen(with));
}

/* Căn cứ open the text. Where the kind has them by its form, also who proposes; elsewhere only what ends as căn cứ end. */
static bool is_basis(const struct body *b, const char *text)
{
	static const char *const proposals[] = {"Theo đề nghị của ", "Xét đề nghị của ", "Xét Tờ trình ", "Xét tờ trình ", "Xét đề nghị "};
	if (!b->opening)
		return false;
	size_t n = strlen(text);
	char last = n ? text[n - 1] : 0;
	if (starts(text, "Căn cứ ") || starts(text, "- Căn cứ "))
		return b->bases || last == ';' || (b->basis_before && (last == '.' || last == ','));
	for (size_t i = 0; b->bases && i < sizeof proposals / sizeof *proposals; i++)
		if (starts(text, proposals[i]))
			return true;
	return false;
}

static bool is_resolves(const char *text)
{
	return !strcmp(text, "QUYẾT ĐỊNH:") || !strcmp(text, "QUYẾT NGHỊ:");
}

/* Makes the label a run of its own, in bold. */
static void bold_label(struct body *b, struct para *p)
{
	struct run r = p->runs[0];
	size_t n = p->label_len;
	if (r.kind != RUN_TEXT || strlen(r.text) < n)
		return;
	p->runs[0].text = arena_strndup(b->arena, r.text, n);
	p->runs[0].attrs |= RUN_BOLD;
	if (!r.text[n])
		return;
	struct run rest = r;
	rest.text = r.text + n;
	ARENA_PUSH(b->arena, p->runs, p->n_runs, p->cap_runs, rest);
	memmove(p->runs + 2, p->runs + 1, (p->n_runs - 2) * sizeof *p->runs);
	p->runs[1] = rest;
}

/* The label of the text from s on: on the line as typed, so that "1\." is none; stars before it are no part of it. */
static void set_label(struct node *para, const char *s, const char *e, const char *text, const char *own, bool *alone)
{
	size_t stars = strspn(s, "*");
	if (stars > 3 || s + stars > e)
		stars = 0;
	uint32_t len = 0;
	size_t n = (size_t)(e - s) - stars;
	enum label_kind k = label_find(s + stars, n, &len, alone);
	if (k == LABEL_NONE && stars) { /* "**1.** Text" */
		const char *close = strchr(s + stars, '*');
		if (close && close < e)
			k = label_find(s + stars, (size_t)(close - s) - stars, &len, alone);
		*alone = false;
	}
	if (k == LABEL_NONE || strncmp(text, s + stars, len))
		return;
	if (own && own[stars] == '0' && s[stars] > '9') { /* "Chương I": all of it came from a value */
		bool word = k == LABEL_ARTICLE || label_division(k);
		*alone = *alone && !word;
		if (word)
			return;
	}
	para->u.para.label = k;
	para->u.para.label_len = len;
}

static enum role role_of(struct body *b, struct para *p, const char *text, const char *own, int mark, bool alone)
{
	static const enum role headings[] = {ROLE_BODY, ROLE_HEADING1, ROLE_HEADING2, ROLE_HEADING3};
	enum role title = b->title_role;
	const struct division *d = label_division(p->label);
	b->title_role = ROLE_BODY;
	if (title != ROLE_BODY && p->label == LABEL_NONE && (mark || all_capitals(p, 0, own)))
		return title;
	if (d && (mark || alone || all_capitals(p, p->label_len, own))) {
		if (alone)
			b->title_role = d->title;
		return d->role;
	}
	if (d) { /* "Mục 1. " begins a sentence */
		p->label = LABEL_NONE;
		p->label_len = 0;
	}
	if (is_resolves(own ? own : text))
		return ROLE_RESOLVES;
	if (p->label == LABEL_ARTICLE)
		return mark ? ROLE_ARTICLE : ROLE_ARTICLE_TEXT;
	if (mark)
		return headings[mark];
	if (p->label == LABEL_ROMAN && all_capitals(p, p->label_len, own))
		return ROLE_HEADING1;
	if (is_basis(b, own ? own : text))
		return ROLE_BASIS;
	return p->label == LABEL_NONE ? ROLE_BODY : ROLE_ITEM;
}

/* "#", "##", "###" before a space and a text. */
static int mark_of(const char **p)
{
	size_t n = strspn(*p, "#");
	const char *q = *p + n;
	if (!n || n > 3 || (*q != ' ' && *q != '\t') || !q[strspn(q, " \t")])
		return 0;
	*p = q + strspn(q, " \t");
	return (int)n;
}

static void paragraph(struct body *b)
{
	const char *p = body_start(b, b->i);
	struct node *n = body_para(b, b->section, ROLE_BODY, source_pos(b->src, b->i, p));
	if (!n)
		return;
	int mark = mark_of(&p);
	bool joined, alone = false;
	const char *e = body_line_end(b->src, b->i, p, &joined);
	size_t from = b->i;
	body_text(b, n, p);
	struct para *para = &n->u.para;
	const char *text = doc_text(b->doc, n), *own = own_text(b, from, b->i, p);
	set_label(n, p, e, text, own, &alone);
	para->role = role_of(b, para, text, own, mark, alone && !joined);
	if (para->role == ROLE_ARTICLE_TEXT)
		bold_label(b, para);
	b->basis_before = para->role == ROLE_BASIS;
	b->opening = b->opening && b->basis_before;
}

/* ---- lines that are no paragraph ---- */

static bool note_text(struct body *b)
{
	const char *p = body_start(b, b->i), *id, *text;
	size_t n;
	if (!notes_definition(p, &id, &n, &text))
		return false;
	bool joined;
	do {
		body_line_end(b->src, b->i, p, &joined);
		size_t i = b->i++;
		if (joined && (b->i >= b->to || source_blank(b->src, b->i))) {
			break_at_end(b, i);
			break;
		}
		if (joined)
			p = body_start(b, b->i);
	} while (joined);
	return true;
}

static bool table(struct body *b)
{
	struct table_options o = {.given = false};
	const char *p = body_start(b, b->i);
	if (*p == '{') {
		bool joined;
		const char *e = body_line_end(b->src, b->i, p, &joined);
		if (!options_line(p, e, b->arena))
			return false;
		if (b->i + 1 >= b->to || *body_start(b, b->i + 1) != '|') {
			diag_put(b->g, &read_msgs[READ_OPTION_ALONE], source_pos(b->src, b->i, p), arena_strndup(b->arena, p, (size_t)(e - p) < 80 ? (size_t)(e - p) : 1));
			b->i++;
			return true;
		}
		options_table(b, b->i, p, e, &o);
		b->i++;
	} else if (*p != '|') {
		return false;
	}
	table_read(b, &o);
	b->opening = b->basis_before = false;
	b->title_role = ROLE_BODY;
	return true;
}

static bool figure(struct body *b)
{
	if (!figure_read(b))
		return false;
	b->opening = b->basis_before = false;
	b->title_role = ROLE_BODY;
	return true;
}

static bool fence(struct body *b)
{
	if (!fence_read(b))
		return false;
	b->opening = b->basis_before = false;
	b->title_role = ROLE_BODY;
	return true;
}

void body_read(struct body *b, size_t from, size_t to)
{
	static bool (*const blocks[])(struct body *) = {waiver_read, table, figure, note_text, fence};
	b->i = from;
	b->to = to;
	b->opening = true;
	b->title_role = ROLE_BODY;
	notes_collect(b, from, to);
	while (b->i < b->to && !b->full) {
		if (source_blank(b->src, b->i)) {
			b->i++;
			continue;
		}
		bool done = false;
		for (size_t k = 0; k < sizeof blocks / sizeof *blocks && !done; k++)
			done = blocks[k](b);
		if (!done)
			paragraph(b);
	}
	if (!b->full)
		notes_unused(b);
}
