#include "run/verify.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include "base/file.h"
#include "base/i18n.h"
#include "base/sha256.h"
#include "read/finished.h"

enum { MAX_PAIRS = 10000};

static const struct msg cannot_open = { "cannot-open", LEVEL_ERROR, N_("the file cannot be read (%s); check its name and its permissions"), NULL};
static const struct msg too_big = { "file-too-big", LEVEL_ERROR, N_("the file is larger than %d MB; compare smaller files"), NULL};
static const struct msg unreadable = { "unreadable", LEVEL_ERROR, "%s", NULL};
static const struct msg no_partner = { "no-partner", LEVEL_ERROR, N_("no %s stands beside it; name both files, or a folder that has both"), NULL};
static const struct msg no_pair = { "no-pair", LEVEL_ERROR, N_("the folder has no DOCX and PDF of one name; name both files"), NULL};
static const struct msg two_alike = { "two-alike", LEVEL_ERROR, N_("a DOCX and a PDF make a pair; %s is no partner of it"), NULL};

struct finder {
	struct arena *arena;
	struct diag *g;
	struct pair *v; size_t n, cap;
};

static const char *suffix_of(const char *path)
{
	const char *dot = strrchr(file_base(path), '.');
	if (dot && strcasecmp(dot, ".docx") == 0)
		return ".docx";
	return dot && strcasecmp(dot, ".pdf") == 0 ? ".pdf" : "";
}

static bool is_file(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static bool is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void add(struct finder *f, const char *docx, const char *pdf)
{
	struct pair p = { docx, pdf};
	if (f->n < MAX_PAIRS)
		ARENA_PUSH(f->arena, f->v, f->n, f->cap, p);
}

static int by_name(const void *x, const void *y)
{
	return strcmp(((const struct pair *)x)->docx, ((const struct pair *)y)->docx);
}

static bool add_folder(struct finder *f, const char *folder)
{
	size_t before = f->n;
	DIR *d = opendir(folder);
	if (!d) {
		diag_put(f->g, &cannot_open, (struct pos){.file = folder }, strerror(errno));
		return false;
	}
	for (struct dirent *e = readdir(d); e; e = readdir(d)) {
		if (e->d_name[0] == '.' || strcmp(suffix_of(e->d_name), ".docx") != 0)
			continue;
		const char *docx = file_join(f->arena, folder, e->d_name), *pdf = arena_printf(f->arena, "%s.pdf", file_stem(f->arena, docx));
		if (is_file(pdf))
			add(f, docx, pdf);
	}
	closedir(d);
	if (f->n > before)
		qsort(f->v + before, f->n - before, sizeof *f->v, by_name);
	else
		diag_put(f->g, &no_pair, (struct pos){.file = folder});
	return f->n > before;
}

/* "bao-cao", "bao-cao.docx" or "bao-cao.pdf" by itself. */
static bool add_stem(struct finder *f, const char *arg)
{
	const char *stem = *suffix_of(arg) ? file_stem(f->arena, arg) : arg;
	const char *docx = !strcmp(suffix_of(arg), ".docx") ? arg : arena_printf(f->arena, "%s.docx", stem);
	const char *pdf = !strcmp(suffix_of(arg), ".pdf") ? arg : arena_printf(f->arena, "%s.pdf", stem);
	const char *missing = !is_file(docx) ? docx : !is_file(pdf) ? pdf : NULL;
	if (missing)
		diag_put(f->g, &no_partner, (struct pos){.file = arg }, missing);
	else
		add(f, docx, pdf);
	return !missing;
}

struct pair *verify_pairs(struct arena *a, const char *const *args, size_t n_args, size_t *n, struct diag *g)
{
	struct finder f = {.arena = a, .g = g};
	bool good = true;
	for (size_t i = 0; i < n_args; i++) {
		const char *one = suffix_of(args[i]), *two = i + 1 < n_args ? suffix_of(args[i + 1]) : "";
		if (is_folder(args[i])) {
			good = add_folder(&f, args[i]) && good;
		} else if (*one && *two && one != two) {
			bool first = !strcmp(one, ".docx");
			add(&f, args[i + !first], args[i + first]);
			i++;
		} else if (*one && *two && n_args == 2) {
			diag_put(g, &two_alike, (struct pos){.file = args[i] }, args[i + 1]);
			good = false;
			i++;
		} else {
			good = add_stem(&f, args[i]) && good;
		}
	}
	*n = f.n;
	return good ? f.v : NULL;
}

/* ---- one pair ---- */

typedef struct reading *reader(struct arena *a, struct vocab *v, const char *data, size_t n, const char **why);

static struct reading *read_side(struct arena *a, struct vocab *v, const char *path, reader *read, struct verify_side *out, struct diag *g)
{
	char *data;
	size_t n;
	const char *why = NULL;
	out->file = path;
	int err = file_read(a, path, (size_t)VERIFY_FILE_MB << 20, &data, &n);
	if (err == EFBIG)
		diag_put(g, &too_big, (struct pos){.file = path }, VERIFY_FILE_MB);
	else if (err != 0)
		diag_put(g, &cannot_open, (struct pos){.file = path }, strerror(err));
	if (err != 0)
		return NULL;
	sha256_hex(data, n, out->sha256);
	struct reading *r = read(a, v, data, n, &why);
	if (!r) {
		diag_put(g, &unreadable, (struct pos){.file = path }, why ? _(why) : "");
		return NULL;
	}
	out->pages = r->n_pages;
	out->words = r->n_words;
	out->notes = r->note.n;
	out->pictures = r->n_pictures;
	return r;
}

void verify_pair(struct arena *a, const struct pair *p, struct verdict *out, struct diag *g)
{
	*out = (struct verdict){.read = false};
	struct vocab *v = vocab_new(a);
	struct reading *docx = read_side(a, v, p->docx, read_docx_text, &out->docx, g);
	struct reading *pdf = read_side(a, v, p->pdf, read_pdf_text, &out->pdf, g);
	if (!docx || !pdf)
		return;
	out->read = true;
	out->has_signature = pdf->has_signature;
	agree(a, docx, pdf, &out->agreement);
	if (out->agreement.n_all == 0)
		out->pdf.words = out->docx.words; /* a PDF by itself does not say whether a line's end parts words */
}
