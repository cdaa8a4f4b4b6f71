/* Registers in workbooks: headers of two rows, joined cells, groups, hidden sheets, three tables; and the register of "vanban new" in
 * all its forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "read/reg.h"
#include "run/register.h"
#include "write/xlsx.h"

static struct arena *arena;
static struct diag g;
static char folder[] = "/tmp/vanban-reg-XXXXXX";
static const struct reg_options plain = {NULL, 0};

static int setup(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL;
}

static int teardown(void **state)
{
	(void)state;
	return rmdir(folder);
}

static int begin(void **state)
{
	(void)state;
	arena = arena_new();
	diag_init(&g, arena);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* The register read from a file of these bytes. */
static struct reg *load(const char *name, const void *data, size_t n, const struct reg_options *o)
{
	const char *path = file_join(arena, folder, name);
	struct reg *r;

	assert_int_equal(file_put(path, data, n), 0);
	r = reg_load(arena, path, o, &g);
	assert_int_equal(unlink(path), 0);
	return r;
}

static struct reg *load_book(const struct book_out *b)
{
	struct buf out = BUF_INIT;
	struct reg *r;

	assert_int_equal(xlsx_write(b, &out, &g), 0);
	r = load("so.xlsx", out.data, out.len, &plain);
	buf_free(&out);
	return r;
}

/* "id id" of the findings. */
static const char *findings(void)
{
	const char *s = "";

	for (size_t i = 0; i < g.n; i++)
		s = arena_printf(arena, "%s%s%s", s, i ? " " : "", g.items[i].msg->id);
	return s;
}

/* A sheet without a header of its own: every row as given, NULL for an empty cell. */
static struct sheet_out sheet(const char *name, size_t cols, const char *const *cells, size_t n)
{
	struct sheet_out s = {.name = name, .n_cols = cols, .cols = ARENA_ARRAY(arena, struct out_col, cols), .n_rows = n / cols,
		.rows = ARENA_ARRAY(arena, struct out_row, n / cols)};

	for (size_t r = 0; r < s.n_rows; r++) {
		s.rows[r].cells = ARENA_ARRAY(arena, struct out_cell, cols);
		for (size_t c = 0; c < cols; c++)
			if (cells[r * cols + c] != NULL)
				s.rows[r].cells[s.rows[r].n++] = (struct out_cell){.col = (uint32_t)c, .kind = CELL_TEXT, .text = cells[r * cols + c]};
	}
	return s;
}
#define SHEET(name, cols, cells) sheet(name, cols, cells, sizeof cells / sizeof *cells)

static void two_row_header(void **state)
{
	static const char *const cells[] = {
		"SỔ THEO DÕI", NULL, NULL, NULL, NULL, NULL, NULL,
		"TT", "Nội dung", "Cơ quan thực hiện", NULL, "Thời gian", NULL, "Mã",
		NULL, NULL, "Chủ trì", "Phối hợp", "Giao", "Hoàn thành", NULL,
		"I", "Lĩnh vực đất đai", NULL, NULL, NULL, NULL, NULL,
		"1", "Rà soát quy hoạch", "Sở Nông nghiệp và Môi trường", "Sở Tài chính", "05/01/2026", "Quý I/2026", "A1",
		"2", "Công khai quy hoạch", NULL, "Sở Tư pháp", "05/01/2026", "Quý II/2026", "A2",
		"II. Lĩnh vực tài chính", NULL, NULL, NULL, NULL, NULL, NULL,
		"3", "Lập dự toán", "Sở Tài chính", NULL, "05/01/2026", "tháng 3/2026", NULL,
	};
	struct sheet_range merges[] = {{1, 0, 1, 6}, {2, 0, 3, 0}, {2, 1, 3, 1}, {2, 2, 2, 3}, {2, 4, 2, 5}, {2, 6, 3, 6}, {5, 2, 6, 2}, {7, 0, 7, 6}};
	struct sheet_out s = SHEET("Theo dõi", 7, cells);
	struct book_out b = {&s, 1, NULL};
	struct reg *r;

	(void)state;
	s.merges = merges;
	s.n_merges = sizeof merges / sizeof *merges;
	r = load_book(&b);
	assert_string_equal(findings(), "");
	assert_non_null(r);
	assert_int_equal(r->n_tasks, 3);
	assert_string_equal(r->sheets[0]->cols[5].title, "Thời gian - Hoàn thành");
	assert_string_equal(r->tasks[0].lead, "Sở Nông nghiệp và Môi trường");
	assert_string_equal(r->tasks[1].lead, "Sở Nông nghiệp và Môi trường"); /* joined with the cell above */
	assert_string_equal(r->tasks[1].text, "Công khai quy hoạch");
	assert_int_equal(r->tasks[1].assigned.day, 5);
	assert_int_equal(r->tasks[1].due.to.month, 6);
	assert_string_equal(r->tasks[1].group, "I. Lĩnh vực đất đai");
	assert_string_equal(r->tasks[2].group, "II. Lĩnh vực tài chính");
	assert_string_equal(r->tasks[2].lead, "Sở Tài chính");
	assert_string_equal(reg_extra(r->tasks[1].extra, r->tasks[1].n_extra, "ma"), "A2");
	assert_string_equal(reg_place_text(arena, &r->tasks[1].at, REG_DUE), "Theo dõi!F6");
}

static void tables_by_their_headers(void **state)
{
	static const char *const notes[] = {"Hướng dẫn", NULL, "Điền vào các trang sau", NULL};
	static const char *const codes[] = {"Số, ký hiệu", "Trích yếu", "41/TB-UBND", "về chuyển đổi số"};
	static const char *const bodies[] = {"Tên đơn vị", "Ký hiệu", "Sở Tài chính", "STC"};
	static const char *const tasks[] = {"Nhiệm vụ", "Đơn vị", "Hạn", "Lập dự toán", "STC", "Quý I/2026", "Đã ẩn", "STC", "Quý I/2026"};
	static const char *const hidden[] = {"Nhiệm vụ", "Đơn vị", "Không đọc", "STC"};
	struct sheet_out s[] = {SHEET("Đọc trước", 2, notes), SHEET("VB", 2, codes), SHEET("DV", 2, bodies), SHEET("NV", 3, tasks), SHEET("Cũ", 2, hidden)};
	struct book_out b = {s, 5, NULL};
	struct reg *r;

	(void)state;
	s[4].hidden = true;
	r = load_book(&b);
	assert_string_equal(findings(), "hidden-sheet");
	assert_non_null(r);
	assert_int_equal(r->n_sheets, 3);
	assert_int_equal(r->n_tasks, 2);
	assert_int_equal(r->n_directives, 1);
	assert_int_equal(r->n_agencies, 1);
	assert_string_equal(r->directives[0].d.code, "41/TB-UBND");
	assert_string_equal(r->agencies[0].abbr, "STC");
	assert_string_equal(r->tasks[0].lead, "STC");
}

/* The days and numbers of cells, not their texts. */
static void typed_cells(void **state)
{
	static const char *const titles[] = {"Nhiệm vụ", "Chủ trì", "Thời hạn", "Ngày hoàn thành", "Tiến độ", "Mã"};
	struct out_cell cells[] = {
		{.col = 0, .kind = CELL_TEXT, .text = "Lập dự toán"}, {.col = 1, .kind = CELL_TEXT, .text = "STC"}, {.col = 2, .kind = CELL_DATE, .date = {31, 3, 2026}},
		{.col = 3, .kind = CELL_NUMBER, .number = 46112}, {.col = 4, .kind = CELL_NUMBER, .number = 0.75}, {.col = 5, .kind = CELL_TEXT, .text = "007"}};
	struct out_row row = {cells, 6};
	struct out_col cols[6] = {{.title = titles[0]}, {.title = titles[1]}, {.title = titles[2], .kind = CELL_DATE}, {.title = titles[3], .kind = CELL_NUMBER},
		{.title = titles[4], .kind = CELL_NUMBER}, {.title = titles[5]}};
	struct sheet_out s = {.name = "A", .cols = cols, .n_cols = 6, .rows = &row, .n_rows = 1};
	struct book_out b = {&s, 1, NULL};
	struct reg *r = load_book(&b);

	(void)state;
	assert_non_null(r);
	assert_int_equal(r->tasks[0].due.kind, DEADLINE_DAY);
	assert_int_equal(r->tasks[0].due.to.day, 31);
	assert_int_equal(r->tasks[0].done.day, 31); /* 46112 is 31/3/2026: a date that lost its format */
	assert_int_equal(r->tasks[0].done.year, 2026);
	assert_true(r->tasks[0].progress == 75);
	assert_string_equal(r->tasks[0].extra[0].value, "007");
}

static void blank_register(void **state)
{
	static const char *const names[] = {"so.xlsx", "so.csv", "so.yaml", "so.json", "so.xml"};
	struct reg *first = NULL;

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct buf out = BUF_INIT;
		struct reg *r;

		assert_int_equal(register_blank(arena, names[i], &out, &g), 0);
		r = load(names[i], out.data, out.len, &plain);
		buf_free(&out);
		assert_non_null(r);
		assert_string_equal(findings(), "");
		first = first != NULL ? first : r;
		assert_int_equal(r->n_tasks, first->n_tasks);
		assert_true(r->n_agencies == first->n_agencies || i == 1); /* a CSV holds tasks alone */
		for (size_t k = 0; k < r->n_tasks; k++) {
			assert_string_equal(r->tasks[k].text, first->tasks[k].text);
			assert_string_equal(r->tasks[k].due.words, first->tasks[k].due.words);
			assert_int_equal(r->tasks[k].said, first->tasks[k].said);
			assert_true(r->tasks[k].progress == first->tasks[k].progress);
			assert_int_equal(task_contradiction(&r->tasks[k]), DOUBT_NONE);
		}
	}
	assert_int_equal(first->n_tasks, 3);
	assert_int_equal(first->n_directives, 1);
	assert_int_equal(register_book(arena, false)->sheets[0].n_rows, 0);
}

/* A row is not lost silently, and what could not be used is told to who reads. */
static bool count_task(void *ctx, const struct reg_task *t)
{
	(void)t;
	return ++*(size_t *)ctx < 2; /* two are enough */
}

static void bad_row(void *ctx, const struct reg_place *at, const struct msg *m, const char *what)
{
	(void)ctx;
	assert_int_equal(at->row, 3);
	assert_string_equal(m->id, "row-without-task");
	assert_string_equal(what, "2 | Sở Nội vụ");
}

static void rows_one_after_another(void **state)
{
	static const char text[] = "TT;Nhiệm vụ;Chủ trì;Hạn\n1;A;Sở Nội vụ;2026\n2;;Sở Nội vụ;\n3;B;Sở Nội vụ;2026\n4;C;Sở Nội vụ;2026\n";
	const char *path = file_join(arena, folder, "so.csv");
	size_t n = 0;
	struct reg_sink sink = {.ctx = &n, .task = count_task, .bad_row = bad_row};

	(void)state;
	assert_int_equal(file_put(path, text, strlen(text)), 0);
	assert_int_equal(reg_read(arena, path, &plain, &sink, NULL, NULL, &g), 0);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(n, 2);
	assert_string_equal(findings(), "row-without-task");
}

/* A row of very many values is cut, and soon. */
static void endless_row(void **state)
{
	struct buf text = BUF_INIT;
	struct reg *r;

	(void)state;
	buf_puts(&text, "[{\"nhiệm vụ\": \"A\", \"phối hợp\": [\"B\"");
	for (int i = 0; i < 200000; i++)
		buf_puts(&text, ", \"B\"");
	buf_puts(&text, "]");
	for (int i = 0; i < 100000; i++)
		buf_printf(&text, ", \"k%d\": 1", i);
	buf_puts(&text, "}]");
	r = load("so.json", text.data, text.len, &plain);
	buf_free(&text);
	assert_non_null(r);
	assert_string_equal(findings(), "many-values");
	assert_string_equal(r->tasks[0].text, "A");
}

static void column_names(void **state)
{
	static const struct { enum reg_table table; const char *title; int field; } rows[] = {
		{REG_TASKS, "Nhiệm vụ", REG_TEXT}, {REG_TASKS, "NỘI DUNG CÔNG VIỆC", REG_TEXT}, {REG_TASKS, "Nội dung nhiệm vụ được giao", REG_TEXT}, {REG_TASKS, "Đầu việc", REG_TEXT},
		{REG_TASKS, "Cơ quan chủ trì", REG_LEAD}, {REG_TASKS, "Đơn vị chủ trì thực hiện", REG_LEAD}, {REG_TASKS, "Cơ quan, đơn vị chủ trì", REG_LEAD},
		{REG_TASKS, "Đơn vị phối hợp", REG_PARTNERS}, {REG_TASKS, "Thời hạn", REG_DUE}, {REG_TASKS, "Thời hạn hoàn thành", REG_DUE}, {REG_TASKS, "Hạn chót", REG_DUE},
		{REG_TASKS, "Thời gian hoàn thành", REG_DUE}, {REG_TASKS, "Ngày hoàn thành thực tế", REG_DONE}, {REG_TASKS, "Tiến độ (%)", REG_PROGRESS}, {REG_TASKS, "Tỷ lệ hoàn thành", REG_PROGRESS},
		{REG_TASKS, "Kết quả thực hiện", REG_RESULT}, {REG_TASKS, "Tình hình thực hiện", REG_RESULT}, {REG_TASKS, "Văn bản giao", REG_DIRECTIVE}, {REG_TASKS, "Trạng thái", REG_STATE},
		{REG_TASKS, "Sản phẩm đầu ra", REG_PRODUCT}, {REG_TASKS, "Khó khăn, vướng mắc", REG_TROUBLE}, {REG_TASKS, "Kiến nghị, đề xuất", REG_PROPOSAL}, {REG_TASKS, "Ghi chú", REG_NOTE},
		{REG_TASKS, "STT", REG_NUMBER}, {REG_TASKS, "Ngày giao", REG_ASSIGNED}, {REG_TASKS, "Lĩnh vực", REG_AREA}, {REG_TASKS, "Nguồn kinh phí", -1}, {REG_TASKS, "", -1},
		{REG_DIRECTIVES, "Số, ký hiệu", REG_CODE}, {REG_DIRECTIVES, "Ngày ban hành", REG_ISSUED}, {REG_DIRECTIVES, "Trích yếu nội dung", REG_SUBJECT},
		{REG_DIRECTIVES, "Cơ quan ban hành", REG_ISSUER}, {REG_AGENCIES, "Tên cơ quan, đơn vị", REG_NAME}, {REG_AGENCIES, "Tên viết tắt", REG_ABBR}, {REG_AGENCIES, "Người đứng đầu", REG_HEAD},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int field = reg_field_find(rows[i].table, rows[i].title, &plain);

		if (field != rows[i].field)
			print_error("%s: %d\n", rows[i].title, field);
		assert_int_equal(field, rows[i].field);
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {TEST(two_row_header), TEST(tables_by_their_headers), TEST(typed_cells), TEST(blank_register), TEST(rows_one_after_another), TEST(endless_row), TEST(column_names)};

	return cmocka_run_group_tests(tests, setup, teardown);
}
