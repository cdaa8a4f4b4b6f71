#ifndef BASE_SPOOL_H
#define BASE_SPOOL_H
/* Bytes that may be many: put one after another, read again at any place. They lie in memory up to a limit, beyond that in a
 * temporary file without a name (in $TMPDIR, else /tmp), which is gone with the process; a few of its blocks are held. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

struct spool;
/* in_memory: bytes held before the file is begun. The arena closes it. */
struct spool *spool_new(struct arena *a, size_t in_memory);
/* Appends; returns the place the bytes begin at. What fails shows in spool_error, at the end. */
uint64_t spool_put(struct spool *s, const void *p, size_t n);
uint64_t spool_size(const struct spool *s);
/* n bytes from a place on, into to; false if they are not there or cannot be read. */
bool spool_get(struct spool *s, uint64_t at, void *to, size_t n);
/* 0, or an errno value of the first write or read that failed: ENOSPC, EACCES … */
int spool_error(const struct spool *s);
#endif
