#ifndef CHECK_INNER_H
#define CHECK_INNER_H
/* What the rules share: the paragraphs of the document as texts with their words, the documents they cite, and the ways to speak. */
#include "base/i18n.h"
#include "check/rule.h"
#include "form/form.h"
#include "form/kind.h"

enum zone { ZONE_HEAD /* letterhead, title, addressees' label */, ZONE_ADDRESSEE, ZONE_BODY, ZONE_TABLE, ZONE_SIGN, ZONE_RECIPIENT, ZONE_NOTE, ZONE_MARGIN };

struct word { uint32_t from, to; bool capital /* first letter */, capitals /* all letters */, digits; };

struct ptext {
	const struct node *node;
	const char *s, *low;      /* doc_text; the same in small letters, byte for byte at the same place */
	uint32_t n;
	enum zone zone;
	size_t part;              /* index of the section */
	bool annex;
	struct word *words; size_t n_words;
	bool bold;                /* a title: heading style or wholly bold */
};

/* A document cited (văn bản được viện dẫn). Texts in the arena, NULL where not given. */
struct mention {
	const struct ptext *t;
	uint32_t from, to;        /* of the whole: kind to the end of date and issuer */
	uint32_t code_from, code_to;
	const char *kind;         /* words before "số", as typed: "Kế hoạch hành động" */
	const char *code;         /* "359-KH/TU", with plain hyphens */
	struct date date; uint32_t date_from, date_to;
	bool date_word;           /* "ngày" stands before the date */
	bool issuer, issuer_first /* before the date */, subject, numbered /* "số" before the code */;
	uint32_t subject_from;
};

struct brief { /* "(sau đây viết tắt là …)" */
	const struct ptext *t;
	uint32_t from, to;        /* the short form */
	const char *s;
};

struct checker {
	struct arena *a;
	const struct doc *d;
	const struct pages *p;    /* or NULL */
	const struct check_input *in;
	const struct form *form;
	const struct kind *kind;  /* or NULL */
	const struct meta *meta;
	const struct style *styles; /* of the pages, or of the form */
	struct ptext *t; size_t n;
	struct mention *m; size_t n_m, cap_m;
	struct brief *b; size_t n_b, cap_b;
	const struct rule *rule;  /* at hand */
	struct check_report *out;
	size_t from;              /* index of its first finding */
	bool seen;                /* the rule has looked at something */
	const char *why;          /* why it could not */
};

/* ---- speaking ---- */
/* The rule has looked at something it can judge. */
void saw(struct checker *c);
/* The rule could not look: why is N_(). */
void unseen(struct checker *c, const char *why);
/* A finding on bytes [from, to) of a text; fmt is N_(), "what is wrong; what to do". */
void flag(struct checker *c, const struct ptext *t, size_t from, size_t to, const char *fmt, ...);
/* On a whole node, or on the document where node is NULL. */
void flag_node(struct checker *c, const struct node *node, const char *fmt, ...);
/* The last finding is mended by writing this in place of its quote. */
void mend(struct checker *c, const char *text);

/* ---- texts.c ---- */
void texts_build(struct checker *c);
/* Small letters, byte for byte at the same place (letters whose small form has another length stay). */
void texts_lower(char *s, size_t n);
/* True if no letter or digit stands right before and after bytes [from, to). */
bool whole_words(const struct ptext *t, size_t from, size_t to);
/* The next place at or after `at` where the small-letter phrase stands as whole words; -1: none. */
long find_phrase(const struct ptext *t, const char *phrase, size_t at);
/* Index of the first word that begins at or after byte `at`. */
size_t word_at(const struct ptext *t, size_t at);
/* True if word i of t, in small letters, is w. */
bool word_is(const struct ptext *t, size_t i, const char *w);
/* Bytes between word i and the next. */
const char *gap_after(const struct ptext *t, size_t i, size_t *n);
/* The text from byte a to b, in the arena. */
char *text_slice(struct checker *c, const struct ptext *t, size_t from, size_t to);
/* First text of a role at or after index *i, which steps past it; NULL: none. */
const struct ptext *next_role(const struct checker *c, enum role r, size_t *i);
bool begins(const char *s, const char *with);
bool ends(const char *s, const char *with);
/* A paragraph of the text proper of the main document or an annex, not in a table. */
bool is_body(const struct ptext *t);
bool is_heading(const struct ptext *t);
/* First syllable of a sentence: word i begins the text or follows ".", "?", "!", ":" or a label. */
bool begins_sentence(const struct ptext *t, size_t i);

/* ---- looks.c ---- */
/* The style a paragraph has on the page; whether most of its letters are bold, in italics, underlined (RUN_BOLD …). */
const struct style *look_of(const struct checker *c, const struct ptext *t);
bool looks(const struct checker *c, const struct ptext *t, unsigned attr);
/* The style of a role; in foreign files that of its first paragraph. */
const struct style *role_look(const struct checker *c, enum role r);
/* A foreign file's empty paragraph that makes room. */
bool look_is_room(const struct ptext *t);
/* Length of a rule, width of a frame as drawn; width of a paragraph's last line; pt, 0: not on the pages. */
double drawn_width(const struct checker *c, const struct node *n);
double last_line_width(const struct checker *c, const struct node *n);
/* What rules of the styles of drafts ask of each paragraph of a foreign file. */
void look_colour(struct checker *c);
void look_body_size(struct checker *c);
void look_body_align(struct checker *c);
void look_spacing(struct checker *c);
void look_party_body(struct checker *c);
void look_changes(struct checker *c);

/* ---- mention.c ---- */
void mentions_build(struct checker *c);
/* A date at byte `at`: "15/5/2025", "15 tháng 5 năm 2025", whether it exists or not; *to: past it. False: none. */
bool read_date(const struct ptext *t, size_t at, struct date *out, size_t *to);
/* Day of the week, 0 Monday … 6 Sunday. */
int weekday(struct date d);
/* d is after the document's date as far as both are known. */
bool after_document(const struct checker *c, struct date d);
/* d is before the document's date as far as both are known. */
bool before_document(const struct checker *c, struct date d);

/* ---- syllable.c ---- */
/* Whether a small-letter word can be a Vietnamese syllable. */
bool syllable_ok(const char *s, size_t n);
/* Where the tone stands in oa, oe, uy at the syllable's end: 1 on the first vowel (hòa), 2 on the second (hoà), 0 elsewhere. */
int tone_place(const char *s, size_t n);
#endif
