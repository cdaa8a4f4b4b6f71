#ifndef READ_GLYPHNAME_H
#define READ_GLYPHNAME_H
/* Characters by the names that fonts give their glyphs: letters, "uni1EA1", "u1F600" and the signs of an office's text. */
#include <stdint.h>
/* The character of a name with its slash ("/hyphen"), or 0. */
uint32_t glyph_name_char(const char *name);
#endif
