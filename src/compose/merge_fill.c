/* Texts and values on their way into a draft: each value is escaped for the place where it comes to stand. */
#include "compose/merge_in.h"

#include <string.h>

#include "base/utf8.h"
#include "base/viet.h"
#include "compose/msg.h"

struct fill {
	struct arena *a;
	struct diag *g;
	struct buf out;
	struct merged *m;
	size_t line;              /* where the line in hand begins */
	bool filled;              /* a value stands in it */
	bool begun;               /* a line that is not blank has been */
	bool front;               /* in a front matter */
	bool pending;             /* after "---" in a text: the next line may begin a part */
	bool fence;               /* between lines of backticks */
	struct merge_front *fronts; size_t n_fronts, cap_fronts;
	struct pos last;          /* place of what was put last */
	bool full;
};

void merge_piece(struct arena *a, struct merged *m, size_t at, struct pos from, bool value)
{
	struct merged_piece p = { at, from, value };

	if (m->n_v > 0 && m->v[m->n_v - 1].at == at)
		m->v[m->n_v - 1] = p; /* nothing came of the one before */
	else
		ARENA_PUSH(a, m->v, m->n_v, m->cap_v, p);
}

/* ---- where we are ---- */

static const char *line_text(const struct fill *f, size_t *n)
{
	const char *s = f->out.len > f->line ? f->out.data + f->line : "";

	*n = f->out.len - f->line;
	while (*n > 0 && (*s == ' ' || *s == '\t'))
		s++, --*n;
	return s;
}

static bool line_starts(const struct fill *f, const char *with)
{
	size_t n, k = strlen(with);
	const char *s = line_text(f, &n);

	return n >= k && memcmp(s, with, k) == 0;
}

static bool is_dashes(const struct fill *f)
{
	const char *s = f->out.data + f->line;
	size_t n = f->out.len - f->line;

	while (n > 0 && memchr(" \t\r\n", s[n - 1], 4) != NULL)
		n--;
	return !f->filled && n == 3 && memcmp(s, "---", 3) == 0;
}

/* The line in hand begins with the key that begins a part. */
static bool opens_part(const struct fill *f)
{
	static const char *const openers[] = { "phuluc", "vanbankemtheo", "bansao" };
	size_t n;
	const char *s = line_text(f, &n), *colon = memchr(s, ':', n), *fold;

	if (colon == NULL || colon - s > 60)
		return false;
	fold = viet_fold(f->a, arena_strndup(f->a, s, (size_t)(colon - s)));
	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (strcmp(fold, openers[i]) == 0)
			return true;
	return false;
}

static void open_front(struct fill *f, size_t at)
{
	struct merge_front r = { at, at };

	f->front = true;
	f->pending = false;
	ARENA_PUSH(f->a, f->fronts, f->n_fronts, f->cap_fronts, r);
}

/* A line is whole: what it was says what the next one is in. */
static void line_done(struct fill *f)
{
	size_t n;
	const char *s = line_text(f, &n);
	bool empty = n == 0 || *s == '\n' || *s == '\r';

	if (empty) {
		;
	} else if (f->front) {
		if (is_dashes(f)) {
			f->fronts[f->n_fronts - 1].to = f->line;
			f->front = false;
		}
	} else if (!f->begun && is_dashes(f)) {
		open_front(f, f->out.len);
	} else if (f->pending && opens_part(f)) {
		open_front(f, f->line);
	} else if (is_dashes(f)) {
		f->pending = true;
	} else if (*s != '#') {
		f->pending = false;
	}
	if (!empty && !f->front && line_starts(f, "```"))
		f->fence = !f->fence;
	f->begun = f->begun || !empty;
	f->line = f->out.len;
	f->filled = false;
}

static void text(void *ctx, const char *s, size_t n, struct pos from)
{
	struct fill *f = ctx;

	f->last = from;
	merge_piece(f->a, f->m, f->out.len, from, false);
	buf_put(&f->out, s, n);
	if (n > 0 && s[n - 1] == '\n' && !f->out.failed)
		line_done(f);
}

/* ---- values ---- */

/* True of what needs no cleaning, as nearly all values: Vietnamese letters and signs of ASCII, single spaces or not, no line ends. */
static bool clean_already(const char *s, size_t n)
{
	const unsigned char *u = (const unsigned char *)s;

	if (n == 0 || s[0] == ' ' || s[n - 1] == ' ')
		return false;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = u[i];

		if (c >= 0x20 && c < 0x7F)
			continue;
		if ((c == 0xC3 || c == 0xC4 || c == 0xC6) && (u[i + 1] & 0xC0) == 0x80)
			i++;
		else if (c == 0xE1 && (u[i + 1] == 0xBA || u[i + 1] == 0xBB) && (u[i + 2] & 0xC0) == 0x80)
			i += 2;
		else
			return false;
	}
	return true;
}

/* A value as it is printed: NFC, without invisible signs, spaces and tabs as spaces, none at its ends, line ends one at a time. */
static const char *cleaned(struct arena *a, const char *s, size_t *n)
{
	*n = strlen(s);
	if (clean_already(s, *n))
		return s;

	const char *t = utf8_nfc(a, s, *n, n), *end = t + *n;
	char *out = arena_alloc(a, *n + 1), *o = out;

	for (const char *p = t; p < end;) {
		const char *at = p;
		uint32_t c = utf8_next(&p, end);
		bool line_end = c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x0B || c == 0x0C || c == 0x85;

		if (utf8_is_invisible(c))
			continue;
		if (line_end) {
			while (o > out && o[-1] == ' ')
				o--;
			if (o > out && o[-1] != '\n')
				*o++ = '\n';
		} else if (c == '\t' || c == ' ' || utf8_is_nobreak(c) || utf8_is_control(c)) {
			if (o > out && o[-1] != '\n')
				*o++ = ' ';
		} else {
			memcpy(o, at, (size_t)(p - at));
			o += p - at;
		}
	}
	while (o > out && (o[-1] == ' ' || o[-1] == '\n'))
		o--;
	*o = '\0';
	s = utf8_nfc(a, out, (size_t)(o - out), n); /* marks may have met letters */
	return s == out ? out : arena_strndup(a, s, *n);
}

enum { LABEL_BYTES = 40 }; /* no label that a line may begin with reaches farther */

/* Bold or italic is open in the line in hand: it cannot go on in the next one. */
static bool starred(const struct fill *f)
{
	size_t n, runs = 0;
	const char *s = line_text(f, &n);

	for (size_t i = 0; i < n; i++)
		if (s[i] == '\\')
			i++;
		else if (s[i] == '*' && (i + 1 == n || s[i + 1] != '*'))
			runs++;
	return runs % 2 == 1;
}

/* What stands for a line end of a value in the text: a break of the line, where the place has one. */
static const char *line_break(const struct fill *f)
{
	if (line_starts(f, "|") && !f->fence)
		return "\\ ";
	return f->front || f->fence || line_starts(f, "![") || line_starts(f, "{") || starred(f) ? " " : "\\\n";
}

static void escape(struct fill *f, const char *s, size_t n)
{
	const char *const stop = memchr(s, '\n', n) != NULL ? line_break(f) : " ";
	bool table = line_starts(f, "|");

	for (size_t i = 0; i < n; i++) {
		char c = s[i];

		if (f->out.len - f->line >= LABEL_BYTES && i > 0) { /* what means nothing here, at once */
			size_t k = strcspn(s + i, "\n\\*^~[]|<!{}`");

			buf_put(&f->out, s + i, k);
			i += k;
			if (i == n)
				return;
			c = s[i];
		}
		if (c == '\n') {
			buf_puts(&f->out, stop);
			if (stop[0] == '\\' && stop[1] == '\n')
				f->line = f->out.len;
			continue;
		}
		if (strchr("\\*^~[]|<!{}`", c) != NULL || (table && i == 0 && (c == '-' || c == ':')) ||
			(f->out.len - f->line < LABEL_BYTES && strchr("#.):-+", c) != NULL))
			buf_putc(&f->out, '\\');
		buf_putc(&f->out, c);
	}
}

/* In the name of a picture's file: "![…](so-do-{{mã}}.png)". */
static bool in_path(const struct fill *f)
{
	size_t n;
	const char *s = line_text(f, &n);

	for (size_t i = 2; line_starts(f, "![") && i + 1 < n; i++)
		if (s[i] == '\\')
			i++;
		else if (s[i] == ']' && s[i + 1] == '(')
			return true;
	return false;
}

static void value(void *ctx, const char *s, const struct mustache_node *tag)
{
	struct fill *f = ctx;
	size_t n;

	f->last = tag->pos;
	s = cleaned(f->a, s, &n);
	if (n == 0)
		return;
	if (f->pending && opens_part(f))
		open_front(f, f->line);
	merge_piece(f->a, f->m, f->out.len, tag->pos, true);
	if (!f->front && !in_path(f)) {
		escape(f, s, n);
	} else {
		for (size_t i = 0; i < n; i++)
			buf_putc(&f->out, s[i] == '\n' ? ' ' : s[i]);
	}
	f->filled = true;
}

static bool full(void *ctx)
{
	struct fill *f = ctx;

	if (!f->out.failed && f->m->n_v <= MERGE_PIECES)
		return false;
	if (!f->full)
		diag_put(f->g, &COMPOSE_MERGE_LARGE, f->last, MERGE_OUT_MB);
	f->full = true;
	return true;
}

bool merge(struct arena *a, const struct template *t, const struct value *root, struct merged *out, struct diag *g)
{
	struct fill f = { .a = a, .g = g, .out = { .limit = (size_t)MERGE_OUT_MB << 20 }, .m = out };
	struct mustache_taker taker = { text, value, full, &f, .strict = true, .depth = MERGE_DEPTH };
	bool ok;

	*out = (struct merged){ .text = "" };
	f.last.file = t->file;
	ok = mustache_run(a, &t->mustache, root, &taker, g);
	if (f.out.len > f.line && !f.out.failed)
		line_done(&f);
	if (f.front)
		f.fronts[f.n_fronts - 1].to = f.out.len;
	if (!f.out.failed && f.out.len > 0) {
		out->text = arena_strndup(a, f.out.data, f.out.len);
		out->n = f.out.len;
		merge_quote(a, out, f.fronts, f.n_fronts, g);
	}
	buf_free(&f.out);
	return ok && !f.full;
}
