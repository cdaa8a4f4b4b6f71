#ifndef RUN_VERIFY_H
#define RUN_VERIFY_H
/* Two finished files read back and compared: do they belong together? */
#include "base/diag.h"
#include "check/agree.h"

enum { VERIFY_FILE_MB = 100 };

struct pair { const char *docx, *pdf; };

struct verify_side {
	const char *file;
	char sha256[65];
	size_t pages, words, notes, pictures; /* pages 0: the file does not say */
};

struct verdict {
	bool read;                /* both files could be read; else why stands in the findings */
	struct verify_side docx, pdf;
	bool has_signature;       /* the PDF holds one */
	struct agreement agreement;
};

/* The pairs that the operands name: two files in either order, a stem ("bao-cao": bao-cao.docx and bao-cao.pdf), a folder
 * (all stems in it that have both, by name). NULL: noted in g. */
struct pair *verify_pairs(struct arena *a, const char *const *args, size_t n_args, size_t *n, struct diag *g);
/* Reads and compares a pair; the verdict lives as long as the arena. */
void verify_pair(struct arena *a, const struct pair *p, struct verdict *out, struct diag *g);
#endif
