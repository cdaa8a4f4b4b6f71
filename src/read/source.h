#ifndef READ_SOURCE_H
#define READ_SOURCE_H
/* The draft's text once it has passed the door: clean lines that remember their places in the file. */
#include "base/arena.h"
#include "base/diag.h"
#include "model/merged.h"

#define SOURCE_MAX_MB 16 /* largest draft */

struct line {
	const char *s;        /* NUL-terminated, NFC, no line end */
	uint32_t len;         /* bytes */
	const uint32_t *cols; /* column in the file of each character, where cleaning has moved them; NULL: as counted */
	size_t at;            /* of a draft that a template gave: where the line begins in its text */
};
struct source {
	struct arena *arena;
	const char *name;     /* file, for findings */
	struct line *lines;   /* line number = index + 1 */
	size_t n;
	const struct merged *merged; /* what a template gave, n lines of it; NULL: a draft as written */
	struct source_memo { size_t line; const char *at; size_t chars; } *memo; /* last place asked for: places come in order */
};

/* Cleans text (door.c): BOM dropped, CRLF and CR to line ends, NFC, no-break spaces to spaces, invisible characters left out.
 * Name must outlive the findings. False (noted in g) if the text cannot be a draft: empty, binary, UTF-16, not UTF-8, too large. */
bool source_open(struct source *out, struct arena *a, const char *name, const char *text, size_t n, struct diag *g);
/* The same of what a template gave: places are those in the template. */
bool source_open_merged(struct source *out, struct arena *a, const char *name, const struct merged *m, struct diag *g);
/* Line i with '0' for each byte that a value gave, in the arena; the line itself if none did. */
const char *source_own(const struct source *src, size_t i);
/* Place in the file of the character at (inside line i, or its end). */
struct pos source_pos(const struct source *src, size_t i, const char *at);
/* Place of line i's first sign that is no space. */
struct pos source_start(const struct source *src, size_t i);
/* True if line i has nothing but spaces and tabs. */
bool source_blank(const struct source *src, size_t i);
/* True if line i is "---" and nothing else (spaces may follow). */
bool source_fence(const struct source *src, size_t i);
#endif
