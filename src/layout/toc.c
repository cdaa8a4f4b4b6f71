/* The right ends of the entries of a table of contents: leaders of dots and page numbers. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "layout/lay.h"

enum { MAX_DOTS = 400 };

static void push(struct lay *l, struct page *pg, struct item it)
{
	ARENA_PUSH(l->a, pg->items, pg->n_items, pg->cap_items, it);
}

/* The number's place is noted first at the right edge: where it begins is known when the number is. */
void lay_put_leader(struct lay *l, struct page *pg, const struct block *b, double x)
{
	struct item line = pg->items[pg->n_items - 1]; /* the entry's last line */
	struct item it = {.kind = ITEM_TEXT, .node = b->t->node, .y = line.y, .h = line.h};
	it.x = line.x + line.w;
	it.artifact = true;
	push(l, pg, it);
	it.x = x + pt_from_twip(b->width);
	it.artifact = false;
	push(l, pg, it);
}

static void set_text(struct lay *l, struct item *it, const struct style *st, const char *text, size_t n)
{
	struct span s = {.end = (uint32_t)n, .size = st->size_hp / 2.0, .bold = st->bold, .italic = st->italic, .underline = st->underline};
	struct shaped *sh = shape_text(l->a, l->f, text, (uint32_t)n, &s, 1);
	it->shaped = sh;
	it->to = sh->n_clusters;
	it->text = text;
	it->text_len = (uint32_t)n;
	it->w = sh->x[sh->n_clusters];
}

/* Width of a dot as LibreOffice counts it, in whole twips. */
static double dot_twips(struct lay *l, struct item it, const struct style *st)
{
	set_text(l, &it, st, ".", 1);
	return floor(it.w * 20 + 0.5);
}

/* As many dots as LibreOffice draws: as often as one goes into the room, from the title's end on. */
static void set_dots(struct lay *l, struct item *it, const struct style *st, double end)
{
	char *dots = arena_alloc(l->a, MAX_DOTS + 1);
	double room = floor((end - it->x) * 20 + 0.5), dot = dot_twips(l, *it, st);
	size_t n = room > 0 && dot > 0 ? (size_t)(room / dot) : 0;
	if (!n)
		return;
	n = n > MAX_DOTS ? MAX_DOTS : n;
	memset(dots, '.', n);
	dots[n] = '\0';
	set_text(l, it, st, dots, n);
}

/* How many dots go in must not hang on a rounded twip: where the room is about a whole number of dots, the leader begins a little
 * later. Returns by how many twips, which the DOCX adds to the space before the leader. */
static twip set_gap(struct lay *l, struct item *it, const struct style *st, double end)
{
	double dot = dot_twips(l, *it, st), part = dot > 0 ? fmod((end - it->x) * 20, dot) / dot : 0.5;
	double wanted = part < 0.2 ? part + 0.5 : part > 0.8 ? part - 0.5 : 0;
	twip gap = wanted > 0 && (end - it->x) * 20 > 2 * dot ? (twip)(wanted * dot) : 0;
	it->x += pt_from_twip(gap);
	return gap;
}

/* The leader keeps a space from the title and from the number. */
static double space_of(struct lay *l, struct item it, const struct style *st)
{
	set_text(l, &it, st, " ", 1);
	return it.w;
}

static void set_pair(struct lay *l, struct item *dots, struct item *number)
{
	const struct para *p = &number->node->u.para;
	const struct style *st = para_style(p, l->st);
	const struct run *ref = &p->runs[p->n_runs - 1];
	char *label = arena_printf(l->a, "%u", ref->target ? l->p->paras[ref->target->id].label : 0);
	set_text(l, number, st, label, strlen(label));
	number->x -= number->w;
	double space = space_of(l, *dots, st);
	dots->x += space;
	l->p->paras[number->node->id].leader_gap = set_gap(l, dots, st, number->x - space);
	set_dots(l, dots, st, number->x - space);
}

void lay_set_leaders(struct lay *l)
{
	for (size_t i = 0; i < l->p->n; i++) {
		struct page *pg = &l->p->v[i];
		for (size_t k = 0; k + 1 < pg->n_items; k++) {
			struct item *it = &pg->items[k];
			bool leader = it->kind == ITEM_TEXT && !it->shaped && it->node && role_toc_level(it->node->u.para.role);
			if (leader)
				set_pair(l, it, it + 1);
			k += leader;
		}
	}
}
