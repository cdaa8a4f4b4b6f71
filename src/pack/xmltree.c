#include "pack/xmltree.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include "base/buf.h"

/* Names occur again and again: each is kept once. */
enum { NAMES = 2048 };

struct builder {
	struct arena *a;
	const struct xml_space *spaces;
	struct xml_in *x;
	const char *names[NAMES]; size_t n_names;
	struct xml_el *root, *at;
	struct buf text;           /* of the element at hand, as long as it has no elements inside */
	size_t n;
};

static const char *keep_name(struct builder *b, const char *prefix, const char *local)
{
	char stack[128];
	size_t k = strlen(prefix), n = strlen(local);
	uint32_t h = 2166136261u;
	if (k + n + 2 > sizeof stack || b->n_names >= NAMES / 2)
		return arena_printf(b->a, "%s:%s", prefix, local);
	memcpy(stack, prefix, k);
	stack[k] = ':';
	memcpy(stack + k + 1, local, n + 1);
	for (const char *p = stack; *p; p++)
		h = (h ^ (unsigned char)*p) * 16777619u;
	for (size_t i = h % NAMES;; i = (i + 1) % NAMES) {
		if (b->names[i] && !strcmp(b->names[i], stack))
			return b->names[i];
		if (!b->names[i]) {
			b->n_names++;
			return b->names[i] = arena_strdup(b->a, stack);
		}
	}
}

static const char *prefix_of(const struct builder *b, const char *space)
{
	size_t n = strlen(space);
	for (const struct xml_space *s = b->spaces; s->end; s++) {
		size_t k = strlen(s->end);
		if (n >= k && !strcmp(space + n - k, s->end))
			return s->prefix;
	}
	return "?";
}

static void begin(struct builder *b)
{
	struct xml_attr attrs[XML_TREE_ATTRS];
	struct xml_el *e = ARENA_NEW(b->a, struct xml_el), *up = b->at;
	e->name = keep_name(b, prefix_of(b, xml_in_space(b->x)), xml_in_name(b->x));
	e->n_attrs = xml_in_attrs(b->x, attrs, XML_TREE_ATTRS);
	e->attrs = e->n_attrs ? ARENA_ARRAY(b->a, struct xml_attr, e->n_attrs) : NULL;
	for (size_t i = 0; i < e->n_attrs; i++)
		e->attrs[i] = (struct xml_attr){keep_name(b, "", attrs[i].name) + 1, arena_strdup(b->a, attrs[i].value)};
	e->parent = up;
	if (up) {
		*(up->last ? &up->last->next : &up->first) = e;
		up->last = e;
	} else if (!b->root) {
		b->root = e;
	}
	b->at = e;
	b->n++;
	buf_clear(&b->text);
}

static void end(struct builder *b)
{
	if (!b->at)
		return;
	if (!b->at->first && b->text.len)
		b->at->text = arena_strndup(b->a, b->text.data, b->text.len);
	buf_clear(&b->text);
	b->at = b->at->parent;
}

struct xml_el *xml_tree(struct arena *a, const void *data, size_t n, const struct xml_space *spaces, enum xml_tree_fault *fault)
{
	struct builder b = {.a = a, .spaces = spaces, .x = xml_in_new(a, data, n)};
	enum xml_event e;
	*fault = XML_TREE_OK;
	while ((e = xml_in_next(b.x)) != XML_IN_DONE && e != XML_IN_BAD && *fault == XML_TREE_OK) {
		if (e == XML_IN_START)
			begin(&b);
		else if (e == XML_IN_END)
			end(&b);
		else if (b.at && !b.at->first)
			buf_puts(&b.text, xml_in_text(b.x));
		if (b.n > XML_TREE_ELEMENTS)
			*fault = XML_TREE_LARGE;
	}
	if (*fault == XML_TREE_OK && (e == XML_IN_BAD || !b.root || b.text.failed))
		*fault = XML_TREE_BAD;
	buf_free(&b.text);
	return *fault == XML_TREE_OK ? b.root : NULL;
}

const char *xml_el_attr(const struct xml_el *e, const char *name)
{
	for (size_t i = 0; i < e->n_attrs; i++)
		if (!strcmp(e->attrs[i].name, name))
			return e->attrs[i].value;
	return NULL;
}

const struct xml_el *xml_el_child(const struct xml_el *e, const char *name)
{
	for (const struct xml_el *c = e ? e->first : NULL; c; c = c->next)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

const struct xml_el *xml_el_walk(const struct xml_el *top, const struct xml_el *e)
{
	if (e->first)
		return e->first;
	while (e != top && !e->next)
		e = e->parent;
	return e == top ? NULL : e->next;
}

const struct xml_el *xml_el_find(const struct xml_el *top, const char *name)
{
	for (const struct xml_el *e = xml_el_walk(top, top); e; e = xml_el_walk(top, e))
		if (!strcmp(e->name, name))
			return e;
	return NULL;
}
