#ifndef TEXT_GLYPH_H
#define TEXT_GLYPH_H
/* What struct shaped.glyphs points to; private to text/. */
#include <stdbool.h>
#include <stdint.h>
#include "text/shape.h"

enum { GLYPH_MISSING = -1 /* drawn as an empty box, half an em wide */ };
struct glyph {
	int32_t id;   /* index in the font, or GLYPH_MISSING */
	float dx, dy; /* pt from the cluster's origin, dy downwards */
};
#define MISSING_EM 0.5

/* shape_text with the choice of the way left to the caller: for the test that both ways agree. */
struct shaped *shape_with(struct arena *a, struct fonts *f, const char *text, uint32_t len, const struct span *spans, uint32_t n_spans, bool pango);
#endif
