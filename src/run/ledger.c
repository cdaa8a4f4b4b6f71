#include "run/ledger.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>
#include "base/file.h"
#include "run/batch.h"
#include "run/batch_msg.h"

#define BOOK_LIMIT ((size_t)1 << 30)

const char *ledger_name(const struct ledger *l, const char *stem, const char *suffix)
{
	return l->shards > 0 ? arena_printf(l->arena, "%s-%u-%u%s", stem, l->shard, l->shards, suffix) : arena_printf(l->arena, "%s%s", stem, suffix);
}

/* ---- reading ---- */

/* True if the name is stem + "-I-N" + suffix, or without the numbers. */
static bool is_book(const char *name, const char *stem, const char *suffix, bool *whole)
{
	size_t n = strlen(stem), k = strlen(suffix), len = strlen(name);
	const char *s = name + n;

	if (len < n + k || strncmp(name, stem, n) != 0 || strcmp(name + len - k, suffix) != 0)
		return false;
	*whole = len == n + k;
	for (int i = 0; i < 2 && !*whole; i++) {
		size_t digits = *s == '-' ? strspn(s + 1, "0123456789") : 0;

		if (digits == 0)
			return false;
		s += 1 + digits;
	}
	return *whole || s == name + len - k;
}

static void take_record(struct ledger *l, const struct json *j)
{
	struct record r;

	if (record_read(l->arena, j, &r))
		ARENA_PUSH(l->arena, l->v, l->n, l->cap, r);
}

/* Stems and records of a journal; a line that broke off is no line. */
static bool read_journal(struct ledger *l, const char *data, size_t n)
{
	const char *end = data + n;

	for (const char *s = data; s < end;) {
		const char *eol = memchr(s, '\n', (size_t)(end - s)), *to = eol != NULL ? eol : end;
		const struct json *j = json_read(l->arena, s, (size_t)(to - s));
		const char *stem = json_get_text(j, "plan"), *template = json_get_text(j, "template");

		if (*template != '\0' && strcmp(template, l->template) != 0)
			return false;
		if (*stem != '\0')
			ARENA_PUSH(l->arena, l->stems, l->n_stems, l->cap_stems, stem);
		else if (j != NULL)
			take_record(l, j);
		s = to + 1;
	}
	l->interrupted = true;
	return true;
}

static bool read_manifest(struct ledger *l, const char *data, size_t n)
{
	const struct json *j = json_read(l->arena, data, n), *docs = json_get(j, "documents");

	if (docs == NULL || strcmp(json_get_text(json_get(j, "template"), "file"), l->template) != 0)
		return false;
	for (const struct json *d = docs->first; d != NULL; d = d->next)
		take_record(l, d);
	l->merged = l->merged || json_get(j, "merged") != NULL;
	return true;
}

struct book_kind { const char *stem, *suffix; bool (*read)(struct ledger *l, const char *data, size_t n); };

/* In the order in which later books outdo earlier ones. */
static const struct book_kind kinds[] = {
	{ BATCH_MANIFEST_STEM, ".json", read_manifest}, { BATCH_JOURNAL_STEM, ".journal", read_journal}, { BATCH_FAULTS_STEM, ".xlsx", NULL},
};

static int by_text(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* Names of the books of a kind in the folder, the whole one first. */
static const char **list_books(struct ledger *l, const struct book_kind *k, size_t *n)
{
	const char **v = NULL, *mine = ledger_name(l, k->stem, k->suffix);
	size_t cap = 0;
	DIR *d = opendir(l->dir);
	bool whole;

	*n = 0;
	for (struct dirent *e; d != NULL && (e = readdir(d)) != NULL;)
		if (is_book(e->d_name, k->stem, k->suffix, &whole)) {
			const char *name = arena_strdup(l->arena, e->d_name);

			ARENA_PUSH(l->arena, v, *n, cap, whole ? "" : name);
			if (l->shards == 0 && strcmp(name, mine) != 0)
				ARENA_PUSH(l->arena, l->old, l->n_old, l->cap_old, name);
		}
	if (d != NULL)
		closedir(d);
	if (*n > 0)
		qsort(v, *n, sizeof *v, by_text);
	return v;
}

static bool read_books(struct ledger *l, const struct book_kind *k, bool force, struct diag *g)
{
	size_t n, len;
	const char **v = list_books(l, k, &n);

	for (size_t i = 0; i < n && k->read != NULL; i++) {
		const char *path = file_join(l->arena, l->dir, *v[i] != '\0' ? v[i] : arena_printf(l->arena, "%s%s", k->stem, k->suffix));
		char *data;
		int err = file_read(l->arena, path, BOOK_LIMIT, &data, &len);

		l->any = true;
		if (err == 0 && (k->read(l, data, len) || force))
			continue;
		if (err == 0)
			diag_put(g, &BATCH_OTHER_FOLDER, (struct pos){.file = path}, l->template);
		else
			diag_put(g, &BATCH_CANNOT_READ, (struct pos){.file = path}, strerror(err));
		return false;
	}
	return true;
}

struct ranked { struct record r; size_t rank; };

static int by_name(const void *x, const void *y)
{
	const struct ranked *a = x, *b = y;
	int c = strcmp(a->r.name, b->r.name);

	return c != 0 ? c : (a->rank > b->rank) - (a->rank < b->rank);
}

/* By name, and of each name the last. */
static void settle(struct ledger *l)
{
	struct ranked *v = ARENA_ARRAY(l->arena, struct ranked, l->n);
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		v[i] = (struct ranked){ l->v[i], i};
	if (l->n > 0)
		qsort(v, l->n, sizeof *v, by_name);
	for (size_t i = 0; i < l->n; i++)
		if (i + 1 == l->n || strcmp(v[i].r.name, v[i + 1].r.name) != 0)
			l->v[n++] = v[i].r;
	l->n = n;
	if (l->n_stems > 0)
		qsort(l->stems, l->n_stems, sizeof *l->stems, by_text);
}

bool ledger_open(struct ledger *l, struct arena *a, const char *dir, const char *template, unsigned shard, unsigned shards, bool force, struct diag *g)
{
	*l = (struct ledger){.arena = a, .dir = dir, .template = template, .shard = shard, .shards = shards, .journal = -1};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!read_books(l, &kinds[i], force, g))
			return false;
	settle(l);
	return true;
}

static int against_record(const void *key, const void *v)
{
	return strcmp(key, ((const struct record *)v)->name);
}

const struct record *ledger_find(const struct ledger *l, const char *name)
{
	return l->n > 0 ? bsearch(name, l->v, l->n, sizeof *l->v, against_record) : NULL;
}

const struct record_file *ledger_file(const struct record *r, const char *file)
{
	for (size_t i = 0; r != NULL && i < r->n_files; i++)
		if (strcmp(r->files[i].name, file) == 0)
			return &r->files[i];
	return NULL;
}

bool ledger_owns(const struct ledger *l, const char *name)
{
	return ledger_find(l, name) != NULL || (l->n_stems > 0 && bsearch(&name, l->stems, l->n_stems, sizeof *l->stems, by_text) != NULL);
}

/* ---- writing ---- */

static bool put_all(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t w = write(fd, s, n);

		if (w < 0 && errno != EINTR)
			return false;
		if (w > 0) {
			s += w;
			n -= (size_t)w;
		}
	}
	return true;
}

static bool put_plan(struct ledger *l, const char *const *names, size_t n)
{
	struct buf b = BUF_INIT;
	bool good;

	buf_puts(&b, "\n{\"template\":"); /* the last line may have broken off */
	json_string(&b, l->template);
	buf_puts(&b, "}\n");
	for (size_t i = 0; i < n; i++) {
		buf_puts(&b, "{\"plan\":");
		json_string(&b, names[i]);
		buf_puts(&b, "}\n");
	}
	good = !b.failed && put_all(l->journal, b.data, b.len) && fsync(l->journal) == 0;
	buf_free(&b);
	return good;
}

bool ledger_begin(struct ledger *l, const char *const *names, size_t n, struct diag *g)
{
	const char *path = file_join(l->arena, l->dir, ledger_name(l, BATCH_JOURNAL_STEM, ".journal"));
	int err = file_mkdirs(l->dir);

	if (err != 0) {
		diag_put(g, &BATCH_NO_FOLDER, (struct pos){.file = l->dir}, strerror(err));
		return false;
	}
	l->journal = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	if (l->journal >= 0 && flock(l->journal, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
		diag_put(g, &BATCH_AT_WORK, (struct pos){.file = l->dir});
		ledger_leave(l);
		return false;
	}
	if (l->journal >= 0 && put_plan(l, names, n))
		return true;
	diag_put(g, &BATCH_CANNOT_WRITE, (struct pos){.file = path}, strerror(errno));
	return false;
}

bool ledger_note(struct ledger *l, const char *line, size_t n)
{
	struct buf b = BUF_INIT;
	bool good;

	buf_put(&b, line, n);
	buf_putc(&b, '\n');
	good = !b.failed && put_all(l->journal, b.data, b.len);
	buf_free(&b);
	return good;
}

bool ledger_end(struct ledger *l, const struct buf *manifest, struct diag *g)
{
	const char *path = file_join(l->arena, l->dir, ledger_name(l, BATCH_MANIFEST_STEM, ".json"));
	int err;

	err = manifest->failed ? ENOMEM : file_write(path, manifest->data, manifest->len);
	if (err != 0) {
		diag_put(g, &BATCH_CANNOT_WRITE, (struct pos){.file = path}, strerror(err));
		ledger_leave(l);
		return false;
	}
	for (size_t i = 0; i < l->n_old; i++)
		unlink(file_join(l->arena, l->dir, l->old[i]));
	unlink(file_join(l->arena, l->dir, ledger_name(l, BATCH_JOURNAL_STEM, ".journal")));
	ledger_leave(l);
	return true;
}

void ledger_leave(struct ledger *l)
{
	if (l->journal >= 0)
		close(l->journal);
	l->journal = -1;
}
