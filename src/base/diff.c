#include "base/diff.h"
#include <string.h>

struct diff {
	const uint32_t *a, *b;
	size_t *a_to, *b_to;
	ptrdiff_t *fore, *back;   /* furthest x by diagonal, from either end; index 0 is the middle of the array */
	ptrdiff_t max_cost;
};

struct box { ptrdiff_t a0, a1, b0, b1; };
struct split { ptrdiff_t x, y; };

static void pair(struct diff *d, ptrdiff_t x, ptrdiff_t y)
{
	d->a_to[x] = (size_t)y;
	d->b_to[y] = (size_t)x;
}

/* Neither way met the other in time: the point reached by the one that went farthest. */
static struct split farthest(const struct diff *d, const struct box *r, ptrdiff_t lo, ptrdiff_t hi)
{
	struct split s = { r->a0, r->b0 };
	ptrdiff_t best = -1;
	for (ptrdiff_t k = lo; k <= hi; k++) {
		ptrdiff_t x = d->fore[k], y = x - k;
		if (x < r->a0 || x > r->a1 || y < r->b0 || y > r->b1 || x + y - r->a0 - r->b0 <= best)
			continue;
		best = x + y - r->a0 - r->b0;
		s = (struct split){ x, y };
	}
	return s;
}

struct search { ptrdiff_t mid_f, mid_b, f_lo, f_hi, b_lo, b_hi; };

static void widen(ptrdiff_t *v, ptrdiff_t *lo, ptrdiff_t *hi, ptrdiff_t least, ptrdiff_t most, ptrdiff_t none)
{
	if (*lo > least)
		v[--*lo - 1] = none;
	else
		++*lo;
	if (*hi < most)
		v[++*hi + 1] = none;
	else
		--*hi;
}

/* A point that a shortest path goes through. */
static struct split middle(struct diff *d, const struct box *r)
{
	const ptrdiff_t least = r->a0 - r->b1, most = r->a1 - r->b0;
	ptrdiff_t fmid = r->a0 - r->b0, bmid = r->a1 - r->b1, f_lo = fmid, f_hi = fmid, b_lo = bmid, b_hi = bmid;
	const int odd = (int)((fmid - bmid) & 1);
	ptrdiff_t *f = d->fore, *b = d->back;
	f[fmid] = r->a0;
	b[bmid] = r->a1;
	for (ptrdiff_t cost = 1;; cost++) {
		widen(f, &f_lo, &f_hi, least, most, -1);
		for (ptrdiff_t k = f_hi; k >= f_lo; k -= 2) {
			ptrdiff_t x = f[k - 1] < f[k + 1] ? f[k + 1] : f[k - 1] + 1, y = x - k;
			while (x < r->a1 && y < r->b1 && d->a[x] == d->b[y])
				x++, y++;
			f[k] = x;
			if (odd && k >= b_lo && k <= b_hi && b[k] <= x)
				return (struct split){ x, y };
		}
		widen(b, &b_lo, &b_hi, least, most, PTRDIFF_MAX);
		for (ptrdiff_t k = b_hi; k >= b_lo; k -= 2) {
			ptrdiff_t x = b[k - 1] < b[k + 1] ? b[k - 1] : b[k + 1] - 1, y = x - k;
			while (x > r->a0 && y > r->b0 && d->a[x - 1] == d->b[y - 1])
				x--, y--;
			b[k] = x;
			if (!odd && k >= f_lo && k <= f_hi && x <= f[k])
				return (struct split){ x, y };
		}
		if (cost >= d->max_cost)
			return farthest(d, r, f_lo, f_hi);
	}
}

/* Recursion goes into the smaller half, so its depth is at most that of a binary logarithm. */
static void compare(struct diff *d, struct box r)
{
	for (;;) {
		while (r.a0 < r.a1 && r.b0 < r.b1 && d->a[r.a0] == d->b[r.b0])
			pair(d, r.a0++, r.b0++);
		while (r.a0 < r.a1 && r.b0 < r.b1 && d->a[r.a1 - 1] == d->b[r.b1 - 1])
			pair(d, --r.a1, --r.b1);
		if (r.a0 == r.a1 || r.b0 == r.b1)
			return;
		struct split s = middle(d, &r);
		struct box one = { r.a0, s.x, r.b0, s.y }, two = { s.x, r.a1, s.y, r.b1 };
		ptrdiff_t n1 = one.a1 - one.a0 + one.b1 - one.b0, n2 = two.a1 - two.a0 + two.b1 - two.b0;
		if (n1 == 0 || n2 == 0)
			return; /* no way on was found within the cost: all of it differs */
		compare(d, n1 < n2 ? one : two);
		r = n1 < n2 ? two : one;
	}
}

void diff_lists(struct arena *a, const uint32_t *a_v, size_t n_a, const uint32_t *b_v, size_t n_b, size_t max_cost,
	size_t *a_to, size_t *b_to)
{
	size_t n = n_a + n_b + 5;
	struct diff d = { .a = a_v, .b = b_v, .a_to = a_to, .b_to = b_to, .max_cost = (ptrdiff_t)max_cost };
	d.fore = ARENA_ARRAY(a, ptrdiff_t, n);
	d.back = ARENA_ARRAY(a, ptrdiff_t, n);
	d.fore += n_b + 2;
	d.back += n_b + 2;
	for (size_t i = 0; i < n_a; i++)
		a_to[i] = DIFF_NONE;
	for (size_t i = 0; i < n_b; i++)
		b_to[i] = DIFF_NONE;
	compare(&d, (struct box){ 0, (ptrdiff_t)n_a, 0, (ptrdiff_t)n_b });
}
