#ifndef MODEL_CHART_H
#define MODEL_CHART_H
/* Bar charts (biểu đồ): the figures as the draft gives them, and the drawing that layout makes of them. A chart stands in the
 * text as a picture does (struct picture.chart); the painter and the DOCX writer take its drawing, so that both files show
 * the same plot at the same place. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/diag.h"
#include "base/unit.h"

struct shaped; /* text/shape.h */

enum { CHART_CATEGORIES = 50, CHART_SERIES = 8, CHART_PLACES = 4, CHART_DIGITS = 12 /* before the decimal comma */,
	CHART_NAME = 120 /* characters */, CHART_LEAST_W = 60, CHART_LEAST_H = 40 /* mm */ };

enum chart_kind { CHART_COLUMNS /* cột */, CHART_BARS /* thanh ngang */ };
/* What a bar is filled with: steps of grey and patterns that a greyscale print keeps apart, always with an outline. */
enum chart_pattern { CHART_SOLID, CHART_UP, CHART_LEVEL, CHART_GRID, CHART_DOWN };
struct chart_fill {
	uint8_t grey;              /* CHART_SOLID: 0 black … 255 white; a pattern is black on white */
	enum chart_pattern pattern;
	const char *preset;        /* name of the pattern in DrawingML, NULL of a solid fill */
};
extern const struct chart_fill chart_fills[CHART_SERIES]; /* by series */

/* The drawing, in pt from the chart's top left corner. */
struct chart_bar { double x, y, w, h; uint8_t series; };
struct chart_rule { double x, y, w, h; uint8_t grey; };
struct chart_text {
	double x, y;               /* left end of the baseline */
	double w;
	const char *text;
	const struct shaped *shaped;
	bool scale;                /* of the axis alone: what it says, the other texts say too */
	bool plate;                /* stands on a pattern or over a line: a white plate lies under it */
};
struct chart_drawing {
	double plot_x, plot_y, plot_w, plot_h; /* the area between the axes */
	double legend_x, legend_y, legend_w, legend_h; /* w 0: there is none */
	double unit_x, unit_y, unit_w, unit_h; /* w 0: there is none */
	double max, step;          /* end of the scale, and its steps */
	int scale_places;          /* decimals of the scale's numbers */
	double font, small;        /* sizes: names; values and scale */
	double gap;                /* room between groups of bars, as a share of a bar's width */
	bool plates[CHART_SERIES]; /* by series: its numbers stand on white plates */
	const char **names;        /* of the categories, '\n' where their lines are parted */
	bool *shown;               /* by category, then series: whether the value stands at its bar */
	struct chart_rule *rules; size_t n_rules, cap_rules;
	struct chart_bar *bars; size_t n_bars, cap_bars;
	struct chart_text *texts; size_t n_texts, cap_texts; /* in the order in which they are read */
};

struct chart {
	enum chart_kind kind;
	bool stacked;              /* the series of a category make one bar */
	bool percent;              /* the figures are shares: "75%" */
	int places;                /* decimals of the figures, 0 to CHART_PLACES */
	const char *title;         /* tên: the caption, or NULL */
	const char *unit;          /* đơn vị, or NULL */
	const char *head;          /* name of the first column, or NULL */
	const char **series; size_t n_series;
	const char **categories; size_t n_categories;
	double *values;            /* by category, then series; NAN: not given */
	twip height;               /* wanted; 0: as the figures need */
	struct pos pos;
	struct chart_drawing *drawing; /* set by layout; NULL before */
};

static inline double chart_value(const struct chart *c, size_t category, size_t series)
{
	return c->values[category * c->n_series + series];
}
/* A figure in the Vietnamese form, with as many decimals as the chart's figures have: "1.234,5", "75%". "" for NAN. */
char *chart_number(struct arena *a, const struct chart *c, double v);
/* What the axis is of: the unit, and the name of a lone series; NULL if neither is given. */
const char *chart_axis_name(struct arena *a, const struct chart *c);
/* The whole chart in words, for those who cannot see it (the alternative text): title, unit, then every figure. */
char *chart_words(struct arena *a, const struct chart *c);
#endif
