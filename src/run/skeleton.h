#ifndef RUN_SKELETON_H
#define RUN_SKELETON_H
/* The skeletons of "vanban new": templates/<slug>.md, one for each kind and some variants ("-dang": of the Party); and the templates
 * of "vanban batch", templates/batch/<slug>.md; and the register, which is made (run/register.h). */
#include <stdbool.h>
#include <stddef.h>
#include "base/diag.h"

struct skeleton {
	const char *slug;     /* "to-trinh", "to-trinh-dang" */
	const char *name;     /* "Tờ trình", "Tờ trình (Đảng)" */
	const char *path;     /* NULL: made */
	bool batch;           /* a template to be filled from a register */
};
/* All skeletons, ordered by slug; NULL if the folder is missing (noted in g). */
struct skeleton *skeleton_list(struct arena *a, size_t *n, struct diag *g);
/* The skeleton of a kind as typed ("to-trinh", "Tờ trình", "totrinh"); NULL with the nearest one noted in g. */
const struct skeleton *skeleton_find(struct arena *a, const char *kind, struct diag *g);
/* Path of the shipped template for "vanban batch" that a name as typed means ("bao-cao-quy"); NULL if a file has that name, or none
 * is meant. */
const char *skeleton_template(struct arena *a, const char *name);
/* Copies a skeleton to path (NULL: <slug>.md here, of the register .xlsx; a folder: the same in it; "-": standard output). Refuses to
 * replace a file unless forced. Returns the path written, or NULL (noted in g). */
const char *skeleton_copy(struct arena *a, const struct skeleton *s, const char *path, bool force, struct diag *g);
#endif
