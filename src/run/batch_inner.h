#ifndef RUN_BATCH_INNER_H
#define RUN_BATCH_INNER_H
/* The rooms of a batch between themselves: plan → work (in the workers) → end. */
#include "base/proc.h"
#include "compose/merge.h"
#include "run/batch.h"
#include "run/ledger.h"
#include "run/rows.h"

struct batch_run {
	struct arena *arena;
	struct batch *b;
	const struct batch_options *o;
	const struct batch_teller *t;
	struct ledger ledger;
	struct rows *rows;
	struct template *template;
	const char *template_name, *template_dir; /* file name without folder; folder */
	const char *config;       /* path of vanban.yaml, or NULL */
	char template_sum[65], data_sum[65], previous_sum[65], config_sum[65];
	char common[65];          /* sum of all that every document depends on besides its own text */
	size_t *work, n_work;     /* indices of the documents to make */
	bool *ended;              /* by document */
	size_t n_ended, told;     /* documents that have ended; documents told of */
	bool journal_failed;
	struct record *gone; size_t n_gone; /* of earlier runs: names that no document bears any more */
	struct record_file merged; size_t merged_pages; /* the joined PDF; name NULL: none */
};

/* ---- batch_fields.c ---- */
/* Says how the sheets of the register were understood. */
void tell_understood(struct batch *b, const struct reg_sheet *const *v, size_t n);
/* ---- batch_plan.c ---- */
/* Names the documents' outputs; false (noted) if two would have one name, or a file that is not ours would be overwritten. */
bool plan_batch(struct batch_run *r);
/* ---- batch_value.c: in a worker ---- */
/* What the template sees of a document, in the arena; NULL (noted) if its rows cannot be read back. */
struct value *value_of_document(struct batch_run *r, struct arena *a, size_t doc, struct diag *g);
/* The day at which states are judged. */
struct date batch_day(const struct batch_options *o);
/* ---- batch_work.c: in a worker ---- */
void *work_open(void *ctx);
void work_document(void *ctx, void *own, size_t item, struct buf *answer);
/* ---- batch_answer.c: from the worker to the parent ---- */
/* What a worker says of a document: its record, its fate and its findings. */
void answer_write(struct buf *b, enum batch_fate fate, const struct record *r, const struct diag *g);
/* The parent's side of proc_run's done. */
void answer_take(struct batch_run *r, struct batch_doc *d, const struct proc_answer *a);
/* ---- batch_manifest.c ---- */
void manifest_write(struct buf *b, const struct batch_run *r);
/* ---- batch_faults.c ---- */
/* The book of faults as a workbook; -1 (noted) if it cannot be made. */
int fault_book(struct batch_run *r, struct buf *out);
/* ---- batch_end.c ---- */
/* What is left to do after the last document: faults, joined PDF, manifest. */
void end_batch(struct batch_run *r);
#endif
