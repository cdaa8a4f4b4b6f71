#include "write/csv.h"
#include <string.h>

static void put_text(struct buf *b, const char *s)
{
	if (!strpbrk(s, ",;\"\r\n\t") && *s != ' ') {
		buf_puts(b, s);
		return;
	}
	buf_putc(b, '"');
	for (; *s; s++) {
		if (*s == '"')
			buf_putc(b, '"');
		buf_putc(b, *s);
	}
	buf_putc(b, '"');
}

static void put_cell(struct buf *b, const struct out_cell *c)
{
	switch (c->kind) {
	case CELL_TEXT: put_text(b, c->text); break;
	case CELL_NUMBER: buf_printf(b, "%.15g", c->number); break;
	case CELL_DATE: buf_printf(b, "%02d/%02d/%d", c->date.day, c->date.month, c->date.year); break;
	case CELL_BOOL: buf_puts(b, c->number != 0 ? "TRUE" : "FALSE"); break;
	case CELL_EMPTY: case CELL_ERROR: break;
	}
}

static void put_row(struct buf *b, const struct sheet_out *s, const struct out_row *r)
{
	size_t k = 0;
	for (size_t c = 0; c < s->n_cols; c++) {
		buf_puts(b, c > 0 ? "," : "");
		while (k < r->n && r->cells[k].col < c)
			k++;
		if (k < r->n && r->cells[k].col == c)
			put_cell(b, &r->cells[k]);
	}
	buf_puts(b, "\r\n");
}

void csv_write(const struct sheet_out *s, struct buf *out)
{
	buf_puts(out, "\xEF\xBB\xBF");
	for (size_t c = 0; c < s->n_cols; c++) {
		buf_puts(out, c > 0 ? "," : "");
		put_text(out, s->cols[c].title ? s->cols[c].title : "");
	}
	buf_puts(out, "\r\n");
	for (size_t i = 0; i < s->n_rows; i++)
		put_row(out, s, &s->rows[i]);
}
