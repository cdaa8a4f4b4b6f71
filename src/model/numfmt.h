#ifndef MODEL_NUMFMT_H
#define MODEL_NUMFMT_H
/* Number formats of workbooks (ECMA-376 part 1, 18.8.31): how a number is shown on a Vietnamese screen: decimal comma, points
 * between thousands, names of days and months in Vietnamese unless the format asks for English ones. */
#include "base/buf.h"
#include "model/sheet.h"

enum fmt_token_kind {
	FMT_LITERAL, FMT_GENERAL, FMT_TEXT /* @ */, FMT_DIGIT /* 0 # ? */, FMT_POINT, FMT_PERCENT, FMT_EXPONENT,
	FMT_YEAR, FMT_MONTH, FMT_DAY, FMT_HOUR, FMT_MINUTE, FMT_SECOND, FMT_HALF /* AM/PM */, FMT_PART /* .00 of a second */,
	FMT_ALL_HOURS /* [h] */, FMT_ALL_MINUTES, FMT_ALL_SECONDS
};
struct fmt_token {
	enum fmt_token_kind kind;
	char sign;               /* FMT_DIGIT */
	bool decimal;            /* FMT_DIGIT behind the point */
	uint32_t n;              /* letters of a date's part; bytes of a literal */
	const char *text;        /* FMT_LITERAL */
};
enum fmt_op { FMT_ANY, FMT_LESS, FMT_LESS_EQUAL, FMT_EQUAL, FMT_NOT_EQUAL, FMT_MORE, FMT_MORE_EQUAL };
struct fmt_section {
	struct fmt_token *v; size_t n, cap;
	enum fmt_op op; double than;
	bool date, text, english, group, fraction;
	bool sysdate, systime;   /* [$-F800], [$-F400]: as the system writes dates and times */
	int whole, decimals;     /* placeholders before and behind the point */
	int percents, thousands; /* "%" signs; commas that divide by 1000 */
};
struct numfmt { struct fmt_section sections[4]; size_t n; };

enum { FMT_CODE_SIGNS = 255 }; /* as Excel; longer codes are taken as General */

/* Never NULL: what cannot be understood is General. */
const struct numfmt *numfmt_parse(struct arena *a, const char *code);
/* Code of a format that workbooks know by number alone (0–163), "General" if it is none. */
const char *numfmt_builtin(unsigned id);
bool numfmt_is_date(const struct numfmt *f);
/* What a number shows: appended to out, and kind, date and seconds of the cell set. first_1904: the workbook's days count from 1/1/1904. */
void numfmt_show(const struct numfmt *f, double v, bool first_1904, struct buf *out, struct sheet_cell *cell);
/* What a text shows: most formats leave it as it is. */
void numfmt_text(const struct numfmt *f, const char *s, size_t n, struct buf *out);

/* ---- numfmt_date.c ---- */
void numfmt_date(const struct fmt_section *s, double v, bool first_1904, struct buf *out, struct sheet_cell *cell);
/* As General shows it: "12,5", "1000000". */
void numfmt_general(double v, struct buf *out);
#endif
