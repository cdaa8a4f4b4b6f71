#ifndef LAYOUT_FIXTURE_H
#define LAYOUT_FIXTURE_H
/* A document of one section, made by hand, and the fonts to lay it out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "form/form.h"
#include "layout/layout.h"

static const struct pos nowhere = {"draft.md", 7, 1};
static struct fonts *fonts;
static struct arena *arena;
static struct diag findings;
static struct doc *d;
static struct node *section;

static inline int open_fonts(void **state)
{
	(void)state;
	arena = arena_new();
	diag_init(&findings, arena);
	fonts = fonts_open(file_data_dir(arena, "fonts"), &findings);
	return fonts ? 0 : -1;
}

static inline int close_fonts(void **state)
{
	(void)state;
	fonts_close(fonts);
	arena_free(arena);
	return 0;
}

static inline int new_doc(void **state)
{
	(void)state;
	diag_init(&findings, arena);
	d = doc_new(arena);
	d->form = form_for(REGIME_ND30, (struct date){1, 6, 2025});
	section = doc_add(d, d->root, NODE_SECTION, nowhere);
	section->u.section = (struct section){.page_w = 11906, .page_h = 16838, .top = 1134, .bottom = 1134, .left = 1701, .right = 850,
		.header_y = 567, .hide_first = true};
	return 0;
}
#endif
