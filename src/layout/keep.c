/* Titles at a page's foot that the DOCX must not bind to the paragraph below them: LibreOffice would take them along to the next
 * page, though a part of the paragraph stands on this one in Word as well as here. */
#include "layout/lay.h"

/* Where LibreOffice moves a chain of kept paragraphs back to the page before (it guesses 25 paragraphs a page at first), it leaves
 * out the room between the title and its text, and what the last line's spacing adds below it: a text that is too high by less
 * than these seems to fit, does not, and the whole chain goes to the next page. Measured; with some to spare. */
#define SPARE ((twip)20)

/* The first line of a paragraph that the end of the sheet parts, if a title that is kept with it stands above; else NULL. */
static const struct placed *parted_text(const struct sheet *s, const struct sheet *next)
{
	const struct unit *last = s->n ? &s->v[s->n - 1].u : NULL;
	if (!last || !last->b || !next->n || next->v[0].u.b != last->b || last->line + 1 >= s->n)
		return NULL;
	const struct placed *first = &s->v[s->n - 1 - last->line];
	const struct unit *title = &first[-1].u;
	return first->u.b == last->b && title->b && !title->may_break ? first : NULL;
}

void lay_free_titles(struct lay *l, const struct sheets *sh, twip first_room, twip room)
{
	for (size_t i = 0; i + 1 < sh->n; i++) {
		const struct sheet *s = &sh->v[i];
		const struct placed *first = parted_text(s, &sh->v[i + 1]);
		if (!first)
			continue;
		const struct block *b = first->u.b;
		twip lead = b->lines[b->n_lines - 1].lead, notes = notes_area(s->notes_h);
		twip lack = first->y + b->h - lead - ((i ? room : first_room) - notes);
		if (lack <= first->u.gap + lead + SPARE)
			l->p->paras[first[-1].u.b->t->node->id].free_next = true;
	}
}
