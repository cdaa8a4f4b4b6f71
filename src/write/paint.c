/* Items to canvas calls. */
#include "write/paint.h"

/* The space a line was broken at is drawn too, beyond its end, where nobody sees it: whoever takes the text out of the
 * file by its structure would else join the last word of a line with the first of the next. next is the item behind this
 * one or NULL: a line may be several items. */
static uint32_t with_break_space(const struct item *it, const struct item *next)
{
	const struct shaped *s = it->shaped;
	bool space = it->to < s->n_clusters && s->text[s->clusters[it->to].start] == ' ';
	bool goes_on = next && next->kind == ITEM_TEXT && next->shaped == s && next->from <= it->to;
	return space && !goes_on && !it->artifact ? it->to + 1 : it->to;
}

/* A chart: lines, bars, then its texts in the order in which they are read. */
static void paint_chart(struct canvas *c, struct fonts *f, const struct item *it, const struct chart_drawing *d)
{
	for (size_t i = 0; i < d->n_rules; i++)
		canvas_grey(c, it->x + d->rules[i].x, it->y + d->rules[i].y, d->rules[i].w, d->rules[i].h, d->rules[i].grey);
	for (size_t i = 0; i < d->n_bars; i++) {
		const struct chart_bar *b = &d->bars[i];
		canvas_bar(c, it->x + b->x, it->y + b->y, b->w, b->h, &chart_fills[b->series]);
	}
	for (size_t i = 0; i < d->n_texts; i++)
		if (d->texts[i].plate)
			canvas_grey(c, it->x + d->texts[i].x - 1, it->y + d->texts[i].y - d->small * 0.75, d->texts[i].w + 2, d->small * 0.85, 255);
	for (size_t i = 0; i < d->n_texts; i++)
		canvas_text(c, f, d->texts[i].shaped, 0, UINT32_MAX, it->x + d->texts[i].x, it->y + d->texts[i].y, 0, false);
}

static const struct chart_drawing *chart_of(const struct item *it)
{
	return it->kind == ITEM_PICTURE && it->picture && it->picture->chart ? it->picture->chart->drawing : NULL;
}

static void paint_item(struct canvas *c, struct fonts *f, const struct item *it, const struct item *next)
{
	switch (it->kind) {
	case ITEM_TEXT:
		if (it->shaped)
			canvas_text(c, f, it->shaped, it->from, with_break_space(it, next), it->x, it->y, it->space_extra, it->red);
		break;
	case ITEM_RULE:
		canvas_rect(c, it->x, it->y, it->w, it->h, it->red);
		break;
	case ITEM_PICTURE:
		if (chart_of(it))
			paint_chart(c, f, it, chart_of(it));
		else if (it->picture)
			canvas_picture(c, it->picture, it->x, it->y, it->w, it->h);
		break;
	}
}

/* Rules, page numbers and the like are no part of the text: they are painted first, outside every element. */
static bool is_artifact(const struct item *it) { return it->artifact || it->kind == ITEM_RULE; }

void paint_page(struct canvas *c, struct fonts *f, const struct pages *pages, size_t page, struct tags *tags)
{
	const struct page *p = &pages->v[page];
	for (size_t i = 0; i < p->n_items; i++)
		if (is_artifact(&p->items[i]))
			paint_item(c, f, &p->items[i], i + 1 < p->n_items ? &p->items[i + 1] : NULL);
	for (size_t i = 0; i < p->n_items; i++) {
		if (is_artifact(&p->items[i]))
			continue;
		if (tags)
			tags_enter(tags, &p->items[i], page);
		paint_item(c, f, &p->items[i], i + 1 < p->n_items ? &p->items[i + 1] : NULL);
	}
	if (tags)
		tags_page_end(tags);
}
