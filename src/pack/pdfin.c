#include "pack/pdfin.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <qpdf/qpdf-c.h>

#include "base/i18n.h"
#include "base/sanitizer.h"

#define ROOM ((rlim_t)1 << 30) /* what qpdf may take on top of the process: it unpacks by itself what a file tells it to */

struct pdf_in {
	struct arena *arena;
	qpdf_data q;
	size_t n_pages;
	struct rlimit before, low; /* limits outside of calls and inside */
	bool limited;
};

/* Size of the process in bytes, 0 if the system does not tell. */
static rlim_t process_size(void)
{
	unsigned long pages = 0;
	FILE *f = fopen("/proc/self/statm", "re");
	if (!f)
		return 0;
	if (fscanf(f, "%lu", &pages) != 1)
		pages = 0;
	fclose(f);
	return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

/* While qpdf works lack of memory comes early and is an error of the file; it never ends the process. */
static void limit_find(struct pdf_in *p)
{
	rlim_t size = !SANITIZER_ADDRESS ? process_size() : 0;
	p->limited = size && getrlimit(RLIMIT_AS, &p->before) == 0 && (p->before.rlim_cur == RLIM_INFINITY || p->before.rlim_cur > size + ROOM);
	p->low = (struct rlimit){ .rlim_cur = size + ROOM, .rlim_max = p->before.rlim_max };
}

static void limit_begin(struct pdf_in *p)
{
	if (p->limited)
		setrlimit(RLIMIT_AS, &p->low);
}

static void limit_end(struct pdf_in *p)
{
	if (p->limited)
		setrlimit(RLIMIT_AS, &p->before);
}

/* Takes the error off qpdf, which else prints it later. */
static bool failed(struct pdf_in *p)
{
	if (!qpdf_has_error(p->q))
		return false;
	qpdf_get_error(p->q);
	return true;
}

static void close_pdf(void *v)
{
	struct pdf_in *p = v;
	failed(p);
	qpdf_cleanup(&p->q);
}

static const char *read_pdf(struct pdf_in *p, const char *data, size_t n)
{
	const char *damaged = N_("the PDF is damaged or cut off; make it again");
	qpdf_read_memory(p->q, "pdf", data, n, NULL);
	if (qpdf_has_error(p->q)) {
		enum qpdf_error_code_e code = qpdf_get_error_code(p->q, qpdf_get_error(p->q));
		return code == qpdf_e_password || code == qpdf_e_unsupported ? N_("the PDF is encrypted; save it without a password") : damaged;
	}
	if (qpdf_is_encrypted(p->q))
		return N_("the PDF is encrypted; save it without a password");
	int pages = qpdf_get_num_pages(p->q);
	if (failed(p) || pages < 1)
		return damaged;
	if (pages > PDF_IN_PAGES)
		return N_("the PDF has too many pages; compare its parts one by one");
	p->n_pages = (size_t)pages;
	return NULL;
}

struct pdf_in *pdf_in_open(struct arena *a, const char *data, size_t n, const char **why)
{
	struct pdf_in *p = ARENA_NEW(a, struct pdf_in);
	*why = N_("this is no PDF; give a PDF file");
	if (n < 8 || memcmp(data, "%PDF-", 5) != 0)
		return NULL;
	p->arena = a;
	p->q = qpdf_init();
	qpdf_set_suppress_warnings(p->q, QPDF_TRUE);
	qpdf_silence_errors(p->q);
	qpdf_set_attempt_recovery(p->q, QPDF_FALSE); /* a guess at a damaged file is nothing to vouch for */
	arena_closer(a, close_pdf, p);
	limit_find(p);
	limit_begin(p);
	*why = read_pdf(p, data, n);
	limit_end(p);
	return *why ? NULL : p;
}

size_t pdf_in_pages(const struct pdf_in *p) { return p->n_pages; }
pdf_obj pdf_in_page(struct pdf_in *p, size_t i) { return i < p->n_pages ? qpdf_get_page_n(p->q, i) : 0; }
pdf_obj pdf_in_root(struct pdf_in *p) { return qpdf_get_root(p->q); }

void pdf_in_release(struct pdf_in *p)
{
	failed(p);
	qpdf_oh_release_all(p->q);
}

/* ---- objects ---- */

struct pdf_id pdf_id(struct pdf_in *p, pdf_obj o)
{
	if (!o || !qpdf_oh_is_indirect(p->q, o))
		return (struct pdf_id){ 0, 0 };
	return (struct pdf_id){ qpdf_oh_get_object_id(p->q, o), qpdf_oh_get_generation(p->q, o) };
}

static pdf_obj dict_of(struct pdf_in *p, pdf_obj o)
{
	if (!o)
		return 0;
	if (qpdf_oh_is_dictionary(p->q, o))
		return o;
	return qpdf_oh_is_stream(p->q, o) ? qpdf_oh_get_dict(p->q, o) : 0;
}

pdf_obj pdf_get(struct pdf_in *p, pdf_obj o, const char *key)
{
	limit_begin(p);
	pdf_obj d = dict_of(p, o), v = d ? qpdf_oh_get_key(p->q, d, key) : 0;
	bool null = v && qpdf_oh_is_null(p->q, v);
	limit_end(p);
	return failed(p) || null ? 0 : v;
}

bool pdf_is_array(struct pdf_in *p, pdf_obj o) { return o && qpdf_oh_is_array(p->q, o); }
bool pdf_is_dict(struct pdf_in *p, pdf_obj o) { return dict_of(p, o) != 0; }
bool pdf_is_number(struct pdf_in *p, pdf_obj o) { return o && qpdf_oh_is_number(p->q, o); }
bool pdf_is_true(struct pdf_in *p, pdf_obj o) { return o && qpdf_oh_is_bool(p->q, o) && qpdf_oh_get_bool_value(p->q, o); }

size_t pdf_count(struct pdf_in *p, pdf_obj o)
{
	int n = pdf_is_array(p, o) ? qpdf_oh_get_array_n_items(p->q, o) : 0;
	return n > 0 ? (size_t)n : 0;
}

pdf_obj pdf_at(struct pdf_in *p, pdf_obj o, size_t i)
{
	return i < pdf_count(p, o) ? qpdf_oh_get_array_item(p->q, o, (int)i) : 0;
}

double pdf_number(struct pdf_in *p, pdf_obj o)
{
	double v = pdf_is_number(p, o) ? qpdf_oh_get_numeric_value(p->q, o) : 0;
	return isfinite(v) ? v : 0;
}

const char *pdf_name(struct pdf_in *p, pdf_obj o)
{
	return o && qpdf_oh_is_name(p->q, o) ? qpdf_oh_get_name(p->q, o) : "";
}

bool pdf_stream(struct pdf_in *p, pdf_obj o, char **data, size_t *n)
{
	unsigned char *bytes = NULL;
	QPDF_BOOL filtered = QPDF_FALSE;
	if (!o || !qpdf_oh_is_stream(p->q, o))
		return false;
	limit_begin(p);
	qpdf_oh_get_stream_data(p->q, o, qpdf_dl_generalized, &filtered, &bytes, n);
	limit_end(p);
	bool good = !failed(p) && bytes && filtered && *n <= (size_t)PDF_IN_STREAM_MB << 20;
	if (good) {
		*data = arena_alloc(p->arena, *n + 1);
		memcpy(*data, bytes, *n);
	}
	free(bytes);
	return good;
}
