#include "read/pdfview.h"
#include <math.h>

struct matrix matrix_by(struct matrix m, struct matrix n)
{
	return (struct matrix){
		m.a * n.a + m.b * n.c, m.a * n.b + m.b * n.d, m.c * n.a + m.d * n.c, m.c * n.b + m.d * n.d,
		m.e * n.a + m.f * n.c + n.e, m.e * n.b + m.f * n.d + n.f,
	};
}

void view_init(struct view *v, struct reading *out)
{
	struct tokens *lists[VIEW_LISTS] = { &out->body, &out->notes, &out->aside, &out->drawn };
	*v = (struct view){ .out = out };
	for (size_t i = 0; i < VIEW_LISTS; i++)
		v->lists[i] = (struct tokenizer){ .vocab = out->vocab, .arena = out->arena, .out = lists[i] };
}

void view_break(struct view *v)
{
	for (size_t i = 0; i < VIEW_LISTS; i++)
		tokenizer_gap(&v->lists[i], GAP_SOFT);
}

void view_page(struct view *v, uint32_t page)
{
	view_break(v);
	v->last.known = false;
	for (size_t i = 0; i < VIEW_LISTS; i++)
		v->lists[i].page = page;
}

static void new_line(struct view *v, enum view_list list)
{
	v->n_lines++;
	tokenizer_gap(&v->lists[list], GAP_SOFT);
	v->lists[list].line = v->n_lines;
}

struct place { double x, y, dx, dy, em; };

static struct place place_of(const struct view *v, const struct text_state *g)
{
	struct matrix m = matrix_by(v->tm, g->ctm);
	double len = hypot(m.a, m.b), unit = len > 0 ? 1 / len : 0;
	return (struct place){ m.e + g->rise * m.c, m.f + g->rise * m.d, m.a * unit, m.b * unit, fabs(g->size) * len };
}

/* What the way from the last glyph to this one says. */
static void join(struct view *v, enum view_list list, const struct place *p)
{
	double em = fmax(p->em, v->last.em), x = p->x - v->last.x, y = p->y - v->last.y;
	double along = x * p->dx + y * p->dy, across = fabs(y * p->dx - x * p->dy);
	if (!v->last.known || v->last.list != list || p->dx * v->last.dx + p->dy * v->last.dy < 0.99 || !(across <= 0.6 * em) || !(along > -em))
		new_line(v, list);
	else if (across > 0.08 * em || along > 0.15 * em || along < -0.3 * em || fmin(p->em, v->last.em) < 0.9 * em)
		tokenizer_gap(&v->lists[list], GAP_SOFT);
}

void view_stand(struct view *v, const struct text_state *g, enum view_list list)
{
	struct place p = place_of(v, g);
	v->last.known = true;
	v->last.x = p.x;
	v->last.y = p.y;
	v->last.dx = p.dx;
	v->last.dy = p.dy;
	v->last.em = p.em;
	v->last.list = list;
}

static void advance(struct view *v, double x)
{
	v->tm.e += x * v->tm.a;
	v->tm.f += x * v->tm.b;
}

void view_show(struct view *v, const struct text_state *g, enum view_list list, bool silent, const char *s, size_t n)
{
	while (g->font && n > 0) {
		uint32_t code;
		size_t k = pdf_font_code(g->font, s, n, &code);
		buf_clear(&v->chars);
		double w = pdf_font_text(g->font, code, &v->chars);
		if (!silent) {
			struct place p = place_of(v, g);
			join(v, list, &p);
			tokenizer_put(&v->lists[list], v->chars.data ? v->chars.data : "", v->chars.len);
		}
		advance(v, (w * g->size + g->char_space + (k == 1 && code == ' ' ? g->word_space : 0)) * g->scale);
		if (!silent)
			view_stand(v, g, list);
		s += k;
		n -= k;
	}
}

void view_put(struct view *v, const struct text_state *g, enum view_list list, const char *s, size_t n)
{
	struct place p = place_of(v, g);
	join(v, list, &p);
	tokenizer_put(&v->lists[list], s, n);
}

void view_move(struct view *v, double x, double y)
{
	v->line = matrix_by((struct matrix){ 1, 0, 0, 1, x, y }, v->line);
	v->tm = v->line;
}

void view_shift(struct view *v, const struct text_state *g, double thousandths)
{
	advance(v, -thousandths / 1000 * g->size * g->scale);
}

void view_end(struct view *v)
{
	view_break(v);
	buf_free(&v->chars);
}
