/* A task as templates see it. */
#include "compose/figures_in.h"

#include <stdio.h>
#include <string.h>

#include "base/viet.h"

const char *figure_number(struct arena *a, size_t n)
{
	char digits[32], out[48], *o = out;
	int len;

	if (n == 0)
		return "0";
	len = snprintf(digits, sizeof digits, "%02zu", n);
	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			*o++ = '.';
		*o++ = digits[i];
	}
	*o = '\0';
	return arena_strdup(a, out);
}

const char *figure_rate(struct arena *a, int tenths)
{
	if (tenths == 0)
		return "0%";
	if (tenths == 1000)
		return "100%";
	return arena_printf(a, "%d,%d%%", tenths / 10, tenths % 10);
}

const char *figure_date(struct arena *a, struct date d)
{
	if (d.year == 0)
		return NULL;
	if (d.month == 0)
		return arena_printf(a, "%d", d.year);
	if (d.day == 0)
		return arena_printf(a, "%d/%d", d.month, d.year);
	return arena_printf(a, d.month < 3 ? "%02d/%02d/%d" : "%02d/%d/%d", d.day, d.month, d.year);
}

struct value *figure_count(struct arena *a, size_t n)
{
	return value_number(a, (double)n, figure_number(a, n));
}

/* ---- the names of a task ---- */

enum task_key { K_NUMBER, K_TEXT, K_DIRECTIVE, K_LEAD, K_PARTNERS, K_ASSIGNED, K_DUE, K_DUE_DATE, K_DONE, K_PROGRESS, K_STATE, K_STATE_TYPED, K_MARK, K_DAYS,
	K_RESULT, K_PRODUCT, K_AREA, K_GROUP, K_TROUBLE, K_PROPOSAL, K_NOTE, K_IS_DONE, K_IS_IN_TIME, K_IS_LATE, K_IS_ON_TRACK, K_IS_OVERDUE, K_IS_RECURRING,
	K_IS_NOT_DUE, K_IS_UNKNOWN, TASK_KEYS };
static const char *const key_names[TASK_KEYS] = {
	[K_NUMBER] = "TT", [K_TEXT] = "nội dung", [K_DIRECTIVE] = "văn bản giao", [K_LEAD] = "cơ quan chủ trì", [K_PARTNERS] = "cơ quan phối hợp",
	[K_ASSIGNED] = "ngày giao", [K_DUE] = "thời hạn", [K_DUE_DATE] = "hạn cuối", [K_DONE] = "ngày hoàn thành", [K_PROGRESS] = "tiến độ",
	[K_STATE] = "trạng thái", [K_STATE_TYPED] = "trạng thái ghi trong sổ", [K_MARK] = "dấu trạng thái", [K_DAYS] = "số ngày quá hạn",
	[K_RESULT] = "kết quả thực hiện", [K_PRODUCT] = "sản phẩm", [K_AREA] = "lĩnh vực", [K_GROUP] = "mục trong sổ", [K_TROUBLE] = "khó khăn",
	[K_PROPOSAL] = "kiến nghị", [K_NOTE] = "ghi chú", [K_IS_DONE] = "đã hoàn thành", [K_IS_IN_TIME] = "đúng hạn", [K_IS_LATE] = "hoàn thành chậm",
	[K_IS_ON_TRACK] = "còn trong hạn", [K_IS_OVERDUE] = "đang quá hạn", [K_IS_RECURRING] = "là thường xuyên", [K_IS_NOT_DUE] = "là chưa đến kỳ",
	[K_IS_UNKNOWN] = "chưa rõ trạng thái"};
_Static_assert((int)TASK_KEYS <= KEYS, "room for the keys");

/* Marks that tell the states apart without colour, in print too. */
static const char *const marks[TASK_STATES] = {
	[TASK_DONE_IN_TIME] = "●", [TASK_DONE_LATE] = "◐", [TASK_ON_TRACK] = "○", [TASK_OVERDUE] = "■", [TASK_RECURRING] = "◇", [TASK_NOT_DUE] = "–", [TASK_UNKNOWN] = "?"};

static void put(struct figs *f, struct judged *d, enum task_key k, struct value *v)
{
	value_put_new(f->a, d->map, &f->keys[k], v);
}

static void put_text(struct figs *f, struct judged *d, enum task_key k, const char *s)
{
	put(f, d, k, s != NULL && *s != '\0' ? value_text(f->a, s) : f->none);
}

static const char *progress(struct arena *a, const struct reg_task *t)
{
	int tenths = (int)(t->progress * 10 + 0.5);

	if (t->progress < 0 || t->progress > 1e6)
		return t->progress_words;
	return tenths % 10 != 0 ? arena_printf(a, "%d,%d%%", tenths / 10, tenths % 10) : arena_printf(a, "%d%%", tenths / 10);
}

/* All own columns of the row's sheet, those it leaves empty too: their names are known. */
static void put_extras(struct figs *f, struct judged *d)
{
	const struct reg_task *t = d->t;

	for (size_t i = 0; t->at.sheet != NULL && i < t->at.sheet->n_cols; i++) {
		const struct reg_column *c = &t->at.sheet->cols[i];
		struct value_key k = { c->title, c->fold, 0 };
		const char *s;

		if (c->field >= 0 || c->fold == NULL)
			continue;
		k.hash = value_hash(c->fold);
		s = reg_extra(t->extra, t->n_extra, c->fold);
		if (value_find(d->map, k.fold, k.hash) == NULL)
			value_put_new(f->a, d->map, &k, s != NULL ? value_text(f->a, s) : f->none);
	}
}

static void put_task(struct figs *f, struct judged *d)
{
	static const struct { enum task_key key; enum task_state state; } is[] = {{K_IS_IN_TIME, TASK_DONE_IN_TIME}, {K_IS_LATE, TASK_DONE_LATE},
		{K_IS_ON_TRACK, TASK_ON_TRACK}, {K_IS_OVERDUE, TASK_OVERDUE}, {K_IS_RECURRING, TASK_RECURRING}, {K_IS_NOT_DUE, TASK_NOT_DUE}, {K_IS_UNKNOWN, TASK_UNKNOWN}};
	const struct reg_task *t = d->t;
	bool late = d->j.state == TASK_OVERDUE || d->j.state == TASK_DONE_LATE;
	struct value *yes = value_bool(f->a, true), *no = value_bool(f->a, false);

	d->map = value_map(f->a);
	put_text(f, d, K_NUMBER, t->number);
	put_text(f, d, K_TEXT, t->text);
	put_text(f, d, K_DIRECTIVE, t->directive);
	put_text(f, d, K_LEAD, t->lead);
	put_text(f, d, K_PARTNERS, t->partners);
	put_text(f, d, K_ASSIGNED, figure_date(f->a, t->assigned));
	put_text(f, d, K_DUE, t->due.words);
	put_text(f, d, K_DUE_DATE, figure_date(f->a, t->due.to));
	put_text(f, d, K_DONE, figure_date(f->a, t->done));
	put_text(f, d, K_PROGRESS, progress(f->a, t));
	put_text(f, d, K_STATE, task_state_name(d->j.state));
	put_text(f, d, K_STATE_TYPED, t->state_words);
	put_text(f, d, K_MARK, marks[d->j.state]);
	put(f, d, K_DAYS, late && d->j.days > 0 ? figure_count(f->a, (size_t)d->j.days) : f->none);
	put_text(f, d, K_RESULT, t->result);
	put_text(f, d, K_PRODUCT, t->product);
	put_text(f, d, K_AREA, t->area);
	put_text(f, d, K_GROUP, t->group);
	put_text(f, d, K_TROUBLE, t->trouble);
	put_text(f, d, K_PROPOSAL, t->proposal);
	put_text(f, d, K_NOTE, t->note);
	put(f, d, K_IS_DONE, d->j.state == TASK_DONE_IN_TIME || d->j.state == TASK_DONE_LATE ? yes : no);
	for (size_t i = 0; i < sizeof is / sizeof *is; i++)
		put(f, d, is[i].key, d->j.state == is[i].state ? yes : no);
	put_extras(f, d);
}

void figures_tasks(struct figs *f)
{
	f->none = value_text(f->a, NULL);
	for (int k = 0; k < TASK_KEYS; k++) {
		const char *fold = viet_fold(f->a, key_names[k]);

		f->keys[k] = (struct value_key){ key_names[k], fold, value_hash(fold) };
	}
	for (size_t i = 0; i < f->n; i++)
		put_task(f, &f->tasks[i]);
}
