/* "cột" in vanban.yaml: an office's own wordings for the columns of its registers. */
#include "base/file.h"
#include "base/utf8.h"
#include "read/front.h"
#include "read/msg.h"
#include "read/reg_in.h"
#include <string.h>

static void add(struct front *f, enum reg_field field, const char *name)
{
	const char *key = reg_title_key(f->arena, name);
	if (*key)
		ARENA_PUSH(f->arena, f->columns, f->n_columns, f->cap_columns, ((struct reg_word){key, field}));
}

/* "[a, b]" where the key takes one text in a draft, so that the brackets were read as text. */
static bool add_bracketed(struct front *f, enum reg_field field, const char *s)
{
	size_t n = strlen(s);
	if (n < 2 || *s != '[' || s[n - 1] != ']')
		return false;
	for (const char *p = s + 1; p < s + n - 1;) {
		size_t k = strcspn(p, ",");
		if (p + k > s + n - 1)
			k = (size_t)(s + n - 1 - p);
		add(f, field, arena_strndup(f->arena, p, k));
		p += k + 1;
	}
	return true;
}

static void column(struct front *f, const struct yaml_item *it)
{
	const char *near;
	int field = reg_field_named(it->key, &near);
	struct texts names = {0};
	if (field < 0) {
		diag_put(f->g, &read_msgs[near ? READ_UNKNOWN_KEY_NEAR : READ_UNKNOWN_KEY], it->pos, utf8_short(f->arena, it->key), near);
		return;
	}
	if (it->value->kind == YAML_SCALAR && add_bracketed(f, (enum reg_field)field, it->value->text))
		return;
	if (!values_texts(f->arena, it->value, &names))
		diag_put(f->g, &read_msgs[READ_NOT_TEXT], it->value->pos, utf8_short(f->arena, it->key));
	for (size_t i = 0; i < names.n; i++)
		add(f, (enum reg_field)field, names.v[i].s);
}

void front_set_columns(struct front *f, const struct key *k, const struct yaml_item *it)
{
	(void)k;
	if (it->value->kind != YAML_MAP)
		diag_put(f->g, &read_msgs[READ_NOT_MAP], it->value->pos, utf8_short(f->arena, it->key), "chủ trì: [Phòng phụ trách, …], thời hạn: …");
	for (size_t i = 0; it->value->kind == YAML_MAP && i < it->value->n; i++)
		column(f, &it->value->items[i]);
}

void reg_options_read(struct arena *a, const char *dir, struct reg_options *out, struct diag *g)
{
	const struct front *f = config_read(a, dir, g);
	*out = (struct reg_options){0};
	if (f)
		*out = (struct reg_options){f->columns, f->n_columns};
}
