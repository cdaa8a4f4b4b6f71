/* A template's text as a tree: texts and tags, with their places. */
#include "compose/mustache.h"

#include <string.h>

#include "base/utf8.h"
#include "base/viet.h"
#include "compose/msg.h"

enum { OPEN_MAX = 32, DELIMITER_BYTES = 16 };

struct reader {
	struct arena *a;
	struct diag *g;
	const struct mustache_finder *finder;
	const char *file, *text, *end;
	const char *at;                 /* place that line and col belong to */
	uint32_t line, col;
	char open[DELIMITER_BYTES + 1], close[DELIMITER_BYTES + 1];
	struct mustache_node *stack[OPEN_MAX + 1];
	size_t depth;
	bool deep;                      /* a section too deep was noted */
	size_t skipped;                 /* sections open beyond it */
};

/* One tag as it was found: its sign (0: a variable), the text inside, where it ends. */
struct tag { char sign; const char *s, *e, *to; struct pos pos; };

static struct pos pos_at(struct reader *r, const char *p)
{
	while (r->at < p) {
		const char *nl = memchr(r->at, '\n', (size_t)(p - r->at));

		if (nl == NULL)
			break;
		r->line++;
		r->col = 1;
		r->at = nl + 1;
	}
	if (r->at < p) {
		r->col += (uint32_t)utf8_count(r->at, (size_t)(p - r->at));
		r->at = p;
	}
	return (struct pos){ r->file, r->line, r->col };
}

static const char *find(const char *p, const char *end, const char *what)
{
	return p < end ? memmem(p, (size_t)(end - p), what, strlen(what)) : NULL;
}

static bool blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool space(char c)
{
	return blank(c) || c == '\n' || c == '\r';
}

/* ---- the tree ---- */

static struct mustache_node *add(struct reader *r, enum mustache_kind k, struct pos pos)
{
	struct mustache_node *top = r->stack[r->depth], n = { .kind = k, .pos = pos };

	ARENA_PUSH(r->a, top->v, top->n_v, top->cap_v, n);
	return &top->v[top->n_v - 1];
}

static void add_text(struct reader *r, const char *s, const char *e)
{
	struct mustache_node *n;

	if (s >= e)
		return;
	n = add(r, MUSTACHE_TEXT, pos_at(r, s));
	n->text = s;
	n->n = (size_t)(e - s);
}

/* ---- names ---- */

static struct mustache_name *name_of(struct reader *r, const struct tag *t)
{
	struct mustache_name *name = ARENA_NEW(r->a, struct mustache_name);
	const char *p = t->s;

	name->typed = arena_strndup(r->a, t->s, (size_t)(t->e - t->s));
	if (t->s == t->e || t->e - t->s > MUSTACHE_NAME_BYTES) {
		diag_put(r->g, &COMPOSE_TAG_EMPTY, t->pos);
		return name;
	}
	if (t->e - t->s == 1 && *t->s == '.')
		return name;
	for (;;) {
		const char *dot = memchr(p, '.', (size_t)(t->e - p));
		const char *fold = viet_fold(r->a, arena_strndup(r->a, p, (size_t)((dot != NULL ? dot : t->e) - p)));

		if (*fold == '\0' || name->n == MUSTACHE_PARTS) {
			diag_put(r->g, &COMPOSE_TAG_NAME, t->pos, utf8_short(r->a, name->typed));
			return name;
		}
		name->fold[name->n] = fold;
		name->hash[name->n++] = value_hash(fold);
		if (dot == NULL)
			return name;
		p = dot + 1;
	}
}

static bool same_name(const struct mustache_name *a, const struct mustache_name *b)
{
	bool same = a->n == b->n;

	for (size_t i = 0; same && i < a->n; i++)
		same = strcmp(a->fold[i], b->fold[i]) == 0;
	return same;
}

/* ---- tags ---- */

static void section(struct reader *r, const struct tag *t)
{
	struct mustache_name *name = name_of(r, t);
	struct mustache_node *n;

	if (r->depth == OPEN_MAX || r->skipped > 0) {
		if (!r->deep)
			diag_put(r->g, &COMPOSE_TAG_DEEP, t->pos, OPEN_MAX);
		r->deep = true;
		r->skipped++;
		return;
	}
	n = add(r, t->sign == '^' ? MUSTACHE_INVERTED : MUSTACHE_SECTION, t->pos);
	n->name = name;
	/* the parent's array does not grow while its last element is open */
	r->stack[++r->depth] = n;
}

static void section_end(struct reader *r, const struct tag *t)
{
	struct mustache_name *name = name_of(r, t);
	struct mustache_node *top = r->stack[r->depth];

	if (r->skipped > 0) {
		r->skipped--;
	} else if (r->depth == 0) {
		diag_put(r->g, &COMPOSE_TAG_NOT_OPEN, t->pos, utf8_short(r->a, name->typed), utf8_short(r->a, name->typed));
	} else {
		if (!same_name(top->name, name))
			diag_put(r->g, &COMPOSE_TAG_CLOSES, t->pos, utf8_short(r->a, name->typed), utf8_short(r->a, top->name->typed),
				(unsigned)top->pos.line, utf8_short(r->a, top->name->typed));
		r->depth--;
	}
}

static void partial(struct reader *r, const struct tag *t, const char *indent, size_t n_indent)
{
	struct mustache_node *n;
	const char *name = arena_strndup(r->a, t->s, (size_t)(t->e - t->s));

	if (*name == '\0') {
		diag_put(r->g, &COMPOSE_TAG_EMPTY, t->pos);
		return;
	}
	n = add(r, MUSTACHE_PARTIAL, t->pos);
	n->text = indent;
	n->n = n_indent;
	n->partial = r->finder->find(r->finder->ctx, name, t->pos);
}

/* "{{=<% %>=}}" */
static void delimiters(struct reader *r, const struct tag *t)
{
	const char *gap = t->s, *second;
	size_t n, m;

	while (gap < t->e && !space(*gap))
		gap++;
	for (second = gap; second < t->e && space(*second);)
		second++;
	n = (size_t)(gap - t->s);
	m = (size_t)(t->e - second);
	for (const char *p = second; p < t->e; p++)
		if (space(*p) || *p == '=')
			m = 0;
	if (n == 0 || m == 0 || n > DELIMITER_BYTES || m > DELIMITER_BYTES || memchr(t->s, '=', n) != NULL) {
		diag_put(r->g, &COMPOSE_TAG_DELIMITERS, t->pos);
		return;
	}
	memcpy(r->open, t->s, n);
	r->open[n] = '\0';
	memcpy(r->close, second, m);
	r->close[m] = '\0';
}

/* The tag that opens at p; false if it has no end. */
static bool tag_at(struct reader *r, const char *p, struct tag *t)
{
	char close[DELIMITER_BYTES + 2];
	const char *s = p + strlen(r->open), *e;

	*t = (struct tag){ 0 };
	t->sign = s < r->end && strchr("#^/!>=&{", *s) != NULL ? *s : '\0';
	s += t->sign != '\0';
	strcpy(close, r->close);
	if (t->sign == '{' || t->sign == '=') {
		close[0] = t->sign == '{' ? '}' : '=';
		strcpy(close + 1, r->close);
	}
	e = find(s, r->end, close);
	if (e == NULL)
		return false;
	t->to = e + strlen(close);
	while (s < e && space(*s))
		s++;
	while (e > s && space(e[-1]))
		e--;
	t->s = s;
	t->e = e;
	return true;
}

/* A tag that prints nothing and stands alone takes its line with it: *from and *to are moved to the line's ends. */
static void alone(const struct reader *r, const char **from, const char **to, const char *tag)
{
	const char *s = tag, *e = *to;

	while (s > r->text && blank(s[-1]))
		s--;
	while (e < r->end && blank(*e))
		e++;
	if (e < r->end && *e == '\r' && e + 1 < r->end && e[1] == '\n')
		e++;
	if ((s > r->text && s[-1] != '\n') || (e < r->end && *e != '\n'))
		return;
	*from = s;
	*to = e < r->end ? e + 1 : e;
}

static void use(struct reader *r, const struct tag *t, const char *indent, size_t n_indent)
{
	struct mustache_node *n;

	switch (t->sign) {
	case '!': break;
	case '=': delimiters(r, t); break;
	case '#':
	case '^': section(r, t); break;
	case '/': section_end(r, t); break;
	case '>': partial(r, t, indent, n_indent); break;
	default:
		n = add(r, MUSTACHE_VALUE, t->pos);
		n->raw = t->sign != '\0';
		n->name = name_of(r, t);
	}
}

bool mustache_read(struct arena *a, struct mustache *m, const char *file, const char *text, size_t n, const struct mustache_finder *f,
	struct diag *g)
{
	struct reader r = { .a = a, .g = g, .finder = f, .file = file, .text = text, .end = text + n, .at = text, .line = 1, .col = 1,
		.open = "{{", .close = "}}" };
	size_t before = g->n_errors;
	const char *p = text;
	struct tag t;

	m->root.kind = MUSTACHE_SECTION;
	r.stack[0] = &m->root;
	for (const char *tag; (tag = find(p, r.end, r.open)) != NULL; p = t.to) {
		const char *from = tag;

		if (!tag_at(&r, tag, &t)) {
			diag_put(g, &COMPOSE_TAG_OPEN, pos_at(&r, tag), r.close);
			return false;
		}
		if (t.sign != '\0' && strchr("#^/!>=", t.sign) != NULL)
			alone(&r, &from, &t.to, tag);
		add_text(&r, p, from);
		t.pos = pos_at(&r, tag);
		use(&r, &t, from, (size_t)(tag - from));
	}
	add_text(&r, p, r.end);
	for (size_t i = r.depth; i > 0; i--)
		diag_put(g, &COMPOSE_TAG_UNCLOSED, r.stack[i]->pos, utf8_short(a, r.stack[i]->name->typed), utf8_short(a, r.stack[i]->name->typed));
	return g->n_errors == before;
}
