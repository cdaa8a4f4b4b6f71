#ifndef WRITE_WRITE_H
#define WRITE_WRITE_H
/* One writer a format; a new format is one file and one row of writers[]. */
#include "base/buf.h"
#include "model/pages.h"
#include "text/shape.h"

struct write_job {
	struct doc *doc;
	struct pages *pages;
	struct fonts *fonts;
	double dpi;           /* PNG */
	size_t page;          /* per_page writers: index of the page */
	bool bare;            /* DOCX: without the guards of borderline lines (GUARD_SPACING, GUARD_NARROW) */
};
struct writer {
	const char *name;     /* "docx" */
	const char *suffix;   /* ".docx" */
	bool per_page;        /* PNG: a file each */
	int (*write)(const struct write_job *j, struct buf *out, struct diag *g); /* 0, or -1 noted in g */
};
extern const struct writer writers[]; /* ends with name NULL */
const struct writer *writer_find(const char *name);
#endif
