/* A chart's figures become its drawing: scale, plot, bars, names, numbers. The DOCX says the same places to the program that draws
 * the chart there, so what stands here keeps to what such programs can be told: one plot, one legend, bars of equal groups. */
#include <math.h>
#include <string.h>
#include "base/utf8.h"
#include "layout/lay.h"
#include "layout/msg.h"

#define RULE_W 0.5
/* Where LibreOffice sets the same texts; no file can say it. */
#define BESIDE 2.8            /* room between an axis and its numbers or names */
#define ABOVE 3.0             /* between a column and its number */
#define UNIT_X 1.6            /* room it keeps around the axis' name */
#define UNIT_Y 2.8
#define KEY 8.0               /* the little box of a legend */
#define KEY_GAP 4.0
#define ENTRY_GAP 10.0        /* between two entries of a legend */
#define LINE 1.15             /* height of a line, as a share of the size */
#define BASE 0.9              /* its baseline */
#define NAMES_SHARE 0.42      /* of the width, at most, that names beside bars take */
#define GAP_GROUP 0.8         /* between groups of bars, between single bars, as shares of a bar */
#define GAP_SINGLE 0.6
enum { GRID_GREY = 0xD0, AXIS_GREY = 0x40, STEPS = 5, ROWS_SMALL = 20, PLOT_LEAST = 20 };

struct draw {
	struct lay *l;
	const struct chart *c;
	struct chart_drawing *d;
	double w, h;
	const char *axis;          /* what the axis is of, or NULL */
	const char ***lines; size_t *n_lines; /* of the names, by category */
	size_t most_lines;
	double names_w;            /* widest line */
	double number_w;           /* widest figure */
	double scale_w;            /* widest number of the scale */
};

static double width(struct draw *x, const char *s, double size) { return shape_width(x->l->a, x->l->f, s, size, false, false); }

static struct chart_text *put_text(struct draw *x, const char *s, double at, double base, double size)
{
	uint32_t n = (uint32_t)strlen(s);
	struct span span = {.start = 0, .end = n, .size = size};
	const struct shaped *sh = shape_text(x->l->a, x->l->f, s, n, &span, 1);
	if (sh->n_missing) {
		const char *c = s + sh->missing, *from = c;
		unsigned code = utf8_next(&c, s + n);
		diag_put(x->l->g, &LAYOUT_NO_GLYPH, x->c->pos, arena_strndup(x->l->a, from, (size_t)(c - from)), code);
	}
	struct chart_text t = {.x = at, .y = base, .w = sh->x[sh->n_clusters], .text = s, .shaped = sh};
	ARENA_PUSH(x->l->a, x->d->texts, x->d->n_texts, x->d->cap_texts, t);
	return &x->d->texts[x->d->n_texts - 1];
}

static void put_rule(struct draw *x, double at, double y, double w, double h, uint8_t grey)
{
	struct chart_rule r = {at, y, w, h, grey};
	ARENA_PUSH(x->l->a, x->d->rules, x->d->n_rules, x->d->cap_rules, r);
}

/* ---- the scale ---- */

static double longest(const struct chart *c)
{
	double max = 0;
	for (size_t i = 0; i < c->n_categories; i++) {
		double sum = 0;
		for (size_t k = 0; k < c->n_series; k++) {
			double v = chart_value(c, i, k);
			if (isnan(v))
				continue;
			sum = c->stacked ? sum + v : v;
			max = fmax(max, sum);
		}
	}
	return max;
}

/* Steps of 1, 2, 2.5 or 5 times a power of ten, about STEPS of them; whole where the figures are. */
static void choose_scale(struct draw *x)
{
	struct chart_drawing *d = x->d;
	double max = longest(x->c), raw = max > 0 ? max / STEPS : 0.2, power = pow(10, floor(log10(raw))), f = raw / power;
	double step = (f <= 1.0001 ? 1 : f <= 2.0001 ? 2 : f <= 2.5001 && power > 1.5 ? 2.5 : f <= 5.0001 ? 5 : 10) * power;
	if (!x->c->places && step < 1)
		step = 1;
	d->step = step;
	d->max = fmax(step, ceil(max / step - 1e-9) * step);
	for (double s = step; d->scale_places < CHART_PLACES && fabs(s - round(s)) > 1e-9 * s; s *= 10)
		d->scale_places++;
}

static const char *scale_number(struct draw *x, double v)
{
	struct chart c = *x->c;
	c.places = x->d->scale_places;
	return chart_number(x->l->a, &c, v);
}

/* ---- names in lines ---- */

/* Parts a name at its spaces into lines of at most room; a longer word is a line of its own. */
static void part_name(struct draw *x, size_t i, double room)
{
	const char *s = x->c->categories[i], *joined = "";
	const char **lines = NULL, *line = NULL;
	size_t n = 0, cap = 0;
	while (*(s += strspn(s, " "))) {
		size_t len = strcspn(s, " ");
		const char *word = arena_strndup(x->l->a, s, len), *longer = line ? arena_printf(x->l->a, "%s %s", line, word) : word;
		if (line && width(x, longer, x->d->font) > room) {
			ARENA_PUSH(x->l->a, lines, n, cap, line);
			longer = word;
		}
		line = longer;
		s += len;
	}
	ARENA_PUSH(x->l->a, lines, n, cap, line ? line : "");
	for (size_t k = 0; k < n; k++) {
		x->names_w = fmax(x->names_w, width(x, lines[k], x->d->font));
		joined = k ? arena_printf(x->l->a, "%s\n%s", joined, lines[k]) : lines[k];
	}
	x->lines[i] = lines;
	x->n_lines[i] = n;
	x->d->names[i] = joined;
	if (n > x->most_lines)
		x->most_lines = n;
}

static void part_names(struct draw *x, double room)
{
	x->most_lines = 1;
	x->names_w = 0;
	for (size_t i = 0; i < x->c->n_categories; i++)
		part_name(x, i, room);
}

static void put_name(struct draw *x, size_t i, double at, double top, bool right)
{
	double lh = x->d->font * LINE;
	for (size_t k = 0; k < x->n_lines[i]; k++) {
		const char *s = x->lines[i][k];
		double w = width(x, s, x->d->font);
		put_text(x, s, right ? at - w : at - w / 2, top + (double)k * lh + x->d->font * BASE, x->d->font);
	}
}

/* ---- legend ---- */

static double entry_w(struct draw *x, size_t k) { return KEY + KEY_GAP + width(x, x->c->series[k], x->d->font); }

/* Entries [from, result) that fit in one line; *w: their width. */
static size_t legend_line(struct draw *x, size_t from, double *w)
{
	size_t k = from;
	for (*w = 0; k < x->c->n_series; k++) {
		double more = entry_w(x, k) + (k > from ? ENTRY_GAP : 0);
		if (k > from && *w + more > x->w)
			break;
		*w += more;
	}
	return k;
}

static double legend_height(struct draw *x)
{
	double w, h = 0;
	if (x->c->n_series < 2)
		return 0;
	for (size_t k = 0; k < x->c->n_series; h += x->d->font * 1.4)
		k = legend_line(x, k, &w);
	return h;
}

static void put_key(struct draw *x, size_t k, double at, double y)
{
	struct chart_bar b = {at, y, KEY, KEY, (uint8_t)k};
	ARENA_PUSH(x->l->a, x->d->bars, x->d->n_bars, x->d->cap_bars, b);
}

static void put_legend(struct draw *x, double top)
{
	struct chart_drawing *d = x->d;
	double lh = d->font * 1.4, w;
	if (x->c->n_series < 2)
		return;
	d->legend_x = x->w;
	d->legend_y = top;
	for (size_t k = 0; k < x->c->n_series; top += lh) {
		size_t end = legend_line(x, k, &w);
		double at = (x->w - w) / 2;
		d->legend_x = fmin(d->legend_x, at);
		d->legend_w = fmax(d->legend_w, w);
		for (; k < end; k++) {
			put_key(x, k, at, top + (lh - KEY) / 2);
			put_text(x, x->c->series[k], at + KEY + KEY_GAP, top + (lh - d->font * LINE) / 2 + d->font * BASE, d->font);
			at += entry_w(x, k) + ENTRY_GAP;
		}
	}
	d->legend_h = top - d->legend_y;
}

/* ---- bars ---- */

/* Place of a bar across its axis within the slot of its category, and its thickness. */
static void across(const struct draw *x, size_t i, size_t k, double slot, double *at, double *thick)
{
	double n = x->c->stacked ? 1 : (double)x->c->n_series;
	*thick = slot / (n + x->d->gap);
	*at = (double)i * slot + *thick * x->d->gap / 2 + (x->c->stacked ? 0 : (double)k * *thick);
}

static void put_bar(struct draw *x, size_t i, size_t k, double from, double to)
{
	struct chart_drawing *d = x->d;
	bool columns = x->c->kind == CHART_COLUMNS;
	double length = columns ? d->plot_h : d->plot_w, slot = (columns ? d->plot_w : d->plot_h) / (double)x->c->n_categories, at, thick;
	across(x, i, k, slot, &at, &thick);
	double f = length * from / d->max, t = length * to / d->max;
	struct chart_bar b = columns ? (struct chart_bar){d->plot_x + at, d->plot_y + length - t, thick, t - f, (uint8_t)k} :
		(struct chart_bar){d->plot_x + f, d->plot_y + at, t - f, thick, (uint8_t)k};
	if (to > from)
		ARENA_PUSH(x->l->a, d->bars, d->n_bars, d->cap_bars, b);
	/* its number: inside a part of a stack, else at the end; left out where it would run into another */
	const char *s = chart_number(x->l->a, x->c, chart_value(x->c, i, k));
	double w = width(x, s, d->small), h = d->small * LINE, tx, ty;
	bool room;
	if (x->c->stacked) {
		room = to > from && (columns ? b.h >= h && w + 2 <= thick * 1.6 : b.w >= w + 2 && thick >= h * 0.8);
		tx = b.x + (b.w - w) / 2;
		ty = b.y + (b.h - h) / 2;
	} else {
		room = columns ? w <= thick * 1.6 || (x->c->n_series == 1 && w <= slot - 2) : thick >= h * 0.8;
		tx = columns ? b.x + (thick - w) / 2 : b.x + b.w + 3;
		ty = columns ? b.y - h - ABOVE : b.y + (thick - h) / 2;
	}
	d->shown[i * x->c->n_series + k] = room;
	if (room)
		put_text(x, s, tx, ty + d->small * BASE, d->small)->plate = d->plates[k];
}

static void put_bars(struct draw *x, size_t i)
{
	double sum = 0;
	for (size_t k = 0; k < x->c->n_series; k++) {
		double v = chart_value(x->c, i, k);
		if (isnan(v))
			continue;
		put_bar(x, i, k, x->c->stacked ? sum : 0, x->c->stacked ? sum + v : v);
		sum += v;
	}
}

/* Where numbers would be read badly: on patterns; at the ends of bars, across the lines of the scale. A plate must not hide a
 * neighbour. */
static void choose_plates(struct draw *x)
{
	const struct chart *c = x->c;
	bool columns = c->kind == CHART_COLUMNS;
	double thick = x->d->plot_w / (double)c->n_categories / ((double)c->n_series + x->d->gap);
	for (size_t k = 0; k < c->n_series; k++)
		x->d->plates[k] = c->stacked ? chart_fills[k].pattern != CHART_SOLID : !columns || x->number_w <= thick;
}

/* ---- the two kinds ---- */

static void put_scale(struct draw *x)
{
	struct chart_drawing *d = x->d;
	bool columns = x->c->kind == CHART_COLUMNS;
	for (size_t n = 0; (double)n * d->step <= d->max * (1 + 1e-9); n++) {
		double share = (double)n * d->step / d->max;
		const char *s = scale_number(x, (double)n * d->step);
		double w = width(x, s, d->small), at;
		if (columns) {
			at = d->plot_y + d->plot_h * (1 - share);
			put_rule(x, d->plot_x, at - RULE_W / 2, d->plot_w, RULE_W, GRID_GREY);
			put_text(x, s, d->plot_x - BESIDE - w, at - d->small * LINE / 2 + d->small * BASE, d->small)->scale = true;
		} else {
			at = d->plot_x + d->plot_w * share;
			put_rule(x, at - RULE_W / 2, d->plot_y, RULE_W, d->plot_h, GRID_GREY);
			put_text(x, s, at - w / 2, d->plot_y + d->plot_h + BESIDE + d->small * BASE, d->small)->scale = true;
		}
	}
	if (columns)
		put_rule(x, d->plot_x, d->plot_y + d->plot_h - RULE_W / 2, d->plot_w, RULE_W, AXIS_GREY);
	else
		put_rule(x, d->plot_x - RULE_W / 2, d->plot_y, RULE_W, d->plot_h, AXIS_GREY);
}

static void put_unit(struct draw *x, double at, double top, bool right)
{
	struct chart_drawing *d = x->d;
	if (!x->axis)
		return;
	d->unit_w = width(x, x->axis, d->small);
	d->unit_h = d->small * LINE;
	d->unit_x = fmax(0, right ? at - d->unit_w - 2 * UNIT_X : at);
	d->unit_y = top;
	put_text(x, x->axis, d->unit_x + UNIT_X, top + UNIT_Y + d->small * BASE, d->small);
}

static void measure(struct draw *x)
{
	struct chart_drawing *d = x->d;
	for (size_t i = 0; i < x->c->n_categories * x->c->n_series; i++)
		x->number_w = fmax(x->number_w, width(x, chart_number(x->l->a, x->c, x->c->values[i]), d->small));
	x->scale_w = fmax(width(x, scale_number(x, d->max), d->small), width(x, scale_number(x, d->max - d->step), d->small));
}

/* Height that the figures need. */
static double natural_height(struct draw *x)
{
	struct chart_drawing *d = x->d;
	double lh = d->font * LINE, fixed = legend_height(x) + 14, unit = x->axis ? d->small * LINE + 2 * UNIT_Y : 0;
	if (x->c->kind == CHART_COLUMNS)
		return fixed + unit + 170 + BESIDE + (double)x->most_lines * lh;
	double bars = x->c->stacked ? 1 : (double)x->c->n_series, bar = d->small * LINE + 1;
	double row = fmax((double)x->most_lines * lh + 3, bar * (bars + d->gap));
	if (x->c->n_categories <= 10)
		row = fmax(row, 22);
	return fixed + unit + row * (double)x->c->n_categories + BESIDE + d->small * LINE;
}

static void draw_columns(struct draw *x)
{
	struct chart_drawing *d = x->d;
	double top = legend_height(x), unit = x->axis ? d->small * LINE + 2 * UNIT_Y : 0;
	d->plot_x = x->scale_w + BESIDE;
	d->plot_y = top + unit + 13;
	d->plot_w = fmax(PLOT_LEAST, x->w - d->plot_x - 2);
	d->plot_h = fmax(PLOT_LEAST, x->h - d->plot_y - BESIDE - (double)x->most_lines * d->font * LINE - 1);
	choose_plates(x);
	put_legend(x, 0);
	put_unit(x, 0, top, false);
	put_scale(x);
	for (size_t i = 0; i < x->c->n_categories; i++) {
		put_name(x, i, d->plot_x + d->plot_w * ((double)i + 0.5) / (double)x->c->n_categories, d->plot_y + d->plot_h + BESIDE, false);
		put_bars(x, i);
	}
}

static void draw_bars(struct draw *x)
{
	struct chart_drawing *d = x->d;
	double top = legend_height(x), unit = x->axis ? d->small * LINE + 2 * UNIT_Y : 0;
	double right = fmax(x->scale_w / 2, x->c->stacked ? 0 : x->number_w + 4) + 2;
	d->plot_x = x->names_w + BESIDE;
	d->plot_y = top + 6;
	d->plot_w = fmax(PLOT_LEAST, x->w - d->plot_x - right);
	d->plot_h = fmax(PLOT_LEAST, x->h - d->plot_y - BESIDE - d->small * LINE - unit - 1);
	choose_plates(x);
	put_legend(x, 0);
	double row = d->plot_h / (double)x->c->n_categories;
	for (size_t i = 0; i < x->c->n_categories; i++) {
		put_name(x, i, d->plot_x - BESIDE, d->plot_y + row * ((double)i + 0.5) - (double)x->n_lines[i] * d->font * LINE / 2, true);
		put_bars(x, i);
	}
	put_scale(x);
	put_unit(x, d->plot_x + d->plot_w + right - 2, d->plot_y + d->plot_h + BESIDE + d->small * LINE, true);
}

static void prepare(struct draw *x)
{
	struct lay *l = x->l;
	const struct chart *c = x->c;
	bool small = c->n_categories > ROWS_SMALL;
	x->d->font = small ? 9 : 10;
	x->d->small = 9;
	x->d->gap = c->stacked || c->n_series == 1 ? GAP_SINGLE : GAP_GROUP;
	x->d->names = ARENA_ARRAY(l->a, const char *, c->n_categories);
	x->d->shown = ARENA_ARRAY(l->a, bool, c->n_categories * c->n_series);
	x->lines = ARENA_ARRAY(l->a, const char **, c->n_categories);
	x->n_lines = ARENA_ARRAY(l->a, size_t, c->n_categories);
	x->axis = chart_axis_name(l->a, c);
	choose_scale(x);
	measure(x);
	double column = (x->w - x->scale_w - BESIDE) / (double)c->n_categories;
	part_names(x, c->kind == CHART_COLUMNS ? column - 4 : x->w * NAMES_SHARE);
}

/* Whether the names run into one another. */
static bool too_dense(const struct draw *x)
{
	const struct chart_drawing *d = x->d;
	double slot = (x->c->kind == CHART_COLUMNS ? d->plot_w : d->plot_h) / (double)x->c->n_categories;
	if (d->plot_h <= PLOT_LEAST || d->plot_w <= PLOT_LEAST)
		return true;
	return x->c->kind == CHART_COLUMNS ? x->names_w > slot : (double)x->most_lines * d->font * LINE > slot + 0.5;
}

void lay_chart(struct lay *l, struct picture *p, twip room_w, twip room_h, struct pos pos)
{
	struct chart *c = p->chart;
	struct draw x = {.l = l, .c = c, .d = ARENA_NEW(l->a, struct chart_drawing)};
	p->w = p->width && p->width < room_w ? p->width : room_w;
	if (p->width > room_w)
		diag_put(l->g, &LAYOUT_CHART_WIDE, pos, (int)round(mm_from_twip(p->width)), (int)floor(mm_from_twip(room_w)));
	x.w = pt_from_twip(p->w);
	prepare(&x);
	p->h = c->height ? c->height : twip_from_pt(ceil(natural_height(&x)));
	if (p->h > room_h)
		p->h = room_h;
	x.h = pt_from_twip(p->h);
	if (c->kind == CHART_COLUMNS)
		draw_columns(&x);
	else
		draw_bars(&x);
	if (too_dense(&x))
		diag_put(l->g, &LAYOUT_CHART_DENSE, pos, c->n_categories);
	c->drawing = x.d;
}
