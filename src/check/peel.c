/* What stands on pages besides the text. */
#include <stdlib.h>
#include <string.h>
#include "check/match.h"

enum { MAX_LABEL = 4, EFFORT = 50000000, LEADER = 4 /* dots, at least */ };

static void push(struct arena *a, struct tokens *to, const struct tokens *from, size_t i, size_t end)
{
	for (; i < end; i++)
		ARENA_PUSH(a, to->v, to->n, to->cap, from->v[i]);
}

void header_rows(struct arena *a, const struct reading *docx, struct spans *out)
{
	for (size_t i = 0; i < docx->n_rows; i++) {
		const struct row *r = &docx->rows[i];
		struct span s = { r->from, r->to };
		if (!r->header)
			continue;
		if (i > 0 && docx->rows[i - 1].header && docx->rows[i - 1].table == r->table && out->n > 0)
			out->v[out->n - 1].to = r->to;
		else
			ARENA_PUSH(a, out->v, out->n, out->cap, s);
	}
}

/* ---- headers and footers ---- */

struct peeler {
	struct arena *arena;
	const struct reading *docx;
	const struct tokens *p;
	bool numbers;             /* headers that are a page number alone count too */
};

/* A number that a page may bear: in digits, not above its place in the file. */
static bool is_label(const struct reading *r, const struct token *t)
{
	const char *s = vocab_text(r->vocab, t->id);
	size_t n = 0;
	while (s[n] >= '0' && s[n] <= '9')
		n++;
	return n > 0 && n <= MAX_LABEL && s[n] == '\0' && strtoul(s, NULL, 10) <= t->page;
}

static bool margin_at(const struct peeler *x, const struct span *m, size_t at, size_t end)
{
	size_t n = m->to - m->from, words = 0;
	if (end - at < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct token *want = &x->docx->aside.v[m->from + i], *have = &x->p->v[at + i];
		if (want->id == TOKEN_PAGE ? !is_label(x->docx, have) : want->id != have->id)
			return false;
		words += want->id != TOKEN_PAGE;
	}
	return words > 0 || x->numbers;
}

static bool line_ends(const struct peeler *x, size_t at) /* between at - 1 and at */
{
	return at == 0 || at >= x->p->n || x->p->v[at - 1].line != x->p->v[at].line;
}

/* Length of the longest header or footer that begins at at. */
static size_t margin_from(const struct peeler *x, size_t at, size_t end)
{
	size_t best = 0;
	for (size_t i = 0; i < x->docx->margin.n; i++) {
		const struct span *m = &x->docx->margin.v[i];
		size_t n = m->to - m->from;
		if (n > best && margin_at(x, m, at, end) && line_ends(x, at + n))
			best = n;
	}
	return best;
}

/* … that ends at end. */
static size_t margin_to(const struct peeler *x, size_t at, size_t end)
{
	size_t best = 0;
	for (size_t i = 0; i < x->docx->margin.n; i++) {
		const struct span *m = &x->docx->margin.v[i];
		size_t n = m->to - m->from;
		if (n > best && n <= end - at && margin_at(x, m, end - n, end) && line_ends(x, end - n))
			best = n;
	}
	return best;
}

/* Where the notes begin that a page ends with: the longest tail that goes on with them. */
static size_t notes_from(const struct peeler *x, size_t at, size_t end, size_t note)
{
	const struct tokens *notes = &x->docx->notes;
	size_t rest = notes->n - note, n = end - at < rest ? end - at : rest;
	for (; n > 1; n--)
		if (x->p->v[end - n].id == notes->v[note].id && line_ends(x, end - n) && tokens_same(x->p, end - n, notes, note, n))
			return end - n;
	return end;
}

static void peel_page(struct peeler *x, size_t at, size_t end, size_t *note, bool find_notes, struct peeled *out)
{
	for (size_t n; at < end && (n = margin_from(x, at, end)) > 0; at += n)
		push(x->arena, &out->outside, x->p, at, at + n);
	for (size_t n; at < end && (n = margin_to(x, at, end)) > 0; end -= n)
		push(x->arena, &out->outside, x->p, end - n, end);
	size_t tail = find_notes && *note < x->docx->notes.n ? notes_from(x, at, end, *note) : end;
	push(x->arena, &out->body, x->p, at, tail);
	push(x->arena, &out->notes, x->p, tail, end);
	*note += end - tail;
}

/* ---- leaders ---- */

/* Dots that stand without a gap between them. */
static size_t dots_at(const struct vocab *v, const struct tokens *t, size_t at)
{
	size_t n = 0;
	while (at + n < t->n && !strcmp(vocab_text(v, t->v[at + n].id), ".") && (n == 0 || t->v[at + n].gap == GAP_NONE))
		n++;
	return n;
}

static bool has_dots(const struct vocab *v, const struct tokens *t)
{
	for (size_t i = 0, n; i < t->n; i += n > 0 ? n : 1) {
		n = dots_at(v, t, i);
		if (n >= LEADER)
			return true;
	}
	return false;
}

/* The tokens without runs of dots: a DOCX has a tab where the PDF draws them. */
static struct tokens without_leaders(struct arena *a, const struct vocab *v, const struct tokens *t)
{
	struct tokens out = { 0 };
	bool behind = false;
	for (size_t i = 0, n; i < t->n; i += n) {
		n = dots_at(v, t, i);
		if (n >= LEADER) {
			behind = true;
			continue;
		}
		n = n > 0 ? n : 1;
		push(a, &out, t, i, i + n);
		if (behind)
			out.v[out.n - n].gap = GAP_SPACE;
		behind = false;
	}
	return out;
}

void peel(struct arena *a, const struct reading *docx, const struct reading *pdf, struct peeled *out)
{
	/* Of dots that were typed too nobody can tell which are a leader's; what is marked as no text holds leaders alone. */
	bool typed = has_dots(docx->vocab, &docx->body);
	struct tokens text = docx->tabs && !typed ? without_leaders(a, pdf->vocab, &pdf->body) : pdf->body;
	struct tokens aside = docx->tabs ? without_leaders(a, pdf->vocab, &pdf->aside) : pdf->aside;
	struct peeler x = { .arena = a, .docx = docx, .p = &text, .numbers = !pdf->tagged };
	size_t note = 0;
	*out = (struct peeled){ 0 };
	for (size_t i = 0, end; i < text.n; i = end) {
		for (end = i; end < text.n && text.v[end].page == text.v[i].page; end++)
			;
		peel_page(&x, i, end, &note, !pdf->tagged, out);
	}
	push(a, &out->notes, &pdf->notes, 0, pdf->notes.n);
	push(a, &out->outside, &aside, 0, aside.n);
}

/* ---- what stands outside of the text ---- */

struct index { struct span *v; size_t n; const struct tokens *t; }; /* paragraphs of tables by their first token */

static int by_first(const void *x, const void *y, void *arg)
{
	const struct tokens *t = arg;
	const struct span *a = x, *b = y;
	uint32_t i = t->v[a->from].id, k = t->v[b->from].id;
	return i != k ? (i > k) - (i < k) : (a->from > b->from) - (a->from < b->from);
}

static struct index index_paras(struct arena *a, const struct reading *docx)
{
	struct index x = { .t = &docx->body, .v = ARENA_ARRAY(a, struct span, docx->para.n + 1) };
	size_t row = 0;
	for (size_t i = 0; i < docx->para.n; i++) {
		const struct span *s = &docx->para.v[i];
		while (row < docx->n_rows && docx->rows[row].to <= s->from)
			row++;
		if (row < docx->n_rows && docx->rows[row].from <= s->from)
			x.v[x.n++] = *s;
	}
	qsort_r(x.v, x.n, sizeof *x.v, by_first, (void *)(uintptr_t)x.t);
	return x;
}

static size_t longest(const struct tokens *outside, size_t at, const struct tokens *body, const struct span *v, size_t n, size_t best, size_t *effort)
{
	for (size_t i = 0; i < n && *effort > 0; i++, --*effort) {
		size_t len = v[i].to - v[i].from;
		if (len > best && len <= outside->n - at && tokens_same(outside, at, body, v[i].from, len))
			best = len;
	}
	return best;
}

/* Lines of a cell that goes on over a page's end need not repeat: whole paragraphs alone. */
static size_t para_from(const struct index *x, const struct tokens *outside, size_t at, size_t best, size_t *effort)
{
	size_t lo = 0, hi = x->n;
	uint32_t id = outside->v[at].id;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (x->t->v[x->v[mid].from].id < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (hi = lo; hi < x->n && x->t->v[x->v[hi].from].id == id; hi++)
		;
	return longest(outside, at, x->t, x->v + lo, hi - lo, best, effort);
}

void peel_unexplained(struct arena *a, const struct reading *docx, const struct tokens *outside, struct spans *out)
{
	struct peeler x = { .arena = a, .docx = docx, .p = outside, .numbers = true };
	struct spans heads = { 0 };
	struct index paras = index_paras(a, docx);
	size_t effort = EFFORT;
	header_rows(a, docx, &heads);
	for (size_t at = 0; at < outside->n;) {
		size_t n = margin_from(&x, at, outside->n);
		n = longest(outside, at, &docx->body, heads.v, heads.n, n, &effort);
		n = para_from(&paras, outside, at, n, &effort);
		if (n == 0 && out->n > 0 && out->v[out->n - 1].to == at && outside->v[at].page == outside->v[at - 1].page) {
			out->v[out->n - 1].to++;
		} else if (n == 0) {
			struct span s = { at, at + 1 };
			ARENA_PUSH(a, out->v, out->n, out->cap, s);
		}
		at += n > 0 ? n : 1;
	}
}
