#include "read/pdflex.h"
#include <stdlib.h>
#include <string.h>

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
static bool is_delimiter(char c) { return c != '\0' && strchr("()<>[]{}/%", c) != NULL; }
static bool is_regular(char c) { return !is_blank(c) && !is_delimiter(c); }

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void skip_blank(struct pdf_lex *x)
{
	while (x->p < x->end) {
		if (*x->p == '%') {
			while (x->p < x->end && *x->p != '\n' && *x->p != '\r')
				x->p++;
		} else if (is_blank(*x->p)) {
			x->p++;
		} else {
			break;
		}
	}
}

static void put_name(struct pdf_lex *x)
{
	buf_putc(&x->text, '/');
	for (x->p++; x->p < x->end && is_regular(*x->p); x->p++) {
		if (*x->p == '#' && x->end - x->p > 2 && hex(x->p[1]) >= 0 && hex(x->p[2]) >= 0) {
			buf_putc(&x->text, (char)(hex(x->p[1]) << 4 | hex(x->p[2])));
			x->p += 2;
		} else {
			buf_putc(&x->text, *x->p);
		}
	}
}

static void put_hex(struct pdf_lex *x)
{
	int high = -1;
	for (x->p++; x->p < x->end && *x->p != '>'; x->p++) {
		int v = hex(*x->p);
		if (v < 0)
			continue;
		if (high >= 0)
			buf_putc(&x->text, (char)(high << 4 | v));
		high = high >= 0 ? -1 : v;
	}
	if (high >= 0)
		buf_putc(&x->text, (char)(high << 4));
	x->p += x->p < x->end;
}

/* After a backslash. */
static void put_escape(struct pdf_lex *x)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	char c = *x->p;
	const char *known = c != '\0' ? strchr(from, c) : NULL;
	if (c >= '0' && c <= '7') {
		int v = 0;
		for (int i = 0; i < 3 && x->p < x->end && *x->p >= '0' && *x->p <= '7'; i++)
			v = v * 8 + (*x->p++ - '0');
		buf_putc(&x->text, (char)v);
		return;
	}
	x->p++;
	if (known)
		buf_putc(&x->text, to[known - from]);
	else if (c == '\r')
		x->p += x->p < x->end && *x->p == '\n';
	else if (c != '\n')
		buf_putc(&x->text, c);
}

static void put_string(struct pdf_lex *x)
{
	size_t depth = 1;
	x->p++;
	while (x->p < x->end) {
		char c = *x->p++;
		if (c == '\\') {
			if (x->p < x->end)
				put_escape(x);
			continue;
		}
		if (c == ')' && --depth == 0)
			return;
		depth += c == '(';
		buf_putc(&x->text, c);
	}
}

static bool read_number(const char *s, size_t n, double *out)
{
	char text[48];
	if (n >= sizeof text || strspn(s, "+-.0123456789") < n)
		return false;
	memcpy(text, s, n);
	text[n] = '\0';
	double v = 0, unit = 1;
	const char *p = text;
	bool minus = *p == '-', point = false, digits = false;
	p += strspn(p, "+-");
	for (; *p; p++) {
		if (*p == '.') {
			point = true;
			continue;
		}
		if (*p < '0' || *p > '9') /* "12-3": what stands before it counts */
			break;
		digits = true;
		unit *= point ? 0.1 : 1;
		v = point ? v + (*p - '0') * unit : v * 10 + (*p - '0');
	}
	*out = minus ? -v : v;
	return digits || point;
}

struct pdf_lexeme pdf_lex_next(struct pdf_lex *x)
{
	struct pdf_lexeme t = { .at = x->text.len };
	skip_blank(x);
	if (x->p >= x->end)
		return t;
	char c = *x->p;
	bool two = x->end - x->p > 1 && x->p[1] == c;
	if (c == '/') {
		t.kind = PDF_LEX_NAME;
		put_name(x);
	} else if (c == '(') {
		t.kind = PDF_LEX_STRING;
		put_string(x);
	} else if (c == '<' && !two) {
		t.kind = PDF_LEX_STRING;
		put_hex(x);
	} else if (is_delimiter(c)) {
		t.kind = c == '[' || c == '<' || c == '{' ? PDF_LEX_OPEN : PDF_LEX_CLOSE;
		x->p += two && (c == '<' || c == '>') ? 2 : 1;
	} else {
		const char *s = x->p;
		while (x->p < x->end && is_regular(*x->p))
			x->p++;
		t.kind = read_number(s, (size_t)(x->p - s), &t.number) ? PDF_LEX_NUMBER : PDF_LEX_WORD;
		if (t.kind == PDF_LEX_WORD)
			buf_put(&x->text, s, (size_t)(x->p - s));
	}
	t.n = x->text.len - t.at;
	return t;
}

void pdf_lex_skip_image(struct pdf_lex *x)
{
	for (; x->end - x->p >= 3; x->p++) {
		if (is_blank(x->p[0]) && x->p[1] == 'E' && x->p[2] == 'I' && (x->end - x->p == 3 || !is_regular(x->p[3]))) {
			x->p += 3;
			return;
		}
	}
	x->p = x->end;
}
