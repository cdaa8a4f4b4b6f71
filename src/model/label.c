/* Labels of paragraphs: "I." "1." "3.1." "a)" "đ)" "-" "+" "Điều 1." "Chương I" "Mục 1" "Tiểu mục 1" "Phần I". They are
 * recognised, never renumbered. */
#include "base/viet.h"
#include "model/label.h"
#include <string.h>

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool ends(const char *s, const char *e)
{
	return s == e || *s == ' ' || *s == '\t';
}

static size_t digits(const char *s, const char *e)
{
	size_t n = 0;
	while (s + n < e && digit(s[n]))
		n++;
	return n;
}

static size_t roman(const char *s, const char *e)
{
	size_t n = 0;
	while (s + n < e && n < 15 && strchr("IVXL", s[n]))
		n++;
	return n && viet_unroman(s, n) > 0 ? n : 0;
}

/* Word with its capital or all in capitals, one space after it; bytes, or 0. */
static size_t word(const char *s, const char *e, const char *normal, const char *upper)
{
	const char *const forms[] = {normal, upper};
	for (int i = 0; i < 2; i++) {
		size_t n = strlen(forms[i]);
		if ((size_t)(e - s) > n && !memcmp(s, forms[i], n) && s[n] == ' ')
			return n + 1;
	}
	return 0;
}

/* "thứ nhất" … after "Phần". */
static size_t ordinal(const char *s, const char *e)
{
	static const char *const words[] = {"nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
		"NHẤT", "HAI", "BA", "TƯ", "NĂM", "SÁU", "BẢY", "TÁM", "CHÍN", "MƯỜI"};
	size_t n = word(s, e, "thứ", "THỨ");
	for (size_t i = 0; n && i < sizeof words / sizeof *words; i++) {
		size_t w = strlen(words[i]);
		if ((size_t)(e - s) >= n + w && !memcmp(s + n, words[i], w) && (s + n + w == e || strchr(" .:", s[n + w])))
			return n + w;
	}
	return 0;
}

/* "Chương I" and its like: alone on the line, or with "." or ":" before a title. */
static enum label_kind division(const char *s, const char *e, uint32_t *len)
{
	static const struct { const char *normal, *upper; enum label_kind kind; } words[] = {
		{"Phần", "PHẦN", LABEL_PART}, {"Chương", "CHƯƠNG", LABEL_CHAPTER}, {"Mục", "MỤC", LABEL_SECTION},
		{"Tiểu mục", "TIỂU MỤC", LABEL_SUBSECTION}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = word(s, e, words[i].normal, words[i].upper);
		if (!n)
			continue;
		size_t k = roman(s + n, e);
		if (!k && digits(s + n, e) <= 3)
			k = digits(s + n, e);
		if (!k && words[i].kind == LABEL_PART)
			k = ordinal(s + n, e);
		const char *p = s + n + k;
		if (!k || (p < e && !strchr(".:", *p)))
			continue;
		if (p < e)
			p++;
		if (!ends(p, e))
			continue;
		*len = (uint32_t)(p - s);
		return words[i].kind;
	}
	return LABEL_NONE;
}

/* "Điều 1." "Điều 12a." */
static enum label_kind article(const char *s, const char *e, uint32_t *len)
{
	size_t n = word(s, e, "Điều", "ĐIỀU"), k = n ? digits(s + n, e) : 0;
	if (!k || k > 4)
		return LABEL_NONE;
	const char *p = s + n + k;
	if (p < e && *p >= 'a' && *p <= 'y')
		p++;
	if (p == e || *p != '.' || !ends(p + 1, e))
		return LABEL_NONE;
	*len = (uint32_t)(p + 1 - s);
	return LABEL_ARTICLE;
}

/* "1." "01." "3.1." "3.1.2." */
static enum label_kind number(const char *s, const char *e, uint32_t *len)
{
	const char *p = s;
	int groups = 0;
	for (; groups < 6; groups++) {
		size_t k = digits(p, e);
		if (!k || k > 3 || p + k == e || p[k] != '.')
			break;
		p += k + 1;
	}
	if (!groups || !ends(p, e))
		return LABEL_NONE;
	*len = (uint32_t)(p - s);
	return groups == 1 ? LABEL_NUMBER : LABEL_DECIMAL;
}

static enum label_kind letter(const char *s, const char *e, uint32_t *len)
{
	size_t n = 0;
	if (s == e || viet_point_index(s, &n) < 0 || s + n >= e || s[n] != ')' || !ends(s + n + 1, e))
		return LABEL_NONE;
	*len = (uint32_t)n + 1;
	return LABEL_LETTER;
}

static enum label_kind numeral(const char *s, const char *e, uint32_t *len)
{
	size_t n = roman(s, e);
	if (!n || s + n == e || s[n] != '.' || !ends(s + n + 1, e) || (n == 1 && *s == 'L'))
		return LABEL_NONE;
	*len = (uint32_t)n + 1;
	return LABEL_ROMAN;
}

static enum label_kind sign(const char *s, const char *e, uint32_t *len)
{
	*len = 1;
	if (s + 1 >= e || s[1] != ' ')
		return LABEL_NONE;
	return *s == '-' ? LABEL_DASH : *s == '+' ? LABEL_PLUS : LABEL_NONE;
}

enum label_kind label_find(const char *s, size_t n, uint32_t *len, bool *alone)
{
	static enum label_kind (*const finders[])(const char *, const char *, uint32_t *) = {sign, number, letter, numeral, article, division};
	for (size_t i = 0; i < sizeof finders / sizeof *finders; i++) {
		enum label_kind k = finders[i](s, s + n, len);
		if (k == LABEL_NONE)
			continue;
		size_t j = *len;
		while (j < n && (s[j] == ' ' || s[j] == '\t'))
			j++;
		*alone = j == n;
		return k;
	}
	*len = 0;
	*alone = false;
	return LABEL_NONE;
}

const struct division *label_division(enum label_kind k)
{
	static const struct division divisions[] = {
		{LABEL_PART, ROLE_PART, ROLE_PART_TITLE}, {LABEL_CHAPTER, ROLE_CHAPTER, ROLE_CHAPTER_TITLE},
		{LABEL_SECTION, ROLE_SECTION, ROLE_SECTION_TITLE}, {LABEL_SUBSECTION, ROLE_SECTION, ROLE_SECTION_TITLE}};
	for (size_t i = 0; i < sizeof divisions / sizeof *divisions; i++)
		if (divisions[i].label == k)
			return &divisions[i];
	return NULL;
}
