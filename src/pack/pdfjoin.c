#include "pack/pdfjoin.h"

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include <qpdf/qpdf-c.h>

#include "base/file.h"
#include "base/i18n.h"

enum { AT_A_TIME = 100 };
#define HELD_MB 1              /* a file up to this size is read whole: qpdf seeks and reads its files in small steps */

static const char cannot_read[] = N_("the PDF cannot be read; render it again"),
	cannot_write[] = N_("the joined PDF cannot be written; free some room"),
	too_many[] = N_("the joined PDF would have too many pages; join parts of the batch (--shard)");

/* Files open while one is written: pages are copied when the target is written. */
struct open_files { struct arena *arena; qpdf_data v[AT_A_TIME]; size_t n; };

static qpdf_data quiet_pdf(void)
{
	qpdf_data q = qpdf_init();
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	qpdf_silence_errors(q);
	return q;
}

/* True if the last call failed; the error is taken off, else it is printed later. */
static bool failed(qpdf_data q)
{
	if (!qpdf_has_error(q))
		return false;
	qpdf_get_error(q);
	return true;
}

/* Appends the pages of a file to q; the number of them, or 0 if it cannot be read. */
static size_t append(qpdf_data q, struct open_files *files, const char *path)
{
	qpdf_data in = files->v[files->n++] = quiet_pdf();
	char *data;
	size_t size;
	if (file_read(files->arena, path, (size_t)HELD_MB << 20, &data, &size) == 0)
		qpdf_read_memory(in, path, data, size, NULL);
	else
		qpdf_read(in, path, NULL);
	if (failed(in))
		return 0;
	int n = qpdf_get_num_pages(in);
	if (failed(in) || n < 1)
		return 0;
	for (int i = 0; i < n; i++) {
		qpdf_oh page = qpdf_get_page_n(in, (size_t)i);
		/* marks of a structure that stays behind */
		qpdf_oh_remove_key(in, page, "/StructParents");
		qpdf_oh_remove_key(in, page, "/Tabs");
		qpdf_add_page(q, in, page, QPDF_FALSE);
		if (failed(in) || failed(q))
			return 0;
	}
	return (size_t)n;
}

static void close_all(struct open_files *files)
{
	for (size_t i = 0; i < files->n; i++) {
		failed(files->v[i]);
		qpdf_cleanup(&files->v[i]);
	}
	arena_free(files->arena);
}

static bool write_pdf(qpdf_data q, const char *path)
{
	qpdf_init_write(q, path);
	if (failed(q))
		return false;
	qpdf_set_deterministic_ID(q, QPDF_TRUE);
	qpdf_set_object_stream_mode(q, qpdf_o_generate);
	qpdf_write(q);
	return !failed(q);
}

/* ---- bookmarks ---- */

static void put_outline(qpdf_data q, const struct pdf_part *v, size_t n)
{
	qpdf_oh top = qpdf_make_indirect_object(q, qpdf_oh_parse(q, "<< /Type /Outlines >>")), last = 0;
	for (size_t i = 0; i < n; i++) {
		qpdf_oh item = qpdf_make_indirect_object(q, qpdf_oh_new_dictionary(q)), dest = qpdf_oh_new_array(q);
		qpdf_oh_append_item(q, dest, qpdf_get_page_n(q, v[i].first - 1));
		qpdf_oh_append_item(q, dest, qpdf_oh_new_name(q, "/Fit"));
		qpdf_oh_replace_key(q, item, "/Title", qpdf_oh_new_unicode_string(q, v[i].title));
		qpdf_oh_replace_key(q, item, "/Parent", top);
		qpdf_oh_replace_key(q, item, "/Dest", dest);
		if (i > 0) {
			qpdf_oh_replace_key(q, item, "/Prev", last);
			qpdf_oh_replace_key(q, last, "/Next", item);
		} else {
			qpdf_oh_replace_key(q, top, "/First", item);
		}
		last = item;
	}
	qpdf_oh_replace_key(q, top, "/Last", last);
	qpdf_oh_replace_key(q, top, "/Count", qpdf_oh_new_integer(q, (long long)n));
	qpdf_oh_replace_key(q, qpdf_get_root(q), "/Outlines", top);
	qpdf_oh_replace_key(q, qpdf_get_root(q), "/PageMode", qpdf_oh_new_name(q, "/UseOutlines"));
}

/* ---- levels ---- */

struct joining {
	struct arena *arena;
	struct pdf_part *parts;
	size_t n_parts;
	const char *out;
	const char **which, **why;
};

/* Joins n files into path. Of the first level the parts' pages are counted; the last level has the bookmarks. */
static bool join_some(struct joining *j, const char *const *files, size_t n, struct pdf_part *count, size_t *pages, bool last, const char *path)
{
	struct open_files open = { .arena = arena_new() };
	qpdf_data q = quiet_pdf();
	bool good = true;
	qpdf_empty_pdf(q);
	for (size_t i = 0; i < n && good; i++) {
		size_t got = append(q, &open, files[i]);
		if (count) {
			count[i].first = *pages + 1;
			count[i].n_pages = got;
			*pages += got;
		}
		*j->which = files[i];
		*j->why = got ? too_many : cannot_read;
		good = got > 0 && *pages <= PDF_JOIN_PAGES;
	}
	if (good && last)
		put_outline(q, j->parts, j->n_parts);
	if (good && !write_pdf(q, path)) {
		*j->which = j->out;
		*j->why = cannot_write;
		good = false;
	}
	failed(q);
	qpdf_cleanup(&q);
	close_all(&open);
	return good;
}

static void remove_all(const char *const *files, size_t n)
{
	for (size_t i = 0; i < n; i++)
		unlink(files[i]);
}

int pdf_join(struct arena *a, struct pdf_part *v, size_t n, const char *out, const char **which, const char **why)
{
	struct joining j = { .arena = a, .parts = v, .n_parts = n, .out = out, .which = which, .why = why };
	const char **files = ARENA_ARRAY(a, const char *, n);
	size_t pages = 0;
	bool good = n > 0, parts = true;
	for (size_t i = 0; i < n; i++)
		files[i] = v[i].path;
	for (unsigned level = 1; good; level++) {
		size_t n_next = (n + AT_A_TIME - 1) / AT_A_TIME, made = 0;
		const char **next = ARENA_ARRAY(a, const char *, n_next);
		for (; made < n_next && good; made++) {
			size_t from = made * AT_A_TIME, some = n - from < AT_A_TIME ? n - from : AT_A_TIME;
			next[made] = n_next == 1 ? out : arena_printf(a, "%s.%u-%zu.%ld.part", out, level, made, (long)getpid());
			good = join_some(&j, files + from, some, parts ? v + from : NULL, &pages, n_next == 1, next[made]);
		}
		if (!parts)
			remove_all(files, n);
		if (!good && n_next > 1)
			remove_all(next, made);
		if (n_next == 1)
			break;
		files = next;
		n = n_next;
		parts = false;
	}
	return good ? 0 : -1;
}
