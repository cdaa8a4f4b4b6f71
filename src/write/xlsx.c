/* The package of a new workbook. */
#include "write/xlsx_inner.h"
#include <string.h>
#include <strings.h>
#include "base/utf8.h"
#include "pack/zip.h"

#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
enum { NAME_SIGNS = 31 };

struct job {
	const struct book_out *b;
	struct arena *a;
	struct diag *g;
	const char **names;        /* of the sheets, safe and different */
	struct xlsx_lists lists;
	size_t n;                  /* sheets, the helper sheet counted */
};

/* ---- names ---- */

static char *safe_name(struct arena *a, const char *name)
{
	char *out = arena_alloc(a, strlen(name) + 16), *o = out;
	const char *end = name + strlen(name);
	size_t signs = 0;
	for (const char *p = name; p < end;) {
		const char *from = p;
		uint32_t c = utf8_next(&p, end);
		signs += 1 + (c >= 0x10000);
		if (signs > NAME_SIGNS)
			break;
		if (c < 0x20 || (c < 0x80 && strchr("[]:*?/\\", (int)c)) || (c == '\'' && (from == name || p == end))) {
			*o++ = ' ';
			continue;
		}
		memcpy(o, from, (size_t)(p - from));
		o += p - from;
	}
	while (o > out && o[-1] == ' ')
		*--o = '\0';
	*o = '\0';
	return *out ? out : arena_strdup(a, "Trang tính");
}

static bool taken(const struct job *j, size_t n, const char *name)
{
	const char *key = utf8_lower(j->a, name);
	for (size_t i = 0; i < n; i++)
		if (!strcmp(utf8_lower(j->a, j->names[i]), key))
			return true;
	return false;
}

static const char *new_name(struct job *j, size_t n, const char *want)
{
	const char *name = safe_name(j->a, want);
	for (int k = 2; taken(j, n, name); k++) {
		char *base = safe_name(j->a, want);
		const char *end = base + strlen(base), *p = base;
		for (size_t signs = 0; p < end && signs < NAME_SIGNS - 5; signs++)
			utf8_next(&p, end);
		name = arena_printf(j->a, "%.*s %d", (int)(p - base), base, k);
	}
	return name;
}

static void make_names(struct job *j)
{
	size_t lists = 0;
	j->n = j->b->n_sheets;
	j->names = ARENA_ARRAY(j->a, const char *, j->n + 1);
	for (size_t i = 0; i < j->b->n_sheets; i++) {
		j->names[i] = new_name(j, i, j->b->sheets[i].name ? j->b->sheets[i].name : "");
		for (size_t k = 0; k < j->b->sheets[i].n_cols; k++)
			lists += j->b->sheets[i].cols[k].n_choices && !xlsx_list_fits(&j->b->sheets[i].cols[k]);
	}
	j->lists.book = j->b;
	if (lists)
		j->lists.sheet = j->names[j->n] = new_name(j, j->n, "Danh sách chọn");
	j->n += lists > 0;
}

/* ---- parts ---- */

static void put_types(const struct job *j, struct buf *out)
{
	buf_puts(out, XML_HEAD "<Types xmlns=\"" PACKAGE_NS "content-types\">"
		"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
		"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
		"<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE "sheet.main+xml\"/>"
		"<Override PartName=\"/xl/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>");
	for (size_t i = 1; i <= j->n; i++)
		buf_printf(out, "<Override PartName=\"/xl/worksheets/sheet%zu.xml\" ContentType=\"" TYPE "worksheet+xml\"/>", i);
	buf_puts(out, "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
		"<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>");
}

static const char package_rels[] = XML_HEAD "<Relationships xmlns=\"" PACKAGE_NS "relationships\">"
	"<Relationship Id=\"rId1\" Type=\"" OFFICE_REL "/officeDocument\" Target=\"xl/workbook.xml\"/>"
	"<Relationship Id=\"rId2\" Type=\"" PACKAGE_NS "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
	"<Relationship Id=\"rId3\" Type=\"" OFFICE_REL "/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>";
static const char app[] = XML_HEAD "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>vanban</Application></Properties>";

static void put_rels(const struct job *j, struct buf *out)
{
	buf_puts(out, XML_HEAD "<Relationships xmlns=\"" PACKAGE_NS "relationships\">");
	for (size_t i = 1; i <= j->n; i++)
		buf_printf(out, "<Relationship Id=\"rId%zu\" Type=\"" OFFICE_REL "/worksheet\" Target=\"worksheets/sheet%zu.xml\"/>", i, i);
	buf_printf(out, "<Relationship Id=\"rId%zu\" Type=\"" OFFICE_REL "/styles\" Target=\"styles.xml\"/></Relationships>", j->n + 1);
}

/* 'Nhiệm vụ'! as formulas name a sheet: quotes inside are doubled. */
static void put_quoted(const struct job *j, struct buf *out, const char *name)
{
	char *twice = arena_alloc(j->a, 2 * strlen(name) + 1), *o = twice;
	for (const char *p = name; *p; p++) {
		if (*p == '\'')
			*o++ = '\'';
		*o++ = *p;
	}
	buf_putc(out, '\'');
	xml_escape(out, twice, (size_t)(o - twice), false);
	buf_puts(out, "'!");
}

/* Rows repeated on each page, and the range of the filter, in the order of their names. */
static void put_names(const struct job *j, struct buf *out)
{
	size_t before = out->len, from;
	buf_puts(out, "<definedNames>");
	from = out->len;
	for (size_t i = 0; i < j->b->n_sheets; i++) {
		const struct sheet_out *s = &j->b->sheets[i];
		uint32_t head = xlsx_header_row(s);
		if (!head || !s->filter)
			continue;
		buf_printf(out, "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"%zu\" hidden=\"1\">", i);
		put_quoted(j, out, j->names[i]);
		buf_printf(out, "$A$%u:$%s$%u</definedName>", head, sheet_place(j->a, NULL, 0, (uint32_t)s->n_cols - 1), xlsx_last_row(s));
	}
	for (size_t i = 0; i < j->b->n_sheets; i++) {
		uint32_t head = xlsx_header_row(&j->b->sheets[i]);
		if (!head)
			continue;
		buf_printf(out, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"%zu\">", i);
		put_quoted(j, out, j->names[i]);
		buf_printf(out, "$%u:$%u</definedName>", head, head);
	}
	if (out->len == from)
		out->len = before;
	else
		buf_puts(out, "</definedNames>");
}

/* The first sheet that is to be seen, or the first. */
static size_t first_seen(const struct book_out *b)
{
	for (size_t i = 0; i < b->n_sheets; i++)
		if (!b->sheets[i].hidden)
			return i;
	return 0;
}

static void put_workbook(const struct job *j, struct buf *out)
{
	size_t first = first_seen(j->b);
	buf_printf(out, XML_HEAD "<workbook xmlns=\"" SML_NS "\" xmlns:r=\"" OFFICE_REL "\"><bookViews><workbookView activeTab=\"%zu\"/></bookViews><sheets>", first);
	for (size_t i = 0; i < j->n; i++) {
		bool hidden = i != first && (i >= j->b->n_sheets || j->b->sheets[i].hidden);
		buf_puts(out, "<sheet name=\"");
		xml_escape(out, j->names[i], strlen(j->names[i]), true);
		buf_printf(out, "\" sheetId=\"%zu\"%s r:id=\"rId%zu\"/>", i + 1, hidden ? " state=\"hidden\"" : "", i + 1);
	}
	buf_puts(out, "</sheets>");
	put_names(j, out);
	buf_puts(out, "</workbook>");
}

static void put_core(const struct job *j, struct buf *out)
{
	buf_puts(out, XML_HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE_NS "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
	if (j->b->title && *j->b->title) {
		buf_puts(out, "<dc:title>");
		xml_escape(out, j->b->title, strlen(j->b->title), false);
		buf_puts(out, "</dc:title>");
	}
	buf_puts(out, "<dc:language>vi-VN</dc:language></cp:coreProperties>");
}

/* ---- the whole ---- */

static void add(struct zip_out *z, const char *name, const struct buf *b) { zip_out_add(z, name, b->data ? b->data : "", b->len, false); }

static int package(struct job *j, struct buf *out)
{
	struct buf *sheets = ARENA_ARRAY(j->a, struct buf, j->n), parts[5] = {BUF_INIT};
	struct xlsx_looks looks = {.arena = j->a};
	struct zip_out *z = zip_out_new();
	const char *why = NULL;
	size_t cut = 0, first = first_seen(j->b);
	xlsx_look(&looks, (struct xlsx_look){0});
	for (size_t i = 0; i < j->b->n_sheets; i++)
		xlsx_sheet(j->b, i, &j->lists, &looks, i == first, &sheets[i], &cut);
	if (j->n > j->b->n_sheets)
		xlsx_list_sheet(j->b, &sheets[j->n - 1]);
	put_types(j, &parts[0]);
	put_workbook(j, &parts[1]);
	put_rels(j, &parts[2]);
	xlsx_put_styles(&looks, &parts[3]);
	put_core(j, &parts[4]);
	add(z, "[Content_Types].xml", &parts[0]);
	zip_out_add(z, "_rels/.rels", package_rels, sizeof package_rels - 1, false);
	add(z, "xl/workbook.xml", &parts[1]);
	add(z, "xl/_rels/workbook.xml.rels", &parts[2]);
	add(z, "xl/styles.xml", &parts[3]);
	bool failed = false;
	for (size_t i = 0; i < j->n; i++) {
		failed |= sheets[i].failed;
		add(z, arena_printf(j->a, "xl/worksheets/sheet%zu.xml", i + 1), &sheets[i]);
	}
	add(z, "docProps/core.xml", &parts[4]);
	zip_out_add(z, "docProps/app.xml", app, sizeof app - 1, false);
	int status = zip_out_close(z, out, &why);
	if (status != 0 || failed)
		diag_put(j->g, &write_msgs[MSG_XLSX_FAILED], (struct pos){0}, why ? why : "out of memory");
	if (cut)
		diag_put(j->g, &write_msgs[MSG_XLSX_CUT], (struct pos){0}, cut);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		buf_free(&parts[i]);
	for (size_t i = 0; i < j->n; i++)
		buf_free(&sheets[i]);
	return status != 0 || failed ? -1 : 0;
}

int xlsx_write(const struct book_out *b, struct buf *out, struct diag *g)
{
	struct job j = {.b = b, .g = g};
	if (!b->n_sheets) {
		diag_put(g, &write_msgs[MSG_XLSX_FAILED], (struct pos){0}, "no sheet");
		return -1;
	}
	for (size_t i = 0; i < b->n_sheets; i++)
		if (b->sheets[i].n_rows > SHEET_ROWS - b->sheets[i].n_above - 1 || b->sheets[i].n_cols > SHEET_COLS) {
			diag_put(g, &write_msgs[MSG_XLSX_ROWS], (struct pos){0}, b->sheets[i].name ? b->sheets[i].name : "", SHEET_ROWS);
			return -1;
		}
	j.a = arena_new();
	make_names(&j);
	int status = package(&j, out);
	arena_free(j.a);
	return status;
}
