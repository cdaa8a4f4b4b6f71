/* In which encoding a CSV is written, told by its bytes; and what parts its cells. */
#include "read/csv.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include "base/utf8.h"

/* What the bytes of the whole file look like. */
struct look {
	bool utf8;
	size_t zeros[2];           /* at even and odd places */
	size_t high;               /* bytes from 0x80 on */
	size_t cp1258, tcvn3, vni; /* pairs of bytes that only this encoding has in words */
	size_t lost;               /* "?" inside words: letters that the encoding did not have */
	size_t doubled;            /* "á»": UTF-8 taken for Windows-1252 and saved as UTF-8 */
	bool control; unsigned char byte; uint64_t control_at;
	unsigned char before[3];   /* bytes before the one at hand */
};

static bool vowel(unsigned char c) { return c && strchr("aeiouyAEIOUY", c); }
static bool one_of(unsigned char c, const char *set) { return c && strchr(set, c); }

static void weigh(struct look *l, unsigned char c)
{
	unsigned char b = l->before[0];
	if (b >= 0x80 || c >= 0x80) {
		/* a vowel (a plain one, â ê ô ă ơ ư) and a mark */
		l->cp1258 += one_of(c, "\xCC\xD2\xDE\xEC\xF2") && (vowel(b) || one_of(b, "\xE2\xEA\xF4\xE3\xF5\xFD\xC2\xCA\xD4\xC3\xD5\xDD"));
		/* letters where the others have signs that stand in no word: ă â ê ô ơ ư đ, à ả ã á ạ … */
		l->tcvn3 += (b >= 0xA8 && b <= 0xBE && isalpha(c)) || (isalpha(b) && c >= 0xA8 && c <= 0xBE);
		l->vni += (vowel(b) || one_of(b, "\xF4\xF6\xD4\xD6")) && one_of(c, "\xF9\xF8\xFB\xF5\xEF\xE2\xE1\xE0\xE5\xE3\xE4\xEA\xE9\xE8\xEB\xFA\xFC\xD9\xD8\xDB\xD5\xCF");
	}
	l->lost += b == '?' && isalpha(c) && (isalpha(l->before[1]) || l->before[1] == ' ' || l->before[1] >= 0x80);
	l->doubled += c == 0xBB && b == 0xC2 && l->before[1] == 0xA1 && l->before[2] == 0xC3;
	l->doubled += (c == 0xBA && b == 0xC2 && l->before[1] == 0xA1 && l->before[2] == 0xC3);
	l->before[2] = l->before[1];
	l->before[1] = b;
	l->before[0] = c;
}

static bool is_control(unsigned char c) { return c < 0x20 && !one_of(c, "\t\n\r\f\x1A"); }

static void look_at(struct look *l, const char *s, size_t n, uint64_t at)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if (c == 0)
			l->zeros[(at + i) % 2]++;
		if (is_control(c) && !l->control) {
			l->control = true;
			l->byte = c;
			l->control_at = at + i;
		}
		l->high += c >= 0x80;
		if (c >= 0x80 || l->before[0] >= 0x80 || l->before[0] == '?')
			weigh(l, c);
		else {
			l->before[2] = l->before[1];
			l->before[1] = l->before[0];
			l->before[0] = c;
		}
	}
}

/* Over the file, with the character that a piece cuts kept for the next. */
static bool look_through(struct csv_text *t, struct look *l)
{
	char piece[CSV_PIECE + 4];
	size_t left = 0;
	uint64_t at = 0;
	long got;
	l->utf8 = true;
	while ((got = book_bytes(t->b, at, piece + left, CSV_PIECE)) > 0) {
		size_t n = left + (size_t)got;
		look_at(l, piece + left, (size_t)got, at);
		at += (uint64_t)got;
		size_t good = l->utf8 ? utf8_check(piece, n) : n;
		left = n - good;
		if (left > 3) {
			l->utf8 = false;
			left = 0;
		}
		memmove(piece, piece + good, left);
	}
	l->utf8 = l->utf8 && !left;
	return got == 0;
}

static enum encoding eight_bits(const struct look *l)
{
	if (l->cp1258 >= 2 && l->cp1258 >= l->tcvn3 && l->cp1258 >= l->vni)
		return ENC_CP1258;
	if (l->tcvn3 > 3 && l->tcvn3 > l->vni)
		return ENC_TCVN3;
	return l->vni > 3 ? ENC_VNI : ENC_CP1252;
}

static enum encoding encoding_of(const struct look *l, const char *s, size_t n, uint64_t size, uint64_t *begin)
{
	static const struct { const char *mark; size_t n; enum encoding e; } marks[] = {{"\xEF\xBB\xBF", 3, ENC_UTF8}, {"\xFF\xFE", 2, ENC_UTF16LE},
		{"\xFE\xFF", 2, ENC_UTF16BE}};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (n >= marks[i].n && !memcmp(s, marks[i].mark, marks[i].n) && (i || l->utf8)) {
			*begin = marks[i].n;
			return i == 0 && (l->control || l->zeros[0] || l->zeros[1]) ? ENC_BINARY : marks[i].e;
		}
	size_t zeros = l->zeros[0] + l->zeros[1];
	if (zeros && size % 2 == 0 && zeros >= size / 8 && (l->zeros[0] == 0 || l->zeros[1] == 0))
		return l->zeros[0] ? ENC_UTF16BE : ENC_UTF16LE;
	if (l->control)
		return ENC_BINARY;
	return l->utf8 ? ENC_UTF8 : eight_bits(l);
}

/* What of the text was lost or garbled before it came here. */
static void doubts(struct csv_text *t, const struct look *l)
{
	if (l->lost >= 4 && t->encoding != ENC_UTF16LE && t->encoding != ENC_UTF16BE)
		book_note(t->b, CSV_LOST, 0, 0, l->lost);
	if (t->encoding == ENC_UTF8 && l->doubled >= 2)
		book_note(t->b, CSV_MOJIBAKE, 0, 0);
}

bool csv_encoding(struct csv_text *t)
{
	static const struct { enum encoding e; const char *name; } names[] = {{ENC_UTF16LE, "UTF-16"}, {ENC_UTF16BE, "UTF-16"},
		{ENC_CP1258, "Windows-1258"}, {ENC_CP1252, "Windows-1252"}};
	struct look l = {0};
	char s[4];
	long got = book_bytes(t->b, 0, s, sizeof s);
	if (got < 0 || !look_through(t, &l))
		return false;
	t->encoding = encoding_of(&l, s, (size_t)got, t->b->n, &t->begin);
	if (t->encoding == ENC_BINARY)
		book_note(t->b, CSV_BINARY, 0, 0, l.byte, (size_t)l.control_at + 1);
	else if (t->encoding == ENC_TCVN3 || t->encoding == ENC_VNI)
		book_note(t->b, t->encoding == ENC_VNI ? CSV_VNI : CSV_TCVN3, 0, 0);
	else {
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (names[i].e == t->encoding)
				book_note(t->b, CSV_ENCODING, 0, 0, names[i].name);
		doubts(t, &l);
		return true;
	}
	return false;
}

/* ---- what parts the cells ---- */

enum { LINES = 100 };

struct counts { size_t lines, cells[LINES]; };

static void count(const char *s, size_t n, char sep, struct counts *c)
{
	bool quoted = false, begins = true;
	size_t cells = 0;
	*c = (struct counts){0};
	for (size_t i = 0; i < n && c->lines < LINES; i++) {
		if (quoted) {
			quoted = s[i] != '"';
		} else if (s[i] == '"' && begins) {
			quoted = true;
		} else if (s[i] == '\n') {
			c->cells[c->lines++] = cells;
			cells = 0;
		} else {
			cells += s[i] == sep;
		}
		begins = s[i] == sep || s[i] == '\n' || (begins && s[i] == ' ');
	}
	if (cells && c->lines < LINES)
		c->cells[c->lines++] = cells;
}

/* How many lines have the number of separators that most lines with any have. */
static size_t agreeing(const struct counts *c, size_t *number)
{
	size_t best = 0;
	*number = 0;
	for (size_t i = 0; i < c->lines; i++) {
		size_t same = 0;
		for (size_t k = 0; k < c->lines && c->cells[i]; k++)
			same += c->cells[k] == c->cells[i];
		if (same > best || (same == best && c->cells[i] > *number)) {
			best = same;
			*number = c->cells[i];
		}
	}
	return best;
}

char csv_separator(const char *s, size_t n, size_t *skip)
{
	static const char separators[] = "\t;,|";
	char best = ';';
	size_t most = 0, most_cells = 0;
	*skip = 0;
	if (n >= 6 && !strncasecmp(s, "sep=", 4) && (s[5] == '\n' || s[5] == '\r') && s[4] != '"' && (unsigned char)s[4] < 0x80) {
		*skip = s[5] == '\r' && n > 6 && s[6] == '\n' ? 7 : 6;
		return s[4];
	}
	for (const char *p = separators; *p; p++) {
		struct counts c;
		size_t cells;
		count(s, n, *p, &c);
		size_t lines = agreeing(&c, &cells);
		if (lines > most || (lines == most && cells > most_cells)) {
			most = lines;
			most_cells = cells;
			best = *p;
		}
	}
	return best;
}
