/* Paragraphs and tables one after another, whatever is wrapped around them; notes. */
#include <string.h>
#include "read/docx_in.h"

/* Of the branches of mc:AlternateContent the first is for programs of today. */
static const struct xml_el *branch(const struct xml_el *e)
{
	const struct xml_el *c = xml_el_child(e, "mc:Choice");
	return c && c->first ? c : xml_el_child(e, "mc:Fallback");
}

static bool is_wrapper(const struct xml_el *e)
{
	static const char *const names[] = {"sdtContent", "customXml", "smartTag", "ins", "moveTo"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (wml_is(e, names[i]))
			return true;
	return false;
}

void wml_blocks(struct wml_reader *r, const struct xml_el *e, const struct wml_place *at)
{
	for (const struct xml_el *c = e ? e->first : NULL; c && !r->full; c = c->next) {
		if (wml_is(c, "p"))
			wml_para(r, c, at);
		else if (wml_is(c, "tbl"))
			wml_table(r, c, at);
		else if (wml_is(c, "sdt"))
			wml_blocks(r, xml_el_child(c, "w:sdtContent"), at);
		else if (is_wrapper(c))
			wml_blocks(r, c, at);
		else if (!strcmp(c->name, "mc:AlternateContent"))
			wml_blocks(r, branch(c), at);
	}
	if (at->parent)
		r->joined = NULL;
}

/* ---- notes ---- */

static const struct xml_el *note_of(const struct xml_el *part, const char *id)
{
	for (const struct xml_el *c = part ? part->first : NULL; c; c = c->next) {
		const char *own = xml_el_attr(c, "id"), *type = xml_el_attr(c, "type");
		if (own && !strcmp(own, id) && (!type || !strcmp(type, "normal")))
			return c;
	}
	return NULL;
}

static bool was_read(const struct wml_reader *r, const char *id, bool endnote)
{
	for (size_t i = 0; i < r->n_notes; i++)
		if (r->notes[i].endnote == endnote && !strcmp(r->notes[i].id, id))
			return true;
	return false;
}

struct node *wml_note(struct wml_reader *r, const char *id, bool endnote)
{
	const struct xml_el *e = id && !was_read(r, id, endnote) ? note_of(endnote ? r->endnotes : r->footnotes, id) : NULL;
	if (!e)
		return NULL;
	if (r->n_notes >= WML_NOTES) {
		if (r->n_notes == WML_NOTES)
			wml_tell(r, WML_MANY_NOTES, WML_NOTES);
		return NULL;
	}
	struct doc *d = r->d;
	struct node *n = doc_add(d, NULL, NODE_FOOTNOTE, wml_pos(r));
	struct wml_note note = {id, endnote, n};
	struct wml_place at = {.parent = n, .note = true, .deep = WML_TABLES_DEEP - 2};
	ARENA_PUSH(r->a, r->notes, r->n_notes, r->cap_notes, note);
	ARENA_PUSH(r->a, d->notes, d->n_notes, d->cap_notes, n);
	n->u.footnote.number = (unsigned)d->n_notes;
	struct node *joined = r->joined;
	r->joined = NULL;
	wml_blocks(r, e, &at);
	r->joined = joined;
	return n;
}
