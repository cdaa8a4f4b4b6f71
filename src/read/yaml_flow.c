/* Values in brackets: [a, "b, c"] and {key: value, …}, over several lines too. */
#include "base/utf8.h"
#include "read/yaml_in.h"
#include "base/viet.h"
#include <string.h>

/* Steps over spaces, comments and line ends. False at the end of the front matter, or where a key at the line's beginning shows
 * that the bracket was forgotten. */
static bool skip(struct yaml_in *y)
{
	while (y->i < y->to) {
		const char *from = y->p;
		if (from == y->src->lines[y->i].s && yaml_known_key(y, from))
			return false;
		y->p += strspn(y->p, " \t");
		bool start = from == y->src->lines[y->i].s;
		if (*y->p && (*y->p != '#' || (y->p == from && !start)))
			return true;
		yaml_next_line(y);
	}
	return false;
}

/* End of a plain value in brackets, on one line. A pair of square brackets inside belongs to the text. */
static const char *plain_end(const char *p, char close, bool key)
{
	const char *from = p, *slot;
	for (; *p; p++) {
		if (yaml_slot(p, &slot)) {
			p = slot - 1;
		} else if (*p == '[' && p > from) {
			size_t n = strcspn(p + 1, "[]");
			if (p[1 + n] == ']')
				p += n + 1;
		} else if (*p == ',' || *p == close) {
			break;
		} else if (*p == '#' && p > from && (p[-1] == ' ' || p[-1] == '\t')) {
			break;
		} else if (key && *p == ':' && (!p[1] || strchr(" \t,}", p[1]))) {
			break;
		}
	}
	return p;
}

static void put_trimmed(struct buf *b, const char *p, const char *e)
{
	while (e > p && (e[-1] == ' ' || e[-1] == '\t'))
		e--;
	if (b->len && e > p)
		buf_putc(b, ' ');
	buf_put(b, p, (size_t)(e - p));
}

/* Opening “ without its ” in the same value: the writer took it for a quote, and a comma has cut the value. */
static bool cut_smart_quote(const char *s)
{
	return !strncmp(s, "“", 3) && !strstr(s, "”");
}

static struct yaml *flow_plain(struct yaml_in *y, char close)
{
	struct yaml *v = yaml_node(y, YAML_SCALAR);
	const char *at = y->p;
	struct pos pos = v->pos;
	yaml_refused(y);
	buf_clear(&y->buf);
	do {
		const char *e = plain_end(y->p, close, false);
		put_trimmed(&y->buf, y->p, e);
		y->p = e;
		if (*e == ',' || *e == close)
			break;
		at = y->p;
	} while (skip(y) && y->p != at);
	v->text = yaml_gathered(y);
	if (cut_smart_quote(v->text))
		diag_put(y->g, &read_msgs[READ_SMART_QUOTE], pos);
	return v;
}

static struct yaml *flow_value(struct yaml_in *y, enum yaml_want want, char close, int depth, bool *ok)
{
	const char *slot;
	if ((*y->p == '[' && want != YAML_TEXT && !yaml_slot(y->p, &slot)) || (*y->p == '{' && want != YAML_TEXT && want != YAML_TEXTS))
		return yaml_flow(y, want, depth + 1, ok);
	if (*y->p == '"' || *y->p == '\'') {
		struct yaml *v = yaml_node(y, YAML_SCALAR);
		const size_t i = y->i;
		const char *p = y->p;
		if (!yaml_quoted(y, -1)) {
			yaml_fault(y, READ_QUOTE_OPEN, p, (char[2]){*p, 0});
			*ok = false;
			return v;
		}
		v->text = yaml_gathered(y);
		v->quoted = true;
		const char *q = y->p + strspn(y->p, " \t");
		if (*q == ',' || *q == close || yaml_tail(q))
			return v;
		y->i = i;
		y->p = p;
	}
	return flow_plain(y, close);
}

/* "key: " of a mapping in braces; NULL if there is none. */
static const char *flow_key(struct yaml_in *y)
{
	if (*y->p == '"' || *y->p == '\'') {
		if (!yaml_quoted(y, -1))
			return NULL;
		y->p += strspn(y->p, " \t");
		return *y->p == ':' ? y->p++, yaml_gathered(y) : NULL;
	}
	const char *e = plain_end(y->p, '}', true);
	buf_clear(&y->buf);
	put_trimmed(&y->buf, y->p, e);
	if (*e != ':') {
		/* "{tên:Sở A}" */
		const char *colon = memchr(y->p, ':', (size_t)(e - y->p));
		const char *text = yaml_gathered(y);
		if (colon && colon > y->p)
			yaml_fault(y, READ_KEY_SPACE, colon, utf8_short(y->arena, arena_strndup(y->arena, y->p, (size_t)(colon - y->p))),
				utf8_short(y->arena, arena_strndup(y->arena, colon + 1, (size_t)(e - colon) - 1)));
		else
			yaml_fault(y, READ_NO_COLON, y->p, utf8_short(y->arena, text));
		y->p = e;
		return NULL;
	}
	y->p = e + 1;
	return yaml_gathered(y);
}

/* Gives up: the cursor goes to the next line that begins a key, or to the end. */
static void give_up(struct yaml_in *y)
{
	while (y->i < y->to && !(y->p == y->src->lines[y->i].s && yaml_known_key(y, y->p)))
		if (!yaml_next_line(y))
			break;
}

static bool open_left(struct yaml_in *y, size_t line, const char *at, char open, char close)
{
	diag_put(y->g, &read_msgs[READ_FLOW_OPEN], source_pos(y->src, line, at), open, close);
	return false;
}

/* One element; false if reading cannot go on. */
static bool element(struct yaml_in *y, struct yaml *v, enum yaml_want want, char close, int depth)
{
	bool ok = true;
	if (v->kind == YAML_LIST) {
		struct yaml_item it = {NULL, NULL, source_pos(y->src, y->i, y->p), NULL};
		it.value = flow_value(y, want == YAML_TEXTS ? YAML_TEXT : YAML_ANY, close, depth, &ok);
		ARENA_PUSH(y->arena, v->items, v->n, v->cap, it);
		return ok;
	}
	struct pos pos = source_pos(y->src, y->i, y->p);
	const char *key = flow_key(y);
	if (!key)
		return true;
	const char *fold = viet_fold(y->arena, key);
	if (!skip(y))
		return true; /* the caller sees the end */
	struct yaml *value;
	if (*y->p == ',' || *y->p == close) {
		value = yaml_node(y, YAML_SCALAR);
		value->text = "";
	} else {
		value = flow_value(y, y->want(fold), close, depth, &ok);
	}
	yaml_put(y, v, key, fold, pos, value);
	return ok;
}

struct yaml *yaml_flow(struct yaml_in *y, enum yaml_want want, int depth, bool *ok)
{
	char open = *y->p, close = open == '[' ? ']' : '}';
	size_t line = y->i;
	const char *at = y->p;
	struct yaml *v = yaml_node(y, open == '[' ? YAML_LIST : YAML_MAP);
	if (depth > YAML_DEPTH) {
		yaml_fault(y, READ_DEEP, at, YAML_DEPTH);
		give_up(y);
		*ok = false;
		return v;
	}
	y->p++;
	*ok = true;
	while (*ok) {
		if (!skip(y)) {
			*ok = open_left(y, line, at, open, close);
			return v;
		}
		if (*y->p == close)
			break;
		if (*y->p == ',') { /* an empty element, as a comma at the end leaves */
			y->p++;
			continue;
		}
		*ok = element(y, v, want, close, depth);
		if (!*ok)
			break;
		if (y->i < y->to && !skip(y)) {
			*ok = open_left(y, line, at, open, close);
			return v;
		}
		if (y->i >= y->to) {
			*ok = open_left(y, line, at, open, close);
			return v;
		}
		if (*y->p != ',' && *y->p != close) {
			yaml_fault(y, READ_FLOW_SEP, y->p, close);
			*ok = false;
		} else if (*y->p == ',') {
			y->p++;
		}
	}
	if (*ok)
		y->p++;
	else
		give_up(y);
	return v;
}
