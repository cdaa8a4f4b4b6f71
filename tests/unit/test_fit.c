/* Fitting a letter to its pages within the legal ranges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "read/read.h"
#include "run/fit.h"

static struct arena *arena, *own;
static struct fonts *fonts;
static struct diag findings;

static int open_all(void **state)
{
	(void)state;
	own = arena_new();
	arena = arena_new();
	diag_init(&findings, own);
	fonts = fonts_open(file_data_dir(own, "fonts"), &findings);
	return fonts ? 0 : -1;
}

static int close_all(void **state)
{
	(void)state;
	arena_free(arena);
	fonts_close(fonts);
	arena_free(own);
	return 0;
}

/* A letter of n paragraphs of three lines; extra: further keys. */
static struct doc *letter(int n, const char *extra)
{
	struct buf b = BUF_INIT;
	arena_reset(arena);
	diag_init(&findings, arena);
	buf_printf(&b, "---\nloại: Công văn\ncơ quan ban hành: Sở Công nghệ số\nviết tắt: SCNS\nđơn vị soạn thảo: VP\nđịa danh: Hà Thanh\n"
		"ngày: 09/01/2026\ntrích yếu: cử giảng viên\nkính gửi: Trường Đại học Hà Thanh\nnơi nhận: [Như trên, \"Lưu: VT, VP\"]\n"
		"người ký: {chức vụ: Giám đốc, họ tên: Trần Mộc Nguyên}\n%s---\n", extra);
	for (int i = 0; i < n; i++)
		buf_puts(&b, "Theo kế hoạch công tác năm 2026, Sở Công nghệ số tổ chức 02 lớp tập huấn kỹ năng số cho công chức cấp xã từ ngày "
			"20/01/2026 đến ngày 23/01/2026 tại Hội trường A, Trung tâm Dữ liệu và Hạ tầng số.\n");
	buf_puts(&b, "Rất mong nhận được sự quan tâm, phối hợp của Quý Trường./.\n");
	struct doc *d = read_draft_text(arena, "t.md", NULL, b.data, b.len, &findings);
	buf_free(&b);
	assert_non_null(d);
	assert_int_equal(compose(d, &findings), 0);
	return d;
}

static size_t notes(const char *id)
{
	size_t n = 0;
	for (size_t i = 0; i < findings.n; i++)
		n += !strcmp(findings.items[i].msg->id, id);
	return n;
}

static void a_letter_that_runs_over_by_little_is_drawn_onto_one_page(void **state)
{
	size_t drawn = 0;
	(void)state;
	for (int n = 4; n < 14; n++) {
		size_t plain = layout_pages(letter(n, ""), fonts, &findings)->n;
		struct doc *d = letter(n, "");
		struct pages *p = fit_pages(d, fonts, &findings);
		assert_true(p->n <= plain);
		if (p->n < plain) {
			drawn++;
			assert_int_equal(notes("fit"), 1);
		}
		/* never outside the ranges: 13 to 14 pt, lines from single to one and a half */
		assert_in_range(p->styles[ROLE_BODY].size_hp, 26, 28);
		assert_in_range(p->styles[ROLE_BODY].line, p->styles[ROLE_BODY].size_hp * 23 / 2, p->styles[ROLE_BODY].size_hp * 69 / 4);
		assert_in_range(p->styles[ROLE_BODY].space_after, 120, 1000);
	}
	assert_true(drawn >= 1);
}

static void what_fits_is_left_as_it_is(void **state)
{
	(void)state;
	struct pages *p = fit_pages(letter(2, ""), fonts, &findings);
	assert_int_equal(p->n, 1);
	assert_int_equal(p->styles[ROLE_BODY].line, 360);
	assert_int_equal(notes("fit") + notes("fit-none"), 0);
}

static void what_the_draft_says_is_kept(void **state)
{
	(void)state;
	for (int n = 4; n < 14; n++) {
		struct pages *p = fit_pages(letter(n, "giãn dòng: 19pt\n"), fonts, &findings);
		assert_int_equal(p->styles[ROLE_BODY].line, 380);
		assert_int_equal(p->styles[ROLE_BODY].size_hp, 28);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_that_runs_over_by_little_is_drawn_onto_one_page),
		cmocka_unit_test(what_fits_is_left_as_it_is),
		cmocka_unit_test(what_the_draft_says_is_kept),
	};
	return cmocka_run_group_tests(tests, open_all, close_all);
}
