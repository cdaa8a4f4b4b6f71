/* Text to glyphs, two ways that agree: text of plain letters by a table of each face (a character, a glyph, a width),
 * any other by Pango. Both measure in font units, so widths are exact at every size. */
#include <string.h>
#include "base/utf8.h"
#include "text/font.h"
#include "text/glyph.h"

struct shaper {
	struct arena *arena;
	struct fonts *fonts;
	struct shaped *s;
	struct glyph *glyphs;
	size_t n_glyphs, cap_glyphs;
	double x;            /* sum of the advances so far */
};

/* The most clusters a text can have: its characters; where it is ill-formed, each byte may be read as one. */
static size_t room(const char *text, uint32_t len)
{
	return utf8_check(text, len) == len ? utf8_count(text, len) : len;
}

static struct shaped *shaped_new(struct arena *a, const char *text, uint32_t len, const struct span *spans, uint32_t n_spans)
{
	struct shaped *s = ARENA_NEW(a, struct shaped);
	struct span *copy = ARENA_ARRAY(a, struct span, n_spans);
	if (n_spans)
		memcpy(copy, spans, sizeof *spans * n_spans);
	size_t n = room(text, len);
	*s = (struct shaped){.text = text, .len = len, .spans = copy, .n_spans = n_spans};
	s->clusters = ARENA_ARRAY(a, struct cluster, n + 1);
	s->x = ARENA_ARRAY(a, double, n + 1);
	return s;
}

static void put_glyph(struct shaper *w, struct glyph g)
{
	if (w->n_glyphs == w->cap_glyphs)
		w->glyphs = arena_grow(w->arena, w->glyphs, w->n_glyphs, &w->cap_glyphs, sizeof *w->glyphs);
	w->glyphs[w->n_glyphs++] = g;
}

/* Closes a cluster whose glyphs, from first on, were put before. */
static void put_cluster(struct shaper *w, uint32_t start, uint32_t span, size_t first, double advance)
{
	struct shaped *s = w->s;
	s->x[s->n_clusters] = w->x;
	s->clusters[s->n_clusters++] = (struct cluster){
		.start = start,
		.advance = (float)advance,
		.span = (uint16_t)span,
		.n_glyphs = (uint16_t)(w->n_glyphs - first),
		.glyph = (uint32_t)first,
	};
	w->x += advance;
}

static void put_missing(struct shaper *w, uint32_t start, uint32_t span)
{
	size_t first = w->n_glyphs;
	put_glyph(w, (struct glyph){GLYPH_MISSING, 0, 0});
	put_cluster(w, start, span, first, MISSING_EM * w->s->spans[span].size);
	if (!w->s->n_missing++)
		w->s->missing = start;
}

static struct face *span_face(struct fonts *f, const struct span *span)
{
	return &f->faces[face_index(span->bold, span->italic)];
}

/* End of span i in the text: spans cover it, but a fault in their ends must not leave text out, read past it or cut
 * a character. */
static uint32_t span_end(const struct shaped *s, uint32_t i)
{
	if (i + 1 >= s->n_spans || i >= UINT16_MAX || s->spans[i].end >= s->len)
		return s->len;
	uint32_t end = s->spans[i].end;
	while (end < s->len && ((unsigned char)s->text[end] & 0xC0) == 0x80)
		end++;
	return end;
}

/* ---- plain text ---- */

/* Shapes one span by the table of its face; false at the first character that is not plain. Where Pango cannot be
 * had (any is set), such characters are missing ones. */
static bool shape_simple_span(struct shaper *w, uint32_t i, uint32_t start, uint32_t end, bool any)
{
	const struct span *span = &w->s->spans[i];
	struct face *face = span_face(w->fonts, span);
	const struct simple *table = face_simple(w->fonts, face);
	const double unit = span->size / face->upem;
	const char *text = w->s->text, *p = text + start;
	while (p < text + end) {
		uint32_t at = (uint32_t)(p - text);
		uint32_t c = (unsigned char)*p < 0x80 ? (unsigned char)*p++ : utf8_next(&p, text + end);
		struct simple g = c < SIMPLE_BOUND ? table[c] : (struct simple){0};
		if (g.glyph) {
			size_t first = w->n_glyphs;
			put_glyph(w, (struct glyph){g.glyph, 0, 0});
			put_cluster(w, at, i, first, g.advance * unit);
		} else if (any) {
			put_missing(w, at, i);
		} else {
			return false;
		}
	}
	return true;
}

static void shaper_begin(struct shaper *w)
{
	w->n_glyphs = 0;
	w->x = 0;
	w->s->n_clusters = w->s->n_missing = 0;
}

static bool shape_simple(struct shaper *w, bool any)
{
	uint32_t start = 0;
	shaper_begin(w);
	for (uint32_t i = 0; i < w->s->n_spans && start < w->s->len; i++) {
		uint32_t end = span_end(w->s, i);
		if (end <= start)
			continue;
		if (!shape_simple_span(w, i, start, end, any))
			return false;
		start = end;
	}
	return true;
}

/* ---- text that needs Pango ---- */

/* A stretch of one span and one script, as Pango shapes it. */
struct stretch { uint32_t span, start, end; GUnicodeScript script; };

static void put_pango_cluster(struct shaper *w, const struct stretch *t, const PangoGlyphString *gs, int first, int end, double unit)
{
	size_t at = w->n_glyphs;
	double x = 0;
	bool missing = false;
	for (int i = first; i < end; i++) {
		const PangoGlyphInfo *g = &gs->glyphs[i];
		missing = missing || g->glyph & PANGO_GLYPH_UNKNOWN_FLAG;
		if (g->glyph != PANGO_GLYPH_EMPTY && w->n_glyphs - at < UINT16_MAX)
			put_glyph(w, (struct glyph){(int32_t)g->glyph, (float)(x + g->geometry.x_offset * unit), (float)(g->geometry.y_offset * unit)});
		x += g->geometry.width * unit;
	}
	uint32_t start = t->start + (uint32_t)gs->log_clusters[first];
	if (missing) {
		w->n_glyphs = at;
		put_missing(w, start, t->span);
	} else {
		put_cluster(w, start, t->span, at, x > 0 ? x : 0);
	}
}

/* Whether the glyph at byte at belongs to the cluster begun at first: a mark is never parted from its letter. */
static bool joins(const char *text, int first, int at)
{
	return at <= first || g_unichar_ismark(g_utf8_get_char(text + at));
}

static void shape_stretch(struct shaper *w, const struct stretch *t)
{
	const struct span *span = &w->s->spans[t->span];
	unsigned index = face_index(span->bold, span->italic);
	PangoAnalysis analysis = {
		.font = face_pango(w->fonts, index),
		.script = (guint8)t->script,
		.language = pango_language_from_string("vi"),
		.extra_attrs = w->fonts->features,
	};
	/* level stays 0: scripts that run from right to left are set in text order; no document of the decree has them. */
	PangoGlyphString *gs = pango_glyph_string_new();
	pango_shape_with_flags(w->s->text + t->start, (int)(t->end - t->start), w->s->text, (int)w->s->len, &analysis, gs,
		PANGO_SHAPE_NONE);
	const double unit = span->size / w->fonts->faces[index].upem / PANGO_SCALE;
	for (int i = 0, end; i < gs->num_glyphs; i = end) {
		for (end = i + 1; end < gs->num_glyphs && joins(w->s->text + t->start, gs->log_clusters[i], gs->log_clusters[end]);)
			end++;
		put_pango_cluster(w, t, gs, i, end, unit);
	}
	pango_glyph_string_free(gs);
}

static bool is_control(uint32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

/* Parts a span at control characters (missing ones) and where the script changes; signs and marks go with what is
 * before them. */
static void shape_pango_span(struct shaper *w, uint32_t i, uint32_t start, uint32_t end)
{
	const char *text = w->s->text, *p = text + start;
	struct stretch t = {i, start, start, G_UNICODE_SCRIPT_COMMON};
	while (p < text + end) {
		uint32_t at = (uint32_t)(p - text), c = utf8_next(&p, text + end);
		GUnicodeScript script = g_unichar_get_script(c);
		bool follows = script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED || script == t.script;
		bool parts = is_control(c) || (!follows && t.script != G_UNICODE_SCRIPT_COMMON);
		if (parts && t.end > t.start) {
			shape_stretch(w, &t);
			t.start = at;
		}
		if (is_control(c)) {
			put_missing(w, at, i);
			t.start = (uint32_t)(p - text);
			t.script = G_UNICODE_SCRIPT_COMMON;
		} else if (!follows) {
			t.script = script;
		}
		t.end = (uint32_t)(p - text);
	}
	if (t.end > t.start)
		shape_stretch(w, &t);
}

static bool shape_pango(struct shaper *w)
{
	const struct shaped *s = w->s;
	if (s->len > G_MAXINT / 2 || utf8_check(s->text, s->len) != s->len)
		return false;
	for (uint32_t i = 0; i < s->n_spans; i++)
		if (!face_pango(w->fonts, face_index(s->spans[i].bold, s->spans[i].italic)))
			return false;
	uint32_t start = 0;
	shaper_begin(w);
	for (uint32_t i = 0; i < s->n_spans && start < s->len; i++) {
		uint32_t end = span_end(s, i);
		if (end > start)
			shape_pango_span(w, i, start, end);
		start = end > start ? end : start;
	}
	return true;
}

/* ---- */

struct shaped *shape_with(struct arena *a, struct fonts *f, const char *text, uint32_t len, const struct span *spans, uint32_t n_spans, bool pango)
{
	static const struct span whole = {.end = UINT32_MAX, .size = 14};
	struct shaper w = {.arena = a, .fonts = f, .s = shaped_new(a, text, len, n_spans ? spans : &whole, n_spans ? n_spans : 1)};
	w.cap_glyphs = room(text, len);
	w.glyphs = ARENA_ARRAY(a, struct glyph, w.cap_glyphs);
	bool done = !pango && shape_simple(&w, /*any*/ false);
	if (!done && !shape_pango(&w))
		shape_simple(&w, /*any*/ true);
	struct shaped *s = w.s;
	s->glyphs = w.glyphs;
	s->clusters[s->n_clusters] = (struct cluster){.start = len, .glyph = (uint32_t)w.n_glyphs};
	s->x[s->n_clusters] = w.x;
	return s;
}

struct shaped *shape_text(struct arena *a, struct fonts *f, const char *text, uint32_t len, const struct span *spans, uint32_t n_spans)
{
	return shape_with(a, f, text, len, spans, n_spans, /*pango*/ false);
}

double shape_width(struct arena *a, struct fonts *f, const char *text, double size, bool bold, bool italic)
{
	struct face *face = &f->faces[face_index(bold, italic)];
	const struct simple *table = face_simple(f, face);
	const char *end = text + strlen(text);
	uint64_t units = 0;
	for (const char *p = text; p < end;) {
		uint32_t c = utf8_next(&p, end);
		if (c >= SIMPLE_BOUND || !table[c].glyph) {
			struct span span = {.end = (uint32_t)(end - text), .size = size, .bold = bold, .italic = italic};
			struct shaped *s = shape_text(a, f, text, span.end, &span, 1);
			return s->x[s->n_clusters];
		}
		units += table[c].advance;
	}
	return (double)units * size / face->upem;
}
