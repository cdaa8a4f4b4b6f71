/* Any bytes as a finished file: a PDF, a DOCX, or else the text of either, wrapped up soundly. Both are compared at the end. */
#include <stdio.h>
#include <stdint.h>
#include <string.h>
#include "check/agree.h"
#include "pack/zip.h"
#include "read/finished.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* A page whose content is the bytes; the font has a map that makes letters of codes. */
static void wrap_pdf(struct buf *b, const uint8_t *data, size_t n)
{
	static const char map[] = "1 beginbfrange <00> <ff> <0041> endbfrange 2 beginbfchar <41> <1EA10301> <42> <D83DDE00> endbfchar";
	size_t at[7];

	buf_puts(b, "%PDF-1.5\n");
	at[1] = b->len, buf_puts(b, "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n");
	at[2] = b->len, buf_puts(b, "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n");
	at[3] = b->len, buf_puts(b, "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F 5 0 R /f-0-0 5 0 R>> "
		"/XObject <</X 4 0 R>>>>>> endobj\n");
	at[4] = b->len, buf_printf(b, "4 0 obj <</Length %zu /Type /XObject /Subtype /Form>> stream\n", n);
	buf_put(b, data, n);
	buf_puts(b, "\nendstream endobj\n");
	at[5] = b->len, buf_puts(b, "5 0 obj <</Type /Font /Subtype /TrueType /FirstChar 32 /Widths [250 333 500] /ToUnicode 6 0 R>> endobj\n");
	at[6] = b->len, buf_printf(b, "6 0 obj <</Length %zu>> stream\n%s\nendstream endobj\n", sizeof map - 1, map);
	size_t xref = b->len;
	buf_puts(b, "xref\n0 7\n0000000000 65535 f \n");
	for (int i = 1; i < 7; i++)
		buf_printf(b, "%010zu 00000 n \n", at[i]);
	buf_printf(b, "trailer <</Size 7 /Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", xref);
}

static void wrap_docx(struct buf *b, const uint8_t *data, size_t n)
{
	static const char head[] = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
	struct buf part = BUF_INIT;
	const char *why;

	if (n == 0 || data[0] != '<' || (n > 1 && data[1] != '?'))
		buf_puts(&part, head);
	buf_put(&part, data, n);
	if (part.len > n)
		buf_puts(&part, "</w:body></w:document>");
	struct zip_out *z = zip_out_new();
	zip_out_add(z, "word/document.xml", part.data, part.len, true);
	zip_out_add(z, "word/footnotes.xml", part.data, part.len, true);
	zip_out_close(z, b, &why);
	buf_free(&part);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct vocab *v = vocab_new(a);
	struct buf docx = BUF_INIT, pdf = BUF_INIT;
	struct reading *d, *p;
	struct agreement g;
	const char *why;

	if (n > 1 && data[0] == 'P' && data[1] == 'K')
		buf_put(&docx, data, n);
	else
		wrap_docx(&docx, data, n);
	if (n > 4 && memcmp(data, "%PDF", 4) == 0)
		buf_put(&pdf, data, n);
	else
		wrap_pdf(&pdf, data, n);
	d = read_docx_text(a, v, docx.data, docx.len, &why);
	p = read_pdf_text(a, v, pdf.data, pdf.len, &why);
	if (d != NULL && p != NULL)
		agree(a, d, p, &g);
	arena_free(a);
	buf_free(&docx);
	buf_free(&pdf);
	return 0;
}
