#ifndef BASE_UTF8_H
#define BASE_UTF8_H
/* UTF-8 and normalisation. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/buf.h"

/* Decodes one character at p (< end) and steps past it; an ill-formed byte gives U+FFFD and steps one byte. */
uint32_t utf8_next(const char **p, const char *end);
/* Writes c as UTF-8 to out (at least 4 bytes); returns the number of bytes. */
size_t utf8_put(char *out, uint32_t c);
/* Offset of the first byte that is not well-formed UTF-8, or n. */
size_t utf8_check(const char *s, size_t n);
/* Number of characters in n bytes. */
size_t utf8_count(const char *s, size_t n);
/* Well-formed UTF-8 in Unicode form NFC (GLib): ill-formed bytes become U+FFFD. Returns s itself where nothing changes (then
 * it ends as s does, with or without a NUL), else a NUL-terminated copy. *out_n: bytes. */
const char *utf8_nfc(struct arena *a, const char *s, size_t n, size_t *out_n);
/* Capitals and small letters of all of Unicode (GLib), NFC in and out; the same in every locale. */
char *utf8_upper(struct arena *a, const char *s);
char *utf8_lower(struct arena *a, const char *s);
/* A text of several lines as one: a space in place of each line end. Returns s itself where it has none. */
const char *utf8_one_line(struct arena *a, const char *s);
/* What a message repeats of an input: s itself, or its first SHORT_CHARS characters and "…". NULL gives NULL. */
enum { SHORT_CHARS = 80 };
const char *utf8_short(struct arena *a, const char *s);
/* Text of a file from outside, for a terminal: a space in place of line ends and tabs, U+FFFD in place of other control characters, and of marks that turn the direction of writing and would show
 * another text than the file's. */
void utf8_put_safe(struct buf *b, const char *s);
/* First letter capital or small, the rest as it is. */
char *utf8_upper_first(struct arena *a, const char *s);
char *utf8_lower_first(struct arena *a, const char *s);
bool utf8_is_upper(uint32_t c);  /* an upper-case letter */
bool utf8_is_lower(uint32_t c);
bool utf8_is_alpha(uint32_t c);
bool utf8_is_invisible(uint32_t c); /* leaves no mark on paper and upsets search, breaking and comparison: soft hyphen, zero width, marks of direction */
bool utf8_is_control(uint32_t c);   /* a control character (the tab is none), a line or paragraph separator, a noncharacter */
bool utf8_is_nobreak(uint32_t c);   /* a no-break space */
bool utf8_is_space(uint32_t c);  /* all of Unicode's spaces, no-break ones too */
#endif
