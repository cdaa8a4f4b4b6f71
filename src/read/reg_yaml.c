/* Registers in YAML: the subset that front matters are written in (read/yaml.h). */
#include "base/utf8.h"
#include "read/msg.h"
#include "read/reg_in.h"
#include "read/yaml.h"
#include <string.h>

/* Keys of the top may bear lists; columns are texts, but those that share a name with a table. */
static enum yaml_want want(const char *fold)
{
	static const char *const tables[] = {"nhiemvu", "vanban", "coquan", "vanbanchidao", "donvi"};
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		if (!strcmp(fold, tables[i]))
			return YAML_ANY;
	return YAML_TEXTS;
}

static void put_row(struct reg_in *in, struct reg_tree *t, enum reg_table table, const struct yaml *v)
{
	struct reg_leaves *row = reg_tree_row(in, t, table, v->pos);
	for (size_t i = 0; i < v->n; i++) {
		const struct yaml_item *it = &v->items[i];
		if (it->value->kind == YAML_SCALAR) {
			reg_tree_put(in, row, it->key, it->value->text, it->pos);
			continue;
		}
		for (size_t k = 0; k < it->value->n; k++) {
			const struct yaml *part = it->value->items[k].value;
			if (it->value->kind == YAML_LIST && part->kind == YAML_SCALAR)
				reg_tree_put(in, row, it->key, part->text, it->pos);
			else if (it->value->kind == YAML_LIST && part->kind == YAML_MAP && part->text)
				reg_tree_put(in, row, it->key, part->text, it->pos); /* "- Sở A: phần việc": a text */
			else {
				diag_put(in->g, &read_msgs[READ_NOT_TEXT], part->pos, utf8_short(in->arena, it->key));
				break;
			}
		}
	}
}

static void put_list(struct reg_in *in, struct reg_tree *t, enum reg_table table, const char *key, const struct yaml *v)
{
	if (v->kind == YAML_SCALAR && !*v->text)
		return;
	bool list = v->kind == YAML_LIST;
	for (size_t i = 0; list && i < v->n; i++)
		if (v->items[i].value->kind == YAML_MAP)
			put_row(in, t, table, v->items[i].value);
		else
			diag_put(in->g, &reg_msgs[REG_NOT_A_LIST], v->items[i].value->pos, utf8_short(in->arena, key));
	if (!list)
		diag_put(in->g, &reg_msgs[REG_NOT_A_LIST], v->pos, utf8_short(in->arena, key));
}

bool reg_read_yaml(struct reg_in *in, const char *path, char *data, size_t n, struct reg_tree *t)
{
	struct source src;
	if (!source_open(&src, in->arena, path, data, n, in->g))
		return false;
	size_t from = 0, to;
	while (from < src.n && source_blank(&src, from))
		from++;
	from += from < src.n && source_fence(&src, from);
	for (to = from; to < src.n && !source_fence(&src, to);)
		to++;
	struct yaml *v = yaml_read_any(&src, from, to, want, in->g);
	if (v->kind == YAML_LIST) {
		put_list(in, t, REG_TASKS, "nhiệm vụ", v);
		return true;
	}
	for (size_t i = 0; i < v->n; i++) {
		int table = reg_tree_table(in->arena, v->items[i].key);
		if (table < 0)
			diag_put(in->g, &reg_msgs[REG_UNKNOWN_TABLE], v->items[i].pos, utf8_short(in->arena, v->items[i].key));
		else
			put_list(in, t, (enum reg_table)table, v->items[i].key, v->items[i].value);
	}
	return true;
}
