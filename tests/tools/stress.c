/* Lays drafts out with figures outside a draft's reach, for the stress set of tests/parity.sh.
 * usage: stress FONTS <JOBS   with a job a line: DRAFT STEM BODY_HP LINE_EXACT LINE_240THS INDENT LEFT RIGHT
 * (half-points, twips, 240ths of a line or 0, twips …); writes STEM.docx and STEM.pdf. */
#include <stdio.h>
#include "base/buf.h"
#include "base/file.h"
#include "base/heap.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "read/read.h"
#include "write/write.h"

struct figures { int body_hp, exact, multiple, indent, left, right; };

static void apply(struct doc *d, const struct figures *f)
{
	d->choice.body_hp = f->body_hp;
	d->choice.line_exact = f->exact;
	d->choice.line_multiple = f->multiple / 240.0;
	d->choice.indent = f->indent;
	for (struct node *s = d->root->first; s; s = s->next) {
		s->u.section.left = f->left;
		s->u.section.right = f->right;
	}
}

static int put(const struct write_job *j, const char *format, const char *stem, struct diag *g)
{
	const struct writer *w = writer_find(format);
	struct buf out = BUF_INIT;
	int bad = w->write(j, &out, g);
	if (!bad)
		bad = file_write(arena_printf(j->doc->arena, "%s.%s", stem, format), out.data, out.len);
	buf_free(&out);
	return bad;
}

static int run(struct arena *a, struct fonts *fonts, const char *draft, const char *stem, const struct figures *f)
{
	struct diag g;
	diag_init(&g, a);
	struct doc *d = read_draft(a, draft, &g);
	if (!d || compose(d, &g) < 0)
		return -1;
	apply(d, f);
	struct write_job j = {.doc = d, .pages = layout_pages(d, fonts, &g), .fonts = fonts};
	return put(&j, "docx", stem, &g) || put(&j, "pdf", stem, &g) ? -1 : 0;
}

int main(int argc, char **argv)
{
	char draft[1024], stem[1024];
	struct figures f;
	struct diag g;
	int bad = 0;
	heap_init();
	struct arena *a = arena_new(), *forever = arena_new();
	diag_init(&g, forever);
	struct fonts *fonts = argc == 2 ? fonts_open(argv[1], &g) : NULL;
	if (!fonts) {
		fputs("usage: stress FONTS <JOBS\n", stderr);
		return 2;
	}
	while (scanf("%1023s %1023s %d %d %d %d %d %d", draft, stem, &f.body_hp, &f.exact, &f.multiple, &f.indent, &f.left, &f.right) == 8) {
		if (run(a, fonts, draft, stem, &f) < 0) {
			fprintf(stderr, "stress: %s: failed\n", stem);
			bad = 1;
		}
		arena_reset(a);
	}
	fonts_close(fonts);
	arena_free(a);
	arena_free(forever);
	return bad;
}
