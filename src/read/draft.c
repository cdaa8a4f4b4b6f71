/* A draft from its first line to its last: front matter, body, and the blocks that begin annexes, attached texts and copies. */
#include "read/read.h"
#include "base/file.h"
#include "form/kind.h"
#include "read/body.h"
#include "read/front.h"
#include "read/msg.h"
#include <errno.h>
#include <string.h>

struct draft {
	struct arena *arena;
	struct diag *g;
	struct doc *doc;
	struct source src;
	const char *dir;
	size_t n_paras;
	bool full;
};

/* Keys that begin a part, and those that show that a block was meant to. */
static const struct opener { const char *fold; enum part_kind kind; unsigned where; } openers[] = {
	{"phuluc", PART_ANNEX, IN_ANNEX}, {"vanbankemtheo", PART_ATTACHED, IN_ATTACHED}, {"bansao", PART_COPY, IN_COPY},
	{"sophuluc", PART_MAIN, 0}, {"kemtheo", PART_MAIN, 0}, {"huong", PART_MAIN, 0}};

static size_t next_fence(const struct draft *d, size_t i)
{
	while (i < d->src.n && !source_fence(&d->src, i))
		i++;
	return i;
}

/* What the fence in line i begins: the row of its first key, or NULL if the line is text. */
static const struct opener *opener_at(const struct draft *d, size_t i)
{
	const char *p = "", *colon;
	for (i++; i < d->src.n; i++) {
		p = d->src.lines[i].s;
		p += strspn(p, " \t");
		if (*p && *p != '#')
			break;
	}
	if (i >= d->src.n || !yaml_key_at(p, &colon))
		return NULL;
	char *fold = viet_fold(d->arena, arena_strndup(d->arena, p, (size_t)(colon - p)));
	for (size_t k = 0; k < sizeof openers / sizeof *openers; k++)
		if (!strcmp(openers[k].fold, fold) && (openers[k].where || next_fence(d, i) < d->src.n))
			return &openers[k];
	return NULL;
}

static void body(struct draft *d, struct node *section, const struct meta *m, size_t from, size_t to)
{
	const struct kind *k = m->kind.s ? kind_find(m->kind.s) : NULL;
	struct body b = {.arena = d->arena, .g = d->g, .src = &d->src, .doc = d->doc, .section = section, .dir = d->dir,
		.bases = k && k->bases, .n_paras = &d->n_paras};
	body_read(&b, from, to);
	d->full = b.full;
}

/* Line where the text that begins at i ends: the fence of the next part, or the end. */
static size_t text_end(const struct draft *d, size_t i, const struct opener **next)
{
	for (*next = NULL; i < d->src.n; i++)
		if (source_fence(&d->src, i) && (*next = opener_at(d, i)))
			break;
	return i;
}

/* The part whose block opens in line i; returns the line after its text. */
static size_t read_part(struct draft *d, size_t i, const struct opener *o, const struct opener **next)
{
	struct pos pos = source_pos(&d->src, i, d->src.lines[i].s);
	size_t close = next_fence(d, i + 1);
	if (close == d->src.n)
		diag_put(d->g, &read_msgs[READ_PART_OPEN], pos);
	if (!o->where)
		diag_put(d->g, &read_msgs[READ_PART_FIRST], pos);
	if (close == d->src.n || !o->where)
		return text_end(d, close + (close < d->src.n), next);
	struct front f = front_new(d->arena, d->g, o->where, pos);
	front_fill(&f, yaml_read(&d->src, i + 1, close, front_want, d->g), NULL);
	struct part part = {o->kind, f.meta, f.label, doc_add(d->doc, d->doc->root, NODE_SECTION, pos)};
	ARENA_PUSH(d->arena, d->doc->parts, d->doc->n_parts, d->doc->cap_parts, part);
	size_t end = text_end(d, close + 1, next);
	body(d, part.section, part.meta, close + 1, end);
	return end;
}

/* The draft's own front matter; returns the line after it. */
static size_t read_front(struct draft *d)
{
	size_t open = 0;
	while (source_blank(&d->src, open))
		open++; /* the door lets no text without signs through */
	struct pos pos = source_start(&d->src, open);
	const struct front *office = d->dir ? config_read(d->arena, d->dir, d->g) : NULL;
	struct front f = front_new(d->arena, d->g, IN_MAIN, pos);
	size_t from = open, to = open, end = open;
	if (!source_fence(&d->src, open)) {
		diag_put(d->g, &read_msgs[READ_NO_FRONT], pos);
	} else {
		from = open + 1;
		end = to = next_fence(d, from);
		if (to == d->src.n) {
			diag_put(d->g, &read_msgs[READ_FRONT_OPEN], pos);
			const char *colon; /* the keys can be read still: up to the first line that is neither one nor indented */
			for (to = from; to < d->src.n && (source_blank(&d->src, to) || strchr(" \t#-", *d->src.lines[to].s) ||
				yaml_key_at(d->src.lines[to].s, &colon)); to++)
				;
			end = to;
		} else {
			end = to + 1;
		}
	}
	front_fill(&f, yaml_read(&d->src, from, to, front_want, d->g), office);
	d->doc->meta = f.meta;
	return end;
}

static struct doc *read_source(struct draft *d)
{
	d->doc = doc_new(d->arena);
	size_t i = read_front(d);
	struct node *section = doc_add(d->doc, d->doc->root, NODE_SECTION, source_pos(&d->src, i, NULL));
	const struct opener *next;
	size_t end = text_end(d, i, &next);
	body(d, section, d->doc->meta, i, end);
	while (next && !d->full)
		end = read_part(d, end, next, &next);
	return d->doc;
}

struct doc *read_draft_text(struct arena *a, const char *name, const char *dir, const char *text, size_t n, struct diag *g)
{
	struct draft d = {.arena = a, .g = g, .dir = dir ? arena_strdup(a, dir) : NULL};
	return source_open(&d.src, a, arena_strdup(a, name), text, n, g) ? read_source(&d) : NULL;
}

struct doc *read_merged(struct arena *a, const char *name, const char *dir, const struct merged *m, struct diag *g)
{
	struct draft d = {.arena = a, .g = g, .dir = dir ? arena_strdup(a, dir) : NULL};
	return source_open_merged(&d.src, a, arena_strdup(a, name), m, g) ? read_source(&d) : NULL;
}

struct doc *read_draft(struct arena *a, const char *path, struct diag *g)
{
	char *data;
	size_t n;
	int err = file_read(a, path, (size_t)SOURCE_MAX_MB << 20, &data, &n);
	if (!err)
		return read_draft_text(a, path, file_dir(a, path), data, n, g);
	struct pos pos = {arena_strdup(a, path), 0, 0};
	if (err == EFBIG)
		diag_put(g, &read_msgs[READ_TOO_LARGE], pos, SOURCE_MAX_MB);
	else
		diag_put(g, &read_msgs[READ_CANNOT_OPEN], pos, strerror(err));
	return NULL;
}
