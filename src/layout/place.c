/* Puts lines and rules onto a page. */
#include "layout/lay.h"

static void push(struct lay *l, struct page *pg, struct item it)
{
	ARENA_PUSH(l->a, pg->items, pg->n_items, pg->cap_items, it);
}

void lay_put_rule(struct lay *l, struct page *pg, const struct node *n, double x, double y, double w, double h, bool artifact)
{
	push(l, pg, (struct item){.kind = ITEM_RULE, .node = n, .artifact = artifact, .x = x, .y = y, .w = w, .h = h});
}

static double line_x(const struct line *ln, enum align align)
{
	double free = ln->avail - ln->width;
	if (align == ALIGN_CENTER)
		return ln->x + free / 2;
	return align == ALIGN_RIGHT ? ln->x + free : ln->x;
}

static void put_frame(struct lay *l, struct page *pg, const struct block *b, double x, double y)
{
	double bw = pt_from_twip(BORDER_W), out = b->t->style->box == BOX_ALL ? bw : 0; /* a frame stands outside the indents */
	double x0 = x + pt_from_twip(b->indent_l) - out;
	double w = pt_from_twip(b->width - b->indent_l - b->indent_r) + 2 * out, h = pt_from_twip(b->h);
	const struct node *n = b->t->node;
	lay_put_rule(l, pg, n, x0, y, w, bw, true);
	if (b->t->style->box != BOX_ALL)
		return;
	lay_put_rule(l, pg, n, x0, y + h - bw, w, bw, true);
	lay_put_rule(l, pg, n, x0, y, bw, h, true);
	lay_put_rule(l, pg, n, x0 + w - bw, y, bw, h, true);
}

/* A line is one item; where it holds spaces that are not widened, they stand alone between the stretches that are. */
static void put_text(struct lay *l, struct page *pg, const struct ptext *t, const struct line *ln, struct item it)
{
	const struct shaped *sh = t->sh;
	double extra = it.space_extra;
	for (uint32_t i = ln->from; i < ln->to;) {
		uint32_t end = i;
		bool fixed = extra > 0 && t->brk[i] == BRK_NO_BREAK_SPACE;
		double spaces = 0;
		for (; end < ln->to && !(extra > 0 && end > i && (fixed || t->brk[end] == BRK_NO_BREAK_SPACE)); end++)
			spaces += is_space(t, end);
		it.space_extra = fixed ? 0 : extra;
		it.from = i;
		it.to = end;
		it.text = sh->text + sh->clusters[i].start;
		it.text_len = sh->clusters[end].start - sh->clusters[i].start;
		it.w = sh->x[end] - sh->x[i];
		push(l, pg, it);
		it.x += it.w + spaces * it.space_extra;
		it.line_start = false;
		i = end;
	}
}

void lay_put_line(struct lay *l, struct page *pg, const struct block *b, uint32_t line, double x, double y, bool artifact)
{
	const struct ptext *t = b->t;
	const struct line *ln = &b->lines[line];
	enum align align = lay_align(t);
	double lx = x + line_x(ln, align);
	if (b->t->style->box != BOX_NONE && line == 0) {
		size_t before = pg->n_items;
		put_frame(l, pg, b, x, y - pt_from_twip(b->pad_top));
		for (size_t i = before; i < pg->n_items; i++)
			pg->items[i].red = t->has_red;
	}
	if (t->picture) {
		double w = pt_from_twip(t->picture->w), h = pt_from_twip(t->picture->h);
		double px = x + ln->x + (align == ALIGN_CENTER ? (ln->avail - w) / 2 : 0);
		push(l, pg, (struct item){.kind = ITEM_PICTURE, .node = t->node, .artifact = artifact, .x = px, .y = y, .w = w, .h = h, .picture = t->picture});
		return;
	}
	if (ln->to == ln->from)
		return;
	uint32_t spaces = align == ALIGN_JUSTIFY && !ln->last ? count_stretchable(t, ln->from, ln->to) : 0;
	double free = ln->avail - ln->width;
	put_text(l, pg, t, ln, (struct item){.kind = ITEM_TEXT, .node = t->node, .artifact = artifact, .x = lx, .y = y + ln->base, .w = ln->width,
		.h = pt_from_twip(ln->h), .shaped = t->sh, .from = ln->from, .to = ln->to, .line_start = true, .red = t->has_red,
		.space_extra = spaces ? free / spaces : 0});
	l->p->n_lines++;
	if (role_toc_level(t->node->u.para.role) && ln->last)
		lay_put_leader(l, pg, b, x);
}

void lay_put_stack(struct lay *l, struct page *pg, const struct stack *s, size_t from, size_t to, double x, double y, bool artifact)
{
	twip y0 = from && from < s->n ? s->v[from].y : 0;
	for (size_t i = from; i < to; i++)
		lay_put_line(l, pg, s->v[i].b, s->v[i].line, x, y + pt_from_twip(s->v[i].y - y0), artifact);
}
