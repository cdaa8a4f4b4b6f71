#ifndef RUN_ROWS_INNER_H
#define RUN_ROWS_INNER_H
/* The rooms of the rows between themselves: reading (rows.c), parting (rows_part.c). */
#include "run/rowcopy.h"
#include "run/rows.h"

#define ROWS_NONE UINT32_MAX

struct row { uint64_t at; uint32_t n; };
/* A row in a document: a task of two agencies has two. */
struct row_link { uint32_t row, next; };
/* A value of the column, as it was first typed. */
struct row_key {
	const char *text, *fold;  /* fold: small letters, one space between words */
	struct reg_place first;   /* the row it was first seen in */
	uint32_t head, tail;      /* links, or ROWS_NONE */
	size_t n;
	uint32_t value;           /* free for the owner of the table */
};
/* Rows of one register, by key. */
struct table {
	const struct reg_sheet **sheets; size_t n_sheets;
	struct row *rows; size_t n_rows, cap_rows;
	struct row_link *links; size_t n_links, cap_links;
	struct row_key *keys; size_t n_keys, cap_keys;
	uint32_t *slots; size_t n_slots; /* index of keys by the hash of fold; ROWS_NONE: free */
};
/* Keys of both registers that belong to a document: there are several where an agency is called by several names. */
struct row_doc {
	const struct reg_agency *agency;
	uint32_t *now, *before;
	size_t n_now, cap_now, n_before, cap_before;
};
struct rows {
	struct arena *arena;
	struct batch *b;
	struct spool *spool;
	struct buf scratch;
	struct table now, before;
	bool has_before;
	int field;                /* of the column that parts, or -1: an own one, of the name by */
	const char *by;           /* folded */
	struct reg_agency *agencies; size_t n_agencies, cap_agencies;
	struct reg_directive *directives; size_t n_directives, cap_directives;
	struct row_doc *docs;     /* by document */
};

/* ---- rows.c ---- */
/* Notes a row that is left out, for the book of faults. */
void rows_fault(struct rows *r, const struct reg_place *at, struct pos pos, const char *text);
/* ---- rows_part.c ---- */
/* Small letters and single spaces: what is the same for a person. In the arena. */
const char *rows_fold(struct arena *a, const char *s);
/* The key of the n bytes at text, made if it is new; aside: an arena for what is needed only meanwhile. */
struct row_key *table_key(struct arena *a, struct arena *aside, struct table *t, const char *text, size_t n, const struct reg_place *at);
/* The key of that fold, or NULL. */
struct row_key *table_find(const struct table *t, const char *fold);
/* Puts row into the list of a key. */
void table_link(struct arena *a, struct table *t, struct row_key *k, uint32_t row);
/* Rows of some keys in the order of the register, each once; their number in *n. */
uint32_t *table_rows(struct arena *a, const struct table *t, const uint32_t *keys, size_t n_keys, size_t *n);
/* Makes the documents of the batch from the keys. */
void rows_part(struct rows *r);
#endif
