/* Numbering and structure: no gaps, the Vietnamese letters, sections that say something, ends of headings and lists (N34–N39). */
#include <stdlib.h>
#include <string.h>
#include "base/viet.h"
#include "check/inner_rules.h"

/* A label's value from 1: number, Roman numeral, letter; of "3.1." the last figure. 0: none. */
static int value_of(const struct ptext *t, const char **prefix, size_t *prefix_len)
{
	const struct para *p = &t->node->u.para;
	const char *s = t->s;
	size_t n = p->label_len, len;
	int v;
	*prefix = s;
	*prefix_len = 0;
	switch (p->label) {
	case LABEL_ROMAN: return viet_unroman(s, strcspn(s, ".) "));
	case LABEL_NUMBER: return atoi(s);
	case LABEL_DECIMAL:
		for (len = n; len > 0 && !(s[len - 1] >= '0' && s[len - 1] <= '9'); len--)
			;
		while (len > 0 && s[len - 1] >= '0' && s[len - 1] <= '9')
			len--;
		*prefix_len = len;
		return atoi(s + len);
	case LABEL_LETTER:
		v = viet_point_index(s, &len);
		return v + 1;
	case LABEL_ARTICLE: case LABEL_CHAPTER: case LABEL_SECTION: case LABEL_SUBSECTION: case LABEL_PART:
		s += strcspn(s, " ");
		while (*s == ' ')
			s++;
		if (begins(s, "m") && t->node->u.para.label == LABEL_SUBSECTION) {
			s += strcspn(s, " ");
			s += strspn(s, " ");
		}
		v = viet_unroman(s, strcspn(s, ".: \n"));
		return v > 0 ? v : atoi(s);
	default: return 0;
	}
}

enum { SHORT_INTRO = 70 }; /* bytes: a line that short and with a colon at its end is a heading to its list */

struct rung { enum label_kind kind; int last; const char *prefix; size_t prefix_len; const struct ptext *t; };
struct levels { struct rung v[24]; size_t n; int article; bool text_between; };

static bool same_prefix(const struct rung *l, const char *prefix, size_t n) { return l->prefix_len == n && !memcmp(l->prefix, prefix, n); }

static void wrong_letter(struct checker *c, const struct ptext *t, int last, bool letters)
{
	const char *want = viet_point_letter(last);
	size_t n = t->node->u.para.label_len;
	if (letters && want)
		flag(c, t, 0, n, N_("the letter “%s” is expected here; the letters are a b c d đ e g h i k l m n o p q r s t u v x y"), want);
	else if (!letters && want)
		flag(c, t, 0, n, N_("the numbering has a gap or repeats: after the item before comes %s); number the items one after the other"), want);
}

static void step(struct checker *c, struct levels *l, const struct ptext *t, bool letters)
{
	const char *prefix;
	size_t len, at;
	enum label_kind k = t->node->u.para.label;
	int v = value_of(t, &prefix, &len);
	if (v <= 0)
		return;
	for (at = l->n; at > 0 && !(l->v[at - 1].kind == k && (k != LABEL_DECIMAL || same_prefix(&l->v[at - 1], prefix, len))); at--)
		;
	if (at == 0) { /* begins a list below the one at hand */
		if (l->n < sizeof l->v / sizeof *l->v)
			l->v[l->n++] = (struct rung){k, v, prefix, len, t};
		if (k == LABEL_ARTICLE ? l->article && v != l->article + 1 : v != 1) {
			if (k == LABEL_LETTER)
				wrong_letter(c, t, 0, letters);
			else if (!letters)
				flag(c, t, 0, t->node->u.para.label_len, N_("the list begins with %d; begin it with 1"), v);
		}
	} else {
		struct rung *lv = &l->v[at - 1];
		l->n = at;
		if (v != lv->last + 1 && k == LABEL_LETTER) {
			/* d, e without đ is a matter of the letters; other jumps are gaps */
			if ((letters && v == lv->last + 2 && lv->last == 4) || (!letters && !(v == lv->last + 2 && lv->last == 4) && !(v == 1 && l->text_between)))
				wrong_letter(c, t, lv->last, letters);
		} else if (v != lv->last + 1 && !letters) {
			if (v == 1 && (k == LABEL_NUMBER || k == LABEL_DECIMAL))
				flag(c, t, 0, t->node->u.para.label_len, N_("a second list begins at 1 without a heading between; give the lists headings or number on"));
			else if (v != 1 || k == LABEL_ROMAN)
				flag(c, t, 0, t->node->u.para.label_len, N_("%d follows %d; number without gaps and repeats"), v, lv->last);
		}
		lv->last = v;
		lv->t = t;
	}
	if (k == LABEL_ARTICLE)
		l->article = v;
	l->text_between = false;
}

static int rank_of(enum label_kind k)
{
	static const enum label_kind order[] = {LABEL_PART, LABEL_CHAPTER, LABEL_SECTION, LABEL_SUBSECTION, LABEL_ARTICLE, LABEL_ROMAN, LABEL_NUMBER, LABEL_DECIMAL, LABEL_LETTER, LABEL_DASH, LABEL_PLUS};
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		if (order[i] == k)
			return (int)i;
	return 99;
}

/* The levels below a heading without number end with it; levels above a part or chapter of articles do, too. */
static void close_levels(struct levels *l, const struct ptext *t)
{
	enum label_kind k = t->node->u.para.label;
	enum role r = t->node->u.para.role;
	bool intro = k == LABEL_NONE && t->n > 0 && t->n < SHORT_INTRO && t->s[t->n - 1] == ':';
	if (k == LABEL_NONE && (r == ROLE_HEADING1 || r == ROLE_HEADING2 || r == ROLE_HEADING3 || r == ROLE_TITLE_CENTER || intro)) {
		l->n = 0;
		return;
	}
	if (k == LABEL_ARTICLE || k == LABEL_CHAPTER || k == LABEL_PART || k == LABEL_SECTION || k == LABEL_ROMAN)
		while (l->n > 0 && rank_of(l->v[l->n - 1].kind) > rank_of(k))
			l->n--;
}

static void walk(struct checker *c, bool letters)
{
	struct levels l = {.n = 0};
	size_t part = SIZE_MAX;
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (!is_body(t))
			continue;
		if (t->part != part)
			l = (struct levels){.n = 0}, part = t->part;
		enum label_kind k = t->node->u.para.label;
		if (k == LABEL_NONE || is_heading(t))
			close_levels(&l, t);
		else if (k == LABEL_ARTICLE || k == LABEL_ROMAN)
			close_levels(&l, t);
		if (k == LABEL_NONE && t->n > 1 && strchr("fjwz", t->low[0]) && t->s[1] == ')' && letters)
			flag(c, t, 0, 2, N_("“%c” is no letter of a list; the letters are a b c d đ e g h i k l m n o p q r s t u v x y"), t->s[0]);
		if (k == LABEL_NONE)
			l.text_between = true;
		if (k == LABEL_NONE || k == LABEL_DASH || k == LABEL_PLUS)
			continue;
		if (!letters || k == LABEL_LETTER)
			saw(c);
		step(c, &l, t, letters);
	}
}

void rule_gaps(struct checker *c) { walk(c, false); }

void rule_letters(struct checker *c) { walk(c, true); }

/* ---- N36 ---- */

static int level_of(const struct ptext *t)
{
	int r = rank_of(t->node->u.para.label);
	if (r < 99)
		return r;
	switch (t->node->u.para.role) {
	case ROLE_HEADING1: return rank_of(LABEL_ROMAN);
	case ROLE_HEADING2: return rank_of(LABEL_NUMBER);
	case ROLE_HEADING3: return rank_of(LABEL_LETTER);
	default: return 99;
	}
}

/* The next block of the text after t's, paragraph or table; NULL at the section's end. */
static const struct node *next_block(const struct ptext *t)
{
	const struct node *n = t->node;
	while (n->parent && n->parent->kind != NODE_SECTION)
		n = n->parent;
	for (n = n->next; n && n->generated; n = n->next)
		;
	return n;
}

static const struct ptext *text_of(const struct checker *c, const struct node *n)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->t[i].node == n)
			return &c->t[i];
	return NULL;
}

/* "MỤC ĐÍCH, YÊU CẦU" without a word of what is required below it. */
static void half_title(struct checker *c, size_t i)
{
	const struct ptext *t = &c->t[i];
	if (find_phrase(t, "mục đích, yêu cầu", 0) < 0 && find_phrase(t, "mục đích và yêu cầu", 0) < 0)
		return;
	size_t items = 0;
	for (size_t k = i + 1; k < c->n && c->t[k].part == t->part && is_body(&c->t[k]); k++) {
		if (is_heading(&c->t[k]) && level_of(&c->t[k]) <= level_of(t))
			break;
		enum label_kind l = c->t[k].node->u.para.label;
		items += l == LABEL_NUMBER || l == LABEL_LETTER;
		/* numbered items may be the one and the other without saying so */
		if (find_phrase(&c->t[k], "yêu cầu", 0) >= 0 || items > 1)
			return;
	}
	flag(c, t, 0, t->n, N_("the title promises “yêu cầu”, but the section names none; add them or shorten the title"));
}

/* The label of next stands above t's somewhere before it: no level below t. */
static bool above(const struct checker *c, const struct ptext *t, const struct ptext *next)
{
	for (const struct ptext *p = t - 1; p >= c->t && p->part == t->part; p--)
		if (is_body(p) && p->node->u.para.label == next->node->u.para.label && (p->node->u.para.label != LABEL_NONE || p->node->u.para.role == next->node->u.para.role))
			return true;
	return t->node->u.para.label == next->node->u.para.label && t->node->u.para.role == next->node->u.para.role;
}

void rule_sections(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i], *next;
		enum role r = t->node->u.para.role;
		if (!is_body(t) || !is_heading(t) || r == ROLE_TITLE_CENTER)
			continue;
		saw(c);
		if (r == ROLE_HEADING1)
			half_title(c, i);
		if (r == ROLE_ARTICLE || level_of(t) == 99)
			continue;
		const struct node *n = next_block(t);
		if (!n) {
			flag(c, t, 0, t->n, N_("the section is empty; write its text or leave the heading out"));
			continue;
		}
		next = n->kind == NODE_PARA ? text_of(c, n) : NULL;
		bool title_of_label = next && role_is_title_of(next->node->u.para.role, r);
		if (next && !title_of_label && level_of(next) < 99 && level_of(next) <= level_of(t) && above(c, t, next) && (is_heading(next) || level_of(next) < level_of(t)))
			flag(c, t, 0, t->n, N_("the section is empty; write its text or leave the heading out"));
	}
}

/* ---- N37 ---- */

void rule_labels(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		const struct para *p = &t->node->u.para;
		if (!is_body(t) || p->label != LABEL_ARTICLE)
			continue;
		saw(c);
		if (p->label_len && t->s[p->label_len - 1] != '.')
			flag(c, t, 0, p->label_len, N_("the number of an article ends with a full stop: “Điều 1.”; write it so"));
		if (p->role != ROLE_ARTICLE && p->n_runs && !(p->runs[0].attrs & RUN_BOLD))
			flag(c, t, 0, p->label_len, N_("the number of an article is bold; set it in bold"));
	}
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		enum label_kind k = t->node->u.para.label;
		if (!is_body(t) || (k != LABEL_NUMBER && k != LABEL_LETTER))
			continue;
		saw(c);
		char sign = t->node->u.para.label_len ? t->s[t->node->u.para.label_len - 1] : 0;
		if (sign != (k == LABEL_NUMBER ? '.' : ')'))
			flag(c, t, 0, t->node->u.para.label_len, k == LABEL_NUMBER ? N_("a number ends with a full stop: “1.”; write it so") : N_("a letter ends with a bracket: “a)”; write it so"));
	}
}

/* ---- N38, N39 ---- */

static char last_sign(const struct ptext *t)
{
	size_t n = t->n;
	while (n > 0 && t->s[n - 1] == ' ')
		n--;
	return n > 0 && strchr(".:;,", t->s[n - 1]) ? t->s[n - 1] : 0;
}

void rule_heading_ends(struct checker *c)
{
	size_t plain = 0, marked = 0;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < c->n; i++) {
			const struct ptext *t = &c->t[i];
			enum role r = t->node->u.para.role;
			if (!is_body(t) || (r != ROLE_HEADING1 && r != ROLE_HEADING2 && r != ROLE_HEADING3))
				continue;
			char sign = last_sign(t);
			saw(c);
			if (pass == 0)
				plain += !sign, marked += sign != 0;
			else if (sign && plain >= 2 && plain > marked)
				flag(c, t, t->n - 1, t->n, N_("this heading ends with “%c”, the others do not; end all headings alike"), sign);
		}
}

void rule_list_ends(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		enum label_kind k = t->node->u.para.label;
		if (!is_body(t) || is_heading(t) || (k != LABEL_DASH && k != LABEL_PLUS && k != LABEL_LETTER))
			continue;
		saw(c);
		const struct node *n = next_block(t);
		const struct ptext *next = n && n->kind == NODE_PARA ? text_of(c, n) : NULL;
		if (last_sign(t) == ';' && next && is_heading(next) && level_of(next) < level_of(t))
			flag(c, t, t->n - 1, t->n, N_("the last item before a new heading ends with “;”; end it with “.”")), mend(c, ".");
	}
}
