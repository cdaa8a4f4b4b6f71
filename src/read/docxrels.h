#ifndef READ_DOCXRELS_H
#define READ_DOCXRELS_H
/* Relationships of the parts of a DOCX: which part has which job. Those that lead out of the package are counted, never followed. */
#include <stdbool.h>
#include <stddef.h>
#include "pack/unzip.h"

struct docx_rel { const char *id, *type, *target /* name of the member */; };
struct docx_rels {
	struct docx_rel *v; size_t n, cap;
	size_t n_outside;          /* templates, pictures, objects elsewhere; links of the text are none */
};
/* Those of a part ("" of the package itself); none if they are missing or damaged. */
void docx_rels_read(struct arena *a, struct unzip *z, const char *part, struct docx_rels *out);
/* The first whose type ends so ("/footnotes"), or of an id; NULL: none. */
const struct docx_rel *docx_rel_type(const struct docx_rels *r, const char *end);
const struct docx_rel *docx_rel_id(const struct docx_rels *r, const char *id);
/* The member that holds the text; "word/document.xml" where the package does not say. */
const char *docx_main_part(struct arena *a, struct unzip *z);
#endif
