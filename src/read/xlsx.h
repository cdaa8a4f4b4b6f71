#ifndef READ_XLSX_H
#define READ_XLSX_H
/* The parts of a workbook (ECMA-376, transitional and strict): xlsx.c (package, list of sheets), xlsx_styles.c,
 * xlsx_strings.c, xlsx_rows.c, xlsx_merges.c. */
#include "base/spool.h"
#include "pack/opc.h"
#include "read/book_in.h"
#include "model/numfmt.h"

enum {
	XLSX_STYLES = 100000,      /* cell formats of a workbook; Excel has 65,490 */
	XLSX_FORMATS = 5000,       /* number formats; Excel has about 250 */
	XLSX_STRINGS = 20000000,   /* shared strings */
	XLSX_NAME_BYTES = 400,     /* of a sheet; Excel has 31 signs */
	XLSX_HIDDEN_COLS = 1000,   /* ranges of hidden columns */
};

struct xlsx_sheet { const char *part; const struct sheet_range *merges; size_t n_merges; bool merges_read; };

struct xlsx {
	struct book *b;
	struct unzip *zip;
	struct xlsx_sheet *sheets; size_t cap_sheets;
	const char *styles_part, *strings_part;  /* there may be none of the name */
	bool first_1904;
	/* xlsx_styles.c */
	const struct numfmt **formats; size_t n_formats; /* by cell format */
	bool *bold; size_t n_bold;               /* by cell format */
	const struct numfmt *general;
	/* xlsx_strings.c */
	struct spool *texts, *starts;            /* starts: uint64_t place of each text, and the end */
	uint64_t n_strings;
	bool ready;                              /* styles and strings are read */
	/* xlsx_rows.c: the sheet begun */
	struct opc_part sheet;
	uint32_t row, col;                       /* given last */
	uint32_t highest;                        /* row of the highest number so far */
	struct { uint32_t from, to; } hidden[XLSX_HIDDEN_COLS];
	size_t n_hidden;
	struct buf value;                        /* of the cell at hand */
};

/* ---- xlsx_styles.c, xlsx_strings.c ---- */
void xlsx_styles(struct xlsx *w);
/* The format of cell format xf. */
const struct numfmt *xlsx_format(const struct xlsx *w, unsigned long xf);
bool xlsx_bold(const struct xlsx *w, unsigned long xf);
/* Reads the shared strings; false (noted) if they are damaged. */
bool xlsx_strings(struct xlsx *w);
/* Appends shared string i; false if there is none. */
bool xlsx_string(struct xlsx *w, uint64_t i, struct buf *out);
/* Text of the element begun (si, is), its runs joined, phonetic runs left out; the pieces as they stand go to out. */
enum xml_event xlsx_rich_text(struct opc_part *p, struct buf *out);

/* ---- xlsx_rows.c, xlsx_merges.c ---- */
bool xlsx_rows(struct book *b, size_t sheet);
bool xlsx_next(struct book *b);
bool xlsx_col_hidden(const struct book *b, uint32_t col);
const struct sheet_range *xlsx_merges(struct book *b, size_t sheet, size_t *n);
#endif
