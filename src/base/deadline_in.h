#ifndef BASE_DEADLINE_IN_H
#define BASE_DEADLINE_IN_H
/* Between the files of the reader of deadlines: deadline_span.c finds the stretches of time that a text names, deadline.c says how
 * they go together. */
#include "base/deadline.h"

enum { TOKENS = 64, TOKEN_BYTES = 16, STRETCHES = 12 };
/* A text in pieces: folded words, numbers, and signs ('-' stands for all dashes). */
enum token_kind { TOKEN_END, TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN };
struct token { enum token_kind kind; int value; size_t digits; char text[TOKEN_BYTES]; };
struct tokens { struct token v[TOKENS + 6]; size_t n; }; /* TOKEN_END behind the last: readers look ahead */

/* A day, month, quarter … that is named: its first and last day, and the tokens that name it. */
struct stretch { struct date from, to; size_t first, len; bool day, range /* "từ … đến …" */, aside /* within brackets */; };
struct found { struct stretch v[STRETCHES]; size_t n; bool no_such_day; };

void deadline_cut(struct arena *a, const char *s, struct tokens *out);
void deadline_find(const struct tokens *k, struct found *out);

/* True if t is that word or sign. */
bool token_is(const struct token *t, const char *text);
/* Tokens of "a b c" at t; returns how many, or 0. */
size_t token_words(const struct token *t, const char *text);
/* A quarter's number: "4", "iv". */
bool token_quarter(const struct token *t, int *q);
/* A number of at most two digits from 1 to most. */
bool token_small(const struct token *t, int most, int *value);
#endif
