/* Citations: each "[@…]" is replaced by the name of the document it cites, in full where it is first mentioned, short after that
 * (Phụ lục I, Phần I, II.6.b). The main text and its annexes are one text; a text issued with a decision is one of its own. */
#include "compose/cite.h"

#include <string.h>

#include "base/utf8.h"
#include "compose/msg.h"
#include "form/code.h"

struct mention { size_t count; bool named, brief; const char *called; };

struct citing {
	struct ctx *c;
	struct mention *of;       /* by directive, of the text at hand */
	bool counting;            /* first pass: how often each is mentioned */
};

enum place_kind { PLACE_TEXT, PLACE_BASIS /* a căn cứ: dates in words */, PLACE_SUBJECT /* trích yếu: short, no mention */ };

/* ---- the words for a tag ---- */

static const char *call(struct citing *x, const struct cite_item *it, enum place_kind place)
{
	struct ctx *c = x->c;
	const struct directive *d = &c->meta->cited.v[it->index];
	struct mention *m = &x->of[it->index];
	const char *brief = it->brief != NULL ? it->brief : d->brief, *s;
	bool full = it->form == CITE_FULL || (it->form == CITE_AS_DUE && !m->named && place != PLACE_SUBJECT);

	if (place == PLACE_SUBJECT)
		return full ? cite_full(c, d, false) : cite_short(c, d);
	m->named = true;
	m->count--;
	if (!full)
		return m->called != NULL ? m->called : cite_short(c, d);
	s = cite_full(c, d, place == PLACE_BASIS);
	if (brief == NULL || m->called != NULL || m->count == 0)
		return s;
	m->called = brief; /* of use only where it is cited again */
	return arena_printf(c->a, "%s (sau đây viết tắt là %s)", s, brief);
}

/* Notes what a document's first mention lacks (II.6.b). A công văn is commonly named without its subject. */
static void complain(struct citing *x, const struct cite_item *it, const struct cite *tag)
{
	const struct directive *d = &x->c->meta->cited.v[it->index];
	const char *kind = cite_kind(d), *lacks;
	struct buf b = BUF_INIT;

	if (d->code == NULL || (kind != NULL && code_by_name(kind)))
		return;
	if (kind == NULL)
		compose_join(&b, ", ", "loại");
	if (d->date.day == 0 || d->date.month == 0 || d->date.year == 0)
		compose_join(&b, ", ", "ngày");
	if (d->issuer == NULL)
		compose_join(&b, ", ", "cơ quan");
	if (d->subject == NULL && (kind == NULL || kind != kind_get(KIND_CONG_VAN)->name))
		compose_join(&b, ", ", "trích yếu");
	lacks = compose_keep(x->c, &b);
	if (*lacks != '\0')
		diag_put(x->c->g, &COMPOSE_CITE_BARE, tag->pos, utf8_short(x->c->a, d->code), lacks);
}

/* Names with commas of their own are parted by ";" (as lists of grounds are). */
static const char *joined(struct ctx *c, const char *const *v, size_t n)
{
	struct buf b = BUF_INIT;
	bool commas = false;

	for (size_t i = 0; i < n; i++)
		commas = commas || strchr(v[i], ',') != NULL;
	for (size_t i = 0; i < n; i++) {
		buf_puts(&b, i == 0 ? "" : commas ? "; " : i + 1 < n ? ", " : " và ");
		buf_puts(&b, v[i]);
	}
	return compose_keep(c, &b);
}

static const char *words(struct citing *x, const struct cite *tag, enum place_kind place)
{
	struct cite_item v[CITE_ITEMS];
	const char *names[CITE_ITEMS];
	size_t n = cite_read(x->c, tag, v, x->counting);

	for (size_t i = 0; i < n; i++) {
		if (x->counting) {
			if (x->of[v[i].index].count == 0 && v[i].form != CITE_SHORT && place != PLACE_SUBJECT)
				complain(x, &v[i], tag);
			x->of[v[i].index].count += place != PLACE_SUBJECT;
			continue;
		}
		names[i] = call(x, &v[i], place);
		if (*v[i].part != '\0')
			names[i] = arena_printf(x->c->a, "%s %s", v[i].part, names[i]);
	}
	return x->counting ? "" : joined(x->c, names, n);
}

/* ---- where tags stand ---- */

/* A text of the front matter, in which tags stand as typed. */
static void in_string(struct citing *x, struct text *t, enum place_kind place)
{
	struct buf b = BUF_INIT;
	const char *p = t->s, *open, *close;

	if (p == NULL || strstr(p, "[@") == NULL)
		return;
	for (; (open = strstr(p, "[@")) != NULL && (close = strchr(open, ']')) != NULL; p = close + 1) {
		if (open > p && open[-1] == '\\') { /* "\[@": the signs themselves */
			buf_put(&b, p, (size_t)(open - p) - 1);
			buf_puts(&b, "[");
			close = open;
			continue;
		}
		struct cite tag = { arena_strndup(x->c->a, open + 2, (size_t)(close - open) - 2), t->pos};

		buf_put(&b, p, (size_t)(open - p));
		buf_puts(&b, words(x, &tag, place));
	}
	buf_puts(&b, p);
	if (!x->counting)
		t->s = arena_strndup(x->c->a, b.data, b.len);
	buf_free(&b);
}

static void in_texts(struct citing *x, struct texts *l, enum place_kind place)
{
	for (size_t i = 0; i < l->n; i++)
		in_string(x, &l->v[i], place);
}

static bool is_basis(const struct para *p)
{
	static const char ground[] = "Căn cứ ";

	return p->role == ROLE_BASIS || (p->n_runs > 0 && p->runs[0].kind == RUN_TEXT && p->runs[0].text != NULL &&
		strncmp(p->runs[0].text + (strncmp(p->runs[0].text, "- ", 2) == 0 ? 2 : 0), ground, sizeof ground - 1) == 0);
}

static void in_para(struct citing *x, struct node *n)
{
	struct para *p = &n->u.para;

	for (size_t i = 0; i < p->n_runs; i++) {
		struct run *r = &p->runs[i];

		if (r->kind == RUN_FOOTNOTE && r->note != NULL)
			for (struct node *k = r->note->first; k != NULL; k = k->next)
				in_para(x, k);
		if (r->kind != RUN_CITE)
			continue;
		r->text = words(x, r->cite, is_basis(p) ? PLACE_BASIS : PLACE_TEXT);
		if (!x->counting)
			r->kind = RUN_TEXT;
	}
}

static void in_section(struct citing *x, struct node *section)
{
	for (struct node *n = section; section != NULL && n != NULL; n = (struct node *)doc_walk(section, n))
		if (n->kind == NODE_PARA)
			in_para(x, n);
}

static void in_part(struct citing *x, struct meta *m, struct node *section)
{
	if (m != NULL) {
		in_string(x, &m->subject, PLACE_SUBJECT);
		in_texts(x, &m->bases, PLACE_BASIS);
		in_string(x, &m->attached_note, PLACE_SUBJECT);
	}
	in_section(x, section);
}

/* ---- the document ---- */

/* The main text with its annexes (attached false), or the attached text at parts[i]. */
static void one_text(struct citing *x, size_t i, bool attached)
{
	struct doc *d = x->c->d;
	bool parts_main = d->n_parts > 0 && d->parts[0].kind == PART_MAIN;

	x->of = ARENA_ARRAY(x->c->a, struct mention, x->c->meta->cited.n);
	for (int pass = 0; pass < 2; pass++) {
		x->counting = pass == 0;
		if (attached) {
			in_part(x, d->parts[i].meta, d->parts[i].section);
			continue;
		}
		in_part(x, d->meta, parts_main ? d->parts[0].section : d->root->first);
		for (size_t k = 0; k < d->n_parts; k++)
			if (d->parts[k].kind == PART_ANNEX || d->parts[k].kind == PART_COPY)
				in_part(x, d->parts[k].meta, d->parts[k].section);
	}
}

void compose_cites(struct ctx *c)
{
	struct citing x = { .c = c};

	one_text(&x, 0, false);
	for (size_t i = 0; i < c->d->n_parts; i++)
		if (c->d->parts[i].kind == PART_ATTACHED)
			one_text(&x, i, true);
}
