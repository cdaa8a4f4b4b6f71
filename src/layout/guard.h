#ifndef LAYOUT_GUARD_H
#define LAYOUT_GUARD_H
/* What the rooms of the guards share (guard.c: lines and blanks; guard_word.c: words that are cut; guard_spaces.c: spaces of
 * justified lines). Clusters are those of the paragraph's text. */
#include "layout/lay.h"

#define GUARD_STEP 0.05 /* pt a letter: w:spacing ±1 */

struct stretch { uint32_t from, to; }; /* clusters */

/* Sets [from, to) wider by so many twips a letter in the DOCX; nothing where a part of it is no text of the paragraph. */
void guard_put(struct lay *l, struct para_layout *pl, const struct ptext *t, uint32_t from, uint32_t to, int value);
/* What a line may overflow by and still be taken for full enough by LibreOffice, pt. */
double guard_overflow(const struct ptext *t);
/* End of the first unit of the line that begins at `from`: what would have to fit for the line before to take it. taken: where that
 * line ends in turn, for its unit may be parted there (0: it is the last). */
uint32_t guard_next_unit(const struct ptext *t, uint32_t from, uint32_t taken);

/* A word that lines end inside of: clusters; the line it begins on; does one of them cut it by letters or behind a slash? */
struct cut_word { uint32_t from, to; size_t first; bool cut; };
/* Does line k end inside a word that is cut? w: what an earlier line gave, or zeros. */
bool cut_word_at(const struct block *b, size_t k, struct cut_word *w);
/* The whole word is touched alike, so that each of its lines ends in LibreOffice where it ends here. */
void guard_cut_word(struct lay *l, struct para_layout *pl, const struct block *b, const struct cut_word *w);
/* Room behind the hyphen of a code that the line ends with, pt; 0: none is needed. */
double guard_tail(const struct ptext *t, const struct line *ln);
void guard_put_tail(struct lay *l, struct para_layout *pl, const struct ptext *t, const struct line *ln);

/* Letters set apart in the middle of a justified line, so that no word of it lacks much; those of `free` alone. */
void guard_spaces(struct lay *l, struct para_layout *pl, const struct ptext *t, const struct line *ln, const struct stretch *free, int value);
#endif
