/* Any bytes as a template, and what follows a NUL among them as the texts of a register: figures, merge, read and compose. */
#include <stdint.h>
#include <string.h>
#include "compose/compose.h"
#include "compose/figures.h"
#include "compose/merge.h"
#include "model/doc.h"
#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const uint8_t *nul = n > 0 ? memchr(data, 0, n) : NULL;
	size_t n_text = nul != NULL ? (size_t)(nul - data) : n;
	struct arena *a = arena_new();
	const char *text = arena_strndup(a, (const char *)data, n_text);
	const char *value = nul != NULL ? arena_strndup(a, (const char *)nul + 1, n - n_text - 1) : "# I. {{x}} | ^^\n---";
	struct reg_task tasks[2] = {{ .text = value, .lead = value, .directive = value, .area = value, .result = value, .trouble = value, .done = {1, 2, 2026}, .progress = -1 },
		{ .text = "B", .lead = "Sở A", .progress = 40 }};
	const struct reg_task *p[2] = { &tasks[0], &tasks[1] };
	struct reg_agency agency = { .name = value, .brief = "Sở A" };
	struct report_view v = { .tasks = p, .n_tasks = 2, .key = value, .agencies = &agency, .n_agencies = 1, .quarter = 1, .year = 2026, .at = {31, 3, 2026} };
	struct value *root = value_map(a);
	struct diag g;
	struct merged m;
	struct template *t;

	diag_init(&g, a);
	deadline_read(a, value, &tasks[0].due);
	deadline_read(a, "20/3/2026", &tasks[1].due);
	figures(a, &v, root);
	t = merge_open(a, "fuzz.md", NULL, text, n_text, &g);
	if (t != NULL && merge(a, t, root, &m, &g)) {
		struct doc *d = read_merged(a, "fuzz.md", NULL, &m, &g);

		if (d != NULL)
			compose(d, &g);
	}
	arena_free(a);
	return 0;
}
