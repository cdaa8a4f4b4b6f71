#ifndef READ_BOOK_IN_H
#define READ_BOOK_IN_H
/* What the files of the workbook readers share: book.c (the door), booktype.c (what a file is), xlsx*.c, csv*.c. */
#include "base/buf.h"
#include "read/book.h"
#include "read/book_msg.h"

/* A way to read rows: xlsx or csv. */
struct book_reader {
	bool (*rows)(struct book *b, size_t sheet);
	/* Fills b->row (book_row_*) up to its end; false: no more. */
	bool (*next)(struct book *b);
	const struct sheet_range *(*merges)(struct book *b, size_t sheet, size_t *n);
	bool (*col_hidden)(const struct book *b, uint32_t col);
};

struct book {
	struct arena *arena, *scratch;  /* scratch: emptied with each row */
	struct diag *g;
	const char *name;               /* file, for findings */
	const struct book_reader *reader;
	void *self;                     /* struct xlsx or struct csv */
	int fd;                         /* the file, or -1: bytes in memory */
	const char *data; size_t n;     /* n: bytes in either case */
	struct book_sheet *sheets; size_t n_sheets, cap_sheets;
	size_t at;                      /* sheet begun */
	bool failed;
	/* the row at hand: texts hold their places in it until the row is whole */
	struct sheet_row row;
	size_t cap_cells;
	struct buf texts, clean;        /* clean: scratch of book_text */
	struct { size_t *v; size_t cap; } starts; /* of the cells' texts */
	unsigned noted[BOOK_FAULTS];
};

/* ---- booktype.c ---- */
enum book_type { TYPE_XLSX, TYPE_CSV, TYPE_REFUSED };
/* What the file is by its bytes; TYPE_REFUSED is noted. */
enum book_type book_type(struct book *b);
/* What a ZIP package without a workbook is. */
struct unzip;
enum book_fault book_package(struct unzip *z);

/* ---- book.c ---- */
/* Bytes of the file from a place on; returns how many, 0 at the end, -1 (noted) if they cannot be read. */
long book_bytes(struct book *b, uint64_t at, char *to, size_t n);
/* Notes a fault of the file as a whole, or of the row at hand (row > 0); each kind at most 20 times a book. */
void book_note(struct book *b, enum book_fault f, uint32_t row, uint32_t col, ...);
void book_row_begin(struct book *b, uint32_t number, uint32_t line, bool hidden);
/* A new cell of the row, whose text is what is put into b->texts until the next one. */
struct sheet_cell *book_cell(struct book *b, uint32_t col);
/* Ends the row: texts become pointers, cells stand by column. */
void book_row_end(struct book *b);
/* Appends a text as people mean it: NFC, no-break spaces as spaces, line ends as '\n', invisible and control characters left out;
 * escapes: "_x000D_" of workbooks too. */
void book_text(struct book *b, const char *s, size_t n, bool escapes, struct buf *out);

/* ---- xlsx.c, csv.c ---- */
bool xlsx_open(struct book *b);
bool csv_open(struct book *b);
#endif
