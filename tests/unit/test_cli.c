/* The option parser, the tables of commands and options, findings as text and JSON. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include "cli/command.h"
#include "cli/report.h"

#define ALL (OPT_BIT(O_COUNT) - 1)

static struct arena *arena;

static int setup(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const char *parse(unsigned set, struct options *o, const char *const *words)
{
	char *argv[32];
	int argc = 0;

	*o = (struct options){ .dpi = 150 };
	for (; words[argc] != NULL; argc++)
		argv[argc] = arena_strdup(arena, words[argc]);
	argv[argc] = NULL;
	return options_read(arena, set, argc, argv, 0, o);
}

#define PARSE(set, o, ...) parse(set, o, (const char *const[]){ __VA_ARGS__, NULL })

static void test_values(void **state)
{
	struct options o;

	(void)state;
	assert_null(PARSE(ALL, &o, "a.md", "-o", "out", "--to=pdf", "--dpi", "96", "b.md", "--json", "-q", "--date", "15/5/2025"));
	assert_int_equal(o.n_args, 2);
	assert_string_equal(o.args[1], "b.md");
	assert_string_equal(o.output, "out");
	assert_string_equal(o.to, "pdf");
	assert_int_equal(o.dpi, 96);
	assert_true(o.json && o.quiet && !o.force && o.has_date);
	assert_int_equal(o.date.day, 15);
	assert_int_equal(o.date.year, 2025);
	assert_null(PARSE(ALL, &o, "-oout", "-"));
	assert_string_equal(o.output, "out");
	assert_string_equal(o.args[0], "-");
}

static void test_double_dash(void **state)
{
	struct options o;

	(void)state;
	assert_null(PARSE(ALL, &o, "--", "--json", "-o"));
	assert_int_equal(o.n_args, 2);
	assert_false(o.json);
}

static void test_refused(void **state)
{
	struct options o;

	(void)state;
	assert_non_null(strstr(PARSE(ALL, &o, "--ouput", "x"), "--output"));
	assert_non_null(PARSE(ALL, &o, "-x"));
	assert_non_null(PARSE(ALL, &o, "-o"));
	assert_non_null(PARSE(ALL, &o, "--output="));
	assert_non_null(PARSE(ALL, &o, "--json=yes"));
	assert_non_null(PARSE(ALL, &o, "--dpi", "35"));
	assert_non_null(PARSE(ALL, &o, "--dpi", "601"));
	assert_non_null(PARSE(ALL, &o, "--dpi", "99999999999999999999"));
	assert_non_null(PARSE(ALL, &o, "--dpi", ""));
	assert_non_null(PARSE(ALL, &o, "--date", "30/2/2025"));
	assert_non_null(PARSE(ALL, &o, "--lang", "v"));
	assert_non_null(PARSE(OPT_BIT(O_HELP), &o, "--json"));
}

static void test_lang(void **state)
{
	char *a[] = { "vanban", "render", "--lang=vi", NULL }, *b[] = { "vanban", "--lang", "en", NULL }, *c[] = { "vanban", "--", "--lang=vi", NULL };
	char *d[] = { "vanban", "--lang", NULL };

	(void)state;
	assert_string_equal(options_lang(3, a), "vi");
	assert_string_equal(options_lang(3, b), "en");
	assert_null(options_lang(3, c));
	assert_null(options_lang(2, d));
}

static void test_tables(void **state)
{
	uint64_t used = OPT_BIT(O_VERSION);

	(void)state;
	for (int i = 0; i < O_COUNT; i++) {
		assert_int_equal((int)options[i].id, i);
		assert_non_null(options[i].help);
		assert_int_equal(options[i].type == OPT_FLAG, options[i].arg == NULL);
		for (int j = 0; j < i; j++) {
			assert_string_not_equal(options[i].name, options[j].name);
			assert_true(options[i].letter == 0 || options[i].letter != options[j].letter);
		}
	}
	for (const struct command *c = commands; c->name != NULL; c++) {
		assert_non_null(c->run);
		assert_true(c->options & OPT_BIT(O_HELP));
		used |= c->options;
	}
	assert_int_equal(used, ALL);
}

static const struct msg bad = { "bad-thing", LEVEL_ERROR, "“%s” is bad; mend it", "Điều 8" };
static const struct msg odd = { "odd-thing", LEVEL_WARNING, "odd", NULL };

static void test_json(void **state)
{
	struct buf b = BUF_INIT;
	struct diag g;

	(void)state;
	diag_init(&g, arena);
	diag_put(&g, &bad, (struct pos){ "a\"b.md", 3, 4 }, "x\ty\\\x80");
	json_findings(&b, &g);
	assert_string_equal(b.data, "[{\"id\":\"bad-thing\",\"level\":\"error\",\"file\":\"a\\\"b.md\",\"line\":3,\"column\":4,"
		"\"text\":\"“x\\u0009y\\\\\xEF\xBF\xBD” is bad; mend it\",\"clause\":\"Điều 8\"}]");
	buf_free(&b);
}

static const char *printed(const struct diag *g, bool quiet)
{
	static char text[1000];
	FILE *f = tmpfile();
	size_t n;

	assert_non_null(f);
	report_findings(f, g, quiet);
	rewind(f);
	n = fread(text, 1, sizeof text - 1, f);
	text[n] = '\0';
	fclose(f);
	return text;
}

static void test_findings(void **state)
{
	struct diag g;

	(void)state;
	diag_init(&g, arena);
	diag_put(&g, &odd, (struct pos){ "a.md", 0, 0 });
	diag_put(&g, &bad, (struct pos){ "a.md", 2, 7 }, "\033[31m");
	diag_put(&g, &odd, (struct pos){ 0 });
	assert_string_equal(printed(&g, false), "a.md: warning: odd\na.md:2:7: error: “\xEF\xBF\xBD[31m” is bad; mend it [Điều 8]\nvanban: warning: odd\n");
	assert_string_equal(printed(&g, true), "a.md:2:7: error: “\xEF\xBF\xBD[31m” is bad; mend it [Điều 8]\n");
}

/* main.c is not in the library; the commands need it to link. */
int usage_error(const char *cmd, const char *why)
{
	(void)cmd;
	(void)why;
	return EXIT_UNUSABLE;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_values, setup, teardown),
		cmocka_unit_test_setup_teardown(test_double_dash, setup, teardown),
		cmocka_unit_test_setup_teardown(test_refused, setup, teardown),
		cmocka_unit_test(test_lang),
		cmocka_unit_test(test_tables),
		cmocka_unit_test_setup_teardown(test_json, setup, teardown),
		cmocka_unit_test_setup_teardown(test_findings, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
