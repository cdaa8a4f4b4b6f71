/* Short forms: which document one is defined for, and where it stands for it. */
#include <string.h>
#include "check/cited_in.h"

enum { NAMES = 400 };         /* short forms looked for in a document */

/* Words that stand for an entry. */
struct short_name { const char *s; size_t n, of; const struct ptext *t; uint32_t after; /* where it was defined */ bool twice; };

bool cited_in_definition(const struct checker *c, const struct ptext *t, uint32_t from, uint32_t to)
{
	for (size_t i = 0; i < c->n_b; i++)
		if (c->b[i].t == t && from >= c->b[i].from && to <= c->b[i].to)
			return true;
	return false;
}

/* The number in a short form that holds one: "Nghị quyết số 71/NQ-CP". */
static const char *code_in(const struct checker *c, const struct brief *b)
{
	for (size_t i = 0; i < c->n_m; i++)
		if (c->m[i].t == b->t && c->m[i].from >= b->from && c->m[i].to <= b->to)
			return c->m[i].code;
	return NULL;
}

/* The entry that a definition belongs to: of its number, else the outermost whose words reach up to the bracket. */
static struct naming *owner(const struct checker *c, struct namings *all, const struct brief *b)
{
	const char *code = code_in(c, b);
	struct naming *near = NULL;
	size_t open = b->from;
	while (open > 0 && b->t->s[open] != '(')
		open--;
	for (size_t i = 0; i < all->n; i++) {
		struct naming *x = &all->v[i];
		size_t end = x->subject_to ? x->subject_to : x->c.to;
		if (x->t != b->t || x->c.to > open)
			continue;
		if (code && x->c.code && !strcmp(code, x->c.code))
			return x;
		if (end <= open && open - end <= 2 && !near)
			near = x;
	}
	return near;
}

/* The first entry of the same document as entry i. */
static size_t first_of(const struct namings *all, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (all->v[k].c.code && all->v[i].c.code && !strcmp(all->v[k].c.code, all->v[i].c.code))
			return k;
	return i;
}

static void add_name(struct short_name *v, size_t *n, const char *s, size_t of, const struct ptext *t, uint32_t after)
{
	for (size_t i = 0; i < *n; i++)
		if (!strcmp(v[i].s, s)) {
			v[i].twice = v[i].twice || v[i].of != of;
			return;
		}
	if (*n < NAMES)
		v[(*n)++] = (struct short_name){s, strlen(s), of, t, after, false};
}

/* "Nghị quyết 57" for "Nghị quyết số 57-NQ/TW", from its first mention on. */
static void number_names(struct checker *c, const struct namings *all, struct short_name *v, size_t *n)
{
	for (size_t i = 0; i < all->n && *n < NAMES; i++) {
		const struct naming *x = &all->v[i];
		if (x->c.by != CITED_NUMBER || !x->c.kind || !x->c.code || first_of(all, i) != i)
			continue;
		int digits = (int)strspn(x->c.code, "0123456789");
		add_name(v, n, arena_printf(c->a, "%s %.*s", x->c.kind, digits, x->c.code), i, x->t, x->c.to);
		add_name(v, n, arena_printf(c->a, "%s số %.*s", x->c.kind, digits, x->c.code), i, x->t, x->c.to);
	}
}

static bool taken(const struct namings *all, const struct ptext *t, size_t from, size_t to)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].t == t && from < all->v[i].c.to && to > all->v[i].c.from)
			return true;
	return false;
}

/* The short form at byte `at` is one: whole words, no number goes on behind it, and a word such as "Kế hoạch" does not begin a sentence. */
static bool stands(const struct ptext *t, const struct short_name *s, size_t at)
{
	size_t to = at + s->n;
	if (!whole_words(t, at, to) || strchr("-/", t->s[to] ? t->s[to] : 'x'))
		return false;
	return !kind_find(s->s) || !begins_sentence(t, word_at(t, at));
}

static void look_for(struct checker *c, const struct short_name *s, struct namings *all)
{
	for (const struct ptext *t = s->t; t < c->t + c->n; t++) {
		const char *p = t->s + (t == s->t ? s->after : 0);
		if (t->zone == ZONE_MARGIN)
			continue;
		for (; all->n < CITED_KEPT && (p = strstr(p, s->s)); p += s->n) {
			uint32_t at = (uint32_t)(p - t->s), to = at + (uint32_t)s->n;
			if (!stands(t, s, at) || cited_in_definition(c, t, at, to) || taken(all, t, at, to))
				continue;
			struct naming x = {.c = {.node = t->node, .from = at, .to = to, .by = CITED_BRIEF, .of = s->of}, .t = t};
			ARENA_PUSH(c->a, all->v, all->n, all->cap, x);
		}
	}
}

void cited_briefs(struct checker *c, struct namings *all)
{
	struct short_name *v = arena_array(c->a, NAMES, sizeof *v);
	size_t n = 0;
	for (size_t i = 0; i < c->n_b; i++) {
		struct naming *x = owner(c, all, &c->b[i]);
		if (!x)
			continue;
		x->c.brief = c->b[i].s;
		if (!code_in(c, &c->b[i]))
			add_name(v, &n, c->b[i].s, first_of(all, (size_t)(x - all->v)), c->b[i].t, c->b[i].to);
	}
	number_names(c, all, v, &n);
	for (size_t i = 0; i < n; i++)
		if (!v[i].twice)
			look_for(c, &v[i], all);
}
