#ifndef RUN_CHECK_H
#define RUN_CHECK_H
/* vanban check: one draft or Word file judged by the rules, its findings at their places in the file. */
#include "check/rule.h"
#include "run/job.h"

struct checked {
	bool read;                 /* the draft could be read and laid out; else findings say why */
	bool foreign;              /* a Word file: places are paragraphs, nothing is mended */
	size_t n_pages;
	const char *source; size_t n_source; /* the bytes of the draft that were judged; NULL of a Word file */
	const struct doc *doc;
	struct pages *pages;
	struct check_report report;
	struct diag findings;      /* of reading and composing, in order of place */
};
/* Reads, lays out and judges a draft (j->text given: that); all of it lives until the press's next document. */
void check_run(struct press *p, const struct job *j, struct checked *out);
/* Findings of level E (strict: as errors, else as warnings) for a document that is being rendered: each with its rule's id, its quote and the
 * quote's place. read: gives the draft's bytes once they are wanted, NULL where they are not at hand (then the place is the paragraph's). */
struct check_source { const char *text; size_t n; };
void check_render(struct arena *a, const struct doc *d, const struct pages *pages, bool strict, struct check_source (*read)(void *ctx), void *ctx, struct diag *g);

/* ---- mend.c ---- */
struct mended { const char *text; size_t n; /* NULL: nothing to mend */ const char *diff; size_t n_mended; };
/* What --fix makes of the draft: the repairs that findings carry where the file has the very quote, and Unicode's form NFC. Nothing else
 * changes. diff: the lines before and after. */
void check_mend(struct arena *a, const struct checked *c, struct mended *out);
/* Keeps the draft as NAME.bak (NAME.bak2 … where that exists) and writes the text in its place; 0 or an errno value, *kept the copy. */
int check_replace(struct arena *a, const char *path, const struct checked *c, const struct mended *m, const char **kept);

/* ---- locate.c ---- */
/* Bytes of the source that finding f quotes; false: only the place of its paragraph is known. */
bool check_locate(const struct checked *c, const struct check_finding *f, size_t *from, size_t *to);
/* Line and column, from 1, of a byte of the source. */
void check_line_col(const char *s, size_t at, uint32_t *line, uint32_t *col);

/* ---- annotate.c ---- */
/* Draws the findings on the laid-out pages: a number in the margin, a line under the quote, the notes on pages at the end. */
void check_annotate(struct press *p, struct checked *c, struct diag *g);
#endif
