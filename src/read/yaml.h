#ifndef READ_YAML_H
#define READ_YAML_H
/* The subset of YAML that a front matter is written in. A reader of our own, because texts are wanted as typed, places to the
 * column, and several errors from one run. Which keys hold texts decides how their values are read: "- Lưu: VT" is a text. */
#include "read/source.h"

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };
struct yaml {
	enum yaml_kind kind;
	struct pos pos;
	const char *text;          /* scalar: its value, NFC; a block's lines parted by '\n'; "" if none was given.
	                            * A mapping of one line: the line as typed, for keys that take texts as well */
	bool quoted;               /* scalar in quotes: taken letter by letter, "" is no lack */
	struct yaml_item *items;   /* of a list or a mapping */
	size_t n, cap;
};
struct yaml_item {
	const char *key, *fold;    /* mapping: as typed; folded */
	struct pos pos;            /* of the key */
	struct yaml *value;        /* never NULL */
};

/* What a key takes. */
enum yaml_want { YAML_UNKNOWN, YAML_ANY, YAML_TEXT, YAML_TEXTS /* one or a list */ };
typedef enum yaml_want yaml_want_fn(const char *folded_key);

/* Reads lines [from, to) as a block mapping; never NULL, faults go to g and the rest is read on. */
struct yaml *yaml_read(const struct source *src, size_t from, size_t to, yaml_want_fn *want, struct diag *g);
/* The same of lines that may be a list as a whole; an empty mapping if they hold nothing. */
struct yaml *yaml_read_any(const struct source *src, size_t from, size_t to, yaml_want_fn *want, struct diag *g);
/* True if the line's text at p begins "key: " or "key:" at its end; *colon: the colon. */
bool yaml_key_at(const char *p, const char **colon);
#endif
