/* Documents cited: complete at the first mention, the same everywhere, and older than the document that cites them (N25–N31). */
#include <ctype.h>
#include <string.h>
#include "base/utf8.h"
#include "check/cited.h"
#include "check/inner_rules.h"
#include "form/code.h"

static bool same_code(const struct mention *a, const struct mention *b) { return !strcmp(a->code, b->code); }

static bool whole(struct date d) { return d.day && d.month && d.year; }

static bool same_date(struct date a, struct date b) { return a.day == b.day && a.month == b.month && a.year == b.year; }

static bool partial(const struct mention *m) { return !strchr(m->code, '/'); }

/* ---- N25, N26: căn cứ ---- */

void rule_bases(struct checker *c)
{
	const struct ptext *last = NULL;
	for (size_t i = 0; i < c->n && !c->form->party; i++)
		if (c->t[i].node->u.para.role == ROLE_BASIS && !looks(c, &c->t[i], RUN_ITALIC))
			flag_node(c, c->t[i].node, N_("the grounds are not in italics; set them in italics"));
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (t->node->u.para.role != ROLE_BASIS)
			continue;
		saw(c);
		if (last && last->part == t->part && !ends(last->s, ";"))
			flag(c, last, last->n ? last->n - 1 : 0, last->n, N_("a ground that others follow does not end with “;”; end it with “;”"));
		last = t;
	}
	if (last && !ends(last->s, ".") && !ends(last->s, ";") && !ends(last->s, ","))
		flag_node(c, last->node, N_("the last ground has no mark at its end; end it with “.”"));
	else if (last && ends(last->s, ";") && c->kind && c->kind->bases && !c->form->party)
		flag(c, last, last->n - 1, last->n, N_("the last ground ends with “;”; end it with “.”")), mend(c, ".");
}

/* "ý kiến của Chủ tịch UBND tỉnh tại các Công văn số …": the issuing body is said before. */
static bool said_before(const struct mention *m)
{
	const char *tai = NULL, *p = m->t->low;
	while ((p = strstr(p, " tại ")) && p < m->t->low + m->from)
		tai = p++;
	const char *of = tai ? strstr(m->t->low, "của ") : NULL;
	return of && of < tai;
}

/* "… về việc khẩn trương tham mưu … tại Công văn số …": the subject, too. */
static bool subject_before(const struct mention *m)
{
	size_t w = word_at(m->t, m->from);
	const char *about = strstr(m->t->low, "về ");
	return w > 0 && word_is(m->t, w - 1, "tại") && about && about < m->t->low + m->from;
}

/* "Hội đồng … được thành lập theo Quyết định số …" */
static bool founded(const struct mention *m)
{
	size_t w = word_at(m->t, m->from);
	return w > 2 && word_is(m->t, w - 1, "theo") && (word_is(m->t, w - 2, "lập") || word_is(m->t, w - 2, "duyệt") || word_is(m->t, w - 2, "hành"));
}

/* "Chương trình công tác năm 2025 của … (Chương trình số 06-CTr/BCĐ)": the name stands before the bracket. *issuer: its issuing body, too. */
static bool named_before(struct checker *c, const struct mention *m, bool *issuer)
{
	if (!m->kind || m->from == 0 || m->t->s[m->from - 1] != '(')
		return false;
	char *kind = arena_strdup(c->a, m->kind);
	texts_lower(kind, strlen(kind));
	const char *p = m->t->low, *last = NULL, *of;
	for (; (p = strstr(p, kind)) && p < m->t->low + m->from - 1; p++)
		last = p;
	if (!last)
		return false;
	of = strstr(last, "của ");
	*issuer = of && of < m->t->low + m->from;
	return true;
}

static const char *missing(struct checker *c, const struct mention *m)
{
	const char *s = "";
	bool issuer = false, name = named_before(c, m, &issuer);
	if (!m->date.year)
		s = _("date");
	if (!m->issuer && !issuer && !said_before(m))
		s = arena_printf(c->a, "%s%s%s", s, *s ? ", " : "", _("issuing body"));
	/* "Quy chế làm việc số …" says what it is about */
	bool named = m->kind && (begins(m->kind, "Quy chế ") || begins(m->kind, "Quy định "));
	if (!m->subject && !named && !name && !founded(m) && !(said_before(m) && subject_before(m)))
		s = arena_printf(c->a, "%s%s%s", s, *s ? ", " : "", _("subject"));
	return s;
}

void rule_bases_full(struct checker *c)
{
	for (size_t i = 0; i < c->n_m; i++) {
		const struct mention *m = &c->m[i];
		bool first = i == 0 || c->m[i - 1].t != m->t;
		if (m->t->node->u.para.role != ROLE_BASIS || !first || !strstr(m->t->low, "căn cứ"))
			continue;
		saw(c);
		if (m->kind && code_by_name(m->kind))
			continue;
		const char *lacks = missing(c, m);
		if (*lacks)
			flag(c, m->t, m->from, m->to, N_("the ground is cited without: %s; complete it"), lacks);
	}
}

/* ---- N27 ---- */

/* The mention is the short form, as it is defined. */
static bool in_brief(const struct checker *c, const struct mention *m)
{
	for (size_t i = 0; i < c->n_b; i++)
		if (c->b[i].t == m->t && m->from >= c->b[i].from && m->to <= c->b[i].to)
			return true;
	return false;
}

static bool cited_before(const struct checker *c, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (same_code(&c->m[k], &c->m[i]) && !in_brief(c, &c->m[k]) && (c->m[k].t->zone != ZONE_HEAD || c->m[k].subject))
			return true;
	return false;
}

/* A full citation somewhere in the title counts, as it is read first. */
static bool defined_before(const struct checker *c, const struct mention *m, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (same_code(&c->m[i], m) && in_brief(c, &c->m[i]))
			return true;
	return false;
}

/* Part of another document's subject: "Kế hoạch số … thực hiện Nghị quyết số …". */
static bool in_subject(const struct checker *c, size_t i)
{
	const struct mention *m = &c->m[i], *o = i > 0 ? &c->m[i - 1] : NULL;
	if (!o || o->t != m->t || o->to > m->from)
		return false;
	const char *p = m->t->s + o->to;
	size_t n = m->from - o->to;
	return (o->subject || in_subject(c, i - 1)) && !memchr(p, ';', n) && !memchr(p, '.', n) && !memchr(p, '(', n);
}

struct lack { char *list; const struct mention *first; const char *what; size_t n; };

static void tell_lack(struct checker *c, struct lack *l)
{
	if (l->n == 1)
		flag(c, l->first->t, l->first->from, l->first->to, N_("the first mention of %s lacks: %s; name type, number, date, issuing body and subject once, then the short form"), l->list, l->what);
	else if (l->n > 1)
		flag(c, l->first->t, l->first->from, l->first->to, N_("the first mentions of these documents lack their date, issuing body or subject: %s; name type, number, date, issuing body and subject once, then the short form"), l->list);
	*l = (struct lack){.list = NULL};
}

static bool may_be_short(const struct mention *m) { return partial(m) || m->t->zone != ZONE_BODY || m->t->annex; }

void rule_first_full(struct checker *c)
{
	struct lack l = {.list = NULL};
	for (size_t i = 0; i < c->n_m; i++) {
		const struct mention *m = &c->m[i];
		if (l.first && l.first->t != m->t)
			tell_lack(c, &l);
		if (!m->kind || may_be_short(m) || in_brief(c, m) || m->t->node->u.para.role == ROLE_BASIS || (m->kind && code_by_name(m->kind)))
			continue;
		saw(c);
		if (cited_before(c, i)) {
			if (m->date.year && m->issuer && defined_before(c, m, i) && !in_subject(c, i))
				flag(c, m->t, m->from, m->to, N_("%s is cited in full again after its short form was given; write the short form"), m->code);
			continue;
		}
		const char *lacks = in_subject(c, i) ? "" : missing(c, m); /* a title that is quoted names it as it does */
		if (!*lacks)
			continue;
		l.list = l.n ? arena_printf(c->a, "%s, %s", l.list, m->code) : arena_strdup(c->a, m->code);
		l.what = lacks;
		l.first = l.n++ ? l.first : m;
	}
	tell_lack(c, &l);
}

/* ---- N28, N29 ---- */

void rule_order(struct checker *c)
{
	for (size_t i = 0; i < c->n_m; i++) {
		const struct mention *m = &c->m[i];
		if (m->t->zone == ZONE_TABLE || m->t->zone == ZONE_HEAD)
			continue;
		saw(c);
		if (m->date.year && !m->date_word) {
			flag(c, m->t, m->date_from, m->date_to, N_("the word “ngày” is missing before the date of %s; write “ngày” before it"), m->code);
			mend(c, arena_printf(c->a, "ngày %s", text_slice(c, m->t, m->date_from, m->date_to)));
		}
		if (m->issuer_first)
			flag(c, m->t, m->from, m->to, N_("the issuing body stands before the date of %s; the order is number, date, issuing body"), m->code);
	}
}

void rule_bare(struct checker *c)
{
	for (size_t i = 0; i < c->n_m; i++) {
		const struct mention *m = &c->m[i];
		const struct ptext *t = m->t;
		if (t->zone != ZONE_BODY || partial(m))
			continue;
		saw(c);
		size_t w = word_at(t, m->code_from), n;
		if (m->numbered || m->kind || w == 0)
			continue;
		const char *g = gap_after(t, w - 1, &n);
		/* one of a list: "số 5/QĐ-UBND, 6/QĐ-UBND và 7/QĐ-UBND" */
		if (n == 1 && *g == ' ' && !t->words[w - 1].capital && !word_is(t, w - 1, "và") && !word_is(t, w - 1, "ngày") && !word_is(t, w - 1, "hoặc"))
			flag(c, t, m->code_from, m->code_to, N_("%s stands without its type; write the type and “số” before it"), m->code);
	}
}

/* ---- N30 ---- */

static bool told_before(const struct checker *c, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (same_code(&c->m[k], &c->m[i]) && same_date(c->m[k].date, c->m[i].date))
			return true;
	return false;
}

void rule_future(struct checker *c)
{
	if (!c->meta->date.year)
		return unseen(c, N_("the document has no date"));
	for (size_t i = 0; i < c->n_m; i++) {
		const struct mention *m = &c->m[i];
		if (!m->date.year)
			continue;
		saw(c);
		if (after_document(c, m->date) && !told_before(c, i))
			flag(c, m->t, m->from, m->to, N_("%s of %s is dated after this document; correct one of the two dates"), m->code, text_slice(c, m->t, m->date_from, m->date_to));
	}
}

/* ---- N31 ---- */

static const char *low(struct checker *c, const char *s)
{
	char *l = arena_strdup(c->a, s);
	texts_lower(l, strlen(l));
	return l;
}

/* Numbers begin again each year and each term: another year is another document, unless the year stands in the number or day and month agree. */
static bool dates_clash(const struct mention *a, const struct mention *b)
{
	if (!whole(a->date) || !whole(b->date) || same_date(a->date, b->date))
		return false;
	const char *slash = strchr(a->code, '/');
	bool year_inside = slash && isdigit((unsigned char)slash[1]);
	return year_inside || a->date.year == b->date.year || (a->date.day == b->date.day && a->date.month == b->date.month);
}

static bool kinds_clash(struct checker *c, const struct mention *a, const struct mention *b)
{
	if (!a->kind || !b->kind)
		return false;
	if (!strcmp(a->kind, b->kind))
		return false;
	const char *x = low(c, a->kind), *y = low(c, b->kind);
	return strcmp(x, y) && !(begins(x, "thông báo") && begins(y, "thông báo")) && !(begins(x, "văn bản") || begins(y, "văn bản"));
}

/* Letters between number and slash: "TB" of "06-TB/CQTTBCĐ"; *body: behind the slash. */
static size_t type_of(const char *code, const char **type, const char **body)
{
	size_t d = strspn(code, "0123456789");
	*type = code + d + 1;
	const char *slash = strchr(*type, '/');
	if (code[d] != '-' || !slash)
		return 0;
	*body = slash + 1;
	return (size_t)(slash - *type);
}

bool cited_alike(const char *a, const char *b)
{
	const char *ta, *tb, *ba, *bb;
	size_t na = type_of(a, &ta, &ba), nb = type_of(b, &tb, &bb), d = strspn(a, "0123456789");
	if (!na || na != nb || memcmp(ta, tb, na) || d != strspn(b, "0123456789") || memcmp(a, b, d) || !strcmp(ba, bb))
		return false;
	for (const char *p = ba; strlen(p) >= 3; p++) {
		char part[8] = {p[0], p[1], p[2], '\0'};
		if (strstr(bb, part))
			return true;
	}
	return false;
}

static bool codes_clash(const struct mention *a, const struct mention *b)
{
	return whole(a->date) && same_date(a->date, b->date) && cited_alike(a->code, b->code);
}

/* Past "về việc ", "về ", "ban hành ". */
static size_t subject_words(const struct mention *m)
{
	size_t i = word_at(m->t, m->subject_from);
	i += word_is(m->t, i, "về");
	return i + (word_is(m->t, i, "việc") ? 1 : 0);
}

/* Bytes of b's subject at which the two part: the same words with another sign between, or one other word among the first twelve. */
static bool subjects_clash(const struct mention *a, const struct mention *b, size_t *from, size_t *to)
{
	enum { LEAST = 6, MOST = 12 };
	size_t i = subject_words(a), j = subject_words(b), n = 0, other = 0, sign = 0, at = 0;
	for (; n < MOST && i + n < a->t->n_words && j + n < b->t->n_words; n++) {
		const struct word *x = &a->t->words[i + n], *y = &b->t->words[j + n];
		size_t ga, gb;
		const char *pa = gap_after(a->t, i + n, &ga), *pb = gap_after(b->t, j + n, &gb);
		if (memchr(pa, ';', ga) || memchr(pb, ';', gb) || memchr(pa, '(', ga) || memchr(pb, '(', gb) || memchr(pa, '.', ga) || memchr(pb, '.', gb)) {
			n++;
			break;
		}
		if (x->to - x->from != y->to - y->from || memcmp(a->t->low + x->from, b->t->low + y->from, x->to - x->from))
			other++, at = n;
		else if (n + 1 < MOST && (ga != gb || memcmp(pa, pb, ga)))
			sign++, at = n;
		if (other + sign > 1)
			return false;
	}
	if (n < LEAST || other + sign != 1 || at == 0 || at + 2 >= n)
		return false;
	*from = b->t->words[j + (other ? at : at)].from;
	*to = b->t->words[j + (other ? at : at + 1)].to;
	return true;
}

/* Says b what a says? */
static bool says_the_same(const struct mention *a, const struct mention *b)
{
	enum { SUBJECT = 120 };
	return !strcmp(a->code, b->code) && !viet_date_cmp(a->date, b->date) && a->subject == b->subject && !a->kind == !b->kind && (!a->kind || !strcmp(a->kind, b->kind)) &&
		(!a->subject || !strncmp(a->t->s + a->subject_from, b->t->s + b->subject_from, SUBJECT));
}

/* Those that say what one before them says need not be compared again. */
static bool *repeats(struct checker *c)
{
	bool *again = arena_array(c->a, c->n_m + 1, sizeof *again);
	for (size_t i = 0; i < c->n_m; i++)
		for (size_t k = 0; k < i && !again[i]; k++)
			again[i] = !again[k] && says_the_same(&c->m[k], &c->m[i]);
	return again;
}

void rule_one_number(struct checker *c)
{
	bool *again = repeats(c);
	for (size_t i = 0; i < c->n_m; i++) {
		const struct mention *m = &c->m[i];
		bool date = false, kind = false, subject = false, code = false;
		for (size_t k = 0; k < i; k++) {
			const struct mention *o = &c->m[k];
			size_t from, to;
			saw(c);
			if (again[k])
				continue;
			if (!code && codes_clash(o, m))
				code = true, flag(c, m->t, m->code_from, m->code_to, N_("the document of this number and day is called %s elsewhere; correct one of the two"), o->code);
			if (!same_code(o, m))
				continue;
			if (!date && dates_clash(o, m))
				date = true, flag(c, m->t, m->date_from, m->date_to, N_("%s has the date %s elsewhere; correct one of the two"), m->code, text_slice(c, o->t, o->date_from, o->date_to));
			if (!kind && kinds_clash(c, o, m))
				kind = true, flag(c, m->t, m->from, m->code_to, N_("%s is called “%s” elsewhere; give it one type"), m->code, o->kind);
			if (!subject && o->subject && m->subject && subjects_clash(o, m, &from, &to))
				subject = true, flag(c, m->t, from, to, N_("the subject of %s reads otherwise at an earlier place; quote it in the same words"), m->code);
		}
		for (size_t k = i; subject && k < c->n_m; k++)
			if (same_code(&c->m[k], m))
				c->m[k].subject = false; /* told once for each number */
		if (kind) /* told once for each number: the later ones are as the first or as this */
			for (size_t k = i + 1; k < c->n_m; k++)
				if (same_code(&c->m[k], m))
					c->m[k].kind = m->kind;
		if (kind)
			for (size_t k = 0; k < i; k++)
				if (same_code(&c->m[k], m))
					c->m[k].kind = m->kind;
	}
}
