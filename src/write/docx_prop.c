/* Properties of the document: what a search and a file list show. */
#include "base/utf8.h"
#include "form/kind.h"
#include "write/docx_inner.h"

static void put_text(struct docx *w, const char *element, const char *text)
{
	struct xml *x = w->x;
	if (!text || !*text)
		return;
	xml_open(x, element);
	xml_text(x, utf8_one_line(w->a, text));
	xml_end(x);
}

/* "Tờ trình về dự thảo …"; a letter has its subject alone. */
static const char *title(const struct docx *w, const struct meta *m)
{
	const struct kind *k = m->kind.s ? kind_find(m->kind.s) : NULL;
	const char *name = k ? k->name : m->kind.s, *subject = m->subject.s;
	if (k && !k->title && subject)
		return subject;
	return name && subject ? arena_printf(w->a, "%s %s", name, subject) : name ? name : subject;
}

/* The day of the document, never the clock's. */
static void put_date(struct docx *w, const char *element, struct date d)
{
	struct xml *x = w->x;
	if (!viet_date_valid(d))
		return;
	xml_open(x, element);
	xml_attr(x, "xsi:type", "dcterms:W3CDTF");
	xml_text(x, arena_printf(w->a, "%04d-%02d-%02dT00:00:00Z", d.year, d.month, d.day));
	xml_end(x);
}

void docx_core(struct docx *w, struct buf *out)
{
	const struct meta *m = w->doc->meta;
	struct xml *x = w->x = xml_new(out);
	xml_open(x, "cp:coreProperties");
	xml_attr(x, "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
	xml_attr(x, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
	xml_attr(x, "xmlns:dcterms", "http://purl.org/dc/terms/");
	xml_attr(x, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
	if (m) {
		put_text(w, "dc:title", title(w, m));
		put_text(w, "dc:subject", m->subject.s);
		put_text(w, "dc:creator", m->n_issuers ? m->issuers[0].name.s : NULL);
	}
	put_text(w, "dc:language", "vi-VN");
	if (m) {
		put_date(w, "dcterms:created", m->date);
		put_date(w, "dcterms:modified", m->date);
	}
	docx_close(w, x);
}

void docx_app(struct docx *w, struct buf *out)
{
	const struct meta *m = w->doc->meta;
	struct xml *x = w->x = xml_new(out);
	xml_open(x, "Properties");
	xml_attr(x, "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
	xml_open(x, "Pages");
	xml_text(x, arena_printf(w->a, "%zu", w->pages->n));
	xml_end(x);
	put_text(w, "Application", "vanban");
	if (m && m->n_issuers)
		put_text(w, "Company", m->issuers[0].name.s);
	docx_close(w, x);
}
