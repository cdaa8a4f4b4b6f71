#ifndef RUN_RECORD_H
#define RUN_RECORD_H
/* What is kept of each document of a batch, in the journal while it runs and in the manifest at its end. */
#include <stdbool.h>
#include "base/json.h"

enum record_state {
	RECORD_DONE,           /* its outputs were written, by this run or an earlier one */
	RECORD_FAILED,         /* errors: the outputs are those of an earlier run, if there are any */
	RECORD_EMPTY,          /* the template gave no text for it: no document is due */
	RECORD_GONE,           /* it is no more in the register; its outputs are those of an earlier run */
	RECORD_STATES
};
struct record_file { const char *name; size_t bytes; const char *sha256; };
struct record {
	const char *key;       /* "Sở Tài chính" */
	const char *name;      /* of its outputs, without suffix */
	enum record_state state;
	const char *input;     /* SHA-256 of all that it was made from; "" unless done */
	size_t pages, warnings;
	struct record_file *files;
	size_t n_files, cap_files;
	size_t merged_page;    /* its first page in the joined PDF, from 1; 0: not there */
};
/* The record as one line of JSON without line end. */
void record_write(struct buf *b, const struct record *r);
/* Reads it back into the arena; false if j is no record. */
bool record_read(struct arena *a, const struct json *j, struct record *out);
#endif
