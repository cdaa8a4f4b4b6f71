/* Structure elements, opened and closed around items as they are painted.
 *
 *   Document > Sect > H1…H6, P, Caption, Figure, L > LI > LBody, TOC > TOCI > Link, Table > TR > TH, TD > P …; Note > P
 *
 * Letterhead and signature tables are mere layout: their paragraphs are plain P in reading order. What stands on two
 * pages is one element with a Span on each; a row parted by a page's end is a TR on each. Only names that Cairo knows
 * may be used: any other corrupts the file. */
#include "write/tags.h"
#include <string.h>

enum { MAX_DEPTH = 64 };

struct elem {
	const char *tag;
	const void *key;      /* the node it stands for */
	size_t page;          /* of elements that do not go on over a page's end; else 0 */
	const char *attrs;    /* Cairo's attributes of the tag, or NULL */
};

/* Pages where a node begins and ends, from 1; 0: nowhere. */
struct extent { uint32_t first, last; bool placed; /* its name is in the file */ };

struct tags {
	struct canvas *canvas;
	struct arena *arena;
	const struct pages *pages;
	struct extent *extents;          /* by node id */
	struct elem stack[MAX_DEPTH];    /* open elements; the last one is a leaf that holds content */
	size_t depth;
	bool leaf;                       /* whether the last one is such a leaf */
	const struct node *now;          /* node of the leaf */
	const struct node *list, *list_last; /* first and last paragraph of the list that may go on */
	uint8_t ranks[8];                /* ranks of the headings above, outermost first */
	size_t n_ranks;
};

/* Which roles are headings: the outer, the smaller. Levels follow from what stands above, so none is skipped. */
static const uint8_t heading_rank[ROLE_COUNT] = {
	[ROLE_KIND] = 1, [ROLE_ANNEX] = 1, [ROLE_ANNEX_TITLE] = 1,
	[ROLE_PART] = 2, [ROLE_PART_TITLE] = 2,
	[ROLE_CHAPTER] = 3, [ROLE_CHAPTER_TITLE] = 3,
	[ROLE_SECTION] = 4, [ROLE_SECTION_TITLE] = 4,
	[ROLE_HEADING1] = 5, [ROLE_TITLE_CENTER] = 5,
	[ROLE_ARTICLE] = 6, [ROLE_HEADING2] = 6,
	[ROLE_HEADING3] = 7,
};

static const char *const block_tags[ROLE_COUNT] = {
	[ROLE_PICTURE] = "Figure", [ROLE_CAPTION] = "Caption",
};

static const char *heading_tag(struct tags *t, uint8_t rank)
{
	static const char *const names[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
	while (t->n_ranks && t->ranks[t->n_ranks - 1] >= rank)
		t->n_ranks--;
	t->ranks[t->n_ranks++] = rank;
	return names[t->n_ranks < 6 ? t->n_ranks - 1 : 5];
}

/* ---- where a paragraph belongs ---- */

struct path { struct elem v[MAX_DEPTH]; size_t n; };

static void path_put(struct path *p, const char *tag, const void *key, size_t page)
{
	if (p->n < MAX_DEPTH - 4) /* room for the paragraph itself */
		p->v[p->n++] = (struct elem){tag, key, page, NULL};
}

static const struct table *data_table(const struct node *n)
{
	return n && n->kind == NODE_TABLE && n->u.table.role == TABLE_DATA ? &n->u.table : NULL;
}

/* The element a node above a paragraph stands for, or nothing. */
static void path_parent(struct path *p, const struct node *n, size_t page)
{
	const struct node *up = n->parent;
	switch (n->kind) {
	case NODE_DOC:
		path_put(p, "Document", n, 0);
		break;
	case NODE_SECTION:
		path_put(p, "Sect", n, 0);
		break;
	case NODE_TABLE:
		if (data_table(n))
			path_put(p, "Table", n, 0);
		break;
	case NODE_ROW:
		if (data_table(up))
			path_put(p, "TR", n, page);
		break;
	case NODE_CELL:
		if (up && up->kind == NODE_ROW && data_table(up->parent))
			path_put(p, up->u.row.header ? "TH" : "TD", n, page);
		break;
	case NODE_FOOTNOTE:
		path_put(p, "Note", n, 0);
		break;
	case NODE_PARA:
		break;
	}
}

static bool is_list(const struct node *n)
{
	const struct para *p = &n->u.para;
	return (p->role == ROLE_BODY || p->role == ROLE_ITEM) &&
		(p->label == LABEL_DASH || p->label == LABEL_PLUS || p->label == LABEL_LETTER);
}

/* First paragraph of the list n belongs to: paragraphs with such labels, one after another. */
static const struct node *list_of(struct tags *t, const struct node *n)
{
	if (n != t->list_last && (!t->list_last || t->list_last->next != n))
		t->list = n;
	t->list_last = n;
	return t->list;
}

/* Rank of a heading, 0: none. A title below its label ("Chương I") is no heading of its own: it would stand in the list of
 * headings beside an empty chapter. */
static uint8_t rank_of(const struct node *n)
{
	bool below = n->prev && n->prev->kind == NODE_PARA && role_is_title_of(n->u.para.role, n->prev->u.para.role);
	return below ? 0 : heading_rank[n->u.para.role];
}

/* Where the entry of a table of contents leads, in Cairo's words: to a place with a name, since Cairo 1.16 drops links to
 * the numbers of pages that are still to come. NULL where no such place is on any page: Cairo would fail. */
static const char *link_to(struct tags *t, const struct node *entry)
{
	const struct para *p = &entry->u.para;
	const struct node *to = p->n_runs ? p->runs[p->n_runs - 1].target : NULL;
	if (!to || !to->u.para.mark || to->id >= t->pages->n_nodes || !t->extents[to->id].first)
		return NULL;
	return arena_printf(t->arena, "dest='_Toc%06u'", to->u.para.mark);
}

/* Such a place, where its paragraph begins. In whole points: printf would put the locale's comma. */
static void put_place(struct tags *t, const struct item *it, size_t page)
{
	const struct node *n = it->node;
	if (!n->u.para.mark || n->id >= t->pages->n_nodes || t->extents[n->id].first != page + 1 || t->extents[n->id].placed)
		return;
	t->extents[n->id].placed = true;
	int top = it->y > it->h ? (int)(it->y - it->h) : 0;
	canvas_tag(t->canvas, "cairo.dest", arena_printf(t->arena, "name='_Toc%06u' x=0 y=%d", n->u.para.mark, top));
	canvas_tag_end(t->canvas, "cairo.dest");
}

static void path_para(struct tags *t, struct path *p, const struct node *n, size_t page)
{
	enum role role = n->u.para.role;
	if (role_toc_level(role)) {
		path_put(p, "TOC", n->parent, 0);
		path_put(p, "TOCI", n, 0);
		const char *link = link_to(t, n);
		p->v[p->n++] = (struct elem){link ? "Link" : "P", n, page, link};
		return;
	} else if (is_list(n)) {
		path_put(p, "L", list_of(t, n), 0);
		p->v[p->n++] = (struct elem){"LI", n, 0, NULL};
		p->v[p->n++] = (struct elem){"LBody", n, 0, NULL};
	} else {
		const char *tag = rank_of(n) ? heading_tag(t, rank_of(n)) : block_tags[role] ? block_tags[role] : "P";
		p->v[p->n++] = (struct elem){tag, n, 0, NULL};
	}
	if (n->id < t->pages->n_nodes && t->extents[n->id].first != t->extents[n->id].last)
		p->v[p->n++] = (struct elem){"Span", n, page, NULL};
}

static void path_of(struct tags *t, struct path *p, const struct node *n, size_t page)
{
	const struct node *up[MAX_DEPTH];
	size_t n_up = 0;
	for (const struct node *a = n->parent; a && n_up < MAX_DEPTH; a = a->parent)
		up[n_up++] = a;
	p->n = 0;
	while (n_up)
		path_parent(p, up[--n_up], page);
	path_para(t, p, n, page);
}

/* ---- the stack ---- */

static bool same(const struct elem *a, const struct elem *b)
{
	/* Tags of one key differ only between LI and LBody, P and Span, Sect and TOC, TOCI and Link. */
	return a->key == b->key && a->page == b->page && (a->tag[0] == 'H' || !strcmp(a->tag, b->tag));
}

static void pop(struct tags *t)
{
	canvas_tag_end(t->canvas, t->stack[--t->depth].tag);
	t->leaf = false;
	t->now = NULL;
}

/* What a picture's paragraph says to those who cannot see it, or NULL. */
static const char *words_of(const struct node *n)
{
	for (size_t i = 0; i < n->u.para.n_runs; i++)
		if (n->u.para.runs[i].picture)
			return n->u.para.runs[i].picture->alt;
	return NULL;
}

static void push(struct tags *t, struct elem e)
{
	canvas_tag(t->canvas, e.tag, e.attrs);
	if (!strcmp(e.tag, "Figure"))
		canvas_figure(t->canvas, words_of(e.key));
	t->stack[t->depth++] = e;
}

/* Whether a footnote may hang below the element. */
static bool holds_notes(const char *tag)
{
	static const char *const not[] = {"L", "LI", "Table", "TR", "Note"};
	for (size_t i = 0; i < sizeof not / sizeof *not; i++)
		if (!strcmp(tag, not[i]))
			return false;
	return true;
}

/* How many open elements stay open under a path that does not begin at the document: footnotes and page footers hang
 * below what is open, so that a paragraph or table that goes on on the next page stays whole. */
static size_t base_of(struct tags *t, const struct path *p)
{
	for (size_t i = t->depth; i > 0; i--)
		if (same(&t->stack[i - 1], &p->v[0]))
			return i - 1;
	if (t->leaf)
		pop(t);
	while (t->depth && !holds_notes(t->stack[t->depth - 1].tag))
		pop(t);
	return t->depth;
}

void tags_enter(struct tags *t, const struct item *it, size_t page)
{
	const struct node *n = it->node;
	if (!n || n == t->now)
		return;
	if (n->kind != NODE_PARA) {
		if (t->leaf)
			pop(t);
		return;
	}
	struct path p;
	path_of(t, &p, n, page);
	size_t base = p.v[0].key && ((const struct node *)p.v[0].key)->kind == NODE_DOC ? 0 : base_of(t, &p), i = 0;
	while (base + i < t->depth && i < p.n && same(&t->stack[base + i], &p.v[i]))
		i++;
	/* A leaf cannot become a container: an element entered again after it was closed is a new one. */
	while (t->depth > base + i)
		pop(t);
	for (; i < p.n && t->depth < MAX_DEPTH; i++)
		push(t, p.v[i]);
	t->leaf = true;
	t->now = n;
	put_place(t, it, page);
}

void tags_page_end(struct tags *t)
{
	if (t->leaf)
		pop(t);
}

void tags_end(struct tags *t)
{
	while (t->depth)
		pop(t);
}

struct tags *tags_new(struct arena *a, struct canvas *c, const struct pages *pages)
{
	struct tags *t = ARENA_NEW(a, struct tags);
	*t = (struct tags){.canvas = c, .arena = a, .pages = pages, .extents = ARENA_ARRAY(a, struct extent, pages->n_nodes)};
	for (size_t i = 0; i < pages->n; i++) {
		for (size_t k = 0; k < pages->v[i].n_items; k++) {
			const struct item *it = &pages->v[i].items[k];
			if (it->artifact || it->kind == ITEM_RULE || !it->node || it->node->id >= pages->n_nodes)
				continue;
			struct extent *e = &t->extents[it->node->id];
			if (!e->first)
				e->first = (uint32_t)i + 1;
			e->last = (uint32_t)i + 1;
		}
	}
	return t;
}
