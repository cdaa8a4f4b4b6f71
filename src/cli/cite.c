/* vanban cite: the directives that drafts name, as a table, as JSON, as a sheet. */
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/report.h"
#include "run/cite.h"

static const char *const field_names[CITE_FIELDS] = {[CITE_CODE] = N_("number"), [CITE_KIND] = N_("kind"), [CITE_DATE] = N_("date"), [CITE_ISSUER] = N_("issuing body"), [CITE_SUBJECT] = N_("subject")};
static const char *const field_ids[CITE_FIELDS] = {[CITE_CODE] = "number", [CITE_KIND] = "kind", [CITE_DATE] = "date", [CITE_ISSUER] = "issuer", [CITE_SUBJECT] = "subject"};
static const char *const by_ids[] = {[CITED_NUMBER] = "number", [CITED_BRIEF] = "short", [CITED_NAME] = "name"};

/* ---- JSON ---- */

static void json_date(struct buf *b, struct date d)
{
	if (!d.year)
		buf_puts(b, ",\"date\":null");
	else if (!d.month)
		buf_printf(b, ",\"date\":\"%04d\"", d.year);
	else
		buf_printf(b, d.day ? ",\"date\":\"%04d-%02d-%02d\"" : ",\"date\":\"%04d-%02d\"", d.year, d.month, d.day);
}

static void json_pos(struct buf *b, const struct pos *p)
{
	buf_puts(b, "\"file\":");
	json_string(b, p->file);
	buf_printf(b, ",\"line\":%u,\"column\":%u", p->line, p->col);
}

static void json_row(struct buf *b, const struct cite_row *r)
{
	buf_puts(b, "{\"number\":");
	json_string(b, r->code);
	json_member(b, "kind", r->kind);
	json_date(b, r->date);
	json_member(b, "issuer", r->issuer);
	json_member(b, "subject", r->subject);
	json_member(b, "short", r->brief);
	json_member(b, "register", r->source);
	buf_printf(b, ",\"agrees\":%s,\"count\":%zu,\"places\":[", r->n_clashes ? "false" : r->known ? "true" : "null", r->n);
	for (size_t i = 0; i < r->n; i++) {
		const struct cite_place *p = &r->places[i];
		buf_puts(b, i ? ",{" : "{");
		json_pos(b, &p->pos);
		buf_printf(b, ",\"by\":\"%s\",\"tag\":%s", by_ids[p->by], p->tag ? "true" : "false");
		json_member(b, "part", p->part);
		buf_puts(b, "}");
	}
	buf_puts(b, "],\"differences\":[");
	for (size_t i = 0; i < r->n_clashes; i++) {
		const struct cite_clash *c = &r->clashes[i];
		buf_puts(b, i ? ",{" : "{");
		json_pos(b, &c->pos);
		buf_printf(b, ",\"field\":\"%s\"", field_ids[c->field]);
		json_member(b, "text", c->said);
		json_member(b, "other", c->other);
		buf_puts(b, ",\"otherPlace\":");
		if (c->at.line) {
			buf_puts(b, "{");
			json_pos(b, &c->at);
			buf_puts(b, "}");
		} else {
			buf_puts(b, "null");
		}
		buf_puts(b, "}");
	}
	buf_puts(b, "]}");
}

static int print_json(const struct cite_result *t, const struct options *o, const struct diag *g, int status)
{
	struct buf b = BUF_INIT;
	buf_puts(&b, "{\"directives\":[");
	for (size_t i = 0; i < t->n; i++) {
		buf_puts(&b, i ? "," : "");
		json_row(&b, &t->v[i]);
	}
	buf_puts(&b, "]");
	json_member(&b, "output", o->output);
	buf_printf(&b, ",\"written\":%s,\"differing\":%zu", t->written ? "true" : "false", t->n_clashing);
	status = json_end(&b, g, status);
	buf_free(&b);
	return status;
}

/* ---- the table ---- */

enum { COL_KIND, COL_CODE, COL_DATE, COL_ISSUER, COL_SUBJECT, COL_COUNT, COL_PLACE, COL_REGISTER, COLS };
enum { WIDTH_PIPE = 150, WIDTH_LEAST = 80, WIDTH_MOST = 220, NARROW = 100 /* columns stand one space apart below that */ };

static const char *const titles[COLS] = {N_("Kind"), N_("Number"), N_("Date"), N_("Issuing body"), N_("Subject"), N_("Times"), N_("First at"), N_("Register")};
static const size_t most[COLS] = {[COL_KIND] = 14, [COL_CODE] = 20, [COL_DATE] = 10, [COL_ISSUER] = 22, [COL_COUNT] = 5, [COL_PLACE] = 34, [COL_REGISTER] = 18};
static const size_t least[COLS] = {[COL_KIND] = 8, [COL_CODE] = 12, [COL_DATE] = 10, [COL_ISSUER] = 10, [COL_SUBJECT] = 14, [COL_COUNT] = 5, [COL_PLACE] = 8, [COL_REGISTER] = 6};

struct layout { size_t room, gap, width[COLS]; };

static size_t chars(const char *s) { return utf8_count(s, strlen(s)); }

static size_t screen(void)
{
	struct winsize w;
	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) != 0 || w.ws_col == 0)
		return WIDTH_PIPE;
	return w.ws_col < WIDTH_LEAST ? WIDTH_LEAST : w.ws_col > WIDTH_MOST ? WIDTH_MOST : w.ws_col;
}

static const char *shown(struct arena *a, const char *s)
{
	return s && *s ? utf8_one_line(a, s) : "–";
}

/* "57:12", with the file's name where there are several drafts. */
static const char *place_text(struct arena *a, const struct pos *p, bool files)
{
	const char *slash = p->file ? strrchr(p->file, '/') : NULL, *name = slash ? slash + 1 : p->file;
	return files ? arena_printf(a, "%s:%u:%u", name, p->line, p->col) : arena_printf(a, "%u:%u", p->line, p->col);
}

static void cells_of(struct arena *a, const struct cite_row *r, bool files, const char *v[COLS])
{
	v[COL_KIND] = shown(a, r->kind);
	v[COL_CODE] = shown(a, r->code);
	v[COL_DATE] = shown(a, cite_date(a, r->date));
	v[COL_ISSUER] = shown(a, r->issuer);
	v[COL_SUBJECT] = shown(a, r->subject);
	v[COL_COUNT] = arena_printf(a, "%zu", r->n);
	v[COL_PLACE] = place_text(a, &r->places[0].pos, files);
	v[COL_REGISTER] = !r->known ? _("not in it") : r->n_clashes ? arena_printf(a, _("%s: differs"), r->source) : arena_printf(a, _("%s: agrees"), r->source);
}

/* Bytes of s that stand on one line of so many signs, and those to be left out behind them. */
static size_t line_of(const char *s, size_t width, size_t *skip)
{
	size_t last = 0, sign = 0, n = 0;
	const char *p = s, *end = s + strlen(s);
	*skip = 0;
	while (p < end && n < width) {
		if (*p == ' ')
			last = (size_t)(p - s);
		bool parts = strchr("/-:.", *p) != NULL;
		utf8_next(&p, end);
		sign = parts ? (size_t)(p - s) : sign;
		n++;
	}
	if (p >= end)
		return (size_t)(end - s);
	if (*p == ' ')
		last = (size_t)(p - s);
	if (!last)
		return sign ? sign : (size_t)(p - s); /* one long word */
	*skip = 1;
	return last;
}

static void put_safe(struct buf *b, const char *s, size_t n)
{
	const char *end = s + n;
	while (s < end) {
		char out[4];
		uint32_t c = utf8_next(&s, end);
		buf_put(b, out, utf8_put(out, utf8_is_control(c) || utf8_is_invisible(c) ? 0xFFFD : c));
	}
}

/* The cells side by side, each broken into lines of its column's width. */
static void put_lines(struct buf *b, const char *v[COLS], const struct layout *l)
{
	for (bool more = true; more;) {
		size_t blank = 0;
		more = false;
		for (int c = 0; c < COLS; c++) {
			size_t skip, n = line_of(v[c], l->width[c], &skip), k = utf8_count(v[c], n);
			if (n > 0)
				for (blank += c == COL_COUNT ? l->width[c] - k : 0; blank > 0; blank--)
					buf_putc(b, ' ');
			put_safe(b, v[c], n);
			blank += (c == COL_COUNT && n > 0 ? 0 : l->width[c] - k) + l->gap;
			v[c] += n + skip;
			more = more || *v[c];
		}
		buf_putc(b, '\n');
	}
}

/* As wide as the cells are and the screen allows: the widest columns give way first. */
static void layout(struct arena *a, const struct cite_result *t, bool files, struct layout *l)
{
	size_t used = 0;
	const char *v[COLS];
	*l = (struct layout){.room = screen()};
	l->gap = l->room < NARROW ? 1 : 2;
	for (int c = 0; c < COLS; c++)
		l->width[c] = chars(_(titles[c]));
	for (size_t i = 0; i < t->n; i++) {
		cells_of(a, &t->v[i], files, v);
		for (int c = 0; c < COLS; c++)
			l->width[c] = chars(v[c]) > l->width[c] ? chars(v[c]) : l->width[c];
	}
	for (int c = 0; c < COLS; c++) {
		l->width[c] = most[c] && l->width[c] > most[c] ? most[c] : l->width[c];
		used += l->width[c] + (c > 0 ? l->gap : 0);
	}
	while (used > l->room) {
		int widest = -1;
		for (int c = 0; c < COLS; c++)
			if (l->width[c] > least[c] && (widest < 0 || l->width[c] > l->width[widest]))
				widest = c;
		if (widest < 0)
			return;
		l->width[widest]--;
		used--;
	}
}

/* A remark under a row, indented, on as many lines as it takes. */
static void put_remark(struct buf *b, const struct layout *l, const char *s)
{
	for (size_t skip, indent = 4; *s; indent = 6) {
		size_t n = line_of(s, l->room - indent, &skip);
		for (size_t i = 0; i < indent; i++)
			buf_putc(b, ' ');
		put_safe(b, s, n);
		buf_putc(b, '\n');
		s += n + skip;
	}
}

static void put_clash(struct buf *b, struct arena *a, const struct layout *l, const struct cite_clash *c, bool files)
{
	const char *x, *y;
	cite_quotes(a, c, &x, &y);
	const char *other = c->at.line ? arena_printf(a, _("“%s” at %s"), y, place_text(a, &c->at, files)) : arena_printf(a, _("“%s” in the register"), y);
	put_remark(b, l, arena_printf(a, _("! %s: “%s” at %s, but %s"), _(field_names[c->field]), x, place_text(a, &c->pos, files), other));
}

static void put_table(struct arena *a, const struct cite_result *t)
{
	struct buf b = BUF_INIT;
	struct layout l;
	const char *v[COLS];
	bool files = t->n_drafts > 1;
	layout(a, t, files, &l);
	for (int c = 0; c < COLS; c++)
		v[c] = _(titles[c]);
	put_lines(&b, v, &l);
	for (int c = 0; c < COLS; c++) {
		for (size_t i = 0; i < l.width[c]; i++)
			buf_puts(&b, "─");
		buf_puts(&b, c + 1 == COLS ? "\n" : l.gap == 1 ? " " : "  ");
	}
	for (size_t i = 0; i < t->n; i++) {
		cells_of(a, &t->v[i], files, v);
		put_lines(&b, v, &l);
		if (*t->v[i].parts)
			put_remark(&b, &l, arena_printf(a, "%s: %s", _("parts"), utf8_one_line(a, t->v[i].parts)));
		for (size_t k = 0; k < t->v[i].n_clashes; k++)
			put_clash(&b, a, &l, &t->v[i].clashes[k], files);
	}
	fwrite(b.data, 1, b.len, stdout);
	buf_free(&b);
}

static void print_summary(const struct cite_result *t, const char *output)
{
	if (output)
		printf("%s: ", output);
	printf(ngettext("%zu document cited", "%zu documents cited", t->n), t->n);
	if (t->n_clashing)
		printf(ngettext("; %zu is cited in differing ways", "; %zu are cited in differing ways", t->n_clashing), t->n_clashing);
	putchar('\n');
}

int cmd_cite(struct arena *a, const struct options *o)
{
	struct diag g;
	struct cite_result t;
	if (o->n_args == 0)
		return usage_error("cite", _("no draft was named"));
	if (o->n_args > CITE_DRAFTS)
		return usage_error("cite", _("too many drafts at a time"));
	diag_init(&g, a);
	cite_run(a, o->args, o->n_args, o->output, o->force, &t, &g);
	int status = t.failed || t.n_failed == t.n_drafts ? EXIT_UNUSABLE : t.n_failed || t.n_clashing ? EXIT_FINDINGS : EXIT_DONE;
	if (o->json)
		return print_json(&t, o, &g, status);
	if (!o->output && t.n)
		put_table(a, &t);
	if (!o->quiet && t.n_failed < t.n_drafts && !t.failed)
		print_summary(&t, o->output);
	report_findings(stderr, &g, o->quiet);
	return status;
}
