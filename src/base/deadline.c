/* Deadlines: what stands between and before the stretches of time that a text names (deadline_span.c) says how they go together. */
#include "base/deadline.h"

#include <string.h>

#include "base/deadline_in.h"

/* ---- days ---- */

long date_number(struct date d)
{
	long y = d.year - (d.month <= 2), era = (y >= 0 ? y : y - 399) / 400, yoe = y - era * 400;
	long doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

struct date date_from_number(long n)
{
	n += 719468;
	long era = (n >= 0 ? n : n - 146096) / 146097, doe = n - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
	int month = (int)(mp < 10 ? mp + 3 : mp - 9);

	return (struct date){.day = (int)(doy - (153 * mp + 2) / 5 + 1), .month = month, .year = (int)(yoe + era * 400 + (month <= 2))};
}

struct date date_month_end(int year, int month)
{
	return date_from_number(date_number((struct date){1, month % 12 + 1, year + month / 12}) - 1);
}

/* ---- words ---- */

static bool has(const struct tokens *k, const char *text)
{
	for (size_t i = 0; i < k->n; i++)
		if (token_words(&k->v[i], text) > 0)
			return true;
	return false;
}

static bool any(const struct tokens *k, const char *const *list)
{
	for (; *list != NULL; list++)
		if (has(k, *list))
			return true;
	return false;
}

static bool one_of(const struct token *t, const char *const *list)
{
	for (; *list != NULL; list++)
		if (token_is(t, *list))
			return true;
	return false;
}

/* The words stand right before the stretch. */
static bool before(const struct tokens *k, const struct stretch *s, const char *text)
{
	size_t n = 1;

	for (const char *p = text; *p != '\0'; p++)
		n += *p == ' ';
	return s->first >= n && token_words(&k->v[s->first - n], text) > 0;
}

static bool before_any(const struct tokens *k, const struct stretch *s, const char *const *list)
{
	for (; *list != NULL; list++)
		if (before(k, s, *list))
			return true;
	return false;
}

static const char *const conditions[] = {"sau khi", "khi", "ngay sau", "theo", "can cu", "phu thuoc", "tuy", "tuy theo", "ke tu", "dot xuat", "ky hop", NULL};
static const char *const endless[] = {"lau dai", "khong thoi han", "khong xac dinh thoi han", "khong han", "khong gioi han", "khong co thoi han",
	"khong quy dinh", "khong quy dinh thoi han", NULL};
static const char *const onward[] = {"va cac nam tiep theo", "va nhung nam tiep theo", "cac nam tiep theo", "nhung nam tiep theo", "tro di", "va cac nam sau", NULL};
static const char *const starts[] = {"tu", "ke tu", "bat dau", "bat dau tu", NULL};

/* ---- how stretches go together ---- */

/* A stretch that is no deadline: the day of a document ("Kế hoạch số 12/KH-UBND ngày 15/5/2025"), a vision ("tầm nhìn đến năm 2045"). */
static bool beside(const struct tokens *k, const struct stretch *s)
{
	for (size_t i = s->first, steps = 0; i-- > 0 && steps < 12 && !token_is(&k->v[i], ";") && !token_is(&k->v[i], ","); steps++)
		if ((s->day && token_is(&k->v[s->first], "ngay") && token_is(&k->v[i], "so")) || token_words(&k->v[i], "tam nhin") > 0)
			return true;
	return false;
}

static void keep_deadlines(const struct tokens *k, struct found *f)
{
	size_t n = 0;
	bool outside = false;

	for (size_t i = 0; i < f->n; i++)
		if (!beside(k, &f->v[i])) {
			outside = outside || !f->v[i].aside;
			f->v[n++] = f->v[i];
		}
	f->n = n;
	n = 0;
	for (size_t i = 0; i < f->n; i++)
		if (!outside || !f->v[i].aside)
			f->v[n++] = f->v[i];
	f->n = n;
}

/* Between two stretches stands nothing but these words. */
static bool between(const struct tokens *k, const struct found *f, size_t i, const char *const *list)
{
	for (size_t t = f->v[i - 1].first + f->v[i - 1].len; t < f->v[i].first; t++)
		if (!one_of(&k->v[t], list))
			return false;
	return true;
}

static const char *const until[] = {"truoc", "truoc thoi diem", "truoc han", "truoc thoi han", NULL};
/* It may be begun at once. */
static const char *const limit[] = {"den", "den het", "toi", "toi het", "het", "cham nhat", "cham nhat la", "cham nhat den", "khong qua", "muon nhat", "muon nhat la",
	"khong muon hon", "khong cham hon", "den cuoi", "cham nhat trong", "truoc cuoi", "han chot", NULL};

/* The stretch with the word before it: "đầu", "giữa", "cuối" leave its end (the whole is meant); "trước" ends it a day before it begins. */
static struct stretch bounded(const struct tokens *k, struct stretch s)
{
	bool to_its_end = before_any(k, &s, limit);

	if (before_any(k, &s, until))
		s.to = date_from_number(date_number(s.from) - 1);
	if (to_its_end || before_any(k, &s, until)) {
		s.from = (struct date){0};
		s.day = true;
	}
	return s;
}

/* Two limits that are no range: which one counts is not for a program to say. Periods that are listed are one. */
static bool several(const struct tokens *k, const struct found *f)
{
	static const char *const range[] = {"-", "den", "toi", "het", "cuoi", NULL}, *const list[] = {",", ";", "va", "-", "den", "trong", NULL};

	if (f->n == 2 && before_any(k, &f->v[0], starts))
		return false;
	for (size_t i = 1; i < f->n; i++)
		if (!between(k, f, i, range) && (bounded(k, f->v[i - 1]).day || bounded(k, f->v[i]).day || !between(k, f, i, list)))
			return true;
	return false;
}

static bool earlier(struct date a, struct date b)
{
	return viet_date_cmp(a, b) < 0;
}

/* All stretches as one: from the first day named to the last. */
static void unite(const struct tokens *k, const struct found *f, struct deadline *out)
{
	for (size_t i = 0; i < f->n; i++) {
		struct stretch s = i == 0 ? bounded(k, f->v[i]) : f->v[i];

		if (i > 0 && before_any(k, &s, until))
			s = bounded(k, s);
		if (i == 0 || (s.from.year != 0 && out->from.year != 0 && earlier(s.from, out->from)))
			out->from = s.from;
		if (i == 0 || earlier(out->to, s.to))
			out->to = s.to;
	}
}

/* ---- what needs no stretch ---- */

/* "02 lần/năm", "3 tháng/lần", "6 tháng một lần", "mỗi quý một lần" */
static enum recurrence per(const struct tokens *k)
{
	static const struct { const char *unit; enum recurrence r; } units[] = {{"ngay", RECUR_DAY}, {"tuan", RECUR_WEEK}, {"thang", RECUR_MONTH}, {"quy", RECUR_QUARTER}, {"nam", RECUR_YEAR}};
	static const struct { int months; enum recurrence r; } spans[] = {{1, RECUR_MONTH}, {3, RECUR_QUARTER}, {6, RECUR_HALF}, {12, RECUR_YEAR}};

	for (size_t i = 0; i < k->n; i++) {
		const struct token *t = &k->v[i];
		size_t n = token_is(&t[1], "/") ? 2 : 1;

		for (size_t u = 0; token_is(t, "lan") && n == 2 && u < sizeof units / sizeof *units; u++)
			if (token_is(&t[2], units[u].unit))
				return units[u].r;
		if (!token_is(t, "thang") || i == 0 || t[-1].kind != TOKEN_NUMBER)
			continue;
		n += token_is(&t[n], "mot") || (t[n].kind == TOKEN_NUMBER && t[n].value == 1);
		for (size_t u = 0; token_is(&t[n], "lan") && u < sizeof spans / sizeof *spans; u++)
			if (t[-1].value == spans[u].months)
				return spans[u].r;
	}
	return RECUR_NONE;
}

static enum recurrence recurs(const struct tokens *k)
{
	static const struct { const char *text; enum recurrence r; } rows[] = {
		{"hang ngay", RECUR_DAY}, {"hang tuan", RECUR_WEEK}, {"hang thang", RECUR_MONTH}, {"hang quy", RECUR_QUARTER}, {"hang nam", RECUR_YEAR},
		{"moi ngay", RECUR_DAY}, {"moi tuan", RECUR_WEEK}, {"moi thang", RECUR_MONTH}, {"moi quy", RECUR_QUARTER}, {"moi nam", RECUR_YEAR},
		{"tung thang", RECUR_MONTH}, {"tung quy", RECUR_QUARTER}, {"tung nam", RECUR_YEAR}, {"dinh ky thang", RECUR_MONTH},
		{"dinh ky quy", RECUR_QUARTER}, {"dinh ky nam", RECUR_YEAR}, {"dinh ky tuan", RECUR_WEEK}, 		{"thuong xuyen", RECUR_ALWAYS}, {"lien tuc", RECUR_ALWAYS}, {"thuong nien", RECUR_YEAR}, {"dinh ky", RECUR_ALWAYS}};
	enum recurrence best = per(k);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if ((best == RECUR_NONE) && has(k, rows[i].text))
			best = rows[i].r;
	return best;
}


/* "trong 30 ngày kể từ ngày 01/10/2025", "30 ngày kể từ 01/10/2025": the last day; false if the days are working days, or no such words. */
static bool counted(const struct tokens *k, const struct found *f, struct date *to)
{
	for (size_t i = 0; i + 1 < k->n; i++) {
		int days = k->v[i].value;

		if (k->v[i].kind != TOKEN_NUMBER || k->v[i].digits > 3 || days == 0 || !token_is(&k->v[i + 1], "ngay") || token_is(&k->v[i + 2], "lam"))
			continue;
		for (size_t s = 0; s < f->n; s++)
			if (f->v[s].first > i && f->v[s].day && (before(k, &f->v[s], "ke tu") || before(k, &f->v[s], "tu"))) {
				*to = date_from_number(date_number(f->v[s].to) + days);
				return true;
			}
	}
	return false;
}

/* "trước kỳ họp cuối năm 2025", "trước Tết Nguyên đán 2026": before an event, whose day is not told. */
static bool before_event(const struct tokens *k, const struct found *f)
{
	static const char *const fillers[] = {"ngay", "thang", "quy", "qui", "q", "nam", "t", "cuoi", "het", "dau", "giua", "thoi", "han", "luc", "nua", NULL};

	for (size_t i = 0; i < k->n && (f->n == 0 || i < f->v[0].first); i++)
		if (token_is(&k->v[i], "truoc") && k->v[i + 1].kind == TOKEN_WORD && !one_of(&k->v[i + 1], fillers))
			return true;
	return false;
}

/* "Theo Kế hoạch …", "sau khi …": a day in it is no limit unless one is set before it. */
static bool hangs(const struct tokens *k, const struct found *f)
{
	static const char *const limits[] = {"truoc", "hoan thanh", "xong", "cham nhat", "den", "trong", NULL};
	bool working = has(k, "ke tu") && has(k, "ngay lam viec");

	for (const char *const *c = conditions; *c != NULL; c++)
		if (token_words(&k->v[0], *c) > 0 && !(f->n > 0 && before_any(k, &f->v[0], starts)))
			return f->n == 0 || !any(k, limits);
	return working || before_event(k, f);
}

/* A month, quarter or half without its year, or with two digits of it. */
static bool lacks_year(const struct tokens *k)
{
	int v;

	for (size_t i = 0; i < k->n; i++) {
		const struct token *t = &k->v[i];

		if (((token_is(t, "quy") || token_is(t, "q")) && token_quarter(t + 1, &v)) || (token_is(t, "thang") && token_small(t + 1, 12, &v)) ||
			(token_small(t, 31, &v) && token_is(t + 1, "/") && token_small(t + 2, 12, &v)) || token_words(t, "cuoi nam") > 0 || token_words(t, "dau nam") > 0 ||
			token_words(t, "giua nam") > 0 || token_words(t, "trong nam") > 0)
			return true;
	}
	return false;
}

static void unclear(const struct tokens *k, const struct found *f, struct deadline *out)
{
	out->kind = DEADLINE_UNCLEAR;
	out->from = out->to = (struct date){0};
	out->no_such_day = f->no_such_day;
	out->several = f->n > 1;
	out->no_year = f->n == 0 && !f->no_such_day && lacks_year(k);
}

/* Without a stretch of time. */
static void without(const struct tokens *k, const struct found *f, struct deadline *out)
{
	if (out->recurs != RECUR_NONE)
		out->kind = DEADLINE_RECURRING;
	else if (any(k, endless))
		out->kind = DEADLINE_OPEN;
	else if (any(k, conditions))
		out->kind = DEADLINE_CONDITIONAL;
	else
		unclear(k, f, out);
}

static void with(const struct tokens *k, const struct found *f, struct deadline *out)
{
	const struct stretch *last = &f->v[f->n - 1];
	bool after = f->n == 1 && (before(k, last, "sau") || before(k, last, "sau ngay"));

	unite(k, f, out);
	if (out->recurs != RECUR_NONE) {
		out->kind = DEADLINE_RECURRING;
	} else if (any(k, onward) || after || (f->n == 1 && !last->range && before_any(k, last, starts))) {
		out->kind = DEADLINE_OPEN;
		out->from = after ? date_from_number(date_number(last->to) + 1) : f->v[0].from;
		out->to = (struct date){0};
	} else if (several(k, f) || has(k, "nam hoc") || (out->from.year != 0 && earlier(out->to, out->from))) {
		unclear(k, f, out);
	} else {
		out->kind = out->from.year == 0 || viet_date_cmp(out->from, out->to) == 0 ? DEADLINE_DAY : DEADLINE_PERIOD;
		if (out->kind == DEADLINE_DAY)
			out->from = (struct date){0};
	}
}

/* Signs alone ("-", "...") say nothing. */
static bool nothing(const struct tokens *k)
{
	for (size_t i = 0; i < k->n; i++)
		if (k->v[i].kind != TOKEN_SIGN)
			return false;
	return true;
}

void deadline_read(struct arena *a, const char *s, struct deadline *out)
{
	struct tokens k;
	struct found f;

	*out = (struct deadline){.words = s != NULL ? s : ""};
	deadline_cut(a, out->words, &k);
	if (nothing(&k))
		return;
	deadline_find(&k, &f);
	keep_deadlines(&k, &f);
	out->recurs = recurs(&k);
	if (counted(&k, &f, &out->to))
		out->kind = DEADLINE_DAY;
	else if (f.no_such_day)
		unclear(&k, &f, out);
	else if (out->recurs == RECUR_NONE && hangs(&k, &f))
		out->kind = DEADLINE_CONDITIONAL;
	else if (f.n == 0)
		without(&k, &f, out);
	else
		with(&k, &f, out);
}
