#include "cli/report.h"
#include <string.h>
#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/command.h"

static const char *const level_names[] = { [LEVEL_INFO] = N_("note"), [LEVEL_WARNING] = N_("warning"), [LEVEL_ERROR] = N_("error")};
static const char *const level_ids[] = { [LEVEL_INFO] = "info", [LEVEL_WARNING] = "warning", [LEVEL_ERROR] = "error"};

static void put_finding(struct buf *b, const struct finding *f, const char *key)
{
	utf8_put_safe(b, f->pos.file != NULL ? f->pos.file : "vanban");
	if (f->pos.line > 0)
		buf_printf(b, ":%u", f->pos.line);
	if (f->pos.line > 0 && f->pos.col > 0)
		buf_printf(b, ":%u", f->pos.col);
	buf_printf(b, ": %s: ", _(level_names[f->msg->level]));
	utf8_put_safe(b, f->text);
	if (f->msg->clause != NULL)
		buf_printf(b, " [%s]", _(f->msg->clause));
	if (key != NULL) {
		buf_puts(b, " (");
		utf8_put_safe(b, key);
		buf_putc(b, ')');
	}
	buf_putc(b, '\n');
}

static void report(FILE *f, const struct diag *g, size_t from, const char *key, bool quiet)
{
	struct buf b = BUF_INIT;

	for (size_t i = from; i < g->n; i++)
		if (!quiet || g->items[i].msg->level == LEVEL_ERROR)
			put_finding(&b, &g->items[i], key);
	if (g->n >= g->limit && g->limit > 0 && g->n_errors + g->n_warnings > g->n) {
		buf_printf(&b, _("vanban: %zu more findings are not shown; correct these first"), g->n_errors + g->n_warnings - g->n);
		buf_putc(&b, '\n');
	}
	if (b.len > 0)
		fwrite(b.data, 1, b.len, f);
	buf_free(&b);
}

void report_findings(FILE *f, const struct diag *g, bool quiet) { report(f, g, 0, NULL, quiet); }

void report_from(FILE *f, const struct diag *g, size_t from, bool quiet) { report(f, g, from, NULL, quiet); }

void report_document(FILE *f, const struct diag *g, const char *key, bool quiet) { report(f, g, 0, key, quiet); }

static void json_finding(struct buf *b, const struct finding *f)
{
	buf_puts(b, "{\"id\":");
	json_string(b, f->msg->id);
	buf_printf(b, ",\"level\":\"%s\",\"file\":", level_ids[f->msg->level]);
	json_string(b, f->pos.file);
	buf_printf(b, ",\"line\":%u,\"column\":%u,\"text\":", f->pos.line, f->pos.col);
	json_string(b, f->text);
	if (f->msg->clause != NULL) {
		buf_puts(b, ",\"clause\":");
		json_string(b, f->msg->clause);
	}
	buf_putc(b, '}');
}

void json_findings(struct buf *b, const struct diag *g)
{
	buf_putc(b, '[');
	for (size_t i = 0; i < g->n; i++) {
		if (i > 0)
			buf_putc(b, ',');
		json_finding(b, &g->items[i]);
	}
	buf_putc(b, ']');
}

int json_print(const struct buf *b)
{
	if (b->failed || fwrite(b->data, 1, b->len, stdout) != b->len || putchar('\n') == EOF || fflush(stdout) != 0)
		return -1;
	return 0;
}

int json_end(struct buf *b, const struct diag *g, int status)
{
	buf_puts(b, ",\"findings\":");
	json_findings(b, g);
	buf_printf(b, ",\"status\":%d}", status);
	return json_print(b) != 0 ? EXIT_UNUSABLE : status;
}
