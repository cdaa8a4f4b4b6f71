#ifndef WRITE_XLSX_INNER_H
#define WRITE_XLSX_INNER_H
/* What the files of the workbook writer share: xlsx.c (package), xlsx_sheet.c (a sheet), xlsx_style.c (looks), xlsx_cell.c (values);
 * of the changes: xlsx_change.c (package), xlsx_scan.c (tags of a part), xlsx_patch.c (cells of a sheet), xlsx_stretch.c (ranges). */
#include "pack/xmlout.h"
#include "write/msg.h"
#include "write/xlsx.h"

#define SML_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE_REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_NS "http://schemas.openxmlformats.org/package/2006/"
#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* ---- xlsx_style.c ---- */
enum xlsx_font { FONT_PLAIN, FONT_BOLD, FONT_TITLE, FONT_ITALIC, FONTS };
enum xlsx_fill { FILL_NONE, FILL_PATTERN /* the second is fixed */, FILL_HEAD, FILL_MARK, FILLS };
enum xlsx_align { ALIGN_AS_KIND, ALIGN_CENTRE };
struct xlsx_look { enum xlsx_font font; enum xlsx_fill fill; enum xlsx_align align; bool border, wrap; const char *format; /* code, NULL: General */ };
struct xlsx_looks { struct arena *arena; struct xlsx_look *v; size_t n, cap; };
/* Number of the cell format that looks so; added if it is new. The first is plain. */
size_t xlsx_look(struct xlsx_looks *l, struct xlsx_look look);
void xlsx_put_styles(const struct xlsx_looks *l, struct buf *out);

/* ---- xlsx_cell.c ---- */
/* Appends a text as the content of an element, its control characters as escapes ("_x0007_"); cut at 32,767 signs: false. */
bool xlsx_text(struct buf *out, const char *s);
/* Appends <c r="C7" s="3"…>; prefix stands before the names ("" or "x:"). first_1904: of the workbook. False if the text was cut. */
bool xlsx_cell(struct buf *out, const char *prefix, uint32_t row, uint32_t style, const struct out_cell *c, bool first_1904);
/* The decimal sign of XML whatever the locale; the shortest that reads back as v. */
void xlsx_number(struct buf *out, double v);

/* ---- xlsx_sheet.c ---- */
struct xlsx_lists { const struct book_out *book; const char *sheet; /* helper sheet, NULL: none needed */ };
/* True if the choices fit into the validation itself. */
bool xlsx_list_fits(const struct out_col *c);
/* Column of the helper sheet that holds the list of column k of sheet i. */
uint32_t xlsx_list_col(const struct book_out *b, size_t i, size_t k);
/* Row of the header, 0 if the sheet has none; number of rows in all. */
uint32_t xlsx_header_row(const struct sheet_out *s);
uint32_t xlsx_last_row(const struct sheet_out *s);
void xlsx_sheet(const struct book_out *b, size_t i, const struct xlsx_lists *lists, struct xlsx_looks *looks, bool selected, struct buf *out, size_t *cut);
/* The helper sheet: a column for each list. */
void xlsx_list_sheet(const struct book_out *b, struct buf *out);
#endif
