/* Shaping: widths are exact, the table and Pango agree, nothing is lost, no input breaks it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "base/utf8.h"
#include "text/font.h"
#include "text/glyph.h"
#include "text/shape.h"

struct env { struct arena *a; struct fonts *f; };

static int setup(void **state)
{
	struct env *e = calloc(1, sizeof *e);
	e->a = arena_new();
	const char *dir = file_data_dir(e->a, "fonts");
	assert_non_null(dir);
	struct diag g;
	diag_init(&g, e->a);
	e->f = fonts_open(dir, &g);
	assert_non_null(e->f);
	*state = e;
	return 0;
}

static int teardown(void **state)
{
	struct env *e = *state;
	fonts_close(e->f);
	arena_free(e->a);
	free(e);
	return 0;
}

static struct shaped *shape_plain(struct env *e, const char *text, double size)
{
	struct span span = {.end = (uint32_t)strlen(text), .size = size};
	return shape_text(e->a, e->f, text, span.end, &span, 1);
}

static void assert_same(const struct shaped *s, const struct shaped *t)
{
	assert_int_equal(s->n_clusters, t->n_clusters);
	assert_int_equal(s->n_missing, t->n_missing);
	const struct glyph *g = s->glyphs, *h = t->glyphs;
	for (uint32_t i = 0; i < s->n_clusters; i++) {
		const struct cluster *c = &s->clusters[i], *d = &t->clusters[i];
		assert_int_equal(c->start, d->start);
		assert_int_equal(c->span, d->span);
		assert_int_equal(c->n_glyphs, d->n_glyphs);
		for (uint16_t k = 0; k < c->n_glyphs; k++)
			assert_int_equal(g[c->glyph + k].id, h[d->glyph + k].id);
		assert_true(fabs(s->x[i] - t->x[i]) < 1e-9 * (1 + s->x[i]));
	}
	assert_true(fabs(s->x[s->n_clusters] - t->x[t->n_clusters]) < 1e-9 * (1 + s->x[s->n_clusters]));
}

static void widths_are_those_of_the_font(void **state)
{
	struct env *e = *state;
	/* 2,048 units an em: digits 1,024, space 512, A 1,479. */
	struct shaped *s = shape_plain(e, "0 A", 14);
	assert_int_equal(s->n_clusters, 3);
	assert_int_equal(s->clusters[3].start, 3);
	assert_true(fabs(s->x[1] - 7) < 1e-12);
	assert_true(fabs(s->x[2] - 10.5) < 1e-12);
	assert_true(fabs(s->x[3] - (10.5 + 14 * 1479.0 / 2048)) < 1e-12);
	assert_true(fabs(shape_width(e->a, e->f, "0 A", 14, false, false) - s->x[3]) < 1e-12);
	/* What only Pango can measure is measured alike. */
	s = shape_plain(e, "Điều 1 ≤ 2", 13);
	assert_int_equal(s->n_missing, 0);
	assert_true(fabs(shape_width(e->a, e->f, "Điều 1 ≤ 2", 13, false, false) - s->x[s->n_clusters]) < 1e-9);
}

static void vietnamese_is_one_glyph_a_letter(void **state)
{
	struct env *e = *state;
	const char *text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM – “Độc lập - Tự do - Hạnh phúc” … § 5°";
	struct shaped *s = shape_plain(e, text, 13);
	assert_int_equal(s->n_missing, 0);
	assert_int_equal(s->n_clusters, utf8_count(text, strlen(text)));
	for (uint32_t i = 0; i < s->n_clusters; i++)
		assert_int_equal(s->clusters[i].n_glyphs, 1);
}

/* The proof behind the table: every character it holds, beside every letter of a set that stands for all kinds. */
static void table_and_pango_agree(void **state)
{
	struct env *e = *state;
	static const char *const beside[] = {"f", "i", "T", "V", "o", "ư", "ệ", "Đ", ".", " ", "1", "’", "-"};
	enum { N_BESIDE = sizeof beside / sizeof *beside };
	for (unsigned face = 0; face < FACE_COUNT; face++) {
		const struct simple *table = face_simple(e->f, &e->f->faces[face]);
		char *text = arena_alloc(e->a, (size_t)SIMPLE_BOUND * N_BESIDE * 8);
		size_t n = 0, count = 0;
		for (uint32_t c = 0; c < SIMPLE_BOUND; c++) {
			if (!table[c].glyph)
				continue;
			count++;
			for (unsigned i = 0; i < N_BESIDE; i++) {
				n += utf8_put(text + n, c);
				memcpy(text + n, beside[i], strlen(beside[i]));
				n += strlen(beside[i]);
			}
		}
		assert_true(count > 700);
		struct span span = {.end = (uint32_t)n, .size = 14, .bold = face & 1, .italic = face & 2};
		struct shaped *s = shape_with(e->a, e->f, text, (uint32_t)n, &span, 1, false);
		struct shaped *t = shape_with(e->a, e->f, text, (uint32_t)n, &span, 1, true);
		assert_int_equal(s->n_missing, 0);
		assert_same(s, t);
	}
}

static void spans_keep_their_size_and_face(void **state)
{
	struct env *e = *state;
	const char *text = "Điều 1. Phạm vi điều chỉnh m2";
	struct span spans[] = {{.end = 9, .size = 14, .bold = true}, {.start = 9, .end = 29, .size = 14, .italic = true},
		{.start = 29, .end = 999, .size = 9, .rise = 4}};
	struct shaped *s = shape_text(e->a, e->f, text, (uint32_t)strlen(text), spans, 3);
	assert_same(s, shape_with(e->a, e->f, text, (uint32_t)strlen(text), spans, 3, true));
	assert_int_equal(s->clusters[0].span, 0);
	assert_int_equal(s->clusters[s->n_clusters - 1].span, 2);
	assert_true(fabs((double)s->clusters[s->n_clusters - 1].advance - 4.5) < 1e-6);
}

static void combining_marks_are_one_cluster(void **state)
{
	struct env *e = *state;
	struct shaped *s = shape_plain(e, "x\xCC\x81" "a", 14); /* x with an acute has no letter of its own */
	assert_int_equal(s->n_clusters, 2);
	assert_int_equal(s->clusters[1].start, 3);
	assert_int_equal(s->n_missing, 0);
}

static void missing_characters_are_counted(void **state)
{
	struct env *e = *state;
	struct shaped *s = shape_plain(e, "a漢\tb😀\x01" "c", 14);
	assert_int_equal(s->n_missing, 4);
	assert_int_equal(s->n_clusters, 7);
	assert_true(fabs((double)s->clusters[1].advance - 7) < 1e-6);
	for (uint32_t i = 1; i <= s->n_clusters; i++)
		assert_true(s->clusters[i].start > s->clusters[i - 1].start);
}

static void any_bytes_are_survived(void **state)
{
	struct env *e = *state;
	struct shaped *s = shape_plain(e, "", 14);
	assert_int_equal(s->n_clusters, 0);
	assert_true(s->x[0] == 0);
	unsigned seed = 1;
	for (int round = 0; round < 2000; round++) {
		char text[64];
		uint32_t n = 0;
		for (int i = 0; i < 12; i++) {
			seed = seed * 1103515245u + 12345u;
			uint32_t c = (seed >> 8) % 0x110000;
			if (round & 1)
				c = (seed >> 8) % 0x3000;
			if (c >= 0xD800 && c < 0xE000)
				c = 'x';
			n += (uint32_t)utf8_put(text + n, c);
		}
		if (round % 5 == 0)
			text[n / 2] = (char)0xFF;
		struct span spans[] = {{.end = n / 3, .size = 14}, {.start = n / 3, .end = n, .size = 12, .bold = true}};
		s = shape_text(e->a, e->f, text, n, spans, 2);
		assert_true(s->n_clusters <= 3 * 12 + 1);
		assert_int_equal(s->clusters[s->n_clusters].start, n);
		for (uint32_t i = 1; i < s->n_clusters; i++)
			assert_true(s->clusters[i].start > s->clusters[i - 1].start && s->x[i] >= s->x[i - 1]);
	}
}

static void missing_fonts_are_told(void **state)
{
	struct env *e = *state;
	struct diag g;
	diag_init(&g, e->a);
	assert_null(fonts_open("/nonexistent", &g));
	assert_int_equal(g.n_errors, 1);
	fonts_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(widths_are_those_of_the_font),
		cmocka_unit_test(vietnamese_is_one_glyph_a_letter),
		cmocka_unit_test(table_and_pango_agree),
		cmocka_unit_test(spans_keep_their_size_and_face),
		cmocka_unit_test(combining_marks_are_one_cluster),
		cmocka_unit_test(missing_characters_are_counted),
		cmocka_unit_test(any_bytes_are_survived),
		cmocka_unit_test(missing_fonts_are_told),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
