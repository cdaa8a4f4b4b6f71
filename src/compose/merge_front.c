/* Values in a front matter: each text that holds one is put in double quotes, so that no sign of the value's own means anything.
 * What the template itself writes keeps its meaning. */
#include "compose/merge_in.h"

#include <string.h>

#include "base/viet.h"
#include "compose/msg.h"

/* How the keys that take more than one plain text are read (read/front.c has them all). */
enum { TEXTS = 1 /* a list in brackets too */, ANY = 2 /* lists and mappings */, LINES = 4 /* backslash-space parts lines */, CITES = 8 };
static const struct front_place { const char *fold; unsigned how; } places[] = {
	{ "coquanchuquan", TEXTS | LINES }, { "coquanbanhanh", ANY | TEXTS | LINES }, { "caccoquan", ANY | TEXTS | LINES }, { "ten", LINES },
	{ "chuquan", TEXTS | LINES }, { "viettat", TEXTS }, { "kinhgui", TEXTS | LINES }, { "kinhtrinh", TEXTS | LINES }, { "noinhan", TEXTS },
	{ "cancu", TEXTS | CITES }, { "viendan", ANY | TEXTS }, { "thamquyen", TEXTS | LINES }, { "diachi", TEXTS }, { "nguoiky", ANY | TEXTS },
	{ "thuky", ANY | TEXTS }, { "chutoa", ANY | TEXTS }, { "chutri", ANY | TEXTS }, { "chucvu", TEXTS | LINES }, { "chucdanh", TEXTS | LINES },
	{ "trichyeu", LINES | CITES }, { "phuluc", LINES | CITES }, { "kemtheo", CITES }};

struct quoting {
	struct arena *a;
	struct diag *g;
	const struct merged *m;   /* as filled */
	const char *t;            /* its text */
	size_t to;                /* end of the front matter in hand */
	size_t k;                 /* piece looked at last */
	struct buf out;
	struct merged *into;
	unsigned how;             /* of the key in hand */
	unsigned list;            /* of the key whose value stands below it */
};

/* ---- bytes and where they come from ---- */

static const struct merged_piece *piece_of(struct quoting *q, size_t at)
{
	const struct merged *m = q->m;

	while (q->k > 0 && m->v[q->k].at > at)
		q->k--;
	while (q->k + 1 < m->n_v && m->v[q->k + 1].at <= at)
		q->k++;
	return &m->v[q->k];
}

static bool given(struct quoting *q, size_t at)
{
	return piece_of(q, at)->value;
}

/* The template's own sign at a place, 0 for a value's. */
static char sign(struct quoting *q, size_t at)
{
	return at < q->to && !given(q, at) ? q->t[at] : '\0';
}

static void keep(struct quoting *q, size_t from, size_t to)
{
	while (from < to) {
		const struct merged_piece *p = piece_of(q, from);
		size_t next = q->k + 1 < q->m->n_v && q->m->v[q->k + 1].at < to ? q->m->v[q->k + 1].at : to;

		merge_piece(q->a, q->into, q->out.len, p->value || from == p->at ? p->from : merged_pos(q->m, from), p->value);
		buf_put(&q->out, q->t + from, next - from);
		from = next;
	}
}

/* What the quotes make of a sign. */
static void put_sign(struct quoting *q, size_t at, char mark)
{
	char c = q->t[at];

	if (mark == '"' ? c == '"' || c == '\\' : c == mark)
		buf_putc(&q->out, mark == '"' ? '\\' : mark);
	keep(q, at, at + 1);
}

/* Copies a text into quotes (mark); own: the template's signs are not in them yet. Of a value also what the reader of the text's
 * key would take for a sign gets a backslash. */
static void keep_quoted(struct quoting *q, size_t from, size_t to, char mark, bool own)
{
	const char *const backslash = mark == '"' ? "\\\\" : "\\";

	for (size_t i = from; i < to; i++) {
		if (!given(q, i)) {
			if (own)
				put_sign(q, i, mark);
			else
				keep(q, i, i + 1);
			continue;
		}
		if (q->t[i] == '\\' && (q->how & LINES)) {
			size_t n = strspn(q->t + i, "\\");

			if (i + n < to && q->t[i + n] == ' ')
				buf_puts(&q->out, backslash);
		}
		if (q->t[i] == '[' && i + 1 < to && q->t[i + 1] == '@' && (q->how & CITES))
			buf_puts(&q->out, backslash);
		put_sign(q, i, mark);
	}
}

static bool any_given(struct quoting *q, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (given(q, i))
			return true;
	return false;
}

/* ---- lines ---- */

static size_t line_end(const struct quoting *q, size_t at)
{
	const char *nl = at < q->to ? memchr(q->t + at, '\n', q->to - at) : NULL;

	return nl != NULL ? (size_t)(nl - q->t) : q->to;
}

static bool is_gap(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static size_t skip_gap(const struct quoting *q, size_t at, size_t end)
{
	while (at < end && is_gap(q->t[at]))
		at++;
	return at;
}

static size_t back_gap(const struct quoting *q, size_t from, size_t at)
{
	while (at > from && is_gap(q->t[at - 1]))
		at--;
	return at;
}

/* True if nothing but a comment stands between at and the line's end. */
static bool is_tail(struct quoting *q, size_t at, size_t end)
{
	size_t p = skip_gap(q, at, end);

	return p == end || (sign(q, p) == '#' && p > at);
}

/* End of the template's text in a line: its comment, or the line's end, without the spaces before; *comment: there is one. */
static size_t text_end(struct quoting *q, size_t at, size_t end, bool *comment)
{
	*comment = false;
	for (size_t i = at; i < end; i++)
		if (sign(q, i) == '#' && (i == at || is_gap(q->t[i - 1]))) {
			*comment = true;
			end = i;
		}
	return back_gap(q, at, end);
}

/* ---- scalars ---- */

/* End of a text in quotes that opens at a place (after the closing one), or 0. */
static size_t quote_end(struct quoting *q, size_t at)
{
	char mark = q->t[at];

	for (size_t i = at + 1; i < q->to; i++) {
		if (sign(q, i) == '\\' && mark == '"' && i + 1 < q->to && !given(q, i + 1))
			i++;
		else if (sign(q, i) == mark && mark == '\'' && sign(q, i + 1) == mark)
			i++;
		else if (sign(q, i) == mark)
			return i + 1;
	}
	return 0;
}

static void put_plain(struct quoting *q, size_t from, size_t to)
{
	if (!any_given(q, from, to)) {
		keep(q, from, to);
		return;
	}
	buf_putc(&q->out, '"');
	keep_quoted(q, from, to, '"', true);
	buf_putc(&q->out, '"');
}

/* A plain text from a place on, with the lines below it that are deeper than parent. Returns the place after it. */
static size_t plain(struct quoting *q, size_t at, size_t parent)
{
	bool comment;
	size_t le = line_end(q, at), end = text_end(q, at, le, &comment);

	while (!comment && le < q->to) {
		size_t next = le + 1, ne = line_end(q, next), s = next;

		while (s < ne && q->t[s] == ' ')
			s++;
		if (skip_gap(q, s, ne) == ne && ne < q->to) {
			le = ne; /* a blank line */
			continue;
		}
		if (s == ne || s - next <= parent || sign(q, s) == '#')
			break;
		le = ne;
		end = text_end(q, s, ne, &comment);
	}
	put_plain(q, at, end);
	return end;
}

/* The lines of a block, deeper than parent: no quotes there. */
static size_t block(struct quoting *q, size_t at, size_t parent)
{
	size_t le = line_end(q, at);

	while (le < q->to) {
		size_t next = le + 1, ne = line_end(q, next), s = next;

		while (s < ne && q->t[s] == ' ')
			s++;
		if (skip_gap(q, s, ne) != ne && s - next <= parent)
			break;
		le = ne;
	}
	keep_quoted(q, at, le, '\0', false);
	return le;
}

static void use_key(struct quoting *q, size_t from, size_t colon)
{
	const char *fold;

	while (from < colon && strchr("\"' \t", q->t[from]) != NULL)
		from++;
	while (colon > from && strchr("\"' \t", q->t[colon - 1]) != NULL)
		colon--;
	fold = viet_fold(q->a, arena_strndup(q->a, q->t + from, colon - from));
	q->how = 0;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (strcmp(places[i].fold, fold) == 0)
			q->how = places[i].how;
}

/* Place of the colon that ends a key at from, or 0. */
static size_t key_end(struct quoting *q, size_t from, size_t end)
{
	for (size_t i = from; i < end && i - from <= 120; i++)
		if (sign(q, i) == ':' && i > from && (i + 1 >= end || strchr(" \t\r\n,}", q->t[i + 1]) != NULL))
			return i;
	return 0;
}

/* ---- brackets ---- */

enum { FLOW_DEPTH = 40 };

/* End of a plain text in brackets. Brackets inside it come in pairs. */
static size_t flow_end(struct quoting *q, size_t at, char close)
{
	size_t i = at;

	for (; i < q->to; i++) {
		char c = sign(q, i);

		if (c == '[') {
			size_t k = i + 1;

			while (k < q->to && sign(q, k) != ']' && sign(q, k) != '[')
				k++;
			if (k < q->to && sign(q, k) == ']')
				i = k;
		} else if (c == ',' || c == close || (c == '#' && i > at && is_gap(q->t[i - 1]))) {
			break;
		}
	}
	while (i > at && (is_gap(q->t[i - 1]) || q->t[i - 1] == '\n'))
		i--;
	return i;
}

static size_t flow(struct quoting *q, size_t at, int depth)
{
	char close = q->t[at] == '[' ? ']' : '}';
	bool key = close == '}';
	unsigned how = q->how;

	keep(q, at, at + 1);
	for (at++; at < q->to;) {
		char c = sign(q, at);
		size_t end, colon;

		if (c == close) {
			keep(q, at, at + 1);
			return at + 1;
		}
		if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',') {
			keep(q, at, at + 1);
			key = c == ',' ? close == '}' : key;
			at++;
			continue;
		}
		if (c == '#') {
			end = line_end(q, at);
			keep(q, at, end);
			at = end;
			continue;
		}
		if (key && (colon = key_end(q, at, q->to)) != 0) {
			if (any_given(q, at, colon))
				diag_put(q->g, &COMPOSE_VALUE_KEY, merged_pos(q->m, at));
			use_key(q, at, colon);
			keep(q, at, colon + 1);
			at = colon + 1;
			key = false;
			continue;
		}
		key = false;
		if ((c == '[' || c == '{') && (how & ANY) && depth < FLOW_DEPTH) {
			at = flow(q, at, depth + 1);
			q->how = how;
			continue;
		}
		if ((c == '"' || c == '\'') && (end = quote_end(q, at)) != 0) {
			size_t next = skip_gap(q, end, q->to);

			if (next == q->to || strchr(",\n#", q->t[next]) != NULL || sign(q, next) == close) {
				keep_quoted(q, at, end, c, false);
				at = end;
				continue;
			}
		}
		end = flow_end(q, at, close);
		put_plain(q, at, end > at ? end : at + 1);
		at = end > at ? end : at + 1;
	}
	return at;
}

/* ---- the front matter ---- */

static bool is_slot(struct quoting *q, size_t at)
{
	size_t i = at + 1;

	while (sign(q, i) == ' ')
		i++;
	return i > at + 1 && sign(q, i) == ']';
}

/* The value of a key or of a dash; returns the place after it, on its last line. */
static size_t scalar(struct quoting *q, size_t at, size_t parent)
{
	size_t le = line_end(q, at), end;
	char c = sign(q, at);

	if ((c == '|' || c == '>') && is_tail(q, at + 1 + strspn(q->t + at + 1, "+-123456789"), le))
		return block(q, at, parent);
	if ((c == '"' || c == '\'') && (end = quote_end(q, at)) != 0 && is_tail(q, end, line_end(q, end))) {
		keep_quoted(q, at, end, c, false);
		return end;
	}
	if ((c == '[' && (q->how & TEXTS) && !is_slot(q, at)) || (c == '{' && (q->how & ANY)))
		return flow(q, at, 0);
	return plain(q, at, parent);
}

static void front(struct quoting *q, size_t from)
{
	size_t p = from;

	while (p < q->to) {
		size_t le = line_end(q, p), at = p, parent, colon = 0;
		bool dash = false;

		while (at < le && q->t[at] == ' ')
			at++;
		parent = at - p;
		keep(q, p, at);
		while (sign(q, at) == '-' && (at + 1 == le || is_gap(q->t[at + 1]))) {
			size_t s = skip_gap(q, at + 1, le);

			dash = true;
			parent = at - p;
			keep(q, at, s);
			at = s;
		}
		if (at < le && sign(q, at) != '#' && (!dash || (q->list & ANY)))
			colon = key_end(q, at, le);
		if (colon != 0) {
			size_t s = skip_gap(q, colon + 1, le);

			if (any_given(q, at, colon))
				diag_put(q->g, &COMPOSE_VALUE_KEY, merged_pos(q->m, at));
			parent = dash ? at - p : parent;
			use_key(q, at, colon);
			keep(q, at, s);
			at = s;
			if (is_tail(q, at, le) && (at == le || sign(q, at) == '#'))
				q->list = q->how;
		} else if (dash) {
			q->how = q->list;
		}
		if (at < le && sign(q, at) != '#')
			at = scalar(q, at, parent);
		le = line_end(q, at);
		keep(q, at, le < q->to ? le + 1 : le);
		p = le < q->to ? le + 1 : le;
	}
}

void merge_quote(struct arena *a, struct merged *m, const struct merge_front *v, size_t n, struct diag *g)
{
	struct merged old = *m;
	struct quoting q = { .a = a, .g = g, .m = &old, .t = old.text, .into = m };
	size_t at = 0;

	if (n == 0)
		return;
	m->v = NULL;
	m->n_v = m->cap_v = 0;
	for (size_t i = 0; i < n; i++) {
		q.to = old.n;
		keep(&q, at, v[i].from);
		q.to = v[i].to;
		q.how = 0;
		front(&q, v[i].from);
		at = v[i].to;
	}
	q.to = old.n;
	keep(&q, at, old.n);
	m->text = arena_strndup(a, q.out.data != NULL ? q.out.data : "", q.out.len);
	m->n = q.out.len;
	buf_free(&q.out);
}
