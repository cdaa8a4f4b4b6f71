/* doc, dump, pages */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "model/doc.h"
#include "model/pages.h"

static const struct pos nowhere = {0};
static struct doc *d;

static int set_up(void **state)
{
	*state = arena_new();
	d = doc_new(*state);
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static void children_are_checked(void **state)
{
	(void)state;
	/* rows: parent, columns: child; DOC, SECTION, PARA, TABLE, ROW, CELL, FOOTNOTE */
	static const char *const may[] = {"0100000", "0011000", "0000000", "0000100", "0000010", "0011000", "0010000"};
	for (enum node_kind p = NODE_DOC; p <= NODE_FOOTNOTE; p++)
		for (enum node_kind c = NODE_DOC; c <= NODE_FOOTNOTE; c++) {
			struct node *parent = doc_add(d, NULL, p, nowhere), *child = doc_add(d, NULL, c, nowhere);
			assert_int_equal(doc_add(d, parent, c, nowhere) != NULL, may[p][c] == '1');
			assert_int_equal(doc_insert(parent, NULL, child), may[p][c] == '1');
			assert_false(child->parent && doc_insert(parent, NULL, child)); /* not loose */
		}
	assert_null(doc_para(d, d->root, ROLE_BODY, "x", 0, nowhere));
}

static void nodes_start_with_the_styles_values(void **state)
{
	(void)state;
	struct node *p = doc_add(d, NULL, NODE_PARA, nowhere), *c = doc_add(d, NULL, NODE_CELL, nowhere);
	assert_int_equal(p->u.para.align, -1);
	assert_int_equal(p->u.para.outline, -1);
	assert_int_equal(c->u.cell.span_cols, 1);
	assert_int_equal(c->u.cell.span_rows, 1);
	assert_int_equal(c->u.cell.align, -1);
	assert_int_equal(d->root->id, 0);
	assert_int_equal(c->id, 2);
	assert_int_equal(d->n_nodes, 3);
	assert_int_equal(d->choice.para_after, -1);
}

static void nodes_are_put_in_and_taken_out(void **state)
{
	(void)state;
	struct node *s = doc_add(d, d->root, NODE_SECTION, nowhere), *other = doc_add(d, d->root, NODE_SECTION, nowhere);
	struct node *a = doc_para(d, s, ROLE_BODY, "a", 0, nowhere), *c = doc_para(d, s, ROLE_BODY, "c", 0, nowhere);
	struct node *b = doc_para(d, NULL, ROLE_BODY, "b", 0, nowhere);
	assert_false(doc_insert(other, a, b)); /* not a child of it */
	assert_true(doc_insert(s, c, b));
	assert_string_equal(doc_text(d, s), "a\nb\nc");
	doc_detach(a);
	assert_ptr_equal(s->first, b);
	assert_null(b->prev);
	doc_detach(a);
	assert_true(doc_insert(s, NULL, a));
	assert_string_equal(doc_text(d, s), "b\nc\na");
	doc_detach(c);
	assert_true(doc_insert(s, s->first, c));
	assert_string_equal(doc_text(d, s), "c\nb\na");
	assert_ptr_equal(s->last, a);
	while (s->first)
		doc_detach(s->first);
	assert_null(s->last);
	assert_string_equal(doc_text(d, s), "");
}

static void a_table_cannot_hold_itself(void **state)
{
	(void)state;
	struct node *t = doc_add(d, NULL, NODE_TABLE, nowhere);
	struct node *cell = doc_add(d, doc_add(d, t, NODE_ROW, nowhere), NODE_CELL, nowhere);
	assert_false(doc_insert(cell, NULL, t));
	assert_true(doc_insert(cell, NULL, doc_add(d, NULL, NODE_TABLE, nowhere)));
}

static void text_counts_what_guards_count(void **state)
{
	(void)state;
	struct node *p = doc_para(d, NULL, ROLE_BODY, "Điều", RUN_BOLD, nowhere);
	doc_run(d, p, RUN_SLOT, "\xC2\xA0\xC2\xA0", 0);
	doc_run(d, p, RUN_FOOTNOTE, NULL, 0);
	doc_run(d, p, RUN_BREAK, NULL, 0);
	doc_run(d, p, RUN_PAGE, NULL, 0);
	doc_run(d, p, RUN_TEXT, NULL, 0);
	doc_run(d, p, RUN_TEXT, "x", 0);
	assert_string_equal(doc_text(d, p), "Điều\xC2\xA0\xC2\xA0\nx");
	assert_null(doc_run(d, d->root, RUN_TEXT, "x", 0));
}

static struct node *sample(void)
{
	struct node *s = doc_add(d, d->root, NODE_SECTION, nowhere);
	s->u.section.hide_first = true;
	s->u.section.header = doc_add(d, NULL, NODE_CELL, nowhere);
	struct node *number = doc_para(d, s->u.section.header, ROLE_PAGE_NUMBER, "", 0, nowhere);
	number->u.para.n_runs = 0;
	doc_run(d, number, RUN_PAGE, NULL, 0);
	struct node *p = doc_para(d, s, ROLE_ITEM, "a) \"Một\"\xC2\xA0hai", RUN_BOLD | RUN_ITALIC, (struct pos){"f", 12, 3});
	p->u.para.label = LABEL_LETTER;
	p->u.para.label_len = 3;
	struct node *note = doc_add(d, NULL, NODE_FOOTNOTE, nowhere);
	note->u.footnote.number = 1;
	doc_para(d, note, ROLE_FOOTNOTE, "Chú", 0, nowhere);
	ARENA_PUSH(d->arena, d->notes, d->n_notes, d->cap_notes, note);
	doc_run(d, p, RUN_FOOTNOTE, NULL, 0)->note = note;
	struct node *t = doc_add(d, s, NODE_TABLE, nowhere);
	t->u.table.n_cols = 2;
	for (int r = 0; r < 2; r++) {
		struct node *row = doc_add(d, t, NODE_ROW, nowhere);
		for (size_t c = 0; c < 2; c++) {
			struct node *cell = doc_add(d, row, NODE_CELL, nowhere);
			cell->u.cell.col = c;
			doc_para(d, cell, ROLE_CELL, "c", 0, nowhere);
		}
	}
	struct node *end = doc_para(d, s, ROLE_BODY, "hết", 0, nowhere);
	end->generated = true;
	return s;
}

static void walk_visits_all_below_top(void **state)
{
	(void)state;
	struct node *s = sample();
	size_t n = 0;
	for (struct node *at = doc_walk(s, s); at; at = doc_walk(s, at))
		n++;
	assert_int_equal(n, 1 + 1 + 2 * (1 + 2 * 2) + 1);
	assert_null(doc_walk(s->last, s->last));
	assert_null(doc_walk(s->first, s->first)); /* does not leave top for its sibling */
}

static void dump_shows_the_tree(void **state)
{
	(void)state;
	sample();
	struct buf b = BUF_INIT;
	doc_dump(d, &b);
	assert_string_equal(b.data,
		"doc\n"
		"  section hide-first\n"
		"    para 12:3 item label=letter:3 bi\"a) \\\"Một\\\"\\u{a0}hai\" note(1)\n"
		"    table data cols=2\n"
		"      row\n"
		"        cell col=0\n          para cell \"c\"\n        cell col=1\n          para cell \"c\"\n"
		"      row\n"
		"        cell col=0\n          para cell \"c\"\n        cell col=1\n          para cell \"c\"\n"
		"    para* body \"hết\"\n"
		"    header\n      para page-number page\n"
		"  footnote 1\n    para footnote \"Chú\"\n");
	buf_free(&b);
}

static void pages_dump_shows_lines(void **state)
{
	struct node *p = doc_para(d, NULL, ROLE_BODY, "Một hai", 0, nowhere);
	struct pages pages = {.arena = *state, .n_lines = 1};
	struct page page = {.w = 11906, .h = 16838, .label = 1};
	struct item line = {.kind = ITEM_TEXT, .node = p, .x = 85.05, .y = 100, .w = 40, .text = "Một hai", .text_len = 6,
	                    .line_start = true, .space_extra = 0.5};
	struct item rule = {.kind = ITEM_RULE, .artifact = true, .x = 1, .y = 2, .w = 3, .h = 0.5};
	ARENA_PUSH(*state, page.items, page.n_items, page.cap_items, line);
	ARENA_PUSH(*state, page.items, page.n_items, page.cap_items, rule);
	ARENA_PUSH(*state, pages.v, pages.n, pages.cap, page);
	struct para_layout *l = ARENA_ARRAY(*state, struct para_layout, d->n_nodes);
	struct guard g = {GUARD_SPACING, 2, 5, -1};
	ARENA_PUSH(*state, l[p->id].guards, l[p->id].n_guards, l[p->id].cap_guards, g);
	pages.paras = l;
	pages.n_nodes = d->n_nodes;
	struct buf b = BUF_INIT;
	pages_dump(&pages, &b);
	assert_string_equal(b.data,
		"pages 1 lines 1\n"
		"page 1 11906x16838 label 1 hidden\n"
		"  line 85.05 100.00 w 40.00 extra 0.500 \"Một \" body\n"
		"  rule 1.00 2.00 3.00 x 0.50 artifact\n"
		"guard node 1 spacing 2-5 -1\n");
	buf_free(&b);
}

static void meta_dump_shows_what_is_given(void **state)
{
	struct meta m = {.choice.para_after = -1, .urgency = URGENCY_HOA_TOC, .date = {0, 5, 2025}, .date_pos = {"f", 3, 7}};
	struct buf b = BUF_INIT;
	struct issuer office = {.name = {"Sở", {"f", 2, 1}}};
	m.kind = (struct text){"Tờ trình", {"f", 1, 1}};
	ARENA_PUSH(*state, m.issuers, m.n_issuers, m.cap_issuers, office);
	meta_dump(&m, &b);
	assert_string_equal(b.data,
		"kind 1:1 \"Tờ trình\"\nurgency \"hoa-toc\"\ndate 3:7 0/5/2025\nissuer\n  name 2:1 \"Sở\"\n");
	buf_free(&b);
}

static void every_role_has_a_name(void **state)
{
	(void)state;
	for (int r = 0; r < ROLE_COUNT; r++) {
		assert_string_not_equal(role_name((enum role)r), "?");
		for (int q = 0; q < r; q++)
			assert_string_not_equal(role_name((enum role)r), role_name((enum role)q));
	}
	assert_string_equal(role_name(ROLE_COUNT), "?");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(children_are_checked), TEST(nodes_start_with_the_styles_values), TEST(nodes_are_put_in_and_taken_out),
		TEST(a_table_cannot_hold_itself), TEST(text_counts_what_guards_count), TEST(walk_visits_all_below_top),
		TEST(dump_shows_the_tree), TEST(pages_dump_shows_lines), TEST(meta_dump_shows_what_is_given), TEST(every_role_has_a_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
