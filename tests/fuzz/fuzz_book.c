/* Any bytes as a workbook: a package, or else XML put into one as its sheet, its strings and its styles, or a CSV. All rows and joined
 * ranges are read; a package is changed, too. */
#include <stdint.h>
#include <string.h>
#include "pack/zip.h"
#include "read/book.h"
#include "write/xlsx.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
static const char workbook[] = "<workbook xmlns:r='" REL "'><workbookPr date1904='1'/><sheets><sheet name='A' r:id='a'/><sheet name='B' r:id='a'/></sheets></workbook>";
static const char rels[] = "<Relationships><Relationship Id='a' Type='" REL "/worksheet' Target='sheet.xml'/><Relationship Id='b' Type='" REL "/sharedStrings' Target='sheet.xml'/>"
	"<Relationship Id='c' Type='" REL "/styles' Target='sheet.xml'/></Relationships>";

static void wrap(struct buf *b, const uint8_t *data, size_t n)
{
	const char *why;
	struct zip_out *z = zip_out_new();

	zip_out_add(z, "xl/workbook.xml", workbook, sizeof workbook - 1, true);
	zip_out_add(z, "xl/_rels/workbook.xml.rels", rels, sizeof rels - 1, true);
	zip_out_add(z, "xl/sheet.xml", data, n, true);
	zip_out_close(z, b, &why);
}

static size_t read_all(struct arena *a, const char *data, size_t n)
{
	struct diag g;
	size_t sum = 0, n_merges;
	const struct sheet_row *r;

	diag_init(&g, a);
	struct book *b = book_open_bytes(a, "fuzz.xlsx", data, n, &g);
	for (size_t i = 0; b != NULL && i < book_count(b); i++) {
		book_merges(b, i, &n_merges);
		if (!book_rows(b, i))
			continue;
		while ((r = book_next(b)) != NULL)
			for (size_t k = 0; k < r->n; k++) {
				sum += strlen(r->cells[k].text) + (size_t)r->cells[k].date.day + book_usable(b, r, &r->cells[k]);
				if (k > 0 && r->cells[k - 1].col >= r->cells[k].col)
					__builtin_trap();
			}
	}
	return sum;
}

static void change(struct arena *a, const char *data, size_t n)
{
	static const struct sheet_change v[] = { { "A", 2, { .col = 1, .kind = CELL_TEXT, .text = "x" } }, { "A", 5, { .col = 0, .kind = CELL_DATE, .date = { 1, 2, 2025 } } },
		{ "B", 1, { .col = 2, .kind = CELL_NUMBER, .number = 1 } } };
	struct buf out = BUF_INIT;
	struct diag g;

	diag_init(&g, a);
	if (xlsx_change(a, "fuzz.xlsx", data, n, v, 3, &out, NULL, &g) == 0)
		read_all(a, out.data, out.len);
	buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct buf b = BUF_INIT;

	if (n > 0 && data[0] == '<')
		wrap(&b, data, n);
	else
		buf_put(&b, data, n);
	if (b.len > 0) {
		read_all(a, b.data, b.len);
		if (b.data[0] == 'P')
			change(a, b.data, b.len);
	}
	arena_free(a);
	buf_free(&b);
	return 0;
}
