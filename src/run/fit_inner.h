#ifndef RUN_FIT_INNER_H
#define RUN_FIT_INNER_H
/* What the rooms of the fitter share: what a layout's pages show, and the values that may be moved. */
#include "form/form.h"
#include "model/pages.h"

/* Lines of text that a signature page should carry above the signatures. */
#define FIT_ENOUGH_LINES 3

/* What the pages of the main text show. */
struct measure {
	size_t pages;              /* of the main text */
	size_t sign;               /* index of the page the signatures begin on */
	bool signed_at_all;
	unsigned lines, paras;     /* of running text, up to the signatures */
	unsigned lines_before, paras_before; /* of them, on the pages before the signatures' */
	unsigned with;             /* lines of text and rows of tables on the signatures' page, above them */
	double line, gap;          /* pt, height of a line of running text, room below its paragraphs */
	double last_used;          /* pt that stand on the signatures' page */
	double free_before;        /* pt left over at the foot of the page before it */
};
struct measure fit_measure(const struct doc *d, const struct pages *p);

/* The values that the ranges leave free: Phụ lục I, Phần I, Mục I and II.6.e; the Party's in its form. */
enum lever { LEVER_LINE, LEVER_AFTER, LEVER_BOTTOM, LEVER_TOP, LEVER_RIGHT, LEVER_LEFT, LEVER_INDENT, LEVER_SIZE, LEVER_COUNT };

enum way { WAY_IN = -1 /* less room: fewer pages */, WAY_OUT = 1 /* more room: text goes on to the next page */ };

/* Does the draft leave the value open? */
bool fit_is_free(const struct choice *given, enum lever v);
/* Moves the values named, in their order and by whole steps, until about need pt are won in all (the way given); what the
 * draft gives stays. false: the ranges do not reach so far; c is then unfit for use. */
bool fit_move(const struct form *f, const struct choice *given, const struct measure *m, enum way way, const enum lever *levers, size_t n,
	double need, struct choice *c);
/* A smaller size, if there is one, with lines that are less high by as much where they are free. */
bool fit_smaller(const struct form *f, const struct choice *given, struct choice *c);
/* One step of the value back towards what it is without fitting; false if it stands there. */
bool fit_ease(const struct form *f, const struct choice *given, enum lever v, struct choice *c);
/* The values that differ from those of an unfitted document, in the user's language: "lines of 17 pt (instead of 18)". */
const char *fit_told(struct arena *a, const struct form *f, const struct choice *given, const struct choice *c);
#endif
