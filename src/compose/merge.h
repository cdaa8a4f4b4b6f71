#ifndef COMPOSE_MERGE_H
#define COMPOSE_MERGE_H
/* Templates: drafts with Mustache tags. {{tên}} is replaced by a value, {{#tên}} … {{/tên}} stands once for each element of a list
 * (or once if the value is yes), {{^tên}} … {{/tên}} if there is none, {{! … }} is a remark, {{> tệp}} another file of the
 * template's folder. A value is escaped for the place it stands at, and never changes the structure of the draft. */
#include "model/merged.h"
#include "model/value.h"

#define MERGE_DEPTH 32           /* sections and partials inside one another */
#define MERGE_PARTIALS 64        /* files a template takes in, itself counted */
#define MERGE_PARTIAL_MB 1       /* largest of them */
#define MERGE_OUT_MB 16          /* largest draft that comes out: no more is read */

struct template;
/* Reads a template; name stands for the file in findings (it must outlive them), dir is the folder of its partials (NULL: it has
 * none). Lives in the arena and may be filled any number of times, also by child processes. NULL if there are errors (in g). */
struct template *merge_open(struct arena *a, const char *name, const char *dir, const char *text, size_t n, struct diag *g);
/* The same from a file. */
struct template *merge_open_file(struct arena *a, const char *path, struct diag *g);
/* Fills a template with the values of root, a mapping: the draft, in the arena a (which may be another than the template's and be
 * emptied after each). A name that root does not know is an error that lists the nearest ones. False if there are errors. */
bool merge(struct arena *a, const struct template *t, const struct value *root, struct merged *out, struct diag *g);

/* ---- which names a template needs ---- */
enum merge_use { MERGE_PRINTED, MERGE_SECTION, MERGE_INVERTED };
struct merge_name {
	const char *name;        /* as typed where it stands first: "nhiệm vụ" */
	const char *fold;
	const char *inside;      /* folded name of the section it stands in, "" at the top */
	struct pos pos;          /* of that place */
	enum merge_use use;
};
/* The names of a template and its partials, each once a section it stands in, in order of their first places. */
struct merge_name *merge_names(struct arena *a, const struct template *t, size_t *n);
#endif
