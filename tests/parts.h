#ifndef PARTS_H
#define PARTS_H
/* A DOCX from a text that holds its parts, for golden cases and fuzzing: a line "@document" begins word/document.xml and what follows is its
 * body; "@styles", "@numbering", "@header1" and the like begin the others, which have the relationship of their name. "@a/b.xml" begins a
 * part of that name as it stands. What stands before the first such line is the body. */
#include <string.h>
#include "base/buf.h"
#include "pack/zip.h"

enum { PARTS_MOST = 40 };

#define PARTS_NAMES "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
	"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" " \
	"xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" " \
	"xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" " \
	"xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" " \
	"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\" " \
	"xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""

struct parts { struct buf v[PARTS_MOST], name[PARTS_MOST]; size_t n; struct buf rels; };

static const struct { const char *name, *root, *type; } parts_kinds[] = {
	{"document", "w:document", NULL}, {"styles", "w:styles", "styles"}, {"numbering", "w:numbering", "numbering"}, {"footnotes", "w:footnotes", "footnotes"},
	{"endnotes", "w:endnotes", "endnotes"}, {"settings", "w:settings", "settings"}, {"theme", "a:theme", "theme"}, {"comments", "w:comments", "comments"},
	{"header", "w:hdr", "header"}, {"footer", "w:ftr", "footer"},
};

static inline void parts_add(struct parts *p, const char *name, size_t len, const char *text, size_t n)
{
	if (p->n >= PARTS_MOST || !len)
		return;
	struct buf *b = &p->v[p->n], *to = &p->name[p->n];
	for (size_t i = 0; i < sizeof parts_kinds / sizeof *parts_kinds; i++) {
		size_t k = strlen(parts_kinds[i].name);
		if (len < k || memcmp(name, parts_kinds[i].name, k) || memchr(name, '/', len))
			continue;
		buf_printf(to, "word/%.*s.xml", (int)len, name);
		buf_printf(b, "<%s " PARTS_NAMES ">%s", parts_kinds[i].root, i ? "" : "<w:body>");
		buf_put(b, text, n);
		buf_printf(b, "%s</%s>", i ? "" : "</w:body>", parts_kinds[i].root);
		if (parts_kinds[i].type)
			buf_printf(&p->rels, "<Relationship Id=\"%.*s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%.*s.xml\"/>", (int)len, name, parts_kinds[i].type, (int)len, name);
		p->n++;
		return;
	}
	buf_put(to, name, len);
	buf_put(b, text, n);
	p->n++;
}

/* Packs the text's parts to out. */
static inline void parts_pack(struct buf *out, const char *s, size_t n)
{
	struct parts p = {.n = 0};
	const char *end = s + n, *name = "document", *why;
	size_t len = strlen(name);
	while (s <= end) {
		const char *e = s;
		while (e < end && !(*e == '@' && (e == s || e[-1] == '\n')))
			e = memchr(e + 1, '@', (size_t)(end - e - 1)) ? (const char *)memchr(e + 1, '@', (size_t)(end - e - 1)) : end;
		if (e > s || e == end)
			parts_add(&p, name, len, s, (size_t)(e - s));
		if (e >= end)
			break;
		const char *eol = memchr(e, '\n', (size_t)(end - e));
		eol = eol ? eol : end;
		name = e + 1, len = (size_t)(eol - name);
		s = eol < end ? eol + 1 : end;
	}
	struct buf rels = BUF_INIT;
	buf_printf(&rels, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>", p.rels.data ? p.rels.data : "");
	struct zip_out *z = zip_out_new();
	bool own = false;
	for (size_t i = 0; i < p.n; i++) {
		bool twice = false;
		for (size_t k = 0; k < i; k++)
			twice = twice || !strcmp(p.name[k].data, p.name[i].data);
		own = own || !strcmp(p.name[i].data, "word/_rels/document.xml.rels");
		if (!twice)
			zip_out_add(z, p.name[i].data, p.v[i].data ? p.v[i].data : "", p.v[i].len, true);
	}
	if (!own)
		zip_out_add(z, "word/_rels/document.xml.rels", rels.data, rels.len, true);
	zip_out_close(z, out, &why);
	for (size_t i = 0; i < p.n; i++)
		buf_free(&p.v[i]), buf_free(&p.name[i]);
	buf_free(&p.rels);
	buf_free(&rels);
}
#endif
