#ifndef PACK_OPC_H
#define PACK_OPC_H
/* Packages of Office (ECMA-376 part 2): parts as streams of XML, and what their relationships lead to. */
#include "pack/unzip.h"
#include "pack/xmlpull.h"

/* A part opened as a stream of XML. */
struct opc_part { struct arena *arena; struct unzip_stream *stream; struct xml_pull *x; };
/* Opens the part of that name. False with *why NULL: there is none; else the reason, N_(). */
bool opc_open(struct unzip *z, const char *name, struct opc_part *out, const char **why);
/* Closes it; a part never opened ({0}) is accepted. */
void opc_close(struct opc_part *p);
/* Next event but texts; XML_IN_DONE at the end, XML_IN_BAD where the part is no XML or damaged. */
enum xml_event opc_next(struct opc_part *p);
/* True if the attribute of the element begun says yes: "1", "true", "on". */
bool opc_yes(const struct opc_part *p, const char *name);

struct opc_rel { const char *id, *type, *target; bool external; };
struct opc_rels { struct opc_rel *v; size_t n, cap; };
/* The relationships of a part ("": of the package) in the arena, their targets as names of members, however they are written:
 * relative, absolute, with backslashes or "%20"; of external ones "". None if the part has none. */
void opc_rels(struct arena *a, struct unzip *z, const char *part, struct opc_rels *out);
/* The first one inside the package whose type ends so ("/styles": transitional and strict ones), or NULL. */
const struct opc_rel *opc_rel_type(const struct opc_rels *r, const char *end);
const struct opc_rel *opc_rel_id(const struct opc_rels *r, const char *id);
#endif
