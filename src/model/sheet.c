#include "model/sheet.h"

#include <string.h>

const struct sheet_cell *sheet_at(const struct sheet_row *r, uint32_t col)
{
	size_t lo = 0, hi = r->n;
	if (col < r->n && r->cells[col].col == col)
		return &r->cells[col]; /* no cell is missing before it: the usual row */
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (r->cells[mid].col < col)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < r->n && r->cells[lo].col == col ? &r->cells[lo] : NULL;
}

const char *sheet_text(const struct sheet_row *r, uint32_t col)
{
	const struct sheet_cell *c = sheet_at(r, col);
	return c ? c->text : "";
}

bool sheet_blank(const struct sheet_row *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->cells[i].text[strspn(r->cells[i].text, " \t\r\n")])
			return false;
	return true;
}

/* ---- places ---- */

static char *col_name(uint32_t col, char out[8])
{
	char *p = out + 7;
	*p = '\0';
	do
		*--p = (char)('A' + col % 26);
	while (p > out && (col = col / 26) && col--);
	return p;
}

char *sheet_place(struct arena *a, const char *sheet, uint32_t row, uint32_t col)
{
	char name[8];
	const char *before = sheet ? sheet : "", *mark = *before ? "!" : "";
	if (!row)
		return arena_printf(a, "%s%s%s", before, mark, col_name(col, name));
	return arena_printf(a, "%s%s%s%u", before, mark, col_name(col, name), row);
}

/* "$C" → 2, or -1 where no column stands. */
static int64_t take_col(const char **p, const char *end)
{
	const char *q = *p;
	int64_t v = 0;
	q += q < end && *q == '$';
	const char *from = q;
	for (; q < end && ((*q >= 'A' && *q <= 'Z') || (*q >= 'a' && *q <= 'z')); q++)
		if ((v = v * 26 + (*q & 31)) > SHEET_COLS)
			return -1;
	if (q == from)
		return -1;
	*p = q;
	return v - 1;
}

/* "$7" → 7, or 0 where no row stands. */
static uint32_t take_row(const char **p, const char *end)
{
	const char *q = *p;
	uint32_t v = 0;
	q += q < end && *q == '$';
	for (; q < end && *q >= '0' && *q <= '9'; q++)
		if ((v = v * 10 + (uint32_t)(*q - '0')) > SHEET_ROWS)
			return 0;
	if (v)
		*p = q;
	return v;
}

bool sheet_ref(const char *s, size_t n, uint32_t *row, uint32_t *col)
{
	const char *end = s + n;
	int64_t c = take_col(&s, end);
	uint32_t r = c < 0 ? 0 : take_row(&s, end);
	if (!r || s != end)
		return false;
	*row = r;
	*col = (uint32_t)c;
	return true;
}

/* One end of a range: what is not given is -1, 0. */
static bool range_end(const char **p, const char *end, int64_t *col, uint32_t *row)
{
	*col = take_col(p, end);
	*row = take_row(p, end);
	return *col >= 0 || *row;
}

bool sheet_range_read(const char *s, size_t n, struct sheet_range *out)
{
	const char *end = s + n;
	int64_t c1, c2;
	uint32_t r1, r2;
	if (!range_end(&s, end, &c1, &r1))
		return false;
	if (s == end) {
		c2 = c1;
		r2 = r1;
		if (c1 < 0 || !r1)
			return false;
	} else if (*s++ != ':' || !range_end(&s, end, &c2, &r2) || s != end) {
		return false;
	}
	if ((c1 < 0) != (c2 < 0) || !r1 != !r2)
		return false;
	if (c1 < 0)
		c1 = 0, c2 = SHEET_COLS - 1;
	if (!r1)
		r1 = 1, r2 = SHEET_ROWS;
	*out = (struct sheet_range){r1 < r2 ? r1 : r2, (uint32_t)(c1 < c2 ? c1 : c2), r1 < r2 ? r2 : r1, (uint32_t)(c1 < c2 ? c2 : c1)};
	return true;
}

struct sheet_row *sheet_row_copy(struct arena *a, const struct sheet_row *r)
{
	struct sheet_row *copy = ARENA_NEW(a, struct sheet_row);
	*copy = *r;
	copy->cells = ARENA_ARRAY(a, struct sheet_cell, r->n);
	for (size_t i = 0; i < r->n; i++) {
		copy->cells[i] = r->cells[i];
		copy->cells[i].text = *r->cells[i].text ? arena_strdup(a, r->cells[i].text) : "";
	}
	return copy;
}

/* ---- day numbers ---- */

/* Days from 1/3/0000 of the Gregorian calendar, by eras of 400 years. */
static int64_t days_from(struct date d)
{
	int64_t y = d.year - (d.month <= 2);
	int64_t era = y / 400, of_era = y - era * 400;
	int64_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

static struct date date_of(int64_t days)
{
	int64_t era = days / 146097, of_era = days - era * 146097;
	int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * y + y / 4 - y / 100), m = (5 * of_year + 2) / 153;
	struct date d = {.day = (int)(of_year - (153 * m + 2) / 5 + 1), .month = (int)(m < 10 ? m + 3 : m - 9)};
	d.year = (int)(y + era * 400 + (d.month <= 2));
	return d;
}

/* Excel counts a 29/2/1900 as day 60, which never was: from 1/3/1900 on its numbers are days since 30/12/1899. */
enum { MARCH_1900 = 61, NO_DAY = 60 };

static int64_t day_zero(void)
{
	return days_from((struct date){.day = 30, .month = 12, .year = 1899});
}

uint32_t sheet_serial(struct date d)
{
	if (!viet_date_valid(d) || d.year < 1900)
		return 0;
	int64_t n = days_from(d) - day_zero();
	return (uint32_t)(n < MARCH_1900 ? n - 1 : n);
}

bool sheet_unserial(uint32_t serial, struct date *out)
{
	if (serial < 1 || serial > 2958465 || serial == NO_DAY)
		return false;
	*out = date_of(day_zero() + serial + (serial < NO_DAY));
	return true;
}
