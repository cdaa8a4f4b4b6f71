#ifndef TEXT_PICTURE_H
#define TEXT_PICTURE_H
/* Pictures: PNG, JPEG, SVG, decoded with limits (64 MB of file, 50 million pixels). */
#include "base/arena.h"
#include "base/diag.h"
#include "model/doc.h"

/* Reads and decodes the file of p into p->image (freed with the arena); 0, or -1 (noted in g; the page shows an empty frame).
 * Sets the natural size in pt: PNG and JPEG by their density, else 96 dpi; SVG by its own size; left as it was where
 * the picture cannot be read. */
int picture_load(struct arena *a, struct picture *p, double *w_pt, double *h_pt, struct diag *g, struct pos pos);
/* The bytes to put into a DOCX: the PNG or JPEG file itself, an SVG as a PNG of 300 dpi. *ext: "png" or "jpeg". */
int picture_bytes(struct arena *a, const struct picture *p, const void **data, size_t *n, const char **ext);
#endif
