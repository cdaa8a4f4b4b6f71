/* Tables on pages: rows, merged cells, words wider than their column. */
#include "layout_parts.h"

static void header_rows_are_repeated(void **state)
{
	(void)state;
	struct node *t = table(3, TABLE_DATA, true);
	for (int i = 0; i < 90; i++) {
		struct node *row = doc_add(d, t, NODE_ROW, nowhere);
		row->u.row.header = i == 0;
		cell_text(row, 0, i ? ROLE_CELL : ROLE_CELL_HEAD, i ? arena_printf(arena, "%d", i) : "TT");
		cell_text(row, 1, i ? ROLE_CELL : ROLE_CELL_HEAD, i ? "Rà soát, cập nhật tiến độ thực hiện nhiệm vụ được giao trong quý" : "Nhiệm vụ");
		cell_text(row, 2, i ? ROLE_CELL : ROLE_CELL_HEAD, i ? "Quý IV/2025" : "Thời hạn");
	}
	t->u.table.n_header = 1;
	struct pages *p = layout_pages(d, fonts, &findings);
	assert_true(p->n >= 3);
	for (size_t i = 0; i < p->n; i++) {
		int heads = 0, artifacts = 0;
		for (size_t k = 0; k < p->v[i].n_items; k++)
			if (p->v[i].items[k].kind == ITEM_TEXT && p->v[i].items[k].node->u.para.role == ROLE_CELL_HEAD)
				heads++, artifacts += p->v[i].items[k].artifact;
		assert_int_equal(heads, 3);
		assert_int_equal(artifacts, i ? 3 : 0);
	}
}

static void a_cell_higher_than_a_page_goes_on(void **state)
{
	(void)state;
	struct node *t = table(2, TABLE_DATA, true), *row = doc_add(d, t, NODE_ROW, nowhere);
	struct node *long_cell = cell_text(row, 0, ROLE_CELL, "đầu");
	for (int i = 0; i < 150; i++)
		doc_para(d, long_cell, ROLE_CELL, arena_printf(arena, "dòng %d", i), 0, nowhere);
	cell_text(row, 1, ROLE_CELL, "bên phải");
	struct pages *p = layout_pages(d, fonts, &findings);
	size_t page = 0;
	assert_true(p->n >= 3);
	for (int i = 0; i < 150; i++)
		assert_non_null(item_of(p, arena_printf(arena, "dòng %d", i), &page));
	assert_int_equal(page, p->n - 1);
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->v[i].n_items; k++)
			assert_true(p->v[i].items[k].y < (16838 - 1134) / 20.0 + 1);
}

/* A table of three rows: one column's cell goes over all of them, the other's over the first two. Where the text below begins, pt. */
static double below_merged(size_t tall, size_t low)
{
	new_doc(NULL);
	struct node *t = table(2, TABLE_DATA, true);
	t->u.table.want = ARENA_ARRAY(arena, twip, 2);
	t->u.table.want[0] = t->u.table.want[1] = 2000;
	for (size_t i = 0; i < 3; i++) {
		struct node *row = doc_add(d, t, NODE_ROW, nowhere);
		for (size_t col = 0; col < 2; col++) {
			const char *text = col == tall ? "Một câu dài đứng trong ô gộp cả ba hàng của bảng này, cao hơn mọi ô ở bên cạnh nó." : "Một câu ngắn hơn.";
			if ((col == tall && i > 0) || (col == low && i == 1))
				continue;
			cell_text(row, col, ROLE_CELL, text)->u.cell.span_rows = i ? 1 : col == tall ? 3 : 2;
		}
	}
	body("Dưới bảng.");
	return item_of(layout_pages(d, fonts, &findings), "Dưới bảng.", NULL)->y;
}

static void merged_cells_that_end_first_come_first(void **state)
{
	(void)state;
	assert_true(below_merged(0, 1) == below_merged(1, 0));
}

/* Where a guard of spacing ends or begins inside a word that a line cuts, LibreOffice cuts there. */
static void words_that_are_cut_are_guarded_as_a_whole(void **state)
{
	static const char text[] = "UBND tỉnh Thườngxuyên chuyểnđổi";
	int touched = 0;
	for (twip w = 700; w < 1300; w += 3) {
		new_doc(state);
		struct node *t = table(1, TABLE_DATA, true), *row = doc_add(d, t, NODE_ROW, nowhere);
		t->u.table.want = ARENA_ARRAY(arena, twip, 1);
		t->u.table.want[0] = w;
		const struct node *p = cell_text(row, 0, ROLE_CELL, text)->first;
		const struct para_layout *pl = &layout_pages(d, fonts, &findings)->paras[p->id];
		for (size_t i = 0; i < pl->n_guards; i++) {
			const struct guard *g = &pl->guards[i];
			touched += g->kind == GUARD_SPACING && g->from < 4;
			if (g->kind == GUARD_SPACING && g->from < 4) /* of UBND nothing, or all as far as the line takes it */
				assert_true(g->from == 0);
		}
	}
	assert_true(touched > 0);
}

/* One cell of the width (twips) with the text alone, laid out: the pages, and what the DOCX needs of its paragraph. */
static struct pages *narrow(twip width, enum align align, const char *text, const struct para_layout **pl)
{
	new_doc(NULL);
	struct node *t = table(1, TABLE_DATA, true), *row = doc_add(d, t, NODE_ROW, nowhere);
	t->u.table.want = ARENA_ARRAY(arena, twip, 1);
	t->u.table.want[0] = width;
	struct node *cell = cell_text(row, 0, ROLE_CELL, text);
	cell->u.cell.align = (int8_t)align;
	struct pages *p = layout_pages(d, fonts, &findings);
	*pl = &p->paras[cell->first->id];
	return p;
}

/* The touch of the DOCX on the byte, in twips; 0: none. */
static int touch(const struct para_layout *pl, size_t at)
{
	for (size_t i = 0; i < pl->n_guards; i++)
		if (pl->guards[i].kind == GUARD_SPACING && pl->guards[i].from <= at && at < pl->guards[i].to)
			return pl->guards[i].value;
	return 0;
}

/* LibreOffice would end the line behind the T: room behind the hyphen keeps the slash off the line. */
static void codes_wider_than_their_column_end_at_the_hyphen(void **state)
{
	(void)state;
	for (enum align a = ALIGN_LEFT; a <= ALIGN_JUSTIFY; a++) {
		const struct para_layout *pl;
		struct pages *p = narrow(1230, a, "Quyết 57-NQ/TW", &pl); /* holds "57-NQ/T" */
		assert_non_null(item_of(p, "57-", NULL));
		assert_non_null(item_of(p, "NQ/TW", NULL));
		assert_true(touch(pl, strlen("Quyết 57")) > 5);
		assert_int_equal(touch(pl, strlen("Quyết 57-")), 0);
		p = narrow(900, a, "Quyết 57-NQ/TW", &pl); /* "57-N" */
		assert_non_null(item_of(p, "57-", NULL));
		assert_int_equal(touch(pl, strlen("Quyết 57")), 0);
	}
}

/* Behind a slash a word is parted where LibreOffice finds no space to go back to. */
static void slashes_part_words_that_begin_a_paragraph(void **state)
{
	(void)state;
	const struct para_layout *pl;
	struct pages *p = narrow(1500, ALIGN_LEFT, "CQTTBC/BCTW", &pl);
	assert_non_null(item_of(p, "CQTTBC/", NULL));
	assert_non_null(item_of(p, "BCTW", NULL));
	p = narrow(1500, ALIGN_LEFT, "Số CQTTBC/BCTW", &pl);
	assert_null(item_of(p, "BCTW", NULL)); /* "CQTTBC/B", "CTW" */
}

/* Every line of a cut word must fit and end: one touch on all its letters where without it a line could go either way. */
static void cut_words_end_their_lines_for_sure(void **state)
{
	static const char text[] = "dichvucong.gov.vn";
	int touched = 0;
	(void)state;
	for (twip w = 700; w < 1100; w++) {
		const struct para_layout *pl;
		narrow(w, ALIGN_LEFT, text, &pl);
		for (size_t i = 1; i < strlen(text); i++)
			assert_int_equal(touch(pl, i), touch(pl, 0));
		touched += touch(pl, 0) != 0;
	}
	assert_in_range(touched, 1, 200);
}

/* A row in which no cell begins gives its height to the row above it, where LibreOffice needs it. */
static void rows_without_cells_of_their_own_have_no_height(void **state)
{
	(void)state;
	struct node *t = table(2, TABLE_DATA, true), *rows[4];
	for (size_t i = 0; i < 4; i++) {
		rows[i] = doc_add(d, t, NODE_ROW, nowhere);
		if (i == 1 || i == 3)
			for (size_t col = 0; col < 2; col++)
				cell_text(rows[i], col, ROLE_CELL, "Hai hàng.")->u.cell.span_rows = i == 1 ? 2 : 1;
		if (i == 0)
			cell_text(rows[i], 0, ROLE_CELL, "Một."), cell_text(rows[i], 1, ROLE_CELL, "Hàng.");
	}
	struct pages *p = layout_pages(d, fonts, &findings);
	assert_true(p->rows[rows[1]->id].least > 250);
	assert_int_equal(p->rows[rows[2]->id].least, 0);
}

/* A table of n rows under a header row, whose first column is one cell with a text of so many words. */
static struct node *labelled_table(int n, int words)
{
	struct buf b = BUF_INIT;
	for (int i = 0; i < words; i++)
		buf_puts(&b, i ? " nhãn" : "Nhãn");
	struct node *t = table(2, TABLE_DATA, true), *head = doc_add(d, t, NODE_ROW, nowhere), *label = NULL;
	head->u.row.header = true;
	cell_text(head, 0, ROLE_CELL_HEAD, "Đơn vị");
	cell_text(head, 1, ROLE_CELL_HEAD, "Số");
	for (int i = 0; i < n; i++) {
		struct node *row = doc_add(d, t, NODE_ROW, nowhere);
		if (i == 0) {
			label = cell_text(row, 0, ROLE_CELL, arena_strdup(arena, b.data));
			label->u.cell.span_rows = (size_t)n;
		}
		cell_text(row, 1, ROLE_CELL, arena_printf(arena, "%d", i + 1));
	}
	t->u.table.want = ARENA_ARRAY(arena, twip, 2);
	t->u.table.want[0] = 2000;
	buf_free(&b);
	return label;
}

static void labels_stand_again_after_a_page_break(void **state)
{
	(void)state;
	const struct node *label = labelled_table(100, 3);
	struct node *note = doc_add(d, NULL, NODE_FOOTNOTE, nowhere);
	note->u.footnote.number = 1;
	doc_para(d, note, ROLE_FOOTNOTE, "Chú thích của nhãn.", 0, nowhere);
	doc_run(d, label->first, RUN_FOOTNOTE, NULL, 0)->note = note;
	struct pages *p = layout_pages(d, fonts, &findings);
	const struct table_layout *tl = &p->tables[label->parent->parent->id];
	int notes = 0;
	assert_true(p->n > 2);
	assert_int_equal(tl->n_cuts, p->n - 1);
	for (size_t i = 0; i < p->n; i++) {
		int seen = 0;
		for (size_t k = 0; k < p->v[i].n_items; k++) {
			const struct item *it = &p->v[i].items[k];
			notes += it->node == note->first && it->line_start;
			if (it->kind != ITEM_TEXT || it->node != label->first)
				continue;
			assert_int_equal(it->artifact, i > 0); /* part of the text once */
			seen++;
		}
		assert_int_equal(seen, 1);
	}
	assert_int_equal(notes, 1);
}

static void long_texts_of_merged_cells_flow_on(void **state)
{
	(void)state;
	const struct node *label = labelled_table(100, 40);
	struct pages *p = layout_pages(d, fonts, &findings);
	assert_int_equal(p->tables[label->parent->parent->id].n_cuts, 0);
	for (size_t i = 1; i < p->n; i++)
		assert_int_equal(lines_on(p, i, label->first), 0);
}

static void column_of(size_t rows, const char *text)
{
	struct node *t = table(1, TABLE_DATA, true);
	for (size_t i = 0; i < rows; i++)
		cell_text(doc_add(d, t, NODE_ROW, nowhere), 0, ROLE_CELL, text);
}

/* Two tables are parted by a line of 1 pt: it goes to the next page where it has no room on the first, and nowhere else. */
static void a_table_behind_a_full_page_begins_lower(void **state)
{
	double top[2] = {0};
	int seen[2] = {0};
	for (twip room = 0; room < 1200; room += 7) {
		new_doc(state);
		body("Mở đầu.");
		body("Tiếp theo.")->u.para.space_before = room;
		column_of(33, "trước");
		column_of(1, "sau");
		struct pages *p = layout_pages(d, fonts, &findings);
		const struct item *last = item_of(p, "sau", NULL);
		if (p->n < 2 || lines_on(p, 1, last->node) == 0 || p->v[1].items[p->v[1].n_items - 1].text != last->text)
			continue;
		bool alone = true;
		for (size_t k = 0; k < p->v[1].n_items; k++)
			alone &= p->v[1].items[k].kind != ITEM_TEXT || p->v[1].items[k].node == last->node;
		if (!alone)
			continue;
		size_t lower = seen[0] && last->y > top[0] + 0.5;
		assert_true(!seen[lower] || (last->y < top[lower] + 0.01 && last->y > top[lower] - 0.01));
		top[lower] = last->y;
		seen[lower]++;
	}
	assert_true(seen[0] > 5 * seen[1] && seen[1] > 0);
	assert_true(top[1] - top[0] < 1.01 && top[1] - top[0] > 0.99);
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup(f, new_doc)
	const struct CMUnitTest tests[] = {
		CASE(header_rows_are_repeated),
		CASE(a_cell_higher_than_a_page_goes_on),
		CASE(merged_cells_that_end_first_come_first),
		CASE(words_that_are_cut_are_guarded_as_a_whole),
		CASE(codes_wider_than_their_column_end_at_the_hyphen),
		CASE(slashes_part_words_that_begin_a_paragraph),
		CASE(cut_words_end_their_lines_for_sure),
		CASE(rows_without_cells_of_their_own_have_no_height),
		CASE(labels_stand_again_after_a_page_break),
		CASE(long_texts_of_merged_cells_flow_on),
		CASE(a_table_behind_a_full_page_begins_lower),
	};
	return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
