#ifndef WRITE_TAGS_H
#define WRITE_TAGS_H
/* The structure of a tagged PDF, told from the parents of the painted items. */
#include "model/pages.h"
#include "text/canvas.h"

struct tags;
struct tags *tags_new(struct arena *a, struct canvas *c, const struct pages *pages);
/* Closes and opens structure elements so that what is painted next belongs to the item (no artifact) of that page. */
void tags_enter(struct tags *t, const struct item *it, size_t page);
/* To be called before a page ends: content never goes on over a page's end, its containers may. */
void tags_page_end(struct tags *t);
/* Closes everything. */
void tags_end(struct tags *t);
#endif
