#ifndef MODEL_SHEET_H
#define MODEL_SHEET_H
/* Sheets of a workbook (bảng tính): rows as a person sees them, between the readers of xlsx and csv and who reads a register;
 * and sheets to be written. Rows count from 1 as on the screen, columns from 0 (A). Texts are UTF-8, NFC. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/viet.h"

#define SHEET_COLS 16384    /* as Excel has them: A to XFD */
#define SHEET_ROWS 1048576

enum cell_kind { CELL_EMPTY, CELL_TEXT, CELL_NUMBER, CELL_DATE, CELL_BOOL, CELL_ERROR };

struct sheet_cell {
	uint32_t col;           /* from 0 */
	enum cell_kind kind;
	bool formula;           /* the value is what the program that saved the file computed last */
	bool no_value;          /* a formula whose value was not saved: kind is CELL_EMPTY */
	bool bold;              /* the whole cell is set in bold */
	const char *text;       /* as shown: "03/2025", "007", "75%", "1.234.567"; "#N/A"; never NULL, "" if empty */
	double number;          /* CELL_NUMBER: the value itself (0.75 where "75%" is shown); CELL_BOOL: 0 or 1 */
	struct date date;       /* CELL_DATE: whole; day 0 where the cell shows month and year alone, all 0 where it shows a time alone */
	uint32_t seconds;       /* CELL_DATE: time of the day */
};

struct sheet_row {
	uint32_t number;        /* from 1; of a CSV its record */
	uint32_t line;          /* of a CSV the line of the file it begins in; of a workbook = number */
	bool hidden;            /* by hand, by a filter or in a closed group */
	struct sheet_cell *cells; /* by column, each column once; empty ones may be missing */
	size_t n;
};

/* Cells joined into one: the value stands in the first. */
struct sheet_range { uint32_t row, col, last_row, last_col; };

/* The cell in a column, or NULL if it is missing. */
const struct sheet_cell *sheet_at(const struct sheet_row *r, uint32_t col);
/* The text shown in a column, "" if there is none. */
const char *sheet_text(const struct sheet_row *r, uint32_t col);
/* True if no cell of the row shows anything. */
bool sheet_blank(const struct sheet_row *r);
/* "C7"; "Nhiệm vụ!C7" with a sheet's name (NULL or "": without). Row 0: the column alone ("C"). In the arena. */
char *sheet_place(struct arena *a, const char *sheet, uint32_t row, uint32_t col);
/* Reads "C7" or "$C$7", the n bytes at s; false if they are no cell of a sheet. */
bool sheet_ref(const char *s, size_t n, uint32_t *row, uint32_t *col);
/* Reads "B3:F20", "B3" (one cell), "B:F" (whole columns) or "3:20" (whole rows), in order or not. */
bool sheet_range_read(const char *s, size_t n, struct sheet_range *out);
/* A copy of the row and its texts in the arena. */
struct sheet_row *sheet_row_copy(struct arena *a, const struct sheet_row *r);
/* Day number of a date in the date system of 1900: 1 is 1/1/1900, 61 is 1/3/1900 (Excel has a 29/2/1900 of number 60, which
 * never was); 0 if the date is not whole or before 1900. And back: false for 60 and outside 1/1/1900 … 31/12/9999. */
uint32_t sheet_serial(struct date d);
bool sheet_unserial(uint32_t serial, struct date *out);

/* ---- sheets to be written (write/xlsx.h) ---- */

enum sheet_style {          /* the few ways a cell may look; the header row and the kind of the column choose by themselves */
	SHEET_PLAIN,            /* as its column says */
	SHEET_TITLE,            /* bold, larger: lines above the header */
	SHEET_NOTE,             /* italics: a remark above or below the table */
	SHEET_MARK,             /* bold on grey: what a person must look at */
	SHEET_STYLES
};

struct out_cell {
	uint32_t col;
	enum cell_kind kind;    /* CELL_TEXT text, CELL_NUMBER number, CELL_DATE date (whole), CELL_BOOL number; else nothing */
	const char *text;
	double number;
	struct date date;
	enum sheet_style style;
};
struct out_row { struct out_cell *cells; size_t n; };

/* A column of the table, with how its cells are shown. */
struct out_col {
	const char *title;
	double width;           /* in digits of the standard font, as on the screen; 0: 12 */
	enum cell_kind kind;    /* CELL_DATE dd/mm/yyyy; CELL_NUMBER; else text */
	bool centre;
	bool percent, grouped;  /* CELL_NUMBER: 0.75 is shown as 75%; 1234567 as 1.234.567; else as it is */
	int places;             /* decimals shown by these two */
	const char *const *choices; size_t n_choices; /* values that may be chosen from a list; others are warned of, not refused */
	bool strict;            /* others are refused */
	const char *hint;       /* shown when a cell of the column is selected, or NULL */
};

struct sheet_out {
	const char *name;       /* at most 31 signs, made safe by the writer */
	struct out_row *above; size_t n_above; /* lines above the header, each its first cell over the whole width */
	struct out_col *cols; size_t n_cols;   /* the header, unless every title is NULL */
	struct out_row *rows; size_t n_rows;   /* below the header */
	struct sheet_range *merges; size_t n_merges; /* besides the lines above */
	uint32_t frozen_cols;   /* columns that stay; the rows down to the header stay by themselves */
	uint32_t spare_rows;    /* empty rows below that have the lists and formats of their columns too */
	bool filter;            /* the header filters */
	bool hidden;
	bool portrait;          /* printed in portrait; else landscape; always as wide as one page, the header on each page */
};

struct book_out {
	struct sheet_out *sheets; size_t n_sheets;
	const char *title;      /* of the file, or NULL */
};
#endif
