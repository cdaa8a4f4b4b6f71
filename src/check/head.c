/* The letterhead and the title: cells 1–5b (N11–N19, N22–N24). */
#include <ctype.h>
#include <string.h>
#include "base/utf8.h"
#include "base/viet.h"
#include "check/inner_rules.h"

static const struct ptext *first(const struct checker *c, enum role r)
{
	size_t i = 0;
	return next_role(c, r, &i);
}

/* The rule under a paragraph: the ROLE_RULE that follows it, or NULL. */
static const struct node *rule_under(const struct node *n)
{
	const struct node *r = n ? n->next : NULL;
	return r && r->kind == NODE_PARA && r->u.para.role == ROLE_RULE ? r : NULL;
}

static bool upper(struct checker *c, const char *s) { return !strcmp(s, utf8_upper(c->a, s)); }

/* Spaces around it do not count. */
static bool reads(const struct ptext *t, const char *s)
{
	size_t from = strspn(t->s, " "), to = t->n;
	while (to > from && t->s[to - 1] == ' ')
		to--;
	return to - from == strlen(s) && !memcmp(t->s + from, s, to - from);
}

void rule_motto(struct checker *c)
{
	const struct ptext *nation = first(c, ROLE_NATION), *motto = first(c, ROLE_MOTTO);
	size_t i = 0;
	if (!nation && next_role(c, ROLE_COPY_KIND, &i))
		return unseen(c, N_("a copy has no Quốc hiệu"));
	saw(c);
	if (!nation || !motto)
		return flag_node(c, NULL, N_("Quốc hiệu or Tiêu ngữ is missing; add them at the top right"));
	if (!reads(nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") && !reads(nation, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
		flag_node(c, nation->node, N_("Quốc hiệu reads “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”; write it so"));
	if (!reads(motto, "Độc lập - Tự do - Hạnh phúc"))
		flag_node(c, motto->node, N_("Tiêu ngữ reads “Độc lập - Tự do - Hạnh phúc”; write it so"));
	if (!looks(c, nation, RUN_BOLD) || !looks(c, motto, RUN_BOLD))
		flag_node(c, nation->node, N_("Quốc hiệu and Tiêu ngữ are bold; set them in bold"));
	if (c->p && (c->p->paras[nation->node->id].n_lines > 1 || c->p->paras[motto->node->id].n_lines > 1))
		flag_node(c, nation->node, N_("Quốc hiệu or Tiêu ngữ takes more than one line; set the head in 12/13/13 pt or shorten the left side"));
}

/* A line drawn by hand may be off by a little; 0: its length is not known. */
static double share_of(struct checker *c, const struct node *n, const struct node *r, double *slack)
{
	const struct look *k = r->u.para.look;
	double line = k ? last_line_width(c, n) : 0, drawn = k && k->drawn && !k->shape_w ? 0 : drawn_width(c, r);
	*slack = k && k->drawn ? 0.1 : k ? 0.03 : 0;
	return !k ? r->u.para.rule_share : line > 0 && drawn > 0 ? drawn / line : 0;
}

static void share(struct checker *c, const struct node *n, double min, double max, const char *missing, const char *wrong)
{
	const struct node *r = rule_under(n);
	double slack, is = r ? share_of(c, n, r, &slack) : 0;
	saw(c);
	if (!r)
		flag_node(c, n, missing);
	else if (is > 0 && (is < min - slack || is > max + slack))
		flag_node(c, n, wrong, is * 100);
}

void rule_motto_rule(struct checker *c)
{
	const struct ptext *t = first(c, ROLE_MOTTO);
	if (!t)
		return unseen(c, N_("the document has no Quốc hiệu"));
	share(c, t->node, 0.95, 1.05, N_("no rule is drawn under Tiêu ngữ; draw one as long as the line"), N_("the rule under Tiêu ngữ has %.0f %% of the line's length; draw it as long as the line"));
}

void rule_issuer(struct checker *c)
{
	size_t i = 0;
	const struct ptext *t;
	const struct style *own = role_look(c, ROLE_ISSUER), *parent = role_look(c, ROLE_PARENT);
	while ((t = next_role(c, ROLE_ISSUER, &i))) {
		saw(c);
		if (!upper(c, t->s))
			flag_node(c, t->node, N_("the issuing body is not in capitals; write it in capitals"));
	}
	for (i = 0; (t = next_role(c, ROLE_PARENT, &i));)
		if (!upper(c, t->s))
			flag_node(c, t->node, N_("the superior body is not in capitals; write it in capitals"));
	if (!first(c, ROLE_ISSUER))
		return flag_node(c, NULL, N_("the issuing body is missing; add it at the top left"));
	if (!looks(c, first(c, ROLE_ISSUER), RUN_BOLD) || own->size_hp < 24 || own->size_hp > 26)
		flag_node(c, first(c, ROLE_ISSUER)->node, N_("the issuing body is bold, in 12 or 13 pt; set it so"));
	if (parent->bold || parent->size_hp < 24 || parent->size_hp > 26)
		flag_node(c, first(c, ROLE_PARENT) ? first(c, ROLE_PARENT)->node : NULL, N_("the superior body is upright and not bold, in 12 or 13 pt; set it so"));
}

void rule_issuer_rule(struct checker *c)
{
	const struct ptext *t = first(c, ROLE_ISSUER);
	if (!t)
		return;
	while (t->node->next && t->node->next->kind == NODE_PARA && t->node->next->u.para.role == ROLE_ISSUER) {
		const struct ptext *next = t + 1;
		if (next >= c->t + c->n || next->node != t->node->next)
			break;
		t = next;
	}
	share(c, t->node, 1.0 / 3 - 0.01, 0.51, N_("no rule is drawn under the issuing body; draw one of a third to half its length"), N_("the rule under the issuing body has %.0f %% of its length; draw a third to half"));
}

void rule_issuer_full(struct checker *c)
{
	static const char *const shorts[] = {"ubnd", "hđnd", "tp", "vp", "kh&cn", "mttq", "bql", "tt"};
	size_t i = 0;
	const struct ptext *t;
	while ((t = next_role(c, ROLE_ISSUER, &i))) {
		saw(c);
		for (size_t k = 0; k < sizeof shorts / sizeof *shorts; k++) {
			long at = find_phrase(t, shorts[k], 0);
			if (at >= 0)
				flag(c, t, (size_t)at, (size_t)at + strlen(shorts[k]), N_("the issuing body's own name is abbreviated; write it in full (only the superior body may be shortened)"));
		}
	}
}

/* ---- N16–N19 ---- */

/* Behind "Số:" and the number or its blank: the signs from "/" on. */
static const char *symbol_of(const struct ptext *t)
{
	const char *slash = strchr(t->s, '/');
	return slash ? slash + 1 : NULL;
}

void rule_number_line(struct checker *c)
{
	const struct ptext *t = first(c, ROLE_NUMBER);
	if (!t || !t->n)
		return unseen(c, N_("the document has no number"));
	saw(c);
	if (!begins(t->s, "Số: "))
		return flag_node(c, t->node, N_("the number begins with “Số: ”; write it so"));
	const char *p = t->s + strlen("Số: "), *slash = strchr(p, '/');
	size_t digits = strspn(p, "0123456789");
	if (!slash)
		return flag_node(c, t->node, N_("a “/” parts the number from the symbol; write it"));
	if (digits == 1)
		flag_node(c, t->node, N_("numbers below 10 have a 0 before them; write it"));
	if (digits > 0 && p + digits != slash)
		flag_node(c, t->node, N_("a space or a sign stands between the number and “/”; leave it out"));
	for (const char *q = slash; *q; q++)
		if (*q == ' ' && (q[-1] == '-' || q[-1] == '/' || q[1] == '-' || q[1] == '/'))
			return flag_node(c, t->node, N_("no space stands around “/” and “-”; leave it out"));
}

void rule_type_code(struct checker *c)
{
	const struct ptext *t = first(c, ROLE_NUMBER);
	const char *s = t ? symbol_of(t) : NULL;
	if (!s || !c->kind)
		return unseen(c, N_("the document has no number or no kind"));
	if (!*c->kind->code)
		return unseen(c, N_("this kind has no letters of its own"));
	size_t n = strlen(c->kind->code);
	if (isdigit((unsigned char)*s)) /* 05/2025/QĐ-UBND */
		s += strcspn(s, "/") + 1;
	saw(c);
	if (strncmp(s, c->kind->code, n) || (s[n] != '-' && s[n] != '/' && s[n]))
		flag_node(c, t->node, N_("the letters of the number are not “%s”, those of %s; correct one of the two"), c->kind->code, c->kind->name);
}

void rule_letter_code(struct checker *c)
{
	const struct ptext *t = first(c, ROLE_NUMBER);
	const char *s = t ? symbol_of(t) : NULL;
	if (!s || !c->kind || c->kind->id != KIND_CONG_VAN)
		return unseen(c, N_("the document is no công văn"));
	saw(c);
	for (int k = 0; k < KIND_COUNT; k++) {
		const char *code = kind_get((enum kind_id)k)->code;
		size_t n = code ? strlen(code) : 0;
		if (n && !strncmp(s, code, n) && s[n] == '-')
			flag_node(c, t->node, N_("a công văn has no letters of a kind in its number; leave “%s-” out"), code);
	}
	if (!strchr(s, '-'))
		flag_node(c, t->node, N_("the number of a công văn names the body and the unit that drafts: “05/BNV-VP”; add the unit"));
}

void rule_org_code(struct checker *c)
{
	const struct ptext *t = first(c, ROLE_NUMBER);
	const char *s = t ? symbol_of(t) : NULL, *abbr = c->meta->n_issuers ? c->meta->issuers[0].abbr.s : NULL;
	if (!s || !abbr)
		return unseen(c, N_("the letters of the issuing body are not set (viết tắt)"));
	saw(c);
	if (!strstr(s, abbr))
		flag_node(c, t->node, N_("the number does not hold “%s”, the letters of the issuing body; correct one of the two"), abbr);
}

/* ---- N22–N24 ---- */

void rule_title(struct checker *c)
{
	const struct ptext *kind = first(c, ROLE_KIND), *subject = first(c, ROLE_SUBJECT);
	if (!kind)
		return unseen(c, N_("the document has no name of its kind"));
	saw(c);
	if (!upper(c, kind->s) || !looks(c, kind, RUN_BOLD))
		flag_node(c, kind->node, N_("the name of the kind is in bold capitals; set it so"));
	if (!subject)
		return;
	if (!looks(c, subject, RUN_BOLD))
		flag_node(c, subject->node, N_("the subject is bold; set it in bold"));
	if (subject->n_words && !subject->words[0].capital && !subject->words[0].digits && subject->words[0].from == 0 && subject->s[0] != '\xC2') {
		flag(c, subject, 0, subject->words[0].to, N_("the subject begins with a small letter; begin it with a capital"));
		mend(c, utf8_upper_first(c->a, text_slice(c, subject, 0, subject->words[0].to)));
	}
	size_t i = (size_t)(subject - c->t) + 1;
	const struct ptext *last = subject;
	for (; i < c->n && c->t[i].node->u.para.role == ROLE_SUBJECT; i++)
		last = &c->t[i];
	share(c, last->node, 1.0 / 3 - 0.01, 0.51, N_("no rule is drawn under the subject; draw one of a third to half its length"), N_("the rule under the subject has %.0f %% of its length; draw a third to half"));
}

void rule_about(struct checker *c)
{
	const struct ptext *about = first(c, ROLE_SUBJECT_LETTER), *kind = first(c, ROLE_KIND);
	if (!c->kind)
		return unseen(c, N_("the document has no kind"));
	saw(c);
	if (c->kind->id == KIND_CONG_VAN) {
		if (!about || !begins(about->s, "V/v "))
			flag_node(c, about ? about->node : NULL, N_("a công văn has “V/v …” under its number; write the subject there"));
		if (kind)
			flag_node(c, kind->node, N_("a công văn bears no name of a kind; leave it out"));
	} else if (about && begins(about->s, "V/v")) {
		flag_node(c, about->node, N_("“V/v” belongs to a công văn alone; write the subject under the name of the kind"));
	} else if (c->kind->title && !kind) {
		flag_node(c, NULL, N_("the name of the kind is missing; write it above the subject"));
	}
}

void rule_subject(struct checker *c)
{
	enum role roles[] = {ROLE_SUBJECT, ROLE_SUBJECT_LETTER};
	for (size_t k = 0; k < 2; k++) {
		const struct ptext *t = first(c, roles[k]);
		if (!t || !t->n)
			continue;
		saw(c);
		if (utf8_count(t->s, t->n) > 500)
			flag_node(c, t->node, N_("the subject has more than 500 characters; shorten it"));
		if (t->s[t->n - 1] == '.' && !ends(t->s, "..."))
			flag(c, t, t->n - 1, t->n, N_("the subject ends with a full stop; leave it out")), mend(c, "");
	}
}
