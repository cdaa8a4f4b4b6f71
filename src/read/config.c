/* vanban.yaml: an office's constants, laid under each draft of its folder and the folders below. */
#include "read/front.h"
#include "base/file.h"
#include "read/msg.h"
#include "read/read.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

#define CONFIG_LEVELS 16
#define CONFIG_BYTES (1 << 20)

const char *read_config_path(struct arena *a, const char *dir)
{
	for (int level = 0; level <= CONFIG_LEVELS; level++) {
		const char *path = file_join(a, dir, "vanban.yaml");
		if (access(path, F_OK) == 0)
			return path;
		dir = !strcmp(dir, ".") ? ".." : file_join(a, dir, "..");
	}
	return NULL;
}

const struct front *config_read(struct arena *a, const char *dir, struct diag *g)
{
	char *data, *path = NULL;
	size_t n = 0;
	int err = ENOENT;
	for (int level = 0; level <= CONFIG_LEVELS && err == ENOENT; level++) {
		path = file_join(a, dir, "vanban.yaml");
		err = file_read(a, path, CONFIG_BYTES, &data, &n);
		dir = !strcmp(dir, ".") ? ".." : file_join(a, dir, "..");
	}
	if (err == ENOENT || err == ENOTDIR || (err == EACCES && access(path, F_OK)))
		return NULL; /* none, or folders above that are not ours to look into */
	struct pos pos = {path, 1, 1};
	if (err) {
		diag_put(g, &read_msgs[READ_CANNOT_OPEN], pos, strerror(err));
		return NULL;
	}
	struct source src;
	if (strspn(data, " \t\r\n") == n || !source_open(&src, a, path, data, n, g))
		return NULL; /* an empty file sets nothing */
	size_t from = 0;
	while (from < src.n && source_blank(&src, from))
		from++;
	if (from < src.n && source_fence(&src, from))
		from++;
	size_t to = from;
	while (to < src.n && !source_fence(&src, to))
		to++;
	struct front *f = ARENA_NEW(a, struct front);
	*f = front_new(a, g, IN_CONFIG, pos);
	front_fill(f, yaml_read(&src, from, to, front_want, g), NULL);
	return f;
}
