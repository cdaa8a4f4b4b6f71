/* Shows the rows of a workbook or a CSV as they are read.   usage: sheet FILE [count]
 * A line a row: sheet, row number, "h" if hidden, then column, kind and text of each cell, parted by tabs. With "count" only what
 * there is of each, the time of the processor and the memory at most: for the figures of speed. */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include "base/heap.h"
#include "read/book.h"

static void put_text(const char *s)
{
	for (; *s != '\0'; s++)
		if (*s == '\n')
			fputs("\\n", stdout);
		else
			putchar(*s == '\t' ? ' ' : *s);
}

static void show_row(const struct book *b, const char *sheet, const struct sheet_row *r)
{
	static const char kinds[] = { [CELL_EMPTY] = '-', [CELL_TEXT] = 't', [CELL_NUMBER] = 'n', [CELL_DATE] = 'd', [CELL_BOOL] = 'b', [CELL_ERROR] = 'e' };

	printf("%s\t%u%s", sheet, r->number, r->hidden ? "h" : "");
	for (size_t i = 0; i < r->n; i++) {
		const struct sheet_cell *c = &r->cells[i];

		printf("\t%u%c%s%s:", c->col, kinds[c->kind], c->formula ? "f" : "", book_col_hidden(b, c->col) ? "h" : "");
		put_text(c->text);
	}
	putchar('\n');
}

static void show_findings(const struct diag *g)
{
	for (size_t i = 0; i < g->n; i++)
		printf("%s:%u:%u: %s: %s\n", g->items[i].pos.file, g->items[i].pos.line, g->items[i].pos.col, g->items[i].msg->id, g->items[i].text);
}

int main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct diag g;
	size_t rows = 0, cells = 0, merges = 0, n;
	bool count = argc > 2 && strcmp(argv[2], "count") == 0;
	struct book *b;
	const struct sheet_row *r;
	const struct sheet_range *m;
	struct rusage u;
	struct timespec t;

	heap_init();
	if (argc < 2)
		return fputs("usage: sheet FILE [count]\n", stderr), 2;
	diag_init(&g, a);
	b = book_open(a, argv[1], &g);
	for (size_t i = 0; b != NULL && i < book_count(b); i++) {
		const struct book_sheet *s = book_sheet(b, i);

		if (!count)
			printf("[%s]%s\n", s->name, s->hidden ? " hidden" : "");
		m = book_merges(b, i, &n);
		merges += n;
		for (size_t k = 0; k < n && !count; k++)
			printf("joined %s:%s\n", sheet_place(a, NULL, m[k].row, m[k].col), sheet_place(a, NULL, m[k].last_row, m[k].last_col));
		if (!book_rows(b, i))
			continue;
		while ((r = book_next(b)) != NULL) {
			rows++;
			cells += r->n;
			if (!count)
				show_row(b, s->name, r);
		}
	}
	show_findings(&g);
	getrusage(RUSAGE_SELF, &u);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	if (count)
		printf("%zu rows, %zu cells, %zu joined; %.2f s of CPU, %.1f MB at most\n", rows, cells, merges, (double)t.tv_sec + (double)t.tv_nsec / 1e9,
			(double)u.ru_maxrss / 1024.0);
	arena_free(a);
	return g.n_errors > 0 ? 1 : 0;
}
