#ifndef LAYOUT_LAY_H
#define LAYOUT_LAY_H
/* What the rooms of this floor share: the paragraph broken into lines, stacks of them in a column, rows, pages. Lengths of
 * block geometry are twips as in LibreOffice Writer and Word, horizontal places inside a line are pt. */
#include "layout/layout.h"

/* What may happen after a cluster (the break rules of break.c). */
enum brk { BRK_NONE, BRK_SPACE /* after a space */, BRK_HYPHEN /* after a hyphen or dash */, BRK_FORCED,
	BRK_GLUED_SPACE /* a space inside a unit that is never parted: "số 71" */, BRK_GLUED_HYPHEN /* hyphen of a code */, BRK_SLASH /* given up before a word is cut by letters */,
	BRK_SOFT_SPACE /* inside "ngày 15 tháng 5 năm 2025": given up before the line becomes too loose */,
	BRK_NO_BREAK_SPACE /* a glued space that the DOCX holds as U+00A0: justified lines do not widen it */ };

/* Is a word cut where a line ends with this? At a hyphen it is only parted. */
static inline bool brk_cuts(uint8_t brk) { return brk == BRK_NONE || brk == BRK_SLASH; }

struct mark { uint32_t cluster; const struct node *note; }; /* a footnote mark stands at this cluster */

/* A paragraph shaped once. */
struct ptext {
	const struct node *node;
	const struct style *style;
	struct shaped *sh;
	uint8_t *brk;              /* enum brk, by cluster */
	const uint8_t *brk_first;  /* the same before guards were set */
	uint32_t *doc_off;         /* by cluster: offset into doc_text(node), for guards; UINT32_MAX: no text of the node */
	struct mark *marks; size_t n_marks, cap_marks;
	const struct picture *picture; /* a paragraph that holds a picture holds it alone */
	double max_size;           /* pt, largest size on its lines */
	bool has_red;
	bool told;                 /* its findings are noted */
};

static inline bool is_space(const struct ptext *t, uint32_t i) { return t->sh->text[t->sh->clusters[i].start] == ' '; }

/* Spaces among the clusters [from, to). */
static inline uint32_t count_spaces(const struct ptext *t, uint32_t from, uint32_t to)
{
	uint32_t n = 0;
	for (uint32_t i = from; i < to; i++)
		n += is_space(t, i);
	return n;
}

/* Those of them that a justified line may widen: no-break ones stay as they are, in LibreOffice as here. */
static inline uint32_t count_stretchable(const struct ptext *t, uint32_t from, uint32_t to)
{
	uint32_t n = 0;
	for (uint32_t i = from; i < to; i++)
		n += is_space(t, i) && t->brk[i] != BRK_NO_BREAK_SPACE;
	return n;
}

struct line {
	uint32_t from, to;         /* clusters; to: end of what is seen (trailing spaces left out) */
	uint32_t next;             /* first cluster of the next line */
	double width;              /* of [from, to), pt */
	double avail;              /* width the line had, pt */
	double x;                  /* left edge of the line's room from the column's left edge, pt */
	bool last;                 /* last of the paragraph or before a forced break: not justified */
	twip h;                    /* height */
	twip lead;                 /* part of it that multiple spacing adds below: it may hang over a page's end */
	double base;               /* baseline below the line's top, pt */
};

struct block { /* a paragraph broken to a column's width */
	struct ptext *t;
	twip width;                /* of the column */
	twip indent_l, indent_r;   /* style's, or measured (rules, boxes) */
	struct line *lines; size_t n_lines;
	twip before, after;        /* room above and below */
	twip pad_top, pad_bottom;  /* inside a frame (boxes, rule) */
	twip h;                    /* lines and pads, without before and after */
};

/* Blocks one under another in a column (a cell, a footnote, a header). */
struct vline { struct block *b; uint32_t line; twip y; /* top, from the top of the stack */ };
struct stack {
	struct vline *v; size_t n, cap;
	twip width, h;
};

struct tcell {
	const struct node *node;
	size_t col, cols, row, rows;
	twip x, w;
	struct stack *s;
	bool again;                /* second part of a cell that was cut: its text stands again, as no part of the text */
	bool parted;               /* its lines stand on several pages */
	uint32_t done, drawn;      /* of a cell merged downwards: lines on the pages before, while pages are cut; while they are drawn */
};
struct trow {
	const struct node *node;
	twip h, own;               /* own: without what merged cells add */
	bool header, may_split;
	struct tcell *cells; size_t n_cells;   /* cells that begin in this row */
};
struct grid {
	const struct node *node;
	twip *cols; size_t n_cols;
	twip x;                    /* left edge of the first column from the text's left edge */
	struct trow *rows; size_t n_rows, n_header;
	bool border;
	twip pad_y;                /* room above and below the text of its cells */
	bool no_repeat;            /* the header rows are too high to stand on each page */
	struct tcell **cover; /* n_rows × n_cols: the cell that covers each place */
};

struct lay {
	struct doc *d;
	struct fonts *f;
	struct diag *g;
	struct arena *a;
	struct pages *p;
	const struct style *st;    /* p->styles */
	struct ptext **texts;      /* by node id */
	struct ptext *const *before; /* the same of an earlier layout, or NULL */
	twip room;                 /* height of the section's pages for text */
	bool trial;                /* measuring only: no guards, nothing noted for the DOCX */
};

/* text.c: shapes a paragraph (kept by node id). page_label replaces RUN_PAGE (then nothing is kept). */
struct ptext *lay_text(struct lay *l, const struct node *para, const char *page_label);
/* The paragraph's own alignment, its cell's, or its style's. */
enum align lay_align(const struct ptext *t);
/* break.c: fills t->brk. */
void lay_breaks(struct lay *l, struct ptext *t);
/* compound.c: do the words a and b (n and m bytes) belong together in a title? before: the word before a (k bytes). */
bool lay_compound(struct lay *l, const char *before, size_t k, const char *a, size_t n, const char *b, size_t m);
/* line.c: breaks a paragraph to a column's width. prev_width: seen width of the last line of the paragraph before, pt (rules). */
struct block *lay_block(struct lay *l, struct ptext *t, twip width, double prev_width);
/* Seen width of the last line, pt. */
double block_last_width(const struct block *b);
/* Does the line end inside words that belong together? */
bool block_line_parts(const struct block *b, uint32_t line);
/* guard.c: notes what the DOCX needs so that others break these lines alike. */
void lay_guards(struct lay *l, const struct block *b);
/* chart.c: sizes a chart as its figures need (width as asked, or the room's; height at most the room's), and draws it. */
void lay_chart(struct lay *l, struct picture *p, twip room_w, twip room_h, struct pos pos);
/* find.c: notes what the paragraph, the columns, the picture could not keep (once, however often they are laid out). */
void lay_find_block(struct lay *l, const struct block *b);
void lay_find_columns(struct lay *l, const struct node *table, const twip *w);
void lay_find_picture(struct lay *l, const struct picture *p, struct pos pos);
/* stack.c: the room between two paragraphs: the larger of what they ask for, as LibreOffice and Word keep it, unless a foreign file
 * says that both add up. */
twip lay_gap(const struct lay *l, twip after, twip before);
/* The paragraphs that are children of n (a cell, a footnote), one under another. */
struct stack *lay_stack(struct lay *l, const struct node *n, twip width, const char *page_label);
/* Narrowest (longest unit that is never parted) and widest (no line broken) width of the paragraphs below n, pt. */
void lay_extent(struct lay *l, const struct node *n, double *min, double *max);
/* grid.c, column.c: a table in a column of the width. */
struct grid *lay_grid(struct lay *l, const struct node *table, twip width);
twip *lay_columns(struct lay *l, const struct node *table, twip width);
/* head.c: chooses 13/14/14 or 12/13/13 for the letterhead and resolves the styles. */
void lay_choose_header(struct lay *l);
twip lay_text_width(const struct node *section);
/* place.c: items of a page. Places in pt from the page's corner. */
void lay_put_line(struct lay *l, struct page *pg, const struct block *b, uint32_t line, double x, double y, bool artifact);
void lay_put_stack(struct lay *l, struct page *pg, const struct stack *s, size_t from, size_t to, double x, double y, bool artifact);
void lay_put_rule(struct lay *l, struct page *pg, const struct node *n, double x, double y, double w, double h, bool artifact);
/* toc.c: leaves room on the page for the leader and the number of the entry whose last line was put; sets them when all
 * pages stand. The numbers have a room of their own, so that none changes a line. */
void lay_put_leader(struct lay *l, struct page *pg, const struct block *b, double x);
void lay_set_leaders(struct lay *l);
/* unit.c: what a section's pages are cut from: lines of paragraphs and rows of tables, in order. */
struct unit {
	const struct block *b; uint32_t line;  /* a line of a paragraph; or */
	struct grid *g; size_t row;            /* a row of a table */
	uint32_t *cell_from;                   /* the row's rest after a split: first line by cell; NULL: from its start */
	twip gap;                              /* above, dropped at the top of a page */
	twip h, own;               /* own: of a row, without what merged cells add */
	twip hang;                             /* of it, what may hang over the page's end */
	bool may_break;                        /* the page may end after it */
	bool new_page;                         /* begins a page (foreign files) */
	const struct mark *notes; size_t n_notes; /* footnote marks it holds */
};
struct units { struct unit *v; size_t n, cap; };
/* hold: the paragraph before the signatures stays whole with them, however long it is. */
void lay_units(struct lay *l, const struct node *section, bool hold, struct units *out);

/* The footnote marks of a row's lines: from (NULL: from the start) to (NULL: to the end), by cell. */
struct mark *lay_row_notes(struct lay *l, const struct trow *r, const uint32_t *from, const uint32_t *to, size_t *n);

/* row.c: rows that go on over a page's end. Splits unit u so that its first part is at most room high: fills *head (with
 * cell_to, the lines that stay) and *rest; false if nothing of it would stay. force: at least a line of each cell goes. */
struct sheet;
bool lay_split_row(struct lay *l, const struct sheet *s, const struct unit *u, twip room, bool force, struct unit *head, uint32_t **cell_to, struct unit *rest);

/* What stands on a page: units with their places; note lines at the foot. */
struct placed { struct unit u; uint32_t *cell_to; twip y; };
struct span_part { const struct tcell *c; uint32_t to; }; /* a merged cell goes on over the sheet's end: end of its lines here */
struct sheet {
	struct placed *v; size_t n, cap;
	struct vline *notes; size_t n_notes, cap_notes; /* y from the top of the notes' area */
	twip notes_h;
	struct span_part *parts; size_t n_parts, cap_parts;
	twip used;                 /* height of the body on it */
};
struct sheets { struct sheet *v; size_t n, cap; };
/* Lines of a stack from a line on that are at most room high; height of the lines from a line on. */
uint32_t stack_lines_in(const struct stack *s, uint32_t from, twip room);
twip stack_rest(const struct stack *s, uint32_t from);
/* span.c: the cell merged downwards that covers the place and has its left edge there, or NULL; height of its rows on the
 * sheet; end of its lines on it. lay_part_spans: the sheet is full and the units go on from next. */
struct tcell *lay_span_at(const struct grid *g, size_t row, size_t col);
/* The same, if the row is its last one. */
struct tcell *lay_span_ending(const struct grid *g, size_t row, size_t col);
twip lay_span_above(const struct sheet *s, const struct grid *g, const struct tcell *c);
uint32_t lay_span_end(const struct sheet *s, const struct tcell *c);
void lay_part_spans(struct lay *l, struct sheet *s, struct units *u, size_t next);
/* The row that grows by what a merged cell that ends in `row` lacks, not above `first`: rows in which no cell begins show no edge,
 * and LibreOffice needs the height where the cells begin. */
size_t lay_growing_row(const struct grid *g, size_t row, size_t first);
/* Notes the cells that the ends of pages part, for in the middle of what stands on each page their text would be torn apart, and
 * those that end there beside them, which LibreOffice aligns no more. */
void lay_top_cells(struct lay *l, const struct sheets *sh);
/* label.c: short texts of merged cells stand again on the page that begins inside them. The cuts of a section, in the order of
 * its pages; lay_cut_cells: cuts the cells of a table as its layout says; lay_find_cuts: where the sheets ask for cuts. */
struct cut { const struct node *table; size_t row, col; };
struct cuts { struct cut *v; size_t n, cap; };
void lay_cut_cells(struct lay *l, struct grid *g);
void lay_find_cuts(struct lay *l, const struct sheets *sh, struct cuts *out);
/* Chooses the cuts to lay out with next, after those of used have been; false: the sheets stand as they are. round: from 0. */
bool lay_next_cuts(struct lay *l, const struct sheets *sh, int round, struct cuts *used);
/* paginate.c: cuts the units into sheets: widows and orphans, titles kept with what follows, notes with their marks. */
void lay_paginate(struct lay *l, const struct node *section, struct units *u, twip first_room, twip room, struct sheets *out);
/* keep.c: titles that LibreOffice would take along to the next page (rooms of the section's first page and of the others). */
void lay_free_titles(struct lay *l, const struct sheets *sh, twip first_room, twip room);
/* full.c: first pages that are full to the last twip. */
void lay_ease_first(struct lay *l, const struct node *section, const struct sheets *sh, twip first_room);
/* emit.c: lays one section out: its sheets become pages with header, footer and number. */
void lay_section(struct lay *l, const struct node *section, unsigned *page_number);
/* table.c: draws the rows [i, n) of one table that stand on a sheet from index i; returns the index after them. */
size_t lay_put_rows(struct lay *l, struct page *pg, const struct sheet *s, size_t i, double x, double y);
twip lay_repeated_header(const struct unit *u);

#define NOTE_RULE_H ((twip)10)    /* the rule above footnotes, its length a quarter of the text's width */
#define NOTE_RULE_GAP ((twip)57)  /* room above and below it */
/* Height that notes of so much take at a page's foot, their rule with them. */
static inline twip notes_area(twip notes_h) { return notes_h ? notes_h + 2 * NOTE_RULE_GAP + NOTE_RULE_H : 0; }
#define FOOTER_Y ((twip)567)      /* from the page's lower edge to the footer's end */
#define LEADER_LEAST 8.0           /* pt: the space before a leader and the least tab that LibreOffice sets (60 twips), with a little to spare */
#define TABLE_GAP ((twip)20)      /* the line of 1 pt that parts two tables in the DOCX */
#endif
