#ifndef BASE_PROC_H
#define BASE_PROC_H
/* Worker processes: items of work, numbered from 0, done by forked children, one at a time each. What an item does to its
 * worker (a crash, lack of memory, an endless loop) costs this item alone: the worker is replaced and the rest goes on.
 * Workers die with their parent, and are gone when proc_run returns. */
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include "base/buf.h"

enum proc_fate {
	PROC_DONE,    /* the worker has answered */
	PROC_EXITED,  /* it ended by itself: code is its status (2: out of memory, see arena.h) */
	PROC_KILLED,  /* code is the signal: a crash, or the system's lack of memory */
	PROC_SLOW,    /* it took longer than the limit and was ended */
	PROC_NO_START,/* no worker could be made: code is the errno value */
};
struct proc_answer {
	size_t item;
	enum proc_fate fate;
	int code;
	const char *data;      /* of PROC_DONE: n bytes and a NUL, valid until done returns */
	size_t n;
};
struct proc_pool {
	unsigned workers;      /* 0: proc_cores() */
	double seconds;        /* most that an item may take; 0: no limit */
	size_t room_mb;        /* memory a worker may take on top of what it is born with; 0: no limit */
	const volatile sig_atomic_t *stop; /* no further items are begun once it is set; or NULL */
	void *(*open)(void *ctx);                        /* in a worker, before its first item; what it gives is passed to work; or NULL */
	void (*work)(void *ctx, void *own, size_t item, struct buf *answer); /* in a worker */
	void (*done)(void *ctx, const struct proc_answer *a);  /* in the parent, in the order in which the items end */
	void (*tick)(void *ctx);                         /* in the parent, at least five times a second; or NULL */
	void *ctx;
};
/* Does the items 0 … n − 1: done is called once for each, but not for those that stop has held back. */
void proc_run(const struct proc_pool *p, size_t n);
/* Processors that this process may use, at least 1. */
unsigned proc_cores(void);
#endif
