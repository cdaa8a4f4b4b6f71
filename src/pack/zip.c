#include "pack/zip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum {
	DOS_DATE = 0x21, /* 1980-01-01 00:00, the first date a ZIP can say */
	LEVEL = 1,       /* deflate, for a document.xml of 59 KB: level 1 0.11 ms, 8.2 KB; 3 0.22, 7.3; 6 0.83, 6.5 */
};

struct zip_out {
	zip_source_t *source; /* the package, growing in memory */
	zip_t *zip;
	const char *why;      /* first error, static text */
};

static const char out_of_memory[] = "out of memory";

struct zip_out *zip_out_new(void)
{
	struct zip_out *z = calloc(1, sizeof *z);
	if (!z) {
		fputs("vanban: out of memory\n", stderr);
		exit(2);
	}
	z->source = zip_source_buffer_create(NULL, 0, 0, NULL);
	if (z->source)
		z->zip = zip_open_from_source(z->source, ZIP_TRUNCATE, NULL);
	if (z->zip)
		zip_source_keep(z->source); /* zip_close drops one hold; ours stays */
	else {
		zip_source_free(z->source);
		z->source = NULL;
		z->why = out_of_memory;
	}
	return z;
}

void zip_out_add(struct zip_out *z, const char *name, const void *data, size_t n, bool stored)
{
	if (z->why)
		return;
	zip_source_t *s = zip_source_buffer(z->zip, data, n, 0);
	if (!s) {
		z->why = out_of_memory;
		return;
	}
	zip_int64_t at = zip_file_add(z->zip, name, s, ZIP_FL_ENC_UTF_8);
	if (at < 0) {
		zip_source_free(s);
		z->why = "a member was added twice or its name is not UTF-8";
		return;
	}
	int method = stored || n == 0 ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
	if (zip_set_file_compression(z->zip, (zip_uint64_t)at, method, method == ZIP_CM_STORE ? 0 : LEVEL) != 0 ||
	    zip_file_set_dostime(z->zip, (zip_uint64_t)at, 0, DOS_DATE, 0) != 0)
		z->why = out_of_memory;
}

static const char *copy_out(zip_source_t *source, struct buf *out)
{
	zip_stat_t st;
	if (zip_source_stat(source, &st) != 0 || !(st.valid & ZIP_STAT_SIZE) || zip_source_open(source) != 0)
		return "the package cannot be read back";
	char chunk[16384];
	zip_int64_t got;
	while ((got = zip_source_read(source, chunk, sizeof chunk)) > 0)
		buf_put(out, chunk, (size_t)got);
	zip_source_close(source);
	if (got < 0)
		return "the package cannot be read back";
	return out->failed ? out_of_memory : NULL;
}

int zip_out_close(struct zip_out *z, struct buf *out, const char **why)
{
	if (!z->why && zip_get_num_entries(z->zip, 0) == 0)
		z->why = "a package needs a member"; /* libzip would write nothing */
	if (z->why) {
		if (z->zip)
			zip_discard(z->zip);
	} else if (zip_close(z->zip) != 0) {
		zip_discard(z->zip);
		z->why = "the package cannot be compressed";
	} else {
		z->why = copy_out(z->source, out);
	}
	zip_source_free(z->source);
	*why = z->why;
	int status = z->why ? -1 : 0;
	free(z);
	return status;
}

/* ---- changes ---- */

static const char *put_member(zip_t *z, const struct zip_member *m)
{
	zip_source_t *s = zip_source_buffer(z, m->data, m->n, 0);
	zip_int64_t at = zip_name_locate(z, m->name, ZIP_FL_NOCASE);
	if (!s)
		return out_of_memory;
	if (at >= 0 ? zip_file_replace(z, (zip_uint64_t)at, s, 0) != 0 : (at = zip_file_add(z, m->name, s, ZIP_FL_ENC_UTF_8)) < 0) {
		zip_source_free(s);
		return "a member cannot be replaced";
	}
	if (zip_set_file_compression(z, (zip_uint64_t)at, ZIP_CM_DEFLATE, LEVEL) != 0 || zip_file_set_dostime(z, (zip_uint64_t)at, 0, DOS_DATE, 0) != 0)
		return out_of_memory;
	return NULL;
}

int zip_change(const void *package, size_t size, const struct zip_member *v, size_t n_v, struct buf *out, const char **why)
{
	/* A copy that libzip owns: it frees the last piece of a buffer that it keeps at the package's head, whoever owns it (1.7). */
	void *copy = malloc(size > 0 ? size : 1);
	zip_source_t *source = NULL;
	if (copy) {
		memcpy(copy, package, size);
		source = zip_source_buffer_create(copy, size, 1, NULL);
		if (!source)
			free(copy);
	}
	zip_t *z = source ? zip_open_from_source(source, 0, NULL) : NULL;
	*why = z ? NULL : "the package cannot be opened";
	if (!z) {
		if (source)
			zip_source_free(source);
		return -1;
	}
	zip_source_keep(source);
	for (size_t i = 0; i < n_v && !*why; i++)
		*why = put_member(z, &v[i]);
	if (*why || zip_close(z) != 0) {
		*why = *why ? *why : "the package cannot be compressed";
		zip_discard(z);
	} else {
		*why = copy_out(source, out);
	}
	zip_source_free(source);
	return *why ? -1 : 0;
}
