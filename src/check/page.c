/* Paper, margins, type, spacing (N01–N10, N52). Lengths are read as they are, so that a document from elsewhere is judged alike. */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "check/inner_rules.h"

enum { A4_SHORT = 11906, A4_LONG = 16838, SLACK = 17 /* 0.3 mm */ };

static bool near(int a, int b, int slack) { return abs(a - b) <= slack; }

void rule_paper(struct checker *c)
{
	for (const struct node *s = c->d->root->first; s; s = s->next) {
		const struct section *p = &s->u.section;
		bool wide = p->page_w > p->page_h;
		saw(c);
		if (!near(wide ? p->page_h : p->page_w, A4_SHORT, SLACK) || !near(wide ? p->page_w : p->page_h, A4_LONG, SLACK))
			flag_node(c, s, N_("the paper is %.0f × %.0f mm; use A4, 210 × 297 mm"), p->page_w / 56.6929, p->page_h / 56.6929);
	}
}

static void margin(struct checker *c, const struct node *s, const char *name, int is, int min, int max)
{
	if (is < min - SLACK || is > max + SLACK)
		flag_node(c, s, N_("the margin “%s” is %.1f mm; choose from %.1f to %.1f mm"), name, is / 56.6929, min / 56.6929, max / 56.6929);
}

void rule_margins(struct checker *c)
{
	for (const struct node *s = c->d->root->first; s; s = s->next) {
		const struct section *p = &s->u.section;
		saw(c);
		if (p->landscape)
			continue; /* the decree gives the margins of the upright sheet */
		margin(c, s, "lề trên", p->top, c->form->top_min, c->form->top_max);
		margin(c, s, "lề dưới", p->bottom, c->form->bottom_min, c->form->bottom_max);
		margin(c, s, "lề trái", p->left, c->form->left_min, c->form->left_max);
		margin(c, s, "lề phải", p->right, c->form->right_min, c->form->right_max);
	}
}

/* A draft knows one typeface, Times New Roman; colour is a property of the styles. */
void rule_colour(struct checker *c)
{
	if (c->d->foreign)
		return look_colour(c);
	for (int r = 0; r < ROLE_COUNT; r++) {
		saw(c);
		if (c->styles[r].red && r != ROLE_URGENCY)
			flag_node(c, NULL, N_("the style “%s” is red; all but the mark of urgency is black"), c->styles[r].name);
	}
}

/* ---- N04 ---- */

/* Letters that TCVN3 and VNI text shows where it is read as Latin: "Céng hßa", "Coäng hoøa". */
static bool old_encoding(const char *s, size_t n)
{
	size_t odd = 0;
	const char *p = s, *end = s + n;
	while (p < end) {
		uint32_t ch = utf8_next(&p, end);
		odd += ch == 0xDF || ch == 0xAE || ch == 0xB5 || ch == 0xE4 || ch == 0xEB || ch == 0xF6 || ch == 0xFC || ch == 0xF8 || ch == 0xFB || ch == 0xD1 || ch == 0xF1 || ch == 0xEF || ch == 0xA9 || ch == 0xA7;
	}
	return odd >= 3;
}

static bool hidden(uint32_t ch)
{
	return (ch < 0x20 && ch != '\n' && ch != '\t') || (ch >= 0x7F && ch < 0xA0) || ch == 0xAD || (ch >= 0x200B && ch <= 0x200F) || (ch >= 0x202A && ch <= 0x202E) || ch == 0xFEFF || (ch >= 0xE000 && ch <= 0xF8FF) || ch == 0xFFFD;
}

static void composed(struct checker *c)
{
	const char *s = c->in->source, *end = s + c->in->n_source, *e;
	uint32_t line = 1, first = 0, n = 0;
	for (; s < end; s = e + 1, line++) {
		e = memchr(s, '\n', (size_t)(end - s));
		e = e ? e : end;
		size_t k;
		const char *nfc = utf8_nfc(c->a, s, (size_t)(e - s), &k);
		if (nfc != s && utf8_check(s, (size_t)(e - s)) == (size_t)(e - s) && n++ == 0)
			first = line;
	}
	if (!n)
		return;
	flag_node(c, NULL, ngettext("%u line is not in the form NFC of Unicode; write its letters as one character each (--fix does so)", "%u lines are not in the form NFC of Unicode; write their letters as one character each (--fix does so)", n), n);
	if (c->out->n && c->out->v[c->out->n - 1].rule == c->rule)
		c->out->v[c->out->n - 1].pos = (struct pos){c->meta->pos.file, first, 1};
}

void rule_unicode(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		saw(c);
		for (const char *p = t->s, *end = t->s + t->n; p < end;) {
			const char *at = p;
			uint32_t ch = utf8_next(&p, end);
			if (hidden(ch)) {
				flag(c, t, (size_t)(at - t->s), (size_t)(p - t->s), N_("the character U+%04X is hidden or belongs to no alphabet; delete it"), (unsigned)ch);
				mend(c, "");
				break;
			}
		}
		if (old_encoding(t->s, t->n))
			flag(c, t, 0, t->n, N_("the text is in an old encoding (TCVN3 or VNI); convert it to Unicode"));
	}
	if (c->in->source)
		composed(c);
	if (c->d->foreign && c->d->foreign->not_nfc) {
		flag_node(c, NULL, N_("letters are not in the form NFC of Unicode (%zu places); write them as one character each"), c->d->foreign->not_nfc);
		c->out->v[c->out->n - 1].pos = (struct pos){c->meta->pos.file, c->d->foreign->first_not_nfc, 1};
	}
}

/* ---- N05–N07 ---- */

void rule_page_number(struct checker *c)
{
	bool number = false;
	for (const struct node *s = c->d->root->first; s; s = s->next) {
		const struct section *p = &s->u.section;
		const struct node *para = p->header ? p->header->first : NULL;
		for (; para && para->kind == NODE_PARA; para = para->next) {
			const struct style *st = para_style(&para->u.para, c->styles);
			int align = para->u.para.align >= 0 ? para->u.para.align : (int)st->align;
			bool page = false;
			for (size_t i = 0; i < para->u.para.n_runs; i++)
				page = page || para->u.para.runs[i].kind == RUN_PAGE;
			number = number || page;
			if (page && align != ALIGN_CENTER)
				flag_node(c, s, N_("the page number is not centred; centre it in the top margin"));
			if (page && (st->size_hp < 26 || st->size_hp > 28))
				flag_node(c, s, N_("the page number is %g pt; set it in 13 or 14 pt"), st->size_hp / 2.0);
		}
		saw(c);
		if (!p->header)
			continue;
		if (!p->hide_first && s == c->d->root->first)
			flag_node(c, s, N_("page 1 shows its number; hide it there"));
		if (p->annex && !p->restart)
			flag_node(c, s, N_("the pages of the annex go on with the numbers of the text; number each annex from 1"));
	}
	if (!number && (!c->p || c->p->n > 1))
		flag_node(c, NULL, N_("the pages have no numbers; number them in the top margin"));
}

void rule_body_size(struct checker *c)
{
	static const enum role texts[] = {ROLE_BODY, ROLE_ITEM, ROLE_BASIS, ROLE_ARTICLE_TEXT, ROLE_HEADING1, ROLE_HEADING2, ROLE_HEADING3};
	int hp = c->styles[ROLE_BODY].size_hp;
	if (c->d->foreign)
		return look_body_size(c);
	saw(c);
	if (!c->form->party && (hp < c->form->body_hp_min || hp > c->form->body_hp_max)) /* D05 has the Party's */
		flag_node(c, NULL, N_("the text is %g pt; choose from %g to %g pt"), hp / 2.0, c->form->body_hp_min / 2.0, c->form->body_hp_max / 2.0);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (c->styles[texts[i]].size_hp != hp)
			flag_node(c, NULL, N_("the style “%s” is %g pt, the text %g pt; set all text in one size"), c->styles[texts[i]].name, c->styles[texts[i]].size_hp / 2.0, hp / 2.0);
}

void rule_size_set(struct checker *c)
{
	int nation = role_look(c, ROLE_NATION)->size_hp, motto = role_look(c, ROLE_MOTTO)->size_hp, date = role_look(c, ROLE_PLACE_DATE)->size_hp;
	size_t i = 0;
	if (!next_role(c, ROLE_NATION, &i))
		return unseen(c, N_("the document has no Quốc hiệu"));
	saw(c);
	if (!(nation == 26 && motto == 28 && date == 28) && !(nation == 24 && motto == 26 && date == 26))
		flag_node(c, NULL, N_("Quốc hiệu, Tiêu ngữ and date are %g, %g, %g pt; use 13/14/14 or 12/13/13"), nation / 2.0, motto / 2.0, date / 2.0);
}

/* ---- N08, N09 ---- */

void rule_body_align(struct checker *c)
{
	const struct style *st = &c->styles[ROLE_BODY];
	int indent = st->first_indent;
	if (c->d->foreign)
		return look_body_align(c);
	saw(c);
	if (!c->form->party && !near(indent, c->form->indent[0], SLACK) && !near(indent, c->form->indent[1], SLACK))
		flag_node(c, NULL, N_("the first line is indented by %.1f mm; use 10 or 12.7 mm"), indent / 56.6929);
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		enum role r = t->node->u.para.role;
		if (!is_body(t) || (r != ROLE_BODY && r != ROLE_ITEM && r != ROLE_BASIS))
			continue;
		int align = t->node->u.para.align >= 0 ? t->node->u.para.align : (int)c->styles[r].align;
		if (align != ALIGN_JUSTIFY)
			flag_node(c, t->node, N_("the paragraph is not justified; align it to both margins"));
	}
}

void rule_spacing(struct checker *c)
{
	const struct style *st = &c->styles[ROLE_BODY];
	if (c->d->foreign)
		return look_spacing(c);
	saw(c);
	if (st->space_after < 120 - 1)
		flag_node(c, NULL, N_("paragraphs stand %g pt apart; leave at least 6 pt"), st->space_after / 20.0);
	if (st->line_rule == LINE_MULTIPLE && (st->line < 240 || st->line > 360))
		flag_node(c, NULL, N_("lines stand %.2f lines apart; choose from single to 1.5 lines"), st->line / 240.0);
	if (st->line_rule == LINE_EXACT && (st->line < c->form->line_exact_min || st->line > c->form->line_exact_max))
		flag_node(c, NULL, N_("lines stand exactly %g pt apart; choose from %g to %g pt"), st->line / 20.0, c->form->line_exact_min / 20.0, c->form->line_exact_max / 20.0);
}

/* ---- N10, N52 ---- */

void rule_empty(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		enum role r = t->node->u.para.role;
		if (c->d->foreign && look_is_room(t))
			flag_node(c, t->node, N_("an empty paragraph makes room; leave it out, the form spaces paragraphs"));
		if (!is_body(t) || r == ROLE_PICTURE || t->node->u.para.n_runs == 0)
			continue;
		saw(c);
		bool mark = false;
		for (size_t k = 0; k < t->node->u.para.n_runs; k++)
			mark = mark || t->node->u.para.runs[k].kind != RUN_TEXT;
		if (!mark && strspn(t->s, " \n\t") == t->n)
			flag_node(c, t->node, N_("an empty paragraph makes room; leave it out, the form spaces paragraphs"));
		const char *br = memchr(t->s, '\n', t->n);
		if (br && br > t->s && !strchr(".,;:", br[-1]) && (r == ROLE_BODY || r == ROLE_ITEM))
			flag(c, t, (size_t)(br - t->s), (size_t)(br - t->s) + 1, N_("a line is broken by hand inside the paragraph; let it run on or begin a new paragraph"));
	}
}

/* A number or a code that a line's end parts. */
void rule_broken(struct checker *c)
{
	if (!c->p)
		return unseen(c, N_("the document was not laid out"));
	for (size_t k = 0; k < c->p->n; k++) {
		const struct page *pg = &c->p->v[k];
		for (size_t i = 1; i < pg->n_items; i++) {
			const struct item *a = &pg->items[i - 1], *b = &pg->items[i];
			if (a->kind != ITEM_TEXT || b->kind != ITEM_TEXT || a->node != b->node || (a->node->parent && a->node->parent->kind == NODE_CELL) || !b->line_start || !a->text_len || !b->text_len)
				continue;
			saw(c);
			char x = a->text[a->text_len - 1], y = b->text[0];
			bool digit = x >= '0' && x <= '9', next = (y >= '0' && y <= '9') || (y >= 'A' && y <= 'Z');
			/* bytes that follow one another in the text: no space was left out */
			if (a->text + a->text_len == b->text && (digit || x == '-' || x == '/') && next)
				flag_node(c, b->node, N_("a number is parted by the end of a line; keep it together"));
		}
	}
}
