/* The workbook inside the DOCX that a chart's figures come from. */
#include <math.h>
#include "write/docx_inner.h"
#include "write/xlsx.h"

double docx_chart_stored(const struct chart *c, double v) { return c->percent ? v / 100 : v; }

static void fill_book(struct arena *a, const struct chart *c, struct sheet_out *s)
{
	s->name = DOCX_CHART_SHEET;
	s->n_cols = c->n_series + 1;
	s->cols = ARENA_ARRAY(a, struct out_col, s->n_cols);
	s->cols[0] = (struct out_col){.title = c->head && *c->head ? c->head : "Tên", .width = 40, .kind = CELL_TEXT};
	for (size_t k = 0; k < c->n_series; k++)
		s->cols[k + 1] = (struct out_col){.title = c->series[k], .width = 16, .kind = CELL_NUMBER, .percent = c->percent, .places = c->places};
	s->n_rows = c->n_categories;
	s->rows = ARENA_ARRAY(a, struct out_row, s->n_rows);
	for (size_t i = 0; i < c->n_categories; i++) {
		struct out_row *r = &s->rows[i];
		r->cells = ARENA_ARRAY(a, struct out_cell, s->n_cols);
		r->cells[r->n++] = (struct out_cell){.kind = CELL_TEXT, .text = c->drawing->names[i]};
		for (size_t k = 0; k < c->n_series; k++) {
			double v = chart_value(c, i, k);
			if (!isnan(v))
				r->cells[r->n++] = (struct out_cell){.col = (uint32_t)k + 1, .kind = CELL_NUMBER, .number = docx_chart_stored(c, v)};
		}
	}
}

bool docx_chart_book(struct docx *w, const struct chart *c, size_t number)
{
	struct sheet_out sheet = {0};
	struct book_out book = {.sheets = &sheet, .n_sheets = 1};
	struct buf bytes = BUF_INIT;
	fill_book(w->a, c, &sheet);
	if (xlsx_write(&book, &bytes, w->g) != 0) {
		buf_free(&bytes);
		return false;
	}
	size_t at = docx_part_new(w, DOCX_CHART_BOOK, arena_printf(w->a, "word/embeddings/Microsoft_Excel_Sheet%zu.xlsx", number));
	w->parts[at - 1].xml = bytes;
	at = docx_part_new(w, DOCX_CHART_RELS, arena_printf(w->a, "word/charts/_rels/chart%zu.xml.rels", number));
	buf_printf(&w->parts[at - 1].xml, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
		"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
		"Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/package\" "
		"Target=\"../embeddings/Microsoft_Excel_Sheet%zu.xlsx\"/></Relationships>", number);
	return true;
}
