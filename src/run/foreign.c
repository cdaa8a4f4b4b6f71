#include "run/foreign.h"
#include <string.h>
#include "read/foreign.h"

bool foreign_is(const char *data, size_t n)
{
	return n >= 8 && (!memcmp(data, "PK\003\004", 4) || !memcmp(data, "\xD0\xCF\x11\xE0", 4));
}

/* What the recogniser is unsure of is for whoever imports the file: here the rules say what is missing. A kind that was but assumed is none. */
static void know_form(struct doc *d)
{
	struct diag unsure;

	diag_init(&unsure, d->arena);
	recognise(d, &unsure);
	for (size_t i = 0; i < unsure.n; i++)
		if (strcmp(unsure.items[i].msg->id, "kind-unknown") == 0)
			d->meta->kind = (struct text){ 0 };
}

struct doc *foreign_read(struct arena *a, const struct job *j, struct diag *g)
{
	size_t before = g->n_errors;
	struct doc *d = read_docx(a, j->draft, j->text, j->n_text, g);
	if (d == NULL)
		return NULL;
	docx_tell_left_out(d, 0, g);
	know_form(d);
	if (j->has_date)
		d->meta->date = j->date;
	if (j->text_dir != NULL)
		foreign_office(d, j->text_dir, g);
	return g->n_errors > before ? NULL : d;
}
