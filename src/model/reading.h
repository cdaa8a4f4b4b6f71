#ifndef MODEL_READING_H
#define MODEL_READING_H
/* What a finished file says: the text of a DOCX or a PDF that was read back, cut into tokens that can be compared one by
 * one. A token is a run of letters, a run of digits, or a single sign, so that it does not matter where a line ended. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

/* The tokens that occur, each once; shared by the readings that are compared. */
struct vocab;
enum { TOKEN_PAGE = 0 };     /* the number of the page, whatever it is: a field of headers and footers */
struct vocab *vocab_new(struct arena *a);
uint32_t vocab_id(struct vocab *v, const char *s, size_t n);
const char *vocab_text(const struct vocab *v, uint32_t id);
bool vocab_digits(const struct vocab *v, uint32_t id); /* a run of digits */

/* What stands between a token and the one before it. A line's end in a PDF may be a space, a break inside a word or the
 * end of a paragraph: the file does not say. */
enum gap { GAP_NONE, GAP_SPACE, GAP_SOFT };

struct token {
	uint32_t id;
	uint32_t page;            /* from 1; of a DOCX: as its page hints say, 0 if it has none */
	uint32_t line;            /* PDF: lines, DOCX: paragraphs, counted through the file from 1 */
	uint8_t gap;              /* enum gap */
};

struct tokens { struct token *v; size_t n, cap; };

/* Cuts text into tokens as it comes, piece by piece; whitespace of any kind is one gap. */
struct tokenizer {
	struct vocab *vocab;
	struct arena *arena;
	struct tokens *out;
	char *word; size_t n, cap; /* the run that may go on */
	uint8_t kind, gap;
	uint32_t page, line;      /* of the text that comes next */
};
/* n bytes of UTF-8, NFC is made of each run. Soft hyphens and other characters of no width are left out. */
void tokenizer_put(struct tokenizer *t, const char *s, size_t n);
/* Ends the run; the next token has at least this gap before it. */
void tokenizer_gap(struct tokenizer *t, enum gap g);
/* A token that is no text (TOKEN_PAGE). */
void tokenizer_id(struct tokenizer *t, uint32_t id);

struct span { size_t from, to; };
struct spans { struct span *v; size_t n, cap; };

struct row {                  /* of a DOCX's table, outermost tables alone */
	size_t from, to;          /* tokens of the body */
	size_t cell, n_cells;     /* its cells: spans in reading.cells */
	uint32_t table;           /* counted from 1 */
	bool header;              /* repeated at the top of pages */
};

/* A figure of a chart that its drawing shows as a number. */
struct drawn_number {
	double value;
	const char *category, *series;
};

struct reading {
	struct arena *arena;
	struct vocab *vocab;
	struct tokens body;       /* the text, in reading order */
	struct tokens notes;      /* footnotes and endnotes with their numbers */
	struct tokens aside;      /* DOCX: headers, footers; PDF: what is marked as no part of the text */
	struct tokens boxes;      /* DOCX: text boxes */
	struct tokens drawn;      /* texts inside pictures; DOCX: names in charts */
	struct spans drawn_name, drawn_chart; /* pieces of drawn: names, all names of a chart (DOCX) */
	struct drawn_number *numbers; size_t n_numbers, cap_numbers; /* DOCX: of charts; a PDF has them in drawn */
	struct spans note, margin, box, para; /* pieces of notes, aside, boxes and body (DOCX) */
	struct spans cells;
	struct row *rows; size_t n_rows, cap_rows;
	size_t n_pages;           /* 0: the file does not say */
	size_t n_words;           /* as people count: body and notes, parted by spaces */
	size_t n_pictures;
	size_t n_charts;          /* DOCX: of the pictures, those that are charts */
	bool tagged;              /* PDF: structure says what is text, and where notes are */
	bool tabs;                /* DOCX: text stands behind tabs, before which a leader of dots may be drawn */
	bool hints;               /* DOCX: carries the page breaks of the program that laid it out last */
	bool has_signature;       /* PDF */
};

struct reading *reading_new(struct arena *a, struct vocab *v);
/* Counts what is parted by spaces (soft gaps too). */
size_t reading_words(const struct tokens *t);
#endif
