/* The workbook of a register: written anew, or the one that people keep with rows added and empty cells filled. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "read/book.h"
#include "run/tasks.h"
#include "write/xlsx.h"

static const struct msg cannot_read = {"cannot-open", LEVEL_ERROR, N_("the file cannot be read (%s); check its name and its permissions"), NULL};
static const struct msg cannot_write = {"cannot-write", LEVEL_ERROR, N_("the file cannot be written (%s); close it where it is open, and check the folder"), NULL};
static const struct msg no_sheet = {"no-task-sheet", LEVEL_ERROR, N_("the workbook has no sheet with a header for tasks (TT, Nhiệm vụ, Cơ quan chủ trì …); name another file, which is then made"), NULL};

/* ---- values ---- */

static struct out_cell text_cell(size_t col, const char *s)
{
	return (struct out_cell){.col = (uint32_t)col, .kind = s ? CELL_TEXT : CELL_EMPTY, .text = s};
}

static struct out_cell date_cell(size_t col, struct date d)
{
	return (struct out_cell){.col = (uint32_t)col, .kind = viet_date_valid(d) ? CELL_DATE : CELL_EMPTY, .date = d};
}

/* A deadline that is a day and nothing else is a date; other words stand as they are. */
static struct out_cell due_cell(size_t col, const char *s)
{
	struct date d;
	return s && viet_date(s, &d) && viet_date_valid(d) ? date_cell(col, d) : text_cell(col, s);
}

/* ---- columns of a task ---- */

static struct out_cell put_text(const struct tasks_row *r, size_t col) { return text_cell(col, r->task.text); }
static struct out_cell put_source(const struct tasks_row *r, size_t col) { return text_cell(col, r->draft->source); }
static struct out_cell put_path(const struct tasks_row *r, size_t col) { return text_cell(col, r->task.path); }
static struct out_cell put_lead(const struct tasks_row *r, size_t col) { return text_cell(col, r->task.fields[TASK_FIELD_LEAD]); }
static struct out_cell put_partners(const struct tasks_row *r, size_t col) { return text_cell(col, r->task.fields[TASK_FIELD_PARTNERS]); }
static struct out_cell put_assigned(const struct tasks_row *r, size_t col) { return date_cell(col, r->draft->date); }
static struct out_cell put_due(const struct tasks_row *r, size_t col) { return due_cell(col, r->task.fields[TASK_FIELD_DUE]); }
static struct out_cell put_product(const struct tasks_row *r, size_t col) { return text_cell(col, r->task.fields[TASK_FIELD_PRODUCT]); }

static struct out_cell put_review(const struct tasks_row *r, size_t col)
{
	struct out_cell c = text_cell(col, r->review);
	c.style = SHEET_MARK;
	return c;
}

static const char *const states[] = {"Chưa thực hiện", "Đang thực hiện", "Đã hoàn thành", "Thường xuyên", "Tạm dừng"};

static const struct task_column {
	int field;                 /* enum reg_field, or -1: told by its title */
	const char *title;
	double width;
	enum cell_kind kind;
	struct out_cell (*put)(const struct tasks_row *r, size_t col); /* NULL: people's */
	bool fills;                /* put into a row that has nothing there, too */
	bool centre, list;
	const char *hint;
} columns[] = {
	{REG_NUMBER, "TT", 6, CELL_NUMBER, NULL, false, true, false, NULL},
	{REG_TEXT, "Nhiệm vụ", 52, CELL_TEXT, put_text, false, false, false, NULL},
	{REG_DIRECTIVE, "Văn bản giao nhiệm vụ", 26, CELL_TEXT, put_source, true, false, false, NULL},
	{-1, TASKS_PATH_TITLE, 11, CELL_TEXT, put_path, false, true, false, NULL},
	{REG_LEAD, "Cơ quan chủ trì", 22, CELL_TEXT, put_lead, true, false, false, NULL},
	{REG_PARTNERS, "Cơ quan phối hợp", 24, CELL_TEXT, put_partners, true, false, false, NULL},
	{REG_ASSIGNED, "Ngày giao", 12, CELL_DATE, put_assigned, true, true, false, NULL},
	{REG_DUE, "Thời hạn hoàn thành", 20, CELL_DATE, put_due, true, false, false, "Ghi như trong văn bản: 31/12/2026, Quý IV/2026, trước ngày 28/10/2026, thường xuyên"},
	{REG_PRODUCT, "Sản phẩm", 20, CELL_TEXT, put_product, true, false, false, NULL},
	{REG_PROGRESS, "Tiến độ (%)", 10, CELL_NUMBER, NULL, false, true, false, "Từ 0 đến 100"},
	{REG_STATE, "Trạng thái", 18, CELL_TEXT, NULL, false, false, true, NULL},
	{REG_DONE, "Ngày hoàn thành", 12, CELL_DATE, NULL, false, true, false, NULL},
	{REG_RESULT, "Kết quả thực hiện", 30, CELL_TEXT, NULL, false, false, false, NULL},
	{REG_TROUBLE, "Khó khăn, vướng mắc", 22, CELL_TEXT, NULL, false, false, false, NULL},
	{REG_NOTE, "Ghi chú", 20, CELL_TEXT, NULL, false, false, false, NULL},
	{-1, TASKS_REVIEW_TITLE, 24, CELL_TEXT, put_review, false, false, false, "Những chỗ máy chưa chắc; xem xong thì xóa"},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

/* ---- a new workbook ---- */

static struct out_row row_of(struct arena *a, const struct tasks_row *r, size_t number)
{
	struct out_row row = {.cells = ARENA_ARRAY(a, struct out_cell, COLUMNS)};
	for (size_t c = 0; c < COLUMNS; c++) {
		struct out_cell cell = columns[c].put ? columns[c].put(r, c) : columns[c].field == REG_NUMBER ?
			(struct out_cell){.col = (uint32_t)c, .kind = CELL_NUMBER, .number = (double)number} : (struct out_cell){.col = (uint32_t)c};
		if (cell.kind != CELL_EMPTY)
			row.cells[row.n++] = cell;
	}
	return row;
}

static void task_sheet(struct arena *a, const struct tasks_result *t, struct sheet_out *s)
{
	enum { SPARE = 200 };
	static struct out_cell title = {.kind = CELL_TEXT, .text = "SỔ THEO DÕI NHIỆM VỤ", .style = SHEET_TITLE};
	*s = (struct sheet_out){.name = "Nhiệm vụ", .n_above = 1, .n_cols = COLUMNS, .n_rows = t->n, .frozen_cols = 2, .spare_rows = SPARE, .filter = true};
	s->above = ARENA_NEW(a, struct out_row);
	*s->above = (struct out_row){&title, 1};
	s->cols = ARENA_ARRAY(a, struct out_col, COLUMNS);
	for (size_t c = 0; c < COLUMNS; c++) {
		s->cols[c] = (struct out_col){.title = columns[c].title, .width = columns[c].width, .kind = columns[c].kind, .centre = columns[c].centre,
			.hint = columns[c].hint};
		if (columns[c].list) {
			s->cols[c].choices = states;
			s->cols[c].n_choices = sizeof states / sizeof *states;
		}
	}
	s->rows = ARENA_ARRAY(a, struct out_row, t->n + 1);
	for (size_t i = 0; i < t->n; i++)
		s->rows[i] = row_of(a, &t->v[i], i + 1);
}

/* The documents that the tasks are from, so that a report can cite them. */
static void directive_sheet(struct arena *a, const struct tasks_result *t, struct sheet_out *s)
{
	static const struct { const char *title; double width; enum cell_kind kind; } cols[] = {{"TT", 6, CELL_NUMBER}, {"Số, ký hiệu", 20, CELL_TEXT},
		{"Loại văn bản", 18, CELL_TEXT}, {"Ngày ban hành", 14, CELL_DATE}, {"Cơ quan ban hành", 36, CELL_TEXT}, {"Trích yếu", 70, CELL_TEXT}};
	enum { N = sizeof cols / sizeof *cols };
	*s = (struct sheet_out){.name = "Văn bản", .n_cols = N, .filter = true};
	s->cols = ARENA_ARRAY(a, struct out_col, N);
	for (size_t c = 0; c < N; c++)
		s->cols[c] = (struct out_col){.title = cols[c].title, .width = cols[c].width, .kind = cols[c].kind};
	s->rows = ARENA_ARRAY(a, struct out_row, t->n_drafts + 1);
	for (size_t i = 0; i < t->n_drafts; i++) {
		const struct tasks_draft *d = &t->drafts[i];
		if (d->failed || !d->n || !d->code)
			continue;
		struct out_row *r = &s->rows[s->n_rows++];
		const struct out_cell v[] = {{.kind = CELL_NUMBER, .number = (double)s->n_rows}, text_cell(1, d->code), text_cell(2, d->kind), date_cell(3, d->date),
			text_cell(4, d->issuer), text_cell(5, d->subject)};
		r->cells = ARENA_ARRAY(a, struct out_cell, N);
		memcpy(r->cells, v, sizeof v);
		r->n = N;
	}
}

static bool new_book(struct arena *a, struct tasks_result *t, struct buf *out, struct diag *g)
{
	struct sheet_out sheets[2];
	struct book_out b = {.sheets = sheets, .n_sheets = 1, .title = "Sổ theo dõi nhiệm vụ"};
	task_sheet(a, t, &sheets[0]);
	directive_sheet(a, t, &sheets[1]);
	b.n_sheets += sheets[1].n_rows > 0;
	return xlsx_write(&b, out, g) == 0;
}

/* ---- a workbook that people keep ---- */

struct changes { struct arena *a; const struct reg_sheet *sheet; struct sheet_change *v; size_t n, cap; };

static void change(struct changes *c, uint32_t row, struct out_cell cell)
{
	struct sheet_change v = {c->sheet->name, row, cell};
	if (cell.kind != CELL_EMPTY)
		ARENA_PUSH(c->a, c->v, c->n, c->cap, v);
}

static const struct reg_column *column_in(struct arena *a, const struct reg_sheet *s, const struct task_column *k)
{
	if (k->field >= 0)
		return reg_column(s, (enum reg_field)k->field);
	const char *fold = viet_fold(a, k->title);
	for (size_t i = 0; i < s->n_cols; i++)
		if (s->cols[i].field < 0 && !strcmp(s->cols[i].fold, fold))
			return &s->cols[i];
	return NULL;
}

/* What the register's row has in a column that is filled where it is empty. */
static bool has_value(const struct reg_task *t, int field)
{
	switch (field) {
	case REG_DIRECTIVE: return t->directive != NULL;
	case REG_LEAD: return t->lead != NULL;
	case REG_PARTNERS: return t->partners != NULL;
	case REG_ASSIGNED: return t->assigned.year != 0;
	case REG_DUE: return t->due.kind != DEADLINE_NONE;
	case REG_PRODUCT: return t->product != NULL;
	default: return true;
	}
}

static void fill_row(struct changes *c, struct tasks_row *r, const struct reg_task *t)
{
	size_t before = c->n;
	const struct reg_sheet *own = c->sheet;
	c->sheet = t->at.sheet;
	for (size_t k = 0; k < COLUMNS; k++) {
		const struct reg_column *col = columns[k].fills ? column_in(c->a, c->sheet, &columns[k]) : NULL;
		bool named = columns[k].field == REG_DIRECTIVE && t->directive && !strcmp(t->directive, r->draft->unnumbered) && r->draft->code;
		if (col && (named || !has_value(t, columns[k].field)))
			change(c, t->at.row, columns[k].put(r, col->col));
	}
	c->sheet = own;
	if (c->n > before && r->fate == TASKS_KEPT)
		r->fate = TASKS_FILLED;
}

static void add_row(struct changes *c, struct tasks_row *r, uint32_t row, double number)
{
	r->row = row;
	for (size_t k = 0; k < COLUMNS; k++) {
		const struct reg_column *col = column_in(c->a, c->sheet, &columns[k]);
		if (col && columns[k].put)
			change(c, row, columns[k].put(r, col->col));
		else if (col && columns[k].field == REG_NUMBER && number > 0)
			change(c, row, (struct out_cell){.col = col->col, .kind = CELL_NUMBER, .number = number});
	}
	const struct reg_column *note = reg_column(c->sheet, REG_NOTE);
	if (r->review && note && !column_in(c->a, c->sheet, &columns[COLUMNS - 1]))
		change(c, row, text_cell(note->col, arena_printf(c->a, TASKS_REVIEW_TITLE ": %s", r->review)));
}

/* The sheet that new rows go to: of those for tasks the one with most of them. */
static const struct reg_sheet *main_sheet(const struct reg *reg)
{
	const struct reg_sheet *best = NULL;
	size_t most = 0;
	for (size_t i = 0; i < reg->n_sheets; i++) {
		size_t n = 1;
		for (size_t k = 0; k < reg->n_tasks; k++)
			n += reg->tasks[k].at.sheet == reg->sheets[i];
		if (reg->sheets[i]->table == REG_TASKS && reg->sheets[i]->sheets && n > most) {
			best = reg->sheets[i];
			most = n;
		}
	}
	return best;
}

/* The last row of the sheet that shows anything. */
static uint32_t last_row(struct arena *a, const char *path, const char *name, struct diag *g)
{
	uint32_t last = 0;
	const struct sheet_row *row;
	struct book *b = book_open(a, path, g);
	int i = b ? book_find(b, name) : -1;
	if (i >= 0 && book_rows(b, (size_t)i))
		while ((row = book_next(b)))
			last = sheet_blank(row) ? last : row->number;
	return last;
}

static double last_number(const struct reg *reg, const struct reg_sheet *s)
{
	double last = 0;
	for (size_t i = 0; i < reg->n_tasks; i++) {
		const char *n = reg->tasks[i].at.sheet == s ? reg->tasks[i].number : NULL;
		if (n && strspn(n, "0123456789") == strlen(n) && strlen(n) < 9)
			last = atof(n) > last ? atof(n) : last;
	}
	return last;
}

static bool changed_book(struct arena *a, const char *path, struct tasks_result *t, const struct reg *reg, struct buf *out, struct diag *g)
{
	struct changes c = {.a = a, .sheet = main_sheet(reg)};
	const struct reg_task **rows = ARENA_ARRAY(a, const struct reg_task *, t->n + 1);
	char *data;
	size_t n;
	if (!c.sheet) {
		diag_put(g, &no_sheet, (struct pos){.file = path});
		return false;
	}
	tasks_match(a, t, reg, rows);
	struct diag quiet;
	diag_init(&quiet, a);
	uint32_t row = last_row(a, path, c.sheet->name, &quiet);
	double number = last_number(reg, c.sheet);
	for (size_t i = 0; i < t->n; i++) {
		if (rows[i])
			fill_row(&c, &t->v[i], rows[i]);
		else
			add_row(&c, &t->v[i], ++row, ++number);
	}
	if (!c.n)
		return true;
	int err = file_read(a, path, (size_t)TASKS_REGISTER_MB << 20, &data, &n);
	if (err) {
		diag_put(g, &cannot_read, (struct pos){.file = path}, strerror(err));
		return false;
	}
	return xlsx_change(a, path, data, n, c.v, c.n, out, NULL, g) == 0;
}

bool tasks_write(struct arena *a, const char *output, struct tasks_result *t, const struct reg *reg, struct diag *g)
{
	struct buf out = BUF_INIT;
	if (!reg && !t->n)
		return true;
	bool good = reg ? changed_book(a, output, t, reg, &out, g) : new_book(a, t, &out, g);
	int err = good && out.len ? file_write(output, out.data, out.len) : 0;
	if (err)
		diag_put(g, &cannot_write, (struct pos){.file = output}, strerror(err));
	t->written = good && out.len && !err;
	buf_free(&out);
	return good && !err;
}
