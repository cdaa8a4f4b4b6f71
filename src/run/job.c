#include "run/job.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/file.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "model/doc.h"
#include "model/reg.h"
#include "read/read.h"
#include "run/check.h"
#include "run/fit.h"
#include "run/msg.h"
#include "run/stage.h"
#include "write/write.h"

struct press {
	struct arena *arena;      /* of the job in hand */
	struct arena *own;        /* of the press */
	struct fonts *fonts;
	struct leftovers leftovers; /* of the folder written to last */
	struct buf out;           /* kept between outputs */
	const volatile sig_atomic_t *stop;
	struct job_result result;
	const char *text; size_t n_text; /* the draft in hand, where its bytes are kept */
};

struct press *press_new(const volatile sig_atomic_t *stop)
{
	struct arena *own = arena_new();
	struct press *p = ARENA_NEW(own, struct press);

	p->own = own;
	p->leftovers.arena = own;
	p->arena = arena_new();
	p->stop = stop;
	return p;
}

void press_free(struct press *p)
{
	if (p == NULL)
		return;
	arena_free(p->arena); /* may hold what refers to the fonts */
	fonts_close(p->fonts);
	buf_free(&p->out);
	arena_free(p->own);
}

struct arena *press_begin(struct press *p, struct diag *g)
{
	arena_reset(p->arena);
	diag_init(g, p->arena);
	return p->arena;
}

struct fonts *press_fonts(struct press *p, struct diag *g)
{
	const char *dir;

	if (p->fonts != NULL)
		return p->fonts;
	dir = file_data_dir(p->own, "fonts");
	if (dir == NULL)
		diag_put(g, &RUN_NO_FONTS, (struct pos){ 0});
	else
		p->fonts = fonts_open(dir, g);
	return p->fonts;
}

static struct doc *read_stdin(struct press *p, struct diag *g)
{
	struct buf in = {.limit = (size_t)JOB_STDIN_MB << 20};
	struct pos pos = {.file = "stdin"};
	struct doc *d = NULL;
	char chunk[65536];
	ssize_t n;

	do {
		n = read(STDIN_FILENO, chunk, sizeof chunk);
		if (n > 0)
			buf_put(&in, chunk, (size_t)n);
	} while ((n > 0 && !in.failed) || (n < 0 && errno == EINTR));
	if (n < 0)
		diag_put(g, &RUN_CANNOT_READ, pos, strerror(errno));
	else if (in.failed)
		diag_put(g, &RUN_INPUT_TOO_BIG, pos, JOB_STDIN_MB);
	else
		d = read_draft_text(p->arena, "stdin", ".", p->text = arena_strndup(p->arena, in.data ? in.data : "", in.len), p->n_text = in.len, g);
	buf_free(&in);
	return d;
}

struct doc *press_read(struct press *p, const struct job *j, struct diag *g)
{
	size_t before = g->n_errors;
	struct doc *d;

	p->text = j->merged == NULL ? j->text : NULL;
	p->n_text = j->n_text;
	if (j->merged != NULL)
		d = read_merged(p->arena, j->draft, j->text_dir, j->merged, g);
	else if (j->text != NULL)
		d = read_draft_text(p->arena, j->draft, j->text_dir, j->text, j->n_text, g);
	else if (strcmp(j->draft, "-") == 0)
		d = read_stdin(p, g);
	else
		d = read_draft(p->arena, arena_strdup(p->arena, j->draft), g);
	if (d == NULL) {
		if (g->n_errors == before)
			diag_put(g, &RUN_CANNOT_READ, (struct pos){.file = j->draft }, strerror(EIO));
		return NULL;
	}
	if (j->has_date)
		d->meta->date = j->date;
	for (size_t i = 0; i < j->n_directives; i++)
		ARENA_PUSH(p->arena, d->meta->cited.v, d->meta->cited.n, d->meta->cited.cap, j->directives[i].d);
	/* Composing goes on after faults of reading, so that one run shows as many as it can. */
	if (compose(d, g) != 0 || g->n_errors > before)
		return NULL;
	return d;
}

struct pages *press_layout(struct press *p, struct doc *d, bool fit, struct diag *g)
{
	size_t before = g->n_errors;
	struct fonts *f = press_fonts(p, g);
	struct pages *pages = f == NULL ? NULL : fit ? fit_pages(d, f, g) : layout_pages(d, f, g);

	if (pages == NULL && g->n_errors == before)
		diag_put(g, &RUN_NO_LAYOUT, (struct pos){.file = d->root->pos.file});
	return g->n_errors > before ? NULL : pages;
}

static bool stopped(const struct press *p)
{
	return p->stop != NULL && *p->stop != 0;
}

/* Writes one file of a format aside and notes its name; false on errors. */
static bool put_output(struct press *p, const struct job *j, const struct writer *w, const struct write_job *wj, struct stage *s)
{
	struct diag *g = &p->result.findings;
	size_t before = g->n_errors;
	const char *name;
	int err;

	if (w->per_page)
		name = arena_printf(p->arena, "%s-%zu%s", j->stem, wj->page + 1, w->suffix);
	else
		name = arena_printf(p->arena, "%s%s", j->stem, w->suffix);
	buf_clear(&p->out);
	if (w->write(wj, &p->out, g) != 0 || p->out.failed) {
		if (g->n_errors == before)
			diag_put(g, &RUN_WRITER_FAILED, (struct pos){.file = j->draft }, w->name);
		return false;
	}
	err = stage_put(s, j->dir, name, p->out.data, p->out.len);
	if (err != 0) {
		diag_put(g, &RUN_CANNOT_WRITE, (struct pos){.file = file_join(p->arena, j->dir, name) }, strerror(err));
		return false;
	}
	return g->n_errors == before;
}

/* A page beyond the last from an earlier run would be taken for a part of the document. */
static void note_stale_page(struct press *p, const struct job *j, const struct writer *w, size_t n_pages)
{
	char *path = file_join(p->arena, j->dir, arena_printf(p->arena, "%s-%zu%s", j->stem, n_pages + 1, w->suffix));

	if (w->per_page && access(path, F_OK) == 0)
		diag_put(&p->result.findings, &RUN_STALE_PAGE, (struct pos){.file = path }, n_pages);
}

static bool write_formats(struct press *p, const struct job *j, struct write_job *wj, struct stage *s)
{
	for (size_t i = 0; i < j->n_formats; i++) {
		const struct writer *w = writer_find(j->formats[i]);
		size_t count;

		if (w == NULL) {
			diag_put(&p->result.findings, &RUN_WRITER_FAILED, (struct pos){.file = j->draft }, j->formats[i]);
			return false;
		}
		count = w->per_page ? wj->pages->n : 1;
		for (wj->page = 0; wj->page < count; wj->page++) {
			if (stopped(p)) {
				diag_put(&p->result.findings, &RUN_STOPPED, (struct pos){.file = j->draft});
				return false;
			}
			if (!put_output(p, j, w, wj, s))
				return false;
		}
		note_stale_page(p, j, w, wj->pages->n);
	}
	return true;
}

static bool may_replace(const struct job *j, const struct stage *s, struct diag *g)
{
	bool good = true;

	for (size_t i = 0; i < s->n && j->replace != NULL; i++)
		good = j->replace(j->ctx, &s->v[i], g) && good;
	return good;
}

static bool make_outputs(struct press *p, const struct job *j, struct doc *d, struct pages *pages)
{
	struct diag *g = &p->result.findings;
	struct write_job wj = {.doc = d, .pages = pages, .fonts = p->fonts, .dpi = j->dpi, .bare = j->bare};
	struct stage s;
	const char *which = NULL;
	int err;

	stage_init(&s, p->arena);
	err = file_mkdirs(j->dir);
	if (err != 0) {
		diag_put(g, &RUN_NO_FOLDER, (struct pos){.file = j->dir }, strerror(err));
		return false;
	}
	leftovers_look(&p->leftovers, j->dir);
	s.leftovers = &p->leftovers;
	s.sums = s.many = j->many;
	if (!write_formats(p, j, &wj, &s) || !may_replace(j, &s, g)) {
		stage_drop(&s);
		return false;
	}
	err = stage_commit(&s, &which);
	if (err != 0) {
		diag_put(g, &RUN_CANNOT_WRITE, (struct pos){.file = which }, strerror(err));
		return false;
	}
	p->result.files = s.v;
	p->result.n_files = s.n;
	return true;
}

const struct job_result *press_write(struct press *p, const struct job *j, struct doc *d, struct pages *pages, const struct diag *g)
{
	struct job_result *r = &p->result;

	*r = (struct job_result){.findings = *g};
	if (pages != NULL) {
		r->n_pages = pages->n;
		r->ok = make_outputs(p, j, d, pages);
	}
	diag_sort(&r->findings);
	return r;
}

struct reading { struct press *p; const struct job *j; };

/* The draft's bytes, read again only where a rule has found something; of a template's output there are none. */
static struct check_source source_again(void *ctx)
{
	struct reading *r = ctx;
	char *data;
	size_t n;

	if (r->p->text == NULL && r->j->merged == NULL && file_read(r->p->arena, r->j->draft, (size_t)JOB_STDIN_MB << 20, &data, &n) == 0) {
		r->p->text = data;
		r->p->n_text = n;
	}
	return (struct check_source){ r->p->text, r->p->n_text};
}

const struct job_result *press_run(struct press *p, const struct job *j)
{
	struct diag g;
	struct doc *d;
	struct pages *pages = NULL;
	const struct job_result *r;
	bool refused = false;

	press_begin(p, &g);
	d = press_read(p, j, &g);
	if (d != NULL)
		pages = press_layout(p, d, j->fit || d->meta->fit, &g);
	if (pages != NULL && j->check) {
		size_t before = g.n_errors;

		check_render(p->arena, d, pages, j->strict, source_again, &(struct reading){ p, j}, &g);
		refused = g.n_errors > before;
	}
	r = press_write(p, j, d, refused ? NULL : pages, &g);
	p->result.refused = refused;
	return r;
}
