#ifndef PACK_XMLOUT_H
#define PACK_XMLOUT_H
/* XML text into a buffer; the first error sticks and shows at xml_close. Not by libxml2's writer: it copies every name
 * into lists of its own and takes twice the time (59 KB: 0.29 ms against 0.14). What comes out is read back by libxml2 in
 * tests/unit/test_pack.c.
 * Names must live until their element is closed: string constants, in practice. */
#include "base/buf.h"
struct xml;
struct xml *xml_new(struct buf *out);                    /* begins with the XML declaration, UTF-8, standalone */
void xml_open(struct xml *x, const char *name);
void xml_attr(struct xml *x, const char *name, const char *value); /* of the element opened last, before its content */
__attribute__((format(printf, 3, 4))) void xml_attrf(struct xml *x, const char *name, const char *fmt, ...);
void xml_attri(struct xml *x, const char *name, long value);
void xml_text(struct xml *x, const char *text);          /* escaped; characters XML cannot hold become U+FFFD */
void xml_textn(struct xml *x, const char *text, size_t n);
void xml_end(struct xml *x);                             /* closes the element opened last; <name/> if it is empty */
/* <name a1="v1" …/>; pairs end with NULL. */
__attribute__((sentinel)) void xml_leaf(struct xml *x, const char *name, ...);
/* Text as it stands in XML, outside of any element: for pieces put into a part that exists. attr: between double quotes. */
void xml_escape(struct buf *out, const char *text, size_t n, bool attr);
int xml_close(struct xml *x);                            /* closes what is open, frees; 0 or -1 */
#endif
