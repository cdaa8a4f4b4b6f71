#ifndef WRITE_XLSX_EDIT_H
#define WRITE_XLSX_EDIT_H
/* Changes to a workbook that exists: xlsx_change.c (which parts), xlsx_scan.c (tags of a part by their bytes, and edits of them),
 * xlsx_patch.c (cells of a sheet), xlsx_stretch.c (ranges that grow with it), xlsx_restyle.c (date formats). */
#include "pack/opc.h"
#include "write/xlsx_inner.h"

/* ---- xlsx_scan.c: of XML that libxml2 has found to be sound, without document type, in UTF-8 ---- */
enum tag_kind { TAG_OPEN, TAG_CLOSE, TAG_EMPTY };
struct tag {
	enum tag_kind kind;
	const char *s, *e;         /* from "<" to behind ">" */
	const char *name; size_t n; /* local name */
};
struct scan { const char *p, *end; };
/* The next tag; comments, CDATA and the like are passed over. False at the end. */
bool scan_next(struct scan *x, struct tag *t);
bool tag_is(const struct tag *t, const char *name);
/* The bytes between the quotes of an attribute (local name), or NULL. */
const char *tag_attr(const struct tag *t, const char *name, size_t *n);
/* Value of an attribute that is a number, or none. */
unsigned long tag_number(const struct tag *t, const char *name, unsigned long none);
/* Moves behind the end of an element that was opened. */
void scan_past(struct scan *x, const struct tag *opened);

struct edit { size_t at, gone; const char *text; size_t n; size_t order; };
struct edits { struct arena *arena; const char *data; size_t size; struct edit *v; size_t n, cap; };
/* In place of [from, to) of the data: text (n bytes), which must live as long. Edits do not overlap. */
void edit_put(struct edits *e, const char *from, const char *to, const char *text, size_t n);
/* Sets an attribute of a tag to a value that needs no escape. */
void edit_attr(struct edits *e, const struct tag *t, const char *name, const char *value);
void edits_apply(struct edits *e, struct buf *out);

/* ---- xlsx_patch.c ---- */
struct restyle;
struct patch {
	struct arena *arena;
	struct edits edits;
	const char *prefix;        /* of the sheet's elements: "" or "x:" */
	const struct sheet_change *const *v; size_t n; /* by row and column, one a cell */
	struct restyle *styles;
	bool first_1904;
	struct change_report report;
	size_t cut;
	uint32_t last;             /* last row that showed anything, before the changes */
	uint32_t new_last, last_col; /* last row and column that changes fill */
	uint32_t first_row, first_col;
	bool formulas;
};
void patch_cells(struct patch *p);

/* ---- xlsx_stretch.c ---- */
/* The ranges of the sheet's own part. */
void stretch_sheet(struct patch *p);
/* Those of a table of the sheet; false if nothing is to be changed. */
bool stretch_table(const struct patch *p, struct edits *e);

/* ---- xlsx_restyle.c ---- */
/* Of the styles part (NULL: the workbook has none). False if it is damaged. */
struct restyle *restyle_new(struct arena *a, struct unzip *z, const char *part, bool *ok);
/* Cell format like xf that shows a date; -1 if there can be none. */
long restyle_date(struct restyle *r, uint32_t xf);
bool restyle_is_date(const struct restyle *r, uint32_t xf);
/* The styles part with the formats that were added; false if none were. */
bool restyle_apply(struct restyle *r, struct buf *out);
#endif
