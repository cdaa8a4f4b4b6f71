/* Where annexes, attached texts and copies begin. */
#include "read/know.h"
#include <string.h>

static bool of_section_start(const struct know *k, size_t i)
{
	return i == 0 || !k->l[i].block->prev || k->l[i - 1].block->parent != k->l[i].block->parent;
}

/* A line "Phụ lục I" begins an annex at a section's start, behind the recipients, or where the file centres it. */
static bool annex_starts(struct know *k, size_t i, bool closed)
{
	const char *label, *title;
	const struct kline *l = &k->l[i];
	if (l->sure && l->role == ROLE_ANNEX)
		return !l->goes_on;
	if (l->cell || !know_annex(k, l, &label, &title))
		return false;
	return of_section_start(k, i) || closed || (l->centred && (l->bold || l->caps));
}

/* Back from a letterhead's line to its first: to the start of its table, or over the short lines of bodies above it. */
static size_t head_start(const struct know *k, size_t i, size_t least)
{
	enum role r;
	if (k->l[i].cell) {
		while (i > least && k->l[i - 1].block == k->l[i].block)
			i--;
		return i;
	}
	while (i > least && k->l[i - 1].para && k->l[i - 1].n < 70 && k->l[i - 1].caps && !know_sign_title(&k->l[i - 1]) && !know_decor(&k->l[i - 1], &r))
		i--;
	return i;
}

enum { PARTS = 200 }; /* most parts of a document; what follows is text */

static void add_part(struct know *k, enum part_kind kind, size_t from)
{
	if (k->n_parts >= PARTS)
		return;
	struct kpart p = {.kind = kind, .from = from, .to = k->n, .meta = ARENA_NEW(k->a, struct meta)};
	p.meta->choice.para_after = -1;
	if (from < k->n)
		p.meta->pos = know_pos(&k->l[from]);
	if (k->n_parts)
		k->parts[k->n_parts - 1].to = from;
	ARENA_PUSH(k->a, k->parts, k->n_parts, k->cap_parts, p);
}

/* Whether the letterhead that begins at a line has a number or a date of its own: then it is another document's. */
static bool has_number(struct know *k, size_t i)
{
	enum { HEAD_LINES = 14 };
	struct number_line num;
	const char *place;
	struct date d;
	for (size_t j = i; j < k->n && j < i + HEAD_LINES; j++)
		if (know_number(k, k->l[j].s, &num) || know_place_date(k, k->l[j].s, &place, &d))
			return true;
	return false;
}

struct state { bool nation, closed; };

/* A second letterhead: of an attached text, or of another document in the same file. */
static void second_head(struct know *k, size_t i, struct state *st)
{
	size_t start = head_start(k, i, k->parts[k->n_parts - 1].from);
	if (!st->nation) {
		st->nation = true;
		return;
	}
	if (has_number(k, start)) {
		know_note(k, KNOW_SECOND, know_pos(&k->l[start]));
		return;
	}
	add_part(k, PART_ATTACHED, start);
	*st = (struct state){true, false};
}

/* The block of a copy: from the rule above it. */
static void copy_starts(struct know *k, size_t i, struct state *st)
{
	size_t start = head_start(k, i, k->parts[k->n_parts - 1].from);
	enum role r;
	while (start > k->parts[k->n_parts - 1].from && know_decor(&k->l[start - 1], &r) && !k->l[start - 1].cell)
		start--;
	add_part(k, PART_COPY, start);
	*st = (struct state){true, false};
}

void know_parts(struct know *k)
{
	struct state st = {false, false};
	add_part(k, PART_MAIN, 0);
	for (size_t i = 0; i < k->n; i++) {
		bool party;
		const struct kline *l = &k->l[i];
		if (!l->para)
			continue;
		st.closed = st.closed || know_recipients(l);
		if (i > k->parts[k->n_parts - 1].from && annex_starts(k, i, st.closed)) {
			add_part(k, PART_ANNEX, i);
			st.closed = true;
		} else if (know_nation(l, &party)) {
			second_head(k, i, &st);
		} else if ((l->sure && l->role == ROLE_COPY_KIND) || ((st.closed || (st.nation && l->cell)) && know_copy(l) >= 0)) {
			copy_starts(k, i, &st);
		}
	}
}
