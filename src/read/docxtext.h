#ifndef READ_DOCXTEXT_H
#define READ_DOCXTEXT_H
/* Inside of the DOCX's reader: one part walked through (docxtext.c), the package around it (docxfile.c). */
#include "read/finished.h"

enum docx_text_kind { DOCX_TEXT_MAIN, DOCX_TEXT_FOOTNOTES, DOCX_TEXT_ENDNOTES, DOCX_TEXT_MARGIN };

struct docx_mark {            /* a note's mark in the text */
	const char *id;
	bool endnote;
	size_t number;        /* foot- and endnotes are counted apart */
	struct span text;     /* in the tokens of the part that holds it */
};

struct docx_text {
	struct reading *out;
	enum docx_text_kind kind; /* of the part being walked through */
	struct docx_mark *marks; size_t n_marks, cap_marks;
	struct docx_mark *note;   /* the note being read */
	const char **margins; size_t n_margins, cap_margins; /* relationships of headers and footers, in order of use */
	const char **charts; size_t n_charts, cap_charts;    /* relationships of charts, in order */
	size_t n_paras, n_tables;
};

/* Walks through a part; its text goes to out. False: it is no sound XML. */
bool docx_text(struct docx_text *d, const char *data, size_t n, struct tokens *out);
/* A mark was met: its number; 0: there are too many. */
size_t docx_note_add(struct docx_text *d, const char *id, bool endnote);
/* The mark of a note of the part being read, or NULL if nothing points at it. */
struct docx_mark *docx_note_find(struct docx_text *d, const char *id);
void docx_margin_add(struct docx_text *d, const char *id);
void docx_chart_add(struct docx_text *d, const char *id);

/* ---- docxchart.c ---- */
/* What a chart's part says: its names and the numbers its drawing shows go to out. */
void docx_chart_part(struct reading *out, const char *data, size_t n);
#endif
