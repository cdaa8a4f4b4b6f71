#ifndef FORM_NAME_H
#define FORM_NAME_H
/* Words that bear a capital because they are names (ND30 Phụ lục II), not because they begin a line. */
#include <stdbool.h>

/* True if a text begins with a name: two capital syllables ("Việt Nam", "Sở Nội vụ"), an abbreviation or a number ("UBND", "5G"), a
 * kind of document ("Kế hoạch", which a citation names), or a name of which the first syllable alone is capital ("Chính phủ"). */
bool name_begins(const char *s);
#endif
