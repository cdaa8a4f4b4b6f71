/* Pages: what a reader of the page would notice. */
#include <stdio.h>
#include "layout_parts.h"

static const char *const sentence = "Các sở, ban, ngành và địa phương tiếp tục rà soát, cập nhật tiến độ thực hiện nhiệm vụ được giao. ";

/* A paragraph of n sentences. */
static struct node *sentences(int n)
{
	struct buf b = BUF_INIT;
	while (n-- > 0)
		buf_puts(&b, sentence);
	struct node *p = body(arena_strndup(arena, b.data, b.len - 1));
	buf_free(&b);
	return p;
}

static void codes_and_numbers_are_never_parted(void **state)
{
	static const char *const whole[] = {"số 3609/UBND-KGVX", "57-NQ/TW", "ngày 22/12/2024", "số 71", "Điều 5", "359-KH/TU"};
	(void)state;
	for (int pad = 0; pad < 40; pad++) {
		struct buf b = BUF_INIT;
		for (int i = 0; i < pad; i++)
			buf_puts(&b, i % 4 == 3 || i + 1 == pad ? "a " : "mi");
		for (int i = 0; i < 12; i++)
			for (size_t k = 0; k < sizeof whole / sizeof *whole; k++)
				buf_printf(&b, "%s và ", whole[k]);
		body(arena_strdup(arena, b.data));
		buf_free(&b);
	}
	struct pages *p = layout_pages(d, fonts, &findings);
	size_t found[6] = {0};
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->v[i].n_items; k++) {
			/* pieces of a line follow each other: join them by their text, which is one paragraph's */
			const struct item *it = &p->v[i].items[k];
			if (!it->line_start)
				continue;
			const char *end = it->text + it->text_len;
			for (size_t j = k + 1; j < p->v[i].n_items && !p->v[i].items[j].line_start; j++)
				end = p->v[i].items[j].text + p->v[i].items[j].text_len;
			for (size_t w = 0; w < 6; w++)
				for (const char *at = it->text; (at = memmem(at, (size_t)(end - at), whole[w], strlen(whole[w]))); at++)
					found[w]++;
		}
	for (size_t w = 0; w < 6; w++)
		assert_int_equal(found[w], 40 * 12);
}

static void paragraphs_leave_no_lone_lines(void **state)
{
	(void)state;
	for (int i = 0; i < 60; i++)
		sentences(1 + i % 5);
	struct pages *p = layout_pages(d, fonts, &findings);
	assert_true(p->n > 3);
	for (size_t i = 0; i + 1 < p->n; i++)
		for (const struct node *n = section->first; n; n = n->next) {
			int here = lines_on(p, i, n), there = lines_on(p, i + 1, n);
			if (here && there) {
				assert_true(here >= 2);
				assert_true(there >= 2);
			}
		}
}

static void a_title_stays_with_its_text(void **state)
{
	(void)state;
	for (int i = 0; i < 40; i++) {
		sentences(1 + i % 3);
		doc_para(d, section, ROLE_HEADING2, arena_printf(arena, "%d. Tên mục", i), 0, nowhere);
	}
	sentences(2);
	struct pages *p = layout_pages(d, fonts, &findings);
	for (size_t i = 0; i < p->n; i++) {
		const struct item *last = &p->v[i].items[p->v[i].n_items - 1];
		assert_int_not_equal(last->node->u.para.role, ROLE_HEADING2);
	}
}

/* A title is freed from its text only where the page parts the text and lacks little for all of it. */
static void titles_are_freed_where_little_is_lacking(void **state)
{
	int freed = 0, parted = 0;
	for (twip room = 0; room < 3000; room += 60) {
		new_doc(state);
		for (int i = 0; i < 20; i++)
			body("Một dòng.");
		section->last->u.para.space_before = room;
		struct node *title = doc_para(d, section, ROLE_HEADING2, "1. Tên mục", 0, nowhere);
		sentences(8);
		const struct node *text = title->next;
		struct pages *p = layout_pages(d, fonts, &findings);
		bool here = lines_on(p, 0, title) && lines_on(p, 0, text) && lines_on(p, 1, text);
		parted += here;
		freed += p->paras[title->id].free_next;
		assert_true(here || !p->paras[title->id].free_next);
		assert_false(p->paras[text->id].free_next);
	}
	assert_in_range(freed, 1, parted - 1);
}

/* Room above the last line of the first page grows by a twip: the rule gives way in the DOCX where at most two are to spare. */
static void a_full_first_page_eases_its_rule(void **state)
{
	int eased = 0;
	for (twip room = 0; room < 420; room++) {
		new_doc(state);
		const struct node *rule = doc_para(d, section, ROLE_RULE, "", 0, nowhere);
		for (int i = 0; i < 20; i++)
			body("Một dòng.");
		section->last->u.para.space_before = room;
		for (int i = 0; i < 20; i++)
			body("Một dòng.");
		struct pages *p = layout_pages(d, fonts, &findings);
		assert_int_equal(p->n, 2);
		assert_true(p->paras[rule->id].lower == 0 || p->paras[rule->id].lower == 3);
		eased += p->paras[rule->id].lower != 0;
	}
	assert_int_equal(eased, 3); /* with two, one and no twip to spare */
}

static void signatures_never_stand_alone(void **state)
{
	(void)state;
	for (int lines = 20; lines < 46; lines++) {
		new_doc(NULL);
		for (int i = 0; i < lines; i++)
			body("Một dòng.");
		section->last->u.para.keep_next = true;
		struct node *t = table(2, TABLE_SIGN, false), *row = doc_add(d, t, NODE_ROW, nowhere);
		cell_text(row, 0, ROLE_RECIPIENTS, "Nơi nhận:");
		doc_para(d, cell_text(row, 1, ROLE_SIGN_TITLE, "GIÁM ĐỐC"), ROLE_SIGN_NAME, "Nguyễn Văn An", 0, nowhere);
		struct pages *p = layout_pages(d, fonts, &findings);
		size_t title = 0, name = 0;
		assert_non_null(item_of(p, "GIÁM ĐỐC", &title));
		assert_non_null(item_of(p, "Nguyễn Văn An", &name));
		assert_int_equal(title, name);
		if (title > 0)
			assert_int_equal(p->v[title].items[0].node->u.para.role, ROLE_BODY);
	}
}

static void the_nation_line_never_wraps(void **state)
{
	static const char *const names[] = {"SỞ Y TẾ", "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
		"BAN CHỈ ĐẠO CỦA TỈNH VỀ PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ, ĐỔI MỚI SÁNG TẠO VÀ CHUYỂN ĐỔI SỐ"};
	static const int sizes[] = {26, 24, 24}; /* half-points: 13, then 12 where 13 does not fit */
	(void)state;
	for (int i = 0; i < 3; i++) {
		new_doc(NULL);
		struct node *t = table(2, TABLE_HEAD, false), *row = doc_add(d, t, NODE_ROW, nowhere);
		cell_text(row, 0, ROLE_ISSUER, names[i]);
		struct node *right = cell_text(row, 1, ROLE_NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
		struct node *motto = doc_para(d, right, ROLE_MOTTO, "Độc lập - Tự do - Hạnh phúc", 0, nowhere);
		struct node *rule = doc_para(d, right, ROLE_RULE, "", 0, nowhere);
		rule->u.para.rule_share = 1.0;
		struct pages *p = layout_pages(d, fonts, &findings);
		assert_int_equal(p->styles[ROLE_NATION].size_hp, sizes[i]);
		assert_int_equal(p->paras[right->first->id].n_lines, 1);
		assert_int_equal(p->paras[motto->id].n_lines, 1);
		assert_int_equal(p->tables[t->id].cols[0] + p->tables[t->id].cols[1], 11906 - 1701 - 850);
		const struct item *text = item_of(p, "Hạnh phúc", NULL);
		for (size_t k = 0; k < p->v[0].n_items; k++)
			if (p->v[0].items[k].kind == ITEM_RULE) { /* the rule is as long as the motto and stands under it */
				assert_true(p->v[0].items[k].w - text->w < 0.1 && text->w - p->v[0].items[k].w < 0.1);
				assert_true(p->v[0].items[k].x - text->x < 0.1 && text->x - p->v[0].items[k].x < 0.1);
				assert_true(p->v[0].items[k].y > text->y);
			}
	}
}

/* The text of the lines of a paragraph, parted by "|". */
static const char *lines_of(const struct pages *p, const struct node *para)
{
	struct buf b = BUF_INIT;
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->v[i].n_items; k++) {
			const struct item *it = &p->v[i].items[k];
			if (it->node != para || it->kind != ITEM_TEXT)
				continue;
			if (it->line_start && b.len)
				buf_puts(&b, "|");
			buf_printf(&b, "%.*s", (int)it->text_len, it->text);
		}
	const char *s = arena_strndup(arena, b.data ? b.data : "", b.len);
	buf_free(&b);
	return s;
}

static void titles_are_broken_between_phrases(void **state)
{
	static const struct { const char *text, *lines; } subjects[] = {
		{"Thông qua Kế hoạch đầu tư công năm 2026 nguồn vốn ngân sách địa phương do xã An Lạc quản lý",
			"Thông qua Kế hoạch đầu tư công năm 2026 nguồn vốn|ngân sách địa phương do xã An Lạc quản lý"},
		{"Kết luận của Phó Chủ tịch Ủy ban nhân dân tỉnh Hoàng Vân Du tại cuộc họp giao ban chuyên đề về tiến độ xây dựng kho dữ liệu",
			"Kết luận của Phó Chủ tịch Ủy ban nhân dân tỉnh Hoàng Vân Du|tại cuộc họp giao ban chuyên đề về tiến độ xây dựng kho dữ liệu"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
		new_doc(NULL);
		struct node *n = doc_para(d, section, ROLE_SUBJECT, subjects[i].text, 0, nowhere);
		n->generated = true;
		assert_string_equal(lines_of(layout_pages(d, fonts, &findings), n), subjects[i].lines);
	}
}

static void letterheads_keep_their_blocks_apart(void **state)
{
	static const struct { const char *name, *lines; } issuers[] = {
		{"SỞ Y TẾ", "SỞ Y TẾ"}, {"HỘI ĐỒNG NHÂN DÂN XÃ AN LẠC", "HỘI ĐỒNG NHÂN DÂN|XÃ AN LẠC"},
		{"BAN QUẢN LÝ KHU KINH TẾ NAM THANH VÀ CÁC KHU CÔNG NGHIỆP TỈNH HÀ THANH",
			"BAN QUẢN LÝ KHU KINH TẾ|NAM THANH VÀ CÁC|KHU CÔNG NGHIỆP|TỈNH HÀ THANH"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof issuers / sizeof *issuers; i++) {
		new_doc(NULL);
		struct node *t = table(2, TABLE_HEAD, false), *row = doc_add(d, t, NODE_ROW, nowhere);
		struct node *left = cell_text(row, 0, ROLE_ISSUER, issuers[i].name);
		cell_text(row, 1, ROLE_NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
		left->first->generated = true;
		struct pages *p = layout_pages(d, fonts, &findings);
		assert_string_equal(lines_of(p, left->first), issuers[i].lines);
		double end = 0, nation = item_of(p, "CỘNG HÒA", NULL)->x;
		for (size_t k = 0; k < p->v[0].n_items; k++)
			if (p->v[0].items[k].node == left->first && p->v[0].items[k].x + p->v[0].items[k].w > end)
				end = p->v[0].items[k].x + p->v[0].items[k].w;
		assert_true(nation - end >= 12);
		/* the right block stands at the right, as in the official forms */
		assert_true(p->tables[t->id].cols[0] >= (11906 - 1701 - 850) * 36 / 100);
	}
}

static void footnotes_stand_at_the_foot_of_their_page(void **state)
{
	(void)state;
	for (int i = 0; i < 12; i++) {
		struct node *p = sentences(4);
		struct node *note = doc_add(d, NULL, NODE_FOOTNOTE, nowhere);
		note->u.footnote.number = (unsigned)i + 1;
		doc_para(d, note, ROLE_FOOTNOTE, arena_printf(arena, "Cước chú thứ %d.", i + 1), 0, nowhere);
		doc_run(d, p, RUN_FOOTNOTE, NULL, 0)->note = note;
	}
	struct pages *p = layout_pages(d, fonts, &findings);
	for (int i = 0; i < 12; i++) {
		size_t page = 0;
		const struct item *note = item_of(p, arena_printf(arena, "Cước chú thứ %d.", i + 1), &page);
		assert_non_null(note);
		for (size_t k = 0; k < p->v[page].n_items; k++) /* the body above the notes, all of it */
			if (p->v[page].items[k].kind == ITEM_TEXT && p->v[page].items[k].node->u.para.role == ROLE_BODY)
				assert_true(p->v[page].items[k].y < note->y);
	}
}

static void a_word_longer_than_the_line_is_cut(void **state)
{
	char word[3001];
	(void)state;
	memset(word, 'm', 3000);
	word[3000] = 0;
	body(arena_strdup(arena, word));
	struct pages *p = layout_pages(d, fonts, &findings);
	size_t letters = 0;
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->v[i].n_items; k++) {
			assert_true(p->v[i].items[k].w <= (11906 - 1701 - 850) / 20.0);
			letters += p->v[i].items[k].text_len;
		}
	assert_int_equal(letters, 3000);
}

static void a_chapter_and_its_title_are_one_entry(void **state)
{
	static const struct { enum role role; const char *text; } rows[] = {
		{ROLE_CHAPTER, "Chương I"}, {ROLE_CHAPTER_TITLE, "QUY ĐỊNH\nCHUNG"}, {ROLE_ARTICLE, "Điều 1. Phạm vi"}, {ROLE_BODY, "Văn bản."},
		{ROLE_CHAPTER, "Chương II."}, {ROLE_CHAPTER_TITLE, "THI HÀNH"}, {ROLE_CHAPTER, "Chương III"}, {ROLE_BODY, "Văn bản."},
	};
	static const struct { const char *title; int level; } want[] = {
		{"Quy chế", 1}, {"Chương I. QUY ĐỊNH CHUNG", 3}, {"Điều 1. Phạm vi", 5}, {"Chương II. THI HÀNH", 3}, {"Chương III", 3},
	};
	(void)state;
	section->u.section.title = "Quy chế";
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		doc_para(d, section, rows[i].role, rows[i].text, 0, nowhere);
	struct pages *p = layout_pages(d, fonts, &findings);
	assert_int_equal(p->n_outline, sizeof want / sizeof *want);
	for (size_t i = 0; i < p->n_outline; i++) {
		assert_string_equal(p->outline[i].title, want[i].title);
		assert_int_equal(p->outline[i].level, want[i].level);
	}
}

static struct node *entry(const char *title, struct node *target)
{
	struct node *n = doc_para(d, section, ROLE_TOC1, title, 0, nowhere);
	doc_run(d, n, RUN_TAB, NULL, 0);
	doc_run(d, n, RUN_REF, NULL, 0)->target = target;
	return n;
}

/* The last item of a paragraph: an entry's number; the one before it is the leader. */
static const struct item *last_item(const struct pages *p, const struct node *n)
{
	const struct item *last = NULL;
	for (size_t k = 0; k < p->v[0].n_items; k++)
		if (p->v[0].items[k].node == n)
			last = &p->v[0].items[k];
	return last;
}

static void contents_tell_the_page(void **state)
{
	(void)state;
	struct node *near = entry("I. MỞ ĐẦU", NULL), *far = entry("II. MỘT ĐỀ MỤC DÀI ĐẾN MỨC PHẢI XUỐNG DÒNG TRONG MỤC LỤC CỦA VĂN BẢN NÀY", NULL);
	struct node *first = body("Mở đầu"), *second;
	sentences(120);
	second = body("Kết thúc");
	near->u.para.runs[2].target = first;
	far->u.para.runs[2].target = second;
	struct pages *p = layout_pages(d, fonts, &findings);
	size_t page = 0;
	assert_non_null(item_of(p, "Kết thúc", &page));
	assert_true(page >= 2);
	const struct item *a = last_item(p, near), *b = last_item(p, far);
	char label[24];
	snprintf(label, sizeof label, "%zu", page + 1);
	assert_true(a->text_len == 1 && !memcmp(a->text, "1", 1) && !a->artifact);
	assert_true(b->text_len == strlen(label) && !memcmp(b->text, label, b->text_len));
	assert_int_equal(lines_on(p, 0, far), 2);
	/* the numbers end at the text's right edge, the dots before them, on the entry's last line */
	double edge = pt_from_twip(11906 - 850);
	assert_true(a->x + a->w > edge - 0.01 && a->x + a->w < edge + 0.01);
	const struct item *dots = b - 1, *line = b - 2;
	assert_true(dots->artifact && dots->text[0] == '.' && dots->text_len > 20);
	assert_true(dots->y == b->y && line->y == b->y);
	assert_true(dots->x > line->x && dots->x + dots->w <= b->x + 0.05 && b->x - dots->x - dots->w < 8); /* a space, and less than a dot */
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup(f, new_doc)
	const struct CMUnitTest tests[] = {
		CASE(codes_and_numbers_are_never_parted),
		CASE(paragraphs_leave_no_lone_lines),
		CASE(a_title_stays_with_its_text),
		CASE(titles_are_freed_where_little_is_lacking),
		CASE(a_full_first_page_eases_its_rule),
		CASE(signatures_never_stand_alone),
		CASE(the_nation_line_never_wraps),
		CASE(titles_are_broken_between_phrases),
		CASE(letterheads_keep_their_blocks_apart),
		CASE(footnotes_stand_at_the_foot_of_their_page),
		CASE(a_word_longer_than_the_line_is_cut),
		CASE(a_chapter_and_its_title_are_one_entry),
		CASE(contents_tell_the_page),
	};
	return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
