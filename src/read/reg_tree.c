/* Registers in YAML, JSON and XML: lists of rows under "nhiệm vụ", "văn bản" and "cơ quan". Their keys are columns as in a sheet. */
#include "base/utf8.h"
#include "read/reg_in.h"
#include <string.h>
#include <strings.h>

/* ---- what a file is ---- */

static bool ends(const char *path, const char *with)
{
	size_t n = strlen(path), k = strlen(with);
	return n >= k && !strcasecmp(path + n - k, with);
}

static const char *skip_mark(const char *s)
{
	return s + (!strncmp(s, "\xEF\xBB\xBF", 3) ? 3 : 0);
}

static const char *first_sign(const char *s)
{
	s = skip_mark(s);
	return s + strspn(s, " \t\r\n");
}

int reg_tree_table(struct arena *a, const char *key)
{
	static const char *const names[REG_TABLES] = {[REG_TASKS] = "nhiemvu cacnhiemvu danhsachnhiemvu tasks", [REG_DIRECTIVES] = "vanban vanbanchidao cacvanban directives",
		[REG_AGENCIES] = "coquan cocquan cacquan caccoquan donvi coquandonvi agencies"};
	const char *k = reg_title_key(a, key);
	size_t n = strlen(k);
	for (int t = 0; n && t < REG_TABLES; t++)
		for (const char *p = strstr(names[t], k); p; p = strstr(p + 1, k))
			if ((p == names[t] || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
				return t;
	return -1;
}

/* A line at the left margin that is a table's key with nothing, or a list, behind it; or a list of mappings from the first line. */
static bool looks_yaml(const char *s)
{
	struct arena *a = arena_new();
	bool yes = false, first = true;
	for (s = skip_mark(s); *s && !yes; s += strcspn(s, "\n"), s += *s == '\n') {
		size_t n = strcspn(s, "\r\n"), key = strcspn(s, ":\r\n");
		if (!n || *s == '#' || !strncmp(s, "---", 3))
			continue;
		const char *rest = s + key + (s[key] == ':');
		rest += strspn(rest, " \t");
		if (s[key] == ':' && key < 60 && strchr("\r\n[#", *rest))
			yes = reg_tree_table(a, arena_strndup(a, s, key)) >= 0;
		if (first && (*s == ' ' || memchr(s, ';', n) || memchr(s, ',', n)))
			break; /* a table in lines */
		first = false;
	}
	arena_free(a);
	return yes;
}

static bool looks_json(const char *path, const char *s)
{
	const char *p = first_sign(s);
	if (*p != '{' && *p != '[')
		return false;
	if (ends(path, ".json"))
		return true;
	p += 1 + strspn(p + 1, " \t\r\n");
	return *p == '"' || *p == '{' || *p == '[';
}

static bool looks_xml(const char *path, const char *s)
{
	const char *p = first_sign(s);
	return *p == '<' && (strstr(p, "<so-theo-doi") || (ends(path, ".xml") && !strstr(p, "urn:schemas-microsoft-com:office")));
}

bool reg_is_tree(const char *path, const char *data, size_t n)
{
	if (!n || memchr(data, 0, n))
		return false;
	return looks_xml(path, data) || looks_json(path, data) || ends(path, ".yaml") || ends(path, ".yml") || looks_yaml(data);
}

/* ---- filling ---- */

struct reg_leaves *reg_tree_row(struct reg_in *in, struct reg_tree *t, enum reg_table table, struct pos pos)
{
	ARENA_PUSH(in->arena, t->rows[table], t->n[table], t->cap[table], ((struct reg_leaves){.pos = pos}));
	return &t->rows[table][t->n[table] - 1];
}

void reg_tree_put(struct reg_in *in, struct reg_leaves *row, const char *key, const char *text, struct pos pos)
{
	size_t bytes;
	if (row->values++ >= REG_COLUMNS) {
		if (row->values == REG_COLUMNS + 1)
			diag_put(in->g, &reg_msgs[REG_MANY_VALUES], pos, REG_COLUMNS);
		return;
	}
	key = utf8_nfc(in->arena, key, strlen(key), &bytes);
	text = utf8_nfc(in->arena, text, strlen(text), &bytes);
	for (size_t i = 0; i < row->n; i++)
		if (!strcmp(row->v[i].key, key)) {
			row->v[i].text = arena_printf(in->arena, "%s; %s", row->v[i].text, text);
			return;
		}
	ARENA_PUSH(in->arena, row->v, row->n, row->cap, ((struct reg_leaf){key, text, pos}));
}

/* ---- columns and rows ---- */

/* The keys of a table's rows. Rows need not use the same words, so which key is which field is settled row by row: a column may
 * stand as several nouns, by its field. */
struct keys {
	struct reg_sheet *sheet;
	int rank[REG_COLUMNS];
	struct reg_column *other[REG_COLUMNS]; /* of a field of its own in some rows */
};

/* The column of a key, or the number of columns if there is none. */
static size_t column_of(const struct reg_sheet *s, const char *fold)
{
	size_t i = 0;
	while (i < s->n_cols && strcmp(s->cols[i].fold, fold))
		i++;
	return i;
}

/* All keys of a table's rows as columns, in the order of their first mention. */
static struct keys *keys_of(struct reg_in *in, const struct reg_tree *t, enum reg_table table, const char *path)
{
	struct keys *k = ARENA_NEW(in->arena, struct keys);
	struct reg_sheet *s = k->sheet = ARENA_NEW(in->arena, struct reg_sheet);
	*s = (struct reg_sheet){.file = path, .name = "", .table = table, .cols = ARENA_ARRAY(in->arena, struct reg_column, REG_COLUMNS)};
	for (size_t r = 0; r < t->n[table]; r++) {
		arena_reset(in->row);
		for (size_t i = 0; i < t->rows[table][r].n; i++) {
			const struct reg_leaf *l = &t->rows[table][r].v[i];
			const char *fold = viet_fold(in->row, l->key);
			if (column_of(s, fold) < s->n_cols || s->n_cols == REG_COLUMNS)
				continue;
			int field = reg_column_field(table, reg_title_key(in->row, l->key), in->o, &k->rank[s->n_cols]);
			s->cols[s->n_cols] = (struct reg_column){(uint32_t)s->n_cols, l->key, arena_strdup(in->arena, fold), field};
			s->n_cols++;
		}
	}
	return k;
}

/* The column c with the field it has in a row. */
static const struct reg_column *as_field(struct reg_in *in, struct keys *k, size_t c, int field)
{
	if (k->sheet->cols[c].field == field)
		return &k->sheet->cols[c];
	if (!k->other[c] || k->other[c]->field != field) {
		k->other[c] = ARENA_NEW(in->arena, struct reg_column);
		*k->other[c] = k->sheet->cols[c];
		k->other[c]->field = field;
	}
	return k->other[c];
}

static void give_row(struct reg_in *in, struct keys *k, const struct reg_leaves *row, size_t number)
{
	struct reg_sheet own = *k->sheet;
	struct sheet_cell *cells = ARENA_ARRAY(in->row, struct sheet_cell, row->n);
	struct reg_value *v = ARENA_ARRAY(in->row, struct reg_value, row->n);
	int *rank = ARENA_ARRAY(in->row, int, row->n);
	struct reg_place at = {k->sheet, (uint32_t)number, row->pos.line};
	own.cols = ARENA_ARRAY(in->row, struct reg_column, row->n);
	own.n_cols = 0;
	for (size_t i = 0; i < row->n; i++) {
		size_t c = column_of(k->sheet, viet_fold(in->row, row->v[i].key));
		if (c == k->sheet->n_cols || !*row->v[i].text)
			continue;
		own.cols[own.n_cols] = k->sheet->cols[c];
		cells[own.n_cols] = (struct sheet_cell){.col = (uint32_t)c, .kind = CELL_TEXT, .text = row->v[i].text};
		rank[own.n_cols++] = k->rank[c];
	}
	reg_columns_settle(&own, rank);
	for (size_t i = 0; i < own.n_cols; i++)
		v[i] = (struct reg_value){as_field(in, k, own.cols[i].col, own.cols[i].field), &cells[i]};
	if (own.n_cols)
		reg_row(in, &at, row->pos, v, own.n_cols);
}

int reg_read_tree(struct reg_in *in, const char *path, char *data, size_t n)
{
	struct reg_tree t = {0};
	bool good = looks_xml(path, data) ? reg_read_xml(in, path, data, n, &t) : looks_json(path, data) ? reg_read_json(in, path, data, n, &t) :
		reg_read_yaml(in, path, data, n, &t);
	if (!good)
		return -1;
	for (int table = 0; table < REG_TABLES; table++) {
		if (!t.n[table])
			continue;
		struct keys *k = keys_of(in, &t, (enum reg_table)table, path);
		ARENA_PUSH(in->arena, in->sheets, in->n_sheets, in->cap_sheets, k->sheet);
		for (size_t r = 0; r < t.n[table] && !in->stop; r++) {
			arena_reset(in->row);
			give_row(in, k, &t.rows[table][r], r + 1);
		}
	}
	return 0;
}
