/* Laid-out pages as text: a line an item, in the order painted. */
#include "model/pages.h"

#include "base/buf.h"

static void put_text(struct buf *out, const struct item *it)
{
	buf_printf(out, "  %s %.2f %.2f w %.2f", it->line_start ? "line" : "text", it->x, it->y, it->w);
	/* below a thousandth of a point nothing can be seen, and noise of the last bit would show */
	if (it->space_extra > 0.0005 || it->space_extra < -0.0005)
		buf_printf(out, " extra %.3f", it->space_extra);
	if (it->red)
		buf_puts(out, " red");
	buf_puts(out, " \"");
	if (it->text)
		buf_put(out, it->text, it->text_len);
	buf_putc(out, '"');
}

static void put_rule(struct buf *out, const struct item *it)
{
	buf_printf(out, "  rule %.2f %.2f %.2f x %.2f", it->x, it->y, it->w, it->h);
	if (it->red)
		buf_puts(out, " red");
}

/* The chart itself, and a line for each of its bars and texts. */
static void put_chart(struct buf *out, const struct item *it, const struct chart_drawing *d)
{
	buf_printf(out, "  chart %.2f %.2f %.2f x %.2f", it->x, it->y, it->w, it->h);
	if (!d)
		return;
	buf_printf(out, " plot %.2f %.2f %.2f x %.2f scale %g by %g", d->plot_x, d->plot_y, d->plot_w, d->plot_h, d->max, d->step);
	for (size_t i = 0; i < d->n_bars; i++)
		buf_printf(out, "\n    bar %.2f %.2f %.2f x %.2f series %u", d->bars[i].x, d->bars[i].y, d->bars[i].w, d->bars[i].h,
			d->bars[i].series + 1u);
	for (size_t i = 0; i < d->n_texts; i++)
		buf_printf(out, "\n    %s %.2f %.2f w %.2f \"%s\"", d->texts[i].scale ? "scale" : "text", d->texts[i].x, d->texts[i].y, d->texts[i].w,
			d->texts[i].text);
	buf_puts(out, "\n   ");
}

static void put_picture(struct buf *out, const struct item *it)
{
	const char *path = it->picture && it->picture->path ? it->picture->path : "";
	if (it->picture && it->picture->chart) {
		put_chart(out, it, it->picture->chart->drawing);
		return;
	}
	buf_printf(out, "  picture %.2f %.2f %.2f x %.2f \"%s\"", it->x, it->y, it->w, it->h, path);
}

static void (*const put_kind[])(struct buf *, const struct item *) = {
	[ITEM_TEXT] = put_text, [ITEM_RULE] = put_rule, [ITEM_PICTURE] = put_picture,
};

static void put_item(struct buf *out, const struct item *it)
{
	put_kind[it->kind](out, it);
	if (it->node && it->node->kind == NODE_PARA)
		buf_printf(out, " %s", role_name(it->node->u.para.role));
	if (it->artifact)
		buf_puts(out, " artifact");
	buf_putc(out, '\n');
}

static void put_page(struct buf *out, const struct page *p, size_t index)
{
	buf_printf(out, "page %zu %dx%d label %u%s\n", index + 1, p->w, p->h, p->label, p->label_shown ? "" : " hidden");
	for (size_t i = 0; i < p->n_items; i++)
		put_item(out, &p->items[i]);
}

static void put_guards(struct buf *out, const struct para_layout *l, uint32_t id)
{
	static const char *const names[] = {
		[GUARD_SPACING] = "spacing", [GUARD_HYPHEN] = "hyphen", [GUARD_SPACE] = "space", [GUARD_NARROW] = "narrow",
	};
	for (size_t i = 0; i < l->n_guards; i++) {
		const struct guard *g = &l->guards[i];
		buf_printf(out, "guard node %u %s %u-%u %d\n", id, names[g->kind], g->from, g->to, g->value);
	}
}

static void put_columns(struct buf *out, const struct table_layout *t, uint32_t id)
{
	if (!t->n_cols)
		return;
	buf_printf(out, "columns node %u", id);
	for (size_t i = 0; i < t->n_cols; i++)
		buf_printf(out, "%c%d", i ? ',' : ' ', t->cols[i]);
	buf_putc(out, '\n');
}

void pages_dump(const struct pages *p, struct buf *out)
{
	buf_printf(out, "pages %zu lines %zu\n", p->n, p->n_lines);
	for (size_t i = 0; i < p->n; i++)
		put_page(out, &p->v[i], i);
	for (uint32_t id = 0; p->paras && id < p->n_nodes; id++)
		put_guards(out, &p->paras[id], id);
	for (uint32_t id = 0; p->tables && id < p->n_nodes; id++)
		put_columns(out, &p->tables[id], id);
	for (size_t i = 0; i < p->n_outline; i++) {
		const struct outline *o = &p->outline[i];
		buf_printf(out, "outline %d page %zu %.2f \"%s\"\n", o->level, o->page + 1, o->y, o->title);
	}
}
