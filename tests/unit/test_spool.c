/* base/spool.h: bytes held in memory, then in a file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/spool.h"

enum { WORDS = 700000 };

/* Word i is its own number: whatever is read can be told right from wrong. */
static void fill(struct spool *s, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		assert_int_equal(spool_put(s, &i, sizeof i), (uint64_t)i * sizeof i);
}

static void check(struct spool *s, uint32_t n)
{
	for (uint32_t k = 0; k < 200000; k++) {
		uint32_t i = (uint32_t)((uint64_t)k * 2654435761u % n), got[3];
		if (i + 3 > n)
			continue;
		assert_true(spool_get(s, (uint64_t)i * sizeof i, got, sizeof got));
		for (uint32_t w = 0; w < 3; w++)
			assert_int_equal(got[w], i + w);
	}
}

static void bytes_come_back_from_memory_and_file(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct spool *s = spool_new(a, 1 << 20);
	char none;
	fill(s, 0, 1000);
	check(s, 1000); /* in memory */
	fill(s, 1000, WORDS);
	check(s, WORDS); /* most of them in the file */
	fill(s, WORDS, WORDS + 5000);
	check(s, WORDS + 5000); /* begun blocks are not kept stale */
	assert_int_equal(spool_size(s), (WORDS + 5000) * sizeof(uint32_t));
	assert_false(spool_get(s, spool_size(s), &none, 1));
	assert_true(spool_get(s, spool_size(s), &none, 0));
	assert_false(spool_get(s, UINT64_MAX - 1, &none, 1));
	assert_int_equal(spool_error(s), 0);
	arena_free(a);
}

static void no_room_is_an_error(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct spool *s = spool_new(a, 100);
	const char *old = getenv("TMPDIR");
	char *keep = old ? strdup(old) : NULL;
	setenv("TMPDIR", "/no/such/folder", 1);
	for (uint32_t i = 0; i < 20000; i++)
		spool_put(s, &i, sizeof i);
	assert_int_not_equal(spool_error(s), 0);
	if (keep)
		setenv("TMPDIR", keep, 1);
	else
		unsetenv("TMPDIR");
	free(keep);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(bytes_come_back_from_memory_and_file), cmocka_unit_test(no_room_is_an_error)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
