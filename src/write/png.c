/* A page as a picture. */
#include "write/png.h"
#include "write/msg.h"
#include "write/paint.h"

int write_png(const struct write_job *j, struct buf *out, struct diag *g)
{
	if (j->page >= j->pages->n)
		return -1;
	const struct page *p = &j->pages->v[j->page];
	double w = pt_from_twip(p->w), h = pt_from_twip(p->h);
	struct canvas *c = canvas_png(out, w, h, j->dpi);
	canvas_page(c, w, h, NULL);
	paint_page(c, j->fonts, j->pages, j->page, NULL);
	canvas_page_end(c);
	const char *why = NULL;
	if (!canvas_close(c, &why))
		return 0;
	diag_put(g, &write_msgs[MSG_PNG_FAILED], (struct pos){0}, j->page + 1, why);
	return -1;
}
