/* The text of a CSV in UTF-8, whatever it is written in. */
#include "read/csv.h"
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"

/* 0x80–0x9F of Windows-1252; 0 is no letter. */
static const uint16_t from_80[32] = {0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};
/* What differs from it in Windows-1258: the letters of Vietnamese and its five marks, which stand behind their vowel. */
static const struct { unsigned char byte; uint16_t c; } of_1258[] = {{0x8A, 0}, {0x8E, 0}, {0x9A, 0}, {0x9E, 0}, {0xC3, 0x102}, {0xCC, 0x300},
	{0xD0, 0x110}, {0xD2, 0x309}, {0xD5, 0x1A0}, {0xDD, 0x1AF}, {0xDE, 0x303}, {0xE3, 0x103}, {0xEC, 0x301}, {0xF0, 0x111}, {0xF2, 0x323},
	{0xF5, 0x1A1}, {0xFD, 0x1B0}, {0xFE, 0x20AB}};

static uint32_t letter(enum encoding e, unsigned char byte)
{
	if (e == ENC_CP1258)
		for (size_t i = 0; i < sizeof of_1258 / sizeof *of_1258; i++)
			if (of_1258[i].byte == byte)
				return of_1258[i].c;
	return byte >= 0x80 && byte < 0xA0 ? from_80[byte - 0x80] : byte;
}

static void put(struct csv_text *t, uint32_t c)
{
	char u[4];
	if (!c) {
		c = 0xFFFD;
		t->bad = true;
	}
	buf_put(&t->out, u, utf8_put(u, c));
}

static void decode_bytes(struct csv_text *t, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] < 0x80)
			buf_putc(&t->out, s[i]);
		else
			put(t, letter(t->encoding, (unsigned char)s[i]));
}

/* Returns how many bytes are done with: a character cut by the piece is left. */
static size_t decode_utf16(struct csv_text *t, const char *s, size_t n, bool last)
{
	size_t i = 0, hi = t->encoding == ENC_UTF16LE;
#define UNIT(at) ((uint32_t)(unsigned char)s[(at) + hi] << 8 | (unsigned char)s[(at) + 1 - hi])
	for (; i + 1 < n; i += 2) {
		uint32_t c = UNIT(i);
		if (c >= 0xD800 && c < 0xDC00) {
			if (i + 3 >= n && !last)
				return i;
			uint32_t low = i + 3 < n ? UNIT(i + 2) : 0;
			if (low >= 0xDC00 && low < 0xE000) {
				c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
				i += 2;
			} else {
				c = 0;
			}
		} else if (c >= 0xDC00 && c < 0xE000) {
			c = 0;
		}
		put(t, c);
	}
#undef UNIT
	if (last && i < n) {
		put(t, 0);
		return n;
	}
	return i;
}

/* The file was looked at whole: it is UTF-8. Only a character at the piece's end is kept back. */
static size_t decode_utf8(struct csv_text *t, const char *s, size_t n, bool last)
{
	size_t end = n;
	while (!last && end > 0 && n - end < 3 && ((unsigned char)s[end - 1] & 0xC0) == 0x80)
		end--;
	if (!last && end > 0 && (unsigned char)s[end - 1] >= 0xC0)
		end--;
	else if (!last)
		end = n;
	buf_put(&t->out, s, end);
	return end;
}

void csv_decode(enum encoding e, const char *s, size_t n, struct buf *out)
{
	struct csv_text t = {.encoding = e};
	if (e == ENC_UTF16LE || e == ENC_UTF16BE)
		decode_utf16(&t, s, n, true);
	else if (e == ENC_UTF8)
		decode_utf8(&t, s, n, true);
	else
		decode_bytes(&t, s, n);
	buf_put(out, t.out.data, t.out.len);
	buf_free(&t.out);
}

bool csv_text_next(struct csv_text *t)
{
	char piece[CSV_PIECE + sizeof t->left];
	size_t done;
	buf_clear(&t->out);
	while (!t->out.len && !t->ended) {
		memcpy(piece, t->left, t->n_left);
		long got = book_bytes(t->b, t->at, piece + t->n_left, CSV_PIECE);
		if (got < 0) {
			t->b->failed = true;
			return false;
		}
		size_t n = t->n_left + (size_t)got;
		t->at += (uint64_t)got;
		t->ended = got == 0;
		if (t->encoding == ENC_UTF16LE || t->encoding == ENC_UTF16BE)
			done = decode_utf16(t, piece, n, t->ended);
		else if (t->encoding == ENC_UTF8)
			done = decode_utf8(t, piece, n, t->ended);
		else
			decode_bytes(t, piece, done = n);
		t->n_left = n - done;
		memcpy(t->left, piece + done, t->n_left);
	}
	return t->out.len;
}

void csv_text_rewind(struct csv_text *t)
{
	t->at = t->begin;
	t->n_left = 0;
	t->ended = false;
}
