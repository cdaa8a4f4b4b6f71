#ifndef COMPOSE_CITE_H
#define COMPOSE_CITE_H
/* Citations (viện dẫn, Phụ lục I, Phần I, II.6.a–b) between cite.c (where they stand) and cite_tag.c (what a tag says). */
#include "compose/inner.h"

/* How a document is named: as the place asks, or as the tag says. */
enum cite_form { CITE_AS_DUE, CITE_FULL, CITE_SHORT };

/* One document that a tag names: "30/2020/NĐ-CP, điểm a khoản 2 Điều 7". */
struct cite_item {
	size_t index;             /* of the directive in meta->cited */
	enum cite_form form;
	const char *part;         /* điểm, khoản, Điều …; "" if none */
	const char *brief;        /* viết tắt asked for by the tag; NULL */
};
enum { CITE_ITEMS = 40 };

/* The documents a tag names, in order, into v[CITE_ITEMS]; returns how many. Faults are noted if tell is set: a document that is
 * not known (with the nearest ones), two that bear the same number, a tag that names nothing. */
size_t cite_read(struct ctx *c, const struct cite *tag, struct cite_item v[CITE_ITEMS], bool tell);

/* The kind of a document as given, or as its number tells it; NULL if neither does. */
const char *cite_kind(const struct directive *d);
/* The name of a document in full: kind, number, date, issuer, subject; a law's by its name alone, in a căn cứ with its date. */
const char *cite_full(struct ctx *c, const struct directive *d, bool basis);
/* Kind and number; a law's name. */
const char *cite_short(struct ctx *c, const struct directive *d);
#endif
