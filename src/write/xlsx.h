#ifndef WRITE_XLSX_H
#define WRITE_XLSX_H
/* Workbooks out: a new one from nothing, or changes to one that people keep. Same input, same bytes. */
#include "base/buf.h"
#include "base/diag.h"
#include "model/sheet.h"

/* Writes a new workbook into out: Times New Roman, header and rows that stay when the sheet is scrolled, filters, lists to choose
 * from, printed as wide as a page (A4; A3 if it is very wide) with the header on each. Dates that are not whole are written as text ("5/2025"). 0, or -1
 * with a finding in g: no sheet, more rows than a sheet has. A text longer than a cell may hold (32,767 signs) is cut, with a warning. */
int xlsx_write(const struct book_out *b, struct buf *out, struct diag *g);

/* ---- changes to a workbook that exists ----
 * Only the cells given are changed: every other part of the package (other sheets, pictures, comments, macros …) and every byte
 * around the cells is kept as it stands. What may change besides: the styles get a date format where a date needs one; filters,
 * tables, validation lists and conditional formats that end with the last row are stretched over new rows below it; where the
 * workbook has formulas, programs are told to compute them when they open it.
 * A cell that exists keeps its look; a new one takes that of the cell above it below the heading (the rows that stay when the sheet is
 * scrolled, or have the filters), else of its column, else of the cell to its left.
 * Not changed, but counted: cells that hold a formula, cells that a joined range covers. A sheet of more than 64 MB, unpacked, or in
 * UTF-16, is refused. */
struct sheet_change {
	const char *sheet;      /* name as it stands in the workbook */
	uint32_t row;           /* from 1; may lie below the last row */
	struct out_cell cell;   /* col, kind and value; CELL_EMPTY empties it; the style counts for nothing */
};
struct change_report { size_t changed, formulas, covered; };
/* data: the workbook's bytes (n), named name in findings. Changes in any order; of two for one cell the last counts. report may be
 * NULL. 0, or -1 with a finding in g: no workbook, damaged, encrypted, no sheet of that name. */
int xlsx_change(struct arena *a, const char *name, const void *data, size_t n, const struct sheet_change *v, size_t n_v, struct buf *out,
	struct change_report *report, struct diag *g);
#endif
