#ifndef READ_DOCX_IN_H
#define READ_DOCX_IN_H
/* Inside of the reader of foreign DOCX files. docx_read.c: the package; docx_prop.c: properties of paragraphs and runs; docx_styles.c:
 * styles and theme; docx_num.c: numbering; docx_block.c: paragraphs one after another, sections; docx_para.c: a paragraph; docx_run.c: what
 * stands in it; docx_shape.c: drawings; docx_table.c: tables; docx_sect.c: sections; docx_msg.c: what can be wrong. */
#include <limits.h>
#include "base/buf.h"
#include "model/doc.h"
#include "pack/unzip.h"
#include "pack/xmltree.h"
#include "read/docxrels.h"

enum {
	WML_PARAS = 100000,      /* most paragraphs read, those of cells, notes and headers counted */
	WML_NOTES = 5000,
	WML_SECTIONS = 500,
	WML_STYLES = 10000,
	WML_LISTS = 20000,       /* abstract lists and lists */
	WML_COLS = 63,           /* Word takes no more */
	WML_TABLES_DEEP = 20,    /* tables, text boxes and notes inside one another */
	WML_LEVELS = 9,
};

/* ---- docx_msg.c ---- */
enum wml_fault {
	WML_OLD, WML_PACKAGE, WML_NO_MAIN, WML_WEB, WML_PART_BAD, WML_PART_LARGE, WML_MANY_PARAS, WML_MANY_SECTIONS, WML_MANY_NOTES, WML_WIDE_TABLE,
	WML_NO_ROOM, WML_DEEP, WML_LOST_PART, WML_EMPTY, WML_SIGNED, WML_NOT_READ, WML_FAULTS
};
extern const struct msg wml_msgs[WML_FAULTS];

/* ---- properties: what is not set is WML_UNSET ---- */
#define WML_UNSET INT_MIN
enum { WML_BASELINE, WML_SUP, WML_SUB };
struct wml_rpr {
	int bold, italic, caps, hidden;       /* toggles: 0, 1 */
	int underline, script, size_hp, colour;
	const char *ascii, *other;            /* typefaces of ASCII letters and of the others; NULL: not set */
};
struct wml_ppr {
	int align, keep_next, keep_lines, page_break, contextual;
	int left, right, first;               /* first negative: hanging */
	int before, after, line, line_rule;   /* line_rule: 0 auto, 1 exact, 2 at least */
	int outline;                          /* 0 none, 1–9 */
	int edge[4];                          /* borders: top, left, bottom, right: 0 none, 1 drawn */
	int pad;                              /* between the top border and the text, twips */
	int num_id, level;
	int frame_bottom;                     /* a frame at the foot of the text area */
};
void wml_rpr_none(struct wml_rpr *r);
void wml_ppr_none(struct wml_ppr *p);
/* Lays what over sets over what under sets. */
void wml_rpr_over(struct wml_rpr *under, const struct wml_rpr *over);
void wml_ppr_over(struct wml_ppr *under, const struct wml_ppr *over);
struct wml_theme { const char *major, *minor; }; /* typefaces of titles and of text; NULL: not known */
/* Reads w:rPr, w:pPr (NULL: nothing is set). */
void wml_rpr_read(struct arena *a, const struct wml_theme *t, const struct xml_el *e, struct wml_rpr *out);
void wml_ppr_read(const struct xml_el *e, struct wml_ppr *out);
/* Value of w:val of an on/off property: true where it is left out. */
bool wml_is_on(const struct xml_el *e);
const char *wml_val(const struct xml_el *e);  /* w:val, or NULL; e may be NULL */
/* An attribute as a number, the fallback if it is none; clamped to ±max. */
int wml_number(const struct xml_el *e, const char *attr, int fallback, int max);
/* Several names of an element's local name: true if e is one of w:… */
bool wml_is(const struct xml_el *e, const char *name);

/* ---- styles ---- */
enum wml_style_kind { WML_STYLE_PARA, WML_STYLE_CHAR, WML_STYLE_TABLE, WML_STYLE_LIST };
struct wml_style {
	const char *id, *name, *based_on;
	enum wml_style_kind kind;
	bool is_default;
	struct wml_ppr p;         /* inheritance resolved by wml_style_find, but without the defaults of the document */
	struct wml_rpr r;
	int border, pad_y;         /* of a table: WML_UNSET, 0, 1; room above the text of its cells */
	int state;                 /* 0 as written, 1 being resolved, 2 resolved */
	int role;                  /* a role of vanban's own of that id or name, or -1 */
};
struct wml_styles {
	struct wml_style *v; size_t n;  /* by id */
	struct wml_ppr p;         /* defaults of the document */
	struct wml_rpr r;
	struct wml_theme theme;
	const struct wml_style *normal;
};
struct wml_reader;
void wml_styles_read(struct wml_reader *r, struct wml_styles *out);
/* The room above the text of a table's cells that its w:tblPr sets, WML_UNSET: it does not. */
int wml_table_pad(const struct xml_el *props);
/* The style of an id and kind, resolved, or NULL. */
const struct wml_style *wml_style_find(struct wml_styles *s, const char *id, enum wml_style_kind kind);

/* ---- numbering ---- */
struct wml_level {
	const char *text, *format, *font;
	int start, restart;        /* restart: WML_UNSET after each higher level; 0 never; else by that level alone */
	int suffix;                /* 0 tab, 1 space, 2 nothing */
	bool legal;                /* all numbers in Arabic figures */
	struct wml_ppr p;
	struct wml_rpr r;
};
struct wml_list {             /* w:abstractNum */
	int id;
	const char *link;          /* its levels are those of the list of this style */
	struct wml_level *levels[WML_LEVELS];
	int count[WML_LEVELS];    /* last number given, WML_UNSET: none yet */
};
struct wml_num {              /* w:num */
	int id;
	struct wml_list *list;
	struct wml_level *own[WML_LEVELS]; /* overrides */
	int start[WML_LEVELS];    /* startOverride, WML_UNSET: none */
	bool used[WML_LEVELS];
};
struct wml_numbering { struct wml_list *lists; size_t n_lists; struct wml_num *nums; size_t n_nums; };
void wml_numbering_read(struct wml_reader *r, struct wml_numbering *out);
/* The level of a list that a paragraph is on, or NULL. */
const struct wml_level *wml_level_of(struct wml_reader *r, int num_id, int level);
/* Counts the paragraph and gives its label: "1.", "a)", "-"; NULL: it has none. *space: a space follows. */
const char *wml_label(struct wml_reader *r, int num_id, int level, bool *space);

/* ---- the reader ---- */
struct wml_field { bool code, page; };
/* Where blocks go. */
struct wml_place {
	struct node *parent;       /* NULL: the section at hand */
	const struct wml_style *table; /* style of the table around, or NULL */
	bool header;               /* header or footer: PAGE is the number of the page */
	bool note;                 /* a footnote */
	bool cell;
	const struct wml_shape *box; /* a text box */
	int deep;
};
struct wml_note { const char *id; bool endnote; struct node *node; };
struct wml_margin { const char *id; struct node *cell; };
struct wml_reader {
	struct arena *a;
	struct diag *g;
	const char *name;
	struct doc *d;
	struct unzip *zip;
	struct docx_rels rels;     /* of the main part */
	struct wml_styles styles;
	struct wml_numbering num;
	struct foreign *f;
	struct node *section;
	uint32_t line;             /* paragraphs of the text so far */
	size_t n_paras;            /* all paragraphs so far */
	bool full;                 /* told that there are too many */
	bool told_deep, told_wide;
	bool break_next;           /* a page break stood at the end of the paragraph before */
	struct node *joined;       /* the mark of this paragraph was deleted: the next one's text joins it */
	twip tab;                  /* distance of the tab stops */
	struct wml_field fields[16]; int n_fields;
	struct wml_note *notes; size_t n_notes, cap_notes;
	struct wml_margin *margins; size_t n_margins, cap_margins;
	const char *header_id[3], *footer_id[3]; /* default, first, even: of the section before where one says nothing */
	const struct xml_el *footnotes, *endnotes;
	size_t n_sections;
};
struct pos wml_pos(const struct wml_reader *r);
void wml_tell(struct wml_reader *r, enum wml_fault f, ...);
/* A part of the package as a tree; NULL: there is none, or it is damaged (told where needed is set). */
const struct xml_el *wml_part(struct wml_reader *r, const char *member, bool needed);

/* ---- docx_block.c ---- */
/* Paragraphs and tables below e. */
void wml_blocks(struct wml_reader *r, const struct xml_el *e, const struct wml_place *at);
/* The note a mark refers to, read at its first mark; NULL: none. */
struct node *wml_note(struct wml_reader *r, const char *id, bool endnote);

/* ---- docx_para.c ---- */
void wml_para(struct wml_reader *r, const struct xml_el *e, const struct wml_place *at);

/* ---- docx_run.c: what stands in a paragraph ---- */
struct wml_shape {            /* a drawing met on the way */
	enum { WML_LINE, WML_BOX } kind;
	const struct xml_el *text; /* of a box */
	twip w, h;                 /* 0: not known */
	int down;                  /* from the top of the paragraph, twips; WML_UNSET: not known */
	bool framed;               /* its edges are drawn */
	bool red;
};
enum { WML_TALLY = 12 };
struct wml_tally { const char *name; long value; size_t n; };
struct wml_text {             /* a paragraph's text being gathered */
	struct wml_reader *r;
	const struct wml_place *at;
	struct node *node;
	struct wml_rpr base;      /* what its style gives the runs */
	struct wml_rpr toggles;   /* bold, italic … of the paragraph's style alone */
	struct wml_rpr run;       /* of the run at hand */
	struct buf buf; unsigned attrs; bool open;
	size_t bytes;              /* of the text so far, for tab_at */
	size_t letters, bold, italic, underline, caps;
	struct wml_tally sizes[WML_TALLY], fonts[WML_TALLY], colours[WML_TALLY];
	size_t n_sizes, n_fonts, n_colours;
	int lead_tabs;             /* tabs before any text */
	uint32_t tab_at;
	bool any;                  /* something stands in it */
	bool after_mark;           /* the mark of the note was just read: a space follows it */
	bool page_break;
	struct wml_shape *shapes; size_t n_shapes, cap_shapes;
	const char *media; twip media_w, media_h; /* the first picture of the text's flow */
};
/* Gathers the runs below e, tracked changes accepted. */
void wml_runs(struct wml_text *t, const struct xml_el *e);
/* Puts text under the properties at hand; flush: closes the run. */
void wml_put(struct wml_text *t, const char *s, size_t n);
void wml_flush(struct wml_text *t);

/* ---- docx_shape.c ---- */
/* Drawings below e (w:drawing, w:pict, w:object): lines and text boxes to t, others counted. */
void wml_shapes(struct wml_text *t, const struct xml_el *e);

/* ---- docx_table.c ---- */
void wml_table(struct wml_reader *r, const struct xml_el *e, const struct wml_place *at);

/* ---- docx_sect.c ---- */
/* The section at hand ends with these properties (NULL: it says nothing). */
void wml_section_end(struct wml_reader *r, const struct xml_el *e, bool last);
void wml_section_begin(struct wml_reader *r);
#endif
