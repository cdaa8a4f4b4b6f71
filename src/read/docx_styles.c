/* styles.xml and the theme: what a style sets, with what it takes over from those it is based on. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "base/utf8.h"
#include "form/form.h"
#include "read/docx_in.h"

enum { DEEPEST = 50 };

/* ---- theme ---- */

static const char *typeface(struct wml_reader *r, const struct xml_el *fonts)
{
	const struct xml_el *latin = xml_el_child(fonts, "a:latin");
	const char *s = latin ? xml_el_attr(latin, "typeface") : NULL;
	return s && *s ? arena_strdup(r->a, s) : NULL;
}

static void read_theme(struct wml_reader *r, struct wml_theme *out)
{
	const struct docx_rel *rel = docx_rel_type(&r->rels, "/theme");
	const struct xml_el *e = rel ? wml_part(r, rel->target, false) : NULL;
	if (!e)
		return;
	out->major = typeface(r, xml_el_find(e, "a:majorFont"));
	out->minor = typeface(r, xml_el_find(e, "a:minorFont"));
}

/* ---- vanban's own ---- */

/* Styles that Word knows under names of its own keep them (write/wml_style.c). */
static const struct { const char *name; enum role role; } known[] = {{"footnote text", ROLE_FOOTNOTE}, {"toc 1", ROLE_TOC1}, {"toc 2", ROLE_TOC2}, {"toc 3", ROLE_TOC3}};

static bool same(const char *a, const char *b) { return a && b && !strcmp(a, b); }

/* By name: other programs write ids of their own. */
static int role_of(const struct style *own, const struct wml_style *s)
{
	if (s->kind != WML_STYLE_PARA)
		return -1;
	for (int i = 0; i < ROLE_COUNT; i++)
		if (same(own[i].name, s->name))
			return i;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (s->name && !strcasecmp(known[i].name, s->name))
			return known[i].role;
	return -1;
}

/* ---- styles ---- */

static int table_border(const struct xml_el *e)
{
	const struct xml_el *props = xml_el_child(e, "w:tblPr"), *b = xml_el_child(props, "w:tblBorders");
	int is = WML_UNSET;
	for (const struct xml_el *c = b ? b->first : NULL; c; c = c->next) {
		const char *v = wml_val(c);
		bool drawn = v && strcmp(v, "nil") && strcmp(v, "none");
		is = drawn || is == 1;
	}
	return is;
}

int wml_table_pad(const struct xml_el *props)
{
	const struct xml_el *top = xml_el_child(xml_el_child(props, "w:tblCellMar"), "w:top");
	return top ? wml_number(top, "w", 0, 31680) : WML_UNSET;
}

static void read_style(struct wml_reader *r, const struct wml_styles *all, const struct xml_el *e, struct wml_style *s)
{
	static const char *const kinds[] = {"paragraph", "character", "table", "numbering"};
	const char *type = xml_el_attr(e, "type"), *id = xml_el_attr(e, "styleId"), *is_default = xml_el_attr(e, "default");
	*s = (struct wml_style){.id = id ? arena_strdup(r->a, id) : "", .role = -1};
	for (int i = 0; type && i < 4; i++)
		if (!strcmp(type, kinds[i]))
			s->kind = (enum wml_style_kind)i;
	s->name = wml_val(xml_el_child(e, "w:name"));
	s->name = s->name ? utf8_nfc(r->a, s->name, strlen(s->name), &(size_t){0}) : NULL;
	s->based_on = wml_val(xml_el_child(e, "w:basedOn"));
	s->is_default = is_default && strcmp(is_default, "0") && strcmp(is_default, "false");
	wml_ppr_read(xml_el_child(e, "w:pPr"), &s->p);
	wml_rpr_read(r->a, &all->theme, xml_el_child(e, "w:rPr"), &s->r);
	s->border = table_border(e);
	s->pad_y = wml_table_pad(xml_el_child(e, "w:tblPr"));
}

static int by_id(const void *x, const void *y)
{
	const struct wml_style *a = x, *b = y;
	int c = strcmp(a->id, b->id);
	return c ? c : (int)a->kind - (int)b->kind;
}

static void read_defaults(struct wml_reader *r, struct wml_styles *out, const struct xml_el *root)
{
	const struct xml_el *d = xml_el_child(root, "w:docDefaults");
	wml_ppr_read(xml_el_child(xml_el_child(d, "w:pPrDefault"), "w:pPr"), &out->p);
	wml_rpr_read(r->a, &out->theme, xml_el_child(xml_el_child(d, "w:rPrDefault"), "w:rPr"), &out->r);
}

void wml_styles_read(struct wml_reader *r, struct wml_styles *out)
{
	const struct docx_rel *rel = docx_rel_type(&r->rels, "/styles");
	const struct xml_el *root = rel ? wml_part(r, rel->target, false) : NULL;
	struct style own[ROLE_COUNT];
	struct choice c = {.para_after = -1};
	size_t cap = 0;
	read_theme(r, &out->theme);
	read_defaults(r, out, root);
	form_styles(form_for(REGIME_ND30, (struct date){0}), &c, own);
	for (const struct xml_el *e = root ? root->first : NULL; e && out->n < WML_STYLES; e = e->next) {
		struct wml_style s;
		if (!wml_is(e, "style"))
			continue;
		read_style(r, out, e, &s);
		s.role = role_of(own, &s);
		ARENA_PUSH(r->a, out->v, out->n, cap, s);
	}
	if (out->n)
		qsort(out->v, out->n, sizeof *out->v, by_id);
	for (size_t i = 0; i < out->n && !out->normal; i++)
		if (out->v[i].is_default && out->v[i].kind == WML_STYLE_PARA)
			out->normal = wml_style_find(out, out->v[i].id, WML_STYLE_PARA);
}

static struct wml_style *look_up(struct wml_styles *s, const char *id, enum wml_style_kind kind)
{
	struct wml_style key = {.id = id, .kind = kind};
	return id && s->n ? bsearch(&key, s->v, s->n, sizeof *s->v, by_id) : NULL;
}

/* A style that leads back to itself ends where it does. */
static void resolve(struct wml_styles *all, struct wml_style *s, int deep)
{
	s->state = 1;
	struct wml_style *base = deep < DEEPEST ? look_up(all, s->based_on, s->kind) : NULL;
	if (base && base->state == 0)
		resolve(all, base, deep + 1);
	if (base && base->state == 2) {
		struct wml_ppr p = base->p;
		struct wml_rpr r = base->r;
		/* a list of the style itself comes with the indents of its level */
		if (s->p.num_id != WML_UNSET && s->p.left == WML_UNSET && s->p.first == WML_UNSET)
			p.left = p.first = WML_UNSET;
		wml_ppr_over(&p, &s->p);
		wml_rpr_over(&r, &s->r);
		s->p = p;
		s->r = r;
		s->border = s->border == WML_UNSET ? base->border : s->border;
		s->pad_y = s->pad_y == WML_UNSET ? base->pad_y : s->pad_y;
	}
	s->state = 2;
}

const struct wml_style *wml_style_find(struct wml_styles *all, const char *id, enum wml_style_kind kind)
{
	struct wml_style *s = look_up(all, id, kind);
	if (s && s->state == 0)
		resolve(all, s, 0);
	return s;
}
