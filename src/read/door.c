/* The door: what comes in as bytes goes on as clean lines. Everything behind it may rely on NFC, on U+00A0 standing for a
 * blank to be filled in alone, and on the absence of control characters. */
#include "read/source.h"
#include "base/utf8.h"
#include "read/msg.h"
#include <string.h>

#define LINE_MAX_BYTES (4 << 20)
#define BAD_LINES_SHOWN 20

/* Marks that join the character before them in NFC (all that Vietnamese uses, and the common others). */
static bool combining(uint32_t c)
{
	return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF);
}

/* Place of a column of line i: in the template, if one gave the text. */
static struct pos source_place(const struct source *src, size_t i, uint32_t col)
{
	if (!src->merged || i >= src->n + 1 || !src->lines)
		return (struct pos){src->name, (uint32_t)i + 1, col};
	size_t at = src->lines[i].at;
	for (const char *p = src->merged->text + at, *end = src->merged->text + src->merged->n; col > 1 && p < end; col--) {
		utf8_next(&p, end);
		at = (size_t)(p - src->merged->text);
	}
	return merged_pos(src->merged, at);
}

struct door {
	struct source *src;
	struct diag *g;
	bool told;        /* invisible characters were mentioned */
	size_t at;        /* where the line in hand begins in the text */
};

static void fault(struct door *d, enum read_fault f, size_t line, size_t col, unsigned arg)
{
	struct pos p = source_place(d->src, line, (uint32_t)col);
	diag_put(d->g, &read_msgs[f], p, arg);
}

/* A look at bytes alone: false if no character of the line can be one of the above, as in most lines. */
static bool suspicious(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if ((c < 0x20 && c != '\t') || c == 0x7F || c == 0xC2 || c == 0xCD || c == 0xE2 || c == 0xEF || c >= 0xF0 ||
			(c == 0xE1 && (unsigned char)s[i + 1] == 0xA0))
			return true;
	}
	return false;
}

static bool plain_ascii(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (((unsigned char)s[i] < 0x20 && s[i] != '\t') || (unsigned char)s[i] >= 0x7F)
			return false;
	return true;
}

/* Copies the line without what must not pass, noting the column of each character kept. Returns true if anything changed. */
static bool sift(struct door *d, size_t no, const char *s, size_t n, char *out, size_t *out_n, uint32_t *cols, size_t *n_cols)
{
	const char *p = s, *end = s + n;
	char *o = out;
	bool changed = false, noted = false;
	for (uint32_t col = 1; p < end; col++) {
		const char *at = p;
		uint32_t c = utf8_next(&p, end);
		if (utf8_is_invisible(c)) {
			if (!d->told)
				fault(d, READ_INVISIBLE, no, col, c);
			d->told = changed = true;
			continue;
		}
		if (utf8_is_control(c) && !noted) {
			fault(d, READ_CONTROL, no, col, c);
			noted = true;
		}
		if (utf8_is_control(c) || utf8_is_nobreak(c)) {
			*o++ = ' ';
			changed = true;
		} else {
			memcpy(o, at, (size_t)(p - at));
			o += p - at;
		}
		cols[(*n_cols)++] = col;
	}
	*out_n = (size_t)(o - out);
	return changed;
}

/* Columns of the characters of a line after NFC: each cluster's characters get the column of the cluster's first. */
static uint32_t *columns_nfc(struct arena *a, const char *s, size_t n, const uint32_t *cols, size_t want)
{
	uint32_t *out = ARENA_ARRAY(a, uint32_t, want + 1);
	const char *p = s, *end = s + n;
	size_t i = 0, k = 0;
	while (p < end) {
		const char *from = p;
		uint32_t col = cols[i++];
		utf8_next(&p, end);
		while (p < end) {
			const char *q = p;
			if (!combining(utf8_next(&q, end)))
				break;
			p = q;
			i++;
		}
		size_t m;
		const char *c = utf8_nfc(a, from, (size_t)(p - from), &m);
		for (size_t j = utf8_count(c, m); j > 0 && k < want; j--)
			out[k++] = col;
	}
	for (; k <= want; k++)
		out[k] = cols[i ? i - 1 : 0] + 1;
	return out;
}

static void clean_line(struct door *d, size_t no, char *s, size_t n)
{
	struct line *l = &d->src->lines[no];
	*l = (struct line){s, (uint32_t)n, NULL, d->at};
	if (plain_ascii(s, n))
		return;
	struct arena *a = d->src->arena;
	size_t m;
	bool special = false;
	for (const char *p = suspicious(s, n) ? s : s + n; p < s + n && !special;) {
		uint32_t c = utf8_next(&p, s + n);
		special = utf8_is_invisible(c) || utf8_is_control(c) || utf8_is_nobreak(c);
	}
	const char *nfc = special ? NULL : utf8_nfc(a, s, n, &m);
	if (nfc == s)
		return;
	uint32_t *cols = ARENA_ARRAY(a, uint32_t, n + 1);
	size_t n_cols = 0;
	char *kept = arena_alloc(a, n + 1);
	size_t kept_n = 0;
	sift(d, no, s, n, kept, &kept_n, cols, &n_cols);
	nfc = utf8_nfc(a, kept, kept_n, &m);
	l->s = arena_strndup(a, nfc, m);
	l->len = (uint32_t)m;
	l->cols = columns_nfc(a, kept, kept_n, cols, utf8_count(nfc, m));
}

/* Bytes that are no UTF-8: one finding a line. */
static bool utf8_throughout(struct door *d, const char *text, size_t n)
{
	size_t line = 0, start = 0, shown = 0;
	for (size_t at = 0; at < n && shown < BAD_LINES_SHOWN;) {
		size_t bad = at + utf8_check(text + at, n - at);
		if (bad >= n)
			break;
		for (size_t i = at; i < bad; i++)
			if (text[i] == '\n') {
				line++;
				start = i + 1;
			}
		fault(d, READ_NOT_UTF8, line, utf8_count(text + start, bad - start) + 1, (unsigned char)text[bad]);
		shown++;
		const char *nl = memchr(text + bad, '\n', n - bad);
		if (!nl)
			break;
		at = (size_t)(nl - text) + 1;
		line++;
		start = at;
	}
	return shown == 0;
}

/* Files that are no text at all. */
static bool looks_like_text(struct door *d, const char *text, size_t n)
{
	const unsigned char *u = (const unsigned char *)text;
	if (n >= 2 && ((u[0] == 0xFF && u[1] == 0xFE) || (u[0] == 0xFE && u[1] == 0xFF)))
		return fault(d, READ_UTF16, 0, 1, 0), false;
	const char *nul = memchr(text, 0, n);
	if (nul) {
		size_t line = 0, start = 0;
		for (size_t i = 0; i < (size_t)(nul - text); i++)
			if (text[i] == '\n') {
				line++;
				start = i + 1;
			}
		return fault(d, READ_BINARY, line, (size_t)(nul - text) - start + 1, 0), false;
	}
	if (n >= 5 && (!memcmp(text, "%PDF-", 5) || !memcmp(text, "PK\3\4", 4)))
		return fault(d, READ_BINARY, 0, 1, u[0]), false;
	return true;
}

static size_t count_lines(const char *s, size_t n)
{
	size_t k = 1;
	for (size_t i = 0; i < n; i++)
		k += s[i] == '\n' || (s[i] == '\r' && (i + 1 == n || s[i + 1] != '\n'));
	return k;
}

static bool open_door(struct source *out, const char *text, size_t n, struct diag *g)
{
	struct arena *a = out->arena;
	struct door d = {out, g, false, 0};
	size_t skipped = 0;
	if (n > (size_t)SOURCE_MAX_MB << 20)
		return fault(&d, READ_TOO_LARGE, 0, 1, SOURCE_MAX_MB), false;
	if (n && !looks_like_text(&d, text, n))
		return false;
	if (n >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3)) {
		text += 3;
		n -= 3;
		skipped = 3;
	}
	size_t blank = 0;
	while (blank < n && memchr(" \t\r\n", text[blank], 4))
		blank++;
	if (blank == n)
		return fault(&d, READ_EMPTY, 0, 1, 0), false;
	if (!utf8_throughout(&d, text, n))
		return false;
	char *s = arena_alloc(a, n + 1);
	memcpy(s, text, n);
	out->lines = ARENA_ARRAY(a, struct line, count_lines(s, n));
	size_t start = 0;
	for (size_t i = 0; i <= n; i++) {
		if (i < n && s[i] != '\n' && s[i] != '\r')
			continue;
		if (i == n && start == n)
			break; /* the last line end begins no line */
		bool crlf = i + 1 < n && s[i] == '\r' && s[i + 1] == '\n';
		s[i] = 0;
		size_t len = i - start;
		if (len > LINE_MAX_BYTES) {
			out->lines[out->n].at = start + skipped;
			fault(&d, READ_TOO_LONG, out->n, 1, LINE_MAX_BYTES);
			len = 0;
			s[start] = 0;
		}
		d.at = start + skipped;
		clean_line(&d, out->n, s + start, len);
		out->n++;
		i += crlf;
		start = i + 1;
	}
	for (size_t i = 0; i < out->n; i++)
		if (!source_blank(out, i))
			return true;
	return fault(&d, READ_EMPTY, 0, 1, 0), false; /* nothing but signs that were left out */
}

bool source_open(struct source *out, struct arena *a, const char *name, const char *text, size_t n, struct diag *g)
{
	*out = (struct source){a, name, NULL, 0, NULL, ARENA_NEW(a, struct source_memo)};
	return open_door(out, text, n, g);
}

bool source_open_merged(struct source *out, struct arena *a, const char *name, const struct merged *m, struct diag *g)
{
	*out = (struct source){a, name, NULL, 0, m->n_v ? m : NULL, ARENA_NEW(a, struct source_memo)};
	return open_door(out, m->text, m->n, g);
}

const char *source_own(const struct source *src, size_t i)
{
	const struct line *l = &src->lines[i];
	const struct merged *m = src->merged;
	if (!m)
		return l->s;
	char *own = NULL;
	const char *raw = m->text + l->at, *raw_end = m->text + m->n;
	size_t k = 0, col = 1, piece = merged_piece_at(m, l->at);
	if (!m->v[piece].value && (piece + 1 == m->n_v || m->v[piece + 1].at >= l->at + l->len) && !l->cols)
		return l->s;
	for (const char *p = l->s, *end = l->s + l->len; p < end; k++) {
		const char *from = p;
		utf8_next(&p, end);
		for (size_t want = l->cols ? l->cols[k] : k + 1; col < want && raw < raw_end; col++)
			utf8_next(&raw, raw_end);
		while (piece + 1 < m->n_v && m->v[piece + 1].at <= (size_t)(raw - m->text))
			piece++;
		if (!m->v[piece].value)
			continue;
		if (!own)
			own = arena_strndup(src->arena, l->s, l->len);
		memset(own + (from - l->s), '0', (size_t)(p - from));
	}
	return own ? own : l->s;
}

struct pos source_pos(const struct source *src, size_t i, const char *at)
{
	if (i >= src->n)
		return src->n ? source_place(src, src->n - 1, 1) : (struct pos){src->name, 0, 1};
	const struct line *l = &src->lines[i];
	if (at < l->s || at > l->s + l->len)
		at = l->s;
	struct source_memo *m = src->memo;
	if (m->line != i || !m->at || m->at > at)
		*m = (struct source_memo){i, l->s, 0};
	m->chars += utf8_count(m->at, (size_t)(at - m->at));
	m->at = at;
	size_t k = m->chars;
	return source_place(src, i, l->cols ? l->cols[k] : (uint32_t)k + 1);
}

struct pos source_start(const struct source *src, size_t i)
{
	const char *p = i < src->n ? src->lines[i].s : "";
	return source_pos(src, i, p + strspn(p, " \t"));
}

bool source_blank(const struct source *src, size_t i)
{
	const char *p = src->lines[i].s;
	return p[strspn(p, " \t")] == 0;
}

bool source_fence(const struct source *src, size_t i)
{
	const char *p = src->lines[i].s;
	return !strncmp(p, "---", 3) && p[3 + strspn(p + 3, " \t")] == 0;
}
