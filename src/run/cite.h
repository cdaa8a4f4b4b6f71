#ifndef RUN_CITE_H
#define RUN_CITE_H
/* vanban cite: the directives (văn bản) that drafts name, one row each, with what is said of them against what is known. */
#include "base/diag.h"
#include "check/cited.h"
#include "model/directive.h"

enum { CITE_DRAFTS = 1000, CITE_DRAFT_MB = 16 };

enum cite_field { CITE_CODE, CITE_KIND, CITE_DATE, CITE_ISSUER, CITE_SUBJECT, CITE_FIELDS };

/* Two places that say different things, or one that differs from the register. */
struct cite_clash {
	enum cite_field field;
	const char *said, *other; /* other: of the register, or of the place named by at */
	struct pos pos, at;       /* at.line 0: the register */
};
struct cite_place {
	struct pos pos;           /* in the draft */
	enum cited_by by;
	bool tag;                 /* "[@…]" */
	const char *part;         /* "điểm a khoản 2 Điều 7", or NULL */
	const struct cited *says; /* what the place says of the document; NULL: the short form alone */
};
struct cite_row {
	const char *kind, *code, *issuer, *subject, *brief; /* NULL where neither text nor register says it */
	struct date date;
	bool subject_sure;        /* the subject's end is certain */
	const char *key;          /* folded number, or a law's name: what rows are found by */
	struct pos said_at[CITE_FIELDS]; /* where a value that the register lacks was said first */
	const struct directive *known; /* of "viện dẫn" or the office's register; NULL: of neither */
	const char *source;       /* "viện dẫn", or the name of the file that has it; NULL */
	struct cite_place *places; size_t n, cap; /* in order */
	struct cite_clash *clashes; size_t n_clashes, cap_clashes;
	const char *parts;        /* all parts cited, each once, parted by "; "; "" */
};
struct cite_result {
	struct cite_row *v; size_t n, cap; /* by first mention */
	size_t n_drafts, n_failed;
	size_t n_clashing;        /* rows that have any */
	bool written, failed;     /* the sheet was; could not be */
};

/* Reads the drafts (Word files, too) and finds what they name; output (.xlsx, .csv; NULL: none) receives it as a register of directives, which must not
 * exist unless force is set, and stays as it is on any failure. Findings go to g. */
void cite_run(struct arena *a, const char *const *drafts, size_t n, const char *output, bool force, struct cite_result *out, struct diag *g);

/* ---- citerows.c ---- */
/* One draft's entries into the rows. source: the draft's bytes; NULL: a Word file, whose lines are its paragraphs. */
void cite_collect(struct arena *a, struct doc *d, const char *path, const char *source, size_t n_source, struct cite_result *out);
/* After the last draft: what the rows say, and where their places differ. */
void cite_compare(struct arena *a, struct cite_result *out);
/* "22/12/2024", "2013"; "" without a date. */
const char *cite_date(struct arena *a, struct date d);

/* ---- citebook.c ---- */
/* The rows as a sheet that the register's reader reads; false (noted) if it could not be written. */
bool cite_write(struct arena *a, const char *output, bool force, const struct cite_result *r, struct diag *g);
/* The two texts of a clash from a few words before their first difference on, shortened, each on one line. */
void cite_quotes(struct arena *a, const struct cite_clash *c, const char **said, const char **other);
#endif
