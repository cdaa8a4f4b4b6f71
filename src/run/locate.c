/* From a place in a document's text to the bytes of the draft it was read from. */
#include <string.h>
#include "base/utf8.h"
#include "run/check.h"

enum { FAR_INSIDE = 65536 };  /* bytes of a paragraph up to which quotes are looked for; behind, its own place will do */

static size_t line_start(const char *s, size_t n, uint32_t line)
{
	size_t at = 0;
	for (uint32_t l = 1; l < line; l++) {
		const char *e = memchr(s + at, '\n', n - at);
		if (!e)
			return n;
		at = (size_t)(e - s) + 1;
	}
	return at;
}

static size_t at_column(const char *s, size_t n, size_t at, uint32_t col)
{
	const char *p = s + at, *end = s + n;
	for (uint32_t c = 1; c < col && p < end && *p != '\n'; c++)
		utf8_next(&p, end);
	return (size_t)(p - s);
}

void check_line_col(const char *s, size_t at, uint32_t *line, uint32_t *col)
{
	const char *p = s, *end = s + at, *e;
	for (*line = 1; (e = memchr(p, '\n', (size_t)(end - p))); ++*line)
		p = e + 1;
	*col = (uint32_t)utf8_count(p, (size_t)(end - p)) + 1;
}

static bool blank(uint32_t c) { return c == ' ' || c == '\t' || c == 0xA0 || c == '\n' || c == '\r'; }

/* Walks text and source side by side, past the signs of the draft that the text does not have. */
static bool align(const char *text, size_t from, size_t to, const char *q, const char *end, const char **a, const char **b)
{
	enum { FAR = 600 }; /* bytes that a tag "[@…]" may take */
	const char *p = text, *stop = text + strlen(text);
	*a = *b = NULL;
	for (;;) {
		if ((size_t)(p - text) == from && !*a)
			*a = q;
		if ((size_t)(p - text) == to)
			return *b = q, *a != NULL;
		if (p >= stop)
			return false;
		const char *x = p;
		uint32_t c = utf8_next(&x, stop), d = 0;
		const char *r = q;
		bool found = false;
		while (r < end && r - q < FAR) {
			const char *s = r;
			d = utf8_next(&s, end);
			found = d == c || (blank(c) && blank(d));
			if (found) {
				if ((size_t)(p - text) == from)
					*a = r; /* signs before the quote are none of it */
				q = s;
				break;
			}
			if (!strchr("*\\^~[]|{}<>\r\n \t", (int)(d < 0x80 ? d : 'x')))
				return false;
			r = s;
		}
		if (!found)
			return false;
		p = x;
	}
}

bool check_locate(const struct checked *c, const struct check_finding *f, size_t *from, size_t *to)
{
	const struct node *n = f->node;
	const char *file = c->doc->root->pos.file;
	if (!c->source || !f->pos.line || !n || n->kind != NODE_PARA || f->to <= f->from || f->to > FAR_INSIDE || !f->words)
		return false;
	if (f->pos.file && file && strcmp(f->pos.file, file)) /* a value of the office's file */
		return false;
	const char *s = c->source, *end = s + c->n_source, *a, *b;
	size_t start = at_column(s, c->n_source, line_start(s, c->n_source, f->pos.line), f->pos.col);
	if (!n->generated) {
		if (!align(f->words, f->from, f->to, s + start, end, &a, &b))
			return false;
		*from = (size_t)(a - s);
		*to = (size_t)(b - s);
		return true;
	}
	/* a value of the front matter: the quote as typed, on its line */
	const char *eol = memchr(s + start, '\n', (size_t)(end - (s + start)));
	size_t len = strlen(f->quote), room = (size_t)((eol ? eol : end) - (s + start));
	a = len && len <= room ? memmem(s + start, room, f->quote, len) : NULL;
	if (!a)
		return false;
	*from = (size_t)(a - s);
	*to = *from + len;
	return true;
}
