/* Changes to a workbook: which parts they touch. Every other part is copied as it stands. */
#include "write/xlsx_edit.h"
#include <stdlib.h>
#include <string.h>
#include "base/i18n.h"
#include "base/utf8.h"
#include "pack/zip.h"

enum { CHANGED = 4000 /* parts that may change */, SHEETS = 10000, NAME_BYTES = 2000 };

struct change {
	struct arena *a;
	struct diag *g;
	struct pos pos;
	struct unzip *zip;
	const char *main;          /* name of the workbook's part */
	struct opc_rels rels;
	struct restyle *styles;
	const char *styles_part;
	bool first_1904, formulas;
	struct sheet_name { const char *name, *part; } *sheets; size_t n_sheets, cap_sheets;
	struct zip_member *parts; size_t n_parts, cap_parts;
	struct change_report report;
	size_t cut;
};

static bool fault(struct change *c, enum write_msg m, const char *what)
{
	diag_put(c->g, &write_msgs[m], c->pos, what);
	return false;
}

static void change_part(struct change *c, const char *name, struct edits *e)
{
	struct buf out = BUF_INIT;
	edits_apply(e, &out);
	struct zip_member m = {name, arena_strndup(c->a, out.data ? out.data : "", out.len), out.len};
	ARENA_PUSH(c->a, c->parts, c->n_parts, c->cap_parts, m);
	buf_free(&out);
}

/* The bytes of a part that may be edited by its bytes: sound XML in UTF-8. NULL is noted. */
static const char *sound(struct change *c, const char *name, size_t *n)
{
	const char *why = NULL, *data = unzip_read(c->zip, name, n, &why);
	struct opc_part p;
	bool ok = data && utf8_check(data, *n) == *n && !memmem(data, *n < 200 ? *n : 200, "UTF-16", 6) && opc_open(c->zip, name, &p, &why);
	if (ok) {
		enum xml_event e;
		while ((e = opc_next(&p)) != XML_IN_DONE && e != XML_IN_BAD)
			;
		ok = e == XML_IN_DONE;
		opc_close(&p);
	}
	if (!ok && why)
		fault(c, MSG_BOOK_PACKAGE, _(why));
	else if (!ok)
		fault(c, MSG_BOOK_PART, utf8_short(c->a, name));
	return ok ? data : NULL;
}

/* ---- the workbook ---- */

static const char *composed(struct arena *a, const char *s)
{
	size_t n;
	const char *t = utf8_nfc(a, s, strlen(s), &n);
	return t == s ? arena_strdup(a, s) : arena_strndup(a, t, n);
}

static bool read_workbook(struct change *c)
{
	struct opc_part p;
	const char *why = NULL;
	if (!opc_open(c->zip, c->main, &p, &why))
		return fault(c, MSG_BOOK_NONE, NULL);
	enum xml_event e;
	for (e = opc_next(&p); e != XML_IN_DONE && e != XML_IN_BAD; e = opc_next(&p)) {
		const char *name, *id;
		if (e != XML_IN_START)
			continue;
		if (!strcmp(xml_pull_name(p.x), "workbookPr"))
			c->first_1904 = opc_yes(&p, "date1904");
		if (strcmp(xml_pull_name(p.x), "sheet") || !(name = xml_pull_attr(p.x, "name")) || !(id = xml_pull_attr(p.x, "id")))
			continue;
		if (strlen(name) > NAME_BYTES)
			continue;
		const struct opc_rel *r = opc_rel_id(&c->rels, id);
		struct sheet_name s = {composed(c->a, name), r && !r->external && strstr(r->type, "/worksheet") ? r->target : NULL};
		if (s.part && c->n_sheets < SHEETS)
			ARENA_PUSH(c->a, c->sheets, c->n_sheets, c->cap_sheets, s);
	}
	opc_close(&p);
	return e == XML_IN_DONE || fault(c, MSG_BOOK_PART, c->main);
}

static bool open_workbook(struct change *c, const void *data, size_t n)
{
	const char *why;
	struct opc_rels package = {0};
	bool ok;
	c->zip = n >= 4 && !memcmp(data, "PK", 2) ? unzip_open(c->a, data, n, &why) : NULL;
	if (!c->zip)
		return n >= 4 && !memcmp(data, "PK", 2) ? fault(c, MSG_BOOK_PACKAGE, _(why)) : fault(c, MSG_BOOK_NONE, NULL);
	opc_rels(c->a, c->zip, "", &package);
	const struct opc_rel *main = opc_rel_type(&package, "/officeDocument");
	c->main = main ? main->target : "xl/workbook.xml";
	if (opc_rel_type(&package, "/digital-signature/origin"))
		return fault(c, MSG_BOOK_SIGNED, NULL);
	opc_rels(c->a, c->zip, c->main, &c->rels);
	const struct opc_rel *styles = opc_rel_type(&c->rels, "/styles");
	c->styles_part = styles ? styles->target : NULL;
	if (!read_workbook(c))
		return false;
	if (!c->n_sheets)
		return fault(c, MSG_BOOK_NONE, NULL);
	c->styles = restyle_new(c->a, c->zip, c->styles_part, &ok);
	return ok || fault(c, MSG_BOOK_PART, c->styles_part);
}

/* Element of the workbook behind which calcPr stands, by the order of the schema. */
static bool before_calc(const struct tag *t)
{
	static const char *const names[] = {"sheets", "functionGroups", "externalReferences", "definedNames"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (tag_is(t, names[i]))
			return true;
	return false;
}

/* Formulas are to be computed when the workbook is opened: the values saved beside them are of old. */
static bool ask_for_values(struct change *c)
{
	struct edits e = {.arena = c->a};
	struct tag t, last = {0};
	e.data = sound(c, c->main, &e.size);
	if (!e.data)
		return false;
	struct scan x = {e.data, e.data + e.size};
	while (scan_next(&x, &t)) {
		if (tag_is(&t, "calcPr") && t.kind != TAG_CLOSE) {
			edit_attr(&e, &t, "fullCalcOnLoad", "1");
			change_part(c, c->main, &e);
			return true;
		}
		if (before_calc(&t) && t.kind != TAG_OPEN)
			last = t;
	}
	if (!last.s)
		return true;
	const char *name = last.s + 1 + (last.kind == TAG_CLOSE);
	char *text = arena_printf(c->a, "<%.*scalcPr fullCalcOnLoad=\"1\"/>", (int)(last.name - name), name);
	edit_put(&e, last.e, last.e, text, strlen(text));
	change_part(c, c->main, &e);
	return true;
}

/* ---- sheets ---- */

static int by_cell(const void *x, const void *y)
{
	const struct sheet_change *a = *(const struct sheet_change *const *)x, *b = *(const struct sheet_change *const *)y;
	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	if (a->cell.col != b->cell.col)
		return a->cell.col < b->cell.col ? -1 : 1;
	return a < b ? -1 : a > b; /* of two for one cell the last counts */
}

/* The changes of one sheet, by place, one a cell. */
static size_t gather(struct change *c, const struct sheet_change *v, size_t n_v, const char *sheet, const struct sheet_change ***out)
{
	size_t n = 0, kept = 0;
	const struct sheet_change **all = ARENA_ARRAY(c->a, const struct sheet_change *, n_v);
	for (size_t i = 0; i < n_v; i++)
		if (!strcmp(v[i].sheet, sheet) && v[i].row >= 1 && v[i].row <= SHEET_ROWS && v[i].cell.col < SHEET_COLS)
			all[n++] = &v[i];
	qsort(all, n, sizeof *all, by_cell);
	for (size_t i = 0; i < n; i++) {
		if (kept && all[kept - 1]->row == all[i]->row && all[kept - 1]->cell.col == all[i]->cell.col)
			kept--;
		all[kept++] = all[i];
	}
	*out = all;
	return kept;
}

static bool change_tables(struct change *c, const struct patch *p, const char *part)
{
	struct opc_rels rels = {0};
	opc_rels(c->a, c->zip, part, &rels);
	for (size_t i = 0; i < rels.n && c->n_parts < CHANGED; i++) {
		size_t k = strlen(rels.v[i].type);
		struct edits e = {.arena = c->a};
		if (rels.v[i].external || k < 6 || strcmp(rels.v[i].type + k - 6, "/table"))
			continue;
		e.data = sound(c, rels.v[i].target, &e.size);
		if (!e.data)
			return false;
		if (stretch_table(p, &e))
			change_part(c, rels.v[i].target, &e);
	}
	return true;
}

static bool change_sheet(struct change *c, const struct sheet_name *s, const struct sheet_change *v, size_t n_v)
{
	const struct sheet_change **mine;
	struct patch p = {.arena = c->a, .prefix = "", .styles = c->styles, .first_1904 = c->first_1904, .edits = {.arena = c->a}};
	p.n = gather(c, v, n_v, s->name, &mine);
	p.v = mine;
	if (!p.n)
		return true;
	p.edits.data = sound(c, s->part, &p.edits.size);
	if (!p.edits.data)
		return false;
	patch_cells(&p);
	stretch_sheet(&p);
	change_part(c, s->part, &p.edits);
	c->formulas |= p.formulas;
	c->report.changed += p.report.changed;
	c->report.formulas += p.report.formulas;
	c->report.covered += p.report.covered;
	c->cut += p.cut;
	return change_tables(c, &p, s->part);
}

/* The sheet of that name as it stands on its tab, or as the reader gives it (no-break spaces are spaces there). */
static const char *sheet_named(struct change *c, const char *name)
{
	const char *nfc = composed(c->a, name), *fold = viet_fold(c->a, name);
	for (size_t k = 0; k < c->n_sheets; k++)
		if (!strcmp(c->sheets[k].name, nfc))
			return c->sheets[k].name;
	for (size_t k = 0; k < c->n_sheets; k++)
		if (!strcmp(viet_fold(c->a, c->sheets[k].name), fold))
			return c->sheets[k].name;
	return NULL;
}

/* True if every sheet that a change names is there; the names become those of the sheets. */
static bool sheets_exist(struct change *c, struct sheet_change *v, size_t n_v)
{
	const char *last = NULL, *found = NULL;
	for (size_t i = 0; i < n_v; i++) {
		if (!last || strcmp(last, v[i].sheet))
			found = sheet_named(c, v[i].sheet);
		if (!found)
			return fault(c, MSG_BOOK_SHEET, utf8_short(c->a, v[i].sheet));
		last = v[i].sheet;
		v[i].sheet = found;
	}
	return true;
}

static bool change_all(struct change *c, const struct sheet_change *v, size_t n_v)
{
	struct sheet_change *named = ARENA_ARRAY(c->a, struct sheet_change, n_v);
	struct buf styles = BUF_INIT;
	if (n_v)
		memcpy(named, v, n_v * sizeof *v);
	if (!sheets_exist(c, named, n_v))
		return false;
	for (size_t i = 0; i < c->n_sheets; i++)
		if (!change_sheet(c, &c->sheets[i], named, n_v))
			return false;
	if (restyle_apply(c->styles, &styles)) {
		struct zip_member m = {c->styles_part, arena_strndup(c->a, styles.data, styles.len), styles.len};
		ARENA_PUSH(c->a, c->parts, c->n_parts, c->cap_parts, m);
	}
	buf_free(&styles);
	return !c->formulas || ask_for_values(c);
}

int xlsx_change(struct arena *a, const char *name, const void *data, size_t n, const struct sheet_change *v, size_t n_v, struct buf *out,
	struct change_report *report, struct diag *g)
{
	struct change c = {.a = arena_new(), .g = g, .pos = {.file = arena_strdup(a, name)}};
	const char *why = NULL;
	bool ok = open_workbook(&c, data, n) && change_all(&c, v, n_v);
	if (ok && zip_change(data, n, c.parts, c.n_parts, out, &why) != 0)
		ok = fault(&c, MSG_XLSX_FAILED, why);
	if (ok && c.cut)
		diag_put(g, &write_msgs[MSG_XLSX_CUT], c.pos, c.cut);
	if (ok && report)
		*report = c.report;
	arena_free(c.a);
	return ok ? 0 : -1;
}
