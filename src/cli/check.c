/* vanban check: drafts and Word files judged by the rules of form and content. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/check_out.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/report.h"
#include "run/msg.h"
#include "run/plan.h"

struct judge {
	const struct options *o;
	struct press *press;
	struct buf out;
	size_t done, n_sarif;
	bool found, unread;
};

/* The repairs of one draft: shown, then made. Gives true where the draft was changed, so that it is judged again. */
static bool mend(struct judge *g, struct arena *a, const struct job *j, struct checked *c)
{
	FILE *f = g->o->json || g->o->sarif ? stderr : stdout;
	struct mended m;
	const char *kept;
	if (c->read && c->foreign)
		diag_put(&c->findings, &RUN_FIX_FOREIGN, (struct pos){.file = j->draft});
	if (!c->read || c->foreign || !strcmp(j->draft, "-"))
		return false;
	check_mend(a, c, &m);
	if (!m.text)
		return false;
	fprintf(f, "--- %s\n%s", j->draft, m.diff);
	if (g->o->dry_run)
		return false;
	int err = check_replace(a, j->draft, c, &m, &kept);
	if (err) {
		diag_put(&c->findings, &RUN_CANNOT_WRITE, (struct pos){.file = j->draft}, strerror(err));
		return false;
	}
	fprintf(f, ngettext("%s: %zu place mended; the draft as it was is kept as %s\n", "%s: %zu places mended; the draft as it was is kept as %s\n", m.n_mended), j->draft, m.n_mended, kept);
	return true;
}

static void tell(struct judge *g, const struct job *j, struct checked *c)
{
	const struct options *o = g->o;
	if (o->json) {
		buf_puts(&g->out, g->done > 0 ? "," : "");
		check_json(&g->out, j->draft, c);
	} else if (o->sarif) {
		check_sarif(&g->out, c, &g->n_sarif);
	} else {
		report_findings(stderr, &c->findings, o->quiet);
		check_text(&g->out, j->draft, c, o->quiet, o->verdicts);
		if (g->out.len > 0)
			fwrite(g->out.data, 1, g->out.len, stdout);
		buf_clear(&g->out);
	}
	g->unread = g->unread || !c->read || c->findings.n_errors > 0;
	g->found = g->found || c->report.n_errors + c->report.n_warnings > 0;
	g->done++;
}

static void judge_one(struct judge *g, struct job *j)
{
	struct arena *a = arena_new();
	struct checked c;
	check_run(g->press, j, &c);
	if (g->o->fix && mend(g, a, j, &c))
		check_run(g->press, j, &c);
	if (g->o->mark && c.read) {
		const struct job_result *r;
		check_annotate(g->press, &c, &c.findings);
		r = press_write(g->press, j, (struct doc *)c.doc, c.pages, &c.findings);
		c.findings = r->findings;
		for (size_t i = 0; i < r->n_files && !g->o->quiet; i++)
			fprintf(stderr, "%s\n", r->files[i].path);
	}
	tell(g, j, &c);
	arena_free(a);
}

/* The jobs of a call; NULL with a status where it cannot be done. */
static struct job *jobs_of(struct arena *a, const struct options *o, struct diag *g, int *status)
{
	struct plan p = {.drafts = o->args, .n_drafts = o->n_args, .output = o->output, .has_date = o->has_date, .date = o->date, .dpi = o->dpi, .fit = o->fit, .no_output = !o->mark};
	const char *bad;
	if (!plan_formats(a, o->to ? o->to : "pdf", p.formats, &p.n_formats, &bad)) {
		*status = usage_error("check", arena_printf(a, _("there is no format “%s”; the formats are: %s"), utf8_short(a, bad), "pdf, png"));
		return NULL;
	}
	for (size_t i = 0; i < p.n_formats; i++)
		if (!strcmp(p.formats[i], "docx")) {
			*status = usage_error("check", _("notes are drawn on pages; name pdf or png with --to"));
			return NULL;
		}
	struct job *jobs = plan_jobs(a, &p, g);
	const char *dot = o->output && o->n_args == 1 ? strrchr(o->output, '.') : NULL;
	bool named = dot && (!strcmp(dot, ".pdf") || !strcmp(dot, ".png"));
	for (size_t i = 0; jobs && i < o->n_args; i++)
		if (!named)
			jobs[i].stem = arena_printf(a, "%s-ghi-chu", jobs[i].stem);
	if (!jobs) {
		report_findings(stderr, g, o->quiet);
		*status = EXIT_UNUSABLE;
	}
	return jobs;
}

static int list(void)
{
	struct buf b = BUF_INIT;
	check_list(&b);
	fwrite(b.data, 1, b.len, stdout);
	buf_free(&b);
	return EXIT_DONE;
}

int cmd_check(struct arena *a, const struct options *o)
{
	struct judge g = {.o = o};
	struct diag d;
	int status = EXIT_DONE;
	if (o->list)
		return list();
	if (o->n_args == 0)
		return usage_error("check", _("no draft was named"));
	if (o->json && o->sarif)
		return usage_error("check", _("--json and --sarif exclude one another"));
	if ((o->output || o->to) && !o->mark)
		return usage_error("check", _("-o and --to belong to --mark"));
	diag_init(&d, a);
	struct job *jobs = jobs_of(a, o, &d, &status);
	if (!jobs)
		return status;
	g.press = press_new(NULL);
	if (o->json)
		buf_puts(&g.out, "{\"drafts\":[");
	if (o->sarif)
		check_sarif_begin(&g.out, VANBAN_VERSION);
	for (size_t i = 0; i < o->n_args; i++)
		judge_one(&g, &jobs[i]);
	status = g.unread ? EXIT_UNUSABLE : g.found ? EXIT_FINDINGS : EXIT_DONE;
	if (o->json)
		buf_printf(&g.out, "],\"status\":%d}", status);
	if (o->sarif)
		check_sarif_end(&g.out);
	if ((o->json || o->sarif) && json_print(&g.out) != 0)
		status = EXIT_UNUSABLE;
	press_free(g.press);
	buf_free(&g.out);
	return status;
}
