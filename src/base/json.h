#ifndef BASE_JSON_H
#define BASE_JSON_H
/* JSON (RFC 8259): texts out, and small files of the program's own back in. */
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/buf.h"

/* A text as a JSON string with its quotes, null for NULL; ill-formed bytes become U+FFFD. */
void json_string(struct buf *b, const char *s);
/* A further member of a map: a comma, the name, the text or null. */
void json_member(struct buf *b, const char *name, const char *s);

enum json_kind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_TEXT, JSON_LIST, JSON_MAP };
struct json {
	enum json_kind kind;
	const char *key;       /* in a map, else NULL */
	const char *text;      /* JSON_TEXT; JSON_NUMBER: as typed ("1.10") */
	double number;         /* JSON_NUMBER; JSON_BOOL: 0 or 1 */
	size_t at;             /* bytes before it in the input */
	const struct json *first, *next; /* of a list or map, in the order of the file */
};
enum { JSON_DEPTH = 64 };
/* Reads n bytes into the arena; NULL if they are no JSON or nested deeper than JSON_DEPTH. */
const struct json *json_read(struct arena *a, const char *s, size_t n);
/* The same; where it is NULL, *bad is the number of bytes before the fault. */
const struct json *json_read_at(struct arena *a, const char *s, size_t n, size_t *bad);
/* The value of a key, or NULL if j (which may be NULL) is no map or lacks it. */
const struct json *json_get(const struct json *j, const char *key);
/* The same as a text, "" if it is none; as a number, 0 if it is none. */
const char *json_get_text(const struct json *j, const char *key);
double json_get_number(const struct json *j, const char *key);
#endif
