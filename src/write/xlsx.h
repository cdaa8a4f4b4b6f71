#ifndef WRITE_XLSX_H
#define WRITE_XLSX_H
/* Workbooks out: a new one from nothing, or changes to one that people keep. Same input, same bytes. */
#include "base/buf.h"
#include "base/diag.h"
#include "model/sheet.h"

/* Writes a new workbook into out. 0, or -1 with a finding in g (no sheet, too many rows). */
int xlsx_write(const struct book_out *b, struct buf *out, struct diag *g);

/* ---- changes to a workbook that exists ----
 * Only the sheets named are changed, and in them only the cells given: every other part of the package (other sheets, styles,
 * pictures, comments, macros …) and every byte around the cells is kept as it stands. A cell that exists keeps its look; a cell
 * of a new row takes the look of the cell above it, a row its height; dates get a date format where they had none. Filters,
 * tables, validation lists and conditional formats that end with the last row of old are stretched over new rows.
 * Not changed: cells that hold a formula (they are counted), cells covered by a joined range. Programs are told to compute all
 * formulas when the file is opened. */
struct sheet_change {
	const char *sheet;      /* name as it stands in the workbook */
	uint32_t row;           /* from 1; may lie below the last row */
	struct out_cell cell;   /* col, kind and value; CELL_EMPTY empties it; the style counts for nothing */
};
struct change_report { size_t changed, formulas, covered; };
/* data: the workbook's bytes (n). Changes by sheet, row and column; of two for one cell the last counts. New sheets (add, or
 * NULL) are put behind the others. 0, or -1 with a finding in g (named name): no workbook, damaged, encrypted, no such sheet. */
int xlsx_change(struct arena *a, const char *name, const void *data, size_t n, const struct sheet_change *v, size_t n_v,
	const struct book_out *add, struct buf *out, struct change_report *report, struct diag *g);
#endif
