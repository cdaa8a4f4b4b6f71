/* The table of contents from a draft to its files: numbers, links, places. */
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
#include "write/write.h"

static struct arena *arena;
static struct diag g;
static struct doc *d;
static struct pages *pages;
static struct fonts *fonts;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	diag_init(&g, arena);
	fonts = fonts_open(file_data_dir(arena, "fonts"), &g);
	return fonts ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	fonts_close(fonts);
	arena_free(arena);
	return 0;
}

/* A plan of some pages: n headings, each with a paragraph of a third of a page. */
static void plan(int n)
{
	struct buf b = BUF_INIT;
	buf_puts(&b, "---\nloại: Kế hoạch\ncơ quan ban hành: Sở Nội vụ\nviết tắt: SNV\nsố: 1\nđịa danh: Hà Thanh\nngày: 2/3/2026\ntrích yếu: Thử\n"
		"mục lục: có\nnơi nhận: [\"Lưu: VT\"]\nngười ký: {chức vụ: Giám đốc, họ tên: Trần Văn Một}\n---\n");
	for (int i = 1; i <= n; i++) {
		buf_printf(&b, "# %d. ĐỀ MỤC\n\n", i);
		for (int k = 0; k < 12; k++)
			buf_puts(&b, "Các sở, ban, ngành và địa phương tiếp tục rà soát, cập nhật tiến độ thực hiện nhiệm vụ. ");
		buf_puts(&b, "\n\n");
	}
	buf_puts(&b, "Hết./.\n");
	d = read_draft_text(arena, "x.md", ".", arena_strndup(arena, b.data, b.len), b.len, &g);
	buf_free(&b);
	assert_non_null(d);
	assert_int_equal(compose(d, &g), 0);
	pages = layout_pages(d, fonts, &g);
}

static unsigned page_of(const struct node *n)
{
	for (size_t i = 0; i < pages->n; i++)
		for (size_t k = 0; k < pages->v[i].n_items; k++)
			if (pages->v[i].items[k].node == n)
				return pages->v[i].label;
	return 0;
}

static void numbers_are_those_of_the_pages(void **state)
{
	(void)state;
	plan(30);
	assert_true(pages->n >= 10);
	unsigned entries = 0;
	for (size_t i = 0; i < pages->n; i++)
		for (size_t k = 0; k < pages->v[i].n_items; k++) {
			const struct item *it = &pages->v[i].items[k];
			if (it->kind != ITEM_TEXT || !it->node || !role_toc_level(it->node->u.para.role) || it->line_start || it->artifact)
				continue;
			const struct para *p = &it->node->u.para;
			const char *want = arena_printf(arena, "%u", page_of(p->runs[p->n_runs - 1].target));
			assert_true(it->text_len == strlen(want) && !memcmp(it->text, want, it->text_len));
			entries++;
		}
	assert_int_equal(entries, 30);
}

static void entries_lead_to_their_places(void **state)
{
	(void)state;
	plan(9);
	struct write_job j = {.doc = d, .pages = pages, .fonts = fonts};
	struct buf out = BUF_INIT;
	assert_int_equal(writer_find("pdf")->write(&j, &out, &g), 0);
	static const char link[] = "/Dest (_Toc000009)", place[] = "(_Toc000009) [", dead[] = "_Toc000010";
	assert_non_null(memmem(out.data, out.len, link, sizeof link - 1));
	assert_non_null(memmem(out.data, out.len, place, sizeof place - 1));
	assert_null(memmem(out.data, out.len, dead, sizeof dead - 1));
	buf_free(&out);
}

/* An entry whose heading stands on no page has no link, and no number but 0. */
static void a_lost_heading_harms_nothing(void **state)
{
	(void)state;
	plan(2);
	for (struct node *n = d->root; n; n = doc_walk(d->root, n))
		if (n->kind == NODE_PARA && n->u.para.mark == 2) {
			doc_detach(n);
			break;
		}
	pages = layout_pages(d, fonts, &g);
	struct write_job j = {.doc = d, .pages = pages, .fonts = fonts};
	struct buf out = BUF_INIT;
	assert_int_equal(writer_find("pdf")->write(&j, &out, &g), 0);
	assert_null(memmem(out.data, out.len, "_Toc000002", 10));
	buf_clear(&out);
	assert_int_equal(writer_find("docx")->write(&j, &out, &g), 0);
	buf_free(&out);
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(numbers_are_those_of_the_pages), CASE(entries_lead_to_their_places), CASE(a_lost_heading_harms_nothing),
	};
	return cmocka_run_group_tests_name("contents", tests, NULL, NULL);
}
