/* The register as text, for golden tests. */
#include "base/buf.h"
#include "model/reg.h"

static void put_text(struct buf *out, const char *name, const char *s)
{
	if (s == NULL || *s == '\0')
		return;
	buf_printf(out, " %s=\"", name);
	for (; *s != '\0'; s++)
		if (*s == '\n')
			buf_puts(out, "\\n");
		else
			buf_putc(out, *s);
	buf_putc(out, '"');
}

static void put_date(struct buf *out, const char *name, struct date d)
{
	if (d.year != 0)
		buf_printf(out, " %s=%d/%d/%d", name, d.day, d.month, d.year);
}

static void put_due(struct buf *out, const struct deadline *d)
{
	static const char *const kinds[] = {"none", "day", "period", "recurring", "open", "conditional", "unclear"};

	if (d->kind == DEADLINE_NONE)
		return;
	buf_printf(out, " due=%s", kinds[d->kind]);
	if (d->recurs != RECUR_NONE)
		buf_printf(out, ":%d", (int)d->recurs);
	put_date(out, "from", d->from);
	put_date(out, "to", d->to);
	put_text(out, "words", d->words);
}

/* ---- rows by their fields ---- */

enum shape { TEXT, DATE, DUE, PROGRESS, SAID };
struct field { const char *name; enum shape shape; size_t at; };

static void put_progress(struct buf *out, double v)
{
	if (v != -1)
		buf_printf(out, " progress=%g", v);
}

static void put_said(struct buf *out, enum reg_said s)
{
	static const char *const names[] = {"", "done", "in-time", "late", "doing", "not-begun", "overdue", "recurring", "stopped"};

	if (s != SAID_NOTHING)
		buf_printf(out, " said=%s", names[s]);
}

static void put_field(struct buf *out, const struct field *f, const char *row)
{
	const void *v = row + f->at;

	switch (f->shape) {
	case TEXT: put_text(out, f->name, *(const char *const *)v); break;
	case DATE: put_date(out, f->name, *(const struct date *)v); break;
	case DUE: put_due(out, v); break;
	case PROGRESS: put_progress(out, *(const double *)v); break;
	case SAID: put_said(out, *(const enum reg_said *)v); break;
	}
}

static void put_row(struct buf *out, const char *table, const struct reg_place *at, const struct field *fields, const void *row, const struct reg_extra *extra, size_t n_extra)
{
	buf_printf(out, "%s %s:%u", table, at->sheet->name, (unsigned)at->row);
	for (const struct field *f = fields; f->name; f++)
		put_field(out, f, row);
	for (size_t i = 0; i < n_extra; i++)
		put_text(out, extra[i].column->fold, extra[i].value);
	buf_putc(out, '\n');
}

#define T(field) offsetof(struct reg_task, field)
static const struct field task_fields[] = {
	{"group", TEXT, T(group)}, {"tt", TEXT, T(number)}, {"text", TEXT, T(text)}, {"directive", TEXT, T(directive)}, {"lead", TEXT, T(lead)},
	{"partners", TEXT, T(partners)}, {"assigned", DATE, T(assigned)}, {"due", DUE, T(due)}, {"done", DATE, T(done)}, {"progress", PROGRESS, T(progress)},
	{"said", SAID, T(said)}, {"progress-words", TEXT, T(progress_words)}, {"state-words", TEXT, T(state_words)}, {"result", TEXT, T(result)},
	{"product", TEXT, T(product)}, {"area", TEXT, T(area)}, {"trouble", TEXT, T(trouble)}, {"proposal", TEXT, T(proposal)}, {"note", TEXT, T(note)}, {NULL, TEXT, 0}};

#define D(field) offsetof(struct reg_directive, d.field)
static const struct field directive_fields[] = {
	{"code", TEXT, D(code)}, {"kind", TEXT, D(kind)}, {"issued", DATE, D(date)}, {"issuer", TEXT, D(issuer)}, {"subject", TEXT, D(subject)},
	{"brief", TEXT, D(brief)}, {NULL, TEXT, 0}};

#define A(field) offsetof(struct reg_agency, field)
static const struct field agency_fields[] = {
	{"name", TEXT, A(name)}, {"short", TEXT, A(brief)}, {"abbr", TEXT, A(abbr)}, {"parent", TEXT, A(parent)}, {"group", TEXT, A(group)},
	{"place", TEXT, A(place)}, {"head", TEXT, A(head)}, {"title", TEXT, A(title)}, {NULL, TEXT, 0}};

#define PUT_ALL(out, table, fields, v, n) \
	for (size_t i_ = 0; i_ < (n); i_++) \
		put_row(out, table, &(v)[i_].at, fields, &(v)[i_], (v)[i_].extra, (v)[i_].n_extra)

void reg_dump(const struct reg *r, struct buf *out)
{
	static const char *const tables[REG_TABLES] = {"tasks", "directives", "agencies"};

	for (size_t i = 0; i < r->n_sheets; i++) {
		const struct reg_sheet *s = r->sheets[i];

		buf_printf(out, "sheet \"%s\" %s:", s->name, tables[s->table]);
		for (size_t k = 0; k < s->n_cols; k++)
			buf_printf(out, " %u=%s%s", (unsigned)s->cols[k].col, s->cols[k].field < 0 ? "+" : "", s->cols[k].title);
		buf_putc(out, '\n');
	}
	PUT_ALL(out, "task", task_fields, r->tasks, r->n_tasks);
	PUT_ALL(out, "directive", directive_fields, r->directives, r->n_directives);
	PUT_ALL(out, "agency", agency_fields, r->agencies, r->n_agencies);
}
