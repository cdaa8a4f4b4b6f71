#ifndef BASE_DIAG_H
#define BASE_DIAG_H
/* Findings: what is wrong with an input, where, and what to do about it. Input faults go here and work goes on. */
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

enum level { LEVEL_INFO, LEVEL_WARNING, LEVEL_ERROR };

/* A place in an input. line and col count from 1; col counts characters (not bytes); 0 = unknown. */
struct pos {
	const char *file;
	uint32_t line, col;
};

/* One kind of finding. Each floor has a table of them (read/msg.c, compose/msg.c …). */
struct msg {
	const char *id;     /* stable, for programs: "unknown-key" */
	enum level level;
	const char *text;   /* msgid in English, N_(): "what is wrong; what to do about it", printf form */
	const char *clause; /* clause of the decree it rests on, or NULL */
};

struct finding {
	const struct msg *msg;
	struct pos pos;
	char *text;         /* in the user's language, owned by the diag's arena */
};

struct diag {
	struct arena *arena;
	struct finding *items;
	size_t n, cap;
	size_t n_errors, n_warnings;
	size_t limit;       /* findings kept (default 200); more are only counted */
};

void diag_init(struct diag *d, struct arena *a);
/* Notes a finding; the arguments fill msg->text after translation (gettext). pos strings must outlive d. */
void diag_put(struct diag *d, const struct msg *m, struct pos pos, ...);
void diag_vput(struct diag *d, const struct msg *m, struct pos pos, va_list ap);
/* Adds the findings of another list of the same arena. */
void diag_take(struct diag *d, const struct diag *from);
/* The same of its errors alone. */
void diag_take_errors(struct diag *d, const struct diag *from);
/* Orders the findings by file, line, column (stable). */
void diag_sort(struct diag *d);
#endif
