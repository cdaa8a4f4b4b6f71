#include "run/outname.h"
#include <string.h>
#include <strings.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "base/viet.h"

static const char *const devices[] = { "con", "prn", "aux", "nul" };

/* A device of Windows, whatever stands behind a dot. */
static bool is_device(const char *s)
{
	size_t n = strcspn(s, ".");

	for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
		if (n == 3 && strncasecmp(s, devices[i], 3) == 0)
			return true;
	return n == 4 && (strncasecmp(s, "com", 3) == 0 || strncasecmp(s, "lpt", 3) == 0) && s[3] >= '0' && s[3] <= '9';
}

static void put_literal(struct buf *b, const char *s, size_t n)
{
	const char *end = s + n;

	while (s < end) {
		char out[4];
		uint32_t c = utf8_next(&s, end);

		if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xFFFD || (c < 0x80 && strchr("/\\:*?\"<>|", (int)c)))
			c = '-';
		buf_put(b, out, utf8_put(out, c));
	}
}

/* The value of the tag at s (after its first brace): what follows its last brace, or NULL. */
static const char *put_value(struct arena *a, struct buf *b, const char *s, outname_value *value, void *ctx, const char **bad)
{
	size_t braces = *s == '{' ? 2 : 1, n;
	const char *name, *v;

	s += braces - 1;
	n = strcspn(s, "{}");
	*bad = "";
	if (strncmp(s + n, "}}", braces) != 0)
		return NULL;
	while (n > 0 && *s == ' ') {
		s++;
		n--;
	}
	name = arena_strndup(a, s, n);
	for (size_t k = n; k > 0 && name[k - 1] == ' '; k--)
		name = arena_strndup(a, s, k - 1);
	v = value(ctx, name);
	if (v == NULL) {
		*bad = name;
		return NULL;
	}
	buf_puts(b, viet_slug(a, v));
	return s + n + braces;
}

static bool is_loose(char c) { return c == ' ' || c == '.' || c == '-'; }

static char *trim(struct arena *a, const struct buf *b)
{
	const char *s = b->data != NULL ? b->data : "", *end = s + b->len;

	while (s < end && is_loose(*s))
		s++;
	if (end - s > OUTNAME_BYTES) {
		end = s + OUTNAME_BYTES;
		while (((unsigned char)*end & 0xC0) == 0x80)
			end--;
	}
	while (end > s && is_loose(end[-1]))
		end--;
	return arena_strndup(a, s, (size_t)(end - s));
}

char *outname_fill(struct arena *a, const char *pattern, outname_value *value, void *ctx, const char **bad)
{
	struct buf b = BUF_INIT;
	const char *s = pattern;
	char *name = NULL;

	while (s != NULL && *s != '\0') {
		size_t n = strcspn(s, "{");

		put_literal(&b, s, n);
		s += n;
		if (*s == '{')
			s = put_value(a, &b, s + 1, value, ctx, bad);
	}
	if (s != NULL) {
		name = trim(a, &b);
		if (is_device(name))
			name = arena_printf(a, "%s_", name);
		if (*name == '\0') {
			*bad = "";
			name = NULL;
		}
	}
	buf_free(&b);
	return name;
}

bool outname_same(struct arena *a, const char *x, const char *y)
{
	return strcmp(utf8_lower(a, x), utf8_lower(a, y)) == 0;
}
