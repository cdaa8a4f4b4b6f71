/* vanban render, vanban preview: drafts to files. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/report.h"
#include "cli/stop.h"
#include "run/plan.h"

#define PROGRESS_FROM 4 /* with fewer drafts a line for each says more than a counter */

struct teller { /* what is told while drafts are rendered */
	const struct options *o;
	bool terminal;
	struct buf json;
	size_t done, total, failed, refused;
};

static void tell_progress(struct teller *t, const char *draft)
{
	if (t->terminal && t->total >= PROGRESS_FROM)
		fprintf(stderr, "\r\033[K[%zu/%zu] %s", t->done + 1, t->total, draft);
}

static void tell_files(const struct job_result *r)
{
	for (size_t i = 0; i < r->n_files; i++) {
		if (i == 3 && r->n_files > 4) { /* many PNG pages */
			fprintf(stderr, " … %s", r->files[r->n_files - 1].path);
			break;
		}
		fprintf(stderr, "%s%s", i > 0 ? " " : "", r->files[i].path);
	}
	fprintf(stderr, ngettext(" (%zu page)\n", " (%zu pages)\n", r->n_pages), r->n_pages);
}

static void tell_json(struct buf *b, const struct job *j, const struct job_result *r)
{
	buf_puts(b, "{\"draft\":");
	json_string(b, j->draft);
	buf_printf(b, ",\"ok\":%s,\"pages\":%zu,\"files\":[", r->ok ? "true" : "false", r->n_pages);
	for (size_t i = 0; i < r->n_files; i++) {
		if (i > 0)
			buf_putc(b, ',');
		json_string(b, r->files[i].path);
	}
	buf_puts(b, "],\"findings\":");
	json_findings(b, &r->findings);
	buf_putc(b, '}');
}

static void tell_result(struct teller *t, const struct job *j, const struct job_result *r)
{
	bool counter = t->terminal && t->total >= PROGRESS_FROM;

	if (counter && r->findings.n > 0)
		fputs("\r\033[K", stderr);
	if (t->o->json) {
		if (t->done > 0)
			buf_putc(&t->json, ',');
		tell_json(&t->json, j, r);
	} else {
		report_findings(stderr, &r->findings, t->o->quiet);
	}
	if (t->terminal && !counter && r->ok)
		tell_files(r);
	t->done++;
	t->failed += r->ok ? 0 : 1;
	t->refused += r->refused ? 1 : 0;
}

static int tell_end(struct teller *t, const struct diag *g)
{
	int status = t->failed > t->refused || g->n_errors > 0 ? EXIT_UNUSABLE : t->refused > 0 ? EXIT_FINDINGS : EXIT_DONE;

	if (t->terminal && t->total >= PROGRESS_FROM) {
		fputs("\r\033[K", stderr);
		fprintf(stderr, _("%zu of %zu drafts rendered"), t->done - t->failed, t->total);
		fputc('\n', stderr);
	}
	if (t->o->json) {
		buf_puts(&t->json, "]");
		status = json_end(&t->json, g, status);
	} else {
		report_findings(stderr, g, t->o->quiet);
	}
	buf_free(&t->json);
	return status;
}

static int run_jobs(const struct options *o, const struct job *jobs, size_t n, const struct diag *g)
{
	struct teller t = {.o = o, .total = n, .terminal = !o->quiet && !o->json && isatty(STDERR_FILENO) == 1};
	struct press *p = press_new(&stop_asked);

	stop_catch();
	buf_puts(&t.json, "{\"drafts\":[");
	for (size_t i = 0; jobs != NULL && i < n && stop_asked == 0; i++) {
		tell_progress(&t, jobs[i].draft);
		tell_result(&t, &jobs[i], press_run(p, &jobs[i]));
	}
	if (stop_asked != 0 && t.done < n)
		t.failed += n - t.done;
	press_free(p);
	return tell_end(&t, g);
}

static int render(struct arena *a, const struct options *o, const char *cmd, const char *formats)
{
	struct plan p = {.drafts = o->args, .n_drafts = o->n_args, .output = o->output, .has_date = o->has_date, .date = o->date, .dpi = o->dpi, .fit = o->fit, .bare = o->no_guards, .check = strcmp(cmd, "render") == 0, .strict = o->strict};
	const char *bad;
	struct diag g;
	struct job *jobs;

	if (o->n_args == 0)
		return usage_error(cmd, _("no draft was named"));
	if (formats != NULL && !plan_formats(a, formats, p.formats, &p.n_formats, &bad))
		return usage_error(cmd, arena_printf(a, _("there is no format “%s”; the formats are: %s"), utf8_short(a, bad), plan_format_names(a)));
	diag_init(&g, a);
	jobs = plan_jobs(a, &p, &g);
	return run_jobs(o, jobs, jobs != NULL ? o->n_args : 0, &g);
}

int cmd_render(struct arena *a, const struct options *o)
{
	return render(a, o, "render", o->to);
}

int cmd_preview(struct arena *a, const struct options *o)
{
	return render(a, o, "preview", "png");
}
