/* The package: its parts, their content types and relationships, zipped. */
#include <stdio.h>
#include <string.h>
#include "pack/zip.h"
#include "write/docx_inner.h"
#include "write/msg.h"

#define MAIN "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PKG "http://schemas.openxmlformats.org/package/2006/"
#define W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static const struct kind_row {
	const char *type;          /* content type; NULL: by the name's end */
	const char *rel;           /* NULL: the document does not point at it itself */
} kinds[] = {
	[DOCX_STYLES] = {MAIN "styles+xml", REL "styles"},
	[DOCX_SETTINGS] = {MAIN "settings+xml", REL "settings"},
	[DOCX_FONTS] = {MAIN "fontTable+xml", REL "fontTable"},
	[DOCX_NOTES] = {MAIN "footnotes+xml", REL "footnotes"},
	[DOCX_HEADER] = {MAIN "header+xml", REL "header"},
	[DOCX_FOOTER] = {MAIN "footer+xml", REL "footer"},
	[DOCX_PNG] = {NULL, REL "image"},
	[DOCX_JPEG] = {NULL, REL "image"},
	[DOCX_CHART] = {"application/vnd.openxmlformats-officedocument.drawingml.chart+xml", REL "chart"},
	[DOCX_CHART_RELS] = {NULL, NULL},
	[DOCX_CHART_BOOK] = {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", NULL},
};

static const char package_rels[] = XML_HEAD
	"<Relationships xmlns=\"" PKG "relationships\">"
	"<Relationship Id=\"rId1\" Type=\"" REL "officeDocument\" Target=\"word/document.xml\"/>"
	"<Relationship Id=\"rId2\" Type=\"" PKG "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
	"<Relationship Id=\"rId3\" Type=\"" REL "extended-properties\" Target=\"docProps/app.xml\"/>"
	"</Relationships>";

/* Mode 14: from 15 on, spaces of justified lines are squeezed. A line before a break inside a paragraph is not justified. */
static const char settings_before[] = XML_HEAD
	"<w:settings xmlns:w=\"" W_NS "\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>"
	"<w:characterSpacingControl w:val=\"doNotCompress\"/>";
static const char settings_notes[] = "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>";
static const char settings_after[] =
	"<w:compat><w:doNotExpandShiftReturn/>"
	"<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"14\"/>"
	"<w:compatSetting w:name=\"overrideTableStyleFontSizeAndJustification\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"1\"/>"
	"</w:compat><w:themeFontLang w:val=\"vi-VN\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>";

static const char fonts[] = XML_HEAD
	"<w:fonts xmlns:w=\"" W_NS "\"><w:font w:name=\"Times New Roman\"><w:panose1 w:val=\"02020603050405020304\"/>"
	"<w:charset w:val=\"A3\"/><w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>";

size_t docx_part_new(struct docx *w, enum docx_kind kind, const char *name)
{
	struct docx_part p = {.kind = kind, .name = name};
	ARENA_PUSH(w->a, w->parts, w->n_parts, w->cap_parts, p);
	return w->n_parts;
}

void docx_namespaces(struct xml *x)
{
	xml_attr(x, "xmlns:w", W_NS);
	xml_attr(x, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
}

void docx_close(struct docx *w, struct xml *x)
{
	if (xml_close(x) != 0)
		w->failed = true;
}

static void put_settings(const struct docx *w, struct buf *out)
{
	buf_puts(out, settings_before);
	if (w->doc->n_notes)
		buf_puts(out, settings_notes);
	buf_puts(out, settings_after);
}

static void put_types(const struct docx *w, struct buf *out)
{
	buf_puts(out, XML_HEAD "<Types xmlns=\"" PKG "content-types\">"
		"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
		"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
		"<Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
		"<Override PartName=\"/word/document.xml\" ContentType=\"" MAIN "document.main+xml\"/>");
	for (size_t i = 0; i < w->n_parts; i++)
		if (kinds[w->parts[i].kind].type)
			buf_printf(out, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", w->parts[i].name, kinds[w->parts[i].kind].type);
	buf_puts(out, "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
		"<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>");
}

static void put_rels(const struct docx *w, struct buf *out)
{
	buf_puts(out, XML_HEAD "<Relationships xmlns=\"" PKG "relationships\">");
	for (size_t i = 0; i < w->n_parts; i++)
		if (kinds[w->parts[i].kind].rel)
			buf_printf(out, "<Relationship Id=\"rId%zu\" Type=\"%s\" Target=\"%s\"/>", i + 1, kinds[w->parts[i].kind].rel,
				w->parts[i].name + sizeof "word/" - 1);
	buf_puts(out, "</Relationships>");
}

/* A part whose XML goes straight into it: nothing may join the parts meanwhile. */
static struct docx_part *fixed_part(struct docx *w, enum docx_kind kind, const char *name)
{
	size_t number = docx_part_new(w, kind, name);
	return &w->parts[number - 1];
}

/* The parts that do not hang on one another; pictures and headers join while the document is written. */
static void write_parts(struct docx *w, struct buf *document)
{
	docx_styles(w, &fixed_part(w, DOCX_STYLES, "word/styles.xml")->xml);
	put_settings(w, &fixed_part(w, DOCX_SETTINGS, "word/settings.xml")->xml);
	struct docx_part *f = fixed_part(w, DOCX_FONTS, "word/fontTable.xml");
	f->data = fonts;
	f->n = sizeof fonts - 1;
	if (w->doc->n_notes) {
		struct buf notes = BUF_INIT;
		size_t number = docx_part_new(w, DOCX_NOTES, "word/footnotes.xml");
		docx_notes(w, &notes);
		w->parts[number - 1].xml = notes;
	}
	docx_document(w, document);
}

static void add(struct zip_out *z, const char *name, const struct buf *b, bool packed)
{
	zip_out_add(z, name, b->data ? b->data : "", b->len, packed || b->len < 256);
}

static int package(struct docx *w, const struct buf *document, struct buf *out)
{
	struct buf types = BUF_INIT, rels = BUF_INIT, core = BUF_INIT, app = BUF_INIT;
	put_types(w, &types);
	put_rels(w, &rels);
	docx_core(w, &core);
	docx_app(w, &app);
	struct zip_out *z = zip_out_new();
	add(z, "[Content_Types].xml", &types, false);
	zip_out_add(z, "_rels/.rels", package_rels, sizeof package_rels - 1, false);
	add(z, "word/document.xml", document, false);
	add(z, "word/_rels/document.xml.rels", &rels, false);
	for (size_t i = 0; i < w->n_parts; i++) {
		const struct docx_part *p = &w->parts[i];
		bool packed = p->kind == DOCX_PNG || p->kind == DOCX_JPEG;
		if (p->data)
			zip_out_add(z, p->name, p->data, p->n, packed);
		else
			add(z, p->name, &p->xml, p->kind == DOCX_CHART_BOOK);
	}
	add(z, "docProps/core.xml", &core, false);
	add(z, "docProps/app.xml", &app, false);
	const char *why = NULL;
	int status = zip_out_close(z, out, &why);
	if (status == 0 && w->failed) {
		why = "a part is no XML";
		status = -1;
	}
	if (status != 0)
		diag_put(w->g, &write_msgs[MSG_DOCX_FAILED], w->doc->root->pos, why ? why : "");
	buf_free(&types);
	buf_free(&rels);
	buf_free(&core);
	buf_free(&app);
	return status;
}

int write_docx(const struct write_job *j, struct buf *out, struct diag *g)
{
	struct docx w = {.doc = j->doc, .pages = j->pages, .a = j->doc->arena, .g = g, .bare = j->bare};
	struct buf document = BUF_INIT;
	docx_look_at_sections(&w);
	w.noted = ARENA_ARRAY(w.a, bool, w.doc->n_notes + 1);
	write_parts(&w, &document);
	int status = package(&w, &document, out);
	buf_free(&document);
	for (size_t i = 0; i < w.n_parts; i++)
		buf_free(&w.parts[i].xml);
	return status;
}
