#ifndef RUN_FOREIGN_H
#define RUN_FOREIGN_H
/* Files of other programs that vanban checks and imports: read, and their form recognised. */
#include "run/job.h"

#define FOREIGN_MB 64      /* largest file */

/* A Word file by its content: a ZIP package, or the container of the old kind, whatever its name. */
bool foreign_is(const char *data, size_t n);
/* The document of a job whose text is such a file, with what the office says of all its documents; NULL on errors, g says why. */
struct doc *foreign_read(struct arena *a, const struct job *j, struct diag *g);
#endif
