/* The stretches of time that a text names: it is cut into folded tokens, in which each way to name a day, month, quarter … is a row
 * of readers[]. */
#include "base/deadline_in.h"

#include <string.h>

#include "base/utf8.h"

/* ---- tokens ---- */

enum { LONGEST = 600 /* bytes looked at */ };

static bool letter(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80); }
static bool digit(char c) { return c >= '0' && c <= '9'; }

/* Spaces and hyphens, which folding drops, are kept by signs that it leaves alone. */
static char *folded(struct arena *a, const char *s)
{
	size_t n = 0, len = strlen(s);
	char *t = arena_alloc(a, len + 1);

	for (const char *p = s, *end = s + len; p < end && n < LONGEST;) {
		const char *from = p;
		uint32_t c = utf8_next(&p, end);

		if (utf8_is_space(c)) {
			t[n++] = '\1';
		} else if (c == '-' || (c >= 0x2010 && c <= 0x2015)) {
			t[n++] = '\2';
		} else if (c == 0x2026) { /* … */
			t[n++] = '.';
		} else {
			memcpy(t + n, from, (size_t)(p - from));
			n += (size_t)(p - from);
		}
	}
	t[n] = '\0';
	return viet_fold(a, t);
}

void deadline_cut(struct arena *a, const char *s, struct tokens *out)
{
	const char *p = folded(a, s);

	out->n = 0;
	while (*p != '\0' && out->n < TOKENS) {
		struct token *t = &out->v[out->n];
		size_t n = 0;

		*t = (struct token){.kind = TOKEN_END};
		if (*p == '\1') {
			p++;
			continue;
		}
		if (digit(*p)) {
			for (; digit(p[n]); n++)
				t->value = n < 6 ? t->value * 10 + (p[n] - '0') : t->value;
			*t = (struct token){.kind = TOKEN_NUMBER, .value = t->value, .digits = n};
		} else if (letter(*p)) {
			for (; letter(p[n]); n++)
				if (n + 1 < TOKEN_BYTES)
					t->text[n] = p[n];
			t->kind = TOKEN_WORD;
		} else {
			t->kind = TOKEN_SIGN;
			t->text[0] = *p == '\2' ? '-' : *p;
			n = 1;
		}
		p += n;
		out->n++;
	}
	for (size_t i = 0; i < 6; i++)
		out->v[out->n + i] = (struct token){.kind = TOKEN_END};
}

bool token_is(const struct token *t, const char *text)
{
	return (t->kind == TOKEN_WORD || t->kind == TOKEN_SIGN) && strcmp(t->text, text) == 0;
}

size_t token_words(const struct token *t, const char *text)
{
	size_t n = 0;

	while (*text != '\0') {
		size_t len = strcspn(text, " ");

		if (t[n].kind != TOKEN_WORD || strlen(t[n].text) != len || memcmp(t[n].text, text, len) != 0)
			return 0;
		n++;
		text += len + (text[len] == ' ');
	}
	return n;
}

/* ---- stretches of time ---- */

bool token_small(const struct token *t, int most, int *value)
{
	*value = t->value;
	return t->kind == TOKEN_NUMBER && t->digits <= 2 && t->value >= 1 && t->value <= most;
}

bool token_quarter(const struct token *t, int *q)
{
	static const char *const roman[] = {"i", "ii", "iii", "iv"};

	if (token_small(t, 4, q))
		return true;
	for (int i = 0; i < 4; i++)
		if (token_is(t, roman[i])) {
			*q = i + 1;
			return true;
		}
	return false;
}

static bool year_at(const struct token *t, int *year)
{
	*year = t->value;
	return t->kind == TOKEN_NUMBER && t->digits == 4 && t->value >= 1900 && t->value <= 2200;
}

/* "/2025", "năm 2025", " 2025" after a month or quarter; returns the tokens, 0 if there is no year. */
static size_t year_after(const struct token *t, int *year)
{
	size_t n = 0;

	if (token_is(&t[0], "/") || token_is(&t[0], "-") || token_is(&t[0], ".") || token_is(&t[0], ","))
		n = 1;
	n += token_is(&t[n], "nam");
	return year_at(&t[n], year) ? n + 1 : 0;
}

/* "-", ",", "và", "đến" between two of a kind. */
static bool joins(const struct token *t)
{
	static const char *const list[] = {"-", ",", "va", "den", "toi", "+", "&"};

	for (size_t i = 0; i < sizeof list / sizeof *list; i++)
		if (token_is(t, list[i]))
			return true;
	return false;
}

static struct stretch months(int year, int first, int last)
{
	return (struct stretch){.from = {1, first, year}, .to = date_month_end(year, last), .range = last > first};
}

/* The day that the numbers name; false, noted, if there is none such. */
static bool whole_day(struct date d, struct stretch *out, bool *none)
{
	if (d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 || !viet_date_valid(d)) {
		*none = true;
		return false;
	}
	out->from = out->to = d;
	out->day = true;
	return true;
}

static bool day_sign(const struct token *t)
{
	return token_is(t, "/") || token_is(t, "-") || token_is(t, ".");
}

/* "15/5/2025", "15-5-2025", "2025-05-15", "ngày 15 tháng 5 năm 2025", "15 tháng 5 năm 2025" */
static size_t read_day(const struct token *t, struct stretch *out, bool *none)
{
	size_t n = token_is(&t[0], "ngay"), len;
	struct date d = {0};

	if (year_at(&t[n], &d.year) && token_is(&t[n + 1], "-") && token_small(&t[n + 2], 99, &d.month) && token_is(&t[n + 3], "-") && token_small(&t[n + 4], 99, &d.day))
		len = n + 5;
	else if (token_small(&t[n], 99, &d.day) && day_sign(&t[n + 1]) && token_small(&t[n + 2], 99, &d.month) && token_is(&t[n + 3], t[n + 1].text) && year_at(&t[n + 4], &d.year))
		len = n + 5;
	else if (token_small(&t[n], 99, &d.day) && token_is(&t[n + 1], "thang") && token_small(&t[n + 2], 99, &d.month) && year_after(&t[n + 3], &d.year) > 0)
		len = n + 3 + year_after(&t[n + 3], &d.year);
	else
		return 0;
	return whole_day(d, out, none) ? len : 0;
}

/* "01/9 - 31/12/2025", "từ ngày 01/9 đến hết ngày 31/12/2025", "01 - 15/10/2025": the year stands once. */
static size_t read_days(const struct token *t, struct stretch *out, bool *none)
{
	size_t n = token_is(&t[0], "ngay"), len;
	struct date from = {0};
	struct stretch last = {.len = 0};
	bool month;

	if (!token_small(&t[n], 31, &from.day))
		return 0;
	month = token_is(&t[n + 1], "/") && token_small(&t[n + 2], 12, &from.month);
	n += month ? 3 : 1;
	if (!token_is(&t[n], "-") && !token_is(&t[n], "den") && !token_is(&t[n], "toi"))
		return 0;
	n++;
	n += token_is(&t[n], "het");
	len = read_day(&t[n], &last, none);
	if (len == 0 || t[n].digits > 2)
		return 0;
	from.year = last.to.year;
	from.month = month ? from.month : last.to.month;
	if (!viet_date_valid(from) || viet_date_cmp(from, last.to) >= 0)
		return 0;
	*out = (struct stretch){.from = from, .to = last.to, .range = true};
	return n + len;
}

/* "tháng 10/2025", "T10/2025", "10/2025", "tháng 9 - 12/2025", "tháng 9, 10, 11/2025" */
static size_t read_month(const struct token *t, struct stretch *out, bool *none)
{
	size_t n = 0, more;
	int first, last, next, year;
	bool named = token_is(&t[0], "thang") || (token_is(&t[0], "t") && t[1].kind == TOKEN_NUMBER);

	(void)none;
	n += named;
	if (!token_small(&t[n], 12, &first))
		return 0;
	last = first;
	n++;
	while (named && joins(&t[n])) {
		size_t k = n + 1 + token_is(&t[n + 1], "thang");

		if (!token_small(&t[k], 12, &next) || next <= last || day_sign(&t[k]))
			break;
		last = next;
		n = k + 1;
	}
	if (!named && !day_sign(&t[n]))
		return 0;
	more = year_after(&t[n], &year);
	if (more == 0)
		return 0;
	*out = months(year, first, last);
	return n + more;
}

/* "Quý", "quí", "Q", "Q." before its number; a Roman one may be written with it ("QIV"): *q is its number then. */
static size_t quarter_name(const struct token *t, int *q)
{
	static const char *const glued[] = {"qi", "qii", "qiii", "qiv"};

	*q = 0;
	for (int i = 0; i < 4; i++)
		if (token_is(t, glued[i])) {
			*q = i + 1;
			return 1;
		}
	if (token_is(t, "quy") || token_is(t, "qui"))
		return 1;
	return token_is(t, "q") ? 1 + token_is(t + 1, ".") : 0;
}

/* "Quý IV/2025", "quý 4 năm 2025", "Q4/2025", "Quý III - IV/2025", "Quý I, II, III/2026", "Quý 3+4/2025" */
static size_t read_quarter(const struct token *t, struct stretch *out, bool *none)
{
	int first, last, next, year;
	size_t n = quarter_name(t, &first), more;

	(void)none;
	if (n == 0 || (first == 0 && !token_quarter(&t[n++], &first)))
		return 0;
	last = first;
	while (joins(&t[n])) {
		size_t k = n + 1, name = quarter_name(&t[k], &next);

		k += name;
		if (next == 0 && !token_quarter(&t[k++], &next))
			break;
		if (next <= last)
			break;
		last = next;
		n = k;
	}
	more = year_after(&t[n], &year);
	if (more == 0)
		return 0;
	*out = months(year, 3 * first - 2, 3 * last);
	out->range = last > first;
	return n + more;
}

/* "6 tháng đầu năm 2026", "9 tháng năm 2026", "6 tháng cuối năm 2026", "nửa đầu năm 2026" */
static size_t read_half(const struct token *t, struct stretch *out, bool *none)
{
	size_t n;
	int count = 6, year;
	bool last;

	(void)none;
	if (token_words(t, "nua dau nam") == 0 && token_words(t, "nua cuoi nam") == 0 && (!token_small(&t[0], 11, &count) || !token_is(&t[1], "thang")))
		return 0;
	n = token_is(&t[0], "nua") ? 1 : 2;
	last = token_is(&t[n], "cuoi");
	n += token_is(&t[n], "dau") || last;
	n += token_is(&t[n], "nam");
	n += token_is(&t[n], "/");
	if (!year_at(&t[n], &year))
		return 0;
	*out = last ? months(year, 13 - count, 12) : months(year, 1, count);
	out->range = false;
	return n + 1;
}

/* "năm 2026", "2026 - 2030", "giai đoạn 2026 - 2030", "năm 2025, 2026"; "1973/UBND" is a number of a document. */
static size_t read_years(const struct token *t, struct stretch *out, bool *none)
{
	size_t n = token_is(&t[0], "nam");
	int first, last, next;

	(void)none;
	if (!year_at(&t[n], &first))
		return 0;
	last = first;
	n++;
	if (token_is(&t[n], "/") && t[n + 1].kind == TOKEN_WORD)
		return 0;
	while (joins(&t[n])) {
		size_t k = n + 1 + token_is(&t[n + 1], "nam");

		if (!year_at(&t[k], &next) || next <= last)
			break;
		last = next;
		n = k + 1;
	}
	*out = (struct stretch){.from = {1, 1, first}, .to = {31, 12, last}, .range = last > first};
	return n;
}

/* Longer wordings first: "10/2025" lies in "15/10/2025", "2025" in all. */
static size_t (*const readers[])(const struct token *t, struct stretch *out, bool *none) = {read_days, read_day, read_half, read_quarter, read_month, read_years};

/* The token before is a part of what the stretch would be torn from ("03/5/10/2025", "số 12/2025", "tuần 2 tháng 10/2025", "10-12/2025"). */
static bool torn(const struct tokens *k, size_t i)
{
	static const char *const codes[] = {"/", "so", "qd", "kh", "cv", "tb", "nq", "ct", "q"}, *const counted[] = {"tuan", "thu", "dot", "ky", "lan"};
	const struct token *t = &k->v[i];

	if (i == 0 || t->kind == TOKEN_WORD)
		return false;
	for (size_t c = 0; c < sizeof codes / sizeof *codes; c++)
		if (token_is(&t[-1], codes[c]))
			return true;
	for (size_t c = 0; c < sizeof counted / sizeof *counted && t->digits <= 2; c++)
		if (token_is(&t[-1], counted[c]))
			return true;
	return i > 1 && t[-2].kind == TOKEN_NUMBER && t[-2].digits <= 2 && (token_is(&t[-1], ".") || token_is(&t[-1], "-"));
}

void deadline_find(const struct tokens *k, struct found *out)
{
	int depth = 0;

	*out = (struct found){.n = 0};
	for (size_t i = 0; i < k->n;) {
		struct stretch s = {.len = 0};

		depth += token_is(&k->v[i], "(") - (token_is(&k->v[i], ")") && depth > 0);
		for (size_t r = 0; r < sizeof readers / sizeof *readers && s.len == 0 && !torn(k, i); r++)
			s.len = readers[r](&k->v[i], &s, &out->no_such_day);
		s.first = i;
		s.aside = depth > 0;
		if (s.len > 0 && out->n < STRETCHES)
			out->v[out->n++] = s;
		i += s.len > 0 ? s.len : 1;
	}
}
