#include "pack/xmlout.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { DEEPEST = 256 };

struct xml {
	struct buf *out;
	bool tag_open;  /* "<name" stands there without its ">" */
	bool failed;    /* misuse; a full buffer shows in out->failed */
	bool root_done;
	size_t depth;
	const char *names[DEEPEST];
};

struct xml *xml_new(struct buf *out)
{
	struct xml *x = malloc(sizeof *x);
	if (!x) {
		fputs("vanban: out of memory\n", stderr);
		exit(2);
	}
	x->out = out;
	x->tag_open = x->failed = x->root_done = false;
	x->depth = 0;
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
	return x;
}

/* ---- escaping ---- */

static const char replacement[] = "\xEF\xBF\xBD";

/* What stands for an ASCII character, or NULL for itself. */
static const char *substitute(char c, bool attr)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '\r': return "&#13;";
	case '"': return attr ? "&quot;" : NULL;
	case '\t': return attr ? "&#9;" : NULL; /* parsers turn it into a space in attributes */
	case '\n': return attr ? "&#10;" : NULL;
	default: return (unsigned char)c < 0x20 ? replacement : NULL;
	}
}

void xml_escape(struct buf *out, const char *text, size_t n, bool attr)
{
	const char *p = text, *end = text + n, *run = text; /* run: start of what is copied as it is */
	while (p < end) {
		const char *from = p, *instead;
		if ((unsigned char)*p < 0x80) {
			instead = substitute(*p++, attr);
		} else {
			uint32_t c = utf8_next(&p, end); /* one byte read: ill-formed */
			instead = p - from == 1 || c == 0xFFFE || c == 0xFFFF ? replacement : NULL;
		}
		if (!instead)
			continue;
		buf_put(out, run, (size_t)(from - run));
		buf_puts(out, instead);
		run = p;
	}
	buf_put(out, run, (size_t)(end - run));
}

/* ---- elements ---- */

static void finish_tag(struct xml *x)
{
	if (x->tag_open)
		buf_putc(x->out, '>');
	x->tag_open = false;
}

void xml_open(struct xml *x, const char *name)
{
	if (x->depth == DEEPEST || (!x->depth && x->root_done)) {
		x->failed = true;
		return;
	}
	finish_tag(x);
	x->root_done = true;
	x->names[x->depth++] = name;
	x->tag_open = true;
	buf_putc(x->out, '<');
	buf_puts(x->out, name);
}

void xml_attr(struct xml *x, const char *name, const char *value)
{
	if (!x->tag_open) {
		x->failed = true;
		return;
	}
	buf_putc(x->out, ' ');
	buf_puts(x->out, name);
	buf_put(x->out, "=\"", 2);
	xml_escape(x->out, value, strlen(value), true);
	buf_putc(x->out, '"');
}

void xml_attrf(struct xml *x, const char *name, const char *fmt, ...)
{
	char small[128];
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(small, sizeof small, fmt, ap);
	if (n >= 0 && (size_t)n < sizeof small) {
		xml_attr(x, name, small);
	} else {
		char *big = n < 0 ? NULL : malloc((size_t)n + 1);
		if (big) {
			vsnprintf(big, (size_t)n + 1, fmt, again);
			xml_attr(x, name, big);
		} else
			x->failed = true;
		free(big);
	}
	va_end(again);
	va_end(ap);
}

void xml_attri(struct xml *x, const char *name, long value)
{
	char digits[24], *p = digits + sizeof digits;
	unsigned long v = value < 0 ? 0ul - (unsigned long)value : (unsigned long)value;
	*--p = '\0';
	do
		*--p = (char)('0' + v % 10);
	while (v /= 10);
	if (value < 0)
		*--p = '-';
	xml_attr(x, name, p);
}

void xml_textn(struct xml *x, const char *text, size_t n)
{
	if (!n)
		return;
	if (!x->depth) {
		x->failed = true;
		return;
	}
	finish_tag(x);
	xml_escape(x->out, text, n, false);
}

void xml_text(struct xml *x, const char *text)
{
	xml_textn(x, text, strlen(text));
}

void xml_end(struct xml *x)
{
	if (!x->depth) {
		x->failed = true;
		return;
	}
	const char *name = x->names[--x->depth];
	if (x->tag_open) {
		buf_put(x->out, "/>", 2);
	} else {
		buf_put(x->out, "</", 2);
		buf_puts(x->out, name);
		buf_putc(x->out, '>');
	}
	x->tag_open = false;
}

void xml_leaf(struct xml *x, const char *name, ...)
{
	va_list ap;
	va_start(ap, name);
	xml_open(x, name);
	for (const char *attr; (attr = va_arg(ap, const char *));)
		xml_attr(x, attr, va_arg(ap, const char *));
	xml_end(x);
	va_end(ap);
}

int xml_close(struct xml *x)
{
	while (x->depth)
		xml_end(x);
	bool ok = !x->failed && !x->out->failed && x->root_done;
	free(x);
	return ok ? 0 : -1;
}
