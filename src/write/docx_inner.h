#ifndef WRITE_DOCX_INNER_H
#define WRITE_DOCX_INNER_H
/* What the rooms of the DOCX writer share: the package in work and the part being written. */
#include "pack/xmlout.h"
#include "write/docx.h"

/* Kinds of parts besides the package's own two; the table of them stands in docx.c. */
enum docx_kind { DOCX_STYLES, DOCX_SETTINGS, DOCX_FONTS, DOCX_NOTES, DOCX_HEADER, DOCX_FOOTER, DOCX_PNG, DOCX_JPEG,
	DOCX_CHART, DOCX_CHART_RELS, DOCX_CHART_BOOK };

struct docx_part {
	enum docx_kind kind;
	const char *name;          /* "word/header1.xml" */
	struct buf xml;            /* parts made here: XML, the workbooks of charts */
	const void *data; size_t n;/* others: bytes owned elsewhere */
	const void *key;           /* pictures: what the part was made from */
};

struct docx {
	struct doc *doc;
	const struct pages *pages;
	struct arena *a;
	struct diag *g;
	struct xml *x;             /* the part being written */
	struct docx_part *parts; size_t n_parts, cap_parts; /* part i has the relationship "rId<i + 1>" of the document */
	unsigned n_pictures;       /* ids of drawings, from 1 */
	bool *noted;               /* by footnote number: its mark was written */
	bool has_first_header, has_first_footer; /* of any section: then every section has to say its own */
	bool failed;
	bool bare;                 /* no guards of borderline lines */
};

/* What a paragraph gets besides its own: where it stands decides. */
struct docx_place {
	const struct node *section; /* its properties go into this paragraph, the last of the section; or NULL */
	int8_t align;              /* of the cell, or -1 */
	bool keep;                 /* kept with the next: rows that stay together */
	bool frame;                /* stands at the foot of the page */
	bool ruled;                /* frame: has the rule that its first paragraph has above it */
	bool marked;               /* begins with the mark of its footnote */
	bool plain;                /* no footnotes (headers, footers, the notes themselves) */
	twip width;                /* frame: its width */
	int depth;                 /* tables inside tables */
};

/* ---- docx.c ---- */
/* A new part, still empty; its number counts from 1 and is that of its relationship. */
size_t docx_part_new(struct docx *w, enum docx_kind kind, const char *name);
/* The common namespaces, on the root element just opened. */
void docx_namespaces(struct xml *x);
void docx_close(struct docx *w, struct xml *x);

/* ---- docx_body.c ---- */
void docx_document(struct docx *w, struct buf *out);
void docx_para(struct docx *w, const struct node *para, const struct docx_place *at);
/* Paragraphs and tables below parent; tables that follow one another are parted. */
void docx_blocks(struct docx *w, const struct node *parent, const struct docx_place *at);
/* An empty line where the format needs a paragraph: of 1 pt between two tables (as in the layout), thin after a last table. */
void docx_gap(struct docx *w, const struct docx_place *at, bool thin);
/* <name w:val="value"/> */
void docx_val(struct xml *x, const char *name, const char *value);
void docx_vali(struct xml *x, const char *name, long value);
/* An on/off property: nothing is said about the value when it is on. */
void docx_flag(struct xml *x, const char *name, bool on);
void docx_border(struct xml *x, const char *side, int space, bool red);

/* ---- docx_run.c ---- */
void docx_runs(struct docx *w, const struct node *para, const struct style *st, const struct docx_place *at);

/* ---- docx_toc.c: the field of a table of contents, its entries, and the bookmarks of what they refer to ---- */
/* Around the runs of any paragraph; nothing where it is neither an entry nor referred to. */
void docx_toc_begin(struct docx *w, const struct node *para);
/* The paragraph has a mark of its own for the table of contents: its outline level would be a second entry. */
bool docx_toc_marked(const struct node *para);
void docx_toc_end(struct docx *w, const struct node *para);
void docx_toc_tab(struct docx *w, const struct node *para);
/* The field with the right number already in it. */
void docx_toc_number(struct docx *w, const struct node *target);

/* ---- docx_table.c ---- */
void docx_table(struct docx *w, const struct node *table, const struct docx_place *at);

/* ---- docx_style.c ---- */
void docx_styles(struct docx *w, struct buf *out);
#define DOCX_GAP_STYLE "NganCach"
#define DOCX_NOTE_MARK "DauCuocChu"
#define DOCX_TABLE_LINED "Bang"
#define DOCX_TABLE_BARE "KhungKhongKe"

/* ---- docx_sect.c ---- */
void docx_look_at_sections(struct docx *w);
void docx_section(struct docx *w, const struct node *section);
/* Paragraphs at the foot of the section's last page, in a frame. */
void docx_last_footer(struct docx *w, const struct node *section);

/* ---- docx_note.c ---- */
void docx_note_mark(struct docx *w, const struct node *note, const struct docx_place *at);
/* The mark a note begins with, and a space. */
void docx_note_start(struct docx *w);
void docx_notes(struct docx *w, struct buf *out);

/* ---- docx_pic.c ---- */
void docx_picture(struct docx *w, const struct picture *p);

/* ---- docx_chart.c ---- */
/* The parts of a chart; the number of the first, 0 if it has no drawing. docx_chart_graphic: what points at it. */
size_t docx_chart(struct docx *w, const struct picture *p);
void docx_chart_graphic(struct docx *w, size_t part);

/* ---- docx_chartbook.c ---- */
#define DOCX_CHART_SHEET "Số liệu"
/* The parts of the workbook of chart number, and of what leads to it; false if it could not be made. */
bool docx_chart_book(struct docx *w, const struct chart *c, size_t number);
/* Shares are kept as spreadsheets keep them: 75% is 0.75. */
double docx_chart_stored(const struct chart *c, double v);

/* ---- docx_prop.c ---- */
void docx_core(struct docx *w, struct buf *out);
void docx_app(struct docx *w, struct buf *out);
#endif
