/* bao-cao-loi.xlsx: each row and each document that failed, why, and what to do. */
#include <string.h>
#include "base/file.h"
#include "base/i18n.h"
#include "model/sheet.h"
#include "run/batch_inner.h"
#include "write/xlsx.h"

enum { NUMBER, WHAT, KEY, FILE_NAME, SHEET, ROW, CELL, WRONG, TO_DO, COLUMNS};

static const struct { const char *title; double width; enum cell_kind kind; bool centre; } columns[COLUMNS] = {
	[NUMBER] = { N_("No."), 5, CELL_NUMBER, true}, [WHAT] = { N_("What"), 11, CELL_TEXT, true}, [KEY] = { N_("Document"), 34, CELL_TEXT, false},
	[FILE_NAME] = { N_("File"), 26, CELL_TEXT, false}, [SHEET] = { N_("Sheet"), 16, CELL_TEXT, false}, [ROW] = { N_("Row"), 7, CELL_NUMBER, true},
	[CELL] = { N_("Cell"), 8, CELL_TEXT, true}, [WRONG] = { N_("What is wrong"), 60, CELL_TEXT, false}, [TO_DO] = { N_("What to do"), 50, CELL_TEXT, false},
};

static void put_text(struct out_row *row, size_t col, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	row->cells[row->n++] = (struct out_cell){.col = (uint32_t)col, .kind = CELL_TEXT, .text = text};
}

static void put_number(struct out_row *row, size_t col, double v)
{
	if (v > 0)
		row->cells[row->n++] = (struct out_cell){.col = (uint32_t)col, .kind = CELL_NUMBER, .number = v};
}

/* A message says what is wrong; what to do about it. */
static void put_message(struct arena *a, struct out_row *row, const char *text)
{
	const char *semicolon = strstr(text, "; ");

	put_text(row, WRONG, semicolon != NULL ? arena_strndup(a, text, (size_t)(semicolon - text)) : text);
	put_text(row, TO_DO, semicolon != NULL ? semicolon + 2 : NULL);
}

static struct out_row row_of(struct batch_run *r, const struct batch_fault *f, size_t number)
{
	struct out_row row = {.cells = ARENA_ARRAY(r->arena, struct out_cell, COLUMNS)};
	bool in_sheet = f->sheet != NULL;

	put_number(&row, NUMBER, (double)number);
	put_text(&row, WHAT, f->row ? _("row") : _("document"));
	put_text(&row, KEY, f->key);
	put_text(&row, FILE_NAME, f->pos.file != NULL ? file_base(f->pos.file) : NULL);
	put_text(&row, SHEET, f->sheet);
	put_number(&row, ROW, f->pos.line);
	put_text(&row, CELL, in_sheet && f->pos.col > 0 ? sheet_place(r->arena, NULL, f->pos.line, f->pos.col - 1) : NULL);
	put_message(r->arena, &row, f->text);
	return row;
}

int fault_book(struct batch_run *r, struct buf *out)
{
	struct out_col cols[COLUMNS];
	struct out_row *rows = ARENA_ARRAY(r->arena, struct out_row, r->b->n_faults);
	struct out_cell titles[2] = {
		{.kind = CELL_TEXT, .style = SHEET_TITLE, .text = _("Rows and documents with errors")},
		{.kind = CELL_TEXT, .style = SHEET_NOTE, .text = arena_printf(r->arena, _("%s, register %s. Correct the register or the template, then run the same command with --resume."), r->template_name, file_base(r->o->data))},
	};
	struct out_row above[2] = { { &titles[0], 1}, { &titles[1], 1} };
	struct sheet_out sheet = {.name = _("Errors"), .above = above, .n_above = 2, .cols = cols, .n_cols = COLUMNS, .rows = rows, .n_rows = r->b->n_faults, .filter = true};
	struct book_out book = {.sheets = &sheet, .n_sheets = 1, .title = titles[0].text};

	for (size_t i = 0; i < COLUMNS; i++)
		cols[i] = (struct out_col){.title = _(columns[i].title), .width = columns[i].width, .kind = columns[i].kind, .centre = columns[i].centre, .places = 0};
	for (size_t i = 0; i < r->b->n_faults; i++)
		rows[i] = row_of(r, &r->b->faults[i], i + 1);
	return xlsx_write(&book, out, &r->b->findings);
}
