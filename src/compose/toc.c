/* Mục lục: one entry for each heading of the text, the annexes and the attached texts, up to the level asked for. */
#include <string.h>

#include "compose/inner.h"
#include "compose/msg.h"

enum { ROOM = 240 }; /* above the title, and between the last entry and the text */

struct toc {
	struct ctx *c;
	struct place at;
	struct style styles[ROLE_COUNT];
	struct node *entry;      /* the last one */
	unsigned n;
};

/* The text of a paragraph on one line. */
static const char *line_of(struct ctx *c, const struct node *n)
{
	char *s = doc_text(c->d, n);

	for (char *p = s; *p != '\0'; p++)
		if (*p == '\n')
			*p = ' ';
	return compose_bare(c, s, "");
}

/* "Chương I" and the title that stands below it are one entry, as in the outline of the PDF. */
static const char *title_of(struct ctx *c, const struct node *n)
{
	const char *label = line_of(c, n);
	const struct node *next = n->next;
	size_t len = strlen(label);

	if (next == NULL || next->kind != NODE_PARA || !role_is_title_of(next->u.para.role, n->u.para.role))
		return label;
	return arena_printf(c->a, len > 0 && strchr(".:", label[len - 1]) != NULL ? "%s %s" : "%s. %s", label, line_of(c, next));
}

static void put_title(struct toc *t)
{
	struct node *n = compose_para(t->c, t->at, ROLE_TITLE_CENTER, "MỤC LỤC", t->c->meta->toc_pos);

	n->u.para.space_before = ROOM;
}

static void put_entry(struct toc *t, struct node *target, const char *title, int level)
{
	struct ctx *c = t->c;

	if (*title == '\0' || level > c->meta->toc)
		return;
	if (t->n == 0)
		put_title(t);
	if (target->u.para.mark == 0)
		target->u.para.mark = ++t->n;
	t->entry = compose_para(c, t->at, (enum role)(ROLE_TOC1 + level - 1), title, c->meta->toc_pos);
	doc_run(c->d, t->entry, RUN_TAB, NULL, 0);
	doc_run(c->d, t->entry, RUN_REF, NULL, 0)->target = target;
}

/* A part with a title of its own is an entry of the first level; its headings stand below that. */
static void put_section(struct toc *t, struct node *section)
{
	const char *title = section->u.section.title;
	int below = title != NULL;

	for (struct node *n = section->first; n != NULL; n = n->next) {
		enum role r;
		int level;

		if (n->kind != NODE_PARA)
			continue;
		r = n->u.para.role;
		level = n->u.para.outline >= 0 ? n->u.para.outline : t->styles[r].outline;
		if (title != NULL && n->generated && (r == ROLE_ANNEX || r == ROLE_KIND)) {
			put_entry(t, n, title, 1);
			title = NULL;
		} else if (level > 0) {
			put_entry(t, n, title_of(t->c, n), level + below);
		}
	}
}

/* Room above the text that goes on after the last entry. */
static void room_below(struct node *n)
{
	if (n != NULL && n->kind == NODE_PARA && n->u.para.space_before < ROOM)
		n->u.para.space_before = ROOM;
}

static bool from_office(const struct meta *m)
{
	return m->pos.file != NULL && m->toc_pos.file != NULL && strcmp(m->pos.file, m->toc_pos.file) != 0;
}

void compose_toc(struct ctx *c, struct node *section, struct node *last)
{
	struct toc t = {.c = c, .at = { section, last != NULL ? last->next : section->first}};

	form_styles(c->form, &c->d->choice, t.styles);
	for (struct node *s = c->d->root->first; s != NULL; s = s->next)
		if (s->kind == NODE_SECTION)
			put_section(&t, s);
	if (t.entry != NULL)
		room_below(t.entry->next);
	else if (!from_office(c->meta)) /* the office's constants lie under short letters too */
		diag_put(c->g, &COMPOSE_NO_HEADINGS, c->meta->toc_pos);
}
