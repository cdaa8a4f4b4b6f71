/* Which documents a text names: those named by their number, with what is said of each. */
#include "check/cited.h"
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "check/cited_in.h"
#include "form/code.h"

/* ---- Điều, khoản, điểm before the name ---- */

/* Words of the unit of a document that begins with word i: "khoản", "phụ lục"; 0: none. */
static size_t unit_at(const struct ptext *t, size_t i)
{
	static const char *const units[] = {"điểm", "khoản", "điều", "mục", "chương", "phần"};
	for (size_t k = 0; k < sizeof units / sizeof *units; k++)
		if (word_is(t, i, units[k]))
			return 1;
	return (word_is(t, i, "phụ") && word_is(t, i + 1, "lục")) || (word_is(t, i, "tiểu") && word_is(t, i + 1, "mục")) ? 2 : 0;
}

/* "7", "a", "đ", "IV": what a unit is called. */
static bool unit_name(const struct ptext *t, size_t i)
{
	const struct word *w = &t->words[i];
	char s[16];
	size_t n = w->to - w->from, len;
	if (w->digits)
		return n <= 3;
	if (n >= sizeof s)
		return false;
	memcpy(s, t->low + w->from, n);
	s[n] = '\0';
	return (viet_point_index(s, &len) >= 0 && len == n) || (w->capitals && viet_unroman(t->s + w->from, n) > 0);
}

/* The gap before word i parts names of units: " ", ", ". */
static bool unit_gap(const struct ptext *t, size_t i)
{
	size_t n;
	const char *g = gap_after(t, i - 1, &n);
	return (n == 1 && (*g == ' ' || *g == '.')) || (n == 2 && !memcmp(g, ", ", 2)) || (n == 2 && !memcmp(g, ") ", 2));
}

/* "điểm a khoản 2 Điều 7 (của) <the name at word w>"; NULL: nothing of the kind. */
static const char *part_before(struct checker *c, const struct ptext *t, size_t w)
{
	size_t last = w, first = w;
	while (last > 0 && (word_is(t, last - 1, "của") || word_is(t, last - 1, "tại")) && unit_gap(t, last))
		last--;
	bool named = false;
	for (size_t i = last; i-- > 0 && unit_gap(t, i + 1);) {
		if (unit_name(t, i)) {
			named = true;
		} else if (unit_at(t, i)) {
			if (!named)
				break;
			first = i;
			named = false;
		} else if (word_is(t, i, "lục") || (word_is(t, i, "mục") && i > 0 && word_is(t, i - 1, "tiểu"))) {
			continue;
		} else if (!word_is(t, i, "và") && !word_is(t, i, "đến") && !word_is(t, i, "hoặc")) {
			break;
		}
	}
	return first < last ? text_slice(c, t, t->words[first].from, t->words[last - 1].to) : NULL;
}

/* ---- what a mention says ---- */

/* Where the text of mention m ends: its issuing body may have run into the mention that follows. */
static size_t mention_end(const struct checker *c, size_t i)
{
	const struct mention *m = &c->m[i], *next = i + 1 < c->n_m && c->m[i + 1].t == m->t ? &c->m[i + 1] : NULL;
	if (!next || next->from >= m->to || next->from <= m->code_to)
		return m->to;
	size_t w = word_at(m->t, next->from);
	while (w > 0 && (word_is(m->t, w - 1, "và") || word_is(m->t, w - 1, "các") || word_is(m->t, w - 1, "số")))
		w--;
	return w > 0 ? m->t->words[w - 1].to : m->to;
}

static const char *issuer_of(struct checker *c, const struct mention *m, size_t end)
{
	static const char of[] = "của ";
	size_t from = m->issuer_first || !m->date.year ? m->code_to : m->date_to;
	if (!m->issuer)
		return NULL;
	if (m->issuer_first) {
		size_t w = word_at(m->t, m->date_from);
		while (w > 0 && word_is(m->t, w - 1, "ngày"))
			w--;
		end = w > 0 ? m->t->words[w - 1].to : end;
	}
	while (from < end && m->t->s[from] == ' ')
		from++;
	from += sizeof of - 1;
	return from < end ? text_slice(c, m->t, from, end) : NULL;
}

/* "về Sở Nội vụ": whither, not what about. */
static bool whither(const struct ptext *t, size_t w)
{
	static const char *const bodies[] = {"sở", "ủy", "uỷ", "ubnd", "hđnd", "văn", "bộ", "ban", "phòng", "công", "trung", "cục", "tỉnh", "chi", "thường", "cơ"};
	if (!word_is(t, w, "về") || w + 1 >= t->n_words || !t->words[w + 1].capital)
		return false;
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
		if (word_is(t, w + 1, bodies[i]))
			return true;
	return false;
}

/* The words at the subject's begin are one even where neither date nor issuing body stands before them. */
static bool plainly_subject(struct checker *c, const struct ptext *t, size_t w)
{
	if (!word_is(t, w, "về") || w + 2 >= t->n_words)
		return false;
	return word_is(t, w + 1, "việc") || kind_find(text_slice(c, t, t->words[w + 1].from, t->words[w + 2].to)) != NULL;
}

/* True if what parts word i from the next ends the subject. */
static bool subject_stops(const struct ptext *t, size_t i)
{
	size_t n;
	const char *g = gap_after(t, i, &n);
	bool more = i + 1 < t->n_words;
	if (!more || memchr(g, ';', n) || memchr(g, '(', n) || memchr(g, ':', n) || memchr(g, '\n', n))
		return true;
	if (memchr(g, '.', n))
		return n != 1 || !t->words[i + 1].digits;
	return memchr(g, ',', n) && t->words[i + 1].capital && !t->words[i + 1].digits;
}

static bool begins_mention(const struct checker *c, const struct ptext *t, size_t i, size_t w)
{
	for (; i < c->n_m && c->m[i].t == t && w < t->n_words; i++)
		if (c->m[i].from == t->words[w].from)
			return true;
	return false;
}

static size_t subject_end(const struct checker *c, size_t i)
{
	static const char *const rests[] = {" với các nội dung", " với những nội dung", " với nội dung", " với các nhiệm vụ", " như sau", ", cụ thể", ", trong đó", ", để ", ", nhằm ", " hết hiệu lực", " có hiệu lực"};
	const struct mention *m = &c->m[i];
	const struct ptext *t = m->t;
	for (size_t w = word_at(t, m->subject_from); w < t->n_words; w++) {
		if (subject_stops(t, w))
			return t->words[w].to;
		for (size_t k = 0; k < sizeof rests / sizeof *rests; k++)
			if (begins(t->low + t->words[w].to, rests[k]))
				return t->words[w].to;
		size_t n;
		const char *g = gap_after(t, w, &n);
		/* "… và Kế hoạch số 12", "… tại Công văn số 5", "…, số 14/KH-UBND" name another document */
		if (memchr(g, ',', n) && begins_mention(c, t, i + 1, w + 1))
			return t->words[w].to;
		if ((word_is(t, w + 1, "và") || word_is(t, w + 1, "tại") || word_is(t, w + 1, "theo")) && begins_mention(c, t, i + 1, w + 2))
			return t->words[w].to;
	}
	return t->n;
}

/* inside: the subject of another document names this one, and ends with it or goes on. */
static void subject_of(struct checker *c, size_t i, bool inside, struct naming *out)
{
	const struct mention *m = &c->m[i];
	if (!m->subject)
		return;
	size_t from = m->subject_from + (m->t->s[m->subject_from] == '('), w = word_at(m->t, from);
	if (whither(m->t, w) || (!m->date.year && !plainly_subject(c, m->t, w)))
		return;
	out->subject_to = (uint32_t)subject_end(c, i);
	if (out->subject_to <= from) {
		out->subject_to = 0;
		return;
	}
	const char *end = m->t->s + out->subject_to;
	out->c.subject = text_slice(c, m->t, from, out->subject_to);
	bool alone = m->t->node->u.para.role == ROLE_BASIS || m->from <= m->t->node->u.para.label_len + 1u; /* a căn cứ, an item of a list */
	out->c.subject_sure = !inside && (begins(end, " (") || (alone && (!*end || *end == ';' || (*end == '.' && !end[1]))));
}

/* ---- entries ---- */

/* Nothing but "," "và" "số" stands between two places. */
static bool goes_on(const struct ptext *t, size_t from, size_t to)
{
	if (from > to)
		return false;
	for (size_t w = word_at(t, from); w < t->n_words && t->words[w].from < to; w++)
		if (!word_is(t, w, "và") && !word_is(t, w, "số") && !word_is(t, w, "hoặc"))
			return false;
	for (size_t i = from; i < to; i++)
		if (strchr(".(:", t->s[i]))
			return false;
	return true;
}

/* A number that is none of a document: "QCVN 102:2016/BTTTT", "tài khoản số 12-AB". */
static bool no_document(const struct mention *m, bool listed)
{
	if (m->kind || listed)
		return false;
	if (m->from > 0 && strchr(":.", m->t->s[m->from - 1]))
		return true;
	if (m->numbered)
		return !strchr(m->code, '/');
	const char *kind = code_kind(m->code);
	return !m->date.year && (!kind || kind == kind_get(KIND_CONG_VAN)->name);
}

static void add_number(struct checker *c, size_t i, struct namings *all)
{
	const struct mention *m = &c->m[i];
	const struct naming *last = all->n > 0 && all->v[all->n - 1].t == m->t ? &all->v[all->n - 1] : NULL;
	bool listed = last && !m->kind && goes_on(m->t, last->subject_to ? last->subject_to : last->c.to, m->from);
	if (all->n >= CITED_KEPT || no_document(m, listed) || cited_in_definition(c, m->t, m->from, m->code_to))
		return;
	size_t end = mention_end(c, i);
	struct naming x = {.c = {.node = m->t->node, .from = m->from, .to = (uint32_t)end, .by = CITED_NUMBER, .code = m->code, .date = m->date, .date_from = m->date_from,
		.date_to = m->date_to, .listed = listed}, .t = m->t, .code_from = m->code_from};
	const char *told = code_kind(m->code);
	x.c.kind = m->kind ? utf8_upper_first(c->a, m->kind) : listed ? last->c.kind : told && told != kind_get(KIND_CONG_VAN)->name ? told : NULL;
	x.c.issuer = issuer_of(c, m, end);
	x.c.part = part_before(c, m->t, word_at(m->t, m->from));
	subject_of(c, i, last && last->subject_to >= m->from, &x);
	ARENA_PUSH(c->a, all->v, all->n, all->cap, x);
}

static int by_place(const void *x, const void *y)
{
	const struct naming *a = x, *b = y;
	if (a->t != b->t)
		return a->t < b->t ? -1 : 1;
	return a->c.from < b->c.from ? -1 : a->c.from > b->c.from;
}

/* The entries in order; a short form refers to the first entry of its document, which was in order before. */
static void finish(struct checker *c, struct namings *all, struct cited_list *out)
{
	size_t n = all->n;
	for (size_t i = 0; i < n; i++)
		if (all->v[i].c.by == CITED_BRIEF)
			all->v[i].code_from = (uint32_t)all->v[i].c.of;
		else
			all->v[i].code_from = (uint32_t)i; /* its old index, for those that refer to it */
	if (n > 1)
		qsort(all->v, n, sizeof *all->v, by_place);
	uint32_t *now = arena_array(c->a, n, sizeof *now);
	for (size_t i = 0; i < n; i++)
		if (all->v[i].c.by != CITED_BRIEF)
			now[all->v[i].code_from] = (uint32_t)i;
	for (size_t i = 0; i < n; i++) {
		struct cited *e = &all->v[i].c;
		e->words = all->v[i].t->s;
		if (e->by == CITED_BRIEF)
			e->of = now[all->v[i].code_from];
		if (!e->part)
			e->part = part_before(c, all->v[i].t, word_at(all->v[i].t, e->from));
		ARENA_PUSH(c->a, out->v, out->n, out->cap, *e);
	}
}

void cited_find(struct arena *a, const struct doc *d, struct cited_list *out)
{
	struct checker c = {.a = a, .d = d, .meta = d->meta};
	struct namings all = {.v = NULL};
	size_t i = 0;
	*out = (struct cited_list){.v = NULL};
	texts_build(&c);
	mentions_build(&c);
	for (const struct ptext *t = c.t; t < c.t + c.n; t++) {
		size_t first = all.n;
		for (; i < c.n_m && c.m[i].t == t; i++)
			add_number(&c, i, &all);
		if (t->zone != ZONE_MARGIN && t->node->u.para.role != ROLE_ANNEX_NOTE)
			cited_laws(&c, t, &all, first);
	}
	if (all.n > 1)
		qsort(all.v, all.n, sizeof *all.v, by_place);
	cited_briefs(&c, &all);
	finish(&c, &all, out);
}
