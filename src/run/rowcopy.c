/* A task as bytes: the struct itself, its own columns, then the texts of both, each with its NUL. The pointers in the bytes
 * say only which texts there are; they are set anew when the task is taken back. */
#include "run/rowcopy.h"
#include <string.h>

#define TEXT(T, f) offsetof(struct T, f)

static const size_t task_texts[] = {
	TEXT(reg_task, number), TEXT(reg_task, text), TEXT(reg_task, directive), TEXT(reg_task, lead), TEXT(reg_task, partners), TEXT(reg_task, result),
	TEXT(reg_task, product), TEXT(reg_task, area), TEXT(reg_task, trouble), TEXT(reg_task, proposal), TEXT(reg_task, note), TEXT(reg_task, group),
	TEXT(reg_task, due.words), TEXT(reg_task, progress_words), TEXT(reg_task, state_words),
};
static const size_t agency_texts[] = {
	TEXT(reg_agency, name), TEXT(reg_agency, brief), TEXT(reg_agency, abbr), TEXT(reg_agency, parent), TEXT(reg_agency, group), TEXT(reg_agency, place),
	TEXT(reg_agency, head), TEXT(reg_agency, title),
};
enum { TASK_TEXTS = sizeof task_texts / sizeof *task_texts, AGENCY_TEXTS = sizeof agency_texts / sizeof *agency_texts };

static const char **text_at(void *row, size_t offset)
{
	return (const char **)((char *)row + offset);
}

uint64_t task_put(struct spool *s, struct buf *b, const struct reg_task *t, uint32_t *n)
{
	struct reg_task copy = *t;

	buf_clear(b);
	buf_put(b, &copy, sizeof copy);
	buf_put(b, t->extra, t->n_extra * sizeof *t->extra);
	for (size_t i = 0; i < TASK_TEXTS; i++) {
		const char *text = *text_at(&copy, task_texts[i]);

		if (text != NULL)
			buf_put(b, text, strlen(text) + 1);
	}
	for (size_t i = 0; i < t->n_extra; i++)
		buf_put(b, t->extra[i].value, strlen(t->extra[i].value) + 1);
	*n = (uint32_t)b->len;
	return spool_put(s, b->data, b->len);
}

bool task_get(struct spool *s, struct arena *a, uint64_t at, uint32_t n, struct reg_task *out)
{
	char *bytes = arena_alloc(a, n), *text;

	if (n < sizeof *out || !spool_get(s, at, bytes, n))
		return false;
	memcpy(out, bytes, sizeof *out);
	out->extra = (struct reg_extra *)(void *)(bytes + sizeof *out);
	text = (char *)(out->extra + out->n_extra);
	for (size_t i = 0; i < TASK_TEXTS; i++) {
		const char **to = text_at(out, task_texts[i]);

		if (*to == NULL)
			continue;
		*to = text;
		text += strlen(text) + 1;
	}
	for (size_t i = 0; i < out->n_extra; i++) {
		out->extra[i].value = text;
		text += strlen(text) + 1;
	}
	return true;
}

struct reg_agency agency_copy(struct arena *a, const struct reg_agency *v)
{
	struct reg_agency copy = *v;

	for (size_t i = 0; i < AGENCY_TEXTS; i++) {
		const char **to = text_at(&copy, agency_texts[i]);

		if (*to != NULL)
			*to = arena_strdup(a, *to);
	}
	copy.extra = ARENA_ARRAY(a, struct reg_extra, v->n_extra);
	for (size_t i = 0; i < v->n_extra; i++)
		copy.extra[i] = (struct reg_extra){ v->extra[i].column, arena_strdup(a, v->extra[i].value)};
	return copy;
}
