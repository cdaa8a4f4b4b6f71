/* A task as templates see it. */
#include "compose/figures_in.h"

#include <string.h>

#include "base/viet.h"

/* Decimal digits of n before end, at least so many; returns where they begin. */
static char *digits(char *end, size_t n, int least, bool points)
{
	for (int i = 0; n > 0 || i < least; i++, n /= 10) {
		if (points && i > 0 && i % 3 == 0)
			*--end = '.';
		*--end = (char)('0' + n % 10);
	}
	return end;
}

const char *figure_number(struct arena *a, size_t n)
{
	char out[48], *end = out + sizeof out - 1;

	*end = '\0';
	return n == 0 ? "0" : arena_strdup(a, digits(end, n, 2, true));
}

const char *figure_rate(struct arena *a, int tenths)
{
	char out[24], *end = out + sizeof out - 1;

	if (tenths == 0)
		return "0%";
	if (tenths == 1000)
		return "100%";
	*end = '\0';
	*--end = '%';
	*--end = (char)('0' + tenths % 10);
	*--end = ',';
	return arena_strdup(a, digits(end, (size_t)tenths / 10, 1, false));
}

const char *figure_date(struct arena *a, struct date d)
{
	if (d.year == 0)
		return NULL;
	if (d.month == 0)
		return arena_printf(a, "%d", d.year);
	if (d.day == 0)
		return arena_printf(a, "%d/%d", d.month, d.year);
	char out[24], *p = out + sizeof out - 1;

	*p = '\0';
	p = digits(p, (size_t)d.year, 1, false);
	*--p = '/';
	p = digits(p, (size_t)d.month, d.month < 3 ? 2 : 1, false);
	*--p = '/';
	return arena_strdup(a, digits(p, (size_t)d.day, 2, false));
}

struct value *figure_count(struct arena *a, size_t n)
{
	return value_number(a, (double)n, figure_number(a, n));
}

/* ---- the names of a task ---- */

enum task_key { K_NUMBER, K_TEXT, K_DIRECTIVE, K_LEAD, K_PARTNERS, K_ASSIGNED, K_DUE, K_DUE_DATE, K_DONE, K_PROGRESS, K_STATE, K_STATE_TYPED, K_MARK, K_DAYS,
	K_RESULT, K_PRODUCT, K_AREA, K_GROUP, K_TROUBLE, K_PROPOSAL, K_NOTE, K_IS_DONE, K_IS_IN_TIME, K_IS_LATE, K_IS_ON_TRACK, K_IS_OVERDUE, K_IS_RECURRING,
	K_IS_NOT_DUE, K_IS_UNKNOWN, TASK_KEYS };
static const struct { const char *name, *fold; } key_names[TASK_KEYS] = {
	[K_NUMBER] = { "TT", "tt" }, [K_TEXT] = { "nội dung", "noidung" }, [K_DIRECTIVE] = { "văn bản giao", "vanbangiao" }, [K_LEAD] = { "cơ quan chủ trì", "coquanchutri" }, [K_PARTNERS] = { "cơ quan phối hợp", "coquanphoihop" },
	[K_ASSIGNED] = { "ngày giao", "ngaygiao" }, [K_DUE] = { "thời hạn", "thoihan" }, [K_DUE_DATE] = { "hạn cuối", "hancuoi" }, [K_DONE] = { "ngày hoàn thành", "ngayhoanthanh" }, [K_PROGRESS] = { "tiến độ", "tiendo" },
	[K_STATE] = { "trạng thái", "trangthai" }, [K_STATE_TYPED] = { "trạng thái ghi trong sổ", "trangthaighitrongso" }, [K_MARK] = { "dấu trạng thái", "dautrangthai" }, [K_DAYS] = { "số ngày quá hạn", "songayquahan" },
	[K_RESULT] = { "kết quả thực hiện", "ketquathuchien" }, [K_PRODUCT] = { "sản phẩm", "sanpham" }, [K_AREA] = { "lĩnh vực", "linhvuc" }, [K_GROUP] = { "mục trong sổ", "muctrongso" }, [K_TROUBLE] = { "khó khăn", "khokhan" },
	[K_PROPOSAL] = { "kiến nghị", "kiennghi" }, [K_NOTE] = { "ghi chú", "ghichu" }, [K_IS_DONE] = { "đã hoàn thành", "dahoanthanh" }, [K_IS_IN_TIME] = { "đúng hạn", "dunghan" }, [K_IS_LATE] = { "hoàn thành chậm", "hoanthanhcham" },
	[K_IS_ON_TRACK] = { "còn trong hạn", "contronghan" }, [K_IS_OVERDUE] = { "đang quá hạn", "dangquahan" }, [K_IS_RECURRING] = { "là thường xuyên", "lathuongxuyen" }, [K_IS_NOT_DUE] = { "là chưa đến kỳ", "lachuadenky" },
	[K_IS_UNKNOWN] = { "chưa rõ trạng thái", "chuarotrangthai" }};
_Static_assert((int)TASK_KEYS <= KEYS, "room for the keys");

/* Marks that tell the states apart without colour, in print too. */
static const char *const marks[TASK_STATES] = {
	[TASK_DONE_IN_TIME] = "●", [TASK_DONE_LATE] = "▲", [TASK_ON_TRACK] = "○", [TASK_OVERDUE] = "■", [TASK_RECURRING] = "◊", [TASK_NOT_DUE] = "–", [TASK_UNKNOWN] = "?"};

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
	int tenths;

	if (t->progress < 0 || t->progress > 1e6)
		return t->progress_words;
	tenths = (int)(t->progress * 10 + 0.5);
	return tenths % 10 != 0 ? arena_printf(a, "%d,%d%%", tenths / 10, tenths % 10) : arena_printf(a, "%d%%", tenths / 10);
}

/* A deadline that is a day alone stands as texts write it, whatever the format of its cell; any other in its own words. */
static const char *deadline(struct figs *f, const struct deadline *d)
{
	struct date day;

	return d->words != NULL && viet_date(d->words, &day) && day.day != 0 ? figure_date(f->a, day) : d->words;
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
	put_text(f, d, K_DUE, deadline(f, &t->due));
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
	for (int k = 0; k < TASK_KEYS; k++)
		f->keys[k] = (struct value_key){ key_names[k].name, key_names[k].fold, value_hash(key_names[k].fold) };
	for (size_t i = 0; i < f->n; i++)
		put_task(f, &f->tasks[i]);
}
