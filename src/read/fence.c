/* Blocks between fences: a line of three backticks with the block's name, its lines, a line of three backticks. */
#include "base/utf8.h"
#include "read/body.h"
#include "read/msg.h"
#include "read/values.h"
#include <string.h>

static const struct block {
	const char *fold, *name;
	void (*read)(struct body *b, const struct fence *f);
} known[] = {{"bang", "bảng", sheet_block_read}, {"bieudo", "biểu đồ", chart_read}, {"nhiemvu", "nhiệm vụ", tasks_read}};

static bool is_fence(const struct body *b, size_t i)
{
	return !strncmp(body_start(b, i), "```", 3);
}

static const char *known_names(struct body *b)
{
	const char *s = known[0].name;
	for (size_t i = 1; i < sizeof known / sizeof *known; i++)
		s = arena_printf(b->arena, "%s, %s", s, known[i].name);
	return s;
}

static const struct block *find(struct body *b, const char *p)
{
	p += strspn(p, "`");
	const char *fold = strlen(p) > 80 ? "" : viet_fold(b->arena, p + strspn(p, " \t"));
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(known[i].fold, fold))
			return &known[i];
	return NULL;
}

bool fence_read(struct body *b)
{
	const char *p = body_start(b, b->i);
	if (strncmp(p, "```", 3))
		return false;
	struct fence f = {.open = b->i, .from = b->i + 1, .to = b->i + 1};
	struct pos pos = source_pos(b->src, b->i, p);
	const struct block *k = find(b, p);
	while (f.to < b->to && !is_fence(b, f.to))
		f.to++;
	bool closed = f.to < b->to;
	b->i = closed ? f.to + 1 : f.open + 1;
	if (!k)
		diag_put(b->g, &read_msgs[READ_FENCE], pos, utf8_short(b->arena, p), known_names(b));
	else if (!closed)
		diag_put(b->g, &read_msgs[READ_FENCE_OPEN], pos);
	else
		k->read(b, &f);
	if (k && !closed)
		b->i = b->to;
	return true;
}

/* ---- lines ---- */

const char *fence_line_end(const struct body *b, size_t i)
{
	const struct line *l = &b->src->lines[i];
	const char *e = l->s + l->len;
	while (e > l->s && (e[-1] == ' ' || e[-1] == '\t'))
		e--;
	return e;
}

bool fence_key_at(struct body *b, size_t i, struct fence_key *out)
{
	const char *p = body_start(b, i), *e = fence_line_end(b, i);
	const char *colon = memchr(p, ':', (size_t)(e - p));
	if (!colon || colon == p || colon - p > 60 || memchr(p, '|', (size_t)(colon - p)))
		return false;
	const char *s = colon + 1;
	while (s < e && (*s == ' ' || *s == '\t'))
		s++;
	*out = (struct fence_key){.key = p, .s = s, .e = e};
	out->name = arena_strndup(b->arena, p, (size_t)(colon - p));
	out->fold = viet_fold(b->arena, out->name);
	return true;
}

char *fence_plain(struct body *b, const char *s, const char *e)
{
	char *out = arena_alloc(b->arena, (size_t)(e - s) + 1), *q = out;
	for (; s < e; s++) {
		if (*s == '\\' && s + 1 < e && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[1]))
			s++;
		*q++ = *s == '\t' ? ' ' : *s;
	}
	*q = 0;
	return out;
}

/* ---- keys ---- */

int fence_find(const char *const *folds, const char *fold)
{
	for (int i = 0; folds[i]; i++)
		if (!strcmp(folds[i], fold))
			return i;
	return -1;
}

void fence_unknown_key(struct body *b, size_t i, const struct fence_key *k, const char *const *names)
{
	const char *near = NULL;
	int best = strlen(k->fold) > 4 ? 3 : 2; /* "màu" is no "cao" */
	for (size_t n = 0; names[n]; n++) {
		int d = viet_distance(k->fold, viet_fold(b->arena, names[n]), best);
		if (d < best) {
			best = d;
			near = names[n];
		}
	}
	struct pos pos = source_pos(b->src, i, k->key);
	if (near)
		diag_put(b->g, &read_msgs[READ_UNKNOWN_KEY_NEAR], pos, utf8_short(b->arena, k->name), near);
	else
		diag_put(b->g, &read_msgs[READ_UNKNOWN_KEY], pos, utf8_short(b->arena, k->name));
}

twip fence_length(struct body *b, size_t i, const struct fence_key *k)
{
	twip w = 0;
	const char *text = arena_strndup(b->arena, k->s, (size_t)(k->e - k->s));
	if (values_length(text, &w) && w > 0)
		return w;
	diag_put(b->g, &read_msgs[READ_LENGTH], source_pos(b->src, i, k->s), utf8_short(b->arena, text));
	return 0;
}
