/* Any bytes as a register of whatever form, and as a deadline: typed rows, their states at a date. */
#include <stdint.h>
#include <stdlib.h>
#include "base/buf.h"
#include "read/reg.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* What is promised of a deadline: its days exist, and it does not end before it begins. */
static void deadline(struct arena *a, const char *s)
{
	struct deadline d;

	deadline_read(a, s, &d);
	if ((d.from.year != 0 && !viet_date_valid(d.from)) || (d.to.year != 0 && !viet_date_valid(d.to)))
		abort();
	if (d.kind == DEADLINE_PERIOD && viet_date_cmp(d.from, d.to) >= 0)
		abort();
	if (d.kind == DEADLINE_DAY && (d.from.year != 0 || d.to.year == 0))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const names[] = {"a.csv", "a.yaml", "a.json", "a.xml"};
	static const struct date at = {31, 12, 2025};
	struct arena *a = arena_new();
	struct buf out = BUF_INIT;
	struct diag g;
	struct reg *r;

	diag_init(&g, a);
	r = reg_load_bytes(a, names[n % 4], data, n, NULL, &g);
	if (r == NULL && g.n_errors == 0)
		abort(); /* what cannot be read is said */
	for (size_t i = 0; r != NULL && i < r->n_tasks; i++) {
		if (task_judge(&r->tasks[i], at).state >= TASK_STATES || r->tasks[i].text == NULL)
			abort();
		reg_place_text(a, &r->tasks[i].at, REG_DUE);
	}
	if (r != NULL)
		reg_dump(r, &out);
	deadline(a, arena_strndup(a, (const char *)data, n));
	buf_free(&out);
	arena_free(a);
	return 0;
}
