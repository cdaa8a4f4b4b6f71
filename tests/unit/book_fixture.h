#ifndef BOOK_FIXTURE_H
#define BOOK_FIXTURE_H
/* Small workbooks made of their parts, and their rows as lines: "3 A=t:text C=n:75%", "h" behind the number of a hidden row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pack/zip.h"
#include "read/book.h"

#define MAIN_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define REL_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PKG_REL "http://schemas.openxmlformats.org/package/2006/relationships"

static struct arena *arena;
static struct diag findings;
static struct buf package;

static inline int open_book(void **state)
{
	(void)state;
	arena = arena_new();
	diag_init(&findings, arena);
	return 0;
}

static inline int close_book(void **state)
{
	(void)state;
	arena_free(arena);
	buf_free(&package);
	package = (struct buf)BUF_INIT;
	return 0;
}

struct member { const char *name, *text; };

/* A package of members, up to one without a name. */
static inline void pack(const struct member *m)
{
	const char *why = NULL;
	struct zip_out *z = zip_out_new();
	for (; m->name; m++)
		zip_out_add(z, m->name, m->text, strlen(m->text), false);
	buf_clear(&package);
	assert_int_equal(zip_out_close(z, &package, &why), 0);
}

static const char one_sheet[] = "<workbook xmlns='" MAIN_NS "' xmlns:r='" REL_NS "'><sheets><sheet name='Nhiệm vụ' sheetId='1' r:id='rId1'/></sheets></workbook>";
static const char usual_rels[] = "<Relationships xmlns='" PKG_REL "'><Relationship Id='rId1' Type='" REL_NS "/worksheet' Target='worksheets/sheet1.xml'/>"
	"<Relationship Id='rId2' Type='" REL_NS "/styles' Target='styles.xml'/><Relationship Id='rId3' Type='" REL_NS "/sharedStrings' Target='sharedStrings.xml'/></Relationships>";
static const char package_rels[] = "<Relationships xmlns='" PKG_REL "'><Relationship Id='rId1' Type='" REL_NS "/officeDocument' Target='xl/workbook.xml'/></Relationships>";

static inline char *sheet_xml(const char *rows)
{
	return arena_printf(arena, "<?xml version='1.0' encoding='UTF-8'?><worksheet xmlns='" MAIN_NS "'><sheetData>%s</sheetData></worksheet>", rows);
}

/* xfs: "<xf numFmtId='14'/>…"; formats: "<numFmt …/>". */
static inline char *styles_xml(const char *formats, const char *xfs)
{
	return arena_printf(arena, "<styleSheet xmlns='" MAIN_NS "'><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>",
		formats, xfs);
}

static inline char *strings_xml(const char *items)
{
	return arena_printf(arena, "<sst xmlns='" MAIN_NS "'>%s</sst>", items);
}

/* A book of one sheet; strings and styles may be NULL. */
static inline struct book *book_of(const char *sheet, const char *strings, const char *styles)
{
	struct member m[] = {{"_rels/.rels", package_rels}, {"xl/workbook.xml", one_sheet}, {"xl/_rels/workbook.xml.rels", usual_rels},
		{"xl/worksheets/sheet1.xml", sheet}, {NULL, NULL}, {NULL, NULL}, {NULL, NULL}};
	size_t n = 4;
	if (strings)
		m[n++] = (struct member){"xl/sharedStrings.xml", strings};
	if (styles)
		m[n++] = (struct member){"xl/styles.xml", styles};
	pack(m);
	return book_open_bytes(arena, "so.xlsx", package.data, package.len, &findings);
}

static inline const char *row_line(const struct sheet_row *r)
{
	static const char kinds[] = {[CELL_EMPTY] = '-', [CELL_TEXT] = 't', [CELL_NUMBER] = 'n', [CELL_DATE] = 'd', [CELL_BOOL] = 'b', [CELL_ERROR] = 'e'};
	char *s = arena_printf(arena, "%u%s", r->number, r->hidden ? "h" : "");
	for (size_t i = 0; i < r->n; i++)
		s = arena_printf(arena, "%s %s=%c:%s", s, sheet_place(arena, NULL, 0, r->cells[i].col), kinds[r->cells[i].kind], r->cells[i].text);
	return s;
}

/* All rows of a sheet, a line each. */
static inline const char *all_rows(struct book *b, size_t sheet)
{
	const char *all = "";
	const struct sheet_row *r;
	assert_non_null(b);
	if (!book_rows(b, sheet))
		return "(none)";
	while ((r = book_next(b)))
		all = arena_printf(arena, "%s%s%s", all, *all ? "\n" : "", row_line(r));
	return all;
}

/* The ids of the findings, parted by spaces. */
static inline const char *ids(void)
{
	const char *all = "";
	for (size_t i = 0; i < findings.n; i++)
		all = arena_printf(arena, "%s%s%s", all, *all ? " " : "", findings.items[i].msg->id);
	return all;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_book, close_book)
#endif
