#include "base/viet.h"

#include <glib.h>
#include <string.h>

#include "base/utf8.h"

/* ---- folding ---- */

enum { FOLDED_MAX = 18 }; /* longest decomposition of one character */

/* Small letters without diacritics of one character; returns how many (0: a mark alone). */
static size_t fold_char(uint32_t c, uint32_t out[FOLDED_MAX])
{
	if (c < 0x80) {
		out[0] = c >= 'A' && c <= 'Z' ? c + 32 : c;
		return 1;
	}
	gunichar parts[FOLDED_MAX];
	size_t n = g_unichar_fully_decompose(c, FALSE, parts, FOLDED_MAX), kept = 0;
	for (size_t i = 0; i < n && i < FOLDED_MAX; i++) {
		if (g_unichar_ismark(parts[i]))
			continue;
		uint32_t low = g_unichar_tolower(parts[i]);
		out[kept++] = low == 0x111 ? 'd' : low; /* đ does not decompose */
	}
	return kept;
}

static size_t put_folded(char *out, uint32_t c)
{
	uint32_t folded[FOLDED_MAX];
	size_t n = fold_char(c, folded), len = 0;
	for (size_t i = 0; i < n; i++)
		len += utf8_put(out + len, folded[i]);
	return len;
}

/* Bytes that folding one character can need. */
enum { FOLDED_BYTES = 4 * FOLDED_MAX };

static bool is_joint(uint32_t c)
{
	return c == '-' || c == '_' || utf8_is_space(c);
}

char *viet_fold(struct arena *a, const char *s)
{
	/* Each byte of the input gives at most 3 of a replacement; a decomposition never holds more than
	 * three times the bytes of its character (Unicode's bound for NFD of UTF-8). */
	size_t n = strlen(s);
	char *copy = arena_alloc(a, 3 * n + FOLDED_BYTES), *o = copy;
	for (const char *p = s, *end = s + n; p < end;) {
		uint32_t c = utf8_next(&p, end);
		if (!is_joint(c))
			o += put_folded(o, c);
	}
	return copy;
}

char *viet_slug(struct arena *a, const char *s)
{
	enum { LONGEST = 120 }; /* a file name has 255 bytes at most, with suffix and extension */
	char *copy = arena_alloc(a, LONGEST + FOLDED_BYTES), *o = copy;
	bool gap = false;
	for (const char *p = s, *end = s + strlen(s); p < end;) {
		uint32_t folded[FOLDED_MAX], c = utf8_next(&p, end);
		size_t n = fold_char(c, folded);
		for (size_t i = 0; i < n; i++) {
			if (folded[i] == 0xFFFD || !g_unichar_isalnum(folded[i])) {
				gap = o > copy;
				continue;
			}
			if ((size_t)(o - copy) + 5 > LONGEST)
				return copy;
			if (gap)
				*o++ = '-';
			gap = false;
			o += utf8_put(o, folded[i]);
		}
	}
	return copy;
}

static int smaller(int a, int b) { return a < b ? a : b; }

int viet_distance(const char *a, const char *b, int cap)
{
	enum { LONGEST = 63 }; /* keys are short; longer ones are far from every key */
	size_t na = strlen(a), nb = strlen(b);
	size_t gap = na > nb ? na - nb : nb - na;
	if (cap < 0 || gap >= (size_t)cap || na > LONGEST || nb > LONGEST)
		return strcmp(a, b) == 0 ? 0 : cap;
	int rows[3][LONGEST + 1], *before = rows[0], *above = rows[1], *row = rows[2];
	for (size_t j = 0; j <= nb; j++)
		above[j] = (int)j;
	for (size_t i = 1; i <= na; i++) {
		int best = row[0] = (int)i;
		for (size_t j = 1; j <= nb; j++) {
			int d = above[j - 1] + (a[i - 1] != b[j - 1]);
			d = smaller(d, smaller(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				d = smaller(d, before[j - 2] + 1); /* two letters swapped: one slip */
			row[j] = d;
			best = smaller(best, d);
		}
		if (best > cap)
			return cap;
		int *swap = before;
		before = above;
		above = row;
		row = swap;
	}
	return smaller(above[nb], cap);
}

/* ---- dates ---- */

static int days_in(int month, int year)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : days[month - 1];
}

bool viet_date_valid(struct date d)
{
	return d.year >= 1000 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
	       d.day <= days_in(d.month, d.year);
}

char *viet_date_short(struct arena *a, struct date d)
{
	return arena_printf(a, d.month < 3 ? "%02d/%02d/%d" : "%02d/%d/%d", d.day, d.month, d.year);
}

int viet_date_cmp(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

/* The parts that are given exist; a day needs its month, a month its year. */
static bool partly_valid(struct date d)
{
	if (d.day)
		return viet_date_valid(d);
	return d.year >= 1000 && d.month >= 0 && d.month <= 12;
}

static void skip(const char **p, const char *set) { *p += strspn(*p, set); }

/* A number of lo to hi digits; false leaves p where it was. */
static bool number(const char **p, size_t lo, size_t hi, int *out, size_t *len)
{
	size_t n = strspn(*p, "0123456789");
	if (n < lo || n > hi)
		return false;
	int v = 0;
	for (size_t i = 0; i < n; i++)
		v = v * 10 + ((*p)[i] - '0');
	if (v == 0)
		return false;
	*out = v;
	*len = n;
	*p += n;
	return true;
}

static bool word(const char **p, const char *w)
{
	const char *q = *p;
	skip(&q, " ");
	size_t n = strlen(w);
	if (strncmp(q, w, n) != 0)
		return false;
	*p = q + n;
	skip(p, " ");
	return true;
}

/* Numbers parted by one sign: 15/5/2025, 2025-05-15, 5/2025, 2025. */
static bool numeric(const char *p, struct date *out)
{
	int v[3];
	size_t len[3], n = 0;
	char sep = 0;
	for (;;) {
		if (n == 3 || !number(&p, 1, 4, &v[n], &len[n]))
			return false;
		n++;
		skip(&p, " ");
		if (!*p)
			break;
		if (!strchr("/-.", *p) || (sep && *p != sep))
			return false;
		sep = *p++;
		skip(&p, " ");
	}
	bool year_first = len[0] == 4;
	for (size_t i = 0; i < n; i++) {
		bool year = i == (year_first ? 0 : n - 1);
		if (year != (len[i] == 4) || len[i] == 3)
			return false;
	}
	int year = v[year_first ? 0 : n - 1];
	int month = n < 2 ? 0 : n == 2 ? v[year_first ? 1 : 0] : v[1];
	int day = n < 3 ? 0 : v[year_first ? 2 : 0];
	*out = (struct date){.day = day, .month = month, .year = year};
	return true;
}

/* "ngày 15 tháng 5 năm 2025", the day or "ngày … tháng …" left out: "ngày   tháng 5 năm 2025", "tháng 5 năm 2025". */
static bool worded(const char *p, struct date *out)
{
	static const char blank[] = " ._[]";
	struct date d = {0};
	size_t len;
	if (word(&p, "ngay")) {
		number(&p, 1, 2, &d.day, &len);
		skip(&p, d.day ? " " : blank);
	}
	if (word(&p, "thang")) {
		if (!number(&p, 1, 2, &d.month, &len))
			return false;
		skip(&p, " ");
		if (*p == '/') {
			p++;
			skip(&p, " ");
		} else if (!word(&p, "nam"))
			return false;
	} else if (d.day || !word(&p, "nam"))
		return false;
	if (!number(&p, 4, 4, &d.year, &len))
		return false;
	skip(&p, " ");
	*out = d;
	return !*p;
}

bool viet_date(const char *s, struct date *out)
{
	/* Folded first, so that "Ngày", "NGÀY" and decomposed letters are one. */
	enum { LONGEST = 64 };
	char text[LONGEST + FOLDED_BYTES];
	size_t n = 0;
	*out = (struct date){0};
	for (const char *p = s, *end = s + strlen(s); p < end;) {
		uint32_t c = utf8_next(&p, end);
		n += put_folded(text + n, utf8_is_space(c) ? ' ' : c == 0x2026 /* … */ ? '.' : c);
		if (n >= LONGEST)
			return false;
	}
	while (n && text[n - 1] == ' ')
		n--;
	text[n] = '\0';
	const char *p = text;
	skip(&p, " ");
	const char *after_word = p;
	struct date d;
	if (!worded(p, &d) && !numeric(p, &d) && !(word(&after_word, "ngay") && numeric(after_word, &d)))
		return false;
	if (!partly_valid(d))
		return false;
	*out = d;
	return true;
}

/* ---- letters and numerals ---- */

static const char *const letters[] = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                      "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};
enum { N_LETTERS = sizeof letters / sizeof *letters };

const char *viet_point_letter(int n)
{
	return n >= 0 && n < N_LETTERS ? letters[n] : NULL;
}

int viet_point_index(const char *s, size_t *len)
{
	for (int i = 0; i < N_LETTERS; i++) {
		*len = strlen(letters[i]);
		if (strncmp(s, letters[i], *len) == 0)
			return i;
	}
	*len = 0;
	return -1;
}

static const struct { const char *sign; int value; } numerals[] = {
	{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90}, {"L", 50},
	{"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1},
};

void viet_roman(int value, char out[16])
{
	size_t n = 0;
	for (size_t i = 0; value > 0 && value <= 3999 && i < sizeof numerals / sizeof *numerals; i++)
		for (; value >= numerals[i].value; value -= numerals[i].value)
			for (const char *p = numerals[i].sign; *p; p++)
				out[n++] = *p;
	out[n] = '\0'; /* MMMDCCCLXXXVIII, the longest, has 15 */
}

int viet_unroman(const char *s, size_t n)
{
	int value = 0;
	size_t at = 0;
	for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++) {
		size_t len = strlen(numerals[i].sign);
		while (n - at >= len && memcmp(s + at, numerals[i].sign, len) == 0 && value <= 3999) {
			value += numerals[i].value;
			at += len;
		}
	}
	char back[16];
	viet_roman(value, back); /* refuses "IIII", "IXI" and values over 3999 */
	return value && at == n && strlen(back) == n && memcmp(back, s, n) == 0 ? value : -1;
}
