/* pack/xmlpull.h: XML piece by piece; pack/zip.h: packages changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "pack/unzip.h"
#include "pack/xmlpull.h"
#include "pack/zip.h"

struct slow { const char *s; size_t n, at, piece; bool breaks; };

static long give(void *ctx, char *to, size_t n)
{
	struct slow *x = ctx;
	size_t k = x->n - x->at < x->piece ? x->n - x->at : x->piece;
	if (k == 0 && x->breaks)
		return -1;
	k = k < n ? k : n;
	memcpy(to, x->s + x->at, k);
	x->at += k;
	return (long)k;
}

/* All events as a line, texts joined: "<a k=v>text</a>", "!" at a fault. */
static char *events(struct arena *a, const char *s, size_t piece, bool breaks)
{
	struct slow x = {s, strlen(s), 0, piece, breaks};
	struct xml_pull *p = xml_pull_new(a, give, &x);
	char *all = arena_strdup(a, "");
	size_t n;
	for (;;) {
		const char *text, *k;
		switch (xml_pull_next(p)) {
		case XML_IN_START:
			k = xml_pull_attr(p, "k");
			all = arena_printf(a, "%s<%s%s%s>", all, xml_pull_name(p), k ? " k=" : "", k ? k : "");
			break;
		case XML_IN_END:
			all = arena_printf(a, "%s</%s>", all, xml_pull_name(p));
			break;
		case XML_IN_TEXT:
			text = xml_pull_text(p, &n);
			all = arena_printf(a, "%s%.*s", all, (int)n, text);
			break;
		case XML_IN_DONE:
			xml_pull_close(p);
			return all;
		default:
			assert_int_equal(xml_pull_next(p), XML_IN_BAD); /* and again */
			assert_int_equal(xml_pull_starved(p), breaks);
			return arena_printf(a, "%s!", all);
		}
	}
}

static void pieces_of_any_size_give_the_same(void **state)
{
	(void)state;
	static const char xml[] = "<?xml version='1.0'?><!-- c --><x:a xmlns:x='u' x:k='Điều &amp; &#x31;'><b/>Sở &lt;Nội&gt; vụ<![CDATA[<c>]]>\n<d k=\"\"> </d></x:a>";
	for (size_t piece = 1; piece < sizeof xml; piece++) {
		struct arena *a = arena_new();
		assert_string_equal(events(a, xml, piece, false), "<a k=Điều & 1><b></b>Sở <Nội> vụ<c>\n<d k=> </d></a>");
		arena_free(a);
	}
}

static void what_is_unsound_ends_it(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	assert_string_equal(events(a, "<a><b></a>", 3, false), "<a><b>!");
	assert_string_equal(events(a, "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", 100, false), "!");
	assert_string_equal(events(a, "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", 7, false), "!");
	assert_string_equal(events(a, "<a>&e;</a>", 100, false), "<a>!");
	assert_string_equal(events(a, "", 1, false), "!");
	assert_string_equal(events(a, "<a>x<b>y", 100, true), "<a>x<b>!");
	struct buf deep = BUF_INIT;
	for (int i = 0; i < XML_IN_DEPTH + 1; i++)
		buf_puts(&deep, "<a>");
	char *all = events(a, deep.data, 1000, false);
	assert_int_equal(all[strlen(all) - 1], '!');
	assert_int_equal(strlen(all), 3 * XML_IN_DEPTH + 1);
	buf_free(&deep);
	arena_free(a);
}

/* What is not named is copied with its bytes; the same changes give the same package. */
static void members_are_put_in_place(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct buf before = BUF_INIT, after = BUF_INIT, again = BUF_INIT;
	const char *why = NULL;
	size_t n;
	struct zip_out *z = zip_out_new();
	zip_out_add(z, "a.xml", "<a/>", 4, false);
	zip_out_add(z, "Thư mục/b.bin", "bytes", 5, true);
	assert_int_equal(zip_out_close(z, &before, &why), 0);
	const struct zip_member v[] = {{"A.xml", "<mới/>", 9}, {"c.xml", "<c/>", 4}};
	assert_int_equal(zip_change(before.data, before.len, v, 2, &after, &why), 0);
	assert_int_equal(zip_change(before.data, before.len, v, 2, &again, &why), 0);
	assert_int_equal(after.len, again.len);
	assert_memory_equal(after.data, again.data, after.len);
	struct unzip *u = unzip_open(a, after.data, after.len, &why);
	assert_int_equal(unzip_count(u), 3);
	assert_string_equal(unzip_name(u, 0), "a.xml");
	assert_memory_equal(unzip_read(u, "a.xml", &n, &why), "<mới/>", 9);
	assert_memory_equal(unzip_read(u, "Thư mục/b.bin", &n, &why), "bytes", 5);
	assert_memory_equal(unzip_read(u, "c.xml", &n, &why), "<c/>", 4);
	assert_int_equal(zip_change("no package", 10, v, 2, &again, &why), -1);
	arena_free(a);
	buf_free(&before);
	buf_free(&after);
	buf_free(&again);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(pieces_of_any_size_give_the_same), cmocka_unit_test(what_is_unsound_ends_it),
		cmocka_unit_test(members_are_put_in_place)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
