#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H
#include "model/pages.h"
#include "text/shape.h"
/* Lays out a composed document: pages in the arena of d. Never fails on content: what cannot be kept to the form is noted in g. */
struct pages *layout_pages(struct doc *d, struct fonts *f, struct diag *g);
/* The same under another choice or other margins, with the texts that an earlier layout of the document shaped: the pages are
 * those of layout_pages, for about a third of its cost. before lives as long as the result. */
struct pages *layout_again(struct doc *d, struct fonts *f, const struct pages *before, struct diag *g);
#endif
