/* The bytes as the body of a sound draft (or as a whole draft, if they begin as one): all the way to DOCX and PDF. */
#include <stdint.h>
#include <string.h>
#include "base/buf.h"
#include "fuzz_fonts.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "model/doc.h"
#include "read/read.h"
#include "write/write.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char head[] = "---\nloại: Kế hoạch\ncơ quan chủ quản: UBND tỉnh Hòa An\ncơ quan ban hành: Sở Khoa học\nviết tắt: SKH\n"
	"địa danh: Hòa An\nngày: 15/5/2026\ntrích yếu: thử\nnơi nhận: [Như trên, \"Lưu: VT\"]\n"
	"người ký: {chức vụ: Giám đốc, họ tên: Trần Văn An}\n---\n";

static void write_all(struct doc *d, struct pages *p, struct diag *g)
{
	struct write_job job = { .doc = d, .pages = p, .fonts = open_fonts(), .dpi = 36 };

	for (const struct writer *w = writers; w->name != NULL; w++) {
		struct buf out = BUF_INIT;

		if (p->n > 0 && (!w->per_page || p->n < 3))
			w->write(&job, &out, g);
		buf_free(&out);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct buf in = BUF_INIT;
	struct diag g;
	struct doc *d;
	struct pages *p;

	if (n < 4 || memcmp(data, "---\n", 4) != 0)
		buf_puts(&in, head);
	buf_put(&in, data, n);
	diag_init(&g, a);
	d = read_draft_text(a, "fuzz.md", NULL, in.data, in.len, &g);
	if (d != NULL && compose(d, &g) == 0 && g.n_errors == 0) {
		p = layout_pages(d, open_fonts(), &g);
		if (p != NULL)
			write_all(d, p, &g);
	}
	arena_free(a);
	buf_free(&in);
	return 0;
}
