#ifndef TEXT_CANVAS_H
#define TEXT_CANVAS_H
/* Where pages are painted: a PDF or a picture of a page. The only door to Cairo for the writers. Units pt. */
#include "base/buf.h"
#include "model/pages.h"
#include "text/shape.h"

struct canvas;
/* A PDF written into out (which must outlive the canvas). */
struct canvas *canvas_pdf(struct buf *out);
/* A picture of one page at the resolution, written as PNG into out at canvas_close. Greyscale antialias. */
struct canvas *canvas_png(struct buf *out, double w, double h, double dpi);
void canvas_page(struct canvas *c, double w, double h, const char *label); /* begins a page; PDF: size and page label */
void canvas_page_end(struct canvas *c);
/* Glyphs of the clusters [from, to) with the text they stand for, so that it extracts as written. */
void canvas_text(struct canvas *c, struct fonts *f, const struct shaped *s, uint32_t from, uint32_t to, double x, double y, double space_extra, bool red);
/* A filled rectangle; (x, y) is its top left corner. */
void canvas_rect(struct canvas *c, double x, double y, double w, double h, bool red);
/* A bar of a chart in its fill, outlined; a rectangle of a grey, 0 black to 255 white. */
void canvas_bar(struct canvas *c, double x, double y, double w, double h, const struct chart_fill *fill);
void canvas_grey(struct canvas *c, double x, double y, double w, double h, uint8_t grey);
void canvas_picture(struct canvas *c, const struct picture *p, double x, double y, double w, double h);
/* PDF alone (no-ops for PNG): structure tags known to Cairo, outline (an entry stands under the last one of a smaller
 * level, however many are left out between), metadata. */
void canvas_tag(struct canvas *c, const char *tag, const char *attrs);
void canvas_tag_end(struct canvas *c, const char *tag);
/* The element Figure begun last stands for this text, which lives until the canvas is closed; NULL: none. To be said of each. */
void canvas_figure(struct canvas *c, const char *alt);
void canvas_outline(struct canvas *c, int level, const char *title, size_t page, double y);
void canvas_meta(struct canvas *c, const char *title, const char *author, const char *subject, const char *date_iso);
/* Finishes and frees; 0, or -1 with a reason (static text) if Cairo met an error. */
int canvas_close(struct canvas *c, const char **why);
#endif
