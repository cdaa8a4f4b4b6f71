#include "base/diag.h"

#include <string.h>

#include "base/i18n.h"

enum { KEPT_BY_DEFAULT = 200 };

void diag_init(struct diag *d, struct arena *a)
{
	*d = (struct diag){.arena = a, .limit = KEPT_BY_DEFAULT};
}

void diag_vput(struct diag *d, const struct msg *m, struct pos pos, va_list ap)
{
	if (m->level == LEVEL_ERROR)
		d->n_errors++;
	else if (m->level == LEVEL_WARNING)
		d->n_warnings++;
	if (d->n >= d->limit)
		return;
	struct finding f = {.msg = m, .pos = pos, .text = arena_vprintf(d->arena, _(m->text), ap)};
	ARENA_PUSH(d->arena, d->items, d->n, d->cap, f);
}

void diag_put(struct diag *d, const struct msg *m, struct pos pos, ...)
{
	va_list ap;
	va_start(ap, pos);
	diag_vput(d, m, pos, ap);
	va_end(ap);
}

void diag_take(struct diag *d, const struct diag *from)
{
	d->n_errors += from->n_errors;
	d->n_warnings += from->n_warnings;
	for (size_t i = 0; i < from->n && d->n < d->limit; i++)
		ARENA_PUSH(d->arena, d->items, d->n, d->cap, from->items[i]);
}

void diag_take_errors(struct diag *d, const struct diag *from)
{
	d->n_errors += from->n_errors;
	for (size_t i = 0; i < from->n && d->n < d->limit; i++)
		if (from->items[i].msg->level == LEVEL_ERROR)
			ARENA_PUSH(d->arena, d->items, d->n, d->cap, from->items[i]);
}

static int compare(const struct finding *a, const struct finding *b)
{
	const char *fa = a->pos.file ? a->pos.file : "", *fb = b->pos.file ? b->pos.file : "";
	int c = fa == fb ? 0 : strcmp(fa, fb);
	if (c)
		return c;
	if (a->pos.line != b->pos.line)
		return a->pos.line < b->pos.line ? -1 : 1;
	return a->pos.col < b->pos.col ? -1 : a->pos.col > b->pos.col;
}

static void merge(const struct finding *from, struct finding *to, size_t lo, size_t mid, size_t hi)
{
	size_t i = lo, j = mid;
	for (size_t k = lo; k < hi; k++)
		to[k] = j >= hi || (i < mid && compare(&from[i], &from[j]) <= 0) ? from[i++] : from[j++];
}

void diag_sort(struct diag *d)
{
	/* Merge sort from the bottom up: stable, and the limit may be any. */
	if (d->n < 2)
		return;
	struct finding *from = d->items, *to = ARENA_ARRAY(d->arena, struct finding, d->cap);
	for (size_t width = 1; width < d->n; width *= 2) {
		for (size_t lo = 0; lo < d->n; lo += 2 * width) {
			size_t mid = lo + width < d->n ? lo + width : d->n;
			size_t hi = mid + width < d->n ? mid + width : d->n;
			merge(from, to, lo, mid, hi);
		}
		struct finding *swap = from;
		from = to;
		to = swap;
	}
	d->items = from;
}
