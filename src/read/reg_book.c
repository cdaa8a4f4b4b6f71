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

/* The header once more, or the row of column numbers below it: "(1) (2) (3)", "A B 1 2". */
static bool is_header(struct sheet_in *x, size_t n)
{
	size_t same = 0, numbers = 0;
	for (size_t i = 0; i < n; i++) {
		const char *s = x->values[i].cell->text, *fold = viet_fold(x->in->row, s);
		same += !strcmp(fold, x->values[i].column->fold) || !strcmp(reg_title_key(x->in->row, s), reg_title_key(x->in->row, x->values[i].column->title));
		s += *s == '(' || *s == '[';
		size_t digits = strspn(s, "0123456789");
		numbers += (digits && digits < 3 && (!s[digits] || strchr(")]=", s[digits]))) || (s[0] >= 'A' && s[0] <= 'Z' && !s[1]);
	}
	return (same >= 2 && same * 2 >= n) || (n >= 3 && numbers == n);
}

static bool begins(const char *s, const char *word)
{
	return !strncmp(s, word, strlen(word));
}

static bool is_total(struct sheet_in *x, size_t n)
{
	const char *key = n ? reg_title_key(x->in->row, x->values[0].cell->text) : "";
	for (size_t i = 0; i < n; i++)
		if (x->values[i].column->field == REG_TEXT || x->values[i].column->field == REG_NUMBER) {
			const char *k = reg_title_key(x->in->row, x->values[i].cell->text);
			if (!strcmp(k, "tong") || !strcmp(k, "cong") || begins(k, "tongcong") || begins(k, "tongso"))
				return true;
		}
	return !strcmp(key, "tong") || !strcmp(key, "cong") || begins(key, "tongcong");
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

/* What the sheet held instead of a header, or NULL if it was read. */
static const char *one_sheet(struct reg_in *in, struct book *b, size_t i, const char *file)
{
	struct sheet_row *rows[REG_HEADER_ROWS];
	size_t n = 0;
	if (!book_rows(b, i))
		return "";
	for (const struct sheet_row *r; n < REG_HEADER_ROWS && (r = book_next(b));)
		if (!sheet_blank(r))
			rows[n++] = sheet_row_copy(in->arena, r);
	struct reg_header h = reg_header_find(in, b, i, rows, n);
	if (!h.sheet)
		return h.seen;
	h.sheet->file = file;
	ARENA_PUSH(in->arena, in->sheets, in->n_sheets, in->cap_sheets, h.sheet);
	rest(in, b, i, &h, rows, n);
	return NULL;
}

int reg_read_book(struct reg_in *in, struct book *b)
{
	const char *seen = "", *file = book_pos(b, &(struct sheet_row){0}, 0).file;
	for (size_t i = 0; i < book_count(b) && !in->stop; i++) {
		if (book_sheet(b, i)->hidden) {
			diag_put(in->g, &reg_msgs[REG_HIDDEN_SHEET], (struct pos){file, 0, 0}, utf8_short(in->arena, book_sheet(b, i)->name));
			continue;
		}
		const char *s = one_sheet(in, b, i, file);
		if (s && strlen(s) > strlen(seen))
			seen = s;
	}
	if (in->n_sheets)
		return 0;
	if (*seen)
		diag_put(in->g, &reg_msgs[REG_NO_HEADER_NEAR], (struct pos){file, 0, 0}, seen);
	else
		diag_put(in->g, &reg_msgs[REG_NO_HEADER], (struct pos){file, 0, 0});
	return -1;
}
