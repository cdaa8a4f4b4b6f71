#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H
/* Text to glyphs with the four faces of Liberation Serif from the program's fonts folder alone (72 dpi, no hinting, no
 * rounding; kern, liga, clig, calt off). Plain text goes by a table of each face, what needs shaping by Pango; both measure
 * in font units, so widths in pt are exact at every size. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/diag.h"

struct fonts; /* the faces with all that is kept of them; one a process, not for several threads at once */
/* Opens the four faces in dir; NULL if one is missing (noted in g). */
struct fonts *fonts_open(const char *dir, struct diag *g);
void fonts_close(struct fonts *f); /* NULL is accepted */

/* Style of a stretch of a paragraph's text. Stretches are in order and cover the text. */
struct span {
	uint32_t start, end;       /* bytes */
	double size;               /* pt */
	bool bold, italic, underline;
	double rise;               /* pt above the baseline (below: negative), for sup and sub */
};

struct cluster {
	uint32_t start;            /* byte offset of its first character */
	float advance;             /* pt (kept in float: 24 bits are finer than a Pango unit) */
	uint16_t span;             /* index of its span */
	uint16_t n_glyphs;         /* mostly 1; 0: characters nobody sees (U+200B) */
	uint32_t glyph;            /* index of the first in the glyph array */
};

struct shaped {
	const char *text; uint32_t len;
	const struct span *spans; uint32_t n_spans;
	struct cluster *clusters; uint32_t n_clusters; /* in text order; clusters[n_clusters] is a sentinel with start = len */
	double *x;                 /* n_clusters + 1 prefix sums of advances: width of [i, j) is x[j] - x[i] */
	const void *glyphs;        /* private to text/ */
	uint32_t n_missing;        /* characters the fonts do not have */
	uint32_t missing;          /* byte offset of one of them, where there are any */
};

/* Shapes text (NFC, no line breaks) in the arena; spans are copied. Tabs and control characters count as missing;
 * a missing character is an empty box half an em wide. The text itself is not copied: it must live as long. */
struct shaped *shape_text(struct arena *a, struct fonts *f, const char *text, uint32_t len, const struct span *spans, uint32_t n_spans);
/* Width in pt of a text in one style, without keeping it. */
double shape_width(struct arena *a, struct fonts *f, const char *text, double size, bool bold, bool italic);
#endif
