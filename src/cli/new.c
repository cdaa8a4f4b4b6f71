/* vanban new: a draft of a kind, or the list of kinds. */
#include <string.h>
#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/report.h"
#include "run/skeleton.h"

static int end(const struct options *o, const struct diag *g, struct buf *json)
{
	int status = g->n_errors > 0 ? EXIT_UNUSABLE : EXIT_DONE;

	if (o->json)
		status = json_end(json, g, status);
	else
		report_findings(stderr, g, o->quiet);
	buf_free(json);
	return status;
}

static int list_kinds(struct arena *a, const struct options *o, struct diag *g)
{
	struct buf json = BUF_INIT;
	size_t n;
	const struct skeleton *v = skeleton_list(a, &n, g);

	buf_puts(&json, "{\"kinds\":[");
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(&json, ',');
		buf_puts(&json, "{\"kind\":");
		json_string(&json, v[i].slug);
		buf_puts(&json, ",\"name\":");
		json_string(&json, v[i].name);
		buf_putc(&json, '}');
		if (!o->json)
			printf("%-28s %s\n", v[i].slug, v[i].name);
	}
	buf_putc(&json, ']');
	return end(o, g, &json);
}

int cmd_new(struct arena *a, const struct options *o)
{
	struct diag g;
	struct buf json = BUF_INIT;
	const struct skeleton *s;
	const char *path = NULL;

	diag_init(&g, a);
	if (o->list || o->n_args == 0)
		return list_kinds(a, o, &g);
	if (o->n_args > 1)
		return usage_error("new", _("one kind at a time; put a name of several words between quotes"));
	s = skeleton_find(a, o->args[0], &g);
	if (s != NULL)
		path = skeleton_copy(a, s, o->output, o->force, &g);
	buf_puts(&json, "{\"files\":[");
	if (path != NULL)
		json_string(&json, path);
	buf_putc(&json, ']');
	if (path != NULL && strcmp(path, "-") != 0 && !o->json && !o->quiet)
		printf("%s\n", path);
	return end(o, &g, &json);
}
