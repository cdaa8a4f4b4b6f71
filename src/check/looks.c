/* How the paragraphs of a foreign file really look (N03, N06, N08–N10, N69, lengths of rules): the rules of the styles of drafts, asked of
 * each paragraph. Like findings are told once, with how many there are (engine.c). */
#include <stdlib.h>
#include <string.h>
#include "check/inner_rules.h"

enum { SLACK = 17 /* 0.3 mm */, DARK = 0x30 /* a channel of a colour that passes for black in print */ };

const struct style *look_of(const struct checker *c, const struct ptext *t) { return para_style(&t->node->u.para, c->styles); }

bool looks(const struct checker *c, const struct ptext *t, unsigned attr) { return para_mostly(&t->node->u.para, c->styles, attr); }

const struct style *role_look(const struct checker *c, enum role r)
{
	size_t i = 0;
	const struct ptext *t = c->d->foreign ? next_role(c, r, &i) : NULL;
	return t ? look_of(c, t) : &c->styles[r];
}

/* ---- N03 ---- */

static bool dark(uint32_t c) { return (c >> 16 & 0xFF) < DARK && (c >> 8 & 0xFF) < DARK && (c & 0xFF) < DARK; }

static void colours(struct checker *c, const struct node *n)
{
	const struct look *k = n->kind == NODE_PARA ? n->u.para.look : NULL;
	if (!k || n->u.para.role == ROLE_RULE || !n->u.para.n_runs)
		return;
	saw(c);
	if (k->odd_font)
		flag_node(c, n, N_("letters are set in “%s”; set them in Times New Roman"), k->odd_font);
	if (k->odd_colour && !dark(k->odd_colour) && n->u.para.role != ROLE_URGENCY)
		flag_node(c, n, N_("letters have the colour #%06X; all but the mark of urgency is black"), (unsigned)k->odd_colour);
}

static void colours_beside(struct checker *c, const struct node *cell)
{
	for (const struct node *n = cell ? cell->first : NULL; n; n = n->next)
		colours(c, n);
}

void look_colour(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++)
		colours(c, c->t[i].node);
	for (const struct node *s = c->d->root->first; s; s = s->next) {
		const struct section *p = &s->u.section;
		colours_beside(c, p->first_header), colours_beside(c, p->header), colours_beside(c, p->first_footer), colours_beside(c, p->footer);
	}
}

/* ---- N06 ---- */

/* Text and headings of the document, none of its form. */
static bool is_text(const struct ptext *t)
{
	enum role r = t->node->u.para.role;
	return is_body(t) && t->n_words && t->node->u.para.look && (r == ROLE_BODY || r == ROLE_BASIS || r == ROLE_ITEM || r == ROLE_ARTICLE_TEXT || is_heading(t));
}

/* A centred line below a picture, above a table. */
static bool is_caption(const struct checker *c, const struct ptext *t)
{
	const struct node *prev = t->node->prev, *next = t->node->next;
	bool under = prev && prev->kind == NODE_PARA && prev->u.para.look && prev->u.para.look->object && !prev->u.para.n_runs;
	return look_of(c, t)->align == ALIGN_CENTER && (under || (next && next->kind == NODE_TABLE));
}

/* The size of most letters of the text. */
static int main_size(const struct checker *c, const struct ptext **first)
{
	enum { SIZES = 401 };
	size_t n[SIZES] = {0}, best = 0;
	*first = NULL;
	for (size_t i = 0; i < c->n; i++) {
		int hp = is_text(&c->t[i]) && !c->t[i].annex && !is_caption(c, &c->t[i]) ? look_of(c, &c->t[i])->size_hp : 0;
		if (hp > 0 && hp < SIZES)
			n[hp] += c->t[i].n;
	}
	for (size_t i = 1; i < SIZES; i++)
		best = n[i] > n[best] ? i : best;
	for (size_t i = 0; i < c->n && !*first && best; i++)
		if (is_text(&c->t[i]) && look_of(c, &c->t[i])->size_hp == (int)best)
			*first = &c->t[i];
	return (int)best;
}

void look_body_size(struct checker *c)
{
	const struct ptext *first;
	int hp = main_size(c, &first);
	if (!hp)
		return unseen(c, N_("the document has no text"));
	saw(c);
	if (hp < c->form->body_hp_min || hp > c->form->body_hp_max)
		flag_node(c, first->node, N_("the text is %g pt; choose from %g to %g pt"), hp / 2.0, c->form->body_hp_min / 2.0, c->form->body_hp_max / 2.0);
	for (size_t i = 0; i < c->n; i++) {
		const struct look *k = c->t[i].node->u.para.look;
		int odd = !is_text(&c->t[i]) || c->t[i].annex || is_caption(c, &c->t[i]) ? hp : k->least_hp != hp ? k->least_hp : k->most_hp;
		if (odd != hp)
			flag_node(c, c->t[i].node, N_("letters here are %g pt, the text is %g pt; set all text in one size"), odd / 2.0, hp / 2.0);
	}
}

/* ---- N08 ---- */

static bool is_flowing(const struct ptext *t)
{
	enum role r = t->node->u.para.role;
	return is_text(t) && (r == ROLE_BODY || r == ROLE_ITEM || r == ROLE_BASIS || r == ROLE_ARTICLE_TEXT);
}

static bool one_line(const struct checker *c, const struct ptext *t) { return c->p && c->p->paras[t->node->id].n_lines == 1; }

/* A paragraph of one line shows no alignment. A hanging one begins where its label stands. */
void look_body_align(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		if (!is_flowing(t))
			continue;
		const struct style *st = look_of(c, t);
		int indent = st->left_indent + st->first_indent;
		saw(c);
		if (st->align == ALIGN_CENTER) /* a title, a caption */
			continue;
		if (st->align != ALIGN_JUSTIFY && !one_line(c, t))
			flag_node(c, t->node, N_("the paragraph is not justified; align it to both margins"));
		if (st->align == ALIGN_RIGHT)
			continue;
		if (abs(indent - c->form->indent[0]) > SLACK && abs(indent - c->form->indent[1]) > SLACK)
			flag_node(c, t->node, N_("the first line is indented by %.1f mm; use 10 or 12.7 mm"), indent / 56.6929);
	}
}

/* ---- N09 ---- */

static int room_below(const struct checker *c, const struct ptext *t, const struct ptext *next)
{
	int after = look_of(c, t)->space_after, before = look_of(c, next)->space_before;
	return c->d->foreign->spacing_adds ? after + before : after > before ? after : before;
}

static void lines_apart(struct checker *c, const struct ptext *t)
{
	const struct style *st = look_of(c, t);
	if (c->form->party) {
		if (st->line_rule != LINE_EXACT || st->line < c->form->line_exact_min || st->line > c->form->line_exact_max)
			flag_node(c, t->node, N_("lines stand exactly %g to %g pt apart in documents of the Party; set them so"), c->form->line_exact_min / 20.0, c->form->line_exact_max / 20.0);
	} else if (st->line_rule == LINE_MULTIPLE && (st->line < 240 || st->line > 360)) {
		flag_node(c, t->node, N_("lines stand %.2f lines apart; choose from single to 1.5 lines"), st->line / 240.0);
	} else if (st->line_rule == LINE_EXACT && (st->line < c->form->line_exact_min || st->line > c->form->line_exact_max)) {
		flag_node(c, t->node, N_("lines stand exactly %g pt apart; choose from %g to %g pt"), st->line / 20.0, c->form->line_exact_min / 20.0, c->form->line_exact_max / 20.0);
	}
}

void look_spacing(struct checker *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i], *next = i + 1 < c->n ? &c->t[i + 1] : NULL;
		if (!is_flowing(t))
			continue;
		saw(c);
		if (!one_line(c, t) && !c->form->party)
			lines_apart(c, t);
		if (next && is_flowing(next) && t->node->next == next->node && room_below(c, t, next) < 120 - 1)
			flag_node(c, t->node, N_("paragraphs stand %g pt apart; leave at least 6 pt"), room_below(c, t, next) / 20.0);
	}
}

void look_party_body(struct checker *c)
{
	const struct ptext *first;
	int hp = main_size(c, &first);
	if (hp && (hp < 28 || hp > 30))
		flag_node(c, first->node, N_("the text is %g pt; choose from %g to %g pt"), hp / 2.0, 14.0, 15.0);
	for (size_t i = 0; i < c->n; i++) {
		const struct ptext *t = &c->t[i];
		const struct style *st = is_flowing(t) ? look_of(c, t) : NULL;
		if (!st)
			continue;
		if (!one_line(c, t))
			lines_apart(c, t);
		if (st->align != ALIGN_CENTER && st->align != ALIGN_RIGHT && abs(st->left_indent + st->first_indent - 567) > SLACK)
			flag_node(c, t->node, N_("the first line is indented by %.1f mm; use 10 mm"), (st->left_indent + st->first_indent) / 56.6929);
	}
}

/* ---- N10 ---- */

bool look_is_room(const struct ptext *t)
{
	const struct node *n = t->node;
	const struct look *k = n->u.para.look;
	if (n->u.para.n_runs || !k || k->object || k->style.box != BOX_NONE || n->u.para.role != ROLE_BODY || !is_body(t))
		return false;
	/* Word asks for one between two tables and after a last one */
	return !(n->prev && n->prev->kind == NODE_TABLE && (!n->next || n->next->kind == NODE_TABLE)) && (n->prev || n->next);
}

/* ---- N69 ---- */

static void told(struct checker *c, size_t n, uint32_t line, const char *one, const char *many)
{
	if (!n)
		return;
	flag_node(c, NULL, n == 1 ? one : many, n);
	c->out->v[c->out->n - 1].pos = (struct pos){c->meta->pos.file, line, line ? 1 : 0};
}

void look_changes(struct checker *c)
{
	const struct foreign *f = c->d->foreign;
	size_t changes = f->inserted + f->deleted;
	saw(c);
	told(c, changes, f->first_change, N_("%zu tracked change is left; accept or reject it"), N_("%zu tracked changes are left; accept or reject them"));
	told(c, f->comments, f->first_comment, N_("%zu comment is left; delete it"), N_("%zu comments are left; delete them"));
	told(c, f->hidden, f->first_hidden, N_("%zu stretch of hidden text is left; delete it"), N_("%zu stretches of hidden text are left; delete them"));
}

/* ---- lengths ---- */

double drawn_width(const struct checker *c, const struct node *n)
{
	double w = 0;
	for (size_t k = 0; c->p && k < c->p->n; k++)
		for (size_t i = 0; i < c->p->v[k].n_items; i++) {
			const struct item *it = &c->p->v[k].items[i];
			if (it->kind == ITEM_RULE && it->node == n && it->w > w)
				w = it->w;
		}
	return w;
}

double last_line_width(const struct checker *c, const struct node *n)
{
	double from = 0, to = 0;
	for (size_t k = 0; c->p && k < c->p->n; k++)
		for (size_t i = 0; i < c->p->v[k].n_items; i++) {
			const struct item *it = &c->p->v[k].items[i];
			if (it->kind != ITEM_TEXT || it->node != n)
				continue;
			if (it->line_start)
				from = it->x;
			to = it->x + it->w;
		}
	return to - from;
}
