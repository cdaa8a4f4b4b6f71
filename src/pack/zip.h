#ifndef PACK_ZIP_H
#define PACK_ZIP_H
/* ZIP packages in memory by libzip; fixed dates (1980-01-01), members in the order added: same input, same bytes. */
#include <stdbool.h>
#include <stddef.h>
#include "base/buf.h"

struct zip_out;
struct zip_out *zip_out_new(void);
/* Adds a member; the data must live until zip_out_close. stored: not compressed. */
void zip_out_add(struct zip_out *z, const char *name, const void *data, size_t n, bool stored);
/* Writes the package into out and frees z; 0, or -1 with a static reason. */
int zip_out_close(struct zip_out *z, struct buf *out, const char **why);

/* A package with some members changed: each is put in place of the one of that name, or behind the others if there is none. What is not
 * named is copied as it stands, packed bytes and dates. The data must live until the call returns. 0, or -1 with a static reason. */
struct zip_member { const char *name; const void *data; size_t n; };
int zip_change(const void *package, size_t size, const struct zip_member *v, size_t n_v, struct buf *out, const char **why);
#endif
