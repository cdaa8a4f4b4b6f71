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

bool values_text(struct arena *a, const struct yaml *v, struct text *out)
{
	if (!v->text)
		return false;
	*out = (struct text){clean(a, v->text, strlen(v->text)), v->pos};
	return true;
}

static void push(struct arena *a, struct texts *out, const char *s, struct pos pos)
{
	struct text t = {s, pos};
	if (s)
		ARENA_PUSH(a, out->v, out->n, out->cap, t);
}

bool values_texts(struct arena *a, const struct yaml *v, struct texts *out)
{
	*out = (struct texts){NULL, 0, 0};
	if (v->kind == YAML_LIST) {
		for (size_t i = 0; i < v->n; i++) {
			struct text t;
			if (!values_text(a, v->items[i].value, &t))
				return false;
			push(a, out, t.s, t.pos);
		}
		return true;
	}
	if (!v->text)
		return false;
	struct pos pos = v->pos;
	for (const char *p = v->text;;) {
		size_t n = strcspn(p, "\n");
		push(a, out, clean(a, p, n), pos);
		if (!p[n])
			return true;
		p += n + 1;
	}
}

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
