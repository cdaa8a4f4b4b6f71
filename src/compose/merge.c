/* Templates: read with their partials, asked for their names. */
#include "compose/merge_in.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "base/viet.h"
#include "compose/msg.h"

/* ---- partials: from the template's folder alone, each read once ---- */

struct partial { const char *path; struct mustache *m; };
struct partials {
	struct arena *a;
	struct diag *g;
	const char *dir;
	struct partial *v; size_t n, cap;
};

static const struct mustache *find_partial(void *ctx, const char *name, struct pos at)
{
	struct partials *p = ctx;
	struct partial it = { NULL, NULL };
	struct mustache_finder f = { find_partial, p };
	char *data;
	size_t n;
	int err;

	if (p->dir == NULL) {
		diag_put(p->g, &COMPOSE_PARTIAL_NO_DIR, at, utf8_short(p->a, name));
		return NULL;
	}
	it.path = file_inside(p->a, p->dir, name);
	if (it.path != NULL && strchr(file_base(name), '.') == NULL)
		it.path = file_inside(p->a, p->dir, arena_printf(p->a, "%s.md", name));
	if (it.path == NULL) {
		diag_put(p->g, &COMPOSE_PARTIAL_OUTSIDE, at, utf8_short(p->a, name));
		return NULL;
	}
	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->v[i].path, it.path) == 0)
			return p->v[i].m;
	if (p->n + 1 >= MERGE_PARTIALS) {
		diag_put(p->g, &COMPOSE_PARTIAL_MANY, at, MERGE_PARTIALS);
		return NULL;
	}
	err = file_read(p->a, it.path, (size_t)MERGE_PARTIAL_MB << 20, &data, &n);
	if (err != 0) {
		diag_put(p->g, &COMPOSE_PARTIAL_READ, at, utf8_short(p->a, name), strerror(err));
		return NULL;
	}
	it.m = ARENA_NEW(p->a, struct mustache);
	ARENA_PUSH(p->a, p->v, p->n, p->cap, it);
	mustache_read(p->a, it.m, it.path, data, n, &f, p->g);
	return it.m;
}

struct template *merge_open(struct arena *a, const char *name, const char *dir, const char *text, size_t n, struct diag *g)
{
	struct template *t = ARENA_NEW(a, struct template);
	struct partials p = { .a = a, .g = g, .dir = dir != NULL ? arena_strdup(a, dir) : NULL };
	struct mustache_finder f = { find_partial, &p };

	t->file = arena_strdup(a, name);
	if (n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		text += 3;
		n -= 3;
	}
	return mustache_read(a, &t->mustache, t->file, arena_strndup(a, text, n), n, &f, g) ? t : NULL;
}

struct template *merge_open_file(struct arena *a, const char *path, struct diag *g)
{
	struct pos pos = { .file = arena_strdup(a, path) };
	char *data;
	size_t n;
	int err = file_read(a, path, (size_t)MERGE_PARTIAL_MB << 20, &data, &n);

	if (err != 0) {
		diag_put(g, &COMPOSE_TEMPLATE_READ, pos, strerror(err));
		return NULL;
	}
	return merge_open(a, pos.file, file_dir(a, path), data, n, g);
}

/* ---- names ---- */

struct naming {
	struct arena *a;
	struct merge_name *v; size_t n, cap;
	const struct mustache *open[MERGE_PARTIALS]; size_t n_open; /* partials looked into, with their sections */
	const char *where[MERGE_PARTIALS];
};

static void note(struct naming *x, const struct mustache_node *n, const char *inside)
{
	struct merge_name m = { n->name->typed, n->name->n > 0 ? n->name->fold[0] : "", inside, n->pos,
		n->kind == MUSTACHE_VALUE ? MERGE_PRINTED : n->kind == MUSTACHE_SECTION ? MERGE_SECTION : MERGE_INVERTED };
	char *fold;

	if (n->name->n == 0)
		return;
	fold = arena_strdup(x->a, m.fold);
	for (size_t i = 1; i < n->name->n; i++)
		fold = arena_printf(x->a, "%s.%s", fold, n->name->fold[i]);
	m.fold = fold;
	for (size_t i = 0; i < x->n; i++)
		if (strcmp(x->v[i].fold, m.fold) == 0 && strcmp(x->v[i].inside, inside) == 0)
			return;
	ARENA_PUSH(x->a, x->v, x->n, x->cap, m);
}

static void names_of(struct naming *x, const struct mustache_node *parent, const char *inside)
{
	for (size_t i = 0; i < parent->n_v; i++) {
		const struct mustache_node *n = &parent->v[i];

		if (n->kind == MUSTACHE_PARTIAL) {
			bool seen = n->partial == NULL || x->n_open == MERGE_PARTIALS;

			for (size_t k = 0; k < x->n_open && !seen; k++)
				seen = x->open[k] == n->partial && strcmp(x->where[k], inside) == 0;
			if (seen)
				continue;
			x->open[x->n_open] = n->partial;
			x->where[x->n_open++] = inside;
			names_of(x, &n->partial->root, inside);
		} else if (n->kind != MUSTACHE_TEXT) {
			note(x, n, inside);
			if (n->kind == MUSTACHE_SECTION && n->name->n > 0)
				names_of(x, n, n->name->fold[n->name->n - 1]);
			else if (n->kind != MUSTACHE_VALUE)
				names_of(x, n, inside);
		}
	}
}

struct merge_name *merge_names(struct arena *a, const struct template *t, size_t *n)
{
	struct naming x = { .a = a };

	names_of(&x, &t->mustache.root, "");
	*n = x.n;
	return x.v;
}
