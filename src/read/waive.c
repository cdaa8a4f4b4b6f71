/* "bỏ qua": rules of the checks that the office or the draft silences, with the reason; "{bỏ qua N53: …}" above one block. */
#include <ctype.h>
#include <string.h>
#include "base/utf8.h"
#include "read/body.h"
#include "read/front.h"
#include "read/msg.h"
#include "read/values.h"

/* "N53: reason" in [s, e) into the list; a fault where the rule or the reason is missing. */
static bool add(struct arena *a, struct waivers *to, const char *s, const char *e, struct pos pos, struct diag *g)
{
	const char *colon = memchr(s, ':', (size_t)(e - s)), *r = colon ? colon + 1 : e;
	size_t n = (size_t)((colon ? colon : e) - s);
	while (n > 0 && s[n - 1] == ' ')
		n--;
	while (r < e && *r == ' ')
		r++;
	while (e > r && e[-1] == ' ')
		e--;
	bool id = n >= 2 && n <= 4 && isalpha((unsigned char)*s) && strspn(s + 1, "0123456789") == n - 1;
	if (!id || r == e) {
		diag_put(g, &read_msgs[READ_WAIVER], pos, utf8_short(a, arena_strndup(a, s, (size_t)(e - s))));
		return false;
	}
	struct waiver w = {.rule = arena_strndup(a, s, n), .reason = arena_strndup(a, r, (size_t)(e - r)), .pos = pos};
	ARENA_PUSH(a, to->v, to->n, to->cap, w);
	return true;
}

void front_set_waivers(struct front *f, const struct key *k, const struct yaml_item *it)
{
	struct texts l;
	(void)k;
	if (!values_texts(f->arena, it->value, &l)) {
		diag_put(f->g, &read_msgs[READ_NOT_TEXT], it->value->pos, utf8_short(f->arena, it->key));
		return;
	}
	for (size_t i = 0; i < l.n; i++)
		if (l.v[i].s)
			add(f->arena, &f->meta->waivers, l.v[i].s, l.v[i].s + strlen(l.v[i].s), l.v[i].pos, f->g);
}

/* Last line of the block that begins at or after line i: a table's last row, a paragraph's last line. */
static size_t block_end(const struct body *b, size_t i)
{
	while (i < b->to && source_blank(b->src, i))
		i++;
	size_t last = i;
	while (last + 1 < b->to && ((*b->src->lines[last].s == '|' && *b->src->lines[last + 1].s == '|') || *b->src->lines[last].s == '{' ||
		(b->src->lines[last].len && b->src->lines[last].s[b->src->lines[last].len - 1] == '\\')))
		last++;
	return last;
}

bool waiver_read(struct body *b)
{
	static const char opening[] = "{bỏ qua ";
	const char *p = body_start(b, b->i);
	bool joined;
	if (strncmp(p, opening, sizeof opening - 1))
		return false;
	const char *e = body_line_end(b->src, b->i, p, &joined);
	if (e[-1] != '}' || joined)
		return false;
	struct waivers *to = &b->doc->meta->waivers;
	struct pos pos = source_pos(b->src, b->i, p);
	if (add(b->arena, to, p + sizeof opening - 1, e - 1, pos, b->g)) {
		to->v[to->n - 1].line = (uint32_t)b->i + 1;
		to->v[to->n - 1].last = (uint32_t)block_end(b, b->i + 1) + 1;
	}
	b->i++;
	return true;
}
