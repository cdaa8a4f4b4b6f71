#include "layout/msg.h"

#include "base/i18n.h"

const struct msg LAYOUT_FOOT_TOO_HIGH = { "foot-too-high", LEVEL_ERROR,
	N_("the lines at the foot of page 1 take more than half of it; shorten them"), "ND30 Phụ lục I, III.4" };
const struct msg LAYOUT_HEAD_TOO_HIGH = { "head-too-high", LEVEL_ERROR,
	N_("the marks in the top margin of page 1 take more than half of it; shorten them"), "ND30 Phụ lục I, III.2" };

/* number of the column from 1, word, mm */
const struct msg LAYOUT_COLUMN_NARROW = { "column-too-narrow", LEVEL_WARNING,
	N_("column %zu of the table is too narrow, “%s” is cut; give it at least %d mm in the line “{cột: …}”"), NULL };
/* the same, where the page leaves no more */
const struct msg LAYOUT_TABLE_WIDE = { "table-too-wide", LEVEL_WARNING,
	N_("the table is too wide for the page: “%2$s” in column %1$zu is cut, it needs %3$d mm; take columns out, shorten their words, or put the table into an annex with “hướng: ngang”"), NULL };
/* word */
const struct msg LAYOUT_WORD_CUT = { "word-cut", LEVEL_WARNING,
	N_("“%s” is longer than a line and is cut; put a space where it may be parted"), NULL };
/* character, its code */
const struct msg LAYOUT_NO_GLYPH = { "no-such-character", LEVEL_WARNING,
	N_("the fonts have no character “%s” (U+%04X), an empty box stands for it; write it otherwise"), NULL };
/* file, mm asked for, mm given */
const struct msg LAYOUT_PICTURE_SMALLER = { "picture-made-smaller", LEVEL_WARNING,
	N_("the picture %s has no room for a width of %d mm, it was made %d mm wide; write at most that"), NULL };
/* mm asked for, mm given */
const struct msg LAYOUT_CHART_WIDE = { "chart-made-smaller", LEVEL_WARNING,
	N_("the chart has no room for a width of %d mm, it was made %d mm wide; write at most that"), NULL };
/* rows */
const struct msg LAYOUT_CHART_DENSE = { "chart-too-dense", LEVEL_WARNING,
	N_("the chart has no room for its %zu names, they touch; write “kiểu: thanh ngang chồng”, shorten the names, split the chart, or give it more room with “cao”"), NULL };
