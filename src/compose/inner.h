#ifndef COMPOSE_INNER_H
#define COMPOSE_INNER_H
/* What the rooms of compose share. Generated nodes are made here alone, so that each is marked. */
#include "base/buf.h"
#include "form/form.h"
#include "form/kind.h"
#include "model/doc.h"

struct ctx {
	struct doc *d;
	struct diag *g;
	struct arena *a;
	const struct form *form;
	const struct kind *kind;  /* of the main document */
	const struct meta *meta;  /* of the main document */
	size_t n_annexes;
};

/* The point of the sheet where generated blocks go: before ref (NULL: the end) of a section. */
struct place { struct node *section, *ref; };

/* ---- node.c: generated nodes and small texts ---- */
struct node *compose_para(struct ctx *c, struct place at, enum role r, const char *s, struct pos pos);
struct node *compose_table(struct ctx *c, struct place at, enum table_role r, size_t n_cols);
struct node *compose_row(struct ctx *c, struct node *table);
struct node *compose_cell(struct ctx *c, struct node *row, size_t col, size_t span);
/* A loose cell: header or footer of a section. */
struct node *compose_loose_cell(struct ctx *c);
/* A paragraph at the end of a cell. */
struct node *compose_in(struct ctx *c, struct node *cell, enum role r, const char *s, struct pos pos);
/* Appends text to a paragraph: a run of no-break spaces, or "[   ]", becomes a RUN_SLOT, '\n' a RUN_BREAK. */
void compose_text(struct ctx *c, struct node *para, const char *s, unsigned attrs);
/* n no-break spaces: a blank to be filled in by hand. */
const char *compose_blank(struct ctx *c, size_t n);
bool compose_given(const struct text *t);
/* Text without spaces around it and without the punctuation marks of end at its end. */
const char *compose_bare(struct ctx *c, const char *s, const char *end);
/* True if the folded text begins with the folded key. */
bool compose_begins(struct ctx *c, const char *s, const char *key);
/* True if s ends with the bytes of end. */
bool compose_ends(const char *s, const char *end);
/* Appends s to a list; compose_keep puts the list into the arena and frees the buffer. */
void compose_join(struct buf *out, const char *sep, const char *s);
const char *compose_keep(struct ctx *c, struct buf *b);
/* Names of the issuers as typed, each on one line, joined by sep. */
const char *compose_issuers(struct ctx *c, const struct meta *m, const char *sep);

/* ---- number.c: cells 3 and 4 ---- */
const char *compose_number(struct ctx *c, const struct meta *m, const struct kind *k, bool blank);
const char *compose_code_text(struct ctx *c, const struct meta *m, const char *code, bool letter, bool blank);
/* The drafting unit of a công văn's code, or NULL. */
const char *compose_unit(struct ctx *c, const struct meta *m);
const char *compose_date(struct ctx *c, struct date d);
bool compose_has_number(const struct meta *m, const struct kind *k);

/* ---- opening.c: the letterhead; title.c: cell 5a; address.c: cell 9a ---- */
struct letterhead {
	const struct meta *meta;
	const struct kind *kind; /* NULL for a copy */
	const char *number;      /* text of cell 3, or NULL: no second row */
	const char *copy_kind;   /* "SAO Y" instead of Quốc hiệu, or NULL */
	bool place_date;
};
struct node *compose_letterhead(struct ctx *c, struct place at, const struct letterhead *h);
/* Room between a letterhead and what follows it. */
void compose_room_below(struct node *head);
void compose_title(struct ctx *c, struct place at, const struct meta *m, const struct kind *k, bool rule);
void compose_title_rule(struct ctx *c, struct place at, struct pos pos);
void compose_addressees(struct ctx *c, struct place at, const struct meta *m, const struct kind *k);
/* Room between the addressees and the text: called when both stand. */
void compose_room_below_addressees(struct node *section);

/* ---- toc.c: mục lục, after the block last (NULL: at the section's start); called when all parts stand ---- */
void compose_toc(struct ctx *c, struct node *section, struct node *last);

/* ---- body.c: căn cứ, authority, QUYẾT ĐỊNH, the end mark ---- */
void compose_body(struct ctx *c, struct place at, const struct meta *m, const struct kind *k);

/* ---- closing.c: cells 7 and 9b; recipient.c, signer.c: what stands in them ---- */
void compose_closing(struct ctx *c, struct node *section, const struct meta *m, const struct kind *k);
void compose_recipients(struct ctx *c, struct node *cell, const struct meta *m);
/* Titles and name of a signer; one below the other in the same cell, or in the cells of two rows, so that names stand level. */
void compose_signer_titles(struct ctx *c, struct node *cell, const struct signer *s);
void compose_signer_name(struct ctx *c, struct node *cell, const struct signer *s);
/* True if the signer confirms a leave of absence (form 1.10): stands bottom left. */
bool compose_confirms(struct ctx *c, const struct signer *s);
bool compose_has_signer(const struct signer *s);

/* ---- annex.c, attached.c, copy.c: the other parts ---- */
const char *compose_attached_note(struct ctx *c, const struct part *p);
void compose_annex(struct ctx *c, const struct part *p, size_t index);
void compose_attached(struct ctx *c, const struct part *p);
void compose_copy(struct ctx *c, const struct part *p);

/* ---- sheet.c: page, header, footer; choice.c: ranges; demand.c: what the form needs ---- */
void compose_sheet(struct ctx *c, struct node *section, const struct meta *m);
void compose_choice(struct ctx *c);
/* table.c: what the form gives tables of the text, and the room around tables. */
void compose_tables(struct ctx *c);
void compose_demand(struct ctx *c);
/* cite.c: puts the names of the cited documents in place of the tags. */
void compose_cites(struct ctx *c);
/* The kind named, or NULL with an error noted. */
const struct kind *compose_kind(struct ctx *c, const struct meta *m);
#endif
