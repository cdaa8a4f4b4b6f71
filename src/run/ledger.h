#ifndef RUN_LEDGER_H
#define RUN_LEDGER_H
/* The books of a folder of a batch: manifest.json, written at the end of a run, and a journal that grows by a line for each
 * document while it runs, so that a run that was killed at any moment leaves word of what it has done. A part of the work
 * (--shard I/N) keeps manifest-I-N.json and a journal of its own; a run over everything takes them all over.
 *
 * Nothing here rests on the order in which the disk writes, so nothing waits for it but the manifest: what the books say of an
 * output counts only if the file has that sum. */
#include <stdbool.h>
#include "base/diag.h"
#include "run/record.h"

struct ledger {
	struct arena *arena;
	const char *dir, *template;  /* folder; name of the template's file */
	unsigned shard, shards;      /* from 1; 0: everything */
	struct record *v;            /* of all earlier runs, by name; of two of one name the later */
	size_t n, cap;
	const char **stems;          /* names that runs which did not end meant to write, in order */
	size_t n_stems, cap_stems;
	const char **old;            /* books of parts that a run over everything takes over */
	size_t n_old, cap_old;
	bool any;                    /* there are books of earlier runs */
	bool merged;                 /* an earlier run has joined the PDF files */
	bool interrupted;            /* a run before this one did not end */
	int journal;                 /* file descriptor, or -1 */
};
/* Reads the books of a folder, which need not exist. False (noted in g): they are those of another template or of another
 * program, unless force. */
bool ledger_open(struct ledger *l, struct arena *a, const char *dir, const char *template, unsigned shard, unsigned shards, bool force, struct diag *g);
/* What is known of the outputs of a name, or NULL. */
const struct record *ledger_find(const struct ledger *l, const char *name);
/* The file of that name (without folder) as an earlier run wrote it, or NULL. */
const struct record_file *ledger_file(const struct record *r, const char *file);
/* True if an earlier run wrote, or meant to write, outputs of that name. */
bool ledger_owns(const struct ledger *l, const char *name);
/* Opens the journal (making the folder) and notes the names that will be written. False (noted): it cannot be written, or another
 * run is at work in the folder. */
bool ledger_begin(struct ledger *l, const char *const *names, size_t n, struct diag *g);
/* Adds a line to the journal; false if the disk is full. */
bool ledger_note(struct ledger *l, const char *line, size_t n);
/* Writes the manifest, removes the journal and what was taken over; false (noted) if it cannot be written. */
bool ledger_end(struct ledger *l, const struct buf *manifest, struct diag *g);
/* Leaves the journal as it is. */
void ledger_leave(struct ledger *l);
/* "manifest.json", "manifest-1-3.json"; the same of other books ("bao-cao-loi", ".xlsx"). In the arena. */
const char *ledger_name(const struct ledger *l, const char *stem, const char *suffix);
#endif
