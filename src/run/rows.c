#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "base/utf8.h"
#include "read/reg.h"
#include "run/batch_msg.h"
#include "run/rows_inner.h"

#define SPOOL_IN_MEMORY ((size_t)1 << 20)
#define MOST_FINDINGS 1000

/* ---- reading ---- */

struct reading { struct rows *r; struct arena *aside; struct table *t; struct diag *g; bool first; };

static const char *field_text(const struct reg_task *t, int field)
{
	switch (field) {
	case REG_LEAD: return t->lead;
	case REG_DIRECTIVE: return t->directive;
	case REG_PARTNERS: return t->partners;
	case REG_AREA: return t->area;
	case REG_PRODUCT: return t->product;
	case REG_STATE: return t->state_words;
	case REG_DUE: return t->due.words;
	case REG_NOTE: return t->note;
	case REG_NUMBER: return t->number;
	case REG_TEXT: return t->text;
	case REG_RESULT: return t->result;
	case REG_TROUBLE: return t->trouble;
	case REG_PROPOSAL: return t->proposal;
	case REG_PROGRESS: return t->progress_words;
	default: return NULL;
	}
}

static const char *key_of(const struct rows *r, const struct reg_task *t)
{
	if (r->b->options->whole)
		return "*";
	return r->field >= 0 ? field_text(t, r->field) : reg_extra(t->extra, t->n_extra, r->by);
}

void rows_fault(struct rows *r, const struct reg_place *at, struct pos pos, const char *text)
{
	struct batch *b = r->b;
	struct batch_fault f = {.key = "", .pos = pos, .row = true, .sheet = at->sheet->sheets ? at->sheet->name : NULL, .text = text};

	ARENA_PUSH(b->arena, b->faults, b->n_faults, b->cap_faults, f);
	b->n_bad_rows++;
}

/* End of the first of several names in a cell: at ';', or at a line's end where the next line begins anew (a capital letter, a
 * dash) and does not go on with the name. */
static size_t name_end(const char *s)
{
	size_t n = 0;

	for (;;) {
		n += strcspn(s + n, ";\n");
		if (s[n] != '\n')
			return n;
		const char *p = s + n + strspn(s + n, "\n "), *end = p + strlen(p);
		if (*p == '-' || *p == '+' || *p == '\0' || utf8_is_upper(utf8_next(&p, end)))
			return n;
		n++;
	}
}

static bool link_keys(struct reading *d, const struct reg_task *t, const char *s)
{
	bool any = false;

	while (s != NULL && *s != '\0') {
		size_t n = name_end(s), from = strspn(s, "-+ "), k = n;

		while (k > from && (s[k - 1] == ' ' || s[k - 1] == ','))
			k--;
		if (k > from) {
			table_link(d->r->arena, d->t, table_key(d->r->arena, d->aside, d->t, s + from, k - from, &t->at), (uint32_t)(d->t->n_rows - 1));
			any = true;
		}
		s += n;
		s += strspn(s, "; \n");
	}
	return any;
}

static bool on_task(void *ctx, const struct reg_task *t)
{
	struct reading *d = ctx;
	struct row row;

	if (d->first)
		d->r->b->n_tasks++;
	arena_reset(d->aside);
	row.at = task_put(d->r->spool, &d->r->scratch, t, &row.n);
	ARENA_PUSH(d->r->arena, d->t->rows, d->t->n_rows, d->t->cap_rows, row);
	if (!link_keys(d, t, key_of(d->r, t)))
		table_link(d->r->arena, d->t, table_key(d->r->arena, d->aside, d->t, "", 0, &t->at), (uint32_t)(d->t->n_rows - 1));
	return true;
}

static bool on_agency(void *ctx, const struct reg_agency *v)
{
	struct reading *d = ctx;

	if (d->first)
		ARENA_PUSH(d->r->arena, d->r->agencies, d->r->n_agencies, d->r->cap_agencies, agency_copy(d->r->arena, v));
	return true;
}

static const char *copy_text(struct arena *a, const char *s) { return s != NULL ? arena_strdup(a, s) : NULL; }

static bool on_directive(void *ctx, const struct reg_directive *v)
{
	struct reading *d = ctx;
	struct rows *r = d->r;
	struct reg_directive copy = *v;

	if (!d->first)
		return true;
	copy.d.code = copy_text(r->arena, v->d.code);
	copy.d.kind = copy_text(r->arena, v->d.kind);
	copy.d.issuer = copy_text(r->arena, v->d.issuer);
	copy.d.subject = copy_text(r->arena, v->d.subject);
	copy.d.brief = copy_text(r->arena, v->d.brief);
	copy.extra = ARENA_ARRAY(r->arena, struct reg_extra, v->n_extra);
	for (size_t i = 0; i < v->n_extra; i++)
		copy.extra[i] = (struct reg_extra){ v->extra[i].column, arena_strdup(r->arena, v->extra[i].value)};
	ARENA_PUSH(r->arena, r->directives, r->n_directives, r->cap_directives, copy);
	return true;
}

static void on_bad_row(void *ctx, const struct reg_place *at, const struct msg *m, const char *what)
{
	struct reading *d = ctx;
	const struct finding *f = NULL;

	(void)what;
	if (!d->first)
		return;
	for (size_t i = d->g->n; i > 0 && f == NULL; i--)
		f = d->g->items[i - 1].msg == m ? &d->g->items[i - 1] : NULL;
	rows_fault(d->r, at, f != NULL ? f->pos : (struct pos){.file = at->sheet->file, .line = at->line}, f != NULL ? f->text : m->id);
}

static bool read_one(struct rows *r, const char *path, struct table *t, bool first)
{
	struct reading d = {r, arena_new(), t, &r->b->findings, first};
	struct reg_sink sink = {.ctx = &d, .task = on_task, .agency = on_agency, .directive = on_directive, .bad_row = on_bad_row};
	int err = reg_read(r->arena, path, NULL, &sink, &t->sheets, &t->n_sheets, d.g);

	arena_free(d.aside);
	if (err == 0 && spool_error(r->spool) != 0) {
		const char *tmp = getenv("TMPDIR");

		diag_put(d.g, &BATCH_SPOOL, (struct pos){.file = path}, strerror(spool_error(r->spool)), tmp != NULL && *tmp != '\0' ? tmp : "/tmp");
		err = -1;
	}
	return err == 0;
}

/* ---- the column ---- */

static void find_column(struct rows *r)
{
	const char *by = r->b->options->by;
	struct reg_options o;
	struct diag told;         /* what is wrong with vanban.yaml is told when the register is read */

	r->field = REG_LEAD;
	if (by == NULL)
		return;
	diag_init(&told, r->arena);
	reg_options_read(r->arena, file_dir(r->arena, r->b->options->data), &o, &told);
	r->by = viet_fold(r->arena, by);
	r->field = reg_field_find(REG_TASKS, r->by, &o);
}

/* True if a sheet of tasks has the column; titles that it has are noted else. */
static bool has_column(struct rows *r)
{
	const char *titles = "";

	if (r->b->options->whole)
		return true;
	for (size_t i = 0; i < r->now.n_sheets; i++) {
		const struct reg_sheet *s = r->now.sheets[i];

		for (size_t k = 0; s->table == REG_TASKS && k < s->n_cols; k++) {
			if (r->field >= 0 ? s->cols[k].field == r->field : s->cols[k].field < 0 && strcmp(s->cols[k].fold, r->by) == 0)
				return true;
			titles = arena_printf(r->arena, "%s%s%s", titles, *titles != '\0' ? ", " : "", s->cols[k].title);
		}
	}
	diag_put(&r->b->findings, &BATCH_NO_COLUMN, (struct pos){.file = r->b->options->data}, r->b->options->by != NULL ? r->b->options->by : reg_field_name(REG_LEAD), titles);
	return false;
}

struct rows *rows_read(struct batch *b)
{
	struct rows *r = ARENA_NEW(b->arena, struct rows);

	*r = (struct rows){.arena = b->arena, .b = b, .spool = spool_new(b->arena, SPOOL_IN_MEMORY), .has_before = b->options->previous != NULL};
	b->findings.limit = MOST_FINDINGS;
	find_column(r);
	bool good = read_one(r, b->options->data, &r->now, true) && has_column(r) && (!r->has_before || read_one(r, b->options->previous, &r->before, false));

	buf_free(&r->scratch);
	if (!good)
		return NULL;
	rows_part(r);
	return r;
}

/* ---- what workers take ---- */

static bool take(struct rows *r, struct arena *a, const struct table *t, const uint32_t *keys, size_t n_keys, struct reg_task **out, size_t *n)
{
	uint32_t *rows = table_rows(a, t, keys, n_keys, n);

	*out = ARENA_ARRAY(a, struct reg_task, *n);
	for (size_t i = 0; i < *n; i++)
		if (!task_get(r->spool, a, t->rows[rows[i]].at, t->rows[rows[i]].n, &(*out)[i]))
			return false;
	return true;
}

bool rows_of(struct rows *r, struct arena *a, size_t doc, struct rows_of *out)
{
	const struct row_doc *d = &r->docs[doc];

	*out = (struct rows_of){.agency = d->agency};
	return take(r, a, &r->now, d->now, d->n_now, &out->tasks, &out->n_tasks) && take(r, a, &r->before, d->before, d->n_before, &out->before, &out->n_before);
}

const struct reg_directive *rows_directives(const struct rows *r, size_t *n)
{
	*n = r->n_directives;
	return r->directives;
}

const struct reg_agency *rows_agencies(const struct rows *r, size_t *n)
{
	*n = r->n_agencies;
	return r->agencies;
}

const struct reg_sheet *const *rows_sheets(const struct rows *r, size_t *n)
{
	*n = r->now.n_sheets;
	return (const struct reg_sheet *const *)r->now.sheets;
}

/* ---- names of outputs ---- */

struct agency_name { const char *fold, *title; size_t offset; };
#define OF(f) offsetof(struct reg_agency, f)
static const struct agency_name agency_names[] = {
	{"coquan", "cơ quan", OF(name)}, {"tenngan", "tên ngắn", OF(brief)}, {"viettat", "viết tắt", OF(abbr)}, {"coquanchuquan", "cơ quan chủ quản", OF(parent)},
	{"nhom", "nhóm", OF(group)}, {"diadanh", "địa danh", OF(place)},
};

const char *rows_value(const struct rows *r, size_t doc, const char *name)
{
	const char *fold = viet_fold(r->arena, name);
	const struct batch_options *o = r->b->options;
	const struct reg_agency *v = r->docs[doc].agency;

	if (strcmp(fold, "khoa") == 0)
		return r->b->docs[doc].key;
	if (o->quarter > 0 && strcmp(fold, "quy") == 0)
		return arena_printf(r->arena, "%d", o->quarter);
	if (o->quarter > 0 && strcmp(fold, "nam") == 0)
		return arena_printf(r->arena, "%d", o->year);
	for (size_t i = 0; v != NULL && i < sizeof agency_names / sizeof *agency_names; i++)
		if (strcmp(fold, agency_names[i].fold) == 0)
			return *(const char *const *)((const char *)v + agency_names[i].offset);
	return v != NULL ? reg_extra(v->extra, v->n_extra, fold) : NULL;
}

const char *rows_value_names(const struct rows *r)
{
	const char *all = r->b->options->quarter > 0 ? "mẫu, khóa, tt, quý, năm" : "mẫu, khóa, tt";

	for (size_t i = 0; r->n_agencies > 0 && i < sizeof agency_names / sizeof *agency_names; i++)
		all = arena_printf(r->arena, "%s, %s", all, agency_names[i].title);
	for (size_t i = 0; i < r->now.n_sheets; i++)
		for (size_t k = 0; r->now.sheets[i]->table == REG_AGENCIES && k < r->now.sheets[i]->n_cols; k++)
			if (r->now.sheets[i]->cols[k].field < 0)
				all = arena_printf(r->arena, "%s, %s", all, r->now.sheets[i]->cols[k].title);
	return all;
}
