#ifndef CHECK_AGREE_H
#define CHECK_AGREE_H
/* Whether a DOCX and a PDF say the same: text word by word, footnotes, pages, pictures. What the page brings along is told
 * apart from the text: page numbers, headers and footers, header rows that repeat, rows parted by a page's end. */
#include "model/reading.h"

enum agree_kind {
	AGREE_FIGURE,             /* words with digits in them: numbers, dates, codes */
	AGREE_WORDS,
	AGREE_OUTSIDE,            /* text on a page that belongs to nothing in the DOCX */
	AGREE_BREAK,              /* a page begins with other words */
	AGREE_PAGES, AGREE_PICTURES,
	AGREE_KINDS
};

struct difference {
	enum agree_kind kind;
	bool note;                /* stands in a footnote */
	uint32_t page;            /* of the PDF, 0: of the whole */
	const char *docx, *pdf;   /* what either says, "" for nothing; numbers of pages and pictures too */
	const char *before;       /* the words before it */
};

struct agreement {
	struct difference *v; size_t n, cap; /* figures first, else in order; at most AGREE_KEPT */
	size_t n_all, n_figures;
};
enum { AGREE_KEPT = 1000 };

/* Names of the kinds, for programs: "figure", "words", … */
extern const char *const agree_kind_names[AGREE_KINDS];
/* Both were read with one vocabulary. The strings are in the arena. */
void agree(struct arena *a, const struct reading *docx, const struct reading *pdf, struct agreement *out);
#endif
