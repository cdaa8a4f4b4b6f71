#ifndef CHECK_RULE_H
#define CHECK_RULE_H
/* The rules of form and content (nd30.md 8: N01–N70 of the State and of both, D01–D12 of the Party) as rows of one table, and
 * what they say of a document. A rule that could not look says why: it never passes in silence. */
#include "model/pages.h"

enum { RULE_STATE = 1, RULE_PARTY = 2, RULE_BOTH = 3 };

struct checker;
struct rule {
	const char *id;           /* "N30" */
	enum level level;
	unsigned scope;           /* RULE_… */
	const char *clause;       /* N_(): what it rests on */
	const char *title;        /* N_(): what holds where it passes */
	const char *example;      /* Vietnamese text on which it fires, for the manual; NULL: it looks at the page */
	void (*run)(struct checker *c);
	struct date from, to;     /* dates of documents it holds for; year 0: open */
};
extern const struct rule rules[]; /* by id; closed by a row without id */
/* The rule of an id, in capitals or not; NULL if there is none. */
const struct rule *rule_find(const char *id);

enum verdict { VERDICT_PASS, VERDICT_FAIL, VERDICT_NOT_EVALUATED };

struct check_finding {
	const struct rule *rule;
	const struct node *node;  /* NODE_PARA mostly */
	uint32_t from, to;        /* bytes of doc_text(node); equal: the whole of it */
	const char *words;        /* doc_text(node), where a part of it is quoted; else NULL */
	struct pos pos;           /* of the node; whoever has the draft's lines makes it the place of the quote */
	const char *quote;        /* "" where there is none */
	const char *text;         /* what is wrong and what to do, in the user's language */
	const char *fix;          /* what to write in place of the quote, where that is certain; else NULL */
	size_t more;              /* further places of which the same is to be said (foreign files); the text says how many */
	size_t page;              /* from 1; 0: not laid out, or nowhere on the pages */
	bool waived;              /* silenced by the office or the draft */
	const char *reason;       /* why */
};
struct check_verdict {
	const struct rule *rule;
	enum verdict verdict;
	const char *why;          /* of VERDICT_NOT_EVALUATED, in the user's language */
	size_t n_findings, n_waived; /* n_findings: those that are not waived */
};
struct check_report {
	struct check_finding *v; size_t n, cap; /* in the order of the document; at most CHECK_KEPT */
	struct check_verdict *verdicts; size_t n_verdicts; /* one a rule, in the table's order */
	size_t n_errors, n_warnings, n_notes, n_waived;
	size_t n_left_out;        /* findings beyond CHECK_KEPT */
};
enum { CHECK_KEPT = 1000 };

/* Judges a composed document by all rules. pages may be NULL: rules of the page are not evaluated then. source: the draft's bytes,
 * or NULL. The report lives in the arena. */
struct check_input {
	const struct doc *doc;
	const struct pages *pages;
	const char *source; size_t n_source;
	enum level least;         /* rules below this level are left out of the report; LEVEL_INFO (0): none is */
};
void check_document(struct arena *a, const struct check_input *in, struct check_report *out);
#endif
