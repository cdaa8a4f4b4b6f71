/* Numbers and texts as their format shows them. */
#include "model/numfmt.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_DECIMALS = 30, DIGITS = 400 };

/* Digits with a decimal comma in place of the point. */
static void put_comma(struct buf *out, char *digits)
{
	char *point = strchr(digits, '.');
	if (point)
		*point = ',';
	buf_puts(out, digits);
}

void numfmt_general(double v, struct buf *out)
{
	char s[64];
	if (fabs(v) < 1e15 && v == floor(v)) { /* the usual number: by hand, printf takes ten times as long */
		char *p = s + sizeof s;
		unsigned long long u = (unsigned long long)fabs(v);
		do
			*--p = (char)('0' + u % 10);
		while (u /= 10);
		if (v < 0)
			*--p = '-';
		buf_put(out, p, (size_t)(s + sizeof s - p));
		return;
	}
	snprintf(s, sizeof s, "%.15g", v);
	if (strchr(s, 'e') && fabs(v) < 1 && fabs(v) >= 1e-9) {
		snprintf(s, sizeof s, "%.20f", v);
		s[strspn(s, "-0.") + 15] = '\0';
		char *e = s + strlen(s);
		while (e > s && e[-1] == '0')
			*--e = '\0';
	}
	put_comma(out, s);
}

/* ---- digits in their places ---- */

struct number { char digits[DIGITS]; int n; char decimals[MOST_DECIMALS + 2]; };

static bool spread(const struct fmt_section *s, double v, struct number *x)
{
	char all[DIGITS];
	int places = s->decimals < MOST_DECIMALS ? s->decimals : MOST_DECIMALS;
	if (v < 1e9 && v != floor(v)) /* as Excel, which counts in 15 decimal digits: 1.005 is shown as 1.01 */
		v += v * 4e-16;
	int len = snprintf(all, sizeof all, "%.*f", places, v);
	if (len < 0 || len >= DIGITS)
		return false;
	const char *point = strchr(all, '.');
	x->n = point ? (int)(point - all) : len;
	memcpy(x->digits, all, (size_t)x->n);
	if (x->n == 1 && *all == '0')
		x->n = 0; /* only "0" shows it */
	memset(x->decimals, 0, sizeof x->decimals);
	if (point)
		memcpy(x->decimals, point + 1, strlen(point + 1));
	return true;
}

static void put_digit(const struct fmt_section *s, const struct number *x, int place, char sign, struct buf *out)
{
	if (place < x->n)
		buf_putc(out, x->digits[x->n - 1 - place]);
	else if (sign == '0')
		buf_putc(out, '0');
	else if (sign == '?')
		buf_putc(out, ' ');
	else
		return;
	if (s->group && place && place % 3 == 0)
		buf_putc(out, '.');
}

/* The decimals that "#" leaves out are those that are zero to the end. */
static bool rest_is_zero(const struct number *x, int from)
{
	return x->decimals[from + (int)strspn(x->decimals + from, "0")] == '\0';
}

static void put_decimal(const struct number *x, int i, char sign, struct buf *out)
{
	if (i >= MOST_DECIMALS)
		return;
	if (sign == '0' || !rest_is_zero(x, i))
		buf_putc(out, x->decimals[i] ? x->decimals[i] : '0');
	else if (sign == '?')
		buf_putc(out, ' ');
}

static bool shows_decimals(const struct fmt_section *s, const struct number *x)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].kind == FMT_DIGIT && s->v[i].decimal && s->v[i].sign == '0')
			return true;
	return !rest_is_zero(x, 0);
}

static void put_scientific(const struct fmt_section *s, double v, const struct fmt_token *t, struct buf *out)
{
	char all[64];
	snprintf(all, sizeof all, "%.*e", s->decimals < MOST_DECIMALS ? s->decimals : MOST_DECIMALS, v);
	char *e = strchr(all, 'e');
	if (!e)
		return;
	*e++ = '\0';
	put_comma(out, all);
	buf_putc(out, 'E');
	if (*e == '-' || t->sign == '+')
		buf_putc(out, *e);
	for (e++; *e == '0' && strlen(e) > (t->n ? t->n : 1);)
		e++;
	buf_puts(out, e);
}

static const struct fmt_token *exponent_of(const struct fmt_section *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].kind == FMT_EXPONENT)
			return &s->v[i];
	return NULL;
}

/* v ≥ 0 by a section of digits. */
static void put_number(const struct fmt_section *s, double v, struct buf *out)
{
	struct number x;
	const struct fmt_token *e = exponent_of(s);
	int place = s->whole - 1, decimal = 0;
	v *= pow(100, s->percents) / pow(1000, s->thousands);
	if (e || s->fraction || !spread(s, v, &x)) {
		if (e)
			put_scientific(s, v, e, out);
		else
			numfmt_general(v, out);
		return;
	}
	bool first = true, any = s->whole || s->decimals;
	for (size_t i = 0; i < s->n; i++) {
		const struct fmt_token *t = &s->v[i];
		if (t->kind == FMT_LITERAL) {
			buf_put(out, t->text, t->n);
		} else if (t->kind == FMT_GENERAL) {
			numfmt_general(v, out);
		} else if (t->kind == FMT_PERCENT) {
			buf_putc(out, '%');
		} else if (t->kind == FMT_POINT) {
			if (first && !s->whole) /* ".00" of 12,5 is 12,50 */
				for (int k = x.n - 1; k >= 0; k--)
					put_digit(s, &x, k, '#', out);
			if (any && shows_decimals(s, &x))
				buf_putc(out, ',');
		} else if (t->kind == FMT_DIGIT && t->decimal) {
			put_decimal(&x, decimal++, t->sign, out);
		} else if (t->kind == FMT_DIGIT) {
			for (int k = x.n - 1; first && k > place; k--)
				put_digit(s, &x, k, '#', out);
			first = false;
			put_digit(s, &x, place--, t->sign, out);
		}
	}
}

/* ---- which section ---- */

static bool fits(const struct fmt_section *s, double v)
{
	switch (s->op) {
	case FMT_LESS: return v < s->than;
	case FMT_LESS_EQUAL: return v <= s->than;
	case FMT_EQUAL: return v == s->than;
	case FMT_NOT_EQUAL: return v != s->than;
	case FMT_MORE: return v > s->than;
	case FMT_MORE_EQUAL: return v >= s->than;
	default: return true;
	}
}

/* The section for a number; *minus: it shows no sign of its own, and the number is below zero. */
static const struct fmt_section *choose(const struct numfmt *f, double v, bool *minus)
{
	size_t n = f->n < 3 ? f->n : 3;
	*minus = v < 0;
	if (f->n > 1 && f->n < 4 && f->sections[f->n - 1].text && !f->sections[f->n - 1].whole)
		n = f->n - 1 ? f->n - 1 : 1; /* "0;@": the last is of texts */
	bool conditions = f->sections[0].op != FMT_ANY || f->sections[1].op != FMT_ANY;
	if (conditions) {
		for (size_t i = 0; i < n; i++)
			if (fits(&f->sections[i], v) && (f->sections[i].op != FMT_ANY || i == n - 1 || i))
				return &f->sections[i];
		return &f->sections[n - 1];
	}
	if (n == 3 && v == 0)
		return &f->sections[2];
	if (n >= 2 && v < 0) {
		*minus = false;
		return &f->sections[1];
	}
	return &f->sections[0];
}

static bool is_zero(const char *s)
{
	for (; *s; s++)
		if (*s >= '1' && *s <= '9')
			return false;
	return true;
}

void numfmt_show(const struct numfmt *f, double v, bool first_1904, struct buf *out, struct sheet_cell *cell)
{
	bool minus;
	const struct fmt_section *s = choose(f, v, &minus);
	cell->kind = CELL_NUMBER;
	cell->number = v;
	if (s->date) {
		numfmt_date(s, v, first_1904, out, cell);
		return;
	}
	if (s->n == 1 && (s->v[0].kind == FMT_GENERAL || s->v[0].kind == FMT_TEXT)) {
		numfmt_general(v < 0 && !minus ? -v : v, out);
		return;
	}
	size_t from = out->len;
	bool text = false;
	for (size_t i = 0; i < s->n; i++)
		text |= s->v[i].kind == FMT_TEXT;
	if (minus)
		buf_putc(out, '-');
	for (size_t i = 0; text && i < s->n; i++) {
		if (s->v[i].kind == FMT_TEXT)
			numfmt_general(fabs(v), out);
		else if (s->v[i].kind == FMT_LITERAL)
			buf_put(out, s->v[i].text, s->v[i].n);
	}
	if (!text)
		put_number(s, fabs(v), out);
	if (minus && !out->failed && (s->whole || s->decimals) && is_zero(out->data + from)) { /* what is rounded to nothing has no sign */
		memmove(out->data + from, out->data + from + 1, out->len - from);
		out->len--;
	}
}

void numfmt_text(const struct numfmt *f, const char *s, size_t n, struct buf *out)
{
	const struct fmt_section *t = f->n == 4 ? &f->sections[3] : &f->sections[f->n - 1];
	if (f->n < 4 && !t->text) {
		buf_put(out, s, n);
		return;
	}
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].kind == FMT_TEXT || t->v[i].kind == FMT_GENERAL)
			buf_put(out, s, n);
		else if (t->v[i].kind == FMT_LITERAL && t->text)
			buf_put(out, t->v[i].text, t->v[i].n);
	}
}
