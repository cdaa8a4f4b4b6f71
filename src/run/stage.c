#include "run/stage.h"
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"

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

int stage_put(struct stage *s, const char *dir, const char *name, const void *data, size_t n)
{
	struct staged f;
	int err;

	f.path = file_join(s->arena, dir, name);
	f.aside = file_join(s->arena, dir, arena_printf(s->arena, ".%s.%ld.part", name, (long)getpid()));
	err = check_place(f.path);
	if (err == 0)
		err = file_write(f.aside, data, n);
	if (err != 0)
		return err;
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
