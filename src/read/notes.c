/* Footnotes: "[^1]" marks one, a line "[^1]: text" anywhere in the same part gives its text. What is printed is numbered in the
 * order of the marks. */
#include "base/utf8.h"
#include "read/body.h"
#include "read/msg.h"
#include <stdlib.h>
#include <string.h>

bool notes_definition(const char *p, const char **id, size_t *id_len, const char **text)
{
	if (p[0] != '[' || p[1] != '^')
		return false;
	size_t n = strcspn(p + 2, "[] \t");
	if (!n || n > 64 || p[2 + n] != ']' || p[3 + n] != ':')
		return false;
	*id = p + 2;
	*id_len = n;
	*text = p + 4 + n + strspn(p + 4 + n, " \t");
	return true;
}

static int by_id(const void *a, const void *b)
{
	const struct note_def *x = a, *y = b;
	int d = strcmp(x->id, y->id);
	return d ? d : (x->line > y->line) - (x->line < y->line);
}

void notes_collect(struct body *b, size_t from, size_t to)
{
	bool joined = false;
	for (size_t i = from; i < to; i++) {
		const char *p = body_start(b, i), *id, *text;
		size_t n;
		if (!joined && notes_definition(p, &id, &n, &text)) {
			struct note_def d = {arena_strndup(b->arena, id, n), i, text, false};
			ARENA_PUSH(b->arena, b->notes, b->n_notes, b->cap_notes, d);
		}
		body_line_end(b->src, i, p, &joined);
	}
	if (b->n_notes)
		qsort(b->notes, b->n_notes, sizeof *b->notes, by_id);
	size_t kept = 0;
	for (size_t k = 0; k < b->n_notes; k++) {
		if (kept && !strcmp(b->notes[kept - 1].id, b->notes[k].id))
			diag_put(b->g, &read_msgs[READ_NOTE_DEFINED_TWICE], source_start(b->src, b->notes[k].line), utf8_short(b->arena, b->notes[k].id),
				(unsigned)b->notes[kept - 1].line + 1);
		else
			b->notes[kept++] = b->notes[k];
	}
	b->n_notes = kept;
}

struct node *notes_mark(struct body *b, const char *id, size_t n, struct pos pos)
{
	struct note_def want = {arena_strndup(b->arena, id, n), 0, NULL, false};
	size_t lo = 0, hi = b->n_notes;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (strcmp(b->notes[mid].id, want.id) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	struct note_def *d = lo < b->n_notes && !strcmp(b->notes[lo].id, want.id) ? &b->notes[lo] : NULL;
	if (!d || d->used) {
		const char *shown = utf8_short(b->arena, want.id);
		diag_put(b->g, &read_msgs[d ? READ_NOTE_TWICE : READ_NOTE_UNDEFINED], pos, shown, shown);
		return NULL;
	}
	d->used = true;
	struct doc *doc = b->doc;
	struct node *note = doc_add(doc, NULL, NODE_FOOTNOTE, pos);
	ARENA_PUSH(b->arena, doc->notes, doc->n_notes, doc->cap_notes, note);
	note->u.footnote.number = (unsigned)doc->n_notes;
	struct node *para = body_para(b, note, ROLE_FOOTNOTE, source_start(b->src, d->line));
	if (!para)
		return note;
	const char *p = d->text;
	for (size_t i = d->line;;) {
		bool joined;
		const char *e = body_line_end(b->src, i, p, &joined);
		inline_read(b, para, i, p, e, INLINE_NOTE);
		if (!joined || ++i >= b->to || source_blank(b->src, i))
			break;
		doc_run(doc, para, RUN_BREAK, NULL, 0);
		p = body_start(b, i);
	}
	return note;
}

void notes_unused(struct body *b)
{
	for (size_t k = 0; k < b->n_notes; k++) {
		const char *id = utf8_short(b->arena, b->notes[k].id);
		if (!b->notes[k].used)
			diag_put(b->g, &read_msgs[READ_NOTE_UNUSED], source_start(b->src, b->notes[k].line), id, id);
	}
}
