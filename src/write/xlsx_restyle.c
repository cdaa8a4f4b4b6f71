/* Cell formats that show a date, made of those that do not. */
#include "write/xlsx_edit.h"
#include <stdlib.h>
#include <string.h>
#include "model/numfmt.h"

enum { LOOKS = 100000, FORMATS = 5000, FIRST_OWN = 164 };
static const char date_code[] = "dd/mm/yyyy";

struct own { unsigned long id; bool date; };
struct restyle {
	struct arena *arena;
	const char *data; size_t size; /* the styles part */
	struct own *own; size_t n_own, cap_own;
	struct xf { unsigned long format; long as_date; } *xfs; size_t n_xfs, cap_xfs;
	unsigned long date_id;     /* number of the format dd/mm/yyyy, 0: not there */
	unsigned long highest;
	size_t n_added;
	uint32_t *added; size_t cap_added; /* cell formats that new ones are like */
};

static unsigned long number(const struct opc_part *p, const char *name)
{
	const char *v = xml_pull_attr(p->x, name);
	return v ? strtoul(v, NULL, 10) : 0;
}

static void take(struct restyle *r, struct opc_part *p, bool in_cells)
{
	const char *code;
	if (!strcmp(xml_pull_name(p->x), "numFmt") && (code = xml_pull_attr(p->x, "formatCode")) && r->n_own < FORMATS) {
		struct own o = {number(p, "numFmtId"), numfmt_is_date(numfmt_parse(r->arena, code))};
		ARENA_PUSH(r->arena, r->own, r->n_own, r->cap_own, o);
		r->highest = o.id > r->highest && o.id < 1000000 ? o.id : r->highest;
		if (!strcmp(code, date_code))
			r->date_id = o.id;
	} else if (in_cells && !strcmp(xml_pull_name(p->x), "xf") && r->n_xfs < LOOKS) {
		struct xf x = {number(p, "numFmtId"), -1};
		ARENA_PUSH(r->arena, r->xfs, r->n_xfs, r->cap_xfs, x);
	}
}

struct restyle *restyle_new(struct arena *a, struct unzip *z, const char *part, bool *ok)
{
	struct restyle *r = ARENA_NEW(a, struct restyle);
	struct opc_part p;
	const char *why = NULL;
	bool in_cells = false;
	r->arena = a;
	r->highest = FIRST_OWN - 1;
	*ok = true;
	if (!part)
		return r;
	r->data = unzip_read(z, part, &r->size, &why);
	if (!r->data || !opc_open(z, part, &p, &why)) {
		r->data = NULL;
		*ok = !why;
		return r;
	}
	enum xml_event e;
	for (e = opc_next(&p); e != XML_IN_DONE && e != XML_IN_BAD; e = opc_next(&p)) {
		if (!strcmp(xml_pull_name(p.x), "cellXfs"))
			in_cells = e == XML_IN_START;
		if (e == XML_IN_START)
			take(r, &p, in_cells);
	}
	opc_close(&p);
	*ok = e == XML_IN_DONE;
	return r;
}

static bool is_date(const struct restyle *r, unsigned long id)
{
	for (size_t i = 0; i < r->n_own; i++)
		if (r->own[i].id == id)
			return r->own[i].date;
	return id < FIRST_OWN && numfmt_is_date(numfmt_parse(r->arena, numfmt_builtin((unsigned)id)));
}

long restyle_date(struct restyle *r, uint32_t xf)
{
	if (!r->data || xf >= r->n_xfs)
		return xf < r->n_xfs + r->n_added ? (long)xf : -1; /* one that was added is a date's already */
	struct xf *x = &r->xfs[xf];
	if (x->as_date >= 0)
		return x->as_date;
	if (is_date(r, x->format))
		return x->as_date = (long)xf;
	if (r->n_xfs + r->n_added >= LOOKS)
		return -1;
	x->as_date = (long)(r->n_xfs + r->n_added);
	ARENA_PUSH(r->arena, r->added, r->n_added, r->cap_added, xf);
	return x->as_date;
}

bool restyle_is_date(const struct restyle *r, uint32_t xf)
{
	return xf < r->n_xfs ? is_date(r, r->xfs[xf].format) : xf < r->n_xfs + r->n_added;
}

/* The element of a cell format with another number format. */
static void put_like(struct restyle *r, const struct tag *t, const char *end, struct buf *out)
{
	struct edits one = {.arena = r->arena, .data = t->s, .size = (size_t)(end - t->s)};
	edit_attr(&one, t, "numFmtId", arena_printf(r->arena, "%lu", r->date_id));
	edit_attr(&one, t, "applyNumberFormat", "1");
	edits_apply(&one, out);
}

/* Finds the elements of the cell formats: their tags, and where each ends. */
static size_t find_formats(struct restyle *r, struct tag *cells, struct tag *close, struct tag *tags, const char **ends)
{
	struct scan x = {r->data, r->data + r->size};
	struct tag t;
	size_t n = 0;
	while (scan_next(&x, &t) && !tag_is(&t, "cellXfs"))
		;
	*cells = t;
	while (scan_next(&x, &t) && !(t.kind == TAG_CLOSE && tag_is(&t, "cellXfs")))
		if (tag_is(&t, "xf") && n < r->n_xfs) {
			tags[n] = t;
			scan_past(&x, &t);
			ends[n++] = x.p;
		}
	*close = t;
	return n;
}

/* The format itself, where the workbook does not have it: in its list, which comes first. */
static void put_code(struct restyle *r, struct edits *e)
{
	struct scan x = {r->data, r->data + r->size};
	struct tag t, root;
	const char *text;
	if (r->date_id)
		return;
	r->date_id = r->highest + 1;
	scan_next(&x, &root);
	const char *prefix = arena_strndup(r->arena, root.s + 1, (size_t)(root.name - root.s - 1));
	const char *format = arena_printf(r->arena, "<%snumFmt numFmtId=\"%lu\" formatCode=\"%s\"/>", prefix, r->date_id, date_code);
	while (scan_next(&x, &t))
		if (tag_is(&t, "numFmts") && t.kind == TAG_OPEN) {
			edit_attr(e, &t, "count", arena_printf(r->arena, "%zu", r->n_own + 1));
			edit_put(e, t.e, t.e, format, strlen(format));
			return;
		} else if (tag_is(&t, "numFmts")) {
			text = arena_printf(r->arena, "<%snumFmts count=\"1\">%s</%snumFmts>", prefix, format, prefix);
			edit_put(e, t.s, t.e, text, strlen(text));
			return;
		}
	text = arena_printf(r->arena, "<%snumFmts count=\"1\">%s</%snumFmts>", prefix, format, prefix);
	edit_put(e, root.e, root.e, text, strlen(text));
}

bool restyle_apply(struct restyle *r, struct buf *out)
{
	struct edits e = {.arena = r->arena, .data = r->data, .size = r->size};
	struct tag cells, close, *tags = ARENA_ARRAY(r->arena, struct tag, r->n_xfs);
	const char **ends = ARENA_ARRAY(r->arena, const char *, r->n_xfs);
	struct buf like = BUF_INIT;
	if (!r->n_added || find_formats(r, &cells, &close, tags, ends) != r->n_xfs)
		return false;
	put_code(r, &e);
	for (size_t i = 0; i < r->n_added; i++)
		put_like(r, &tags[r->added[i]], ends[r->added[i]], &like);
	edit_attr(&e, &cells, "count", arena_printf(r->arena, "%zu", r->n_xfs + r->n_added));
	edit_put(&e, close.s, close.s, arena_strndup(r->arena, like.data, like.len), like.len);
	buf_free(&like);
	edits_apply(&e, out);
	return true;
}
