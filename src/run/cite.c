#include "run/cite.h"
#include <errno.h>
#include <string.h>
#include "base/file.h"
#include "base/i18n.h"
#include "compose/compose.h"
#include "read/read.h"
#include "run/foreign.h"
#include "run/msg.h"

static bool read_one(struct arena *a, const char *path, struct cite_result *out, struct diag *g)
{
	struct diag own;
	char *data;
	size_t n;
	int err = file_read(a, path, (size_t)FOREIGN_MB << 20, &data, &n);
	bool word = !err && foreign_is(data, n);
	if (!err && !word && n > (size_t)CITE_DRAFT_MB << 20)
		err = EFBIG;
	if (err) {
		diag_put(g, &RUN_CANNOT_READ, (struct pos){.file = path}, strerror(err));
		return false;
	}
	diag_init(&own, a);
	struct job j = {.draft = path, .text = data, .n_text = n, .text_dir = file_dir(a, path)};
	struct doc *d = word ? foreign_read(a, &j, &own) : read_draft_text(a, path, j.text_dir, data, n, &own);
	bool good = d && !own.n_errors && (word || (compose(d, &own) == 0 && !own.n_errors));
	if (good)
		cite_collect(a, d, path, word ? NULL : data, n, out);
	diag_take_errors(g, &own);
	return good;
}

void cite_run(struct arena *a, const char *const *drafts, size_t n, const char *output, bool force, struct cite_result *out, struct diag *g)
{
	*out = (struct cite_result){.n_drafts = n};
	for (size_t i = 0; i < n; i++)
		out->n_failed += !read_one(a, drafts[i], out, g);
	cite_compare(a, out);
	for (size_t i = 0; i < out->n; i++)
		out->n_clashing += out->v[i].n_clashes > 0;
	if (!output || out->n_failed == n)
		return;
	out->written = cite_write(a, output, force, out, g);
	out->failed = !out->written;
}
