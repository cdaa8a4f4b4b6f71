/* What drafts say of the documents they name, brought together: one row a document. */
#include <string.h>
#include "base/utf8.h"
#include "compose/tasks.h"
#include "form/code.h"
#include "run/check.h"
#include "run/cite.h"

struct collect {
	struct arena *a;
	struct doc *d;
	const char *path;
	struct checked source;    /* what check_locate asks for */
	const char *own;          /* number and code of the draft itself, or NULL */
	struct cite_result *out;
};

/* ---- comparing ---- */

static bool whole(struct date d) { return d.day && d.month && d.year; }

static bool same_date(struct date a, struct date b) { return !viet_date_cmp(a, b); }

static bool same_words(struct arena *a, const char *x, const char *y) { return !strcmp(utf8_lower(a, x), utf8_lower(a, y)); }

const char *cite_date(struct arena *a, struct date d)
{
	if (whole(d))
		return viet_date_short(a, d);
	return !d.year ? "" : d.month ? arena_printf(a, "%d/%d", d.month, d.year) : arena_printf(a, "%d", d.year);
}

/* Numbers begin again each year and each term: another year is another document, unless the year stands in the number or day and month
 * agree (then one of the two is a slip). */
static bool other_year(const char *code, struct date a, struct date b)
{
	if (!a.year || !b.year || a.year == b.year)
		return false;
	const char *slash = code ? strchr(code, '/') : NULL;
	bool year_inside = slash && slash[1] >= '0' && slash[1] <= '9';
	return !year_inside && !(whole(a) && whole(b) && a.day == b.day && a.month == b.month);
}

/* A name of a body in its short words: UBND for Ủy ban nhân dân, without "đồng chí". */
static const char *body(struct arena *a, const char *s)
{
	static const struct { const char *from, *to; } words[] = {{"uybannhandan", "ubnd"}, {"hoidongnhandan", "hdnd"}, {"thutuongchinhphu", "thutuong"}, {"dongchi", ""}, {"cac", ""}};
	char *f = viet_fold(a, s), *p;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		while ((p = strstr(f, words[i].from)))
			f = arena_printf(a, "%.*s%s%s", (int)(p - f), f, words[i].to, p + strlen(words[i].from));
	return f;
}

/* One is the other, or a part of it: "UBND tỉnh" and "Ủy ban nhân dân tỉnh Hà Thanh". */
static bool same_body(struct arena *a, const char *x, const char *y)
{
	const char *s = body(a, x), *t = body(a, y);
	return strstr(s, t) || strstr(t, s);
}

/* Without "về", "về việc", "V/v", "ban hành" before it, in small letters, spaces single. */
static const char *about(struct arena *a, const char *s)
{
	static const char *const fronts[] = {"v/v ", "về ", "việc ", "ban hành "};
	const char *low = utf8_lower(a, utf8_one_line(a, s));
	for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++)
		if (!strncmp(low, fronts[i], strlen(fronts[i])))
			low += strlen(fronts[i]);
	char *out = arena_strdup(a, low), *q = out;
	for (const char *p = low; *p; p++)
		if (*p != ' ' || (q > out && q[-1] != ' '))
			*q++ = *p;
	while (q > out && strchr(" .", q[-1]))
		q--;
	*q = '\0';
	return out;
}

/* Another document that a subject names is a row of its own: what is said of it is compared there. */
static const char *up_to_citation(struct arena *a, const char *s)
{
	const char *number = strstr(s, " số "), *day = number && number[sizeof " số " - 1] <= '9' && number[sizeof " số " - 1] >= '0' ? strstr(number, " ngày ") : NULL;
	return day ? arena_strndup(a, s, (size_t)(day - s)) : s;
}

/* Where two subjects part: past so many words. */
static size_t words_alike(const char *s, const char *t)
{
	size_t words = 0;
	for (; *s && *s == *t; s++, t++)
		words += *s == ' ';
	return words;
}

/* The one is the other, or what the other begins with, since a sentence may go on behind a subject, or cut it short; where that is
 * likely (not sure), only the first words tell. */
static bool same_subject(struct arena *a, const char *x, const char *y, bool sure)
{
	enum { TELLING = 12 };
	const char *s = up_to_citation(a, about(a, x)), *t = up_to_citation(a, about(a, y));
	size_t n = strlen(s) < strlen(t) ? strlen(s) : strlen(t);
	const char *longer = strlen(s) > n ? s : t;
	return (!strncmp(s, t, n) && (!longer[n] || strchr(" ,.;", longer[n]))) || (!sure && words_alike(s, t) >= TELLING);
}

static bool same_kind(struct arena *a, const char *x, const char *y)
{
	const char *s = viet_fold(a, x), *t = viet_fold(a, y);
	return !strcmp(s, t) || !strcmp(s, "vanban") || !strcmp(t, "vanban") || (!strncmp(s, "thongbao", 8) && !strncmp(t, "thongbao", 8));
}

/* ---- what is known ---- */

static bool by_name(const char *kind) { return kind && code_by_name(kind); }

/* A law's name without its kind. */
static const char *law(struct arena *a, const char *kind, const char *subject)
{
	const char *s = subject ? viet_fold(a, subject) : "", *k = kind ? viet_fold(a, kind) : "";
	return *k && !strncmp(s, k, strlen(k)) ? s + strlen(k) : s;
}

static bool years_differ(struct date a, struct date b) { return a.year && b.year && a.year != b.year; }

/* The number folded; of a law that is named its name, since it is named with its number and without. */
static const char *key_of(struct arena *a, const struct cited *e)
{
	return e->subject && by_name(e->kind) ? law(a, e->kind, e->subject) : e->code ? viet_fold(a, e->code) : "";
}

static bool names(struct arena *a, const struct directive *d, const struct cited *e, const char *key)
{
	const char *kind = d->kind ? d->kind : d->code ? code_kind(d->code) : NULL;
	if (e->code && d->code) {
		size_t digits = strspn(d->code, "0123456789");
		return !strncmp(e->code, d->code, digits) && !strcmp(viet_fold(a, e->code), viet_fold(a, d->code)) && !other_year(e->code, e->date, d->date);
	}
	return by_name(e->kind) && by_name(kind) && !strcmp(key, law(a, kind, d->subject)) && !years_differ(e->date, d->date);
}

/* Of several documents of one number that of the date, else the first. */
static const struct directive *find_known(struct arena *a, const struct directives *all, const struct cited *e, const char *key)
{
	const struct directive *best = NULL;
	for (size_t i = 0; i < all->n; i++) {
		if (!names(a, &all->v[i], e, key))
			continue;
		if (!best || (whole(e->date) && same_date(e->date, all->v[i].date) && !same_date(e->date, best->date)))
			best = &all->v[i];
	}
	return best;
}

/* ---- rows ---- */

static bool is_row(struct arena *a, const struct cite_row *r, const struct cited *e, const char *key)
{
	if (strcmp(key, r->key))
		return false;
	if (!e->code || !r->code)
		return by_name(e->kind) && by_name(r->kind) && !years_differ(e->date, r->date);
	if (strcmp(viet_fold(a, e->code), viet_fold(a, r->code)) || other_year(e->code, e->date, r->date))
		return false;
	/* two bodies give the same number: two documents, unless they were issued on one day */
	return !e->issuer || !r->issuer || same_body(a, e->issuer, r->issuer) || !whole(e->date) || !whole(r->date) || same_date(e->date, r->date);
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static struct cite_row *find_row(struct collect *x, const struct cited *e)
{
	const char *key = key_of(x->a, e);
	const struct directive *d = find_known(x->a, &x->d->meta->cited, e, key);
	struct cite_row *r = NULL;
	for (size_t i = 0; i < x->out->n && !r; i++)
		if ((d && x->out->v[i].known == d) || is_row(x->a, &x->out->v[i], e, key))
			r = &x->out->v[i];
	if (!r) {
		ARENA_PUSH(x->a, x->out->v, x->out->n, x->out->cap, ((struct cite_row){.key = key, .parts = ""}));
		r = &x->out->v[x->out->n - 1];
	}
	if (d && !r->known) {
		r->known = d;
		r->source = d->pos.file && strcmp(d->pos.file, x->path) ? base_name(d->pos.file) : "viện dẫn";
	}
	/* what the next places are compared with; cite_compare begins anew */
	r->code = r->code ? r->code : e->code ? e->code : d ? d->code : NULL;
	r->kind = r->kind ? r->kind : e->kind;
	r->issuer = r->issuer ? r->issuer : e->issuer;
	r->date = r->date.year ? r->date : e->date;
	return r;
}

/* ---- places ---- */

/* The run in which byte `at` of a paragraph's text stands. */
static const struct run *run_at(const struct para *p, size_t at)
{
	for (size_t i = 0; i < p->n_runs; i++) {
		const struct run *r = &p->runs[i];
		size_t n = r->kind == RUN_TEXT || r->kind == RUN_SLOT ? strlen(r->text) : r->kind == RUN_BREAK;
		if (at < n)
			return r;
		at -= n;
	}
	return NULL;
}

/* A value of the front matter: the number where it stands in the value's lines, in a tag or not. */
static bool in_value(const struct collect *x, const struct cited *e, struct pos *pos, bool *tag)
{
	enum { FAR = 4000 };
	const char *s = x->source.source, *end = s + x->source.n_source, *from = s, *at;
	for (uint32_t line = 1; line < pos->line && from < end; line++) {
		const char *eol = memchr(from, '\n', (size_t)(end - from));
		from = eol ? eol + 1 : end;
	}
	size_t room = (size_t)(end - from) < FAR ? (size_t)(end - from) : FAR;
	const char *what = e->code ? e->code : "[@";
	if (!(at = memmem(from, room, what, strlen(what))))
		return false;
	const char *open = e->code ? at : at + 1;
	while (open > from && !strchr("]\n", open[-1]) && open[-1] != '[')
		open--;
	*tag = open > from && open[-1] == '[' && *open == '@';
	check_line_col(s, (size_t)((*tag ? open - 1 : at) - s), &pos->line, &pos->col);
	return true;
}

static struct pos place(const struct collect *x, const struct cited *e, uint32_t from, uint32_t to, bool *tag)
{
	const struct run *r = run_at(&e->node->u.para, from);
	struct pos pos = e->node->pos;
	struct check_finding f = {.node = e->node, .from = from, .to = to, .words = e->words, .pos = pos, .quote = arena_strndup(x->a, e->words + from, to - from)};
	size_t at, past;
	*tag = r && r->cite;
	if (*tag)
		return r->cite->pos;
	if (!x->source.source)
		pos.col = (uint32_t)utf8_count(e->words, from) + 1;
	else if (check_locate(&x->source, &f, &at, &past))
		check_line_col(x->source.source, at, &pos.line, &pos.col);
	else if (e->node->generated && pos.line)
		in_value(x, e, &pos, tag);
	if (!pos.file)
		pos.file = x->path;
	return pos;
}

/* ---- bringing together ---- */

static void clash(struct arena *a, struct cite_row *r, struct cite_clash c)
{
	for (size_t i = 0; i < r->n_clashes; i++) /* each contradiction once */
		if (r->clashes[i].field == c.field && same_words(a, r->clashes[i].said, c.said))
			return;
	ARENA_PUSH(a, r->clashes, r->n_clashes, r->cap_clashes, c);
}

/* One field of a place against what the row has: from the register, else from the place that said it first (told by first[]). */
static void field(struct arena *a, struct cite_row *r, enum cite_field f, const char **has, const char *said, bool same, struct pos pos, bool registered)
{
	if (!said || !*said)
		return;
	if (!*has) {
		*has = said;
		r->said_at[f] = pos;
		return;
	}
	if (!same)
		clash(a, r, (struct cite_clash){f, said, *has, pos, registered ? (struct pos){0} : r->said_at[f]});
}

static bool has(const struct directive *d, enum cite_field f)
{
	return d && (f == CITE_KIND ? d->kind != NULL : f == CITE_DATE ? d->date.year != 0 : f == CITE_ISSUER ? d->issuer != NULL : d->subject != NULL);
}

/* An issuing body that is none: "của đồng chí …". */
static bool person(const char *s) { return !strncmp(s, "đồng chí ", sizeof "đồng chí " - 1) || !strncmp(s, "Đồng chí ", sizeof "Đồng chí " - 1); }

/* Of two subjects that agree the one whose end is certain; of two such the longer, of two others the shorter, since sentences go on. */
static bool better(struct arena *a, const struct cite_row *r, const struct cited *e)
{
	size_t was = strlen(about(a, r->subject)), is = strlen(about(a, e->subject));
	return e->subject_sure != r->subject_sure ? e->subject_sure : e->subject_sure ? is > was : is < was;
}

static void compare_subject(struct arena *a, struct cite_row *r, const struct cited *e, struct pos pos)
{
	bool law_name = by_name(e->kind), same = law_name || (r->subject && e->subject && same_subject(a, r->subject, e->subject, e->subject_sure && (r->subject_sure || has(r->known, CITE_SUBJECT))));
	bool first = !r->subject;
	field(a, r, CITE_SUBJECT, &r->subject, e->subject, same, pos, has(r->known, CITE_SUBJECT));
	if (e->subject && !law_name && !has(r->known, CITE_SUBJECT) && (first || (same && better(a, r, e)))) {
		r->subject = e->subject;
		r->subject_sure = e->subject_sure;
	}
}

static void compare(struct arena *a, struct cite_row *r, const struct cited *e, struct pos pos)
{
	const char *date = r->date.year ? cite_date(a, r->date) : NULL, *said = cite_date(a, e->date);
	field(a, r, CITE_KIND, &r->kind, e->listed ? NULL : e->kind, r->kind && e->kind && same_kind(a, r->kind, e->kind), pos, has(r->known, CITE_KIND));
	bool same = !r->date.year || !e->date.year || (whole(r->date) && whole(e->date) ? same_date(r->date, e->date) : r->date.year == e->date.year);
	field(a, r, CITE_DATE, &date, said, same, pos, has(r->known, CITE_DATE));
	if (!r->date.year || (whole(e->date) && !whole(r->date)))
		r->date = e->date;
	/* without a date before it "của" may belong to another word: "Ban Chỉ đạo thực hiện Nghị quyết số 57-NQ/TW của Chính phủ" */
	if (e->issuer && !person(e->issuer))
		field(a, r, CITE_ISSUER, &r->issuer, e->issuer, (r->issuer && same_body(a, r->issuer, e->issuer)) || (r->issuer && !e->date.year), pos, has(r->known, CITE_ISSUER));
	compare_subject(a, r, e, pos);
	if (e->brief && !r->brief)
		r->brief = e->brief;
}

static void add_part(struct arena *a, struct cite_row *r, const char *part)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->places[i].part && same_words(a, r->places[i].part, part))
			return;
	r->parts = *r->parts ? arena_printf(a, "%s; %s", r->parts, part) : part;
}

static void add(struct collect *x, const struct cited *e, const struct cited *says)
{
	if (x->own && says->code && !strcmp(viet_fold(x->a, x->own), viet_fold(x->a, says->code)))
		return; /* the draft itself: "ban hành kèm theo Quyết định số …" */
	struct cite_place p = {.by = e->by, .part = e->part};
	p.pos = place(x, e, e->from, e->to, &p.tag);
	struct cite_row *r = find_row(x, says);
	p.says = e->by == CITED_BRIEF ? NULL : e;
	if (e->part)
		add_part(x->a, r, e->part);
	ARENA_PUSH(x->a, r->places, r->n, r->cap, p);
}

/* Two numbers of one day that may be one: told at the later one. */
static void alike(struct arena *a, struct cite_result *out)
{
	for (size_t i = 0; i < out->n; i++)
		for (size_t k = 0; k < i; k++) {
			struct cite_row *r = &out->v[i], *o = &out->v[k];
			if (!r->code || !o->code || !whole(r->date) || !same_date(r->date, o->date) || !cited_alike(o->code, r->code))
				continue;
			clash(a, r, (struct cite_clash){CITE_CODE, r->code, o->code, r->places[0].pos, o->places[0].pos});
		}
}

void cite_collect(struct arena *a, struct doc *d, const char *path, const char *source, size_t n_source, struct cite_result *out)
{
	struct collect x = {.a = a, .d = d, .path = path, .source = {.doc = d, .source = source, .n_source = n_source}, .own = tasks_code(d), .out = out};
	struct cited_list all;
	cited_find(a, d, &all);
	for (size_t i = 0; i < all.n; i++)
		add(&x, &all.v[i], all.v[i].by == CITED_BRIEF ? &all.v[all.v[i].of] : &all.v[i]);
}

void cite_compare(struct arena *a, struct cite_result *out)
{
	for (size_t i = 0; i < out->n; i++) {
		struct cite_row *r = &out->v[i];
		const struct directive none = {0}, *d = r->known ? r->known : &none;
		r->code = d->code ? d->code : r->code;
		r->kind = d->kind;
		r->issuer = d->issuer;
		r->subject = d->subject;
		r->brief = d->brief;
		r->date = d->date;
		for (size_t k = 0; k < r->n; k++)
			if (r->places[k].says)
				compare(a, r, r->places[k].says, r->places[k].pos);
	}
	alike(a, out);
}
