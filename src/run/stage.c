#include "run/stage.h"
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"
#include "base/sha256.h"

void stage_init(struct stage *s, struct arena *a)
{
	*s = (struct stage){.arena = a};
}

/* A folder in the file's place is found now, before anything else was renamed. */
static int check_place(const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return 0;
	if (S_ISDIR(st.st_mode))
		return EISDIR;
	return 0;
}

/* Length of NAME if the entry is ".NAME.PID.part" of a process that is gone, else 0. */
static size_t left_behind(const char *entry)
{
	size_t n = strlen(entry), k = n > 5 ? n - 5 : 0;
	long pid;

	if (entry[0] != '.' || k < 4 || strcmp(entry + k, ".part") != 0)
		return 0;
	for (n = k; n > 2 && isdigit((unsigned char)entry[n - 1]); n--)
		;
	if (n == k || k - n > 9 || n < 3 || entry[n - 1] != '.')
		return 0;
	pid = strtol(entry + n, NULL, 10);
	return pid > 0 && kill((pid_t)pid, 0) != 0 && errno == ESRCH ? n - 2 : 0;
}

void leftovers_look(struct leftovers *l, const char *dir)
{
	DIR *d;

	if (l->dir != NULL && strcmp(l->dir, dir) == 0)
		return;
	l->dir = arena_strdup(l->arena, dir);
	l->n = 0;
	d = opendir(dir);
	for (struct dirent *e; d != NULL && (e = readdir(d)) != NULL;)
		if (left_behind(e->d_name) > 0)
			ARENA_PUSH(l->arena, l->v, l->n, l->cap, arena_strdup(l->arena, e->d_name));
	if (d != NULL)
		closedir(d);
}

static void sweep(struct stage *s, const char *dir, const char *name)
{
	const struct leftovers *l = s->leftovers;
	size_t n = strlen(name);

	if (l == NULL || l->dir == NULL || strcmp(l->dir, dir) != 0)
		return;
	for (size_t i = 0; i < l->n; i++)
		if (left_behind(l->v[i]) == n && strncmp(l->v[i] + 1, name, n) == 0)
			unlink(file_join(s->arena, dir, l->v[i]));
}

int stage_put(struct stage *s, const char *dir, const char *name, const void *data, size_t n)
{
	struct staged f = {.n = n};
	int err;

	f.path = file_join(s->arena, dir, name);
	f.aside = file_join(s->arena, dir, arena_printf(s->arena, ".%s.%ld.part", name, (long)getpid()));
	err = check_place(f.path);
	if (err == 0) {
		sweep(s, dir, name);
		err = s->many ? file_put(f.aside, data, n) : file_write(f.aside, data, n);
	}
	if (err != 0)
		return err;
	if (s->sums)
		sha256_hex(data, n, f.sha256);
	ARENA_PUSH(s->arena, s->v, s->n, s->cap, f);
	return 0;
}

int stage_commit(struct stage *s, const char **which)
{
	int err;

	for (size_t i = 0; i < s->n; i++) {
		if (rename(s->v[i].aside, s->v[i].path) == 0)
			continue;
		err = errno;
		*which = s->v[i].path;
		for (; i < s->n; i++)
			unlink(s->v[i].aside);
		s->n = 0;
		return err;
	}
	return 0;
}

void stage_drop(struct stage *s)
{
	for (size_t i = 0; i < s->n; i++)
		unlink(s->v[i].aside);
	s->n = 0;
}
