/* Addressees, recipients, signer: cells 7 and 9 (N55–N63). */
#include <string.h>
#include "base/utf8.h"
#include "base/viet.h"
#include "check/inner_rules.h"

static const struct ptext *first(const struct checker *c, enum role r)
{
	size_t i = 0;
	return next_role(c, r, &i);
}

static bool addressed(const struct checker *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->t[i].zone == ZONE_ADDRESSEE)
			return true;
	return false;
}

void rule_addressees(struct checker *c)
{
	const struct ptext *t;
	size_t i = 0, n = 0;
	if (!c->kind)
		return unseen(c, N_("the document has no kind"));
	bool wants = c->kind->id == KIND_CONG_VAN || c->kind->id == KIND_TO_TRINH;
	if (!wants && !addressed(c))
		return;
	saw(c);
	if (!addressed(c))
		return flag_node(c, NULL, N_("“Kính gửi” is missing; name whom the document is sent to"));
	const struct ptext *prev = NULL;
	while ((t = next_role(c, ROLE_ADDRESSEE_ITEM, &i))) {
		n++;
		if (!begins(t->s, "- "))
			flag_node(c, t->node, N_("each of several addressees begins with “- ”; write it so"));
		if (prev && !ends(prev->s, ";"))
			flag_node(c, prev->node, N_("each addressee but the last ends with “;”; write it so"));
		prev = t;
	}
	if (prev && n > 1 && !ends(prev->s, "."))
		flag_node(c, prev->node, N_("the last of several addressees ends with “.”; write it so"));
	if (prev && n == 1)
		flag_node(c, prev->node, N_("one addressee stands on the line of “Kính gửi:”; write it there"));
}

static const struct ptext *recipient(const struct checker *c, size_t *i) { return next_role(c, ROLE_RECIPIENT, i); }

void rule_as_above(struct checker *c)
{
	size_t i = 0;
	const struct ptext *t = recipient(c, &i);
	bool gui = addressed(c) && !(c->kind && c->kind->id == KIND_THU_CONG), decision = c->kind && c->kind->bases;
	if (!t || (!gui && !decision))
		return;
	saw(c);
	if (gui && find_phrase(t, "như trên", 0) < 0)
		flag_node(c, t->node, N_("with “Kính gửi” the first recipient is “- Như trên;”; write it first"));
	else if (!gui && decision && find_phrase(t, "như điều", 0) < 0 && find_phrase(t, "như trên", 0) < 0)
		flag_node(c, t->node, N_("the first recipient of a decision is “- Như Điều …;”; write it first"));
}

void rule_recipients(struct checker *c)
{
	const struct ptext *t, *label = first(c, ROLE_RECIPIENTS), *prev = NULL;
	const struct style *l = role_look(c, ROLE_RECIPIENTS);
	size_t i = 0;
	if (!label)
		return unseen(c, N_("the document has no recipients"));
	saw(c);
	if (l->size_hp != 24 || !looks(c, label, RUN_BOLD) || !looks(c, label, RUN_ITALIC))
		flag_node(c, label->node, N_("“Nơi nhận:” is 12 pt, bold and in italics; set it so"));
	if (!c->d->foreign && c->styles[ROLE_RECIPIENT].size_hp != 22)
		flag_node(c, label->node, N_("the list of recipients is 11 pt; set it so"));
	while ((t = recipient(c, &i))) {
		if (!t->n)
			continue; /* room in the list */
		if (c->d->foreign && look_of(c, t)->size_hp != 22)
			flag_node(c, t->node, N_("the list of recipients is 11 pt; set it so"));
		if (prev && prev->node->parent != t->node->parent)
			prev = NULL; /* another list: a copy's, a confirmation's */
		if (c->d->foreign && prev && !begins(t->s, "-") && !ends(prev->s, ";")) { /* goes on on a line of its own */
			prev = t;
			continue;
		}
		if (!begins(t->s, "- "))
			flag_node(c, t->node, N_("each recipient begins with “- ”; write it so"));
		size_t len = strlen(t->s);
		if (len > 2 && (ends(t->s, ",;") || ends(t->s, ";;") || ends(t->s, ".;")))
			flag(c, t, len - 2, len, N_("a mark is too many behind the recipient; the form sets “;” and “.” itself")), mend(c, ";");
		if (prev && !ends(prev->s, ";"))
			flag_node(c, prev->node, N_("each recipient but the last ends with “;”; write it so"));
		prev = t;
	}
}

void rule_filing(struct checker *c)
{
	const struct ptext *t, *last = NULL;
	size_t i = 0;
	while ((t = recipient(c, &i)))
		if (t->part == 0 && t->n && (!last || last->node->parent == t->node->parent))
			last = t;
	if (!last)
		return unseen(c, N_("the document has no recipients"));
	saw(c);
	if (!begins(last->s, "- Lưu: "))
		return flag_node(c, last->node, N_("the last recipient is “- Lưu: VT, <unit>.”; write it last"));
	if (!strstr(last->s, "VT") && !strstr(last->s, "Văn thư"))
		flag_node(c, last->node, N_("the line “Lưu” names the office's clerk: “VT”; add it"));
	if (!strchr(last->s, '.'))
		flag_node(c, last->node, N_("the last recipient ends with “.”; write it so"));
}

/* ---- N60–N62 ---- */

static const char *const prefixes[] = {"TM.", "KT.", "TL.", "TUQ.", "Q."};
static const char *const no_dots[] = {"TM ", "KT ", "TL ", "TUQ ", "Q ", "T/M", "K/T", "T/L", "T.M", "K.T", "T.L"};
static const char *const deputies[] = {"PHÓ ", "THỨ TRƯỞNG", "CẤP PHÓ"};

static bool is_deputy(const char *s)
{
	for (size_t k = 0; k < sizeof deputies / sizeof *deputies; k++)
		if (begins(s, deputies[k]))
			return true;
	return false;
}

static bool collective(const char *s)
{
	static const char *const names[] = {"ỦY BAN", "UỶ BAN", "HỘI ĐỒNG", "THƯỜNG TRỰC", "BAN ", "CHÍNH PHỦ", "TẬP THỂ", "ĐOÀN", "UBND", "HĐND", "ĐẢNG ỦY", "ĐẢNG UỶ", "ĐẠI HỘI", "HỘI "};
	for (size_t k = 0; k < sizeof names / sizeof *names; k++)
		if (begins(s, names[k]))
			return true;
	return false;
}

void rule_prefix(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		enum role r = t->node->u.para.role;
		if (r != ROLE_SIGN_TITLE && r != ROLE_SIGN_POSITION)
			continue;
		saw(c);
		for (size_t k = 0; k < sizeof no_dots / sizeof *no_dots; k++)
			if (begins(t->s, no_dots[k]))
				flag(c, t, 0, strlen(no_dots[k]), N_("the authority of the signature is written with a full stop: TM., KT., TL., TUQ., Q.; write it so"));
		for (size_t k = 0; k < sizeof prefixes / sizeof *prefixes; k++)
			if (begins(t->s, prefixes[k]) && t->s[strlen(prefixes[k])] && t->s[strlen(prefixes[k])] != ' ')
				flag(c, t, 0, strlen(prefixes[k]), N_("a space follows “%s”; write it"), prefixes[k]);
		const struct node *next = t->node->next;
		const char *below = next && next->kind == NODE_PARA && (next->u.para.role == ROLE_SIGN_TITLE || next->u.para.role == ROLE_SIGN_POSITION) ? doc_text((struct doc *)c->d, next) : "";
		if (begins(t->s, "KT. ") && !is_deputy(below))
			flag(c, t, 0, t->n, N_("under “KT.” stands the title of a deputy; write it on the next line"));
		if (begins(t->s, "TM. ") && !collective(t->s + 4))
			flag(c, t, 0, t->n, N_("“TM.” stands before the name of a collective; write its name or take another form"));
	}
}

/* Heads that belong to bodies of one kind. */
static const struct { const char *title, *bodies[8]; } heads[] = {
	{"GIÁM ĐỐC", {"SỞ", "TRUNG TÂM", "CÔNG TY", "BỆNH VIỆN", "CÔNG AN", "KHO BẠC", "BAN QUẢN LÝ", "QUỸ"}}, {"BỘ TRƯỞNG", {"BỘ"}}, {"HIỆU TRƯỞNG", {"TRƯỜNG", "ĐẠI HỌC", "HỌC VIỆN"}}, {"CHÁNH VĂN PHÒNG", {"VĂN PHÒNG", "UBND", "ỦY BAN", "UỶ BAN", "HỘI ĐỒNG"}},
};

void rule_signer_title(struct checker *c)
{
	const struct ptext *t = first(c, ROLE_SIGN_TITLE), *own = first(c, ROLE_ISSUER);
	if (!t || !own)
		return unseen(c, N_("the signer's title or the issuing body is missing"));
	saw(c);
	const char *s = t->s;
	if (begins(s, "TL. ") || begins(s, "TUQ. ") || begins(s, "TM. "))
		return; /* the title is another body's, or a collective's */
	s += begins(s, "KT. ") ? 4 : begins(s, "Q. ") ? 3 : 0;
	for (size_t k = 0; k < sizeof heads / sizeof *heads; k++) {
		if (strcmp(s, heads[k].title))
			continue;
		bool fits = false;
		for (size_t i = 0; i < c->n; i++)
			for (size_t b = 0; b < 8 && heads[k].bodies[b]; b++)
				fits = fits || (c->t[i].node->u.para.role == ROLE_ISSUER && strstr(c->t[i].s, heads[k].bodies[b]));
		if (!fits)
			flag(c, t, 0, t->n, N_("“%s” is no head of “%s”; correct one of the two"), heads[k].title, own->s);
	}
}

void rule_signer_name(struct checker *c)
{
	static const char *const ranks[] = {"TS.", "ThS.", "PGS.", "GS.", "TS ", "ThS ", "BS.", "BS ", "KS.", "CN.", "Dr.", "Tiến sĩ", "Thạc sĩ", "Giáo sư", "Phó Giáo sư", "NGƯT", "NSND", "NGND"};
	const struct ptext *t;
	size_t i = 0;
	bool armed = false;
	for (size_t k = 0; k < c->n; k++)
		if (c->t[k].node->u.para.role == ROLE_ISSUER && (strstr(c->t[k].s, "TRƯỜNG") || strstr(c->t[k].s, "BỆNH VIỆN") || strstr(c->t[k].s, "HỌC VIỆN") || strstr(c->t[k].s, "VIỆN") || strstr(c->t[k].s, "CÔNG AN") || strstr(c->t[k].s, "QUÂN SỰ")))
			armed = true; /* sectors whose heads may allow ranks (Điều I.7.c) */
	if (!first(c, ROLE_SIGN_TITLE) && !first(c, ROLE_SIGN_NAME))
		return unseen(c, N_("the document has no signature block"));
	while ((t = next_role(c, ROLE_SIGN_NAME, &i))) {
		saw(c);
		for (size_t k = 0; k < sizeof ranks / sizeof *ranks && !armed; k++)
			if (begins(t->s, ranks[k]))
				flag(c, t, 0, strlen(ranks[k]), N_("no rank or degree stands before the signer's name; leave it out"));
		if (t->n && !looks(c, t, RUN_BOLD))
			flag(c, t, 0, t->n, N_("the signer's name is bold; set it in bold"));
	}
	if (!c->seen)
		unseen(c, N_("the signer's name is to be filled in"));
}

void rule_signer_power(struct checker *c) { unseen(c, N_("who may sign what is the office's own rule, which the program does not know")); }
