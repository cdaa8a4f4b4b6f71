#ifndef READ_PLAIN_H
#define READ_PLAIN_H
/* Inside of read_plain: the lines of a text, as a program or a PDF gave them. */
#include "read/foreign.h"
#include "read/know.h"

enum { PLAIN_MAX_MB = 16, PLAIN_PARAS = 100000 };

struct pline {
	const char *s;         /* NFC, without the spaces at its end; tabs are spaces */
	size_t indent;         /* columns before its first sign */
	size_t n;              /* characters without those */
	uint32_t line;         /* of the file, from 1 */
	bool page;             /* a page begins with it */
	bool gone;             /* stands at a page's edge: left out */
	size_t blank;          /* blank lines above it */
};

struct plain {
	struct arena *a;
	struct diag *g;
	const char *name;
	struct doc *d;
	struct node *section;
	struct know words;     /* for the tests of single lines */
	struct pline *l; size_t n, cap; /* without the blank ones */
	size_t pages;
	/* measured */
	size_t width;          /* of a full line, characters; 0: lines are paragraphs */
	size_t base;           /* indent of most lines */
	bool laid;             /* room at the lines' beginnings shows where they stood on the page */
	bool airy;             /* blank lines stand between all lines and mean nothing */
	size_t n_unsure;
	struct pos unsure;
};

/* ---- plain.c ---- */
struct pos plain_pos(const struct plain *p, size_t i, size_t col);
/* A paragraph at the end of parent; false past the limit. */
bool plain_para(struct plain *p, struct node *parent, enum role r, const char *s, struct pos pos);

/* ---- plain_page.c: what pages add ---- */
void plain_pages(struct plain *p);
/* ---- plain_wrap.c: lines made paragraphs ---- */
void plain_measure(struct plain *p);
/* The line after the paragraph that begins at line i, at most to; *text: its text. */
size_t plain_join(struct plain *p, size_t i, size_t to, const char **text);
/* The text with its room made one space, or no-break spaces where it is a blank to be filled in. */
const char *plain_tidy(struct plain *p, const char *s);
/* Whether a line stands in the middle of the page. */
bool plain_centred(const struct plain *p, size_t i);
/* A line as the rooms of recognition look at it. */
struct kline plain_line(struct plain *p, const char *s);
/* ---- plain_column.c: blocks of columns ---- */
/* The line after the block of columns (letterhead, signatures) that begins at line i, read into the section; i: none does. */
size_t plain_columns(struct plain *p, size_t i);
/* ---- plain_table.c: tables ---- */
/* The same of a table of the text whose columns are certain. */
size_t plain_table(struct plain *p, size_t i);
#endif
