#ifndef RUN_TASKS_H
#define RUN_TASKS_H
/* vanban tasks: the tasks that drafts give, into a register that people keep. */
#include "base/diag.h"
#include "model/reg.h"
#include "model/task.h"

enum { TASKS_DRAFTS = 1000, TASKS_REGISTER_ROWS = 50000, TASKS_REGISTER_MB = 64 };

enum tasks_fate {
	TASKS_NEW,     /* a row of its own is added */
	TASKS_FILLED,  /* its row had empty cells, which are filled */
	TASKS_KEPT,    /* its row stands as it is */
	TASKS_DIFFERS, /* its row stands as it is, though the draft words the task otherwise now */
};
struct tasks_draft {
	const char *path, *source, *code; /* code "12/KH-SCNS", or NULL while it has no number */
	const char *unnumbered;    /* what the register called it while it had none */
	const char *kind, *issuer, *subject;
	struct date date;
	size_t n;                  /* tasks */
	bool failed;
};
struct tasks_row {
	const struct tasks_draft *draft;
	struct task task;
	const char *review;        /* what a person must look at, NULL: nothing */
	enum tasks_fate fate;
	uint32_t row;              /* of the register */
};
struct tasks_result {
	struct tasks_draft *drafts; size_t n_drafts;
	struct tasks_row *v; size_t n, cap;
	size_t fates[TASKS_DIFFERS + 1], n_review;
	size_t n_gone;             /* rows of these documents whose task no draft gives any more */
	bool written;
	bool failed;               /* the register could not be read or written */
};
/* Reads the drafts and brings their tasks into the workbook output (made if it is missing; NULL: the tasks are only read). What people
 * changed or added there is kept. Findings go to g. */
void tasks_run(struct arena *a, const char *const *drafts, size_t n, const char *output, struct tasks_result *out, struct diag *g);

/* ---- taskbook.c ---- */
/* The workbook anew, or changed: writes it unless nothing is to be written. reg NULL: there is none yet. False (noted) if it cannot be. */
bool tasks_write(struct arena *a, const char *output, struct tasks_result *t, const struct reg *reg, struct diag *g);

/* ---- taskmatch.c ---- */
/* Finds the row of each task in the register: fate and row (0: none) are set; *rows[i] is the register's task, or NULL. */
void tasks_match(struct arena *a, struct tasks_result *t, const struct reg *reg, const struct reg_task **rows);
#define TASKS_PATH_TITLE "Mục, điểm"
#define TASKS_REVIEW_TITLE "Cần xem lại"
#endif
