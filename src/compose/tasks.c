/* Walks through a document for the tasks it gives. */
#include "compose/tasks.h"
#include "base/deadline.h"
#include "base/utf8.h"
#include "compose/inner.h"
#include <string.h>

enum { LEVELS = 8, TEXT_MOST = 4000 /* of a task that only its wording tells */ };

/* What stands above the text at hand, by the rank of its label. */
struct above {
	int rank;
	const char *number;
	const char *lead, *partners; /* charged with the items below; NULL: nobody */
	bool order;                /* by "Giao …:", not by a mere title */
};
struct finder {
	struct doc *d;
	struct arena *a;
	struct tasks *out;
	struct above above[LEVELS];
	size_t n_above;
	const char *group;
	/* the item at hand, which the lines below may make a task */
	bool open, fielded;
	bool plain;                /* the text is read, not the blocks alone */
	struct task task;
	size_t next_block, next_task;
};

/* ---- labels ---- */

static int rank_of(const struct para *p)
{
	static const int ranks[] = {[LABEL_PART] = 1, [LABEL_CHAPTER] = 2, [LABEL_SECTION] = 3, [LABEL_SUBSECTION] = 3, [LABEL_ROMAN] = 3, [LABEL_ARTICLE] = 4,
		[LABEL_NUMBER] = 5, [LABEL_DECIMAL] = 6, [LABEL_LETTER] = 7, [LABEL_PLUS] = 0};
	return (size_t)p->label < sizeof ranks / sizeof *ranks ? ranks[p->label] : 0;
}

static const char *number_of(struct finder *f, const char *text, const struct para *p)
{
	size_t n = p->label_len;
	return n && strchr(".)", text[n - 1]) ? arena_strndup(f->a, text, n - 1) : arena_strndup(f->a, text, n);
}

static const char *path_of(struct finder *f, const char *number)
{
	const char *path = NULL;
	for (size_t i = 0; i < f->n_above; i++)
		path = path ? arena_printf(f->a, "%s.%s", path, f->above[i].number) : f->above[i].number;
	return !number ? path : path ? arena_printf(f->a, "%s.%s", path, number) : number;
}

static void leave(struct finder *f, int rank)
{
	while (f->n_above && f->above[f->n_above - 1].rank >= rank)
		f->n_above--;
}

static const struct above *charged_above(const struct finder *f)
{
	for (size_t i = f->n_above; i > 0; i--)
		if (f->above[i - 1].lead)
			return &f->above[i - 1];
	return NULL;
}

/* ---- the item at hand ---- */

static void keep(struct finder *f, struct task *t)
{
	struct deadline due;
	const char *lead = t->fields[TASK_FIELD_LEAD], *low = lead ? utf8_lower(f->a, lead) : "";
	deadline_read(f->a, t->fields[TASK_FIELD_DUE], &due);
	t->doubts |= lead ? 0 : TASK_NO_LEAD;
	t->doubts |= !strncmp(low, "các ", strlen("các ")) || strchr(low, ';') || !strncmp(low, "thủ trưởng các", strlen("thủ trưởng các")) ? TASK_LEAD_MANY : 0;
	t->doubts |= due.kind == DEADLINE_NONE ? TASK_NO_DUE : due.kind == DEADLINE_UNCLEAR ? TASK_DUE_UNCLEAR : 0;
	ARENA_PUSH(f->a, f->out->v, f->out->n, f->out->cap, *t);
}

/* Who and until when by the item's own wording; false if it charges nobody. */
static bool read_wording(struct finder *f, struct task *t)
{
	struct charge c = task_charge(f->a, t->text);
	const struct above *up = charged_above(f);
	bool sure;
	if ((!c.lead && !up) || strlen(t->text) > TEXT_MOST)
		return false;
	t->fields[TASK_FIELD_LEAD] = c.lead ? c.lead : up->lead;
	t->fields[TASK_FIELD_PARTNERS] = c.partners ? c.partners : up && !c.lead ? up->partners : NULL;
	t->fields[TASK_FIELD_DUE] = task_due(f->a, t->text, &sure);
	t->doubts |= (c.order || (!c.lead && up->order) ? 0 : TASK_FOUND) | (t->fields[TASK_FIELD_DUE] && !sure ? TASK_DUE_INSIDE : 0) | (!c.lead && !up->order ? TASK_LEAD_ABOVE : 0);
	return true;
}

static void close_item(struct finder *f)
{
	if (!f->open)
		return;
	f->open = false;
	if (f->fielded || read_wording(f, &f->task))
		keep(f, &f->task);
}

static void open_item(struct finder *f, const struct node *n, const char *text, const char *number)
{
	f->open = true;
	f->fielded = false;
	f->task = (struct task){.pos = n->pos, .number = number, .text = text, .group = f->group, .path = path_of(f, number)};
}

/* A line "- Cơ quan chủ trì: …" under the item at hand. */
static bool take_field(struct finder *f, const char *text, const struct para *p)
{
	const char *s = p->label == LABEL_DASH || p->label == LABEL_PLUS ? text + p->label_len : text;
	s += strspn(s, " ");
	const char *colon = strchr(s, ':');
	if (!f->open || !colon || colon - s > 80)
		return false;
	const struct task_key *k = task_key(viet_fold(f->a, arena_strndup(f->a, s, (size_t)(colon - s))));
	if (!k || f->task.fields[k->field])
		return false;
	f->task.fields[k->field] = task_value(f->a, colon + 1, strlen(colon + 1));
	f->fielded = true;
	return true;
}

/* ---- paragraphs ---- */

static bool is_heading(const struct para *p)
{
	return p->role == ROLE_HEADING1 || p->role == ROLE_HEADING2 || p->role == ROLE_HEADING3 || p->role == ROLE_ARTICLE ||
		(p->role >= ROLE_PART && p->role <= ROLE_SECTION_TITLE);
}

static const char *without_label(const char *text, const struct para *p)
{
	const char *s = text + p->label_len;
	return s + strspn(s, " \n");
}

/* A title, or an item that charges a body with those below. */
static void go_below(struct finder *f, const struct para *p, const char *text, const struct charge *c, bool order)
{
	int rank = rank_of(p);
	leave(f, rank ? rank : 4);
	if (f->n_above == LEVELS || (!rank && !c->lead))
		return;
	f->above[f->n_above++] = (struct above){rank ? rank : 4, rank ? number_of(f, text, p) : "", c->lead, c->partners, order};
}

/* A paragraph without a label that still speaks of the item above it. */
static bool goes_on(struct finder *f, const char *text)
{
	static const char *const words[] = {"đồng thời", "ngoài ra", "trong đó", "bên cạnh đó", "riêng ", "lưu ý", "việc này", "nội dung này", "trước mắt", "cụ thể"};
	const char *low = utf8_lower(f->a, text);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strncmp(low, words[i], strlen(words[i])))
			return true;
	return false;
}

static void take_para(struct finder *f, const struct node *n)
{
	const struct para *p = &n->u.para;
	const char *text = doc_text(f->d, n), *s = without_label(text, p);
	int rank = rank_of(p);
	if (take_field(f, text, p))
		return;
	if (is_heading(p)) {
		struct charge c = task_charge(f->a, s);
		close_item(f);
		if (!c.opens)
			c.lead = NULL;
		go_below(f, p, text, &c, false);
		f->group = text;
	} else if (rank) {
		struct charge c = task_charge(f->a, s);
		close_item(f);
		if (c.opens && c.lead) {
			go_below(f, p, text, &c, strncmp(s, "Trách nhiệm", strlen("Trách nhiệm")) != 0);
			return;
		}
		leave(f, rank);
		open_item(f, n, s, number_of(f, text, p));
	} else if (f->open && !f->fielded && *text) {
		if (p->label == LABEL_NONE && !goes_on(f, text))
			close_item(f); /* the text goes on with something else */
		else
			f->task.text = arena_printf(f->a, "%s\n%s", f->task.text, text);
	} else {
		close_item(f);
	}
}

/* The tasks of the block that a node was made of; false if it was made of none. */
static bool take_block(struct finder *f, const struct node *n)
{
	const struct task_blocks *b = &f->d->task_blocks;
	while (f->next_block < b->n && b->v[f->next_block].to < n->pos.line)
		f->next_block++;
	if (f->next_block == b->n || n->pos.line < b->v[f->next_block].from)
		return false;
	close_item(f);
	leave(f, 5);
	for (; f->next_task < f->d->tasks.n && f->d->tasks.v[f->next_task].pos.line <= b->v[f->next_block].to; f->next_task++) {
		struct task t = f->d->tasks.v[f->next_task];
		t.path = path_of(f, t.number);
		t.group = t.group ? t.group : f->group;
		keep(f, &t);
	}
	return true;
}

void tasks_find(struct doc *d, struct tasks *out)
{
	const struct kind *k = d->meta && d->meta->kind.s ? kind_find(d->meta->kind.s) : NULL;
	struct finder f = {.d = d, .a = d->arena, .out = out, .plain = !k || (k->id != KIND_BAO_CAO && k->id != KIND_TO_TRINH)};
	for (const struct node *s = d->root->first; s; s = s->next) {
		f.n_above = 0;
		f.group = NULL;
		for (const struct node *n = s->first; n; n = n->next) {
			if (n->generated || take_block(&f, n))
				continue;
			if (n->kind == NODE_PARA && f.plain)
				take_para(&f, n);
			else
				close_item(&f);
		}
		close_item(&f);
	}
}

static struct ctx context(struct doc *d)
{
	return (struct ctx){.d = d, .a = d->arena, .form = d->form, .meta = d->meta, .kind = d->meta->kind.s ? kind_find(d->meta->kind.s) : NULL};
}

const char *tasks_code(struct doc *d)
{
	struct ctx c = context(d);
	return compose_given(&c.meta->number) && c.kind && c.form ? compose_number(&c, c.meta, c.kind, false) : NULL;
}

const char *tasks_source(struct doc *d)
{
	struct ctx c = context(d);
	const struct meta *m = d->meta;
	const char *issuers = compose_issuers(&c, m, ", "), *kind = c.kind ? c.kind->name : m->kind.s ? m->kind.s : "văn bản", *code = tasks_code(d);
	if (!code)
		return arena_printf(c.a, "Dự thảo %s %s", kind, compose_given(&m->subject) ? utf8_one_line(c.a, compose_bare(&c, m->subject.s, "")) : "");
	const char *s = arena_printf(c.a, "%s số %s", kind, code);
	if (viet_date_valid(m->date))
		s = arena_printf(c.a, "%s ngày %s", s, viet_date_short(c.a, m->date));
	return *issuers ? arena_printf(c.a, "%s của %s", s, issuers) : s;
}
