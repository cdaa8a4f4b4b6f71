/* The values of one document: its rows, and the figures that compose makes of them. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "base/deadline.h"
#include "compose/figures.h"
#include "run/batch_inner.h"
#include "run/batch_msg.h"

/* The day at which states are judged: that of the reports; of a month, or of a quarter, the last one. */
struct date batch_day(const struct batch_options *o)
{
	if (o->has_date && o->date.day > 0)
		return o->date;
	if (o->has_date && o->date.month > 0)
		return date_month_end(o->date.year, o->date.month);
	return date_month_end(o->year, o->quarter * 3);
}

static const struct reg_task **pointers(struct arena *a, const struct reg_task *v, size_t n)
{
	const struct reg_task **p = ARENA_ARRAY(a, const struct reg_task *, n);

	for (size_t i = 0; i < n; i++)
		p[i] = &v[i];
	return p;
}

struct value *value_of_document(struct batch_run *r, struct arena *a, size_t doc, struct diag *g)
{
	const struct batch_options *o = r->o;
	struct value *root = value_map(a);
	struct report_view *v = ARENA_NEW(a, struct report_view);
	struct rows_of rows;

	if (!rows_of(r->rows, a, doc, &rows)) {
		diag_put(g, &BATCH_SPOOL_LOST, (struct pos){.file = o->data}, strerror(EIO));
		return NULL;
	}
	*v = (struct report_view){.tasks = pointers(a, rows.tasks, rows.n_tasks), .n_tasks = rows.n_tasks, .before = pointers(a, rows.before, rows.n_before), .n_before = rows.n_before,
		.has_before = o->previous != NULL, .agency = rows.agency, .key = o->whole ? NULL : r->b->docs[doc].key, .quarter = o->quarter, .year = o->year, .at = batch_day(o), .has_date = o->has_date};
	v->agencies = rows_agencies(r->rows, &v->n_agencies);
	v->directives = rows_directives(r->rows, &v->n_directives);
	figures(a, v, root);
	return root;
}
