#ifndef READ_YAML_IN_H
#define READ_YAML_IN_H
/* Between the files of the front matter's reader: yaml.c (blocks), yaml_flow.c (brackets), yaml_scalar.c (texts). */
#include "base/buf.h"
#include "read/msg.h"
#include "read/yaml.h"

#define YAML_DEPTH 32
#define YAML_KEYS 200

/* Cursor: the sign at p in line i; lines [.., to) are the front matter. */
struct yaml_in {
	const struct source *src;
	struct arena *arena;
	struct diag *g;
	yaml_want_fn *want;
	size_t i, to;
	const char *p;
	struct buf buf;       /* scalar being gathered */
};

void yaml_fault(struct yaml_in *y, enum read_fault f, const char *at, ...);
struct yaml *yaml_node(struct yaml_in *y, enum yaml_kind k);
/* Steps to the beginning of the next line; false at the end. */
bool yaml_next_line(struct yaml_in *y);
/* Indent of the line at hand in bytes; its first sign. */
size_t yaml_indent(const struct yaml_in *y);
bool yaml_is_blank(const struct yaml_in *y); /* nothing or a comment */
/* Adds key (at its place) to a mapping unless it is there already. */
void yaml_put(struct yaml_in *y, struct yaml *map, const char *key, const char *fold, struct pos pos, struct yaml *value);
/* True if p is a comment or the line's end. */
bool yaml_tail(const char *p);
/* True if the line from p is "known key: …". */
bool yaml_known_key(struct yaml_in *y, const char *p);
/* True at "[   ]": a blank to be filled in; *end after it. */
bool yaml_slot(const char *p, const char **end);

/* A value at the cursor, in a block whose lines are deeper than parent (-1: the front matter's own). Steps past its lines. */
struct yaml *yaml_scalar(struct yaml_in *y, long parent);
/* A quoted text at the cursor into y->buf: multi-line up to lines deeper than parent. Cursor after the closing quote; false if
 * it is not closed (not noted, cursor unmoved). */
bool yaml_quoted(struct yaml_in *y, long parent);
/* The gathered text as a NFC string of the arena. */
const char *yaml_gathered(struct yaml_in *y);
/* "*alias", "&anchor", "!tag" at the cursor: noted. */
bool yaml_refused(struct yaml_in *y);

/* A list or mapping in brackets at the cursor. Cursor after the closing bracket, or on the line where reading goes on. *ok: closed. */
struct yaml *yaml_flow(struct yaml_in *y, enum yaml_want want, int depth, bool *ok);
#endif
