/* The directives that drafts name as a register of directives (sổ văn bản): the columns that its reader knows, and what a person has to look at. */
#include <string.h>
#include <unistd.h>
#include "base/file.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "run/cite.h"
#include "run/msg.h"
#include "write/csv.h"
#include "write/xlsx.h"

static const struct msg no_sheet = {"no-sheet", LEVEL_ERROR, N_("directives are written into a sheet; give it a name that ends in .xlsx or .csv"), NULL};

/* In the register's language. */
static const char *const field_names[CITE_FIELDS] = {[CITE_CODE] = "số, ký hiệu", [CITE_KIND] = "loại", [CITE_DATE] = "ngày", [CITE_ISSUER] = "cơ quan ban hành", [CITE_SUBJECT] = "trích yếu"};

static const char *from_there(struct arena *a, const char *s, size_t at)
{
	enum { BEFORE = 4 };
	size_t words = 0;
	while (at > 0 && words < BEFORE)
		words += s[--at] == ' ';
	return at > 0 ? arena_printf(a, "…%s", utf8_short(a, s + at + 1)) : utf8_short(a, s);
}

void cite_quotes(struct arena *a, const struct cite_clash *c, const char **said, const char **other)
{
	const char *x = utf8_one_line(a, c->said), *y = utf8_one_line(a, c->other);
	size_t same = 0;
	while (x[same] && x[same] == y[same])
		same++;
	*said = from_there(a, x, same);
	*other = from_there(a, y, same);
}

/* Clashes of a row in words. */
static const char *clashes(struct arena *a, const struct cite_row *r)
{
	const char *s = "";
	for (size_t i = 0; i < r->n_clashes; i++) {
		const struct cite_clash *c = &r->clashes[i];
		const char *other = c->at.line ? arena_printf(a, "%s:%u", file_base(c->at.file), c->at.line) : "sổ", *x, *y;
		cite_quotes(a, c, &x, &y);
		s = arena_printf(a, "%s%s%s: “%s” (%s:%u), “%s” (%s)", s, *s ? "; " : "", field_names[c->field], x, file_base(c->pos.file), c->pos.line, y, other);
	}
	return s;
}

/* ---- columns ---- */

static struct out_cell text_cell(const char *s) { return (struct out_cell){.kind = s && *s ? CELL_TEXT : CELL_EMPTY, .text = s}; }

static struct out_cell put_code(struct arena *a, const struct cite_row *r) { (void)a; return text_cell(r->code); }
static struct out_cell put_kind(struct arena *a, const struct cite_row *r) { (void)a; return text_cell(r->kind); }
static struct out_cell put_issuer(struct arena *a, const struct cite_row *r) { (void)a; return text_cell(r->issuer); }
static struct out_cell put_brief(struct arena *a, const struct cite_row *r) { (void)a; return text_cell(r->brief); }
static struct out_cell put_parts(struct arena *a, const struct cite_row *r) { (void)a; return text_cell(r->parts); }

static struct out_cell put_date(struct arena *a, const struct cite_row *r)
{
	(void)a;
	return (struct out_cell){.kind = viet_date_valid(r->date) ? CELL_DATE : CELL_EMPTY, .date = r->date};
}

static struct out_cell put_subject(struct arena *a, const struct cite_row *r) { return text_cell(r->subject ? utf8_one_line(a, r->subject) : NULL); }

static struct out_cell put_count(struct arena *a, const struct cite_row *r)
{
	(void)a;
	return (struct out_cell){.kind = CELL_NUMBER, .number = (double)r->n};
}

static struct out_cell put_first(struct arena *a, const struct cite_row *r)
{
	return text_cell(arena_printf(a, "%s:%u", file_base(r->places[0].pos.file), r->places[0].pos.line));
}

static struct out_cell put_clashes(struct arena *a, const struct cite_row *r)
{
	struct out_cell c = text_cell(clashes(a, r));
	c.style = SHEET_MARK;
	return c;
}

static const struct column {
	const char *title;
	double width;
	enum cell_kind kind;
	bool centre;
	struct out_cell (*put)(struct arena *a, const struct cite_row *r); /* NULL: the row's number */
} columns[] = {
	{"TT", 6, CELL_NUMBER, true, NULL},
	{"Số, ký hiệu", 20, CELL_TEXT, false, put_code},
	{"Loại văn bản", 16, CELL_TEXT, false, put_kind},
	{"Ngày ban hành", 13, CELL_DATE, true, put_date},
	{"Cơ quan ban hành", 28, CELL_TEXT, false, put_issuer},
	{"Trích yếu", 60, CELL_TEXT, false, put_subject},
	{"Viết tắt", 20, CELL_TEXT, false, put_brief},
	{"Số lần viện dẫn", 9, CELL_NUMBER, true, put_count},
	{"Viện dẫn lần đầu", 20, CELL_TEXT, false, put_first},
	{"Điều, khoản, điểm", 24, CELL_TEXT, false, put_parts},
	{"Cần xem lại", 40, CELL_TEXT, false, put_clashes},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

static struct sheet_out sheet(struct arena *a, const struct cite_result *r)
{
	static struct out_cell title = {.kind = CELL_TEXT, .text = "SỔ VĂN BẢN ĐƯỢC VIỆN DẪN", .style = SHEET_TITLE};
	struct sheet_out s = {.name = "Văn bản", .n_above = 1, .n_cols = COLUMNS, .n_rows = r->n, .frozen_cols = 2, .filter = true};
	s.above = ARENA_NEW(a, struct out_row);
	*s.above = (struct out_row){&title, 1};
	s.cols = ARENA_ARRAY(a, struct out_col, COLUMNS);
	s.rows = ARENA_ARRAY(a, struct out_row, r->n + 1);
	for (size_t c = 0; c < COLUMNS; c++)
		s.cols[c] = (struct out_col){.title = columns[c].title, .width = columns[c].width, .kind = columns[c].kind, .centre = columns[c].centre};
	for (size_t i = 0; i < r->n; i++) {
		struct out_row *row = &s.rows[i];
		row->cells = ARENA_ARRAY(a, struct out_cell, COLUMNS);
		for (size_t c = 0; c < COLUMNS; c++) {
			struct out_cell cell = columns[c].put ? columns[c].put(a, &r->v[i]) : (struct out_cell){.kind = CELL_NUMBER, .number = (double)i + 1};
			cell.col = (uint32_t)c;
			if (cell.kind != CELL_EMPTY)
				row->cells[row->n++] = cell;
		}
	}
	return s;
}

static bool ends_in(struct arena *a, const char *path, const char *suffix)
{
	size_t n = strlen(path), k = strlen(suffix);
	return n > k && !strcmp(utf8_lower(a, path + n - k), suffix);
}

bool cite_write(struct arena *a, const char *output, bool force, const struct cite_result *r, struct diag *g)
{
	struct buf out = BUF_INIT;
	bool xlsx = ends_in(a, output, ".xlsx"), good = true;
	if (!xlsx && !ends_in(a, output, ".csv")) {
		diag_put(g, &no_sheet, (struct pos){.file = output});
		return false;
	}
	if (!force && access(output, F_OK) == 0) {
		diag_put(g, &RUN_FILE_EXISTS, (struct pos){.file = output});
		return false;
	}
	struct sheet_out s = sheet(a, r);
	if (xlsx)
		good = xlsx_write(&(struct book_out){.sheets = &s, .n_sheets = 1, .title = "Sổ văn bản được viện dẫn"}, &out, g) == 0;
	else
		csv_write(&s, &out);
	int err = good ? file_write(output, out.data, out.len) : 0;
	if (err)
		diag_put(g, &RUN_CANNOT_WRITE, (struct pos){.file = output}, strerror(err));
	buf_free(&out);
	return good && !err;
}
