#ifndef RUN_OUTNAME_H
#define RUN_OUTNAME_H
/* Names of a batch's outputs, made from a pattern: "bao-cao-{viết tắt}-quy-{quý}-{năm}". */
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

enum { OUTNAME_BYTES = 180 }; /* longest name without suffix: file systems take 255 bytes, and some room is for ".docx" and what stands aside */

/* The value of a name, or NULL if there is none of that name. */
typedef const char *outname_value(void *ctx, const char *name);

/* Fills a pattern in: {name} and {{name}} are replaced by the value with its marks and spaces taken off ("Sở Tài chính":
 * so-tai-chinh; capitals become small); all else stands as typed, but for what file systems and shells of any kind do not take
 * (/ \ : * ? " < > | and control characters become '-'). Dots, dashes and spaces at the ends are taken off; a name that
 * Windows keeps for devices (CON, NUL …) gets a '_' behind it; what is longer than OUTNAME_BYTES is cut between characters.
 * NULL: *bad is a name that has no value, or "" if nothing is left or a brace is not closed. In the arena. */
char *outname_fill(struct arena *a, const char *pattern, outname_value *value, void *ctx, const char **bad);
/* The same name for two files on a file system that does not tell capitals from small letters. */
bool outname_same(struct arena *a, const char *x, const char *y);
#endif
