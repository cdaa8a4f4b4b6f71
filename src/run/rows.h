#ifndef RUN_ROWS_H
#define RUN_ROWS_H
/* The rows of a register parted into documents. Rows lie in an unlinked temporary file; in memory are their places alone, the
 * agencies and the directives, so that a worker takes no more than the document in hand needs. */
#include "model/reg.h"
#include "run/batch.h"

struct rows;
/* Reads the registers and parts them into the documents of b, as its options say. NULL if they cannot be used at all (noted in
 * b's findings); rows that are wrong are noted there and as faults, and left out. */
struct rows *rows_read(struct batch *b);
/* Value of a name for the outputs' names ("khóa", "cơ quan", "viết tắt", "quý", "năm", own columns of the agency), or NULL. */
const char *rows_value(const struct rows *r, size_t doc, const char *name);
/* Those names, parted by ", ". */
const char *rows_value_names(const struct rows *r);

/* The tasks of one document, in the order of the register, in the arena; now and (NULL if there is none) in the previous one. */
struct rows_of {
	struct reg_task *tasks; size_t n_tasks;
	struct reg_task *before; size_t n_before;
	const struct reg_agency *agency; /* NULL: the register has no agencies, or the documents are not by agency */
};
/* May be called in any process that was forked from the one that read; false if the temporary file cannot be read. */
bool rows_of(struct rows *r, struct arena *a, size_t doc, struct rows_of *out);
const struct reg_directive *rows_directives(const struct rows *r, size_t *n);
const struct reg_agency *rows_agencies(const struct rows *r, size_t *n);
/* The sheets of the register as they were understood. */
const struct reg_sheet *const *rows_sheets(const struct rows *r, size_t *n);
#endif
