#ifndef MODEL_TASK_H
#define MODEL_TASK_H
/* Tasks (nhiệm vụ) that a draft gives, as they stand in it: of its blocks "nhiệm vụ", or found in its plain text. A register's rows
 * are struct reg_task (reg.h). */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/diag.h"

enum task_field { TASK_FIELD_LEAD /* cơ quan chủ trì */, TASK_FIELD_PARTNERS /* cơ quan phối hợp */, TASK_FIELD_DUE /* thời gian hoàn thành */,
	TASK_FIELD_PRODUCT /* sản phẩm */, TASK_FIELDS };

/* What a person must look at, since the text does not say it outright; a bit each. */
enum {
	TASK_NO_LEAD = 1,          /* nobody is named */
	TASK_LEAD_ABOVE = 2,       /* named by the item above */
	TASK_LEAD_MANY = 4,        /* a group of bodies and no single one */
	TASK_NO_DUE = 8,           /* no time is named */
	TASK_DUE_INSIDE = 16,      /* a time inside a sentence, perhaps of something else */
	TASK_DUE_UNCLEAR = 32,     /* words that are no time */
	TASK_FOUND = 64,           /* told by its wording alone */
};

struct task {
	struct pos pos;
	const char *number;        /* "1", "a", "3.1": the label without its sign; NULL: none */
	const char *path;          /* labels of the titles and items above it and its own: "II.1.a"; set by tasks_find */
	const char *text;          /* without its label; lines of further paragraphs parted by '\n' */
	const char *fields[TASK_FIELDS]; /* as written, without the point at the end; NULL: not given */
	const char *group;         /* title above it, or NULL */
	unsigned doubts;
};
struct tasks { struct task *v; size_t n, cap; };
/* Lines of a draft that a block takes. */
struct task_block { uint32_t from, to; };
struct task_blocks { struct task_block *v; size_t n, cap; };

/* The wordings of the lines under a task ("Cơ quan chủ trì: …"). */
struct task_key {
	const char *fold;          /* viet_fold */
	enum task_field field;
	const char *print;         /* as it is printed */
};
extern const struct task_key task_keys[]; /* ends with fold NULL */
const struct task_key *task_key(const char *fold);
/* A value without spaces around it and without the point or semicolon at its end; NULL if nothing is left. */
const char *task_value(struct arena *a, const char *s, size_t n);
#endif
