/* The table of shared strings. It can hold as much as the sheet itself, so it lies in a spool. */
#include "read/xlsx.h"
#include <string.h>
#include "base/utf8.h"

/* Sorted sheets ask for their texts in any order: the more of them lie in memory, the better. */
enum { TEXTS_IN_MEMORY = 16 << 20, STARTS_IN_MEMORY = 8 << 20 };

enum xml_event xlsx_rich_text(struct opc_part *p, struct buf *out)
{
	bool in_text = false;
	int depth = 1, phonetic = 0;
	while (depth) {
		size_t n;
		const char *s;
		enum xml_event e = xml_pull_next(p->x);
		switch (e) {
		case XML_IN_START:
			depth++;
			if (!strcmp(xml_pull_name(p->x), "rPh"))
				phonetic = phonetic ? phonetic : depth;
			in_text = !phonetic && !strcmp(xml_pull_name(p->x), "t");
			break;
		case XML_IN_END:
			if (phonetic == depth)
				phonetic = 0;
			depth--;
			in_text = false;
			break;
		case XML_IN_TEXT:
			if (in_text) {
				s = xml_pull_text(p->x, &n);
				buf_put(out, s, n);
			}
			break;
		default:
			return XML_IN_BAD;
		}
	}
	return XML_IN_END;
}

static void put_start(struct xlsx *w)
{
	uint64_t at = spool_size(w->texts);
	spool_put(w->starts, &at, sizeof at);
}

static bool read_all(struct xlsx *w, struct opc_part *p)
{
	struct book *b = w->b;
	struct buf raw = BUF_INIT, clean = BUF_INIT;
	raw.limit = clean.limit = (size_t)BOOK_ROW_KB << 10;
	enum xml_event e;
	for (e = opc_next(p); e != XML_IN_DONE && e != XML_IN_BAD; e = opc_next(p)) {
		if (e != XML_IN_START || strcmp(xml_pull_name(p->x), "si"))
			continue;
		buf_clear(&raw);
		buf_clear(&clean);
		if (xlsx_rich_text(p, &raw) == XML_IN_BAD || raw.failed || w->n_strings == XLSX_STRINGS) {
			e = XML_IN_BAD;
			break;
		}
		arena_reset(b->scratch);
		book_text(b, raw.data ? raw.data : "", raw.len, true, &clean);
		put_start(w);
		spool_put(w->texts, clean.data ? clean.data : "", clean.len);
		w->n_strings++;
	}
	put_start(w);
	buf_free(&raw);
	buf_free(&clean);
	return e == XML_IN_DONE;
}

bool xlsx_strings(struct xlsx *w)
{
	struct book *b = w->b;
	struct opc_part p;
	const char *why = NULL;
	w->texts = spool_new(b->arena, TEXTS_IN_MEMORY);
	w->starts = spool_new(b->arena, STARTS_IN_MEMORY);
	if (!opc_open(w->zip, w->strings_part, &p, &why)) {
		put_start(w);
		if (why)
			book_note(b, BOOK_PART, 0, 0, utf8_short(b->arena, w->strings_part));
		return !why;
	}
	bool ok = read_all(w, &p);
	opc_close(&p);
	if (spool_error(w->texts) || spool_error(w->starts)) {
		book_note(b, BOOK_SPOOL, 0, 0, strerror(spool_error(w->texts) ? spool_error(w->texts) : spool_error(w->starts)));
		return false;
	}
	if (!ok)
		book_note(b, BOOK_PART, 0, 0, utf8_short(b->arena, w->strings_part));
	return ok;
}

bool xlsx_string(struct xlsx *w, uint64_t i, struct buf *out)
{
	uint64_t at[2];
	char part[512];
	if (i >= w->n_strings || !spool_get(w->starts, i * sizeof *at, at, sizeof at))
		return false;
	while (at[0] < at[1]) {
		size_t n = at[1] - at[0] < sizeof part ? (size_t)(at[1] - at[0]) : sizeof part;
		if (!spool_get(w->texts, at[0], part, n))
			return false;
		buf_put(out, part, n);
		at[0] += n;
	}
	return true;
}
