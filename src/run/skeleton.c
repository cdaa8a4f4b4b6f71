#include "base/utf8.h"
#include "run/skeleton.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"
#include "base/viet.h"
#include "form/kind.h"
#include "run/msg.h"
#include "run/outfile.h"
#include "run/register.h"

#define SKELETON_LIMIT ((size_t)1 << 20)
#define REGISTER_SLUG "so-theo-doi" /* a workbook, and no draft */

static int by_slug(const void *x, const void *y)
{
	const struct skeleton *a = x, *b = y;

	return strcmp(a->slug, b->slug);
}

/* The kind with the longest slug that begins the template's slug. */
static const struct kind *kind_of_slug(const char *slug)
{
	const struct kind *best = NULL;
	size_t len = 0;

	for (int i = 0; i < KIND_COUNT; i++) {
		const struct kind *k = kind_get((enum kind_id)i);
		size_t n = k != NULL ? strlen(k->slug) : 0;

		if (n > len && strncmp(slug, k->slug, n) == 0 && (slug[n] == '\0' || slug[n] == '-')) {
			best = k;
			len = n;
		}
	}
	return best;
}

static const char *name_of(struct arena *a, const char *slug)
{
	const struct kind *k = kind_of_slug(slug);
	const char *rest;

	if (k == NULL)
		return slug;
	rest = slug + strlen(k->slug);
	if (*rest == '\0')
		return k->name;
	if (strcmp(rest, "-dang") == 0)
		return arena_printf(a, "%s (Đảng)", k->name);
	return arena_printf(a, "%s (%s)", k->name, rest + 1);
}

/* The name of a template is what its first remark begins with: "{{! Báo cáo quý của từng cơ quan: …". */
static const char *name_of_template(struct arena *a, const struct skeleton *s)
{
	static const char open[] = "{{! ";
	char *data;
	size_t n;

	if (file_read(a, s->path, SKELETON_LIMIT, &data, &n) != 0 || strncmp(data, open, sizeof open - 1) != 0)
		return s->slug;
	data += sizeof open - 1;
	return arena_strndup(a, data, strcspn(data, ":;}\n"));
}

struct listing { struct arena *a; struct skeleton *v; size_t n, cap; };

static bool list_folder(struct listing *l, const char *dir, bool batch)
{
	DIR *d = dir != NULL ? opendir(dir) : NULL;
	const struct dirent *e;

	if (d == NULL)
		return false;
	while ((e = readdir(d)) != NULL) {
		size_t len = strlen(e->d_name);
		struct skeleton s = { .batch = batch };

		if (e->d_name[0] == '.' || strncmp(e->d_name, "README", 6) == 0 || len < 4 || strcmp(e->d_name + len - 3, ".md") != 0)
			continue;
		s.slug = arena_strndup(l->a, e->d_name, len - 3);
		s.path = file_join(l->a, dir, arena_strdup(l->a, e->d_name));
		s.name = batch ? name_of_template(l->a, &s) : name_of(l->a, s.slug);
		ARENA_PUSH(l->a, l->v, l->n, l->cap, s);
	}
	closedir(d);
	return true;
}

struct skeleton *skeleton_list(struct arena *a, size_t *n, struct diag *g)
{
	const char *dir = file_data_dir(a, "templates");
	struct listing l = { .a = a };

	*n = 0;
	if (!list_folder(&l, dir, false)) {
		diag_put(g, &RUN_NO_TEMPLATES, (struct pos){ 0});
		return NULL;
	}
	list_folder(&l, file_join(a, dir, "batch"), true);
	ARENA_PUSH(a, l.v, l.n, l.cap, ((struct skeleton){ .slug = REGISTER_SLUG, .name = "Sổ theo dõi nhiệm vụ" }));
	*n = l.n;
	if (l.n > 0)
		qsort(l.v, l.n, sizeof *l.v, by_slug);
	return l.v;
}

const char *skeleton_template(struct arena *a, const char *name)
{
	const char *key = viet_fold(a, name);
	struct diag g;
	struct stat st;
	size_t n;

	if ((stat(name, &st) == 0 && !S_ISDIR(st.st_mode)) || strchr(name, '/') != NULL)
		return NULL;
	diag_init(&g, a);
	struct skeleton *v = skeleton_list(a, &n, &g);

	for (size_t i = 0; i < n; i++)
		if (v[i].batch && (strcmp(key, viet_fold(a, v[i].slug)) == 0 || strcmp(key, viet_fold(a, v[i].name)) == 0))
			return v[i].path;
	return NULL;
}

const struct skeleton *skeleton_find(struct arena *a, const char *kind, struct diag *g)
{
	const char *key = viet_fold(a, kind);
	const struct skeleton *near = NULL;
	size_t n, best = strlen(key) / 2 < 4 ? strlen(key) / 2 : 4;
	struct skeleton *v = skeleton_list(a, &n, g);

	if (v == NULL && g->n_errors > 0)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		const char *slug = viet_fold(a, v[i].slug);
		int dist;

		if (strcmp(key, slug) == 0 || strcmp(key, viet_fold(a, v[i].name)) == 0)
			return &v[i];
		dist = viet_distance(key, slug, (int)best + 1);
		if (dist <= (int)best && (near == NULL || dist < (int)best)) {
			near = &v[i];
			best = (size_t)dist;
		}
	}
	if (near != NULL)
		diag_put(g, &RUN_UNKNOWN_KIND_NEAR, (struct pos){ 0 }, utf8_short(a, kind), near->slug);
	else
		diag_put(g, &RUN_UNKNOWN_KIND, (struct pos){ 0 }, utf8_short(a, kind));
	return NULL;
}

static const char *target_of(struct arena *a, const struct skeleton *s, const char *path)
{
	const char *name = arena_printf(a, s->path != NULL ? "%s.md" : "%s.xlsx", s->slug);
	struct stat st;

	if (path == NULL)
		return name;
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return file_join(a, path, name);
	return path;
}

/* What is written to the file to. */
static int contents(struct arena *a, const struct skeleton *s, const char *to, struct buf *out, struct diag *g)
{
	char *data;
	size_t n;
	int err;

	if (s->path == NULL)
		return register_blank(a, to, out, g);
	err = file_read(a, s->path, SKELETON_LIMIT, &data, &n);
	if (err != 0) {
		diag_put(g, &RUN_CANNOT_READ, (struct pos){.file = s->path }, strerror(err));
		return -1;
	}
	buf_put(out, data, n);
	return 0;
}

const char *skeleton_copy(struct arena *a, const struct skeleton *s, const char *path, bool force, struct diag *g)
{
	const char *to = target_of(a, s, path), *done = NULL;
	struct buf b = BUF_INIT;

	if (contents(a, s, to, &b, g) == 0)
		done = outfile_put(&b, to, force, g);
	buf_free(&b);
	return done;
}
