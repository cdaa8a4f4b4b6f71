/* Pictures of a DOCX that becomes a draft: files beside it. */
#include <string.h>
#include "base/file.h"
#include "pack/unzip.h"
#include "run/import.h"

/* Ending by what the bytes are, whatever the member is called; NULL: no picture that drafts take. */
static const char *ending(const char *data, size_t n)
{
	if (n > 8 && !memcmp(data, "\x89PNG\r\n\x1A\n", 8))
		return ".png";
	return n > 3 && !memcmp(data, "\xFF\xD8\xFF", 3) ? ".jpg" : NULL;
}

static const char *path_of(struct arena *a, const char *draft, size_t number, const char *end)
{
	return file_join(a, file_dir(a, draft), arena_printf(a, "%s-hinh-%zu%s", file_stem(a, file_base(draft)), number, end));
}

/* The paragraph is the picture; one that holds text, too, has it below. */
static void place(struct doc *d, struct node *para, const char *path)
{
	struct node *n = para;
	struct picture *pic = ARENA_NEW(d->arena, struct picture);
	*pic = (struct picture){.path = path, .alt = "", .width = para->u.para.look->shape_w};
	if (*doc_text(d, para)) {
		n = doc_add(d, NULL, NODE_PARA, para->pos);
		doc_insert(para->parent, para->next, n);
	}
	n->u.para.role = ROLE_PICTURE;
	n->u.para.n_runs = 0;
	n->u.para.label = LABEL_NONE;
	n->u.para.label_len = 0;
	doc_run(d, n, RUN_PICTURE, NULL, 0)->picture = pic;
}

void import_pictures_find(struct doc *d, const char *data, size_t n, const char *draft, struct import_pictures *out)
{
	const char *why;
	struct unzip *z = unzip_open(d->arena, data, n, &why);
	for (struct node *x = z ? d->root : NULL; x; x = (struct node *)doc_walk(d->root, x)) {
		if (x->kind != NODE_PARA || x->generated || !x->u.para.look || !x->u.para.look->media || !x->parent || x->parent->kind != NODE_SECTION || out->n >= IMPORT_PICTURES)
			continue;
		struct import_picture p = {0};
		p.data = unzip_read(z, x->u.para.look->media, &p.n, &why);
		const char *end = p.data ? ending(p.data, p.n) : NULL;
		if (!end)
			continue;
		p.path = path_of(d->arena, draft, out->n + 1, end);
		ARENA_PUSH(d->arena, out->v, out->n, out->cap, p);
		place(d, x, p.path);
	}
}
