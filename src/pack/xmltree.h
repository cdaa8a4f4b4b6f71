#ifndef PACK_XMLTREE_H
#define PACK_XMLTREE_H
/* A whole XML from outside as a tree in the arena, for formats whose meaning needs more than one look. The safety is that of
 * pack/xmlin.h: no network, no document type, bounded depth (XML_IN_DEPTH), and a bounded number of elements. */
#include "pack/xmlin.h"

enum { XML_TREE_ELEMENTS = 2000000, XML_TREE_ATTRS = 64 /* of an element; those behind are left out */ };

struct xml_el {
	const char *name;          /* "w:p": the prefix of its namespace in the caller's table, "?" of those it does not name */
	const char *text;          /* of an element without elements inside: its text; else NULL */
	struct xml_attr *attrs; size_t n_attrs; /* by local names */
	struct xml_el *parent, *next, *first, *last;
};

struct xml_space { const char *end, *prefix; }; /* a namespace by the end of its name; closed by a row without end */

enum xml_tree_fault { XML_TREE_OK, XML_TREE_BAD /* no sound XML */, XML_TREE_LARGE };
/* Reads n bytes, which must live as long as the arena, to a tree; NULL: *fault says why. */
struct xml_el *xml_tree(struct arena *a, const void *data, size_t n, const struct xml_space *spaces, enum xml_tree_fault *fault);
/* The value of an attribute, or NULL. */
const char *xml_el_attr(const struct xml_el *e, const char *name);
/* The first child of a name, or NULL; e may be NULL. */
const struct xml_el *xml_el_child(const struct xml_el *e, const char *name);
/* The next element after e below top in the order of the file, NULL at the end. */
const struct xml_el *xml_el_walk(const struct xml_el *top, const struct xml_el *e);
/* The first element of a name below top, or NULL. */
const struct xml_el *xml_el_find(const struct xml_el *top, const char *name);
#endif
