#ifndef PACK_XMLPULL_H
#define PACK_XMLPULL_H
/* XML from outside that may be large, one event after another: bytes are asked for piece by piece, and no more of them is held
 * than a piece and its events. By libxml2's push parser: its text reader builds a node for each event and takes two to three
 * times the time (a sheet of 107 MB: 1.42 s against 0.53). The rules are those of pack/xmlin.h: no network, no document type,
 * bounded depth; a tag, or a comment, of more than 10 MB is refused by libxml2. */
#include <stdbool.h>
#include "pack/xmlin.h"

/* Gives up to n bytes, returns how many; 0 at the end, -1 if they cannot be had (the next event is BAD). */
typedef long xml_source(void *ctx, char *to, size_t n);

struct xml_pull;
/* Never NULL; the arena closes it. ctx must live as long as events are asked for. */
struct xml_pull *xml_pull_new(struct arena *a, xml_source *source, void *ctx);
/* Frees it before the arena does; nothing may be asked of it after that. NULL is accepted. */
void xml_pull_close(struct xml_pull *x);
/* As xml_in_next. A text may come in several pieces, one event each. */
enum xml_event xml_pull_next(struct xml_pull *x);
/* Of the event that came last; they hold until the next. Names are local names, without their prefix. */
const char *xml_pull_name(const struct xml_pull *x);            /* START, END */
const char *xml_pull_text(const struct xml_pull *x, size_t *n); /* TEXT: UTF-8 */
/* Value of an attribute by its local name (of two namespaces the first), or NULL; START alone. */
const char *xml_pull_attr(const struct xml_pull *x, const char *name);
/* True if the input broke off because a source gave -1 (and not because it is no XML). */
bool xml_pull_starved(const struct xml_pull *x);
#endif
