#ifndef TEXT_FONT_H
#define TEXT_FONT_H
/* The four faces behind struct fonts; private to text/. */
#include <cairo.h>
#include <hb.h>
#include <pango/pango.h>
#include <stdbool.h>
#include <stdint.h>
#include "text/shape.h"

enum { FACE_REGULAR, FACE_BOLD, FACE_ITALIC, FACE_BOLD_ITALIC, FACE_COUNT };

/* A character that is one glyph whatever stands beside it: its glyph and width, or glyph 0 where it needs Pango. */
struct simple { uint16_t glyph, advance; };
/* Every character below this bound has a row in a face's table; from it on, Pango decides. */
enum { SIMPLE_BOUND = 0x2200 };

struct sized { double size; cairo_scaled_font_t *font; };

struct face {
	const char *name;          /* style as fontconfig and Pango say it, for the messages of the program's author */
	char *path;
	hb_font_t *hb;             /* scaled to font units */
	unsigned upem;             /* font units per em */
	struct simple *simple;     /* SIMPLE_BOUND rows, made when the face is first used */
	cairo_font_face_t *cairo;  /* made when first drawn */
	struct sized *sizes;       /* scaled fonts kept for drawing at 72 dpi */
	size_t n_sizes, cap_sizes;
	PangoFont *pango;          /* at upem pt, so that Pango units are exact; made when first needed */
};

struct fonts {
	struct arena *arena;
	struct face faces[FACE_COUNT];
	PangoFontMap *map;         /* made when first needed: most documents never need it */
	PangoContext *context;
	GSList *features;          /* kern, liga, clig, calt off */
};

static inline unsigned face_index(bool bold, bool italic) { return (bold ? 1u : 0u) + (italic ? 2u : 0u); }
/* Table of the simple characters of a face. */
const struct simple *face_simple(struct fonts *f, struct face *face);
/* The face for drawing: one object for all sizes, so that a PDF holds one subset of it. */
cairo_font_face_t *face_cairo(struct face *face);
/* The face at a size in pt, without hinting, kept; borrowed. Only for an identity matrix. */
cairo_scaled_font_t *face_sized(struct fonts *f, struct face *face, double size);
/* The face at upem pt for Pango, or NULL where Pango cannot open it. */
PangoFont *face_pango(struct fonts *f, unsigned index);
/* No hinting, no rounded metrics, grey antialias: how all text is measured and drawn. Destroy after use. */
cairo_font_options_t *font_options(void);
/* A font map that knows the four faces in dir and nothing of the system; NULL where one is missing. Unref after use. */
PangoFontMap *font_map_new(const char *dir);
#endif
