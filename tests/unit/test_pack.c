/* xmlout, zip */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <zip.h>

#include "pack/xmlout.h"
#include "pack/zip.h"

static void xml_is_written(void **state)
{
	(void)state;
	struct buf b = BUF_INIT;
	struct xml *x = xml_new(&b);
	xml_open(x, "a");
	xml_attr(x, "k", "<\"&'>\n\t");
	xml_attri(x, "n", -120);
	xml_attrf(x, "f", "%d/%s", 7, "x");
	xml_text(x, "");
	xml_leaf(x, "b", "c", "1", "d", "2", NULL);
	xml_text(x, "Điều <1> & \"2\"\n\r");
	xml_textn(x, "xyz", 2);
	xml_open(x, "e");
	xml_end(x);
	xml_open(x, "f");
	xml_open(x, "g");
	assert_int_equal(xml_close(x), 0);
	assert_string_equal(b.data,
		"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
		"<a k=\"&lt;&quot;&amp;'&gt;&#10;&#9;\" n=\"-120\" f=\"7/x\"><b c=\"1\" d=\"2\"/>"
		"Điều &lt;1&gt; &amp; \"2\"\n&#13;xy<e/><f><g/></f></a>");
	buf_free(&b);
}

/* Whatever bytes go in, a parser takes what comes out. */
static void xml_of_any_bytes_is_well_formed(void **state)
{
	(void)state;
	srand(1);
	for (int round = 0; round < 3000; round++) {
		char s[40];
		size_t n = (size_t)rand() % sizeof s;
		for (size_t i = 0; i < n; i++)
			s[i] = (char)(round % 2 ? rand() : "\xEF\xBF\xBE\xED\xA0<&]>\r"[rand() % 10]);
		char *attr = calloc(1, n + 1);
		memcpy(attr, s, n);
		struct buf b = BUF_INIT;
		struct xml *x = xml_new(&b);
		xml_open(x, "a");
		xml_attr(x, "k", attr);
		xml_textn(x, s, n);
		assert_int_equal(xml_close(x), 0);
		xmlDocPtr doc = xmlReadMemory(b.data, (int)b.len, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
		assert_non_null(doc);
		xmlFreeDoc(doc);
		free(attr);
		buf_free(&b);
	}
}

static void xml_text_comes_back(void **state)
{
	(void)state;
	static const char text[] = "Ủy ban \"x\" <y> & ]]> z \xF0\x9F\x98\x80\t\n\r.";
	struct buf b = BUF_INIT;
	struct xml *x = xml_new(&b);
	xml_open(x, "a");
	xml_attr(x, "k", text);
	xml_text(x, text);
	assert_int_equal(xml_close(x), 0);
	xmlDocPtr doc = xmlReadMemory(b.data, (int)b.len, NULL, NULL, XML_PARSE_NONET);
	xmlNodePtr root = xmlDocGetRootElement(doc);
	xmlChar *content = xmlNodeGetContent(root), *attr = xmlGetProp(root, (const xmlChar *)"k");
	assert_string_equal((char *)content, text);
	assert_string_equal((char *)attr, text);
	xmlFree(content);
	xmlFree(attr);
	xmlFreeDoc(doc);
	buf_free(&b);
}

static void xml_misuse_shows_at_close(void **state)
{
	(void)state;
	for (int fault = 0; fault < 7; fault++) {
		struct buf b = {.limit = fault == 5 ? 60 : 0};
		struct xml *x = xml_new(&b);
		if (fault != 6)
			xml_open(x, "a");
		if (fault == 0)
			xml_end(x), xml_end(x);
		if (fault == 1)
			xml_text(x, "t"), xml_attr(x, "k", "v");
		if (fault == 2)
			xml_end(x), xml_open(x, "second");
		if (fault == 3)
			xml_end(x), xml_text(x, "t");
		for (int i = 0; fault == 4 && i < 1000; i++)
			xml_open(x, "deep");
		if (fault == 5)
			xml_text(x, "more than fits");
		assert_int_equal(xml_close(x), -1);
		buf_free(&b);
	}
}

static void put_package(struct buf *out)
{
	static char big[100000];
	for (size_t i = 0; i < sizeof big; i++)
		big[i] = (char)('a' + i * i % 23);
	struct zip_out *z = zip_out_new();
	zip_out_add(z, "[Content_Types].xml", "<x/>", 4, true);
	zip_out_add(z, "word/document.xml", big, sizeof big, false);
	zip_out_add(z, "Văn bản.txt", "", 0, false);
	const char *why;
	assert_int_equal(zip_out_close(z, out, &why), 0);
	assert_null(why);
}

static void packages_are_the_same_and_read_back(void **state)
{
	(void)state;
	struct buf a = BUF_INIT, b = BUF_INIT;
	put_package(&a);
	setenv("TZ", "Asia/Ho_Chi_Minh", 1);
	put_package(&b);
	assert_int_equal(a.len, b.len);
	assert_memory_equal(a.data, b.data, a.len);
	assert_memory_equal(a.data, "PK\3\4", 4);
	assert_memory_equal(a.data + 10, "\0\0\x21\0", 4); /* 1980-01-01 00:00 */
	assert_memory_equal(a.data + 28, "\0\0", 2);       /* no extra field: it would hold a time */

	zip_source_t *s = zip_source_buffer_create(a.data, a.len, 0, NULL);
	zip_t *z = zip_open_from_source(s, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
	assert_non_null(z);
	static const struct { const char *name; size_t n; int method; } want[] = {
		{"[Content_Types].xml", 4, ZIP_CM_STORE}, {"word/document.xml", 100000, ZIP_CM_DEFLATE}, {"Văn bản.txt", 0, ZIP_CM_STORE},
	};
	assert_int_equal(zip_get_num_entries(z, 0), 3);
	for (zip_uint64_t i = 0; i < 3; i++) {
		zip_stat_t st;
		assert_int_equal(zip_stat_index(z, i, 0, &st), 0);
		assert_string_equal(st.name, want[i].name);
		assert_int_equal(st.size, want[i].n);
		assert_int_equal(st.comp_method, want[i].method);
		assert_int_equal(zip_file_extra_fields_count(z, i, ZIP_FL_CENTRAL), 0);
		assert_int_equal(zip_file_extra_fields_count(z, i, ZIP_FL_LOCAL), 0);
	}
	zip_discard(z);
	buf_free(&a);
	buf_free(&b);
}

static void package_faults_show_at_close(void **state)
{
	(void)state;
	struct buf b = BUF_INIT;
	const char *why;
	struct zip_out *z = zip_out_new();
	assert_int_equal(zip_out_close(z, &b, &why), -1);
	assert_non_null(why);
	z = zip_out_new();
	zip_out_add(z, "a", "x", 1, false);
	zip_out_add(z, "a", "y", 1, false);
	assert_int_equal(zip_out_close(z, &b, &why), -1);
	assert_non_null(why);
	assert_int_equal(b.len, 0);
	b.limit = 10;
	z = zip_out_new();
	zip_out_add(z, "a", "x", 1, false);
	assert_int_equal(zip_out_close(z, &b, &why), -1);
	buf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(xml_is_written), cmocka_unit_test(xml_of_any_bytes_is_well_formed),
		cmocka_unit_test(xml_text_comes_back), cmocka_unit_test(xml_misuse_shows_at_close),
		cmocka_unit_test(packages_are_the_same_and_read_back), cmocka_unit_test(package_faults_show_at_close),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	xmlCleanupParser();
	return failed;
}
