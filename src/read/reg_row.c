/* Cells into typed rows: texts, days, progress, and what words say. */
#include "base/utf8.h"
#include "form/code.h"
#include "read/reg_in.h"
#include <string.h>

/* A row being made. */
struct making {
	struct reg_in *in;
	const struct reg_place *at;
	struct pos pos;
	const struct reg_value *v;
	size_t n;
};

const char *reg_clean(struct reg_in *in, const char *s)
{
	size_t n = strlen(s);
	while (n && strchr(" \t\r\n", *s))
		s++, n--;
	while (n && strchr(" \t\r\n", s[n - 1]))
		n--;
	return n ? arena_strndup(in->row, s, n) : NULL;
}

static const struct sheet_cell *cell(const struct making *m, enum reg_field f)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].column->field == (int)f)
			return m->v[i].cell;
	return NULL;
}

static const char *text(const struct making *m, enum reg_field f)
{
	const struct sheet_cell *c = cell(m, f);
	return c ? reg_clean(m->in, c->text) : NULL;
}

static void note(const struct making *m, enum reg_fault f, enum reg_field field, const char *s)
{
	const struct reg_column *c = reg_column(m->at->sheet, field);
	struct pos pos = m->pos;
	pos.col = c && m->at->sheet->sheets ? c->col + 1 : pos.col;
	diag_put(m->in->g, &reg_msgs[f], pos, reg_place_text(m->in->row, m->at, field), utf8_short(m->in->row, s), c ? c->title : reg_field_name(field));
}

/* ---- what was read before ---- */

static size_t hash(const char *s)
{
	uint32_t h = 2166136261u;
	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return (h ^ h >> 16) % REG_MEMOS;
}

static void read_due(struct reg_in *in, const char *s, struct deadline *out)
{
	size_t n = strlen(s), h = hash(s);
	if (n >= REG_MEMO_BYTES || strcmp(in->memo->dues[h].text, s)) {
		deadline_read(in->row, s, out);
		if (n >= REG_MEMO_BYTES)
			return;
		memcpy(in->memo->dues[h].text, s, n + 1);
		in->memo->dues[h].due = *out;
	}
	*out = in->memo->dues[h].due;
	out->words = s;
}

static enum reg_said read_words(struct reg_in *in, const char *s, double *percent)
{
	size_t n = strlen(s), h = hash(s);
	if (n >= REG_MEMO_BYTES || strcmp(in->memo->says[h].text, s)) {
		enum reg_said said = reg_words_say(in->row, s, percent);
		if (n >= REG_MEMO_BYTES)
			return said;
		memcpy(in->memo->says[h].text, s, n + 1);
		in->memo->says[h].said = said;
		in->memo->says[h].percent = *percent;
	}
	*percent = in->memo->says[h].percent;
	return in->memo->says[h].said;
}

/* ---- days ---- */

static bool whole(struct date d)
{
	return d.day && d.month && d.year;
}

/* A date whose cell lost its format: 45961 is 31/10/2025. */
static bool serial(const struct sheet_cell *c, struct date *out)
{
	return c->number >= 36526 && c->number < 73051 && c->number == (double)(uint32_t)c->number && sheet_unserial((uint32_t)c->number, out);
}

static struct date day(const struct making *m, enum reg_field f)
{
	const struct sheet_cell *c = cell(m, f);
	const char *s = text(m, f);
	struct date d = {0};
	if (!s || !strcmp(s, "-") || !strcmp(s, "x") || !strcmp(s, "X"))
		return d;
	if (c->kind == CELL_DATE && whole(c->date))
		return c->date;
	if (c->kind == CELL_NUMBER && serial(c, &d))
		return d;
	if (!viet_date(s, &d)) {
		/* "chưa hoàn thành" and the like say what an empty cell says */
		if (strpbrk(s, "0123456789"))
			note(m, REG_BAD_DAY, f, s);
		return (struct date){0};
	}
	if (whole(d))
		return d;
	note(m, REG_PART_DAY, f, s);
	return (struct date){0};
}

/* The deadline: a date cell's is its day, else what the words say. */
static void due(const struct making *m, struct deadline *out)
{
	const struct sheet_cell *c = cell(m, REG_DUE);
	const char *s = text(m, REG_DUE);
	struct date d;
	if (c && c->kind == CELL_NUMBER && serial(c, &d))
		s = arena_printf(m->in->row, "%02d/%02d/%d", d.day, d.month, d.year);
	else if (c && c->kind == CELL_DATE && whole(c->date))
		s = arena_printf(m->in->row, "%02d/%02d/%d", c->date.day, c->date.month, c->date.year);
	if (!s)
		s = "";
	read_due(m->in, s, out);
	if (out->kind == DEADLINE_UNCLEAR)
		note(m, out->no_such_day ? REG_DUE_NO_SUCH_DAY : out->several ? REG_DUE_SEVERAL : out->no_year ? REG_DUE_WANTS_YEAR : REG_DUE_NOT_READ, REG_DUE, s);
}

/* ---- progress and state ---- */

/* The number of a progress cell: 0,75 is three quarters, and so is 75% and 75; 1 may be 1% or all of it. */
static bool number(const struct making *m, const struct sheet_cell *c, double *out)
{
	if (c->kind != CELL_NUMBER)
		return reg_percent(reg_clean(m->in, c->text), out);
	*out = strchr(c->text, '%') || (c->number > 0 && c->number < 1) ? 100 * c->number : c->number;
	return true;
}

static bool is_one(const struct sheet_cell *c, double percent)
{
	return percent == 1 && !strchr(c->text, '%');
}

static void progress(const struct making *m, struct reg_task *t)
{
	const struct sheet_cell *c = cell(m, REG_PROGRESS);
	const char *s = t->progress_words = text(m, REG_PROGRESS);
	t->progress = -1;
	if (!s || !strcmp(s, "-"))
		return;
	if (number(m, c, &t->progress)) {
		if (is_one(c, t->progress)) {
			note(m, REG_PROGRESS_ONE, REG_PROGRESS, s);
			t->progress = -1;
		} else if (t->progress < 0) {
			t->progress = t->progress == -1 ? -1.5 : t->progress; /* out of range, and not the sign for none */
		}
		return;
	}
	t->said = read_words(m->in, s, &t->progress);
	if (t->said == SAID_NOTHING && t->progress == -1)
		note(m, REG_BAD_PROGRESS, REG_PROGRESS, s);
}

static void state(const struct making *m, struct reg_task *t)
{
	double percent = -1;
	const char *s = t->state_words = text(m, REG_STATE);
	if (!s || !strcmp(s, "-"))
		return;
	enum reg_said said = read_words(m->in, s, &percent);
	if (said == SAID_NOTHING && percent == -1)
		note(m, REG_BAD_STATE, REG_STATE, s);
	if (said != SAID_NOTHING)
		t->said = said; /* above the words of the progress */
	if (t->progress == -1)
		t->progress = percent;
}

/* What in the row contradicts itself: at which column, and what is said of it. */
static void contradictions(const struct making *m, const struct reg_task *t)
{
	static const struct { enum reg_fault fault; enum reg_field at, or; } rows[TASK_DOUBTS] = {
		[DOUBT_PROGRESS_RANGE] = {REG_PROGRESS_RANGE, REG_PROGRESS, REG_STATE}, [DOUBT_DONE_BEFORE_ASSIGNED] = {REG_DONE_EARLY, REG_DONE, REG_DONE},
		[DOUBT_DUE_BEFORE_ASSIGNED] = {REG_DUE_EARLY, REG_DUE, REG_DUE}, [DOUBT_DONE_BUT_PROGRESS] = {REG_DONE_NOT_FULL, REG_PROGRESS, REG_STATE},
		[DOUBT_DOING_BUT_DONE] = {REG_DOING_DONE, REG_STATE, REG_PROGRESS}, [DOUBT_NOT_BEGUN_DONE] = {REG_NOT_BEGUN_DONE, REG_STATE, REG_PROGRESS},
		[DOUBT_IN_TIME_LATE] = {REG_IN_TIME_LATE, REG_STATE, REG_PROGRESS}, [DOUBT_LATE_IN_TIME] = {REG_LATE_IN_TIME, REG_STATE, REG_PROGRESS},
		[DOUBT_DONE_NO_DATE] = {REG_DONE_NO_DATE, REG_PROGRESS, REG_STATE}};
	enum task_doubt d = task_contradiction(t);
	if (d == DOUBT_NONE || d >= TASK_DOUBTS || !rows[d].at)
		return;
	enum reg_field f = text(m, rows[d].at) ? rows[d].at : rows[d].or;
	const char *s = text(m, f);
	note(m, rows[d].fault, f, s ? s : "");
}

/* ---- rows ---- */

static struct reg_extra *extras(const struct making *m, size_t *n)
{
	struct reg_extra *v = ARENA_ARRAY(m->in->row, struct reg_extra, m->n);
	*n = 0;
	for (size_t i = 0; i < m->n; i++) {
		const char *s = m->v[i].column->field < 0 ? reg_clean(m->in, m->v[i].cell->text) : NULL;
		if (s)
			v[(*n)++] = (struct reg_extra){m->v[i].column, s};
	}
	return v;
}

static void refuse(const struct making *m, enum reg_fault f, enum reg_field field)
{
	const char *what = "";
	const struct reg_column *c = reg_column(m->at->sheet, field);
	diag_put(m->in->g, &reg_msgs[f], m->pos, reg_place_text(m->in->row, m->at, field), c ? c->title : reg_field_name(field));
	for (size_t i = 0; i < m->n && strlen(what) < 400; i++)
		if (*m->v[i].cell->text)
			what = arena_printf(m->in->row, "%s%s%s", what, *what ? " | " : "", utf8_short(m->in->row, m->v[i].cell->text));
	if (m->in->sink->bad_row)
		m->in->sink->bad_row(m->in->sink->ctx, m->at, &reg_msgs[f], what);
}

static void task(const struct making *m)
{
	struct reg_task t = {.at = *m->at, .text = text(m, REG_TEXT), .number = text(m, REG_NUMBER), .directive = text(m, REG_DIRECTIVE), .lead = text(m, REG_LEAD),
		.partners = text(m, REG_PARTNERS), .result = text(m, REG_RESULT), .product = text(m, REG_PRODUCT), .area = text(m, REG_AREA), .trouble = text(m, REG_TROUBLE),
		.proposal = text(m, REG_PROPOSAL), .note = text(m, REG_NOTE), .group = m->in->group};
	if (!t.text) {
		refuse(m, REG_ROW_NO_TEXT, REG_TEXT);
		return;
	}
	t.assigned = day(m, REG_ASSIGNED);
	t.done = day(m, REG_DONE);
	due(m, &t.due);
	progress(m, &t);
	state(m, &t);
	contradictions(m, &t);
	t.extra = extras(m, &t.n_extra);
	if (m->in->sink->task && !m->in->sink->task(m->in->sink->ctx, &t))
		m->in->stop = true;
}

static void directive(const struct making *m)
{
	struct reg_directive d = {.at = *m->at, .d = {text(m, REG_CODE), text(m, REG_KIND), text(m, REG_ISSUER), text(m, REG_SUBJECT), text(m, REG_BRIEF), {0}, m->pos}};
	if (!d.d.code && !d.d.subject) {
		refuse(m, REG_ROW_NO_CODE, REG_CODE);
		return;
	}
	d.d.date = day(m, REG_ISSUED);
	d.extra = extras(m, &d.n_extra);
	if (m->in->sink->directive && !m->in->sink->directive(m->in->sink->ctx, &d))
		m->in->stop = true;
}

static void agency(const struct making *m)
{
	struct reg_agency g = {.at = *m->at, .name = text(m, REG_NAME), .brief = text(m, REG_SHORT), .abbr = text(m, REG_ABBR), .parent = text(m, REG_PARENT),
		.group = text(m, REG_GROUP), .place = text(m, REG_PLACE), .head = text(m, REG_HEAD), .title = text(m, REG_TITLE)};
	if (!g.name) {
		refuse(m, REG_ROW_NO_NAME, REG_NAME);
		return;
	}
	g.extra = extras(m, &g.n_extra);
	if (m->in->sink->agency && !m->in->sink->agency(m->in->sink->ctx, &g))
		m->in->stop = true;
}

void reg_row(struct reg_in *in, const struct reg_place *at, struct pos pos, const struct reg_value *v, size_t n)
{
	static void (*const makers[REG_TABLES])(const struct making *) = {[REG_TASKS] = task, [REG_DIRECTIVES] = directive, [REG_AGENCIES] = agency};
	struct making m = {in, at, pos, v, n};
	in->n_rows++;
	makers[at->sheet->table](&m);
}
