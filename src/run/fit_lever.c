/* The values that fitting moves, each within its form's range and by steps that a person could type. */
#include <math.h>
#include "base/i18n.h"
#include "run/fit_inner.h"

#define LINE_STEP ((twip)10)     /* 0.5 pt */
#define AFTER_STEP ((twip)20)    /* 1 pt */
#define WIDEST_LINE ((twip)440)  /* 22 pt: wider lines are legal but look like a draft's */
#define WIDEST_AFTER ((twip)240) /* 12 pt; no text has a ceiling */
#define SINGLE 1.15              /* a single line, share of the size */

enum unit { PT /* twips */, MM /* twips in whole millimetres */, HP /* half-points */ };

static const struct { enum unit unit; const char *told; } kinds[LEVER_COUNT] = {
	[LEVER_LINE] = {PT, N_("lines of %g pt (instead of %g)")},
	[LEVER_AFTER] = {PT, N_("%g pt between paragraphs (instead of %g)")},
	[LEVER_BOTTOM] = {MM, N_("a bottom margin of %g mm (instead of %g)")},
	[LEVER_TOP] = {MM, N_("a top margin of %g mm (instead of %g)")},
	[LEVER_RIGHT] = {MM, N_("a right margin of %g mm (instead of %g)")},
	[LEVER_LEFT] = {MM, N_("a left margin of %g mm (instead of %g)")},
	[LEVER_INDENT] = {MM, N_("first lines indented by %g mm (instead of %g)")},
	[LEVER_SIZE] = {HP, N_("text of %g pt (instead of %g)")},
};

struct range { int *value; int now, min, max; };

static int size_of(const struct form *f, const struct choice *c) { return c->body_hp ? c->body_hp : f->body_hp; }

static twip least_line(const struct form *f, int hp)
{
	twip least = ((twip)ceil(hp * 10 * SINGLE) + LINE_STEP - 1) / LINE_STEP * LINE_STEP;
	return f->party && f->line_exact_min > least ? f->line_exact_min : least;
}

static twip most_line(const struct form *f) { return f->line_exact_max < WIDEST_LINE ? f->line_exact_max : WIDEST_LINE; }

static int or_usual(int wanted, twip usual) { return wanted > 0 ? wanted : usual; }

static struct range range_of(const struct form *f, struct choice *c, enum lever v)
{
	switch (v) {
	case LEVER_LINE:
		return (struct range){&c->line_exact, or_usual(c->line_exact, f->line_exact), least_line(f, size_of(f, c)), most_line(f)};
	case LEVER_AFTER:
		return (struct range){&c->para_after, c->para_after >= 0 ? c->para_after : f->para_after, f->para_after_min, WIDEST_AFTER};
	case LEVER_BOTTOM:
		return (struct range){&c->margin_bottom, or_usual(c->margin_bottom, f->bottom), f->bottom_min, f->bottom_max};
	case LEVER_TOP:
		return (struct range){&c->margin_top, or_usual(c->margin_top, f->top), f->top_min, f->top_max};
	case LEVER_RIGHT:
		return (struct range){&c->margin_right, or_usual(c->margin_right, f->right), f->right_min, f->right_max};
	case LEVER_LEFT:
		return (struct range){&c->margin_left, or_usual(c->margin_left, f->left), f->left_min, f->left_max};
	case LEVER_INDENT:
		return (struct range){&c->indent, or_usual(c->indent, f->indent[0]), f->indent[0], f->indent[1]};
	default:
		return (struct range){&c->body_hp, size_of(f, c), f->body_hp_min, f->body_hp_max};
	}
}

bool fit_is_free(const struct choice *given, enum lever v)
{
	const int values[LEVER_COUNT] = {
		[LEVER_LINE] = given->line_exact || given->line_multiple > 0, [LEVER_AFTER] = given->para_after >= 0,
		[LEVER_BOTTOM] = given->margin_bottom, [LEVER_TOP] = given->margin_top, [LEVER_RIGHT] = given->margin_right,
		[LEVER_LEFT] = given->margin_left, [LEVER_INDENT] = given->indent, [LEVER_SIZE] = given->body_hp,
	};
	return !values[v];
}

/* The value n steps on, within its range. */
static int stepped(const struct range *r, enum lever v, int n)
{
	int to = r->now + n * (v == LEVER_LINE ? LINE_STEP : v == LEVER_AFTER ? AFTER_STEP : 1);
	if (v == LEVER_INDENT) /* two values, not a range */
		to = n > 0 ? r->max : n < 0 ? r->min : r->now;
	else if (kinds[v].unit == MM)
		to = twip_from_mm(floor(mm_from_twip(r->now) + 0.5) + n);
	return to < r->min ? r->min : to > r->max ? r->max : to;
}

/* Height won, pt, by a twip more of the value. A narrower text has more lines, in about the same share. */
static double yield(const struct form *f, const struct measure *m, enum way way, enum lever v)
{
	unsigned lines = way == WAY_IN ? m->lines : m->lines_before, paras = way == WAY_IN ? m->paras : m->paras_before;
	double width = pt_from_twip(11906 - f->left - f->right);
	switch (v) {
	case LEVER_LINE:
		return lines / 20.0;
	case LEVER_AFTER:
		return paras / 20.0;
	case LEVER_BOTTOM:
	case LEVER_TOP:
		return (double)m->sign / 20;
	case LEVER_RIGHT:
	case LEVER_LEFT:
		return lines * m->line / width / 20;
	case LEVER_INDENT:
		return paras * m->line / width / 20;
	default:
		return 0;
	}
}

bool fit_move(const struct form *f, const struct choice *given, const struct measure *m, enum way way, const enum lever *levers, size_t n,
	double need, struct choice *c)
{
	for (size_t i = 0; i < n && need > 0; i++) {
		struct range r = range_of(f, c, levers[i]);
		double each = yield(f, m, way, levers[i]);
		int to = r.now;
		if (!fit_is_free(given, levers[i]) || each <= 0)
			continue;
		for (int k = 1; (to - r.now) * each * (int)way < need; k++) {
			int next = stepped(&r, levers[i], k * way);
			if (next == to || (next - r.now) * way <= 0)
				break;
			to = next;
		}
		if (to == r.now)
			continue;
		*r.value = to;
		need -= (to - r.now) * each * (int)way;
	}
	return need <= 0;
}

bool fit_smaller(const struct form *f, const struct choice *given, struct choice *c)
{
	int hp = size_of(f, c);
	if (!fit_is_free(given, LEVER_SIZE) || hp <= f->body_hp_min)
		return false;
	c->body_hp = hp - 1;
	if (fit_is_free(given, LEVER_LINE))
		c->line_exact = or_usual(c->line_exact, f->line_exact) - LINE_STEP;
	return true;
}

bool fit_ease(const struct form *f, const struct choice *given, enum lever v, struct choice *c)
{
	struct choice usual = *given;
	struct range r = range_of(f, c, v), u = range_of(f, &usual, v);
	if (!fit_is_free(given, v) || r.now == u.now)
		return false;
	*r.value = stepped(&r, v, r.now < u.now ? 1 : -1);
	r = range_of(f, c, LEVER_LINE);
	if (fit_is_free(given, LEVER_LINE) && r.now < r.min) /* a larger size has higher single lines */
		*r.value = r.min;
	return true;
}

static double shown(enum unit unit, int value)
{
	return unit == HP ? value / 2.0 : unit == PT ? pt_from_twip(value) : floor(mm_from_twip(value) * 10 + 0.5) / 10;
}

const char *fit_told(struct arena *a, const struct form *f, const struct choice *given, const struct choice *c)
{
	const char *all = "";
	for (enum lever v = 0; v < LEVER_COUNT; v++) {
		struct choice was = *given, is = *c;
		int from = range_of(f, &was, v).now, to = range_of(f, &is, v).now;
		if (!fit_is_free(given, v) || from == to)
			continue;
		const char *one = arena_printf(a, gettext(kinds[v].told), shown(kinds[v].unit, to), shown(kinds[v].unit, from));
		all = *all ? arena_printf(a, "%s, %s", all, one) : one;
	}
	return all;
}
