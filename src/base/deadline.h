#ifndef BASE_DEADLINE_H
#define BASE_DEADLINE_H
/* Deadlines (thời hạn, thời gian hoàn thành) as people write them: "Quý IV/2025", "trước ngày 28/10/2025", "thường xuyên",
 * "sau khi Chính phủ ban hành Nghị định". The words are kept for print; nothing is guessed. */
#include <stdbool.h>
#include "base/arena.h"
#include "base/viet.h"

enum deadline_kind {
	DEADLINE_NONE,        /* nothing is written */
	DEADLINE_DAY,         /* by a day: to */
	DEADLINE_PERIOD,      /* in a period: from … to (a month, a quarter, a year, "giai đoạn 2026 - 2030") */
	DEADLINE_RECURRING,   /* thường xuyên, hằng tháng …: recurs; from and to if a period is named too */
	DEADLINE_OPEN,        /* without an end: "lâu dài"; "2025 và các năm tiếp theo", "từ năm 2026", "sau ngày 01/7/2025" (from) */
	DEADLINE_CONDITIONAL, /* hangs on an event or on a guidance: "sau khi …", "theo hướng dẫn của bộ" */
	DEADLINE_UNCLEAR,     /* words that were not understood, or that lack the year */
};
enum recurrence { RECUR_NONE, RECUR_ALWAYS, RECUR_DAY, RECUR_WEEK, RECUR_MONTH, RECUR_QUARTER, RECUR_HALF, RECUR_YEAR };

struct deadline {
	enum deadline_kind kind;
	struct date from, to;      /* whole days, or all 0 where there is none; to is the last day that is in time */
	enum recurrence recurs;
	bool no_year;              /* UNCLEAR for want of the year alone ("Quý IV", "tháng 10") */
	bool no_such_day;          /* UNCLEAR: a day that no calendar has ("31/02/2026") */
	bool several;              /* UNCLEAR: several limits, of which none has a better right ("30/11/2025; báo cáo trước 15/12/2025") */
	const char *words;         /* as written, in the arena; "" if nothing is */
};

/* Reads s (NULL: nothing). "trước ngày 28/10/2025" ends on the 27th, "trước tháng 10/2025" on 30/9; "đến hết", "chậm nhất", "trong"
 * end with the period's last day, as do "đầu", "giữa" and "cuối" of it. "trong 30 ngày kể từ ngày 01/10/2025" counts days of the
 * calendar; working days hang on holidays and are CONDITIONAL. Never fails: what is not understood is UNCLEAR. */
void deadline_read(struct arena *a, const char *s, struct deadline *out);
/* Number of a day since 1/1/1970 (a whole date), and back. */
long date_number(struct date d);
struct date date_from_number(long n);
/* Last day of a month. */
struct date date_month_end(int year, int month);
#endif
