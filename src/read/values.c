#include "read/values.h"
#include "base/buf.h"
#include <string.h>

const char *values_slots(struct arena *a, const char *s)
{
	if (!strstr(s, "[ "))
		return s;
	struct buf b = BUF_INIT;
	for (const char *p = s; *p;) {
		size_t n = *p == '[' ? strspn(p + 1, " ") : 0;
		if (n && p[1 + n] == ']') {
			for (size_t i = 0; i < n; i++)
				buf_puts(&b, "\u00A0");
			p += n + 2;
		} else {
			buf_putc(&b, *p++);
		}
	}
	char *out = arena_strndup(a, b.data, b.len);
	buf_free(&b);
	return out;
}

/* n bytes trimmed, tabs and line ends as spaces, blanks made; NULL if nothing is left. */
static const char *clean(struct arena *a, const char *s, size_t n)
{
	while (n && strchr(" \t\n", *s))
		s++, n--;
	while (n && strchr(" \t\n", s[n - 1]))
		n--;
	if (!n)
		return NULL;
	char *t = arena_strndup(a, s, n);
	for (char *p = t; *p; p++)
		if (*p == '\t' || *p == '\n')
			*p = ' ';
	return values_slots(a, t);
}

/* "A \ B" as "A\nB"; at the text's beginning nothing is parted. */
static const char *parted(struct arena *a, const char *s)
{
	if (!s || !strstr(s, "\\ "))
		return s;
	char *out = arena_strdup(a, s), *o = out;
	for (const char *p = s; *p;) {
		size_t n = strspn(p, "\\");
		if (!n || p[n] != ' ') {
			for (size_t i = n ? n : 1; i; i--)
				*o++ = *p++;
			continue;
		}
		for (size_t i = 0; i < n / 2; i++)
			*o++ = '\\';
		p += n;
		if (n % 2 == 0)
			continue;
		while (o > out && o[-1] == ' ')
			o--;
		if (o > out && o[-1] != '\n')
			*o++ = '\n';
		p += strspn(p, " ");
	}
	*o = '\0';
	return out;
}

static bool read_text(struct arena *a, const struct yaml *v, bool lines, struct text *out)
{
	if (!v->text)
		return false;
	const char *s = clean(a, v->text, strlen(v->text));
	*out = (struct text){lines ? parted(a, s) : s, v->pos};
	return true;
}

bool values_text(struct arena *a, const struct yaml *v, struct text *out) { return read_text(a, v, false, out); }
bool values_text_lines(struct arena *a, const struct yaml *v, struct text *out) { return read_text(a, v, true, out); }

static void push(struct arena *a, struct texts *out, const char *s, struct pos pos)
{
	struct text t = {s, pos};
	if (s)
		ARENA_PUSH(a, out->v, out->n, out->cap, t);
}

/* Bytes up to the line end that closes a text of a block. */
static size_t text_end(const char *p, bool lines)
{
	size_t n = strcspn(p, "\n");
	while (lines && n && p[n] && p[n - 1] == '\\')
		n += 1 + strcspn(p + n + 1, "\n");
	return n;
}

static bool read_texts(struct arena *a, const struct yaml *v, bool lines, struct texts *out)
{
	*out = (struct texts){NULL, 0, 0};
	if (v->kind == YAML_LIST) {
		for (size_t i = 0; i < v->n; i++) {
			struct text t;
			if (!read_text(a, v->items[i].value, lines, &t))
				return false;
			push(a, out, t.s, t.pos);
		}
		return true;
	}
	if (!v->text)
		return false;
	struct pos pos = v->pos;
	for (const char *p = v->text;;) {
		size_t n = text_end(p, lines);
		const char *s = clean(a, p, n);
		push(a, out, lines ? parted(a, s) : s, pos);
		if (!p[n])
			return true;
		p += n + 1;
	}
}

bool values_texts(struct arena *a, const struct yaml *v, struct texts *out) { return read_texts(a, v, false, out); }
bool values_texts_lines(struct arena *a, const struct yaml *v, struct texts *out) { return read_texts(a, v, true, out); }

bool values_number(const char **s, double *out)
{
	const char *p = *s;
	double x = 0, scale = 1;
	int whole = 0, parts = 0;
	for (; *p >= '0' && *p <= '9' && whole < 5; p++, whole++)
		x = x * 10 + (*p - '0');
	if ((*p == '.' || *p == ',') && p[1] >= '0' && p[1] <= '9')
		for (p++; *p >= '0' && *p <= '9' && parts < 5; p++, parts++)
			x += (*p - '0') * (scale /= 10);
	if (!whole || whole > 4 || parts > 4)
		return false;
	*s = p;
	*out = x;
	return true;
}

bool values_unit(const char *s, const char *unit)
{
	s += strspn(s, " ");
	size_t n = strlen(unit);
	if (strncmp(s, unit, n))
		return false;
	s += n;
	return s[strspn(s, " ")] == 0;
}

bool values_length(const char *s, twip *out)
{
	static const struct { const char *unit; double mm; } units[] = {{"mm", 1}, {"cm", 10}, {"pt", 25.4 / 72}};
	double x;
	s += strspn(s, " ");
	if (!values_number(&s, &x))
		return false;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (values_unit(s, units[i].unit)) {
			double mm = x * units[i].mm;
			*out = mm <= 350 ? twip_from_mm(mm) : 20000;
			return mm <= 350;
		}
	return false;
}
