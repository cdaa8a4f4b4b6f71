#ifndef RUN_REGISTER_H
#define RUN_REGISTER_H
/* The register of "vanban new so-theo-doi": a workbook ready to be filled in, with the columns that read/reg.h knows. */
#include "base/buf.h"
#include "base/diag.h"
#include "model/sheet.h"

/* Its sheets Nhiệm vụ, Văn bản and Cơ quan in the arena, with rows that show how to fill them in (examples) or without. */
struct book_out *register_book(struct arena *a, bool examples);
/* The register as a file whose name ends in .xlsx (or in nothing else that is known), .csv, .yaml, .json or .xml, into out. 0, or -1
 * (noted in g). */
int register_blank(struct arena *a, const char *name, struct buf *out, struct diag *g);
#endif
