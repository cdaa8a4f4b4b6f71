/* Bump allocation in blocks. Big pieces get a block of their own, so that they do not waste the rest of one.
 * Under AddressSanitizer every piece is a block of its own: overflows from one piece into the next are found. */
#include "base/arena.h"
#include "base/sanitizer.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	BLOCK_FIRST = 64 * 1024,
	BLOCK_LARGEST = 1024 * 1024,
	ALIGNMENT = _Alignof(max_align_t),
};

struct block {
	struct block *next;
	size_t size, used; /* of data, bytes */
	_Alignas(max_align_t) char data[];
};

struct closer {
	struct closer *next;
	void (*fn)(void *);
	void *p;
};

struct arena {
	struct block *first;   /* kept over resets */
	struct block *current; /* blocks filled in turn, newest first */
	struct block *apart;   /* pieces too big for a block */
	struct closer *closers;
	size_t next_size;
	size_t used;
};

static _Noreturn void out_of_memory(void)
{
	fputs("vanban: out of memory\n", stderr);
	exit(2);
}

static struct block *block_new(size_t size, struct block *next)
{
	if (size > SIZE_MAX / 2)
		out_of_memory();
	struct block *b = malloc(sizeof *b + size);
	if (!b)
		out_of_memory();
	b->next = next;
	b->size = size;
	b->used = 0;
	return b;
}

static void blocks_free(struct block *b, const struct block *keep)
{
	while (b) {
		struct block *next = b->next;
		if (b != keep)
			free(b);
		b = next;
	}
}

struct arena *arena_new(void)
{
	struct arena *a = calloc(1, sizeof *a);
	if (!a)
		out_of_memory();
	a->first = a->current = block_new(SANITIZER_ADDRESS ? 0 : BLOCK_FIRST, NULL);
	a->next_size = BLOCK_FIRST * 2;
	return a;
}

static void run_closers(struct arena *a)
{
	while (a->closers) { /* a closer may register another */
		struct closer *c = a->closers;
		a->closers = c->next;
		c->fn(c->p);
	}
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	run_closers(a);
	blocks_free(a->apart, NULL);
	blocks_free(a->current, NULL);
	free(a);
}

void arena_reset(struct arena *a)
{
	run_closers(a);
	blocks_free(a->apart, NULL);
	blocks_free(a->current, a->first);
	a->apart = NULL;
	a->current = a->first;
	a->first->next = NULL;
	a->first->used = 0;
	a->next_size = BLOCK_FIRST * 2;
	a->used = 0;
}

static void *alloc_apart(struct arena *a, size_t n)
{
	a->apart = block_new(n, a->apart);
	a->apart->used = n;
	return memset(a->apart->data, 0, n);
}

void *arena_alloc(struct arena *a, size_t n)
{
	if (n > SIZE_MAX / 2 - a->used)
		out_of_memory();
	a->used += n;
	if (SANITIZER_ADDRESS)
		return alloc_apart(a, n);
	size_t room = n ? (n + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
	struct block *b = a->current;
	if (room > b->size - b->used) {
		if (room > BLOCK_FIRST / 4)
			return alloc_apart(a, n);
		b = a->current = block_new(a->next_size, b);
		if (a->next_size < BLOCK_LARGEST)
			a->next_size *= 2;
	}
	void *p = b->data + b->used;
	b->used += room;
	return memset(p, 0, n);
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(n, size, &bytes))
		out_of_memory();
	return arena_alloc(a, bytes);
}

void *arena_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return items;
	if (n > SIZE_MAX / 4)
		out_of_memory();
	size_t want = n < 4 ? 8 : n * 2;
	void *more = arena_array(a, want, size);
	if (n)
		memcpy(more, items, n * size);
	*cap = want;
	return more;
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_alloc(a, n + 1);
	if (n)
		memcpy(copy, s, n);
	return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	char small[512];
	va_list again;
	va_copy(again, ap);
	int n = vsnprintf(small, sizeof small, fmt, ap);
	char *s;
	if (n < 0) {
		s = arena_strdup(a, ""); /* a text too long for an int */
	} else if ((size_t)n < sizeof small) {
		s = arena_strndup(a, small, (size_t)n);
	} else {
		s = arena_alloc(a, (size_t)n + 1);
		vsnprintf(s, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	return s;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	char *s = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return s;
}

void arena_closer(struct arena *a, void (*fn)(void *), void *p)
{
	struct closer *c = ARENA_NEW(a, struct closer);
	c->next = a->closers;
	c->fn = fn;
	c->p = p;
	a->closers = c;
}

size_t arena_used(const struct arena *a)
{
	return a->used;
}
