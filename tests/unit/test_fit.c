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
#include "form/form.h"
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

static struct doc *letter_of(const char *text, int n, const char *extra)
{
	struct buf b = BUF_INIT;
	arena_reset(arena);
	diag_init(&findings, arena);
	buf_printf(&b, "---\nloại: Công văn\ncơ quan ban hành: Sở Công nghệ số\nviết tắt: SCNS\nđơn vị soạn thảo: VP\nđịa danh: Hà Thanh\n"
		"ngày: 09/01/2026\ntrích yếu: cử giảng viên\nkính gửi: Trường Đại học Hà Thanh\nnơi nhận: [Như trên, \"Lưu: VT, VP\"]\n"
		"người ký: {chức vụ: Giám đốc, họ tên: Trần Mộc Nguyên}\n%s---\n", extra);
	for (int i = 0; i < n; i++)
		buf_puts(&b, text);
	buf_puts(&b, "Rất mong nhận được sự quan tâm, phối hợp của Quý Trường./.\n");
	struct doc *d = read_draft_text(arena, "t.md", NULL, b.data, b.len, &findings);
	buf_free(&b);
	assert_non_null(d);
	assert_int_equal(compose(d, &findings), 0);
	return d;
}

/* A letter of n paragraphs of three lines; extra: further keys. */
static struct doc *letter(int n, const char *extra)
{
	return letter_of("Theo kế hoạch công tác năm 2026, Sở Công nghệ số tổ chức 02 lớp tập huấn kỹ năng số cho công chức cấp xã từ ngày "
		"20/01/2026 đến ngày 23/01/2026 tại Hội trường A, Trung tâm Dữ liệu và Hạ tầng số.\n", n, extra);
}

static const char *told(const char *id)
{
	for (size_t i = 0; i < findings.n; i++)
		if (!strcmp(findings.items[i].msg->id, id))
			return findings.items[i].text;
	return "";
}

static size_t notes(const char *id)
{
	size_t n = 0;
	for (size_t i = 0; i < findings.n; i++)
		n += !strcmp(findings.items[i].msg->id, id);
	return n;
}

/* Never outside the ranges of the form; a state document's lines are single to one and a half. */
static void within(const struct form *f, const struct pages *p)
{
	const struct style *s = &p->styles[ROLE_BODY];
	const struct section *g = &p->v[0].section->u.section;
	assert_in_range(s->size_hp, f->body_hp_min, f->body_hp_max);
	assert_in_range(s->line, f->party ? f->line_exact_min : s->size_hp * 23 / 2, f->party ? f->line_exact_max : s->size_hp * 69 / 4);
	assert_in_range(s->space_after, f->para_after_min, 240);
	assert_true(s->first_indent == f->indent[0] || s->first_indent == f->indent[1]);
	assert_in_range(g->top, f->top_min, f->top_max);
	assert_in_range(g->bottom, f->bottom_min, f->bottom_max);
	assert_in_range(g->left, f->left_min, f->left_max);
	assert_in_range(g->right, f->right_min, f->right_max);
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
		within(d->form, p);
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
		struct pages *p = fit_pages(letter(n, "giãn dòng: 19pt\ncỡ chữ: 14\nlề dưới: 22mm\n"), fonts, &findings);
		assert_int_equal(p->styles[ROLE_BODY].line, 380);
		assert_int_equal(p->styles[ROLE_BODY].size_hp, 28);
		assert_int_equal(p->v[0].section->u.section.bottom, twip_from_mm(22));
		assert_null(strstr(told("fit"), "bottom"));
	}
}

static char *dumped(const struct pages *p)
{
	struct buf b = BUF_INIT;
	pages_dump(p, &b);
	char *s = arena_strndup(own, b.data, b.len);
	buf_free(&b);
	return s;
}

/* Lines of text and rows of tables above the signatures on their page; the page by its index. */
static unsigned with_signatures(const struct pages *p, size_t *page)
{
	for (*page = 0; *page < p->n; ++*page) {
		unsigned lines = 0;
		for (size_t k = 0; k < p->v[*page].n_items; k++) {
			const struct item *it = &p->v[*page].items[k];
			if (it->node->kind == NODE_PARA && it->node->u.para.role == ROLE_RECIPIENTS)
				return lines;
			lines += it->line_start && it->node->parent && it->node->parent->kind == NODE_SECTION;
		}
	}
	return 0;
}

/* However long the text is, in either form: what can be mended is, and the values are those that the finding tells. */
static void the_page_of_the_signatures_carries_text(void **state)
{
	static const char *const keys[] = {"", "thể thức: đảng\n"};
	size_t mended = 0, none = 0;
	(void)state;
	for (int n = 1; n < 60; n++) {
		const char *key = keys[n % 2];
		size_t was, is;
		unsigned before = with_signatures(layout_pages(letter_of("Sở tổ chức 02 lớp tập huấn.\n", n, key), fonts, &findings), &was);
		struct doc *d = letter_of("Sở tổ chức 02 lớp tập huấn.\n", n, key);
		struct pages *p = fit_pages(d, fonts, &findings);
		unsigned after = with_signatures(p, &is);
		within(d->form, p);
		none += notes("fit-none");
		if (was > 0 && before < 3 && !notes("fit-none")) {
			mended++;
			assert_true(is == 0 || after >= 3);
			assert_int_equal(notes("fit"), 1);
		} else if (was == 0) {
			assert_int_equal(notes("fit"), 0);
		}
	}
	assert_true(mended >= 3);
	assert_true(none <= 1);
}

/* Who types the values that were chosen gets the same pages without fitting. */
static void chosen_values_give_the_same_pages_by_hand(void **state)
{
	(void)state;
	for (int n = 4; n < 40; n++) {
		struct doc *d = letter(n, "");
		struct pages *p = fit_pages(d, fonts, &findings);
		if (!notes("fit"))
			continue;
		const struct choice c = d->choice;
		struct buf keys = BUF_INIT;
		char *fitted = dumped(p);
		if (c.body_hp)
			buf_printf(&keys, "cỡ chữ: %g\n", c.body_hp / 2.0);
		if (c.line_exact)
			buf_printf(&keys, "giãn dòng: %gpt\n", c.line_exact / 20.0);
		if (c.para_after >= 0)
			buf_printf(&keys, "cách đoạn: %gpt\n", c.para_after / 20.0);
		if (c.margin_bottom)
			buf_printf(&keys, "lề dưới: %.0fmm\n", mm_from_twip(c.margin_bottom));
		if (c.margin_top)
			buf_printf(&keys, "lề trên: %.0fmm\n", mm_from_twip(c.margin_top));
		if (c.margin_left)
			buf_printf(&keys, "lề trái: %.0fmm\n", mm_from_twip(c.margin_left));
		if (c.margin_right)
			buf_printf(&keys, "lề phải: %.0fmm\n", mm_from_twip(c.margin_right));
		assert_null(strstr(told("fit"), "indented"));
		buf_puts(&keys, "");
		assert_string_equal(dumped(layout_pages(letter(n, keys.data), fonts, &findings)), fitted);
		buf_free(&keys);
	}
}

static void the_finding_names_the_values_and_the_usual_ones(void **state)
{
	(void)state;
	for (int n = 4; n < 14; n++) {
		fit_pages(letter(n, ""), fonts, &findings);
		if (notes("fit") && strstr(told("fit"), "lines of")) {
			assert_non_null(strstr(told("fit"), "(instead of 18)"));
			return;
		}
	}
	fail();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_that_runs_over_by_little_is_drawn_onto_one_page),
		cmocka_unit_test(what_fits_is_left_as_it_is),
		cmocka_unit_test(what_the_draft_says_is_kept),
		cmocka_unit_test(the_page_of_the_signatures_carries_text),
		cmocka_unit_test(chosen_values_give_the_same_pages_by_hand),
		cmocka_unit_test(the_finding_names_the_values_and_the_usual_ones),
	};
	return cmocka_run_group_tests(tests, open_all, close_all);
}
