/* Sets of tasks by leading body, directive and field. */
#include "compose/figures_in.h"

#include <stdlib.h>
#include <string.h>

#include "base/viet.h"
#include "compose/cite.h"

/* ---- names to numbers ---- */

struct slot { const char *fold; size_t number; };
struct index { struct slot *v; size_t n_slots; };

static struct index new_index(struct arena *a, size_t most)
{
	struct index x = { NULL, 16 };

	while (x.n_slots < 2 * most)
		x.n_slots *= 2;
	x.v = ARENA_ARRAY(a, struct slot, x.n_slots);
	return x;
}

/* The slot of a name, empty (fold NULL) if it is new. */
static struct slot *slot_of(struct index *x, const char *fold)
{
	size_t i = value_hash(fold) & (x->n_slots - 1);

	while (x->v[i].fold != NULL && strcmp(x->v[i].fold, fold) != 0)
		i = (i + 1) & (x->n_slots - 1);
	return &x->v[i];
}

static void name(struct index *x, struct arena *a, const char *s, size_t number)
{
	const char *fold = s != NULL ? viet_fold(a, s) : "";
	struct slot *p = *fold != '\0' ? slot_of(x, fold) : NULL;

	if (p != NULL && p->fold == NULL)
		*p = (struct slot){ fold, number };
}

static bool same(struct figs *f, const char *fold, const char *s)
{
	return s != NULL && strcmp(viet_fold(f->a, s), fold) == 0;
}

static bool typed(const char *a, const char *b)
{
	return a != NULL && strcmp(a, b) == 0;
}

/* Agencies by name, short name and abbreviation; the whole names come first. Made when the first is asked for that is not typed as
 * the register has it: most reports are about one of thousands. */
static struct index *agencies(struct figs *f)
{
	const struct report_view *v = f->v;

	if (f->agencies != NULL)
		return f->agencies;
	f->agencies = ARENA_NEW(f->a, struct index);
	*f->agencies = new_index(f->a, 3 * v->n_agencies);
	for (size_t i = 0; i < v->n_agencies; i++)
		name(f->agencies, f->a, v->agencies[i].name, i);
	for (size_t i = 0; i < v->n_agencies; i++) {
		name(f->agencies, f->a, v->agencies[i].brief, i);
		name(f->agencies, f->a, v->agencies[i].abbr, i);
	}
	return f->agencies;
}

const struct reg_agency *figures_agency(struct figs *f, const char *s)
{
	const struct report_view *v = f->v;
	const struct reg_agency *own = v->agency;
	const char *fold = viet_fold(f->a, s);

	if (own != NULL && (same(f, fold, own->name) || same(f, fold, own->brief) || same(f, fold, own->abbr)))
		return own;
	for (size_t i = 0; i < v->n_agencies; i++)
		if (typed(v->agencies[i].name, s))
			return &v->agencies[i];
	const struct slot *p = slot_of(agencies(f), fold);

	return p->fold != NULL ? &v->agencies[p->number] : NULL;
}

/* ---- groups ---- */

enum { CHARTED = 20 /* bodies of a chart that a page holds */ };

/* The bodies with the most tasks, in the order of the list; of equal ones the first. */
static void put_charted(struct figs *f, struct value *into, const struct value *all, const size_t *sizes)
{
	struct value *list = value_list(f->a);
	size_t least = 0, room = 0;

	if (all->n > CHARTED) { /* the size of which some have to stay outside, and how many of that size come in */
		for (size_t i = 0; i < all->n; i++)
			least = sizes[i] > least ? sizes[i] : least;
		for (;; least--) {
			size_t larger = 0, equal = 0;

			for (size_t i = 0; i < all->n; i++) {
				larger += sizes[i] > least;
				equal += sizes[i] == least;
			}
			if (larger + equal >= CHARTED) {
				room = CHARTED - larger;
				break;
			}
		}
	}
	for (size_t i = 0; i < all->n; i++) {
		bool in = all->n <= CHARTED || sizes[i] > least || (sizes[i] == least && room > 0);

		if (all->n > CHARTED && sizes[i] == least && room > 0)
			room--;
		if (in)
			value_add(f->a, list, all->items[i].value);
	}
	value_put(f->a, into, "cơ quan trong biểu đồ", list);
	value_put(f->a, into, "số cơ quan trong biểu đồ", figure_count(f->a, list->n));
	value_put(f->a, into, "có cơ quan ngoài biểu đồ", value_bool(f->a, list->n < all->n));
}

struct group { const char *name; size_t order; const struct reg_agency *body; const struct reg_directive *directive; struct judged **v; size_t n, cap; };
struct grouping { struct group *v; size_t n, cap; };

/* The wordings of a column met last: most rows repeat one of them letter by letter. */
enum { WORDINGS = 32 };
struct wordings { const char *typed[WORDINGS]; size_t group[WORDINGS], n; };

static bool met(const struct wordings *w, const char *s, size_t *group)
{
	size_t last = w->n < WORDINGS ? w->n : WORDINGS;

	for (size_t i = 0; i < last; i++)
		if (strcmp(w->typed[i], s) == 0) {
			*group = w->group[i];
			return true;
		}
	return false;
}

static void note(struct wordings *w, const char *s, size_t group)
{
	w->typed[w->n % WORDINGS] = s;
	w->group[w->n++ % WORDINGS] = group;
}

static struct group *group_of(struct figs *f, struct grouping *g, struct index *x, const char *s)
{
	const char *fold = viet_fold(f->a, s);
	struct slot *p = slot_of(x, fold);
	struct group fresh = { .name = s, .order = g->n };

	if (p->fold == NULL) {
		*p = (struct slot){ fold, g->n };
		ARENA_PUSH(f->a, g->v, g->n, g->cap, fresh);
	}
	return &g->v[p->number];
}

static void put_group(struct figs *f, struct value *list, const struct group *g, bool body)
{
	struct value *m = value_map(f->a);

	if (body)
		figures_body(f, m, g->body, g->name);
	else
		figure_put(f, m, "tên", "ten", g->name);
	figures_set(f, m, g->v, g->n);
	value_add(f->a, list, m);
}

/* Texts such as "Sở A\nSở B" stand on one line in a table's first column. */
static const char *text_of(const char *s, const char *instead)
{
	return s != NULL && *s != '\0' ? s : instead;
}

static bool has_overdue(const struct group *g)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->v[i]->j.state == TASK_OVERDUE)
			return true;
	return false;
}

static int by_order(const void *x, const void *y)
{
	const struct group *a = x, *b = y;
	bool listed = a->body != NULL, other = b->body != NULL;

	if (listed != other)
		return listed ? -1 : 1;
	if (listed && a->body != b->body)
		return a->body < b->body ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

/* Bodies in the order of the register's agencies, then those it does not list as they come. */
static void by_body(struct figs *f, struct value *into)
{
	struct index x = new_index(f->a, 2 * f->n);
	struct grouping of = { NULL, 0, 0 };
	struct value *list = value_list(f->a), *late = value_list(f->a);
	struct wordings w = { .n = 0 };
	size_t *sizes;

	for (size_t i = 0; i < f->n; i++) {
		struct judged *d = &f->tasks[i];
		const char *lead = text_of(d->t->lead, "Chưa giao cơ quan chủ trì");
		struct group *g;
		size_t at;

		if (!met(&w, lead, &at)) { /* perhaps another wording of a body that is here already */
			const struct reg_agency *body = figures_agency(f, lead);

			g = group_of(f, &of, &x, body != NULL ? body->name : lead);
			g->body = body;
			at = (size_t)(g - of.v);
			note(&w, lead, at);
		}
		g = &of.v[at];
		ARENA_PUSH(f->a, g->v, g->n, g->cap, d);
	}
	if (of.n > 1)
		qsort(of.v, of.n, sizeof *of.v, by_order);
	sizes = ARENA_ARRAY(f->a, size_t, of.n);
	for (size_t i = 0; i < of.n; i++) {
		sizes[i] = of.v[i].n;
		put_group(f, list, &of.v[i], true);
		if (has_overdue(&of.v[i]))
			value_add(f->a, late, list->items[i].value);
	}
	put_charted(f, into, list, sizes);
	value_put(f->a, into, "theo cơ quan", list);
	value_put(f->a, into, "số cơ quan", figure_count(f->a, list->n));
	value_put(f->a, into, "cơ quan còn quá hạn", late);
	value_put(f->a, into, "số cơ quan còn quá hạn", figure_count(f->a, late->n));
}

static void by_field(struct figs *f, struct value *into)
{
	struct index x = new_index(f->a, f->n + 1);
	struct grouping of = { NULL, 0, 0 };
	struct value *list = value_list(f->a);
	struct wordings w = { .n = 0 };

	for (size_t i = 0; i < f->n; i++) {
		struct judged *d = &f->tasks[i];
		const char *s = text_of(d->t->area, text_of(d->t->group, "Lĩnh vực khác"));
		struct group *g;
		size_t at;

		if (!met(&w, s, &at)) {
			at = (size_t)(group_of(f, &of, &x, s) - of.v);
			note(&w, s, at);
		}
		g = &of.v[at];
		ARENA_PUSH(f->a, g->v, g->n, g->cap, d);
	}
	for (size_t i = 0; i < of.n; i++)
		put_group(f, list, &of.v[i], false);
	value_put(f->a, into, "theo lĩnh vực", list);
	value_put(f->a, into, "số lĩnh vực", figure_count(f->a, list->n));
}

/* ---- directives ---- */

static void put_directive(struct figs *f, struct value *m, const struct group *g)
{
	const struct directive *d = g->directive != NULL ? &g->directive->d : NULL;
	struct ctx c = { .a = f->a };

	figure_put(f, m, "tên", "ten", d != NULL ? cite_short(&c, d) : g->name);
	figure_put(f, m, "tên đầy đủ", "tendaydu", d != NULL ? cite_full(&c, d, false) : g->name);
	figure_put(f, m, "số ký hiệu", "sokyhieu", d != NULL ? d->code : g->name);
	figure_put(f, m, "loại", "loai", d != NULL ? cite_kind(d) : NULL);
	figure_put(f, m, "ngày ban hành", "ngaybanhanh", d != NULL ? figure_date(f->a, d->date) : NULL);
	figure_put(f, m, "cơ quan ban hành", "coquanbanhanh", d != NULL ? d->issuer : NULL);
	figure_put(f, m, "trích yếu", "trichyeu", d != NULL ? d->subject : NULL);
	figure_put(f, m, "viết tắt", "viettat", d != NULL ? d->brief : NULL);
}

/* A directive is known by its number, by kind and number, by its short name. */
static struct index *directives(struct figs *f)
{
	const struct report_view *v = f->v;
	struct ctx c = { .a = f->a };

	if (f->directives != NULL)
		return f->directives;
	f->directives = ARENA_NEW(f->a, struct index);
	*f->directives = new_index(f->a, 3 * v->n_directives);
	for (size_t i = 0; i < v->n_directives; i++)
		name(f->directives, f->a, v->directives[i].d.code, i);
	for (size_t i = 0; i < v->n_directives; i++) {
		name(f->directives, f->a, cite_short(&c, &v->directives[i].d), i);
		name(f->directives, f->a, v->directives[i].d.brief, i);
	}
	return f->directives;
}

/* The listed directive of a number typed as the register has it, n bytes. */
static const struct reg_directive *directive_typed(struct figs *f, const char *code, size_t n)
{
	for (size_t i = 0; i < f->v->n_directives; i++) {
		const char *s = f->v->directives[i].d.code;

		if (s != NULL && strncmp(s, code, n) == 0 && s[n] == '\0')
			return &f->v->directives[i];
	}
	return NULL;
}

/* The listed directive that a cell names: by a number that stands in it as a word, or by the whole of it. */
static const struct reg_directive *directive_of(struct figs *f, const char *s)
{
	const struct slot *p;

	for (const char *word = s; *word != '\0';) {
		size_t n = strcspn(word, " ,;\n");
		const struct reg_directive *d = n > 3 && memchr(word, '/', n) != NULL ? directive_typed(f, word, n) : NULL;

		if (d != NULL)
			return d;
		word += n + strspn(word + n, " ,;\n");
	}
	p = slot_of(directives(f), viet_fold(f->a, s));
	return p->fold != NULL ? &f->v->directives[p->number] : NULL;
}

static void by_directive(struct figs *f, struct value *into)
{
	static const char no_directive[] = "Văn bản khác";
	struct index x = new_index(f->a, 2 * f->n + 1);
	struct grouping of = { NULL, 0, 0 };
	struct wordings w = { .n = 0 };
	struct value *list = value_list(f->a), *named = value_list(f->a);

	for (size_t i = 0; i < f->n; i++) {
		struct judged *d = &f->tasks[i];
		const char *s = text_of(d->t->directive, no_directive);
		struct group *g;
		size_t at;

		if (!met(&w, s, &at)) {
			const struct reg_directive *r = directive_of(f, s);

			g = group_of(f, &of, &x, r != NULL && r->d.code != NULL ? r->d.code : s);
			g->directive = r;
			at = (size_t)(g - of.v);
			note(&w, s, at);
		}
		g = &of.v[at];
		ARENA_PUSH(f->a, g->v, g->n, g->cap, d);
	}
	for (size_t i = 0; i < of.n; i++) {
		struct value *m = value_map(f->a);

		put_directive(f, m, &of.v[i]);
		figures_set(f, m, of.v[i].v, of.v[i].n);
		value_add(f->a, list, m);
		if (of.v[i].name != no_directive)
			value_add(f->a, named, m);
	}
	value_put(f->a, into, "theo văn bản", list);
	value_put(f->a, into, "văn bản giao nhiệm vụ", named);
	value_put(f->a, into, "số văn bản", figure_count(f->a, named->n));
}

void figures_groups(struct figs *f, struct value *into)
{
	by_body(f, into);
	by_field(f, into);
	by_directive(f, into);
}
