#ifndef CHECK_CITED_IN_H
#define CHECK_CITED_IN_H
/* Between the rooms that find the documents a text names: cited.c (numbers), cited_law.c (laws), cited_brief.c (short forms). */
#include "check/cited.h"
#include "check/inner.h"

/* An entry being made: where it stands, and what the rooms need to know of each other's. */
struct naming {
	struct cited c;
	const struct ptext *t;
	uint32_t code_from;       /* CITED_NUMBER */
	uint32_t subject_to;      /* 0: no subject */
};
struct namings { struct naming *v; size_t n, cap; };
enum { CITED_KEPT = 10000 };  /* places in a document; later ones are left out */

/* ---- cited_law.c ---- */
/* Laws that a text names: new entries, or name and place given to the entry of the number behind the name. first: the text's own
 * entries begin there. */
void cited_laws(struct checker *c, const struct ptext *t, struct namings *all, size_t first);

/* ---- cited_brief.c ---- */
/* True if bytes [from, to) of t lie in "(sau đây viết tắt là …)". */
bool cited_in_definition(const struct checker *c, const struct ptext *t, uint32_t from, uint32_t to);
/* Gives the entries their short forms and adds the places where these stand. The entries are in order. */
void cited_briefs(struct checker *c, struct namings *all);
#endif
