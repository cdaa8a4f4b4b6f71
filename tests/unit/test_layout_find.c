/* What layout tells of a draft that it could not keep to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "form/form.h"
#include "layout/layout.h"

static const struct pos at = {"draft.md", 7, 1};
static struct fonts *fonts;
static struct arena *arena;
static struct diag findings;
static struct doc *d;
static struct node *section;

static int open_fonts(void **state)
{
	struct diag g;
	(void)state;
	arena = arena_new();
	diag_init(&g, arena);
	fonts = fonts_open(file_data_dir(arena, "fonts"), &g);
	return fonts ? 0 : -1;
}

static int close_fonts(void **state)
{
	(void)state;
	fonts_close(fonts);
	arena_free(arena);
	return 0;
}

static int new_doc(void **state)
{
	(void)state;
	diag_init(&findings, arena);
	d = doc_new(arena);
	d->form = form_for(REGIME_ND30, (struct date){1, 6, 2025});
	section = doc_add(d, d->root, NODE_SECTION, at);
	section->u.section = (struct section){.page_w = 11906, .page_h = 16838, .top = 1134, .bottom = 1134, .left = 1701, .right = 850,
		.header_y = 567, .hide_first = true};
	return 0;
}

/* A table of one row. want in mm, 0: computed; NULL: all computed. */
static void table(size_t cols, const char *const *texts, const double *want)
{
	struct node *t = doc_add(d, section, NODE_TABLE, at), *r = doc_add(d, t, NODE_ROW, at);
	t->u.table.n_cols = cols;
	t->u.table.border = true;
	t->u.table.want = want ? ARENA_ARRAY(arena, twip, cols) : NULL;
	for (size_t i = 0; i < cols; i++) {
		struct node *c = doc_add(d, r, NODE_CELL, at);
		c->u.cell.col = i;
		if (want)
			t->u.table.want[i] = twip_from_mm(want[i]);
		doc_para(d, c, ROLE_CELL, texts[i], 0, at);
	}
}

static void assert_told(const char *id, const char *text)
{
	layout_pages(d, fonts, &findings);
	assert_int_equal(findings.n, 1);
	assert_string_equal(findings.items[0].msg->id, id);
	assert_int_equal(findings.items[0].pos.line, 7);
	if (!strstr(findings.items[0].text, text))
		fail_msg("\"%s\" tells nothing of \"%s\"", findings.items[0].text, text);
}

static void narrow_columns_are_told(void **state)
{
	static const char *const texts[] = {"Nhiệm vụ", "ngày 31/01/2026", "Ghi chú"};
	(void)state;
	table(3, texts, (double[]){100, 20, 0});
	assert_told("column-too-narrow", "column 2 of the table is too narrow, “31/01/2026” is cut; give it at least 25 mm");
}

static void the_width_told_is_enough(void **state)
{
	static const char *const texts[] = {"Nhiệm vụ", "ngày 31/01/2026", "Ghi chú"};
	(void)state;
	table(3, texts, (double[]){100, 25, 0});
	layout_pages(d, fonts, &findings);
	assert_int_equal(findings.n, 0);
}

static void tables_too_wide_are_told_once(void **state)
{
	const char *texts[20];
	(void)state;
	for (size_t i = 0; i < 20; i++)
		texts[i] = "31/01/2026";
	table(20, texts, NULL);
	assert_told("table-too-wide", "“31/01/2026” in column 1 is cut, it needs 25 mm");
}

static void cut_words_are_told_once(void **state)
{
	char word[3001];
	(void)state;
	memset(word, 'm', 3000);
	word[3000] = 0;
	doc_para(d, section, ROLE_BODY, arena_printf(arena, "Xem %s và %s", word, word), 0, at);
	assert_told("word-cut", "“mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm…” is longer");
}

static void missing_characters_are_told_once(void **state)
{
	(void)state;
	doc_para(d, section, ROLE_BODY, "Chữ Nôm 𡨸 và 喃", 0, at);
	assert_told("no-such-character", "“𡨸” (U+21A38)");
}

static void pictures_made_smaller_are_told(void **state)
{
	struct picture p = {.path = "nowhere/hinh.png", .alt = "", .width = twip_from_mm(200)};
	struct node *n = doc_add(d, section, NODE_PARA, at);
	(void)state;
	n->u.para.role = ROLE_PICTURE;
	doc_run(d, n, RUN_PICTURE, NULL, 0)->picture = &p;
	layout_pages(d, fonts, &findings);
	assert_int_equal(findings.n, 2); /* it cannot be read either */
	assert_string_equal(findings.items[1].msg->id, "picture-made-smaller");
	assert_non_null(strstr(findings.items[1].text, "hinh.png has no room for a width of 200 mm, it was made 165 mm wide"));
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup(f, new_doc)
	const struct CMUnitTest tests[] = {
		CASE(narrow_columns_are_told),
		CASE(the_width_told_is_enough),
		CASE(tables_too_wide_are_told_once),
		CASE(cut_words_are_told_once),
		CASE(missing_characters_are_told_once),
		CASE(pictures_made_smaller_are_told),
	};
	return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
