/* --fix: certain repairs, byte by byte where the draft has the very words, and nothing else. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "run/check.h"

struct edit { size_t from, to; const char *by; };

static int by_place(const void *x, const void *y)
{
	const struct edit *a = x, *b = y;
	return a->from != b->from ? (a->from < b->from ? -1 : 1) : a->to != b->to ? (a->to < b->to ? -1 : 1) : 0;
}

static size_t collect(struct arena *a, const struct checked *c, struct edit **out)
{
	size_t n = 0, cap = 0;
	struct edit *v = NULL;
	for (size_t i = 0; i < c->report.n; i++) {
		const struct check_finding *f = &c->report.v[i];
		struct edit e = {.by = f->fix};
		struct check_finding at = *f;
		at.pos = f->node ? f->node->pos : f->pos;
		if (!f->fix || f->waived || !check_locate(c, &at, &e.from, &e.to))
			continue;
		/* the very words, or no repair: marks of the draft inside them are not ours to judge */
		if (e.to - e.from == strlen(f->quote) && !memcmp(c->source + e.from, f->quote, e.to - e.from))
			ARENA_PUSH(a, v, n, cap, e);
	}
	if (n > 1)
		qsort(v, n, sizeof *v, by_place);
	*out = v;
	return n;
}

static void put_line(struct arena *a, struct buf *b, const char *s, size_t n, size_t *mended)
{
	size_t k = n;
	const char *nfc = utf8_check(s, n) == n ? utf8_nfc(a, s, n, &k) : s;
	*mended += nfc != s && (k != n || memcmp(nfc, s, n));
	buf_put(b, nfc, nfc == s ? n : k);
}

static void normalise(struct arena *a, const struct buf *in, struct buf *out, size_t *mended)
{
	for (size_t at = 0; at < in->len;) {
		const char *e = memchr(in->data + at, '\n', in->len - at);
		size_t n = e ? (size_t)(e - in->data) + 1 - at : in->len - at;
		put_line(a, out, in->data + at, n, mended);
		at += n;
	}
}

/* Lines that differ, before and after; a repair never adds or takes lines. */
static const char *difference(struct arena *a, const struct checked *c, const struct buf *after)
{
	struct buf b = BUF_INIT;
	const char *p = c->source, *pe = p + c->n_source, *q = after->data, *qe = q + after->len;
	for (uint32_t line = 1; p < pe && q < qe; line++) {
		const char *x = memchr(p, '\n', (size_t)(pe - p)), *y = memchr(q, '\n', (size_t)(qe - q));
		size_t n = (size_t)((x ? x : pe) - p), k = (size_t)((y ? y : qe) - q);
		if (n != k || memcmp(p, q, n)) {
			buf_printf(&b, "@@ %u @@\n-", line);
			buf_put(&b, p, n);
			buf_puts(&b, "\n+");
			buf_put(&b, q, k);
			buf_putc(&b, '\n');
		}
		p = x ? x + 1 : pe;
		q = y ? y + 1 : qe;
	}
	const char *s = arena_strndup(a, b.data ? b.data : "", b.len);
	buf_free(&b);
	return s;
}

void check_mend(struct arena *a, const struct checked *c, struct mended *out)
{
	struct edit *v;
	struct buf b = BUF_INIT, all = BUF_INIT;
	*out = (struct mended){.text = NULL};
	if (!c->source)
		return;
	size_t n = collect(a, c, &v), at = 0;
	for (size_t i = 0; i < n; i++) {
		if (v[i].from < at)
			continue; /* two repairs of one place: the first */
		buf_put(&b, c->source + at, v[i].from - at);
		buf_puts(&b, v[i].by);
		at = v[i].to;
		out->n_mended++;
	}
	buf_put(&b, c->source + at, c->n_source - at);
	normalise(a, &b, &all, &out->n_mended);
	if (out->n_mended > 0 && !all.failed) {
		out->diff = difference(a, c, &all);
		out->text = arena_strndup(a, all.data, all.len);
		out->n = all.len;
	}
	buf_free(&b);
	buf_free(&all);
}

int check_replace(struct arena *a, const char *path, const struct checked *c, const struct mended *m, const char **kept)
{
	*kept = arena_printf(a, "%s.bak", path);
	for (int i = 2; access(*kept, F_OK) == 0; i++) {
		if (i > 99)
			return EEXIST;
		*kept = arena_printf(a, "%s.bak%d", path, i);
	}
	int err = file_write(*kept, c->source, c->n_source);
	return err ? err : file_write(path, m->text, m->n);
}
