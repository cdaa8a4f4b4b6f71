#ifndef READ_SOURCE_H
#define READ_SOURCE_H
/* The draft's text once it has passed the door: clean lines that remember their places in the file. */
#include "base/arena.h"
#include "base/diag.h"

#define SOURCE_MAX_MB 16 /* largest draft */

struct line {
	const char *s;        /* NUL-terminated, NFC, no line end */
	uint32_t len;         /* bytes */
	const uint32_t *cols; /* column in the file of each character, where cleaning has moved them; NULL: as counted */
};
struct source {
	struct arena *arena;
	const char *name;     /* file, for findings */
	struct line *lines;   /* line number = index + 1 */
	size_t n;
	struct source_memo { size_t line; const char *at; size_t chars; } *memo; /* last place asked for: places come in order */
};

/* Cleans text (door.c): BOM dropped, CRLF and CR to line ends, NFC, no-break spaces to spaces, invisible characters left out.
 * Name must outlive the findings. False (noted in g) if the text cannot be a draft: empty, binary, UTF-16, not UTF-8, too large. */
bool source_open(struct source *out, struct arena *a, const char *name, const char *text, size_t n, struct diag *g);
/* Place in the file of the character at (inside line i, or its end). */
struct pos source_pos(const struct source *src, size_t i, const char *at);
/* Place of line i's first sign that is no space. */
struct pos source_start(const struct source *src, size_t i);
/* True if line i has nothing but spaces and tabs. */
bool source_blank(const struct source *src, size_t i);
/* True if line i is "---" and nothing else (spaces may follow). */
bool source_fence(const struct source *src, size_t i);
#endif
