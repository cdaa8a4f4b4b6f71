#ifndef PACK_UNZIP_H
#define PACK_UNZIP_H
/* ZIP packages from outside, by libzip: what they hold is read member by member, within limits, into an arena. Refused as
 * a whole: encrypted members, names that lead out of the package or occur twice. */
#include <stddef.h>
#include "base/arena.h"

enum {
	UNZIP_MEMBERS = 10000,
	UNZIP_MEMBER_MB = 64,     /* one member, unpacked */
	UNZIP_TOTAL_MB = 200,     /* all members read from a package */
	UNZIP_RATIO = 200,        /* unpacked to packed, of members above 1 MB; a document's XML seldom passes 30 */
};

struct unzip;
/* Opens a package in memory; the bytes must live as long as the arena, which closes it. NULL: *why is a static text, N_(). */
struct unzip *unzip_open(struct arena *a, const void *data, size_t n, const char **why);
size_t unzip_count(const struct unzip *z);
const char *unzip_name(const struct unzip *z, size_t i); /* UTF-8, "word/document.xml" */
/* The bytes of a member (a NUL follows them). NULL with *why NULL: there is none of that name; else it cannot be read. */
char *unzip_read(struct unzip *z, const char *name, size_t *n, const char **why);
#endif
