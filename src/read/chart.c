/* "biểu đồ": a bar chart. Keys, then a row of figures for each bar or group of bars:
 *
 *	tên: Kết quả thực hiện nhiệm vụ quý IV/2025
 *	đơn vị: nhiệm vụ
 *	chuỗi: Hoàn thành | Quá hạn
 *	Sở Tài chính | 12 | 1
 *
 * A pipe table with its row of dashes does as well; its header then names the series. */
#include "base/utf8.h"
#include "read/grid.h"
#include "read/msg.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct chart_in {
	struct body *b;
	struct chart *c;
	const struct fence *f;
	size_t caption_line;       /* of "tên", with where it stands */
	const char *caption, *caption_end;
	twip width;
	bool kind_given;
	size_t names_line;         /* of "chuỗi" */
	struct slot *names; size_t n_names;
	size_t *rows; size_t n_rows, cap_rows; /* lines of rows */
	size_t rule;               /* index in rows below the row of dashes, SIZE_MAX: there is none */
	unsigned seen;             /* keys given, a bit each */
	bool any_percent, any_plain;
	bool bad;
};

static void fault(struct chart_in *x, enum read_fault f, size_t i, const char *at, const char *text)
{
	x->bad = true;
	diag_put(x->b->g, &read_msgs[f], source_pos(x->b->src, i, at), text);
}

static const char *shown(struct chart_in *x, const char *s, const char *e)
{
	return utf8_short(x->b->arena, arena_strndup(x->b->arena, s, (size_t)(e - s)));
}

/* ---- keys ---- */

static void set_title(struct chart_in *x, size_t i, const struct fence_key *k)
{
	x->caption_line = i;
	x->caption = k->s;
	x->caption_end = k->e;
}

static void set_unit(struct chart_in *x, size_t i, const struct fence_key *k)
{
	(void)i;
	x->c->unit = k->s < k->e ? fence_plain(x->b, k->s, k->e) : NULL;
}

static void set_kind(struct chart_in *x, size_t i, const struct fence_key *k)
{
	static const struct { const char *fold; enum chart_kind kind; bool stacked; } kinds[] = {
		{"cot", CHART_COLUMNS, false}, {"cotdung", CHART_COLUMNS, false}, {"cotchong", CHART_COLUMNS, true},
		{"thanh", CHART_BARS, false}, {"thanhngang", CHART_BARS, false}, {"thanhchong", CHART_BARS, true}, {"thanhngangchong", CHART_BARS, true}};
	const char *text = arena_strndup(x->b->arena, k->s, (size_t)(k->e - k->s)), *fold = viet_fold(x->b->arena, text);
	for (size_t n = 0; n < sizeof kinds / sizeof *kinds; n++) {
		if (strcmp(kinds[n].fold, fold))
			continue;
		x->c->kind = kinds[n].kind;
		x->c->stacked = kinds[n].stacked;
		x->kind_given = true;
		return;
	}
	diag_put(x->b->g, &read_msgs[READ_CHOICE], source_pos(x->b->src, i, k->s), utf8_short(x->b->arena, text), "kiểu",
		"cột, cột chồng, thanh ngang, thanh ngang chồng");
	x->bad = true;
}

static struct slot *cells(struct chart_in *x, const char *s, const char *e, size_t *n)
{
	const char *from = *s == '|' ? s : s - 1; /* grid_split steps over the bar that opens a row */
	*n = grid_split(from, e, NULL, 0);
	struct slot *v = ARENA_ARRAY(x->b->arena, struct slot, *n + 1);
	grid_split(from, e, v, *n);
	return v;
}

static void set_series(struct chart_in *x, size_t i, const struct fence_key *k)
{
	x->names_line = i;
	x->names = cells(x, k->s, k->e, &x->n_names);
}

/* A length of at least so many mm; 0 (noted) if it is none. */
static twip size_of(struct chart_in *x, size_t i, const struct fence_key *k, int least)
{
	twip w = fence_length(x->b, i, k);
	if (w && w < twip_from_mm(least))
		diag_put(x->b->g, &read_msgs[READ_CHART_SMALL], source_pos(x->b->src, i, k->s), CHART_LEAST_W, CHART_LEAST_H);
	x->bad = x->bad || w < twip_from_mm(least);
	return w;
}

static void set_width(struct chart_in *x, size_t i, const struct fence_key *k) { x->width = size_of(x, i, k, CHART_LEAST_W); }
static void set_height(struct chart_in *x, size_t i, const struct fence_key *k) { x->c->height = size_of(x, i, k, CHART_LEAST_H); }

static const char *const key_names[] = {"tên", "đơn vị", "kiểu", "chuỗi", "rộng", "cao", NULL};
static const char *const key_folds[] = {"ten", "donvi", "kieu", "chuoi", "rong", "cao", NULL};
static void (*const setters[])(struct chart_in *, size_t, const struct fence_key *) = {
	set_title, set_unit, set_kind, set_series, set_width, set_height};

/* A row may hold a colon, and a key's value may hold bars. */
static bool read_key(struct chart_in *x, size_t i)
{
	struct fence_key k;
	if (*body_start(x->b, i) == '|' || !fence_key_at(x->b, i, &k))
		return false;
	int n = fence_find(key_folds, k.fold);
	if (n < 0 && memchr(k.s, '|', (size_t)(k.e - k.s)))
		return false;
	if (n < 0) {
		fence_unknown_key(x->b, i, &k, key_names);
		x->bad = true;
		return true;
	}
	if (x->seen & 1u << n) {
		unsigned first = 0;
		for (size_t l = x->f->from; l < i && !first; l++) {
			struct fence_key o;
			if (fence_key_at(x->b, l, &o) && !strcmp(o.fold, k.fold))
				first = (unsigned)l + 1;
		}
		diag_put(x->b->g, &read_msgs[READ_DUPLICATE], source_pos(x->b->src, i, k.key), key_names[n], first);
		x->bad = true;
		return true;
	}
	x->seen |= 1u << n;
	setters[n](x, i, &k);
	return true;
}

/* ---- rows ---- */

static bool is_rule(struct chart_in *x, size_t i)
{
	size_t n = 0;
	const char *p = body_start(x->b, i);
	if (*p != '|')
		return false;
	const struct slot *v = cells(x, p, fence_line_end(x->b, i), &n);
	return grid_is_rule(v, n, NULL);
}

static void gather(struct chart_in *x)
{
	x->rule = SIZE_MAX;
	for (size_t i = x->f->from; i < x->f->to; i++) {
		const char *p = body_start(x->b, i);
		if (source_blank(x->b->src, i) || read_key(x, i))
			continue;
		if (is_rule(x, i) && x->rule == SIZE_MAX && x->n_rows <= 1) {
			x->rule = x->n_rows;
			continue;
		}
		if (!memchr(p, '|', strlen(p))) {
			fault(x, READ_CHART_LINE, i, p, shown(x, p, fence_line_end(x->b, i)));
			continue;
		}
		if (x->n_rows > CHART_CATEGORIES) {
			diag_put(x->b->g, &read_msgs[READ_CHART_MANY_ROWS], source_pos(x->b->src, i, p), CHART_CATEGORIES);
			x->bad = true;
			return;
		}
		ARENA_PUSH(x->b->arena, x->rows, x->n_rows, x->cap_rows, i);
	}
}

enum figure { FIGURE_GOOD, FIGURE_NONE, FIGURE_BAD, FIGURE_NEGATIVE };

/* Digits with points between thousands, a decimal comma: what is left of s is no part of it. Digits go to out. */
static const char *digits(const char *s, char *out, int *places)
{
	size_t n = 0, group = strspn(s, "0123456789");
	if (!group)
		return NULL;
	bool grouped = s[group] == '.';
	if (grouped && group > 3)
		return NULL;
	memcpy(out, s, n = group < CHART_DIGITS ? group : CHART_DIGITS);
	if (group > CHART_DIGITS)
		return NULL;
	for (s += group; *s == '.'; s += 4) {
		if (strspn(s + 1, "0123456789") != 3 || n + 3 > CHART_DIGITS)
			return NULL;
		memcpy(out + n, s + 1, 3);
		n += 3;
	}
	if (*s == ',') {
		size_t k = strspn(s + 1, "0123456789");
		if (!k || k > CHART_PLACES)
			return NULL;
		out[n++] = '.';
		memcpy(out + n, s + 1, k);
		n += k;
		*places = (int)k;
		s += k + 1;
	}
	out[n] = 0;
	return s;
}

static enum figure figure_of(const char *s, double *v, int *places, bool *percent)
{
	char text[CHART_DIGITS + CHART_PLACES + 2];
	*places = 0;
	*percent = false;
	if (!*s || !strcmp(s, "-") || !strcmp(s, "–"))
		return FIGURE_NONE;
	bool negative = *s == '-' && s[1] >= '0' && s[1] <= '9';
	const char *rest = digits(s + negative, text, places);
	if (!rest)
		return FIGURE_BAD;
	rest += strspn(rest, " ");
	*percent = *rest == '%';
	if (rest[*percent])
		return FIGURE_BAD;
	/* By hand: strtod would ask for the locale's comma. */
	double whole = 0, unit = 1;
	bool decimals = false;
	for (const char *p = text; *p; p++) {
		if (*p == '.') {
			decimals = true;
			continue;
		}
		whole = whole * 10 + (*p - '0');
		unit *= decimals ? 10 : 1;
	}
	*v = whole / unit;
	return negative && whole > 0 ? FIGURE_NEGATIVE : FIGURE_GOOD;
}

static void read_figure(struct chart_in *x, size_t i, const struct slot *s, double *out)
{
	int places;
	bool percent;
	*out = NAN;
	switch (figure_of(fence_plain(x->b, s->s, s->e), out, &places, &percent)) {
	case FIGURE_GOOD:
		x->any_percent |= percent;
		x->any_plain |= !percent;
		if (x->any_percent && x->any_plain && !x->bad)
			fault(x, READ_CHART_PERCENT, i, s->s, NULL);
		if (places > x->c->places)
			x->c->places = places;
		break;
	case FIGURE_NONE:
		break;
	case FIGURE_BAD:
		fault(x, READ_CHART_NUMBER, i, s->s, shown(x, s->s, s->e));
		break;
	case FIGURE_NEGATIVE:
		fault(x, READ_CHART_NEGATIVE, i, s->s, shown(x, s->s, s->e));
		break;
	}
}

/* A name, which must be there and not too long; at: where its absence is told. */
static const char *name_of(struct chart_in *x, size_t i, const struct slot *v, const char *at)
{
	if (v->s == v->e)
		fault(x, READ_CHART_NAME, i, at, NULL);
	if (utf8_count(v->s, (size_t)(v->e - v->s)) > CHART_NAME) {
		diag_put(x->b->g, &read_msgs[READ_CHART_LONG], source_pos(x->b->src, i, v->s), CHART_NAME);
		x->bad = true;
	}
	return fence_plain(x->b, v->s, v->e);
}

static void read_row(struct chart_in *x, size_t i)
{
	struct chart *c = x->c;
	size_t n;
	const char *p = body_start(x->b, i);
	struct slot *v = cells(x, p, fence_line_end(x->b, i), &n);
	if (n != c->n_series + 1) {
		x->bad = true;
		diag_put(x->b->g, &read_msgs[READ_CHART_CELLS], source_pos(x->b->src, i, p), n ? n - 1 : 0, c->n_series);
		return;
	}
	c->categories[c->n_categories] = name_of(x, i, &v[0], p);
	for (size_t k = 0; k < c->n_series; k++)
		read_figure(x, i, &v[k + 1], &c->values[c->n_categories * c->n_series + k]);
	c->n_categories++;
}

/* A first row is the header if a row of dashes is below it, or none of its cells is a figure. */
static bool first_is_header(struct chart_in *x)
{
	size_t n;
	double v;
	int places;
	bool percent;
	if (x->rule != SIZE_MAX || !x->n_rows)
		return x->rule == 1;
	struct slot *s = cells(x, body_start(x->b, x->rows[0]), fence_line_end(x->b, x->rows[0]), &n);
	for (size_t k = 1; k < n; k++)
		if (figure_of(fence_plain(x->b, s[k].s, s[k].e), &v, &places, &percent) != FIGURE_BAD)
			return false;
	return !x->names && n > 1;
}

static void name_series(struct chart_in *x, size_t i, const struct slot *v, size_t n)
{
	struct chart *c = x->c;
	if (n > CHART_SERIES) {
		x->bad = true;
		diag_put(x->b->g, &read_msgs[READ_CHART_MANY_SERIES], source_pos(x->b->src, i, v[0].s), n, CHART_SERIES);
		return;
	}
	c->series = ARENA_ARRAY(x->b->arena, const char *, n);
	for (size_t k = 0; k < n; k++) {
		c->series[c->n_series++] = name_of(x, i, &v[k], v[k].s);
	}
}

static void read_rows(struct chart_in *x)
{
	bool header = first_is_header(x);
	struct chart *c = x->c;
	if (header && x->names)
		fault(x, READ_CHART_TWO_HEADS, x->names_line, body_start(x->b, x->names_line), NULL);
	if (header) {
		size_t n;
		struct slot *v = cells(x, body_start(x->b, x->rows[0]), fence_line_end(x->b, x->rows[0]), &n);
		c->head = fence_plain(x->b, v[0].s, v[0].e);
		name_series(x, x->rows[0], v + 1, n - 1);
	} else if (x->names) {
		name_series(x, x->names_line, x->names, x->n_names);
	}
	if (!c->n_series) {
		if (!x->bad)
			fault(x, READ_CHART_NO_SERIES, x->f->open, body_start(x->b, x->f->open), NULL);
		return;
	}
	if (x->n_rows > CHART_CATEGORIES + (size_t)header) {
		diag_put(x->b->g, &read_msgs[READ_CHART_MANY_ROWS], source_start(x->b->src, x->rows[CHART_CATEGORIES]), CHART_CATEGORIES);
		x->bad = true;
	}
	c->values = ARENA_ARRAY(x->b->arena, double, (x->n_rows + 1) * c->n_series);
	c->categories = ARENA_ARRAY(x->b->arena, const char *, x->n_rows + 1);
	for (size_t r = header; r < x->n_rows; r++)
		read_row(x, x->rows[r]);
	if (!c->n_categories && !x->bad)
		fault(x, READ_CHART_NO_ROWS, x->f->open, body_start(x->b, x->f->open), NULL);
	c->percent = x->any_percent;
}

/* The chart in its paragraph, and the caption under it. */
static void make(struct chart_in *x)
{
	enum { MANY = 8 }; /* names of so many columns have no room side by side */
	struct body *b = x->b;
	struct node *n = body_para(b, b->section, ROLE_PICTURE, x->c->pos);
	if (!n)
		return;
	if (!x->kind_given && x->c->n_categories > MANY)
		x->c->kind = CHART_BARS;
	struct picture *pic = ARENA_NEW(b->arena, struct picture);
	pic->chart = x->c;
	pic->width = x->width;
	doc_run(b->doc, n, RUN_PICTURE, NULL, 0)->picture = pic;
	if (x->caption && x->caption < x->caption_end) {
		struct node *c = body_para(b, b->section, ROLE_CAPTION, source_pos(b->src, x->caption_line, x->caption));
		if (!c)
			return;
		inline_read(b, c, x->caption_line, x->caption, x->caption_end, INLINE_PARA);
		n->u.para.keep_next = true;
		x->c->title = doc_text(b->doc, c);
	}
	pic->alt = utf8_one_line(b->arena, chart_words(b->arena, x->c));
}

void chart_read(struct body *b, const struct fence *f)
{
	struct chart_in x = {.b = b, .f = f, .c = ARENA_NEW(b->arena, struct chart)};
	x.c->pos = source_start(b->src, f->open);
	gather(&x);
	read_rows(&x);
	if (!x.bad)
		make(&x);
}
