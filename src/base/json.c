#include "base/json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

void json_string(struct buf *b, const char *s)
{
	const char *end = s ? s + strlen(s) : NULL;

	if (!s) {
		buf_puts(b, "null");
		return;
	}
	buf_putc(b, '"');
	while (s < end) {
		char out[4];
		uint32_t c = utf8_next(&s, end);

		if (c == '"' || c == '\\')
			buf_printf(b, "\\%c", (int)c);
		else if (c < 0x20 || (c >= 0x7f && c < 0xa0))
			buf_printf(b, "\\u%04x", c);
		else
			buf_put(b, out, utf8_put(out, c));
	}
	buf_putc(b, '"');
}

void json_member(struct buf *b, const char *name, const char *s)
{
	buf_printf(b, ",\"%s\":", name);
	json_string(b, s);
}

/* ---- reading ---- */

struct reader {
	struct arena *arena;
	const char *s, *end, *begin;
	unsigned depth;
};

static void skip_space(struct reader *r)
{
	while (r->s < r->end && (*r->s == ' ' || *r->s == '\t' || *r->s == '\n' || *r->s == '\r'))
		r->s++;
}

static bool eat(struct reader *r, char c)
{
	skip_space(r);
	if (r->s >= r->end || *r->s != c)
		return false;
	r->s++;
	return true;
}

static bool eat_word(struct reader *r, const char *word)
{
	size_t n = strlen(word);
	if ((size_t)(r->end - r->s) < n || memcmp(r->s, word, n) != 0)
		return false;
	r->s += n;
	return true;
}

/* Four hexadecimal digits, or -1. */
static long hex4(struct reader *r)
{
	long v = 0;
	if (r->end - r->s < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		char c = *r->s++;
		int d = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
		if (d < 0)
			return -1;
		v = v * 16 + d;
	}
	return v;
}

/* The character of "\uXXXX", of which there may be two for one beyond U+FFFF. */
static bool read_code(struct reader *r, char **to)
{
	long c = hex4(r);
	if (c >= 0xD800 && c < 0xDC00 && eat_word(r, "\\u")) {
		long low = hex4(r);
		if (low < 0)
			return false;
		c = low >= 0xDC00 && low < 0xE000 ? 0x10000 + (c - 0xD800) * 0x400 + (low - 0xDC00) : 0xFFFD;
	}
	if (c < 0)
		return false;
	if (c == 0 || (c >= 0xD800 && c < 0xE000))
		c = 0xFFFD;
	*to += utf8_put(*to, (uint32_t)c);
	return true;
}

static bool read_escape(struct reader *r, char **to)
{
	static const char names[] = "\"\\/bfnrt", signs[] = "\"\\/\b\f\n\r\t";
	if (r->s >= r->end)
		return false;
	char c = *r->s++;
	const char *at = strchr(names, c);
	if (c == 'u')
		return read_code(r, to);
	if (!at || !c)
		return false;
	*(*to)++ = signs[at - names];
	return true;
}

/* A string after its first quote; never longer than it stands in the file. */
static const char *read_text(struct reader *r)
{
	const char *close = r->s;
	while (close < r->end && *close != '"')
		close += *close == '\\' && r->end - close > 1 ? 2 : 1;
	if (close >= r->end)
		return NULL;
	char *text = arena_alloc(r->arena, (size_t)(close - r->s) + 1), *to = text;
	while (r->s < close) {
		char c = *r->s++;
		if (c == '\\') {
			if (!read_escape(r, &to))
				return NULL;
		} else if ((unsigned char)c < 0x20) {
			return NULL;
		} else {
			*to++ = c;
		}
	}
	r->s = close + 1;
	*to = '\0';
	return text;
}

static bool read_number(struct reader *r, struct json *out)
{
	char digits[64], *end;
	size_t n = 0;
	while (r->s + n < r->end && n + 1 < sizeof digits && strchr("+-.0123456789eE", r->s[n]) && r->s[n])
		n++;
	memcpy(digits, r->s, n);
	digits[n] = '\0';
	if (n == 0)
		return false;
	out->number = strtod(digits, &end);
	out->text = arena_strndup(r->arena, r->s, n);
	r->s += n;
	return *end == '\0';
}

static bool read_value(struct reader *r, struct json *out);

/* The elements of a list or map after its opening bracket. */
static bool read_items(struct reader *r, struct json *out, char close)
{
	const struct json **tail = &out->first;
	if (eat(r, close))
		return true;
	do {
		struct json *item = ARENA_NEW(r->arena, struct json);
		const char *key = NULL;
		if (close == '}' && (!eat(r, '"') || !(key = read_text(r)) || !eat(r, ':')))
			return false;
		if (!read_value(r, item))
			return false;
		item->key = key;
		*tail = item;
		tail = &item->next;
	} while (eat(r, ','));
	return eat(r, close);
}

static bool read_value(struct reader *r, struct json *out)
{
	static const struct { const char *word; enum json_kind kind; double number; } words[] = {
		{ "true", JSON_BOOL, 1 }, { "false", JSON_BOOL, 0 }, { "null", JSON_NULL, 0 },
	};
	bool good = true;
	if (++r->depth > JSON_DEPTH)
		return false;
	skip_space(r);
	out->at = (size_t)(r->s - r->begin);
	if (eat(r, '"')) {
		out->kind = JSON_TEXT;
		good = (out->text = read_text(r)) != NULL;
	} else if (eat(r, '[')) {
		out->kind = JSON_LIST;
		good = read_items(r, out, ']');
	} else if (eat(r, '{')) {
		out->kind = JSON_MAP;
		good = read_items(r, out, '}');
	} else {
		size_t i = 0;
		while (i < sizeof words / sizeof *words && !eat_word(r, words[i].word))
			i++;
		if (i < sizeof words / sizeof *words) {
			out->kind = words[i].kind;
			out->number = words[i].number;
		} else {
			out->kind = JSON_NUMBER;
			good = read_number(r, out);
		}
	}
	r->depth--;
	return good;
}

const struct json *json_read_at(struct arena *a, const char *s, size_t n, size_t *bad)
{
	struct reader r = { .arena = a, .s = s, .end = s + n, .begin = s };
	struct json *j = ARENA_NEW(a, struct json);
	bool good = read_value(&r, j);
	if (good)
		skip_space(&r);
	*bad = (size_t)(r.s - s);
	return good && r.s == r.end ? j : NULL;
}

const struct json *json_read(struct arena *a, const char *s, size_t n)
{
	size_t bad;
	return json_read_at(a, s, n, &bad);
}

const struct json *json_get(const struct json *j, const char *key)
{
	const struct json *v = j && j->kind == JSON_MAP ? j->first : NULL;
	while (v && strcmp(v->key, key) != 0)
		v = v->next;
	return v;
}

const char *json_get_text(const struct json *j, const char *key)
{
	const struct json *v = json_get(j, key);
	return v && v->kind == JSON_TEXT ? v->text : "";
}

double json_get_number(const struct json *j, const char *key)
{
	const struct json *v = json_get(j, key);
	return v && (v->kind == JSON_NUMBER || v->kind == JSON_BOOL) ? v->number : 0;
}
