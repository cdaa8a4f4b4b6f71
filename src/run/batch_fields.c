/* What a template asks for and what a register has. */
#include <string.h>
#include "base/file.h"
#include "base/i18n.h"
#include "compose/figures.h"
#include "model/sheet.h"
#include "read/reg.h"
#include "run/batch_inner.h"
#include "run/batch_msg.h"

enum { NEAR = 4 };

static const char *const table_names[REG_TABLES] = { [REG_TASKS] = N_("tasks"), [REG_DIRECTIVES] = N_("directives"), [REG_AGENCIES] = N_("agencies")};

/* "A “TT” = số thứ tự", "K “Phòng phụ trách” (own column)". */
static const char *column_text(struct arena *a, const struct reg_sheet *s, const struct reg_column *c)
{
	const char *place = s->sheets ? arena_printf(a, "%s ", sheet_place(a, NULL, 0, c->col)) : "";

	if (c->field >= 0)
		return arena_printf(a, "%s“%s” = %s", place, c->title, reg_field_name((enum reg_field)c->field));
	return arena_printf(a, "%s“%s” (%s)", place, c->title, _("own column"));
}

void tell_understood(struct batch *b, const struct reg_sheet *const *v, size_t n)
{
	struct arena *a = b->arena;

	for (size_t i = 0; i < n; i++) {
		const char *line = *v[i]->name != '\0' ? arena_printf(a, "%s, %s", file_base(v[i]->file), v[i]->name) : file_base(v[i]->file);

		line = arena_printf(a, "%s: %s:", line, _(table_names[v[i]->table]));
		for (size_t k = 0; k < v[i]->n_cols; k++)
			line = arena_printf(a, "%s%s %s", line, k > 0 ? ";" : "", column_text(a, v[i], &v[i]->cols[k]));
		ARENA_PUSH(a, b->understood, b->n_understood, b->cap_understood, line);
	}
}

/* ---- the names of a template ---- */

struct known { const struct reg_sheet **sheets; size_t n_sheets; };

static const char *column_of(struct arena *a, const struct known *k, const char *fold)
{
	for (size_t i = 0; i < k->n_sheets; i++)
		for (size_t c = 0; c < k->sheets[i]->n_cols; c++)
			if (strcmp(k->sheets[i]->cols[c].fold, fold) == 0)
				return arena_printf(a, _("column “%s” of the register"), k->sheets[i]->cols[c].title);
	return NULL;
}

static const char *figure_of(struct arena *a, const struct merge_name *m)
{
	const char *top = NULL;

	for (size_t i = 0; i < n_figure_names; i++) {
		const struct figure_name *f = &figure_names[i];

		if (strcmp(viet_fold(a, f->name), m->fold) != 0)
			continue;
		if (strcmp(viet_fold(a, f->inside), m->inside) == 0)
			return _(f->meaning);
		if (*f->inside == '\0')
			top = _(f->meaning);
	}
	return top == NULL && figures_know(m->inside, m->fold) ? "" : top;
}

static void look(const char *fold, const char *name, const char *candidate, int *best, const char **near)
{
	int d = viet_distance(fold, candidate, *best);

	if (d < *best) {
		*best = d;
		*near = name;
	}
}

static const char *nearest(struct arena *a, const struct known *k, const char *fold)
{
	const char *near = NULL;
	int best = NEAR;

	for (size_t i = 0; i < n_figure_names; i++)
		look(fold, figure_names[i].name, viet_fold(a, figure_names[i].name), &best, &near);
	for (size_t i = 0; i < k->n_sheets; i++)
		for (size_t c = 0; c < k->sheets[i]->n_cols; c++)
			look(fold, k->sheets[i]->cols[c].title, k->sheets[i]->cols[c].fold, &best, &near);
	return near;
}

struct batch_field *batch_fields(struct arena *a, const struct batch_options *o, size_t *n, struct diag *g)
{
	const struct template *t = merge_open_file(a, o->template, g);
	const struct merge_name *names;
	struct known k = {.n_sheets = 0};
	struct reg_sink sink = {.ctx = NULL};
	struct batch_field *v;

	*n = 0;
	if (t == NULL || (o->data != NULL && reg_read(a, o->data, NULL, &sink, &k.sheets, &k.n_sheets, g) != 0))
		return NULL;
	names = merge_names(a, t, n);
	v = ARENA_ARRAY(a, struct batch_field, *n);
	for (size_t i = 0; i < *n; i++) {
		v[i] = (struct batch_field){.name = names[i].name, .inside = names[i].inside, .pos = names[i].pos, .meaning = figure_of(a, &names[i])};
		if (v[i].meaning == NULL)
			v[i].meaning = column_of(a, &k, names[i].fold);
		if (v[i].meaning == NULL)
			v[i].near = nearest(a, &k, names[i].fold);
	}
	return v;
}
