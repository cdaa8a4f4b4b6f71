#include "cli/check_out.h"
#include <stdio.h>
#include <string.h>
#include "base/i18n.h"
#include "base/json.h"
#include "base/utf8.h"
#include "cli/report.h"

static const char *const level_names[] = {[LEVEL_INFO] = N_("note"), [LEVEL_WARNING] = N_("warning"), [LEVEL_ERROR] = N_("error")};
static const char *const level_ids[] = {[LEVEL_INFO] = "info", [LEVEL_WARNING] = "warning", [LEVEL_ERROR] = "error"};
static const char *const sarif_levels[] = {[LEVEL_INFO] = "note", [LEVEL_WARNING] = "warning", [LEVEL_ERROR] = "error"};
static const char *const verdict_names[] = {[VERDICT_PASS] = N_("passes"), [VERDICT_FAIL] = N_("fails"), [VERDICT_NOT_EVALUATED] = N_("not evaluated")};
static const char *const verdict_ids[] = {[VERDICT_PASS] = "pass", [VERDICT_FAIL] = "fail", [VERDICT_NOT_EVALUATED] = "not-evaluated"};

static void put_place(struct buf *b, const char *draft, const struct pos *p)
{
	utf8_put_safe(b, p->file ? p->file : draft);
	if (p->line)
		buf_printf(b, ":%u", p->line);
	if (p->line && p->col)
		buf_printf(b, ":%u", p->col);
}

static void put_short(struct buf *b, const char *s)
{
	enum { SHOWN = 60 };
	const char *p = s, *end = s + strlen(s);
	for (int i = 0; i < SHOWN && p < end; i++)
		utf8_next(&p, end);
	char head[4 * SHOWN + 1];
	memcpy(head, s, (size_t)(p - s));
	head[p - s] = '\0';
	utf8_put_safe(b, head);
	if (p < end)
		buf_puts(b, "…");
}

static void put_finding(struct buf *b, const char *draft, const struct check_finding *f, bool foreign)
{
	put_place(b, draft, &f->pos);
	buf_printf(b, ": %s: %s: ", _(level_names[f->rule->level]), f->rule->id);
	if (f->quote && *f->quote && strspn(f->quote, " ") != strlen(f->quote)) {
		buf_puts(b, "“");
		put_short(b, f->quote);
		buf_puts(b, "”: ");
	}
	utf8_put_safe(b, f->text);
	buf_printf(b, " [%s]", _(f->rule->clause));
	if (foreign && f->page) {
		buf_putc(b, ' ');
		buf_printf(b, _("(page %zu)"), f->page);
	}
	if (f->waived) {
		buf_puts(b, " ");
		buf_puts(b, _("(silenced: "));
		utf8_put_safe(b, f->reason);
		buf_puts(b, ")");
	}
	buf_putc(b, '\n');
}

static void count_verdicts(const struct checked *c, size_t n[3])
{
	memset(n, 0, 3 * sizeof *n);
	for (size_t i = 0; i < c->report.n_verdicts; i++)
		n[c->report.verdicts[i].verdict]++;
}

static void put_verdicts(struct buf *b, const struct checked *c)
{
	for (size_t i = 0; i < c->report.n_verdicts; i++) {
		const struct check_verdict *v = &c->report.verdicts[i];
		buf_printf(b, "  %s %-14s %s [%s]", v->rule->id, _(verdict_names[v->verdict]), _(v->rule->title), _(v->rule->clause));
		if (v->verdict == VERDICT_NOT_EVALUATED)
			buf_printf(b, ": %s", v->why);
		if (v->n_waived) {
			buf_puts(b, "; ");
			buf_printf(b, ngettext("%zu silenced", "%zu silenced", v->n_waived), v->n_waived);
		}
		buf_putc(b, '\n');
	}
}

void check_text(struct buf *b, const char *draft, const struct checked *c, bool quiet, bool verdicts)
{
	const struct check_report *r = &c->report;
	size_t n[3];
	for (size_t i = 0; i < r->n; i++)
		if (!quiet || (r->v[i].rule->level == LEVEL_ERROR && !r->v[i].waived))
			put_finding(b, draft, &r->v[i], c->foreign);
	if (r->n_left_out > 0) {
		buf_printf(b, _("… and %zu more findings"), r->n_left_out);
		buf_putc(b, '\n');
	}
	if (verdicts)
		put_verdicts(b, c);
	if (quiet || !c->read)
		return;
	count_verdicts(c, n);
	utf8_put_safe(b, draft);
	buf_puts(b, ": ");
	buf_printf(b, ngettext("%zu error", "%zu errors", r->n_errors), r->n_errors);
	buf_puts(b, ", ");
	buf_printf(b, ngettext("%zu warning", "%zu warnings", r->n_warnings), r->n_warnings);
	buf_puts(b, ", ");
	buf_printf(b, ngettext("%zu note", "%zu notes", r->n_notes), r->n_notes);
	if (r->n_waived) {
		buf_puts(b, ", ");
		buf_printf(b, ngettext("%zu silenced", "%zu silenced", r->n_waived), r->n_waived);
	}
	buf_puts(b, "; ");
	buf_printf(b, _("rules: %zu pass, %zu fail, %zu not evaluated"), n[VERDICT_PASS], n[VERDICT_FAIL], n[VERDICT_NOT_EVALUATED]);
	buf_putc(b, '\n');
}

/* ---- JSON ---- */

static void json_check_finding(struct buf *b, const char *draft, const struct check_finding *f)
{
	buf_printf(b, "{\"rule\":\"%s\",\"level\":\"%s\"", f->rule->id, level_ids[f->rule->level]);
	json_member(b, "clause", _(f->rule->clause));
	json_member(b, "file", f->pos.file ? f->pos.file : draft);
	buf_printf(b, ",\"line\":%u,\"column\":%u,\"page\":%zu", f->pos.line, f->pos.col, f->page);
	buf_printf(b, ",\"more\":%zu", f->more);
	json_member(b, "quote", f->quote ? f->quote : "");
	json_member(b, "text", f->text);
	json_member(b, "fix", f->fix);
	buf_printf(b, ",\"silenced\":%s", f->waived ? "true" : "false");
	if (f->waived)
		json_member(b, "reason", f->reason);
	buf_putc(b, '}');
}

void check_json(struct buf *b, const char *draft, const struct checked *c)
{
	const struct check_report *r = &c->report;
	buf_puts(b, "{\"draft\":");
	json_string(b, draft);
	buf_printf(b, ",\"readable\":%s,\"pages\":%zu,\"errors\":%zu,\"warnings\":%zu,\"notes\":%zu,\"silenced\":%zu,\"left_out\":%zu,\"findings\":[", c->read ? "true" : "false",
		c->n_pages, r->n_errors, r->n_warnings, r->n_notes, r->n_waived, r->n_left_out);
	for (size_t i = 0; i < r->n; i++) {
		buf_puts(b, i > 0 ? "," : "");
		json_check_finding(b, draft, &r->v[i]);
	}
	buf_puts(b, "],\"rules\":[");
	for (size_t i = 0; i < r->n_verdicts; i++) {
		const struct check_verdict *v = &r->verdicts[i];
		buf_printf(b, "%s{\"rule\":\"%s\",\"verdict\":\"%s\",\"findings\":%zu,\"silenced\":%zu", i > 0 ? "," : "", v->rule->id, verdict_ids[v->verdict], v->n_findings, v->n_waived);
		if (v->verdict == VERDICT_NOT_EVALUATED)
			json_member(b, "why", v->why);
		buf_putc(b, '}');
	}
	buf_puts(b, "],\"reading\":");
	json_findings(b, &c->findings);
	buf_putc(b, '}');
}

/* ---- SARIF ---- */

void check_sarif_begin(struct buf *b, const char *version)
{
	buf_printf(b, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"vanban\",\"version\":\"%s\",\"rules\":[", version);
	for (const struct rule *r = rules; r->id; r++) {
		buf_printf(b, "%s{\"id\":\"%s\",\"shortDescription\":{\"text\":", r == rules ? "" : ",", r->id);
		json_string(b, _(r->title));
		buf_puts(b, "},\"help\":{\"text\":");
		json_string(b, _(r->clause));
		buf_printf(b, "},\"defaultConfiguration\":{\"level\":\"%s\"}}", sarif_levels[r->level]);
	}
	buf_puts(b, "]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[");
}

/* A path as the part of a URI that it is: signs that have a meaning there are written as %XX. */
static void sarif_uri(struct buf *b, const char *path)
{
	buf_putc(b, '"');
	for (const char *p = path; *p; p++) {
		unsigned char c = (unsigned char)*p;
		if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || strchr("-._~/", c))
			buf_putc(b, *p);
		else
			buf_printf(b, "%%%02X", c);
	}
	buf_putc(b, '"');
}

static void sarif_place(struct buf *b, const struct pos *p)
{
	buf_puts(b, ",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":");
	sarif_uri(b, p->file ? p->file : "");
	buf_putc(b, '}');
	if (p->line)
		buf_printf(b, ",\"region\":{\"startLine\":%u,\"startColumn\":%u}", p->line, p->col ? p->col : 1);
	buf_puts(b, "}}]");
}

void check_sarif(struct buf *b, const struct checked *c, size_t *n)
{
	for (size_t i = 0; i < c->report.n; i++) {
		const struct check_finding *f = &c->report.v[i];
		buf_printf(b, "%s{\"ruleId\":\"%s\",\"ruleIndex\":%td,\"level\":\"%s\",\"message\":{\"text\":", (*n)++ > 0 ? "," : "", f->rule->id, f->rule - rules, sarif_levels[f->rule->level]);
		json_string(b, f->text);
		buf_putc(b, '}');
		sarif_place(b, &f->pos);
		if (f->waived) {
			buf_puts(b, ",\"suppressions\":[{\"kind\":\"inSource\",\"justification\":");
			json_string(b, f->reason);
			buf_puts(b, "}]");
		}
		buf_putc(b, '}');
	}
	for (size_t i = 0; i < c->findings.n; i++) { /* of reading: no rule of the table */
		const struct finding *f = &c->findings.items[i];
		buf_printf(b, "%s{\"ruleId\":\"%s\",\"level\":\"%s\",\"message\":{\"text\":", (*n)++ > 0 ? "," : "", f->msg->id, sarif_levels[f->msg->level]);
		json_string(b, f->text);
		buf_putc(b, '}');
		sarif_place(b, &f->pos);
		buf_putc(b, '}');
	}
}

void check_sarif_end(struct buf *b) { buf_puts(b, "]}]}"); }

void check_list(struct buf *b)
{
	for (const struct rule *r = rules; r->id; r++)
		buf_printf(b, "%s %-8s %s [%s]\n", r->id, _(level_names[r->level]), _(r->title), _(r->clause));
}
