#include "model/reading.h"
#include <string.h>
#include "base/utf8.h"

enum { FIRST_SLOTS = 4096 };

struct vocab {
	struct arena *arena;
	const char **text; size_t n, cap;
	uint32_t *slots; size_t n_slots; /* ids + 1; 0: free */
};

static uint32_t hash(const char *s, size_t n)
{
	uint32_t h = 2166136261u;
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * 16777619u;
	return h;
}

struct vocab *vocab_new(struct arena *a)
{
	struct vocab *v = ARENA_NEW(a, struct vocab);
	v->arena = a;
	v->n_slots = FIRST_SLOTS;
	v->slots = ARENA_ARRAY(a, uint32_t, v->n_slots);
	vocab_id(v, "#", 1);
	v->text[TOKEN_PAGE] = "";
	v->slots[hash("#", 1) % v->n_slots] = 0;
	return v;
}

static uint32_t *find(struct vocab *v, const char *s, size_t n)
{
	size_t i = hash(s, n) % v->n_slots;
	while (v->slots[i]) {
		const char *t = v->text[v->slots[i] - 1];
		if (strncmp(t, s, n) == 0 && t[n] == '\0')
			break;
		i = (i + 1) % v->n_slots;
	}
	return &v->slots[i];
}

static void grow(struct vocab *v)
{
	v->n_slots *= 4;
	v->slots = ARENA_ARRAY(v->arena, uint32_t, v->n_slots);
	for (uint32_t i = TOKEN_PAGE + 1; i < v->n; i++)
		*find(v, v->text[i], strlen(v->text[i])) = i + 1;
}

uint32_t vocab_id(struct vocab *v, const char *s, size_t n)
{
	uint32_t *slot = find(v, s, n);
	if (*slot)
		return *slot - 1;
	if (v->n * 2 >= v->n_slots) {
		grow(v);
		slot = find(v, s, n);
	}
	ARENA_PUSH(v->arena, v->text, v->n, v->cap, arena_strndup(v->arena, s, n));
	*slot = (uint32_t)v->n;
	return (uint32_t)v->n - 1;
}

const char *vocab_text(const struct vocab *v, uint32_t id) { return v->text[id]; }

bool vocab_digits(const struct vocab *v, uint32_t id)
{
	return v->text[id][0] >= '0' && v->text[id][0] <= '9';
}

/* ---- tokens ---- */

enum { RUN_NOTHING, RUN_LETTERS, RUN_DIGITS };

static void add(struct tokenizer *t, uint32_t id)
{
	struct token k = { .id = id, .page = t->page, .line = t->line, .gap = t->gap };
	ARENA_PUSH(t->arena, t->out->v, t->out->n, t->out->cap, k);
	t->gap = GAP_NONE;
}

static void flush(struct tokenizer *t)
{
	if (t->n > 0) {
		size_t n;
		const char *s = utf8_nfc(t->arena, t->word, t->n, &n);
		add(t, vocab_id(t->vocab, s, n));
	}
	t->n = 0;
	t->kind = RUN_NOTHING;
}

void tokenizer_gap(struct tokenizer *t, enum gap g)
{
	flush(t);
	if (t->gap == GAP_NONE || g == GAP_SPACE)
		t->gap = (uint8_t)g;
}

void tokenizer_id(struct tokenizer *t, uint32_t id)
{
	flush(t);
	add(t, id);
}

/* Signs that are drawn alike, or with no width at all. */
static uint32_t plain(uint32_t c)
{
	switch (c) {
	case 0x2010: case 0x2011:
		return '-';
	case 0x00AD: case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF:
		return 0;
	default:
		return c < 0x20 || (c >= 0x7f && c < 0xa0) ? ' ' : c;
	}
}

static bool combines(uint32_t c) { return (c >= 0x300 && c <= 0x36f) || (c >= 0x1dc0 && c <= 0x1dff); }

static uint8_t kind_of(uint32_t c)
{
	return c >= '0' && c <= '9' ? RUN_DIGITS : utf8_is_alpha(c) || combines(c) ? RUN_LETTERS : RUN_NOTHING;
}

void tokenizer_put(struct tokenizer *t, const char *s, size_t n)
{
	const char *end = s + n;
	while (s < end) {
		uint32_t c = plain(utf8_next(&s, end));
		if (c == 0)
			continue;
		if (utf8_is_space(c)) {
			tokenizer_gap(t, GAP_SPACE);
			continue;
		}
		uint8_t kind = combines(c) && t->kind != RUN_NOTHING ? t->kind : kind_of(c);
		if (kind != t->kind || kind == RUN_NOTHING)
			flush(t);
		char out[4];
		size_t len = utf8_put(out, c);
		for (size_t i = 0; i < len; i++)
			ARENA_PUSH(t->arena, t->word, t->n, t->cap, out[i]);
		t->kind = kind;
		if (kind == RUN_NOTHING || t->n > 4000)
			flush(t);
	}
}

struct reading *reading_new(struct arena *a, struct vocab *v)
{
	struct reading *r = ARENA_NEW(a, struct reading);
	r->arena = a;
	r->vocab = v;
	return r;
}

size_t reading_words(const struct tokens *t)
{
	size_t n = 0;
	for (size_t i = 0; i < t->n; i++)
		n += i == 0 || t->v[i].gap != GAP_NONE;
	return n;
}
