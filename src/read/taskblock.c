/* "nhiệm vụ": tasks, each a line of text with the lines that say who, with whom, until when and what:
 *
 *	đánh số: 1.
 *	Hoàn thiện hạ tầng số của tỉnh.
 *	chủ trì: Sở Khoa học và Công nghệ
 *	thời hạn: Quý IV/2026
 *
 * Printed as such text ("- Cơ quan chủ trì: …"), or as a table. They stay with the document as its tasks. */
#include "base/utf8.h"
#include "model/label.h"
#include "read/body.h"
#include "read/msg.h"
#include <stdlib.h>
#include <string.h>

struct stretch { size_t line; const char *s, *e; };
struct entry {                     /* a task, or a title between tasks */
	struct stretch *text; size_t n_text, cap_text; /* its paragraphs */
	struct stretch fields[TASK_FIELDS];  /* s NULL: not given */
	const struct task_key *keys[TASK_FIELDS];
	const char *label;             /* given by the block: "1."; NULL: typed, or none */
	int title;                     /* number of # signs, 0: a task */
};
struct block_in {
	struct body *b;
	const struct fence *f;
	bool table, labelled;          /* labels typed begin the tasks */
	const char *first;             /* label to count from, or NULL */
	struct entry *v; size_t n, cap;
	size_t n_tasks;
	bool bad;
};

static struct pos place(struct block_in *x, size_t i, const char *at) { return source_pos(x->b->src, i, at); }

static const char *shown(struct block_in *x, const char *s, const char *e)
{
	return utf8_short(x->b->arena, arena_strndup(x->b->arena, s, (size_t)(e - s)));
}

/* ---- numbers ---- */

/* The n-th label after one as typed: "1." "2."; "a)" "b)"; "3.1." "3.2.". NULL past the last letter. */
static const char *nth_label(struct arena *a, const char *first, size_t n)
{
	size_t len = strlen(first);
	const char *digits = first + len - 1;
	if (first[len - 1] == ')') {
		size_t k;
		const char *letter = viet_point_letter(viet_point_index(first, &k) + (int)n);
		return letter ? arena_printf(a, "%s)", letter) : NULL;
	}
	while (digits > first && digits[-1] >= '0' && digits[-1] <= '9')
		digits--;
	return arena_printf(a, "%.*s%0*zu.", (int)(digits - first), first, *digits == '0' ? (int)(first + len - 1 - digits) : 1,
		(size_t)strtoul(digits, NULL, 10) + n);
}

static void set_numbers(struct block_in *x, size_t i, const struct fence_key *k)
{
	const char *text = arena_strndup(x->b->arena, k->s, (size_t)(k->e - k->s));
	uint32_t len;
	bool alone;
	enum label_kind kind = label_find(text, strlen(text), &len, &alone);
	if (alone && (kind == LABEL_NUMBER || kind == LABEL_DECIMAL || kind == LABEL_LETTER)) {
		x->first = text;
		return;
	}
	if (!strcmp(viet_fold(x->b->arena, text), "khong"))
		return;
	diag_put(x->b->g, &read_msgs[READ_CHOICE], place(x, i, k->s), utf8_short(x->b->arena, text), "đánh số", "1., 3.1., a), không");
	x->bad = true;
}

static void set_form(struct block_in *x, size_t i, const struct fence_key *k)
{
	const char *text = arena_strndup(x->b->arena, k->s, (size_t)(k->e - k->s)), *fold = viet_fold(x->b->arena, text);
	x->table = !strcmp(fold, "bang");
	if (x->table || !strcmp(fold, "vanban"))
		return;
	diag_put(x->b->g, &read_msgs[READ_CHOICE], place(x, i, k->s), utf8_short(x->b->arena, text), "dạng", "văn bản, bảng");
	x->bad = true;
}

/* ---- lines ---- */

/* Options of the block, before its first task. */
static bool read_option(struct block_in *x, size_t i)
{
	static const struct { const char *fold; void (*set)(struct block_in *, size_t, const struct fence_key *); } options[] = {
		{"danhso", set_numbers}, {"dang", set_form}};
	struct fence_key k;
	if (x->n || !fence_key_at(x->b, i, &k))
		return false;
	for (size_t n = 0; n < sizeof options / sizeof *options; n++)
		if (!strcmp(options[n].fold, k.fold)) {
			options[n].set(x, i, &k);
			return true;
		}
	return false;
}

/* Where a line's text begins behind "- ". */
static const char *after_dash(const char *p)
{
	return (*p == '-' || *p == '+') && (p[1] == ' ' || p[1] == '\t') ? p + 1 + strspn(p + 1, " \t") : p;
}

/* Nearest key of a line that looks like one with a letter or two wrong, or NULL. */
static const char *near_key(const char *fold)
{
	size_t n = strlen(fold);
	int most = n > 8 ? 2 : n > 4 ? 1 : 0;
	for (const struct task_key *k = task_keys; k->fold && most; k++)
		if (viet_distance(k->fold, fold, most + 1) <= most)
			return k->print;
	return NULL;
}

/* "- Cơ quan chủ trì: …" under a task; false if the line is none. */
static bool read_field(struct block_in *x, size_t i)
{
	const char *p = after_dash(body_start(x->b, i)), *e = fence_line_end(x->b, i), *colon = memchr(p, ':', (size_t)(e - p));
	if (!colon || colon - p > 60)
		return false;
	const char *name = arena_strndup(x->b->arena, p, (size_t)(colon - p)), *fold = viet_fold(x->b->arena, name);
	const struct task_key *k = task_key(fold);
	struct entry *t = x->n && !x->v[x->n - 1].title ? &x->v[x->n - 1] : NULL;
	if (!k) {
		const char *near = near_key(fold);
		if (near)
			diag_put(x->b->g, &read_msgs[READ_UNKNOWN_KEY_NEAR], place(x, i, p), utf8_short(x->b->arena, name), near);
		x->bad = x->bad || near;
		return near != NULL;
	}
	if (!t || t->keys[k->field]) {
		x->bad = true;
		if (!t)
			diag_put(x->b->g, &read_msgs[READ_TASK_FIELD_FIRST], place(x, i, p), utf8_short(x->b->arena, name));
		else
			diag_put(x->b->g, &read_msgs[READ_DUPLICATE], place(x, i, p), k->print, (unsigned)t->fields[k->field].line + 1);
		return true;
	}
	const char *s = colon + 1;
	while (s < e && (*s == ' ' || *s == '\t'))
		s++;
	t->keys[k->field] = k;
	t->fields[k->field] = (struct stretch){i, s, e};
	return true;
}

static bool has_label(const char *s, const char *e)
{
	uint32_t len;
	bool alone;
	enum label_kind k = label_find(s, (size_t)(e - s), &len, &alone);
	return k == LABEL_ROMAN || k == LABEL_NUMBER || k == LABEL_DECIMAL || k == LABEL_LETTER;
}

static void read_text(struct block_in *x, size_t i)
{
	const char *p = body_start(x->b, i), *e = fence_line_end(x->b, i);
	size_t marks = strspn(p, "#");
	bool title = marks && marks <= 3 && p[marks] == ' ';
	bool label = has_label(p, e), dash = after_dash(p) != p;
	if (!x->n_tasks && !title)
		x->labelled = label && !x->first;
	if (label && x->first)
		diag_put(x->b->g, &read_msgs[READ_TASK_TWO_NUMBERS], place(x, i, p), shown(x, p, p + strcspn(p, " \t")), x->first);
	x->bad = x->bad || (label && x->first);
	bool begins = title || !(dash || (x->labelled && !label));
	if (!begins && (!x->n || x->v[x->n - 1].title)) {
		diag_put(x->b->g, &read_msgs[READ_TASK_LINE], place(x, i, p), shown(x, p, e));
		x->bad = true;
		return;
	}
	if (begins) {
		struct entry t = {.title = title ? (int)marks : 0};
		if (title)
			p += marks + strspn(p + marks, " \t");
		else if (x->first && !(t.label = nth_label(x->b->arena, x->first, x->n_tasks))) {
			diag_put(x->b->g, &read_msgs[READ_TASK_LETTERS], place(x, i, p), x->first);
			x->bad = true;
		}
		x->n_tasks += !title;
		ARENA_PUSH(x->b->arena, x->v, x->n, x->cap, t);
	}
	struct entry *t = &x->v[x->n - 1];
	struct stretch s = {i, p, e};
	ARENA_PUSH(x->b->arena, t->text, t->n_text, t->cap_text, s);
}

/* ---- as text ---- */

static struct node *add_para(struct block_in *x, const struct stretch *s, enum role role, const char *lead, enum label_kind label, uint32_t label_len)
{
	struct body *b = x->b;
	struct node *n = body_para(b, b->section, role, place(x, s->line, s->s));
	if (!n)
		return NULL;
	if (lead)
		doc_run(b->doc, n, RUN_TEXT, lead, 0);
	inline_read(b, n, s->line, s->s, s->e, INLINE_PARA);
	n->u.para.label = label;
	n->u.para.label_len = label_len;
	return n;
}

/* The first paragraph of a task with its label, given or typed. */
static struct node *add_first(struct block_in *x, const struct entry *t)
{
	const struct stretch *s = &t->text[0];
	uint32_t len;
	bool alone;
	if (t->label) {
		enum label_kind k = label_find(t->label, strlen(t->label), &len, &alone);
		return add_para(x, s, ROLE_ITEM, arena_printf(x->b->arena, "%s ", t->label), k, len);
	}
	enum label_kind k = label_find(s->s, (size_t)(s->e - s->s), &len, &alone);
	return add_para(x, s, k ? ROLE_ITEM : ROLE_BODY, NULL, k, len);
}

static void add_field(struct block_in *x, const struct entry *t, enum task_field f)
{
	const struct stretch *s = &t->fields[f];
	if (!t->keys[f] || s->s == s->e)
		return;
	struct node *n = add_para(x, s, ROLE_ITEM, arena_printf(x->b->arena, "- %s: ", t->keys[f]->print), LABEL_DASH, 1);
	if (n && !strchr(".;:!?", s->e[-1]))
		doc_run(x->b->doc, n, RUN_TEXT, ".", 0);
}

static void put_text(struct block_in *x)
{
	static const enum role titles[] = {ROLE_BODY, ROLE_HEADING1, ROLE_HEADING2, ROLE_HEADING3};
	for (size_t i = 0; i < x->n; i++) {
		const struct entry *t = &x->v[i];
		uint32_t len;
		bool alone;
		if (t->title) {
			enum label_kind k = label_find(t->text[0].s, (size_t)(t->text[0].e - t->text[0].s), &len, &alone);
			add_para(x, &t->text[0], titles[t->title], NULL, k, len);
			continue;
		}
		add_first(x, t);
		for (size_t k = 1; k < t->n_text; k++) {
			enum label_kind kind = label_find(t->text[k].s, (size_t)(t->text[k].e - t->text[k].s), &len, &alone);
			add_para(x, &t->text[k], kind ? ROLE_ITEM : ROLE_BODY, NULL, kind, len);
		}
		for (int f = 0; f < TASK_FIELDS; f++)
			add_field(x, t, f);
	}
}

/* ---- as a table ---- */

static struct node *add_cell(struct block_in *x, struct node *row, size_t col, size_t span, enum role role, int8_t align, struct pos pos)
{
	struct node *cell = doc_add(x->b->doc, row, NODE_CELL, pos);
	cell->u.cell.col = col;
	cell->u.cell.span_cols = span;
	cell->u.cell.align = align;
	cell->u.cell.valign = role == ROLE_CELL_HEAD;
	return body_para(x->b, cell, role, pos);
}

static void read_cell(struct block_in *x, struct node *para, const struct stretch *s, const char *from)
{
	if (para && s->s)
		inline_read(x->b, para, s->line, from, s->e, INLINE_CELL);
}

static uint32_t label_of(const struct stretch *s)
{
	uint32_t len;
	bool alone;
	return has_label(s->s, s->e) && label_find(s->s, (size_t)(s->e - s->s), &len, &alone) ? len : 0;
}

/* A label without its sign. */
static const char *bare(struct arena *a, const char *label, size_t n)
{
	return n ? arena_strndup(a, label, n - (strchr(".)", label[n - 1]) != NULL)) : NULL;
}

static const char *number_of(struct block_in *x, const struct entry *t)
{
	return t->label ? bare(x->b->arena, t->label, strlen(t->label)) : bare(x->b->arena, t->text[0].s, label_of(&t->text[0]));
}

static const char *text_start(const struct stretch *s)
{
	const char *p = s->s + label_of(s);
	return p + strspn(p, " \t");
}

static void put_task_row(struct block_in *x, struct node *table, const struct entry *t, const enum task_field *fields, size_t n_fields, size_t index)
{
	struct pos pos = place(x, t->text[0].line, t->text[0].s);
	struct node *row = doc_add(x->b->doc, table, NODE_ROW, pos);
	const char *number = number_of(x, t);
	struct node *p = add_cell(x, row, 0, 1, ROLE_CELL, ALIGN_CENTER, pos);
	if (p)
		doc_run(x->b->doc, p, RUN_TEXT, number ? number : arena_printf(x->b->arena, "%zu", index), 0);
	p = add_cell(x, row, 1, 1, ROLE_CELL, -1, pos);
	read_cell(x, p, &t->text[0], text_start(&t->text[0]));
	for (size_t k = 1; k < t->n_text && p; k++) {
		struct node *more = body_para(x->b, p->parent, ROLE_CELL, place(x, t->text[k].line, t->text[k].s));
		read_cell(x, more, &t->text[k], t->text[k].s);
	}
	for (size_t k = 0; k < n_fields; k++) {
		const struct stretch *s = &t->fields[fields[k]];
		read_cell(x, add_cell(x, row, k + 2, 1, ROLE_CELL, -1, s->s ? place(x, s->line, s->s) : pos), s, s->s);
	}
}

static void put_table(struct block_in *x)
{
	static const char *const titles[TASK_FIELDS] = {"Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"};
	enum task_field fields[TASK_FIELDS];
	size_t n = 0, index = 0;
	for (int f = 0; f < TASK_FIELDS; f++)
		for (size_t i = 0; i < x->n; i++)
			if (x->v[i].keys[f] && x->v[i].fields[f].s < x->v[i].fields[f].e) {
				fields[n++] = f;
				break;
			}
	struct pos pos = source_start(x->b->src, x->f->open);
	struct node *table = doc_add(x->b->doc, x->b->section, NODE_TABLE, pos), *row = doc_add(x->b->doc, table, NODE_ROW, pos);
	struct table *t = &table->u.table;
	t->border = true;
	t->n_cols = n + 2;
	t->n_header = 1;
	row->u.row.header = true;
	for (size_t c = 0; c < t->n_cols; c++) {
		struct node *p = add_cell(x, row, c, 1, ROLE_CELL_HEAD, -1, pos);
		const char *title = c == 0 ? "TT" : c == 1 ? "Nhiệm vụ" : titles[fields[c - 2]];
		if (p)
			doc_run(x->b->doc, p, RUN_TEXT, title, 0);
	}
	for (size_t i = 0; i < x->n && !x->b->full; i++) {
		const struct entry *e = &x->v[i];
		if (!e->title) {
			put_task_row(x, table, e, fields, n, ++index);
			continue;
		}
		struct pos at = place(x, e->text[0].line, e->text[0].s);
		struct node *title = doc_add(x->b->doc, table, NODE_ROW, at), *p = add_cell(x, title, 0, t->n_cols, ROLE_CELL, -1, at);
		read_cell(x, p, &e->text[0], e->text[0].s);
		for (size_t k = 0; p && k < p->u.para.n_runs; k++)
			p->u.para.runs[k].attrs |= RUN_BOLD;
	}
}

/* ---- the tasks themselves ---- */

/* A stretch as plain text: signs taken out, footnote marks left out. */
static const char *plain(struct block_in *x, const struct stretch *s, const char *from)
{
	struct body quiet = *x->b;
	struct diag none;
	struct doc *scrap = doc_new(x->b->arena);
	diag_init(&none, x->b->arena);
	quiet.g = &none;
	quiet.doc = scrap;
	quiet.n_notes = 0; /* marks were counted already */
	struct node *n = doc_add(scrap, NULL, NODE_PARA, (struct pos){0});
	inline_read(&quiet, n, s->line, from, s->e, INLINE_PARA);
	for (size_t i = 0; i < n->u.para.n_runs; i++) {
		struct run *r = &n->u.para.runs[i];
		if (r->kind == RUN_CITE) /* by its key: what it is called hangs on where it stands */
			*r = (struct run){.kind = RUN_TEXT, .text = r->cite->text};
	}
	return doc_text(scrap, n);
}

static void keep(struct block_in *x)
{
	const char *group = NULL;
	size_t index = 0;
	for (size_t i = 0; i < x->n; i++) {
		const struct entry *e = &x->v[i];
		if (e->title) {
			group = plain(x, &e->text[0], e->text[0].s);
			continue;
		}
		struct task t = {.pos = place(x, e->text[0].line, e->text[0].s), .number = number_of(x, e), .group = group};
		index++;
		if (!t.number && x->table) /* as the table counts them */
			t.number = arena_printf(x->b->arena, "%zu", index);
		t.text = plain(x, &e->text[0], text_start(&e->text[0]));
		for (size_t k = 1; k < e->n_text; k++)
			t.text = arena_printf(x->b->arena, "%s\n%s", t.text, plain(x, &e->text[k], e->text[k].s));
		for (int f = 0; f < TASK_FIELDS; f++)
			if (e->keys[f]) {
				const char *v = plain(x, &e->fields[f], e->fields[f].s);
				t.fields[f] = task_value(x->b->arena, v, strlen(v));
			}
		struct tasks *out = &x->b->doc->tasks;
		ARENA_PUSH(x->b->arena, out->v, out->n, out->cap, t);
	}
}

void tasks_read(struct body *b, const struct fence *f)
{
	struct block_in x = {.b = b, .f = f};
	for (size_t i = f->from; i < f->to; i++)
		if (!source_blank(b->src, i) && !read_option(&x, i) && !read_field(&x, i))
			read_text(&x, i);
	if (!x.n_tasks && !x.bad) {
		diag_put(b->g, &read_msgs[READ_TASK_NONE], source_start(b->src, f->open));
		x.bad = true;
	}
	if (x.n_tasks > TABLE_ROWS) {
		diag_put(b->g, &read_msgs[READ_TABLE_ROWS], source_start(b->src, f->open), TABLE_ROWS);
		x.bad = true;
	}
	if (x.bad)
		return;
	if (x.table)
		put_table(&x);
	else
		put_text(&x);
	keep(&x);
	struct task_block lines = {(uint32_t)f->open + 1, (uint32_t)f->to + 1};
	ARENA_PUSH(b->arena, b->doc->task_blocks.v, b->doc->task_blocks.n, b->doc->task_blocks.cap, lines);
}
