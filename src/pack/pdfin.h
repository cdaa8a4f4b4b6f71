#ifndef PACK_PDFIN_H
#define PACK_PDFIN_H
/* PDF files from outside: objects and streams by libqpdf's C API. Later revisions of the file (signatures) are followed;
 * encrypted and damaged files are refused. An object that is missing or of another type reads as nothing, so callers need
 * not ask first. The memory that qpdf takes is bounded. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

enum { PDF_IN_PAGES = 20000, PDF_IN_STREAM_MB = 64 };

struct pdf_in;
typedef unsigned int pdf_obj;  /* a handle; 0: nothing */

/* Opens a file in memory, which must live as long as the arena, which closes it. NULL: *why is a static text, N_(). */
struct pdf_in *pdf_in_open(struct arena *a, const char *data, size_t n, const char **why);
size_t pdf_in_pages(const struct pdf_in *p);
pdf_obj pdf_in_page(struct pdf_in *p, size_t i);
pdf_obj pdf_in_root(struct pdf_in *p);
/* Gives back all handles; numbers (pdf_id) stay what they are. */
void pdf_in_release(struct pdf_in *p);

struct pdf_id { int number, generation; };               /* number 0: a direct object */
struct pdf_id pdf_id(struct pdf_in *p, pdf_obj o);

pdf_obj pdf_get(struct pdf_in *p, pdf_obj dict, const char *key);   /* "/Type"; of a stream: of its dictionary */
size_t pdf_count(struct pdf_in *p, pdf_obj array);       /* 0 of anything else */
pdf_obj pdf_at(struct pdf_in *p, pdf_obj array, size_t i);
bool pdf_is_number(struct pdf_in *p, pdf_obj o);
bool pdf_is_array(struct pdf_in *p, pdf_obj o);
bool pdf_is_dict(struct pdf_in *p, pdf_obj o);
bool pdf_is_true(struct pdf_in *p, pdf_obj o);
double pdf_number(struct pdf_in *p, pdf_obj o);          /* 0 of anything else, and of what is not finite */
/* A name with its slash, "" of anything else; valid until the next call. */
const char *pdf_name(struct pdf_in *p, pdf_obj o);
/* Unpacked bytes of a stream, in the arena; false: no stream, broken, too large or a filter that is not for text. */
bool pdf_stream(struct pdf_in *p, pdf_obj o, char **data, size_t *n);
#endif
