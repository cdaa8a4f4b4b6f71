#ifndef FORM_LAW_H
#define FORM_LAW_H
/* Names of laws (Luật, Bộ luật, Pháp lệnh), which are cited by them alone (ND30 Phụ lục I, II.6.b). A name may hold commas and
 * “và”, so where one ends in a sentence is told by a list, not by its signs. */
#include <stddef.h>

/* Bytes of the longest known name that s, in small letters, begins with as whole words ("cán bộ, công chức"); 0: none. kind: "luật",
 * "bộ luật" or "pháp lệnh". */
size_t law_name(const char *kind, const char *s);
#endif
