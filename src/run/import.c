#include "run/import.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include "base/file.h"
#include "read/foreign.h"
#include "read/know_msg.h"
#include "run/foreign.h"
#include "run/msg.h"
#include "run/outfile.h"
#include "write/draft.h"

static struct doc *read_file(struct arena *a, const char *path, char **bytes, size_t *len, struct diag *g)
{
	struct pos pos = {.file = path};
	char *data;
	size_t n;
	int err = file_read(a, path, (size_t)FOREIGN_MB << 20, &data, &n);
	if (err == EFBIG)
		diag_put(g, &know_msgs[KNOW_TEXT_LARGE], pos, FOREIGN_MB);
	else if (err)
		diag_put(g, &RUN_CANNOT_READ, pos, strerror(err));
	if (err)
		return NULL;
	*bytes = foreign_is(data, n) ? data : NULL;
	*len = n;
	return foreign_is(data, n) ? read_docx(a, path, data, n, g) : read_plain(a, path, data, n, g);
}

static const char *target_of(struct arena *a, const char *path, const char *output)
{
	const char *name = arena_printf(a, "%s.md", file_stem(a, file_base(path)));
	struct stat st;
	if (!output)
		return file_join(a, file_dir(a, path), name);
	if (stat(output, &st) == 0 && S_ISDIR(st.st_mode))
		return file_join(a, output, name);
	return output;
}

static size_t count_paragraphs(const struct doc *d)
{
	size_t n = 0;
	for (const struct node *x = doc_walk(d->root, d->root); x; x = doc_walk(d->root, x))
		n += x->kind == NODE_PARA;
	return n;
}

/* False (noted) if a picture would stand in place of another file. */
static bool free_to_write(const struct import_pictures *p, bool force, struct diag *g)
{
	struct stat st;
	for (size_t i = 0; i < p->n && !force; i++) {
		if (lstat(p->v[i].path, &st) != 0)
			continue;
		diag_put(g, &RUN_FILE_EXISTS, (struct pos){.file = p->v[i].path});
		return false;
	}
	return true;
}

static void put_pictures(struct arena *a, const struct import_pictures *p, struct imported *out, struct diag *g)
{
	out->pictures = ARENA_ARRAY(a, const char *, p->n ? p->n : 1);
	for (size_t i = 0; i < p->n; i++) {
		struct buf b = {.data = (char *)p->v[i].data, .len = p->v[i].n};
		const char *path = outfile_put(&b, p->v[i].path, true, g);
		if (path)
			out->pictures[out->n_pictures++] = path;
		else
			out->path = NULL;
	}
}

void import_file(struct arena *a, const char *path, const char *output, bool force, struct imported *out, struct diag *g)
{
	struct buf b = BUF_INIT;
	memset(out, 0, sizeof *out);
	char *data = NULL;
	size_t n = 0;
	struct doc *d = read_file(a, path, &data, &n, g);
	if (!d || g->n_errors)
		return;
	out->paragraphs = count_paragraphs(d);
	recognise(d, g);
	const char *to = target_of(a, path, output);
	struct import_pictures pictures = {0};
	if (data && strcmp(to, "-"))
		import_pictures_find(d, data, n, to, &pictures);
	docx_tell_left_out(d, pictures.n, g);
	write_draft(d, file_dir(a, to), &b);
	out->unsure = g->n;
	out->kind = d->meta->kind.s;
	if (free_to_write(&pictures, force, g))
		out->path = outfile_put(&b, to, force, g);
	buf_free(&b);
	if (out->path)
		put_pictures(a, &pictures, out, g);
}
