#ifndef READ_GRID_H
#define READ_GRID_H
/* The cells of a table as typed, before they become nodes: splitting into cells, and which of them are joined. */
#include "read/body.h"

struct slot {
	const char *s, *e;      /* text, trimmed */
	uint32_t owner;         /* index of the cell it belongs to: itself, or the one it is joined with */
	uint32_t span_rows, span_cols; /* of an owner */
};
struct grid {
	size_t first;           /* line of the first row */
	size_t rule;            /* line of the row of dashes */
	size_t n_rows, n_cols, n_header;
	int8_t *aligns;         /* by column, from the row of dashes */
	size_t *lines;          /* line of each row */
	struct slot *slots;     /* n_rows × n_cols */
};
/* Cells of a row line: "|" at its beginning, "\|" is text. Returns their number; out (or NULL) gets at most max. */
size_t grid_split(const char *s, const char *e, struct slot *out, size_t max);
/* True if the cells are a row of dashes (|---|:---:|); aligns (or NULL) gets their alignment. */
bool grid_is_rule(const struct slot *v, size_t n, int8_t *aligns);
/* Resolves "^^" and "<<" into owners and spans; notes those that cannot be. */
void grid_join(struct body *b, struct grid *g);
#endif
