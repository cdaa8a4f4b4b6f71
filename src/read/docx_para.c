/* A paragraph: its properties resolved, its label, its text, and what hangs at it. */
#include <string.h>
#include <strings.h>
#include "base/utf8.h"
#include "model/label.h"
#include "read/docx_in.h"

/* ---- properties ---- */

struct props {
	struct wml_ppr p;
	struct wml_rpr r, mark;   /* of its runs; of its own mark */
	const struct wml_style *style;
	int num_id, level;
};

/* The defaults of the document, the table's style, the list of the style, the style, the list, and what the paragraph says itself. */
static void resolve(struct wml_reader *r, const struct xml_el *e, const struct wml_place *at, struct props *out)
{
	const struct xml_el *ppr = xml_el_child(e, "w:pPr");
	struct wml_ppr own;
	const struct wml_level *l = NULL;
	out->style = wml_style_find(&r->styles, wml_val(xml_el_child(ppr, "w:pStyle")), WML_STYLE_PARA);
	out->style = out->style ? out->style : r->styles.normal;
	wml_ppr_read(ppr, &own);
	out->p = r->styles.p;
	out->r = r->styles.r;
	if (at->table) {
		wml_ppr_over(&out->p, &at->table->p);
		wml_rpr_over(&out->r, &at->table->r);
	}
	const struct wml_style *s = out->style;
	out->num_id = s ? s->p.num_id : WML_UNSET;
	out->level = s && s->p.level != WML_UNSET ? s->p.level : 0;
	if (out->num_id > 0 && own.num_id == WML_UNSET)
		l = wml_level_of(r, out->num_id, out->level);
	if (l)
		wml_ppr_over(&out->p, &l->p);
	if (s) {
		wml_ppr_over(&out->p, &s->p);
		wml_rpr_over(&out->r, &s->r);
	}
	if (own.num_id != WML_UNSET || own.level != WML_UNSET) {
		out->num_id = own.num_id != WML_UNSET ? own.num_id : out->num_id;
		out->level = own.level != WML_UNSET ? own.level : out->level;
		l = out->num_id > 0 ? wml_level_of(r, out->num_id, out->level) : NULL;
		if (l)
			wml_ppr_over(&out->p, &l->p);
	}
	wml_ppr_over(&out->p, &own);
	wml_rpr_read(r->a, &r->styles.theme, xml_el_child(ppr, "w:rPr"), &out->mark);
}

/* What nobody says is as Word takes it. */
static void settle(struct wml_rpr *r)
{
	r->size_hp = r->size_hp == WML_UNSET ? 20 : r->size_hp;
	r->colour = r->colour == WML_UNSET ? 0 : r->colour;
	r->ascii = r->ascii ? r->ascii : "Times New Roman";
	r->other = r->other ? r->other : r->ascii;
}

/* ---- how it looks ---- */

static int or_zero(int v) { return v == WML_UNSET ? 0 : v; }

/* Lines that are at least so high are exactly so high where their letters are lower. */
static void set_lines(const struct wml_ppr *p, struct style *s)
{
	int line = p->line == WML_UNSET ? 240 : p->line, single = s->size_hp * 10 * 23 / 20;
	s->line_rule = p->line_rule == 1 || (p->line_rule == 2 && line > single) ? LINE_EXACT : LINE_MULTIPLE;
	s->line = p->line_rule == 2 && s->line_rule == LINE_MULTIPLE ? 240 : line;
}

static enum box box_of(const struct wml_ppr *p, bool empty)
{
	bool top = p->edge[0] == 1, bottom = p->edge[2] == 1;
	if (top && bottom && (p->edge[1] == 1 || p->edge[3] == 1))
		return BOX_ALL;
	return top || (bottom && empty) ? BOX_TOP : BOX_NONE;
}

static void set_style(const struct props *x, const struct wml_text *t, struct style *s)
{
	const struct wml_ppr *p = &x->p;
	s->align = p->align == WML_UNSET ? ALIGN_LEFT : (enum align)p->align;
	s->left_indent = or_zero(p->left);
	s->right_indent = or_zero(p->right);
	s->first_indent = or_zero(p->first);
	s->space_before = or_zero(p->before);
	s->space_after = or_zero(p->after);
	s->keep_next = p->keep_next == 1;
	s->keep_lines = p->keep_lines == 1;
	s->outline = or_zero(p->outline);
	s->box = box_of(p, !t->any);
	s->box_pad = or_zero(p->pad);
	set_lines(p, s);
	for (int i = 0; i < t->lead_tabs && t->any && i < 20; i++) /* tabs before the text indent it, too */
		s->first_indent = (s->first_indent / t->r->tab + 1) * t->r->tab;
}

static const struct wml_tally *most(const struct wml_tally *v, size_t n)
{
	const struct wml_tally *best = NULL;
	for (size_t i = 0; i < n; i++)
		if (!best || v[i].n > best->n)
			best = &v[i];
	return best;
}

static bool is_times(const char *font)
{
	static const char *const names[] = {"Times New Roman", "Liberation Serif", "TimesNewRoman"}; /* "Times New Roman Bold" */
	for (size_t i = 0; font && i < sizeof names / sizeof *names; i++)
		if (!strncasecmp(font, names[i], strlen(names[i])))
			return true;
	return false;
}

static bool is_red(uint32_t c) { return (c >> 16) >= 0xC0 && (c >> 8 & 0xFF) < 0x60 && (c & 0xFF) < 0x60; }

static void set_type(const struct wml_text *t, const struct wml_rpr *mark, struct look *k)
{
	const struct wml_tally *size = most(t->sizes, t->n_sizes), *font = most(t->fonts, t->n_fonts), *colour = most(t->colours, t->n_colours);
	struct style *s = &k->style;
	s->size_hp = size ? (int)size->value : mark->size_hp;
	s->size_hp = s->size_hp < 2 ? 2 : s->size_hp > 400 ? 400 : s->size_hp;
	k->least_hp = k->most_hp = s->size_hp;
	for (size_t i = 0; i < t->n_sizes; i++) {
		k->least_hp = t->sizes[i].value < k->least_hp ? (int)t->sizes[i].value : k->least_hp;
		k->most_hp = t->sizes[i].value > k->most_hp ? (int)t->sizes[i].value : k->most_hp;
	}
	k->font = font ? font->name : mark->ascii;
	for (size_t i = 0; i < t->n_fonts && !k->odd_font; i++)
		k->odd_font = is_times(t->fonts[i].name) ? NULL : t->fonts[i].name;
	k->colour = colour ? (uint32_t)colour->value : 0;
	for (size_t i = 0; i < t->n_colours && !k->odd_colour; i++)
		k->odd_colour = (uint32_t)t->colours[i].value;
	s->red = is_red(k->colour);
	k->all_capitals = t->letters && t->caps * 2 > t->letters;
	s->bold = t->letters ? t->bold == t->letters : mark->bold == 1;
	s->italic = t->letters ? t->italic == t->letters : mark->italic == 1;
	s->underline = t->letters && t->underline == t->letters;
}

/* What the whole paragraph has is its style's. */
static void lift(struct para *p, const struct style *s)
{
	unsigned all = (s->bold ? RUN_BOLD : 0u) | (s->italic ? RUN_ITALIC : 0u) | (s->underline ? RUN_UNDERLINE : 0u);
	for (size_t i = 0; i < p->n_runs; i++)
		p->runs[i].attrs &= ~all;
}

/* ---- what hangs at it ---- */

static struct node *parent_of(const struct wml_reader *r, const struct wml_place *at) { return at->parent ? at->parent : r->section; }

static struct node *add_rule(struct wml_reader *r, const struct wml_place *at, const struct node *under, const struct wml_shape *s)
{
	struct node *n = doc_add(r->d, parent_of(r, at), NODE_PARA, wml_pos(r));
	struct look *k = ARENA_NEW(r->a, struct look);
	const struct look *of = under ? under->u.para.look : NULL;
	if (!n)
		return NULL;
	k->style = (struct style){.id = "", .name = "", .size_hp = 2, .align = ALIGN_CENTER, .line_rule = LINE_EXACT, .line = 60, .box = BOX_TOP};
	k->least_hp = k->most_hp = 2;
	if (s) {
		k->drawn = true;
		k->shape_w = s->w, k->shape_h = s->h;
		k->style.red = s->red;
		n->u.para.rule_width = s->w;
	} else if (of) {
		k->style.left_indent = of->style.left_indent, k->style.right_indent = of->style.right_indent;
		k->style.space_after = of->style.space_after;
	}
	n->u.para.role = ROLE_RULE;
	n->u.para.look = k;
	return n;
}

/* A line that begins at the top of its paragraph stands under the one before. */
static void put_line(struct wml_reader *r, const struct wml_place *at, struct node *para, const struct wml_shape *s)
{
	struct node *n = add_rule(r, at, para, s);
	int line = para && para->u.para.look ? para->u.para.look->style.size_hp * 12 : 0;
	if (!n || !line || s->down == WML_UNSET || s->down * 5 > line * 2 || !para->prev || para->prev->kind != NODE_PARA)
		return;
	doc_detach(n);
	doc_insert(para->parent, para, n);
}

static void put_shapes(struct wml_text *t, struct node *para)
{
	struct wml_reader *r = t->r;
	for (size_t i = 0; i < t->n_shapes; i++) {
		const struct wml_shape *s = &t->shapes[i];
		struct wml_place at = *t->at;
		if (s->kind == WML_LINE) {
			put_line(r, &at, para, s);
			continue;
		}
		r->f->text_boxes++;
		if (++at.deep > WML_TABLES_DEEP) {
			if (!r->told_deep)
				wml_tell(r, WML_DEEP, WML_TABLES_DEEP);
			r->told_deep = true;
			continue;
		}
		at.box = s;
		struct node *joined = r->joined;
		r->joined = NULL;
		wml_blocks(r, s->text, &at);
		r->joined = joined;
	}
}

static bool thin(const struct look *k)
{
	return k->style.box == BOX_NONE && ((k->style.line_rule == LINE_EXACT && k->style.line <= 40) || k->style.size_hp <= 4);
}

/* ---- the paragraph ---- */

static enum role role_of(const struct wml_reader *r, const struct wml_place *at, const struct props *x, const struct wml_text *t, const struct look *k)
{
	bool page = false;
	(void)r;
	if (x->style && x->style->role >= 0)
		return (enum role)x->style->role;
	if (!t->any && k->style.box == BOX_TOP)
		return ROLE_RULE;
	for (size_t i = 0; i < t->node->u.para.n_runs; i++)
		page = page || t->node->u.para.runs[i].kind == RUN_PAGE;
	return at->header && page ? ROLE_PAGE_NUMBER : at->note ? ROLE_FOOTNOTE : at->cell ? ROLE_CELL : ROLE_BODY;
}

static void put_label(struct wml_text *t, const struct props *x, struct look *k)
{
	struct wml_reader *r = t->r;
	bool space = false;
	const char *label = x->num_id > 0 ? wml_label(r, x->num_id, x->level, &space) : NULL;
	const struct wml_level *l = label ? wml_level_of(r, x->num_id, x->level) : NULL;
	if (!l || !*label)
		return;
	t->run = t->base;
	wml_rpr_over(&t->run, &x->mark);
	wml_rpr_over(&t->run, &l->r);
	t->run.ascii = t->base.ascii, t->run.other = t->base.other; /* bullets come from symbol fonts */
	wml_put(t, label, strlen(label));
	if (space)
		wml_put(t, " ", 1);
	k->numbered = true;
}

/* The mark between two paragraphs was deleted: the text of the first goes on in the second. */
static void join(struct wml_reader *r, struct node *to)
{
	struct node *n = r->joined;
	r->joined = NULL;
	if (!n || n->parent != to->parent)
		return;
	const struct style *s = &n->u.para.look->style;
	unsigned all = (s->bold ? RUN_BOLD : 0u) | (s->italic ? RUN_ITALIC : 0u) | (s->underline ? RUN_UNDERLINE : 0u);
	for (size_t i = 0; i < n->u.para.n_runs; i++) {
		struct run *run = doc_run(r->d, to, RUN_TEXT, NULL, 0);
		*run = n->u.para.runs[i];
		run->attrs |= all;
	}
	doc_detach(n);
}

static void mark_label(struct wml_reader *r, struct node *n)
{
	bool alone;
	char *s = doc_text(r->d, n);
	if (n->u.para.role != ROLE_RULE)
		n->u.para.label = label_find(s, strlen(s), &n->u.para.label_len, &alone);
}

static void finish(struct wml_text *t, const struct props *x, struct look *k)
{
	struct wml_rpr mark = x->r;
	wml_rpr_over(&mark, &x->mark);
	settle(&mark);
	k->style.id = k->style_id = x->style ? x->style->id : NULL;
	k->style.name = k->style_name = x->style ? x->style->name : NULL;
	set_type(t, &mark, k);
	set_style(x, t, &k->style);
	k->contextual = x->p.contextual == 1;
	k->page_break = x->p.page_break == 1 || t->page_break || (t->any && k->page_break);
	k->tab_at = t->tab_at;
	if (t->at->box) {
		k->boxed = true;
		k->shape_w = t->at->box->w, k->shape_h = t->at->box->h;
		k->drawn = t->at->box->framed;
		k->style.red = k->style.red || t->at->box->red;
		if (k->drawn)
			k->style.box = BOX_ALL, t->node->u.para.rule_width = k->shape_w;
	}
	t->node->u.para.look = k;
	t->node->u.para.role = role_of(t->r, t->at, x, t, k);
	k->style.based_on = t->node->u.para.role;
	lift(&t->node->u.para, &k->style);
	mark_label(t->r, t->node);
}

/* Notes and headers have the places of the paragraphs they hang at. */
static bool may_add(struct wml_reader *r, const struct wml_place *at)
{
	if (r->n_paras++ >= WML_PARAS && !r->full) {
		wml_tell(r, WML_MANY_PARAS, WML_PARAS);
		r->full = true;
	}
	r->line += !at->note && !at->header;
	return !r->full;
}

/* At the foot of the section's last page. */
static bool goes_to_foot(const struct wml_reader *r, const struct wml_place *at, const struct props *x)
{
	(void)r;
	return x->p.frame_bottom == 1 && !at->parent && x->style && x->style->role >= 0;
}

static void track_mark(struct wml_reader *r, const struct xml_el *e, struct node *n)
{
	const struct xml_el *mark = xml_el_child(xml_el_child(e, "w:pPr"), "w:rPr");
	bool in = xml_el_child(mark, "w:ins") || xml_el_child(mark, "w:moveTo"), out = xml_el_child(mark, "w:del") || xml_el_child(mark, "w:moveFrom");
	r->f->inserted += in, r->f->deleted += out;
	if ((in || out) && !r->f->first_change)
		r->f->first_change = r->line;
	if (out)
		r->joined = n;
}

void wml_para(struct wml_reader *r, const struct xml_el *e, const struct wml_place *at)
{
	struct props x;
	struct wml_text t = {.r = r, .at = at};
	struct look *k = ARENA_NEW(r->a, struct look);
	if (!may_add(r, at))
		return;
	struct node *parent = parent_of(r, at);
	resolve(r, e, at, &x);
	if (goes_to_foot(r, at, &x)) {
		struct section *s = &r->section->u.section;
		s->last_footer = s->last_footer ? s->last_footer : doc_add(r->d, NULL, NODE_CELL, wml_pos(r));
		parent = s->last_footer;
	}
	struct node *n = t.node = doc_add(r->d, parent, NODE_PARA, wml_pos(r));
	if (!n)
		return;
	join(r, n);
	t.base = x.r;
	settle(&t.base);
	t.any = n->u.para.n_runs > 0;
	wml_rpr_none(&t.toggles);
	if (x.style)
		t.toggles = x.style->r;
	k->page_break = !at->note && !at->header && r->break_next;
	if (k->page_break)
		r->break_next = false;
	put_label(&t, &x, k);
	size_t objects = r->f->pictures + r->f->unread;
	wml_runs(&t, e);
	k->object = r->f->pictures + r->f->unread > objects;
	if (t.media)
		k->media = t.media, k->shape_w = t.media_w, k->shape_h = t.media_h;
	wml_flush(&t);
	buf_free(&t.buf);
	finish(&t, &x, k);
	if (!t.any && n->u.para.role != ROLE_RULE && (t.n_shapes || k->page_break || thin(k))) { /* it only holds something else */
		r->break_next = r->break_next || k->page_break;
		doc_detach(n);
		n = NULL;
	}
	if (n)
		track_mark(r, e, n);
	if (n && t.any && x.p.edge[2] == 1 && k->style.box != BOX_ALL)
		add_rule(r, at, n, NULL);
	put_shapes(&t, n);
	const struct xml_el *sect = xml_el_child(xml_el_child(e, "w:pPr"), "w:sectPr");
	if (sect && !at->parent)
		wml_section_end(r, sect, false);
}
