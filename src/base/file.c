#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- reading ---- */

static int read_all(int fd, char *data, size_t n, size_t *got)
{
	*got = 0;
	while (*got < n) {
		ssize_t r = read(fd, data + *got, n - *got);
		if (r == 0)
			return 0; /* it shrank meanwhile */
		if (r < 0 && errno != EINTR)
			return errno;
		if (r > 0)
			*got += (size_t)r;
	}
	return 0;
}

static int look_at(int fd, size_t limit, size_t *n)
{
	struct stat st;
	if (fstat(fd, &st) != 0)
		return errno;
	if (S_ISDIR(st.st_mode))
		return EISDIR;
	if (!S_ISREG(st.st_mode))
		return EINVAL;
	if (st.st_size < 0 || (uintmax_t)st.st_size > limit)
		return EFBIG;
	*n = (size_t)st.st_size;
	return 0;
}

int file_open(const char *path, size_t limit, int *fd, size_t *n)
{
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY); /* a FIFO must not hold us up */
	if (*fd < 0)
		return errno;
	int err = look_at(*fd, limit, n);
	if (err) {
		close(*fd);
		*fd = -1;
	}
	return err;
}

int file_read(struct arena *a, const char *path, size_t limit, char **data, size_t *n)
{
	size_t size;
	int fd, err = file_open(path, limit, &fd, &size);
	*data = NULL;
	*n = 0;
	if (err)
		return err;
	*data = arena_alloc(a, size + 1);
	err = read_all(fd, *data, size, n);
	close(fd);
	return err;
}

/* ---- writing ---- */

static int write_all(int fd, const char *data, size_t n)
{
	while (n) {
		ssize_t w = write(fd, data, n);
		if (w < 0 && errno != EINTR)
			return errno;
		if (w > 0) {
			data += w;
			n -= (size_t)w;
		}
	}
	return 0;
}

/* Some file systems cannot sync; what they can do is done. */
static int sync_fd(int fd)
{
	if (fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS)
		return 0;
	return errno;
}

static int fill(int fd, const void *data, size_t n, const struct stat *old)
{
	int err = write_all(fd, data, n);
	if (!err && old && fchmod(fd, old->st_mode & 0777) != 0)
		err = errno;
	if (!err)
		err = sync_fd(fd);
	if (close(fd) != 0 && !err)
		err = errno;
	return err;
}

/* A new file beside path. Its name does not hold the target's, which may be as long as names can be. */
static int open_beside(struct arena *a, const char *path, char **temp)
{
	char *dir = file_dir(a, path);
	int fd = -1;
	for (int i = 0; i < 1000; i++) {
		*temp = file_join(a, dir, arena_printf(a, ".vanban-%ld-%d.tmp", (long)getpid(), i));
		fd = open(*temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd >= 0 || errno != EEXIST)
			break;
	}
	return fd;
}

/* What stands at path: 0 nothing or a file that may be replaced, else an errno value. */
static int look_at_target(const char *path, struct stat *st, bool *exists)
{
	*exists = stat(path, st) == 0;
	if (!*exists)
		return errno == ENOENT ? 0 : errno;
	if (S_ISDIR(st->st_mode))
		return EISDIR;
	if (!S_ISREG(st->st_mode))
		return EINVAL;
	return access(path, W_OK) == 0 ? 0 : errno; /* a write-protected file stays */
}

static int replace(struct arena *a, const char *path, const void *data, size_t n)
{
	struct stat st;
	bool exists;
	int err = look_at_target(path, &st, &exists);
	if (err)
		return err;
	char *real = exists ? realpath(path, NULL) : NULL; /* a link stays a link */
	const char *target = real ? real : path;
	char *temp;
	int fd = open_beside(a, target, &temp);
	if (fd < 0) {
		err = errno;
	} else {
		err = fill(fd, data, n, exists ? &st : NULL);
		if (!err && rename(temp, target) != 0)
			err = errno;
		if (err)
			unlink(temp);
	}
	free(real);
	return err;
}

int file_write(const char *path, const void *data, size_t n)
{
	if (!*path)
		return ENOENT;
	struct arena *a = arena_new();
	int err = replace(a, path, data, n);
	arena_free(a);
	return err;
}

int file_put(const char *path, const void *data, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return errno;
	int err = write_all(fd, data, n);
	if (close(fd) != 0 && !err)
		err = errno;
	if (err)
		unlink(path);
	return err;
}

static bool is_dir(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static int make_dir(const char *path)
{
	if (mkdir(path, 0777) == 0)
		return 0;
	int err = errno;
	if (is_dir(path))
		return 0; /* EEXIST; a read-only root answers otherwise */
	return err == EEXIST ? ENOTDIR : err;
}

int file_mkdirs(const char *path)
{
	char part[PATH_MAX];
	size_t n = strlen(path);
	if (n == 0)
		return ENOENT;
	if (n >= sizeof part)
		return ENAMETOOLONG;
	memcpy(part, path, n + 1);
	for (char *p = part + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		int err = make_dir(part);
		*p = '/';
		if (err)
			return err;
	}
	return make_dir(part);
}

/* ---- names ---- */

char *file_dir(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return arena_strdup(a, ".");
	return arena_strndup(a, path, slash == path ? 1 : (size_t)(slash - path));
}

const char *file_base(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

char *file_join(struct arena *a, const char *dir, const char *name)
{
	size_t n = strlen(dir);
	if (n == 0 || strcmp(dir, ".") == 0)
		return arena_strdup(a, name);
	return arena_printf(a, dir[n - 1] == '/' ? "%s%s" : "%s/%s", dir, name);
}

char *file_stem(struct arena *a, const char *path)
{
	const char *base = file_base(path), *dot = strrchr(base, '.');
	return dot && dot > base ? arena_strndup(a, path, (size_t)(dot - path)) : arena_strdup(a, path);
}

/* True if the name is relative and has no ".." among its parts. */
static bool stays_below(const char *name)
{
	if (!*name || *name == '/')
		return false;
	for (const char *p = name; *p;) {
		size_t len = strcspn(p, "/");
		if (len == 2 && p[0] == '.' && p[1] == '.')
			return false;
		p += len;
		p += strspn(p, "/");
	}
	return true;
}

/* The real place of path, or of its nearest folder that exists; NULL if it cannot be told. */
static char *real_or_parent(struct arena *a, const char *path)
{
	for (;;) {
		char *real = realpath(path, NULL);
		if (real || errno != ENOENT || strcmp(path, ".") == 0 || strcmp(path, "/") == 0)
			return real;
		path = file_dir(a, path);
	}
}

char *file_inside(struct arena *a, const char *dir, const char *name)
{
	if (!stays_below(name) || strlen(name) >= PATH_MAX)
		return NULL;
	char *path = file_join(a, dir, name);
	char *top = realpath(*dir ? dir : ".", NULL);
	char *real = real_or_parent(a, path);
	size_t n = top ? strlen(top) : 0;
	bool inside = top && real && (n == 1 || (strncmp(real, top, n) == 0 && (real[n] == '/' || !real[n])));
	free(top);
	free(real);
	return inside ? path : NULL;
}

/* ---- the program's own data ---- */

const char *file_exe_dir(struct arena *a)
{
	char exe[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
	if (n <= 0)
		return NULL;
	exe[n] = '\0';
	return file_dir(a, exe);
}

/* dir/sub if dir looks like the project's own folder. */
static char *in_tree(struct arena *a, const char *dir, const char *sub)
{
	char *path = file_join(a, dir, sub);
	return is_dir(path) && is_dir(file_join(a, dir, "fonts")) && is_dir(file_join(a, dir, "templates")) ? path : NULL;
}

const char *file_data_dir(struct arena *a, const char *sub)
{
	const char *given = getenv("VANBAN_DATA");
	if (given && *given) {
		char *path = file_join(a, given, sub);
		if (is_dir(path))
			return path;
	}
	const char *exe = file_exe_dir(a);
	if (!exe)
		return NULL;
	/* build/vanban and build/tests/x: the project's folder is up to three levels above the program */
	const char *dir = exe;
	for (int level = 0; level < 3; level++) {
		dir = file_dir(a, dir);
		char *path = in_tree(a, dir, sub);
		if (path)
			return path;
	}
	char *path = file_join(a, file_dir(a, exe), file_join(a, "share/vanban", sub));
	return is_dir(path) ? path : NULL;
}
