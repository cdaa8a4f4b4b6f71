#ifndef BASE_VIET_H
#define BASE_VIET_H
/* What is Vietnamese about text: folding of diacritics, dates, the letters of điểm, Roman numerals. */
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

/* A date whose parts may be missing (0): 15/5/2025, 5/2025 (day left blank), nothing. */
struct date { int day, month, year; };

/* Key form: small letters without diacritics (đ → d), without spaces, '-' and '_': "Trích yếu" → "trichyeu". */
char *viet_fold(struct arena *a, const char *s);
/* As viet_fold, words joined by '-': "Kế hoạch số 5" → "ke-hoach-so-5"; safe as a file name. */
char *viet_slug(struct arena *a, const char *s);
/* Edit distance of two folded keys, for "did you mean"; at most cap (stops early). */
int viet_distance(const char *a, const char *b, int cap);
/* Reads 15/5/2025, 15-5-2025, 15.5.2025, 2025-05-15, 5/2025, 2025, "ngày 15 tháng 5 năm 2025"; false if it is no date
 * or names a day that does not exist. */
bool viet_date(const char *s, struct date *out);
/* True if the date is whole and exists (leap years counted). */
bool viet_date_valid(struct date d);
/* "01/4/2025": a whole date as citations have it, days below 10 and the months 1 and 2 with a 0 (ND30 Phụ lục I, II.4.b); in the arena. */
char *viet_date_short(struct arena *a, struct date d);
/* <0, 0, >0; missing parts count as the lowest. */
int viet_date_cmp(struct date a, struct date b);
/* n-th letter of điểm, from 0: a b c d đ e g h i k l m n o p q r s t u v x y; NULL past the last. */
const char *viet_point_letter(int n);
/* Number of a điểm letter at s (from 0), or -1; *len bytes read. */
int viet_point_index(const char *s, size_t *len);
/* Roman numeral (1–3999) into out[16]; viet_unroman: value of n bytes, or -1. */
void viet_roman(int value, char out[16]);
int viet_unroman(const char *s, size_t n);
#endif
