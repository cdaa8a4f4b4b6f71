/* What stands beside the text: headers, footers, and the values of the layout. */
#include "read/know.h"
#include "base/utf8.h"
#include <string.h>

static const char *text_of(struct know *k, const struct node *n)
{
	return know_bare(k, utf8_one_line(k->a, doc_text(k->d, n)), "");
}

static bool circulation(struct meta *m, struct know *k, const struct node *n, const char *s)
{
	static const char *const slugs[] = {"xem-xong-tra-lai", "luu-hanh-noi-bo", "khong-pho-bien", "tai-lieu-thu-hoi"};
	const char *slug = viet_slug(k->a, s);
	bool is = n->u.para.role == ROLE_CIRCULATION;
	for (size_t i = 0; i < sizeof slugs / sizeof *slugs && !is; i++)
		is = know_begins(slug, slugs[i]);
	if (is)
		m->circulation = (struct text){utf8_upper_first(k->a, utf8_lower(k->a, s)), n->pos};
	return is;
}

/* "Địa chỉ: …; Điện thoại: …": its parts, in order. */
static bool contact(struct meta *m, struct know *k, const struct node *n, const char *s)
{
	if (n->u.para.role != ROLE_CONTACT && !know_begins(s, "Địa chỉ") && !know_begins(s, "Điện thoại"))
		return false;
	while (*s) {
		const char *e = strstr(s, "; ");
		size_t len = e ? (size_t)(e - s) : strlen(s);
		struct text t = {know_bare(k, arena_strndup(k->a, s, len), ";"), n->pos};
		ARENA_PUSH(k->a, m->contact.v, m->contact.n, m->contact.cap, t);
		s += e ? len + 2 : len;
	}
	return true;
}

/* "Số: 05/KH-UBND; 24/3/2026; 15:42:08+07:00": parts of which the last is a time. */
static bool is_signature(const char *s)
{
	const char *last = strrchr(s, ';');
	if (!last || last == s || !strchr(s, '/'))
		return false;
	last += 1 + strspn(last + 1, " ");
	size_t h = strspn(last, "0123456789");
	return h >= 1 && h <= 2 && last[h] == ':' && strspn(last + h + 1, "0123456789") == 2 && last[h + 3] == ':';
}

/* The text of an agency's signature: on a copy its kind comes first (form 3.2). */
static bool signature(struct meta *m, struct know *k, const struct node *n, const char *s)
{
	static const char *const kinds[] = {"Sao y", "Sao lục", "Trích sao"};
	const char *slug = viet_slug(k->a, s);
	if (n->u.para.role != ROLE_SIGNATURE_INFO && !is_signature(s))
		return false;
	for (size_t i = 0; i < 3; i++)
		if (know_begins(slug, viet_slug(k->a, kinds[i]))) {
			struct kpart p = {.kind = PART_COPY, .from = k->n, .to = k->n, .body = k->n, .end = k->n, .meta = ARENA_NEW(k->a, struct meta)};
			p.meta->choice.para_after = -1;
			p.meta->kind = (struct text){kinds[i], n->pos};
			p.meta->signature_info = (struct text){s, n->pos};
			ARENA_PUSH(k->a, k->parts, k->n_parts, k->cap_parts, p);
			return true;
		}
	m->signature_info = (struct text){s, n->pos};
	return true;
}

static void margin(struct know *k, struct meta *m, struct node *cell)
{
	static bool (*const tests[])(struct meta *, struct know *, const struct node *, const char *) = {circulation, contact, signature};
	for (struct node *n = cell ? doc_walk(cell, cell) : NULL; n; n = doc_walk(cell, n)) {
		if (n->kind != NODE_PARA)
			continue;
		const char *s = text_of(k, n);
		for (size_t i = 0; i < sizeof tests / sizeof *tests && *s; i++)
			if (tests[i](m, k, n, s))
				break;
		n->generated = true;
	}
}

static struct meta *meta_of(struct know *k, const struct node *section)
{
	struct meta *m = k->parts[0].meta;
	for (size_t i = 0; i < k->n_parts; i++)
		if (k->parts[i].section == section)
			m = k->parts[i].meta;
	return m;
}

/* The contact line where a text has no margins: a line of an address and more, alone. */
static void contact_in_text(struct know *k)
{
	for (size_t i = k->parts[0].from; i < k->parts[0].to && !k->looks; i++) {
		struct kline *l = &k->l[i];
		if (l->form || !l->para || l->cell || !know_begins(l->s, "Địa chỉ:") || !strstr(l->s, "; ") || !(strstr(l->s, "Điện thoại") || strstr(l->s, "ĐT") || strchr(l->s, '@')))
			continue;
		contact(k->parts[0].meta, k, l->para, l->s);
		l->para->u.para.role = ROLE_CONTACT;
		l->para->generated = true;
		return;
	}
}

void know_margins(struct know *k)
{
	contact_in_text(k);
	for (struct node *s = k->d->root->first; s; s = s->next) {
		struct section *x = &s->u.section;
		struct meta *m = meta_of(k, s);
		margin(k, m, x->first_header);
		margin(k, m, x->first_footer);
		margin(k, m, x->last_footer);
	}
}

/* ---- the layout ---- */

struct count { int value; size_t n; };
struct counts { struct count *v; size_t n, cap; };

static void count(struct know *k, struct counts *c, int value, size_t weight)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].value == value) {
			c->v[i].n += weight;
			return;
		}
	struct count x = {value, weight};
	ARENA_PUSH(k->a, c->v, c->n, c->cap, x);
}

static int most(const struct counts *c, int none)
{
	const struct count *best = NULL;
	for (size_t i = 0; i < c->n; i++)
		if (!best || c->v[i].n > best->n)
			best = &c->v[i];
	return best ? best->value : none;
}

static bool within(int v, int least, int greatest) { return v >= least && v <= greatest; }

static void choose(int *to, int v, int least, int greatest, int usual)
{
	if (v != usual && within(v, least, greatest))
		*to = v;
}

struct body_look { struct counts size, exact, multiple, after, indent; };

static void look_at(struct know *k, struct body_look *b, const struct kline *l)
{
	const struct style *s = &l->para->u.para.look->style;
	count(k, &b->size, s->size_hp, l->n);
	count(k, &b->exact, s->line_rule == LINE_EXACT ? s->line : 0, l->n);
	count(k, &b->multiple, s->line_rule == LINE_MULTIPLE ? s->line : 0, l->n);
	count(k, &b->after, s->space_after, l->n);
	count(k, &b->indent, s->first_indent, l->n);
}

static void choose_body(struct know *k, struct choice *c, const struct form *f)
{
	struct body_look b = {.size = {NULL, 0, 0}};
	size_t all = 0;
	for (size_t i = 0; i < k->parts[0].to; i++) {
		const struct kline *l = &k->l[i];
		if (!l->para || l->form || !l->para->u.para.look || (l->role != ROLE_BODY && l->role != ROLE_ITEM))
			continue;
		look_at(k, &b, l);
		all++;
	}
	if (!all)
		return;
	choose(&c->body_hp, most(&b.size, 0), f->body_hp_min, f->body_hp_max, f->body_hp);
	choose(&c->line_exact, most(&b.exact, 0), f->line_exact_min, f->line_exact_max ? f->line_exact_max : 10000, f->line_exact);
	if (most(&b.multiple, 0) && !f->party && within(most(&b.multiple, 0), 240, 360))
		c->line_multiple = most(&b.multiple, 0) / 240.0;
	choose(&c->para_after, most(&b.after, 0), f->para_after_min, 480, f->para_after);
	if (most(&b.indent, 0) == f->indent[1] && f->indent[1] != f->indent[0])
		c->indent = f->indent[1];
}

void know_choice(struct know *k)
{
	struct meta *m = k->parts[0].meta;
	const struct form *f = k->d->form;
	const struct section *s = &k->d->root->first->u.section;
	if (!k->looks)
		return;
	m->landscape = s->landscape;
	if (!s->landscape) {
		choose(&m->choice.margin_top, s->top, f->top_min, f->top_max, f->top);
		choose(&m->choice.margin_bottom, s->bottom, f->bottom_min, f->bottom_max, f->bottom);
		choose(&m->choice.margin_left, s->left, f->left_min, f->left_max, f->left);
		choose(&m->choice.margin_right, s->right, f->right_min, f->right_max, f->right);
	}
	choose_body(k, &m->choice, f);
}
