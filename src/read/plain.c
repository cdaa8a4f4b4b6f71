/* Plain text made a document: what a PDF or a page was copied into. */
#include "read/plain.h"
#include "base/utf8.h"
#include "read/csv.h"
#include <stdlib.h>
#include <string.h>

struct pos plain_pos(const struct plain *p, size_t i, size_t col)
{
	return (struct pos){p->name, i < p->n ? p->l[i].line : 0, (uint32_t)col + 1};
}

bool plain_para(struct plain *p, struct node *parent, enum role r, const char *s, struct pos pos)
{
	if (p->d->n_nodes > PLAIN_PARAS * 2)
		return false;
	doc_para(p->d, parent, r, s, 0, pos);
	return true;
}

/* ---- the file's bytes ---- */

static bool utf16(const char *data, size_t n, enum encoding *e)
{
	size_t zeros[2] = {0, 0}, look = n < 4000 ? n : 4000;
	if (n >= 2 && !memcmp(data, "\xFF\xFE", 2))
		return *e = ENC_UTF16LE, true;
	if (n >= 2 && !memcmp(data, "\xFE\xFF", 2))
		return *e = ENC_UTF16BE, true;
	for (size_t i = 0; i < look; i++)
		zeros[i % 2] += !data[i];
	*e = zeros[1] > zeros[0] ? ENC_UTF16LE : ENC_UTF16BE;
	return zeros[0] + zeros[1] > look / 4;
}

/* The text in UTF-8, NFC; NULL (noted) if it is none. */
static const char *decoded(struct plain *p, const char *data, size_t n, size_t *out_n)
{
	struct buf b = BUF_INIT;
	enum encoding e;
	struct pos pos = {p->name, 1, 1};
	const char *name = NULL;
	if (utf16(data, n, &e))
		name = "UTF-16";
	else if (memchr(data, 0, n))
		return diag_put(p->g, &know_msgs[KNOW_TEXT_BINARY], pos, 0), NULL;
	else if (utf8_check(data, n) < n)
		e = ENC_CP1258, name = "Windows-1258";
	if (name) {
		size_t mark = n >= 2 && e != ENC_CP1258 && ((unsigned char)data[0] >= 0xFE) ? 2 : 0;
		csv_decode(e, data + mark, n - mark, &b);
		data = arena_strndup(p->a, b.data ? b.data : "", b.len);
		n = b.len;
		buf_free(&b);
		know_note(&p->words, KNOW_ENCODING, pos, name);
	} else if (n >= 3 && !memcmp(data, "\xEF\xBB\xBF", 3)) {
		data += 3;
		n -= 3;
	}
	return utf8_nfc(p->a, data, n, out_n);
}

/* ---- lines ---- */

/* Copies a line: spaces of all kinds as such, a tab as four, without what leaves no mark. */
static char *cleaned(struct plain *p, const char *s, size_t n)
{
	char *out = arena_alloc(p->a, 4 * n + 5), *o = out;
	for (const char *e = s + n; s < e;) {
		const char *at = s;
		uint32_t c = utf8_next(&s, e);
		if (c == '\t')
			o += 4 * (memcpy(o, "    ", 4) != NULL);
		else if (utf8_is_invisible(c) || utf8_is_control(c) || c == 0xFFFD)
			continue;
		else if (utf8_is_space(c))
			*o++ = ' ';
		else
			o += (memcpy(o, at, (size_t)(s - at)), s - at);
	}
	while (o > out && o[-1] == ' ')
		o--;
	*o = 0;
	return out;
}

static void cut_lines(struct plain *p, const char *s, size_t n)
{
	const char *e = s + n;
	size_t blank = 0;
	uint32_t number = 1;
	bool page = false;
	while (s < e) {
		const char *q = s;
		while (q < e && *q != '\n' && *q != '\r' && *q != '\f')
			q++;
		char *line = cleaned(p, s, (size_t)(q - s));
		if (*line) {
			struct pline l = {.s = line, .indent = strspn(line, " "), .line = number, .page = page, .blank = blank};
			l.n = utf8_count(line, strlen(line)) - l.indent;
			ARENA_PUSH(p->a, p->l, p->n, p->cap, l);
			blank = 0;
			page = false;
		} else if (q < e && *q != '\f') {
			blank++;
		}
		if (q < e && *q == '\f')
			page = true, p->pages++;
		else
			number++;
		s = q + (q < e);
		if (q < e && *q == '\r' && s < e && *s == '\n')
			s++;
	}
}

/* ---- tables that lost their columns ---- */

/* "7", "7 Ban Quản lý …": a row that counts; 0: none. */
static int counted(const struct pline *l)
{
	const char *s = l->s + l->indent;
	size_t n = strspn(s, "0123456789");
	if (!n || n > 3 || (s[n] && s[n] != ' '))
		return 0;
	return atoi(s);
}

/* Notes where lines count rows one by one: a table was there. */
static void note_tables(struct plain *p)
{
	enum { ROWS = 4 };
	size_t first = 0, n = 0;
	for (size_t i = 0; i < p->n; i++) {
		int v = p->l[i].gone ? 0 : counted(&p->l[i]);
		if (v == 1 && n < ROWS)
			first = i, n = 1;
		else if (v && v == (int)n + 1)
			n++;
	}
	if (n >= ROWS)
		know_note(&p->words, KNOW_COLUMNS, plain_pos(p, first, p->l[first].indent));
}

/* ---- the whole ---- */

static void build(struct plain *p)
{
	for (size_t i = 0; i < p->n;) {
		const char *text;
		if (p->l[i].gone) {
			i++;
			continue;
		}
		size_t next = plain_columns(p, i);
		if (next > i) {
			i = next;
			continue;
		}
		next = plain_join(p, i, p->n, &text);
		if (!plain_para(p, p->section, ROLE_BODY, text, plain_pos(p, i, p->l[i].indent))) {
			know_note(&p->words, KNOW_TEXT_PARAS, plain_pos(p, i, 0), PLAIN_PARAS);
			return;
		}
		bool centred = true;
		for (size_t j = i; j < next; j++)
			centred = centred && (p->l[j].gone || plain_centred(p, j));
		if (centred)
			p->section->last->u.para.align = ALIGN_CENTER;
		i = next;
	}
}

struct doc *read_plain(struct arena *a, const char *name, const char *data, size_t n, struct diag *g)
{
	struct plain p = {.a = a, .g = g, .name = arena_strdup(a, name)};
	struct pos pos = {p.name, 1, 1};
	p.words = (struct know){.a = a, .g = g};
	if (n > (size_t)PLAIN_MAX_MB << 20)
		return diag_put(g, &know_msgs[KNOW_TEXT_LARGE], pos, PLAIN_MAX_MB), NULL;
	const char *text = decoded(&p, data, n, &n);
	if (!text)
		return NULL;
	cut_lines(&p, text, n);
	if (!p.n)
		return diag_put(g, &know_msgs[KNOW_TEXT_EMPTY], pos), NULL;
	p.d = p.words.d = doc_new(a);
	p.section = doc_add(p.d, p.d->root, NODE_SECTION, pos);
	form_sheet(form_for(REGIME_ND30, (struct date){0, 0, 0}), &p.d->choice, false, &p.section->u.section);
	plain_pages(&p);
	plain_measure(&p);
	build(&p);
	note_tables(&p);
	if (p.n_unsure)
		know_note(&p.words, KNOW_WRAPPED, p.unsure, p.n_unsure);
	return p.d;
}
