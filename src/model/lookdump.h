#ifndef MODEL_LOOKDUMP_H
#define MODEL_LOOKDUMP_H
/* Parts of doc_dump: the look of a paragraph in braces, what a foreign file holds on a line. */
#include "model/look.h"

struct buf;
void look_dump(const struct look *k, struct buf *out);
void foreign_dump(const struct foreign *f, struct buf *out);
#endif
