#ifndef PACK_XMLIN_H
#define PACK_XMLIN_H
/* XML from outside, one event after another, by libxml2: no network, no document type (and so no entities but the five),
 * bounded depth. Strings live until the next event. */
#include <stddef.h>
#include "base/arena.h"

enum xml_event { XML_IN_START, XML_IN_END, XML_IN_TEXT, XML_IN_DONE, XML_IN_BAD };
enum { XML_IN_DEPTH = 200 };

struct xml_in;
/* Reads n bytes, which must live as long as the arena. Never NULL: what is no XML shows at the first event. */
struct xml_in *xml_in_new(struct arena *a, const void *data, size_t n);
/* An empty element gives a start and an end. After BAD and DONE the same comes again. */
enum xml_event xml_in_next(struct xml_in *x);
const char *xml_in_name(const struct xml_in *x);  /* START, END: local name */
const char *xml_in_space(const struct xml_in *x); /* START, END: namespace, "" if none */
unsigned xml_in_line(const struct xml_in *x);     /* START: line of the element, from 1; BAD: line of the fault, 0 if unknown */
const char *xml_in_text(const struct xml_in *x);  /* TEXT: UTF-8 */
/* Value of an attribute by its local name whatever its namespace, or NULL; START alone. */
const char *xml_in_attr(const struct xml_in *x, const char *name);
/* All attributes by their local names, at most `most`; how many. START alone. */
struct xml_attr { const char *name, *value; };
size_t xml_in_attrs(const struct xml_in *x, struct xml_attr *out, size_t most);
#endif
