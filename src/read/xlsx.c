/* The package of a workbook: where its parts are, and which sheets it has. */
#include "read/xlsx.h"
#include <string.h>
#include "base/i18n.h"
#include "base/utf8.h"

static const struct book_reader reader = {xlsx_rows, xlsx_next, xlsx_merges, xlsx_col_hidden};

static void closer(void *p)
{
	struct xlsx *w = p;
	opc_close(&w->sheet);
	buf_free(&w->value);
}

static bool package_open(struct xlsx *w)
{
	struct book *b = w->b;
	const char *why;
	w->zip = b->fd >= 0 ? unzip_open_fd(b->arena, b->fd, &why) : unzip_open(b->arena, b->data, b->n, &why);
	if (!w->zip)
		book_note(b, BOOK_PACKAGE, 0, 0, _(why));
	return w->zip;
}

static const char *main_part(struct xlsx *w)
{
	struct opc_rels package = {0};
	opc_rels(w->b->arena, w->zip, "", &package);
	const struct opc_rel *r = opc_rel_type(&package, "/officeDocument");
	return r ? r->target : "xl/workbook.xml";
}

static void find_parts(struct xlsx *w, const struct opc_rels *rels)
{
	const struct opc_rel *styles = opc_rel_type(rels, "/styles"), *strings = opc_rel_type(rels, "/sharedStrings");
	w->styles_part = styles ? styles->target : "xl/styles.xml"; /* some writers forget to name them */
	w->strings_part = strings ? strings->target : "xl/sharedStrings.xml";
	for (size_t i = 0; i < rels->n; i++)
		if (strstr(rels->v[i].type, "/externalLink")) {
			book_note(w->b, BOOK_LINKS, 0, 0);
			break;
		}
}

/* A row of the list of sheets; those of charts and of old dialogs hold no cells. */
static void take_sheet(struct xlsx *w, const struct opc_part *p, const struct opc_rels *rels)
{
	struct book *b = w->b;
	const char *name = xml_pull_attr(p->x, "name"), *id = xml_pull_attr(p->x, "id"), *state = xml_pull_attr(p->x, "state");
	const struct opc_rel *r = id ? opc_rel_id(rels, id) : NULL;
	if (r && !r->external && !strstr(r->type, "/worksheet"))
		return;
	if (b->n_sheets == BOOK_SHEETS) {
		book_note(b, BOOK_MANY_SHEETS, 0, 0, BOOK_SHEETS);
		return;
	}
	struct buf clean = BUF_INIT;
	size_t len = name ? strlen(name) : 0;
	while (len > XLSX_NAME_BYTES || (len && len < strlen(name) && (name[len] & 0xC0) == 0x80))
		len = len > XLSX_NAME_BYTES ? XLSX_NAME_BYTES : len - 1; /* cut before a letter */
	book_text(b, name ? name : "", len, true, &clean);
	struct book_sheet s = {.name = arena_strndup(b->arena, clean.data ? clean.data : "", clean.len), .hidden = state && strcmp(state, "visible")};
	struct xlsx_sheet x = {.part = r && !r->external ? r->target : NULL};
	size_t n = b->n_sheets;
	ARENA_PUSH(b->arena, b->sheets, b->n_sheets, b->cap_sheets, s);
	ARENA_PUSH(b->arena, w->sheets, n, w->cap_sheets, x);
	buf_free(&clean);
}

static bool read_workbook(struct xlsx *w, const char *main)
{
	struct book *b = w->b;
	struct opc_rels rels = {0};
	struct opc_part p;
	const char *why;
	opc_rels(w->b->arena, w->zip, main, &rels);
	if (!opc_open(w->zip, main, &p, &why)) {
		if (why)
			book_note(b, BOOK_PACKAGE, 0, 0, _(why));
		else
			book_note(b, book_package(w->zip), 0, 0);
		return false;
	}
	enum xml_event e;
	for (e = opc_next(&p); e != XML_IN_DONE && e != XML_IN_BAD; e = opc_next(&p)) {
		if (e != XML_IN_START)
			continue;
		if (!strcmp(xml_pull_name(p.x), "workbookPr"))
			w->first_1904 = opc_yes(&p, "date1904");
		else if (!strcmp(xml_pull_name(p.x), "sheet"))
			take_sheet(w, &p, &rels);
	}
	opc_close(&p);
	if (e == XML_IN_BAD) {
		book_note(b, BOOK_PART, 0, 0, utf8_short(b->arena, main));
		return false;
	}
	find_parts(w, &rels);
	return true;
}

bool xlsx_open(struct book *b)
{
	struct xlsx *w = ARENA_NEW(b->arena, struct xlsx);
	w->b = b;
	b->self = w;
	b->reader = &reader;
	arena_closer(b->arena, closer, w);
	if (!package_open(w))
		return false;
	const char *main = main_part(w);
	if (!unzip_has(w->zip, main) || strstr(main, "workbook.bin")) {
		book_note(b, book_package(w->zip), 0, 0);
		return false;
	}
	if (strstr(main, "word/")) {
		book_note(b, BOOK_WORD, 0, 0);
		return false;
	}
	if (!read_workbook(w, main))
		return false;
	if (!b->n_sheets)
		book_note(b, BOOK_NO_SHEET, 0, 0);
	return b->n_sheets;
}
