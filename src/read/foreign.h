#ifndef READ_FOREIGN_H
#define READ_FOREIGN_H
/* Documents that vanban did not make from a draft: a DOCX of any program, a plain text. They become the same tree that a composed draft
 * is: the file's own paragraphs with the roles of the form, the meta data they tell, and how they really look. */
#include "model/doc.h"

/* Reads a DOCX from memory: sections with their paper, margins, headers and footers; paragraphs with text, runs, literal labels of
 * the file's numbering and looks (para.look); tables with merged cells; notes; text boxes at their anchor; fields as filled in last;
 * tracked changes as accepted. Every paragraph is ROLE_BODY (in tables ROLE_CELL) but those whose style is one of vanban's own and
 * drawn rules (ROLE_RULE). pos: name, line = number of the paragraph in the file from 1, column = byte from 1. Nothing outside the
 * package is opened, macros are never run. NULL where the file cannot be read at all: g says why. */
struct doc *read_docx(struct arena *a, const char *name, const char *data, size_t n, struct diag *g);
/* Tells of the pictures, charts and objects of the file that are not in the document, taken of its pictures left aside. */
void docx_tell_left_out(const struct doc *d, size_t taken, struct diag *g);
/* Reads a plain text (also copied from a PDF): a line is a paragraph, lines that a narrow column wrapped are joined; no looks. */
struct doc *read_plain(struct arena *a, const char *name, const char *data, size_t n, struct diag *g);
/* Recognises the form in a document of these readers: gives the paragraphs their roles (nd30.md 2, 5), marks those of the form as
 * generated, cuts letterhead and signatures out into tables of their role where the file has none, and fills d->meta, d->parts
 * and d->form from them. What it is unsure of it says as notes in g. */
void recognise(struct doc *d, struct diag *g);
/* Lays the office's file (vanban.yaml in a folder or the nearest parent) under a recognised document: rules it silences, documents
 * its register knows, the letters of its body. */
void foreign_office(struct doc *d, const char *dir, struct diag *g);
#endif
