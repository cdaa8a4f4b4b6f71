#ifndef PACK_UNZIP_H
#define PACK_UNZIP_H
/* ZIP packages from outside, by libzip: what they hold is read member by member, within limits, into an arena or as a stream.
 * Refused as a whole: encrypted members, names that lead out of the package or occur twice. */
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

enum {
	UNZIP_MEMBERS = 10000,
	UNZIP_MEMBER_MB = 64,     /* one member, unpacked */
	UNZIP_TOTAL_MB = 200,     /* all members read from a package */
	UNZIP_RATIO = 200,        /* unpacked to packed, of members above 1 MB; a document's XML seldom passes 30 */
	UNZIP_STREAM_MB = 2048,   /* one member read as a stream */
};

struct unzip;
/* Opens a package in memory; the bytes must live as long as the arena, which closes it. NULL: *why is a static text, N_(). */
struct unzip *unzip_open(struct arena *a, const void *data, size_t n, const char **why);
/* Opens a package in a file without reading it whole; the descriptor is duplicated and stays the caller's. */
struct unzip *unzip_open_fd(struct arena *a, int fd, const char **why);
size_t unzip_count(const struct unzip *z);
const char *unzip_name(const struct unzip *z, size_t i); /* UTF-8, "word/document.xml"; "\" in names of old is "/" here */
/* True if there is a member of that name, whatever its case. */
bool unzip_has(const struct unzip *z, const char *name);
/* The bytes of a member (a NUL follows them). NULL with *why NULL: there is none of that name; else it cannot be read. */
char *unzip_read(struct unzip *z, const char *name, size_t *n, const char **why);

/* ---- a member piece by piece ---- */
struct unzip_stream;
/* NULL as unzip_read; the arena closes it. Several may be open at a time. */
struct unzip_stream *unzip_stream(struct arena *a, struct unzip *z, const char *name, const char **why);
/* Up to n bytes into to; 0 at the end, -1 if the member is damaged or longer than it says. */
long unzip_stream_read(struct unzip_stream *s, char *to, size_t n);
void unzip_stream_close(struct unzip_stream *s); /* before the arena does; NULL is accepted */

#endif
