/* Blocks of a front matter: mappings and lists by indentation. Lines that fit nowhere are noted and stepped over, so that one run
 * shows all that is wrong. */
#include "base/utf8.h"
#include "read/yaml_in.h"
#include "base/viet.h"
#include <string.h>

#define KEY_BYTES 120 /* no key is longer: keeps the search for one short */

void yaml_fault(struct yaml_in *y, enum read_fault f, const char *at, ...)
{
	va_list ap;
	va_start(ap, at);
	diag_vput(y->g, &read_msgs[f], source_pos(y->src, y->i, at), ap);
	va_end(ap);
}

struct yaml *yaml_node(struct yaml_in *y, enum yaml_kind k)
{
	struct yaml *v = ARENA_NEW(y->arena, struct yaml);
	v->kind = k;
	v->pos = source_pos(y->src, y->i, y->p);
	return v;
}

bool yaml_next_line(struct yaml_in *y)
{
	if (y->i < y->to)
		y->i++;
	y->p = y->i < y->to ? y->src->lines[y->i].s : NULL;
	return y->p != NULL;
}

size_t yaml_indent(const struct yaml_in *y)
{
	return strspn(y->src->lines[y->i].s, " ");
}

bool yaml_tail(const char *p)
{
	const char *q = p + strspn(p, " \t");
	return !*q || (*q == '#' && q > p);
}

bool yaml_is_blank(const struct yaml_in *y)
{
	const char *p = y->src->lines[y->i].s;
	p += strspn(p, " \t");
	return !*p || *p == '#';
}

/* Where a key ends: its colon, followed by a space or the end of the line. */
bool yaml_key_at(const char *p, const char **colon)
{
	const char *e = p;
	if (*p == '"' || *p == '\'') {
		e = strchr(p + 1, *p);
		if (!e || e - p > KEY_BYTES)
			return false;
		e++;
		e += strspn(e, " \t");
		*colon = e;
		return *e == ':' && (!e[1] || e[1] == ' ' || e[1] == '\t');
	}
	if (!*p || *p == '#' || *p == '[' || *p == '{')
		return false;
	for (; *e && e - p <= KEY_BYTES; e++) {
		if (*e == '#' && e > p && (e[-1] == ' ' || e[-1] == '\t'))
			return false;
		if (*e == ':' && (!e[1] || e[1] == ' ' || e[1] == '\t')) {
			*colon = e;
			return e > p;
		}
	}
	return false;
}

static const char *key_text(struct yaml_in *y, const char *p, const char *colon)
{
	if (*p == '"' || *p == '\'')
		p++;
	const char *e = colon;
	while (e > p && strchr(" \t\"'", e[-1]))
		e--;
	return arena_strndup(y->arena, p, (size_t)(e - p));
}

bool yaml_known_key(struct yaml_in *y, const char *p)
{
	const char *colon;
	return yaml_key_at(p, &colon) && y->want(viet_fold(y->arena, key_text(y, p, colon))) != YAML_UNKNOWN;
}

void yaml_put(struct yaml_in *y, struct yaml *map, const char *key, const char *fold, struct pos pos, struct yaml *value)
{
	for (size_t k = 0; k < map->n; k++)
		if (!strcmp(map->items[k].fold, fold)) {
			diag_put(y->g, &read_msgs[READ_DUPLICATE], pos, utf8_short(y->arena, key), (unsigned)map->items[k].pos.line);
			return;
		}
	if (map->n == YAML_KEYS) {
		diag_put(y->g, &read_msgs[READ_MANY_KEYS], pos, YAML_KEYS);
		map->n++; /* once */
	}
	if (map->n > YAML_KEYS) {
		map->n = YAML_KEYS + 1;
		map->items[YAML_KEYS] = (struct yaml_item){key, fold, pos, value};
		return;
	}
	struct yaml_item it = {key, fold, pos, value};
	ARENA_PUSH(y->arena, map->items, map->n, map->cap, it);
}

/* ---- blocks ---- */

static struct yaml *block(struct yaml_in *y, enum yaml_want want, int depth);

static bool dash_at(const char *p)
{
	return *p == '-' && (!p[1] || p[1] == ' ' || p[1] == '\t');
}

/* Steps to the next line that says something; false at the end. Notes a tab that indents it. */
static bool next_content(struct yaml_in *y)
{
	while (y->i < y->to) {
		if (!yaml_is_blank(y)) {
			size_t in = yaml_indent(y);
			if (y->p == y->src->lines[y->i].s && y->p[in] == '\t') {
				yaml_fault(y, READ_TAB, y->p + in);
				yaml_next_line(y);
				continue;
			}
			return true;
		}
		yaml_next_line(y);
	}
	return false;
}

static struct yaml *empty(struct yaml_in *y)
{
	struct yaml *v = yaml_node(y, YAML_SCALAR);
	v->text = "";
	return v;
}

static bool is_flow(const char *p, enum yaml_want want)
{
	const char *slot;
	if (*p == '[')
		return want != YAML_TEXT && !(yaml_slot(p, &slot) && (want == YAML_TEXTS || yaml_tail(slot)));
	return *p == '{' && want != YAML_TEXT && want != YAML_TEXTS;
}

/* A value on its key's or dash's own line. parent: indent of that key or dash. */
static struct yaml *inline_value(struct yaml_in *y, enum yaml_want want, long parent, int depth)
{
	if (!is_flow(y->p, want))
		return yaml_scalar(y, parent);
	bool ok;
	struct yaml *v = yaml_flow(y, want, depth + 1, &ok);
	if (!ok)
		return v;
	bool tail = !yaml_tail(y->p);
	if (tail)
		yaml_fault(y, READ_FLOW_TAIL, y->p, y->p + strspn(y->p, " \t"));
	yaml_next_line(y);
	while (tail && y->i < y->to && !yaml_is_blank(y) && (long)yaml_indent(y) > parent)
		yaml_next_line(y); /* said once */
	return v;
}

/* What stands below a key or dash that has nothing on its own line. list_too: "- " may stand at the key's own indent. */
static struct yaml *value_below(struct yaml_in *y, enum yaml_want want, size_t indent, bool list_too, int depth)
{
	struct yaml *none = empty(y);
	yaml_next_line(y);
	if (!next_content(y))
		return none;
	size_t in = yaml_indent(y);
	const char *p = y->p + in;
	bool tight = want == YAML_TEXTS && *p == '-' && !dash_at(p) && (in > indent || list_too) && strncmp(p, "--", 2);
	if (in > indent || (list_too && in == indent && (dash_at(p) || tight))) {
		y->p = p;
		return block(y, want, depth + 1);
	}
	return none;
}

/* A line that should be "key: value" and is not: says which of the usual slips it is. */
static void bad_key(struct yaml_in *y, size_t indent)
{
	const char *p = y->p, *colon = strchr(p, ':');
	if (colon && colon - p <= KEY_BYTES) {
		const char *key = key_text(y, p, colon);
		if (y->want(viet_fold(y->arena, key)) != YAML_UNKNOWN)
			yaml_fault(y, READ_KEY_SPACE, colon, utf8_short(y->arena, key), utf8_short(y->arena, colon + 1));
		else
			colon = NULL;
	}
	if (!colon || colon - p > KEY_BYTES) {
		size_t n = strlen(p);
		yaml_fault(y, READ_NO_COLON, p, utf8_short(y->arena, n > 60 ? arena_strndup(y->arena, p, strcspn(p, " ")) : p));
	}
	yaml_next_line(y);
	while (y->i < y->to && !yaml_is_blank(y) && yaml_indent(y) > indent)
		yaml_next_line(y);
}

static void map_entry(struct yaml_in *y, struct yaml *map, size_t indent, int depth)
{
	const char *colon;
	if (yaml_refused(y) || !yaml_key_at(y->p, &colon)) {
		if (yaml_key_at(y->p, &colon))
			yaml_next_line(y);
		else
			bad_key(y, indent);
		return;
	}
	struct pos pos = source_pos(y->src, y->i, y->p);
	const char *key = key_text(y, y->p, colon);
	const char *fold = viet_fold(y->arena, key);
	enum yaml_want want = y->want(fold);
	y->p = colon + 1;
	y->p += strspn(y->p, " \t");
	struct yaml *v;
	if (!*y->p || (*y->p == '#'))
		v = value_below(y, want, indent, true, depth);
	else
		v = inline_value(y, want, (long)indent, depth);
	yaml_put(y, map, key, fold, pos, v);
}

/* The cursor is at the first key; indent is its place in the line. */
static struct yaml *map_block(struct yaml_in *y, int depth)
{
	struct yaml *map = yaml_node(y, YAML_MAP);
	size_t indent = (size_t)(y->p - y->src->lines[y->i].s);
	map_entry(y, map, indent, depth);
	while (next_content(y)) {
		size_t in = yaml_indent(y);
		if (in < indent)
			break;
		y->p = y->src->lines[y->i].s + in;
		if (in > indent) {
			const char *colon;
			if (yaml_key_at(y->p, &colon))
				yaml_fault(y, READ_KEY_INDENT, y->p, utf8_short(y->arena, key_text(y, y->p, colon)));
			else
				yaml_fault(y, READ_INDENT, y->p);
			yaml_next_line(y);
			continue;
		}
		if (dash_at(y->p) && depth) {
			y->p = y->src->lines[y->i].s;
			break; /* the next item of a list around this mapping */
		}
		map_entry(y, map, indent, depth);
	}
	return map;
}

static struct yaml *list_item(struct yaml_in *y, enum yaml_want want, size_t indent, int depth)
{
	const char *colon;
	if (dash_at(y->p)) {
		y->p++;
		y->p += strspn(y->p, " \t");
	} else {
		yaml_fault(y, READ_DASH_SPACE, y->p, y->p + 1);
		y->p++;
	}
	if (!*y->p || (*y->p == '#'))
		return value_below(y, want, indent, false, depth);
	if (want != YAML_ANY)
		return inline_value(y, want, (long)indent, depth);
	if (dash_at(y->p) || (yaml_key_at(y->p, &colon) && *y->p != '"' && *y->p != '\'')) {
		size_t line = y->i;
		const char *typed = y->p;
		struct yaml *v = block(y, want, depth + 1);
		bool one = true;
		for (size_t i = line + 1; i < y->i && one; i++)
			one = source_blank(y->src, i);
		if (one && v->kind == YAML_MAP) {
			const char *e = strstr(typed, " #");
			v->text = e ? arena_strndup(y->arena, typed, (size_t)(e - typed)) : typed;
		}
		return v;
	}
	return inline_value(y, want, (long)indent, depth);
}

static struct yaml *list_block(struct yaml_in *y, enum yaml_want want, int depth)
{
	struct yaml *list = yaml_node(y, YAML_LIST);
	size_t indent = (size_t)(y->p - y->src->lines[y->i].s);
	enum yaml_want of = want == YAML_TEXTS || want == YAML_TEXT ? YAML_TEXT : YAML_ANY;
	for (;;) {
		struct yaml_item it = {NULL, NULL, source_pos(y->src, y->i, y->p), NULL};
		it.value = list_item(y, of, indent, depth);
		ARENA_PUSH(y->arena, list->items, list->n, list->cap, it);
		if (!next_content(y) || yaml_indent(y) != indent)
			break;
		const char *p = y->src->lines[y->i].s + indent;
		const char *colon;
		if (*p != '-' || (!dash_at(p) && yaml_key_at(p, &colon) && y->want(viet_fold(y->arena, key_text(y, p, colon)))))
			break;
		y->p = p;
	}
	return list;
}

/* What begins at the cursor, on a line of its own or after a dash. */
static struct yaml *block(struct yaml_in *y, enum yaml_want want, int depth)
{
	const char *colon;
	if (depth > YAML_DEPTH) {
		yaml_fault(y, READ_DEEP, y->p, YAML_DEPTH);
		struct yaml *v = empty(y);
		size_t indent = yaml_indent(y);
		do
			yaml_next_line(y);
		while (y->i < y->to && (source_blank(y->src, y->i) || yaml_indent(y) > indent));
		return v;
	}
	if (*y->p == '-' && (dash_at(y->p) || (want == YAML_TEXTS && y->p[1] != '-')))
		return list_block(y, want, depth);
	if (want != YAML_TEXT && want != YAML_TEXTS && yaml_key_at(y->p, &colon))
		return map_block(y, depth);
	if (yaml_known_key(y, y->p) && yaml_key_at(y->p, &colon))
		yaml_fault(y, READ_KEY_INDENT, y->p, utf8_short(y->arena, key_text(y, y->p, colon)));
	long parent = (long)yaml_indent(y) - 1;
	if (y->p != y->src->lines[y->i].s + yaml_indent(y))
		parent = (long)yaml_indent(y);
	return inline_value(y, want, parent, depth);
}

static struct yaml *whole(const struct source *src, size_t from, size_t to, yaml_want_fn *want, struct diag *g, bool list_too)
{
	struct yaml_in y = {src, src->arena, g, want, from, to, from < to ? src->lines[from].s : NULL, BUF_INIT};
	struct yaml *v = NULL;
	if (next_content(&y)) {
		bool ok = true;
		y.p += yaml_indent(&y);
		if (list_too && dash_at(y.p))
			v = list_block(&y, YAML_ANY, 0);
		else if (list_too && (*y.p == '[' || *y.p == '{'))
			v = yaml_flow(&y, YAML_ANY, 0, &ok);
		else
			v = map_block(&y, 0);
		while (next_content(&y)) { /* lines left of the first key's indent */
			yaml_fault(&y, READ_INDENT, y.p + yaml_indent(&y));
			yaml_next_line(&y);
		}
	}
	if (!v)
		v = ARENA_NEW(src->arena, struct yaml), v->kind = YAML_MAP, v->pos = (struct pos){src->name, (uint32_t)from + 1, 1};
	buf_free(&y.buf);
	return v;
}

struct yaml *yaml_read(const struct source *src, size_t from, size_t to, yaml_want_fn *want, struct diag *g)
{
	return whole(src, from, to, want, g, false);
}

struct yaml *yaml_read_any(const struct source *src, size_t from, size_t to, yaml_want_fn *want, struct diag *g)
{
	return whole(src, from, to, want, g, true);
}
