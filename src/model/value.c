#include "model/value.h"

#include <string.h>

#include "base/viet.h"

static struct value *new_value(struct arena *a, enum value_kind k)
{
	struct value *v = ARENA_NEW(a, struct value);

	v->kind = k;
	v->text = "";
	return v;
}

struct value *value_map(struct arena *a) { return new_value(a, VALUE_MAP); }
struct value *value_list(struct arena *a) { return new_value(a, VALUE_LIST); }

struct value *value_text(struct arena *a, const char *s)
{
	struct value *v = new_value(a, s != NULL ? VALUE_TEXT : VALUE_NONE);

	v->text = s != NULL ? s : "";
	return v;
}

struct value *value_bool(struct arena *a, bool yes)
{
	struct value *v = new_value(a, VALUE_BOOL);

	v->yes = yes;
	v->text = yes ? "có" : "không";
	return v;
}

struct value *value_number(struct arena *a, double x, const char *shown)
{
	struct value *v = new_value(a, VALUE_NUMBER);

	v->number = x;
	v->text = shown;
	return v;
}

uint32_t value_hash(const char *fold)
{
	uint32_t h = 2166136261u;

	for (; *fold != '\0'; fold++)
		h = (h ^ (unsigned char)*fold) * 16777619u;
	return h;
}

static struct value_item *item_of(const struct value *map, const char *fold, uint32_t hash)
{
	for (size_t i = 0; map->kind == VALUE_MAP && i < map->n; i++)
		if (map->items[i].hash == hash && strcmp(map->items[i].fold, fold) == 0)
			return &map->items[i];
	return NULL;
}

void value_put(struct arena *a, struct value *map, const char *key, struct value *v)
{
	const char *fold = viet_fold(a, key);
	uint32_t hash = value_hash(fold);
	struct value_item *old = item_of(map, fold, hash), it = { arena_strdup(a, key), fold, hash, v };

	if (old != NULL)
		old->value = v;
	else
		ARENA_PUSH(a, map->items, map->n, map->cap, it);
}

void value_put_new(struct arena *a, struct value *map, const struct value_key *k, struct value *v)
{
	struct value_item it = { k->key, k->fold, k->hash, v };

	ARENA_PUSH(a, map->items, map->n, map->cap, it);
}

void value_add(struct arena *a, struct value *list, struct value *v)
{
	struct value_item it = { .value = v };

	ARENA_PUSH(a, list->items, list->n, list->cap, it);
}

const struct value *value_find(const struct value *map, const char *fold, uint32_t hash)
{
	const struct value_item *it = item_of(map, fold, hash);

	return it != NULL ? it->value : NULL;
}

const struct value *value_get(const struct value *map, const char *fold)
{
	return value_find(map, fold, value_hash(fold));
}

bool value_true(const struct value *v)
{
	switch (v->kind) {
	case VALUE_TEXT: return *v->text != '\0';
	case VALUE_NUMBER: return v->number < 0 || v->number > 0;
	case VALUE_BOOL: return v->yes;
	case VALUE_LIST: return v->n > 0;
	case VALUE_MAP: return true;
	case VALUE_NONE: break;
	}
	return false;
}
