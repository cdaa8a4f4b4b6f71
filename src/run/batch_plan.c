/* What a batch will write: names, collisions, files in the way. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "base/file.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "run/batch_inner.h"
#include "run/batch_msg.h"
#include "run/outname.h"
#include "write/write.h"

enum { MOST_TOLD = 10 };

struct naming { struct batch_run *r; size_t doc; };

static const char *value_of(void *ctx, const char *name)
{
	const struct naming *n = ctx;
	struct arena *a = n->r->arena;
	const char *v = rows_value(n->r->rows, n->doc, name), *fold = viet_fold(a, name);

	if (v == NULL && strcmp(fold, "mau") == 0)
		return file_stem(a, n->r->template_name);
	if (v == NULL && strcmp(fold, "tt") == 0)
		return arena_printf(a, "%0*zu", n->r->b->n_docs < 1000 ? 3 : n->r->b->n_docs < 10000 ? 4 : 6, n->doc + 1);
	return v;
}

static const char *default_pattern(const struct batch_options *o)
{
	if (o->whole)
		return o->quarter > 0 ? "{mẫu}-quy-{quý}-{năm}" : "{mẫu}";
	return o->quarter > 0 ? "{mẫu}-{khóa}-quy-{quý}-{năm}" : "{mẫu}-{khóa}";
}

static bool name_all(struct batch_run *r)
{
	struct diag *g = &r->b->findings;
	const char *pattern = r->o->name != NULL ? utf8_nfc(r->arena, r->o->name, strlen(r->o->name), &(size_t){ 0}) : default_pattern(r->o);
	bool good = true;

	for (size_t i = 0; i < r->b->n_docs && good; i++) {
		struct batch_doc *d = &r->b->docs[i];
		struct naming n = { r, i};
		const char *bad = NULL;

		d->record.key = d->key;
		d->record.name = outname_fill(r->arena, pattern, value_of, &n, &bad);
		if (d->record.name != NULL)
			continue;
		good = false;
		if (bad != NULL && *bad != '\0')
			diag_put(g, &BATCH_BAD_NAME, (struct pos){ 0}, bad, d->key, rows_value_names(r->rows));
		else
			diag_put(g, &BATCH_NO_NAME, (struct pos){ 0}, d->key);
	}
	return good;
}

struct named { const char *lower; size_t doc; };

static int by_name(const void *x, const void *y)
{
	const struct named *a = x, *b = y;
	int c = strcmp(a->lower, b->lower);

	return c != 0 ? c : (a->doc > b->doc) - (a->doc < b->doc);
}

/* Two documents of one name, on file systems too that do not tell capitals from small letters. */
static bool names_differ(struct batch_run *r)
{
	struct named *v = ARENA_ARRAY(r->arena, struct named, r->b->n_docs);
	size_t n = 0;

	for (size_t i = 0; i < r->b->n_docs; i++)
		v[i] = (struct named){ utf8_lower(r->arena, r->b->docs[i].record.name), i};
	qsort(v, r->b->n_docs, sizeof *v, by_name);
	for (size_t i = 1; i < r->b->n_docs; i++) {
		const struct batch_doc *one = &r->b->docs[v[i - 1].doc], *two = &r->b->docs[v[i].doc];

		if (strcmp(v[i - 1].lower, v[i].lower) != 0)
			continue;
		if (n++ < MOST_TOLD)
			diag_put(&r->b->findings, &BATCH_SAME_NAME, (struct pos){.file = r->o->data}, one->key, two->key, two->record.name);
	}
	if (n > MOST_TOLD)
		diag_put(&r->b->findings, &BATCH_SAME_NAME_MORE, (struct pos){.file = r->o->data}, n - MOST_TOLD);
	return n == 0;
}

/* A file in the way that no batch has made, of the first format that has one. */
static const char *in_the_way(const struct batch_run *r, const struct batch_doc *d)
{
	struct stat st;

	if (ledger_owns(&r->ledger, d->record.name))
		return NULL;
	for (size_t i = 0; i < r->o->n_formats; i++) {
		const struct writer *w = writer_find(r->o->formats[i]);
		const char *path = file_join(r->arena, r->o->dir, arena_printf(r->arena, "%s%s%s", d->record.name, w->per_page ? "-1" : "", w->suffix));

		if (lstat(path, &st) == 0)
			return path;
	}
	return NULL;
}

/* In a folder without books, what the books and the joined PDF would be called is a file of somebody's. */
static void look_at_books(struct batch_run *r, size_t *n)
{
	const char *names[] = { ledger_name(&r->ledger, BATCH_FAULTS_STEM, ".xlsx"), r->o->merge ? ledger_name(&r->ledger, BATCH_MERGED_STEM, ".pdf") : NULL};
	struct stat st;

	for (size_t i = 0; i < sizeof names / sizeof *names && !r->ledger.any; i++) {
		const char *path = names[i] != NULL ? file_join(r->arena, r->o->dir, names[i]) : NULL;

		if (path == NULL || lstat(path, &st) != 0)
			continue;
		diag_put(&r->b->findings, &BATCH_NOT_OURS, (struct pos){.file = path});
		(*n)++;
	}
}

static bool way_is_free(struct batch_run *r)
{
	size_t n = 0;

	if (!r->o->force)
		look_at_books(r, &n);

	for (size_t k = 0; k < r->n_work && !r->o->force; k++) {
		const char *path = in_the_way(r, &r->b->docs[r->work[k]]);

		if (path != NULL && n++ < MOST_TOLD)
			diag_put(&r->b->findings, &BATCH_NOT_OURS, (struct pos){.file = path});
	}
	if (n > MOST_TOLD)
		diag_put(&r->b->findings, &BATCH_NOT_OURS_MORE, (struct pos){.file = r->o->dir}, n - MOST_TOLD);
	return n == 0;
}

/* Part of a key, from 0: it rests on the key alone, so that an agency that comes or goes moves no other one. */
static unsigned part_of(struct batch_run *r, const char *key, unsigned parts)
{
	char sum[65];
	const char *lower = utf8_lower(r->arena, key);

	sha256_hex(lower, strlen(lower), sum);
	sum[8] = '\0';
	return (unsigned)(strtoul(sum, NULL, 16) % parts);
}

bool plan_batch(struct batch_run *r)
{
	r->work = ARENA_ARRAY(r->arena, size_t, r->b->n_docs + 1);
	for (size_t i = 0; i < r->b->n_docs; i++) {
		struct batch_doc *d = &r->b->docs[i];

		d->planned = r->o->shards == 0 || part_of(r, d->key, r->o->shards) + 1 == r->o->shard;
		if (d->planned)
			r->work[r->n_work++] = i;
	}
	return name_all(r) && names_differ(r) && way_is_free(r);
}
