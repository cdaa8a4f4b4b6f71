/* The PDF: pages, structure, outline, page labels, what a viewer tells of the file. */
#include "write/pdf.h"
#include <stdio.h>
#include "base/utf8.h"
#include "write/msg.h"
#include "write/paint.h"

/* Of a draft without a whole date: the day the decree was signed. Never the clock, so that bytes do not change. */
static const struct date fallback_date = {.day = 5, .month = 3, .year = 2020};

static const char *one_line(struct arena *a, const char *s) { return s ? utf8_one_line(a, s) : NULL; }

static void put_meta(const struct write_job *j, struct canvas *c)
{
	const struct meta *m = j->doc->meta;
	struct arena *a = j->pages->arena;
	struct date d = m && viet_date_valid(m->date) ? m->date : fallback_date;
	const char *date = arena_printf(a, "%04d-%02d-%02dT00:00:00+07:00", d.year, d.month, d.day);
	const char *kind = m ? m->kind.s : NULL, *subject = m ? m->subject.s : NULL;
	const char *title = kind && subject ? arena_printf(a, "%s %s", kind, subject) : kind ? kind : subject;
	const char *author = m && m->n_issuers ? m->issuers[0].name.s : NULL;
	for (size_t i = 1; author && i < m->n_issuers; i++)
		if (m->issuers[i].name.s)
			author = arena_printf(a, "%s, %s", author, m->issuers[i].name.s);
	canvas_meta(c, one_line(a, title), one_line(a, author), one_line(a, subject), date);
}

/* Pages counted from 1 without a new start need no labels. */
static bool needs_labels(const struct pages *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].label != i + 1)
			return true;
	return false;
}

int write_pdf(const struct write_job *j, struct buf *out, struct diag *g)
{
	const struct pages *p = j->pages;
	struct canvas *c = canvas_pdf(out);
	put_meta(j, c);
	struct tags *tags = tags_new(p->arena, c, p);
	bool labels = needs_labels(p);
	for (size_t i = 0; i < p->n; i++) {
		char label[16];
		snprintf(label, sizeof label, "%u", p->v[i].label);
		canvas_page(c, pt_from_twip(p->v[i].w), pt_from_twip(p->v[i].h), labels ? label : NULL);
		paint_page(c, j->fonts, p, i, tags);
		if (i + 1 == p->n)
			tags_end(tags);
		canvas_page_end(c);
	}
	for (size_t i = 0; i < p->n_outline; i++)
		canvas_outline(c, p->outline[i].level, p->outline[i].title, p->outline[i].page, p->outline[i].y);
	const char *why = NULL;
	if (!canvas_close(c, &why))
		return 0;
	diag_put(g, &write_msgs[MSG_PDF_FAILED], (struct pos){0}, why);
	return -1;
}
