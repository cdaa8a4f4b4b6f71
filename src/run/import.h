#ifndef RUN_IMPORT_H
#define RUN_IMPORT_H
/* A file from elsewhere (DOCX, plain text) made a draft. */
#include <stdbool.h>
#include <stddef.h>
#include "base/diag.h"
#include "model/doc.h"

struct imported {
	const char *path;     /* of the draft, "-": standard output; NULL: not written, why stands in the findings */
	const char *kind;     /* kind of the document as written, or NULL */
	size_t paragraphs;
	const char **pictures; size_t n_pictures; /* paths of the pictures written beside it */
	size_t unsure;        /* findings that a person should look at */
};

/* Reads the file, recognises its form and writes the draft to output (NULL: the file's name with .md, beside it; a folder: the
 * same in it; "-": standard output), its pictures (PNG, JPEG) beside it as NAME-hinh-1.png …, of a draft on standard output none. A file that
 * exists is replaced only if forced, else nothing is written. */
void import_file(struct arena *a, const char *path, const char *output, bool force, struct imported *out, struct diag *g);

/* ---- import_picture.c ---- */
enum { IMPORT_PICTURES = 1000 };
struct import_picture { const char *path; const char *data; size_t n; };
struct import_pictures { struct import_picture *v; size_t n, cap; };
/* Puts the pictures of a DOCX (its bytes) into the document as pictures of the draft to be written at `draft`; none is written yet. */
void import_pictures_find(struct doc *d, const char *data, size_t n, const char *draft, struct import_pictures *out);
#endif
