/* What tests that write files share: an arena, and a folder of their own that goes with it. */
#ifndef TESTS_FOLDER_FIXTURE_H
#define TESTS_FOLDER_FIXTURE_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include "base/file.h"

static struct arena *arena;
static char *folder;

static inline int folder_setup(void **state)
{
	char name[] = "/tmp/vanban-test-XXXXXX";

	(void)state;
	arena = arena_new();
	assert_non_null(mkdtemp(name));
	folder = arena_strdup(arena, name);
	return 0;
}

static inline int folder_teardown(void **state)
{
	(void)state;
	if (system(arena_printf(arena, "rm -rf '%s'", folder)) != 0)
		return -1;
	arena_free(arena);
	return 0;
}

static inline const char *in_folder(const char *name) { return file_join(arena, folder, name); }

/* A file of the folder with that text; its path. */
static inline const char *put_file(const char *name, const char *text)
{
	const char *path = in_folder(name);

	assert_int_equal(file_write(path, text, strlen(text)), 0);
	return path;
}
#endif
