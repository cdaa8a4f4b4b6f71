#ifndef READ_KNOW_H
#define READ_KNOW_H
/* Inside of recognise: a document's paragraphs as lines, and what the form says of them (nd30.md 2, 5). */
#include "form/form.h"
#include "form/kind.h"
#include "read/foreign.h"
#include "read/know_msg.h"

/* A line of the document: a paragraph, or a stretch of one between line breaks; or a table of the text. */
struct kline {
	struct node *para;     /* NULL: a table of the text */
	struct node *block;    /* the child of its section that it stands in */
	struct node *cell;     /* of a table of the form; NULL */
	const char *s;         /* without the spaces around it */
	const char *slug;      /* viet_slug(s): words parted by '-' */
	size_t n;              /* characters */
	bool caps;             /* letters, none of them small */
	bool bold, centred;    /* as the file shows it; false where it shows nothing */
	bool goes_on;          /* not the first line of its paragraph */
	bool sure;             /* its style is one of vanban's own: role says what it is */
	enum role role;        /* what it is */
	bool form;             /* belongs to the form, not to the text */
};

/* A part of the document: lines [from, to). */
struct kpart {
	enum part_kind kind;
	size_t from, to;
	size_t body, end;      /* lines [body, end) are its text */
	struct meta *meta;
	struct text label;
	struct node *section;
	bool has_head;         /* begins with a letterhead */
};

struct know {
	struct doc *d;
	struct arena *a;
	struct diag *g;
	struct kline *l; size_t n, cap;
	struct kpart *parts; size_t n_parts, cap_parts;
	bool looks;            /* the file shows how its paragraphs look */
	bool party;
};

/* ---- know_line.c: the tree as lines ---- */
void know_lines(struct know *k);
struct pos know_pos(const struct kline *l);
/* The lines [from, to) as a value: those of one paragraph parted by line ends, others by spaces. Blanks become no-break spaces. */
struct text know_value(struct know *k, size_t from, size_t to);
/* A text as a value of the meta data: wide room that stands for a blank becomes no-break spaces, other room one space. */
const char *know_blank(struct know *k, const char *s);
/* No-break spaces that the text begins with. */
size_t know_nbsps(const char *s);
/* Whether a blank behind the text is parted from it by a space (of a guarded line a no-break one). */
bool know_needs_space(const char *s, size_t len);
/* The text without the signs of end at its end and without spaces around it. */
const char *know_bare(struct know *k, const char *s, const char *end);

/* ---- know_word.c: what single lines say ---- */
bool know_begins(const char *s, const char *with);
bool know_ends(const char *s, const char *with);
bool know_nation(const struct kline *l, bool *party);
bool know_motto(const struct kline *l);
/* Stars, hyphens, a drawn rule: says nothing. *role: what it is. */
bool know_decor(const struct kline *l, enum role *role);
/* "Số: 05/TTr-SKHCN", "Số 12-KH/TU"; *number NULL: blank; *rest: what follows the code. */
struct number_line { const char *number, *code, *rest; bool party; };
bool know_number(struct know *k, const char *s, struct number_line *out);
/* "Quảng Ngãi, ngày … tháng 5 năm 2025"; *place NULL: blank. */
bool know_place_date(struct know *k, const char *s, const char **place, struct date *d);
/* The kind that a title line names, or NULL. */
const struct kind *know_kind(const struct kline *l);
enum urgency know_urgency(const struct kline *l);
/* Index of the kind of copy: 0 "Sao y", 1 "Sao lục", 2 "Trích sao"; -1 none. */
int know_copy(const struct kline *l);
/* "Phụ lục", "PHỤ LỤC I": *label its number or NULL, *title what follows on the line or NULL. */
bool know_annex(struct know *k, const struct kline *l, const char **label, const char **title);
bool know_addressee(const struct kline *l, const char **rest);
bool know_recipients(const struct kline *l);
/* First words of a body's name. */
bool know_body_name(const struct kline *l);
/* A line of a signer's authority and title: "KT. GIÁM ĐỐC", "PHÓ BÍ THƯ", "kiêm". */
bool know_sign_title(const struct kline *l);
bool know_person(const struct kline *l);

/* ---- know_case.c ---- */
/* Names of bodies, titles and headings in normal case (nd30.md 4), from capitals; *sure false: some word was guessed. Other texts stay. */
const char *know_case(struct know *k, const char *s, bool *sure);
/* The same of a sentence: only known names keep capitals. */
const char *know_case_sentence(struct know *k, const char *s, bool *sure);

/* ---- the rooms of the form ---- */
void know_parts(struct know *k);
/* Letterhead; returns the line after it. */
size_t know_head(struct know *k, struct kpart *p);
/* Kind, subject, addressees, authority; returns the line after them. */
size_t know_title(struct know *k, struct kpart *p, size_t i);
/* Title and note of an annex; returns the line after them. */
size_t know_annex_head(struct know *k, struct kpart *p);
/* Recipients and signers; returns the line where the text ends. */
size_t know_end(struct know *k, struct kpart *p, size_t body);
/* Splits the recipients' last line: code of the drafter, number of copies. */
void know_last_recipient(struct know *k, struct meta *m, struct text *t);
/* Roles of the text's paragraphs. */
void know_body(struct know *k, struct kpart *p);
/* Blanks of a paragraph's text. */
void know_slots(struct know *k, struct para *p);
/* The number's letters taken apart: abbreviations, drafting unit. */
void know_code(struct know *k, struct meta *m, const struct kind *kind);
/* Headers and footers: circulation mark, contact line, digital signature. */
void know_margins(struct know *k);
/* Values of the layout that the file has and the form allows. */
void know_choice(struct know *k);

/* Tables and notes of the text (know_table.c). */
void know_tables(struct know *k);

/* ---- know_tree.c: the tree as the form has it ---- */
void know_tree(struct know *k);

/* Notes what is unsure. */
#define know_note(k, fault, pos, ...) diag_put((k)->g, &know_msgs[fault], pos, ##__VA_ARGS__)
#endif
