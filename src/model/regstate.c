/* The state of a task at a date, from deadline, progress, completion and what its words say. What contradicts itself is not settled
 * here: a person has to. */
#include "model/reg.h"

const char *task_state_name(enum task_state s)
{
	static const char *const names[TASK_STATES] = {
		[TASK_DONE_IN_TIME] = "hoàn thành đúng hạn", [TASK_DONE_LATE] = "hoàn thành quá hạn", [TASK_ON_TRACK] = "đang thực hiện trong hạn",
		[TASK_OVERDUE] = "quá hạn chưa hoàn thành", [TASK_RECURRING] = "thường xuyên", [TASK_NOT_DUE] = "chưa đến kỳ",
		[TASK_UNKNOWN] = "không xác định",
	};

	return names[s];
}

const char *task_doubt_name(enum task_doubt d)
{
	static const char *const names[TASK_DOUBTS] = {
		[DOUBT_NONE] = "", [DOUBT_PROGRESS_RANGE] = "tiến độ ngoài khoảng 0 - 100%",
		[DOUBT_DONE_BEFORE_ASSIGNED] = "ngày hoàn thành trước ngày giao", [DOUBT_DUE_BEFORE_ASSIGNED] = "thời hạn trước ngày giao",
		[DOUBT_DONE_BUT_PROGRESS] = "đã hoàn thành nhưng tiến độ dưới 100%", [DOUBT_DOING_BUT_DONE] = "đang thực hiện nhưng đã hoàn thành",
		[DOUBT_NOT_BEGUN_DONE] = "chưa thực hiện nhưng đã có tiến độ", [DOUBT_IN_TIME_LATE] = "đúng hạn nhưng hoàn thành sau thời hạn",
		[DOUBT_LATE_IN_TIME] = "quá hạn nhưng hoàn thành trong thời hạn", [DOUBT_DONE_NO_DATE] = "đã hoàn thành nhưng không có ngày hoàn thành",
		[DOUBT_OVERDUE_EARLY] = "quá hạn khi thời hạn chưa hết", [DOUBT_DUE_UNCLEAR] = "thời hạn không rõ", [DOUBT_DUE_NO_YEAR] = "thời hạn không có năm",
		[DOUBT_NO_DUE] = "không có thời hạn", [DOUBT_STOPPED] = "đã dừng thực hiện",
	};

	return names[d];
}

static bool given(struct date d)
{
	return d.year != 0;
}

static bool later(struct date a, struct date b)
{
	return viet_date_cmp(a, b) > 0;
}

static bool says_done(enum reg_said s)
{
	return s == SAID_DONE || s == SAID_DONE_IN_TIME || s == SAID_DONE_LATE;
}

static bool says_late(enum reg_said s)
{
	return s == SAID_DONE_LATE || s == SAID_OVERDUE;
}

/* The last day in time, where there is one. */
static bool limited(const struct reg_task *t)
{
	return given(t->due.to) && t->due.kind != DEADLINE_RECURRING;
}

/* ---- contradictions ---- */

static enum task_doubt wrong_dates(const struct reg_task *t)
{
	if (given(t->done) && given(t->assigned) && later(t->assigned, t->done))
		return DOUBT_DONE_BEFORE_ASSIGNED;
	if (given(t->assigned) && limited(t) && later(t->assigned, t->due.to))
		return DOUBT_DUE_BEFORE_ASSIGNED;
	if (t->said == SAID_DONE_IN_TIME && given(t->done) && limited(t) && later(t->done, t->due.to))
		return DOUBT_IN_TIME_LATE;
	if (says_late(t->said) && given(t->done) && limited(t) && !later(t->done, t->due.to))
		return DOUBT_LATE_IN_TIME;
	return DOUBT_NONE;
}

static enum task_doubt wrong_progress(const struct reg_task *t)
{
	bool some = t->progress >= 0, full = t->progress >= 100, done = given(t->done);

	if (t->progress > 100 || (t->progress < 0 && t->progress != -1))
		return DOUBT_PROGRESS_RANGE;
	if ((says_done(t->said) || done) && some && !full)
		return DOUBT_DONE_BUT_PROGRESS;
	if (t->said == SAID_NOT_BEGUN && (done || t->progress > 0))
		return DOUBT_NOT_BEGUN_DONE;
	if (t->said == SAID_DOING && (done || full))
		return DOUBT_DOING_BUT_DONE;
	return DOUBT_NONE;
}

enum task_doubt task_contradiction(const struct reg_task *t)
{
	enum task_doubt doubt = wrong_progress(t);

	if (doubt == DOUBT_NONE)
		doubt = wrong_dates(t);
	if (doubt == DOUBT_NONE && !given(t->done) && (t->progress >= 100 || t->said == SAID_DONE) && (limited(t) || t->due.kind == DEADLINE_UNCLEAR))
		doubt = DOUBT_DONE_NO_DATE;
	return doubt;
}

/* ---- states ---- */

static struct task_judgement unknown(enum task_doubt d)
{
	return (struct task_judgement){TASK_UNKNOWN, d, 0};
}

static enum task_doubt why_unclear(const struct deadline *d)
{
	return d->no_year ? DOUBT_DUE_NO_YEAR : DOUBT_DUE_UNCLEAR;
}

static struct task_judgement finished(const struct reg_task *t, struct date at)
{
	struct task_judgement j = {TASK_DONE_IN_TIME, DOUBT_NONE, 0};

	if (t->said == SAID_DONE_LATE && !given(t->done) && limited(t) && !later(at, t->due.to))
		return unknown(DOUBT_OVERDUE_EARLY);
	if (t->said == SAID_DONE_IN_TIME || t->said == SAID_DONE_LATE)
		j.state = t->said == SAID_DONE_LATE ? TASK_DONE_LATE : TASK_DONE_IN_TIME;
	else if (t->due.kind == DEADLINE_UNCLEAR)
		return unknown(why_unclear(&t->due));
	else if (limited(t) && given(t->done) && later(t->done, t->due.to))
		j.state = TASK_DONE_LATE;
	else if (limited(t) && !given(t->done) && later(at, t->due.to))
		return unknown(DOUBT_DONE_NO_DATE); /* the day would tell */
	if (j.state == TASK_DONE_LATE && given(t->done) && limited(t))
		j.days = date_number(t->done) - date_number(t->due.to);
	return j;
}

static struct task_judgement unfinished(const struct reg_task *t, struct date at)
{
	const struct deadline *d = &t->due;
	bool begun = t->progress > 0 || t->said == SAID_DOING;

	if (t->said == SAID_STOPPED)
		return unknown(DOUBT_STOPPED);
	if (given(t->assigned) && later(t->assigned, at))
		return (struct task_judgement){TASK_NOT_DUE, DOUBT_NONE, 0};
	if (d->kind == DEADLINE_RECURRING || (t->said == SAID_RECURRING && !limited(t)))
		return (struct task_judgement){TASK_RECURRING, DOUBT_NONE, 0};
	if (limited(t) && later(at, d->to))
		return (struct task_judgement){TASK_OVERDUE, DOUBT_NONE, date_number(at) - date_number(d->to)};
	if (t->said == SAID_OVERDUE)
		return limited(t) ? unknown(DOUBT_OVERDUE_EARLY) : (struct task_judgement){TASK_OVERDUE, DOUBT_NONE, 0};
	if (given(d->from) && later(d->from, at) && !begun)
		return (struct task_judgement){TASK_NOT_DUE, DOUBT_NONE, 0};
	if (d->kind == DEADLINE_NONE)
		return unknown(DOUBT_NO_DUE);
	if (d->kind == DEADLINE_UNCLEAR)
		return unknown(why_unclear(d));
	return (struct task_judgement){TASK_ON_TRACK, DOUBT_NONE, 0};
}

struct task_judgement task_judge(const struct reg_task *t, struct date at)
{
	enum task_doubt doubt = task_contradiction(t);

	if (doubt != DOUBT_NONE && doubt != DOUBT_DONE_NO_DATE)
		return unknown(doubt);
	if (given(t->done))
		return later(t->done, at) ? unfinished(t, at) : finished(t, at);
	if (t->progress >= 100 || says_done(t->said))
		return finished(t, at);
	return unfinished(t, at);
}
