/* Deadlines in two steps: the text is cut into folded tokens, in these the stretches of time are found one after another (a row of
 * readers[] each), and what stands between and before them says how they go together. */
#include "base/deadline.h"

#include <string.h>

#include "base/utf8.h"

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

/* ---- tokens ---- */

enum { TOKENS = 64, TOKEN_BYTES = 16, LONGEST = 600 };
enum token_kind { TOKEN_END, TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN };
struct token { enum token_kind kind; int value; size_t digits; char text[TOKEN_BYTES]; };
struct tokens { struct token v[TOKENS + 1]; size_t n; bool cut; };

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
		} else {
			memcpy(t + n, from, (size_t)(p - from));
			n += (size_t)(p - from);
		}
	}
	t[n] = '\0';
	return viet_fold(a, t);
}

static void cut(struct arena *a, const char *s, struct tokens *out)
{
	const char *p = folded(a, s);

	*out = (struct tokens){.n = 0};
	while (*p != '\0' && out->n < TOKENS) {
		struct token *t = &out->v[out->n];
		size_t n = 0;

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
	out->cut = *p != '\0';
}

static bool is(const struct token *t, const char *text)
{
	return (t->kind == TOKEN_WORD || t->kind == TOKEN_SIGN) && strcmp(t->text, text) == 0;
}

/* Tokens of "a b c" at t; returns how many, or 0. */
static size_t words(const struct token *t, const char *text)
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

static bool has(const struct tokens *k, const char *text)
{
	for (size_t i = 0; i < k->n; i++)
		if (words(&k->v[i], text) > 0)
			return true;
	return false;
}

/* ---- stretches of time ---- */

struct stretch { struct date from, to; size_t first, len; /* tokens */ };

static bool year_at(const struct token *t, int *year)
{
	*year = t->value;
	return t->kind == TOKEN_NUMBER && t->digits == 4 && t->value >= 1900 && t->value <= 2200;
}

static bool small(const struct token *t, int most, int *value)
{
	*value = t->value;
	return t->kind == TOKEN_NUMBER && t->digits <= 2 && t->value >= 1 && t->value <= most;
}

/* "/2025", "năm 2025", " 2025" after a month or quarter; returns the tokens, 0 if there is no year. */
static size_t year_after(const struct token *t, int *year)
{
	size_t n = 0;

	if (is(&t[0], "/") || is(&t[0], "-") || is(&t[0], ".") || is(&t[0], ","))
		n = 1;
	n += is(&t[n], "nam");
	return year_at(&t[n], year) ? n + 1 : 0;
}

static struct stretch months(int year, int first, int last)
{
	return (struct stretch){{1, first, year}, date_month_end(year, last), 0, 0};
}

/* "15/5/2025", "15-5-2025", "2025-05-15", "ngày 15 tháng 5 năm 2025", "15 tháng 5 năm 2025" */
static size_t read_day(const struct token *t, struct stretch *out)
{
	size_t n = is(&t[0], "ngay");
	struct date d;

	if (year_at(&t[n], &d.year) && is(&t[n + 1], "-") && small(&t[n + 2], 12, &d.month) && is(&t[n + 3], "-") && small(&t[n + 4], 31, &d.day))
		n += 5;
	else if (small(&t[n], 31, &d.day) && t[n + 1].kind == TOKEN_SIGN && strchr("/-.", t[n + 1].text[0]) != NULL && small(&t[n + 2], 12, &d.month) &&
		is(&t[n + 3], t[n + 1].text) && year_at(&t[n + 4], &d.year))
		n += 5;
	else if (small(&t[n], 31, &d.day) && is(&t[n + 1], "thang") && small(&t[n + 2], 12, &d.month) && year_after(&t[n + 3], &d.year) > 0)
		n += 3 + year_after(&t[n + 3], &d.year);
	else
		return 0;
	if (!viet_date_valid(d))
		return 0;
	out->from = out->to = d;
	return n;
}

/* "tháng 10/2025", "10/2025", "tháng 9 - 12/2025", "tháng 9, 10/2025", "cuối tháng 10/2025" */
static size_t read_month(const struct token *t, struct stretch *out)
{
	size_t n = 0, more;
	int first, last, year;
	bool named = is(&t[0], "thang");

	n += named;
	if (!small(&t[n], 12, &first))
		return 0;
	last = first;
	n++;
	if (named && (is(&t[n], "-") || is(&t[n], ",") || is(&t[n], "den") || is(&t[n], "va"))) {
		size_t k = n + 1 + is(&t[n + 1], "thang");

		if (small(&t[k], 12, &last) && last > first && year_after(&t[k + 1], &year) > 0)
			n = k + 1;
		else
			last = first;
	}
	if (!named && !is(&t[n], "/") && !is(&t[n], "-") && !is(&t[n], "."))
		return 0;
	more = year_after(&t[n], &year);
	if (more == 0)
		return 0;
	*out = months(year, first, last);
	return n + more;
}

static bool quarter(const struct token *t, int *q)
{
	static const char *const roman[] = {"i", "ii", "iii", "iv"};

	if (small(t, 4, q))
		return true;
	for (int i = 0; i < 4; i++)
		if (is(t, roman[i])) {
			*q = i + 1;
			return true;
		}
	return false;
}

/* "Quý IV/2025", "quý 4 năm 2025", "Quý III - IV/2025", "Quý I, II, III/2026" */
static size_t read_quarter(const struct token *t, struct stretch *out)
{
	size_t n = 2, more;
	int first, last, next, year;

	if (!is(&t[0], "quy") || !quarter(&t[1], &first))
		return 0;
	last = first;
	while (is(&t[n], "-") || is(&t[n], ",") || is(&t[n], "va") || is(&t[n], "den")) {
		size_t k = n + 1 + is(&t[n + 1], "quy");

		if (!quarter(&t[k], &next) || next <= last)
			break;
		last = next;
		n = k + 1;
	}
	more = year_after(&t[n], &year);
	if (more == 0)
		return 0;
	*out = months(year, 3 * first - 2, 3 * last);
	return n + more;
}

/* "6 tháng đầu năm 2026", "9 tháng năm 2026", "6 tháng cuối năm 2026", "nửa đầu năm 2026" */
static size_t read_half(const struct token *t, struct stretch *out)
{
	size_t n;
	int count = 6, year;
	bool last;

	if (words(t, "nua dau nam") == 0 && words(t, "nua cuoi nam") == 0 && (!small(&t[0], 11, &count) || !is(&t[1], "thang")))
		return 0;
	n = is(&t[0], "nua") ? 1 : 2;
	last = is(&t[n], "cuoi");
	n += is(&t[n], "dau") || last;
	n += is(&t[n], "nam");
	n += is(&t[n], "/");
	if (!year_at(&t[n], &year))
		return 0;
	*out = last ? months(year, 13 - count, 12) : months(year, 1, count);
	return n + 1;
}

/* "năm 2026", "2026 - 2030", "giai đoạn 2026 - 2030", "năm 2025, 2026" */
static size_t read_years(const struct token *t, struct stretch *out)
{
	size_t n = is(&t[0], "nam");
	int first, last;

	if (!year_at(&t[n], &first))
		return 0;
	last = first;
	n++;
	if (is(&t[n], "-") || is(&t[n], ",") || is(&t[n], "va") || is(&t[n], "den")) {
		size_t k = n + 1 + is(&t[n + 1], "nam");

		if (year_at(&t[k], &last) && last > first)
			n = k + 1;
		else
			last = first;
	}
	*out = (struct stretch){{1, 1, first}, {31, 12, last}, 0, 0};
	return n;
}

/* Longer wordings first: "10/2025" lies in "15/10/2025", "2025" in all. */
static size_t (*const readers[])(const struct token *t, struct stretch *out) = {read_day, read_half, read_quarter, read_month, read_years};

enum { STRETCHES = 12 };
struct found { struct stretch v[STRETCHES]; size_t n; };

/* The token before is a sign or number that the stretch may be a part of ("03/5/10/2025", "số 12/2025"). */
static bool torn(const struct tokens *k, size_t i)
{
	return i > 0 && (is(&k->v[i - 1], "/") || is(&k->v[i - 1], "so") || (i > 1 && is(&k->v[i - 1], ".") && k->v[i - 2].kind == TOKEN_NUMBER));
}

static void find(const struct tokens *k, struct found *out)
{
	out->n = 0;
	for (size_t i = 0; i < k->n;) {
		struct stretch s = {.first = i};

		for (size_t r = 0; r < sizeof readers / sizeof *readers && s.len == 0 && !torn(k, i); r++)
			s.len = readers[r](&k->v[i], &s);
		s.first = i;
		if (s.len > 0 && out->n < STRETCHES)
			out->v[out->n++] = s;
		i += s.len > 0 ? s.len : 1;
	}
}

/* ---- how they go together ---- */

static bool before(const struct tokens *k, const struct stretch *s, const char *text)
{
	size_t n = 0;

	for (const char *p = text; *p != '\0'; p++)
		n += *p == ' ';
	n++;
	return s->first >= n && words(&k->v[s->first - n], text) > 0;
}

/* The stretch with the word before it: "đầu", "giữa", "cuối" leave its end (the whole is meant); "trước" ends it a day before it begins. */
static struct stretch bounded(const struct tokens *k, struct stretch s)
{
	static const char *const until[] = {"truoc", "truoc thoi diem"};

	for (size_t i = 0; i < sizeof until / sizeof *until; i++)
		if (before(k, &s, until[i])) {
			s.to = date_from_number(date_number(s.from) - 1);
			s.from = (struct date){0};
			return s;
		}
	/* "đến hết …", "chậm nhất …", "không quá …", "xong trước cuối …": it may be begun at once */
	static const char *const limit[] = {"den", "den het", "het", "cham nhat", "cham nhat la", "khong qua", "muon nhat", "den cuoi", "cham nhat trong", "truoc cuoi"};

	for (size_t i = 0; i < sizeof limit / sizeof *limit; i++)
		if (before(k, &s, limit[i]))
			s.from = (struct date){0};
	return s;
}

static bool any(const struct tokens *k, const char *const *list)
{
	for (; *list != NULL; list++)
		if (has(k, *list))
			return true;
	return false;
}

static enum recurrence recurs(const struct tokens *k)
{
	static const struct { const char *text; enum recurrence r; } rows[] = {
		{"hang ngay", RECUR_DAY}, {"hang tuan", RECUR_WEEK}, {"hang thang", RECUR_MONTH}, {"hang quy", RECUR_QUARTER}, {"hang nam", RECUR_YEAR},
		{"moi ngay", RECUR_DAY}, {"moi tuan", RECUR_WEEK}, {"moi thang", RECUR_MONTH}, {"moi quy", RECUR_QUARTER}, {"moi nam", RECUR_YEAR},
		{"tung thang", RECUR_MONTH}, {"tung quy", RECUR_QUARTER}, {"tung nam", RECUR_YEAR}, {"dinh ky thang", RECUR_MONTH},
		{"dinh ky quy", RECUR_QUARTER}, {"dinh ky nam", RECUR_YEAR}, {"dinh ky tuan", RECUR_WEEK}, {"thang mot lan", RECUR_HALF},
		{"thuong xuyen", RECUR_ALWAYS}, {"lien tuc", RECUR_ALWAYS}, {"thuong nien", RECUR_YEAR}, {"dinh ky", RECUR_ALWAYS}};
	enum recurrence best = RECUR_NONE;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if ((best == RECUR_NONE) && has(k, rows[i].text))
			best = rows[i].r;
	return best;
}

static const char *const conditions[] = {"sau khi", "khi co", "khi duoc", "khi", "theo huong dan", "theo quy dinh", "theo yeu cau", "theo chi dao",
	"theo tien do", "theo ke hoach", "theo lo trinh", "theo thong bao", "theo de nghi", "theo phan cong", "theo chuong trinh", "tuy theo", "ke tu",
	"can cu", "phu thuoc", "ngay sau", NULL};
static const char *const endless[] = {"lau dai", "khong thoi han", "khong xac dinh thoi han", "khong han", "khong gioi han", "chua xac dinh", NULL};
static const char *const onward[] = {"va cac nam tiep theo", "va nhung nam tiep theo", "cac nam tiep theo", "nhung nam tiep theo", "tro di", "va cac nam sau", NULL};

/* "trong 30 ngày kể từ ngày 01/10/2025", "30 ngày kể từ 01/10/2025": the last day; false if the days are working days, or no such words. */
static bool counted(const struct tokens *k, const struct found *f, struct date *to)
{
	for (size_t i = 0; i + 1 < k->n; i++) {
		int days = k->v[i].value;

		if (k->v[i].kind != TOKEN_NUMBER || k->v[i].digits > 3 || days == 0 || !is(&k->v[i + 1], "ngay") || is(&k->v[i + 2], "lam"))
			continue;
		for (size_t s = 0; s < f->n; s++)
			if (f->v[s].first > i && f->v[s].len > 0 && viet_date_cmp(f->v[s].from, f->v[s].to) == 0 &&
				(before(k, &f->v[s], "ke tu") || before(k, &f->v[s], "tu"))) {
				*to = date_from_number(date_number(f->v[s].to) + days);
				return true;
			}
	}
	return false;
}

/* A month, quarter or half without its year. */
static bool lacks_year(const struct tokens *k)
{
	int v;

	for (size_t i = 0; i < k->n; i++) {
		const struct token *t = &k->v[i];

		if ((is(t, "quy") && quarter(t + 1, &v)) || (is(t, "thang") && small(t + 1, 12, &v)) || (small(t, 31, &v) && is(t + 1, "/") && small(t + 2, 12, &v)) ||
			words(t, "cuoi nam") > 0 || words(t, "dau nam") > 0 || words(t, "trong nam") > 0)
			return true;
	}
	return false;
}

static bool earlier(struct date a, struct date b)
{
	return viet_date_cmp(a, b) < 0;
}

/* All stretches as one: from the first day named to the last. */
static void unite(const struct tokens *k, const struct found *f, struct deadline *out)
{
	bool open = false;

	for (size_t i = 0; i < f->n; i++) {
		struct stretch s = bounded(k, f->v[i]);
		bool range = i > 0 && (before(k, &f->v[i], "den") || before(k, &f->v[i], "den het") || before(k, &f->v[i], "den ngay") ||
			(f->v[i].first > 0 && is(&k->v[f->v[i].first - 1], "-")));

		if (s.from.year == 0 && !range)
			open = true;
		else if (s.from.year != 0 && (out->from.year == 0 || earlier(s.from, out->from)))
			out->from = s.from;
		if (out->to.year == 0 || earlier(out->to, s.to))
			out->to = s.to;
	}
	if (open)
		out->from = (struct date){0};
}

/* "Theo Kế hoạch số 12/KH-UBND ngày 15/5/2025", "sau ngày 01/7/2025": the day is no limit unless one is set before it. */
static bool hangs(const struct tokens *k, const struct found *f)
{
	static const char *const limits[] = {"truoc", "hoan thanh", "xong", "cham nhat", "den", "trong", NULL};

	for (const char *const *c = conditions; *c != NULL; c++)
		if (words(&k->v[0], *c) > 0)
			return !any(k, limits);
	return f->n > 0 && (before(k, &f->v[0], "sau") || before(k, &f->v[0], "sau ngay"));
}

void deadline_read(struct arena *a, const char *s, struct deadline *out)
{
	struct tokens k;
	struct found f;
	struct date to;

	*out = (struct deadline){.words = s != NULL ? s : ""};
	cut(a, out->words, &k);
	if (k.n == 0 || (k.n == 1 && k.v[0].kind == TOKEN_SIGN))
		return;
	find(&k, &f);
	out->recurs = recurs(&k);
	if (counted(&k, &f, &to)) {
		out->kind = DEADLINE_DAY;
		out->to = to;
		return;
	}
	if (hangs(&k, &f) || (has(&k, "ke tu") && f.n > 0 && has(&k, "lam viec"))) {
		out->kind = DEADLINE_CONDITIONAL;
		return;
	}
	unite(&k, &f, out);
	if (out->recurs != RECUR_NONE) {
		out->kind = DEADLINE_RECURRING;
	} else if (f.n > 0 && any(&k, onward)) {
		out->kind = DEADLINE_OPEN;
		out->to = (struct date){0};
	} else if (f.n > 0) {
		out->kind = out->from.year == 0 || viet_date_cmp(out->from, out->to) == 0 ? DEADLINE_DAY : DEADLINE_PERIOD;
		if (out->kind == DEADLINE_DAY)
			out->from = (struct date){0};
	} else if (any(&k, endless)) {
		out->kind = DEADLINE_OPEN;
	} else if (any(&k, conditions)) {
		out->kind = DEADLINE_CONDITIONAL;
	} else {
		out->kind = DEADLINE_UNCLEAR;
		out->no_year = lacks_year(&k);
	}
}
