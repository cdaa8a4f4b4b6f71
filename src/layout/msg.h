#ifndef LAYOUT_MSG_H
#define LAYOUT_MSG_H
/* What cannot be laid out as the draft has it. */
#include "base/diag.h"

extern const struct msg LAYOUT_FOOT_TOO_HIGH, LAYOUT_HEAD_TOO_HIGH, LAYOUT_COLUMN_NARROW, LAYOUT_TABLE_WIDE, LAYOUT_WORD_CUT,
	LAYOUT_NO_GLYPH, LAYOUT_PICTURE_SMALLER, LAYOUT_CHART_WIDE, LAYOUT_CHART_DENSE;
#endif
