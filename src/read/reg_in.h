#ifndef READ_REG_IN_H
#define READ_REG_IN_H
/* Between the files of the register's reader: reg_column.c (names of columns), reg_header.c (finds the header of a sheet), reg_row.c
 * (cells → typed rows), reg_said.c (words of progress and state), reg_book.c (workbooks and CSV), reg_tree.c (rows of
 * YAML, JSON and XML, which reg_yaml.c, reg_json.c and reg_xml.c take apart), reg_words.c (wordings of an office), reg.c (by content). */
#include "model/sheet.h"
#include "read/book.h"
#include "read/reg.h"
#include "read/reg_msg.h"

enum { REG_COLUMNS = 256 /* columns with a title that are looked at */, REG_TITLE_BYTES = 300 /* a longer text is no name of a column */ };

/* What was read last: deadlines and states of a register are the same few texts. One place a hash. */
enum { REG_MEMOS = 256, REG_MEMO_BYTES = 120 };
struct reg_memo {
	struct { char text[REG_MEMO_BYTES]; struct deadline due; } dues[REG_MEMOS];
	struct { char text[REG_MEMO_BYTES]; enum reg_said said; double percent; } says[REG_MEMOS];
};

/* Reading at work. */
struct reg_in {
	struct arena *arena;      /* of the caller: sheets and columns */
	struct arena *row;        /* of the row at hand */
	const struct reg_options *o;
	const struct reg_sink *sink;
	struct diag *g;
	const struct reg_sheet **sheets; size_t n_sheets, cap_sheets;
	bool stop;                /* the sink has enough */
	const char *group;        /* title line the rows stand under, in arena */
	size_t n_rows;            /* given or refused */
	struct reg_memo *memo;
};

/* ---- reg_column.c ---- */
/* A title as names are compared: folded, letters and digits alone. */
char *reg_title_key(struct arena *a, const char *title);
/* Field of a title key in a table, or -1; *rank: 0 its own name, 1 a name that another column may have a better right to, 2 the name
 * is but a part of the title. */
int reg_column_field(enum reg_table t, const char *key, const struct reg_options *o, int *rank);
/* Settles which column is which where two have one name: fields become unique, the better rank first. */
void reg_columns_settle(struct reg_sheet *s, const int *rank);
/* Of the own columns of the sheet the title that is nearest to a name of the field, in the arena; NULL if none is near. */
const char *reg_column_near(struct arena *a, const struct reg_sheet *s, enum reg_field field);
/* True if the columns are enough for a table. */
bool reg_columns_enough(enum reg_table t, const struct reg_column *cols, size_t n);

/* ---- reg_header.c ---- */
struct reg_header {
	struct reg_sheet *sheet;  /* NULL: none was found */
	uint32_t last;            /* row number of its last row */
	const char *seen;         /* what the best row held, for the error */
	const char *near;         /* the title in it that is nearest to the column of tasks, or NULL */
};
/* Looks for the header in the rows (in order, n of them) of sheet i of a book. */
struct reg_header reg_header_find(struct reg_in *in, struct book *b, size_t sheet, struct sheet_row *const *rows, size_t n);

/* ---- reg_row.c ---- */
/* A value of a row. */
struct reg_value { const struct reg_column *column; const struct sheet_cell *cell; };
/* Makes a typed row of the values (by column) and gives it to the sink; faults are noted. */
void reg_row(struct reg_in *in, const struct reg_place *at, struct pos pos, const struct reg_value *v, size_t n);
/* A text without spaces around it, in the row's arena; NULL if nothing is left. */
const char *reg_clean(struct reg_in *in, const char *s);

/* ---- reg_said.c ---- */
/* What the words of progress or state say; *percent: the one percentage among them ("hoàn thành 75%"), or -1. */
enum reg_said reg_words_say(struct arena *a, const char *s, double *percent);
/* "75%", "75", "0,75", "3/4"; false if s (or NULL) is none of these to its end. */
bool reg_percent(const char *s, double *out);

/* ---- reg_book.c ---- */
int reg_read_book(struct reg_in *in, struct book *b);

/* ---- reg_tree.c: rows of YAML, JSON and XML ---- */
/* A value under its key as typed; list: it stands among others under one key. */
struct reg_leaf { const char *key, *text; struct pos pos; };
struct reg_leaves { struct reg_leaf *v; size_t n, cap, values /* given */; struct pos pos; };
struct reg_tree { struct reg_leaves *rows[REG_TABLES]; size_t n[REG_TABLES], cap[REG_TABLES]; };
/* Reads the n bytes of a file (NUL after them). 0, or -1 if no row could be read. */
int reg_read_tree(struct reg_in *in, const char *path, char *data, size_t n);
/* True if the bytes begin as YAML, JSON or XML of a register rather than as a workbook or CSV. */
bool reg_is_tree(const char *path, const char *data, size_t n);
/* A new row of a table, to be filled. */
struct reg_leaves *reg_tree_row(struct reg_in *in, struct reg_tree *t, enum reg_table table, struct pos pos);
/* Adds a value to a row; a second value of a key is joined to the first by "; ". More than REG_COLUMNS values are too many. */
void reg_tree_put(struct reg_in *in, struct reg_leaves *row, const char *key, const char *text, struct pos pos);
/* The table a key of the top names: "nhiệm vụ", "văn bản", "cơ quan"; -1: none. */
int reg_tree_table(struct arena *a, const char *key);

/* ---- reg_yaml.c, reg_json.c, reg_xml.c: false if the file cannot be used (noted) ---- */
bool reg_read_yaml(struct reg_in *in, const char *path, char *data, size_t n, struct reg_tree *t);
bool reg_read_json(struct reg_in *in, const char *path, char *data, size_t n, struct reg_tree *t);
bool reg_read_xml(struct reg_in *in, const char *path, char *data, size_t n, struct reg_tree *t);
#endif
