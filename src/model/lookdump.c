/* A readable dump of looks and of what a foreign file holds, for golden tests. */
#include "base/buf.h"
#include "model/doc.h"
#include "model/lookdump.h"

static const char *const aligns[] = {[ALIGN_LEFT] = "left", [ALIGN_CENTER] = "center", [ALIGN_RIGHT] = "right", [ALIGN_JUSTIFY] = "justify"};

static void put_flag(struct buf *out, bool set, const char *name)
{
	if (set)
		buf_printf(out, " %s", name);
}

static void put_length(struct buf *out, int v, const char *name)
{
	if (v)
		buf_printf(out, " %s=%d", name, v);
}

void look_dump(const struct look *k, struct buf *out)
{
	const struct style *s = &k->style;
	buf_printf(out, " {%g", s->size_hp / 2.0);
	if (k->least_hp != k->most_hp)
		buf_printf(out, "(%g-%g)", k->least_hp / 2.0, k->most_hp / 2.0);
	buf_printf(out, " %s", aligns[s->align]);
	put_flag(out, s->bold, "bold"), put_flag(out, s->italic, "italic"), put_flag(out, s->underline, "underline"), put_flag(out, s->red, "red");
	put_length(out, s->first_indent, "first"), put_length(out, s->left_indent, "left"), put_length(out, s->right_indent, "right");
	put_length(out, s->space_before, "before"), put_length(out, s->space_after, "after");
	if (s->line_rule == LINE_EXACT)
		buf_printf(out, " exact=%d", s->line);
	else if (s->line != 240)
		buf_printf(out, " lines=%.3g", s->line / 240.0);
	put_flag(out, s->keep_next, "keep-next"), put_flag(out, s->keep_lines, "keep-lines");
	put_length(out, s->outline, "outline");
	put_flag(out, s->box == BOX_TOP, "rule"), put_flag(out, s->box == BOX_ALL, "frame");
	if (k->odd_font)
		buf_printf(out, " font=\"%s\"", k->odd_font);
	if (k->odd_colour)
		buf_printf(out, " colour=%06X", (unsigned)k->odd_colour);
	put_flag(out, k->all_capitals, "capitals"), put_flag(out, k->numbered, "numbered"), put_flag(out, k->contextual, "contextual");
	put_flag(out, k->object, "object");
	put_flag(out, k->page_break, "page-break"), put_flag(out, k->boxed, "boxed"), put_flag(out, k->drawn, "drawn");
	put_length(out, (int)k->tab_at, "tab");
	if (k->shape_w || k->shape_h)
		buf_printf(out, " shape=%dx%d", k->shape_w, k->shape_h);
	if (k->style_name)
		buf_printf(out, " \"%s\"", k->style_name);
	buf_putc(out, '}');
}

void foreign_dump(const struct foreign *f, struct buf *out)
{
	buf_puts(out, "foreign");
	put_length(out, (int)f->inserted, "inserted"), put_length(out, (int)f->deleted, "deleted"), put_length(out, (int)f->comments, "comments");
	put_length(out, (int)f->first_change, "first-change"), put_length(out, (int)f->first_comment, "first-comment");
	put_length(out, (int)f->text_boxes, "boxes"), put_length(out, (int)f->pictures, "pictures"), put_length(out, (int)f->unread, "unread");
	put_length(out, (int)f->hidden, "hidden"), put_length(out, (int)f->not_nfc, "not-nfc");
	put_flag(out, f->is_signed, "signed"), put_flag(out, f->macros, "macros"), put_flag(out, f->linked, "linked"), put_flag(out, f->spacing_adds, "spacing-adds");
	buf_putc(out, '\n');
}
