/* Any bytes as a text from elsewhere: its form is recognised and a draft written, which must be a draft that can be read. */
#include <stdint.h>
#include <stdio.h>
#include "read/foreign.h"
#include "read/read.h"
#include "write/draft.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct diag g, again;
	struct buf out = BUF_INIT;

	diag_init(&g, a);
	diag_init(&again, a);
	struct doc *d = read_plain(a, "fuzz.txt", (const char *)data, n, &g);
	if (d != NULL) {
		recognise(d, &g);
		write_draft(d, NULL, &out);
		read_draft_text(a, "fuzz.md", NULL, out.data, out.len, &again);
	}
	for (size_t i = 0; i < again.n; i++)
		if (again.items[i].msg->level == LEVEL_ERROR) {
			fprintf(stderr, "%u:%u: %s\n%s\n", again.items[i].pos.line, again.items[i].pos.col, again.items[i].text, out.data);
			__builtin_trap();
		}
	buf_free(&out);
	arena_free(a);
	return 0;
}
