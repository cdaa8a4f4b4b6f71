/* Properties of the document: what a search and a file list show. */
#include <string.h>
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

/* What Word counts: the text with its tables and annexes, without headers, footers and footnotes. */
struct counts { size_t words, signs, with_spaces, lines, paras; };

static void count_text(const char *s, struct counts *n)
{
	bool in_word = false;
	for (const char *end = s + strlen(s); s < end;) {
		uint32_t c = utf8_next(&s, end);
		bool space = c == ' ' || c == '\n' || c == 0xA0;
		n->words += !space && !in_word;
		n->signs += !space;
		n->with_spaces += c != '\n';
		in_word = !space;
	}
}

static struct counts count(const struct docx *w)
{
	struct counts n = {0};
	for (const struct node *p = doc_walk(w->doc->root, w->doc->root); p; p = doc_walk(w->doc->root, p)) {
		const char *text = p->kind == NODE_PARA ? doc_text(w->doc, p) : "";
		if (!*text)
			continue;
		count_text(text, &n);
		n.lines += w->pages->paras[p->id].n_lines;
		n.paras++;
	}
	return n;
}

static void put_count(struct docx *w, const char *name, size_t n)
{
	xml_open(w->x, name);
	xml_text(w->x, arena_printf(w->a, "%zu", n));
	xml_end(w->x);
}

void docx_app(struct docx *w, struct buf *out)
{
	const struct meta *m = w->doc->meta;
	const struct counts n = count(w);
	struct xml *x = w->x = xml_new(out);
	xml_open(x, "Properties");
	xml_attr(x, "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
	put_count(w, "Pages", w->pages->n);
	put_count(w, "Words", n.words);
	put_count(w, "Characters", n.signs);
	put_count(w, "CharactersWithSpaces", n.with_spaces);
	put_count(w, "Lines", n.lines);
	put_count(w, "Paragraphs", n.paras);
	put_text(w, "Application", "vanban");
	if (m && m->n_issuers)
		put_text(w, "Company", m->issuers[0].name.s);
	docx_close(w, x);
}
