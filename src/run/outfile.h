#ifndef RUN_OUTFILE_H
#define RUN_OUTFILE_H
/* One file of a command's output. */
#include <stdbool.h>
#include "base/buf.h"
#include "base/diag.h"

/* Writes the buffer to a path ("-": standard output), aside and renamed. A file that exists is replaced only if forced. Returns the
 * path, or NULL (noted in g). */
const char *outfile_put(const struct buf *b, const char *to, bool force, struct diag *g);
#endif
