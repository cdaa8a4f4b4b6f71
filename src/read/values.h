#ifndef READ_VALUES_H
#define READ_VALUES_H
/* Values of a front matter as typed things: texts with their blanks, lengths, numbers. */
#include "base/unit.h"
#include "model/meta.h"
#include "read/yaml.h"

/* Text with every "[   ]" (brackets with spaces alone) as that many U+00A0 in place of brackets and spaces: a blank to be
 * filled in by hand. U+00A0 stands for nothing else in any text of a draft. */
const char *values_slots(struct arena *a, const char *s);
/* One text; line ends become spaces; s NULL if empty. False if the value is no text. */
bool values_text(struct arena *a, const struct yaml *v, struct text *out);
/* A list of texts, or one text, or the lines of a block; empty ones are left out. False if it holds anything but texts. */
bool values_texts(struct arena *a, const struct yaml *v, struct texts *out);
/* The same, of texts whose lines the drafter may part: a backslash before a space or a line end becomes '\n', the spaces around
 * it go; two backslashes there stand for one. */
bool values_text_lines(struct arena *a, const struct yaml *v, struct text *out);
bool values_texts_lines(struct arena *a, const struct yaml *v, struct texts *out);

/* "10mm", "1,27 cm", "6pt" in twips (0–20000); false if it is none. */
bool values_length(const char *s, twip *out);
/* Number at *s with point or comma, at most 4 + 4 digits; steps past it. */
bool values_number(const char **s, double *out);
/* True if the rest of s is the unit, spaces around it allowed. */
bool values_unit(const char *s, const char *unit);
#endif
