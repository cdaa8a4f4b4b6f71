#ifndef RUN_FIT_H
#define RUN_FIT_H
/* Fits a document to its pages within the ranges the form allows (Phụ lục I, Phần I, Mục I and II.6.e: body 13–14 pt, lines
 * from single to 1.5, at least 6 pt between paragraphs, margins, indent; the Party's in its guidance): a letter whose end
 * alone falls on a second page is drawn onto one; a signature page carries enough text. Values that the draft gives itself
 * are kept. At most ten layouts besides the first, with its texts: in all less than three of the first kind. */
#include "model/pages.h"
#include "text/shape.h"

/* Lays d out, with the values that fit best noted in d->choice and the sections' margins and told in g (an information that names them and why). */
struct pages *fit_pages(struct doc *d, struct fonts *f, struct diag *g);
#endif
