#ifndef TEXT_MEND_H
#define TEXT_MEND_H
/* What Cairo 1.16 leaves undone in a PDF, done in the finished bytes, which begin at from; private to text/. */
#include "base/buf.h"

void mend_dates(struct buf *out, size_t from);
void mend_labels(struct buf *out, size_t from);
/* Alternative texts (/Alt) of the elements Figure in their order, n of them, NULL or "" for none: Cairo knows no such attribute. */
void mend_figures(struct buf *out, size_t from, const char *const *alts, size_t n);
#endif
