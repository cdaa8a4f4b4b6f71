#include "pack/unzip.h"

#include <stdbool.h>
#include <string.h>
#include <zip.h>

#include "base/i18n.h"
#include "base/utf8.h"

struct unzip {
	struct arena *arena;
	zip_t *zip;
	const char **names;
	size_t n, total;
};

#define MB ((zip_uint64_t)1 << 20)

static void discard(void *p)
{
	zip_discard(p);
}

static bool safe_name(const char *s)
{
	if (*s == '\0' || *s == '/' || strchr(s, '\\') || utf8_check(s, strlen(s)) != strlen(s))
		return false;
	for (const char *p = s; p; p = strchr(p, '/')) {
		p += *p == '/';
		size_t n = strcspn(p, "/");
		if ((n == 2 && p[0] == '.' && p[1] == '.') || (n == 1 && p[0] == '.'))
			return false;
	}
	return true;
}

/* Word does not look at case: two names that differ in it alone could show it another text than is read here. */
static bool twice(struct unzip *z, const char *name)
{
	return zip_name_locate(z->zip, name, ZIP_FL_NOCASE) != zip_name_locate(z->zip, name, 0);
}

static const char *look(struct unzip *z)
{
	zip_int64_t n = zip_get_num_entries(z->zip, 0);
	if (n < 0 || n > UNZIP_MEMBERS)
		return N_("the package has too many members; save the file again");
	z->names = ARENA_ARRAY(z->arena, const char *, (size_t)n);
	for (zip_uint64_t i = 0; i < (zip_uint64_t)n; i++) {
		zip_stat_t st;
		const char *name = zip_get_name(z->zip, i, ZIP_FL_ENC_GUESS);
		if (!name || zip_stat_index(z->zip, i, 0, &st) != 0)
			return N_("the package is damaged; save the file again");
		if (!safe_name(name))
			return N_("the package has a member whose name leads outside; do not open this file");
		if ((st.valid & ZIP_STAT_ENCRYPTION_METHOD) && st.encryption_method != ZIP_EM_NONE)
			return N_("the package is encrypted; save it without a password");
		if (zip_name_locate(z->zip, name, 0) != (zip_int64_t)i || twice(z, name))
			return N_("the package has two members of one name; save the file again");
		z->names[z->n++] = arena_strdup(z->arena, name);
	}
	return NULL;
}

struct unzip *unzip_open(struct arena *a, const void *data, size_t n, const char **why)
{
	struct unzip *z = ARENA_NEW(a, struct unzip);
	*why = N_("this is no ZIP package; give a DOCX file");
	zip_source_t *source = zip_source_buffer_create(data, n, 0, NULL);
	if (!source)
		return NULL;
	z->zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
	if (!z->zip) {
		zip_source_free(source);
		return NULL;
	}
	arena_closer(a, discard, z->zip);
	z->arena = a;
	*why = look(z);
	return *why ? NULL : z;
}

size_t unzip_count(const struct unzip *z) { return z->n; }
const char *unzip_name(const struct unzip *z, size_t i) { return z->names[i]; }

static const char *too_big(const struct unzip *z, const zip_stat_t *st)
{
	if (st->size > UNZIP_MEMBER_MB * MB || z->total + st->size > UNZIP_TOTAL_MB * MB)
		return N_("the package unpacks to too much; save the document again with fewer or smaller parts");
	if (st->size > MB && st->size / UNZIP_RATIO > st->comp_size)
		return N_("the package is packed like a ZIP bomb; do not open this file");
	return NULL;
}

char *unzip_read(struct unzip *z, const char *name, size_t *n, const char **why)
{
	static const zip_uint64_t need = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
	zip_stat_t st;
	*why = NULL;
	zip_int64_t at = zip_name_locate(z->zip, name, ZIP_FL_NOCASE);
	if (at < 0)
		return NULL;
	*why = N_("the package is damaged; save the file again");
	if (zip_stat_index(z->zip, (zip_uint64_t)at, 0, &st) != 0 || (st.valid & need) != need)
		return NULL;
	const char *big = too_big(z, &st);
	if (big) {
		*why = big;
		return NULL;
	}
	zip_file_t *f = zip_fopen_index(z->zip, (zip_uint64_t)at, 0);
	if (!f)
		return NULL;
	char *data = arena_alloc(z->arena, (size_t)st.size + 1), beyond;
	zip_int64_t got = zip_fread(f, data, st.size);
	/* The read past the end makes libzip check the sum. */
	bool whole = got == (zip_int64_t)st.size && zip_fread(f, &beyond, 1) == 0;
	zip_fclose(f);
	if (!whole)
		return NULL;
	z->total += (size_t)st.size;
	*n = (size_t)st.size;
	*why = NULL;
	return data;
}
