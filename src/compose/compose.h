#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H
#include "model/doc.h"
/* Completes the document in place: chooses the form, adds motto, agency, number, date, title, recipients, signature,
 * headings of annexes; generated nodes are marked. Findings go to g; returns -1 if there are errors. */
int compose(struct doc *d, struct diag *g);
#endif
