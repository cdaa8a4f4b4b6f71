#include "run/check.h"
#include <string.h>
#include <unistd.h>
#include "base/file.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "read/read.h"
#include "run/foreign.h"
#include "run/msg.h"

/* What compose says of a draft and a rule says better, with its place. */
static bool told_by_rule(const struct finding *f)
{
	static const char *const ids[] = {"end-mark", "no-addressee"};
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
		if (!strcmp(f->msg->id, ids[i]))
			return true;
	return false;
}

static void drop_told(struct diag *g)
{
	size_t k = 0;
	for (size_t i = 0; i < g->n; i++) {
		if (told_by_rule(&g->items[i]))
			g->n_warnings -= g->items[i].msg->level == LEVEL_WARNING;
		else
			g->items[k++] = g->items[i];
	}
	g->n = k;
}

static void unknown_rules(struct checked *c)
{
	const struct waivers *w = &c->doc->meta->waivers;
	for (size_t i = 0; i < w->n; i++)
		if (!rule_find(w->v[i].rule))
			diag_put(&c->findings, &RUN_UNKNOWN_RULE, w->v[i].pos, w->v[i].rule);
}

static void place_findings(struct checked *c)
{
	for (size_t i = 0; i < c->report.n; i++) {
		struct check_finding *f = &c->report.v[i];
		size_t from, to;
		if (c->foreign) /* paragraph and letter of it */
			f->pos.col = f->to > f->from && f->words ? (uint32_t)utf8_count(f->words, f->from) + 1 : f->pos.col;
		else if (check_locate(c, f, &from, &to))
			check_line_col(c->source, from, &f->pos.line, &f->pos.col);
	}
}

/* The file's bytes, where it can be read and is no larger than files of its kind may be. */
static void open_file(struct arena *a, struct job *j)
{
	char *data;
	size_t n;
	if (j->text || !strcmp(j->draft, "-") || file_read(a, j->draft, (size_t)FOREIGN_MB << 20, &data, &n) != 0)
		return;
	if (n > (size_t)JOB_STDIN_MB << 20 && !foreign_is(data, n))
		return;
	j->text = data;
	j->n_text = n;
	j->text_dir = file_dir(a, j->draft);
	j->draft = arena_strdup(a, j->draft);
}

/* A Word file was laid out by the program it comes from: what our layout finds narrow there is nobody's fault. */
static struct pages *lay_out(struct press *p, struct doc *d, const struct job *j, struct checked *out)
{
	struct diag g;
	if (!out->foreign)
		return press_layout(p, d, j->fit || d->meta->fit, &out->findings);
	diag_init(&g, d->arena);
	struct pages *pages = press_layout(p, d, false, &g);
	if (!pages)
		diag_take(&out->findings, &g);
	return pages;
}

void check_run(struct press *p, const struct job *job, struct checked *out)
{
	struct job j = *job;
	*out = (struct checked){.read = false};
	struct arena *a = press_begin(p, &out->findings);
	open_file(a, &j);
	out->foreign = j.text && foreign_is(j.text, j.n_text);
	struct doc *d = out->foreign ? foreign_read(a, &j, &out->findings) : press_read(p, &j, &out->findings);
	out->source = out->foreign ? NULL : j.text;
	out->n_source = out->source ? j.n_text : 0;
	out->doc = d;
	out->pages = d ? lay_out(p, d, &j, out) : NULL;
	if (out->pages) {
		struct check_input in = {d, out->pages, out->source, out->n_source, LEVEL_INFO};
		check_document(a, &in, &out->report);
		unknown_rules(out);
		place_findings(out);
		out->n_pages = out->pages->n;
		out->read = true;
	}
	drop_told(&out->findings);
	diag_sort(&out->findings);
}

/* "N69: “…………”: what is wrong; what to do" */
static const char *rule_text(struct arena *a, const struct check_finding *f)
{
	const char *quote = f->quote ? utf8_one_line(a, f->quote) : "";
	if (strspn(quote, " ") == strlen(quote))
		return arena_printf(a, "%s: %s", f->rule->id, f->text);
	return arena_printf(a, "%s: “%s”: %s", f->rule->id, utf8_short(a, quote), f->text);
}

void check_render(struct arena *a, const struct doc *d, const struct pages *pages, bool strict, struct check_source (*read)(void *ctx), void *ctx, struct diag *g)
{
	struct check_input in = {d, pages, NULL, 0, LEVEL_ERROR};
	struct checked c = {.read = true, .doc = d};
	check_document(a, &in, &c.report);
	if (c.report.n_errors > 0) {
		struct check_source s = read(ctx);
		c.source = s.text;
		c.n_source = s.n;
		place_findings(&c);
	}
	for (size_t i = 0; i < c.report.n; i++) {
		const struct check_finding *f = &c.report.v[i];
		if (f->waived || f->rule->level != LEVEL_ERROR)
			continue;
		struct msg *m = ARENA_NEW(a, struct msg);
		*m = (struct msg){f->rule->id, strict ? LEVEL_ERROR : LEVEL_WARNING, "%s", f->rule->clause};
		diag_put(g, m, f->pos, rule_text(a, f));
	}
}
