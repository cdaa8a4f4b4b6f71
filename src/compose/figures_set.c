/* Counts, rates and lists of a set of tasks. */
#include "compose/figures_in.h"

#include <stdlib.h>
#include <string.h>

#include "base/viet.h"

#define OF(s) (1u << (s))
#define DONE (OF(TASK_DONE_IN_TIME) | OF(TASK_DONE_LATE))
#define ALL (OF(TASK_STATES) - 1)

static const struct subset { const char *list, *count, *rate; unsigned states; } subsets[] = {
	{ "nhiệm vụ", "tổng số", NULL, ALL }, { "hoàn thành", "số hoàn thành", "tỷ lệ hoàn thành", DONE },
	{ "hoàn thành đúng hạn", "số hoàn thành đúng hạn", "tỷ lệ hoàn thành đúng hạn", OF(TASK_DONE_IN_TIME) },
	{ "hoàn thành quá hạn", "số hoàn thành quá hạn", "tỷ lệ hoàn thành quá hạn", OF(TASK_DONE_LATE) },
	{ "chưa hoàn thành", "số chưa hoàn thành", "tỷ lệ chưa hoàn thành", ALL & ~DONE },
	{ "trong hạn", "số trong hạn", "tỷ lệ trong hạn", OF(TASK_ON_TRACK) }, { "quá hạn", "số quá hạn", "tỷ lệ quá hạn", OF(TASK_OVERDUE) },
	{ "thường xuyên", "số thường xuyên", "tỷ lệ thường xuyên", OF(TASK_RECURRING) },
	{ "chưa đến kỳ", "số chưa đến kỳ", "tỷ lệ chưa đến kỳ", OF(TASK_NOT_DUE) },
	{ "không xác định", "số không xác định", "tỷ lệ không xác định", OF(TASK_UNKNOWN) }};
enum { SUBSETS = sizeof subsets / sizeof *subsets };

static bool due_next(const struct figs *f, const struct judged *d);
static bool has_trouble(const struct figs *f, const struct judged *d);
static bool has_proposal(const struct figs *f, const struct judged *d);
static const struct chosen { const char *list, *count; bool (*is)(const struct figs *f, const struct judged *d); } chosen[] = {
	{ "đến hạn kỳ sau", "số đến hạn kỳ sau", due_next }, { "có khó khăn", "số có khó khăn", has_trouble }, { "có kiến nghị", "số có kiến nghị", has_proposal }};
enum { CHOSEN = sizeof chosen / sizeof *chosen };

/* Places of the keys that every set has, in f->set_keys: three a subset, the other numbers, two a chosen list. */
enum { K_LEFT = 3 * SUBSETS, K_OTHER, K_DUE, K_PUNCTUAL, K_CHOSEN, K_SETS = K_CHOSEN + 2 * CHOSEN };

static struct value_key key_of(struct figs *f, const char *name)
{
	struct value_key k = { name, name != NULL ? viet_fold(f->a, name) : "", 0 };

	k.hash = value_hash(k.fold);
	return k;
}

void figures_set_keys(struct figs *f)
{
	static const char *const others[] = { "số còn thời gian", "số khác", "số đến hạn", "tỷ lệ đúng hạn" };
	struct value_key *k = ARENA_ARRAY(f->a, struct value_key, K_SETS);

	f->set_keys = k;
	for (int i = 0; i < SUBSETS; i++) {
		*k++ = key_of(f, subsets[i].list);
		*k++ = key_of(f, subsets[i].count);
		*k++ = key_of(f, subsets[i].rate);
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		*k++ = key_of(f, others[i]);
	for (int i = 0; i < CHOSEN; i++) {
		*k++ = key_of(f, chosen[i].list);
		*k++ = key_of(f, chosen[i].count);
	}
}

static void put(struct figs *f, struct value *into, int key, struct value *v)
{
	value_put_new(f->a, into, &f->set_keys[key], v);
}

void figures_counted(struct judged *const *v, size_t n, struct counts *c)
{
	size_t left = 1000, rest[TASK_STATES] = { 0 };

	*c = (struct counts){ .total = n };
	for (size_t i = 0; i < n; i++)
		c->n[v[i]->j.state]++;
	if (n == 0)
		return;
	/* the largest remainders are rounded up, the first of equal ones: the parts are 100 % together */
	for (int s = 0; s < TASK_STATES; s++) {
		c->rate[s] = (int)(c->n[s] * 1000 / n);
		rest[s] = c->n[s] * 1000 % n;
		left -= (size_t)c->rate[s];
	}
	for (; left > 0; left--) {
		int best = 0;

		for (int s = 1; s < TASK_STATES; s++)
			if (rest[s] > rest[best])
				best = s;
		c->rate[best]++;
		rest[best] = 0;
	}
}

static size_t count_of(const struct counts *c, unsigned states)
{
	size_t n = 0;

	for (int s = 0; s < TASK_STATES; s++)
		if (states & OF(s))
			n += c->n[s];
	return n;
}

static int rate_of(const struct counts *c, unsigned states)
{
	int n = 0;

	for (int s = 0; s < TASK_STATES; s++)
		if (states & OF(s))
			n += c->rate[s];
	return n;
}

static void put_rate(struct figs *f, struct value *into, int key, int tenths)
{
	put(f, into, key, value_number(f->a, tenths / 10.0, figure_rate(f->a, tenths)));
}

/* Of the tasks that had to be done by now, those done in time, in tenths of a percent. */
static int punctual(const struct counts *c)
{
	size_t due = count_of(c, DONE | OF(TASK_OVERDUE));

	return due > 0 ? (int)((c->n[TASK_DONE_IN_TIME] * 2000 + due) / (2 * due)) : 0;
}

void figures_numbers(struct figs *f, struct value *into, const struct counts *c)
{
	for (int i = 0; i < SUBSETS; i++) {
		put(f, into, 3 * i + 1, figure_count(f->a, count_of(c, subsets[i].states)));
		if (subsets[i].rate != NULL)
			put_rate(f, into, 3 * i + 2, rate_of(c, subsets[i].states));
	}
	put(f, into, K_LEFT, figure_count(f->a, count_of(c, ALL & ~DONE & ~OF(TASK_OVERDUE))));
	put(f, into, K_OTHER, figure_count(f->a, count_of(c, OF(TASK_RECURRING) | OF(TASK_NOT_DUE) | OF(TASK_UNKNOWN))));
	put(f, into, K_DUE, figure_count(f->a, count_of(c, DONE | OF(TASK_OVERDUE))));
	put_rate(f, into, K_PUNCTUAL, punctual(c));
}

static bool due_next(const struct figs *f, const struct judged *d)
{
	return d->t->due.to.year != 0 && (d->j.state == TASK_ON_TRACK || d->j.state == TASK_NOT_DUE) && viet_date_cmp(d->t->due.to, f->next_from) >= 0 &&
		viet_date_cmp(d->t->due.to, f->next_to) <= 0;
}

static bool has_trouble(const struct figs *f, const struct judged *d)
{
	(void)f;
	return d->t->trouble != NULL && *d->t->trouble != '\0';
}

static bool has_proposal(const struct figs *f, const struct judged *d)
{
	(void)f;
	return d->t->proposal != NULL && *d->t->proposal != '\0';
}

void figures_set(struct figs *f, struct value *into, struct judged *const *v, size_t n)
{
	struct counts c;

	figures_counted(v, n, &c);
	figures_numbers(f, into, &c);
	for (int k = 0; k < SUBSETS; k++) {
		struct value *list = value_list(f->a);

		for (size_t i = 0; i < n; i++)
			if (subsets[k].states & OF(v[i]->j.state))
				value_add(f->a, list, v[i]->map);
		put(f, into, 3 * k, list);
	}
	for (int k = 0; k < CHOSEN; k++) {
		struct value *list = value_list(f->a);

		for (size_t i = 0; i < n; i++)
			if (chosen[k].is(f, v[i]))
				value_add(f->a, list, v[i]->map);
		put(f, into, K_CHOSEN + 2 * k, list);
		put(f, into, K_CHOSEN + 2 * k + 1, figure_count(f->a, list->n));
	}
}

/* ---- change ---- */

static struct value *change(struct figs *f, long by, bool rate)
{
	const char *way = by > 0 ? "tăng" : "giảm";
	size_t n = (size_t)labs(by);

	if (by == 0)
		return value_text(f->a, "không thay đổi");
	if (rate)
		return value_text(f->a, arena_printf(f->a, n % 10 != 0 ? "%s %zu,%zu điểm %%" : "%s %zu điểm %%", way, n / 10, n % 10));
	return value_text(f->a, arena_printf(f->a, "%s %s nhiệm vụ", way, figure_number(f->a, n)));
}

void figures_change(struct figs *f, struct value *into, const struct counts *now, const struct counts *before)
{
	static const struct { const char *name; unsigned states; int rate; } v[] = {{ "so sánh tổng số", ALL, 0 }, { "so sánh hoàn thành", DONE, 0 },
		{ "so sánh hoàn thành đúng hạn", OF(TASK_DONE_IN_TIME), 0 }, { "so sánh quá hạn", OF(TASK_OVERDUE), 0 }, { "so sánh tỷ lệ hoàn thành", DONE, 1 },
		{ "so sánh tỷ lệ quá hạn", OF(TASK_OVERDUE), 1 }, { "so sánh tỷ lệ đúng hạn", 0, 2 }};

	for (size_t i = 0; i < sizeof v / sizeof *v; i++) {
		struct value *s = f->none;

		if (before != NULL && v[i].rate == 0)
			s = change(f, (long)count_of(now, v[i].states) - (long)count_of(before, v[i].states), false);
		else if (before != NULL && v[i].rate == 1)
			s = change(f, rate_of(now, v[i].states) - rate_of(before, v[i].states), true);
		else if (before != NULL)
			s = change(f, punctual(now) - punctual(before), true);
		value_put(f->a, into, v[i].name, s);
	}
}
