#include "write/xlsx.h"

int xlsx_write(const struct book_out *b, struct buf *out, struct diag *g) { (void)b, (void)out, (void)g; return -1; }
int xlsx_change(struct arena *a, const char *name, const void *data, size_t n, const struct sheet_change *v, size_t n_v,
	const struct book_out *add, struct buf *out, struct change_report *report, struct diag *g)
{
	(void)a, (void)name, (void)data, (void)n, (void)v, (void)n_v, (void)add, (void)out, (void)report, (void)g;
	return -1;
}
