/* Who issues and who signs: keys that hold mappings of their own. */
#include "read/front.h"
#include "base/utf8.h"
#include "read/msg.h"
#include "read/values.h"
#include <string.h>

static void put(struct front *f, enum read_fault m, struct pos pos, const char *a, const char *b)
{
	diag_put(f->g, &read_msgs[m], pos, utf8_short(f->arena, a), b);
}

void front_sub(struct front *f, const struct key *table, const struct yaml *map, void *noun)
{
	char *into = noun;
	for (size_t i = 0; i < map->n; i++) {
		const struct yaml_item *it = &map->items[i];
		const struct key *k = table;
		while (k->name && strcmp(k->fold, it->fold))
			k++;
		if (!k->name) {
			front_unknown(f->g, table, f->where, it);
			continue;
		}
		bool lines = table == front_issuer_keys && k->at == offsetof(struct issuer, name);
		bool ok = k->want == YAML_TEXTS ? values_texts_lines(f->arena, it->value, (struct texts *)(void *)(into + k->at))
			: (lines ? values_text_lines : values_text)(f->arena, it->value, (struct text *)(void *)(into + k->at));
		if (!ok)
			put(f, READ_NOT_TEXT, it->value->pos, it->key, NULL);
	}
}

static bool knows(const struct key *table, const struct yaml *map)
{
	for (size_t i = 0; i < map->n; i++)
		for (const struct key *k = table; k->name; k++)
			if (!strcmp(k->fold, map->items[i].fold))
				return true;
	return false;
}

/* ---- issuers ---- */

const struct key front_issuer_keys[] = {
	{"tên", "ten", YAML_TEXT, ~0u, NULL, offsetof(struct issuer, name)},
	{"cơ quan ban hành", "coquanbanhanh", YAML_TEXT, ~0u, NULL, offsetof(struct issuer, name)},
	{"chủ quản", "chuquan", YAML_TEXTS, ~0u, NULL, offsetof(struct issuer, parents)},
	{"cơ quan chủ quản", "coquanchuquan", YAML_TEXTS, ~0u, NULL, offsetof(struct issuer, parents)},
	{"viết tắt", "viettat", YAML_TEXT, ~0u, NULL, offsetof(struct issuer, abbr)},
	{NULL, NULL, YAML_ANY, 0, NULL, 0},
};

static void add_body(struct front *f, const struct yaml_item *it, const struct yaml *v)
{
	struct issuer b = {0};
	if (v->kind == YAML_MAP && (!v->text || knows(front_issuer_keys, v)))
		front_sub(f, front_issuer_keys, v, &b);
	else if (!values_text_lines(f->arena, v, &b.name))
		return put(f, READ_NOT_TEXT, v->pos, it->key, NULL);
	if (!b.name.s && v->kind == YAML_MAP)
		put(f, READ_ISSUER_NAME, v->pos, NULL, NULL);
	if (b.name.s)
		ARENA_PUSH(f->arena, f->bodies, f->n_bodies, f->cap_bodies, b);
}

void front_set_bodies(struct front *f, const struct key *k, const struct yaml_item *it)
{
	(void)k;
	f->has_bodies = true;
	if (it->value->kind != YAML_LIST)
		return add_body(f, it, it->value);
	for (size_t i = 0; i < it->value->n; i++)
		add_body(f, it, it->value->items[i].value);
}

void front_set_parents(struct front *f, const struct key *k, const struct yaml_item *it)
{
	(void)k;
	f->has_parents = true;
	if (!values_texts_lines(f->arena, it->value, &f->parents))
		put(f, READ_NOT_TEXT, it->value->pos, it->key, NULL);
}

void front_set_abbrs(struct front *f, const struct key *k, const struct yaml_item *it)
{
	(void)k;
	f->has_abbrs = true;
	if (!values_texts(f->arena, it->value, &f->abbrs))
		put(f, READ_NOT_TEXT, it->value->pos, it->key, NULL);
}

/* True if the draft names another body than the office's constants do: their superior body and abbreviation are not its own. */
static bool other_body(const struct front *f, const struct front *base)
{
	return f->has_bodies && base->has_bodies && (f->n_bodies != 1 || base->n_bodies != 1 ||
		strcmp(viet_fold(f->arena, f->bodies[0].name.s), viet_fold(f->arena, base->bodies[0].name.s)));
}

static void join_bodies(struct front *f, const struct front *base)
{
	if (base && !other_body(f, base)) {
		if (!f->has_bodies)
			f->bodies = base->bodies, f->n_bodies = base->n_bodies, f->cap_bodies = 0, f->has_bodies = base->has_bodies;
		if (!f->has_parents)
			f->parents = base->parents;
		if (!f->has_abbrs)
			f->abbrs = base->abbrs;
	}
	struct meta *m = f->meta;
	size_t n = f->n_bodies;
	if (!n && !f->parents.n && !f->abbrs.n)
		return;
	m->n_issuers = m->cap_issuers = n ? n : 1;
	m->issuers = ARENA_ARRAY(f->arena, struct issuer, m->n_issuers);
	if (n)
		memcpy(m->issuers, f->bodies, n * sizeof *m->issuers);
	if (f->abbrs.n && f->abbrs.n != m->n_issuers && f->where != IN_CONFIG)
		diag_put(f->g, &read_msgs[READ_ABBR_COUNT], f->abbrs.v[0].pos, f->abbrs.n, m->n_issuers);
	for (size_t i = 0; i < m->n_issuers; i++) {
		if (!m->issuers[i].parents.n)
			m->issuers[i].parents = f->parents;
		if (!m->issuers[i].abbr.s && i < f->abbrs.n)
			m->issuers[i].abbr = f->abbrs.v[i];
	}
}

/* ---- signers ---- */

const struct key front_signer_keys[] = {
	{"chức vụ", "chucvu", YAML_TEXTS, ~0u, NULL, offsetof(struct signer, titles)},
	{"họ tên", "hoten", YAML_TEXT, ~0u, NULL, offsetof(struct signer, name)},
	{"họ và tên", "hovaten", YAML_TEXT, ~0u, NULL, offsetof(struct signer, name)},
	{"chức danh", "chucdanh", YAML_TEXT, ~0u, NULL, offsetof(struct signer, over_name)},
	{"vai trò", "vaitro", YAML_TEXT, ~0u, NULL, offsetof(struct signer, role)},
	{NULL, NULL, YAML_ANY, 0, NULL, 0},
};

static void add_signer(struct front *f, const struct yaml_item *it, const struct yaml *v, const char *role)
{
	struct signer s = {0};
	if (v->kind == YAML_MAP)
		front_sub(f, front_signer_keys, v, &s);
	else if (!values_text(f->arena, v, &s.name))
		return put(f, READ_NOT_MAP, v->pos, it->key, "chức vụ: …, họ tên: …");
	if (role && !s.role.s)
		s.role = (struct text){role, it->pos};
	if (s.titles.n || s.name.s || s.over_name.s || s.role.s)
		ARENA_PUSH(f->arena, f->meta->signers, f->meta->n_signers, f->meta->cap_signers, s);
}

/* The first signer that a block names puts aside those of the office's constants. */
static void begin_signers(struct front *f)
{
	if (!f->has_signers) {
		f->meta->signers = NULL;
		f->meta->n_signers = f->meta->cap_signers = 0;
	}
	f->has_signers = true;
}

void front_set_signers(struct front *f, const struct key *k, const struct yaml_item *it)
{
	(void)k;
	begin_signers(f);
	if (it->value->kind != YAML_LIST)
		return add_signer(f, it, it->value, NULL);
	for (size_t i = 0; i < it->value->n; i++)
		add_signer(f, it, it->value->items[i].value, NULL);
}

void front_set_minutes(struct front *f, const struct key *k, const struct yaml_item *it)
{
	begin_signers(f);
	const char *role = !strcmp(k->fold, "thuky") ? "thư ký" : "chủ tọa";
	if (it->value->kind == YAML_LIST)
		return put(f, READ_NOT_MAP, it->value->pos, it->key, "chức vụ: …, họ tên: …");
	add_signer(f, it, it->value, role);
}

static int rank(const struct signer *s, struct arena *a)
{
	const char *role = s->role.s ? viet_fold(a, s->role.s) : "";
	return !strcmp(role, "thuky") ? 0 : !strcmp(role, "chutoa") ? 2 : 1;
}

/* Minutes (form 1.9): the secretary signs left, the chair right, however the draft orders them. */
static void order_minutes(struct front *f)
{
	struct meta *m = f->meta;
	size_t n = 0;
	struct signer *v = ARENA_ARRAY(f->arena, struct signer, m->n_signers);
	for (int r = 0; r < 3; r++)
		for (size_t i = 0; i < m->n_signers; i++)
			if (rank(&m->signers[i], f->arena) == r)
				v[n++] = m->signers[i];
	m->signers = v;
	m->cap_signers = n;
}

void front_people(struct front *f, const struct front *base)
{
	join_bodies(f, base);
	order_minutes(f);
}
