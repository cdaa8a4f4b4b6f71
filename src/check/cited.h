#ifndef CHECK_CITED_H
#define CHECK_CITED_H
/* The documents that a composed document names (văn bản được viện dẫn), one entry for each place: by number, by the short form that
 * the text defined, a law by its name. What was a tag "[@…]" is text by then and is found like any other. */
#include "model/doc.h"

enum cited_by { CITED_NUMBER, CITED_BRIEF, CITED_NAME };

struct cited {
	const struct node *node;  /* NODE_PARA */
	const char *words;        /* doc_text(node) */
	uint32_t from, to;        /* bytes of it: kind to the end of date and issuing body */
	enum cited_by by;
	size_t of;                /* CITED_BRIEF: the entry it stands for, by its index */
	/* as typed, in the arena; NULL where the place does not say it */
	const char *kind;         /* "Kế hoạch hành động"; "Luật" */
	const char *code;         /* with plain hyphens: "359-KH/TU" */
	const char *issuer;       /* "Ban Thường vụ Tỉnh ủy" */
	const char *subject;      /* "về …", up to where the words can be no part of it; of a law its name */
	const char *brief;        /* the short form that is defined here */
	const char *part;         /* "điểm a khoản 2 Điều 7" */
	struct date date;         /* of a law perhaps the year alone */
	uint32_t date_from, date_to;
	bool subject_sure;        /* the subject ends with a sign that ends it, not where a sentence may go on behind it */
	bool listed;              /* one of a list: its kind is that of the one before it */
};
struct cited_list { struct cited *v; size_t n, cap; };

/* Finds them, in the order of the document, footnotes last. */
void cited_find(struct arena *a, const struct doc *d, struct cited_list *out);
/* True if two numbers of one day may be two writings of one: same figures and type, bodies whose letters overlap ("06-TB/BCĐTW" and
 * "06-TB/CQTTBCĐ"). Of numbers of the Party alone. */
bool cited_alike(const char *a, const char *b);
#endif
