/* The package of a DOCX: which parts it has, and what they say together. */
#include <stdlib.h>
#include <string.h>
#include "base/i18n.h"
#include "pack/xmlin.h"
#include "read/docxrels.h"
#include "read/docxtext.h"

enum { MAX_NOTES = 20000, MAX_MARGINS = 500, MAX_CHARTS = 500 };

struct file {
	struct docx_text text;
	struct arena *arena;
	struct unzip *zip;
	struct docx_rels rels;    /* of the main part */
	const char *why;
};

size_t docx_note_add(struct docx_text *d, const char *id, bool endnote)
{
	size_t number = 1;
	if (d->n_marks >= MAX_NOTES)
		return 0;
	for (size_t i = d->n_marks; i > 0; i--) {
		if (d->marks[i - 1].endnote == endnote) {
			number = d->marks[i - 1].number + 1;
			break;
		}
	}
	struct docx_mark m = { .id = arena_strdup(d->out->arena, id), .endnote = endnote, .number = number };
	ARENA_PUSH(d->out->arena, d->marks, d->n_marks, d->cap_marks, m);
	return number;
}

struct docx_mark *docx_note_find(struct docx_text *d, const char *id)
{
	for (size_t i = 0; i < d->n_marks; i++)
		if (d->marks[i].endnote == (d->kind == DOCX_TEXT_ENDNOTES) && !strcmp(d->marks[i].id, id))
			return &d->marks[i];
	return NULL;
}

void docx_margin_add(struct docx_text *d, const char *id)
{
	for (size_t i = 0; i < d->n_margins; i++)
		if (!strcmp(d->margins[i], id))
			return;
	if (d->n_margins < MAX_MARGINS)
		ARENA_PUSH(d->out->arena, d->margins, d->n_margins, d->cap_margins, arena_strdup(d->out->arena, id));
}

void docx_chart_add(struct docx_text *d, const char *id)
{
	if (d->n_charts < MAX_CHARTS)
		ARENA_PUSH(d->out->arena, d->charts, d->n_charts, d->cap_charts, arena_strdup(d->out->arena, id));
}

/* ---- parts ---- */

static bool read_part(struct file *f, enum docx_text_kind kind, const char *member, struct tokens *out)
{
	size_t n;
	char *data = unzip_read(f->zip, member, &n, &f->why);
	if (!data) {
		if (!f->why)
			f->why = N_("a part that the document needs is missing; save the file again");
		return false;
	}
	f->text.kind = kind;
	if (docx_text(&f->text, data, n, out))
		return true;
	f->why = N_("a part of the document is damaged; save the file again");
	return false;
}

static void append(struct reading *r, struct tokens *to, const struct tokens *from, struct span s, struct spans *pieces)
{
	struct span out = { to->n, to->n + (s.to - s.from) };
	for (size_t i = s.from; i < s.to; i++)
		ARENA_PUSH(r->arena, to->v, to->n, to->cap, from->v[i]);
	if (out.to > out.from) {
		to->v[out.from].gap = GAP_SPACE;
		ARENA_PUSH(r->arena, pieces->v, pieces->n, pieces->cap, out);
	}
}

/* Notes in the order of their marks, whatever the order of the part. */
static bool read_notes(struct file *f, bool endnotes)
{
	const struct docx_rel *r = docx_rel_type(&f->rels, endnotes ? "/endnotes" : "/footnotes");
	struct tokens part = { 0 };
	bool any = false;
	for (size_t i = 0; i < f->text.n_marks; i++)
		any = any || f->text.marks[i].endnote == endnotes;
	if (!any)
		return true;
	if (!read_part(f, endnotes ? DOCX_TEXT_ENDNOTES : DOCX_TEXT_FOOTNOTES, r ? r->target : "", &part))
		return false;
	for (size_t i = 0; i < f->text.n_marks; i++)
		if (f->text.marks[i].endnote == endnotes)
			append(f->text.out, &f->text.out->notes, &part, f->text.marks[i].text, &f->text.out->note);
	return true;
}

static bool read_margins(struct file *f)
{
	struct reading *out = f->text.out;
	for (size_t i = 0; i < f->text.n_margins; i++) {
		struct tokens part = { 0 };
		const struct docx_rel *r = docx_rel_id(&f->rels, f->text.margins[i]);
		if (!r)
			continue;
		if (!read_part(f, DOCX_TEXT_MARGIN, r->target, &part))
			return false;
		append(out, &out->aside, &part, (struct span){ 0, part.n }, &out->margin);
	}
	return true;
}

static void read_charts(struct file *f)
{
	for (size_t i = 0; i < f->text.n_charts; i++) {
		const struct docx_rel *r = docx_rel_id(&f->rels, f->text.charts[i]);
		size_t n;
		const char *why;
		char *data = r ? unzip_read(f->zip, r->target, &n, &why) : NULL;
		f->text.out->n_charts++;
		if (data)
			docx_chart_part(f->text.out, data, n);
	}
}

/* The number of pages as the program that wrote the file counted them. */
static void read_pages(struct file *f)
{
	size_t n;
	const char *why;
	char *data = unzip_read(f->zip, "docProps/app.xml", &n, &why);
	struct xml_in *x = data ? xml_in_new(f->arena, data, n) : NULL;
	bool here = false;
	for (enum xml_event e = x ? xml_in_next(x) : XML_IN_BAD; e != XML_IN_DONE && e != XML_IN_BAD; e = xml_in_next(x)) {
		if (here && e == XML_IN_TEXT) {
			long v = strtol(xml_in_text(x), NULL, 10);
			f->text.out->n_pages = v > 0 && v < 1000000 ? (size_t)v : 0;
			return;
		}
		here = e == XML_IN_START && !strcmp(xml_in_name(x), "Pages");
	}
}

struct reading *read_docx_text(struct arena *a, struct vocab *v, const char *data, size_t n, const char **why)
{
	struct file f = { .arena = a, .text = { .out = reading_new(a, v) } };
	f.zip = unzip_open(a, data, n, why);
	if (!f.zip)
		return NULL;
	const char *main = docx_main_part(a, f.zip);
	docx_rels_read(a, f.zip, main, &f.rels);
	if (!read_part(&f, DOCX_TEXT_MAIN, main, &f.text.out->body) || !read_notes(&f, false) || !read_notes(&f, true) || !read_margins(&f)) {
		*why = f.why;
		return NULL;
	}
	read_charts(&f);
	read_pages(&f);
	f.text.out->n_words = reading_words(&f.text.out->body) + reading_words(&f.text.out->notes) + reading_words(&f.text.out->boxes);
	return f.text.out;
}
