/* Texts of a front matter: plain, quoted, and blocks of lines. */
#include "read/yaml_in.h"
#include "base/utf8.h"
#include <string.h>

const char *yaml_gathered(struct yaml_in *y)
{
	size_t n;
	const char *s = y->buf.data ? y->buf.data : "";
	char *copy = arena_strndup(y->arena, s, y->buf.len);
	return utf8_nfc(y->arena, copy, y->buf.len, &n);
}

bool yaml_slot(const char *p, const char **end)
{
	size_t n = *p == '[' ? strspn(p + 1, " ") : 0;
	if (!n || p[1 + n] != ']')
		return false;
	*end = p + n + 2;
	return true;
}

/* Start of a comment in the line from p, or its end; back over the spaces before it. */
static const char *text_end(const char *p)
{
	const char *e = p;
	for (; *e; e++)
		if (*e == '#' && (e == p || e[-1] == ' ' || e[-1] == '\t'))
			break;
	while (e > p && (e[-1] == ' ' || e[-1] == '\t'))
		e--;
	return e;
}

/* ---- plain ---- */

static bool goes_on(struct yaml_in *y, long parent)
{
	const char *p = y->src->lines[y->i].s;
	size_t in = yaml_indent(y);
	if ((long)in <= parent || p[in] == '#')
		return false;
	if (p[in] == '\t') {
		yaml_fault(y, READ_TAB, p + in);
		return true;
	}
	if (yaml_known_key(y, p + in)) {
		const char *colon;
		yaml_key_at(p + in, &colon);
		yaml_fault(y, READ_KEY_INDENT, p + in, arena_strndup(y->arena, p + in, (size_t)(colon - p) - in));
	} else if (p[in] == '-' && (p[in + 1] == ' ' || !p[in + 1])) {
		yaml_fault(y, READ_ITEM_INDENT, p + in);
	}
	return true;
}

static struct yaml *plain(struct yaml_in *y, long parent)
{
	struct yaml *v = yaml_node(y, YAML_SCALAR);
	buf_clear(&y->buf);
	const char *e = text_end(y->p);
	bool comment = e[strspn(e, " \t")] == '#';
	buf_put(&y->buf, y->p, (size_t)(e - y->p));
	while (yaml_next_line(y) && !comment) {
		size_t back = y->i;
		while (y->i < y->to && source_blank(y->src, y->i))
			yaml_next_line(y);
		if (y->i >= y->to || !goes_on(y, parent)) {
			y->i = back;
			y->p = back < y->to ? y->src->lines[back].s : NULL;
			break;
		}
		const char *s = y->src->lines[y->i].s;
		s += strspn(s, " \t");
		e = text_end(s);
		comment = e[strspn(e, " \t")] == '#';
		if (y->buf.len)
			buf_putc(&y->buf, ' ');
		buf_put(&y->buf, s, (size_t)(e - s));
	}
	v->text = yaml_gathered(y);
	return v;
}

/* ---- quoted ---- */

static const struct escape { char sign; const char *text; } escapes[] = {
	{'"', "\""}, {'\\', "\\"}, {'/', "/"}, {' ', " "}, {'n', "\n"}, {'t', " "}, {'r', ""}, {'_', " "}, {'N', "\n"},
	{'L', "\n"}, {'P', "\n"}, {0, NULL}};

static uint32_t hex(const char *p, int digits)
{
	uint32_t c = 0;
	for (int i = 0; i < digits; i++) {
		static const char lower[] = "0123456789abcdef", upper[] = "0123456789ABCDEF";
		const char *l = p[i] ? strchr(lower, p[i]) : NULL, *u = p[i] ? strchr(upper, p[i]) : NULL;
		if (!l && !u)
			return UINT32_MAX;
		c = c << 4 | (uint32_t)(l ? l - lower : u - upper);
	}
	return c;
}

/* The escape after a backslash at p - 1; returns the sign after it. An unknown one is noted and kept as typed. */
static const char *escape(struct yaml_in *y, const char *p)
{
	for (const struct escape *e = escapes; e->sign; e++)
		if (e->sign == *p) {
			buf_puts(&y->buf, e->text);
			return p + 1;
		}
	int digits = *p == 'x' ? 2 : *p == 'u' ? 4 : *p == 'U' ? 8 : 0;
	uint32_t c = digits ? hex(p + 1, digits) : UINT32_MAX;
	if (c == 0xA0)
		c = ' '; /* U+00A0 stands for a blank to be filled in from here on */
	if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF || (c & 0xFFFE) == 0xFFFE) {
		const char *q = p;
		utf8_next(&q, p + strlen(p));
		yaml_fault(y, READ_ESCAPE, p - 1, *p ? arena_strndup(y->arena, p, (size_t)(q - p)) : "");
		buf_putc(&y->buf, '\\');
		return p;
	}
	char out[4];
	buf_put(&y->buf, out, utf8_put(out, c));
	return p + 1 + digits;
}

/* Where the text in quotes ends: false if it does not within lines deeper than parent. */
static bool quote_end(const struct yaml_in *y, long parent, size_t *line, const char **end)
{
	char q = *y->p;
	const char *p = y->p + 1;
	for (size_t i = y->i;;) {
		for (; *p; p++) {
			if (*p == '\\' && q == '"' && p[1]) {
				p++;
			} else if (*p == q) {
				if (q == '\'' && p[1] == q) {
					p++;
					continue;
				}
				*line = i;
				*end = p;
				return true;
			}
		}
		if (++i >= y->to)
			return false;
		p = y->src->lines[i].s;
		size_t in = strspn(p, " ");
		if (p[in] && (long)in <= parent)
			return false;
	}
}

bool yaml_quoted(struct yaml_in *y, long parent)
{
	char q = *y->p;
	size_t last;
	const char *end;
	if (!quote_end(y, parent, &last, &end))
		return false;
	buf_clear(&y->buf);
	y->p++;
	for (;;) {
		const char *stop = y->i == last ? end : y->p + strlen(y->p);
		if (y->i != last)
			while (stop > y->p && (stop[-1] == ' ' || stop[-1] == '\t'))
				stop--;
		bool glued = false; /* "\\" at the line's end: the next line joins without a space */
		while (y->p < stop) {
			if (q == '"' && *y->p == '\\' && y->p + 1 == stop && y->i != last)
				glued = true, y->p++;
			else if (q == '"' && *y->p == '\\' && y->p + 1 < stop)
				y->p = escape(y, y->p + 1);
			else if (q == '\'' && *y->p == q)
				buf_putc(&y->buf, q), y->p += 2;
			else
				buf_putc(&y->buf, *y->p++);
		}
		if (y->i == last)
			break;
		yaml_next_line(y);
		y->p += strspn(y->p, " \t");
		if (!glued && y->buf.len)
			buf_putc(&y->buf, ' ');
	}
	y->p = end + 1;
	return true;
}

/* A value in quotes; NULL if more text follows the closing quote, so that it is a plain text that begins with a word in quotes. */
static struct yaml *quoted(struct yaml_in *y, long parent)
{
	struct yaml *v = yaml_node(y, YAML_SCALAR);
	const size_t i = y->i;
	const char *p = y->p;
	size_t last;
	const char *end;
	if (!quote_end(y, parent, &last, &end)) {
		yaml_fault(y, READ_QUOTE_OPEN, p, (char[2]){*p, 0});
		return NULL;
	}
	if (!yaml_tail(end + 1))
		return NULL;
	y->i = i;
	yaml_quoted(y, parent);
	v->text = yaml_gathered(y);
	v->quoted = true;
	yaml_next_line(y);
	return v;
}

/* ---- blocks of lines: | keeps line ends, > folds them ---- */

static bool block_mark(const char *p)
{
	if (*p != '|' && *p != '>')
		return false;
	p += 1 + strspn(p + 1, "+-123456789");
	return yaml_tail(p);
}

static struct yaml *block_text(struct yaml_in *y, long parent)
{
	struct yaml *v = yaml_node(y, YAML_SCALAR);
	bool fold = *y->p == '>';
	size_t in = 0;
	bool gap = false;
	buf_clear(&y->buf);
	while (yaml_next_line(y)) {
		if (source_blank(y->src, y->i)) {
			gap = true;
			continue;
		}
		size_t own = yaml_indent(y);
		if ((long)own <= parent)
			break;
		if (!in)
			in = own;
		if (y->p[own] == '\t' && own < in)
			yaml_fault(y, READ_TAB, y->p + own);
		const char *s = y->p + (own < in ? own : in);
		size_t n = strlen(s);
		while (n && (s[n - 1] == ' ' || s[n - 1] == '\t'))
			n--;
		if (y->buf.len)
			buf_putc(&y->buf, fold && !gap ? ' ' : '\n');
		buf_put(&y->buf, s, n);
		gap = false;
	}
	v->text = yaml_gathered(y);
	v->quoted = true;
	return v;
}

/* ---- */

bool yaml_refused(struct yaml_in *y)
{
	static const struct { char sign; enum read_fault fault; } refused[] = {{'*', READ_ALIAS}, {'&', READ_ANCHOR}, {'!', READ_TAG}};
	for (size_t k = 0; k < sizeof refused / sizeof *refused; k++) {
		if (*y->p != refused[k].sign)
			continue;
		const char *p = y->p + 1 + (*y->p == '!' && y->p[1] == '!');
		const char *end = p + strlen(p), *q = p;
		uint32_t c = *p ? utf8_next(&q, end) : 0;
		if (!utf8_is_alpha(c) && !(c >= '0' && c <= '9') && c != '_' && c != '<')
			return false;
		yaml_fault(y, refused[k].fault, y->p, utf8_short(y->arena, arena_strndup(y->arena, p, strcspn(p, " \t,]}"))));
		return true;
	}
	return false;
}

struct yaml *yaml_scalar(struct yaml_in *y, long parent)
{
	if (block_mark(y->p))
		return block_text(y, parent);
	if (*y->p == '"' || *y->p == '\'') {
		struct yaml *v = quoted(y, parent);
		if (v)
			return v;
	}
	yaml_refused(y);
	return plain(y, parent);
}
