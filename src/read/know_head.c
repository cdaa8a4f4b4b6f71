/* The letterhead: Quốc hiệu, issuers, number, place and date, marks (Phụ lục I, Phần I, Mục II.1–4; the Party's: nd30.md 5.1, 5.4). */
#include "read/know.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/code.h"
#include <string.h>

enum { HEAD_LINES = 60, LONG_LINE = 180, LONG_NAME = 110 };

struct head {
	struct know *k;
	struct kpart *p;
	struct meta *m;
	size_t *names, n_names, cap_names; /* lines of bodies' names */
	bool number, date, nation;
};

static void take(struct kline *l, enum role r)
{
	l->role = r;
	l->form = true;
}

/* ---- single lines ---- */

static bool is_nation(struct head *h, struct kline *l)
{
	bool party;
	if (!know_nation(l, &party))
		return false;
	h->nation = true;
	if (h->p->kind == PART_MAIN)
		h->k->party = party;
	take(l, ROLE_NATION);
	return true;
}

static bool is_motto(struct head *h, struct kline *l)
{
	(void)h;
	if (!know_motto(l))
		return false;
	take(l, ROLE_MOTTO);
	return true;
}

static void set_date(struct head *h, const struct kline *l, const char *place, struct date d)
{
	h->m->place = (struct text){place, know_pos(l)};
	h->m->date = d;
	h->m->date_pos = know_pos(l);
	h->date = true;
}

/* A number of a form that no rule knows, in a paragraph of vanban's own style for it: kept as it is. */
static bool styled_number(struct head *h, struct kline *l)
{
	const char *s = l->s + strlen("Số");
	if (h->number || !l->sure || l->role != ROLE_NUMBER || !know_begins(l->s, "Số") || !strchr(s, '/'))
		return false;
	h->number = true;
	h->m->number = (struct text){know_bare(h->k, s + strspn(s, ": "), ""), know_pos(l)};
	take(l, ROLE_NUMBER);
	return true;
}

static bool is_number(struct head *h, struct kline *l)
{
	struct number_line num;
	const char *place;
	struct date d;
	if (h->number || !know_number(h->k, l->s, &num))
		return styled_number(h, l);
	if (*num.rest && !know_place_date(h->k, num.rest, &place, &d))
		return styled_number(h, l);
	h->number = true;
	h->m->number = (struct text){num.number, know_pos(l)};
	h->m->symbol = (struct text){num.code, know_pos(l)};
	if (strspn(num.code, "0123456789") == 4 && num.code[4] == '/') { /* of a legal normative document: "30/2020/NĐ-CP" */
		h->m->number.s = arena_printf(h->k->a, "%s/%s", num.number ? num.number : "……", num.code);
		h->m->symbol.s = NULL;
	}
	if (!h->nation && h->p->kind == PART_MAIN)
		h->k->party = num.party;
	if (*num.rest)
		set_date(h, l, place, d);
	take(l, ROLE_NUMBER);
	return true;
}

static bool is_date(struct head *h, struct kline *l)
{
	const char *place;
	struct date d;
	if (h->date || !know_place_date(h->k, l->s, &place, &d))
		return false;
	set_date(h, l, place, d);
	take(l, ROLE_PLACE_DATE);
	return true;
}

static bool is_urgency(struct head *h, struct kline *l)
{
	enum urgency u = know_urgency(l);
	if (u == URGENCY_NONE)
		return false;
	h->m->urgency = u;
	h->m->urgency_pos = know_pos(l);
	take(l, ROLE_URGENCY);
	return true;
}

static bool is_draft_mark(struct head *h, struct kline *l)
{
	static const char *const words[] = {"DỰ THẢO", "Dự thảo", "BẢN DỰ THẢO"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (know_begins(l->s, words[i]) && l->n < 40) {
			const char *s = know_bare(h->k, l->s + strlen(words[i]), ".");
			h->m->draft_mark = (struct text){*s ? l->caps ? utf8_lower(h->k->a, s) : s : "có", know_pos(l)};
			take(l, ROLE_DRAFT_MARK);
			return true;
		}
	return false;
}

static bool is_circulation(struct head *h, struct kline *l)
{
	static const char *const slugs[] = {"xem-xong-tra-lai", "luu-hanh-noi-bo", "khong-pho-bien"};
	for (size_t i = 0; i < sizeof slugs / sizeof *slugs; i++)
		if (l->n < 70 && know_begins(l->slug, slugs[i])) {
			h->m->circulation = (struct text){utf8_upper_first(h->k->a, l->caps ? utf8_lower(h->k->a, l->s) : l->s), know_pos(l)};
			take(l, ROLE_CIRCULATION);
			return true;
		}
	return false;
}

static bool is_secret(struct head *h, struct kline *l)
{
	static const char *const slugs[] = {"mat", "toi-mat", "tuyet-mat"};
	for (size_t i = 0; i < 3 && l->caps; i++)
		if (!strcmp(l->slug, slugs[i]))
			know_note(h->k, KNOW_SECRET, know_pos(l), l->s);
	return false;
}

static bool is_decor(struct head *h, struct kline *l)
{
	enum role r;
	(void)h;
	if (!know_decor(l, &r) && *l->s)
		return false;
	take(l, *l->s || l->role == ROLE_RULE ? r : l->role);
	return true;
}

static bool is_copy_kind(struct head *h, struct kline *l)
{
	static const char *const names[] = {"Sao y", "Sao lục", "Trích sao"};
	int i = h->p->kind == PART_COPY ? know_copy(l) : -1;
	if (i < 0)
		return false;
	h->m->kind = (struct text){names[i], know_pos(l)};
	h->nation = true;
	take(l, ROLE_COPY_KIND);
	return true;
}

static bool (*const tests[])(struct head *, struct kline *) = {is_decor, is_nation, is_motto, is_number, is_date, is_urgency, is_draft_mark,
	is_circulation, is_copy_kind, is_secret};

/* ---- what follows the number: "V/v …" ---- */

static bool opens_letter(const struct kline *l, bool party)
{
	return (l->sure && l->role == ROLE_SUBJECT_LETTER) || know_begins(l->s, "V/v") || know_begins(l->s, "v/v") || know_begins(l->s, "V/V") ||
		know_begins(l->s, "Vv ") || (party && know_begins(l->s, "về việc"));
}

/* Lines of the subject of a công văn from i on: to the end of its cell, or as long as they go on in small letters. */
static size_t letter(struct head *h, size_t i, size_t to)
{
	struct kline *l = h->k->l;
	const char *rest, *words[] = {"V/v", "v/v", "V/V", "Vv", "về việc", "Về việc"};
	size_t from = i;
	do
		take(&l[i++], ROLE_SUBJECT_LETTER);
	while (i < to && l[i].para && !l[i].goes_on == !(l[i].para == l[i - 1].para) && *l[i].s && l[i].n < LONG_LINE && !know_addressee(&l[i], &rest) &&
		(l[i].para == l[from].para || (l[i].cell && l[i].cell == l[from].cell && !l[i].caps && !is_draft_mark(h, &l[i])) ||
		(l[i].sure && l[i].role == ROLE_SUBJECT_LETTER) || (!l[i].cell && !l[from].cell && utf8_is_lower(utf8_next(&(const char *){l[i].s}, l[i].s + 4)))));
	h->m->subject = know_value(h->k, from, i);
	for (size_t w = 0; w < sizeof words / sizeof *words; w++)
		if (know_begins(h->m->subject.s, words[w])) {
			h->m->subject.s = know_bare(h->k, h->m->subject.s + strlen(words[w]), "");
			break;
		}
	return i;
}

/* ---- bodies ---- */

struct name { const char *s; struct pos pos; bool bold, parent; };

static bool in_left_cell(const struct kline *l) { return l->cell && l->cell->u.cell.col == 0; }

static bool is_name(const struct head *h, const struct kline *l)
{
	if (l->sure)
		return l->role == ROLE_PARENT || l->role == ROLE_ISSUER;
	if (!l->para || !*l->s || l->n > LONG_NAME || h->number)
		return false;
	return l->caps || (in_left_cell(l) && know_body_name(l));
}

/* Puts the lines of names together: a line that begins with no word for a body goes on from the one above. */
static size_t join_names(struct head *h, struct name *out)
{
	size_t n = 0;
	for (size_t i = 0; i < h->n_names; i++) {
		const struct kline *l = &h->k->l[h->names[i]], *before = i ? &h->k->l[h->names[i - 1]] : NULL;
		bool goes_on = n && (l->sure ? l->goes_on : l->bold == before->bold && !know_body_name(l));
		if (goes_on)
			out[n - 1].s = arena_printf(h->k->a, l->goes_on && l->sure ? "%s\n%s" : "%s %s", out[n - 1].s, l->s);
		else
			out[n++] = (struct name){l->s, know_pos(l), l->bold, l->sure && l->role == ROLE_PARENT};
	}
	return n;
}

/* How many bodies the letters of the number name behind the kind: "HD-SNV-SCNS" two. */
static size_t bodies_of_code(const struct head *h)
{
	const char *s = h->m->symbol.s, *dash = s ? strchr(s, '-') : NULL, *name = dash ? code_kind(arena_printf(h->k->a, "1/%s", s)) : NULL;
	size_t n = 0;
	if (h->k->party || !name || !kind_find(name) || kind_find(name)->id == KIND_CONG_VAN)
		return 1;
	for (; dash; dash = strchr(dash + 1, '-'))
		n++;
	return n;
}

/* Which names are superior bodies': as styled, those not in bold where others are, else all but the last. */
static void find_parents(struct head *h, struct name *v, size_t n)
{
	bool sure = h->n_names && h->k->l[h->names[0]].sure, bold = false, plain = false;
	for (size_t i = 0; i < n; i++) {
		bold = bold || v[i].bold;
		plain = plain || !v[i].bold;
	}
	size_t own = bodies_of_code(h);
	for (size_t i = 0; i < n && !sure; i++)
		v[i].parent = bold && plain ? !v[i].bold : i + own < n;
	bool clear = n == 1 + own && h->k->l[h->names[0]].caps && know_body_name(&h->k->l[h->names[0]]) && know_body_name(&h->k->l[h->names[h->n_names - 1]]);
	if (n > 1 && !sure && !(bold && plain) && !clear)
		know_note(h->k, KNOW_ISSUER_LINES, v[0].pos, utf8_one_line(h->k->a, v[0].s), utf8_one_line(h->k->a, v[n - 1].s));
}

static struct text cased(struct know *k, const char *s, struct pos pos)
{
	bool sure;
	struct text t = {know_case(k, s, &sure), pos};
	if (!sure)
		know_note(k, KNOW_CASE, pos, utf8_one_line(k->a, t.s));
	return t;
}

static void add_issuer(struct head *h, const char *s, struct pos pos, const struct texts *parents)
{
	if (know_nbsps(s) * 2 == strlen(s))
		return; /* a blank */
	struct issuer is = {.parents = *parents, .name = cased(h->k, s, pos)};
	ARENA_PUSH(h->k->a, h->m->issuers, h->m->n_issuers, h->m->cap_issuers, is);
}

/* The Party's joint issuers stand in one line: "BAN TỔ CHỨC - BAN NỘI CHÍNH". */
static void add_joined(struct head *h, struct name *v, const struct texts *parents)
{
	const char *s = v->s, *sep;
	while (h->k->party && (sep = strstr(s, " - ")) && know_begins(viet_slug(h->k->a, sep + 3), "ban-")) {
		add_issuer(h, arena_strndup(h->k->a, s, (size_t)(sep - s)), v->pos, parents);
		s = sep + 3;
	}
	add_issuer(h, s, v->pos, parents);
}

static void names(struct head *h)
{
	struct name *v = ARENA_ARRAY(h->k->a, struct name, h->n_names + 1);
	size_t n = join_names(h, v);
	struct texts parents = {NULL, 0, 0};
	bool fresh = true;
	find_parents(h, v, n);
	for (size_t i = 0; i < n; i++) {
		if (!v[i].parent) {
			add_joined(h, &v[i], &parents);
			fresh = true;
			continue;
		}
		if (fresh)
			parents = (struct texts){NULL, 0, 0};
		fresh = false;
		ARENA_PUSH(h->k->a, parents.v, parents.n, parents.cap, cased(h->k, v[i].s, v[i].pos));
	}
	for (size_t i = 0; i < h->n_names; i++) {
		struct kline *l = &h->k->l[h->names[i]];
		for (size_t j = 0; j < n && !l->sure; j++)
			if (v[j].pos.line == know_pos(l).line && v[j].pos.col == know_pos(l).col)
				take(l, v[j].parent ? ROLE_PARENT : ROLE_ISSUER);
		if (!l->form)
			take(l, l->sure ? l->role : i ? h->k->l[h->names[i - 1]].role : ROLE_ISSUER);
	}
}

/* ---- the whole ---- */

/* The line after the letterhead: behind its last line that is certain. */
static size_t head_end(struct know *k, const struct kpart *p)
{
	size_t end = p->from;
	for (size_t i = p->from; i < p->to && i < p->from + HEAD_LINES; i++) {
		const struct kline *l = &k->l[i];
		bool party;
		const char *place, *rest;
		struct date d;
		struct number_line num;
		if (!l->para || l->n > LONG_LINE || (know_kind(l) && !l->cell) || know_addressee(l, &rest) || (l->sure && (l->role == ROLE_KIND || l->role == ROLE_BODY)))
			break;
		if (know_nation(l, &party) || know_motto(l) || know_number(k, l->s, &num) || know_place_date(k, l->s, &place, &d) || (p->kind == PART_COPY && know_copy(l) >= 0) ||
			(l->sure && (l->role == ROLE_ISSUER || l->role == ROLE_NUMBER || l->role == ROLE_PLACE_DATE)))
			end = i + 1;
	}
	while (end > p->from && end < p->to && k->l[end].cell && k->l[end].block == k->l[end - 1].block)
		end++;
	return end;
}

size_t know_head(struct know *k, struct kpart *p)
{
	struct head h = {.k = k, .p = p, .m = p->meta};
	size_t end = head_end(k, p), i = p->from;
	enum role r;
	while (i < end) {
		struct kline *l = &k->l[i];
		bool done = false;
		if (opens_letter(l, k->party)) {
			i = letter(&h, i, p->to);
			continue;
		}
		for (size_t t = 0; t < sizeof tests / sizeof *tests && !done; t++)
			done = tests[t](&h, l);
		if (!done && is_name(&h, l))
			ARENA_PUSH(k->a, h.names, h.n_names, h.cap_names, i);
		i++;
	}
	names(&h);
	p->has_head = h.nation || h.number || h.n_names;
	while (i < p->to && p->has_head && k->l[i].para && !k->l[i].sure && !k->l[i].cell && (know_decor(&k->l[i], &r) || !*k->l[i].s || know_urgency(&k->l[i]) || is_draft_mark(&h, &k->l[i]))) {
		is_decor(&h, &k->l[i]);
		is_urgency(&h, &k->l[i]);
		i++;
	}
	if (i < p->to && p->has_head && !h.m->subject.s && opens_letter(&k->l[i], k->party) && k->l[i].n < LONG_LINE)
		i = letter(&h, i, p->to);
	return i;
}

/* ---- letters of the number ---- */

static size_t cut(struct know *k, const char *s, char by, const char **out, size_t most)
{
	size_t n = 0;
	while (n < most) {
		const char *p = n + 1 < most ? strchr(s, by) : NULL;
		out[n++] = p ? arena_strndup(k->a, s, (size_t)(p - s)) : s;
		if (!p)
			break;
		s = p + 1;
	}
	return n;
}

static const char *code_of(const struct know *k, const struct kind *kind, const char *symbol)
{
	const char *const codes[] = {kind->code_party, kind->code_hd36};
	if (!k->party)
		return kind->code;
	for (int i = 0; i < 2; i++)
		if (codes[i] && know_begins(symbol, codes[i]) && symbol[strlen(codes[i])] == '/')
			return codes[i];
	return kind->code_party ? kind->code_party : "";
}

static void set_abbr(struct know *k, struct meta *m, size_t i, const char *s)
{
	if (m->n_issuers == 0) {
		struct issuer none = {.name = {NULL, m->symbol.pos}};
		ARENA_PUSH(k->a, m->issuers, m->n_issuers, m->cap_issuers, none);
	}
	if (*s && strncmp(s, "…", strlen("…")) && *s != '.')
		m->issuers[i].abbr = (struct text){s, m->symbol.pos};
}

static void letter_code(struct know *k, struct meta *m, const char *s)
{
	const char *v[2];
	size_t n = cut(k, s, '-', v, 2);
	set_abbr(k, m, 0, v[0]);
	if (n == 2)
		m->unit = (struct text){v[1], m->symbol.pos};
	m->symbol.s = NULL;
}

void know_code(struct know *k, struct meta *m, const struct kind *kind)
{
	const char *s = m->symbol.s, *code, *v[8];
	if (!s)
		return;
	if (kind->id == KIND_CONG_VAN && !k->party && m->n_issuers <= 1) {
		letter_code(k, m, s);
		return;
	}
	code = code_of(k, kind, s);
	size_t len = strlen(code), want = m->n_issuers ? m->n_issuers : 1;
	if (!len || !know_begins(s, code) || s[len] != (k->party ? '/' : '-') || want > 8)
		return; /* kept whole */
	if (cut(k, s + len + 1, '-', v, want) != want)
		return;
	for (size_t i = 0; i < want; i++)
		set_abbr(k, m, i, v[i]);
	m->symbol.s = NULL;
}
