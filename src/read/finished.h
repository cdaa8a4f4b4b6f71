#ifndef READ_FINISHED_H
#define READ_FINISHED_H
/* Finished files read back: what a DOCX and a PDF say, whoever made them. On failure NULL and *why is a static text, N_():
 * "what is wrong; what to do about it". */
#include "model/reading.h"

/* Text of a DOCX in reading order: deleted and hidden text left out, fields as they were filled in last. The bytes must live
 * as long as the arena. */
struct reading *read_docx_text(struct arena *a, struct vocab *v, const char *data, size_t n, const char **why);
/* Text of a PDF in the order of its content; annotations (a signature's picture) are no part of it. */
struct reading *read_pdf_text(struct arena *a, struct vocab *v, const char *data, size_t n, const char **why);
#endif
