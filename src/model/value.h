#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H
/* What a template sees: a tree of texts, numbers, yes or no, lists and mappings, built in an arena. Keys are Vietnamese: case,
 * diacritics, spaces, '-' and '_' do not matter. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

enum value_kind { VALUE_NONE, VALUE_TEXT, VALUE_NUMBER, VALUE_BOOL, VALUE_LIST, VALUE_MAP };
struct value {
	enum value_kind kind;
	const char *text;          /* TEXT; NUMBER as shown ("05", "62,5"); BOOL "có" or "không"; else "" */
	double number;             /* NUMBER */
	bool yes;                  /* BOOL */
	struct value_item *items;  /* LIST, MAP: in the order they were put */
	size_t n, cap;
};
struct value_item {
	const char *key, *fold;    /* MAP: as put; viet_fold of it. LIST: NULL */
	uint32_t hash;             /* of fold */
	struct value *value;       /* never NULL */
};

struct value *value_map(struct arena *a);
struct value *value_list(struct arena *a);
/* A text; NULL counts as none (VALUE_NONE), which prints nothing and is no in a section. The string must outlive the arena's use. */
struct value *value_text(struct arena *a, const char *s);
struct value *value_bool(struct arena *a, bool yes);
/* A number and how it is shown; 0 is no in a section. */
struct value *value_number(struct arena *a, double x, const char *shown);
/* Puts a value under a key, in the place of one that is there already; key is copied with its folded form. */
void value_put(struct arena *a, struct value *map, const char *key, struct value *v);
/* The same where the key's folded form and hash are at hand, all shared, and the map does not have it yet. */
struct value_key { const char *key, *fold; uint32_t hash; };
void value_put_new(struct arena *a, struct value *map, const struct value_key *k, struct value *v);
void value_add(struct arena *a, struct value *list, struct value *v);
/* Value under a folded key, or NULL. value_find: the same with the key's hash at hand. */
const struct value *value_get(const struct value *map, const char *fold);
const struct value *value_find(const struct value *map, const char *fold, uint32_t hash);
uint32_t value_hash(const char *fold);
/* What a section asks: false for none, an empty text, no, 0, an empty list. A mapping is true. */
bool value_true(const struct value *v);
#endif
