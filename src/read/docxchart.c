/* A chart of a DOCX: its names, and the numbers that its drawing shows. Bars, lines and pies alike: what counts are the series
 * with the values they were saved with. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "pack/xmlin.h"
#include "read/docxtext.h"

enum { MAX_DEPTH = XML_IN_DEPTH + 4, MAX_POINTS = 10000 };

struct points { const char **text; size_t n, cap; };

struct chart_walk {
	struct reading *out;
	struct xml_in *x;
	const char *names[MAX_DEPTH];  /* element names above; NULL: not of the chart */
	size_t depth;
	size_t index;                  /* of the point being read */
	struct points series, categories, values;
	bool *hidden; size_t n_hidden, cap_hidden; /* by point: its number is left out */
	size_t label;                  /* point of the label being read */
	bool shows, legend, names_told;
	size_t n_series;
	const char **series_names; size_t cap_series;
};

static bool under(const struct chart_walk *w, const char *name)
{
	for (size_t i = 0; i < w->depth; i++)
		if (w->names[i] && !strcmp(w->names[i], name))
			return true;
	return false;
}

static bool here(const struct chart_walk *w, const char *name)
{
	return w->depth > 0 && w->names[w->depth - 1] && !strcmp(w->names[w->depth - 1], name);
}

static bool on(const struct chart_walk *w)
{
	const char *v = xml_in_attr(w->x, "val");
	return !v || !strcmp(v, "1") || !strcmp(v, "true");
}

/* Text comes in pieces. */
static void put_point(struct chart_walk *w, struct points *p, const char *s)
{
	struct arena *a = w->out->arena;
	while (p->n <= w->index && p->n < MAX_POINTS)
		ARENA_PUSH(a, p->text, p->n, p->cap, NULL);
	if (w->index < p->n)
		p->text[w->index] = p->text[w->index] ? arena_printf(a, "%s%s", p->text[w->index], s) : arena_strdup(a, s);
}

static void put_name(struct chart_walk *w, const char *s)
{
	struct reading *r = w->out;
	struct tokenizer t = { .vocab = r->vocab, .arena = r->arena, .out = &r->drawn };
	struct span span = { r->drawn.n, 0 };
	tokenizer_gap(&t, GAP_SPACE);
	tokenizer_put(&t, s, strlen(s));
	tokenizer_gap(&t, GAP_SPACE);
	span.to = r->drawn.n;
	if (span.to > span.from)
		ARENA_PUSH(r->arena, r->drawn_name.v, r->drawn_name.n, r->drawn_name.cap, span);
}

/* A number as XML has it, whatever the locale's comma; *end is where it stopped. */
static double number(const char *s, const char **end)
{
	double v = 0, unit = 1;
	bool negative = *s == '-', any = false;
	for (s += negative; *s >= '0' && *s <= '9'; s++, any = true)
		v = v * 10 + (*s - '0');
	for (s += *s == '.'; *s >= '0' && *s <= '9'; s++, any = true)
		v += (*s - '0') * (unit /= 10);
	if (any && (*s == 'e' || *s == 'E')) {
		char *stop;
		long power = strtol(s + 1, &stop, 10);
		v *= pow(10, (double)(power > 300 ? 300 : power < -300 ? -300 : power));
		s = stop;
	}
	*end = any ? s : "?";
	return negative ? -v : v;
}

/* A series ends: its names, and the numbers that stand at its bars. */
static void end_series(struct chart_walk *w)
{
	struct reading *r = w->out;
	const char *name = w->series.n && w->series.text[0] ? w->series.text[0] : "";
	if (w->n_series < MAX_POINTS)
		ARENA_PUSH(r->arena, w->series_names, w->n_series, w->cap_series, name);
	for (size_t i = 0; !w->names_told && i < w->categories.n; i++)
		put_name(w, w->categories.text[i] ? w->categories.text[i] : "");
	w->names_told = true;
	for (size_t i = 0; w->shows && i < w->values.n; i++) {
		const char *v = w->values.text[i];
		const char *end;
		if (!v || (i < w->n_hidden && w->hidden[i]))
			continue;
		struct drawn_number d = { .series = name, .category = i < w->categories.n && w->categories.text[i] ? w->categories.text[i] : "" };
		d.value = number(v, &end);
		if (*v && !*end && r->n_numbers < MAX_POINTS)
			ARENA_PUSH(r->arena, r->numbers, r->n_numbers, r->cap_numbers, d);
	}
	w->series.n = w->categories.n = w->values.n = w->n_hidden = 0;
	w->shows = false;
}

static void hide_label(struct chart_walk *w)
{
	if (w->label >= MAX_POINTS)
		return;
	while (w->n_hidden <= w->label)
		ARENA_PUSH(w->out->arena, w->hidden, w->n_hidden, w->cap_hidden, false);
	w->hidden[w->label] = true;
}

static void begin(struct chart_walk *w)
{
	const char *name = xml_in_name(w->x);
	const char *v = xml_in_attr(w->x, "val"), *index = xml_in_attr(w->x, "idx");
	static const char *const known[] = {"ser", "tx", "cat", "val", "pt", "v", "dLbls", "dLbl", "idx", "delete", "showVal", "legend", "title", "t"};
	const char *kept = NULL;
	for (size_t i = 0; i < sizeof known / sizeof *known && !kept; i++)
		kept = strcmp(known[i], name) ? NULL : known[i];
	w->names[w->depth++] = kept;
	if (!kept)
		return;
	if (here(w, "pt") && index) {
		w->index = (size_t)strtoul(index, NULL, 10);
	} else if (here(w, "dLbl")) {
		w->label = SIZE_MAX;
	} else if (here(w, "idx") && under(w, "dLbl") && v) {
		w->label = (size_t)strtoul(v, NULL, 10);
	} else if (under(w, "dLbl") && ((here(w, "delete") && on(w)) || (here(w, "showVal") && !on(w)))) {
		hide_label(w);
	} else if (here(w, "showVal") && under(w, "ser") && !under(w, "dLbl")) {
		w->shows = on(w);
	} else if (here(w, "legend")) {
		w->legend = true;
	}
}

static void text(struct chart_walk *w)
{
	const char *s = xml_in_text(w->x);
	if (here(w, "v") && under(w, "ser")) {
		if (under(w, "tx"))
			put_point(w, &w->series, s);
		else if (under(w, "cat"))
			put_point(w, &w->categories, s);
		else if (under(w, "val"))
			put_point(w, &w->values, s);
	} else if (here(w, "t") && under(w, "title")) {
		put_name(w, s);
	}
}

static void read_part(struct chart_walk *w)
{
	for (;;) {
		switch (xml_in_next(w->x)) {
		case XML_IN_START:
			if (w->depth >= MAX_DEPTH)
				return;
			begin(w);
			break;
		case XML_IN_END:
			if (here(w, "ser"))
				end_series(w);
			w->depth -= w->depth > 0;
			break;
		case XML_IN_TEXT:
			text(w);
			break;
		case XML_IN_DONE:
			for (size_t i = 0; w->legend && i < w->n_series; i++)
				put_name(w, w->series_names[i]);
			return;
		case XML_IN_BAD:
			return;
		}
	}
}

void docx_chart_part(struct reading *out, const char *data, size_t n)
{
	struct chart_walk w = { .out = out, .x = xml_in_new(out->arena, data, n) };
	struct span span = { out->drawn.n, 0 };
	read_part(&w);
	span.to = out->drawn.n;
	ARENA_PUSH(out->arena, out->drawn_chart.v, out->drawn_chart.n, out->drawn_chart.cap, span);
}
