#ifndef READ_PDFFONT_H
#define READ_PDFFONT_H
/* A font of a PDF as far as its text goes: which characters its codes stand for, and how wide they are. */
#include "base/buf.h"
#include "pack/pdfin.h"

struct pdf_font;
/* Reads a font's dictionary; never NULL: what is missing or broken makes for characters U+FFFD. *cost grows by the bytes read. */
struct pdf_font *pdf_font_read(struct arena *a, struct pdf_in *p, pdf_obj dict, size_t *cost);
/* One code at s (n bytes, n > 0): the number of bytes it takes. */
size_t pdf_font_code(const struct pdf_font *f, const char *s, size_t n, uint32_t *code);
/* Adds the code's characters to b as UTF-8; the width comes in the unit of the text space (1 = the font's size). */
double pdf_font_text(const struct pdf_font *f, uint32_t code, struct buf *b);
#endif
