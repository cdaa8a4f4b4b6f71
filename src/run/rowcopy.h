#ifndef RUN_ROWCOPY_H
#define RUN_ROWCOPY_H
/* Rows of a register put aside as bytes and taken back. Sheets and columns are not put: they live as long as the register's arena. */
#include "base/buf.h"
#include "base/spool.h"
#include "model/reg.h"

/* Appends a task with its texts; returns its place, *n its bytes. */
uint64_t task_put(struct spool *s, struct buf *scratch, const struct reg_task *t, uint32_t *n);
/* Takes it back into the arena; false if it cannot be read. */
bool task_get(struct spool *s, struct arena *a, uint64_t at, uint32_t n, struct reg_task *out);
/* A copy of an agency with all its texts. */
struct reg_agency agency_copy(struct arena *a, const struct reg_agency *v);
#endif
