/* sha256, diff, unzip, xmlin: what verify stands on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diff.h"
#include "base/sha256.h"
#include "pack/unzip.h"
#include "pack/xmlin.h"
#include "pack/zip.h"

/* The vectors of FIPS 180-4. */
static void sha256_of_the_standard(void **state)
{
	(void)state;
	static char million[1000000];
	memset(million, 'a', sizeof million);
	const struct { const char *s; size_t n; const char *hex; } rows[] = {
		{ "", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
		{ "abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56,
			"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
		{ "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu", 112,
			"cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1" },
		{ million, sizeof million, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char hex[65];
		sha256_hex(rows[i].s, rows[i].n, hex);
		assert_string_equal(hex, rows[i].hex);
	}
}

/* ---- diff ---- */

static size_t longest_common(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
	size_t v[64] = { 0 };
	for (size_t i = 0; i < n; i++) {
		size_t corner = 0;
		for (size_t j = 0; j < m; j++) {
			size_t above = v[j + 1];
			v[j + 1] = a[i] == b[j] ? corner + 1 : above > v[j] ? above : v[j];
			corner = above;
		}
	}
	return v[m];
}

static size_t check_diff(struct arena *a, const uint32_t *x, size_t n, const uint32_t *y, size_t m, size_t cost)
{
	size_t x_to[200], y_to[200], pairs = 0, last = 0;
	diff_lists(a, x, n, y, m, cost, x_to, y_to);
	for (size_t i = 0; i < n; i++) {
		if (x_to[i] == DIFF_NONE)
			continue;
		assert_true(x_to[i] < m && y_to[x_to[i]] == i && x[i] == y[x_to[i]]);
		assert_true(pairs == 0 || x_to[i] > last);
		last = x_to[i];
		pairs++;
	}
	return pairs;
}

static void diff_is_shortest(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	srand(1);
	for (int round = 0; round < 20000; round++) {
		uint32_t x[60], y[60];
		size_t n = (size_t)rand() % 30, m = (size_t)rand() % 30;
		for (size_t i = 0; i < 60; i++)
			x[i] = (uint32_t)(rand() % 4), y[i] = (uint32_t)(rand() % 4);
		assert_int_equal(check_diff(a, x, n, y, m, 1000), longest_common(x, n, y, m));
		check_diff(a, x, n, y, m, 2); /* bounded: right, if not the shortest */
		arena_reset(a);
	}
	arena_free(a);
}

/* ---- unzip ---- */

static void pack(struct buf *out, const char *const *names, size_t n, const void *data, size_t size)
{
	struct zip_out *z = zip_out_new();
	const char *why;
	for (size_t i = 0; i < n; i++)
		zip_out_add(z, names[i], data, size, false);
	assert_int_equal(zip_out_close(z, out, &why), 0);
}

static void unzip_reads_what_zip_wrote(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct buf b = BUF_INIT;
	const char *why, *names[] = { "word/document.xml", "Văn bản.txt" };
	size_t n;
	pack(&b, names, 2, "một hai", strlen("một hai"));
	struct unzip *z = unzip_open(a, b.data, b.len, &why);
	assert_non_null(z);
	assert_int_equal(unzip_count(z), 2);
	assert_string_equal(unzip_name(z, 1), "Văn bản.txt");
	assert_string_equal(unzip_read(z, "word/document.xml", &n, &why), "một hai");
	assert_int_equal(n, strlen("một hai"));
	assert_null(unzip_read(z, "none", &n, &why));
	assert_null(why);
	for (size_t cut = 0; cut < b.len; cut++) {
		struct unzip *part = unzip_open(a, b.data, cut, &why);
		assert_true(part == NULL ? why != NULL : 1);
	}
	arena_free(a);
	buf_free(&b);
}

static void unzip_refuses(void **state)
{
	(void)state;
	static const char *const bad[] = { "../a", "a/../b", "/a", "..\\a", "a\\..\\b", "\\a", "./a" };
	struct arena *a = arena_new();
	const char *why;
	size_t n;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct buf b = BUF_INIT;
		pack(&b, &bad[i], 1, "x", 1);
		assert_null(unzip_open(a, b.data, b.len, &why));
		assert_non_null(why);
		buf_free(&b);
	}
	const char *two[] = { "word/document.xml", "Word/Document.xml" };
	struct buf b = BUF_INIT;
	pack(&b, two, 2, "x", 1);
	assert_null(unzip_open(a, b.data, b.len, &why));
	buf_free(&b);
	char *zeros = calloc(1, 3 << 20);
	pack(&b, two, 1, zeros, 3 << 20);
	struct unzip *z = unzip_open(a, b.data, b.len, &why);
	assert_non_null(z);
	assert_null(unzip_read(z, two[0], &n, &why)); /* a bomb */
	assert_non_null(why);
	buf_free(&b);
	free(zeros);
	arena_free(a);
}

/* ---- xmlin ---- */

static void events(const char *xml, char *out, size_t room)
{
	struct arena *a = arena_new();
	struct xml_in *x = xml_in_new(a, xml, strlen(xml));
	size_t n = 0;
	out[0] = '\0';
	for (;;) {
		enum xml_event e = xml_in_next(x);
		const char *s = e == XML_IN_TEXT ? xml_in_text(x) : e == XML_IN_START || e == XML_IN_END ? xml_in_name(x) : "";
		if (n < room)
			n += (size_t)snprintf(out + n, room - n, "%c%s ", "<>t.!"[e], s);
		if (e == XML_IN_DONE || e == XML_IN_BAD)
			break;
	}
	arena_free(a);
}

static void xml_events(void **state)
{
	(void)state;
	char out[400];
	events("<a x='1'><b/>m&amp;&#7841;<![CDATA[<z>]]><!-- c --></a>", out, sizeof out);
	assert_string_equal(out, "<a <b >b tm&ạ t<z> >a . ");
	events("<a><b></a>", out, sizeof out);
	assert_non_null(strchr(out, '!'));
	events("", out, sizeof out);
	assert_string_equal(out, "! ");
	events("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", out, sizeof out);
	assert_string_equal(out, "! ");
	events("<!DOCTYPE a SYSTEM 'http://127.0.0.1/a.dtd'><a/>", out, sizeof out);
	assert_string_equal(out, "! ");
	char *deep = calloc(1, 100000);
	for (int i = 0; i < 30000; i++)
		strcpy(deep + 3 * i, "<a>");
	events(deep, out, sizeof out);
	free(deep);
}

static void xml_attributes(void **state)
{
	(void)state;
	static const char xml[] = "<w:a xmlns:w='urn:w' w:val='&lt;1' b=''/>";
	struct arena *a = arena_new();
	struct xml_in *x = xml_in_new(a, xml, sizeof xml - 1);
	assert_int_equal(xml_in_next(x), XML_IN_START);
	assert_string_equal(xml_in_space(x), "urn:w");
	assert_string_equal(xml_in_attr(x, "val"), "<1");
	assert_string_equal(xml_in_attr(x, "b"), "");
	assert_null(xml_in_attr(x, "c"));
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sha256_of_the_standard), cmocka_unit_test(diff_is_shortest),
		cmocka_unit_test(unzip_reads_what_zip_wrote), cmocka_unit_test(unzip_refuses),
		cmocka_unit_test(xml_events), cmocka_unit_test(xml_attributes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
