#ifndef RUN_FIT_H
#define RUN_FIT_H
/* Fits a document to its pages within the ranges the form allows (Phụ lục I, Phần I, II.6.e: body 13–14 pt, lines from
 * single to 1.5): a letter whose end alone falls on a second page is drawn onto one; a signature page carries enough text.
 * Values that the draft gives itself are kept. At most three layouts. */
#include "model/pages.h"
#include "text/shape.h"

/* Lays d out, with the values that fit best noted in d->choice and told in g (an information that names them and why). */
struct pages *fit_pages(struct doc *d, struct fonts *f, struct diag *g);
#endif
