/* The package of a foreign DOCX: its parts, and what it holds besides its text. */
#include <stdarg.h>
#include <string.h>
#include "base/i18n.h"
#include "form/form.h"
#include "read/docx_in.h"
#include "read/foreign.h"

static const struct xml_space spaces[] = {
	{"/wordprocessingml/2006/main", "w"}, {"/wordprocessingml/main", "w"}, {"/markup-compatibility/2006", "mc"}, {"/2006/wordprocessingDrawing", "wp"},
	{"/drawingml/wordprocessingDrawing", "wp"}, {"/drawingml/2006/main", "a"}, {"/drawingml/main", "a"}, {"/drawingml/2006/picture", "pic"},
	{"/drawingml/picture", "pic"}, {"/2010/wordprocessingShape", "wps"}, {"/2010/wordprocessingGroup", "wpg"}, {"/2010/wordprocessingCanvas", "wpc"},
	{"schemas-microsoft-com:vml", "v"}, {"/officeDocument/2006/math", "m"}, {"/officeDocument/math", "m"}, {NULL, NULL},
};

struct pos wml_pos(const struct wml_reader *r) { return (struct pos){.file = r->name, .line = r->line, .col = r->line ? 1 : 0}; }

void wml_tell(struct wml_reader *r, enum wml_fault f, ...)
{
	va_list ap;
	va_start(ap, f);
	diag_vput(r->g, &wml_msgs[f], wml_pos(r), ap);
	va_end(ap);
}

const struct xml_el *wml_part(struct wml_reader *r, const char *member, bool needed)
{
	size_t n;
	const char *why = NULL;
	enum xml_tree_fault fault;
	char *data = unzip_read(r->zip, member, &n, &why);
	if (!data) {
		if (why)
			wml_tell(r, WML_PACKAGE, gettext(why));
		else
			wml_tell(r, needed ? WML_PART_BAD : WML_LOST_PART, member);
		return NULL;
	}
	const struct xml_el *e = xml_tree(r->a, data, n, spaces, &fault);
	if (fault == XML_TREE_LARGE)
		wml_tell(r, WML_PART_LARGE, member, XML_TREE_ELEMENTS);
	else if (!e)
		wml_tell(r, WML_PART_BAD, member);
	return e;
}

static void read_settings(struct wml_reader *r)
{
	const struct docx_rel *rel = docx_rel_type(&r->rels, "/settings");
	const struct xml_el *e = rel ? wml_part(r, rel->target, false) : NULL, *c;
	r->tab = 720;
	if (!e)
		return;
	c = xml_el_child(e, "w:defaultTabStop");
	r->tab = c ? wml_number(c, "val", 720, 31680) : 720;
	c = xml_el_child(xml_el_child(e, "w:compat"), "w:doNotUseHTMLParagraphAutoSpacing");
	r->f->spacing_adds = c && wml_is_on(c);
}

static void look_around(struct wml_reader *r)
{
	struct docx_rels package = {0};
	docx_rels_read(r->a, r->zip, "", &package);
	r->f->linked = r->rels.n_outside > 0;
	for (size_t i = 0; i < unzip_count(r->zip); i++) {
		const char *name = unzip_name(r->zip, i);
		r->f->is_signed = r->f->is_signed || !strncmp(name, "_xmlsignatures/", 15);
		r->f->macros = r->f->macros || strstr(name, "vbaProject.bin");
	}
}

static const struct xml_el *notes_part(struct wml_reader *r, const char *type)
{
	const struct docx_rel *rel = docx_rel_type(&r->rels, type);
	return rel ? wml_part(r, rel->target, false) : NULL;
}

static void read_parts(struct wml_reader *r, const struct xml_el *body)
{
	static const struct wml_place at = {0};
	wml_section_begin(r);
	wml_blocks(r, body, &at);
	wml_section_end(r, xml_el_child(body, "w:sectPr"), true);
}

static bool has_text(const struct doc *d)
{
	for (const struct node *n = doc_walk(d->root, d->root); n; n = doc_walk(d->root, n))
		if (n->kind == NODE_PARA && n->u.para.n_runs)
			return true;
	return false;
}

static bool is_old(const char *data, size_t n) { return n >= 8 && !memcmp(data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8); }

/* No room between neighbours of one style that ask for none. */
static void close_up(struct doc *d)
{
	for (const struct node *n = doc_walk(d->root, d->root); n; n = doc_walk(d->root, n)) {
		const struct node *next = n->next;
		if (n->kind != NODE_PARA || !next || next->kind != NODE_PARA || !n->u.para.look || !next->u.para.look)
			continue;
		struct look *a = (struct look *)n->u.para.look, *b = (struct look *)next->u.para.look;
		if (!a->style_id || !b->style_id || strcmp(a->style_id, b->style_id))
			continue;
		a->style.space_after = a->contextual ? 0 : a->style.space_after;
		b->style.space_before = b->contextual ? 0 : b->style.space_before;
	}
}

static void tell_rest(struct wml_reader *r)
{
	r->line = 0;
	if (!has_text(r->d))
		wml_tell(r, WML_EMPTY);
	if (r->f->is_signed)
		wml_tell(r, WML_SIGNED);
}

void docx_tell_left_out(const struct doc *d, size_t taken, struct diag *g)
{
	size_t n = d->foreign ? d->foreign->pictures + d->foreign->unread : 0;
	if (n > taken)
		diag_put(g, &wml_msgs[WML_NOT_READ], (struct pos){.file = d->root->pos.file}, n - taken);
}

struct doc *read_docx(struct arena *a, const char *name, const char *data, size_t n, struct diag *g)
{
	struct wml_reader *r = ARENA_NEW(a, struct wml_reader);
	const char *why = NULL;
	size_t before = g->n_errors;
	*r = (struct wml_reader){.a = a, .g = g, .name = name, .f = ARENA_NEW(a, struct foreign)};
	if (is_old(data, n))
		return wml_tell(r, WML_OLD), NULL;
	if (n < 4 || memcmp(data, "PK", 2))
		return wml_tell(r, WML_WEB), NULL;
	r->zip = unzip_open(a, data, n, &why);
	if (!r->zip)
		return wml_tell(r, WML_PACKAGE, gettext(why)), NULL;
	const char *main = docx_main_part(a, r->zip);
	if (!unzip_has(r->zip, main))
		return wml_tell(r, WML_NO_MAIN), NULL;
	docx_rels_read(a, r->zip, main, &r->rels);
	const struct xml_el *root = wml_part(r, main, true), *body = xml_el_child(root, "w:body");
	if (!body) {
		if (root)
			wml_tell(r, WML_NO_MAIN);
		return NULL;
	}
	r->d = doc_new(a);
	r->d->root->pos = (struct pos){.file = name};
	r->d->meta = ARENA_NEW(a, struct meta);
	r->d->meta->pos = (struct pos){.file = name};
	r->d->form = form_for(REGIME_ND30, (struct date){0});
	r->d->foreign = r->f;
	read_settings(r);
	wml_styles_read(r, &r->styles);
	wml_numbering_read(r, &r->num);
	r->footnotes = notes_part(r, "/footnotes");
	r->endnotes = notes_part(r, "/endnotes");
	look_around(r);
	read_parts(r, body);
	close_up(r->d);
	tell_rest(r);
	return g->n_errors > before ? NULL : r->d;
}
