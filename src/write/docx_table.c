/* Tables of fixed layout: the widths the layout measured, merged cells, header rows. */
#include "write/docx_inner.h"

enum { DEEPEST_TABLE = 4 };

/* A cell that goes on down a column: what of it is left. */
struct down { size_t rows, cols; const struct node *cell; };

struct grid_out {
	const struct table *t;
	const twip *cols;
	const struct table_layout *layout; /* or NULL */
	struct down *down;         /* by column */
};

static long width_of(const struct grid_out *g, size_t col, size_t span)
{
	long sum = 0;
	for (size_t i = col; i < col + span; i++)
		sum += g->cols[i];
	return sum;
}

static void put_width(struct xml *x, const char *name, long width)
{
	xml_open(x, name);
	xml_attri(x, "w:w", width);
	xml_attr(x, "w:type", "dxa");
	xml_end(x);
}

static void put_table_props(struct docx *w, const struct grid_out *g)
{
	struct xml *x = w->x;
	xml_open(x, "w:tblPr");
	docx_val(x, "w:tblStyle", g->t->border ? DOCX_TABLE_LINED : DOCX_TABLE_BARE);
	put_width(x, "w:tblW", width_of(g, 0, g->t->n_cols));
	/* the left edge of the text in the first cell is meant: the frame then stands on the margin */
	put_width(x, "w:tblInd", g->t->border ? CELL_PAD_X : 0);
	xml_leaf(x, "w:tblLayout", "w:type", "fixed", NULL);
	xml_end(x);
	xml_open(x, "w:tblGrid");
	for (size_t i = 0; i < g->t->n_cols; i++) {
		xml_open(x, "w:gridCol");
		xml_attri(x, "w:w", g->cols[i]);
		xml_end(x);
	}
	xml_end(x);
}

static void put_row_props(struct docx *w, const struct node *row, bool header)
{
	bool known = row->id < w->pages->n_nodes, whole = !known || !w->pages->rows[row->id].may_split;
	twip least = known ? w->pages->rows[row->id].least : 0;
	header = header && !(known && w->pages->rows[row->id].no_repeat);
	if (!whole && !header && !least)
		return;
	xml_open(w->x, "w:trPr");
	if (whole)
		xml_leaf(w->x, "w:cantSplit", NULL);
	if (least) { /* LibreOffice forgets merged cells in header rows that it repeats */
		xml_open(w->x, "w:trHeight");
		xml_attri(w->x, "w:val", least);
		xml_attr(w->x, "w:hRule", "atLeast");
		xml_end(w->x);
	}
	if (header)
		xml_leaf(w->x, "w:tblHeader", NULL);
	xml_end(w->x);
}

static void open_cell(struct docx *w, const struct grid_out *g, size_t col, size_t span, const char *merge, int valign)
{
	struct xml *x = w->x;
	xml_open(x, "w:tc");
	xml_open(x, "w:tcPr");
	put_width(x, "w:tcW", width_of(g, col, span));
	if (span > 1)
		docx_vali(x, "w:gridSpan", (long)span);
	if (merge) {
		xml_open(x, "w:vMerge");
		if (*merge)
			xml_attr(x, "w:val", merge);
		xml_end(x);
	}
	if (valign)
		docx_val(x, "w:vAlign", valign == 1 ? "center" : "bottom");
	xml_end(x);
}

/* Every cell ends with a paragraph. */
static void empty_para(struct docx *w)
{
	xml_open(w->x, "w:p");
	xml_open(w->x, "w:pPr");
	docx_val(w->x, "w:pStyle", w->pages->styles[ROLE_CELL].id);
	xml_end(w->x);
	xml_end(w->x);
}

static void put_bare_cell(struct docx *w, const struct grid_out *g, size_t col, size_t span, const char *merge)
{
	open_cell(w, g, col, span, merge, 0);
	empty_para(w);
	xml_end(w->x);
}

/* Is the merged cell of a column cut before a row? Its label then stands there again. */
static bool is_cut(const struct grid_out *g, size_t row, size_t col)
{
	const struct table_layout *tl = g->layout;
	size_t lo = 0, hi = tl ? tl->n_cuts : 0;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		const struct table_cut *c = &tl->cuts[mid];
		if (c->row == row && c->col == col)
			return true;
		if (c->row < row || (c->row == row && c->col < col))
			lo = mid + 1;
		else
			hi = mid;
	}
	return false;
}

/* merged: the row below belongs to it as well; else what is left of a merged cell stands at the top, as layout has it. */
static void put_cell(struct docx *w, const struct grid_out *g, const struct node *cell, size_t span, bool merged, const struct docx_place *at)
{
	const struct cell *c = &cell->u.cell;
	struct docx_place inside = *at;
	inside.align = c->align;
	bool top = (!merged && c->span_rows > 1) || (cell->id < w->pages->n_nodes && w->pages->top_cells[cell->id]);
	open_cell(w, g, c->col, span, merged ? "restart" : NULL, top ? 0 : c->valign);
	docx_blocks(w, cell, &inside);
	if (!cell->last)
		empty_para(w);
	else if (cell->last->kind != NODE_PARA)
		docx_gap(w, &inside, /*thin*/ true);
	xml_end(w->x);
}

/* Columns of a cell as far as nothing from above is in its way. */
static size_t free_span(const struct grid_out *g, size_t col, size_t want)
{
	size_t n = 1;
	while (n < want && col + n < g->t->n_cols && !g->down[col + n].rows)
		n++;
	return n;
}

static void put_row(struct docx *w, struct grid_out *g, const struct node *row, size_t i, bool header, const struct docx_place *at)
{
	xml_open(w->x, "w:tr");
	put_row_props(w, row, header);
	const struct node *cell = row->first;
	for (size_t col = 0; col < g->t->n_cols;) {
		struct down *d = &g->down[col];
		size_t span = 1;
		while (cell && cell->u.cell.col < col)
			cell = cell->next;
		if (d->rows) {
			span = d->cols;
			d->rows--;
			if (d->cell && is_cut(g, i, col))
				put_cell(w, g, d->cell, span, d->rows && !is_cut(g, i + 1, col), at);
			else
				put_bare_cell(w, g, col, span, "");
		} else if (cell && cell->u.cell.col == col) {
			span = free_span(g, col, cell->u.cell.span_cols);
			if (cell->u.cell.span_rows > 1)
				*d = (struct down){cell->u.cell.span_rows - 1, span, cell};
			put_cell(w, g, cell, span, cell->u.cell.span_rows > 1 && !is_cut(g, i + 1, col), at);
		} else {
			put_bare_cell(w, g, col, span, NULL);
		}
		col += span;
	}
	xml_end(w->x);
}

void docx_table(struct docx *w, const struct node *table, const struct docx_place *at)
{
	const struct table *t = &table->u.table;
	const struct table_layout *tl = table->id < w->pages->n_nodes ? &w->pages->tables[table->id] : NULL;
	if (!t->n_cols || !table->first || at->depth >= DEEPEST_TABLE)
		return;
	struct grid_out g = {.t = t, .layout = tl};
	twip *cols = ARENA_ARRAY(w->a, twip, t->n_cols);
	for (size_t i = 0; i < t->n_cols; i++) /* without measures (a table inside a cell): an inch each */
		cols[i] = tl && i < tl->n_cols ? tl->cols[i] : 1440;
	g.cols = cols;
	g.down = ARENA_ARRAY(w->a, struct down, t->n_cols);
	xml_open(w->x, "w:tbl");
	put_table_props(w, &g);
	size_t i = 0;
	bool in_header = true;
	for (const struct node *row = table->first; row; row = row->next, i++) {
		in_header = in_header && row->u.row.header;
		struct docx_place here = {.align = -1, .depth = at->depth + 1, .plain = at->plain};
		bool known = row->id < w->pages->n_nodes, parted = known && w->pages->rows[row->id].no_repeat;
		here.keep = row->next && (t->keep_whole || (in_header && !parted));
		put_row(w, &g, row, i, in_header, &here);
	}
	xml_end(w->x);
}
