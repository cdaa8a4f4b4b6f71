/* Signs inside a line: **bold**, *italic*, ***both***, ^sup^, ~sub~, [^1], [@57-NQ/TW], [   ], and "\" before a sign that is meant as such.
 * A sign without its partner on the same line is text. Every stretch is searched for each kind of partner at most once a
 * level, and a kind never stands inside itself: the time is linear and the depth at most four. */
#include "read/body.h"
#include "base/buf.h"
#include "read/msg.h"
#include <string.h>

struct inl {
	struct body *b;
	struct node *para;
	size_t line;
	enum inline_mode mode;
	struct buf text;
};

static void flush(struct inl *x, unsigned attrs)
{
	if (x->text.len)
		doc_run(x->b->doc, x->para, RUN_TEXT, arena_strndup(x->b->arena, x->text.data, x->text.len), attrs);
	buf_clear(&x->text);
}

static bool space(char c)
{
	return c == ' ' || c == '\t';
}

static bool punct(char c)
{
	return c && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c);
}

static bool sign(char c)
{
	return c == '\\' || c == '*' || c == '^' || c == '~' || c == '[' || c == '\t';
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t run_length(const char *p, const char *e)
{
	size_t n = 1;
	while (p + n < e && p[n] == *p)
		n++;
	return n;
}

/* ---- stars ---- */

/* "10*20" : a multiplication. */
static bool between_digits(const char *p, size_t n, const char *s, const char *e)
{
	return n == 1 && p > s && p + n < e && digit(p[-1]) && digit(p[n]);
}

/* The partner of n stars in [s, e), or NULL. A run of three closes one or two as well, the inner ones first. */
static const char *star_close(const char *s, const char *e, size_t n)
{
	for (const char *p = s; p < e;) {
		if (*p == '\\' && p + 1 < e) {
			p += 2;
		} else if (*p == '*') {
			size_t k = run_length(p, e);
			if (p > s && !space(p[-1]) && !between_digits(p, k, s, e)) {
				if (k == n)
					return p;
				if (k == 3)
					return p + 3 - n;
			}
			p += k;
		} else {
			p++;
		}
	}
	return NULL;
}

static unsigned star_attrs(size_t n)
{
	return n == 1 ? RUN_ITALIC : n == 2 ? RUN_BOLD : RUN_BOLD | RUN_ITALIC;
}

/* ---- sub and sup: no space inside ---- */

static const char *rise_close(const char *s, const char *e, char sign)
{
	for (const char *p = s; p < e && !space(*p);) {
		if (*p == '\\' && p + 1 < e) {
			p += 2;
		} else if (*p == sign) {
			size_t k = run_length(p, e);
			if (k == 1 && p > s)
				return p;
			p += k;
		} else {
			p++;
		}
	}
	return NULL;
}

/* ---- a stretch ---- */

struct memo { bool none[4]; }; /* by number of stars: no partner from here to the stretch's end */

static void stretch(struct inl *x, const char *s, const char *e, unsigned attrs);

static void inside(struct inl *x, const char *s, const char *e, unsigned attrs, unsigned more)
{
	flush(x, attrs);
	stretch(x, s, e, attrs | more);
	flush(x, attrs | more);
}

/* Partner of k stars beyond p's run of n, remembered if there is none. */
static const char *partner(const char *p, size_t n, size_t k, const char *e, unsigned attrs, struct memo *m)
{
	if ((attrs & star_attrs(k)) || m->none[k])
		return NULL;
	const char *close = star_close(p + n, e, k);
	m->none[k] = !close;
	return close;
}

static const char *stars(struct inl *x, const char *p, const char *s, const char *e, unsigned attrs, struct memo *m)
{
	size_t n = run_length(p, e), k = n;
	const char *close = NULL;
	if (n <= 3 && p + n < e && !space(p[n]) && !between_digits(p, n, s, e))
		close = partner(p, n, n, e, attrs, m);
	if (!close && n == 3 && p + n < e && !space(p[n])) { /* "***a* b**": what closes last is outside */
		const char *one = partner(p, n, 1, e, attrs, m), *two = partner(p, n, 2, e, attrs, m);
		k = two && (!one || two > one) ? 2 : 1;
		close = k == 2 ? two : one;
	}
	if (!close) {
		buf_put(&x->text, p, n);
		return p + n;
	}
	inside(x, p + k, close, attrs, star_attrs(k));
	return close + k;
}

static const char *rise(struct inl *x, const char *p, const char *e, unsigned attrs)
{
	size_t n = run_length(p, e);
	if (n == 1 && p + 1 < e && !(attrs & (RUN_SUP | RUN_SUB))) {
		const char *close = rise_close(p + 1, e, *p);
		if (close) {
			inside(x, p + 1, close, attrs, *p == '^' ? RUN_SUP : RUN_SUB);
			return close + 1;
		}
	}
	buf_put(&x->text, p, n);
	return p + n;
}

/* "[@…]" at p: a citation; NULL if it is none. */
static const char *citation(struct inl *x, const char *p, const char *e, unsigned attrs)
{
	const char *text = p + 2, *end = text < e ? memchr(text, ']', (size_t)(e - text)) : NULL;
	if (!end || end == text || end - text > CITE_BYTES || memchr(text, '[', (size_t)(end - text)))
		return NULL;
	struct cite *c = ARENA_NEW(x->b->arena, struct cite);
	*c = (struct cite){arena_strndup(x->b->arena, text, (size_t)(end - text)), source_pos(x->b->src, x->line, p)};
	flush(x, attrs);
	doc_run(x->b->doc, x->para, RUN_CITE, NULL, attrs)->cite = c;
	return end + 1;
}

/* "[   ]", "[@…]" and "[^id]"; NULL if it is none. */
static const char *bracket(struct inl *x, const char *p, const char *e, unsigned attrs)
{
	const char *q = p + 1;
	if (q < e && *q == '@')
		return citation(x, p, e, attrs);
	while (q < e && *q == ' ')
		q++;
	if (q < e && q > p + 1 && *q == ']') {
		size_t n = (size_t)(q - p) - 1;
		char *t = arena_alloc(x->b->arena, 2 * n + 1);
		for (size_t i = 0; i < n; i++)
			memcpy(t + 2 * i, "\u00A0", 2);
		flush(x, attrs);
		doc_run(x->b->doc, x->para, RUN_SLOT, t, attrs);
		return q + 1;
	}
	if (q >= e || *q != '^' || q != p + 1)
		return NULL;
	const char *id = ++q;
	while (q < e && *q != ']' && !space(*q) && *q != '[' && q - id < 64)
		q++;
	if (q == id || q >= e || *q != ']')
		return NULL;
	struct pos pos = source_pos(x->b->src, x->line, p);
	struct node *note = NULL;
	flush(x, attrs);
	if (x->mode == INLINE_NOTE)
		diag_put(x->b->g, &read_msgs[READ_NOTE_NESTED], pos);
	else
		note = notes_mark(x->b, id, (size_t)(q - id), pos);
	if (note) {
		struct run *r = doc_run(x->b->doc, x->para, RUN_FOOTNOTE, NULL, attrs);
		r->note = note;
	}
	return q + 1;
}

static const char *escaped(struct inl *x, const char *p, const char *e, unsigned attrs)
{
	if (p + 1 < e && punct(p[1])) {
		buf_putc(&x->text, p[1]);
		return p + 2;
	}
	if (x->mode == INLINE_CELL && p + 1 < e && space(p[1])) {
		while (x->text.len && space(x->text.data[x->text.len - 1]))
			x->text.data[--x->text.len] = 0;
		flush(x, attrs);
		doc_run(x->b->doc, x->para, RUN_BREAK, NULL, attrs);
		for (p++; p < e && space(*p);)
			p++;
		return p;
	}
	buf_putc(&x->text, *p);
	return p + 1;
}

static void stretch(struct inl *x, const char *s, const char *e, unsigned attrs)
{
	struct memo m = {{false}};
	for (const char *p = s; p < e;) {
		const char *next = NULL;
		switch (*p) {
		case '\\': next = escaped(x, p, e, attrs); break;
		case '*': next = stars(x, p, s, e, attrs, &m); break;
		case '^':
		case '~': next = rise(x, p, e, attrs); break;
		case '[': next = bracket(x, p, e, attrs); break;
		case '\t':
			buf_putc(&x->text, ' ');
			next = p + 1;
			break;
		default: break;
		}
		if (!next) { /* up to the next sign that may mean something */
			for (next = p + 1; next < e && !sign(*next);)
				next++;
			buf_put(&x->text, p, (size_t)(next - p));
		}
		p = next;
	}
	flush(x, attrs);
}

void inline_read(struct body *b, struct node *para, size_t i, const char *s, const char *e, enum inline_mode mode)
{
	struct inl x = {b, para, i, mode, BUF_INIT};
	stretch(&x, s, e, 0);
	buf_free(&x.text);
}
