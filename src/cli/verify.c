/* vanban verify: do a DOCX and a PDF belong together? */
#include <string.h>
#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/report.h"
#include "run/verify.h"

#define SHOWN 20 /* differences of a pair that are told to people; programs get them all */

static const char *const kind_texts[AGREE_KINDS] = {
	[AGREE_FIGURE] = N_("a figure differs"), [AGREE_WORDS] = N_("words differ"),
	[AGREE_OUTSIDE] = N_("text that is not in the DOCX"), [AGREE_BREAK] = N_("the page breaks differ"),
	[AGREE_PAGES] = N_("the numbers of pages differ"), [AGREE_PICTURES] = N_("the numbers of pictures differ"),
};

static void put_quoted(struct buf *b, const char *label, const char *s)
{
	buf_printf(b, "%s ", label);
	if (*s == '\0') {
		buf_puts(b, _("nothing"));
		return;
	}
	buf_puts(b, "“");
	utf8_put_safe(b, s);
	buf_puts(b, "”");
}

static void put_difference(struct buf *b, const struct verdict *v, const struct difference *d)
{
	utf8_put_safe(b, v->pdf.file);
	if (d->page > 0)
		buf_printf(b, _(", page %u"), d->page);
	if (d->note)
		buf_puts(b, _(", footnote"));
	buf_printf(b, ": %s: ", _(kind_texts[d->kind]));
	put_quoted(b, "DOCX", d->docx);
	put_quoted(b, ", PDF", d->pdf);
	if (*d->before) {
		buf_puts(b, d->kind == AGREE_BREAK ? _("; at “") : _("; after “"));
		utf8_put_safe(b, d->before);
		buf_puts(b, "”");
	}
	buf_putc(b, '\n');
}

static void put_side(struct buf *b, const struct verify_side *s)
{
	buf_printf(b, "  %s  ", s->sha256);
	utf8_put_safe(b, s->file);
	buf_putc(b, '\n');
}

static void put_verdict(struct buf *b, const struct verdict *v, bool quiet)
{
	const struct agreement *g = &v->agreement;
	for (size_t i = 0; i < g->n && i < SHOWN; i++)
		put_difference(b, v, &g->v[i]);
	if (g->n_all > SHOWN) {
		buf_printf(b, _("… and %zu more differences"), g->n_all - SHOWN);
		buf_putc(b, '\n');
	}
	if (quiet)
		return;
	utf8_put_safe(b, v->docx.file);
	buf_puts(b, " + ");
	utf8_put_safe(b, v->pdf.file);
	buf_puts(b, ": ");
	if (g->n_all == 0)
		buf_puts(b, _("they agree"));
	else
		buf_printf(b, ngettext("they differ at %zu place", "they differ at %zu places", g->n_all), g->n_all);
	buf_puts(b, " (");
	buf_printf(b, ngettext("%zu page", "%zu pages", v->pdf.pages), v->pdf.pages);
	buf_puts(b, ", ");
	buf_printf(b, ngettext("%zu word", "%zu words", v->docx.words), v->docx.words);
	buf_puts(b, ", ");
	buf_printf(b, ngettext("%zu picture", "%zu pictures", v->docx.pictures), v->docx.pictures);
	if (v->has_signature)
		buf_puts(b, _("; the PDF is signed"));
	buf_puts(b, ")\n");
	put_side(b, &v->docx);
	put_side(b, &v->pdf);
}

static void json_side(struct buf *b, const char *name, const struct verify_side *s)
{
	buf_printf(b, "\"%s\":{\"file\":", name);
	json_string(b, s->file);
	buf_printf(b, ",\"sha256\":%s%s%s,\"pages\":", *s->sha256 ? "\"" : "", *s->sha256 ? s->sha256 : "null", *s->sha256 ? "\"" : "");
	buf_printf(b, s->pages > 0 ? "%zu" : "null", s->pages);
	buf_printf(b, ",\"words\":%zu,\"pictures\":%zu}", s->words, s->pictures);
}

static void json_verdict(struct buf *b, const struct verdict *v, const struct diag *findings)
{
	const struct agreement *g = &v->agreement;
	buf_puts(b, "{");
	json_side(b, "docx", &v->docx);
	buf_putc(b, ',');
	json_side(b, "pdf", &v->pdf);
	buf_printf(b, ",\"readable\":%s,\"agree\":%s,\"signed\":%s,\"differing\":%zu,\"figures\":%zu,\"differences\":[", v->read ? "true" : "false",
		v->read && g->n_all == 0 ? "true" : "false", v->has_signature ? "true" : "false", g->n_all, g->n_figures);
	for (size_t i = 0; i < g->n; i++) {
		const struct difference *d = &g->v[i];
		buf_printf(b, "%s{\"kind\":\"%s\",\"footnote\":%s,\"page\":", i > 0 ? "," : "", agree_kind_names[d->kind], d->note ? "true" : "false");
		buf_printf(b, d->page > 0 ? "%u" : "null", d->page);
		json_member(b, "docx", d->docx);
		json_member(b, "pdf", d->pdf);
		json_member(b, "before", d->before);
		buf_putc(b, '}');
	}
	buf_puts(b, "],\"findings\":");
	json_findings(b, findings);
	buf_putc(b, '}');
}

struct tally { size_t done, differing, unread;};

static void verify_one(const struct pair *p, const struct options *o, struct buf *out, struct tally *t)
{
	struct arena *a = arena_new();
	struct diag g;
	struct verdict v;
	diag_init(&g, a);
	verify_pair(a, p, &v, &g);
	t->unread += !v.read;
	t->differing += v.read && v.agreement.n_all > 0;
	if (o->json) {
		buf_puts(out, t->done > 0 ? "," : "");
		json_verdict(out, &v, &g);
	} else {
		report_findings(stderr, &g, o->quiet);
		if (v.read)
			put_verdict(out, &v, o->quiet);
		if (out->len > 0)
			fwrite(out->data, 1, out->len, stdout);
		buf_clear(out);
	}
	t->done++;
	arena_free(a);
}

int cmd_verify(struct arena *a, const struct options *o)
{
	struct buf out = BUF_INIT;
	struct tally t = { 0};
	struct diag g;
	size_t n = 0;
	if (o->n_args == 0)
		return usage_error("verify", _("no file was named"));
	diag_init(&g, a);
	const struct pair *pairs = verify_pairs(a, o->args, o->n_args, &n, &g);
	if (o->json)
		buf_puts(&out, "{\"pairs\":[");
	for (size_t i = 0; pairs && i < n; i++)
		verify_one(&pairs[i], o, &out, &t);
	int status = !pairs || t.unread > 0 ? EXIT_UNUSABLE : t.differing > 0 ? EXIT_FINDINGS : EXIT_DONE;
	if (o->json) {
		buf_puts(&out, "]");
		status = json_end(&out, &g, status);
	} else {
		report_findings(stderr, &g, o->quiet);
	}
	buf_free(&out);
	return status;
}
