/* A document as a draft: the parts, their paragraphs, the notes. */
#include "write/draft_inner.h"
#include <string.h>
#include "form/form.h"
#include "model/label.h"

struct writer {
	struct draft_out d;
	struct style styles[ROLE_COUNT];
};

/* Marks before the line, by role; of other roles none. */
static const char *const title_marks[ROLE_COUNT] = {
	[ROLE_HEADING1] = "# ", [ROLE_HEADING2] = "## ", [ROLE_HEADING3] = "### ", [ROLE_ARTICLE] = "# ", [ROLE_PART] = "# ", [ROLE_PART_TITLE] = "# ",
	[ROLE_CHAPTER] = "# ", [ROLE_CHAPTER_TITLE] = "# ", [ROLE_SECTION] = "# ", [ROLE_SECTION_TITLE] = "# ", [ROLE_TITLE_CENTER] = "# ",
};

/* Whether a line would not be read as a paragraph, or as one with a mark. */
static bool opens_block(const char *s)
{
	static const char *const openings[] = {"|", "![", "{", "```", "---", "# ", "## ", "### "};
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (!strncmp(s, openings[i], strlen(openings[i])))
			return true;
	return *s == '-' && strspn(s, "-") == strlen(s);
}

/* Where the sign of the label stands that the text begins with: it can be escaped; SIZE_MAX: there is none. */
static size_t label_sign(const char *s)
{
	uint32_t len;
	bool alone;
	if (label_find(s, strlen(s), &len, &alone) == LABEL_NONE || !strchr("-+.):", s[len - 1]))
		return SIZE_MAX;
	return len - 1;
}

/* A paragraph that has no label must not be read as one with it. */
static void protect(struct writer *w, size_t from, const struct para *p)
{
	struct buf *out = w->d.out;
	const char *s = out->data ? out->data + from : "";
	size_t at = opens_block(s) ? 0 : SIZE_MAX;
	if (at && p->label == LABEL_NONE)
		at = label_sign(s);
	if (at == SIZE_MAX || !*s)
		return;
	const char *rest = arena_strdup(w->d.doc->arena, s + at);
	out->len = from + at;
	buf_printf(out, "\\%s", rest);
}

/* The name of a picture's file, from the draft's folder where it lies below it. */
static const char *picture_name(const struct writer *w, const char *path)
{
	size_t n = w->d.dir ? strlen(w->d.dir) : 0;
	while (n && w->d.dir[n - 1] == '/')
		n--;
	return n && !strncmp(path, w->d.dir, n) && path[n] == '/' ? path + n + 1 : path;
}

/* A picture, its caption with it; returns the node it ends with. */
static const struct node *put_picture(struct writer *w, const struct node *n)
{
	struct buf *out = w->d.out;
	const struct node *caption = n->next && n->next->kind == NODE_PARA && n->next->u.para.role == ROLE_CAPTION ? n->next : NULL;
	for (size_t i = 0; i < n->u.para.n_runs; i++) {
		const struct picture *pic = n->u.para.runs[i].kind == RUN_PICTURE ? n->u.para.runs[i].picture : NULL;
		if (!pic || !pic->path)
			continue;
		buf_puts(out, "\n![");
		if (caption)
			draft_runs(&w->d, caption, DRAFT_PARA);
		buf_printf(out, "](%s)", picture_name(w, pic->path));
		if (pic->width) {
			buf_puts(out, " {rộng: ");
			draft_length(out, pic->width, true);
			buf_putc(out, '}');
		}
		buf_puts(out, "\n\n");
		return caption ? caption : n;
	}
	return n;
}

/* A copy of "Điều 1. …" whose label is not bold: whoever reads the draft makes it so. */
static const struct node *plain_label(const struct writer *w, const struct node *n)
{
	const struct para *p = &n->u.para;
	if (!p->n_runs || p->runs[0].kind != RUN_TEXT || strlen(p->runs[0].text) > p->label_len + 1)
		return n;
	struct node *copy = ARENA_NEW(w->d.doc->arena, struct node);
	*copy = *n;
	copy->u.para.runs = ARENA_ARRAY(w->d.doc->arena, struct run, p->n_runs);
	memcpy(copy->u.para.runs, p->runs, p->n_runs * sizeof *p->runs);
	copy->u.para.runs[0].attrs &= ~(unsigned)RUN_BOLD;
	return copy;
}

/* Takes spaces and line breaks off the end of what stands from a place on; false: nothing is left. */
static bool trim_end(struct buf *out, size_t from)
{
	while (out->len > from) {
		char last = out->data[out->len - 1];
		bool escaped = last == '\\' && out->len > from + 1 && out->data[out->len - 2] == '\\';
		if (escaped || !strchr(" \n\\", last))
			break;
		out->data[--out->len] = 0;
	}
	return out->len > from;
}

static void put_para(struct writer *w, const struct node *n)
{
	struct buf *out = w->d.out;
	const struct para *p = &n->u.para;
	const char *mark = title_marks[p->role];
	if (mark && out->len > 1 && strcmp(out->data + out->len - 2, "\n\n"))
		buf_putc(out, '\n');
	buf_puts(out, mark ? mark : "");
	size_t from = out->len;
	if (p->role == ROLE_ARTICLE_TEXT)
		n = plain_label(w, n);
	draft_runs(&w->d, n, DRAFT_PARA);
	if (!trim_end(out, from)) { /* an empty paragraph says nothing */
		out->len = from - strlen(mark ? mark : "");
		if (out->data)
			out->data[out->len] = 0;
		return;
	}
	if (!mark)
		protect(w, from, p);
	buf_putc(out, '\n');
}

static void put_notes(struct writer *w, const struct node *section)
{
	bool any = false;
	for (const struct node *n = doc_walk(section, section); n; n = doc_walk(section, n)) {
		if (n->kind != NODE_PARA || n->generated)
			continue;
		for (size_t i = 0; i < n->u.para.n_runs; i++) {
			const struct node *note = n->u.para.runs[i].kind == RUN_FOOTNOTE ? n->u.para.runs[i].note : NULL;
			if (!note)
				continue;
			buf_printf(w->d.out, "%s[^%u]: ", any ? "" : "\n", note->u.footnote.number);
			any = true;
			bool said = false;
			for (const struct node *p = note->first; p; p = p->next) {
				size_t from = w->d.out->len;
				if (said)
					buf_puts(w->d.out, " \\\n");
				size_t text = w->d.out->len;
				draft_runs(&w->d, p, DRAFT_NOTE);
				if (trim_end(w->d.out, text))
					said = true;
				else
					w->d.out->len = from;
			}
			buf_putc(w->d.out, '\n');
		}
	}
}

static void put_body(struct writer *w, const struct node *section)
{
	for (const struct node *n = section->first; n; n = n->next) {
		if (n->generated)
			continue;
		if (n->kind == NODE_TABLE) {
			buf_putc(w->d.out, '\n');
			draft_table(&w->d, n);
			buf_putc(w->d.out, '\n');
		} else if (n->kind == NODE_PARA && n->u.para.role == ROLE_PICTURE) {
			n = put_picture(w, n);
		} else if (n->kind == NODE_PARA) {
			put_para(w, n);
		}
	}
	put_notes(w, section);
}

static const struct part *part_of(const struct doc *d, const struct node *section)
{
	for (size_t i = 0; i < d->n_parts; i++)
		if (d->parts[i].section == section)
			return &d->parts[i];
	return NULL;
}

void write_draft(const struct doc *d, const char *dir, struct buf *out)
{
	struct writer w = {.d = {d, dir, out, NULL}};
	form_styles(d->form ? d->form : form_for(d->meta->regime, d->meta->date), &d->choice, w.styles);
	w.d.styles = w.styles;
	draft_front(out, d->meta, NULL);
	for (const struct node *s = d->root->first; s; s = s->next) {
		const struct part *part = part_of(d, s);
		if (part && part->kind != PART_MAIN) {
			buf_putc(out, '\n');
			draft_front(out, part->meta, part);
		}
		buf_putc(out, '\n');
		put_body(&w, s);
	}
}
