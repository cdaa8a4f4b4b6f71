/* Joined ranges of a sheet. They stand behind its rows: the rows are unpacked and searched for them, not parsed. */
#include "read/xlsx.h"
#include <stdlib.h>
#include <string.h>

enum { PIECE = 65536, KEPT = 512 /* of a piece, for an element that its end cuts */ };

struct found { struct xlsx *w; struct sheet_range *v; size_t n, cap; size_t sheet; };

static void take(struct found *f, const char *ref, size_t n)
{
	struct sheet_range r;
	if (!sheet_range_read(ref, n, &r) || (r.row == r.last_row && r.col == r.last_col))
		return;
	if (f->n == BOOK_MERGES) {
		book_note(f->w->b, BOOK_MANY_MERGES, 0, 0, f->w->b->sheets[f->sheet].name, BOOK_MERGES);
		return;
	}
	ARENA_PUSH(f->w->b->arena, f->v, f->n, f->cap, r);
}

/* The elements "mergeCell" that end before s + n; returns how many bytes are done with. In the text of a cell "<" is escaped,
 * so that the name behind "<" or a prefix is an element. */
static size_t search(struct found *f, const char *s, size_t n)
{
	static const char name[] = "mergeCell";
	const char *p = s, *end = s + n, *at;
	while ((at = memmem(p, (size_t)(end - p), name, sizeof name - 1))) {
		const char *close = memchr(at, '>', (size_t)(end - at)), *from = at + sizeof name - 1;
		if (!close)
			return at - s > 0 && end - at < KEPT ? (size_t)(at - s - 1) : n;
		p = close;
		if (at == s || (at[-1] != '<' && at[-1] != ':') || !strchr(" \t\r\n", *from))
			continue;
		for (const char *q = from; q + 5 < close; q++)
			if (strchr(" \t\r\n", q[0]) && !memcmp(q + 1, "ref=", 4) && (q[5] == '"' || q[5] == '\'')) {
				const char *stop = memchr(q + 6, q[5], (size_t)(close - q - 6));
				if (stop)
					take(f, q + 6, (size_t)(stop - q - 6));
				break;
			}
	}
	return n > sizeof name ? n - sizeof name : 0;
}

/* UTF-16 is parsed. */
static void parse(struct found *f, const char *part)
{
	struct opc_part p;
	const char *why;
	if (!opc_open(f->w->zip, part, &p, &why))
		return;
	for (enum xml_event e = opc_next(&p); e != XML_IN_DONE && e != XML_IN_BAD; e = opc_next(&p)) {
		const char *ref = e == XML_IN_START && !strcmp(xml_pull_name(p.x), "mergeCell") ? xml_pull_attr(p.x, "ref") : NULL;
		if (ref)
			take(f, ref, strlen(ref));
	}
	opc_close(&p);
}

static void scan(struct found *f, const char *part)
{
	struct arena *a = arena_new();
	const char *why;
	char *piece = arena_alloc(a, PIECE);
	size_t have = 0;
	long got;
	struct unzip_stream *s = unzip_stream(a, f->w->zip, part, &why);
	while (s && (got = unzip_stream_read(s, piece + have, PIECE - have)) > 0) {
		if (memchr(piece, '\0', 4)) {
			parse(f, part);
			break;
		}
		have += (size_t)got;
		size_t done = search(f, piece, have);
		memmove(piece, piece + done, have - done);
		have -= done;
	}
	arena_free(a);
}

static int by_place(const void *x, const void *y)
{
	const struct sheet_range *a = x, *b = y;
	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return a->col < b->col ? -1 : a->col > b->col;
}

const struct sheet_range *xlsx_merges(struct book *b, size_t sheet, size_t *n)
{
	struct xlsx *w = b->self;
	struct xlsx_sheet *s = &w->sheets[sheet];
	if (!s->merges_read && s->part) {
		struct found f = {.w = w, .sheet = sheet};
		scan(&f, s->part);
		if (f.n)
			qsort(f.v, f.n, sizeof *f.v, by_place);
		s->merges = f.v;
		s->n_merges = f.n;
	}
	s->merges_read = true;
	*n = s->n_merges;
	return s->merges;
}
