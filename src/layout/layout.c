/* A composed document becomes pages. */
#include "layout/lay.h"
#include "text/picture.h"

/* Loads the pictures and sizes them: as asked, or by nature, at most the text's width and most of its height. */
static void size_picture(struct lay *l, struct picture *p, twip room_w, twip room_h, struct pos pos)
{
	if (p->chart) {
		lay_chart(l, p, room_w, room_h, pos);
		return;
	}
	double w = 170, h = 113; /* of the empty frame that stands for a picture that cannot be read */
	picture_load(l->a, p, &w, &h, l->g, pos);
	double scale = p->width ? pt_from_twip(p->width) / w : 1;
	if (w * scale > pt_from_twip(room_w))
		scale = pt_from_twip(room_w) / w;
	if (h * scale > pt_from_twip(room_h))
		scale = pt_from_twip(room_h) / h;
	p->w = twip_from_pt(w * scale);
	p->h = twip_from_pt(h * scale);
	lay_find_picture(l, p, pos);
}

static void size_pictures(struct lay *l)
{
	for (struct node *s = l->d->root->first; s; s = s->next) {
		twip w = lay_text_width(s), h = (s->u.section.page_h - s->u.section.top - s->u.section.bottom) * 9 / 10;
		for (const struct node *n = doc_walk(s, s); n; n = doc_walk(s, n)) {
			if (n->kind != NODE_PARA)
				continue;
			const struct node *cell = n->parent && n->parent->kind == NODE_CELL ? n->parent : NULL;
			const struct node *row = cell ? cell->parent : NULL;
			twip room = row && row->parent ? (twip)(w / (twip)(row->parent->u.table.n_cols + 1)) : w;
			for (size_t i = 0; i < n->u.para.n_runs; i++)
				if (n->u.para.runs[i].picture)
					size_picture(l, n->u.para.runs[i].picture, room, h, n->pos);
		}
	}
}

struct pages *layout_again(struct doc *d, struct fonts *f, const struct pages *before, struct diag *g)
{
	struct arena *a = d->arena;
	struct pages *p = ARENA_NEW(a, struct pages);
	struct lay l = {.d = d, .f = f, .g = g, .a = a, .p = p, .st = p->styles, .before = before ? before->texts : NULL};
	unsigned page_number = 0;
	p->arena = a;
	p->n_nodes = d->n_nodes;
	p->choice = d->choice;
	p->paras = ARENA_ARRAY(a, struct para_layout, d->n_nodes + 1);
	p->tables = ARENA_ARRAY(a, struct table_layout, d->n_nodes + 1);
	p->rows = ARENA_ARRAY(a, struct row_layout, d->n_nodes + 1);
	l.texts = p->texts = ARENA_ARRAY(a, struct ptext *, d->n_nodes + 1);
	p->top_cells = ARENA_ARRAY(a, bool, d->n_nodes + 1);
	size_pictures(&l);
	lay_choose_header(&l);
	for (const struct node *s = d->root->first; s; s = s->next)
		if (s->kind == NODE_SECTION)
			lay_section(&l, s, &page_number);
	lay_set_leaders(&l);
	return p;
}

struct pages *layout_pages(struct doc *d, struct fonts *f, struct diag *g) { return layout_again(d, f, NULL, g); }
