#ifndef MODEL_LABEL_H
#define MODEL_LABEL_H
/* Labels of paragraphs as they are typed ("I.", "1.", "a)", "-", "Điều 1.", "Chương I"; Phụ lục I, II.5.c of the decree): what a
 * reader takes for one, and what a writer must not write where there is none. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "model/doc.h"

/* The literal label that a text begins with; *len: its bytes, sign included, the space after it not. *alone: nothing follows.
 * A label must be followed by a space or the end. */
enum label_kind label_find(const char *s, size_t n, uint32_t *len, bool *alone);
/* Roles of "Chương I" and of the title below it, by kind of label; NULL: the label is none of a division. */
struct division { enum label_kind label; enum role role, title; };
const struct division *label_division(enum label_kind k);
#endif
