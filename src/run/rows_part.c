/* Which row is in which document. */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "run/batch_msg.h"
#include "run/rows_inner.h"

enum { MOST_NAMED = 10, NEAR = 4 };
#define AMBIGUOUS (ROWS_NONE - 1)

/* ---- keys ---- */

const char *rows_fold(struct arena *a, const char *s)
{
	char *fold = utf8_lower(a, s), *to = fold;

	for (const char *p = fold, *end = fold + strlen(fold); p < end;) {
		const char *from = p;
		uint32_t c = utf8_next(&p, end);

		if (!utf8_is_space(c)) {
			memmove(to, from, (size_t)(p - from));
			to += p - from;
		} else if (to > fold && to[-1] != ' ') {
			*to++ = ' ';
		}
	}
	while (to > fold && to[-1] == ' ')
		to--;
	*to = '\0';
	return fold;
}

static size_t slot_of(const struct table *t, const char *fold)
{
	uint64_t h = 1469598103934665603u; /* FNV-1a */
	size_t i;

	for (const char *s = fold; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211u;
	for (i = (size_t)h & (t->n_slots - 1); t->slots[i] != ROWS_NONE && strcmp(t->keys[t->slots[i]].fold, fold) != 0;)
		i = (i + 1) & (t->n_slots - 1);
	return i;
}

static void grow(struct arena *a, struct table *t)
{
	t->n_slots = t->n_slots > 0 ? t->n_slots * 2 : 64;
	t->slots = ARENA_ARRAY(a, uint32_t, t->n_slots);
	memset(t->slots, 0xff, t->n_slots * sizeof *t->slots);
	for (size_t k = 0; k < t->n_keys; k++)
		t->slots[slot_of(t, t->keys[k].fold)] = (uint32_t)k;
}

struct row_key *table_find(const struct table *t, const char *fold)
{
	size_t i = t->n_slots > 0 ? slot_of(t, fold) : 0;

	return t->n_slots > 0 && t->slots[i] != ROWS_NONE ? &t->keys[t->slots[i]] : NULL;
}

/* Most rows have a key that is known: the text is folded aside first. */
struct row_key *table_key(struct arena *a, struct arena *aside, struct table *t, const char *text, size_t n, const struct reg_place *at)
{
	const char *fold = rows_fold(aside, arena_strndup(aside, text, n));
	struct row_key *known = table_find(t, fold);
	struct row_key k = {.head = ROWS_NONE, .tail = ROWS_NONE, .value = ROWS_NONE};

	if (known != NULL)
		return known;
	k.text = arena_strndup(a, text, n);
	k.fold = arena_strdup(a, fold);
	if (at != NULL)
		k.first = *at;
	if (2 * (t->n_keys + 1) > t->n_slots)
		grow(a, t);
	t->slots[slot_of(t, k.fold)] = (uint32_t)t->n_keys;
	ARENA_PUSH(a, t->keys, t->n_keys, t->cap_keys, k);
	return &t->keys[t->n_keys - 1];
}

void table_link(struct arena *a, struct table *t, struct row_key *k, uint32_t row)
{
	struct row_link link = {.row = row, .next = ROWS_NONE};

	ARENA_PUSH(a, t->links, t->n_links, t->cap_links, link);
	if (k->head == ROWS_NONE)
		k->head = (uint32_t)(t->n_links - 1);
	else
		t->links[k->tail].next = (uint32_t)(t->n_links - 1);
	k->tail = (uint32_t)(t->n_links - 1);
	k->n++;
}

static int by_number(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return (a > b) - (a < b);
}

uint32_t *table_rows(struct arena *a, const struct table *t, const uint32_t *keys, size_t n_keys, size_t *n)
{
	size_t most = 0, all = 0;
	uint32_t *v;

	for (size_t i = 0; i < n_keys; i++)
		most += t->keys[keys[i]].n;
	v = ARENA_ARRAY(a, uint32_t, most);
	for (size_t i = 0; i < n_keys; i++)
		for (uint32_t k = t->keys[keys[i]].head; k != ROWS_NONE; k = t->links[k].next)
			v[all++] = t->links[k].row;
	qsort(v, all, sizeof *v, by_number);
	*n = 0;
	for (size_t i = 0; i < all; i++)
		if (i == 0 || v[i] != v[i - 1])
			v[(*n)++] = v[i];
	return v;
}

/* ---- agencies ---- */

/* The names by which the agencies go: whole, short, abbreviated. Of the last two, those that several share stand for none. */
static void name_agency(struct rows *r, struct table *names, const char *name, size_t i, bool whole)
{
	struct row_key *k;

	if (name == NULL || *name == '\0')
		return;
	k = table_key(r->arena, r->arena, names, name, strlen(name), NULL);
	if (k->value == ROWS_NONE)
		k->value = (uint32_t)i;
	else if (k->value != i && (whole || k->n == 0))
		k->value = AMBIGUOUS;
	k->n = k->n || whole;
}

static struct table *agency_names(struct rows *r)
{
	struct table *names = ARENA_NEW(r->arena, struct table);

	for (size_t i = 0; i < r->n_agencies; i++)
		name_agency(r, names, r->agencies[i].name, i, true);
	for (size_t i = 0; i < r->n_agencies; i++) {
		name_agency(r, names, r->agencies[i].brief, i, false);
		name_agency(r, names, r->agencies[i].abbr, i, false);
	}
	return names;
}

struct found { uint32_t *v; size_t n, cap; bool ambiguous; };

static bool find_name(struct rows *r, const struct table *names, const char *s, size_t n, struct found *out)
{
	const struct row_key *k = table_find(names, rows_fold(r->arena, arena_strndup(r->arena, s, n)));

	out->ambiguous = out->ambiguous || (k != NULL && k->value == AMBIGUOUS);
	if (k == NULL || k->value >= AMBIGUOUS)
		return false;
	ARENA_PUSH(r->arena, out->v, out->n, out->cap, k->value);
	return true;
}

/* Agencies parted by commas, of which the names may have commas, too: the longest name first. */
static bool find_agencies(struct rows *r, const struct table *names, const char *s, struct found *out)
{
	for (size_t at = 0, len = strlen(s); at < len;) {
		size_t end = len;

		while (end > at && !find_name(r, names, s + at, end - at, out))
			do
				end--;
			while (end > at && s[end] != ',');
		if (end <= at)
			return false;
		at = end;
		at += strspn(s + at, ", ");
	}
	return out->n > 0;
}

static const char *nearest(struct rows *r, const char *text)
{
	const char *fold = viet_fold(r->arena, text), *near = NULL;
	int best = NEAR;

	for (size_t i = 0; i < r->n_agencies; i++) {
		int d = viet_distance(fold, viet_fold(r->arena, r->agencies[i].name), best);

		if (d < best) {
			best = d;
			near = r->agencies[i].name;
		}
	}
	return near;
}

/* ---- documents ---- */

static uint32_t add_doc(struct rows *r, const char *key, const struct reg_agency *agency, size_t *cap)
{
	struct batch_doc d = {.key = key};
	struct row_doc rd = {.agency = agency};
	size_t n = r->b->n_docs;

	ARENA_PUSH(r->arena, r->b->docs, r->b->n_docs, r->b->cap_docs, d);
	ARENA_PUSH(r->arena, r->docs, n, *cap, rd);
	return (uint32_t)(n - 1);
}

/* A name that stands for no agency: its rows are in no document, and a person has to say whose they are. */
static void unknown_agency(struct rows *r, const struct row_key *k, bool ambiguous)
{
	const struct reg_sheet *s = k->first.sheet;
	const struct reg_column *c = reg_column(s, REG_LEAD);
	struct pos pos = {.file = s->file, .line = k->first.line, .col = c != NULL ? c->col + 1 : 0};
	const char *place = reg_place_text(r->arena, &k->first, REG_LEAD), *near = ambiguous ? NULL : nearest(r, k->text);
	struct diag *g = &r->b->findings;
	struct batch_fault f = {.key = k->text, .pos = pos, .row = true, .sheet = s->sheets ? s->name : NULL};
	struct diag one;

	diag_init(&one, r->arena);
	if (ambiguous)
		diag_put(&one, &BATCH_TWO_AGENCIES, pos, place, utf8_short(r->arena, k->text), k->n);
	else if (near != NULL)
		diag_put(&one, &BATCH_UNKNOWN_AGENCY_NEAR, pos, place, utf8_short(r->arena, k->text), near, k->n);
	else
		diag_put(&one, &BATCH_UNKNOWN_AGENCY, pos, place, utf8_short(r->arena, k->text), k->n);
	f.text = one.items[0].text;
	ARENA_PUSH(r->arena, r->b->faults, r->b->n_faults, r->b->cap_faults, f);
	r->b->n_bad_rows += k->n;
	diag_take(g, &one);
}

/* A task without a value in the column that parts is in no document: it must not be lost in silence. */
static void no_key(struct rows *r, const struct row_key *k)
{
	struct diag *g = &r->b->findings;

	for (uint32_t i = k->head; i != ROWS_NONE; i = r->now.links[i].next) {
		const struct row *row = &r->now.rows[r->now.links[i].row];
		struct reg_task t;

		if (!task_get(r->spool, r->arena, row->at, row->n, &t))
			return;
		const struct reg_column *c = r->field >= 0 ? reg_column(t.at.sheet, (enum reg_field)r->field) : NULL;
		struct pos pos = {.file = t.at.sheet->file, .line = t.at.line, .col = c != NULL ? c->col + 1 : 0};
		struct diag one;

		diag_init(&one, r->arena);
		diag_put(&one, &BATCH_NO_KEY, pos, reg_place_text(r->arena, &t.at, r->field >= 0 ? (enum reg_field)r->field : REG_TEXT), c != NULL ? c->title : r->b->options->by);
		rows_fault(r, &t.at, pos, one.items[0].text);
		diag_take(g, &one);
	}
}

static void part_by_agency(struct rows *r)
{
	struct table *names = agency_names(r);
	uint32_t *doc = ARENA_ARRAY(r->arena, uint32_t, r->n_agencies);
	size_t cap = 0;

	memset(doc, 0xff, r->n_agencies * sizeof *doc);
	for (size_t k = 0; k < r->now.n_keys; k++) {
		struct found f = {.n = 0};

		if (*r->now.keys[k].text == '\0') {
			no_key(r, &r->now.keys[k]);
			continue;
		}
		if (!find_agencies(r, names, r->now.keys[k].text, &f)) {
			unknown_agency(r, &r->now.keys[k], f.ambiguous);
			continue;
		}
		for (size_t i = 0; i < f.n; i++) {
			uint32_t *d = &doc[f.v[i]];

			if (*d == ROWS_NONE)
				*d = add_doc(r, r->agencies[f.v[i]].name, &r->agencies[f.v[i]], &cap);
			ARENA_PUSH(r->arena, r->docs[*d].now, r->docs[*d].n_now, r->docs[*d].cap_now, (uint32_t)k);
		}
	}
	for (size_t k = 0; k < r->before.n_keys; k++) {
		struct found f = {.n = 0};

		find_agencies(r, names, r->before.keys[k].text, &f);
		for (size_t i = 0; i < f.n; i++)
			if (doc[f.v[i]] != ROWS_NONE) {
				struct row_doc *d = &r->docs[doc[f.v[i]]];

				ARENA_PUSH(r->arena, d->before, d->n_before, d->cap_before, (uint32_t)k);
			}
	}
}

static void part_by_key(struct rows *r)
{
	size_t cap = 0;

	for (size_t k = 0; k < r->now.n_keys; k++) {
		const char *text = r->b->options->whole ? "toàn bộ" : r->now.keys[k].text;
		const struct row_key *before = table_find(&r->before, r->now.keys[k].fold);

		if (*r->now.keys[k].text == '\0') {
			no_key(r, &r->now.keys[k]);
			continue;
		}
		uint32_t n = add_doc(r, text, NULL, &cap);
		struct row_doc *d = &r->docs[n];

		ARENA_PUSH(r->arena, d->now, d->n_now, d->cap_now, (uint32_t)k);
		if (before != NULL)
			ARENA_PUSH(r->arena, d->before, d->n_before, d->cap_before, (uint32_t)(before - r->before.keys));
	}
}

static void tell_idle(struct rows *r)
{
	const char *list = "";
	size_t n = 0;

	for (size_t i = 0; i < r->n_agencies; i++) {
		bool idle = true;

		for (size_t k = 0; k < r->b->n_docs && idle; k++)
			idle = r->docs[k].agency != &r->agencies[i];
		if (idle && n++ < MOST_NAMED)
			list = arena_printf(r->arena, "%s%s%s", list, *list != '\0' ? ", " : "", r->agencies[i].name);
	}
	if (n > 0)
		diag_put(&r->b->findings, &BATCH_NO_TASKS, (struct pos){.file = r->b->options->data}, n, n > MOST_NAMED ? arena_printf(r->arena, "%s …", list) : list);
}

void rows_part(struct rows *r)
{
	bool by_agency = r->field == REG_LEAD && r->n_agencies > 0 && !r->b->options->whole;

	if (by_agency)
		part_by_agency(r);
	else
		part_by_key(r);
	for (size_t i = 0; i < r->b->n_docs; i++)
		table_rows(r->arena, &r->now, r->docs[i].now, r->docs[i].n_now, &r->b->docs[i].n_tasks);
	if (by_agency)
		tell_idle(r);
}
