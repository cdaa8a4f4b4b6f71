#ifndef PACK_XMLCHECK_H
#define PACK_XMLCHECK_H
/* XML from outside against a RELAX NG schema, by libxml2. */
#include <stddef.h>
#include "base/arena.h"

enum { XML_CHECK_FAULTS = 20 /* told of one file */ };
enum xml_check { XML_CHECK_GOOD, XML_CHECK_WRONG, XML_CHECK_NO_SCHEMA };

/* What does not fit: its line (0: unknown) and the name of the element it was seen at. */
struct xml_misfit { unsigned line; const char *name; };
struct xml_misfits { struct xml_misfit v[XML_CHECK_FAULTS]; size_t n; };

/* Judges n bytes, which xml_in_next has been through to XML_IN_DONE (so that there is no document type in them), by the schema in
 * the file schema. One misfit a line, by line; texts in the arena. */
enum xml_check xml_check(struct arena *a, const void *data, size_t n, const char *schema, struct xml_misfits *out);
#endif
