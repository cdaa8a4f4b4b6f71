#ifndef CHECK_MATCH_H
#define CHECK_MATCH_H
/* Inside of agree: which tokens of two lists are partners, and the ones that stand apart for a good reason. */
#include "check/agree.h"
#include "base/diff.h"

#define MATCH_SETTLED (DIFF_NONE - 1) /* the same text elsewhere, where it may be */

struct match {
	struct arena *arena;
	const struct reading *docx;
	const struct tokens *d, *p;
	size_t *d_to, *p_to;      /* partner, DIFF_NONE or MATCH_SETTLED */
	bool *boxes;              /* text boxes of the DOCX that were found */
	const struct tokens *aside; /* what stands on the PDF's pages besides the text, or NULL */
};

struct hunk { size_t d0, d1, p0, p1; };

void match_tokens(struct match *m, struct arena *a, const struct reading *docx, const struct tokens *d, const struct tokens *p);
/* The next stretch without partners at or after (*i, *j), which step past it; false at the end. */
bool match_next(const struct match *m, size_t *i, size_t *j, struct hunk *h);
/* n tokens are the same, whatever the gaps. */
bool tokens_same(const struct tokens *a, size_t i, const struct tokens *b, size_t j, size_t n);

/* Notes a difference. */
void agree_add(struct arena *a, struct agreement *out, struct difference d);
/* The tokens as text, at most some hundred bytes of it. */
const char *agree_text(struct arena *a, const struct vocab *v, const struct tokens *t, size_t from, size_t to);

/* ---- drawn.c ---- */
/* The names and numbers of the DOCX's charts, which the texts drawn in the PDF's pictures must hold. */
void compare_charts(struct arena *a, const struct reading *docx, const struct tokens *drawn, struct agreement *out);
/* Where the PDF does not say what its pictures are, their texts stand among the others: stretches that are nothing but names of charts
 * and numbers, and at least half of the names of a chart, go to drawn. */
void settle_charts(struct match *m, struct tokens *drawn);

/* ---- settle.c ---- */
/* Line ends inside words, rows parted by a page's end, header rows repeated, text boxes. */
void settle(struct match *m);
/* Line ends inside words alone. */
void settle_lines(struct match *m);

/* ---- again.c ---- */
/* Labels of merged cells that stand again at the top of a page: text in the DOCX, none in the PDF, where they are marked so. */
void settle_labels(struct match *m);

/* ---- peel.c ---- */
/* A PDF's text without what the pages bring along; new lists in the arena. Without tags notes are found by their text. */
struct peeled {
	struct tokens body, notes, outside;
};
void peel(struct arena *a, const struct reading *docx, const struct reading *pdf, struct peeled *out);
/* Spans of outside that nothing in the DOCX explains. */
void peel_unexplained(struct arena *a, const struct reading *docx, const struct tokens *outside, struct spans *out);
/* The header rows of each table in the DOCX, as spans of its body. */
void header_rows(struct arena *a, const struct reading *docx, struct spans *out);
#endif
