/* One document of a batch, in a worker: rows → figures → merged draft → pages → outputs. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"
#include "base/sha256.h"
#include "model/doc.h"
#include "model/pages.h"
#include "run/batch_inner.h"
#include "run/batch_msg.h"
#include "run/check.h"

enum { MOST_KEPT = 1000 };   /* versions changed by hand that are kept of one output */

struct picture_sum { const char *path; char sum[65]; };
struct own {
	struct batch_run *r;
	struct press *press;
	struct arena *arena;      /* of the document in hand */
	struct arena *all;        /* of the worker */
	struct picture_sum *pictures; size_t n_pictures, cap_pictures;
	const struct batch_doc *doc;
};

void *work_open(void *ctx)
{
	struct arena *all = arena_new();
	struct own *own = ARENA_NEW(all, struct own);

	*own = (struct own){.r = ctx, .press = press_new(NULL), .arena = arena_new(), .all = all};
	return own;
}

/* ---- what a document is made from ---- */

/* Pictures are read once a worker: a batch has the same in all its documents. */
static const char *picture_sum(struct own *own, const char *path)
{
	struct picture_sum p = {.path = NULL};

	for (size_t i = 0; i < own->n_pictures; i++)
		if (strcmp(own->pictures[i].path, path) == 0)
			return own->pictures[i].sum;
	p.path = arena_strdup(own->all, path);
	sha256_file(path, p.sum);
	ARENA_PUSH(own->all, own->pictures, own->n_pictures, own->cap_pictures, p);
	return own->pictures[own->n_pictures - 1].sum;
}

/* Directives count where the text cites any. */
static void sum_directives(struct sha256 *s, const struct job *j)
{
	for (size_t i = 0; i < j->n_directives && strstr(j->merged->text, "[@") != NULL; i++) {
		const struct directive *d = &j->directives[i].d;
		const char *const texts[] = { d->code, d->kind, d->issuer, d->subject, d->brief};

		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
			sha256_put(s, texts[k] != NULL ? texts[k] : "", texts[k] != NULL ? strlen(texts[k]) + 1 : 1);
		sha256_put(s, &d->date, sizeof d->date);
	}
}

static void sum_input(struct own *own, const struct job *j, const struct doc *d, char out[65])
{
	struct sha256 s;

	sha256_begin(&s);
	sha256_put(&s, own->r->common, strlen(own->r->common));
	sha256_put(&s, j->stem, strlen(j->stem) + 1);
	sha256_put(&s, j->merged->text, j->merged->n);
	sum_directives(&s, j);
	for (const struct node *n = d->root; n != NULL; n = doc_walk(d->root, n))
		for (size_t i = 0; n->kind == NODE_PARA && i < n->u.para.n_runs; i++)
			if (n->u.para.runs[i].kind == RUN_PICTURE && n->u.para.runs[i].picture->path != NULL) /* a chart has no file */
				sha256_put(&s, picture_sum(own, n->u.para.runs[i].picture->path), 64);
	sha256_end(&s, out);
}

/* True if an earlier run made the outputs from the same, and they are still as it wrote them. */
static bool is_finished(struct own *own, const struct record *old, const char *input)
{
	char sum[65];

	if (old == NULL || old->state != RECORD_DONE || strcmp(old->input, input) != 0 || old->n_files == 0)
		return false;
	for (size_t i = 0; i < old->n_files; i++)
		if (sha256_file(file_join(own->arena, own->r->o->dir, old->files[i].name), sum) != 0 || strcmp(sum, old->files[i].sha256) != 0)
			return false;
	return true;
}

/* ---- outputs ---- */

/* Moves what a person has changed out of the way: "a.docx" → "a.sua-tay-1.docx". */
static bool keep_changed(struct own *own, const char *path, struct diag *g)
{
	const char *suffix = strrchr(path, '.'), *stem = file_stem(own->arena, path), *to = NULL;
	int err = EEXIST;

	for (int i = 1; i < MOST_KEPT && err == EEXIST; i++) {
		to = arena_printf(own->arena, "%s.sua-tay-%d%s", stem, i, suffix != NULL ? suffix : "");
		err = link(path, to) == 0 ? 0 : errno;
		if (err == EPERM || err == EOPNOTSUPP) /* a file system without links */
			err = access(to, F_OK) == 0 ? EEXIST : rename(path, to) == 0 ? 0 : errno;
	}
	if (err != 0)
		diag_put(g, &BATCH_CANNOT_KEEP, (struct pos){.file = arena_strdup(own->arena, path)}, strerror(err));
	else
		diag_put(g, &BATCH_CHANGED, (struct pos){.file = arena_strdup(own->arena, path)}, file_base(to));
	return err == 0;
}

/* Asked before an output takes its place: what stands there must be ours. */
static bool may_replace(void *ctx, const struct staged *s, struct diag *g)
{
	struct own *own = ctx;
	const struct ledger *l = &own->r->ledger;
	const struct record_file *f = ledger_file(ledger_find(l, own->doc->record.name), file_base(s->path));
	struct stat st;
	char sum[65];

	if (own->r->o->force || lstat(s->path, &st) != 0)
		return true;
	if (!ledger_owns(l, own->doc->record.name)) {
		diag_put(g, &BATCH_NOT_OURS, (struct pos){.file = arena_strdup(own->arena, s->path)});
		return false;
	}
	if (sha256_file(s->path, sum) != 0 || strcmp(sum, s->sha256) == 0 || (f != NULL && strcmp(sum, f->sha256) == 0))
		return true;
	return keep_changed(own, s->path, g);
}

static void fill_record(struct own *own, struct record *rec, const struct job_result *res)
{
	rec->state = RECORD_DONE;
	rec->pages = res->n_pages;
	for (size_t i = 0; i < res->n_files; i++) {
		struct record_file f = { file_base(res->files[i].path), res->files[i].n, res->files[i].sha256};

		ARENA_PUSH(own->arena, rec->files, rec->n_files, rec->cap_files, f);
	}
}

/* What an earlier run wrote stays, and is told. */
static void keep_old(struct own *own, const struct record *old, struct record *rec, struct diag *g)
{
	rec->state = RECORD_FAILED;
	for (size_t i = 0; old != NULL && i < old->n_files; i++) {
		const char *path = file_join(own->arena, own->r->o->dir, old->files[i].name);

		if (access(path, F_OK) != 0)
			continue;
		ARENA_PUSH(own->arena, rec->files, rec->n_files, rec->cap_files, old->files[i]);
		diag_put(g, &BATCH_OLD_OUTPUT, (struct pos){.file = path});
	}
}

/* ---- the document ---- */

static bool is_blank(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] != ' ' && s[i] != '\t' && s[i] != '\n' && s[i] != '\r')
			return false;
	return true;
}

static struct job job_of(struct own *own, const struct merged *m)
{
	const struct batch_options *o = own->r->o;
	struct job j = {.draft = o->template, .merged = m, .text_dir = own->r->template_dir, .dir = o->dir, .stem = own->doc->record.name,
		.n_formats = o->n_formats, .has_date = o->has_date, .date = o->date, .dpi = o->dpi, .bare = o->bare, .fit = o->fit, .many = true, .replace = may_replace, .ctx = own};

	memcpy(j.formats, o->formats, sizeof j.formats);
	j.directives = rows_directives(own->r->rows, &j.n_directives);
	return j;
}

/* What a template gave is in no file: findings stand at the template's lines. */
static struct check_source no_source(void *ctx)
{
	(void)ctx;
	return (struct check_source){ NULL, 0};
}

/* From the merged draft to the outputs. */
static enum batch_fate make(struct own *own, const struct merged *m, struct record *rec, struct diag *g)
{
	const struct batch_options *o = own->r->o;
	const struct record *old = ledger_find(&own->r->ledger, own->doc->record.name);
	const struct job_result *res;
	struct job j = job_of(own, m);
	struct pages *pages = NULL;
	struct diag found;
	char *input = arena_alloc(own->arena, 65);

	press_begin(own->press, &found);
	struct doc *d = press_read(own->press, &j, &found);

	if (d != NULL)
		sum_input(own, &j, d, input);
	if (d != NULL && o->resume && is_finished(own, old, input)) {
		*rec = *old;
		return BATCH_KEPT;
	}
	if (d != NULL)
		pages = press_layout(own->press, d, o->fit || d->meta->fit, &found);
	if (pages != NULL && o->strict) {
		check_render(own->arena, d, pages, true, no_source, NULL, &found);
		if (found.n_errors > 0)
			pages = NULL;
	}
	if (pages == NULL || o->dry) {
		diag_sort(&found);
		diag_take(g, &found);
		rec->state = RECORD_DONE; /* as it would be */
		rec->pages = pages != NULL ? pages->n : 0;
		return pages != NULL ? BATCH_MADE : BATCH_FAILED;
	}
	res = press_write(own->press, &j, d, pages, &found);
	diag_take(g, &res->findings);
	if (!res->ok)
		return BATCH_FAILED;
	rec->input = input;
	fill_record(own, rec, res);
	return BATCH_MADE;
}

/* Warnings of the document itself; that a file was changed by hand is none. */
static size_t count_warnings(const struct diag *g)
{
	size_t n = g->n_warnings;

	for (size_t i = 0; i < g->n; i++)
		n -= g->items[i].msg == &BATCH_CHANGED;
	return n;
}

void work_document(void *ctx, void *v, size_t item, struct buf *answer)
{
	struct batch_run *r = ctx;
	struct own *own = v;
	struct record rec;
	struct merged m;
	struct diag g;
	enum batch_fate fate = BATCH_FAILED;
	struct value *root;

	arena_reset(own->arena);
	diag_init(&g, own->arena);
	own->doc = &r->b->docs[r->work[item]];
	rec = own->doc->record;
	rec.input = "";
	root = value_of_document(r, own->arena, r->work[item], &g);
	if (root != NULL && merge(own->arena, r->template, root, &m, &g)) {
		fate = BATCH_EMPTY;
		rec.state = RECORD_EMPTY;
		if (!is_blank(m.text, m.n))
			fate = make(own, &m, &rec, &g);
	}
	if (fate == BATCH_FAILED && !r->o->dry)
		keep_old(own, ledger_find(&r->ledger, rec.name), &rec, &g);
	if (fate != BATCH_KEPT)
		rec.warnings = count_warnings(&g);
	answer_write(answer, fate, &rec, &g);
}
