/* The paragraphs of a document as texts with their words. */
#include <string.h>
#include "base/utf8.h"
#include "check/inner.h"

static uint32_t low_char(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		return c + 32;
	if ((c >= 0x100 && c <= 0x137) || c == 0x1A0 || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x14A && c <= 0x177))
		return c == 0x130 || c == 0x131 || (c >= 0x1E96 && c <= 0x1E9F) ? c : c | 1;
	return c == 0x1AF ? 0x1B0 : c;
}

void texts_lower(char *s, size_t n)
{
	const char *p = s, *end = s + n;
	while (p < end) {
		char *at = s + (p - s), out[4];
		uint32_t c = utf8_next(&p, end), l = low_char(c);
		if (l != c && utf8_put(out, l) == (size_t)(p - at))
			memcpy(at, out, (size_t)(p - at));
	}
}

static bool is_word_char(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	return (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || c == 0xAA || c == 0xBA;
}

static void find_words(struct arena *a, struct ptext *t)
{
	const char *p = t->s, *end = t->s + t->n;
	size_t cap = 0;
	struct word w = {0};
	bool open = false, letters = false;
	for (;;) {
		const char *at = p;
		uint32_t c = p < end ? utf8_next(&p, end) : ' ';
		bool is = is_word_char(c), up = is && low_char(c) != c, digit = c >= '0' && c <= '9';
		if (is && !open) {
			w = (struct word){.from = (uint32_t)(at - t->s), .capital = up, .capitals = true, .digits = true};
			letters = false;
		}
		if (is) {
			w.capitals = w.capitals && (up || digit);
			w.digits = w.digits && digit;
			letters = letters || !digit;
		} else if (open) {
			w.to = (uint32_t)(at - t->s);
			w.capitals = w.capitals && letters;
			ARENA_PUSH(a, t->words, t->n_words, cap, w);
		}
		open = is;
		if (at >= end)
			return;
	}
}

static enum zone zone_of(const struct node *n)
{
	for (const struct node *up = n->parent; up; up = up->parent) {
		if (up->kind == NODE_TABLE && up->u.table.role == TABLE_DATA)
			return ZONE_TABLE;
		if (up->kind == NODE_TABLE)
			return up->u.table.role == TABLE_HEAD ? ZONE_HEAD : n->u.para.role == ROLE_RECIPIENT || n->u.para.role == ROLE_RECIPIENTS ? ZONE_RECIPIENT : ZONE_SIGN;
		if (up->kind == NODE_FOOTNOTE)
			return ZONE_NOTE;
	}
	switch (n->u.para.role) {
	case ROLE_ADDRESSEE: case ROLE_ADDRESSEE_ITEM: case ROLE_ADDRESSEE_LABEL: return n->generated ? ZONE_ADDRESSEE : ZONE_BODY;
	case ROLE_RECIPIENT: case ROLE_RECIPIENTS: return ZONE_RECIPIENT;
	case ROLE_SIGN_TITLE: case ROLE_SIGN_POSITION: case ROLE_SIGN_NOTE: case ROLE_SIGN_NAME: return ZONE_SIGN;
	case ROLE_BASIS: case ROLE_BODY: case ROLE_ITEM: return ZONE_BODY;
	case ROLE_PAGE_NUMBER: case ROLE_CONTACT: case ROLE_SIGNATURE_INFO: case ROLE_CIRCULATION: case ROLE_TOC1: case ROLE_TOC2: case ROLE_TOC3: return ZONE_MARGIN;
	default: return n->generated ? ZONE_HEAD : ZONE_BODY;
	}
}

bool is_heading(const struct ptext *t)
{
	switch (t->node->u.para.role) {
	case ROLE_HEADING1: case ROLE_HEADING2: case ROLE_HEADING3: case ROLE_PART: case ROLE_CHAPTER: case ROLE_SECTION: case ROLE_ARTICLE:
	case ROLE_PART_TITLE: case ROLE_CHAPTER_TITLE: case ROLE_SECTION_TITLE: case ROLE_TITLE_CENTER: return true;
	default: return false;
	}
}

static void add_text(struct checker *c, const struct node *n, size_t part, bool annex, size_t *cap)
{
	struct ptext t = {.node = n, .s = doc_text((struct doc *)c->d, n), .zone = zone_of(n), .part = part, .annex = annex};
	t.n = (uint32_t)strlen(t.s);
	char *low = arena_strndup(c->a, t.s, t.n);
	texts_lower(low, t.n);
	t.low = low;
	find_words(c->a, &t);
	t.bold = is_heading(&t);
	ARENA_PUSH(c->a, c->t, c->n, *cap, t);
}

void texts_build(struct checker *c)
{
	size_t cap = 0, part = 0;
	for (const struct node *s = c->d->root->first; s; s = s->next, part++)
		for (const struct node *n = doc_walk(s, s); n; n = doc_walk(s, n))
			if (n->kind == NODE_PARA)
				add_text(c, n, part, s->u.section.annex, &cap);
	for (size_t i = 0; i < c->d->n_notes; i++)
		for (const struct node *n = c->d->notes[i]->first; n; n = n->next)
			if (n->kind == NODE_PARA)
				add_text(c, n, 0, false, &cap);
}

/* ---- looking ---- */

bool whole_words(const struct ptext *t, size_t from, size_t to)
{
	const char *p = t->s + from, *end = t->s + t->n, *q = t->s + to;
	if (from > 0) {
		do
			p--;
		while (p > t->s && ((unsigned char)*p & 0xC0) == 0x80);
		if (is_word_char(utf8_next(&p, end)))
			return false;
	}
	return to >= t->n || !is_word_char(utf8_next(&q, end));
}

long find_phrase(const struct ptext *t, const char *phrase, size_t at)
{
	size_t n = strlen(phrase);
	while (at < t->n) {
		const char *p = strstr(t->low + at, phrase);
		if (!p)
			return -1;
		size_t from = (size_t)(p - t->low);
		if (whole_words(t, from, from + n))
			return (long)from;
		at = from + 1;
	}
	return -1;
}

size_t word_at(const struct ptext *t, size_t at)
{
	size_t lo = 0, hi = t->n_words;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (t->words[mid].from < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

bool word_is(const struct ptext *t, size_t i, const char *w)
{
	return i < t->n_words && strlen(w) == t->words[i].to - t->words[i].from && !memcmp(t->low + t->words[i].from, w, strlen(w));
}

const char *gap_after(const struct ptext *t, size_t i, size_t *n)
{
	size_t to = i + 1 < t->n_words ? t->words[i + 1].from : t->n;
	*n = to - t->words[i].to;
	return t->s + t->words[i].to;
}

char *text_slice(struct checker *c, const struct ptext *t, size_t from, size_t to)
{
	return arena_strndup(c->a, t->s + from, to - from);
}

const struct ptext *next_role(const struct checker *c, enum role r, size_t *i)
{
	while (*i < c->n)
		if (c->t[(*i)++].node->u.para.role == r)
			return &c->t[*i - 1];
	return NULL;
}

bool begins(const char *s, const char *with) { return !strncmp(s, with, strlen(with)); }

bool ends(const char *s, const char *with)
{
	size_t n = strlen(s), k = strlen(with);
	return n >= k && !strcmp(s + n - k, with);
}

bool is_body(const struct ptext *t) { return t->zone == ZONE_BODY && !t->node->generated; }

bool begins_sentence(const struct ptext *t, size_t i)
{
	if (i == 0 || t->words[i].from <= t->node->u.para.label_len + 1u)
		return true;
	size_t n;
	const char *g = gap_after(t, i - 1, &n);
	for (size_t k = 0; k < n; k++)
		if (strchr(".?!:\n(", g[k]) || (unsigned char)g[k] >= 0x80)
			return true;
	return false;
}
