/* Registers in JSON (RFC 8259). */
#include "base/json.h"
#include "base/utf8.h"
#include "read/msg.h"
#include "read/reg_in.h"
#include <string.h>

/* A place in the text: places are asked for in rising order for the most part, and what lies before is not counted again. */
struct place { const char *path, *text; size_t at; uint32_t line, col; };

static struct pos place(struct place *p, size_t at)
{
	if (at < p->at)
		*p = (struct place){p->path, p->text, 0, 1, 1};
	for (; p->at < at; p->at++)
		if (p->text[p->at] == '\n') {
			p->line++;
			p->col = 1;
		} else {
			p->col += ((unsigned char)p->text[p->at + 1] & 0xC0) != 0x80; /* the next byte begins a character */
		}
	return (struct pos){p->path, p->line, p->col};
}

static const char *text_of(const struct json *j)
{
	static const char *const words[] = {"không", "có"};
	return j->kind == JSON_TEXT || j->kind == JSON_NUMBER ? j->text : j->kind == JSON_BOOL ? words[j->number != 0] : NULL;
}

static void put_row(struct reg_in *in, struct place *p, struct reg_tree *t, enum reg_table table, const struct json *j)
{
	struct reg_leaves *row = reg_tree_row(in, t, table, place(p, j->at));
	for (const struct json *v = j->first; v; v = v->next) {
		if (v->kind == JSON_NULL)
			continue;
		for (const struct json *e = v->kind == JSON_LIST ? v->first : v; e; e = v->kind == JSON_LIST ? e->next : NULL)
			if (text_of(e))
				reg_tree_put(in, row, v->key, text_of(e), place(p, e->at));
			else if (e->kind != JSON_NULL)
				diag_put(in->g, &read_msgs[READ_NOT_TEXT], place(p, e->at), utf8_short(in->arena, v->key));
	}
}

static void put_list(struct reg_in *in, struct place *p, struct reg_tree *t, enum reg_table table, const char *key, const struct json *j)
{
	if (j->kind == JSON_NULL)
		return;
	if (j->kind != JSON_LIST)
		diag_put(in->g, &reg_msgs[REG_NOT_A_LIST], place(p, j->at), utf8_short(in->arena, key));
	for (const struct json *r = j->kind == JSON_LIST ? j->first : NULL; r; r = r->next)
		if (r->kind == JSON_MAP)
			put_row(in, p, t, table, r);
		else
			diag_put(in->g, &reg_msgs[REG_NOT_A_LIST], place(p, r->at), utf8_short(in->arena, key));
}

bool reg_read_json(struct reg_in *in, const char *path, char *data, size_t n, struct reg_tree *t)
{
	size_t mark = n >= 3 && !memcmp(data, "\xEF\xBB\xBF", 3) ? 3 : 0, bad;
	data += mark;
	n -= mark;
	struct place p = {path, data, 0, 1, 1};
	size_t wrong = utf8_check(data, n);
	const struct json *j = json_read_at(in->arena, data, n, &bad);
	if (!j || wrong < n) {
		diag_put(in->g, &reg_msgs[REG_BAD_JSON], place(&p, wrong < bad ? wrong : bad < n ? bad : n));
		return false;
	}
	if (j->kind == JSON_LIST) {
		put_list(in, &p, t, REG_TASKS, "nhiệm vụ", j);
		return true;
	}
	if (j->kind != JSON_MAP) {
		diag_put(in->g, &reg_msgs[REG_BAD_JSON], place(&p, 0));
		return false;
	}
	for (const struct json *v = j->first; v; v = v->next) {
		int table = reg_tree_table(in->arena, v->key);
		if (table < 0)
			diag_put(in->g, &reg_msgs[REG_UNKNOWN_TABLE], place(&p, v->at), utf8_short(in->arena, v->key));
		else
			put_list(in, &p, t, (enum reg_table)table, v->key, v);
	}
	return true;
}
