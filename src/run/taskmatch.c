/* Which row of a register is which task: by its document and its text, else by its document and its place there. */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "base/viet.h"
#include "run/tasks.h"

struct known {
	const struct reg_task *t;
	const char *text, *source, *path; /* folded; source "" if none is said */
	size_t index;
	bool used;
};
struct matcher { struct arena *a; struct known *v; size_t n; };

static const char *fold(struct arena *a, const char *s) { return s ? viet_fold(a, utf8_one_line(a, s)) : ""; }

static int by_text(const void *x, const void *y)
{
	const struct known *a = x, *b = y;
	int d = strcmp(a->text, b->text);
	return d ? d : a->index < b->index ? -1 : a->index > b->index;
}

static void fill(struct matcher *m, const struct reg *reg)
{
	const char *path_fold = viet_fold(m->a, TASKS_PATH_TITLE);
	m->v = ARENA_ARRAY(m->a, struct known, reg->n_tasks + 1);
	for (size_t i = 0; i < reg->n_tasks; i++) {
		const struct reg_task *t = &reg->tasks[i];
		const char *path = reg_extra(t->extra, t->n_extra, path_fold);
		m->v[m->n++] = (struct known){t, fold(m->a, t->text), fold(m->a, t->directive), fold(m->a, path), i, false};
	}
	qsort(m->v, m->n, sizeof *m->v, by_text);
}

/* Whether a row is of the document: by its whole name, by its code inside what is said, or by the name it had without a number. */
static bool same_source(struct matcher *m, const struct known *k, const struct tasks_draft *d)
{
	const char *code = d->code ? fold(m->a, d->code) : NULL;
	return !strcmp(k->source, fold(m->a, d->source)) || (code && *code && strstr(k->source, code)) || !strcmp(k->source, fold(m->a, d->unnumbered));
}

static struct known *by_words(struct matcher *m, const struct tasks_row *r)
{
	const char *text = fold(m->a, r->task.text);
	size_t low = 0, high = m->n;
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (strcmp(m->v[mid].text, text) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	struct known *best = NULL;
	for (; low < m->n && !strcmp(m->v[low].text, text); low++) {
		struct known *k = &m->v[low];
		if (k->used || (*k->source && !same_source(m, k, r->draft)))
			continue;
		if (!best || (*k->source && !*best->source))
			best = k;
	}
	return best;
}

/* The same place of the same document, where no other task has taken the row. */
static struct known *by_place(struct matcher *m, const struct tasks_row *r)
{
	const char *path = fold(m->a, r->task.path);
	for (size_t i = 0; *path && i < m->n; i++)
		if (!m->v[i].used && !strcmp(m->v[i].path, path) && *m->v[i].source && same_source(m, &m->v[i], r->draft))
			return &m->v[i];
	return NULL;
}

static void take(struct tasks_row *r, struct known *k, enum tasks_fate fate, const struct reg_task **row)
{
	k->used = true;
	r->fate = fate;
	r->row = k->t->at.row;
	*row = k->t;
}

void tasks_match(struct arena *a, struct tasks_result *t, const struct reg *reg, const struct reg_task **rows)
{
	struct matcher m = {.a = a};
	fill(&m, reg);
	for (size_t i = 0; i < t->n; i++) {
		struct known *k = by_words(&m, &t->v[i]);
		if (k)
			take(&t->v[i], k, TASKS_KEPT, &rows[i]);
	}
	for (size_t i = 0; i < t->n; i++) {
		struct known *k = rows[i] ? NULL : by_place(&m, &t->v[i]);
		if (k)
			take(&t->v[i], k, TASKS_DIFFERS, &rows[i]);
	}
	for (size_t i = 0; i < m.n; i++) {
		bool ours = false;
		for (size_t k = 0; !m.v[i].used && *m.v[i].source && k < t->n_drafts && !ours; k++)
			ours = !t->drafts[k].failed && same_source(&m, &m.v[i], &t->drafts[k]);
		t->n_gone += ours;
	}
}
