#ifndef READ_READ_H
#define READ_READ_H
#include "model/doc.h"
#include "model/merged.h"
/* Reads a draft (and vanban.yaml in its folder or the nearest parent) into a document of the arena: meta data, and for
 * each part one NODE_SECTION with its body. path "-" is not special. Findings go to g; NULL if the file cannot be read at all. */
struct doc *read_draft(struct arena *a, const char *path, struct diag *g);
/* The same from memory; name stands for the file in findings, dir is the folder of pictures and vanban.yaml (NULL: none). */
struct doc *read_draft_text(struct arena *a, const char *name, const char *dir, const char *text, size_t n, struct diag *g);
/* The same of a draft that a template gave: findings and nodes point into the template (name: its file), and what values gave is
 * neither title nor label nor căn cứ, whatever it says. */
struct doc *read_merged(struct arena *a, const char *name, const char *dir, const struct merged *m, struct diag *g);
/* Path of the vanban.yaml that holds for drafts in a folder, in the arena; NULL if there is none. */
const char *read_config_path(struct arena *a, const char *dir);
#endif
