#include "run/foreign.h"
#include <string.h>
#include "read/foreign.h"

bool foreign_is(const char *data, size_t n)
{
	return n >= 8 && (!memcmp(data, "PK\003\004", 4) || !memcmp(data, "\xD0\xCF\x11\xE0", 4));
}

struct doc *foreign_read(struct arena *a, const struct job *j, struct diag *g)
{
	size_t before = g->n_errors;
	struct doc *d = read_docx(a, j->draft, j->text, j->n_text, g);

	if (d == NULL)
		return NULL;
	recognise(d, g);
	if (j->has_date)
		d->meta->date = j->date;
	if (j->text_dir != NULL)
		foreign_office(d, j->text_dir, g);
	return g->n_errors > before ? NULL : d;
}
