#include "compose/merge.h"
struct template *merge_open(struct arena *a, const char *name, const char *dir, const char *text, size_t n, struct diag *g)
{
	(void)a, (void)name, (void)dir, (void)text, (void)n, (void)g;
	return NULL;
}
struct template *merge_open_file(struct arena *a, const char *path, struct diag *g)
{
	(void)a, (void)path, (void)g;
	return NULL;
}
bool merge(struct arena *a, const struct template *t, const struct value *root, struct merged *out, struct diag *g)
{
	(void)a, (void)t, (void)root, (void)g;
	*out = (struct merged){ 0 };
	return false;
}
struct merge_name *merge_names(struct arena *a, const struct template *t, size_t *n)
{
	(void)a, (void)t;
	*n = 0;
	return NULL;
}
