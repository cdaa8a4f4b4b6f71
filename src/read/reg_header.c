/* Finds the row of column names in a sheet, under title lines and over two or three rows where names are joined cells. */
#include "base/buf.h"
#include "base/utf8.h"
#include "read/reg_in.h"
#include <string.h>

enum { HEADER_HEIGHT = 3 };

struct attempt {
	struct reg_sheet sheet;
	int *rank;
	size_t named;             /* fields that a column bears the name of, not only holds it */
	size_t titles;
};

/* ---- titles ---- */

/* A row that shows one text alone is a line above the table ("SỔ THEO DÕI NHIỆM VỤ" over all columns), not the upper row of a header. */
static bool one_text(const struct sheet_row *row)
{
	size_t n = 0;
	for (size_t i = 0; i < row->n; i++)
		n += *row->cells[i].text != '\0';
	return n == 1;
}

/* Rows of the header that begins at rows[r]: as many as the joined cells that begin in it reach over. */
static size_t height(const struct sheet_range *m, size_t n_m, struct sheet_row *const *rows, size_t n, size_t r)
{
	uint32_t first = rows[r]->number, last = first;
	bool across = false;
	for (size_t i = 0; i < n_m; i++)
		if (m[i].row == first) {
			if (m[i].last_row > last && m[i].last_row < first + HEADER_HEIGHT)
				last = m[i].last_row;
			across = across || (m[i].last_col > m[i].col && m[i].last_row == first);
		}
	size_t h = 1;
	while (r + h < n && rows[r + h]->number <= last)
		h++;
	if (h == 1 && across && !one_text(rows[r]) && r + 1 < n && rows[r + 1]->number == first + 1)
		h = 2; /* a title over several columns, their own below it */
	return h;
}

/* Without joined cells (CSV): the row below fills columns that this one leaves empty behind a title. */
static size_t height_guessed(struct reg_in *in, struct sheet_row *const *rows, size_t n, size_t r)
{
	int rank;
	size_t filled = 0;
	if (r + 1 >= n || rows[r + 1]->number != rows[r]->number + 1)
		return 1;
	for (size_t i = 0; i < rows[r + 1]->n; i++) {
		const struct sheet_cell *c = &rows[r + 1]->cells[i];
		char *key = reg_title_key(in->row, c->text);
		if (!*sheet_text(rows[r], c->col) && *c->text && (reg_column_field(REG_TASKS, key, in->o, &rank) >= 0 || !strcmp(key, "giao")))
			filled++;
	}
	return filled >= 1 ? 2 : 1;
}

/* Title of a column in one row of the header, that of a joined cell over it too; below: the row under it, if there is one. Without
 * joined cells (CSV) an empty title above a filled one is that to its left. */
static const char *title_at(const struct sheet_range *m, size_t n_m, const struct sheet_row *row, const struct sheet_row *below, uint32_t col)
{
	const char *s = sheet_text(row, col);
	if (!n_m && below)
		for (uint32_t c = col; !*s && c > 0 && *sheet_text(below, c); c--)
			s = sheet_text(row, c - 1);
	for (size_t i = 0; i < n_m && !*s; i++)
		if (m[i].row == row->number && m[i].col < col && col <= m[i].last_col)
			return sheet_text(row, m[i].col);
	return s;
}

static uint32_t width(struct sheet_row *const *rows, size_t from, size_t h)
{
	uint32_t w = 0;
	for (size_t i = from; i < from + h; i++)
		for (size_t k = 0; k < rows[i]->n; k++)
			if (*rows[i]->cells[k].text && rows[i]->cells[k].col >= w)
				w = rows[i]->cells[k].col + 1;
	return w < REG_COLUMNS ? w : REG_COLUMNS;
}

/* ---- one attempt ---- */

/* The field of a column by its titles from top to bottom: by both, by the lower one, by the upper one. */
static int field_of(struct reg_in *in, enum reg_table t, const char *top, const char *sub, int *rank)
{
	const char *both[] = {arena_printf(in->row, "%s %s", top, sub), arena_printf(in->row, "%s %s", sub, top), sub, top};
	int field = -1, best = 3, r;
	for (size_t i = *sub ? 0 : 3; i < 4 && best > 1; i++) {
		int f = reg_column_field(t, reg_title_key(in->row, both[i]), in->o, &r);
		if (f >= 0 && r < best) {
			field = f;
			best = r;
		}
	}
	*rank = best;
	return field;
}

static bool taken(const struct reg_sheet *s, int field)
{
	for (size_t i = 0; i < s->n_cols; i++)
		if (s->cols[i].field == field)
			return true;
	return false;
}

static struct attempt attempt(struct reg_in *in, enum reg_table t, const struct sheet_range *m, size_t n_m, struct sheet_row *const *rows, size_t r, size_t h)
{
	struct attempt x = {.sheet = {.table = t}};
	uint32_t w = width(rows, r, h);
	x.sheet.cols = ARENA_ARRAY(in->row, struct reg_column, w);
	x.rank = ARENA_ARRAY(in->row, int, w);
	for (uint32_t c = 0; c < w; c++) {
		const char *top = title_at(m, n_m, rows[r], h > 1 ? rows[r + 1] : NULL, c), *sub = "";
		for (size_t i = r + 1; i < r + h; i++) {
			const char *s = title_at(m, n_m, rows[i], NULL, c);
			if (*s && !*top)
				top = s;
			else if (*s && strcmp(s, top))
				sub = *sub ? arena_printf(in->row, "%s %s", sub, s) : s;
		}
		if (!*top)
			continue;
		struct reg_column *col = &x.sheet.cols[x.sheet.n_cols];
		const char *title = utf8_one_line(in->row, *sub ? arena_printf(in->row, "%s - %s", top, sub) : top);
		int *rank = &x.rank[x.sheet.n_cols];
		*col = (struct reg_column){c, title, "", strlen(title) <= REG_TITLE_BYTES ? field_of(in, t, top, sub, rank) : -1};
		x.named += col->field >= 0 && *rank < 2 && !taken(&x.sheet, col->field);
		x.sheet.n_cols++;
		x.titles++;
	}
	return x;
}

/* ---- the best ---- */

static const char *seen_titles(struct reg_in *in, const struct reg_sheet *s)
{
	struct buf b = BUF_INIT;
	for (size_t i = 0; i < s->n_cols && i < 20; i++)
		buf_printf(&b, "%s“%s”", i ? ", " : "", utf8_short(in->row, s->cols[i].title));
	char *text = arena_strndup(in->arena, b.data ? b.data : "", b.len);
	buf_free(&b);
	return text;
}

/* What the sheet's own name says of its table, where columns leave it open. */
static bool named_so(struct reg_in *in, const char *sheet, enum reg_table t)
{
	static const char *const words[REG_TABLES][4] = {{"nhiemvu", "theodoi", "tiendo", NULL}, {"vanban", "chidao", NULL}, {"coquan", "donvi", "diaphuong", NULL}};
	const char *fold = viet_fold(in->row, sheet);
	for (const char *const *w = words[t]; *w; w++)
		if (strstr(fold, *w))
			return true;
	return false;
}

/* Names of two columns that mean the same: the first one counts. */
static void note_twice(struct reg_in *in, const struct reg_sheet *s, const int *before, struct pos pos)
{
	for (size_t i = 0; i < s->n_cols; i++)
		for (size_t k = 0; k < s->n_cols && s->cols[i].field < 0 && before[i] >= 0; k++)
			if (s->cols[k].field == before[i]) {
				diag_put(in->g, &reg_msgs[REG_COLUMN_TWICE], pos, utf8_short(in->arena, s->cols[k].title), utf8_short(in->arena, s->cols[i].title));
				break;
			}
}

/* A register can be read without these columns, but reports by agency or state cannot be made of it. */
static void note_missing(struct reg_in *in, const struct reg_sheet *s, struct pos pos)
{
	static const enum reg_field wanted[] = {REG_LEAD, REG_DUE};
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		if (reg_column(s, wanted[i]))
			continue;
		const char *near = reg_column_near(in->row, s, wanted[i]), *name = reg_field_name(wanted[i]);
		diag_put(in->g, &reg_msgs[near ? REG_COLUMN_MISSING_NEAR : REG_COLUMN_MISSING], pos, name, seen_titles(in, s), near ? utf8_short(in->arena, near) : NULL);
	}
}

/* The best attempt in the arena, its columns settled. */
static struct reg_sheet *settled(struct reg_in *in, const struct attempt *x, const char *name, struct pos pos)
{
	struct reg_sheet *s = ARENA_NEW(in->arena, struct reg_sheet);
	int *before = ARENA_ARRAY(in->row, int, x->sheet.n_cols);
	*s = x->sheet;
	s->name = arena_strdup(in->arena, name);
	s->sheets = true;
	s->cols = ARENA_ARRAY(in->arena, struct reg_column, s->n_cols);
	for (size_t i = 0; i < s->n_cols; i++) {
		struct reg_column *c = &s->cols[i];
		*c = x->sheet.cols[i];
		c->title = arena_strdup(in->arena, c->title);
		c->fold = viet_fold(in->arena, c->title);
		before[i] = c->field;
	}
	reg_columns_settle(s, x->rank);
	note_twice(in, s, before, pos);
	return s;
}

struct reg_header reg_header_find(struct reg_in *in, struct book *b, size_t sheet, struct sheet_row *const *rows, size_t n)
{
	size_t n_m;
	const struct sheet_range *m = book_merges(b, sheet, &n_m);
	struct reg_header out = {.seen = ""};
	struct attempt best = {.named = 0};
	size_t best_row = 0, best_height = 0, most_titles = 0;
	const char *name = book_sheet(b, sheet)->name;
	double best_score = 0;
	arena_reset(in->row);
	for (size_t r = 0; r < n; r++) {
		size_t h = n_m ? height(m, n_m, rows, n, r) : height_guessed(in, rows, n, r);
		for (int t = 0; t < REG_TABLES; t++) {
			struct attempt x = attempt(in, (enum reg_table)t, m, n_m, rows, r, h);
			double score = (double)x.named + (named_so(in, name, (enum reg_table)t) ? 0.5 : 0);
			if (t == REG_TASKS && x.titles > most_titles && x.titles >= 2) {
				most_titles = x.titles;
				out.seen = seen_titles(in, &x.sheet);
				out.near = reg_column_near(in->arena, &x.sheet, REG_TEXT);
			}
			/* a title line right above a header of one row adds no name to it */
			bool better = score > best_score || (score > 0 && score == best_score && r == best_row + 1 && h < best_height);
			if (better && reg_columns_enough((enum reg_table)t, x.sheet.cols, x.sheet.n_cols) && x.named >= (t == REG_AGENCIES ? 1u : 2u)) {
				best = x;
				best_score = score;
				best_row = r;
				best_height = h;
			}
		}
	}
	if (!best.named)
		return out;
	struct pos pos = book_pos(b, rows[best_row], best.sheet.cols[0].col);
	out.sheet = settled(in, &best, name, pos);
	if (out.sheet->table == REG_TASKS)
		note_missing(in, out.sheet, pos);
	out.last = rows[best_row + best_height - 1]->number;
	return out;
}
