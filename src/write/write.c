/* The table of output formats. */
#include "write/write.h"
#include <string.h>
#include "write/docx.h"
#include "write/pdf.h"
#include "write/png.h"

const struct writer writers[] = {
	{"docx", ".docx", /*per_page*/ false, write_docx},
	{"pdf", ".pdf", /*per_page*/ false, write_pdf},
	{"png", ".png", /*per_page*/ true, write_png},
	{NULL, NULL, false, NULL},
};

const struct writer *writer_find(const char *name)
{
	for (const struct writer *w = writers; w->name; w++)
		if (!strcasecmp(w->name, name))
			return w;
	return NULL;
}
