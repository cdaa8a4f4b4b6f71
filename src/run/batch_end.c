/* What is left to do after the last document: outputs that are no longer due, the joined PDF, the book of faults, the manifest. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"
#include "base/i18n.h"
#include "base/sha256.h"
#include "pack/pdfjoin.h"
#include "run/batch_inner.h"
#include "run/batch_msg.h"

static const char *in_folder(const struct batch_run *r, const char *name)
{
	return file_join(r->arena, r->o->dir, name);
}

/* ---- outputs of earlier runs ---- */

static int by_text(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* Keeps in the record what is still there, and tells it. */
static bool keep_files(struct batch_run *r, const struct record *old, struct record *rec)
{
	rec->files = NULL;
	rec->n_files = rec->cap_files = 0;
	for (size_t i = 0; i < old->n_files; i++) {
		const char *path = in_folder(r, old->files[i].name);

		if (access(path, F_OK) != 0)
			continue;
		ARENA_PUSH(r->arena, rec->files, rec->n_files, rec->cap_files, old->files[i]);
		diag_put(&r->b->findings, &BATCH_GONE, (struct pos){.file = path}, old->key);
	}
	return rec->n_files > 0;
}

/* Names that no document bears any more. A part of the work does not know of all, and leaves them to the whole. */
static void find_gone(struct batch_run *r)
{
	const char **names = ARENA_ARRAY(r->arena, const char *, r->b->n_docs + 1);
	size_t cap = 0;

	for (size_t i = 0; i < r->b->n_docs; i++)
		names[i] = r->b->docs[i].record.name;
	qsort(names, r->b->n_docs, sizeof *names, by_text);
	for (size_t i = 0; i < r->ledger.n; i++) {
		struct record rec = r->ledger.v[i];

		if (bsearch(&rec.name, names, r->b->n_docs, sizeof *names, by_text) != NULL)
			continue;
		rec.state = RECORD_GONE;
		rec.merged_page = 0;
		if (keep_files(r, &r->ledger.v[i], &rec))
			ARENA_PUSH(r->arena, r->gone, r->n_gone, cap, rec);
	}
}

static void find_undue(struct batch_run *r)
{
	for (size_t k = 0; k < r->n_work; k++) {
		struct batch_doc *d = &r->b->docs[r->work[k]];
		const struct record *old = d->fate == BATCH_EMPTY ? ledger_find(&r->ledger, d->record.name) : NULL;

		if (old != NULL)
			keep_files(r, old, &d->record);
	}
}

/* Stem of an output that was being written aside, ".NAME.PID.part"; NULL if the entry is none. */
static char *stem_aside(struct arena *a, const char *entry)
{
	size_t n = strlen(entry);
	char *s, *dot;

	if (*entry != '.' || n < 6 || strcmp(entry + n - 5, ".part") != 0)
		return NULL;
	s = arena_strndup(a, entry + 1, n - 6);
	for (int i = 0; i < 2; i++) { /* the process, the suffix */
		dot = strrchr(s, '.');
		if (dot == NULL)
			return NULL;
		*dot = '\0';
	}
	return s;
}

/* Removes what a run that was killed had begun: all workers have ended, and no other run may write these names. */
static void sweep_aside(struct batch_run *r)
{
	const char **names = ARENA_ARRAY(r->arena, const char *, r->n_work + 1);
	DIR *d = opendir(r->o->dir);

	for (size_t k = 0; k < r->n_work; k++)
		names[k] = r->b->docs[r->work[k]].record.name;
	qsort(names, r->n_work, sizeof *names, by_text);
	for (struct dirent *e; d != NULL && (e = readdir(d)) != NULL;) {
		size_t n = strlen(e->d_name);

		if (strncmp(e->d_name, "." BATCH_MERGED_STEM, strlen(BATCH_MERGED_STEM) + 1) == 0 && n > 5 && strcmp(e->d_name + n - 5, ".part") == 0)
			unlink(in_folder(r, arena_strdup(r->arena, e->d_name)));
		char *stem = stem_aside(r->arena, e->d_name), *page = stem != NULL ? strrchr(stem, '-') : NULL;

		for (int i = 0; i < 2 && stem != NULL; i++) {
			if (bsearch(&stem, names, r->n_work, sizeof *names, by_text) != NULL)
				unlink(in_folder(r, arena_strdup(r->arena, e->d_name)));
			if (page == NULL)
				break;
			*page = '\0'; /* a page of a PNG: "NAME-1" */
		}
	}
	if (d != NULL)
		closedir(d);
}

/* ---- the joined PDF ---- */

static const struct record_file *pdf_of(const struct batch_doc *d)
{
	for (size_t i = 0; d->record.state == RECORD_DONE && i < d->record.n_files; i++) {
		const char *name = d->record.files[i].name;
		size_t n = strlen(name);

		if (n > 4 && strcmp(name + n - 4, ".pdf") == 0)
			return &d->record.files[i];
	}
	return NULL;
}

static bool note_merged(struct batch_run *r, const char *path)
{
	struct stat st;
	char *sum = arena_alloc(r->arena, 65);

	if (stat(path, &st) != 0 || sha256_file(path, sum) != 0)
		return false;
	r->merged = (struct record_file){ .name = file_base(path), .bytes = (size_t)st.st_size, .sha256 = sum};
	r->b->merged = path;
	return true;
}

static void join(struct batch_run *r, struct pdf_part *v, struct record **whose, size_t n)
{
	const char *path = in_folder(r, ledger_name(&r->ledger, BATCH_MERGED_STEM, ".pdf")), *aside = in_folder(r, arena_printf(r->arena, ".%s.%ld.part", file_base(path), (long)getpid()));
	const char *which = path, *why = NULL;
	int err = pdf_join(r->arena, v, n, aside, &which, &why);

	if (err == 0 && rename(aside, path) == 0 && note_merged(r, path)) {
		for (size_t i = 0; i < n; i++) {
			whose[i]->merged_page = v[i].first;
			r->merged_pages += v[i].n_pages;
		}
		return;
	}
	unlink(aside);
	diag_put(&r->b->findings, &BATCH_JOIN, (struct pos){.file = strcmp(which, aside) == 0 ? path : which}, why != NULL ? _(why) : strerror(errno));
}

static void join_all(struct batch_run *r)
{
	struct pdf_part *v = ARENA_ARRAY(r->arena, struct pdf_part, r->n_work + 1);
	struct record **whose = ARENA_ARRAY(r->arena, struct record *, r->n_work + 1);
	size_t n = 0;

	for (size_t k = 0; k < r->n_work; k++) {
		struct batch_doc *d = &r->b->docs[r->work[k]];
		const struct record_file *f = pdf_of(d);

		d->record.merged_page = 0;
		if (f == NULL)
			continue;
		whose[n] = &d->record;
		v[n++] = (struct pdf_part){.path = in_folder(r, f->name), .title = d->key};
	}
	if (n > 0)
		join(r, v, whose, n);
}

/* One that this run does not renew no more agrees with the documents. */
static void find_old_merged(struct batch_run *r)
{
	const char *path = in_folder(r, ledger_name(&r->ledger, BATCH_MERGED_STEM, ".pdf"));

	if (r->ledger.merged && access(path, F_OK) == 0)
		diag_put(&r->b->findings, &BATCH_OLD_MERGED, (struct pos){.file = path});
}

/* ---- faults ---- */

static void write_faults(struct batch_run *r)
{
	const char *path = in_folder(r, ledger_name(&r->ledger, BATCH_FAULTS_STEM, ".xlsx"));
	struct buf out = BUF_INIT;
	int err = 0;

	if (r->b->n_faults == 0)
		unlink(path);
	else if (fault_book(r, &out) == 0 && (err = file_write(path, out.data, out.len)) == 0)
		r->b->fault_book = path;
	if (err != 0)
		diag_put(&r->b->findings, &BATCH_CANNOT_WRITE, (struct pos){.file = path}, strerror(err));
	buf_free(&out);
}

static void write_manifest(struct batch_run *r)
{
	struct buf b = BUF_INIT;

	manifest_write(&b, r);
	if (ledger_end(&r->ledger, &b, &r->b->findings))
		r->b->manifest = in_folder(r, ledger_name(&r->ledger, BATCH_MANIFEST_STEM, ".json"));
	buf_free(&b);
}

void end_batch(struct batch_run *r)
{
	if (r->b->fates[BATCH_HELD] > 0 || r->journal_failed) {
		ledger_leave(&r->ledger); /* the journal knows what is done */
		return;
	}
	sweep_aside(r);
	if (r->o->shards == 0)
		find_gone(r);
	find_undue(r);
	if (r->o->merge)
		join_all(r);
	else
		find_old_merged(r);
	write_faults(r);
	write_manifest(r);
}
