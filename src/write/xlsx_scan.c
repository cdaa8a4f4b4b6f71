/* Tags of a part by their bytes, so that what is not changed stays as it stands. */
#include "write/xlsx_edit.h"
#include <stdlib.h>
#include <string.h>

static const char *find(const char *p, const char *end, const char *what)
{
	const char *at = memmem(p, (size_t)(end - p), what, strlen(what));
	return at ? at + strlen(what) : end;
}

/* Behind what is no tag: <!-- -->, <![CDATA[ ]]>, <? ?>. */
static const char *past_other(const char *p, const char *end)
{
	if (end - p >= 4 && !memcmp(p, "<!--", 4))
		return find(p + 4, end, "-->");
	if (end - p >= 9 && !memcmp(p, "<![CDATA[", 9))
		return find(p + 9, end, "]]>");
	return find(p, end, p[1] == '?' ? "?>" : ">");
}

static const char *tag_end(const char *p, const char *end)
{
	for (; p < end && *p != '>'; p++)
		if (*p == '"' || *p == '\'') {
			p = memchr(p + 1, *p, (size_t)(end - p - 1));
			if (!p)
				return NULL;
		}
	return p < end ? p + 1 : NULL;
}

static bool name_ends(char c)
{
	return strchr(" \t\r\n/>=", c);
}

bool scan_next(struct scan *x, struct tag *t)
{
	while ((x->p = memchr(x->p, '<', (size_t)(x->end - x->p))) && x->p + 1 < x->end) {
		if (x->p[1] == '!' || x->p[1] == '?') {
			x->p = past_other(x->p, x->end);
			continue;
		}
		t->s = x->p;
		t->e = tag_end(x->p, x->end);
		if (!t->e)
			break;
		t->kind = t->s[1] == '/' ? TAG_CLOSE : t->e[-2] == '/' ? TAG_EMPTY : TAG_OPEN;
		const char *q = t->s + 1 + (t->kind == TAG_CLOSE);
		t->name = q;
		for (; q < t->e && !name_ends(*q); q++)
			if (*q == ':')
				t->name = q + 1;
		t->n = (size_t)(q - t->name);
		x->p = t->e;
		return true;
	}
	x->p = x->end;
	return false;
}

bool tag_is(const struct tag *t, const char *name)
{
	return t->n == strlen(name) && !memcmp(t->name, name, t->n);
}

/* Walks the attributes: whole from *s to *e, value between them. */
static bool next_attr(const struct tag *t, const char **p, const char **name, size_t *name_n, const char **value, size_t *n)
{
	const char *q = *p;
	while (q < t->e && strchr(" \t\r\n", *q))
		q++;
	*name = q;
	while (q < t->e && !name_ends(*q))
		q++;
	*name_n = (size_t)(q - *name);
	q = memchr(q, '=', (size_t)(t->e - q));
	if (!q || !*name_n)
		return false;
	for (q++; q < t->e && *q != '"' && *q != '\''; q++)
		;
	if (q >= t->e)
		return false;
	*value = q + 1;
	const char *close = memchr(*value, *q, (size_t)(t->e - *value));
	if (!close)
		return false;
	*n = (size_t)(close - *value);
	*p = close + 1;
	return true;
}

const char *tag_attr(const struct tag *t, const char *name, size_t *n)
{
	const char *p = t->name + t->n, *full, *value;
	size_t full_n, k = strlen(name);
	while (next_attr(t, &p, &full, &full_n, &value, n)) {
		const char *colon = memchr(full, ':', full_n), *local = colon ? colon + 1 : full;
		if ((size_t)(full + full_n - local) == k && !memcmp(local, name, k) && (!colon || memcmp(full, "xmlns", 5)))
			return value;
	}
	return NULL;
}

unsigned long tag_number(const struct tag *t, const char *name, unsigned long none)
{
	size_t n;
	const char *s = tag_attr(t, name, &n);
	if (!s || !n || n > 9)
		return none;
	unsigned long v = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return none;
		v = v * 10 + (unsigned long)(s[i] - '0');
	}
	return v;
}

void scan_past(struct scan *x, const struct tag *opened)
{
	struct tag t;
	long depth = opened->kind == TAG_OPEN;
	while (depth > 0 && scan_next(x, &t))
		depth += (t.kind == TAG_OPEN) - (t.kind == TAG_CLOSE);
}

/* ---- edits ---- */

void edit_put(struct edits *e, const char *from, const char *to, const char *text, size_t n)
{
	struct edit x = {(size_t)(from - e->data), (size_t)(to - from), text, n, e->n};
	ARENA_PUSH(e->arena, e->v, e->n, e->cap, x);
}

void edit_attr(struct edits *e, const struct tag *t, const char *name, const char *value)
{
	size_t n;
	const char *old = tag_attr(t, name, &n);
	if (old) {
		edit_put(e, old, old + n, value, strlen(value));
		return;
	}
	char *text = arena_printf(e->arena, " %s=\"%s\"", name, value);
	edit_put(e, t->name + t->n, t->name + t->n, text, strlen(text));
}

static int by_place(const void *x, const void *y)
{
	const struct edit *a = x, *b = y;
	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

void edits_apply(struct edits *e, struct buf *out)
{
	size_t done = 0;
	if (e->n)
		qsort(e->v, e->n, sizeof *e->v, by_place);
	for (size_t i = 0; i < e->n; i++) {
		buf_put(out, e->data + done, e->v[i].at - done);
		buf_put(out, e->v[i].text, e->v[i].n);
		done = e->v[i].at + e->v[i].gone;
	}
	buf_put(out, e->data + done, e->size - done);
}
