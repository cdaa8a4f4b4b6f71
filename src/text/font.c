/* The four faces. HarfBuzz gives glyphs and widths of plain text, Cairo draws; Pango and fontconfig are woken only by
 * text that needs shaping, because their set-up costs more than a whole document. */
#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <unistd.h>
#include "base/file.h"
#include "text/font.h"
#include "text/msg.h"

static const char *const face_files[FACE_COUNT] = {
	[FACE_REGULAR] = "LiberationSerif-Regular.ttf",
	[FACE_BOLD] = "LiberationSerif-Bold.ttf",
	[FACE_ITALIC] = "LiberationSerif-Italic.ttf",
	[FACE_BOLD_ITALIC] = "LiberationSerif-BoldItalic.ttf",
};
static const char family[] = "Liberation Serif";

/* Letters and signs that no rule of these fonts joins, moves or replaces: Latin with its Vietnamese letters, dashes,
 * quotes, currency, letterlike signs, arrows. Left out: what is invisible or acts on its neighbours (soft hyphen, zero-width
 * and bidi controls, the fraction slash). A unit test holds this against Pango. */
static const struct { uint16_t first, last; } simple_ranges[] = {
	{0x0020, 0x007E}, {0x00A0, 0x00AC}, {0x00AE, 0x024F}, {0x1E00, 0x1EFF}, {0x2010, 0x2010}, {0x2012, 0x2027},
	{0x2030, 0x2043}, {0x2045, 0x205E}, {0x20A0, 0x20BF}, {0x2100, 0x214F}, {0x2190, 0x21FF},
};

static bool face_open(struct face *face)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(face->path);
	if (!blob)
		return false;
	hb_face_t *hb = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	bool ok = hb_face_get_glyph_count(hb) > 1;
	if (ok) {
		face->upem = hb_face_get_upem(hb);
		face->hb = hb_font_create(hb);
		hb_font_set_scale(face->hb, (int)face->upem, (int)face->upem);
	}
	hb_face_destroy(hb);
	return ok;
}

struct fonts *fonts_open(const char *dir, struct diag *g)
{
	struct arena *a = arena_new();
	struct fonts *f = ARENA_NEW(a, struct fonts);
	f->arena = a;
	for (unsigned i = 0; i < FACE_COUNT; i++) {
		struct face *face = &f->faces[i];
		face->name = face_files[i];
		face->path = dir ? file_join(a, dir, face_files[i]) : arena_strdup(a, face_files[i]);
		if (!dir || !face_open(face)) {
			if (g)
				diag_put(g, &text_msgs[MSG_FONT_MISSING], (struct pos){0}, arena_strdup(g->arena, face->path));
			fonts_close(f);
			return NULL;
		}
	}
	return f;
}

static void face_close(struct face *face)
{
	for (size_t i = 0; i < face->n_sizes; i++)
		cairo_scaled_font_destroy(face->sizes[i].font);
	if (face->cairo)
		cairo_font_face_destroy(face->cairo);
	if (face->pango)
		g_object_unref(face->pango);
	if (face->hb)
		hb_font_destroy(face->hb);
}

static void free_attribute(gpointer attribute) { pango_attribute_destroy(attribute); }

void fonts_close(struct fonts *f)
{
	if (!f)
		return;
	for (unsigned i = 0; i < FACE_COUNT; i++)
		face_close(&f->faces[i]);
	g_slist_free_full(f->features, free_attribute);
	if (f->context)
		g_object_unref(f->context);
	if (f->map)
		g_object_unref(f->map);
	/* What svg.c and font_map_new left with the libraries; they do without where nothing is. */
	pango_cairo_font_map_set_default(NULL);
	FcConfigSetCurrent(NULL);
	arena_free(f->arena);
}

const struct simple *face_simple(struct fonts *f, struct face *face)
{
	if (face->simple)
		return face->simple;
	face->simple = ARENA_ARRAY(f->arena, struct simple, SIMPLE_BOUND);
	for (size_t r = 0; r < sizeof simple_ranges / sizeof *simple_ranges; r++) {
		for (uint32_t c = simple_ranges[r].first; c <= simple_ranges[r].last; c++) {
			hb_codepoint_t glyph = 0;
			if (!hb_font_get_nominal_glyph(face->hb, c, &glyph) || glyph > UINT16_MAX)
				continue;
			hb_position_t advance = hb_font_get_glyph_h_advance(face->hb, glyph);
			if (advance >= 0 && advance <= UINT16_MAX)
				face->simple[c] = (struct simple){(uint16_t)glyph, (uint16_t)advance};
		}
	}
	return face->simple;
}

cairo_font_options_t *font_options(void)
{
	cairo_font_options_t *o = cairo_font_options_create();
	cairo_font_options_set_antialias(o, CAIRO_ANTIALIAS_GRAY);
	cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
	return o;
}

/* The pattern names the file itself, so fontconfig looks nothing up. */
cairo_font_face_t *face_cairo(struct face *face)
{
	if (face->cairo)
		return face->cairo;
	FcPattern *p = FcPatternCreate();
	FcPatternAddString(p, FC_FILE, (const FcChar8 *)face->path);
	FcPatternAddInteger(p, FC_INDEX, 0);
	FcPatternAddBool(p, FC_HINTING, FcFalse);
	face->cairo = cairo_ft_font_face_create_for_pattern(p);
	FcPatternDestroy(p);
	return face->cairo;
}

cairo_scaled_font_t *face_sized(struct fonts *f, struct face *face, double size)
{
	for (size_t i = 0; i < face->n_sizes; i++)
		if (face->sizes[i].size == size)
			return face->sizes[i].font;
	cairo_matrix_t scale, identity;
	cairo_matrix_init_scale(&scale, size, size);
	cairo_matrix_init_identity(&identity);
	cairo_font_options_t *o = font_options();
	struct sized s = {size, cairo_scaled_font_create(face_cairo(face), &scale, &identity, o)};
	cairo_font_options_destroy(o);
	ARENA_PUSH(f->arena, face->sizes, face->n_sizes, face->cap_sizes, s);
	return s.font;
}

/* A configuration of four files: neither the system's fonts nor its settings nor its cache are touched. */
static FcConfig *private_config(const char *dir)
{
	FcConfig *config = FcConfigCreate();
	struct arena *a = arena_new();
	bool ok = config != NULL;
	for (unsigned i = 0; ok && i < FACE_COUNT; i++) {
		char *path = file_join(a, dir, face_files[i]);
		ok = access(path, R_OK) == 0 && FcConfigAppFontAddFile(config, (const FcChar8 *)path);
	}
	arena_free(a);
	if (!ok && config) {
		FcConfigDestroy(config);
		config = NULL;
	}
	return config;
}

PangoFontMap *font_map_new(const char *dir)
{
	FcConfig *config = private_config(dir);
	if (!config)
		return NULL;
	FcConfigSetCurrent(config); /* else Pango and librsvg load the system's fonts besides, though nobody asks for them */
	PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
	FcConfigDestroy(config); /* map and fontconfig keep references of their own */
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	return map;
}

static bool wake_pango(struct fonts *f)
{
	if (f->map)
		return true;
	f->map = font_map_new(file_dir(f->arena, f->faces[0].path));
	if (!f->map)
		return false;
	f->context = pango_font_map_create_context(f->map);
	pango_context_set_round_glyph_positions(f->context, FALSE);
	cairo_font_options_t *o = font_options();
	pango_cairo_context_set_font_options(f->context, o);
	cairo_font_options_destroy(o);
	f->features = g_slist_append(NULL, pango_attr_font_features_new("kern=0, liga=0, clig=0, calt=0"));
	return true;
}

PangoFont *face_pango(struct fonts *f, unsigned index)
{
	struct face *face = &f->faces[index];
	if (face->pango || !wake_pango(f))
		return face->pango;
	PangoFontDescription *d = pango_font_description_new();
	pango_font_description_set_family_static(d, family);
	pango_font_description_set_weight(d, index & 1 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_font_description_set_style(d, index & 2 ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
	pango_font_description_set_absolute_size(d, (double)face->upem * PANGO_SCALE);
	face->pango = pango_font_map_load_font(f->map, f->context, d);
	pango_font_description_free(d);
	return face->pango;
}
