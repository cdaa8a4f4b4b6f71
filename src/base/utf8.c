#include "base/utf8.h"

#include <glib.h>
#include <string.h>

enum { REPLACEMENT = 0xFFFD };

/* Bytes of the well-formed character at s (at most n bytes), or 0. Overlong forms and surrogates are ill-formed. */
static size_t decode(const unsigned char *s, size_t n, uint32_t *c)
{
	if (n && s[0] < 0x80) {
		*c = s[0];
		return 1;
	}
	if (n < 2 || (s[1] & 0xC0) != 0x80)
		return 0;
	if (s[0] >= 0xC2 && s[0] <= 0xDF) {
		*c = (s[0] & 0x1Fu) << 6 | (s[1] & 0x3Fu);
		return 2;
	}
	if (n < 3 || (s[2] & 0xC0) != 0x80)
		return 0;
	if ((s[0] & 0xF0) == 0xE0) {
		*c = (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
		return *c >= 0x800 && (*c < 0xD800 || *c > 0xDFFF) ? 3 : 0;
	}
	if (n < 4 || (s[3] & 0xC0) != 0x80 || (s[0] & 0xF8) != 0xF0)
		return 0;
	*c = (s[0] & 0x07u) << 18 | (s[1] & 0x3Fu) << 12 | (s[2] & 0x3Fu) << 6 | (s[3] & 0x3Fu);
	return *c >= 0x10000 && *c <= 0x10FFFF ? 4 : 0;
}

uint32_t utf8_next(const char **p, const char *end)
{
	uint32_t c;
	size_t len = decode((const unsigned char *)*p, (size_t)(end - *p), &c);
	*p += len ? len : 1;
	return len ? c : REPLACEMENT;
}

size_t utf8_put(char *out, uint32_t c)
{
	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = REPLACEMENT;
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	size_t len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
	for (size_t i = len - 1; i > 0; i--, c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3F));
	out[0] = (char)(lead[len] | c);
	return len;
}

size_t utf8_check(const char *s, size_t n)
{
	size_t i = 0;
	while (i < n) {
		uint32_t c;
		size_t len = decode((const unsigned char *)s + i, n - i, &c);
		if (!len)
			return i;
		i += len;
	}
	return n;
}

size_t utf8_count(const char *s, size_t n)
{
	size_t count = 0;
	for (const char *p = s, *end = s + n; p < end; count++)
		utf8_next(&p, end);
	return count;
}

/* Characters of Vietnamese text that no neighbour can compose or reorder. Others are left to GLib. */
static bool surely_nfc(uint32_t c)
{
	return c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x2010 && c <= 0x2027);
}

/* True if all is well-formed and surely in NFC. */
static bool plain(const char *s, size_t n)
{
	for (size_t i = 0; i < n;) {
		uint32_t c;
		size_t len = decode((const unsigned char *)s + i, n - i, &c);
		if (!len || !surely_nfc(c))
			return false;
		i += len;
	}
	return true;
}

/* A copy with ill-formed bytes replaced. */
static char *repaired(struct arena *a, const char *s, size_t n, size_t *out_n)
{
	char *copy = arena_array(a, n + 1, 3), *o = copy;
	for (const char *p = s, *end = s + n; p < end;)
		o += utf8_put(o, utf8_next(&p, end));
	*out_n = (size_t)(o - copy);
	return copy;
}

/* End of the stretch that must be normalised as a whole. Cut at last after 256 characters: no writing needs so many marks
 * on one letter, and GLib's time grows with the square of the length. */
static const char *stretch_end(const char *p, const char *end)
{
	enum { LONG = 64, LONGEST = 256 };
	for (size_t count = 1; p < end; count++) {
		const char *from = p;
		uint32_t c = utf8_next(&p, end);
		bool joins = g_unichar_ismark(c) || (c >= 0x1160 && c <= 0x11FF); /* Hangul vowels and finals */
		if (surely_nfc(c) || count >= LONGEST || (count >= LONG && !joins))
			return from;
	}
	return end;
}

static void put_normalised(GString *all, const char *from, const char *to)
{
	char *part = g_utf8_normalize(from, to - from, G_NORMALIZE_NFC);
	if (part)
		g_string_append(all, part);
	g_free(part);
}

/* Only characters that are not surely in NFC are given to GLib, each with the one before it, which they may join. */
static char *normalised(struct arena *a, const char *s, size_t n, size_t *out_n)
{
	GString *all = g_string_sized_new(n + 16);
	const char *end = s + n, *run = s, *last = s; /* run: not yet put; last: the character before p, if not put */
	for (const char *p = s; p < end;) {
		const char *from = p;
		if (surely_nfc(utf8_next(&p, end))) {
			last = from;
			continue;
		}
		const char *start = *last ? last : from; /* GLib would stop at a NUL */
		g_string_append_len(all, run, start - run);
		p = stretch_end(p, end);
		put_normalised(all, start, p);
		run = last = p;
	}
	g_string_append_len(all, run, end - run);
	char *copy = arena_strndup(a, all->str, all->len);
	*out_n = all->len;
	g_string_free(all, TRUE);
	return copy;
}

const char *utf8_nfc(struct arena *a, const char *s, size_t n, size_t *out_n)
{
	*out_n = n;
	if (plain(s, n))
		return s;
	const char *good = s;
	size_t good_n = n;
	if (utf8_check(s, n) < n)
		good = repaired(a, s, n, &good_n);
	size_t len;
	const char *nfc = normalised(a, good, good_n, &len);
	if (len == n && memcmp(nfc, s, n) == 0)
		return s;
	*out_n = len;
	return nfc;
}

/* By character and not by g_utf8_strup, whose result depends on the locale (Turkish, Lithuanian). */
static char *mapped(struct arena *a, const char *s, gunichar (*map)(gunichar), bool first_only)
{
	size_t n = strlen(s);
	char *copy = arena_array(a, n + 1, 3), *o = copy;
	const char *p = s, *end = s + n;
	while (p < end) {
		const char *from = p;
		uint32_t c = utf8_next(&p, end);
		uint32_t m = first_only && from > s ? c : map(c);
		o += utf8_put(o, m);
	}
	size_t len;
	const char *nfc = utf8_nfc(a, copy, (size_t)(o - copy), &len);
	return nfc == copy ? copy : arena_strndup(a, nfc, len);
}

char *utf8_upper(struct arena *a, const char *s) { return mapped(a, s, g_unichar_toupper, false); }
char *utf8_lower(struct arena *a, const char *s) { return mapped(a, s, g_unichar_tolower, false); }
char *utf8_upper_first(struct arena *a, const char *s) { return mapped(a, s, g_unichar_toupper, true); }
char *utf8_lower_first(struct arena *a, const char *s) { return mapped(a, s, g_unichar_tolower, true); }

const char *utf8_one_line(struct arena *a, const char *s)
{
	if (!strchr(s, '\n'))
		return s;
	char *copy = arena_strdup(a, s);
	for (char *p = copy; (p = strchr(p, '\n')) != NULL; p++)
		*p = ' ';
	return copy;
}

const char *utf8_short(struct arena *a, const char *s)
{
	if (s == NULL || strlen(s) <= SHORT_CHARS)
		return s;
	const char *p = s, *end = s + strlen(s);
	for (int i = 0; i < SHORT_CHARS && p < end; i++)
		utf8_next(&p, end);
	return p == end ? s : arena_printf(a, "%.*s…", (int)(p - s), s);
}

bool utf8_is_upper(uint32_t c) { return g_unichar_isupper(c); }
bool utf8_is_lower(uint32_t c) { return g_unichar_islower(c); }
bool utf8_is_alpha(uint32_t c) { return g_unichar_isalpha(c); }

bool utf8_is_space(uint32_t c)
{
	/* White_Space of Unicode; g_unichar_isspace leaves out VT and NEL. */
	return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
	       (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool utf8_is_invisible(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
		(c >= 0x2066 && c <= 0x206F) || c == 0xFEFF || c == 0x180E || c == 0x034F;
}

bool utf8_is_control(uint32_t c)
{
	return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || (c & 0xFFFE) == 0xFFFE;
}

bool utf8_is_nobreak(uint32_t c)
{
	return c == 0xA0 || c == 0x202F || c == 0x2007;
}

void utf8_put_safe(struct buf *b, const char *s)
{
	const char *end = s + strlen(s);
	while (s < end) {
		char out[4];
		uint32_t c = utf8_next(&s, end);
		bool unsafe = c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
		buf_put(b, out, utf8_put(out, c == '\n' || c == '\t' ? ' ' : unsafe ? 0xFFFD : c));
	}
}
