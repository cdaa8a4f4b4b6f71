/* Shows what each stage makes of a draft or a Word file, for the golden cases.   usage: dump doc|composed|pages|diag|text|words|tasks|register FILE
 * register: the typed rows of a register, with the state of each task on 31/12/2025, and the findings. text: a line for each paragraph in reading order, "P" (in the text), "T" (in a table) or "F" (footnote) before it; words: the same as read, not composed. */
#include <stdio.h>
#include <string.h>
#include "base/buf.h"
#include "base/file.h"
#include "compose/compose.h"
#include "compose/tasks.h"
#include "layout/layout.h"
#include "model/doc.h"
#include "read/foreign.h"
#include "read/read.h"
#include "read/reg.h"
#include "../parts.h"

struct stage {
	const char *name;
	int until;                /* 1 read, 2 composed, 3 laid out */
	void (*show)(struct doc *d, struct pages *p, struct diag *g, struct buf *out);
};

static void show_doc(struct doc *d, struct pages *p, struct diag *g, struct buf *out)
{
	(void)p;
	(void)g;
	doc_dump(d, out);
}

static void show_pages(struct doc *d, struct pages *p, struct diag *g, struct buf *out)
{
	(void)d;
	(void)g;
	if (p != NULL)
		pages_dump(p, out);
}

static void show_findings(struct doc *d, struct pages *p, struct diag *g, struct buf *out)
{
	static const char *const levels[] = { "note", "warning", "error" };

	(void)d;
	(void)p;
	diag_sort(g);
	for (size_t i = 0; i < g->n; i++) {
		const struct finding *f = &g->items[i];

		buf_printf(out, "%s:%u:%u: %s: %s: %s\n", f->pos.file != NULL ? f->pos.file : "-", f->pos.line, f->pos.col,
			levels[f->msg->level], f->msg->id, f->text);
	}
}

static void put_paragraph(struct doc *d, const struct node *n, char mark, struct buf *out)
{
	char *text = doc_text(d, n);

	for (char *s = text; *s != '\0'; s++)
		if (*s == '\n')
			*s = ' ';
	if (*text != '\0')
		buf_printf(out, "%c %s\n", mark, text);
}

static void show_text(struct doc *d, struct pages *p, struct diag *g, struct buf *out)
{
	(void)p;
	(void)g;
	for (const struct node *n = doc_walk(d->root, d->root); n != NULL; n = doc_walk(d->root, n))
		if (n->kind == NODE_PARA)
			put_paragraph(d, n, n->parent->kind == NODE_CELL ? 'T' : 'P', out);
	for (size_t i = 0; i < d->n_notes; i++)
		for (const struct node *n = d->notes[i]->first; n != NULL; n = n->next)
			put_paragraph(d, n, 'F', out);
}

static void put_value(struct buf *out, const char *name, const char *s)
{
	if (s != NULL) {
		buf_printf(out, "  %s: ", name);
		for (; *s != '\0'; s++)
			buf_putc(out, *s == '\n' ? '/' : *s);
		buf_putc(out, '\n');
	}
}

static void show_tasks(struct doc *d, struct pages *p, struct diag *g, struct buf *out)
{
	static const char *const doubts[] = { "no-lead", "lead-above", "lead-many", "no-due", "due-inside", "due-unclear", "found" };
	struct tasks v = {0};

	(void)p;
	(void)g;
	tasks_find(d, &v);
	buf_printf(out, "%s\n", tasks_source(d));
	for (size_t i = 0; i < v.n; i++) {
		const struct task *t = &v.v[i];

		buf_printf(out, "%u:%u %s", t->pos.line, t->pos.col, t->path != NULL ? t->path : "-");
		for (size_t k = 0; k < sizeof doubts / sizeof *doubts; k++)
			if (t->doubts & 1u << k)
				buf_printf(out, " %s", doubts[k]);
		buf_putc(out, '\n');
		put_value(out, "text", t->text);
		put_value(out, "lead", t->fields[TASK_FIELD_LEAD]);
		put_value(out, "partners", t->fields[TASK_FIELD_PARTNERS]);
		put_value(out, "due", t->fields[TASK_FIELD_DUE]);
		put_value(out, "product", t->fields[TASK_FIELD_PRODUCT]);
		put_value(out, "group", t->group);
	}
}

static const struct stage stages[] = {
	{ "doc", 1, show_doc },
	{ "composed", 2, show_doc },
	{ "pages", 3, show_pages },
	{ "diag", 3, show_findings },
	{ "text", 2, show_text },
	{ "words", 1, show_text },
	{ "tasks", 2, show_tasks },
};

/* A Word file by its content (or its parts as text: tests/parts.h), its form recognised where the stage asks for a composed document; or a draft. */
static struct doc *load(struct arena *a, const struct stage *s, const char *path, struct diag *g)
{
	char *data;
	size_t n;
	struct doc *d;

	if (file_read(a, path, (size_t)64 << 20, &data, &n) == 0 && n > 4 && (*data == '@' || memcmp(data, "PK\003\004", 4) == 0)) {
		struct buf packed = BUF_INIT;

		if (*data == '@') {
			parts_pack(&packed, data, n);
			data = arena_strndup(a, packed.data, packed.len);
			n = packed.len;
			buf_free(&packed);
		}
		d = read_docx(a, path, data, n, g);
		if (d != NULL && s->until >= 2)
			recognise(d, g);
		return d;
	}
	d = read_draft(a, path, g);
	if (d != NULL && s->until >= 2)
		(void)compose(d, g); /* what is wrong is in g */
	return d;
}

static int dump(const struct stage *s, const char *path)
{
	struct arena *a = arena_new();
	struct buf out = BUF_INIT;
	struct diag g;
	struct doc *d;
	struct pages *p = NULL;
	struct fonts *fonts = NULL;
	int status;

	diag_init(&g, a);
	d = load(a, s, path, &g);
	if (d != NULL && g.n_errors == 0 && s->until >= 3) {
		fonts = fonts_open(file_data_dir(a, "fonts"), &g);
		p = fonts != NULL ? layout_pages(d, fonts, &g) : NULL;
	}
	if (d != NULL || s->show == show_findings)
		s->show(d, p, &g, &out);
	if (s->show != show_findings && g.n_errors > 0)
		show_findings(d, p, &g, &out);
	if (out.len > 0)
		fwrite(out.data, 1, out.len, stdout);
	status = g.n_errors > 0 ? 1 : 0;
	buf_free(&out);
	arena_free(a);
	fonts_close(fonts);
	return status;
}

static int dump_register(const char *path)
{
	static const struct date at = { 31, 12, 2025};
	struct arena *a = arena_new();
	struct buf out = BUF_INIT;
	struct diag g;
	struct reg *r;

	diag_init(&g, a);
	r = reg_load(a, path, NULL, &g);
	if (r != NULL)
		reg_dump(r, &out);
	for (size_t i = 0; r != NULL && i < r->n_tasks; i++) {
		struct task_judgement j = task_judge(&r->tasks[i], at);

		buf_printf(&out, "state %s:%u %s", r->tasks[i].at.sheet->name, r->tasks[i].at.row, task_state_name(j.state));
		if (j.days != 0)
			buf_printf(&out, " (%ld)", j.days);
		if (j.doubt != DOUBT_NONE)
			buf_printf(&out, ": %s", task_doubt_name(j.doubt));
		buf_putc(&out, '\n');
	}
	show_findings(NULL, NULL, &g, &out);
	fwrite(out.data != NULL ? out.data : "", 1, out.len, stdout);
	buf_free(&out);
	arena_free(a);
	return g.n_errors > 0 ? 1 : 0;
}

int main(int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "register") == 0)
		return dump_register(argv[2]);
	for (size_t i = 0; argc == 3 && i < sizeof stages / sizeof *stages; i++)
		if (strcmp(argv[1], stages[i].name) == 0)
			return dump(&stages[i], argv[2]);
	fputs("usage: dump doc|composed|pages|diag|text|register FILE\n", stderr);
	return 2;
}
