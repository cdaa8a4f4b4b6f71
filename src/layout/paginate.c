/* Cuts a section's units into pages. */
#include "layout/lay.h"

struct cutter {
	struct lay *l;
	struct units *u;
	struct sheets *out;
	twip room;                 /* of the page being filled */
	twip page_room;            /* of a page that is not the section's first */
	twip last_room;            /* of the page before */
	twip note_width;
	struct vline *carry; size_t n_carry, cap_carry; /* note lines that did not fit on the page before */
};

twip lay_repeated_header(const struct unit *u)
{
	twip h = 0;
	if (!u->g || u->g->n_header == 0 || u->g->no_repeat || u->row < u->g->n_header || u->g->node->u.table.keep_whole)
		return 0;
	for (size_t i = 0; i < u->g->n_header; i++)
		h += u->g->rows[i].h;
	return h;
}

static void take_note_line(struct cutter *c, struct sheet *s, struct vline v, twip gap)
{
	twip h = v.b->lines[v.line].h;
	v.y = s->notes_h + gap;
	s->notes_h = v.y + h;
	ARENA_PUSH(c->l->a, s->notes, s->n_notes, s->cap_notes, v);
}

/* LibreOffice keeps a mark on a page only where two lines of its note, or all of a shorter one, stand below it. */
static twip start_height(const struct stack *note)
{
	twip h = 0;
	for (size_t k = 0; k < note->n && k < 2; k++)
		h = note->v[k].y + note->v[k].b->lines[note->v[k].line].h - note->v[0].y;
	return h;
}

/* Puts the notes of a unit whose end stands at y on the sheet; lines that do not fit are carried to the next page, if at
 * least its start stays. false: the unit cannot stand here. */
static bool take_notes(struct cutter *c, struct sheet *s, const struct unit *u, twip y, bool must)
{
	size_t carried = c->n_carry, kept = s->n_notes;
	twip h0 = s->notes_h;
	for (size_t i = 0; i < u->n_notes; i++) {
		struct stack *st = lay_stack(c->l, u->notes[i].note, c->note_width, NULL);
		for (size_t k = 0; k < st->n; k++) {
			twip lh = st->v[k].b->lines[st->v[k].line].h, gap = 0;
			if (k && st->v[k].line == 0)
				gap = st->v[k].y - st->v[k - 1].y - st->v[k - 1].b->lines[st->v[k - 1].line].h;
			else if (!k && s->n_notes)
				gap = s->notes[s->n_notes - 1].b->after;
			twip need = k ? lh : start_height(st);
			bool fits = c->n_carry == 0 && y + notes_area(s->notes_h + gap + need) <= c->room;
			if (fits || (must && i == 0 && k == 0)) {
				take_note_line(c, s, st->v[k], gap);
			} else {
				if (k == 0 && !must) { /* not even its start fits: the unit goes to the next page */
					c->n_carry = carried;
					s->n_notes = kept;
					s->notes_h = h0;
					return false;
				}
				ARENA_PUSH(c->l->a, c->carry, c->n_carry, c->cap_carry, st->v[k]);
			}
		}
	}
	return true;
}

static void place(struct cutter *c, struct sheet *s, const struct unit *u, uint32_t *cell_to, twip y)
{
	struct placed p = {*u, cell_to, y};
	ARENA_PUSH(c->l->a, s->v, s->n, s->cap, p);
	s->used = y + u->h;
}

/* Takes back what was placed from unit `to` on: the notes are laid anew from those that stay. */
static void undo(struct cutter *c, struct sheet *s, size_t first, size_t to, const struct vline *carried, size_t n_carried)
{
	s->n = to - first;
	s->used = s->n ? s->v[s->n - 1].y + s->v[s->n - 1].u.h : 0;
	s->n_notes = 0;
	s->notes_h = 0;
	c->n_carry = 0;
	for (size_t i = 0; i < n_carried; i++)
		take_note_line(c, s, carried[i], 0);
	for (size_t i = 0; i < s->n; i++)
		take_notes(c, s, &s->v[i].u, s->v[i].y + s->v[i].u.h, true);
}

/* Notes left over from the page before come first. */
static void start_sheet(struct cutter *c, struct sheet *s, struct vline **carried, size_t *n_carried)
{
	struct vline *old = c->carry;
	size_t n = c->n_carry, taken = 0;
	c->carry = NULL;
	c->n_carry = c->cap_carry = 0;
	while (taken < n && (taken == 0 || notes_area(s->notes_h + old[taken].b->lines[old[taken].line].h) + 400 <= c->room))
		take_note_line(c, s, old[taken], 0), taken++;
	for (size_t i = taken; i < n; i++)
		ARENA_PUSH(c->l->a, c->carry, c->n_carry, c->cap_carry, old[i]);
	*carried = old;
	*n_carried = taken;
}

/* Room that the notes of a unit ask for at least. */
static twip notes_need(struct cutter *c, const struct sheet *s, const struct unit *u)
{
	twip h = s->notes_h;
	for (size_t i = 0; i < u->n_notes; i++)
		h += start_height(lay_stack(c->l, u->notes[i].note, c->note_width, NULL));
	return notes_area(h);
}

#define SPLIT_TRIES 32 /* fewer lines stay, so that the notes of those that stay have room */

/* Why a row may go on over the page's end: as the draft says or for its height; since it cannot stand on a page with
 * what is kept before it; since nothing stands on the page yet. */
enum split { SPLIT_ASKED, SPLIT_CHAIN, SPLIT_FORCE };

/* A header row that is repeated never goes on over a page's end. */
static bool is_repeated(const struct unit *u)
{
	return u->row < u->g->n_header && !u->g->no_repeat && !u->g->node->u.table.keep_whole;
}

static bool try_split(struct cutter *c, struct sheet *s, size_t i, twip y, enum split why)
{
	struct unit *u = &c->u->v[i], head, rest;
	uint32_t *to = NULL;
	twip room = c->room - notes_area(s->notes_h) - y;
	bool force = why == SPLIT_FORCE;
	if (!u->g || (is_repeated(u) && !force) || !(why || u->g->rows[u->row].may_split || u->h > c->room - lay_repeated_header(u)))
		return false;
	for (int k = 0; k < SPLIT_TRIES; k++) {
		if (!lay_split_row(c->l, s, u, room, force, &head, &to, &rest))
			return false;
		twip left = c->room - notes_need(c, s, &head) - y;
		if (head.h <= left || (force && head.h > room))
			break;
		room = left < head.h - 1 ? left : head.h - 1;
	}
	c->l->p->rows[u->g->rows[u->row].node->id].may_split = true;
	place(c, s, &head, to, y);
	take_notes(c, s, &head, y + head.h, true);
	*u = rest;
	return true;
}

/* Can the units from one on that are kept together stand on a page? */
static bool chain_fits(const struct cutter *c, size_t from)
{
	twip h = lay_repeated_header(&c->u->v[from]);
	for (size_t k = from; k < c->u->n; k++) {
		h += (k > from ? c->u->v[k].gap : 0) + c->u->v[k].h;
		if (h > c->page_room)
			return false;
		if (c->u->v[k].may_break)
			break;
	}
	return true;
}

/* The rule below the last row on a page. */
static twip closing_rule(const struct unit *u)
{
	return u->g && u->g->border && u->row + 1 < u->g->n_rows ? BORDER_W : 0;
}

/* The line that parts two tables in the DOCX stands above the second one where the page before had no room for it. */
static twip line_above(const struct cutter *c, size_t i)
{
	const struct unit *u = &c->u->v[i];
	const struct sheet *before = c->out->n ? &c->out->v[c->out->n - 1] : NULL;
	if (!before || !i || !u->g || u->row || u->cell_from || !c->u->v[i - 1].g)
		return 0;
	return before->used + notes_area(before->notes_h) + TABLE_GAP > c->last_room ? TABLE_GAP : 0;
}

/* Fills one sheet from unit i; returns the unit the next one begins with. */
static size_t fill(struct cutter *c, struct sheet *s, size_t i)
{
	size_t first = i, good = i, n_carried;
	struct vline *carried;
	twip y;
	start_sheet(c, s, &carried, &n_carried);
	y = lay_repeated_header(&c->u->v[i]) + line_above(c, i);
	for (; i < c->u->n; i++) {
		const struct unit *u = &c->u->v[i];
		twip top = i > first ? y + u->gap : y;
		if (i > first && u->new_page)
			return i;
		if (c->n_carry || top + u->h - u->hang + closing_rule(u) + notes_area(s->notes_h) > c->room || !take_notes(c, s, u, top + u->h - u->hang, false))
			break;
		place(c, s, u, NULL, top);
		y = top + u->h;
		if (u->may_break)
			good = i + 1;
	}
	if (i == c->u->n)
		return i;
	if (c->n_carry == 0 && try_split(c, s, i, i > first ? y + c->u->v[i].gap : y, chain_fits(c, good) ? SPLIT_ASKED : SPLIT_CHAIN))
		return i;
	if (good > first) {
		if (good < i)
			undo(c, s, first, good, carried, n_carried);
		return good;
	}
	if (i > first) /* a chain that no page can hold: parted where the page is full */
		return i;
	if (n_carried) /* what is left of a long note takes the page */
		return i;
	if (try_split(c, s, i, y, SPLIT_FORCE))
		return i;
	place(c, s, &c->u->v[i], NULL, y);
	take_notes(c, s, &c->u->v[i], y + c->u->v[i].h, true);
	return i + 1;
}

void lay_paginate(struct lay *l, const struct node *section, struct units *u, twip first_room, twip room, struct sheets *out)
{
	struct cutter c = {.l = l, .u = u, .out = out, .page_room = room, .note_width = lay_text_width(section)};
	size_t i = 0;
	do {
		struct sheet s = {0};
		c.last_room = c.room;
		c.room = out->n ? room : first_room;
		if (i < u->n) {
			i = fill(&c, &s, i);
			lay_part_spans(l, &s, u, i);
		} else {
			struct vline *carried;
			size_t n;
			start_sheet(&c, &s, &carried, &n);
		}
		ARENA_PUSH(l->a, out->v, out->n, out->cap, s);
	} while (i < u->n || c.n_carry);
}
