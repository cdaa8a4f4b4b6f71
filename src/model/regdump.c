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

static void put_extra(struct buf *out, const struct reg_extra *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put_text(out, v[i].column->fold, v[i].value);
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

static void put_task(struct buf *out, const struct reg_task *t)
{
	static const char *const said[] = {"", "done", "in-time", "late", "doing", "not-begun", "overdue", "recurring", "stopped"};

	buf_printf(out, "task %s:%u", t->at.sheet->name, (unsigned)t->at.row);
	put_text(out, "group", t->group);
	put_text(out, "tt", t->number);
	put_text(out, "text", t->text);
	put_text(out, "directive", t->directive);
	put_text(out, "lead", t->lead);
	put_text(out, "partners", t->partners);
	put_date(out, "assigned", t->assigned);
	put_due(out, &t->due);
	put_date(out, "done", t->done);
	if (t->progress != -1)
		buf_printf(out, " progress=%g", t->progress);
	if (t->said != SAID_NOTHING)
		buf_printf(out, " said=%s", said[t->said]);
	put_text(out, "progress-words", t->progress_words);
	put_text(out, "state-words", t->state_words);
	put_text(out, "result", t->result);
	put_text(out, "product", t->product);
	put_text(out, "area", t->area);
	put_text(out, "trouble", t->trouble);
	put_text(out, "proposal", t->proposal);
	put_text(out, "note", t->note);
	put_extra(out, t->extra, t->n_extra);
	buf_putc(out, '\n');
}

static void put_directive(struct buf *out, const struct reg_directive *d)
{
	buf_printf(out, "directive %s:%u", d->at.sheet->name, (unsigned)d->at.row);
	put_text(out, "code", d->d.code);
	put_text(out, "kind", d->d.kind);
	put_date(out, "issued", d->d.date);
	put_text(out, "issuer", d->d.issuer);
	put_text(out, "subject", d->d.subject);
	put_text(out, "brief", d->d.brief);
	put_extra(out, d->extra, d->n_extra);
	buf_putc(out, '\n');
}

static void put_agency(struct buf *out, const struct reg_agency *g)
{
	buf_printf(out, "agency %s:%u", g->at.sheet->name, (unsigned)g->at.row);
	put_text(out, "name", g->name);
	put_text(out, "short", g->brief);
	put_text(out, "abbr", g->abbr);
	put_text(out, "parent", g->parent);
	put_text(out, "group", g->group);
	put_text(out, "place", g->place);
	put_text(out, "head", g->head);
	put_text(out, "title", g->title);
	put_extra(out, g->extra, g->n_extra);
	buf_putc(out, '\n');
}

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
	for (size_t i = 0; i < r->n_tasks; i++)
		put_task(out, &r->tasks[i]);
	for (size_t i = 0; i < r->n_directives; i++)
		put_directive(out, &r->directives[i]);
	for (size_t i = 0; i < r->n_agencies; i++)
		put_agency(out, &r->agencies[i]);
}
