#include "model/doc.h"

#include <string.h>

/* What may stand in what: a bit for each kind of child. */
static const unsigned children[] = {
	[NODE_DOC] = 1u << NODE_SECTION,
	[NODE_SECTION] = 1u << NODE_PARA | 1u << NODE_TABLE,
	[NODE_PARA] = 0,
	[NODE_TABLE] = 1u << NODE_ROW,
	[NODE_ROW] = 1u << NODE_CELL,
	[NODE_CELL] = 1u << NODE_PARA | 1u << NODE_TABLE,
	[NODE_FOOTNOTE] = 1u << NODE_PARA,
};

static bool can_hold(const struct node *parent, enum node_kind child)
{
	return children[parent->kind] >> child & 1;
}

static struct node *node_new(struct doc *d, enum node_kind kind, struct pos pos)
{
	struct node *n = ARENA_NEW(d->arena, struct node);
	n->kind = kind;
	n->id = d->n_nodes++;
	n->pos = pos;
	if (kind == NODE_PARA) {
		n->u.para.align = -1;
		n->u.para.outline = -1;
	} else if (kind == NODE_CELL) {
		n->u.cell.span_cols = n->u.cell.span_rows = 1;
		n->u.cell.align = -1;
	}
	return n;
}

struct doc *doc_new(struct arena *a)
{
	struct doc *d = ARENA_NEW(a, struct doc);
	d->arena = a;
	d->choice.para_after = -1;
	d->root = node_new(d, NODE_DOC, (struct pos){0});
	return d;
}

/* Links a loose node in before ref, or last. */
static void link_node(struct node *parent, struct node *ref, struct node *n)
{
	n->parent = parent;
	n->next = ref;
	n->prev = ref ? ref->prev : parent->last;
	*(n->prev ? &n->prev->next : &parent->first) = n;
	*(ref ? &ref->prev : &parent->last) = n;
}

struct node *doc_add(struct doc *d, struct node *parent, enum node_kind kind, struct pos pos)
{
	if (parent && !can_hold(parent, kind))
		return NULL;
	struct node *n = node_new(d, kind, pos);
	if (parent)
		link_node(parent, NULL, n);
	return n;
}

bool doc_insert(struct node *parent, struct node *ref, struct node *n)
{
	if (n->parent || (ref && ref->parent != parent) || !can_hold(parent, n->kind))
		return false;
	for (const struct node *up = parent; up; up = up->parent)
		if (up == n)
			return false; /* a table into a cell of its own */
	link_node(parent, ref, n);
	return true;
}

void doc_detach(struct node *n)
{
	if (!n->parent)
		return;
	*(n->prev ? &n->prev->next : &n->parent->first) = n->next;
	*(n->next ? &n->next->prev : &n->parent->last) = n->prev;
	n->parent = n->prev = n->next = NULL;
}

struct run *doc_run(struct doc *d, struct node *para, enum run_kind kind, const char *text, unsigned attrs)
{
	if (para->kind != NODE_PARA)
		return NULL;
	struct para *p = &para->u.para;
	struct run run = {.kind = kind, .attrs = attrs, .text = text};
	ARENA_PUSH(d->arena, p->runs, p->n_runs, p->cap_runs, run);
	return &p->runs[p->n_runs - 1];
}

struct node *doc_para(struct doc *d, struct node *parent, enum role role, const char *text, unsigned attrs, struct pos pos)
{
	struct node *n = doc_add(d, parent, NODE_PARA, pos);
	if (!n)
		return NULL;
	n->u.para.role = role;
	doc_run(d, n, RUN_TEXT, text, attrs);
	return n;
}

struct node *doc_walk(const struct node *top, const struct node *n)
{
	if (n->first)
		return n->first;
	while (n != top && !n->next)
		n = n->parent;
	return n == top ? NULL : n->next;
}

static const char *run_text(const struct run *r)
{
	switch (r->kind) {
	case RUN_TEXT:
	case RUN_SLOT:
		return r->text ? r->text : "";
	case RUN_BREAK:
		return "\n";
	case RUN_FOOTNOTE:
	case RUN_PICTURE:
	case RUN_PAGE:
	case RUN_TAB:
	case RUN_REF:
	case RUN_CITE:
		break;
	}
	return "";
}

/* Text of one paragraph to out, or only its length if out is NULL. */
static size_t para_text(const struct para *p, char *out)
{
	size_t len = 0;
	for (size_t i = 0; i < p->n_runs; i++) {
		const char *text = run_text(&p->runs[i]);
		size_t n = strlen(text);
		if (out)
			memcpy(out + len, text, n);
		len += n;
	}
	return len;
}

/* Two passes, so that a paragraph costs one allocation of the right size. */
static size_t tree_text(const struct node *top, char *out)
{
	size_t len = 0;
	bool any = false;
	for (const struct node *n = top; n; n = doc_walk(top, n)) {
		if (n->kind != NODE_PARA)
			continue;
		if (any) {
			if (out)
				out[len] = '\n';
			len++;
		}
		any = true;
		len += para_text(&n->u.para, out ? out + len : NULL);
	}
	return len;
}

char *doc_text(struct doc *d, const struct node *n)
{
	char *text = arena_alloc(d->arena, tree_text(n, NULL) + 1);
	tree_text(n, text);
	return text;
}

const struct style *para_style(const struct para *p, const struct style *styles)
{
	return p->look ? &p->look->style : &styles[p->role];
}

static size_t letters(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		n += (unsigned char)*s > ' ' && ((unsigned char)*s & 0xC0) != 0x80;
	return n;
}

bool para_mostly(const struct para *p, const struct style *styles, unsigned attr)
{
	const struct style *st = para_style(p, styles);
	size_t all = 0, have = 0;
	if ((attr == RUN_BOLD && st->bold) || (attr == RUN_ITALIC && st->italic) || (attr == RUN_UNDERLINE && st->underline))
		return true;
	for (size_t i = 0; i < p->n_runs; i++) {
		size_t n = letters(run_text(&p->runs[i]));
		all += n;
		have += p->runs[i].attrs & attr ? n : 0;
	}
	return have * 2 > all;
}
