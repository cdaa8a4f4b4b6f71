/* Tables: columns by the file's grid, cells merged across and down. Tables inside cells, notes and headers are read as their paragraphs. */
#include <string.h>
#include "read/docx_in.h"

struct tc { const struct xml_el *e, *props; size_t col, span; bool on /* goes on from above */; };
struct tr { const struct xml_el *props; size_t first, n; bool header; };
struct grid_in {
	struct wml_reader *r;
	struct tc *cells; size_t n_cells, cap_cells;
	struct tr *rows; size_t n_rows, cap_rows;
	size_t n_cols;
	size_t drawn;              /* cells with borders of their own */
};

static bool wraps(const struct xml_el *e) { return wml_is(e, "ins") || wml_is(e, "moveTo") || wml_is(e, "customXml") || wml_is(e, "sdtContent") || wml_is(e, "smartTag"); }

static bool has_border(const struct xml_el *props)
{
	const struct xml_el *b = xml_el_child(props, "w:tcBorders");
	int n = 0;
	for (const struct xml_el *c = b ? b->first : NULL; c; c = c->next) {
		const char *v = wml_val(c);
		n += v && strcmp(v, "nil") && strcmp(v, "none");
	}
	return n >= 2;
}

static size_t count_of(const struct xml_el *props, const char *name, int least)
{
	const struct xml_el *e = xml_el_child(props, name);
	int n = e ? wml_number(e, "val", least, WML_COLS + 1) : least;
	return n < least ? (size_t)least : (size_t)n;
}

static void cell(struct grid_in *g, const struct xml_el *e, size_t *col)
{
	struct tc c = {.e = e, .props = xml_el_child(e, "w:tcPr"), .col = *col};
	const struct xml_el *merge = xml_el_child(c.props, "w:vMerge");
	const char *v = wml_val(merge);
	c.span = count_of(c.props, "w:gridSpan", 1);
	c.on = merge && (!v || strcmp(v, "restart"));
	if (c.col + c.span > WML_COLS) {
		if (!g->r->told_wide)
			wml_tell(g->r, WML_WIDE_TABLE, WML_COLS);
		g->r->told_wide = true;
		c.col = c.col < WML_COLS ? c.col : WML_COLS - 1;
		c.span = WML_COLS - c.col;
	}
	g->drawn += has_border(c.props);
	*col = c.col + c.span;
	g->n_cols = *col > g->n_cols ? *col : g->n_cols;
	ARENA_PUSH(g->r->a, g->cells, g->n_cells, g->cap_cells, c);
}

static void cells(struct grid_in *g, const struct xml_el *e, size_t *col)
{
	for (const struct xml_el *c = e ? e->first : NULL; c; c = c->next) {
		if (wml_is(c, "tc"))
			cell(g, c, col);
		else if (wml_is(c, "sdt"))
			cells(g, xml_el_child(c, "w:sdtContent"), col);
		else if (wraps(c))
			cells(g, c, col);
	}
}

static void row(struct grid_in *g, const struct xml_el *e)
{
	struct tr t = {.props = xml_el_child(e, "w:trPr"), .first = g->n_cells};
	const struct xml_el *head = xml_el_child(t.props, "w:tblHeader");
	struct foreign *f = g->r->f;
	bool in = xml_el_child(t.props, "w:ins"), out = xml_el_child(t.props, "w:del");
	size_t col = count_of(t.props, "w:gridBefore", 0);
	f->inserted += in, f->deleted += out;
	if ((in || out) && !f->first_change)
		f->first_change = g->r->line;
	if (out)
		return;
	col = col < WML_COLS ? col : WML_COLS - 1;
	cells(g, e, &col);
	t.n = g->n_cells - t.first;
	t.header = head && wml_is_on(head);
	if (t.n)
		ARENA_PUSH(g->r->a, g->rows, g->n_rows, g->cap_rows, t);
}

static void rows(struct grid_in *g, const struct xml_el *e)
{
	for (const struct xml_el *c = e ? e->first : NULL; c; c = c->next) {
		if (wml_is(c, "tr"))
			row(g, c);
		else if (wml_is(c, "sdt"))
			rows(g, xml_el_child(c, "w:sdtContent"));
		else if (wraps(c))
			rows(g, c);
	}
}

/* Columns are where cells begin and end: those of the file's grid that no cell tells apart are one. */
static void join_columns(struct grid_in *g, struct table *t)
{
	bool edge[WML_COLS + 1] = {[0] = true};
	size_t to[WML_COLS + 1], n = 0;
	for (size_t i = 0; i < g->n_cells; i++)
		edge[g->cells[i].col] = edge[g->cells[i].col + g->cells[i].span] = true;
	for (size_t i = 0; i <= g->n_cols; i++) {
		to[i] = n;
		n += i < g->n_cols && edge[i + 1];
	}
	for (size_t i = 0; i < g->n_cells; i++) {
		struct tc *c = &g->cells[i];
		c->span = to[c->col + c->span] - to[c->col];
		c->col = to[c->col];
	}
	for (size_t i = 0; i < g->n_cols; i++) {
		twip w = t->want[i];
		t->want[i] = 0;
		t->want[to[i]] += w;
	}
	t->n_cols = g->n_cols = n;
}

/* ---- the tree ---- */

static void set_widths(struct grid_in *g, const struct xml_el *e, struct table *t)
{
	size_t i = 0;
	t->want = ARENA_ARRAY(g->r->a, twip, g->n_cols + 1);
	for (const struct xml_el *c = xml_el_child(e, "w:tblGrid") ? xml_el_child(e, "w:tblGrid")->first : NULL; c && i < g->n_cols; c = c->next) {
		int w = wml_is(c, "gridCol") ? wml_number(c, "w", 0, 31680) : -1;
		if (w >= 0)
			t->want[i++] = w;
	}
	for (size_t k = 0; k < g->n_cells; k++) { /* a grid that does not say it: the cells may */
		const struct tc *c = &g->cells[k];
		const struct xml_el *w = xml_el_child(c->props, "w:tcW");
		const char *type = w ? xml_el_attr(w, "type") : NULL;
		if (c->span == 1 && t->want[c->col] == 0 && w && (!type || !strcmp(type, "dxa")))
			t->want[c->col] = wml_number(w, "w", 0, 31680);
		if (t->want[c->col] < 0)
			t->want[c->col] = 0;
	}
}

static int8_t valign_of(const struct xml_el *props)
{
	const char *v = wml_val(xml_el_child(props, "w:vAlign"));
	return !v ? 0 : !strcmp(v, "center") || !strcmp(v, "both") ? 1 : !strcmp(v, "bottom") ? 2 : 0;
}

static struct node *add_cell(struct grid_in *g, struct node *row, size_t col, size_t span)
{
	struct node *n = doc_add(g->r->d, row, NODE_CELL, wml_pos(g->r));
	n->u.cell.col = col;
	n->u.cell.span_cols = span;
	return n;
}

/* A row has a cell for each column that none above covers. */
static void put_row(struct grid_in *g, struct node *table, const struct tr *t, struct node **above, const struct wml_place *at)
{
	struct node *row = doc_add(g->r->d, table, NODE_ROW, wml_pos(g->r));
	struct node *now[WML_COLS] = {NULL}, *last = NULL;
	struct wml_place in = *at;
	size_t col = 0;
	in.cell = true, in.deep++;
	for (size_t i = 0; i <= t->n; i++) {
		const struct tc *c = i < t->n ? &g->cells[t->first + i] : NULL;
		for (size_t to = c ? c->col : g->n_cols; col < to; col++) /* gridBefore, rows that end early */
			add_cell(g, row, col, 1);
		if (!c)
			continue;
		if (c->col < col) { /* right of the last column there can be */
			in.parent = last;
			if (last)
				wml_blocks(g->r, c->e, &in);
			continue;
		}
		struct node *up = above[c->col];
		col = c->col + c->span;
		if (c->on && up && up->u.cell.col == c->col && up->u.cell.span_cols == c->span) {
			up->u.cell.span_rows++;
			now[c->col] = up;
			continue;
		}
		struct node *n = last = in.parent = add_cell(g, row, c->col, c->span);
		n->u.cell.valign = valign_of(c->props);
		now[c->col] = n;
		wml_blocks(g->r, c->e, &in);
	}
	memcpy(above, now, sizeof now);
}

/* Letterheads and signatures whose paragraphs have vanban's own styles are those. */
static void set_role(struct node *table)
{
	struct table *t = &table->u.table;
	bool head = false, sign = false;
	for (const struct node *n = doc_walk(table, table); n; n = doc_walk(table, n)) {
		enum role role = n->kind == NODE_PARA ? n->u.para.role : ROLE_BODY;
		head = head || role == ROLE_NATION || role == ROLE_ISSUER || role == ROLE_PARENT;
		sign = sign || role == ROLE_RECIPIENTS || role == ROLE_RECIPIENT || role == ROLE_SIGN_TITLE || role == ROLE_SIGN_NAME;
	}
	t->role = head ? TABLE_HEAD : sign ? TABLE_SIGN : TABLE_DATA;
	t->keep_whole = t->role != TABLE_DATA;
}

static void put_table(struct grid_in *g, const struct xml_el *e, const struct wml_place *at)
{
	struct wml_reader *r = g->r;
	struct node *n = doc_add(r->d, at->parent ? at->parent : r->section, NODE_TABLE, wml_pos(r)), *above[WML_COLS] = {NULL};
	struct table *t = &n->u.table;
	const struct xml_el *props = xml_el_child(e, "w:tblPr"), *own = xml_el_child(props, "w:tblBorders");
	bool lead = true;
	t->border = at->table && at->table->border == 1;
	if (own) {
		t->border = false;
		for (const struct xml_el *c = own->first; c; c = c->next)
			t->border = t->border || (wml_val(c) && strcmp(wml_val(c), "nil") && strcmp(wml_val(c), "none"));
	}
	t->border = t->border || g->drawn * 2 > g->n_cells;
	t->rows_split = true;
	int pad = wml_table_pad(props);
	pad = pad == WML_UNSET && at->table ? at->table->pad_y : pad;
	t->tight = t->border && (pad == WML_UNSET || pad < CELL_PAD_Y / 2);
	set_widths(g, e, t);
	join_columns(g, t);
	for (size_t i = 0; i < g->n_rows && !r->full; i++) {
		put_row(g, n, &g->rows[i], above, at);
		lead = lead && g->rows[i].header && i + 1 < g->n_rows;
		n->last->u.row.header = lead;
		t->n_header += lead;
	}
	set_role(n);
}

static void put_flat(struct grid_in *g, const struct wml_place *at)
{
	for (size_t i = 0; i < g->n_cells; i++)
		wml_blocks(g->r, g->cells[i].e, at);
}

void wml_table(struct wml_reader *r, const struct xml_el *e, const struct wml_place *at)
{
	struct grid_in g = {.r = r};
	struct wml_place in = *at;
	const char *style = wml_val(xml_el_child(xml_el_child(e, "w:tblPr"), "w:tblStyle"));
	rows(&g, e);
	if (!g.n_rows)
		return;
	if (++in.deep > WML_TABLES_DEEP) {
		if (!r->told_deep)
			wml_tell(r, WML_DEEP, WML_TABLES_DEEP);
		r->told_deep = true;
		return;
	}
	in.table = wml_style_find(&r->styles, style, WML_STYLE_TABLE);
	if (at->parent)
		put_flat(&g, &in);
	else
		put_table(&g, e, &in);
}
