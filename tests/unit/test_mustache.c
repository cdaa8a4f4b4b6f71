/* The Mustache engine: the official tests of the specification's core where they are at hand, and what templates rest on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/json.h"
#include "compose/mustache.h"

#define SPEC "../shared/mustache-spec"

struct bench {
	struct arena *a;
	struct diag g;
	const struct json *partials;
	const char *names[40];
	struct mustache *made[40];
	size_t n_made;
	struct buf out;
};

/* ---- values of JSON, partials of JSON, HTML out ---- */

static struct value *value_of(struct arena *a, const struct json *j)
{
	struct value *v;

	switch (j->kind) {
	case JSON_BOOL: return value_bool(a, j->number > 0);
	case JSON_NUMBER: return value_number(a, j->number, j->text);
	case JSON_TEXT: return value_text(a, j->text);
	case JSON_LIST:
	case JSON_MAP:
		v = j->kind == JSON_LIST ? value_list(a) : value_map(a);
		for (const struct json *k = j->first; k != NULL; k = k->next)
			if (j->kind == JSON_LIST)
				value_add(a, v, value_of(a, k));
			else
				value_put(a, v, k->key, value_of(a, k));
		return v;
	case JSON_NULL: break;
	}
	return value_text(a, NULL);
}

static const struct mustache *find_partial(void *ctx, const char *name, struct pos at)
{
	struct bench *b = ctx;
	const struct json *j = json_get(b->partials, name);
	struct mustache_finder f = { find_partial, b };

	(void)at;
	for (size_t i = 0; i < b->n_made; i++)
		if (strcmp(b->names[i], name) == 0)
			return b->made[i];
	if (j == NULL)
		return NULL;
	b->names[b->n_made] = name;
	struct mustache *m = b->made[b->n_made++] = ARENA_NEW(b->a, struct mustache);
	assert_true(mustache_read(b->a, m, name, j->text, strlen(j->text), &f, &b->g));
	return m;
}

static void put_text(void *ctx, const char *s, size_t n, struct pos from)
{
	struct bench *b = ctx;

	(void)from;
	buf_put(&b->out, s, n);
}

static void put_html(void *ctx, const char *s, const struct mustache_node *tag)
{
	struct bench *b = ctx;

	for (; *s != '\0'; s++) {
		const char *e = tag->raw ? NULL : *s == '&' ? "&amp;" : *s == '"' ? "&quot;" : *s == '<' ? "&lt;" : *s == '>' ? "&gt;" : NULL;

		if (e != NULL)
			buf_puts(&b->out, e);
		else
			buf_putc(&b->out, *s);
	}
}

/* What a template gives with data and partials (JSON); findings as "line:col id" if there are errors. */
static const char *filled(struct bench *b, const char *template, const struct json *data, const struct json *partials, bool strict)
{
	struct mustache m = { .root = { .kind = MUSTACHE_SECTION } };
	struct mustache_finder f = { find_partial, b };
	struct mustache_taker t = { put_text, put_html, NULL, b, strict, 32 };

	b->partials = partials;
	b->n_made = 0;
	diag_init(&b->g, b->a);
	buf_clear(&b->out);
	buf_puts(&b->out, "");
	if (mustache_read(b->a, &m, "t", template, strlen(template), &f, &b->g) && mustache_run(b->a, &m, value_of(b->a, data), &t, &b->g))
		return b->out.data;
	buf_clear(&b->out);
	for (size_t i = 0; i < b->g.n; i++)
		buf_printf(&b->out, "%s%u:%u %s", i > 0 ? ", " : "", b->g.items[i].pos.line, b->g.items[i].pos.col, b->g.items[i].msg->id);
	return b->out.data;
}

static void expect(const char *template, const char *json, const char *want)
{
	struct bench b = { .a = arena_new() };
	const struct json *data = json_read(b.a, json, strlen(json));

	assert_non_null(data);
	assert_string_equal(filled(&b, template, data, json_get(data, "tệp"), true), want);
	buf_free(&b.out);
	arena_free(b.a);
}

/* ---- the specification ---- */

static size_t run_spec(const char *name)
{
	struct bench b = { .a = arena_new() };
	char *data;
	size_t n, done = 0;

	assert_int_equal(file_read(b.a, file_join(b.a, SPEC, name), 1 << 20, &data, &n), 0);
	const struct json *spec = json_read(b.a, data, n);

	assert_non_null(spec);
	for (const struct json *t = json_get(spec, "tests")->first; t != NULL; t = t->next, done++) {
		const char *got = filled(&b, json_get_text(t, "template"), json_get(t, "data"), json_get(t, "partials"), false);

		if (strcmp(got, json_get_text(t, "expected")) != 0)
			print_error("%s: %s\n", name, json_get_text(t, "name"));
		assert_string_equal(got, json_get_text(t, "expected"));
	}
	buf_free(&b.out);
	arena_free(b.a);
	return done;
}

static void specification(void **state)
{
	static const struct { const char *name; size_t least; } files[] = {{"comments.json", 12}, {"delimiters.json", 14}, {"interpolation.json", 42},
		{"inverted.json", 22}, {"partials.json", 12}, {"sections.json", 34}};
	char *data;
	size_t n;
	struct arena *a = arena_new();
	bool there = file_read(a, SPEC "/sections.json", 1 << 20, &data, &n) == 0;

	(void)state;
	arena_free(a);
	if (!there) {
		print_message("          no " SPEC ": the official tests of Mustache are left out\n");
		skip();
	}
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		assert_true(run_spec(files[i].name) >= files[i].least);
}

/* ---- without it ---- */

static void names(void **state)
{
	(void)state;
	expect("{{Cơ quan}} {{co_quan}} {{ CO-QUAN }}", "{\"cơ quan\": \"Sở\"}", "Sở Sở Sở");
	expect("{{a.b c.đ}}", "{\"a\": {\"bc\": {\"d\": \"x\"}}}", "x");
	expect("{{#a}}{{b}}{{c}}{{/a}}", "{\"a\": {\"b\": \"1\"}, \"c\": \"2\"}", "12");
	expect("{{#a}}{{.}};{{/a}}", "{\"a\": [\"x\", 2, 1.50]}", "x;2;1.50;");
}

static void sections(void **state)
{
	(void)state;
	expect("a\n{{#l}}\n- {{t}}\n{{/l}}\nb\n", "{\"l\": [{\"t\": \"1\"}, {\"t\": \"2\"}]}", "a\n- 1\n- 2\nb\n");
	expect("a\r\n  {{#l}}  \r\nx\r\n{{/l}}\r\nb", "{\"l\": true}", "a\r\nx\r\nb");
	expect("{{#n}}{{.}} việc{{/n}}{{^n}}không{{/n}}", "{\"n\": 0}", "không");
	expect("{{#n}}{{.}} việc{{/n}}{{^n}}không{{/n}}", "{\"n\": 7}", "7 việc");
	expect("{{^l}}trống{{/l}}{{^s}}rỗng{{/s}}{{^x}}null{{/x}}", "{\"l\": [], \"s\": \"\", \"x\": null}", "trốngrỗngnull");
	expect("{{! một\nhai }}\nx{{!}}y", "{}", "xy");
	expect("{{=<% %>=}}\n<% a %> {{a}}\n<%={{ }}=%>\n{{a}}", "{\"a\": \"1\"}", "1 {{a}}\n1");
}

static void partials(void **state)
{
	(void)state;
	expect("A\n  {{> p }}\nB {{> p}}", "{\"x\": \"1\\n2\", \"tệp\": {\"p\": \"|{{x}}\\n|\\n\"}}", "A\n  |1\n2\n  |\nB |1\n2\n|\n");
	expect("{{> p}}", "{\"n\": {\"v\": \"1\", \"n\": {\"v\": \"2\", \"n\": null}}, \"tệp\": {\"p\": \"{{#n}}{{v}}{{> p}}{{/n}}\"}}", "12");
	expect("{{> p}}", "{\"a\": true, \"tệp\": {\"p\": \"{{#a}}{{> p}}{{/a}}\"}}", "1:7 tag-deep");
}

static void faults(void **state)
{
	(void)state;
	expect("a\nb {{#x}} c", "{\"x\": true}", "2:3 tag-unclosed");
	expect("{{#x}}{{/y}}", "{}", "1:7 tag-closes");
	expect("é {{/y}}", "{}", "1:3 tag-not-open");
	expect("\n\n ể{{x", "{}", "3:3 tag-open");
	expect("{{}} {{a..b}} {{={ =}}", "{}", "1:1 tag-name, 1:6 tag-name, 1:15 tag-delimiters");
	expect("{{=a=}}", "{}", "1:1 tag-delimiters");
	expect("{{#l}}\n{{tne}}{{/l}}", "{\"l\": [{\"tên\": \"a\"}, {\"tên\": \"b\"}]}", "2:1 unknown-name");
	expect("{{a.x}}", "{\"a\": {\"b\": \"\"}, \"x\": \"\"}", "1:1 unknown-name");
	expect("{{l}}{{m}}", "{\"l\": [], \"m\": {\"a\": \"\"}}", "1:1 name-list, 1:6 name-map");
}

/* A message names the nearest names, best first. */
static void nearest(void **state)
{
	struct bench b = { .a = arena_new() };
	const char *json = "{\"số quá hạn\": \"1\", \"quá hạn\": \"2\", \"số nhiệm vụ\": \"3\", \"địa danh\": \"4\"}";

	(void)state;
	filled(&b, "{{qua hna}}", json_read(b.a, json, strlen(json)), NULL, true);
	assert_non_null(strstr(b.g.items[0].text, "quá hạn"));
	assert_null(strstr(b.g.items[0].text, "địa danh"));
	buf_free(&b.out);
	arena_free(b.a);
}

/* Lists inside lists inside lists end in an error, not in a day's work. */
static void endless(void **state)
{
	struct bench b = { .a = arena_new() };
	struct value *root = value_map(b.a), *list = value_list(b.a);
	struct mustache m = { .root = { .kind = MUSTACHE_SECTION } };
	struct mustache_finder f = { find_partial, &b };
	struct mustache_taker t = { put_text, put_html, NULL, &b, true, 32 };
	static const char text[] = "{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}{{#l}}{{^l}}{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}{{/l}}";

	(void)state;
	diag_init(&b.g, b.a);
	for (int i = 0; i < 100; i++)
		value_add(b.a, list, value_text(b.a, "x"));
	value_put(b.a, root, "l", list);
	assert_true(mustache_read(b.a, &m, "t", text, strlen(text), &f, &b.g));
	assert_false(mustache_run(b.a, &m, root, &t, &b.g));
	assert_string_equal(b.g.items[0].msg->id, "merge-long");
	buf_free(&b.out);
	arena_free(b.a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(specification), cmocka_unit_test(names), cmocka_unit_test(sections), cmocka_unit_test(partials),
		cmocka_unit_test(faults), cmocka_unit_test(nearest), cmocka_unit_test(endless)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
