#ifndef WRITE_PDF_H
#define WRITE_PDF_H
#include "write/write.h"
/* All pages as one PDF: tagged, with outline, page labels and embedded subsets of the fonts. 0, or -1 noted in g. */
int write_pdf(const struct write_job *j, struct buf *out, struct diag *g);
#endif
