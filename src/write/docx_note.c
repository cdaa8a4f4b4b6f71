/* Footnotes: their marks in the text and the part that holds them. */
#include "write/docx_inner.h"

static void put_mark(struct docx *w, const char *element, const struct footnote *f)
{
	struct xml *x = w->x;
	xml_open(x, "w:r");
	xml_open(x, "w:rPr");
	docx_val(x, "w:rStyle", DOCX_NOTE_MARK);
	xml_end(x);
	xml_open(x, element);
	if (f)
		xml_attri(x, "w:id", f->number);
	xml_end(x);
	xml_end(x);
}

/* A second mark of the same note is its number alone: a note belongs to one place. */
static void put_number(struct docx *w, unsigned number)
{
	struct xml *x = w->x;
	char digits[16];
	char *p = digits + sizeof digits;
	*--p = '\0';
	do
		*--p = (char)('0' + number % 10);
	while (number /= 10);
	xml_open(x, "w:r");
	xml_open(x, "w:rPr");
	docx_val(x, "w:rStyle", DOCX_NOTE_MARK);
	xml_end(x);
	xml_open(x, "w:t");
	xml_text(x, p);
	xml_end(x);
	xml_end(x);
}

void docx_note_mark(struct docx *w, const struct node *note, const struct docx_place *at)
{
	const struct footnote *f = &note->u.footnote;
	if (at->plain || f->number == 0 || f->number > w->doc->n_notes || w->noted[f->number]) {
		put_number(w, f->number);
		return;
	}
	w->noted[f->number] = true;
	put_mark(w, "w:footnoteReference", f);
}

static void put_separator(struct docx *w, const char *type, const char *id, const char *element)
{
	struct xml *x = w->x;
	xml_open(x, "w:footnote");
	xml_attr(x, "w:type", type);
	xml_attr(x, "w:id", id);
	xml_open(x, "w:p");
	xml_open(x, "w:r");
	xml_leaf(x, element, NULL);
	xml_end(x);
	xml_end(x);
	xml_end(x);
}

static void put_note(struct docx *w, const struct node *note)
{
	struct docx_place at = {.align = -1, .plain = true};
	xml_open(w->x, "w:footnote");
	xml_attri(w->x, "w:id", note->u.footnote.number);
	if (!note->first)
		docx_gap(w, &at, /*thin*/ true);
	for (const struct node *p = note->first; p; p = p->next) {
		at.marked = p == note->first;
		docx_para(w, p, &at);
	}
	xml_end(w->x);
}

void docx_note_start(struct docx *w)
{
	put_mark(w, "w:footnoteRef", NULL);
	xml_open(w->x, "w:r");
	xml_open(w->x, "w:t");
	xml_attr(w->x, "xml:space", "preserve");
	xml_text(w->x, " ");
	xml_end(w->x);
	xml_end(w->x);
}

void docx_notes(struct docx *w, struct buf *out)
{
	struct xml *x = w->x = xml_new(out);
	xml_open(x, "w:footnotes");
	docx_namespaces(x);
	put_separator(w, "separator", "-1", "w:separator");
	put_separator(w, "continuationSeparator", "0", "w:continuationSeparator");
	for (size_t i = 0; i < w->doc->n_notes; i++)
		put_note(w, w->doc->notes[i]);
	docx_close(w, x);
}
