/* The tree as lines: paragraphs in reading order, those in tables that serve the form alone as if they stood by themselves. */
#include "read/know.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <string.h>

enum { FORM_ROWS = 12, FORM_COLS = 4 }; /* a letterhead or a signature block has no more */

struct pos know_pos(const struct kline *l)
{
	return l->para ? l->para->pos : l->block->pos;
}

static bool capitals(const char *s)
{
	bool any = false;
	for (const char *end = s + strlen(s); s < end;) {
		uint32_t c = utf8_next(&s, end);
		if (utf8_is_lower(c))
			return false;
		any |= utf8_is_upper(c);
	}
	return any;
}

static bool blank(uint32_t c) { return utf8_is_space(c) || c == '\t'; }

static const char *trimmed(struct arena *a, const char *s, const char *e)
{
	while (s < e) {
		const char *q = s;
		if (!blank(utf8_next(&q, e)) || (unsigned char)*s == 0xC2)
			break; /* a no-break space is a blank to be filled in */
		s = q;
	}
	while (e > s && (e[-1] == ' ' || e[-1] == '\t'))
		e--;
	return arena_strndup(a, s, (size_t)(e - s));
}

static void look_of(struct kline *l)
{
	const struct para *p = &l->para->u.para;
	size_t bold = 0, all = 0;
	for (size_t i = 0; i < p->n_runs; i++) {
		size_t n = p->runs[i].kind == RUN_TEXT ? strlen(p->runs[i].text) : 0;
		all += n;
		bold += p->runs[i].attrs & RUN_BOLD ? n : 0;
	}
	l->bold = all && (bold * 10 >= all * 9 || (p->look && p->look->style.bold));
	l->centred = p->align == ALIGN_CENTER || (p->align < 0 && p->look && p->look->style.align == ALIGN_CENTER);
}

static void add_line(struct know *k, struct kline l, const char *s, const char *e)
{
	l.s = trimmed(k->a, s, e);
	l.slug = viet_slug(k->a, l.s);
	l.n = utf8_count(l.s, strlen(l.s));
	l.caps = capitals(l.s);
	ARENA_PUSH(k->a, k->l, k->n, k->cap, l);
}

/* A tab that parts what stands at the left of a letterhead or a signature from what stands at the right; its byte, or 0. */
static size_t parting_tab(struct know *k, const struct para *p, const char *s)
{
	size_t at = p->look && p->look->tab_at > 0 ? (size_t)p->look->tab_at : 0;
	struct kline r = {.para = (struct node *)k->d->root};
	struct number_line num;
	const char *place;
	struct date d;
	bool party;
	if (!at || at >= strlen(s) || strlen(s) > 300)
		return 0;
	r.s = trimmed(k->a, s + at, s + strcspn(s + at, "\n") + at);
	r.slug = viet_slug(k->a, r.s);
	r.n = utf8_count(r.s, strlen(r.s));
	r.caps = capitals(r.s);
	bool right = know_nation(&r, &party) || know_motto(&r) || know_place_date(k, r.s, &place, &d) || know_number(k, r.s, &num) || (r.caps && know_sign_title(&r)) ||
		(know_begins(s, "-") && know_person(&r));
	return right ? at : 0;
}

static void add_para(struct know *k, struct node *para, struct node *block, struct node *cell)
{
	struct kline l = {.para = para, .block = block, .cell = cell, .role = para->u.para.role};
	const char *s = doc_text(k->d, para), *e;
	l.sure = l.role != ROLE_BODY && l.role != ROLE_CELL && l.role != ROLE_RULE && l.role != ROLE_ITEM;
	look_of(&l);
	k->looks = k->looks || para->u.para.look;
	size_t tab = parting_tab(k, &para->u.para, s);
	if (tab) {
		add_line(k, l, s, s + tab);
		l.goes_on = true;
		s += tab;
	}
	while ((e = strchr(s, '\n'))) {
		add_line(k, l, s, e);
		l.goes_on = true;
		s = e + 1;
	}
	add_line(k, l, s, s + strlen(s));
}

/* ---- tables of the form ---- */

struct found { bool head, sign, label, styled, addressee; size_t words; };

static void look_at(struct know *k, const struct node *para, struct found *f)
{
	struct know one = {.d = k->d, .a = k->a, .g = k->g};
	bool party;
	const char *place, *rest;
	struct date d;
	struct number_line num;
	add_para(&one, (struct node *)para, (struct node *)para, NULL);
	for (size_t i = 0; i < one.n; i++) {
		const struct kline *l = &one.l[i];
		f->words += l->n;
		f->head = f->head || know_nation(l, &party) || know_motto(l) || know_place_date(k, l->s, &place, &d) || know_number(k, l->s, &num) ||
			know_copy(l) >= 0 || l->role == ROLE_ISSUER || l->role == ROLE_NATION;
		f->label = f->label || know_recipients(l);
		f->styled = f->styled || l->role == ROLE_SIGN_TITLE || l->role == ROLE_SIGN_NAME;
		f->sign = f->sign || f->label || (l->caps && know_sign_title(l)) || l->role == ROLE_SIGN_TITLE || l->role == ROLE_SIGN_NAME;
		f->addressee = f->addressee || know_addressee(l, &rest);
	}
}

/* Whether a table serves the form: without borders, small, and it says what the form says. */
static bool is_form(struct know *k, struct node *table)
{
	enum { WORDS = 3000, SIGNERS = 400 };
	struct found f = {0};
	size_t rows = 0;
	for (const struct node *r = table->first; r; r = r->next)
		rows++;
	if (rows > FORM_ROWS || table->u.table.n_cols > FORM_COLS)
		return false;
	for (const struct node *n = doc_walk(table, table); n; n = doc_walk(table, n))
		if (n->kind == NODE_PARA)
			look_at(k, n, &f);
	if (!(f.head || f.sign || (f.addressee && !table->u.table.border)) || f.words > WORDS)
		return false;
	if (!f.head && !f.label && (table->u.table.border || f.words > SIGNERS) && !f.styled)
		return false; /* a column "Chủ tịch" of a table of the text */
	table->u.table.role = f.head ? TABLE_HEAD : TABLE_SIGN;
	return true;
}

static void add_cells(struct know *k, struct node *block)
{
	struct node *cell = NULL;
	for (struct node *n = doc_walk(block, block); n; n = doc_walk(block, n)) {
		if (n->kind == NODE_CELL)
			cell = n;
		else if (n->kind == NODE_PARA)
			add_para(k, n, block, cell);
	}
}

void know_lines(struct know *k)
{
	for (struct node *s = k->d->root->first; s; s = s->next)
		for (struct node *n = s->first; n; n = n->next) {
			if (n->kind == NODE_PARA)
				add_para(k, n, n, NULL);
			else if (is_form(k, n))
				add_cells(k, n);
			else
				add_line(k, (struct kline){.block = n}, "", "");
		}
}

/* ---- values ---- */

size_t know_nbsps(const char *s)
{
	size_t n = 0;
	while ((unsigned char)s[2 * n] == 0xC2 && (unsigned char)s[2 * n + 1] == 0xA0)
		n++;
	return n;
}

bool know_needs_space(const char *s, size_t len)
{
	bool after = len > 1 && (unsigned char)s[len - 2] == 0xC2 && (unsigned char)s[len - 1] == 0xA0;
	return len && !strchr(" /:([-", s[len - 1]) && !after;
}

/* A word and the blank behind it are parted by a space that a guard may have made a no-break one. */
static void part_blank(struct buf *b, const char *s)
{
	size_t n = know_nbsps(s);
	if (n > 2 && know_needs_space(b->data, b->len)) {
		buf_putc(b, ' ');
		n--;
	}
	for (size_t i = 0; i < n; i++)
		buf_puts(b, "\u00A0");
}

const char *know_blank(struct know *k, const char *s)
{
	struct buf b = BUF_INIT;
	while (*s) {
		size_t room = strspn(s, " \t"), wide = room >= 3 || (room == 2 && s[2] == '/') ? room : 0;
		if (wide && b.len) {
			for (size_t i = 0; i < wide; i++)
				buf_puts(&b, "\u00A0");
			s += room;
		} else if (room) {
			buf_putc(&b, ' ');
			s += room;
		} else if (!strncmp(s, "\u00A0", 2)) {
			part_blank(&b, s);
			s += 2 * know_nbsps(s);
		} else {
			buf_putc(&b, *s++);
		}
	}
	const char *out = arena_strdup(k->a, b.data ? b.data : "");
	buf_free(&b);
	return out;
}

struct text know_value(struct know *k, size_t from, size_t to)
{
	struct buf b = BUF_INIT;
	for (size_t i = from; i < to; i++) {
		if (!*k->l[i].s)
			continue;
		if (b.len)
			buf_putc(&b, k->l[i].goes_on ? '\n' : ' ');
		buf_puts(&b, know_blank(k, k->l[i].s));
	}
	struct text t = {b.len ? arena_strdup(k->a, b.data) : NULL, from < k->n ? know_pos(&k->l[from]) : (struct pos){NULL, 0, 0}};
	buf_free(&b);
	return t;
}

const char *know_bare(struct know *k, const char *s, const char *end)
{
	s += strspn(s, " ");
	size_t n = strlen(s);
	while (n && (s[n - 1] == ' ' || strchr(end, s[n - 1])))
		n--;
	return arena_strndup(k->a, s, n);
}
