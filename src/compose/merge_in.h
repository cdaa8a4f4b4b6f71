#ifndef COMPOSE_MERGE_IN_H
#define COMPOSE_MERGE_IN_H
/* Between the files of the merge: merge.c (templates, partials), merge_fill.c (texts and values become a draft), merge_front.c
 * (values in a front matter are put in quotes). */
#include "base/buf.h"
#include "compose/merge.h"
#include "compose/mustache.h"

enum { MERGE_PIECES = 1000000 };

struct template { struct mustache mustache; const char *file; };

/* Notes that what is put from here on comes from a place. */
void merge_piece(struct arena *a, struct merged *m, size_t at, struct pos from, bool value);

/* A front matter of the filled template: its lines, without those of dashes. */
struct merge_front { size_t from, to; };
/* Rewrites the filled template so that no value means anything to the reader of its front matters. */
void merge_quote(struct arena *a, struct merged *m, const struct merge_front *v, size_t n, struct diag *g);
#endif
