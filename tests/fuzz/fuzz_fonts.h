/* The fonts that fuzz targets lay out with, opened once for the life of the process; NULL: there are none. */
#ifndef TESTS_FUZZ_FONTS_H
#define TESTS_FUZZ_FONTS_H
#include "base/file.h"
#include "text/font.h"

static inline struct fonts *open_fonts(void)
{
	static struct arena *arena;
	static struct fonts *fonts;
	struct diag g;

	if (fonts == NULL) {
		arena = arena_new();
		diag_init(&g, arena);
		fonts = fonts_open(file_data_dir(arena, "fonts"), &g);
	}
	return fonts;
}
#endif
