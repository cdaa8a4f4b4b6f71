/* Charts: the DOCX keeps their names and numbers, the PDF shows them inside its pictures. What a picture shows besides (the scale of
 * an axis, the texts of other pictures) says nothing. */
#include <math.h>
#include <string.h>
#include "base/utf8.h"
#include "check/match.h"

/* A word of a picture that is a number: "1.234,5", "75%". */
struct shown { double value, half; bool used; uint32_t page; };
struct shown_list { struct shown *v; size_t n, cap; };
enum { MAX_SHOWN = 20000 };  /* each is looked at for each number of the DOCX */

/* Points between thousands, a decimal comma, a percent sign. half: of its last place. */
static bool read_number(const char *s, struct shown *out)
{
	double unit = 1;
	bool any = false, comma = false, negative = !strncmp(s, "-", 1);
	*out = (struct shown){ .half = 0.5 };
	for (s += negative; *s && *s != '%'; s++) {
		if (*s == ',' && !comma && any) {
			comma = true;
		} else if (*s >= '0' && *s <= '9') {
			any = true;
			unit /= comma ? 10 : 1;
			out->value = comma ? out->value + (*s - '0') * unit : out->value * 10 + (*s - '0');
		} else if (*s != '.' || comma) {
			return false;
		}
	}
	out->half *= unit;
	if (*s == '%') {
		out->value /= 100;
		out->half /= 100;
		s++;
	}
	out->value = negative ? -out->value : out->value;
	return any && !*s;
}

static void gather_numbers(struct arena *a, const struct vocab *v, const struct tokens *t, struct shown_list *out)
{
	for (size_t i = 0, end; i < t->n && out->n < MAX_SHOWN; i = end) {
		char word[64];
		size_t n = 0;
		for (end = i; end < t->n && (end == i || t->v[end].gap == GAP_NONE); end++) {
			const char *s = vocab_text(v, t->v[end].id);
			size_t len = strlen(s);
			if (n + len < sizeof word) {
				memcpy(word + n, s, len);
				n += len;
			}
		}
		word[n] = 0;
		struct shown s;
		if (!read_number(word, &s))
			continue;
		s.page = t->v[i].page;
		ARENA_PUSH(a, out->v, out->n, out->cap, s);
	}
}

/* The number nearest to the value that may stand for it, or NULL. */
static struct shown *find_number(struct shown_list *l, double value)
{
	struct shown *best = NULL;
	for (size_t i = 0; i < l->n; i++) {
		struct shown *s = &l->v[i];
		double off = fabs(s->value - value);
		if (!s->used && off <= s->half + 1e-9 * fabs(value) && (!best || off < fabs(best->value - value)))
			best = s;
	}
	return best;
}

static void compare_numbers(struct arena *a, const struct reading *docx, const struct tokens *drawn, struct agreement *out)
{
	struct shown_list l = { 0 };
	gather_numbers(a, docx->vocab, drawn, &l);
	for (size_t i = 0; i < docx->n_numbers; i++) {
		const struct drawn_number *d = &docx->numbers[i];
		struct shown *s = find_number(&l, d->value);
		if (s) {
			s->used = true;
			continue;
		}
		char *number = arena_printf(a, "%.10g", d->value);
		for (char *p = number; *p; p++)
			*p = *p == '.' ? ',' : *p;
		agree_add(a, out, (struct difference){ .kind = AGREE_FIGURE, .docx = number, .pdf = "",
			.before = utf8_one_line(a, *d->series ? arena_printf(a, "%s, %s", d->category, d->series) : d->category) });
	}
}

/* Every token of a name has one of its own in the PDF's pictures. */
static void compare_names(struct arena *a, const struct reading *docx, const struct tokens *drawn, struct agreement *out)
{
	uint32_t most = 0;
	for (size_t i = 0; i < drawn->n; i++)
		most = drawn->v[i].id > most ? drawn->v[i].id : most;
	uint32_t *count = ARENA_ARRAY(a, uint32_t, (size_t)most + 1);
	for (size_t i = 0; i < drawn->n; i++)
		count[drawn->v[i].id]++;
	for (size_t i = 0; i < docx->drawn_name.n; i++) {
		struct span s = docx->drawn_name.v[i];
		bool whole = true;
		for (size_t k = s.from; k < s.to; k++) {
			uint32_t id = docx->drawn.v[k].id;
			whole = whole && id <= most && count[id];
			if (id <= most && count[id])
				count[id]--;
		}
		if (!whole)
			agree_add(a, out, (struct difference){ .kind = AGREE_WORDS, .docx = agree_text(a, docx->vocab, &docx->drawn, s.from, s.to),
				.pdf = "", .before = "" });
	}
}

void compare_charts(struct arena *a, const struct reading *docx, const struct tokens *drawn, struct agreement *out)
{
	compare_names(a, docx, drawn, out);
	compare_numbers(a, docx, drawn, out);
}

/* ---- PDF files without structure ---- */

static bool is_figure(const struct vocab *v, uint32_t id)
{
	return vocab_digits(v, id) || (strchr(".,%", *vocab_text(v, id)) && strlen(vocab_text(v, id)) == 1);
}

/* Nothing but names of the chart and numbers, and half of its names at least. */
static bool is_chart(const struct match *m, const struct hunk *h, const struct span *chart)
{
	size_t names = 0;
	for (size_t k = h->p0; k < h->p1; k++) {
		uint32_t id = m->p->v[k].id;
		size_t i = chart->from;
		while (i < chart->to && m->docx->drawn.v[i].id != id)
			i++;
		names += i < chart->to;
		if (i == chart->to && !is_figure(m->docx->vocab, id))
			return false;
	}
	return names * 2 >= chart->to - chart->from;
}

static bool is_drawn(const struct match *m, const struct hunk *h)
{
	for (size_t i = 0; i < m->docx->drawn_chart.n; i++)
		if (is_chart(m, h, &m->docx->drawn_chart.v[i]))
			return true;
	return false;
}

void settle_charts(struct match *m, struct tokens *drawn)
{
	struct hunk h;
	if (!m->docx->n_charts || m->docx->drawn.n > MAX_SHOWN)
		return;
	for (size_t i = 0, j = 0; match_next(m, &i, &j, &h);) {
		if (h.d0 < h.d1 || h.p1 - h.p0 > MAX_SHOWN || !is_drawn(m, &h))
			continue;
		for (size_t k = h.p0; k < h.p1; k++) {
			m->p_to[k] = MATCH_SETTLED;
			ARENA_PUSH(m->arena, drawn->v, drawn->n, drawn->cap, m->p->v[k]);
		}
	}
}
