#ifndef READ_REG_H
#define READ_REG_H
/* Registers from .xlsx, .csv, .yaml, .json and .xml, told by content: rows one after another as typed rows. */
#include "model/reg.h"

enum { REG_HEADER_ROWS = 40 /* title lines above a header, at most */, REG_ROWS = 1000000, REG_YAML_MB = 16 };

/* Where the rows go. Each row holds until its function returns; texts, too: reg_task_copy keeps them. A function returns false to
 * end the reading. Any may be NULL. */
struct reg_sink {
	void *ctx;
	bool (*task)(void *ctx, const struct reg_task *t);
	bool (*directive)(void *ctx, const struct reg_directive *d);
	bool (*agency)(void *ctx, const struct reg_agency *a);
	/* A row that could not be used; why stands in the findings, m is the one. what: its cells that were given, joined. */
	void (*bad_row)(void *ctx, const struct reg_place *at, const struct msg *m, const char *what);
};
/* More wordings for the columns, from vanban.yaml ("cột: {chủ trì: [Phòng phụ trách]}"): by field, folded. */
struct reg_word { const char *fold; enum reg_field field; };
struct reg_options { const struct reg_word *words; size_t n_words; };
/* What vanban.yaml in a folder or the nearest above it says; faults in it go to g. */
void reg_options_read(struct arena *a, const char *dir, struct reg_options *out, struct diag *g);

/* Reads a register. Row faults go to g, which names sheet, cell and row, and reading goes on; *sheets (may be NULL) receives the sheets
 * understood. Options NULL: those of vanban.yaml beside the register. 0, or -1 if nothing could be read: the file, or no header found (noted with what was found). */
int reg_read(struct arena *a, const char *path, const struct reg_options *o, const struct reg_sink *sink, const struct reg_sheet ***sheets, size_t *n_sheets,
	struct diag *g);
/* The whole of it in the arena; NULL on -1. */
struct reg *reg_load(struct arena *a, const char *path, const struct reg_options *o, struct diag *g);
/* The same of bytes in memory; name stands in findings and must live as long as they. Options NULL: none. */
struct reg *reg_load_bytes(struct arena *a, const char *name, const void *data, size_t n, const struct reg_options *o, struct diag *g);
/* A copy with all its texts. */
struct reg_task *reg_task_copy(struct arena *a, const struct reg_task *t);

/* The field a folded column name stands for in a table, or -1: "coquanchutri" → REG_LEAD. */
int reg_field_find(enum reg_table t, const char *fold, const struct reg_options *o);
/* The same by a name as typed, of whatever table, tasks first; -1 with the nearest name in *near (or NULL). */
int reg_field_named(const char *name, const char **near);
/* Name of a field as the manual has it: "cơ quan chủ trì". */
const char *reg_field_name(enum reg_field f);
#endif
