#include "run/plan.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "base/file.h"
#include "run/msg.h"
#include "write/write.h"

bool plan_formats(struct arena *a, const char *list, const char *formats[JOB_MAX_FORMATS], size_t *n, const char **bad)
{
	const char *s = list;

	*n = 0;
	for (;;) {
		size_t len = strcspn(s, ",");
		const char *name = arena_strndup(a, s, len);
		const struct writer *w = writer_find(name);
		bool seen = false;

		if (w == NULL) {
			*bad = name;
			return false;
		}
		for (size_t i = 0; i < *n; i++)
			seen = seen || strcmp(formats[i], w->name) == 0;
		if (!seen && *n < JOB_MAX_FORMATS)
			formats[(*n)++] = w->name;
		if (s[len] == '\0')
			return true;
		s += len + 1;
	}
}

const char *plan_format_names(struct arena *a)
{
	const char *all = "";

	for (const struct writer *w = writers; w->name != NULL; w++)
		all = arena_printf(a, "%s%s%s", all, *all != '\0' ? ", " : "", w->name);
	return all;
}

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The writer whose suffix the path ends with; NULL if none or if nothing stands before the suffix. */
static const struct writer *writer_of(const char *path)
{
	const char *base = file_base(path);
	size_t n = strlen(base);

	for (const struct writer *w = writers; w->name != NULL; w++) {
		size_t k = strlen(w->suffix);
		if (n > k && strcmp(base + n - k, w->suffix) == 0)
			return w;
	}
	return NULL;
}

/* One name for one place: the real path of the folder (as typed while it does not exist) and the stem. */
static const char *place_of(struct arena *a, const struct job *j)
{
	char *real = realpath(j->dir, NULL);
	const char *path = file_join(a, real != NULL ? real : j->dir, j->stem);

	free(real);
	return path;
}

static void place_job(struct arena *a, const struct plan *p, struct job *j)
{
	const struct writer *w = p->output != NULL && p->n_drafts == 1 && !is_folder(p->output) ? writer_of(p->output) : NULL;
	bool in = strcmp(j->draft, "-") == 0;

	j->stem = in ? "stdin" : file_base(file_stem(a, j->draft));
	if (*j->stem == '\0')
		j->stem = file_base(j->draft);
	j->dir = in ? "." : file_dir(a, j->draft);
	if (w != NULL) {
		j->stem = file_base(file_stem(a, p->output));
		j->dir = file_dir(a, p->output);
	} else if (p->output != NULL) {
		j->dir = p->output;
	}
	if (j->n_formats > 0)
		return;
	if (w != NULL) {
		j->formats[j->n_formats++] = w->name;
		return;
	}
	j->formats[j->n_formats++] = "docx";
	j->formats[j->n_formats++] = "pdf";
}

/* A draft that bears the suffix of a format ("a.pdf") must not be replaced by its own output, nor another draft of the call. */
static bool hits_draft(struct arena *a, const struct plan *p, const struct job *j, struct diag *g)
{
	for (size_t f = 0; f < j->n_formats; f++) {
		const struct writer *w = writer_find(j->formats[f]);
		const char *path = file_join(a, j->dir, arena_printf(a, "%s%s%s", j->stem, w->per_page ? "-1" : "", w->suffix));
		struct stat out, draft;

		if (stat(path, &out) != 0)
			continue;
		for (size_t i = 0; i < p->n_drafts; i++) {
			if (stat(p->drafts[i], &draft) != 0 || out.st_dev != draft.st_dev || out.st_ino != draft.st_ino)
				continue;
			diag_put(g, &RUN_OUTPUT_IS_DRAFT, (struct pos){.file = j->draft }, p->drafts[i]);
			return true;
		}
	}
	return false;
}

/* The name of a file of one format cannot hold another format, nor what comes of several drafts. */
static bool output_fits(const struct plan *p, struct diag *g)
{
	const struct writer *w = p->output != NULL && !is_folder(p->output) ? writer_of(p->output) : NULL;
	struct pos pos = {.file = p->output};

	if (w == NULL)
		return true;
	if (p->n_drafts > 1) {
		diag_put(g, &RUN_FILE_FOR_MANY, pos, p->n_drafts);
		return false;
	}
	for (size_t i = 0; i < p->n_formats; i++)
		if (strcmp(p->formats[i], w->name) == 0)
			return true;
	if (p->n_formats == 0)
		return true;
	diag_put(g, &RUN_OTHER_FORMAT, pos, w->name, p->formats[0]);
	return false;
}

struct placed { const char *place; size_t index;};

static int by_place(const void *x, const void *y)
{
	const struct placed *a = x, *b = y;
	int c = strcmp(a->place, b->place);

	return c != 0 ? c : (a->index > b->index) - (a->index < b->index);
}

/* Sorted, so that ten thousand drafts are no ten million comparisons. */
static bool collide(struct arena *a, const struct job *jobs, size_t n, struct diag *g)
{
	struct placed *v = ARENA_ARRAY(a, struct placed, n);
	bool any = false;

	for (size_t i = 0; i < n; i++)
		v[i] = (struct placed){ place_of(a, &jobs[i]), i};
	qsort(v, n, sizeof *v, by_place);
	for (size_t i = 1; i < n; i++) {
		const struct job *j = &jobs[v[i].index];
		const char *first;

		if (strcmp(v[i].place, v[i - 1].place) != 0)
			continue;
		first = writer_find(j->formats[0])->suffix;
		diag_put(g, &RUN_SAME_OUTPUT, (struct pos){.file = j->draft }, jobs[v[i - 1].index].draft,
			file_join(a, j->dir, arena_printf(a, "%s%s", j->stem, first)));
		any = true;
	}
	return any;
}

struct job *plan_jobs(struct arena *a, const struct plan *p, struct diag *g)
{
	struct job *jobs = ARENA_ARRAY(a, struct job, p->n_drafts);
	bool bad = false;

	if (!output_fits(p, g))
		return NULL;
	for (size_t i = 0; i < p->n_drafts; i++) {
		struct job *j = &jobs[i];

		*j = (struct job){.draft = p->drafts[i], .has_date = p->has_date, .date = p->date, .dpi = p->dpi, .fit = p->fit, .bare = p->bare, .check = p->check, .strict = p->strict};
		memcpy(j->formats, p->formats, sizeof j->formats);
		j->n_formats = p->n_formats;
		place_job(a, p, j);
		bad |= !p->no_output && hits_draft(a, p, j, g);
	}
	bad |= !p->no_output && collide(a, jobs, p->n_drafts, g);
	return bad ? NULL : jobs;
}
