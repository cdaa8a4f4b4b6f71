/* numbering.xml: lists, their levels, and the label each paragraph gets. Labels become literal text, as a draft has them. */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "base/viet.h"
#include "read/docx_in.h"

/* ---- reading ---- */

static struct wml_level *read_level(struct wml_reader *r, const struct xml_el *e)
{
	struct wml_level *l = ARENA_NEW(r->a, struct wml_level);
	const struct xml_el *fmt = xml_el_child(e, "w:numFmt"), *choice = xml_el_child(xml_el_child(e, "mc:AlternateContent"), "mc:Choice");
	const struct xml_el *start = xml_el_child(e, "w:start"), *restart = xml_el_child(e, "w:lvlRestart"), *legal = xml_el_child(e, "w:isLgl");
	const char *suffix = wml_val(xml_el_child(e, "w:suff")), *format, *own;
	fmt = fmt ? fmt : xml_el_child(choice, "w:numFmt");
	format = wml_val(fmt);
	own = fmt ? xml_el_attr(fmt, "format") : NULL;
	l->format = format && !strcmp(format, "custom") ? own && !strncmp(own, "0", 1) ? "decimalZero" : "decimal" : format ? format : "decimal";
	l->text = wml_val(xml_el_child(e, "w:lvlText"));
	l->start = start ? wml_number(start, "val", 0, 32767) : 0;
	l->restart = restart ? wml_number(restart, "val", WML_UNSET, WML_LEVELS) : WML_UNSET;
	l->suffix = !suffix || !strcmp(suffix, "tab") ? 0 : !strcmp(suffix, "space") ? 1 : 2;
	l->legal = legal && wml_is_on(legal);
	wml_ppr_read(xml_el_child(e, "w:pPr"), &l->p);
	wml_rpr_read(r->a, &r->styles.theme, xml_el_child(e, "w:rPr"), &l->r);
	l->font = l->r.ascii;
	return l;
}

static void read_list(struct wml_reader *r, const struct xml_el *e, struct wml_list *out)
{
	*out = (struct wml_list){.id = wml_number(e, "abstractNumId", -1, INT_MAX), .link = wml_val(xml_el_child(e, "w:numStyleLink"))};
	for (int i = 0; i < WML_LEVELS; i++)
		out->count[i] = WML_UNSET;
	for (const struct xml_el *c = e->first; c; c = c->next) {
		int i = wml_is(c, "lvl") ? wml_number(c, "ilvl", -1, 100) : -1;
		if (i >= 0 && i < WML_LEVELS && !out->levels[i])
			out->levels[i] = read_level(r, c);
	}
}

static int by_list(const void *x, const void *y)
{
	const struct wml_list *a = x, *b = y;
	return (a->id > b->id) - (a->id < b->id);
}

static int by_num(const void *x, const void *y)
{
	const struct wml_num *a = x, *b = y;
	return (a->id > b->id) - (a->id < b->id);
}

static void read_num(struct wml_reader *r, struct wml_numbering *all, const struct xml_el *e, struct wml_num *out)
{
	const struct xml_el *of = xml_el_child(e, "w:abstractNumId");
	struct wml_list key = {.id = of ? wml_number(of, "val", -1, INT_MAX) : -1};
	*out = (struct wml_num){.id = wml_number(e, "numId", -1, INT_MAX)};
	out->list = all->n_lists ? bsearch(&key, all->lists, all->n_lists, sizeof key, by_list) : NULL;
	for (int i = 0; i < WML_LEVELS; i++)
		out->start[i] = WML_UNSET;
	for (const struct xml_el *c = e->first; c; c = c->next) {
		int i = wml_is(c, "lvlOverride") ? wml_number(c, "ilvl", -1, 100) : -1;
		if (i < 0 || i >= WML_LEVELS)
			continue;
		const struct xml_el *level = xml_el_child(c, "w:lvl"), *start = xml_el_child(c, "w:startOverride");
		out->own[i] = level ? read_level(r, level) : NULL;
		out->start[i] = start ? wml_number(start, "val", 0, 32767) : WML_UNSET;
	}
}

void wml_numbering_read(struct wml_reader *r, struct wml_numbering *out)
{
	const struct docx_rel *rel = docx_rel_type(&r->rels, "/numbering");
	const struct xml_el *root = rel ? wml_part(r, rel->target, false) : NULL;
	size_t lists = 0, nums = 0;
	for (const struct xml_el *e = root ? root->first : NULL; e && out->n_lists < WML_LISTS; e = e->next) {
		struct wml_list l;
		if (!wml_is(e, "abstractNum"))
			continue;
		read_list(r, e, &l);
		ARENA_PUSH(r->a, out->lists, out->n_lists, lists, l);
	}
	if (out->n_lists)
		qsort(out->lists, out->n_lists, sizeof *out->lists, by_list);
	for (const struct xml_el *e = root ? root->first : NULL; e && out->n_nums < WML_LISTS; e = e->next) {
		struct wml_num n;
		if (!wml_is(e, "num"))
			continue;
		read_num(r, out, e, &n);
		ARENA_PUSH(r->a, out->nums, out->n_nums, nums, n);
	}
	if (out->n_nums)
		qsort(out->nums, out->n_nums, sizeof *out->nums, by_num);
}

/* ---- looking ---- */

static struct wml_num *num_of(struct wml_reader *r, int id)
{
	struct wml_num key = {.id = id};
	return r->num.n_nums ? bsearch(&key, r->num.nums, r->num.n_nums, sizeof key, by_num) : NULL;
}

/* A list may be that of a style, which may be that of another: a few steps, so that none goes round for ever. */
static struct wml_list *list_of(struct wml_reader *r, const struct wml_num *n)
{
	struct wml_list *l = n->list;
	for (int steps = 0; l && l->link && steps < 4; steps++) {
		const struct wml_style *s = wml_style_find(&r->styles, l->link, WML_STYLE_LIST);
		const struct wml_num *to = s && s->p.num_id != WML_UNSET ? num_of(r, s->p.num_id) : NULL;
		if (!to || !to->list)
			break;
		l = to->list;
	}
	return l;
}

static const struct wml_level *level_in(const struct wml_num *n, const struct wml_list *l, int level)
{
	return n->own[level] ? n->own[level] : l ? l->levels[level] : NULL;
}

const struct wml_level *wml_level_of(struct wml_reader *r, int num_id, int level)
{
	const struct wml_num *n = num_id > 0 && level >= 0 && level < WML_LEVELS ? num_of(r, num_id) : NULL;
	return n ? level_in(n, list_of(r, n), level) : NULL;
}

/* ---- labels ---- */

static const char *letters(struct wml_reader *r, int n, char first)
{
	enum { MOST = 20 };
	char out[MOST + 1];
	int k = (n - 1) / 26 + 1;
	k = k > MOST ? MOST : k;
	memset(out, first + (n - 1) % 26, (size_t)k); /* a … z, aa, bb … */
	out[k] = 0;
	return arena_strdup(r->a, out);
}

static const char *roman(struct wml_reader *r, int n, bool small)
{
	char out[16];
	if (n > 3999)
		return arena_printf(r->a, "%d", n);
	viet_roman(n, out);
	return small ? utf8_lower(r->a, out) : arena_strdup(r->a, out);
}

static const char *number(struct wml_reader *r, const char *format, int n)
{
	if (!strcmp(format, "none"))
		return "";
	if (n < 1 || !strcmp(format, "decimal"))
		return arena_printf(r->a, "%d", n);
	if (!strcmp(format, "decimalZero"))
		return arena_printf(r->a, "%02d", n);
	if (!strcmp(format, "upperRoman") || !strcmp(format, "lowerRoman"))
		return roman(r, n, *format == 'l');
	if (!strcmp(format, "upperLetter") || !strcmp(format, "lowerLetter"))
		return letters(r, n, *format == 'l' ? 'a' : 'A');
	return arena_printf(r->a, "%d", n);
}

/* Signs of symbol fonts become the three that drafts know. */
static const char *bullet(struct wml_reader *r, const struct wml_level *l)
{
	const char *p = l->text ? l->text : "", *end = p + strlen(p);
	uint32_t c = p < end ? utf8_next(&p, end) : 0;
	if (p < end && c < 0xE000)
		return arena_strdup(r->a, l->text); /* words */
	switch (c) {
	case 0: return "";
	case '-': case 0xAD: case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212: case 0xF02D: case 0xF0BE: case 0xF0E7: return "-";
	case '+': case 0xF02B: case 0x271A: return "+";
	case '*': return "*";
	default: return "•";
	}
}

static int first_of(const struct wml_num *n, const struct wml_list *l, int level)
{
	const struct wml_level *v = level_in(n, l, level);
	return n->start[level] != WML_UNSET ? n->start[level] : v ? v->start : 1;
}

/* One more on the level; those below begin again. */
static void count(struct wml_num *n, struct wml_list *l, int level)
{
	if (n->start[level] != WML_UNSET && !n->used[level])
		l->count[level] = WML_UNSET; /* the list begins anew here */
	n->used[level] = true;
	for (int i = 0; i < level; i++) /* levels that were skipped stand on their first number */
		if (l->count[i] == WML_UNSET)
			l->count[i] = first_of(n, l, i);
	l->count[level] = l->count[level] == WML_UNSET ? first_of(n, l, level) : l->count[level] < 1000000 ? l->count[level] + 1 : l->count[level];
	for (int i = level + 1; i < WML_LEVELS; i++) {
		const struct wml_level *v = level_in(n, l, i);
		if (!v || v->restart == WML_UNSET || (v->restart > 0 && level < v->restart))
			l->count[i] = WML_UNSET;
	}
}

const char *wml_label(struct wml_reader *r, int num_id, int level, bool *space)
{
	enum { LONGEST = 200 };
	const struct wml_level *v = wml_level_of(r, num_id, level);
	struct wml_num *n = v ? num_of(r, num_id) : NULL;
	struct wml_list *l = n ? list_of(r, n) : NULL;
	struct buf b = {.limit = LONGEST};
	if (!v || !l)
		return NULL;
	count(n, l, level);
	*space = v->suffix != 2;
	if (!strcmp(v->format, "bullet"))
		return bullet(r, v);
	for (const char *p = v->text ? v->text : ""; *p; p++) {
		if (*p == '%' && p[1] >= '1' && p[1] <= '9') {
			int i = *++p - '1';
			const struct wml_level *of = level_in(n, l, i);
			if (of && l->count[i] != WML_UNSET)
				buf_puts(&b, number(r, v->legal ? "decimal" : of->format, l->count[i]));
		} else {
			buf_putc(&b, *p);
		}
	}
	const char *out = b.data ? arena_strdup(r->a, b.data) : "";
	buf_free(&b);
	return out;
}
