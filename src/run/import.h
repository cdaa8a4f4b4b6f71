#ifndef RUN_IMPORT_H
#define RUN_IMPORT_H
/* A file from elsewhere (DOCX, plain text) made a draft. */
#include <stdbool.h>
#include <stddef.h>
#include "base/diag.h"

struct imported {
	const char *path;     /* of the draft, "-": standard output; NULL: not written, why stands in the findings */
	const char *kind;     /* kind of the document as written, or NULL */
	size_t paragraphs;
	size_t unsure;        /* findings that a person should look at */
};

/* Reads the file, recognises its form and writes the draft to output (NULL: the file's name with .md, beside it; a folder: the
 * same in it; "-": standard output). A file that exists is replaced only if forced. */
void import_file(struct arena *a, const char *path, const char *output, bool force, struct imported *out, struct diag *g);
#endif
