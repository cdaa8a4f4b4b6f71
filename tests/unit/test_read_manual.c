/* The examples of vanban-draft(5): each is read and must give the findings that its mark names, and no others. */
#include "read_fixture.h"
#include "base/file.h"
#include "read/front.h"

#define PAGE "man/vanban-draft.5"
#define PICTURES "tests/cases/read-figures" /* where the page's pictures are */

static const struct roff { const char *sign, *text; } roffs[] = {
	{"\\e", "\\"}, {"\\-", "-"}, {"\\(ha", "^"}, {"\\(ti", "~"}, {"\\(aq", "'"}, {"\\(ga", "`"}, {"\\(dq", "\""}, {"\\&", ""}};

/* A line of a literal block as it is printed. */
static void unroff(struct buf *out, const char *line)
{
	while (*line) {
		size_t k = 0, n = sizeof roffs / sizeof *roffs;
		while (k < n && strncmp(line, roffs[k].sign, strlen(roffs[k].sign)))
			k++;
		if (k < n) {
			buf_puts(out, roffs[k].text);
			line += strlen(roffs[k].sign);
		} else {
			assert_int_not_equal(*line, '\\'); /* an escape this test does not know */
			buf_putc(out, *line++);
		}
	}
	buf_putc(out, '\n');
}

static void read_office(struct reading *r, const char *text, size_t n)
{
	struct source src;
	assert_true(source_open(&src, r->a, "vanban.yaml", text, n, &r->g));
	struct front f = front_new(r->a, &r->g, IN_CONFIG, (struct pos){"vanban.yaml", 1, 1});
	front_fill(&f, yaml_read(&src, 0, src.n, front_want, &r->g), NULL);
}

static void example(const char *kind, const char *wanted, const char *text, size_t n)
{
	struct buf draft = BUF_INIT, found = BUF_INIT;
	struct reading r = {.a = arena_new()};
	diag_init(&r.g, r.a);
	if (!strcmp(kind, "front"))
		buf_printf(&draft, "---\n%s---\nNội dung.\n", text);
	else if (!strcmp(kind, "body"))
		buf_printf(&draft, "---\nloại: Báo cáo\n---\n%s", text);
	else
		buf_put(&draft, text, n);
	if (!strcmp(kind, "office"))
		read_office(&r, draft.data, draft.len);
	else
		assert_non_null(read_draft_text(r.a, "example", PICTURES, draft.data, draft.len, &r.g));
	diag_sort(&r.g);
	for (size_t i = 0; i < r.g.n; i++)
		buf_printf(&found, " %s", r.g.items[i].msg->id);
	if (strcmp(found.data ? found.data : "", wanted)) {
		print_error("%s\n", draft.data);
		for (size_t i = 0; i < r.g.n; i++)
			print_error("%u:%u: %s\n", r.g.items[i].pos.line, r.g.items[i].pos.col, r.g.items[i].text);
	}
	assert_string_equal(found.data ? found.data : "", wanted);
	buf_free(&draft);
	buf_free(&found);
	arena_free(r.a);
}

static void examples(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct buf text = BUF_INIT;
	char *page, kind[20] = "", wanted[200] = "";
	size_t n, count = 0;
	bool inside = false;
	assert_int_equal(file_read(a, PAGE, 1 << 20, &page, &n), 0);
	for (char *line = page, *next; line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = 0;
		if (!strncmp(line, ".\\\" example ", 12)) {
			wanted[0] = 0;
			sscanf(line + 12, "%19s%199[^\n]", kind, wanted);
		} else if (kind[0] && !strncmp(line, ".Bd ", 4)) {
			inside = true;
			buf_clear(&text);
		} else if (inside && !strcmp(line, ".Ed")) {
			example(kind, wanted, text.data, text.len);
			count++;
			inside = false;
			kind[0] = 0;
		} else if (inside) {
			unroff(&text, line);
		}
	}
	assert_true(count >= 25);
	buf_free(&text);
	arena_free(a);
}

/* Every key of the tables is told in the page. */
static void every_key_is_documented(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	char *page;
	size_t n;
	assert_int_equal(file_read(a, PAGE, 1 << 20, &page, &n), 0);
	const struct key *const tables[] = {front_keys, front_signer_keys, front_issuer_keys};
	for (int i = 0; i < 3; i++)
		for (const struct key *k = tables[i]; k->name; k++) {
			if (!strstr(page, k->name))
				print_error("%s\n", k->name);
			assert_non_null(strstr(page, k->name));
		}
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(examples), cmocka_unit_test(every_key_is_documented)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
