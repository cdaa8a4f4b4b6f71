/* States of tasks at a date, and what words and numbers of progress and state say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/deadline.h"
#include "model/reg.h"
#include "read/reg_in.h"

/* One row of a register, judged on 31/12/2025. */
struct row {
	const char *assigned, *due, *done, *progress, *state;
	enum task_state is;
	enum task_doubt doubt;
	long days;
};
#define IN_TIME TASK_DONE_IN_TIME
#define LATE TASK_DONE_LATE
#define ON_TRACK TASK_ON_TRACK
#define OVERDUE TASK_OVERDUE
#define RECURRING TASK_RECURRING
#define NOT_DUE TASK_NOT_DUE
#define UNKNOWN TASK_UNKNOWN

static struct date day(const char *s)
{
	struct date d = {0};

	if (*s != '\0')
		assert_true(viet_date(s, &d));
	return d;
}

static void expect(const struct row *r)
{
	static const struct date at = {31, 12, 2025};
	struct arena *a = arena_new();
	struct reg_task t = {.assigned = day(r->assigned), .done = day(r->done), .progress = -1};
	double among = -1;
	struct task_judgement j;

	deadline_read(a, r->due, &t.due);
	if (*r->progress != '\0')
		assert_true(reg_percent(r->progress, &t.progress));
	if (*r->state != '\0')
		t.said = reg_words_say(a, r->state, &among);
	if (t.progress == -1)
		t.progress = among;
	j = task_judge(&t, at);
	if (j.state != r->is || j.doubt != r->doubt || j.days != r->days)
		print_error("%s | %s | %s | %s | %s: %s, %s, %ld\n", r->assigned, r->due, r->done, r->progress, r->state, task_state_name(j.state), task_doubt_name(j.doubt), j.days);
	assert_int_equal(j.state, r->is);
	assert_int_equal(j.doubt, r->doubt);
	assert_int_equal(j.days, r->days);
	arena_free(a);
}

static void expect_all(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		expect(&rows[i]);
}
#define EXPECT_ALL(rows) expect_all(rows, sizeof rows / sizeof *rows)

static void completed(void **state)
{
	static const struct row rows[] = {
		{"05/9/2025", "Quý IV/2025", "28/11/2025", "100%", "", IN_TIME, DOUBT_NONE, 0},
		{"", "Quý IV/2025", "31/12/2025", "", "", IN_TIME, DOUBT_NONE, 0},
		{"", "trước ngày 28/10/2025", "28/10/2025", "", "", LATE, DOUBT_NONE, 1},
		{"", "đến hết ngày 28/10/2025", "28/10/2025", "", "", IN_TIME, DOUBT_NONE, 0},
		{"", "tháng 10/2025", "05/11/2025", "", "đã hoàn thành", LATE, DOUBT_NONE, 5},
		{"", "tháng 10/2025", "05/11/2025", "", "quá hạn", LATE, DOUBT_NONE, 5},
		{"", "Thường xuyên", "05/11/2025", "", "", IN_TIME, DOUBT_NONE, 0},
		{"", "", "05/11/2025", "", "", IN_TIME, DOUBT_NONE, 0}, /* nothing was set that it could miss */
		{"", "Sau khi có Nghị định", "05/11/2025", "", "", IN_TIME, DOUBT_NONE, 0},
		{"", "Quý IV", "05/11/2025", "", "", UNKNOWN, DOUBT_DUE_NO_YEAR, 0},
		{"", "Quý IV", "05/11/2025", "", "hoàn thành đúng hạn", IN_TIME, DOUBT_NONE, 0},
		/* without a day: sure while the deadline has not passed, or where the words say it */
		{"", "Quý I/2026", "", "100%", "", IN_TIME, DOUBT_NONE, 0},
		{"", "Quý III/2025", "", "100%", "", UNKNOWN, DOUBT_DONE_NO_DATE, 0},
		{"", "Quý III/2025", "", "", "đã hoàn thành", UNKNOWN, DOUBT_DONE_NO_DATE, 0},
		{"", "Quý III/2025", "", "", "hoàn thành đúng hạn", IN_TIME, DOUBT_NONE, 0},
		{"", "Quý III/2025", "", "", "hoàn thành quá hạn", LATE, DOUBT_NONE, 0},
		{"", "Quý I/2026", "", "", "hoàn thành quá hạn", UNKNOWN, DOUBT_OVERDUE_EARLY, 0},
	};

	(void)state;
	EXPECT_ALL(rows);
}

static void open_tasks(void **state)
{
	static const struct row rows[] = {
		{"05/9/2025", "Quý IV/2025", "", "75%", "", ON_TRACK, DOUBT_NONE, 0},
		{"", "31/12/2025", "", "", "", ON_TRACK, DOUBT_NONE, 0},
		{"", "30/12/2025", "", "", "", OVERDUE, DOUBT_NONE, 1},
		{"", "Quý III/2025", "", "0,9", "đang thực hiện", OVERDUE, DOUBT_NONE, 92},
		{"", "tháng 10/2025", "", "", "quá hạn chưa hoàn thành", OVERDUE, DOUBT_NONE, 61},
		{"", "", "", "", "quá hạn", OVERDUE, DOUBT_NONE, 0},
		{"", "Quý I/2026", "", "", "", NOT_DUE, DOUBT_NONE, 0},
		{"", "Quý I/2026", "", "10%", "", ON_TRACK, DOUBT_NONE, 0}, /* begun before its time */
		{"", "Từ năm 2026", "", "", "", NOT_DUE, DOUBT_NONE, 0},
		{"05/01/2026", "30/6/2026", "", "", "", NOT_DUE, DOUBT_NONE, 0}, /* not yet assigned at the date */
		{"", "30/6/2026", "", "", "", ON_TRACK, DOUBT_NONE, 0},
		{"", "Thường xuyên, hằng ngày", "", "", "", RECURRING, DOUBT_NONE, 0},
		{"", "Hằng quý", "", "50%", "đang thực hiện", RECURRING, DOUBT_NONE, 0},
		{"", "", "", "", "thường xuyên", RECURRING, DOUBT_NONE, 0},
		{"", "Lâu dài", "", "", "", ON_TRACK, DOUBT_NONE, 0},
		{"", "Theo hướng dẫn của bộ", "", "", "", ON_TRACK, DOUBT_NONE, 0},
		{"", "31/12/2025", "15/01/2026", "", "", ON_TRACK, DOUBT_NONE, 0}, /* completed later: not known at the date */
		{"", "", "", "", "", UNKNOWN, DOUBT_NO_DUE, 0},
		{"", "", "", "50%", "đang thực hiện", UNKNOWN, DOUBT_NO_DUE, 0},
		{"", "Quý IV", "", "", "", UNKNOWN, DOUBT_DUE_NO_YEAR, 0},
		{"", "sớm nhất có thể", "", "", "", UNKNOWN, DOUBT_DUE_UNCLEAR, 0},
		{"", "Quý III/2025", "", "", "tạm dừng", UNKNOWN, DOUBT_STOPPED, 0},
	};

	(void)state;
	EXPECT_ALL(rows);
}

static void contradictions(void **state)
{
	static const struct row rows[] = {
		{"", "31/12/2025", "", "120%", "", UNKNOWN, DOUBT_PROGRESS_RANGE, 0},
		{"", "31/12/2025", "", "-5%", "", UNKNOWN, DOUBT_PROGRESS_RANGE, 0},
		{"10/10/2025", "31/12/2025", "05/10/2025", "", "", UNKNOWN, DOUBT_DONE_BEFORE_ASSIGNED, 0},
		{"10/10/2025", "30/9/2025", "", "", "", UNKNOWN, DOUBT_DUE_BEFORE_ASSIGNED, 0},
		{"", "31/12/2025", "05/10/2025", "75%", "", UNKNOWN, DOUBT_DONE_BUT_PROGRESS, 0},
		{"", "31/12/2025", "", "75%", "đã hoàn thành", UNKNOWN, DOUBT_DONE_BUT_PROGRESS, 0},
		{"", "31/12/2025", "05/10/2025", "", "đang triển khai", UNKNOWN, DOUBT_DOING_BUT_DONE, 0},
		{"", "31/12/2025", "", "100%", "đang triển khai", UNKNOWN, DOUBT_DOING_BUT_DONE, 0},
		{"", "31/12/2025", "05/10/2025", "", "chưa thực hiện", UNKNOWN, DOUBT_NOT_BEGUN_DONE, 0},
		{"", "31/12/2025", "", "30", "chưa triển khai", UNKNOWN, DOUBT_NOT_BEGUN_DONE, 0},
		{"", "30/9/2025", "05/10/2025", "", "hoàn thành đúng hạn", UNKNOWN, DOUBT_IN_TIME_LATE, 0},
		{"", "30/9/2025", "25/9/2025", "", "hoàn thành quá hạn", UNKNOWN, DOUBT_LATE_IN_TIME, 0},
		{"", "31/01/2026", "", "", "quá hạn", UNKNOWN, DOUBT_OVERDUE_EARLY, 0},
	};

	(void)state;
	EXPECT_ALL(rows);
}

static void words(void **state)
{
	static const struct { const char *text; enum reg_said said; double percent; } rows[] = {
		{"Đã hoàn thành", SAID_DONE, -1}, {"HT", SAID_DONE, -1}, {"x", SAID_DONE, -1}, {"Xong", SAID_DONE, -1}, {"đã xong", SAID_DONE, -1}, {"Kết thúc", SAID_DONE, -1},
		{"Hoàn thành đúng hạn", SAID_DONE_IN_TIME, -1}, {"HOÀN THÀNH TRƯỚC HẠN", SAID_DONE_IN_TIME, -1}, {"Hoàn thành trong thời hạn", SAID_DONE_IN_TIME, -1},
		{"Hoàn thành quá hạn", SAID_DONE_LATE, -1}, {"Hoàn thành nhưng quá hạn", SAID_DONE_LATE, -1}, {"Đã hoàn thành (chậm hạn)", SAID_DONE_LATE, -1},
		{"Hoàn thành chậm tiến độ", SAID_DONE_LATE, -1}, {"đang triển khai", SAID_DOING, -1}, {"Đang thực hiện, trong hạn", SAID_DOING, -1}, {"Trong hạn", SAID_DOING, -1},
		{"đang tham mưu UBND tỉnh", SAID_DOING, -1}, {"Chưa hoàn thành", SAID_DOING, -1}, {"Không hoàn thành", SAID_DOING, -1}, {"Dự kiến hoàn thành trong tháng 12", SAID_DOING, -1},
		{"Cơ bản hoàn thành", SAID_DOING, -1}, {"Đã hoàn thành bước 1, đang thực hiện bước 2", SAID_DOING, -1}, {"CHT", SAID_DOING, -1},
		{"Chưa thực hiện", SAID_NOT_BEGUN, -1}, {"chưa", SAID_NOT_BEGUN, -1}, {"Chưa triển khai", SAID_NOT_BEGUN, -1}, {"Quá hạn", SAID_OVERDUE, -1},
		{"Quá hạn chưa hoàn thành", SAID_OVERDUE, -1}, {"Chưa hoàn thành - quá hạn", SAID_OVERDUE, -1}, {"Trễ hạn", SAID_OVERDUE, -1}, {"Chậm", SAID_OVERDUE, -1},
		{"Thường xuyên", SAID_RECURRING, -1}, {"Tạm dừng", SAID_STOPPED, -1}, {"Hủy bỏ", SAID_STOPPED, -1}, {"Hoàn thành 75%", SAID_DOING, 75},
		{"khoảng 75,5 %", SAID_DOING, 75.5}, {"Đã hoàn thành 100%", SAID_DONE, 100}, {"Đạt 60% (kế hoạch 80%)", SAID_NOTHING, -1}, {"Đúng hạn", SAID_NOTHING, -1},
		{"tàm tạm", SAID_NOTHING, -1}, {"Đã trình UBND tỉnh", SAID_NOTHING, -1}, {"", SAID_NOTHING, -1},
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		double percent;
		enum reg_said said = reg_words_say(a, rows[i].text, &percent);

		if (said != rows[i].said || percent != rows[i].percent)
			print_error("%s: %d, %g\n", rows[i].text, (int)said, percent);
		assert_int_equal(said, rows[i].said);
		assert_true(percent == rows[i].percent);
	}
	arena_free(a);
}

static void numbers(void **state)
{
	static const struct { const char *text; bool good; double percent; } rows[] = {
		{"75%", true, 75}, {"75 %", true, 75}, {"75", true, 75}, {"0,75", true, 75}, {"0.75", true, 75}, {"3/4", true, 75}, {"0,75%", true, 0.75}, {"100", true, 100},
		{"0", true, 0}, {"-5%", true, -5}, {"120%", true, 120}, {"7/0", false, 0}, {"/4", false, 0}, {"3/4/5", false, 0}, {"7x", false, 0}, {"", false, 0}, {"%", false, 0},
		{"1.234.567", false, 0}, {"99999999999999999999999999999999999999", false, 0},
	};
	double percent;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (reg_percent(rows[i].text, &percent) != rows[i].good)
			print_error("%s\n", rows[i].text);
		assert_true(reg_percent(rows[i].text, &percent) == rows[i].good);
		assert_true(!rows[i].good || percent == rows[i].percent);
	}
	assert_false(reg_percent(NULL, &percent));
}

/* Every state and doubt has a name of its own, as reports print it. */
static void names(void **state)
{
	(void)state;
	for (int i = 0; i < TASK_STATES; i++)
		for (int k = 0; k < i; k++)
			assert_string_not_equal(task_state_name((enum task_state)i), task_state_name((enum task_state)k));
	for (int i = 0; i < TASK_DOUBTS; i++)
		for (int k = 0; k < i; k++)
			assert_string_not_equal(task_doubt_name((enum task_doubt)i), task_doubt_name((enum task_doubt)k));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(completed), cmocka_unit_test(open_tasks), cmocka_unit_test(contradictions), cmocka_unit_test(words), cmocka_unit_test(numbers),
		cmocka_unit_test(names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
