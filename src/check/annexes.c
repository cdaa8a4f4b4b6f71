/* Annexes, marks, contact line, lengths of the exchange's fields (N64–N68, N70). */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "base/viet.h"
#include "check/inner_rules.h"

/* ---- N64 ---- */

struct annex { const struct ptext *t; int number; /* 0: without */ bool named; };

static int numeral(const char *s)
{
	size_t n = strspn(s, "IVXLCDM");
	char next = s[n];
	if (n && (!next || strchr(" .,;:)-/", next)))
		return viet_unroman(s, n);
	n = strspn(s, "0123456789");
	return n && n < 3 ? atoi(s) : 0;
}

/* "Phụ lục I của Nghị định …", "Phụ lục III ban hành kèm theo Thông tư …": another document's. */
static bool of_another(const struct ptext *t, size_t at)
{
	static const char *const words[] = {"ban hành kèm theo", "kèm theo nghị", "kèm theo thông", "kèm theo luật", "kèm theo quyết định số", "của nghị", "của thông", "của luật", "nghị định", "thông tư", "kèm theo nghị quyết số"};
	size_t to = at + 160 < t->n ? at + 160 : t->n;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
		size_t n = strlen(words[k]), room = to + n - 1 < t->n ? to + n - 1 : t->n;
		const char *p = memmem(t->low + at, room - at, words[k], n);
		if (p && (size_t)(p - t->low) < to && !memchr(t->low + at, ';', (size_t)(p - t->low) - at))
			return true;
	}
	return false;
}

/* All numbers of "các Phụ lục I, II và III". */
static void refer(struct checker *c, const struct ptext *t, size_t at, struct annex *v, size_t n, size_t n_annexes)
{
	size_t w = word_at(t, at) + 2;
	int number = w < t->n_words ? numeral(t->s + t->words[w].from) : 0;
	size_t g;
	if (w > 0 && w < t->n_words && (*gap_after(t, w - 1, &g) != ' ' || g != 1))
		number = 0;
	static const char *const own[] = {" kèm theo", " đính kèm", " này", " dưới đây", " của kế hoạch này"};
	bool ours = t->s[at] == 'P';
	for (size_t k = 0; k < sizeof own / sizeof *own && number <= 0; k++)
		ours = ours || begins(t->low + at + strlen("phụ lục"), own[k]);
	if (number <= 0 && n_annexes == 0 && (!ours || strstr(t->low, "số phụ lục")))
		return; /* annexes in general */
	saw(c);
	if (number <= 0) {
		for (size_t i = 0; i < n; i++)
			v[i].named = v[i].named || n_annexes == 1 || find_phrase(t, "các phụ lục", 0) >= 0 || strstr(t->low, "kèm theo");
		if (n_annexes == 0 && !of_another(t, at))
			flag(c, t, at, at + strlen("phụ lục"), N_("an annex is referred to, but the document has none; add it or leave the reference out"));
		return;
	}
	for (; w < t->n_words && (number = numeral(t->s + t->words[w].from)) > 0; w++) {
		bool found = false;
		for (size_t i = 0; i < n; i++)
			if (v[i].number == number || (v[i].number == 0 && n == 1))
				v[i].named = found = true;
		if (!found)
			flag(c, t, at, t->words[w].to, N_("“Phụ lục %s” is referred to, but the document does not have it; add it or correct the reference"), text_slice(c, t, t->words[w].from, t->words[w].to));
		const char *gap = gap_after(t, w, &g);
		if (!memchr(gap, ',', g) && !(w + 1 < t->n_words && word_is(t, w + 1, "và")))
			break;
		w += w + 1 < t->n_words && word_is(t, w + 1, "và");
	}
}

void rule_annexes(struct checker *c)
{
	struct annex v[64];
	size_t n = 0, i = 0;
	const struct ptext *t;
	while ((t = next_role(c, ROLE_ANNEX, &i)) && n < 64) {
		const char *s = t->s + (begins(t->low, "phụ lục ") ? strlen("phụ lục ") : t->n);
		int number = numeral(s);
		v[n++] = (struct annex){t, number > 0 ? number : 0, false};
		saw(c);
		if (number > 0 && c->form->annex_roman && *s >= '0' && *s <= '9')
			flag_node(c, t->node, N_("annexes are numbered with Roman numerals; write them so"));
	}
	for (i = 0; i < n && n > 1; i++)
		if (!v[i].number)
			flag_node(c, v[i].t->node, N_("two or more annexes are numbered; number this one"));
	for (i = 0; i < c->n; i++) {
		t = &c->t[i];
		if (t->annex || (t->zone != ZONE_BODY && t->zone != ZONE_TABLE && t->zone != ZONE_NOTE))
			continue;
		for (long at = find_phrase(t, "phụ lục", 0); at >= 0; at = find_phrase(t, "phụ lục", (size_t)at + 1))
			if (!of_another(t, (size_t)at))
				refer(c, t, (size_t)at, v, n, n);
	}
	/* an annex may also be called by its title: "theo Danh mục kèm theo" */
	for (i = 0; i < c->n; i++)
		if (!c->t[i].annex && is_body(&c->t[i]) && n == 1 && strstr(c->t[i].low, "kèm theo"))
			v[0].named = true;
	for (i = 0; i < n; i++)
		if (!v[i].named)
			flag_node(c, v[i].t->node, N_("no place of the text refers to this annex; name it where it belongs"));
}

/* ---- N65 ---- */

void rule_annex_heading(struct checker *c)
{
	const struct ptext *t;
	size_t i = 0;
	while ((t = next_role(c, ROLE_ANNEX, &i))) {
		saw(c);
		if (begins(t->s, "PHỤ LỤC"))
			flag_node(c, t->node, N_("“Phụ lục” is in small letters, the title below it in capitals; write it so"));
	}
	for (i = 0; (t = next_role(c, ROLE_ANNEX_TITLE, &i));)
		if (strcmp(t->s, utf8_upper(c->a, t->s)))
			flag_node(c, t->node, N_("the title of the annex is in capitals; write it so"));
	for (i = 0; (t = next_role(c, ROLE_ANNEX_NOTE, &i));) {
		saw(c);
		if (!begins(t->s, "(") || !ends(t->s, ")"))
			flag_node(c, t->node, N_("the line “(Kèm theo …)” stands in brackets; write it so"));
		if (c->kind && c->kind->title && find_phrase(t, arena_strdup(c->a, utf8_lower(c->a, c->kind->name)), 0) < 0 && !strstr(t->s, "Nghị định"))
			flag_node(c, t->node, N_("the line “(Kèm theo …)” names another kind than the document; it repeats its kind, number, date and issuing body"));
	}
}

/* ---- N66–N68 ---- */

void rule_urgency(struct checker *c)
{
	static const struct { const char *text; int mm; } marks[] = {{"HỎA TỐC", 30}, {"HOẢ TỐC", 30}, {"THƯỢNG KHẨN", 40}, {"KHẨN", 20}};
	const struct ptext *t;
	size_t i = 0, n = 0;
	while ((t = next_role(c, ROLE_URGENCY, &i))) {
		bool known = false;
		saw(c);
		if (n++ > 0)
			flag_node(c, t->node, N_("two marks of urgency stand on the document; leave one"));
		for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
			if (begins(t->s, marks[k].text) && !known) {
				known = true;
				double mm = t->node->u.para.rule_width ? t->node->u.para.rule_width / 56.6929 : c->d->foreign ? drawn_width(c, t->node) / 72 * 25.4 : 0;
				if (mm > 0 && (mm < marks[k].mm - 0.5 || mm > marks[k].mm + 0.5))
					flag_node(c, t->node, N_("the box of “%s” is %d × 8 mm; it is %.1f mm wide"), marks[k].text, marks[k].mm, mm);
			}
		if (!known)
			flag_node(c, t->node, N_("the marks of urgency are KHẨN, THƯỢNG KHẨN and HỎA TỐC; write one of them"));
	}
}

void rule_secret(struct checker *c)
{
	static const char *const marks[] = {"TUYỆT MẬT", "TỐI MẬT", "MẬT"};
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		saw(c);
		for (size_t k = 0; k < 3; k++)
			if (!strcmp(t->s, marks[k]) && t->zone != ZONE_TABLE)
				flag_node(c, t->node, N_("a document of a secrecy level is not made with this program; draft it on a machine without a network, by the law on state secrets"));
	}
}

void rule_contact(struct checker *c)
{
	const struct node *first = c->d->root->first, *foot = first ? first->u.section.first_footer : NULL;
	const struct node *line = foot ? foot->first : NULL;
	const struct style *st = line && line->kind == NODE_PARA ? para_style(&line->u.para, c->styles) : &c->styles[ROLE_CONTACT];
	int hp = c->d->foreign ? st->size_hp : c->styles[ROLE_CONTACT].size_hp;
	for (const struct node *s = first; s; s = s->next) {
		if (s != first && s->u.section.first_footer)
			flag_node(c, s, N_("the contact line stands on page 1 alone; leave it out of the annex"));
	}
	if (!foot)
		return unseen(c, N_("the document has no contact line"));
	saw(c);
	if (hp < 22 || hp > 24)
		flag_node(c, NULL, N_("the contact line is %g pt; set it in 11 or 12 pt"), hp / 2.0);
	if (c->d->foreign ? !(st->box == BOX_TOP || line->u.para.role == ROLE_RULE) : c->styles[ROLE_CONTACT].box != BOX_TOP)
		flag_node(c, NULL, N_("a rule stands above the contact line; draw it"));
}

/* ---- N70 ---- */

static void length_of(struct checker *c, const struct text *t, const char *key, size_t most)
{
	if (!t->s)
		return;
	saw(c);
	size_t n = utf8_count(t->s, strlen(t->s));
	if (n <= most)
		return;
	flag_node(c, NULL, N_("“%s” has %zu characters, the exchange of documents takes %zu; shorten it"), key, n, most);
	if (c->out->n && c->out->v[c->out->n - 1].rule == c->rule)
		c->out->v[c->out->n - 1].pos = t->pos;
}

void rule_lengths(struct checker *c)
{
	const struct meta *m = c->meta;
	length_of(c, &m->number, "số", 11);
	length_of(c, &m->symbol, "ký hiệu", 30);
	for (size_t i = 0; i < m->n_issuers; i++)
		length_of(c, &m->issuers[i].name, "cơ quan ban hành", 200);
	for (size_t i = 0; i < m->n_signers; i++)
		length_of(c, &m->signers[i].name, "họ tên", 50);
	for (size_t i = 0; i < m->recipients.n; i++)
		length_of(c, &m->recipients.v[i], "nơi nhận", 200);
}
