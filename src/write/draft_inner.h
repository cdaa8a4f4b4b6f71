#ifndef WRITE_DRAFT_INNER_H
#define WRITE_DRAFT_INNER_H
/* Inside of the draft's writer. */
#include "write/draft.h"

struct draft_out {
	const struct doc *doc;
	const char *dir;
	struct buf *out;
	const struct style *styles; /* ROLE_COUNT, of the document's form */
};

/* ---- draft_front.c ---- */
/* The block between two lines "---"; part NULL: that of the document. */
void draft_front(struct buf *out, const struct meta *m, const struct part *part);
/* A length with as few decimals as give the same twips again: "12.7mm", "6pt". */
void draft_length(struct buf *out, twip t, bool mm);

/* ---- draft_inline.c ---- */
/* Where a text stands: inside a cell signs mean other things. */
enum draft_place { DRAFT_PARA, DRAFT_CELL, DRAFT_NOTE };
/* The runs of a paragraph with their signs; of a paragraph with a look of its own, what that shows beyond the style of its role. */
void draft_runs(const struct draft_out *d, const struct node *para, enum draft_place place);
/* n bytes with a "\" before each sign that would mean something. */
void draft_escape(struct buf *out, const char *s, size_t n, enum draft_place place);

/* ---- draft_table.c ---- */
void draft_table(const struct draft_out *d, const struct node *table);
#endif
