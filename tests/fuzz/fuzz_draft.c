/* Any bytes as a draft: read, compose, and what it cites. */
#include <stdint.h>
#include "check/cited.h"
#include "compose/compose.h"
#include "model/doc.h"
#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct diag g;
	struct doc *d;

	diag_init(&g, a);
	d = read_draft_text(a, "fuzz.md", NULL, arena_strndup(a, (const char *)data, n), n, &g);
	if (d != NULL && compose(d, &g) == 0) {
		struct cited_list l;

		cited_find(a, d, &l);
	}
	arena_free(a);
	return 0;
}
