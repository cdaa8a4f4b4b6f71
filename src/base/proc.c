/* Parent and worker speak over two pipes: the parent writes the number of an item (size_t), the worker answers with a
 * length (size_t) and so many bytes. A closed pipe is the end of the other side. */
#include "base/proc.h"
#include "base/sanitizer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TICK_MS = 200, MOST_WORKERS = 256, CHUNK = 65536 };
#define NONE SIZE_MAX

struct worker {
	pid_t pid;                 /* 0: none */
	int to, from;
	size_t item;               /* in hand, or NONE */
	double until;              /* seconds of the clock; 0: no limit */
	struct buf in;             /* answer as far as it has come */
};
struct crew {
	const struct proc_pool *pool;
	struct worker *v;
	size_t n_workers, next;    /* next: the first item that was not given out */
};

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

unsigned proc_cores(void)
{
	cpu_set_t set;
	if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0)
		return (unsigned)CPU_COUNT(&set);
	long n = sysconf(_SC_NPROCESSORS_ONLN);
	return n > 0 ? (unsigned)n : 1;
}

/* ---- the worker ---- */

static bool read_whole(int fd, void *p, size_t n)
{
	for (char *at = p; n > 0;) {
		ssize_t r = read(fd, at, n);
		if (r == 0 || (r < 0 && errno != EINTR))
			return false;
		if (r > 0) {
			at += r;
			n -= (size_t)r;
		}
	}
	return true;
}

static bool write_whole(int fd, const void *p, size_t n)
{
	for (const char *at = p; n > 0;) {
		ssize_t w = write(fd, at, n);
		if (w < 0 && errno != EINTR)
			return false;
		if (w > 0) {
			at += w;
			n -= (size_t)w;
		}
	}
	return true;
}

static void limit_room(size_t room_mb)
{
	unsigned long pages = 0;
	FILE *f = !SANITIZER_ADDRESS && room_mb > 0 ? fopen("/proc/self/statm", "re") : NULL;
	if (!f)
		return;
	if (fscanf(f, "%lu", &pages) == 1) {
		struct rlimit lim;
		rlim_t most = (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + ((rlim_t)room_mb << 20);
		if (getrlimit(RLIMIT_AS, &lim) == 0 && (lim.rlim_cur == RLIM_INFINITY || lim.rlim_cur > most)) {
			lim.rlim_cur = most;
			setrlimit(RLIMIT_AS, &lim);
		}
	}
	fclose(f);
}

/* The whole life of a worker. The end of the parent ends it at once; an interrupt from the keyboard is the parent's. */
static _Noreturn void live(const struct proc_pool *p, pid_t parent, int from, int to)
{
	struct buf answer = BUF_INIT;
	size_t item;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(1);
	signal(SIGINT, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	signal(SIGTERM, SIG_DFL);
	limit_room(p->room_mb);
	void *own = p->open ? p->open(p->ctx) : NULL;
	while (read_whole(from, &item, sizeof item)) {
		buf_clear(&answer);
		p->work(p->ctx, own, item, &answer);
		if (answer.failed)
			_exit(2); /* as arena.h: out of memory */
		if (!write_whole(to, &answer.len, sizeof answer.len) || !write_whole(to, answer.data, answer.len))
			break;
	}
	_exit(0);
}

/* ---- the parent ---- */

static void close_pair(const int fd[2])
{
	close(fd[0]);
	close(fd[1]);
}

/* Ends of other workers' pipes are closed in the child: else it would keep a dead one's open. */
static void forget_others(const struct crew *c)
{
	for (size_t i = 0; i < c->n_workers; i++)
		if (c->v[i].pid) {
			close(c->v[i].to);
			close(c->v[i].from);
		}
}

static int start(struct crew *c, struct worker *w)
{
	int down[2], up[2];
	pid_t parent = getpid();
	if (pipe2(down, O_CLOEXEC) != 0)
		return errno;
	if (pipe2(up, O_CLOEXEC) != 0) {
		int err = errno;
		close_pair(down);
		return err;
	}
	fflush(NULL); /* what waits in a buffer is printed once */
	pid_t pid = fork();
	if (pid == 0) {
		forget_others(c);
		close(down[1]);
		close(up[0]);
		live(c->pool, parent, down[0], up[1]);
	}
	int err = pid < 0 ? errno : 0;
	close(down[0]);
	close(up[1]);
	if (err) {
		close(down[1]);
		close(up[0]);
		return err;
	}
	w->pid = pid;
	w->to = down[1];
	w->from = up[0];
	w->item = NONE;
	buf_clear(&w->in);
	return 0;
}

/* Waits for a worker that has ended or ends now. */
static struct proc_answer bury(struct worker *w, bool kill_it)
{
	int status = 0;
	if (kill_it)
		kill(w->pid, SIGKILL);
	close(w->to);
	close(w->from);
	while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR)
		;
	w->pid = 0;
	bool killed = WIFSIGNALED(status);
	return (struct proc_answer){ .item = w->item, .fate = killed ? PROC_KILLED : PROC_EXITED, .code = killed ? WTERMSIG(status) : WEXITSTATUS(status) };
}

static void lose(struct crew *c, struct worker *w, bool slow)
{
	struct proc_answer a = bury(w, slow);
	if (slow)
		a.fate = PROC_SLOW;
	if (a.item != NONE)
		c->pool->done(c->pool->ctx, &a);
	w->item = NONE;
}

static bool stopped(const struct crew *c)
{
	return c->pool->stop && *c->pool->stop;
}

/* Gives an idle worker the next item; one that is not there, or has died in its sleep, is made anew. */
static void give(struct crew *c, struct worker *w)
{
	size_t item = c->next;
	int err = 0;
	for (int tries = 0; tries < 3; tries++) {
		if (!w->pid)
			err = start(c, w);
		if (err)
			break;
		if (write_whole(w->to, &item, sizeof item)) {
			w->item = item;
			w->until = c->pool->seconds > 0 ? now() + c->pool->seconds : 0;
			c->next++;
			return;
		}
		bury(w, true);
		err = EPIPE;
	}
	for (size_t i = 0; i < c->n_workers; i++)
		if (c->v[i].pid)
			return; /* the others go on; this place is tried again with the next round */
	struct proc_answer a = { .item = item, .fate = PROC_NO_START, .code = err };
	c->next++;
	c->pool->done(c->pool->ctx, &a);
}

/* A whole answer, once its length and bytes are there. */
static void take(struct crew *c, struct worker *w)
{
	size_t n;
	if (w->in.len < sizeof n)
		return;
	memcpy(&n, w->in.data, sizeof n);
	if (w->in.len - sizeof n < n)
		return;
	struct proc_answer a = { .item = w->item, .fate = PROC_DONE, .data = w->in.data + sizeof n, .n = n };
	w->item = NONE;
	c->pool->done(c->pool->ctx, &a);
	buf_clear(&w->in);
}

static void hear(struct crew *c, struct worker *w)
{
	char chunk[CHUNK];
	ssize_t r = read(w->from, chunk, sizeof chunk);
	if (r < 0 && errno == EINTR)
		return;
	if (r <= 0) {
		lose(c, w, false);
		return;
	}
	buf_put(&w->in, chunk, (size_t)r);
	take(c, w);
}

static void wait_for_answers(struct crew *c)
{
	struct pollfd fds[MOST_WORKERS];
	struct worker *whose[MOST_WORKERS];
	nfds_t n = 0;
	for (size_t i = 0; i < c->n_workers; i++)
		if (c->v[i].pid && c->v[i].item != NONE) {
			whose[n] = &c->v[i];
			fds[n++] = (struct pollfd){ .fd = c->v[i].from, .events = POLLIN };
		}
	poll(fds, n, TICK_MS);
	double t = now();
	for (nfds_t i = 0; i < n; i++) {
		if (fds[i].revents)
			hear(c, whose[i]);
		else if (whose[i]->until > 0 && t > whose[i]->until)
			lose(c, whose[i], true);
	}
}

static bool busy(const struct crew *c)
{
	for (size_t i = 0; i < c->n_workers; i++)
		if (c->v[i].pid && c->v[i].item != NONE)
			return true;
	return false;
}

void proc_run(const struct proc_pool *p, size_t n)
{
	size_t workers = p->workers ? p->workers : proc_cores();
	if (workers > MOST_WORKERS)
		workers = MOST_WORKERS;
	if (workers > n)
		workers = n;
	struct crew c = { .pool = p, .n_workers = workers };
	void (*pipe_was)(int) = signal(SIGPIPE, SIG_IGN);
	c.v = calloc(workers + 1, sizeof *c.v);
	while (c.v && (busy(&c) || (c.next < n && !stopped(&c)))) {
		for (size_t i = 0; i < workers && c.next < n && !stopped(&c); i++)
			if (!c.v[i].pid || c.v[i].item == NONE)
				give(&c, &c.v[i]);
		if (busy(&c))
			wait_for_answers(&c);
		if (p->tick)
			p->tick(p->ctx);
	}
	for (size_t i = 0; c.v && i < workers; i++) {
		if (c.v[i].pid)
			bury(&c.v[i], false);
		buf_free(&c.v[i].in);
	}
	free(c.v);
	signal(SIGPIPE, pipe_was);
}
