#include "read/book.h"

struct book { struct diag *g; };

struct book *book_open(struct arena *a, const char *path, struct diag *g) { (void)a, (void)path, (void)g; return NULL; }
struct book *book_open_bytes(struct arena *a, const char *name, const void *data, size_t n, struct diag *g)
{
	(void)a, (void)name, (void)data, (void)n, (void)g;
	return NULL;
}
size_t book_count(const struct book *b) { (void)b; return 0; }
const struct book_sheet *book_sheet(const struct book *b, size_t i) { (void)b, (void)i; return NULL; }
int book_find(const struct book *b, const char *name) { (void)b, (void)name; return -1; }
bool book_is_csv(const struct book *b) { (void)b; return false; }
bool book_rows(struct book *b, size_t i) { (void)b, (void)i; return false; }
const struct sheet_row *book_next(struct book *b) { (void)b; return NULL; }
bool book_failed(const struct book *b) { (void)b; return true; }
bool book_col_hidden(const struct book *b, uint32_t col) { (void)b, (void)col; return false; }
const struct sheet_range *book_merges(struct book *b, size_t i, size_t *n) { (void)b, (void)i; *n = 0; return NULL; }
struct pos book_pos(const struct book *b, const struct sheet_row *r, uint32_t col) { (void)b; return (struct pos){NULL, r->line, col + 1}; }
char *book_place(const struct book *b, const struct sheet_row *r, uint32_t col) { return sheet_place(b->g->arena, NULL, r->number, col); }
bool book_usable(struct book *b, const struct sheet_row *r, const struct sheet_cell *c) { (void)b, (void)r, (void)c; return true; }
