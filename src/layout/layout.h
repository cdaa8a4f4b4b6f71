#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H
#include "model/pages.h"
#include "text/shape.h"
/* Lays out a composed document: pages in the arena of d. Never fails on content: what cannot be kept to the form is noted in g. */
struct pages *layout_pages(struct doc *d, struct fonts *f, struct diag *g);
#endif
