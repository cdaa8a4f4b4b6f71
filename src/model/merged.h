#ifndef MODEL_MERGED_H
#define MODEL_MERGED_H
/* The text of a draft that a template and its values gave, with the place each stretch of it comes from: compose makes it, read
 * reads it as a draft whose findings point into the template, and lets no stretch that a value gave decide what a line is. */
#include <stdbool.h>
#include <stddef.h>
#include "base/diag.h"

struct merged_piece {
	size_t at;          /* first byte in the text; it goes on up to the next one's */
	struct pos from;    /* of that byte in the template or partial; of a value: of its tag */
	bool value;         /* a value gave it: all of it comes from one place */
};
struct merged {
	const char *text;   /* UTF-8, NUL after the last byte */
	size_t n;
	struct merged_piece *v; size_t n_v, cap_v; /* in order, the first one at 0; none if the text is empty */
};
/* Number of the piece that byte at of the text is in; where that byte comes from. */
size_t merged_piece_at(const struct merged *m, size_t at);
struct pos merged_pos(const struct merged *m, size_t at);
#endif
