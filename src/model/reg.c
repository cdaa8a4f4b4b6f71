#include "model/reg.h"

#include <string.h>

#include "base/i18n.h"
#include "model/sheet.h"

const char *task_state_name(enum task_state s)
{
	static const char *const names[TASK_STATES] = {
		[TASK_DONE_IN_TIME] = "hoàn thành đúng hạn", [TASK_DONE_LATE] = "hoàn thành quá hạn", [TASK_ON_TRACK] = "đang thực hiện trong hạn",
		[TASK_OVERDUE] = "quá hạn chưa hoàn thành", [TASK_RECURRING] = "thường xuyên", [TASK_NOT_DUE] = "chưa đến kỳ",
		[TASK_UNKNOWN] = "không xác định",
	};

	return names[s];
}

/* ---- judging a row ---- */

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

/* What contradicts itself whatever the date of the report. */
static enum task_doubt contradiction(const struct reg_task *t)
{
	if (t->progress > 100 || (t->progress < 0 && t->progress != -1))
		return DOUBT_PROGRESS_RANGE;
	if (given(t->done) && given(t->assigned) && later(t->assigned, t->done))
		return DOUBT_DONE_BEFORE_ASSIGNED;
	if (given(t->assigned) && given(t->due.to) && later(t->assigned, t->due.to))
		return DOUBT_DUE_BEFORE_ASSIGNED;
	if (says_done(t->said) && t->progress >= 0 && t->progress < 100)
		return DOUBT_DONE_BUT_PROGRESS;
	if (t->said == SAID_NOT_BEGUN && (given(t->done) || t->progress >= 100))
		return DOUBT_NOT_BEGUN_DONE;
	if (t->said == SAID_DONE_IN_TIME && given(t->done) && given(t->due.to) && later(t->done, t->due.to))
		return DOUBT_IN_TIME_LATE;
	return DOUBT_NONE;
}

static struct task_judgement finished(const struct reg_task *t, struct date at)
{
	struct task_judgement j = {TASK_DONE_IN_TIME, DOUBT_NONE, 0};
	bool limit = given(t->due.to) && t->due.kind != DEADLINE_RECURRING;

	if (given(t->done)) {
		if (limit && later(t->done, t->due.to))
			j = (struct task_judgement){TASK_DONE_LATE, DOUBT_NONE, date_number(t->done) - date_number(t->due.to)};
		else if (t->due.kind == DEADLINE_UNCLEAR && t->said != SAID_DONE_IN_TIME)
			j = (struct task_judgement){TASK_UNKNOWN, t->due.no_year ? DOUBT_DUE_NO_YEAR : DOUBT_DUE_UNCLEAR, 0};
		return j;
	}
	if (t->said == SAID_DONE_LATE)
		j.state = TASK_DONE_LATE;
	else if (t->said != SAID_DONE_IN_TIME && t->due.kind != DEADLINE_RECURRING && t->due.kind != DEADLINE_OPEN && (!limit || later(at, t->due.to)))
		j = (struct task_judgement){TASK_UNKNOWN, DOUBT_DONE_NO_DATE, 0}; /* in time or late: the date would tell */
	return j;
}

static struct task_judgement unfinished(const struct reg_task *t, struct date at)
{
	const struct deadline *d = &t->due;

	if (d->kind == DEADLINE_RECURRING && !given(d->to))
		return (struct task_judgement){TASK_RECURRING, DOUBT_NONE, 0};
	if (given(d->from) && later(d->from, at))
		return (struct task_judgement){TASK_NOT_DUE, DOUBT_NONE, 0};
	if (given(d->to) && later(at, d->to) && d->kind != DEADLINE_RECURRING)
		return (struct task_judgement){TASK_OVERDUE, DOUBT_NONE, date_number(at) - date_number(d->to)};
	if (given(d->to) && t->said == SAID_OVERDUE)
		return (struct task_judgement){TASK_UNKNOWN, DOUBT_OVERDUE_EARLY, 0};
	if (d->kind == DEADLINE_RECURRING)
		return (struct task_judgement){TASK_RECURRING, DOUBT_NONE, 0};
	if (given(d->to) || d->kind == DEADLINE_OPEN || d->kind == DEADLINE_CONDITIONAL)
		return (struct task_judgement){TASK_ON_TRACK, DOUBT_NONE, 0};
	if (t->said == SAID_RECURRING)
		return (struct task_judgement){TASK_RECURRING, DOUBT_NONE, 0};
	if (t->said == SAID_OVERDUE)
		return (struct task_judgement){TASK_OVERDUE, DOUBT_NONE, 0};
	if (d->kind == DEADLINE_NONE)
		return (struct task_judgement){TASK_UNKNOWN, DOUBT_NO_DUE, 0};
	return (struct task_judgement){TASK_UNKNOWN, d->no_year ? DOUBT_DUE_NO_YEAR : DOUBT_DUE_UNCLEAR, 0};
}

struct task_judgement task_judge(const struct reg_task *t, struct date at)
{
	enum task_doubt doubt = contradiction(t);

	if (doubt != DOUBT_NONE)
		return (struct task_judgement){TASK_UNKNOWN, doubt, 0};
	if (given(t->done))
		return later(t->done, at) ? unfinished(t, at) : finished(t, at);
	if (t->progress >= 100 || says_done(t->said))
		return finished(t, at);
	return unfinished(t, at);
}

/* ---- parts of a row ---- */

const char *reg_extra(const struct reg_extra *v, size_t n, const char *fold)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(v[i].column->fold, fold) == 0)
			return v[i].value;
	return NULL;
}

const struct reg_column *reg_column(const struct reg_sheet *s, enum reg_field f)
{
	for (size_t i = 0; i < s->n_cols; i++)
		if (s->cols[i].field == (int)f)
			return &s->cols[i];
	return NULL;
}

char *reg_place_text(struct arena *a, const struct reg_place *p, enum reg_field f)
{
	const struct reg_column *c = reg_column(p->sheet, f);

	if (!p->sheet->sheets)
		return arena_printf(a, _("line %u"), (unsigned)p->line);
	return sheet_place(a, p->sheet->name, p->row, c != NULL ? c->col : 0);
}
