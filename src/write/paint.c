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
		if (it->picture)
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
