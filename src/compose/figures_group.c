/* Sets of tasks by leading body, directive and field. */
#include "compose/figures_in.h"

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

/* Agencies by name, short name and abbreviation; the whole names come first. */
static struct index agencies(struct figs *f)
{
	const struct report_view *v = f->v;
	struct index x = new_index(f->a, 3 * v->n_agencies);

	for (size_t i = 0; i < v->n_agencies; i++)
		name(&x, f->a, v->agencies[i].name, i);
	for (size_t i = 0; i < v->n_agencies; i++) {
		name(&x, f->a, v->agencies[i].brief, i);
		name(&x, f->a, v->agencies[i].abbr, i);
	}
	return x;
}

const struct reg_agency *figures_agency(struct figs *f, const char *s)
{
	struct index x = agencies(f);
	const struct slot *p = slot_of(&x, viet_fold(f->a, s));

	return p->fold != NULL ? &f->v->agencies[p->number] : NULL;
}

/* ---- groups ---- */

struct group { const char *name; const struct reg_agency *body; const struct reg_directive *directive; struct judged **v; size_t n, cap; };
struct grouping { struct group *v; size_t n, cap; };

static struct group *group_of(struct figs *f, struct grouping *g, struct index *x, const char *s)
{
	struct slot *p = slot_of(x, viet_fold(f->a, s));
	struct group fresh = { .name = s };

	if (p->fold == NULL) {
		*p = (struct slot){ viet_fold(f->a, s), g->n };
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
		value_put(f->a, m, "tên", value_text(f->a, g->name));
	figures_set(f, m, g->v, g->n);
	value_add(f->a, list, m);
}

/* Texts such as "Sở A\nSở B" stand on one line in a table's first column. */
static const char *text_of(const char *s, const char *instead)
{
	return s != NULL && *s != '\0' ? s : instead;
}

/* Bodies in the order of the register's agencies, then those it does not list as they come. */
static void by_body(struct figs *f, struct value *into)
{
	struct index known = agencies(f), x = new_index(f->a, f->n);
	struct grouping of = { NULL, 0, 0 }, others = { NULL, 0, 0 };
	struct value *list = value_list(f->a);

	of.n = of.cap = f->v->n_agencies;
	of.v = ARENA_ARRAY(f->a, struct group, of.n);
	for (size_t i = 0; i < f->n; i++) {
		struct judged *d = &f->tasks[i];
		const char *lead = text_of(d->t->lead, "Chưa giao cơ quan chủ trì");
		const struct slot *p = slot_of(&known, viet_fold(f->a, lead));
		struct group *g = p->fold != NULL ? &of.v[p->number] : group_of(f, &others, &x, lead);

		if (p->fold != NULL) {
			g->body = &f->v->agencies[p->number];
			g->name = g->body->name;
		}
		ARENA_PUSH(f->a, g->v, g->n, g->cap, d);
	}
	for (size_t i = 0; i < of.n; i++)
		if (of.v[i].n > 0)
			put_group(f, list, &of.v[i], true);
	for (size_t i = 0; i < others.n; i++)
		put_group(f, list, &others.v[i], true);
	value_put(f->a, into, "theo cơ quan", list);
	value_put(f->a, into, "số cơ quan", figure_count(f->a, list->n));
}

static void by_field(struct figs *f, struct value *into)
{
	struct index x = new_index(f->a, f->n + 1);
	struct grouping of = { NULL, 0, 0 };
	struct value *list = value_list(f->a);

	for (size_t i = 0; i < f->n; i++) {
		struct judged *d = &f->tasks[i];
		struct group *g = group_of(f, &of, &x, text_of(d->t->area, text_of(d->t->group, "Lĩnh vực khác")));

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

	value_put(f->a, m, "tên", value_text(f->a, d != NULL ? cite_short(&c, d) : g->name));
	value_put(f->a, m, "tên đầy đủ", value_text(f->a, d != NULL ? cite_full(&c, d, false) : g->name));
	value_put(f->a, m, "số ký hiệu", value_text(f->a, d != NULL ? d->code : g->name));
	value_put(f->a, m, "loại", value_text(f->a, d != NULL ? cite_kind(d) : NULL));
	value_put(f->a, m, "ngày ban hành", value_text(f->a, d != NULL ? figure_date(f->a, d->date) : NULL));
	value_put(f->a, m, "cơ quan ban hành", value_text(f->a, d != NULL ? d->issuer : NULL));
	value_put(f->a, m, "trích yếu", value_text(f->a, d != NULL ? d->subject : NULL));
	value_put(f->a, m, "viết tắt", value_text(f->a, d != NULL ? d->brief : NULL));
}

/* A directive is known by its number, by kind and number, by its short name. */
static struct index directives(struct figs *f)
{
	const struct report_view *v = f->v;
	struct index x = new_index(f->a, 3 * v->n_directives);
	struct ctx c = { .a = f->a };

	for (size_t i = 0; i < v->n_directives; i++)
		name(&x, f->a, v->directives[i].d.code, i);
	for (size_t i = 0; i < v->n_directives; i++) {
		name(&x, f->a, cite_short(&c, &v->directives[i].d), i);
		name(&x, f->a, v->directives[i].d.brief, i);
	}
	return x;
}

/* The listed directive that a cell names: the whole of it, or a listed number that stands in it as a word. */
static const struct reg_directive *directive_of(struct figs *f, struct index *known, const char *s)
{
	const struct slot *p = slot_of(known, viet_fold(f->a, s));
	const char *word;

	if (p->fold != NULL)
		return &f->v->directives[p->number];
	for (word = s; *word != '\0';) {
		size_t n = strcspn(word, " ,;\n");

		if (n > 3 && memchr(word, '/', n) != NULL) {
			p = slot_of(known, viet_fold(f->a, arena_strndup(f->a, word, n)));
			if (p->fold != NULL)
				return &f->v->directives[p->number];
		}
		word += n + strspn(word + n, " ,;\n");
	}
	return NULL;
}

static void by_directive(struct figs *f, struct value *into)
{
	struct index known = directives(f), x = new_index(f->a, f->n + 1);
	struct grouping of = { NULL, 0, 0 };
	struct value *list = value_list(f->a);

	for (size_t i = 0; i < f->n; i++) {
		struct judged *d = &f->tasks[i];
		const char *s = text_of(d->t->directive, "Văn bản khác");
		const struct reg_directive *r = directive_of(f, &known, s);
		struct group *g = group_of(f, &of, &x, r != NULL && r->d.code != NULL ? r->d.code : s);

		g->directive = r;
		ARENA_PUSH(f->a, g->v, g->n, g->cap, d);
	}
	for (size_t i = 0; i < of.n; i++) {
		struct value *m = value_map(f->a);

		put_directive(f, m, &of.v[i]);
		figures_set(f, m, of.v[i].v, of.v[i].n);
		value_add(f->a, list, m);
	}
	value_put(f->a, into, "theo văn bản", list);
	value_put(f->a, into, "số văn bản", figure_count(f->a, list->n));
}

void figures_groups(struct figs *f, struct value *into)
{
	by_body(f, into);
	by_field(f, into);
	by_directive(f, into);
}
