#ifndef READ_PDFVIEW_H
#define READ_PDFVIEW_H
/* Inside of the PDF's reader: where text stands (pdfview.c), and what content streams do (pdftext.c). */
#include "model/reading.h"
#include "read/pdffont.h"

struct matrix { double a, b, c, d, e, f; };
struct matrix matrix_by(struct matrix m, struct matrix n);   /* first m, then n */

struct text_state {
	struct matrix ctm;
	struct pdf_font *font;
	double size, char_space, word_space, scale, leading, rise;
	double mode;
};

enum view_list { VIEW_BODY, VIEW_NOTES, VIEW_ASIDE, VIEW_PICTURE /* a picture's own text is no text of the document */, VIEW_LISTS };

/* Glyphs become tokens; lines and gaps are told from their places. */
struct view {
	struct reading *out;
	struct tokenizer lists[VIEW_LISTS];
	struct matrix tm, line;   /* of the text and of its line */
	struct { bool known; double x, y, dx, dy, em; enum view_list list; } last; /* end of the last glyph */
	struct buf chars;
	uint32_t n_lines;
};
void view_init(struct view *v, struct reading *out);
void view_page(struct view *v, uint32_t page);
/* Another piece of the structure begins: what comes need not join what was. */
void view_break(struct view *v);
/* Text in its font's codes; silent: only moves on. */
void view_show(struct view *v, const struct text_state *g, enum view_list list, bool silent, const char *s, size_t n);
/* Text as such (ActualText), where the next glyph will stand. */
void view_put(struct view *v, const struct text_state *g, enum view_list list, const char *s, size_t n);
/* What comes next is told from here. */
void view_stand(struct view *v, const struct text_state *g, enum view_list list);
void view_move(struct view *v, double x, double y);           /* to another line, by text space */
void view_shift(struct view *v, const struct text_state *g, double thousandths);
void view_end(struct view *v);
#endif
