#ifndef READ_BOOK_H
#define READ_BOOK_H
/* Workbooks (.xlsx, .xlsm, of any program) and CSV files, row after row. What is read at a time is one row: memory does not
 * grow with the number of rows (the table of shared strings, when large, lies in an unlinked temporary file).
 *
 *	struct book *b = book_open(a, path, g);
 *	for (size_t i = 0; b && i < book_count(b); i++)
 *		if (book_rows(b, i))
 *			while ((row = book_next(b)))
 *				…
 */
#include "base/diag.h"
#include "model/sheet.h"

enum {
	BOOK_MB = 256,          /* a file */
	BOOK_UNPACKED_MB = 2048, /* all parts read of a workbook, unpacked */
	BOOK_SHEETS = 1000,
	BOOK_CELL_KB = 1024,    /* the text of a cell of a CSV */
	BOOK_ROW_KB = 4096,     /* the texts of one row */
	BOOK_MERGES = 100000,   /* joined ranges of a sheet */
	CSV_ROWS = 5000000, CSV_COLS = 16384,
};

struct book;
struct book_sheet {
	const char *name;       /* of a CSV "" */
	bool hidden;            /* also those that only a macro can show */
};

/* Opens a file, told by its content and not by its name. The arena closes it. NULL (noted in g, with what to do): it is missing,
 * encrypted, damaged, or of another kind (.xls, .xlsb, .ods, web page, Word file, PDF, picture). g takes the findings of
 * all later calls too, and must live as long. */
struct book *book_open(struct arena *a, const char *path, struct diag *g);
/* The same of bytes in memory, which must live as long as the arena; name stands in findings. */
struct book *book_open_bytes(struct arena *a, const char *name, const void *data, size_t n, struct diag *g);

size_t book_count(const struct book *b);                       /* sheets that hold cells; a CSV has 1 */
const struct book_sheet *book_sheet(const struct book *b, size_t i); /* in the order of their tabs */
/* Index of the sheet of that name (folded as by viet_fold), or -1. */
int book_find(const struct book *b, const char *name);
/* True if the file is a CSV. */
bool book_is_csv(const struct book *b);

/* Begins sheet i from its first row, leaving what was begun before. False (noted) if the sheet cannot be read. */
bool book_rows(struct book *b, size_t i);
/* The next row, rising by number; rows without a cell are left out, rows out of order come as they stand in the file with a
 * finding. It holds until the next call on the book. NULL: the end, or a fault (noted; book_failed). */
const struct sheet_row *book_next(struct book *b);
/* True if the sheet broke off before its end. */
bool book_failed(const struct book *b);
/* Columns of the sheet begun that are hidden. */
bool book_col_hidden(const struct book *b, uint32_t col);

/* Joined ranges of sheet i, by row, then column; in the book's arena. They stand behind the rows in the file: it is unpacked once
 * for them, not parsed. May be called while a sheet is being read. */
const struct sheet_range *book_merges(struct book *b, size_t i, size_t *n);
/* Place for findings of the row given last: the file; row and column as line and column (of a CSV the line of the file). */
struct pos book_pos(const struct book *b, const struct sheet_row *r, uint32_t col);
/* "Nhiệm vụ!C7", of a CSV "C7"; in the arena of the book's findings. */
char *book_place(const struct book *b, const struct sheet_row *r, uint32_t col);
/* True if the cell can be used as a value: false and noted if it shows an error (#N/A …) or a formula without a saved value. To be
 * asked of the cells that matter; NULL is an empty cell. */
bool book_usable(struct book *b, const struct sheet_row *r, const struct sheet_cell *c);
#endif
