/* vanban tasks: the tasks that drafts give, listed or brought into a register. */
#include <string.h>
#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/report.h"
#include "run/tasks.h"

static const char *const fate_names[] = {[TASKS_NEW] = "new", [TASKS_FILLED] = "filled", [TASKS_KEPT] = "kept", [TASKS_DIFFERS] = "differs"};

static void json_row(struct buf *b, const struct tasks_row *r, bool register_given)
{
	const struct task *t = &r->task;
	buf_puts(b, "{\"draft\":");
	json_string(b, r->draft->path);
	buf_printf(b, ",\"line\":%u", t->pos.line);
	json_member(b, "source", r->draft->source);
	json_member(b, "path", t->path);
	json_member(b, "text", t->text);
	json_member(b, "lead", t->fields[TASK_FIELD_LEAD]);
	json_member(b, "partners", t->fields[TASK_FIELD_PARTNERS]);
	json_member(b, "due", t->fields[TASK_FIELD_DUE]);
	json_member(b, "product", t->fields[TASK_FIELD_PRODUCT]);
	json_member(b, "review", r->review);
	json_member(b, "fate", register_given ? fate_names[r->fate] : NULL);
	buf_puts(b, "}");
}

static int print_json(const struct tasks_result *t, const struct options *o, const struct diag *g, int status)
{
	struct buf b = BUF_INIT;
	buf_puts(&b, "{\"tasks\":[");
	for (size_t i = 0; i < t->n; i++) {
		buf_puts(&b, i ? "," : "");
		json_row(&b, &t->v[i], o->output && !t->failed);
	}
	buf_puts(&b, "]");
	json_member(&b, "register", o->output);
	buf_printf(&b, ",\"written\":%s,\"new\":%zu,\"filled\":%zu,\"kept\":%zu,\"differs\":%zu,\"gone\":%zu,\"review\":%zu", t->written ? "true" : "false",
		t->fates[TASKS_NEW], t->fates[TASKS_FILLED], t->fates[TASKS_KEPT], t->fates[TASKS_DIFFERS], t->n_gone, t->n_review);
	status = json_end(&b, g, status);
	buf_free(&b);
	return status;
}

static void print_field(struct arena *a, const char *name, const char *s)
{
	if (s)
		printf("    %s: %s\n", name, utf8_one_line(a, s));
}

static void print_row(struct arena *a, const struct tasks_row *r)
{
	const struct task *t = &r->task;
	printf("%s:%u: %s%s%s\n", r->draft->path, t->pos.line, t->path ? t->path : "", t->path ? " " : "", utf8_short(a, utf8_one_line(a, t->text)));
	print_field(a, _("lead"), t->fields[TASK_FIELD_LEAD]);
	print_field(a, _("with"), t->fields[TASK_FIELD_PARTNERS]);
	print_field(a, _("due"), t->fields[TASK_FIELD_DUE]);
	print_field(a, _("product"), t->fields[TASK_FIELD_PRODUCT]);
	print_field(a, _("to be looked at"), r->review);
}

/* What became of the tasks, a line; then those that people should look at. */
static void print_summary(struct arena *a, const struct tasks_result *t, const char *output)
{
	printf(ngettext("%s: %zu task: %zu new, %zu filled in, %zu as before", "%s: %zu tasks: %zu new, %zu filled in, %zu as before", t->n), output, t->n,
		t->fates[TASKS_NEW], t->fates[TASKS_FILLED], t->fates[TASKS_KEPT] + t->fates[TASKS_DIFFERS]);
	if (t->n_review)
		printf(_("; %zu to be looked at"), t->n_review);
	if (!t->written)
		printf(_("; nothing had to be written"));
	putchar('\n');
	for (size_t i = 0; i < t->n; i++)
		if (t->v[i].fate == TASKS_DIFFERS)
			printf(_("%s:%u: the draft words the task of row %u otherwise now; the row was kept: %s"), t->v[i].draft->path, t->v[i].task.pos.line, t->v[i].row,
				utf8_short(a, utf8_one_line(a, t->v[i].task.text))), putchar('\n');
	if (t->n_gone) {
		printf(ngettext("%s: %zu row has a task that its draft no longer gives; it was kept", "%s: %zu rows have tasks that their drafts no longer give; they were kept",
			t->n_gone), output, t->n_gone);
		putchar('\n');
	}
}

int cmd_tasks(struct arena *a, const struct options *o)
{
	struct diag g;
	struct tasks_result t;
	if (o->n_args == 0)
		return usage_error("tasks", _("no draft was named"));
	if (o->n_args > TASKS_DRAFTS)
		return usage_error("tasks", _("too many drafts at a time"));
	diag_init(&g, a);
	tasks_run(a, o->args, o->n_args, o->output, &t, &g);
	size_t failed = 0;
	for (size_t i = 0; i < t.n_drafts; i++)
		failed += t.drafts[i].failed;
	int status = t.failed || (failed && failed == t.n_drafts) ? EXIT_UNUSABLE : failed ? EXIT_FINDINGS : EXIT_DONE;
	if (o->json)
		return print_json(&t, o, &g, status);
	for (size_t i = 0; !o->output && i < t.n; i++)
		print_row(a, &t.v[i]);
	if (o->output && !t.failed && !o->quiet)
		print_summary(a, &t, o->output);
	report_findings(stderr, &g, o->quiet);
	return status;
}
