#ifndef WRITE_DRAFT_H
#define WRITE_DRAFT_H
/* A document as a draft, vanban-draft(5): what `vanban import` makes of a file from elsewhere. */
#include "base/buf.h"
#include "model/doc.h"

/* Puts the draft of a document: its meta data as front matter, each part under its block, and all paragraphs, tables and notes that are
 * not generated. Reading it gives the same meta data and the same tree, as far as a draft can say it: looks, underlines,
 * alignments of single paragraphs and tables inside tables cannot be said (the text of such a table stands in its cell); what only a
 * draft has (blocks that read workbooks, silenced rules) is written as what it gave, or not at all. Pictures below dir are
 * named from there; NULL: pictures are named as they are. */
void write_draft(const struct doc *d, const char *dir, struct buf *out);
#endif
