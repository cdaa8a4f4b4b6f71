/* What layout tells of a draft that it could not keep to. */
#include "layout_fixture.h"

/* A table of one row. want in mm, 0: computed; NULL: all computed. */
static void table(size_t cols, const char *const *texts, const double *want)
{
	struct node *t = doc_add(d, section, NODE_TABLE, nowhere), *r = doc_add(d, t, NODE_ROW, nowhere);
	t->u.table.n_cols = cols;
	t->u.table.border = true;
	t->u.table.want = want ? ARENA_ARRAY(arena, twip, cols) : NULL;
	for (size_t i = 0; i < cols; i++) {
		struct node *c = doc_add(d, r, NODE_CELL, nowhere);
		c->u.cell.col = i;
		if (want)
			t->u.table.want[i] = twip_from_mm(want[i]);
		doc_para(d, c, ROLE_CELL, texts[i], 0, nowhere);
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
	doc_para(d, section, ROLE_BODY, arena_printf(arena, "Xem %s và %s", word, word), 0, nowhere);
	assert_told("word-cut", "“mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm…” is longer");
}

static void missing_characters_are_told_once(void **state)
{
	(void)state;
	doc_para(d, section, ROLE_BODY, "Chữ Nôm 𡨸 và 喃", 0, nowhere);
	assert_told("no-such-character", "“𡨸” (U+21A38)");
}

static void pictures_made_smaller_are_told(void **state)
{
	struct picture p = {.path = "nowhere/hinh.png", .alt = "", .width = twip_from_mm(200)};
	struct node *n = doc_add(d, section, NODE_PARA, nowhere);
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
