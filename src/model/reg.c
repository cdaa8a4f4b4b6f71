/* Parts of a register's rows. */
#include "model/reg.h"

#include <string.h>

#include "base/i18n.h"
#include "model/sheet.h"

const char *reg_extra(const struct reg_extra *v, size_t n, const char *fold)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(v[i].column->fold, fold) == 0)
			return v[i].value;
	return NULL;
}

const struct reg_column *reg_column(const struct reg_sheet *s, enum reg_field f)
{
	for (size_t i = 0; i < s->n_cols; i++)
		if (s->cols[i].field == (int)f)
			return &s->cols[i];
	return NULL;
}

char *reg_place_text(struct arena *a, const struct reg_place *p, enum reg_field f)
{
	const struct reg_column *c = reg_column(p->sheet, f);

	if (!p->sheet->sheets)
		return arena_printf(a, _("line %u"), (unsigned)p->line);
	return sheet_place(a, p->sheet->name, p->row, c != NULL ? c->col : 0);
}
