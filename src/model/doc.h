#ifndef MODEL_DOC_H
#define MODEL_DOC_H
/* The document: one tree between readers and writers. read makes the body and the meta data as written, compose adds
 * the generated nodes (motto, number, signature …), layout and the DOCX writer read the finished tree. Nodes live in the
 * arena of the job. Texts are UTF-8, NFC. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/diag.h"
#include "base/unit.h"
#include "base/viet.h"
#include "model/chart.h"
#include "model/look.h"
#include "model/meta.h"
#include "model/style.h"
#include "model/task.h"

enum node_kind { NODE_DOC, NODE_SECTION, NODE_PARA, NODE_TABLE, NODE_ROW, NODE_CELL, NODE_FOOTNOTE };

/* ---- inline ---- */
enum run_kind {
	RUN_TEXT,     /* text */
	RUN_BREAK,    /* line break inside the paragraph (draft: "\" at the end of a line) */
	RUN_FOOTNOTE, /* mark of a footnote: note */
	RUN_PICTURE,  /* picture on its own line: picture */
	RUN_PAGE,     /* number of the page (header field PAGE) */
	RUN_SLOT,     /* blank to be filled in by hand: text holds its no-break spaces (U+00A0), never parted */
	RUN_TAB,      /* leader of dots to the text's right edge: in ROLE_TOC1…3 alone, the last run but one */
	RUN_REF,      /* number of the page on which the paragraph target begins: after RUN_TAB, the last run */
	RUN_CITE,     /* citation (viện dẫn) "[@…]": cite; compose puts its words in its place (RUN_TEXT), so none is left after it */
};
enum { RUN_BOLD = 1, RUN_ITALIC = 2, RUN_UNDERLINE = 4, RUN_SUP = 8, RUN_SUB = 16 };

struct picture {
	const char *path;      /* file inside the draft's folder */
	const char *alt;       /* caption or "" */
	twip width;            /* wanted width; 0: natural size at 96 dpi, at most the text width */
	twip w, h;             /* size on the page, set by layout through pages; 0 before */
	const void *image;     /* decoded by text/, opaque */
	struct chart *chart;   /* drawn by layout from its figures: there is no file; else NULL */
};

struct run {
	enum run_kind kind;
	unsigned attrs;        /* RUN_BOLD … : added to what the style of the paragraph has */
	const char *text;      /* RUN_TEXT, RUN_SLOT */
	struct node *note;     /* RUN_FOOTNOTE */
	const struct node *target; /* RUN_REF: a paragraph of the text's flow, its mark set */
	struct picture *picture;
	const struct cite *cite;   /* RUN_CITE */
};

/* ---- blocks ---- */
enum label_kind { /* literal label a body paragraph begins with; never renumbered */
	LABEL_NONE, LABEL_ROMAN /* I. */, LABEL_NUMBER /* 1. khoản */, LABEL_DECIMAL /* 3.1. */,
	LABEL_LETTER /* a) điểm */, LABEL_DASH /* - */, LABEL_PLUS /* + */, LABEL_ARTICLE /* Điều 1. */,
	LABEL_CHAPTER, LABEL_SECTION /* Mục 1 */, LABEL_SUBSECTION /* Tiểu mục */, LABEL_PART /* Phần */
};

struct para {
	enum role role;        /* named style */
	struct run *runs;
	size_t n_runs, cap_runs;
	enum label_kind label;
	uint32_t label_len;    /* bytes of the literal label at the start of the text, its sign included ("1.", "a)", "-"), the space after it not */
	twip rule_width;       /* ROLE_RULE: length of the rule; ROLE_URGENCY, ROLE_CIRCULATION: width of the box; 0: layout measures */
	double rule_share;     /* ROLE_RULE: length as a share of the last line of the paragraph before it (1.0, 0.4); 0: rule_width, and without that the text's width */
	bool keep_next;        /* stays with the next block, besides what the style says */
	int8_t align;          /* -1: the style's, else enum align */
	twip space_before;     /* extra room above (only where the form asks: name under the signature room) */
	int8_t outline;        /* -1: the style's; 0 none, 1–9 outline level */
	unsigned mark;         /* from 1, in order: a table of contents refers to it; 0: none does */
	const struct look *look; /* of a foreign file; NULL: the style of its role */
};

enum table_role { TABLE_DATA, TABLE_HEAD /* letterhead, two columns */, TABLE_SIGN /* recipients and signers */ };
struct table {
	enum table_role role;
	bool border;           /* single rules around all cells */
	bool tight;            /* of a foreign file: no room above and below the text of bordered cells */
	size_t n_cols;
	twip *want;            /* n_cols widths given by the draft, 0: computed; NULL: all computed */
	double *share;         /* n_cols relative widths, or NULL */
	size_t n_header;       /* header rows, repeated on each page */
	bool keep_whole;       /* never parted between rows (TABLE_HEAD, TABLE_SIGN) */
	bool rows_split;       /* a row may go on over a page's end */
};
struct row { bool header; };
/* Every row has a cell for each column that no cell to its left or above covers. */
struct cell {
	size_t col;            /* first column, from 0 */
	size_t span_cols;      /* ≥ 1 */
	size_t span_rows;      /* ≥ 1 */
	int8_t align;          /* enum align of its paragraphs, or -1 */
	int8_t valign;         /* 0 top, 1 middle, 2 bottom */
};

struct section {
	twip page_w, page_h;   /* landscape: w > h */
	twip top, bottom, left, right; /* margins */
	twip header_y;         /* from the page's top edge to the top of the header's first line */
	bool landscape;
	bool restart;          /* page numbers start again at 1 */
	bool hide_first;       /* no number on its first page */
	bool annex;
	const char *title;     /* for the outline; NULL for the main text */
	struct node *first_header; /* NODE_CELL holding paragraphs of the first page's header (circulation mark), or NULL */
	struct node *header;       /* NODE_CELL holding the page number paragraph of the other pages */
	struct node *first_footer; /* NODE_CELL holding the contact line of page 1 (cell 13), or NULL */
	struct node *last_footer;  /* NODE_CELL at the foot of the section's last page (HD05 cells 11a, 13), or NULL */
	struct node *footer;       /* NODE_CELL at the foot of each page of a foreign file, which checks read and nobody lays out; or NULL */
};

struct footnote { unsigned number; /* from 1, in order of their marks */ };

struct node {
	enum node_kind kind;
	uint32_t id;           /* dense from 0 (the NODE_DOC): index of the per-node arrays of pages */
	struct node *parent, *prev, *next, *first, *last;
	struct pos pos;        /* place in the draft; of generated nodes the key they come from, line 0 if none */
	bool generated;
	union {
		struct para para;
		struct table table;
		struct row row;
		struct cell cell;
		struct section section;
		struct footnote footnote;
	} u;
};

struct doc {
	struct arena *arena;
	struct node *root;     /* NODE_DOC: its children are NODE_SECTION */
	uint32_t n_nodes;
	struct node **notes;   /* NODE_FOOTNOTE in order; their children are NODE_PARA */
	size_t n_notes, cap_notes;
	struct meta *meta;     /* of the main document */
	struct part *parts;    /* annexes, attached texts, copies: meta data as written, each with the section of its body */
	size_t n_parts, cap_parts;
	struct tasks tasks;        /* of its blocks "nhiệm vụ", which stand in these lines */
	struct task_blocks task_blocks;
	const struct form *form;   /* chosen by issuer and date (form/), set by compose */
	struct choice choice;      /* the legal values in use */
	const struct foreign *foreign; /* read from a file of another program; NULL: a draft */
};

/* An empty document: a root without sections, nothing chosen (choice.para_after = -1). */
struct doc *doc_new(struct arena *a);
/* A new node of the kind, appended to parent (NULL: left loose). Refuses a child its parent cannot hold: returns NULL
 * (DOC > SECTION > PARA, TABLE > ROW > CELL > PARA, TABLE; FOOTNOTE > PARA). A footnote is made loose and put into
 * d->notes by its maker. Fields start zero, but align and outline -1 (the style's) and spans 1. */
struct node *doc_add(struct doc *d, struct node *parent, enum node_kind kind, struct pos pos);
/* Puts a loose node before ref (a child of parent), or last if ref is NULL; false if it is not loose, ref is no child
 * of parent, or parent cannot hold it. */
bool doc_insert(struct node *parent, struct node *ref, struct node *n);
/* Takes a node out of its parent; it stays alive. */
void doc_detach(struct node *n);
/* A paragraph of one run of text, appended; attrs RUN_*. */
struct node *doc_para(struct doc *d, struct node *parent, enum role role, const char *text, unsigned attrs, struct pos pos);
/* Appends a run to a paragraph; the text must live as long as the document. NULL if para is no paragraph. The pointer
 * holds until the next run is added. */
struct run *doc_run(struct doc *d, struct node *para, enum run_kind kind, const char *text, unsigned attrs);
/* The text of a node and all below it, paragraphs parted by '\n', in the arena. A paragraph's is its runs joined: text
 * and slots as they are, a line break as '\n', nothing for footnote marks, page numbers, leaders and pictures. Byte offsets into
 * it are what guards (pages.h) and spans of a paragraph count in. */
char *doc_text(struct doc *d, const struct node *n);
/* Next node after n in reading order below top, NULL at the end:
 * for (n = doc_walk(top, top); n; n = doc_walk(top, n)). Headers, footers and footnotes hang beside the tree. */
struct node *doc_walk(const struct node *top, const struct node *n);
/* A readable dump of the tree, for golden tests. */
struct buf;
void doc_dump(const struct doc *d, struct buf *out);
/* The same of the meta data: a line a field that is given, with its place. */
void meta_dump(const struct meta *m, struct buf *out);
#endif
