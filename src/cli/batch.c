/* vanban batch: a template and a register → one document for each agency. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/stop.h"
#include "run/batch.h"
#include "run/skeleton.h"
#include "run/plan.h"

/* ---- what is told ---- */

static const struct msg also = { "also", LEVEL_INFO, N_("“%s” holds for %zu more documents"), NULL};
static const struct msg also_one = { "also", LEVEL_INFO, N_("“%s” holds for one more document"), NULL};

/* A finding that was told already: a fault of the template is the same in a thousand documents. */
struct seen { const struct finding *f; size_t more; };
struct teller {
	const struct options *o;
	struct arena *arena;
	struct progress bar;
	struct buf json;
	size_t n_json;
	size_t told;              /* findings of the whole that were told before the work */
	struct seen *seen; size_t n_seen, cap_seen;
};

static bool same(const struct finding *x, const struct finding *y)
{
	return x->pos.line == y->pos.line && x->pos.col == y->pos.col && strcmp(x->msg->id, y->msg->id) == 0 && strcmp(x->text, y->text) == 0
		&& strcmp(x->pos.file != NULL ? x->pos.file : "", y->pos.file != NULL ? y->pos.file : "") == 0;
}

/* The findings of a document that were not told of an earlier one. */
static void pick_new(struct teller *t, const struct batch_doc *d, struct diag *out)
{
	diag_init(out, t->arena);
	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.items[i];
		struct seen s = { f, 0};
		size_t k = 0;

		while (k < t->n_seen && !same(t->seen[k].f, f))
			k++;
		if (k < t->n_seen) {
			t->seen[k].more++;
			continue;
		}
		ARENA_PUSH(t->arena, t->seen, t->n_seen, t->cap_seen, s);
		ARENA_PUSH(t->arena, out->items, out->n, out->cap, *f);
	}
}

static const char *const fate_ids[] = { [BATCH_MADE] = "made", [BATCH_KEPT] = "kept", [BATCH_EMPTY] = "empty", [BATCH_FAILED] = "failed", [BATCH_HELD] = "held"};

static void json_document(struct teller *t, const struct batch_doc *d)
{
	struct buf *b = &t->json;

	buf_puts(b, t->n_json++ > 0 ? ",{\"key\":" : "{\"key\":");
	json_string(b, d->key);
	buf_puts(b, ",\"name\":");
	json_string(b, d->record.name);
	buf_printf(b, ",\"result\":\"%s\",\"tasks\":%zu,\"pages\":%zu,\"files\":[", fate_ids[d->fate], d->n_tasks, d->record.pages);
	for (size_t i = 0; i < d->record.n_files; i++) {
		buf_puts(b, i > 0 ? "," : "");
		json_string(b, d->record.files[i].name);
	}
	buf_puts(b, "],\"findings\":");
	json_findings(b, &d->findings);
	buf_putc(b, '}');
}

static void on_document(void *ctx, const struct batch *b, const struct batch_doc *d)
{
	struct teller *t = ctx;
	struct diag fresh;

	(void)b;
	if (t->o->json) {
		json_document(t, d);
		return;
	}
	pick_new(t, d, &fresh);
	if (fresh.n == 0)
		return;
	progress_clear(&t->bar);
	report_document(stderr, &fresh, d->key, t->o->quiet);
}

static void on_progress(void *ctx, const struct batch *b, size_t done)
{
	struct teller *t = ctx;
	size_t total = 0;

	for (size_t i = 0; i <= BATCH_HELD; i++)
		total += b->fates[i];
	progress_show(&t->bar, done, total, b->fates[BATCH_KEPT], b->fates[BATCH_FAILED]);
}

static void on_planned(void *ctx, const struct batch *b)
{
	struct teller *t = ctx;

	if (!t->o->json)
		report_from(stderr, &b->findings, 0, t->o->quiet);
	t->told = b->findings.n;
}

/* ---- the end ---- */

static void tell_repeated(struct teller *t)
{
	for (size_t i = 0; i < t->n_seen && !t->o->quiet; i++) {
		const struct finding *f = t->seen[i].f;
		struct diag one;

		if (t->seen[i].more == 0)
			continue;
		diag_init(&one, t->arena);
		diag_put(&one, t->seen[i].more == 1 ? &also_one : &also, f->pos, utf8_short(t->arena, f->text), t->seen[i].more);
		report_findings(stderr, &one, false);
	}
}

static void tell_plan(const struct batch *b)
{
	for (size_t i = 0; i < b->n_understood; i++)
		printf("%s\n", b->understood[i]);

	printf("%6s %6s  %s\n", _("tasks"), _("pages"), _("document"));
	for (size_t i = 0; i < b->n_docs; i++)
		if (b->docs[i].planned)
			printf("%6zu %6zu  %s (%s)\n", b->docs[i].n_tasks, b->docs[i].record.pages, b->docs[i].record.name, b->docs[i].key);
}

static void tell_count(const char *one, const char *many, size_t n, const char **sep)
{
	if (n == 0)
		return;
	fputs(*sep, stdout);
	printf(ngettext(one, many, n), n);
	*sep = ", ";
}

static void tell_summary(const struct batch *b)
{
	const char *sep = "";

	tell_count(b->options->dry ? N_("%zu document can be made") : N_("%zu document made"), b->options->dry ? "%zu documents can be made" : "%zu documents made", b->fates[BATCH_MADE], &sep);
	tell_count(N_("%zu unchanged"), "%zu unchanged", b->fates[BATCH_KEPT], &sep);
	tell_count(N_("%zu not due"), "%zu not due", b->fates[BATCH_EMPTY], &sep);
	tell_count(N_("%zu failed"), "%zu failed", b->fates[BATCH_FAILED], &sep);
	tell_count(N_("%zu not begun"), "%zu not begun", b->fates[BATCH_HELD], &sep);
	tell_count(N_("%zu row left out"), "%zu rows left out", b->n_bad_rows, &sep);
	tell_count(N_("%zu page in all"), "%zu pages in all", b->pages, &sep);
	putchar('\n');
	if (b->merged != NULL)
		printf(_("all in one: %s\n"), b->merged);
	if (b->fault_book != NULL)
		printf(_("what failed and why: %s\n"), b->fault_book);
	if (b->manifest != NULL)
		printf(_("manifest: %s\n"), b->manifest);
}

static void json_books(struct teller *t, const struct batch *b)
{
	struct buf *j = &t->json;
	const struct { const char *name, *value; } files[] = { { "manifest", b->manifest}, { "faults", b->fault_book}, { "merged", b->merged} };

	buf_puts(j, "],\"counts\":{");
	for (size_t i = 0; i <= BATCH_HELD; i++)
		buf_printf(j, "\"%s\":%zu,", fate_ids[i], b->fates[i]);
	buf_printf(j, "\"rows_left_out\":%zu,\"pages\":%zu,\"tasks\":%zu}", b->n_bad_rows, b->pages, b->n_tasks);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		json_member(j, files[i].name, files[i].value);
}

static int status_of(const struct batch *b)
{
	if (b->unusable)
		return EXIT_UNUSABLE;
	return b->fates[BATCH_FAILED] > 0 || b->fates[BATCH_HELD] > 0 || b->n_bad_rows > 0 || b->findings.n_errors > 0 ? EXIT_FINDINGS : EXIT_DONE;
}

static int run_batch(struct arena *a, const struct options *o, const struct batch_options *bo)
{
	struct teller t = {.o = o, .arena = a};
	struct batch_teller bt = {on_planned, on_document, on_progress, &t};
	struct batch *b;
	int status;

	buf_puts(&t.json, "{\"documents\":[");
	stop_catch();
	progress_begin(&t.bar, o->quiet || o->json);
	b = batch_run(a, bo, &bt);
	progress_clear(&t.bar);
	status = status_of(b);
	if (o->json) {
		json_books(&t, b);
		status = json_end(&t.json, &b->findings, status);
	} else {
		tell_repeated(&t);
		report_from(stderr, &b->findings, t.told, o->quiet);
		if (bo->dry && !b->unusable && !o->quiet)
			tell_plan(b);
		if (!b->unusable && !o->quiet)
			tell_summary(b);
	}
	buf_free(&t.json);
	return status;
}

/* ---- arguments ---- */

/* "4/2025" or "IV/2025". */
static bool read_quarter(const char *s, int *quarter, int *year)
{
	static const char *const roman[] = { "I", "II", "III", "IV"};
	size_t n = strcspn(s, "/-");
	char *end;
	long y;

	if (s[n] == '\0')
		return false;
	*quarter = n == 1 && *s >= '1' && *s <= '4' ? *s - '0' : 0;
	for (int i = 0; i < 4; i++)
		if (strlen(roman[i]) == n && strncmp(s, roman[i], n) == 0)
			*quarter = i + 1;
	y = strtol(s + n + 1, &end, 10);
	*year = y >= 1945 && y <= 2999 && *end == '\0' && s[n + 1] >= '0' && s[n + 1] <= '9' ? (int)y : 0;
	return *quarter > 0 && *year > 0;
}

static bool read_shard(const char *s, unsigned *shard, unsigned *shards)
{
	unsigned i, n;
	char rest;

	if (sscanf(s, "%5u/%5u%c", &i, &n, &rest) != 2 || strspn(s, "0123456789/") != strlen(s) || i < 1 || i > n || n > 10000)
		return false;
	*shard = i;
	*shards = n;
	return true;
}

/* ---- the names of a template ---- */

static void json_field(struct buf *j, const struct batch_field *f)
{
	buf_puts(j, "{\"name\":");
	json_string(j, f->name);
	buf_puts(j, ",\"inside\":");
	json_string(j, f->inside);
	buf_printf(j, ",\"line\":%u,\"column\":%u,\"known\":%s,\"meaning\":", f->pos.line, f->pos.col, f->meaning != NULL ? "true" : "false");
	json_string(j, f->meaning != NULL ? f->meaning : "");
	buf_putc(j, '}');
}

static void tell_field(const struct batch_field *f)
{
	printf("%-5s %s%s%s", f->meaning != NULL ? _("yes") : _("no"), f->inside, *f->inside != '\0' ? " / " : "", f->name);
	if (f->meaning != NULL)
		printf("%s%s\n", *f->meaning != '\0' ? ": " : "", f->meaning);
	else if (f->near != NULL)
		printf(_(": not known (line %u); did you mean “%s”?\n"), f->pos.line, f->near);
	else
		printf(_(": not known (line %u)\n"), f->pos.line);
}

static int list_fields(struct arena *a, const struct options *o, const struct batch_options *bo)
{
	struct buf json = BUF_INIT;
	struct diag g;
	size_t n, unknown = 0;
	const struct batch_field *v;
	int status;

	diag_init(&g, a);
	v = batch_fields(a, bo, &n, &g);
	buf_puts(&json, "{\"fields\":[");
	for (size_t i = 0; v != NULL && i < n; i++) {
		unknown += v[i].meaning == NULL;
		if (i > 0)
			buf_putc(&json, ',');
		json_field(&json, &v[i]);
		if (!o->json)
			tell_field(&v[i]);
	}
	status = v == NULL ? EXIT_UNUSABLE : unknown > 0 ? EXIT_FINDINGS : EXIT_DONE;
	buf_puts(&json, "]");
	if (o->json)
		status = json_end(&json, &g, status);
	else
		report_findings(stderr, &g, o->quiet);
	buf_free(&json);
	return status;
}

static bool has_format(const struct batch_options *b, const char *name)
{
	for (size_t i = 0; i < b->n_formats; i++)
		if (strcmp(b->formats[i], name) == 0)
			return true;
	return false;
}

int cmd_batch(struct arena *a, const struct options *o)
{
	struct batch_options b = {.data = o->data, .previous = o->previous, .dir = o->output, .has_date = o->has_date, .date = o->date, .by = o->by, .whole = o->whole, .name = o->name,
		.dpi = o->dpi, .fit = o->fit, .bare = o->no_guards, .jobs = (unsigned)o->jobs, .seconds = (unsigned)o->timeout, .resume = o->resume, .force = o->force, .dry = o->dry_run,
		.merge = o->merge, .strict = o->strict, .version = "vanban " VANBAN_VERSION, .stop = &stop_asked};
	const char *bad;

	if (o->n_args != 1)
		return usage_error("batch", o->n_args == 0 ? _("no template was named") : _("one template at a time; the register is named with --data"));
	b.template = skeleton_template(a, o->args[0]);
	if (b.template != NULL)
		b.office = o->data != NULL ? file_dir(a, o->data) : "."; /* the office's constants and pictures stand beside its register */
	else
		b.template = o->args[0];
	if (o->data == NULL && !o->fields)
		return usage_error("batch", _("no register was named; name it with --data"));
	if (o->output == NULL && !o->dry_run && !o->fields)
		return usage_error("batch", _("no folder for the outputs was named; name it with -o"));
	if (o->output == NULL)
		b.dir = ".";
	if (o->by != NULL && o->whole)
		return usage_error("batch", _("--by and --whole exclude each other"));
	if (o->quarter != NULL && !read_quarter(o->quarter, &b.quarter, &b.year))
		return usage_error("batch", arena_printf(a, _("--quarter takes a quarter and a year, as 4/2025 or IV/2025, not “%s”"), utf8_short(a, o->quarter)));
	if (o->shard != NULL && !read_shard(o->shard, &b.shard, &b.shards))
		return usage_error("batch", arena_printf(a, _("--shard takes a part and the number of parts, as 1/3, not “%s”"), utf8_short(a, o->shard)));
	if (o->to != NULL && !plan_formats(a, o->to, b.formats, &b.n_formats, &bad))
		return usage_error("batch", arena_printf(a, _("there is no format “%s”; the formats are: %s"), utf8_short(a, bad), plan_format_names(a)));
	if (o->merge && o->to != NULL && !has_format(&b, "pdf"))
		return usage_error("batch", _("--merge joins the PDF outputs; add pdf to --to"));
	if (o->fields)
		return list_fields(a, o, &b);
	if (o->quarter == NULL && !o->has_date)
		return usage_error("batch", _("no time was named; give the quarter with --quarter, or the date of the documents with --date"));
	return run_batch(a, o, &b);
}
