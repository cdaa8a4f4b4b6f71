#ifndef READ_PDFTAGS_H
#define READ_PDFTAGS_H
/* The structure of a tagged PDF as far as the text needs it: which marked content is text, and which of it stands in notes. */
#include "pack/pdfin.h"

enum pdf_role { PDF_ROLE_NONE, PDF_ROLE_TEXT, PDF_ROLE_NOTE, PDF_ROLE_FIGURE };

/* Whether structure can be relied on: the file says so, and every page has some. */
bool pdf_is_tagged(struct pdf_in *p);
/* Elements of the marked content of a page or form, by number; 0 if it has none. */
pdf_obj pdf_tags_of(struct pdf_in *p, pdf_obj page);
/* What the content of that number is. */
enum pdf_role pdf_tags_role(struct pdf_in *p, pdf_obj tags, double number);
#endif
