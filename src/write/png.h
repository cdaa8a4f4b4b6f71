#ifndef WRITE_PNG_H
#define WRITE_PNG_H
#include "write/write.h"
/* The page j->page as PNG of j->dpi dots an inch. 0, or -1 noted in g. */
int write_png(const struct write_job *j, struct buf *out, struct diag *g);
#endif
