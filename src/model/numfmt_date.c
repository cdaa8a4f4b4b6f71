/* Dates and times as their format shows them. */
#include "model/numfmt.h"
#include <math.h>
#include <string.h>

enum { DAY = 86400, OF_1904 = 1462 /* 1/1/1904 in the system of 1900 */ };

struct moment { struct date d; uint32_t serial, seconds, part; double all; /* all: seconds in full, of [h] */ bool twelve; };

static const char *const days_vi[] = {"Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"};
static const char *const short_days_vi[] = {"CN", "T2", "T3", "T4", "T5", "T6", "T7"};
static const char *const days_en[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char *const months_vi[] = {"Tháng Một", "Tháng Hai", "Tháng Ba", "Tháng Tư", "Tháng Năm", "Tháng Sáu", "Tháng Bảy", "Tháng Tám",
	"Tháng Chín", "Tháng Mười", "Tháng Mười Một", "Tháng Mười Hai"};
static const char *const months_en[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	"November", "December"};

static void put_figure(struct buf *out, uint64_t v, uint32_t width)
{
	char s[24], *p = s + sizeof s;
	do
		*--p = (char)('0' + v % 10);
	while ((v /= 10) || (uint32_t)(s + sizeof s - p) < width);
	buf_put(out, p, (size_t)(s + sizeof s - p));
}

static void put_day(const struct fmt_section *s, const struct fmt_token *t, const struct moment *m, struct buf *out)
{
	uint32_t weekday = (m->serial + 6) % 7; /* 1/1/1900 is a Sunday to Excel; right from March on */
	if (t->n <= 2)
		put_figure(out, (uint64_t)m->d.day, t->n);
	else if (s->english)
		buf_put(out, days_en[weekday], t->n == 3 ? 3 : strlen(days_en[weekday]));
	else
		buf_puts(out, t->n == 3 ? short_days_vi[weekday] : days_vi[weekday]);
}

static void put_month(const struct fmt_section *s, const struct fmt_token *t, const struct moment *m, struct buf *out)
{
	size_t i = (size_t)m->d.month - 1;
	const char *name = s->english ? months_en[i] : months_vi[i];
	if (t->n <= 2) {
		put_figure(out, (uint64_t)m->d.month, t->n);
	} else if (t->n == 5) {
		buf_put(out, name, 1);
	} else if (t->n == 3 && !s->english) {
		buf_puts(out, "Thg");
		put_figure(out, (uint64_t)m->d.month, 1);
	} else {
		buf_put(out, name, t->n == 3 ? 3 : strlen(name));
	}
}

static void put_part(const struct fmt_section *s, const struct fmt_token *t, const struct moment *m, struct buf *out)
{
	uint32_t hour = m->seconds / 3600, minute = m->seconds / 60 % 60;
	switch (t->kind) {
	case FMT_LITERAL: buf_put(out, t->text, t->n); break;
	case FMT_YEAR: put_figure(out, (uint64_t)(t->n <= 2 ? m->d.year % 100 : m->d.year), t->n <= 2 ? 2 : 4); break;
	case FMT_MONTH: put_month(s, t, m, out); break;
	case FMT_DAY: put_day(s, t, m, out); break;
	case FMT_HOUR: put_figure(out, m->twelve ? (hour + 11) % 12 + 1 : hour, t->n < 2 ? 1 : 2); break;
	case FMT_MINUTE: put_figure(out, minute, t->n < 2 ? 1 : 2); break;
	case FMT_SECOND: put_figure(out, m->seconds % 60, t->n < 2 ? 1 : 2); break;
	case FMT_HALF: buf_puts(out, s->english ? (hour < 12 ? "AM" : "PM") : hour < 12 ? "SA" : "CH"); break;
	case FMT_ALL_HOURS: put_figure(out, (uint64_t)(m->all / 3600), t->n); break;
	case FMT_ALL_MINUTES: put_figure(out, (uint64_t)(m->all / 60), t->n); break;
	case FMT_ALL_SECONDS: put_figure(out, (uint64_t)m->all, t->n); break;
	case FMT_PART: break; /* seconds are whole here */
	default: break;
	}
}

static bool has(const struct fmt_section *s, enum fmt_token_kind kind)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].kind == kind)
			return true;
	return false;
}

static bool has_day_parts(const struct fmt_section *s)
{
	return has(s, FMT_YEAR) || has(s, FMT_MONTH) || has(s, FMT_DAY) || s->sysdate;
}

/* The system's long date and its time, which the format leaves open. */
static void put_system(const struct fmt_section *s, const struct moment *m, struct buf *out)
{
	static const struct fmt_token hour = {.kind = FMT_HOUR, .n = 2}, colon = {.kind = FMT_LITERAL, .text = ":", .n = 1},
		minute = {.kind = FMT_MINUTE, .n = 2}, second = {.kind = FMT_SECOND, .n = 2};
	const struct fmt_token *const time[] = {&hour, &colon, &minute, &colon, &second};
	if (s->sysdate) {
		put_figure(out, (uint64_t)m->d.day, 1);
		buf_puts(out, " tháng ");
		put_figure(out, (uint64_t)m->d.month, 1);
		buf_puts(out, " năm ");
		put_figure(out, (uint64_t)m->d.year, 4);
		return;
	}
	for (size_t i = 0; i < sizeof time / sizeof *time; i++)
		put_part(s, time[i], m, out);
}

static void note_parts(const struct fmt_section *s, const struct moment *m, struct sheet_cell *cell)
{
	cell->kind = CELL_DATE;
	cell->seconds = m->seconds;
	cell->date = m->d;
	if (s->sysdate || has(s, FMT_DAY))
		return;
	cell->date.day = 0; /* "03/2025" */
	if (!has(s, FMT_MONTH))
		cell->date.month = 0;
	if (!has(s, FMT_YEAR) && !has(s, FMT_MONTH))
		cell->date.year = 0;
}

void numfmt_date(const struct fmt_section *s, double v, bool first_1904, struct buf *out, struct sheet_cell *cell)
{
	struct moment m = {.twelve = has(s, FMT_HALF)};
	bool days = has_day_parts(s), all = has(s, FMT_ALL_HOURS) || has(s, FMT_ALL_MINUTES) || has(s, FMT_ALL_SECONDS);
	if (!(v >= 0 && v < 2958466)) { /* the screen shows ##### */
		numfmt_general(v, out);
		return;
	}
	double whole = floor(v);
	m.seconds = (uint32_t)floor((v - whole) * DAY + 0.5);
	m.serial = (uint32_t)whole + (m.seconds == DAY) + (first_1904 ? OF_1904 : 0);
	m.seconds %= DAY;
	m.all = floor(v * DAY + 0.5);
	bool real = sheet_unserial(m.serial, &m.d);
	if (days && m.serial == 60)
		m.d = (struct date){29, 2, 1900}; /* shown, but no day of any calendar: a text to whoever asks */
	else if (days && !real) {
		numfmt_general(v, out);
		return;
	}
	if (s->sysdate || s->systime)
		put_system(s, &m, out);
	else
		for (size_t i = 0; i < s->n; i++)
			put_part(s, &s->v[i], &m, out);
	if (days && !real)
		cell->kind = CELL_TEXT;
	else if (!all)
		note_parts(s, &m, cell);
}
