/* Rows of a CSV: cells in quotes may hold separators, line ends and, doubled, quotes. */
#include "read/csv.h"
#include <string.h>
#include "base/utf8.h"

struct csv {
	struct csv_text text;
	char separator;
	size_t skip, at;           /* at: next byte of text.out */
	uint32_t line, record;     /* line of the file at hand; rows so far, blank ones counted */
	size_t width;              /* cells of the first line that has more than one; 0: not yet seen */
	struct buf cell;
	size_t n;                  /* cells of the row at hand */
};

static const struct book_reader reader;

static void closer(void *p)
{
	struct csv *c = p;
	buf_free(&c->text.out);
	buf_free(&c->cell);
}

/* Next byte of the text, '\n' for each line end, -1 at the end. */
static int peek(struct csv *c)
{
	if (c->at == c->text.out.len) {
		c->at = 0;
		if (!csv_text_next(&c->text))
			return -1;
	}
	return (unsigned char)c->text.out.data[c->at];
}

static int take(struct csv *c)
{
	int ch = peek(c);
	if (ch < 0)
		return -1;
	c->at++;
	if (ch == '\r') {
		if (peek(c) == '\n')
			c->at++;
		ch = '\n';
	}
	c->line += ch == '\n';
	return ch;
}

static const char *place(const struct book *b, const struct csv *c) { return sheet_place(b->g->arena, NULL, c->record, (uint32_t)c->n); }

/* ="007" is how a CSV tells Excel to keep zeros. */
static void unwrap(struct buf *cell)
{
	if (cell->len >= 3 && cell->data[0] == '=' && cell->data[1] == '"' && cell->data[cell->len - 1] == '"' && !memchr(cell->data + 2, '"', cell->len - 3)) {
		memmove(cell->data, cell->data + 2, cell->len - 3);
		cell->len -= 3;
	}
}

static void end_cell(struct book *b, struct csv *c)
{
	unwrap(&c->cell);
	if (c->n < CSV_COLS && c->cell.len) {
		size_t from;
		struct sheet_cell *cell = book_cell(b, (uint32_t)c->n);
		cell->kind = CELL_TEXT;
		from = b->texts.len;
		book_text(b, c->cell.data, c->cell.len, false, &b->texts);
		if (b->texts.len == from)
			cell->kind = CELL_EMPTY;
	} else if (c->n == CSV_COLS) {
		book_note(b, CSV_MANY_COLS, b->row.line, 0, b->row.line, CSV_COLS);
	}
	if (c->text.bad)
		book_note(b, CSV_BAD_BYTE, c->line, (uint32_t)c->n, place(b, c));
	c->text.bad = false;
	c->n++;
}

/* A cell behind its opening quote, up to what follows the closing one. */
static bool quoted(struct book *b, struct csv *c)
{
	uint32_t line = c->line;
	for (;;) {
		int ch = take(c);
		if (ch < 0)
			book_note(b, CSV_QUOTE, line, (uint32_t)c->n, place(b, c));
		if (ch < 0 || c->cell.failed)
			return false;
		if (ch != '"')
			buf_putc(&c->cell, (char)ch);
		else if (peek(c) == '"')
			buf_putc(&c->cell, (char)take(c));
		else
			return true;
	}
}

/* Reads one cell; what ended it: the separator, '\n', or -1. */
static int cell(struct book *b, struct csv *c)
{
	int ch;
	buf_clear(&c->cell);
	while (c->separator != ' ' && peek(c) == ' ')
		buf_putc(&c->cell, (char)take(c));
	if (peek(c) == '"') {
		take(c);
		buf_clear(&c->cell);
		if (!quoted(b, c))
			return -1;
		bool said = false;
		while ((ch = take(c)) >= 0 && ch != (unsigned char)c->separator && ch != '\n') {
			if (ch != ' ' && !said) {
				book_note(b, CSV_AFTER_QUOTE, c->line, (uint32_t)c->n, place(b, c));
				said = true;
			}
			if (said)
				buf_putc(&c->cell, (char)ch);
		}
		return ch;
	}
	while ((ch = take(c)) >= 0 && ch != (unsigned char)c->separator && ch != '\n' && !c->cell.failed)
		buf_putc(&c->cell, (char)ch);
	return ch;
}

static void compare_width(struct book *b, struct csv *c)
{
	if (!c->width && c->n > 1)
		c->width = c->n;
	else if (c->width && c->n != c->width && c->n <= CSV_COLS)
		book_note(b, CSV_RAGGED, b->row.line, 0, b->row.line, c->n, c->width);
}

/* Reads a row; false: the end, or a fault. */
static bool row(struct book *b, struct csv *c)
{
	int ch;
	if (peek(c) < 0)
		return false;
	book_row_begin(b, ++c->record, c->line, false);
	c->n = 0;
	do {
		ch = cell(b, c);
		if (c->cell.failed || b->texts.failed) {
			book_note(b, c->cell.failed ? CSV_LARGE_CELL : BOOK_LARGE_ROW, b->row.line, (uint32_t)c->n, place(b, c), c->cell.failed ? BOOK_CELL_KB : BOOK_ROW_KB);
			b->failed = true;
			return false;
		}
		end_cell(b, c);
	} while (ch == (unsigned char)c->separator);
	if (b->texts.failed) {
		book_note(b, BOOK_LARGE_ROW, b->row.line, 0, place(b, c), BOOK_ROW_KB);
		b->failed = true;
		return false;
	}
	book_row_end(b);
	if (b->row.n)
		compare_width(b, c);
	return !b->failed;
}

static bool csv_next(struct book *b)
{
	struct csv *c = b->self;
	while (row(b, c)) {
		if (c->record > CSV_ROWS) {
			book_note(b, CSV_MANY_ROWS, c->line, 0, CSV_ROWS);
			b->failed = true;
			return false;
		}
		if (b->row.n)
			return true;
	}
	return false;
}

static bool csv_rows(struct book *b, size_t sheet)
{
	struct csv *c = b->self;
	(void)sheet;
	csv_text_rewind(&c->text);
	buf_clear(&c->text.out);
	c->at = 0;
	c->line = 1;
	c->record = 0;
	c->width = 0;
	if (c->skip && peek(c) >= 0) {
		c->at = c->skip;
		c->line = 2;
	}
	return !b->failed;
}

static const struct book_reader reader = {.rows = csv_rows, .next = csv_next};

bool csv_open(struct book *b)
{
	struct csv *c = ARENA_NEW(b->arena, struct csv);
	struct book_sheet only = {.name = ""};
	c->text.b = b;
	c->cell.limit = (size_t)BOOK_CELL_KB << 10;
	b->self = c;
	b->reader = &reader;
	arena_closer(b->arena, closer, c);
	if (!csv_encoding(&c->text))
		return false;
	csv_text_rewind(&c->text);
	if (!csv_text_next(&c->text)) {
		book_note(b, BOOK_EMPTY, 0, 0);
		return false;
	}
	c->separator = csv_separator(c->text.out.data, c->text.out.len, &c->skip);
	ARENA_PUSH(b->arena, b->sheets, b->n_sheets, b->cap_sheets, only);
	return true;
}
