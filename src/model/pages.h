#ifndef MODEL_PAGES_H
#define MODEL_PAGES_H
/* Laid-out pages: placed items, each pointing back to its node. PDF and PNG paint them; the DOCX writer takes from here
 * what was measured (column widths, guards of borderline lines). Positions in pt from the page's top left corner. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "model/doc.h"

struct shaped; /* text/shape.h */
struct ptext;  /* layout/lay.h */

enum item_kind { ITEM_TEXT, ITEM_RULE, ITEM_PICTURE };
struct item {
	enum item_kind kind;
	const struct node *node;   /* NODE_PARA (its parents give the structure), NODE_TABLE for borders */
	bool artifact;             /* page number, repeated header row, rules: not part of the text */
	double x, y;               /* ITEM_TEXT: left end of the baseline; others: top left corner */
	double w, h;               /* ITEM_RULE: filled rectangle; ITEM_PICTURE: size; ITEM_TEXT: advance width, line height */
	/* ITEM_TEXT: clusters from (inclusive) to (exclusive) of the shaped paragraph */
	const struct shaped *shaped;
	uint32_t from, to;
	const char *text;          /* the bytes these clusters stand for (within shaped->text), for dumps and searches; */
	uint32_t text_len;         /* not NUL-terminated */
	double space_extra;        /* pt added to each U+0020 (justified lines) */
	bool line_start;           /* first item of a line of its paragraph */
	bool red;
	const struct picture *picture;
};

struct page {
	twip w, h;
	unsigned label;            /* printed number: counted in its section */
	bool label_shown;
	const struct node *section;
	struct item *items;
	size_t n_items, cap_items;
};

/* A touch that the DOCX needs so that LibreOffice and Word break the lines as here. Byte offsets into doc_text(para):
 * footnote marks, page numbers and pictures have no bytes there, a line break has one. */
enum guard_kind { GUARD_SPACING /* w:spacing of ±n twips on [from, to) */, GUARD_HYPHEN /* w:noBreakHyphen */, GUARD_SPACE /* U+00A0 */,
	GUARD_NARROW /* U+202F in place of U+00A0, which LibreOffice hangs over a line's end; a GUARD_SPACING gives it the same width */ };
struct guard { enum guard_kind kind; uint32_t from, to; int value; };

struct para_layout { struct guard *guards; size_t n_guards, cap_guards; uint32_t n_lines; unsigned label /* printed number of the page it begins on; 0: in no page's flow */; twip height; bool keep_next /* besides what the style says; decided by layout */; bool free_next /* a title that the DOCX does not bind to what follows */; twip lower /* so much lower is a rule in the DOCX */; twip indent_left, indent_right; /* of ROLE_RULE and boxes: measured */
	twip leader_gap; /* of an entry of a table of contents: room before the leader, besides a space */ };
/* A cell merged downwards is cut in two before this row, and its text, a short label, stands again in the second part. */
struct table_cut { size_t row, col; };
struct table_layout {
	twip *cols; size_t n_cols;
	struct table_cut *cuts; size_t n_cuts, cap_cuts; /* by row, then by column: where a page begins inside merged cells */
};
/* Of a NODE_ROW: it may go on over a page's end (asked for, or higher than a page). */
struct row_layout {
	bool may_split;
	bool no_repeat;            /* of a header row: too high to stand on each page */
	twip least;                /* height it takes from a merged cell that ends in it, for the DOCX; 0: by its own cells */
};

struct outline { const char *title; int level; /* from 1 */ size_t page; /* index */ double y; };

struct pages {
	struct arena *arena;
	struct page *v;
	size_t n, cap;
	struct style styles[ROLE_COUNT];   /* as used: sizes after the fall-back */
	struct choice choice;              /* as used */
	struct para_layout *paras;         /* by node id; zero for others */
	struct table_layout *tables;       /* by node id */
	struct row_layout *rows;           /* by node id */
	struct ptext **texts;              /* by node id: private to layout, for layouts under another choice */
	bool *top_cells;                   /* by node id: cells at a page's end inside a cell; their text stands at the top, whatever they ask for */
	uint32_t n_nodes;
	struct outline *outline; size_t n_outline, cap_outline;
	size_t n_lines;
};

struct buf;
/* A readable dump: pages, lines with place and text, for golden tests. */
void pages_dump(const struct pages *p, struct buf *out);
#endif
