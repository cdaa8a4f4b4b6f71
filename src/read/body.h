#ifndef READ_BODY_H
#define READ_BODY_H
/* The body of one part of a draft on its way into a NODE_SECTION: block.c (lines), inline.c (signs inside a line), notes.c
 * (footnotes), table.c with grid.c and options.c, figure.c (pictures). */
#include "model/doc.h"
#include "read/source.h"

#define BODY_PARAS 100000 /* most paragraphs of a draft, those of cells and footnotes counted */
#define TABLE_COLS 63     /* Word takes no more */
#define TABLE_ROWS 10000
#define CITE_BYTES 600    /* longest "[@…]"; what is longer is text */

struct note_def { const char *id; size_t line; const char *text; bool used; };

struct body {
	struct arena *arena;
	struct diag *g;
	const struct source *src;
	struct doc *doc;
	struct node *section;
	const char *dir;          /* folder of pictures, or NULL */
	bool bases;               /* the kind opens with căn cứ (nghị quyết, quyết định) */
	size_t i, to;             /* line at hand; end of the part */
	size_t *n_paras;          /* of the whole draft */
	bool full;                /* too many paragraphs: reading ends */
	/* state of block.c */
	bool opening;             /* nothing but căn cứ so far */
	bool basis_before;        /* the paragraph before is a căn cứ */
	enum role title_role;     /* role of a title that may follow a lone "Chương I"; ROLE_BODY: none */
	struct note_def *notes; size_t n_notes, cap_notes; /* by id */
};

/* Reads lines [from, to) into section. */
void body_read(struct body *b, size_t from, size_t to);
/* A new paragraph, counted; NULL past the limit (noted once). */
struct node *body_para(struct body *b, struct node *parent, enum role role, struct pos pos);
/* A paragraph's text from p on in line b->i, with the lines that "\" at a line's end joins to it. b->i goes past them. */
void body_text(struct body *b, struct node *para, const char *p);
/* End of line i's text without the spaces at its end; *joined: "\" ends it (not counted) and the line goes on. */
const char *body_line_end(const struct source *src, size_t i, const char *p, bool *joined);
/* First sign of the line at hand that is no space. */
const char *body_start(const struct body *b, size_t i);

/* ---- inline.c ---- */
enum inline_mode { INLINE_PARA, INLINE_CELL /* "\ " breaks the line */, INLINE_NOTE /* no footnote marks */ };
/* Appends the runs of [s, e), a stretch of line i, to a paragraph. */
void inline_read(struct body *b, struct node *para, size_t i, const char *s, const char *e, enum inline_mode mode);

/* ---- notes.c ---- */
/* Finds the footnote texts of lines [from, to); notes those defined twice. */
void notes_collect(struct body *b, size_t from, size_t to);
/* True if p begins "[^id]: text"; *text: after the colon's spaces. */
bool notes_definition(const char *p, const char **id, size_t *id_len, const char **text);
/* The footnote of a mark "[^id]" at its place: made at its first mark, numbered in order. NULL if there is none (noted). */
struct node *notes_mark(struct body *b, const char *id, size_t n, struct pos pos);
/* Notes the footnotes without a mark. */
void notes_unused(struct body *b);

/* ---- table.c, options.c, figure.c ---- */
struct table_options {
	bool given;
	struct pos pos;
	size_t n_widths, n_aligns;
	twip widths[TABLE_COLS];      /* 0: computed */
	double shares[TABLE_COLS];    /* percent */
	bool percent;
	int8_t aligns[TABLE_COLS];    /* enum align, -1: as the row of dashes says */
	bool no_border, rows_split;
};
/* True if [s, e) looks like a line of options: "{" known option ":" … "}". */
bool options_line(const char *s, const char *e, struct arena *a);
/* Reads the options of a table in line i; faults are noted. */
void options_table(struct body *b, size_t i, const char *s, const char *e, struct table_options *out);
/* Gives them to a table of n_cols columns, whose alignments (n_cols) they may change; a count that does not fit is noted. */
void options_use(struct body *b, size_t n_cols, int8_t *aligns, struct table *t, const struct table_options *o);
/* Reads "{rộng: 80mm}"; false (noted) if it is none. */
bool options_picture(struct body *b, size_t i, const char *s, const char *e, twip *width);
/* Reads the table that begins in line b->i, options being what stood above it. */
void table_read(struct body *b, const struct table_options *o);
/* Reads the picture line at b->i; false if the line is none. */
bool figure_read(struct body *b);

/* ---- waive.c ---- */
/* Reads a line "{bỏ qua N53: reason}", which silences a rule for the block below it; false if the line is none. */
bool waiver_read(struct body *b);

/* ---- fence.c, chart.c, taskblock.c, sheetblock.c: blocks between lines of three backticks ---- */
/* One block: its lines are [from, to), of the body's source. */
struct fence { size_t open, from, to; };
/* Reads the block that begins at b->i; false if none does. */
bool fence_read(struct body *b);
/* The n-th line's "key: value": the folded key in the arena, where it and the value stand; false if the line is none. */
struct fence_key { const char *fold, *name; const char *key, *s, *e; };
bool fence_key_at(struct body *b, size_t i, struct fence_key *out);
/* The stretch as plain text in the arena: a backslash before a sign is left out. */
char *fence_plain(struct body *b, const char *s, const char *e);
/* End of line i without the spaces there. */
const char *fence_line_end(const struct body *b, size_t i);
/* Index of a folded name among names (folded, closed by NULL), or -1. */
int fence_find(const char *const *folds, const char *fold);
/* Notes that the key is unknown, naming the nearest of the names. */
void fence_unknown_key(struct body *b, size_t i, const struct fence_key *k, const char *const *names);
/* The value as a length; 0 (noted) if it is none. */
twip fence_length(struct body *b, size_t i, const struct fence_key *k);
/* Reads "nhiệm vụ" (taskblock.c). */
void tasks_read(struct body *b, const struct fence *f);
/* Reads "bảng" (sheetblock.c). */
void sheet_block_read(struct body *b, const struct fence *f);
/* Reads "biểu đồ". */
void chart_read(struct body *b, const struct fence *f);
#endif
