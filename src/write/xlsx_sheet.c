/* A sheet: lines above, header, rows; what stays, filters, lists, and how it is printed. */
#include "write/xlsx_inner.h"
#include <stdio.h>
#include <string.h>
#include "base/utf8.h"

enum { LIST_BYTES = 255, MOST_LINES = 25 /* 409 points, the highest row */ };
#define DEFAULT_WIDTH 12.0

struct sheet_job {
	const struct book_out *b;
	const struct sheet_out *s;
	size_t index;
	const struct xlsx_lists *lists;
	struct xlsx_looks *looks;
	struct arena *a;
	struct buf *out;
	size_t cut;
};

uint32_t xlsx_header_row(const struct sheet_out *s)
{
	for (size_t k = 0; k < s->n_cols; k++)
		if (s->cols[k].title)
			return (uint32_t)s->n_above + 1;
	return 0;
}

uint32_t xlsx_last_row(const struct sheet_out *s)
{
	return (uint32_t)(s->n_above + (xlsx_header_row(s) ? 1 : 0) + s->n_rows);
}

/* ---- looks ---- */

static const char *format_of(const struct sheet_job *j, const struct out_col *c, enum cell_kind kind)
{
	if (kind == CELL_DATE)
		return "dd/mm/yyyy";
	if (kind == CELL_TEXT)
		return c->kind == CELL_NUMBER ? NULL : "@"; /* "03/2025" typed there stays what it is */
	if (kind != CELL_NUMBER || (!c->percent && !c->grouped))
		return NULL;
	const char *places = c->places > 0 ? arena_printf(j->a, ".%.*s", c->places < 15 ? c->places : 15, "000000000000000") : "";
	return arena_printf(j->a, "%s%s%s", c->grouped ? "#,##0" : "0", places, c->percent ? "%" : "");
}

static const struct out_col plain_col = {.kind = CELL_TEXT};

static const struct out_col *col_of(const struct sheet_job *j, uint32_t col)
{
	return col < j->s->n_cols ? &j->s->cols[col] : &plain_col;
}

static size_t look_of(struct sheet_job *j, const struct out_cell *c)
{
	static const struct { enum xlsx_font font; enum xlsx_fill fill; } styles[SHEET_STYLES] = {[SHEET_TITLE] = {FONT_TITLE, FILL_NONE},
		[SHEET_NOTE] = {FONT_ITALIC, FILL_NONE}, [SHEET_MARK] = {FONT_BOLD, FILL_MARK}};
	const struct out_col *col = col_of(j, c->col);
	enum sheet_style style = c->style < SHEET_STYLES ? c->style : SHEET_PLAIN;
	bool table = c->col < j->s->n_cols && style != SHEET_TITLE && style != SHEET_NOTE;
	struct xlsx_look look = {.font = styles[style].font, .fill = styles[style].fill, .border = table,
		.wrap = table && c->kind != CELL_NUMBER && c->kind != CELL_DATE, .align = table && (col->centre || c->kind == CELL_DATE) ? ALIGN_CENTRE : ALIGN_AS_KIND,
		.format = style == SHEET_TITLE || style == SHEET_NOTE ? NULL : format_of(j, col, c->kind == CELL_EMPTY ? col->kind : c->kind)};
	return xlsx_look(j->looks, look);
}

/* Cells of the column that nobody filled in yet. */
static size_t col_look(struct sheet_job *j, const struct out_col *c)
{
	struct xlsx_look look = {.wrap = c->kind != CELL_NUMBER && c->kind != CELL_DATE, .align = c->centre || c->kind == CELL_DATE ? ALIGN_CENTRE : ALIGN_AS_KIND,
		.format = format_of(j, c, c->kind)};
	return xlsx_look(j->looks, look);
}

static size_t head_look(struct sheet_job *j)
{
	return xlsx_look(j->looks, (struct xlsx_look){.font = FONT_BOLD, .fill = FILL_HEAD, .align = ALIGN_CENTRE, .border = true, .wrap = true});
}

static size_t above_look(struct sheet_job *j, enum sheet_style style)
{
	return xlsx_look(j->looks, (struct xlsx_look){.font = style == SHEET_NOTE ? FONT_ITALIC : style == SHEET_PLAIN ? FONT_PLAIN : FONT_TITLE,
		.align = style == SHEET_TITLE ? ALIGN_CENTRE : ALIGN_AS_KIND});
}

/* ---- before the rows ---- */

static void put_view(struct sheet_job *j, bool selected)
{
	uint32_t head = xlsx_header_row(j->s), cols = j->s->frozen_cols;
	buf_printf(j->out, "<sheetViews><sheetView%s workbookViewId=\"0\">", selected ? " tabSelected=\"1\"" : "");
	if (head || cols) {
		const char *pane = head && cols ? "bottomRight" : head ? "bottomLeft" : "topRight";
		buf_puts(j->out, "<pane");
		if (cols)
			buf_printf(j->out, " xSplit=\"%u\"", cols);
		if (head)
			buf_printf(j->out, " ySplit=\"%u\"", head);
		buf_printf(j->out, " topLeftCell=\"%s\" activePane=\"%s\" state=\"frozen\"/><selection pane=\"%s\"/>", sheet_place(j->a, NULL, head + 1, cols), pane, pane);
	}
	buf_puts(j->out, "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15.75\"/>");
}

static void put_cols(struct sheet_job *j)
{
	if (!j->s->n_cols)
		return;
	buf_puts(j->out, "<cols>");
	for (size_t k = 0; k < j->s->n_cols; k++) {
		const struct out_col *c = &j->s->cols[k];
		double width = c->width > 0 && c->width < 255 ? c->width : DEFAULT_WIDTH;
		buf_printf(j->out, "<col min=\"%zu\" max=\"%zu\" width=\"", k + 1, k + 1);
		xlsx_number(j->out, width + 0.7109375); /* the margins of a cell */
		buf_printf(j->out, "\" style=\"%zu\" customWidth=\"1\"/>", col_look(j, c));
	}
	buf_puts(j->out, "</cols>");
}

/* ---- rows ---- */

/* Lines that a wrapped text takes in a column so wide: a letter is a little less wide than a digit, and words leave room free at
 * the line's end. Programs do it anew when the row is edited. */
static size_t lines_of(const char *s, double width)
{
	size_t lines = 0;
	for (;;) {
		size_t n = strcspn(s, "\n"), per = width >= 1 ? (size_t)width : 1, signs = utf8_count(s, n);
		lines += signs <= per ? 1 : (signs * 21 / 20 + per - 1) / per;
		if (!s[n] || lines > MOST_LINES)
			return lines;
		s += n + 1;
	}
}

/* The height that the row's wrapped texts need, said only where it is more than a line. */
static void begin_row(struct sheet_job *j, uint32_t row, const struct out_row *r)
{
	size_t most = 1;
	for (size_t k = 0; k < r->n; k++) {
		const struct out_cell *c = &r->cells[k];
		if (c->kind != CELL_TEXT || !c->text || c->col >= j->s->n_cols || c->style == SHEET_TITLE || c->style == SHEET_NOTE)
			continue;
		double width = j->s->cols[c->col].width > 0 ? j->s->cols[c->col].width : DEFAULT_WIDTH;
		size_t lines = lines_of(c->text, width);
		most = lines > most ? lines : most;
	}
	most = most < MOST_LINES ? most : MOST_LINES;
	if (most > 1) {
		buf_printf(j->out, "<row r=\"%u\" ht=\"", row);
		xlsx_number(j->out, 15.75 * (double)most);
		buf_puts(j->out, "\">");
	} else {
		buf_printf(j->out, "<row r=\"%u\">", row);
	}
}

static void put_cell(struct sheet_job *j, uint32_t row, size_t look, const struct out_cell *c)
{
	if (!xlsx_cell(j->out, "", row, (uint32_t)look, c, false))
		j->cut++;
}

static uint32_t put_above(struct sheet_job *j)
{
	uint32_t row = 0;
	for (size_t i = 0; i < j->s->n_above; i++) {
		const struct out_row *r = &j->s->above[i];
		buf_printf(j->out, "<row r=\"%u\">", ++row);
		for (size_t k = 0; k < r->n; k++)
			put_cell(j, row, above_look(j, r->cells[k].style), &r->cells[k]);
		buf_puts(j->out, "</row>");
	}
	return row;
}

static void put_head(struct sheet_job *j, uint32_t row)
{
	struct out_cell *cells = ARENA_ARRAY(j->a, struct out_cell, j->s->n_cols);
	for (size_t k = 0; k < j->s->n_cols; k++)
		cells[k] = (struct out_cell){.col = (uint32_t)k, .kind = CELL_TEXT, .text = j->s->cols[k].title ? j->s->cols[k].title : ""};
	begin_row(j, row, &(struct out_row){cells, j->s->n_cols});
	for (size_t k = 0; k < j->s->n_cols; k++)
		put_cell(j, row, head_look(j), &cells[k]);
	buf_puts(j->out, "</row>");
}

/* Cells of the table that hold nothing have their lines, too. */
static void put_row(struct sheet_job *j, uint32_t row, const struct out_row *r)
{
	size_t next = 0;
	bool note = r->n && (r->cells[0].style == SHEET_NOTE || r->cells[0].style == SHEET_TITLE);
	begin_row(j, row, r);
	for (size_t k = 0; k < r->n; k++) {
		for (; !note && next < r->cells[k].col && next < j->s->n_cols; next++)
			put_cell(j, row, look_of(j, &(struct out_cell){.col = (uint32_t)next}), &(struct out_cell){.col = (uint32_t)next});
		if (r->cells[k].col < next || r->cells[k].col >= SHEET_COLS)
			continue; /* twice or out of order: the first counts */
		put_cell(j, row, look_of(j, &r->cells[k]), &r->cells[k]);
		next = r->cells[k].col + 1;
	}
	for (; !note && next < j->s->n_cols; next++)
		put_cell(j, row, look_of(j, &(struct out_cell){.col = (uint32_t)next}), &(struct out_cell){.col = (uint32_t)next});
	buf_puts(j->out, "</row>");
}

/* ---- behind the rows ---- */

static void put_filter(struct sheet_job *j, uint32_t head, uint32_t last)
{
	if (j->s->filter && head)
		buf_printf(j->out, "<autoFilter ref=\"%s:%s\"/>", sheet_place(j->a, NULL, head, 0), sheet_place(j->a, NULL, last, (uint32_t)j->s->n_cols - 1));
}

static void put_merges(struct sheet_job *j)
{
	size_t above = j->s->n_cols > 1 ? j->s->n_above : 0;
	if (!above && !j->s->n_merges)
		return;
	buf_printf(j->out, "<mergeCells count=\"%zu\">", above + j->s->n_merges);
	for (size_t i = 0; i < above; i++)
		buf_printf(j->out, "<mergeCell ref=\"%s:%s\"/>", sheet_place(j->a, NULL, (uint32_t)i + 1, 0),
			sheet_place(j->a, NULL, (uint32_t)i + 1, (uint32_t)j->s->n_cols - 1));
	for (size_t i = 0; i < j->s->n_merges; i++) {
		const struct sheet_range *r = &j->s->merges[i];
		buf_printf(j->out, "<mergeCell ref=\"%s:%s\"/>", sheet_place(j->a, NULL, r->row, r->col), sheet_place(j->a, NULL, r->last_row, r->last_col));
	}
	buf_puts(j->out, "</mergeCells>");
}

bool xlsx_list_fits(const struct out_col *c)
{
	size_t n = 0;
	for (size_t i = 0; i < c->n_choices; i++) {
		if (strpbrk(c->choices[i], ",\"\n"))
			return false;
		n += strlen(c->choices[i]) + 1;
	}
	return n <= LIST_BYTES;
}

uint32_t xlsx_list_col(const struct book_out *b, size_t sheet, size_t k)
{
	uint32_t n = 0;
	for (size_t i = 0; i <= sheet && i < b->n_sheets; i++)
		for (size_t c = 0; c < b->sheets[i].n_cols && (i < sheet || c < k); c++)
			n += b->sheets[i].cols[c].n_choices && !xlsx_list_fits(&b->sheets[i].cols[c]);
	return n;
}

static void put_choices(struct sheet_job *j, size_t k)
{
	const struct out_col *c = &j->s->cols[k];
	buf_puts(j->out, "<formula1>");
	if (xlsx_list_fits(c)) {
		buf_putc(j->out, '"');
		for (size_t i = 0; i < c->n_choices; i++) {
			if (i)
				buf_putc(j->out, ',');
			xml_escape(j->out, c->choices[i], strlen(c->choices[i]), false);
		}
		buf_putc(j->out, '"');
	} else {
		const char *col = sheet_place(j->a, NULL, 0, xlsx_list_col(j->b, j->index, k));
		buf_puts(j->out, "'");
		xml_escape(j->out, j->lists->sheet, strlen(j->lists->sheet), false);
		buf_printf(j->out, "'!$%s$1:$%s$%zu", col, col, c->n_choices);
	}
	buf_puts(j->out, "</formula1>");
}

static void put_validations(struct sheet_job *j, uint32_t first, uint32_t last)
{
	size_t n = 0;
	for (size_t k = 0; k < j->s->n_cols; k++)
		n += j->s->cols[k].n_choices || j->s->cols[k].hint;
	if (!n || last < first)
		return;
	buf_printf(j->out, "<dataValidations count=\"%zu\">", n);
	for (size_t k = 0; k < j->s->n_cols; k++) {
		const struct out_col *c = &j->s->cols[k];
		if (!c->n_choices && !c->hint)
			continue;
		buf_puts(j->out, "<dataValidation");
		if (c->n_choices)
			buf_printf(j->out, " type=\"list\"%s", c->strict ? "" : " errorStyle=\"warning\"");
		buf_puts(j->out, " allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\"");
		if (c->n_choices)
			buf_puts(j->out, " errorTitle=\"Không có trong danh sách\" error=\"Giá trị không có trong danh sách của cột này.\"");
		if (c->hint) {
			buf_puts(j->out, " prompt=\"");
			xml_escape(j->out, c->hint, strlen(c->hint), true);
			buf_puts(j->out, "\"");
		}
		buf_printf(j->out, " sqref=\"%s:%s\">", sheet_place(j->a, NULL, first, (uint32_t)k), sheet_place(j->a, NULL, last, (uint32_t)k));
		if (c->n_choices)
			put_choices(j, k);
		buf_puts(j->out, "</dataValidation>");
	}
	buf_puts(j->out, "</dataValidations>");
}

/* On A3 where on A4 the letters would be smaller than half their size. */
static int paper(const struct sheet_job *j)
{
	double width = 0;
	for (size_t k = 0; k < j->s->n_cols; k++)
		width += j->s->cols[k].width > 0 ? j->s->cols[k].width : DEFAULT_WIDTH;
	return width > (j->s->portrait ? 170 : 250) ? 8 : 9;
}

static void put_print(struct sheet_job *j)
{
	buf_printf(j->out, "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
		"<pageSetup paperSize=\"%d\" fitToHeight=\"0\" orientation=\"%s\"/><headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>",
		paper(j), j->s->portrait ? "portrait" : "landscape");
}

void xlsx_sheet(const struct book_out *b, size_t i, const struct xlsx_lists *lists, struct xlsx_looks *looks, bool selected, struct buf *out, size_t *cut)
{
	const struct sheet_out *s = &b->sheets[i];
	struct sheet_job j = {.b = b, .s = s, .index = i, .lists = lists, .looks = looks, .a = looks->arena, .out = out};
	uint32_t head = xlsx_header_row(s), last = xlsx_last_row(s), spare = s->spare_rows < SHEET_ROWS - last ? s->spare_rows : SHEET_ROWS - last;
	buf_puts(out, XML_HEAD "<worksheet xmlns=\"" SML_NS "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
	put_view(&j, selected);
	put_cols(&j);
	buf_puts(out, "<sheetData>");
	uint32_t row = put_above(&j);
	if (head)
		put_head(&j, ++row);
	for (size_t k = 0; k < s->n_rows; k++)
		put_row(&j, ++row, &s->rows[k]);
	buf_puts(out, "</sheetData>");
	put_filter(&j, head, last);
	put_merges(&j);
	put_validations(&j, head + 1, last + spare);
	put_print(&j);
	buf_puts(out, "</worksheet>");
	*cut += j.cut;
}

void xlsx_list_sheet(const struct book_out *b, struct buf *out)
{
	buf_puts(out, XML_HEAD "<worksheet xmlns=\"" SML_NS "\"><sheetData>");
	bool more = true;
	for (uint32_t row = 1; more; row++) {
		uint32_t col = 0;
		more = false;
		buf_printf(out, "<row r=\"%u\">", row);
		for (size_t i = 0; i < b->n_sheets; i++)
			for (size_t k = 0; k < b->sheets[i].n_cols; k++) {
				const struct out_col *c = &b->sheets[i].cols[k];
				if (!c->n_choices || xlsx_list_fits(c))
					continue;
				if (row <= c->n_choices)
					xlsx_cell(out, "", row, 0, &(struct out_cell){.col = col, .kind = CELL_TEXT, .text = c->choices[row - 1]}, false);
				more |= row < c->n_choices;
				col++;
			}
		buf_puts(out, "</row>");
	}
	buf_puts(out, "</sheetData></worksheet>");
}
