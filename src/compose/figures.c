/* The figures of a report: its period, its body, its tasks. */
#include "compose/figures_in.h"

#include <string.h>

#include "base/viet.h"

void figure_put(struct figs *f, struct value *m, const char *name, const char *fold, const char *s)
{
	struct value_key k = { name, fold, value_hash(fold) };

	value_put_new(f->a, m, &k, s != NULL && *s != '\0' ? value_text(f->a, s) : f->none);
}

/* ---- the period ---- */

struct period { int quarter, year; };

static struct period step(struct period p, int by)
{
	p.quarter += by;
	if (p.quarter < 1 || p.quarter > 4) {
		p.year += by;
		p.quarter = p.quarter < 1 ? 4 : 1;
	}
	return p;
}

static struct date first_day(struct period p)
{
	return (struct date){ 1, 3 * p.quarter - 2, p.year };
}

static struct date last_day(struct period p)
{
	return date_month_end(p.year, 3 * p.quarter);
}

static const char *period_text(struct arena *a, struct period p, const char *fmt)
{
	char roman[16];

	viet_roman(p.quarter, roman);
	return arena_printf(a, fmt, roman, p.year);
}

static void put_period(struct figs *f, struct value *into, struct period now)
{
	static const char words[] = "quý %s năm %d", brief[] = "quý %s/%d", capitals[] = "QUÝ %s NĂM %d";
	struct period before = step(now, -1), next = step(now, 1);
	char roman[16];

	viet_roman(now.quarter, roman);
	value_put(f->a, into, "quý", value_number(f->a, now.quarter, arena_printf(f->a, "%d", now.quarter)));
	figure_put(f, into, "quý La Mã", "quylama", arena_strdup(f->a, roman));
	figure_put(f, into, "năm", "nam", arena_printf(f->a, "%d", now.year));
	figure_put(f, into, "kỳ báo cáo", "kybaocao", period_text(f->a, now, words));
	figure_put(f, into, "kỳ báo cáo viết gọn", "kybaocaovietgon", period_text(f->a, now, brief));
	figure_put(f, into, "kỳ báo cáo viết hoa", "kybaocaoviethoa", period_text(f->a, now, capitals));
	figure_put(f, into, "kỳ sau viết hoa", "kysauviethoa", period_text(f->a, next, capitals));
	figure_put(f, into, "kỳ trước", "kytruoc", period_text(f->a, before, words));
	figure_put(f, into, "kỳ sau", "kysau", period_text(f->a, next, words));
	figure_put(f, into, "kỳ sau viết gọn", "kysauvietgon", period_text(f->a, next, brief));
	figure_put(f, into, "ngày đầu kỳ", "ngaydauky", figure_date(f->a, first_day(now)));
	figure_put(f, into, "ngày cuối kỳ", "ngaycuoiky", figure_date(f->a, last_day(now)));
	figure_put(f, into, "ngày đầu kỳ sau", "ngaydaukysau", figure_date(f->a, first_day(next)));
	figure_put(f, into, "ngày cuối kỳ sau", "ngaycuoikysau", figure_date(f->a, last_day(next)));
	f->next_from = first_day(next);
	f->next_to = last_day(next);
}

static void put_days(struct figs *f, struct value *into)
{
	const struct report_view *v = f->v;

	figure_put(f, into, "ngày báo cáo", "ngaybaocao", v->has_date ? figure_date(f->a, v->at) : NULL);
	figure_put(f, into, "ngày chốt", "ngaychot", figure_date(f->a, v->at));
	figure_put(f, into, "ngày chốt bằng lời", "ngaychotbangloi", arena_printf(f->a, "ngày %02d tháng %02d năm %d", v->at.day, v->at.month, v->at.year));
}

/* ---- the body ---- */

void figures_body(struct figs *f, struct value *into, const struct reg_agency *g, const char *name)
{
	const char *whole = g != NULL && g->name != NULL ? g->name : name;

	figure_put(f, into, "tên", "ten", whole);
	figure_put(f, into, "tên ngắn", "tenngan", g != NULL && g->brief != NULL ? g->brief : whole);
	figure_put(f, into, "viết tắt", "viettat", g != NULL ? g->abbr : NULL);
	figure_put(f, into, "cơ quan chủ quản", "coquanchuquan", g != NULL ? g->parent : NULL);
	figure_put(f, into, "nhóm cơ quan", "nhomcoquan", g != NULL ? g->group : NULL);
	figure_put(f, into, "địa danh", "diadanh", g != NULL ? g->place : NULL);
	figure_put(f, into, "người ký", "nguoiky", g != NULL ? g->head : NULL);
	figure_put(f, into, "chức vụ", "chucvu", g != NULL ? g->title : NULL);
	for (size_t i = 0; g != NULL && g->at.sheet != NULL && i < g->at.sheet->n_cols; i++) {
		const struct reg_column *c = &g->at.sheet->cols[i];

		if (c->field < 0 && c->fold != NULL && value_get(into, c->fold) == NULL)
			figure_put(f, into, c->title, c->fold, reg_extra(g->extra, g->n_extra, c->fold));
	}
}

/* ---- the quarter before ---- */

static void judge(struct figs *f, const struct reg_task *const *v, size_t n, struct date at, struct counts *c)
{
	struct judged *d = ARENA_ARRAY(f->a, struct judged, n);
	struct judged **p = ARENA_ARRAY(f->a, struct judged *, n);

	for (size_t i = 0; i < n; i++) {
		d[i] = (struct judged){ v[i], task_judge(v[i], at), NULL };
		p[i] = &d[i];
	}
	figures_counted(p, n, c);
}

/* The register's own history tells how things stood at an earlier day if every task says when it was given, and every one that is
 * done when that was. */
static bool by_history(struct figs *f, struct date at, struct counts *c)
{
	const struct reg_task **v = ARENA_ARRAY(f->a, const struct reg_task *, f->n);
	size_t n = 0;

	for (size_t i = 0; i < f->n; i++) {
		const struct judged *d = &f->tasks[i];
		bool done = d->j.state == TASK_DONE_IN_TIME || d->j.state == TASK_DONE_LATE;

		if (d->t->assigned.year == 0 || d->t->assigned.day == 0 || (done && d->t->done.year == 0))
			return false;
		if (viet_date_cmp(d->t->assigned, at) <= 0)
			v[n++] = d->t;
	}
	judge(f, v, n, at, c);
	return n > 0;
}

static void put_before(struct figs *f, struct value *into, struct period now, const struct counts *c)
{
	struct date at = last_day(step(now, -1));
	struct value *before = value_map(f->a);
	struct counts then = { .total = 0 };
	bool known = true;

	if (f->v->has_before)
		judge(f, f->v->before, f->v->n_before, at, &then);
	else
		known = by_history(f, at, &then);
	figures_numbers(f, before, &then);
	value_put(f->a, into, "trước", before);
	value_put(f->a, into, "có kỳ trước", value_bool(f->a, known));
	figures_change(f, into, c, known ? &then : NULL);
}

/* ---- all of it ---- */

void figures(struct arena *a, const struct report_view *v, struct value *into)
{
	struct figs f = { .a = a, .v = v, .n = v->n_tasks };
	struct period now = { v->quarter, v->year };
	struct judged **p = ARENA_ARRAY(a, struct judged *, v->n_tasks);
	struct value *body = value_map(a);
	struct counts c;

	if (now.quarter == 0)
		now = (struct period){ (v->at.month + 2) / 3, v->at.year };
	f.tasks = ARENA_ARRAY(a, struct judged, v->n_tasks);
	for (size_t i = 0; i < v->n_tasks; i++) {
		f.tasks[i] = (struct judged){ v->tasks[i], task_judge(v->tasks[i], v->at), NULL };
		p[i] = &f.tasks[i];
	}
	figures_tasks(&f);
	figures_set_keys(&f);
	put_period(&f, into, now);
	put_days(&f, into);
	figures_body(&f, body, v->agency == NULL && v->key != NULL ? figures_agency(&f, v->key) : v->agency, v->key);
	value_put(a, into, "cơ quan", body);
	figure_put(&f, into, "khóa", "khoa", v->key);
	figures_set(&f, into, p, v->n_tasks);
	figures_counted(p, v->n_tasks, &c);
	put_before(&f, into, now, &c);
	figures_groups(&f, into);
}
