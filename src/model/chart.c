#include "model/chart.h"
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/buf.h"

/* Neighbours differ by much: a stack shows them side by side. Letters are read on all of them. */
const struct chart_fill chart_fills[CHART_SERIES] = {
	{0x8C, CHART_SOLID, NULL}, {0xD9, CHART_SOLID, NULL}, {0xFF, CHART_SOLID, NULL}, {0, CHART_UP, "wdUpDiag"},
	{0xB2, CHART_SOLID, NULL}, {0, CHART_LEVEL, "narHorz"}, {0xEC, CHART_SOLID, NULL}, {0, CHART_GRID, "smGrid"},
};

char *chart_number(struct arena *a, const struct chart *c, double v)
{
	char digits[64];
	if (isnan(v))
		return arena_strdup(a, "");
	/* In whole units of the last decimal: printf would put the locale's comma. */
	double scale = pow(10, c->places);
	snprintf(digits, sizeof digits, "%0*.0f", c->places + 1, fabs(v) * scale);
	size_t n = strlen(digits), whole = n - (size_t)c->places;
	char *out = arena_alloc(a, 2 * n + 4), *p = out;
	for (size_t i = 0; i < whole; i++) {
		if (i && (whole - i) % 3 == 0)
			*p++ = '.';
		*p++ = digits[i];
	}
	if (c->places)
		p += sprintf(p, ",%s", digits + whole);
	if (c->percent)
		*p++ = '%';
	*p = 0;
	return out;
}

const char *chart_axis_name(struct arena *a, const struct chart *c)
{
	const char *series = c->n_series == 1 ? c->series[0] : NULL;
	if (series && c->unit)
		return arena_printf(a, "%s (%s)", series, c->unit);
	return series ? series : c->unit;
}

static void put_category(struct arena *a, const struct chart *c, size_t i, struct buf *out)
{
	bool any = false;
	buf_printf(out, "%s%s: ", i ? "; " : "", c->categories[i]);
	for (size_t k = 0; k < c->n_series; k++) {
		const char *number = chart_number(a, c, chart_value(c, i, k));
		if (!*number)
			continue;
		buf_puts(out, any ? ", " : "");
		any = true;
		if (c->n_series > 1)
			buf_printf(out, "%s ", c->series[k]);
		buf_puts(out, number);
	}
	buf_puts(out, any ? "" : "không có số liệu");
}

char *chart_words(struct arena *a, const struct chart *c)
{
	struct buf b = BUF_INIT;
	const char *axis = chart_axis_name(a, c);
	buf_puts(&b, c->kind == CHART_COLUMNS ? "Biểu đồ cột" : "Biểu đồ thanh ngang");
	buf_puts(&b, c->stacked ? " chồng. " : ". ");
	if (c->title && *c->title)
		buf_printf(&b, "%s%s ", c->title, c->title[strlen(c->title) - 1] == '.' ? "" : ".");
	if (axis)
		buf_printf(&b, c->n_series == 1 ? "%s. " : "Đơn vị: %s. ", axis);
	for (size_t i = 0; i < c->n_categories; i++)
		put_category(a, c, i, &b);
	buf_putc(&b, '.');
	char *s = arena_strndup(a, b.data, b.len);
	buf_free(&b);
	return s;
}
