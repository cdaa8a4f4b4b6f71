#ifndef WRITE_PAINT_H
#define WRITE_PAINT_H
/* Paints laid-out pages on a canvas: one painter for PDF and PNG, so that they look alike. */
#include "model/pages.h"
#include "text/canvas.h"
#include "write/tags.h"

/* Paints one page; tags may be NULL (PNG). */
void paint_page(struct canvas *c, struct fonts *f, const struct pages *pages, size_t page, struct tags *tags);
#endif
