#ifndef CHECK_FIXTURE_H
#define CHECK_FIXTURE_H
/* Drafts judged from memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "run/check.h"

static struct press *press;
static struct checked last;

static inline int open_press(void **state)
{
	(void)state;
	press = press_new(NULL);
	return press ? 0 : -1;
}

static inline int close_press(void **state)
{
	(void)state;
	press_free(press);
	return 0;
}

/* Judges a whole draft. */
static inline const struct check_report *judge(const char *draft)
{
	struct job j = {.draft = "t.md", .text = draft, .n_text = strlen(draft), .text_dir = NULL};
	check_run(press, &j, &last);
	if (!last.read)
		for (size_t i = 0; i < last.findings.n; i++)
			print_error("%u: %s\n", last.findings.items[i].pos.line, last.findings.items[i].text);
	assert_true(last.read);
	return &last.report;
}

/* Findings of a rule that are not silenced. */
static inline size_t found(const struct check_report *r, const char *id)
{
	size_t n = 0;
	for (size_t i = 0; i < r->n; i++)
		n += !strcmp(r->v[i].rule->id, id) && !r->v[i].waived;
	return n;
}

static inline const struct check_finding *first_of(const struct check_report *r, const char *id)
{
	for (size_t i = 0; i < r->n; i++)
		if (!strcmp(r->v[i].rule->id, id))
			return &r->v[i];
	return NULL;
}

static inline enum verdict verdict_of(const struct check_report *r, const char *id)
{
	for (size_t i = 0; i < r->n_verdicts; i++)
		if (!strcmp(r->verdicts[i].rule->id, id))
			return r->verdicts[i].verdict;
	fail_msg("no rule %s", id);
	return VERDICT_PASS;
}

#define HEAD "---\nloại: Kế hoạch\ncơ quan chủ quản: UBND tỉnh Hà Thanh\ncơ quan ban hành: Sở Nội vụ\nviết tắt: SNV\nsố: 12\nđịa danh: Hà Thanh\n"
#define TAIL "trích yếu: Tổ chức kiểm tra công vụ năm 2026\nnơi nhận: [UBND tỉnh, \"Các sở, ban, ngành\", \"Lưu: VT, TTr\"]\nngười ký: {chức vụ: Giám đốc, họ tên: Trần Mộc Nguyên}\n"
#define FRONT HEAD "ngày: 09/01/2026\n" TAIL "---\n"
#define END "Trên đây là Kế hoạch kiểm tra công vụ./.\n"

/* A plan with this text; it ends as it must. */
static inline const struct check_report *judge_text(const char *text)
{
	static char draft[16384];
	snprintf(draft, sizeof draft, "%s%s\n%s", FRONT, text, END);
	return judge(draft);
}
/* The same with other keys in front. */
static inline const struct check_report *judge_keys(const char *keys, const char *text)
{
	static char draft[16384];
	snprintf(draft, sizeof draft, "---\n%s---\n%s\n", keys, text);
	return judge(draft);
}
#endif
