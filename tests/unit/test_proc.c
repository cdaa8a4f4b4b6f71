/* Worker processes that die in every way, and JSON in and out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>
#include "base/json.h"
#include "base/proc.h"

enum { ITEMS = 40 };
enum deed { ANSWER, CRASH, STATUS, HANG, SELF_KILL };

struct seen {
	enum deed deeds[ITEMS];
	enum proc_fate fate[ITEMS];
	int code[ITEMS], count[ITEMS];
	size_t sum, wrong, ticks;
	volatile sig_atomic_t *stop;
	size_t stop_after;
};

static void *open_worker(void *ctx)
{
	(void)ctx;
	return strdup("mine");
}

static void work(void *ctx, void *own, size_t item, struct buf *answer)
{
	const struct seen *s = ctx;

	switch (s->deeds[item]) {
	case CRASH:
		signal(SIGABRT, SIG_DFL);
		abort();
	case STATUS:
		_exit(2);
	case HANG:
		for (;;)
			pause();
	case SELF_KILL:
		kill(getpid(), SIGKILL);
		break;
	case ANSWER:
		break;
	}
	buf_printf(answer, "%s %zu ", (const char *)own, item);
	for (size_t i = 0; i < item * 5000; i++) /* longer than a pipe holds */
		buf_putc(answer, 'x');
}

static void done(void *ctx, const struct proc_answer *a)
{
	struct seen *s = ctx;
	char want[32];

	assert_true(a->item < ITEMS);
	s->count[a->item]++;
	s->fate[a->item] = a->fate;
	s->code[a->item] = a->code;
	if (a->fate == PROC_DONE) {
		size_t n = (size_t)snprintf(want, sizeof want, "mine %zu ", a->item);

		s->sum++;
		s->wrong += a->n != n + a->item * 5000 || memcmp(a->data, want, n) != 0;
	}
	if (s->stop && s->sum >= s->stop_after)
		*s->stop = 1;
}

static void tick(void *ctx) { ((struct seen *)ctx)->ticks++; }

static struct proc_pool pool_of(struct seen *s, unsigned workers)
{
	return (struct proc_pool){ .workers = workers, .seconds = 20, .open = open_worker, .work = work, .done = done, .tick = tick, .ctx = s };
}

static void test_all_done(void **state)
{
	(void)state;
	for (unsigned workers = 1; workers <= 64; workers *= 4) {
		struct seen s = { 0 };
		struct proc_pool p = pool_of(&s, workers);

		proc_run(&p, ITEMS);
		assert_int_equal(s.sum, ITEMS);
		assert_int_equal(s.wrong, 0);
		assert_true(s.ticks > 0);
	}
}

static void test_deaths(void **state)
{
	static const struct { size_t item; enum deed deed; enum proc_fate fate; int code; } rows[] = {
		{ 0, CRASH, PROC_KILLED, SIGABRT }, { 3, STATUS, PROC_EXITED, 2 }, { 4, STATUS, PROC_EXITED, 2 }, { 17, SELF_KILL, PROC_KILLED, SIGKILL },
		{ 39, CRASH, PROC_KILLED, SIGABRT },
	};
	(void)state;
	for (unsigned workers = 1; workers <= 3; workers++) {
		struct seen s = { 0 };
		struct proc_pool p = pool_of(&s, workers);

		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
			s.deeds[rows[i].item] = rows[i].deed;
		proc_run(&p, ITEMS);
		assert_int_equal(s.sum, ITEMS - sizeof rows / sizeof *rows);
		assert_int_equal(s.wrong, 0);
		for (size_t i = 0; i < ITEMS; i++)
			assert_int_equal(s.count[i], 1);
		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
			assert_int_equal(s.fate[rows[i].item], rows[i].fate);
			assert_int_equal(s.code[rows[i].item], rows[i].code);
		}
	}
}

static void test_time_limit(void **state)
{
	struct seen s = { .deeds = { [1] = HANG, [5] = HANG } };
	struct proc_pool p = pool_of(&s, 2);

	(void)state;
	p.seconds = 0.3;
	proc_run(&p, 8);
	assert_int_equal(s.sum, 6);
	assert_int_equal(s.fate[1], PROC_SLOW);
	assert_int_equal(s.fate[5], PROC_SLOW);
}

static void test_stop(void **state)
{
	volatile sig_atomic_t stop = 0;
	struct seen s = { .stop = &stop, .stop_after = 3 };
	struct proc_pool p = pool_of(&s, 2);

	(void)state;
	p.stop = &stop;
	proc_run(&p, ITEMS);
	assert_true(s.sum >= 3 && s.sum <= 5);
}

static void test_nothing_to_do(void **state)
{
	struct seen s = { 0 };
	struct proc_pool p = pool_of(&s, 2);

	(void)state;
	proc_run(&p, 0);
	assert_int_equal(s.sum, 0);
	assert_true(proc_cores() >= 1);
}

static const struct json *parse(struct arena *a, const char *s) { return json_read(a, s, strlen(s)); }

static void test_json(void **state)
{
	struct arena *a = arena_new();
	struct buf b = BUF_INIT;
	const char *hard = "a\"b\\c\n\t\x01 Ủy ban 😀 </x>";
	const struct json *j;

	(void)state;
	buf_puts(&b, "{\"text\":");
	json_string(&b, hard);
	buf_puts(&b, ",\"n\":-12.5e1,\"list\":[1,true,null,{\"x\":[]}],\"no\":false}");
	j = json_read(a, b.data, b.len);
	assert_non_null(j);
	assert_string_equal(json_get_text(j, "text"), hard);
	assert_true(json_get_number(j, "n") == -125);
	assert_int_equal(json_get(j, "list")->first->next->kind, JSON_BOOL);
	assert_int_equal(json_get(json_get(j, "list")->first->next->next->next, "x")->kind, JSON_LIST);
	assert_string_equal(json_get_text(j, "missing"), "");
	assert_null(json_get(NULL, "x"));
	assert_string_equal(parse(a, "\"\\u1ee6y \\ud83d\\ude00 \\ud83d\"")->text, "Ủy 😀 \xEF\xBF\xBD");
	buf_free(&b);
	arena_free(a);
}

static void test_bad_json(void **state)
{
	static const char *const bad[] = { "", "{", "[1,]", "{\"a\"}", "{\"a\":1", "{a:1}", "\"x", "\"\\", "\"\\q\"", "\"\\u12", "\"\\ud83d\\u12\"", "tru", "1x", "[1] 2", "\"\n\"", "--", "nan" };
	struct arena *a = arena_new();
	struct buf deep = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_null(parse(a, bad[i]));
	for (int i = 0; i < 100000; i++)
		buf_putc(&deep, '[');
	assert_null(json_read(a, deep.data, deep.len));
	buf_free(&deep);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_done), cmocka_unit_test(test_deaths), cmocka_unit_test(test_time_limit), cmocka_unit_test(test_stop),
		cmocka_unit_test(test_nothing_to_do), cmocka_unit_test(test_json), cmocka_unit_test(test_bad_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
