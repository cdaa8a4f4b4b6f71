#ifndef RUN_STAGE_H
#define RUN_STAGE_H
/* The outputs of one job: each is written under a hidden name beside its place, and all are renamed together when the
 * job is done, so that a failure leaves neither a part of a file nor half of a set. */
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

/* What runs that were killed left in a folder: files aside, ".NAME.PID.part", of processes that are gone. */
struct leftovers { struct arena *arena; const char *dir; const char **v; size_t n, cap; };
/* Looks for them in dir, unless that is the folder looked at last: a call with ten thousand drafts reads it once. */
void leftovers_look(struct leftovers *l, const char *dir);

struct staged { const char *aside, *path; size_t n; char sha256[65]; /* "" unless asked for */ };
struct stage {
	struct arena *arena;
	struct staged *v;
	size_t n, cap;
	bool sums;                /* the SHA-256 of each is noted */
	bool many;                /* the disk is not waited for: one of many documents, whose sums are noted and looked at again */
	const struct leftovers *leftovers; /* or NULL: those of a name that is written are removed */
};
/* Begins an empty stage in the arena. */
void stage_init(struct stage *s, struct arena *a);
/* Writes n bytes aside for dir/name; 0 or an errno value. */
int stage_put(struct stage *s, const char *dir, const char *name, const void *data, size_t n);
/* Renames all into place; 0, or an errno value with *which the path that failed: what was not renamed is removed. */
int stage_commit(struct stage *s, const char **which);
/* Removes what was written aside. */
void stage_drop(struct stage *s);
#endif
