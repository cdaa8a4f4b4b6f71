/* arena, buf, diag */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"

#define N(x) (sizeof(x) / sizeof *(x))

static void arena_gives_zeroed_aligned_memory(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	for (int round = 0; round < 3; round++) {
		for (size_t n = 0; n < 3000; n += 7) {
			char *p = arena_alloc(a, n);
			assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
			for (size_t i = 0; i < n; i++)
				assert_int_equal(p[i], 0);
			memset(p, 0xAA, n);
		}
		char *big = arena_alloc(a, 1 << 20);
		assert_int_equal(big[12345], 0);
		memset(big, 0xAA, 1 << 20);
		assert_true(arena_used(a) > 1 << 20);
		arena_reset(a);
		assert_int_equal(arena_used(a), 0);
	}
	arena_free(a);
	arena_free(NULL);
}

static void arena_grows_arrays(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	int *v = NULL;
	size_t n = 0, cap = 0;
	for (int i = 0; i < 100000; i++)
		ARENA_PUSH(a, v, n, cap, i);
	for (int i = 0; i < 100000; i++)
		assert_int_equal(v[i], i);
	assert_true(cap >= n);
	arena_free(a);
}

static void arena_prints(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	assert_string_equal(arena_printf(a, "%s/%d", "x", 7), "x/7");
	char *s = arena_printf(a, "%2000d", 5);
	assert_int_equal(strlen(s), 2000);
	assert_int_equal(s[1999], '5');
	assert_string_equal(arena_strndup(a, "abcdef", 3), "abc");
	assert_string_equal(arena_strdup(a, ""), "");
	arena_free(a);
}

static char order[8];
static void note(void *p) { strcat(order, p); }

static void closers_run_last_first(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	arena_closer(a, note, "1");
	arena_closer(a, note, "2");
	arena_reset(a);
	assert_string_equal(order, "21");
	arena_closer(a, note, "3");
	arena_free(a);
	assert_string_equal(order, "213");
}

static void buf_holds_what_was_put(void **state)
{
	(void)state;
	struct buf b = BUF_INIT;
	buf_put(&b, "", 0);
	assert_string_equal(b.data, "");
	for (int i = 0; i < 1000; i++)
		buf_printf(&b, "%d,", i);
	assert_memory_equal(b.data, "0,1,2,", 6);
	assert_int_equal(b.len, strlen(b.data));
	buf_clear(&b);
	buf_printf(&b, "%500d", 1);
	assert_int_equal(b.len, 500);
	buf_clear(&b);
	buf_put(&b, "a\0b", 3);
	buf_putc(&b, 'c');
	assert_int_equal(b.len, 4);
	assert_memory_equal(b.data, "a\0bc", 5);
	assert_false(b.failed);
	buf_free(&b);
}

static void buf_stops_at_its_limit(void **state)
{
	(void)state;
	struct buf b = {.limit = 10};
	buf_puts(&b, "0123456789");
	assert_false(b.failed);
	buf_putc(&b, 'x');
	assert_true(b.failed);
	buf_puts(&b, "");
	assert_string_equal(b.data, "0123456789");
	buf_clear(&b);
	buf_puts(&b, "again");
	assert_false(b.failed);
	buf_put(&b, "", SIZE_MAX / 2);
	assert_true(b.failed);
	buf_free(&b);
}

static const struct msg fault = {"fault", LEVEL_ERROR, N_("%s is wrong; write %d"), NULL};
static const struct msg doubt = {"doubt", LEVEL_WARNING, N_("%s is odd"), "Điều 1"};

static void diag_counts_and_formats(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct diag d;
	diag_init(&d, a);
	diag_put(&d, &fault, (struct pos){"f", 2, 3}, "x", 4);
	diag_put(&d, &doubt, (struct pos){"f", 1, 1}, "y");
	assert_int_equal(d.n_errors, 1);
	assert_int_equal(d.n_warnings, 1);
	assert_string_equal(d.items[0].text, "x is wrong; write 4");
	for (int i = 0; i < 1000; i++)
		diag_put(&d, &doubt, (struct pos){"f", 9, 9}, "z");
	assert_int_equal(d.n, d.limit);
	assert_int_equal(d.n_warnings, 1001);
	arena_free(a);
}

static void diag_sorts_stably(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct diag d;
	diag_init(&d, a);
	static const struct pos at[] = {
		{"b", 1, 1}, {"a", 2, 2}, {"a", 2, 1}, {"a", 10, 1}, {"a", 2, 2}, {NULL, 0, 0}, {"a", 2, 2},
	};
	static const char *const want[] = {"5", "2", "1", "4", "6", "3", "0"};
	for (size_t i = 0; i < N(at); i++)
		diag_put(&d, &doubt, at[i], (const char *[]){"0", "1", "2", "3", "4", "5", "6"}[i]);
	diag_sort(&d);
	for (size_t i = 0; i < N(at); i++)
		assert_int_equal(d.items[i].text[0], want[i][0]);
	diag_put(&d, &doubt, at[0], "still room");
	assert_int_equal(d.n, N(at) + 1);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_gives_zeroed_aligned_memory), cmocka_unit_test(arena_grows_arrays),
		cmocka_unit_test(arena_prints), cmocka_unit_test(closers_run_last_first),
		cmocka_unit_test(buf_holds_what_was_put), cmocka_unit_test(buf_stops_at_its_limit),
		cmocka_unit_test(diag_counts_and_formats), cmocka_unit_test(diag_sorts_stably),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
