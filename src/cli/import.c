/* vanban import: a file from elsewhere made a draft. */
#include <stdio.h>
#include <string.h>
#include "base/i18n.h"
#include "cli/command.h"
#include "cli/report.h"
#include "run/import.h"

static void json_result(struct buf *b, const struct imported *r)
{
	buf_puts(b, "{\"files\":[");
	if (r->path)
		json_string(b, r->path);
	for (size_t i = 0; i < r->n_pictures; i++) {
		buf_putc(b, ',');
		json_string(b, r->pictures[i]);
	}
	buf_putc(b, ']');
	json_member(b, "kind", r->kind);
	buf_printf(b, ",\"paragraphs\":%zu,\"unsure\":%zu", r->paragraphs, r->unsure);
}

static int print_json(const struct imported *r, const struct diag *g, int status)
{
	struct buf b = BUF_INIT;
	json_result(&b, r);
	status = json_end(&b, g, status);
	buf_free(&b);
	return status;
}

int cmd_import(struct arena *a, const struct options *o)
{
	struct imported r;
	struct diag g;
	if (o->n_args == 0)
		return usage_error("import", _("no file was named"));
	if (o->n_args > 1)
		return usage_error("import", _("one file at a time"));
	if (o->json && o->output && strcmp(o->output, "-") == 0)
		return usage_error("import", _("the draft and the JSON cannot both go to standard output"));
	diag_init(&g, a);
	import_file(a, o->args[0], o->output, o->force, &r, &g);
	diag_sort(&g);
	int status = !r.path ? EXIT_UNUSABLE : r.unsure ? EXIT_FINDINGS : EXIT_DONE;
	if (o->json)
		return print_json(&r, &g, status);
	report_findings(stderr, &g, o->quiet);
	if (r.path && strcmp(r.path, "-") != 0 && !o->quiet)
		printf("%s\n", r.path);
	return status;
}
