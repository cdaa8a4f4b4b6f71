/* Signs inside a line of a draft: the runs of a paragraph as they are typed. */
#include <string.h>
#include "write/draft_inner.h"

enum { STARS = RUN_BOLD | RUN_ITALIC, RISES = RUN_SUP | RUN_SUB, MARKS = STARS | RISES };

static bool space(char c) { return c == ' ' || c == '\t'; }

static bool punct(char c) { return c && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c); }

/* ---- text ---- */

/* Whether the sign at s would be read as more than itself. */
static bool means(const char *s, const char *e, enum draft_place place)
{
	char next = s + 1 < e ? s[1] : 0;
	switch (*s) {
	case '*': return true;
	case '^': case '~': return !next || memchr(s + 1, *s, (size_t)(e - s) - 1); /* has no partner in the word: is text */
	case '|': return place == DRAFT_CELL;
	case '[': return !next || next == '^' || next == '@';
	case '\\': return !next || punct(next) || place == DRAFT_CELL;
	default: return false;
	}
}

static void put_break(struct buf *out, enum draft_place place)
{
	while (out->len && space(out->data[out->len - 1]))
		out->data[--out->len] = 0;
	buf_puts(out, place == DRAFT_CELL ? " \\ " : " \\\n");
}

void draft_escape(struct buf *out, const char *s, size_t n, enum draft_place place)
{
	for (const char *e = s + n; s < e; s++) {
		if (*s == '\n') {
			put_break(out, place);
			continue;
		}
		if (means(s, e, place))
			buf_putc(out, '\\');
		buf_putc(out, *s);
	}
}

/* ---- words ---- */

/* A word, the room between two, or a run that is no text. */
struct atom { const struct run *run; const char *s; size_t n; unsigned attrs; bool blank; };
struct atoms { struct atom *v; size_t n, cap; };

static void cut_text(struct arena *a, const struct run *r, unsigned attrs, struct atoms *to)
{
	for (const char *s = r->text; *s;) {
		bool blank = space(*s) || *s == '\n';
		size_t n = blank ? strspn(s, " \t\n") : strcspn(s, " \t\n");
		struct atom x = {.run = r, .s = s, .n = n, .attrs = attrs, .blank = blank};
		ARENA_PUSH(a, to->v, to->n, to->cap, x);
		s += n;
	}
}

static unsigned style_attrs(const struct style *s) { return (s->bold ? RUN_BOLD : 0) | (s->italic ? RUN_ITALIC : 0); }

static void cut(const struct draft_out *d, const struct para *p, struct atoms *to)
{
	unsigned own = p->look ? style_attrs(&d->styles[p->role]) : 0, more = p->look ? style_attrs(&p->look->style) : 0;
	for (size_t i = 0; i < p->n_runs; i++) {
		const struct run *r = &p->runs[i];
		struct atom x = {.run = r, .attrs = r->kind == RUN_SLOT || r->kind == RUN_CITE ? (r->attrs | more) & STARS & ~own : 0};
		if (r->kind == RUN_TEXT)
			cut_text(d->doc->arena, r, (r->attrs | more) & MARKS & ~own, to);
		else
			ARENA_PUSH(d->doc->arena, to->v, to->n, to->cap, x);
	}
}

/* No mark stands beside a space nor goes over a line's end; a mark of a note has those around it. loose: spaces have no marks of their own. */
static void settle(struct atoms *a, bool loose)
{
	for (size_t i = 0; i < a->n; i++) {
		struct atom *x = &a->v[i];
		bool note = x->run->kind == RUN_FOOTNOTE, line = x->run->kind == RUN_BREAK || (x->blank && memchr(x->s, '\n', x->n));
		size_t k = i + 1;
		if (!x->blank && !note)
			continue;
		while (k < a->n && (a->v[k].blank || a->v[k].run->kind == RUN_FOOTNOTE))
			k++;
		unsigned around = i && k < a->n && !line ? a->v[i - 1].attrs & a->v[k].attrs & STARS : 0;
		x->attrs = loose || note ? around : around & x->attrs;
	}
}

/* ---- marks ---- */

static const struct { unsigned attr; const char *sign; } signs[] = {{RUN_BOLD, "**"}, {RUN_ITALIC, "*"}, {RUN_SUP, "^"}, {RUN_SUB, "~"}};
enum { N_SIGNS = sizeof signs / sizeof *signs };

struct marks {
	struct buf *out;
	size_t open[N_SIGNS]; /* indexes of signs[], the outer first */
	size_t n;
};

static unsigned opened(const struct marks *m)
{
	unsigned all = 0;
	for (size_t i = 0; i < m->n; i++)
		all |= signs[m->open[i]].attr;
	return all;
}

/* Closes what is not wanted, what stands inside of it first; true if stars were closed. */
static bool close_marks(struct marks *m, unsigned want)
{
	bool stars = false;
	while (opened(m) & ~want) {
		size_t k = m->open[--m->n];
		buf_puts(m->out, signs[k].sign);
		stars = stars || (signs[k].attr & STARS);
	}
	return stars;
}

/* How far a mark that opens at atom i goes. */
static size_t reach(const struct atoms *a, size_t i, unsigned attr)
{
	while (i < a->n && (a->v[i].attrs & attr))
		i++;
	return i;
}

/* Opens what is wanted, what goes farthest first. */
static void open_marks(struct marks *m, const struct atoms *a, size_t i, unsigned want)
{
	for (;;) {
		size_t best = N_SIGNS, far = 0;
		unsigned now = opened(m);
		for (size_t k = 0; k < N_SIGNS; k++) {
			if (!(want & ~now & signs[k].attr))
				continue;
			size_t r = reach(a, i, signs[k].attr);
			if (r > far)
				best = k, far = r;
		}
		if (best == N_SIGNS)
			return;
		buf_puts(m->out, signs[best].sign);
		m->open[m->n++] = best;
	}
}

/* Before atom i. Nothing opens before a space, and no stars where others close: "**a***b*" would be read otherwise. */
static void turn(struct marks *m, const struct atoms *a, size_t i)
{
	const struct atom *x = &a->v[i];
	bool closed = close_marks(m, x->attrs);
	if (x->blank || x->run->kind == RUN_FOOTNOTE || x->run->kind == RUN_BREAK)
		return;
	open_marks(m, a, i, closed ? x->attrs & ~(unsigned)STARS : x->attrs);
}

static void put_slot(struct buf *out, const char *s)
{
	buf_putc(out, '[');
	for (; *s; s++)
		if ((unsigned char)*s == 0xC2) /* U+00A0 is C2 A0 */
			buf_putc(out, ' ');
	buf_putc(out, ']');
}

void draft_runs(const struct draft_out *d, const struct node *para, enum draft_place place)
{
	struct atoms a = {NULL, 0, 0};
	struct marks m = {.out = d->out};
	cut(d, &para->u.para, &a);
	settle(&a, para->u.para.look != NULL);
	for (size_t i = 0; i < a.n; i++) {
		const struct atom *x = &a.v[i];
		turn(&m, &a, i);
		switch (x->run->kind) {
		case RUN_TEXT: draft_escape(d->out, x->s, x->n, place); break;
		case RUN_BREAK: put_break(d->out, place); break;
		case RUN_SLOT: put_slot(d->out, x->run->text); break;
		case RUN_CITE: buf_printf(d->out, "[@%s]", x->run->cite->text); break;
		case RUN_FOOTNOTE:
			if (x->run->note && place != DRAFT_NOTE)
				buf_printf(d->out, "[^%u]", x->run->note->u.footnote.number);
			break;
		case RUN_PICTURE: case RUN_PAGE: case RUN_TAB: case RUN_REF: break;
		}
	}
	close_marks(&m, 0);
}
