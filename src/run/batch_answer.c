/* What a worker says of a document, and what the parent makes of it. A line with the record, then the findings. */
#include <signal.h>
#include <string.h>
#include "base/i18n.h"
#include "run/batch_inner.h"
#include "run/batch_msg.h"

static const char *const fates[] = { [BATCH_MADE] = "made", [BATCH_KEPT] = "kept", [BATCH_EMPTY] = "empty", [BATCH_FAILED] = "failed"};

static void put_finding(struct buf *b, const struct finding *f)
{
	buf_puts(b, "{\"id\":");
	json_string(b, f->msg->id);
	buf_printf(b, ",\"level\":%d,\"line\":%u,\"column\":%u,\"file\":", (int)f->msg->level, f->pos.line, f->pos.col);
	json_string(b, f->pos.file != NULL ? f->pos.file : "");
	buf_puts(b, ",\"clause\":");
	json_string(b, f->msg->clause != NULL ? f->msg->clause : "");
	buf_puts(b, ",\"text\":");
	json_string(b, f->text);
	buf_putc(b, '}');
}

void answer_write(struct buf *b, enum batch_fate fate, const struct record *r, const struct diag *g)
{
	record_write(b, r);
	buf_printf(b, "\n{\"fate\":\"%s\",\"errors\":%zu,\"warnings\":%zu,\"findings\":[", fates[fate], g->n_errors, g->n_warnings);
	for (size_t i = 0; i < g->n; i++) {
		if (i > 0)
			buf_putc(b, ',');
		put_finding(b, &g->items[i]);
	}
	buf_puts(b, "]}");
}

static void take_finding(struct diag *g, const struct json *j)
{
	struct arena *a = g->arena;
	struct msg *m = ARENA_NEW(a, struct msg);
	const char *file = json_get_text(j, "file"), *clause = json_get_text(j, "clause");
	double level = json_get_number(j, "level");
	struct pos pos = {.file = *file != '\0' ? file : NULL, .line = (uint32_t)json_get_number(j, "line"), .col = (uint32_t)json_get_number(j, "column")};

	*m = (struct msg){.id = json_get_text(j, "id"), .level = level >= LEVEL_ERROR ? LEVEL_ERROR : level >= LEVEL_WARNING ? LEVEL_WARNING : LEVEL_INFO,
		.text = "%s", .clause = *clause != '\0' ? clause : NULL};
	diag_put(g, m, pos, json_get_text(j, "text"));
}

static bool take_answer(struct batch_run *r, struct batch_doc *d, const char *s, size_t n)
{
	const char *eol = memchr(s, '\n', n);
	const struct json *record = eol != NULL ? json_read(r->arena, s, (size_t)(eol - s)) : NULL;
	const struct json *rest = record != NULL ? json_read(r->arena, eol + 1, (size_t)(s + n - eol - 1)) : NULL;
	const struct json *list = json_get(rest, "findings");

	if (list == NULL || !record_read(r->arena, record, &d->record))
		return false;
	d->fate = BATCH_MADE;
	while (d->fate < BATCH_FAILED && strcmp(fates[d->fate], json_get_text(rest, "fate")) != 0)
		d->fate++;
	for (const struct json *f = list->first; f != NULL; f = f->next)
		take_finding(&d->findings, f);
	if (!r->o->dry && !ledger_note(&r->ledger, s, (size_t)(eol - s)))
		r->journal_failed = true;
	return true;
}

/* Why there is no answer. */
static void take_death(struct batch_run *r, struct batch_doc *d, const struct proc_answer *a)
{
	struct pos pos = {.file = r->o->template};

	switch (a->fate) {
	case PROC_KILLED:
		diag_put(&d->findings, &BATCH_WORKER_KILLED, pos, a->code, strsignal(a->code));
		break;
	case PROC_SLOW:
		diag_put(&d->findings, &BATCH_WORKER_SLOW, pos, (int)r->o->seconds);
		break;
	case PROC_NO_START:
		diag_put(&d->findings, &BATCH_NO_WORKER, pos, strerror(a->code));
		break;
	case PROC_EXITED:
	case PROC_DONE:
		if (a->fate == PROC_EXITED && a->code == 2)
			diag_put(&d->findings, &BATCH_WORKER_MEMORY, pos, BATCH_WORKER_MB);
		else
			diag_put(&d->findings, &BATCH_WORKER_ENDED, pos, a->code);
		break;
	}
}

void answer_take(struct batch_run *r, struct batch_doc *d, const struct proc_answer *a)
{
	const struct record *old;

	diag_init(&d->findings, r->arena);
	if (a->fate == PROC_DONE && take_answer(r, d, a->data, a->n))
		return;
	take_death(r, d, a);
	d->fate = BATCH_FAILED;
	old = ledger_find(&r->ledger, d->record.name);
	d->record.state = RECORD_FAILED;
	if (old != NULL) {
		d->record.files = old->files;
		d->record.n_files = old->n_files;
	}
}
