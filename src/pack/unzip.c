#include "pack/unzip.h"

#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <zip.h>

#include "base/i18n.h"
#include "base/utf8.h"

struct unzip {
	struct arena *arena;
	zip_t *zip;
	const char **names;
	size_t n, total;
	bool odd;                 /* some names had backslashes: libzip does not find them by the names given here */
};

struct unzip_stream {
	zip_file_t *file;
	zip_uint64_t left;        /* of the size that the package says */
	bool bad;
};

#define MB ((zip_uint64_t)1 << 20)

static const char damaged[] = N_("the package is damaged; save the file again");

static void discard(void *p)
{
	zip_discard(p);
}

static bool safe_name(const char *s)
{
	if (*s == '\0' || *s == '/' || utf8_check(s, strlen(s)) != strlen(s))
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
static bool twice(const struct unzip *z, const char *raw)
{
	if (zip_name_locate(z->zip, raw, ZIP_FL_NOCASE) != zip_name_locate(z->zip, raw, 0))
		return true;
	if (z->odd) /* "xl\a.xml" and "xl/a.xml" */
		for (size_t i = 0; i + 1 < z->n; i++)
			if (!strcasecmp(z->names[i], z->names[z->n - 1]))
				return true;
	return false;
}

/* Takes the name of member i in; some programs part folders by backslashes. */
static const char *take_name(struct unzip *z, zip_uint64_t i, const char **raw)
{
	*raw = zip_get_name(z->zip, i, ZIP_FL_ENC_GUESS);
	if (!*raw)
		return NULL;
	char *name = arena_strdup(z->arena, *raw);
	for (char *p = name; (p = strchr(p, '\\')); p++) {
		*p = '/';
		z->odd = true;
	}
	return z->names[z->n++] = name;
}

static const char *look(struct unzip *z)
{
	zip_int64_t n = zip_get_num_entries(z->zip, 0);
	if (n < 0 || n > UNZIP_MEMBERS)
		return N_("the package has too many members; save the file again");
	z->names = ARENA_ARRAY(z->arena, const char *, (size_t)n);
	for (zip_uint64_t i = 0; i < (zip_uint64_t)n; i++) {
		zip_stat_t st;
		const char *raw, *name = take_name(z, i, &raw);
		if (!name || zip_stat_index(z->zip, i, 0, &st) != 0)
			return damaged;
		if (!safe_name(name))
			return N_("the package has a member whose name leads outside; do not open this file");
		if ((st.valid & ZIP_STAT_ENCRYPTION_METHOD) && st.encryption_method != ZIP_EM_NONE)
			return N_("the package is encrypted; save it without a password");
		if (zip_name_locate(z->zip, raw, 0) != (zip_int64_t)i || twice(z, raw))
			return N_("the package has two members of one name; save the file again");
	}
	return NULL;
}

static struct unzip *opened(struct arena *a, zip_t *zip, const char **why)
{
	struct unzip *z = ARENA_NEW(a, struct unzip);
	z->zip = zip;
	z->arena = a;
	arena_closer(a, discard, zip);
	*why = look(z);
	return *why ? NULL : z;
}

/* A file that begins as a ZIP and has no directory at its end was cut off. */
static const char *why_none(const void *data, size_t n)
{
	if (n >= 4 && !memcmp(data, "PK\3\4", 4))
		return N_("the package is damaged or cut off; save or fetch the file again");
	return N_("this is no ZIP package; give a DOCX file");
}

struct unzip *unzip_open(struct arena *a, const void *data, size_t n, const char **why)
{
	*why = why_none(data, n);
	zip_source_t *source = zip_source_buffer_create(data, n, 0, NULL);
	if (!source)
		return NULL;
	zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
	if (zip)
		return opened(a, zip, why);
	zip_source_free(source);
	return NULL;
}

struct unzip *unzip_open_fd(struct arena *a, int fd, const char **why)
{
	char begin[4];
	ssize_t got = pread(fd, begin, sizeof begin, 0);
	int copy = dup(fd), error;
	*why = why_none(begin, got > 0 ? (size_t)got : 0);
	if (copy < 0)
		return NULL;
	zip_t *zip = lseek(copy, 0, SEEK_SET) == 0 ? zip_fdopen(copy, 0, &error) : NULL;
	if (zip)
		return opened(a, zip, why);
	close(copy);
	return NULL;
}

size_t unzip_count(const struct unzip *z) { return z->n; }
const char *unzip_name(const struct unzip *z, size_t i) { return z->names[i]; }

static zip_int64_t locate(const struct unzip *z, const char *name)
{
	zip_int64_t at = zip_name_locate(z->zip, name, ZIP_FL_NOCASE);
	for (size_t i = 0; at < 0 && z->odd && i < z->n; i++)
		if (!strcasecmp(z->names[i], name))
			at = (zip_int64_t)i;
	return at;
}

bool unzip_has(const struct unzip *z, const char *name) { return locate(z, name) >= 0; }

/* Finds a member that may be read; *why as in unzip_read. */
static zip_int64_t find(const struct unzip *z, const char *name, zip_stat_t *st, const char **why)
{
	static const zip_uint64_t need = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
	*why = NULL;
	zip_int64_t at = locate(z, name);
	if (at < 0)
		return -1;
	if (zip_stat_index(z->zip, (zip_uint64_t)at, 0, st) != 0 || (st->valid & need) != need)
		*why = damaged;
	else if (st->size > MB && st->size / UNZIP_RATIO > st->comp_size)
		*why = N_("the package is packed like a ZIP bomb; do not open this file");
	return *why ? -1 : at;
}

static const char too_much[] = N_("the package unpacks to too much; save the document again with fewer or smaller parts");

char *unzip_read(struct unzip *z, const char *name, size_t *n, const char **why)
{
	zip_stat_t st;
	zip_int64_t at = find(z, name, &st, why);
	if (at < 0)
		return NULL;
	if (st.size > UNZIP_MEMBER_MB * MB || z->total + st.size > UNZIP_TOTAL_MB * MB) {
		*why = too_much;
		return NULL;
	}
	*why = damaged;
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

static void close_stream(void *p)
{
	unzip_stream_close(p);
}

struct unzip_stream *unzip_stream(struct arena *a, struct unzip *z, const char *name, const char **why)
{
	zip_stat_t st;
	zip_int64_t at = find(z, name, &st, why);
	if (at < 0)
		return NULL;
	if (st.size > UNZIP_STREAM_MB * MB) {
		*why = too_much;
		return NULL;
	}
	struct unzip_stream *s = ARENA_NEW(a, struct unzip_stream);
	s->left = st.size;
	s->file = zip_fopen_index(z->zip, (zip_uint64_t)at, 0);
	if (!s->file) {
		*why = damaged;
		return NULL;
	}
	arena_closer(a, close_stream, s);
	return s;
}

long unzip_stream_read(struct unzip_stream *s, char *to, size_t n)
{
	if (s->bad || !s->file)
		return -1;
	zip_int64_t got = zip_fread(s->file, to, n);
	s->bad = got < 0 || (zip_uint64_t)got > s->left || (got == 0 && n && s->left);
	if (s->bad)
		return -1;
	s->left -= (zip_uint64_t)got;
	return (long)got;
}

void unzip_stream_close(struct unzip_stream *s)
{
	if (s && s->file)
		zip_fclose(s->file);
	if (s)
		s->file = NULL;
}
