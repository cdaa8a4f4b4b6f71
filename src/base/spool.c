#include "base/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

enum { PIECE = 256 * 1024, BLOCK = 4096, BLOCKS = 1024 }; /* 4 MB of the file are held */

struct spool {
	struct arena *arena;
	size_t in_memory;
	struct buf tail;          /* not yet in the file: bytes from on_disk on */
	uint64_t on_disk;
	int fd, error;
	char *blocks;             /* BLOCKS of BLOCK bytes, block b in place b % BLOCKS */
	uint64_t held[BLOCKS];    /* number of the block in each place, + 1 */
};

static void closer(void *p)
{
	struct spool *s = p;
	if (s->fd >= 0)
		close(s->fd);
	buf_free(&s->tail);
	free(s->blocks);
}

struct spool *spool_new(struct arena *a, size_t in_memory)
{
	struct spool *s = ARENA_NEW(a, struct spool);
	s->arena = a;
	s->in_memory = in_memory;
	s->fd = -1;
	arena_closer(a, closer, s);
	return s;
}

static int open_nameless(struct arena *a)
{
	const char *dir = getenv("TMPDIR");
	if (!dir || !*dir)
		dir = "/tmp";
	int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
		return fd;
	char *name = arena_printf(a, "%s/vanban-XXXXXX", dir); /* a file system without nameless files */
	fd = mkostemp(name, O_CLOEXEC);
	if (fd >= 0)
		unlink(name);
	return fd;
}

static void fail(struct spool *s, int error)
{
	if (!s->error)
		s->error = error;
}

/* Brings the bytes held into the file, whole blocks of it. */
static void flush(struct spool *s)
{
	if (s->fd < 0 && (s->fd = open_nameless(s->arena)) < 0) {
		fail(s, errno);
		return;
	}
	if (!s->blocks && !(s->blocks = malloc((size_t)BLOCK * BLOCKS))) {
		fail(s, ENOMEM);
		return;
	}
	size_t n = s->tail.len / BLOCK * BLOCK, done = 0;
	while (done < n) {
		ssize_t w = pwrite(s->fd, s->tail.data + done, n - done, (off_t)(s->on_disk + done));
		if (w < 0 && errno != EINTR) {
			fail(s, errno);
			return;
		}
		done += w > 0 ? (size_t)w : 0;
	}
	struct buf rest = BUF_INIT; /* a new one: what was held in memory is given back */
	buf_put(&rest, s->tail.data + n, s->tail.len - n);
	buf_free(&s->tail);
	s->tail = rest;
	s->on_disk += n;
	s->in_memory = PIECE; /* from now on pieces of this size go to the file */
}

uint64_t spool_put(struct spool *s, const void *p, size_t n)
{
	uint64_t at = spool_size(s);
	if (s->error)
		return at;
	buf_put(&s->tail, p, n);
	if (s->tail.failed)
		fail(s, ENOMEM);
	else if (s->tail.len > s->in_memory && s->tail.len >= BLOCK)
		flush(s);
	return at;
}

uint64_t spool_size(const struct spool *s) { return s->on_disk + s->tail.len; }
int spool_error(const struct spool *s) { return s->error; }

/* The block of that number, which is in the file whole. */
static const char *block(struct spool *s, uint64_t number)
{
	size_t place = (size_t)(number % BLOCKS), got = 0;
	char *to = s->blocks + place * BLOCK;
	if (s->held[place] == number + 1)
		return to;
	s->held[place] = 0;
	while (got < BLOCK) {
		ssize_t r = pread(s->fd, to + got, BLOCK - got, (off_t)(number * BLOCK + got));
		if (r == 0 || (r < 0 && errno != EINTR)) {
			fail(s, r ? errno : EIO);
			return NULL;
		}
		got += r > 0 ? (size_t)r : 0;
	}
	s->held[place] = number + 1;
	return to;
}

bool spool_get(struct spool *s, uint64_t at, void *to, size_t n)
{
	char *out = to;
	if (at > spool_size(s) || n > spool_size(s) - at)
		return false;
	while (n && at < s->on_disk) {
		size_t from = (size_t)(at % BLOCK), part = BLOCK - from < n ? BLOCK - from : n;
		const char *b = block(s, at / BLOCK);
		if (!b)
			return false;
		memcpy(out, b + from, part);
		out += part;
		at += part;
		n -= part;
	}
	if (n)
		memcpy(out, s->tail.data + (at - s->on_disk), n);
	return true;
}
