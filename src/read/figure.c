/* Pictures: "![caption](picture.png) {rộng: 80mm}" on a line of its own; from the draft's folder alone. */
#include "base/utf8.h"
#include "read/body.h"
#include "base/file.h"
#include "read/msg.h"
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

static bool known_type(const char *name)
{
	static const char *const types[] = {".png", ".jpg", ".jpeg", ".svg"};
	const char *dot = strrchr(name, '.');
	for (size_t i = 0; dot && i < sizeof types / sizeof *types; i++)
		if (!strcasecmp(dot, types[i]))
			return true;
	return false;
}

/* Path of the picture, or NULL (noted). */
static const char *find(struct body *b, const char *name, struct pos pos)
{
	struct stat st;
	enum read_fault f;
	const char *path = b->dir ? file_inside(b->arena, b->dir, name) : NULL;
	if (!b->dir)
		f = READ_PICTURE_NO_DIR;
	else if (!path)
		f = READ_PICTURE_OUTSIDE;
	else if (!known_type(name))
		f = READ_PICTURE_TYPE;
	else if (stat(path, &st) || !S_ISREG(st.st_mode))
		f = READ_PICTURE_MISSING;
	else
		return path;
	diag_put(b->g, &read_msgs[f], pos, utf8_short(b->arena, name));
	return NULL;
}

/* End of the caption: its closing bracket, if "(" follows; brackets inside come in pairs. */
static const char *caption_end(const char *p, const char *e)
{
	for (size_t open = 0; p + 1 < e; p++) {
		if (*p == '\\')
			p++;
		else if (*p == '[')
			open++;
		else if (*p == ']' && !open)
			return p[1] == '(' ? p : NULL;
		else if (*p == ']')
			open--;
	}
	return NULL;
}

static void make(struct body *b, size_t i, const char *caption, const char *ce, const char *path, twip width)
{
	struct node *n = body_para(b, b->section, ROLE_PICTURE, source_start(b->src, i));
	if (!n)
		return;
	struct picture *pic = ARENA_NEW(b->arena, struct picture);
	pic->path = path;
	pic->width = width;
	pic->alt = "";
	doc_run(b->doc, n, RUN_PICTURE, NULL, 0)->picture = pic;
	if (caption == ce)
		return;
	struct node *c = body_para(b, b->section, ROLE_CAPTION, source_pos(b->src, i, caption));
	if (!c)
		return;
	inline_read(b, c, i, caption, ce, INLINE_PARA);
	n->u.para.keep_next = true;
	pic->alt = doc_text(b->doc, c);
}

bool figure_read(struct body *b)
{
	const char *p = body_start(b, b->i);
	if (strncmp(p, "![", 2))
		return false;
	size_t i = b->i;
	const struct line *l = &b->src->lines[i];
	const char *e = l->s + l->len;
	while (e > p && (e[-1] == ' ' || e[-1] == '\t'))
		e--;
	const char *mid = caption_end(p + 2, e);
	if (!mid)
		return false; /* "![" begins a text */
	const char *close = NULL, *brace = e[-1] == '}' ? memrchr(mid, '{', (size_t)(e - mid)) : NULL;
	const char *stop = brace ? brace : e;
	while (stop > mid && (stop[-1] == ' ' || stop[-1] == '\t'))
		stop--;
	close = stop > mid + 2 && stop[-1] == ')' ? stop - 1 : NULL;
	b->i++;
	if (!close || close == mid + 2) {
		diag_put(b->g, &read_msgs[READ_PICTURE_FORM], source_pos(b->src, i, p));
		return true;
	}
	twip width = 0;
	if (brace)
		options_picture(b, i, brace, e, &width);
	const char *name = arena_strndup(b->arena, mid + 2, (size_t)(close - mid) - 2);
	const char *path = find(b, name, source_pos(b->src, i, mid + 2));
	const char *caption = p + 2;
	while (caption < mid && *caption == ' ')
		caption++;
	if (path)
		make(b, i, caption, mid, path, width);
	return true;
}
