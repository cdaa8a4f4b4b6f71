#ifndef RUN_PLAN_H
#define RUN_PLAN_H
/* Which files a call will write: decided, and tried for collisions, before anything is written. */
#include "run/job.h"

struct plan {
	const char *const *drafts;
	size_t n_drafts;
	const char *output;       /* -o: a folder, or for a single draft a file with the suffix of a format; NULL: beside each draft */
	const char *formats[JOB_MAX_FORMATS];
	size_t n_formats;         /* 0: docx and pdf, or what the suffix of output says */
	bool has_date;
	struct date date;
	double dpi;
	bool fit, bare, check, strict;
	bool no_output;           /* nothing is written: names need not differ */
};
/* The jobs of the plan, n_drafts of them, in the arena; NULL (noted in g) if two would write the same file or one its own draft,
 * or if output names a file of another format or for several drafts. */
struct job *plan_jobs(struct arena *a, const struct plan *p, struct diag *g);
/* Reads "docx,pdf,png" into formats; false if a name is unknown, then *bad is it. Doubles are dropped. */
bool plan_formats(struct arena *a, const char *list, const char *formats[JOB_MAX_FORMATS], size_t *n, const char **bad);
/* The names of all formats, parted by ", ", for help and errors. */
const char *plan_format_names(struct arena *a);
#endif
