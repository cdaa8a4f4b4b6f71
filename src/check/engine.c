/* One document through all rules: findings, verdicts, what is silenced. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "base/utf8.h"
#include "check/inner.h"

const struct rule *rule_find(const char *id)
{
	for (const struct rule *r = rules; r->id; r++)
		if (!strcasecmp(r->id, id))
			return r;
	return NULL;
}

void saw(struct checker *c) { c->seen = true; }

void unseen(struct checker *c, const char *why) { c->why = why; }

/* Of a foreign file the same is said once: of whole paragraphs, or of the same words. */
static bool said(struct checker *c, const struct check_finding *f)
{
	for (size_t i = c->from; c->d->foreign && f->node && i < c->out->n; i++) {
		struct check_finding *v = &c->out->v[i];
		if (v->node && !strcmp(v->text, f->text) && ((v->from == v->to && f->from == f->to) || (v->from < v->to && !strcmp(v->quote, f->quote)))) {
			v->more++;
			return true;
		}
	}
	return false;
}

static void say_how_many(struct checker *c)
{
	for (size_t i = c->from; i < c->out->n; i++) {
		struct check_finding *f = &c->out->v[i];
		if (f->more)
			f->text = arena_printf(c->a, ngettext("%s (and at %zu more place)", "%s (and at %zu more places)", f->more), f->text, f->more);
	}
}

static void add(struct checker *c, struct check_finding f, const char *fmt, va_list ap)
{
	c->seen = true;
	f.rule = c->rule;
	f.text = arena_vprintf(c->a, gettext(fmt), ap);
	if (said(c, &f))
		return;
	if (c->out->n >= CHECK_KEPT) {
		c->out->n_left_out++;
		return;
	}
	ARENA_PUSH(c->a, c->out->v, c->out->n, c->out->cap, f);
}

/* Of a paragraph that stands in no line of the draft the place of what it is a part of: the annex, the document. */
static struct pos place(const struct checker *c, const struct node *n)
{
	while (n && !n->pos.line)
		n = n->parent;
	return n ? n->pos : c->meta->pos;
}

void flag(struct checker *c, const struct ptext *t, size_t from, size_t to, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	add(c, (struct check_finding){.node = t->node, .from = (uint32_t)from, .to = (uint32_t)to, .words = t->s, .pos = place(c, t->node), .quote = text_slice(c, t, from, to)}, fmt, ap);
	va_end(ap);
}

void flag_node(struct checker *c, const struct node *node, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	const char *quote = node && node->kind == NODE_PARA ? utf8_short(c->a, utf8_one_line(c->a, doc_text((struct doc *)c->d, node))) : "";
	add(c, (struct check_finding){.node = node, .pos = place(c, node ? node : c->d->root->first), .quote = quote}, fmt, ap);
	va_end(ap);
}

void mend(struct checker *c, const char *text)
{
	if (c->out->n > 0 && c->out->v[c->out->n - 1].rule == c->rule)
		c->out->v[c->out->n - 1].fix = text;
}

/* ---- where on the pages ---- */

/* An empty paragraph leaves nothing on a page: it stands where what is before it does. */
static uint32_t page_near(const uint32_t *first, const struct node *n)
{
	uint32_t page = first[n->id];
	for (bool empty = n->kind == NODE_PARA && !n->u.para.n_runs; empty && !page && n->prev; page = first[n->id])
		n = n->prev;
	return page;
}

static void find_pages(const struct checker *c)
{
	if (!c->p)
		return;
	uint32_t *first = arena_array(c->a, c->d->n_nodes, sizeof *first); /* page of each node's begin, from 1 */
	for (size_t i = c->p->n; i-- > 0;)
		for (size_t k = 0; k < c->p->v[i].n_items; k++) {
			const struct node *n = c->p->v[i].items[k].node;
			if (n && n->id < c->d->n_nodes)
				first[n->id] = (uint32_t)i + 1;
		}
	for (size_t i = 0; i < c->out->n; i++) {
		const struct node *n = c->out->v[i].node;
		if (n && n->id < c->d->n_nodes)
			c->out->v[i].page = page_near(first, n);
	}
}

/* ---- silencing ---- */

static void waive(const struct checker *c, struct check_finding *f)
{
	for (size_t i = 0; i < c->meta->waivers.n && !f->waived; i++) {
		const struct waiver *w = &c->meta->waivers.v[i];
		if (strcasecmp(w->rule, f->rule->id) || (w->line && (!f->pos.file || !w->pos.file || strcmp(f->pos.file, w->pos.file) || f->pos.line < w->line || f->pos.line > w->last)))
			continue;
		f->waived = true;
		f->reason = w->reason;
	}
}

static void run_rule(struct checker *c, const struct rule *r, struct check_verdict *v)
{
	size_t before = c->out->n;
	struct date d = c->meta->date;
	unsigned scope = c->form->party ? RULE_PARTY : RULE_STATE;
	c->rule = r;
	c->from = before;
	c->seen = false;
	c->why = NULL;
	v->rule = r;
	if (!(r->scope & scope))
		c->why = scope == RULE_PARTY ? N_("a rule for documents of the State") : N_("a rule for documents of the Party");
	else if (d.year && ((r->from.year && viet_date_cmp(d, r->from) < 0) || (r->to.year && viet_date_cmp(d, r->to) > 0)))
		c->why = N_("not in force at the date of the document");
	else
		r->run(c);
	say_how_many(c);
	for (size_t i = before; i < c->out->n; i++) {
		waive(c, &c->out->v[i]);
		v->n_findings += !c->out->v[i].waived;
		v->n_waived += c->out->v[i].waived;
	}
	v->verdict = v->n_findings ? VERDICT_FAIL : c->seen ? VERDICT_PASS : VERDICT_NOT_EVALUATED;
	if (v->verdict == VERDICT_NOT_EVALUATED)
		v->why = gettext(c->why ? c->why : N_("the document has nothing it looks at"));
}

static int by_place(const void *x, const void *y)
{
	const struct check_finding *a = x, *b = y;
	uint32_t ai = a->node ? a->node->id : 0, bi = b->node ? b->node->id : 0;
	if (a->pos.line != b->pos.line)
		return a->pos.line < b->pos.line ? -1 : 1;
	if (ai != bi)
		return ai < bi ? -1 : 1;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return a->rule < b->rule ? -1 : a->rule > b->rule;
}

void check_document(struct arena *a, const struct check_input *in, struct check_report *out)
{
	struct checker c = {.a = a, .d = in->doc, .p = in->pages, .in = in, .out = out, .meta = in->doc->meta};
	*out = (struct check_report){.v = NULL};
	c.form = in->doc->form ? in->doc->form : form_for(c.meta->regime, c.meta->date);
	c.kind = c.meta->kind.s ? kind_find(c.meta->kind.s) : NULL;
	if (in->pages) {
		c.styles = in->pages->styles;
	} else {
		struct style *s = arena_array(a, ROLE_COUNT, sizeof *s);
		form_styles(c.form, &in->doc->choice, s);
		c.styles = s;
	}
	texts_build(&c);
	mentions_build(&c);
	size_t n = 0;
	while (rules[n].id)
		n++;
	out->verdicts = arena_array(a, n, sizeof *out->verdicts);
	for (size_t i = 0; i < n; i++)
		if (rules[i].level >= in->least)
			run_rule(&c, &rules[i], &out->verdicts[out->n_verdicts++]);
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, by_place);
	for (size_t i = 0; i < out->n; i++) {
		enum level l = out->v[i].rule->level;
		out->n_waived += out->v[i].waived;
		if (out->v[i].waived)
			continue;
		out->n_errors += l == LEVEL_ERROR;
		out->n_warnings += l == LEVEL_WARNING;
		out->n_notes += l == LEVEL_INFO;
	}
	find_pages(&c);
}
