#include "check/agree.h"
#include "base/buf.h"
#include "check/match.h"

enum { MAX_COST = 1500, WORDS_BEFORE = 5, MAX_TEXT = 240 };

const char *const agree_kind_names[AGREE_KINDS] = {
	[AGREE_FIGURE] = "figure", [AGREE_WORDS] = "words", [AGREE_OUTSIDE] = "outside", [AGREE_BREAK] = "break",
	[AGREE_PAGES] = "pages", [AGREE_PICTURES] = "pictures",
};

bool tokens_same(const struct tokens *a, size_t i, const struct tokens *b, size_t j, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (a->v[i + k].id != b->v[j + k].id)
			return false;
	return true;
}

/* ---- partners ---- */

static uint32_t *ids_of(struct arena *a, const struct tokens *t)
{
	uint32_t *v = ARENA_ARRAY(a, uint32_t, t->n + 1);
	for (size_t i = 0; i < t->n; i++)
		v[i] = t->v[i].id;
	return v;
}

void match_tokens(struct match *m, struct arena *a, const struct reading *docx, const struct tokens *d, const struct tokens *p)
{
	*m = (struct match){ .arena = a, .docx = docx, .d = d, .p = p };
	m->d_to = ARENA_ARRAY(a, size_t, d->n + 1);
	m->p_to = ARENA_ARRAY(a, size_t, p->n + 1);
	m->boxes = ARENA_ARRAY(a, bool, docx->box.n + 1);
	diff_lists(a, ids_of(a, d), d->n, ids_of(a, p), p->n, MAX_COST, m->d_to, m->p_to);
}

bool match_next(const struct match *m, size_t *i, size_t *j, struct hunk *h)
{
	while (*i < m->d->n || *j < m->p->n) {
		bool in_d = *i < m->d->n, in_p = *j < m->p->n;
		if (in_d && m->d_to[*i] == MATCH_SETTLED) {
			++*i;
		} else if (in_p && m->p_to[*j] == MATCH_SETTLED) {
			++*j;
		} else if (in_d && in_p && m->d_to[*i] != DIFF_NONE && m->p_to[*j] != DIFF_NONE) {
			++*i, ++*j;
		} else {
			*h = (struct hunk){ *i, *i, *j, *j };
			while (h->d1 < m->d->n && m->d_to[h->d1] == DIFF_NONE)
				h->d1++;
			while (h->p1 < m->p->n && m->p_to[h->p1] == DIFF_NONE)
				h->p1++;
			if (h->d1 == *i && h->p1 == *j) /* partners across what was settled */
				return false;
			*i = h->d1, *j = h->p1;
			return true;
		}
	}
	return false;
}

/* ---- differences ---- */

void agree_add(struct arena *a, struct agreement *out, struct difference d)
{
	out->n_all++;
	out->n_figures += d.kind == AGREE_FIGURE;
	if (out->n < AGREE_KEPT)
		ARENA_PUSH(a, out->v, out->n, out->cap, d);
}

const char *agree_text(struct arena *a, const struct vocab *v, const struct tokens *t, size_t from, size_t to)
{
	struct buf b = BUF_INIT;
	for (size_t i = from; i < to; i++) {
		if (b.len > MAX_TEXT) {
			buf_puts(&b, " …");
			break;
		}
		if (i > from && t->v[i].gap != GAP_NONE)
			buf_putc(&b, ' ');
		buf_puts(&b, vocab_text(v, t->v[i].id));
	}
	const char *s = arena_strndup(a, b.data ? b.data : "", b.len);
	buf_free(&b);
	return s;
}

static const char *words_before(struct arena *a, const struct vocab *v, const struct tokens *t, size_t at)
{
	size_t from = at;
	for (size_t words = 0; from > 0 && words < WORDS_BEFORE && at - from < 30;)
		words += t->v[--from].gap != GAP_NONE;
	return agree_text(a, v, t, from, at);
}

static bool glued(const struct tokens *t, size_t i) { return i > 0 && i < t->n && t->v[i].gap == GAP_NONE; }

/* To whole words: of "57-NQ/TW" and "58-NQ/TW" not the number alone is told. */
static void widen(const struct match *m, struct hunk *h)
{
	while (h->d0 > 0 && h->p0 > 0 && m->d_to[h->d0 - 1] == h->p0 - 1 && (glued(m->d, h->d0) || glued(m->p, h->p0)))
		h->d0--, h->p0--;
	for (;;) {
		while (h->d1 < m->d->n && m->d_to[h->d1] == DIFF_NONE)
			h->d1++;
		while (h->p1 < m->p->n && m->p_to[h->p1] == DIFF_NONE)
			h->p1++;
		if (h->d1 >= m->d->n || h->p1 >= m->p->n || m->d_to[h->d1] != h->p1 || !(glued(m->d, h->d1) || glued(m->p, h->p1)))
			return;
		h->d1++, h->p1++;
	}
}

static bool has_digits(const struct vocab *v, const struct tokens *t, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (vocab_digits(v, t->v[i].id))
			return true;
	return false;
}

static void tell_hunks(const struct match *m, bool note, struct agreement *out)
{
	const struct vocab *v = m->docx->vocab;
	struct hunk h;
	for (size_t i = 0, j = 0; match_next(m, &i, &j, &h);) {
		widen(m, &h);
		if (h.d1 > i)
			i = h.d1;
		if (h.p1 > j)
			j = h.p1;
		bool figure = has_digits(v, m->d, h.d0, h.d1) || has_digits(v, m->p, h.p0, h.p1);
		size_t at = h.p0 < h.p1 || h.p0 == 0 ? h.p0 : h.p0 - 1;
		agree_add(m->arena, out, (struct difference){
			.kind = figure ? AGREE_FIGURE : AGREE_WORDS, .note = note, .page = at < m->p->n ? m->p->v[at].page : 0,
			.docx = agree_text(m->arena, v, m->d, h.d0, h.d1), .pdf = agree_text(m->arena, v, m->p, h.p0, h.p1),
			.before = h.d0 > 0 ? words_before(m->arena, v, m->d, h.d0) : words_before(m->arena, v, m->p, h.p0) });
	}
}

/* ---- pages and pictures ---- */

/* Only while the page breaks that the DOCX remembers are as many as the PDF has: else the number of pages tells it. */
static void compare_breaks(const struct match *m, const struct reading *pdf, struct agreement *out)
{
	uint32_t last = 0;
	if (!m->docx->hints || m->d->n == 0 || m->d->v[m->d->n - 1].page != pdf->n_pages)
		return;
	for (size_t i = 0; i < m->d->n; i++) {
		size_t j = m->d_to[i];
		if (j >= MATCH_SETTLED || m->d->v[i].page == m->p->v[j].page || m->p->v[j].page == last)
			continue;
		last = m->p->v[j].page;
		size_t end = i + 8 < m->d->n ? i + 8 : m->d->n;
		agree_add(m->arena, out, (struct difference){ .kind = AGREE_BREAK, .page = last,
			.docx = arena_printf(m->arena, "%u", m->d->v[i].page), .pdf = arena_printf(m->arena, "%u", last),
			.before = agree_text(m->arena, m->docx->vocab, m->d, i, end) });
	}
}

static void compare_counts(struct arena *a, const struct reading *docx, const struct reading *pdf, struct agreement *out)
{
	size_t pictures = docx->n_pictures - docx->n_charts; /* a chart is lines, where the PDF does not say that they are a picture */
	bool drawn = pdf->tagged ? docx->n_pictures == pdf->n_pictures : docx->n_charts || !pictures == !pdf->n_pictures;
	if (docx->n_pages > 0 && docx->n_pages != pdf->n_pages)
		agree_add(a, out, (struct difference){ .kind = AGREE_PAGES, .docx = arena_printf(a, "%zu", docx->n_pages),
			.pdf = arena_printf(a, "%zu", pdf->n_pages), .before = "" });
	if (!drawn)
		agree_add(a, out, (struct difference){ .kind = AGREE_PICTURES, .docx = arena_printf(a, "%zu", docx->n_pictures),
			.pdf = arena_printf(a, "%zu", pdf->n_pictures), .before = "" });
}

/* Boxes that were found stand at their place in the PDF; the others are missing there. */
static void compare_boxes(struct match *m, const struct reading *docx, struct agreement *out)
{
	for (size_t i = 0; i < docx->box.n; i++) {
		const struct span *b = &docx->box.v[i];
		if (!m->boxes[i])
			agree_add(m->arena, out, (struct difference){
				.kind = has_digits(docx->vocab, &docx->boxes, b->from, b->to) ? AGREE_FIGURE : AGREE_WORDS,
				.docx = agree_text(m->arena, docx->vocab, &docx->boxes, b->from, b->to), .pdf = "", .before = "" });
	}
}

static void compare_outside(struct arena *a, const struct reading *docx, const struct tokens *outside, struct agreement *out)
{
	struct spans odd = { 0 };
	peel_unexplained(a, docx, outside, &odd);
	for (size_t i = 0; i < odd.n; i++)
		agree_add(a, out, (struct difference){ .kind = AGREE_OUTSIDE, .page = outside->v[odd.v[i].from].page, .docx = "",
			.pdf = agree_text(a, docx->vocab, outside, odd.v[i].from, odd.v[i].to),
			.before = words_before(a, docx->vocab, outside, odd.v[i].from) });
}

static void figures_first(struct arena *a, struct agreement *out)
{
	struct difference *v = ARENA_ARRAY(a, struct difference, out->n);
	size_t n = 0;
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < out->n; i++)
			if ((out->v[i].kind == AGREE_FIGURE) == (round == 0))
				v[n++] = out->v[i];
	out->v = v;
}

void agree(struct arena *a, const struct reading *docx, const struct reading *pdf, struct agreement *out)
{
	struct peeled p;
	struct match body, notes;
	*out = (struct agreement){ 0 };
	peel(a, docx, pdf, &p);
	match_tokens(&body, a, docx, &docx->body, &p.body);
	body.aside = pdf->tagged ? &p.outside : NULL;
	settle(&body);
	struct tokens drawn = pdf->drawn;
	if (!pdf->tagged)
		settle_charts(&body, &drawn);
	tell_hunks(&body, false, out);
	compare_boxes(&body, docx, out);
	match_tokens(&notes, a, docx, &docx->notes, &p.notes);
	settle_lines(&notes);
	tell_hunks(&notes, true, out);
	compare_outside(a, docx, &p.outside, out);
	compare_charts(a, docx, &drawn, out);
	compare_counts(a, docx, pdf, out);
	compare_breaks(&body, pdf, out);
	figures_first(a, out);
}
