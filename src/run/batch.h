#ifndef RUN_BATCH_H
#define RUN_BATCH_H
/* A batch: a template and a register of tasks → one document for each agency (or each value of another column), by worker
 * processes. The order and the bytes of everything that is written or told are the same for any number of workers. */
#include "run/job.h"
#include "run/record.h"

#define BATCH_TEMPLATE_MB 1
#define BATCH_WORKER_MB 1024    /* memory a worker may take on top of what it is born with */
/* Files of the folder besides the documents; of a part of the work with its numbers: "manifest-1-3.json". */
#define BATCH_MANIFEST_STEM "manifest"       /* .json */
#define BATCH_JOURNAL_STEM ".vanban-batch"   /* .journal */
#define BATCH_MERGED_STEM "ban-gop"          /* .pdf */
#define BATCH_FAULTS_STEM "bao-cao-loi"      /* .xlsx */

struct batch_options {
	const char *template, *data, *dir; /* dir: of the outputs */
	const char *office;       /* folder of vanban.yaml and of pictures for a shipped template, NULL: the template's own */
	const char *previous;     /* register of the quarter before, or NULL */
	int quarter, year;        /* 0: none given */
	bool has_date;            /* date of the reports; without one the last day of the quarter counts for the states */
	struct date date;
	const char *by;           /* column, or NULL: the agency in charge */
	bool whole;               /* one document of all rows */
	const char *name;         /* pattern of the outputs' names, or NULL: "{mẫu}-{khóa}", with "-quy-{quý}-{năm}" if a quarter is given */
	const char *formats[JOB_MAX_FORMATS];
	size_t n_formats;         /* 0: docx and pdf */
	double dpi;
	bool fit, bare;
	unsigned jobs;            /* worker processes; 0: one a processor */
	unsigned seconds;         /* time limit of a document */
	bool resume, force, dry, merge;
	bool strict;              /* a document that breaks a rule of level E is not written */
	unsigned shard, shards;   /* part shard (from 1) of shards; 0: everything */
	const char *version;      /* of the program: a new one makes everything anew */
	const volatile sig_atomic_t *stop;
};

enum batch_fate { BATCH_MADE, BATCH_KEPT /* finished by an earlier run */, BATCH_EMPTY /* no document is due */, BATCH_FAILED, BATCH_HELD /* stopped before it */ };

/* A document of the plan and what has become of it. */
struct batch_doc {
	const char *key;          /* value of the column: "Sở Tài chính" */
	size_t n_tasks;
	bool planned;             /* in this part of the work */
	enum batch_fate fate;
	struct record record;
	struct diag findings;     /* their places are in the template */
};
/* A row of the register or a document that needs a person: what the book of faults lists. */
struct batch_fault {
	const char *key;          /* document, "" for a row that is in none */
	struct pos pos;           /* in the template, or of a row: file, number of the row, of the column */
	bool row;                 /* a row of the register, not a document */
	const char *sheet;        /* of a row in a workbook, else NULL */
	const char *text;         /* "what is wrong; what to do about it" */
};
struct batch {
	const struct batch_options *options;
	struct arena *arena;
	struct batch_doc *docs;   /* of the plan, in order of first appearance in the register */
	size_t n_docs, cap_docs;
	size_t n_tasks, n_bad_rows; /* rows read; of them, left out because of errors */
	size_t fates[BATCH_HELD + 1];
	struct batch_fault *faults;
	size_t n_faults, cap_faults;
	size_t pages;             /* of all documents made and kept */
	const char **understood;  /* lines that say how the sheets of the register were read */
	size_t n_understood, cap_understood;
	const char *manifest, *fault_book, *merged; /* written, or NULL */
	struct diag findings;     /* of the whole: register, plan, folder */
	bool unusable;            /* nothing could be begun: the findings say why */
};
/* What is told while it runs, in the parent. */
struct batch_teller {
	void (*planned)(void *ctx, const struct batch *b);                    /* before the first document */
	void (*document)(void *ctx, const struct batch *b, const struct batch_doc *d); /* in order of the plan, each as soon as all before it are done */
	void (*progress)(void *ctx, const struct batch *b, size_t done);      /* several times a second */
	void *ctx;
};
/* A name that a template needs. */
struct batch_field {
	const char *name, *inside;/* as typed; the section it stands in, "" at the top */
	struct pos pos;           /* where it stands first */
	const char *meaning;      /* of a figure, or the column of the register it is; NULL: nothing has that name */
	const char *near;         /* then the nearest name that is known, or NULL */
};
/* The names of the template, and whether there is something of that name: a figure, or a column of the register (o->data, which may be
 * NULL). NULL if template or register cannot be read (noted in g). */
struct batch_field *batch_fields(struct arena *a, const struct batch_options *o, size_t *n, struct diag *g);
/* Does the batch; the result lives as long as the arena. */
struct batch *batch_run(struct arena *a, const struct batch_options *o, const struct batch_teller *t);
#endif
