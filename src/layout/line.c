/* Breaks a paragraph into lines of a column, greedily, as Word and LibreOffice do. */
#include <math.h>
#include "layout/lay.h"

/* Times New Roman (Liberation Serif), shares of the size: ascent with the line gap, descent. */
#define FONT_ASCENT ((1825 + 87) / 2048.0)
#define FONT_DESCENT (443 / 2048.0)
#define EXACT_BASE 0.8 /* share of an exact height that lies above the baseline */

/* Room left and right of the text in a frame that has no width of its own. */
#define BOX_SIDE 6.0 /* pt */
#define RULE_MIN 28.0 /* pt: under a last line of one short word a rule stays a rule */

#define LOOSE 5.0 /* pt added to a space: more is seen as a gap */
#define BALANCED_LINES 8
#define BALANCE_SLACK ((twip)40) /* room on each side, so that no rounding adds a line */

static uint32_t trim_end(const struct ptext *t, uint32_t from, uint32_t to)
{
	while (to > from && is_space(t, to - 1))
		to--;
	return to;
}

enum { CODES = 3, PASSES = 5 };

/* Passes: 0 all units whole; 1 long dates give way; 2 "số 71" does; 3 codes do at their hyphens, 4 at their slashes. */
static bool allowed(uint8_t b, int pass)
{
	if (b == BRK_SPACE || b == BRK_HYPHEN || b == BRK_FORCED)
		return true;
	if (b == BRK_SOFT_SPACE)
		return pass >= 1;
	return (pass >= 2 && (b == BRK_GLUED_SPACE || b == BRK_NO_BREAK_SPACE)) || (pass >= CODES && b == BRK_GLUED_HYPHEN)
		|| (pass > CODES && b == BRK_SLASH);
}

/* Would the line [from, to) be stretched too far by justifying? */
static bool too_loose(const struct ptext *t, uint32_t from, uint32_t to, double avail)
{
	uint32_t end = trim_end(t, from, to);
	return lay_align(t) == ALIGN_JUSTIFY && avail - (t->sh->x[end] - t->sh->x[from]) > LOOSE * count_spaces(t, from, end);
}

/* Does the unit that would begin the next line fit on a line? If not it is parted anyway, and its parts break like words. */
static bool unit_fits(const struct ptext *t, uint32_t from, int pass, double avail)
{
	for (uint32_t i = from; i < t->sh->n_clusters; i++) {
		if (allowed(t->brk[i], pass))
			return t->sh->x[is_space(t, i) ? i : i + 1] - t->sh->x[from] <= avail;
	}
	return t->sh->x[t->sh->n_clusters] - t->sh->x[from] <= avail;
}

/* First cluster after the break that the line from takes; units that are never parted give way, then words, when they
 * alone are wider than the line. */
static uint32_t find_break(const struct ptext *t, uint32_t from, double avail)
{
	const double *x = t->sh->x;
	uint32_t n = t->sh->n_clusters;
	for (int pass = 0; pass < PASSES; pass++) {
		uint32_t best = 0, i;
		for (i = from; i < n; i++) {
			if (!is_space(t, i) && x[i + 1] - x[from] > avail)
				break;
			if (allowed(t->brk[i], pass))
				best = i + 1;
			if (t->brk[i] == BRK_FORCED)
				return i + 1;
			if (i + 1 == n)
				return n;
		}
		if (best > from && (pass > 0 || !too_loose(t, from, best, avail)) && (pass >= CODES || unit_fits(t, best, pass, avail)))
			return best;
	}
	uint32_t i = from + 1;
	while (i < n && x[i + 1] - x[from] <= avail)
		i++;
	return i;
}

/* LibreOffice rounds the ascent up to whole twips and the descent down. */
static twip ascent(double size) { return (twip)ceil(FONT_ASCENT * size * 20 - 1e-9); }

static twip single_line(double size) { return ascent(size) + (twip)floor(FONT_DESCENT * size * 20 + 1e-9); }

static void line_metrics(const struct ptext *t, struct line *ln)
{
	const struct style *st = t->style;
	if (t->picture) {
		twip text = single_line(t->max_size);
		ln->h = t->picture->h > text ? t->picture->h : text;
		ln->base = pt_from_twip(ln->h);
	} else if (st->line_rule == LINE_EXACT) {
		ln->h = st->line;
		ln->base = EXACT_BASE * pt_from_twip(st->line);
	} else {
		int percent = st->line * 100 / 240;
		ln->lead = percent > 100 ? single_line(t->max_size) * (percent - 100) / 100 : 0;
		ln->h = single_line(t->max_size) + ln->lead;
		ln->base = pt_from_twip(ascent(t->max_size));
	}
}

static void measure_frame(struct block *b, double prev_width)
{
	const struct para *p = &b->t->node->u.para;
	const struct style *st = b->t->style;
	b->indent_l = st->left_indent;
	b->indent_r = st->right_indent;
	if (st->box == BOX_NONE)
		return;
	b->pad_top = BORDER_W + (st->box == BOX_ALL ? st->box_pad : 0);
	b->pad_bottom = st->box == BOX_ALL ? b->pad_top : 0;
	twip room = b->width - st->left_indent - st->right_indent, len = p->rule_width;
	if (st->box == BOX_TOP && p->rule_share > 0) {
		double share = prev_width * p->rule_share;
		if (share < RULE_MIN)
			share = prev_width / 2 < RULE_MIN ? prev_width / 2 : RULE_MIN;
		len = twip_from_pt(share);
	}
	if (st->box == BOX_ALL && !len && !p->look)
		len = twip_from_pt(b->t->sh->x[b->t->sh->n_clusters] + 2 * BOX_SIDE);
	if (!len || len > room)
		return;
	twip left = p->role == ROLE_CIRCULATION ? room - len : (room - len) / 2;
	b->indent_l += left;
	b->indent_r += room - len - left;
}

static void cut_lines(struct lay *l, struct block *b)
{
	struct ptext *t = b->t;
	const struct style *st = t->style;
	size_t cap = 0;
	uint32_t at = 0, n = t->sh->n_clusters;
	do {
		struct line ln = {.from = at};
		twip first = b->n_lines ? 0 : st->first_indent;
		ln.x = pt_from_twip(b->indent_l + first);
		ln.avail = pt_from_twip(b->width - b->indent_l - b->indent_r - first);
		ln.next = n ? find_break(t, at, ln.avail) : 0;
		bool forced = ln.next > at && t->brk[ln.next - 1] == BRK_FORCED;
		ln.last = ln.next >= n || forced;
		ln.to = trim_end(t, at, ln.next);
		ln.width = t->sh->x[ln.to] - t->sh->x[at];
		line_metrics(t, &ln);
		b->h += ln.h;
		ARENA_PUSH(l->a, b->lines, b->n_lines, cap, ln);
		at = ln.next;
	} while (at < n);
}

static void cut_anew(struct lay *l, struct block *b, twip indent)
{
	b->indent_l = b->t->style->left_indent + indent;
	b->indent_r = b->t->style->right_indent + indent;
	b->lines = NULL;
	b->n_lines = 0;
	b->h = 0;
	cut_lines(l, b);
}

/* In the text's flow, or in a block of the letterhead or the signatures; a table's cells keep their whole width. */
static bool stands_alone(const struct node *n)
{
	const struct node *p = n->parent;
	if (p && p->kind == NODE_CELL && p->parent && p->parent->parent)
		return p->parent->parent->u.table.role != TABLE_DATA;
	return p && p->kind == NODE_SECTION;
}

bool block_line_parts(const struct block *b, uint32_t line)
{
	uint32_t next = b->lines[line].next;
	uint8_t k = next > 0 && next < b->t->sh->n_clusters ? b->t->brk[next - 1] : BRK_SPACE;
	return k != BRK_SPACE && k != BRK_HYPHEN && k != BRK_FORCED;
}

/* How bad the breaks of a title are: more lines, or more of them that part what belongs together. */
static size_t badness(const struct block *b)
{
	size_t n = b->n_lines;
	for (uint32_t i = 0; i < b->n_lines; i++)
		n += block_line_parts(b, i);
	return n;
}

/* Centred titles of several lines: the widest indents that take no more lines, so that the lines are about alike and the
 * last one is not a single word. The DOCX has the same indents. */
static void balance(struct lay *l, struct block *b)
{
	const struct node *n = b->t->node;
	size_t lines = b->n_lines;
	if (lines < 2 || lines > BALANCED_LINES || n->u.para.look || b->t->style->align != ALIGN_CENTER || b->t->style->box != BOX_NONE || b->t->picture
	    || !stands_alone(n))
		return;
	size_t bad = badness(b);
	twip lo = 0, hi = b->width / 3; /* lo: known to fit */
	while (hi - lo > 20) {
		twip mid = (lo + hi) / 2;
		cut_anew(l, b, mid);
		if (b->n_lines <= lines && badness(b) <= bad)
			lo = mid;
		else
			hi = mid;
	}
	cut_anew(l, b, lo > BALANCE_SLACK ? lo - BALANCE_SLACK : 0);
}

/* An entry of a table of contents whose last line leaves no room for the leader within its own indent: LibreOffice would set the
 * leader on a line of its own, so its last word goes to the next line instead. The DOCX has the same indent. */
static void leave_leader_room(struct lay *l, struct block *b)
{
	enum { STEP = 40, STEPS = 30 };
	if (!role_toc_level(b->t->node->u.para.role) || b->t->node->u.para.look)
		return;
	for (twip more = STEP; more <= STEP * STEPS; more += STEP) {
		const struct line *last = &b->lines[b->n_lines - 1];
		if (pt_from_twip(b->width - b->indent_l - b->t->style->right_indent) - last->width >= LEADER_LEAST)
			return;
		b->indent_r = b->t->style->right_indent + more;
		b->lines = NULL;
		b->n_lines = 0;
		b->h = 0;
		cut_lines(l, b);
	}
}

struct block *lay_block(struct lay *l, struct ptext *t, twip width, double prev_width)
{
	struct block *b = ARENA_NEW(l->a, struct block);
	b->t = t;
	b->width = width;
	b->before = t->style->space_before + t->node->u.para.space_before;
	b->after = t->style->space_after;
	measure_frame(b, prev_width);
	cut_lines(l, b);
	balance(l, b);
	leave_leader_room(l, b);
	b->h += b->pad_top + b->pad_bottom;
	if (l->trial)
		return b;
	struct para_layout *pl = &l->p->paras[t->node->id];
	pl->indent_left = b->indent_l;
	pl->indent_right = b->indent_r;
	pl->n_lines = (uint32_t)b->n_lines;
	pl->height = b->h;
	lay_find_block(l, b);
	return b;
}

double block_last_width(const struct block *b)
{
	return b->n_lines ? b->lines[b->n_lines - 1].width : 0;
}
