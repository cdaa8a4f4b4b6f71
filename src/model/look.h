#ifndef MODEL_LOOK_H
#define MODEL_LOOK_H
/* How the paragraphs of a file from elsewhere (a foreign DOCX) really look, and what else such a file holds. A draft's paragraphs have no
 * look of their own: theirs is the style of their role. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "model/style.h"

struct look {
	struct style style;       /* as the file sets it, inheritance resolved; size: that of most letters; bold, italic, underline: all
	                           * letters are (of others the runs say it: para_mostly asks for both) */
	const char *style_id, *style_name; /* of the file's own style; NULL: none */
	int least_hp, most_hp;    /* smallest and largest type of its letters, half-points */
	const char *font;         /* typeface of most letters; NULL: the file names none */
	const char *odd_font;     /* a typeface of some letters that is not Times New Roman; NULL: all are */
	uint32_t colour;          /* 0xRRGGBB of most letters; 0 also where the colour is automatic */
	uint32_t odd_colour;      /* a colour of some letters that is not black; 0: all are */
	bool all_capitals;        /* shown in capitals (w:caps); the text of the node is already in capitals then */
	bool numbered;            /* its label is made by the file's numbering; the text of the node begins with it */
	bool contextual;          /* no room between it and neighbours of the same style; style has the room as it is then */
	bool object;              /* holds a picture, a chart or another object, which is left out */
	const char *media;        /* member of the package that holds its (first) picture, shape_w × shape_h its size; NULL: none, or outside the text's flow */
	bool page_break;          /* begins a new page */
	uint32_t tab_at;          /* byte of the text where a tab stood between two words (the text has a space); 0: none did */
	bool boxed;               /* stands in a text box; shape_w and shape_h are the box's */
	bool drawn;               /* ROLE_RULE, frames: a shape (line, rectangle), not a border of the paragraph */
	twip shape_w, shape_h;    /* of a drawn shape; 0: not known */
};

/* What a foreign file holds besides its text. */
struct foreign {
	size_t inserted, deleted; /* tracked changes; the text is as it is with them accepted */
	size_t comments;
	bool is_signed;           /* carries a digital signature: it is only read */
	bool macros, linked;      /* present, never run or followed */
	size_t text_boxes;        /* read in the place of their anchor */
	size_t unread;            /* objects without text that are left out: embedded files, drawings, charts */
	size_t pictures;          /* left out as well */
	size_t hidden;            /* stretches of hidden text, left out */
	size_t not_nfc;           /* paragraphs whose letters are not in Unicode's form NFC; here they are */
	uint32_t first_change, first_comment, first_hidden, first_not_nfc; /* numbers of the paragraphs (pos.line); 0: none */
	bool spacing_adds;        /* rooms below and above paragraphs add up; else the larger counts */
};

struct para;
/* The style a paragraph has on the page: its own look, or that of its role in styles[ROLE_COUNT]. */
const struct style *para_style(const struct para *p, const struct style *styles);
/* Whether most letters of a paragraph have an attribute, RUN_BOLD, RUN_ITALIC or RUN_UNDERLINE, by its style or by their run. */
bool para_mostly(const struct para *p, const struct style *styles, unsigned attr);
#endif
