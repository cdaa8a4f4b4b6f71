#ifndef DOCX_FIXTURE_H
#define DOCX_FIXTURE_H
/* A small document, its made-up measures, and the parts of the DOCX that is written of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/parser.h>
#include <zip.h>

#include "form/form.h"
#include "text/picture.h"
#include "write/write.h"

static const struct pos nowhere = {0};
static struct arena *arena;
static struct diag findings;
static struct doc *d;
static struct node *section;
static struct pages *pages;
static struct buf out;

static inline int open_doc(void **state)
{
	(void)state;
	arena = arena_new();
	diag_init(&findings, arena);
	d = doc_new(arena);
	section = doc_add(d, d->root, NODE_SECTION, nowhere);
	section->u.section = (struct section){.page_w = 11906, .page_h = 16838, .top = 1134, .bottom = 1134, .left = 1701, .right = 850,
		.header_y = 567};
	pages = NULL;
	return 0;
}

static inline int close_doc(void **state)
{
	(void)state;
	buf_free(&out);
	out = (struct buf)BUF_INIT;
	arena_free(arena);
	return 0;
}

/* What the layout would have measured: nothing but the styles. Call it when the tree is whole. */
static inline struct pages *measured(void)
{
	pages = ARENA_NEW(arena, struct pages);
	pages->arena = arena;
	pages->n = 1;
	pages->n_nodes = d->n_nodes;
	pages->paras = ARENA_ARRAY(arena, struct para_layout, d->n_nodes);
	pages->tables = ARENA_ARRAY(arena, struct table_layout, d->n_nodes);
	pages->rows = ARENA_ARRAY(arena, struct row_layout, d->n_nodes);
	pages->top_cells = ARENA_ARRAY(arena, bool, d->n_nodes);
	form_styles(form_for(REGIME_ND30, (struct date){15, 5, 2025}), &d->choice, pages->styles);
	return pages;
}

static inline void write_it(void)
{
	struct write_job j = {.doc = d, .pages = pages ? pages : measured()};
	buf_clear(&out);
	assert_int_equal(writer_find("docx")->write(&j, &out, &findings), 0);
}

/* A part of the package written last, in the arena; NULL if it has none of the name. */
static inline char *part(const char *name)
{
	zip_error_t e;
	zip_source_t *s = zip_source_buffer_create(out.data, out.len, 0, &e);
	zip_t *z = zip_open_from_source(s, ZIP_RDONLY, &e);
	assert_non_null(z);
	zip_stat_t st;
	char *text = NULL;
	if (zip_stat(z, name, 0, &st) == 0) {
		text = arena_alloc(arena, st.size + 1);
		zip_file_t *f = zip_fopen(z, name, 0);
		assert_int_equal(zip_fread(f, text, st.size), (zip_int64_t)st.size);
		zip_fclose(f);
	}
	zip_close(z);
	return text;
}

static inline char *document(void) { return part("word/document.xml"); }

static inline size_t times(const char *text, const char *what)
{
	size_t n = 0;
	for (const char *p = text; (p = strstr(p, what)); p += strlen(what))
		n++;
	return n;
}

#define HAS(text, what) do { if (!strstr(text, what)) fail_msg("no %s in\n%s", what, text); } while (0)
#define HAS_NOT(text, what) do { if (strstr(text, what)) fail_msg("%s in\n%s", what, text); } while (0)

static inline void every_part_is_xml(void)
{
	static const char *const names[] = {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
		"word/styles.xml", "word/settings.xml", "word/fontTable.xml", "docProps/core.xml", "docProps/app.xml"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *text = part(names[i]);
		assert_non_null(text);
		xmlDocPtr x = xmlReadMemory(text, (int)strlen(text), names[i], NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
		if (!x)
			fail_msg("%s is no XML", names[i]);
		xmlFreeDoc(x);
	}
}

static inline struct node *para(const char *text) { return doc_para(d, section, ROLE_BODY, text, 0, nowhere); }

static inline struct node *add_cell(struct node *row, size_t col, size_t cols, size_t rows, const char *text)
{
	struct node *c = doc_add(d, row, NODE_CELL, nowhere);
	c->u.cell = (struct cell){.col = col, .span_cols = cols, .span_rows = rows, .align = -1};
	if (text)
		doc_para(d, c, ROLE_CELL, text, 0, nowhere);
	return c;
}

static inline struct node *add_table(struct node *parent, size_t n_cols, bool border)
{
	struct node *t = doc_add(d, parent, NODE_TABLE, nowhere);
	t->u.table.n_cols = n_cols;
	t->u.table.border = border;
	return t;
}

static inline void give_widths(const struct node *t, twip w)
{
	struct table_layout *tl = &pages->tables[t->id];
	tl->cols = ARENA_ARRAY(arena, twip, t->u.table.n_cols);
	tl->n_cols = t->u.table.n_cols;
	for (size_t i = 0; i < tl->n_cols; i++)
		tl->cols[i] = w;
}


#define TEST(f) cmocka_unit_test_setup_teardown(f, open_doc, close_doc)
#endif
