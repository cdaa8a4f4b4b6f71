/* Where a line may break. The rules are those that Word and LibreOffice share (after a space; after a hyphen inside a
 * word; after a slash only where a word is cut otherwise), less the places where an official text is never parted: codes of directives, dates,
 * "số 71", "Điều 5". */
#include <string.h>
#include "base/utf8.h"
#include "layout/lay.h"

/* A word that keeps a number or a letter after it on its line. */
enum follow { F_DIGIT = 1, F_ROMAN = 2, F_LETTER = 4 };
static const struct { const char *word; int follow; } binders[] = {
	{"số", F_DIGIT}, {"Số", F_DIGIT}, {"SỐ", F_DIGIT}, {"Điều", F_DIGIT}, {"điều", F_DIGIT}, {"ĐIỀU", F_DIGIT},
	{"khoản", F_DIGIT}, {"Khoản", F_DIGIT}, {"điểm", F_DIGIT | F_LETTER}, {"Điểm", F_DIGIT | F_LETTER},
	{"Chương", F_DIGIT | F_ROMAN}, {"CHƯƠNG", F_DIGIT | F_ROMAN}, {"Phần", F_DIGIT | F_ROMAN}, {"Mục", F_DIGIT | F_ROMAN},
	{"mục", F_DIGIT | F_ROMAN}, {"lục", F_DIGIT | F_ROMAN}, {"LỤC", F_DIGIT | F_ROMAN},
	{"ngày", F_DIGIT}, {"tháng", F_DIGIT}, {"Tháng", F_DIGIT}, {"năm", F_DIGIT}, {"Ngày", F_DIGIT}, {"Năm", F_DIGIT},
	{"quý", F_DIGIT | F_ROMAN}, {"Quý", F_DIGIT | F_ROMAN}, {"QUÝ", F_DIGIT | F_ROMAN}, {"Biểu", F_DIGIT}, {"Mẫu", F_DIGIT},
};

struct word { const char *s; uint32_t n; };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool all_of(struct word w, const char *set)
{
	uint32_t n = 0;
	while (n < w.n && strchr(set, w.s[n]))
		n++;
	return n > 0 && (n == w.n || strchr(".,;:)/", w.s[n]));
}

static bool one_letter(struct word w) /* "a", "đ", "a)", "b," */
{
	const char *p = w.s, *end = w.s + w.n;
	if (!w.n || !utf8_is_alpha(utf8_next(&p, end)))
		return false;
	return p == end || strchr(".,;:)", *p);
}

static bool follows(struct word w, int follow)
{
	if (!w.n)
		return false;
	if (w.s[0] == (char)0xC2 && w.n > 1 && w.s[1] == (char)0xA0) /* a blank to be filled in */
		return true;
	return ((follow & F_DIGIT) && is_digit(w.s[0])) || ((follow & F_ROMAN) && all_of(w, "IVXLC")) || ((follow & F_LETTER) && one_letter(w));
}

/* "15" tháng "5" năm "2025": the number before tháng or năm stays too. */
static bool glued_after_number(struct word a, struct word b)
{
	if (!all_of(a, "0123456789") && !(a.n > 1 && a.s[0] == (char)0xC2))
		return false;
	return (b.n == strlen("tháng") && !memcmp(b.s, "tháng", b.n)) || (b.n == strlen("năm") && !memcmp(b.s, "năm", b.n) && a.n <= 2);
}

enum glue { GLUE_NONE, GLUE_SOFT, GLUE_HARD };

/* "2026 - 2030": a dash between two numbers begins no line and ends none. */
static bool is_dash(struct word w) { return (w.n == 1 && *w.s == '-') || (w.n == 3 && !memcmp(w.s, "–", 3)); }

static bool ends_in_digit(struct word w) { return w.n && is_digit(w.s[w.n - 1]); }

/* A unit of measure after its number: "860 m²", "22 °C", "12 %". */
static bool is_measure(struct word number, struct word w)
{
	static const char *const units[] = {"%", "mm", "cm", "m", "km", "ha", "g", "kg", "m²", "m³", "km²", "m2", "m3", "km2", "°C", "kW", "kWh",
		"MW", "kVA", "GB", "TB", "MB", "Mb/s", "Gb/s", "dpi", "lít"};
	uint32_t n = w.n;
	if (!ends_in_digit(number))
		return false;
	while (n && strchr(".,;:)", w.s[n - 1]))
		n--;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (n == strlen(units[i]) && !memcmp(w.s, units[i], n))
			return true;
	return false;
}

/* before: the word before a. */
static enum glue glued(struct word before, struct word a, struct word b)
{
	if ((is_dash(b) && ends_in_digit(a)) || (is_dash(a) && ends_in_digit(before) && b.n && is_digit(b.s[0])) || is_measure(a, b))
		return GLUE_HARD;
	while (a.n && strchr("(“\"'[", a.s[0])) /* an opening sign before the word */
		a.s++, a.n--;
	if (a.n > 3 && !memcmp(a.s, "“", 3))
		a.s += 3, a.n -= 3;
	for (size_t i = 0; i < sizeof binders / sizeof *binders; i++)
		if (a.n == strlen(binders[i].word) && !memcmp(a.s, binders[i].word, a.n))
			return follows(b, binders[i].follow) ? GLUE_HARD : GLUE_NONE;
	return glued_after_number(a, b) ? GLUE_SOFT : GLUE_NONE;
}

/* The code of a directive: a slash and a hyphen ("3609/UBND-KGVX", "57-NQ/TW"), or number-CAPITALS ("15-QĐ"). */
static bool is_code(struct word w)
{
	uint32_t i = 0;
	if (memchr(w.s, '/', w.n))
		return true;
	while (i < w.n && is_digit(w.s[i]))
		i++;
	if (i == 0 || i >= w.n || w.s[i] != '-')
		return false;
	const char *p = w.s + i + 1;
	return p < w.s + w.n && utf8_is_upper(utf8_next(&p, w.s + w.n));
}

static struct word word_at(const struct ptext *t, uint32_t from, uint32_t to)
{
	struct word w = {t->sh->text + t->sh->clusters[from].start, t->sh->clusters[to].start - t->sh->clusters[from].start};
	return w;
}

/* LibreOffice goes back from a slash to a space so many letters before it, though it may stand on the line before, and then cuts
 * the word by letters. */
static bool space_near(const struct ptext *t, uint32_t slash)
{
	enum { NEAR = 66 };
	for (uint32_t i = slash; i-- > 0 && slash - i < NEAR;)
		if (is_space(t, i) || t->brk[i] == BRK_FORCED)
			return true;
	return false;
}

static void break_inside(struct ptext *t, uint32_t from, uint32_t to)
{
	struct word w = word_at(t, from, to);
	bool code = is_code(w);
	for (uint32_t i = from; i + 1 < to; i++) {
		const char *c = t->sh->text + t->sh->clusters[i].start;
		if (i > from && *c == '-')
			t->brk[i] = code ? BRK_GLUED_HYPHEN : BRK_HYPHEN;
		else if (i > from && *c == '/' && !(is_digit(c[-1]) && is_digit(c[1])) && c[1] != '/' && !space_near(t, i))
			t->brk[i] = BRK_SLASH;
		else if (i > from && !code && (!memcmp(c, "–", 3) || !memcmp(c, "—", 3)))
			t->brk[i] = BRK_HYPHEN;
	}
}

void lay_breaks(struct lay *l, struct ptext *t)
{
	uint32_t n = t->sh->n_clusters, from = 0;
	struct word prev = {"", 0}, before = {"", 0};
	uint32_t prev_space = UINT32_MAX; /* the last space before the word */
	bool title = t->node->generated && t->style->align == ALIGN_CENTER;
	for (uint32_t i = 0; i <= n; i++) {
		if (i < n && !is_space(t, i))
			continue;
		if (i > from) {
			struct word w = word_at(t, from, i);
			if (prev_space != UINT32_MAX) {
				static const uint8_t kinds[] = {[GLUE_NONE] = BRK_SPACE, [GLUE_SOFT] = BRK_SOFT_SPACE, [GLUE_HARD] = BRK_GLUED_SPACE};
				bool stuck = strchr("!;/", w.s[0]) && prev.n;
				enum glue g = glued(before, prev, w);
				if (g == GLUE_NONE && title && lay_compound(l, before.s, before.n, prev.s, prev.n, w.s, w.n))
					g = GLUE_SOFT;
				t->brk[prev_space] = stuck ? BRK_GLUED_SPACE : kinds[g];
			}
			break_inside(t, from, i);
			before = prev;
			prev = w;
		}
		prev_space = i;
		from = i + 1;
	}
}
