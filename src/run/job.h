#ifndef RUN_JOB_H
#define RUN_JOB_H
/* One job: one draft → read → compose → layout → write into the formats asked for. A press holds what jobs share (fonts
 * opened once, one arena emptied between jobs), so that thousands of jobs run in one process with flat memory. */
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include "base/diag.h"
#include "base/viet.h"
#include "model/merged.h"
#include "run/stage.h"

#define JOB_MAX_FORMATS 8
#define JOB_STDIN_MB 16    /* largest draft read from standard input */

struct reg_directive;
struct job {
	const char *draft;        /* path of the draft; "-": standard input */
	const char *text;         /* the draft itself, n_text bytes that live as long as the job, or NULL; draft is its name then, */
	size_t n_text;
	const char *text_dir;     /* and this the folder of its pictures and vanban.yaml */
	const struct merged *merged; /* or what a template gave instead of text; findings point into the template. NULL */
	const struct reg_directive *directives; size_t n_directives; /* of a register: what "[@…]" may name besides; or NULL */
	const char *dir;          /* folder of the outputs, made if it is missing */
	const char *stem;         /* name of the outputs without suffix */
	const char *formats[JOB_MAX_FORMATS]; /* names of writers: "docx", "pdf", "png" */
	size_t n_formats;
	bool has_date;            /* date instead of the draft's "ngày" */
	struct date date;
	double dpi;               /* of PNG pages */
	bool bare;                /* DOCX without the guards of borderline lines */
	bool fit;                 /* fitted to its pages within the legal ranges, as the draft's "trình bày: vừa trang" */
	bool check;               /* breaches of rules of level E are told */
	bool strict;              /* and hold back the outputs */
	bool many;                /* one of very many: sums of the outputs are noted, the disk is not waited for */
	bool (*replace)(void *ctx, const struct staged *s, struct diag *g); /* asked before an output takes its place; false: none does */
	void *ctx;
};

struct job_result { /* lives until the next job of the press */
	bool ok;                  /* no errors: all outputs were written; else none was touched */
	bool refused;             /* for breaches of rules alone (strict) */
	size_t n_pages;
	const struct staged *files; /* outputs written, in order */
	size_t n_files;
	struct diag findings;     /* in order of place */
};

struct press;
/* stop: set by a signal handler to end work at the next safe place, or NULL. */
struct press *press_new(const volatile sig_atomic_t *stop);
void press_free(struct press *p);  /* NULL is accepted */
/* Does the job; the result is valid until the next call. Outputs are written aside and renamed all together at the end. */
const struct job_result *press_run(struct press *p, const struct job *j);

/* The steps of a job by themselves, for tests and measurements; all NULL on errors, findings in g. The arena is the press's. */
struct doc;
struct pages;
struct fonts;
struct arena *press_begin(struct press *p, struct diag *g);    /* empties the arena for the next document */
struct doc *press_read(struct press *p, const struct job *j, struct diag *g);  /* read and compose */
struct pages *press_layout(struct press *p, struct doc *d, bool fit, struct diag *g);
struct fonts *press_fonts(struct press *p, struct diag *g);    /* opened at the first call */
/* Writes what was read and laid out (pages NULL: nothing, for there were errors); the result is as that of press_run and has the findings in g too. */
const struct job_result *press_write(struct press *p, const struct job *j, struct doc *d, struct pages *pages, const struct diag *g);
#endif
