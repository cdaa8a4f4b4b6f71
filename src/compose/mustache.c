/* Runs a template's tree over the values. */
#include "compose/mustache.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/viet.h"
#include "compose/msg.h"

enum { STACK = 512, TOLD = 64, NEAR = 3 };

struct run_state {
	struct arena *a;
	struct diag *g;
	const struct mustache_taker *t;
	struct frame { const struct value *v; size_t at, of; /* element of a list, of: 0 for none */ } stack[STACK]; size_t n; /* outermost first */
	int depth;
	long steps;
	const char *indent; size_t n_indent;         /* of the partial in hand */
	bool fresh;                                  /* a line of it begins */
	bool ended;
	const struct mustache_node *told[TOLD]; size_t n_told; /* faults are noted once a tag */
};

static bool first_time(struct run_state *r, const struct mustache_node *n)
{
	for (size_t i = 0; i < r->n_told; i++)
		if (r->told[i] == n)
			return false;
	if (r->n_told < TOLD)
		r->told[r->n_told++] = n;
	return true;
}

/* ---- names ---- */

/* The nearest known names of all mappings around, best first: "a, b, c"; "" if none is near. */
static const char *nearest(struct run_state *r, const struct value *only, const char *fold)
{
	const struct value_item *best[NEAR] = { NULL };
	int dist[NEAR], limit = (int)strlen(fold) / 3 + 2;
	struct buf b = BUF_INIT;
	const char *s;

	for (size_t i = only != NULL ? 1 : r->n; i-- > 0;) {
		const struct value *map = only != NULL ? only : r->stack[i].v;

		for (size_t k = 0; map->kind == VALUE_MAP && k < map->n; k++) {
			const struct value_item *it = &map->items[k];
			bool part = strlen(fold) > 2 && strstr(it->fold, fold) != NULL;
			int d = part ? 1 : viet_distance(fold, it->fold, limit + 1);
			size_t at = NEAR;

			for (size_t j = 0; j < NEAR; j++)
				if (best[j] != NULL && strcmp(best[j]->fold, it->fold) == 0)
					d = limit + 1;
			while (d <= limit && at > 0 && (best[at - 1] == NULL || d < dist[at - 1]))
				at--;
			for (size_t j = NEAR; d <= limit && j-- > at;)
				if (j + 1 < NEAR) {
					best[j + 1] = best[j];
					dist[j + 1] = dist[j];
				}
			if (d <= limit && at < NEAR) {
				best[at] = it;
				dist[at] = d;
			}
		}
	}
	for (size_t j = 0; j < NEAR && best[j] != NULL; j++)
		buf_printf(&b, "%s%s", j > 0 ? ", " : "", utf8_short(r->a, best[j]->key));
	s = arena_strdup(r->a, b.data != NULL ? b.data : "");
	buf_free(&b);
	return s;
}

static void unknown(struct run_state *r, const struct mustache_node *n, const struct value *only, const char *fold)
{
	const char *near;

	if (!r->t->strict || !first_time(r, n))
		return;
	near = nearest(r, only, fold);
	if (*near != '\0')
		diag_put(r->g, &COMPOSE_NAME_NEAR, n->pos, utf8_short(r->a, n->name->typed), near);
	else
		diag_put(r->g, &COMPOSE_NAME_UNKNOWN, n->pos, utf8_short(r->a, n->name->typed));
}

/* What every element of a list has besides its own names. */
static const struct value *of_loop(struct run_state *r, const struct frame *f, const char *fold)
{
	static const char *const names[] = { "sothutu", "chucai", "solama", "dau", "cuoi" };
	char roman[16] = "";
	size_t k = 0, n = f->at + 1;
	const char *letter;

	while (k < sizeof names / sizeof *names && strcmp(names[k], fold) != 0)
		k++;
	switch (k) {
	case 0: return value_number(r->a, (double)n, arena_printf(r->a, "%zu", n));
	case 1:
		letter = n <= 1000 ? viet_point_letter((int)f->at) : NULL;
		return value_text(r->a, letter != NULL ? letter : arena_printf(r->a, "%zu", n));
	case 3: return value_bool(r->a, f->at == 0);
	case 4: return value_bool(r->a, n == f->of);
	case 2:
		if (n < 4000)
			viet_roman((int)n, roman);
		return value_text(r->a, *roman != '\0' ? arena_strdup(r->a, roman) : arena_printf(r->a, "%zu", n));
	default: return NULL;
	}
}

/* What a name stands for: its first part from the innermost mapping that has it, the others inside that. Never NULL. */
static const struct value *look_up(struct run_state *r, const struct mustache_node *n)
{
	static const struct value none = { .kind = VALUE_NONE, .text = "" };
	const struct mustache_name *name = n->name;
	const struct value *v = NULL;

	if (name->n == 0)
		return r->stack[r->n - 1].v;
	for (size_t i = r->n; i-- > 0 && v == NULL;) {
		v = value_find(r->stack[i].v, name->fold[0], name->hash[0]);
		if (v == NULL && r->t->strict && r->stack[i].of > 0)
			v = of_loop(r, &r->stack[i], name->fold[0]);
	}
	if (v == NULL) {
		unknown(r, n, NULL, name->fold[0]);
		return &none;
	}
	for (size_t i = 1; i < name->n && v->kind != VALUE_NONE; i++) {
		const struct value *in = v;

		v = value_find(in, name->fold[i], name->hash[i]);
		if (v == NULL) {
			unknown(r, n, in, name->fold[i]);
			return &none;
		}
	}
	return v;
}

/* ---- nodes ---- */

static void nodes(struct run_state *r, const struct mustache_node *parent);

/* The indent of a partial stands before each of its lines. */
static void put_indent(struct run_state *r, struct pos pos)
{
	if (r->fresh && r->n_indent > 0)
		r->t->text(r->t->ctx, r->indent, r->n_indent, pos);
	r->fresh = false;
}

static void text(struct run_state *r, const struct mustache_node *n)
{
	struct pos pos = n->pos;

	for (const char *p = n->text, *end = p + n->n; p < end;) {
		const char *nl = memchr(p, '\n', (size_t)(end - p)), *to = nl != NULL ? nl + 1 : end;

		put_indent(r, pos);
		r->t->text(r->t->ctx, p, (size_t)(to - p), pos);
		r->fresh = nl != NULL;
		pos.line++;
		pos.col = 1;
		p = to;
	}
}

static void print(struct run_state *r, const struct mustache_node *n)
{
	const struct value *v = look_up(r, n);

	put_indent(r, n->pos);
	if (v->kind == VALUE_LIST && r->t->strict && first_time(r, n))
		diag_put(r->g, &COMPOSE_NAME_LIST, n->pos, utf8_short(r->a, n->name->typed), utf8_short(r->a, n->name->typed),
			utf8_short(r->a, n->name->typed));
	if (v->kind == VALUE_MAP && r->t->strict && first_time(r, n))
		diag_put(r->g, &COMPOSE_NAME_MAP, n->pos, utf8_short(r->a, n->name->typed),
			v->n > 0 ? v->items[0].key : "…", utf8_short(r->a, n->name->typed));
	r->t->value(r->t->ctx, v->text, n);
}

static bool enter(struct run_state *r, const struct mustache_node *n)
{
	if (r->depth < r->t->depth && r->n < STACK) {
		r->depth++;
		return true;
	}
	diag_put(r->g, &COMPOSE_TAG_DEEP, n->pos, r->t->depth);
	r->ended = true;
	return false;
}

static void section(struct run_state *r, const struct mustache_node *n)
{
	const struct value *v = look_up(r, n);
	bool yes = value_true(v);

	if (yes != (n->kind == MUSTACHE_SECTION) || !enter(r, n))
		return;
	if (!yes) {
		nodes(r, n);
	} else if (v->kind != VALUE_LIST) {
		r->stack[r->n++] = (struct frame){ v, 0, 0 };
		nodes(r, n);
		r->n--;
	} else {
		for (size_t i = 0; i < v->n && !r->ended; i++) {
			r->stack[r->n++] = (struct frame){ v->items[i].value, i, v->n };
			nodes(r, n);
			r->n--;
		}
	}
	r->depth--;
}

static void partial(struct run_state *r, const struct mustache_node *n)
{
	const char *indent = r->indent;
	size_t n_indent = r->n_indent;

	if (n->partial == NULL || !enter(r, n))
		return;
	if (r->n_indent + n->n > 0) {
		char *both = arena_alloc(r->a, n_indent + n->n + 1);

		memcpy(both, indent != NULL ? indent : "", n_indent);
		memcpy(both + n_indent, n->text, n->n);
		r->indent = both;
		r->n_indent = n_indent + n->n;
	}
	if (n->n > 0)
		r->fresh = true;
	else if (r->fresh && n_indent > 0)
		put_indent(r, n->pos);
	nodes(r, &n->partial->root);
	r->indent = indent;
	r->n_indent = n_indent;
	r->depth--;
}

static void nodes(struct run_state *r, const struct mustache_node *parent)
{
	for (size_t i = 0; i < parent->n_v && !r->ended; i++) {
		const struct mustache_node *n = &parent->v[i];

		if (++r->steps > MUSTACHE_STEPS) {
			diag_put(r->g, &COMPOSE_MERGE_LONG, n->pos);
			r->ended = true;
			return;
		}
		switch (n->kind) {
		case MUSTACHE_TEXT: text(r, n); break;
		case MUSTACHE_VALUE: print(r, n); break;
		case MUSTACHE_SECTION:
		case MUSTACHE_INVERTED: section(r, n); break;
		case MUSTACHE_PARTIAL: partial(r, n); break;
		}
		if (r->t->full != NULL && r->t->full(r->t->ctx))
			r->ended = true;
	}
}

bool mustache_run(struct arena *a, const struct mustache *m, const struct value *root, const struct mustache_taker *t, struct diag *g)
{
	struct run_state r = { .a = a, .g = g, .t = t, .stack = {{ root, 0, 0 }}, .n = 1 };
	size_t before = g->n_errors;

	nodes(&r, &m->root);
	return g->n_errors == before;
}
