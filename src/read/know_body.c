/* The text: labels, titles, grounds. What the file shows (bold, centred) says more than words do. */
#include "read/know.h"
#include "model/label.h"
#include "base/utf8.h"
#include <string.h>

enum { SHORT_TITLE = 90 };

struct text_state {
	struct know *k;
	bool bases;              /* the kind opens with grounds */
	bool opening, after_basis;
	enum role title;         /* of a title that may follow "Chương I" */
};

/* Whether line i ends a paragraph that reads as a title: short, without a mark at its end. */
static bool like_title(const struct kline *l)
{
	static const char *const ends[] = {".", ";", ":", ",", "?", "!"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (know_ends(l->s, ends[i]))
			return false;
	return l->n && l->n <= SHORT_TITLE;
}

static bool capitals_behind(const struct kline *l, size_t skip)
{
	struct kline rest = *l;
	rest.s = l->s + skip;
	bool any = false;
	for (const char *p = rest.s, *e = p + strlen(p); p < e;) {
		uint32_t c = utf8_next(&p, e);
		if (utf8_is_lower(c))
			return false;
		any |= utf8_is_upper(c);
	}
	return any;
}

/* ---- grounds ---- */

static bool is_basis(const struct text_state *t, const struct kline *l)
{
	static const char *const proposals[] = {"Theo đề nghị của ", "Xét đề nghị ", "Xét Tờ trình ", "Xét tờ trình "};
	bool closed = know_ends(l->s, ";"), last = know_ends(l->s, ".") || know_ends(l->s, ",");
	if (!t->opening)
		return false;
	if (know_begins(l->s, "Căn cứ ") || know_begins(l->s, "- Căn cứ ") || know_begins(l->s, "CĂN CỨ "))
		return t->bases || closed || (t->after_basis && last);
	for (size_t i = 0; t->bases && i < sizeof proposals / sizeof *proposals; i++)
		if (know_begins(l->s, proposals[i]))
			return true;
	return false;
}

static bool is_resolves(const struct kline *l)
{
	return !strcmp(l->s, "QUYẾT ĐỊNH:") || !strcmp(l->s, "QUYẾT NGHỊ:");
}

/* ---- titles ---- */

/* A numbered line that is a title: bold as a whole; where nothing is shown, short, with text below that has no label of its rank. */
static bool numbered_title(const struct text_state *t, size_t i, enum label_kind label)
{
	const struct kline *l = &t->k->l[i], *next = i + 1 < t->k->n ? &t->k->l[i + 1] : NULL;
	uint32_t len;
	bool alone;
	if (l->bold)
		return true;
	if (t->k->looks || label != LABEL_NUMBER || !like_title(l) || !next || !next->para || next->form)
		return false;
	return label_find(next->s, strlen(next->s), &len, &alone) != LABEL_NUMBER;
}

static enum role title_role(struct text_state *t, size_t i, enum label_kind label, size_t len)
{
	const struct kline *l = &t->k->l[i];
	if (label == LABEL_ROMAN && (capitals_behind(l, len) || (l->bold && l->n < 200) || (!t->k->looks && like_title(l))))
		return ROLE_HEADING1;
	if ((label == LABEL_NUMBER || label == LABEL_DECIMAL) && numbered_title(t, i, label)) {
		if (!l->bold)
			know_note(t->k, KNOW_HEADING, know_pos(l), l->s);
		return label == LABEL_NUMBER ? ROLE_HEADING2 : ROLE_HEADING3;
	}
	if (label == LABEL_LETTER && l->bold)
		return ROLE_HEADING3;
	return ROLE_BODY;
}

static enum role role_of(struct text_state *t, size_t i, enum label_kind *label, uint32_t *len, bool alone)
{
	struct kline *l = &t->k->l[i];
	const struct division *d = label_division(*label);
	enum role title = t->title, r;
	t->title = ROLE_BODY;
	if (title != ROLE_BODY && *label == LABEL_NONE && (l->caps || l->bold))
		return title;
	if (d && (alone || capitals_behind(l, *len) || (l->bold && l->centred))) {
		t->title = alone ? d->title : ROLE_BODY;
		return d->role;
	}
	if (d)
		*label = LABEL_NONE, *len = 0;
	if (is_resolves(l))
		return ROLE_RESOLVES;
	if (*label == LABEL_ARTICLE)
		return l->bold || (!t->k->looks && like_title(l) && !alone) ? ROLE_ARTICLE : ROLE_ARTICLE_TEXT;
	r = title_role(t, i, *label, *len);
	if (r != ROLE_BODY)
		return r;
	if (is_basis(t, l))
		return ROLE_BASIS;
	if (*label == LABEL_NONE && l->bold && l->centred && l->n < 200)
		return ROLE_TITLE_CENTER;
	return *label == LABEL_NONE ? ROLE_BODY : ROLE_ITEM;
}

/* ---- runs ---- */

/* A space that holds a blank to the word before it is no part of the blank. */
static void part_slots(struct know *k, struct para *p)
{
	for (size_t i = 1; i < p->n_runs; i++) {
		struct run *a = &p->runs[i - 1], *b = &p->runs[i];
		size_t n = a->kind == RUN_TEXT && b->kind == RUN_SLOT ? know_nbsps(b->text) : 0;
		if (n < 3 || !know_needs_space(a->text, strlen(a->text)))
			continue;
		a->text = arena_printf(k->a, "%s ", a->text);
		b->text += 2;
	}
}

static void add_run(struct know *k, struct para *p, const struct run *like, enum run_kind kind, const char *s, size_t n)
{
	struct run r = *like;
	r.kind = kind;
	r.text = kind == RUN_SLOT || n ? arena_strndup(k->a, s, n) : "";
	if (n)
		ARENA_PUSH(k->a, p->runs, p->n_runs, p->cap_runs, r);
}

/* Rows of no-break spaces in texts become blanks to be filled in. */
void know_slots(struct know *k, struct para *p)
{
	const struct run *old = p->runs;
	size_t n = p->n_runs;
	bool any = false;
	for (size_t i = 0; i < n; i++)
		any = any || (old[i].kind == RUN_TEXT && strstr(old[i].text, "\u00A0"));
	if (any) {
		p->runs = NULL;
		p->n_runs = p->cap_runs = 0;
	}
	for (size_t i = 0; i < n && any; i++) {
		const char *s = old[i].text, *q;
		if (old[i].kind != RUN_TEXT) {
			ARENA_PUSH(k->a, p->runs, p->n_runs, p->cap_runs, old[i]);
			continue;
		}
		while ((q = strstr(s, "\u00A0"))) {
			size_t b = know_nbsps(q);
			add_run(k, p, &old[i], RUN_TEXT, s, (size_t)(q - s));
			add_run(k, p, &old[i], b > 1 ? RUN_SLOT : RUN_TEXT, b > 1 ? q : " ", b > 1 ? 2 * b : 1);
			s = q + 2 * b;
		}
		add_run(k, p, &old[i], RUN_TEXT, s, strlen(s));
	}
	part_slots(k, p);
}

/* ---- the whole ---- */

static void paragraph(struct text_state *t, size_t i)
{
	struct kline *l = &t->k->l[i];
	struct para *p = &l->para->u.para;
	const char *s = doc_text(t->k->d, l->para);
	size_t lead = strspn(s, " \t");
	uint32_t len = 0;
	bool alone = false, more = i + 1 < t->k->n && t->k->l[i + 1].goes_on;
	enum label_kind label = label_find(s + lead, strcspn(s + lead, "\n"), &len, &alone);
	if (l->sure || l->role == ROLE_ITEM || l->role == ROLE_PICTURE || l->role == ROLE_CAPTION) {
		if (label_division(label) && l->role != ROLE_PART && l->role != ROLE_CHAPTER && l->role != ROLE_SECTION)
			label = LABEL_NONE;
		t->title = ROLE_BODY;
	} else {
		l->role = role_of(t, i, &label, &len, alone && !more);
	}
	p->label = label;
	p->label_len = label == LABEL_NONE ? 0 : len;
	t->after_basis = l->role == ROLE_BASIS;
	t->opening = t->opening && (t->after_basis || !*l->s);
}

void know_body(struct know *k, struct kpart *p)
{
	const struct kind *kind = p->meta->kind.s ? kind_find(p->meta->kind.s) : NULL;
	struct text_state t = {.k = k, .bases = kind && kind->bases, .opening = true, .title = ROLE_BODY};
	for (size_t i = p->from; i < p->to; i++) {
		struct kline *l = &k->l[i];
		if (l->form || l->goes_on)
			continue;
		if (!l->para) {
			t.opening = false;
			t.title = ROLE_BODY;
			continue;
		}
		paragraph(&t, i);
		know_slots(k, &l->para->u.para);
	}
}
