/* Registers in workbooks and CSV files: each sheet with a header that is known is read to its end, row after row. */
#include "base/utf8.h"
#include "read/reg_in.h"
#include <string.h>

struct sheet_in {
	struct reg_in *in;
	struct book *b;
	const struct reg_sheet *sheet;
	const struct sheet_range *merges; size_t n_merges, next_merge;
	struct reg_value *values;         /* one a column */
	struct sheet_cell *held;          /* by column of the sheet: value of a cell joined downwards */
	uint32_t *held_to;                /* its last row; 0: none */
	struct arena *kept;               /* texts of held values */
	const struct reg_column *main;    /* the column that a row is about */
};

/* ---- joined cells: the value holds for all their rows ---- */

static void take_merges(struct sheet_in *x, const struct sheet_row *r)
{
	for (; x->next_merge < x->n_merges && x->merges[x->next_merge].row <= r->number; x->next_merge++) {
		const struct sheet_range *m = &x->merges[x->next_merge];
		if (m->row != r->number || m->last_row == m->row)
			continue;
		for (size_t i = 0; i < x->sheet->n_cols; i++)
			if (x->sheet->cols[i].col == m->col) {
				const struct sheet_cell *c = sheet_at(r, m->col);
				if (!c)
					continue;
				x->held[i] = *c;
				x->held[i].text = arena_strdup(x->kept, c->text);
				x->held_to[i] = m->last_row;
			}
	}
}

static size_t values(struct sheet_in *x, const struct sheet_row *r)
{
	size_t n = 0;
	for (size_t i = 0; i < x->sheet->n_cols; i++) {
		const struct sheet_cell *c = sheet_at(r, x->sheet->cols[i].col);
		if ((!c || !*c->text) && x->held_to[i] >= r->number)
			c = &x->held[i];
		if (c && *c->text && book_usable(x->b, r, c))
			x->values[n++] = (struct reg_value){&x->sheet->cols[i], c};
	}
	return n;
}

/* ---- rows that are no tasks ---- */

/* "(1)", "[2]", "3", "A": what stands in the row of column numbers below a header. */
static bool column_number(const char *s)
{
	s += *s == '(' || *s == '[';
	size_t digits = strspn(s, "0123456789");
	return (digits && digits < 3 && (!s[digits] || strchr(")]=", s[digits]))) || (s[0] >= 'A' && s[0] <= 'Z' && !s[1]);
}

/* A title and the text of a cell say the same. Few cells are as short as a title, so few are folded. */
static bool same_title(struct sheet_in *x, const struct reg_value *v)
{
	if (strlen(v->cell->text) > strlen(v->column->title) + 16)
		return false;
	const char *fold = viet_fold(x->in->row, v->cell->text);
	return !strcmp(fold, v->column->fold) || !strcmp(reg_title_key(x->in->row, v->cell->text), reg_title_key(x->in->row, v->column->title));
}

/* The header once more, or the row of column numbers below it: "(1) (2) (3)", "A B 1 2". */
static bool is_header(struct sheet_in *x, size_t n)
{
	size_t same = 0, numbers = 0;
	while (numbers < n && column_number(x->values[numbers].cell->text))
		numbers++;
	if (numbers == n && n >= 3)
		return true;
	for (size_t i = 0; i < n; i++)
		if (x->values[i].column == x->main)
			same += same_title(x, &x->values[i]);
	for (size_t i = 0; i < n && same; i++)
		same += x->values[i].column != x->main && same_title(x, &x->values[i]);
	return same >= 2 && same * 2 >= n;
}

static bool begins(const char *s, const char *word)
{
	return !strncmp(s, word, strlen(word));
}

/* "Tổng cộng", "Cộng", "Tổng số: 06 nhiệm vụ" */
static bool says_total(struct sheet_in *x, const char *s)
{
	if (!strchr("TtCc", *s))
		return false;
	const char *k = reg_title_key(x->in->row, s);
	return !strcmp(k, "tong") || !strcmp(k, "cong") || begins(k, "tongcong") || begins(k, "tongso");
}

static bool is_total(struct sheet_in *x, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((i == 0 || x->values[i].column->field == REG_TEXT || x->values[i].column->field == REG_NUMBER) && says_total(x, x->values[i].cell->text))
			return true;
	return false;
}

static bool has_field(const struct sheet_in *x, size_t n, enum reg_field f)
{
	for (size_t i = 0; i < n; i++)
		if (x->values[i].column->field == (int)f)
			return true;
	return false;
}

static const char *value_of(const struct sheet_in *x, size_t n, enum reg_field f)
{
	for (size_t i = 0; i < n; i++)
		if (x->values[i].column->field == (int)f)
			return x->values[i].cell->text;
	return "";
}

/* "I.", "II", "A", "B.": the number of a group; digits number tasks. */
static bool group_number(const char *s)
{
	size_t n = strcspn(s, ". )/");
	if (n == 0 || n > 6 || s[n + (s[n] != 0)] != 0)
		return false;
	return viet_unroman(s, n) > 0 || (n == 1 && s[0] >= 'A' && s[0] <= 'Z');
}

/* A title line over the rows below it: nothing but a text, with a Roman number or letter or none, or joined over the columns. */
static bool is_group(struct sheet_in *x, const struct sheet_row *r, size_t n)
{
	const char *number = value_of(x, n, REG_NUMBER), *s = value_of(x, n, REG_TEXT);
	for (size_t i = 0; i < n; i++)
		if (x->values[i].column->field != REG_NUMBER && x->values[i].column->field != REG_TEXT)
			return false;
	for (size_t i = x->next_merge; i-- > 0 && x->merges[i].row == r->number;)
		if (x->merges[i].last_col >= x->merges[i].col + 2 && x->merges[i].last_row == r->number)
			return true;
	if (!*s)
		return strlen(number) > 8; /* a title in the first column */
	if (*number)
		return group_number(number);
	size_t dot = strcspn(s, ". ");
	return has_field(x, n, REG_TEXT) && s[dot] == '.' && group_number(arena_strndup(x->in->row, s, dot)) && reg_column(x->sheet, REG_LEAD);
}

static void set_group(struct sheet_in *x, size_t n)
{
	const char *number = value_of(x, n, REG_NUMBER), *s = value_of(x, n, REG_TEXT);
	size_t len = strlen(number);
	const char *dot = *number && *s && group_number(number) && len && number[len - 1] != '.' ? "." : "";
	x->in->group = utf8_one_line(x->in->arena, arena_printf(x->in->arena, "%s%s%s%s", number, dot, *number && *s ? " " : "", s));
}

static void one_row(struct sheet_in *x, const struct sheet_row *r)
{
	arena_reset(x->in->row);
	take_merges(x, r);
	size_t n = values(x, r);
	struct reg_place at = {x->sheet, r->number, r->line};
	struct pos pos = book_pos(x->b, r, x->sheet->cols[0].col);
	if (!n || is_header(x, n))
		return;
	if (x->sheet->table == REG_TASKS && is_total(x, n))
		return;
	if (x->sheet->table == REG_TASKS && is_group(x, r, n)) {
		set_group(x, n);
		return;
	}
	reg_row(x->in, &at, pos, x->values, n);
}

/* ---- sheets ---- */

static void rest(struct reg_in *in, struct book *b, size_t i, const struct reg_header *h, struct sheet_row *const *rows, size_t n_rows)
{
	struct sheet_in x = {.in = in, .b = b, .sheet = h->sheet, .kept = arena_new()};
	x.merges = book_merges(b, i, &x.n_merges);
	x.values = ARENA_ARRAY(in->arena, struct reg_value, h->sheet->n_cols);
	x.held = ARENA_ARRAY(in->arena, struct sheet_cell, h->sheet->n_cols);
	x.held_to = ARENA_ARRAY(in->arena, uint32_t, h->sheet->n_cols);
	static const enum reg_field mains[REG_TABLES] = {[REG_TASKS] = REG_TEXT, [REG_DIRECTIVES] = REG_CODE, [REG_AGENCIES] = REG_NAME};
	x.main = reg_column(h->sheet, mains[h->sheet->table]);
	in->group = NULL;
	uint32_t count = 0;
	for (size_t k = 0; k < n_rows && !in->stop; k++)
		if (rows[k]->number > h->last)
			one_row(&x, rows[k]);
	for (const struct sheet_row *r; !in->stop && (r = book_next(b));) {
		if (++count > REG_ROWS) {
			diag_put(in->g, &reg_msgs[REG_TOO_MANY], book_pos(b, r, 0), REG_ROWS);
			break;
		}
		if (r->number > h->last)
			one_row(&x, r);
	}
	arena_free(x.kept);
}

/* Reads a sheet if it has a header; false, with what stood there instead, if not. */
static bool one_sheet(struct reg_in *in, struct book *b, size_t i, const char *file, struct reg_header *h)
{
	struct sheet_row *rows[REG_HEADER_ROWS];
	struct arena *a = arena_new();
	size_t n = 0;
	if (!book_rows(b, i)) {
		arena_free(a);
		return false;
	}
	for (const struct sheet_row *r; n < REG_HEADER_ROWS && (r = book_next(b));)
		if (!sheet_blank(r))
			rows[n++] = sheet_row_copy(a, r);
	*h = reg_header_find(in, b, i, rows, n);
	if (h->sheet) {
		h->sheet->file = file;
		ARENA_PUSH(in->arena, in->sheets, in->n_sheets, in->cap_sheets, h->sheet);
		rest(in, b, i, h, rows, n);
	}
	arena_free(a);
	return h->sheet;
}

int reg_read_book(struct reg_in *in, struct book *b)
{
	struct reg_header best = {.seen = ""};
	struct pos pos = {book_pos(b, &(struct sheet_row){0}, 0).file, 0, 0};
	for (size_t i = 0; i < book_count(b) && !in->stop; i++) {
		struct reg_header h = {.seen = ""};
		if (book_sheet(b, i)->hidden)
			diag_put(in->g, &reg_msgs[REG_HIDDEN_SHEET], pos, utf8_short(in->arena, book_sheet(b, i)->name));
		else if (!one_sheet(in, b, i, pos.file, &h) && strlen(h.seen) > strlen(best.seen))
			best = h;
	}
	if (in->n_sheets)
		return 0;
	if (*best.seen)
		diag_put(in->g, &reg_msgs[best.near ? REG_NO_TASKS_NEAR : REG_NO_TASKS], pos, best.seen, best.near ? utf8_short(in->arena, best.near) : NULL);
	else
		diag_put(in->g, &reg_msgs[REG_NO_HEADER], pos, REG_HEADER_ROWS);
	return -1;
}
