/* The door of workbooks and CSV files, and the row both readers fill. */
#include "read/book_in.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/file.h"
#include "base/utf8.h"

enum { NOTED = 20 };

static void closer(void *p)
{
	struct book *b = p;
	if (b->fd >= 0)
		close(b->fd);
	arena_free(b->scratch);
	buf_free(&b->texts);
	buf_free(&b->clean);
	free(b->row.cells);
	free(b->starts.v);
}

static struct book *new_book(struct arena *a, const char *name, struct diag *g)
{
	struct book *b = ARENA_NEW(a, struct book);
	b->arena = a;
	b->g = g;
	b->name = arena_strdup(a, name);
	b->fd = -1;
	b->scratch = arena_new();
	b->texts.limit = (size_t)BOOK_ROW_KB << 10;
	arena_closer(a, closer, b);
	return b;
}

static struct book *opened(struct book *b)
{
	if (b->n == 0) {
		book_note(b, BOOK_EMPTY, 0, 0);
		return NULL;
	}
	switch (book_type(b)) {
	case TYPE_XLSX: return xlsx_open(b) ? b : NULL;
	case TYPE_CSV: return csv_open(b) ? b : NULL;
	default: return NULL;
	}
}

struct book *book_open(struct arena *a, const char *path, struct diag *g)
{
	struct book *b = new_book(a, path, g);
	int err = file_open(path, (size_t)BOOK_MB << 20, &b->fd, &b->n);
	if (!err)
		return opened(b);
	if (err == EFBIG)
		book_note(b, BOOK_TOO_LARGE, 0, 0, BOOK_MB);
	else
		book_note(b, BOOK_CANNOT_OPEN, 0, 0, strerror(err));
	return NULL;
}

struct book *book_open_bytes(struct arena *a, const char *name, const void *data, size_t n, struct diag *g)
{
	struct book *b = new_book(a, name, g);
	b->data = data;
	b->n = n;
	return opened(b);
}

long book_bytes(struct book *b, uint64_t at, char *to, size_t n)
{
	if (b->fd < 0) {
		size_t have = at < b->n ? b->n - (size_t)at : 0;
		n = n < have ? n : have;
		memcpy(to, b->data + (have ? at : 0), n);
		return (long)n;
	}
	for (;;) {
		ssize_t got = pread(b->fd, to, n, (off_t)at);
		if (got >= 0)
			return got;
		if (errno == EINTR)
			continue;
		book_note(b, BOOK_CANNOT_OPEN, 0, 0, strerror(errno));
		return -1;
	}
}

void book_note(struct book *b, enum book_fault f, uint32_t row, uint32_t col, ...)
{
	va_list ap;
	if (b->noted[f]++ >= NOTED)
		return;
	va_start(ap, col);
	diag_vput(b->g, &book_msgs[f], (struct pos){b->name, row, row ? col + 1 : 0}, ap);
	va_end(ap);
}

/* ---- sheets ---- */

size_t book_count(const struct book *b) { return b->n_sheets; }
const struct book_sheet *book_sheet(const struct book *b, size_t i) { return i < b->n_sheets ? &b->sheets[i] : NULL; }
bool book_failed(const struct book *b) { return b->failed; }
bool book_is_csv(const struct book *b) { return !b->reader->merges; }

int book_find(const struct book *b, const char *name)
{
	const char *want = viet_fold(b->arena, name);
	for (size_t i = 0; i < b->n_sheets; i++)
		if (!strcmp(b->sheets[i].name, name))
			return (int)i;
	for (size_t i = 0; i < b->n_sheets; i++)
		if (!strcmp(viet_fold(b->arena, b->sheets[i].name), want))
			return (int)i;
	return -1;
}

bool book_rows(struct book *b, size_t i)
{
	if (i >= b->n_sheets)
		return false;
	b->at = i;
	b->failed = !b->reader->rows(b, i);
	return !b->failed;
}

const struct sheet_row *book_next(struct book *b)
{
	return !b->failed && b->reader->next(b) ? &b->row : NULL;
}

bool book_col_hidden(const struct book *b, uint32_t col)
{
	return b->reader->col_hidden && b->reader->col_hidden(b, col);
}

const struct sheet_range *book_merges(struct book *b, size_t i, size_t *n)
{
	*n = 0;
	return i < b->n_sheets && b->reader->merges ? b->reader->merges(b, i, n) : NULL;
}

struct pos book_pos(const struct book *b, const struct sheet_row *r, uint32_t col)
{
	return (struct pos){b->name, r->line, col + 1};
}

char *book_place(const struct book *b, const struct sheet_row *r, uint32_t col)
{
	return sheet_place(b->g->arena, b->n_sheets ? b->sheets[b->at].name : NULL, r->number, col);
}

bool book_usable(struct book *b, const struct sheet_row *r, const struct sheet_cell *c)
{
	if (!c || (c->kind != CELL_ERROR && !c->no_value))
		return true;
	const char *place = book_place(b, r, c->col);
	if (c->kind == CELL_ERROR)
		book_note(b, BOOK_CELL_ERROR, r->line, c->col, place, utf8_short(b->scratch, c->text));
	else
		book_note(b, BOOK_NO_VALUE, r->line, c->col, place);
	return false;
}

/* ---- the row at hand ---- */

void book_row_begin(struct book *b, uint32_t number, uint32_t line, bool hidden)
{
	struct sheet_cell *cells = b->row.cells;
	b->row = (struct sheet_row){.number = number, .line = line, .hidden = hidden, .cells = cells};
	buf_clear(&b->texts);
	arena_reset(b->scratch);
}

static void *more(void *p, size_t n, size_t size)
{
	p = realloc(p, n * size);
	if (!p) {
		fputs("vanban: out of memory\n", stderr);
		exit(2);
	}
	return p;
}

/* Ends the text of the last cell. */
static void end_text(struct book *b)
{
	if (b->row.n)
		buf_putc(&b->texts, '\0');
}

struct sheet_cell *book_cell(struct book *b, uint32_t col)
{
	end_text(b);
	if (b->row.n == b->cap_cells) {
		b->cap_cells = b->cap_cells ? b->cap_cells * 2 : 32;
		b->row.cells = more(b->row.cells, b->cap_cells, sizeof *b->row.cells);
		b->starts.v = more(b->starts.v, b->cap_cells, sizeof *b->starts.v);
	}
	b->starts.v[b->row.n] = b->texts.len;
	struct sheet_cell *c = &b->row.cells[b->row.n++];
	*c = (struct sheet_cell){.col = col, .text = ""};
	return c;
}

static int by_column(const void *x, const void *y)
{
	const struct sheet_cell *a = x, *b = y;
	if (a->col != b->col)
		return a->col < b->col ? -1 : 1;
	return a->text < b->text ? -1 : a->text > b->text; /* texts lie in the order of the file */
}

static void sort_cells(struct book *b)
{
	size_t kept = 0;
	qsort(b->row.cells, b->row.n, sizeof *b->row.cells, by_column);
	for (size_t i = 0; i < b->row.n; i++) {
		if (kept && b->row.cells[kept - 1].col == b->row.cells[i].col) {
			uint32_t col = b->row.cells[i].col;
			book_note(b, BOOK_CELL_TWICE, b->row.line, col, book_place(b, &b->row, col));
			continue;
		}
		b->row.cells[kept++] = b->row.cells[i];
	}
	b->row.n = kept;
}

void book_row_end(struct book *b)
{
	bool ordered = true;
	end_text(b);
	for (size_t i = 0; i < b->row.n && !b->texts.failed; i++) {
		b->row.cells[i].text = b->texts.data + b->starts.v[i];
		ordered = ordered && (!i || b->row.cells[i - 1].col < b->row.cells[i].col);
	}
	if (!ordered)
		sort_cells(b);
}

/* ---- texts ---- */

/* What a byte may mean: a letter that no neighbour changes (also the first byte of U+00C0–02FF, and those that follow a first one);
 * the first of a character that GLib must look at; one of a text that must be cleaned: a control, the first of what is replaced or
 * left out, "_" of an escape. */
enum { LETTER = 0, HIGH = 1, LOOK = 2, CLEAN = 4 };
static const unsigned char classes[256] = {[0 ... 0x1F] = CLEAN, ['_'] = CLEAN, [0x7F] = CLEAN, [0x80 ... 0xC1] = HIGH, [0xC2] = CLEAN, [0xC3 ... 0xCB] = HIGH,
	[0xCC ... 0xE0] = LOOK, [0xE1] = HIGH, [0xE2] = CLEAN, [0xE3 ... 0xEE] = LOOK, [0xEF] = CLEAN, [0xF0 ... 0xFF] = LOOK};

static unsigned look_at(const char *s, size_t n)
{
	unsigned all = 0;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		all |= classes[c];
		if (c == 0xE1 && (i + 1 == n || ((unsigned char)s[i + 1] & 0xFE) != 0xBA)) /* U+1E80–1EFF: ạ to ỹ */
			all |= LOOK;
	}
	return all;
}

static bool invisible(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF ||
		(c >= 0x7F && c < 0xA0);
}

static bool escaped(const char *p, const char *end, uint32_t *c)
{
	if (end - p < 7 || p[1] != 'x' || p[6] != '_')
		return false;
	for (int i = 2; i < 6; i++)
		if (!strchr("0123456789abcdefABCDEF", p[i]))
			return false;
	*c = (uint32_t)strtoul((char[]){p[2], p[3], p[4], p[5], 0}, NULL, 16);
	return true;
}

static void put_cleaned(const char *s, size_t n, bool escapes, struct buf *out)
{
	const char *end = s + n;
	bool cr = false;
	for (const char *p = s; p < end;) {
		const char *from = p;
		uint32_t c = utf8_next(&p, end);
		if (c == '_' && escapes && escaped(from, end, &c))
			p = from + 7;
		bool lf = c == '\n' && cr;
		cr = c == '\r';
		if (lf || invisible(c) || (c >= 0xD800 && c < 0xE000) || (c < 0x20 && !strchr("\t\n\r", (int)c)) || c == 0)
			continue;
		char u[4];
		if (utf8_is_space(c))
			c = c == '\r' || c == 0x2028 || c == 0x2029 ? '\n' : c == '\n' || c == '\t' ? c : ' ';
		buf_put(out, u, utf8_put(u, c));
	}
}

void book_text(struct book *b, const char *s, size_t n, bool escapes, struct buf *out)
{
	unsigned all = look_at(s, n);
	size_t len;
	if (all & CLEAN) {
		buf_clear(&b->clean);
		put_cleaned(s, n, escapes, &b->clean);
		s = b->clean.data ? b->clean.data : "";
		n = b->clean.len;
		all = look_at(s, n);
	}
	if (!(all & (LOOK | CLEAN))) {
		buf_put(out, s, n);
		return;
	}
	const char *nfc = utf8_nfc(b->scratch, s, n, &len);
	buf_put(out, nfc, len);
}
