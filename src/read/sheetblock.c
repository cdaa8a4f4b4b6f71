/* "bảng": a table taken from a range of a workbook, with its joined cells:
 *
 *	tệp: so-lieu.xlsx
 *	trang: Phụ lục 1
 *	vùng: B3:F20
 *	hàng tiêu đề: 2
 *	{cột: 10mm, *, 25mm, 25mm, 25mm}
 *
 * Cells are printed as the workbook shows them, never as signs of a draft; hidden rows and columns are left out. */
#include "base/file.h"
#include "base/utf8.h"
#include "read/body.h"
#include "read/book.h"
#include "read/msg.h"
#include <stdlib.h>
#include <string.h>

enum { KEY_FILE, KEY_SHEET, KEY_RANGE, KEY_HEAD, KEYS };
static const char *const key_names[] = {"tệp", "trang", "vùng", "hàng tiêu đề", NULL};
static const char *const key_folds[] = {"tep", "trang", "vung", "hangtieude", NULL};

struct shown { const struct sheet_row *row; uint32_t number; }; /* row NULL: it has no cells */

struct block_in {
	struct body *b;
	const struct fence *f;
	struct pos pos;
	struct { const char *text; size_t line; const char *at; } keys[KEYS]; /* text NULL: not given */
	struct table_options options;
	struct book *book;
	size_t sheet;
	struct sheet_range range;
	bool whole_cols, whole_rows;      /* the range does not say where it ends */
	struct shown *rows; size_t n_rows, cap_rows;
	uint32_t *cols; size_t n_cols;    /* those that are to be seen */
	size_t n_header;
	bool bad;
};

static void fault(struct block_in *x, enum read_fault f, struct pos pos, ...)
{
	va_list ap;
	va_start(ap, pos);
	diag_vput(x->b->g, &read_msgs[f], pos, ap);
	va_end(ap);
	x->bad = true;
}

static struct pos key_pos(const struct block_in *x, int key)
{
	return x->keys[key].text ? source_pos(x->b->src, x->keys[key].line, x->keys[key].at) : x->pos;
}

/* ---- the block's lines ---- */

static void read_line(struct block_in *x, size_t i)
{
	struct body *b = x->b;
	const char *p = body_start(b, i), *e = fence_line_end(b, i);
	struct fence_key k;
	if (options_line(p, e, b->arena)) {
		options_table(b, i, p, e, &x->options);
		return;
	}
	if (!fence_key_at(b, i, &k)) {
		fault(x, READ_SHEET_LINE, source_pos(b->src, i, p), utf8_short(b->arena, arena_strndup(b->arena, p, (size_t)(e - p))));
		return;
	}
	int n = fence_find(key_folds, k.fold);
	if (n < 0) {
		fence_unknown_key(b, i, &k, key_names);
		x->bad = true;
	} else if (x->keys[n].text) {
		fault(x, READ_DUPLICATE, source_pos(b->src, i, k.key), key_names[n], (unsigned)x->keys[n].line + 1);
	} else {
		x->keys[n].text = fence_plain(b, k.s, k.e);
		x->keys[n].line = i;
		x->keys[n].at = k.s;
	}
}

/* ---- the workbook ---- */

static bool open_book(struct block_in *x)
{
	struct body *b = x->b;
	const char *name = x->keys[KEY_FILE].text;
	if (!name || !*name)
		return fault(x, READ_SHEET_FILE, x->pos), false;
	if (!b->dir)
		return fault(x, READ_SHEET_NO_DIR, key_pos(x, KEY_FILE)), false;
	const char *path = file_inside(b->arena, b->dir, name);
	if (!path)
		return fault(x, READ_SHEET_OUTSIDE, key_pos(x, KEY_FILE), utf8_short(b->arena, name)), false;
	x->book = book_open(b->arena, path, b->g);
	if (!x->book)
		fault(x, READ_SHEET_WORKBOOK, key_pos(x, KEY_FILE), utf8_short(b->arena, name));
	return x->book;
}

static const char *sheet_names(struct block_in *x)
{
	const char *all = "";
	for (size_t i = 0; i < book_count(x->book) && strlen(all) < 200; i++)
		all = arena_printf(x->b->arena, "%s%s\"%s\"", all, *all ? ", " : "", book_sheet(x->book, i)->name);
	return all;
}

/* The sheet named, or the first that is to be seen. */
static bool choose_sheet(struct block_in *x)
{
	const char *name = x->keys[KEY_SHEET].text;
	int found = name ? book_find(x->book, name) : 0;
	if (found < 0)
		return fault(x, READ_SHEET_NAME, key_pos(x, KEY_SHEET), utf8_short(x->b->arena, name), sheet_names(x)), false;
	x->sheet = (size_t)found;
	for (size_t i = 0; !name && i < book_count(x->book); i++)
		if (!book_sheet(x->book, i)->hidden) {
			x->sheet = i;
			break;
		}
	return true;
}

static bool choose_range(struct block_in *x)
{
	const char *s = x->keys[KEY_RANGE].text;
	x->range = (struct sheet_range){1, 0, SHEET_ROWS, SHEET_COLS - 1};
	if (s && !sheet_range_read(s, strlen(s), &x->range))
		return fault(x, READ_SHEET_RANGE, key_pos(x, KEY_RANGE), utf8_short(x->b->arena, s)), false;
	x->whole_rows = x->range.last_col == SHEET_COLS - 1;
	x->whole_cols = x->range.last_row == SHEET_ROWS;
	return true;
}

/* ---- rows and columns ---- */

static bool put_row(struct block_in *x, const struct sheet_row *row, uint32_t number)
{
	struct shown s = {row, number};
	if (x->n_rows == TABLE_ROWS)
		return fault(x, READ_TABLE_ROWS, x->pos, TABLE_ROWS), false;
	ARENA_PUSH(x->b->arena, x->rows, x->n_rows, x->cap_rows, s);
	return true;
}

static bool has_text(const struct block_in *x, const struct sheet_row *r, uint32_t *last)
{
	bool any = false;
	for (size_t i = 0; i < r->n; i++)
		if (r->cells[i].col >= x->range.col && r->cells[i].col <= x->range.last_col && *r->cells[i].text) {
			any = true;
			*last = r->cells[i].col > *last ? r->cells[i].col : *last;
		}
	return any;
}

/* The rows of the range that are to be seen; those without cells count where rows with cells follow, or where the range names them. */
static bool take_rows(struct block_in *x)
{
	const struct sheet_row *r;
	uint32_t next = x->range.row, last_col = x->range.col, first = 0;
	if (!book_rows(x->book, x->sheet))
		return fault(x, READ_SHEET_WORKBOOK, x->pos, utf8_short(x->b->arena, x->keys[KEY_FILE].text)), false;
	while ((r = book_next(x->book)) && r->number <= x->range.last_row) {
		bool text = r->number >= next && has_text(x, r, &last_col);
		if (r->number < next || (x->whole_cols && !text))
			continue;
		for (next = first || !x->whole_cols ? next : r->number; next < r->number; next++)
			if (!put_row(x, NULL, next))
				return false;
		first = 1;
		next = r->number + 1;
		for (size_t i = 0; i < r->n && !r->hidden; i++)
			if (r->cells[i].col >= x->range.col && r->cells[i].col <= x->range.last_col)
				x->bad |= !book_usable(x->book, r, &r->cells[i]);
		if (!r->hidden && !put_row(x, sheet_row_copy(x->b->arena, r), r->number))
			return false;
	}
	for (; !x->whole_cols && next <= x->range.last_row; next++)
		if (!put_row(x, NULL, next))
			return false;
	if (x->whole_rows)
		x->range.last_col = last_col;
	return !book_failed(x->book);
}

static bool take_cols(struct block_in *x)
{
	x->cols = ARENA_ARRAY(x->b->arena, uint32_t, TABLE_COLS);
	size_t n = 0;
	for (uint32_t c = x->range.col; c <= x->range.last_col; c++) {
		if (book_col_hidden(x->book, c))
			continue;
		if (n < TABLE_COLS)
			x->cols[n] = c;
		n++;
	}
	if (n > TABLE_COLS)
		return fault(x, READ_TABLE_COLS, key_pos(x, KEY_RANGE), n, TABLE_COLS), false;
	x->n_cols = n;
	return true;
}

/* ---- joined cells ---- */

struct cell_span { uint32_t rows, cols; const struct sheet_cell *cell; bool covered; };

/* Index of the first row or column at hand not below a number; n if there is none. */
static size_t row_index(const struct block_in *x, uint32_t number)
{
	size_t lo = 0, hi = x->n_rows;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (x->rows[mid].number < number)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static size_t col_index(const struct block_in *x, uint32_t col)
{
	size_t i = 0;
	while (i < x->n_cols && x->cols[i] < col)
		i++;
	return i;
}

/* A joined range as far as it is seen here: its first cell holds the text, wherever that stands. */
static void join(struct block_in *x, struct cell_span *grid, const struct sheet_range *m)
{
	size_t r1 = row_index(x, m->row), r2 = row_index(x, m->last_row + 1), c1 = col_index(x, m->col), c2 = col_index(x, m->last_col + 1);
	if (r1 >= r2 || c1 >= c2 || grid[r1 * x->n_cols + c1].covered)
		return;
	for (size_t r = r1; r < r2; r++)
		for (size_t c = c1; c < c2; c++)
			if (grid[r * x->n_cols + c].rows > 1 || grid[r * x->n_cols + c].cols > 1 || grid[r * x->n_cols + c].covered)
				return; /* overlaps another: a damaged file */
	for (size_t r = r1; r < r2; r++)
		for (size_t c = c1; c < c2; c++)
			grid[r * x->n_cols + c].covered = true;
	struct cell_span *first = &grid[r1 * x->n_cols + c1];
	first->covered = false;
	first->rows = (uint32_t)(r2 - r1);
	first->cols = (uint32_t)(c2 - c1);
	if (r1 < x->n_header && r2 > x->n_header)
		x->n_header = r2; /* header rows are not joined with the rows below */
}

static struct cell_span *make_grid(struct block_in *x)
{
	struct cell_span *grid = ARENA_ARRAY(x->b->arena, struct cell_span, x->n_rows * x->n_cols);
	size_t n;
	const struct sheet_range *m = book_merges(x->book, x->sheet, &n);
	for (size_t r = 0; r < x->n_rows; r++)
		for (size_t c = 0; c < x->n_cols; c++)
			grid[r * x->n_cols + c] = (struct cell_span){1, 1, x->rows[r].row ? sheet_at(x->rows[r].row, x->cols[c]) : NULL, false};
	for (size_t i = 0; i < n; i++)
		if (m[i].last_row >= x->range.row && m[i].row <= x->range.last_row && m[i].last_col >= x->range.col && m[i].col <= x->range.last_col)
			join(x, grid, &m[i]);
	return grid;
}

/* ---- the table ---- */

static void put_text(struct body *b, struct node *para, const char *s, unsigned attrs)
{
	while (*s) {
		size_t n = strcspn(s, "\n");
		char *line = arena_strndup(b->arena, s, n);
		for (char *t = line; (t = strchr(t, '\t')); t++)
			*t = ' ';
		if (n)
			doc_run(b->doc, para, RUN_TEXT, line, attrs);
		s += n;
		if (*s && s++[1])
			doc_run(b->doc, para, RUN_BREAK, NULL, 0);
	}
}

static int8_t align_of(const struct block_in *x, const struct cell_span *s, size_t c, const int8_t *aligns, bool head)
{
	if (head || aligns[c] >= 0 || (x->options.given && x->options.n_aligns))
		return head ? -1 : aligns[c];
	enum cell_kind kind = s->cell ? s->cell->kind : CELL_EMPTY;
	return kind == CELL_NUMBER ? ALIGN_RIGHT : kind == CELL_DATE ? ALIGN_CENTER : -1;
}

static void put_cell(struct block_in *x, struct node *row, const struct cell_span *s, size_t c, const int8_t *aligns, bool head)
{
	struct body *b = x->b;
	struct node *cell = doc_add(b->doc, row, NODE_CELL, x->pos);
	cell->u.cell.col = c;
	cell->u.cell.span_cols = s->cols;
	cell->u.cell.span_rows = s->rows;
	cell->u.cell.align = s->cols > 1 ? -1 : align_of(x, s, c, aligns, head);
	cell->u.cell.valign = head;
	struct node *para = body_para(b, cell, head ? ROLE_CELL_HEAD : ROLE_CELL, x->pos);
	if (para && s->cell)
		put_text(b, para, s->cell->text, s->cell->bold && !head ? RUN_BOLD : 0);
}

/* Columns of numbers in order (TT, STT) are centred, whatever their cells hold. */
static int8_t *col_aligns(struct block_in *x, const struct cell_span *grid)
{
	int8_t *aligns = ARENA_ARRAY(x->b->arena, int8_t, x->n_cols);
	for (size_t c = 0; c < x->n_cols; c++) {
		aligns[c] = -1;
		for (size_t r = 0; r < x->n_header && r < x->n_rows; r++) {
			const struct sheet_cell *cell = grid[r * x->n_cols + c].cell;
			const char *title = cell && strlen(cell->text) < 16 ? viet_fold(x->b->arena, cell->text) : "";
			if (!strcmp(title, "tt") || !strcmp(title, "stt") || !strcmp(title, "sott"))
				aligns[c] = ALIGN_CENTER;
		}
	}
	return aligns;
}

static void put_table(struct block_in *x)
{
	struct body *b = x->b;
	struct cell_span *grid = make_grid(x);
	int8_t *aligns = col_aligns(x, grid);
	if (x->n_header >= x->n_rows) {
		const char *given = x->keys[KEY_HEAD].text;
		fault(x, READ_SHEET_HEAD, key_pos(x, KEY_HEAD), given ? utf8_short(b->arena, given) : "1", x->n_rows);
		return;
	}
	struct node *table = doc_add(b->doc, b->section, NODE_TABLE, x->pos);
	table->u.table.n_cols = x->n_cols;
	table->u.table.n_header = x->n_header;
	options_use(b, x->n_cols, aligns, &table->u.table, &x->options);
	for (size_t r = 0; r < x->n_rows && !b->full; r++) {
		struct node *row = doc_add(b->doc, table, NODE_ROW, x->pos);
		row->u.row.header = r < x->n_header;
		for (size_t c = 0; c < x->n_cols; c++)
			if (!grid[r * x->n_cols + c].covered)
				put_cell(x, row, &grid[r * x->n_cols + c], c, aligns, r < x->n_header);
	}
}

static bool read_head(struct block_in *x)
{
	const char *s = x->keys[KEY_HEAD].text;
	x->n_header = s ? strtoul(s, NULL, 10) : 1;
	if (s && (!*s || strspn(s, "0123456789") != strlen(s) || strlen(s) > 3))
		return fault(x, READ_SHEET_HEAD, key_pos(x, KEY_HEAD), utf8_short(x->b->arena, s), x->n_rows), false;
	return true;
}

static bool any_text(const struct block_in *x)
{
	for (size_t r = 0; r < x->n_rows; r++)
		for (size_t c = 0; c < x->n_cols && x->rows[r].row; c++)
			if (*sheet_text(x->rows[r].row, x->cols[c]))
				return true;
	return false;
}

void sheet_block_read(struct body *b, const struct fence *f)
{
	struct block_in x = {.b = b, .f = f, .pos = source_start(b->src, f->open)};
	for (size_t i = f->from; i < f->to; i++)
		if (!source_blank(b->src, i))
			read_line(&x, i);
	if (x.bad || !open_book(&x) || !choose_sheet(&x) || !choose_range(&x) || !take_rows(&x) || !take_cols(&x) || !read_head(&x))
		return;
	if (!any_text(&x))
		fault(&x, READ_SHEET_EMPTY, key_pos(&x, KEY_RANGE));
	if (!x.bad)
		put_table(&x);
}
