#ifndef MODEL_WAIVER_H
#define MODEL_WAIVER_H
/* A rule of the checks that is silenced, by the office (vanban.yaml), the draft, or at one place of it, with the reason. */
#include <stddef.h>
#include "base/diag.h"

struct waiver {
	const char *rule;       /* "N53", as typed */
	const char *reason;     /* never empty */
	uint32_t line, last;    /* lines of the draft it holds for; 0: everywhere */
	struct pos pos;         /* where it is said */
};
struct waivers { struct waiver *v; size_t n, cap; };
#endif
