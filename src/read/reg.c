/* A register by its content, streaming or whole. */
#include "read/reg.h"
#include "base/file.h"
#include "read/msg.h"
#include "read/reg_in.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The first bytes of a file, enough to tell what it is; 0 or an errno value. */
static int look(const char *path, char *out, size_t size, size_t *n)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return errno;
	ssize_t got = read(fd, out, size);
	int err = got < 0 ? errno : 0;
	close(fd);
	*n = got < 0 ? 0 : (size_t)got;
	return err;
}

static int read_tree(struct reg_in *in, const char *path)
{
	char *data;
	size_t n;
	int err = file_read(in->arena, path, (size_t)REG_YAML_MB << 20, &data, &n);
	if (!err)
		return reg_read_tree(in, path, data, n);
	struct pos pos = {path, 0, 0};
	if (err == EFBIG)
		diag_put(in->g, &read_msgs[READ_TOO_LARGE], pos, REG_YAML_MB);
	else
		diag_put(in->g, &read_msgs[READ_CANNOT_OPEN], pos, strerror(err));
	return -1;
}

static struct reg_in begin(struct arena *a, const struct reg_options *o, const struct reg_sink *sink, struct diag *g)
{
	return (struct reg_in){.arena = a, .row = arena_new(), .o = o, .sink = sink, .g = g, .memo = ARENA_NEW(a, struct reg_memo)};
}

static int end(struct reg_in *in, const char *path, int result, const struct reg_sheet ***sheets, size_t *n_sheets)
{
	if (result == 0 && !in->n_rows && !in->stop)
		diag_put(in->g, &reg_msgs[REG_NOTHING], (struct pos){path, 0, 0});
	if (sheets) {
		*sheets = in->sheets;
		*n_sheets = in->n_sheets;
	}
	arena_free(in->row);
	return result;
}

int reg_read(struct arena *a, const char *path, const struct reg_options *o, const struct reg_sink *sink, const struct reg_sheet ***sheets, size_t *n_sheets,
	struct diag *g)
{
	struct reg_in in = begin(a, o, sink, g);
	char head[4096];
	size_t n = 0;
	int result = -1;
	struct reg_options own;
	path = arena_strdup(a, path);
	if (!o) {
		reg_options_read(a, file_dir(a, path), &own, g);
		in.o = &own;
	}
	if (look(path, head, sizeof head - 1, &n) == 0 && (head[n] = '\0', reg_is_tree(path, head, n))) {
		result = read_tree(&in, path);
	} else {
		struct book *b = book_open(a, path, g);
		if (b)
			result = reg_read_book(&in, b);
	}
	return end(&in, path, result, sheets, n_sheets);
}

/* ---- copies ---- */

static const char *keep(struct arena *a, const char *s)
{
	return s ? arena_strdup(a, s) : NULL;
}

static struct reg_extra *keep_extra(struct arena *a, const struct reg_extra *v, size_t n)
{
	struct reg_extra *out = ARENA_ARRAY(a, struct reg_extra, n);
	for (size_t i = 0; i < n; i++)
		out[i] = (struct reg_extra){v[i].column, keep(a, v[i].value)};
	return out;
}

static struct reg_task copy_task(struct arena *a, const struct reg_task *t)
{
	struct reg_task c = *t;
	const char **const texts[] = {&c.number, &c.text, &c.directive, &c.lead, &c.partners, &c.result, &c.product, &c.area, &c.trouble, &c.proposal, &c.note, &c.group,
		&c.progress_words, &c.state_words, &c.due.words};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = keep(a, *texts[i]);
	c.extra = keep_extra(a, t->extra, t->n_extra);
	return c;
}

struct reg_task *reg_task_copy(struct arena *a, const struct reg_task *t)
{
	struct reg_task *c = ARENA_NEW(a, struct reg_task);
	*c = copy_task(a, t);
	return c;
}

/* ---- the whole ---- */

struct loading { struct arena *a; struct reg *r; };

static bool load_task(void *ctx, const struct reg_task *t)
{
	struct loading *l = ctx;
	ARENA_PUSH(l->a, l->r->tasks, l->r->n_tasks, l->r->cap_tasks, copy_task(l->a, t));
	return true;
}

static bool load_directive(void *ctx, const struct reg_directive *d)
{
	struct loading *l = ctx;
	struct reg_directive c = *d;
	const char **const texts[] = {&c.d.code, &c.d.kind, &c.d.issuer, &c.d.subject, &c.d.brief};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = keep(l->a, *texts[i]);
	c.extra = keep_extra(l->a, d->extra, d->n_extra);
	ARENA_PUSH(l->a, l->r->directives, l->r->n_directives, l->r->cap_directives, c);
	return true;
}

static bool load_agency(void *ctx, const struct reg_agency *g)
{
	struct loading *l = ctx;
	struct reg_agency c = *g;
	const char **const texts[] = {&c.name, &c.brief, &c.abbr, &c.parent, &c.group, &c.place, &c.head, &c.title};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = keep(l->a, *texts[i]);
	c.extra = keep_extra(l->a, g->extra, g->n_extra);
	ARENA_PUSH(l->a, l->r->agencies, l->r->n_agencies, l->r->cap_agencies, c);
	return true;
}

struct reg *reg_load(struct arena *a, const char *path, const struct reg_options *o, struct diag *g)
{
	struct loading l = {a, ARENA_NEW(a, struct reg)};
	struct reg_sink sink = {&l, load_task, load_directive, load_agency, NULL};
	if (reg_read(a, path, o, &sink, &l.r->sheets, &l.r->n_sheets, g) != 0)
		return NULL;
	return l.r;
}

struct reg *reg_load_bytes(struct arena *a, const char *name, const void *data, size_t n, const struct reg_options *o, struct diag *g)
{
	static const struct reg_options none;
	struct loading l = {a, ARENA_NEW(a, struct reg)};
	struct reg_sink sink = {&l, load_task, load_directive, load_agency, NULL};
	struct reg_in in = begin(a, o ? o : &none, &sink, g);
	char *copy = arena_strndup(a, data, n);
	int result = -1;
	if (n <= (size_t)REG_YAML_MB << 20 && reg_is_tree(name, copy, n)) {
		result = reg_read_tree(&in, name, copy, n);
	} else {
		struct book *b = book_open_bytes(a, name, copy, n, g);
		if (b)
			result = reg_read_book(&in, b);
	}
	return end(&in, name, result, &l.r->sheets, &l.r->n_sheets) == 0 ? l.r : NULL;
}
