#include "run/batch.h"
#include <errno.h>
#include <string.h>
#include "base/file.h"
#include "base/proc.h"
#include "base/sha256.h"
#include "read/read.h"
#include "run/batch_inner.h"
#include "run/batch_msg.h"

/* ---- what it is made from ---- */

static bool read_template(struct batch_run *r)
{
	const char *path = r->o->template;
	struct pos pos = {.file = path};
	char *data;
	size_t n;
	int err = file_read(r->arena, path, (size_t)BATCH_TEMPLATE_MB << 20, &data, &n);

	if (err == EFBIG)
		diag_put(&r->b->findings, &BATCH_TEMPLATE_TOO_BIG, pos, BATCH_TEMPLATE_MB);
	else if (err != 0)
		diag_put(&r->b->findings, &BATCH_CANNOT_READ, pos, strerror(err));
	if (err != 0)
		return false;
	r->template_name = file_base(path);
	r->template_dir = file_dir(r->arena, path);
	sha256_hex(data, n, r->template_sum);
	r->template = merge_open(r->arena, path, r->template_dir, data, n, &r->b->findings);
	if (r->o->office != NULL)
		r->template_dir = r->o->office;
	return r->template != NULL;
}

static bool sum_file(struct batch_run *r, const char *path, char sum[65])
{
	int err = sha256_file(path, sum);

	if (err != 0)
		diag_put(&r->b->findings, &BATCH_CANNOT_READ, (struct pos){.file = path}, strerror(err));
	return err == 0;
}

/* All that every document depends on besides its own text: a document whose sum is the same need not be made again. */
static void sum_common(struct batch_run *r)
{
	const struct batch_options *o = r->o;
	struct sha256 s;
	const char *options;

	options = arena_printf(r->arena, "%s|%d/%d/%d %d|%g|%d%d%d", o->version, o->date.day, o->date.month, o->date.year, o->has_date, o->dpi, o->fit, o->bare, o->strict);
	for (size_t i = 0; i < o->n_formats; i++)
		options = arena_printf(r->arena, "%s|%s", options, o->formats[i]);
	r->config = read_config_path(r->arena, r->template_dir);
	if (r->config != NULL)
		sha256_file(r->config, r->config_sum);
	sha256_begin(&s);
	sha256_put(&s, options, strlen(options));
	sha256_put(&s, r->template_sum, sizeof r->template_sum);
	sha256_put(&s, r->config_sum, sizeof r->config_sum);
	sha256_end(&s, r->common);
}

static bool read_inputs(struct batch_run *r)
{
	const struct batch_options *o = r->o;

	if (!read_template(r) || !sum_file(r, o->data, r->data_sum) || (o->previous != NULL && !sum_file(r, o->previous, r->previous_sum)))
		return false;
	sum_common(r);
	r->rows = rows_read(r->b);
	if (r->rows == NULL)
		return false;
	size_t n;
	const struct reg_sheet *const *sheets = rows_sheets(r->rows, &n);

	tell_understood(r->b, sheets, n);
	if (r->b->n_docs > 0)
		return true;
	diag_put(&r->b->findings, &BATCH_NO_DOCUMENTS, (struct pos){.file = o->data});
	return false;
}

/* ---- the work ---- */

static void note_fault(struct batch_run *r, const struct batch_doc *d)
{
	struct batch *b = r->b;

	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.items[i];
		struct batch_fault fault = {.key = d->key, .pos = f->pos, .text = f->text};

		if (f->msg->level == LEVEL_ERROR)
			ARENA_PUSH(b->arena, b->faults, b->n_faults, b->cap_faults, fault);
	}
}

/* Documents are told of in the order of the plan: each waits for those before it. */
static void tell(struct batch_run *r)
{
	for (; r->told < r->n_work && r->ended[r->told]; r->told++) {
		struct batch_doc *d = &r->b->docs[r->work[r->told]];

		note_fault(r, d);
		if (r->t->document != NULL)
			r->t->document(r->t->ctx, r->b, d);
	}
}

static void on_done(void *ctx, const struct proc_answer *a)
{
	struct batch_run *r = ctx;
	struct batch_doc *d = &r->b->docs[r->work[a->item]];

	answer_take(r, d, a);
	r->ended[a->item] = true;
	r->n_ended++;
	r->b->fates[BATCH_HELD]--;
	r->b->fates[d->fate]++;
	r->b->pages += d->fate == BATCH_MADE || d->fate == BATCH_KEPT ? d->record.pages : 0;
	tell(r);
}

static void on_tick(void *ctx)
{
	struct batch_run *r = ctx;

	if (r->t->progress != NULL)
		r->t->progress(r->t->ctx, r->b, r->n_ended);
}

static void work(struct batch_run *r)
{
	const struct batch_options *o = r->o;
	struct proc_pool pool = {.workers = o->jobs, .seconds = o->seconds, .room_mb = BATCH_WORKER_MB, .stop = o->stop,
		.open = work_open, .work = work_document, .done = on_done, .tick = on_tick, .ctx = r};

	r->ended = ARENA_ARRAY(r->arena, bool, r->n_work + 1);
	r->b->fates[BATCH_HELD] = r->n_work;
	on_tick(r);
	proc_run(&pool, r->n_work);
	if (r->b->fates[BATCH_HELD] > 0)
		diag_put(&r->b->findings, &BATCH_STOPPED, (struct pos){.file = o->dir}, r->b->fates[BATCH_HELD]);
	if (r->journal_failed)
		diag_put(&r->b->findings, &BATCH_CANNOT_WRITE, (struct pos){.file = o->dir}, strerror(ENOSPC));
}

static bool begin(struct batch_run *r)
{
	const struct batch_options *o = r->o;
	const char **names;

	if (!read_inputs(r) || !ledger_open(&r->ledger, r->arena, o->dir, r->template_name, o->shard, o->shards, o->force, &r->b->findings) || !plan_batch(r))
		return false;
	if (o->dry)
		return true;
	names = ARENA_ARRAY(r->arena, const char *, r->n_work + 1);
	for (size_t k = 0; k < r->n_work; k++)
		names[k] = r->b->docs[r->work[k]].record.name;
	return ledger_begin(&r->ledger, names, r->n_work, &r->b->findings);
}

struct batch *batch_run(struct arena *a, const struct batch_options *given, const struct batch_teller *t)
{
	struct batch_options *o = ARENA_NEW(a, struct batch_options);
	struct batch *b = ARENA_NEW(a, struct batch);
	struct batch_run *r = ARENA_NEW(a, struct batch_run);

	*o = *given;
	if (o->n_formats == 0) {
		o->formats[0] = "docx";
		o->formats[1] = "pdf";
		o->n_formats = 2;
	}
	*b = (struct batch){.options = o, .arena = a};
	*r = (struct batch_run){.arena = a, .b = b, .o = o, .t = t};
	diag_init(&b->findings, a);
	b->unusable = !begin(r);
	if (t->planned != NULL)
		t->planned(t->ctx, b);
	if (b->unusable)
		return b;
	work(r);
	if (!o->dry)
		end_batch(r);
	return b;
}
