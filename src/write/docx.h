#ifndef WRITE_DOCX_H
#define WRITE_DOCX_H
#include "write/write.h"
/* The document as DOCX: from the tree, with the widths and guards that the layout measured. 0, or -1 noted in g. */
int write_docx(const struct write_job *j, struct buf *out, struct diag *g);
#endif
