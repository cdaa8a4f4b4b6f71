/* Any bytes as a Word file: a package, or else its parts as text (tests/parts.h). Read, recognised, laid out and judged by all rules. */
#include <stdint.h>
#include <string.h>
#include "fuzz_fonts.h"
#include "check/rule.h"
#include "layout/layout.h"
#include "read/foreign.h"
#include "../parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct fonts *f = open_fonts();
	struct buf file = BUF_INIT;
	struct diag g;

	diag_init(&g, a);
	if (n > 1 && data[0] == 'P' && data[1] == 'K')
		buf_put(&file, data, n);
	else
		parts_pack(&file, (const char *)data, n);
	struct doc *d = read_docx(a, "a.docx", file.data != NULL ? file.data : "", file.len, &g);
	if (d != NULL) {
		recognise(d, &g);
		struct pages *p = f != NULL ? layout_pages(d, f, &g) : NULL;
		struct check_input in = {.doc = d, .pages = p};
		struct check_report r;
		check_document(a, &in, &r);
	}
	arena_free(a);
	buf_free(&file);
	return 0;
}
