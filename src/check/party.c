/* Documents of the Party: Hướng dẫn 05-HD/VPTW and, before 27/5/2026, 36-HD/VPTW (D01–D12). */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "check/inner_rules.h"

enum { SLACK = 17 /* 0.3 mm */ };

static const struct ptext *first(const struct checker *c, enum role r)
{
	size_t i = 0;
	return next_role(c, r, &i);
}

void rule_party_head(struct checker *c)
{
	const struct ptext *t = first(c, ROLE_NATION);
	saw(c);
	if (!t)
		return flag_node(c, NULL, N_("“ĐẢNG CỘNG SẢN VIỆT NAM” is missing; add it at the top right"));
	if (strcmp(t->s, "ĐẢNG CỘNG SẢN VIỆT NAM"))
		flag_node(c, t->node, N_("a document of the Party bears “ĐẢNG CỘNG SẢN VIỆT NAM”, no Quốc hiệu; write it so"));
	if (first(c, ROLE_MOTTO))
		flag_node(c, first(c, ROLE_MOTTO)->node, N_("a document of the Party has no Tiêu ngữ; leave it out"));
	const struct node *r = t->node->next;
	if (!r || r->kind != NODE_PARA || r->u.para.role != ROLE_RULE)
		flag_node(c, t->node, N_("no rule is drawn under the title of the Party; draw one as long as it"));
	if (!first(c, ROLE_STAR) || strcmp(first(c, ROLE_STAR)->s, "*"))
		flag_node(c, first(c, ROLE_ISSUER) ? first(c, ROLE_ISSUER)->node : NULL, N_("an asterisk stands under the issuing body; write it"));
}

void rule_party_margins(struct checker *c)
{
	for (const struct node *s = c->d->root->first; s; s = s->next) {
		const struct section *p = &s->u.section;
		saw(c);
		if (!p->landscape && (abs(p->top - 1134) > SLACK || abs(p->bottom - 1134) > SLACK || abs(p->left - 1701) > SLACK || abs(p->right - 850) > SLACK))
			flag_node(c, s, N_("the margins are 20, 20, 30 and 15 mm at the top, bottom, left and right; set them so"));
	}
}

void rule_party_number(struct checker *c)
{
	const struct ptext *t = first(c, ROLE_NUMBER);
	if (!t || !t->n)
		return unseen(c, N_("the document has no number"));
	saw(c);
	if (begins(t->s, "Số:"))
		return flag(c, t, 0, strlen("Số:"), N_("no colon follows “Số” in documents of the Party; leave it out"));
	const char *hyphen = strchr(t->s, '-'), *slash = strchr(t->s, '/');
	if (!begins(t->s, "Số ") || !hyphen || !slash || hyphen > slash)
		flag_node(c, t->node, N_("the number reads “Số 06-CT/TU”: a hyphen before the kind, “/” before the body; write it so"));
}

void rule_party_hyphens(struct checker *c)
{
	const struct ptext *subject = first(c, ROLE_SUBJECT), *t = first(c, ROLE_HYPHENS);
	if (!subject)
		return unseen(c, N_("the document has no subject under a title"));
	saw(c);
	if (!t || strcmp(t->s, "-----"))
		flag_node(c, subject->node, N_("five hyphens stand under the subject; write “-----”"));
	if (subject->n_words && subject->words[0].capital && !subject->words[0].capitals && begins(subject->low, "về "))
		flag(c, subject, 0, subject->words[0].to, N_("the subject begins with a small letter in documents of the Party; write “về”")), mend(c, "về");
}

void rule_party_body(struct checker *c)
{
	const struct style *st = &c->styles[ROLE_BODY];
	const struct ptext *last = NULL;
	bool foreign = c->d->foreign != NULL;
	saw(c);
	if (foreign)
		look_party_body(c);
	if (!foreign && (st->size_hp < 28 || st->size_hp > 30))
		flag_node(c, NULL, N_("the text is %g pt; choose from %g to %g pt"), st->size_hp / 2.0, 14.0, 15.0);
	if (!foreign && (st->line_rule != LINE_EXACT || st->line < c->form->line_exact_min || st->line > c->form->line_exact_max))
		flag_node(c, NULL, N_("lines stand exactly %g to %g pt apart in documents of the Party; set them so"), c->form->line_exact_min / 20.0, c->form->line_exact_max / 20.0);
	if (!foreign && abs(st->first_indent - 567) > SLACK)
		flag_node(c, NULL, N_("the first line is indented by %.1f mm; use 10 mm"), st->first_indent / 56.6929);
	for (size_t i = 0; i < c->n && c->t[i].part == 0; i++)
		if (is_body(&c->t[i]) && c->t[i].n)
			last = &c->t[i];
	if (!last || (last->node->next && last->node->next->kind == NODE_TABLE && last->node->next->u.table.role == TABLE_DATA))
		return;
	if (ends(last->s, "./."))
		flag(c, last, last->n - 3, last->n, N_("a text of the Party ends with “.”, not with “./.”; write it so")), mend(c, ".");
	else if (!ends(last->s, ".") && !ends(last->s, ".”"))
		flag(c, last, last->n - 1, last->n, N_("the text does not end with a full stop; write it"));
}

void rule_party_sign(struct checker *c)
{
	static const char *const dotted[] = {"TM.", "KT.", "TL.", "TUQ.", "TUQ "};
	bool steering = false;
	for (size_t i = 0; i < c->n; i++)
		steering = steering || (c->t[i].node->u.para.role == ROLE_ISSUER && strstr(c->t[i].s, "BAN CHỈ ĐẠO"));
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		enum role r = t->node->u.para.role;
		if (r != ROLE_SIGN_TITLE && r != ROLE_SIGN_POSITION)
			continue;
		saw(c);
		for (size_t k = 0; k < sizeof dotted / sizeof *dotted; k++)
			if (begins(t->s, dotted[k]))
				flag(c, t, 0, strlen(dotted[k]), N_("the authority of the signature is written T/M, K/T, T/L in documents of the Party; write it so"));
		if (begins(t->s, "K/T ") && steering && !strstr(t->s, "TIỂU BAN"))
			flag(c, t, 0, t->n, N_("nobody signs K/T for a collective or a steering committee; write the deputy's own title"));
	}
	if (c->seen && role_look(c, ROLE_SIGN_POSITION)->bold)
		flag_node(c, NULL, N_("the title of the signer is not bold in documents of the Party; set it upright"));
}

void rule_party_recipients(struct checker *c)
{
	const struct ptext *label = first(c, ROLE_RECIPIENTS), *t, *last = NULL;
	size_t i = 0;
	if (!label)
		return unseen(c, N_("the document has no recipients"));
	saw(c);
	if (!looks(c, label, RUN_UNDERLINE) || look_of(c, label)->size_hp != 28 || role_look(c, ROLE_RECIPIENT)->size_hp != 24)
		flag_node(c, label->node, N_("“Nơi nhận:” is 14 pt and underlined, the list 12 pt; set them so"));
	while ((t = next_role(c, ROLE_RECIPIENT, &i))) {
		if (last && !ends(last->s, c->form->recipient_sep))
			flag_node(c, last->node, N_("each recipient but the last ends with “%s”; write it so"), c->form->recipient_sep);
		last = t;
	}
	if (!last)
		return;
	if (!begins(last->s, "- Lưu"))
		flag_node(c, last->node, N_("the last recipient is “- Lưu <office>.”; write it last"));
	else if (begins(last->s, "- Lưu:") || strstr(last->s, "VT"))
		flag_node(c, last->node, N_("the line reads “- Lưu Văn phòng Tỉnh uỷ.”, without colon and VT; write it so"));
}

void rule_party_addressees(struct checker *c)
{
	const struct ptext *t = NULL;
	for (size_t i = 0; i < c->n && !t; i++)
		if (c->t[i].zone == ZONE_ADDRESSEE && (begins(c->t[i].s, "Kính gửi") || begins(c->t[i].s, "Kính trình")))
			t = &c->t[i];
	if (!c->kind || (c->kind->id != KIND_TO_TRINH && c->kind->id != KIND_CONG_VAN))
		return unseen(c, N_("the document is neither tờ trình nor công văn"));
	saw(c);
	const char *label = c->kind->id == KIND_TO_TRINH ? c->form->submit_label : c->form->addressee_label;
	if (!t)
		flag_node(c, NULL, N_("“%s” is missing; name whom the document is sent to"), label);
	else if (!begins(t->s, label))
		flag_node(c, t->node, N_("the addressees follow “%s”; write it so"), label);
}

void rule_party_annex(struct checker *c)
{
	const struct ptext *t;
	size_t i = 0;
	while ((t = next_role(c, ROLE_ANNEX, &i))) {
		saw(c);
		const char *s = begins(t->low, "phụ lục ") ? t->s + strlen("phụ lục ") : "";
		if (*s && strspn(s, "IVXLC") == strlen(s))
			flag_node(c, t->node, N_("annexes of the Party are numbered with Arabic figures; write them so"));
	}
}

void rule_mixed(struct checker *c)
{
	saw(c);
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		enum role r = t->node->u.para.role;
		bool sign = r == ROLE_SIGN_TITLE || r == ROLE_SIGN_POSITION;
		if (c->form->party ? (r == ROLE_MOTTO || (sign && (begins(t->s, "KT. ") || begins(t->s, "TM. ")))) : (sign && (begins(t->s, "K/T") || begins(t->s, "T/M") || begins(t->s, "T/L"))))
			flag_node(c, t->node, N_("a mark of the other form stands in this document (State: TM., KT., “Số:”, “./.”; Party: T/M, K/T, “Số”, “.”); keep to one form"));
	}
	if (!c->form->party && c->meta->n_issuers && c->meta->issuers[0].name.s) {
		char *low = utf8_lower(c->a, c->meta->issuers[0].name.s);
		static const char *const party[] = {"tỉnh ủy", "tỉnh uỷ", "thành ủy", "đảng ủy", "đảng uỷ", "đảng bộ", "chi bộ", "ban thường vụ"};
		for (size_t k = 0; k < sizeof party / sizeof *party; k++)
			if (begins(low, party[k]))
				flag_node(c, first(c, ROLE_ISSUER) ? first(c, ROLE_ISSUER)->node : NULL, N_("a body of the Party issues the document in the form of the State; add the line “thể thức: đảng”"));
	}
}

void rule_party_type(struct checker *c)
{
	if (!c->kind)
		return unseen(c, N_("the document has no kind"));
	saw(c);
	if (!c->kind->code_party)
		flag_node(c, NULL, N_("the Party has no kind “%s”; choose another kind"), c->kind->name);
}

void rule_party_series(struct checker *c) { unseen(c, N_("numbers of the Party run by kind and term, which one document does not show")); }
