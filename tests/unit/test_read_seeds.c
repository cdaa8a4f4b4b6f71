/* Real documents: read without a finding, every word kept in order. Skipped where the folder is not there. */
#include "read_fixture.h"
#include "base/file.h"

#define SEEDS "../shared/seeds"

static bool have(const char *path)
{
	FILE *f = fopen(path, "r");
	if (f)
		fclose(f);
	return f != NULL;
}

/* The words of a text without signs that mark: both sides of the comparison are brought to this. */
static void words(struct buf *out, const char *s)
{
	for (; *s; s++)
		if (!strchr(" \t\n#*|", *s))
			buf_putc(out, *s);
}

static bool starts(const char *s, const char *with)
{
	return !strncmp(s, with, strlen(with));
}

/* The body's lines of the file, front matter and table rules left out. */
static void source_words(struct buf *out, char *text)
{
	int fences = 0;
	for (char *line = text, *next; line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = 0;
		if (starts(line, "---")) {
			fences++;
			continue;
		}
		if (fences % 2 || starts(line, "|--"))
			continue;
		char *up;
		while ((up = strstr(line, "^^")))
			memset(up, ' ', 2);
		words(out, line);
	}
}

static void seed_is_read_whole(const char *path)
{
	struct reading r = {.a = arena_new()};
	char *text;
	size_t n;
	struct buf want = BUF_INIT, got = BUF_INIT;
	diag_init(&r.g, r.a);
	r.d = read_draft(r.a, path, &r.g);
	assert_non_null(r.d);
	assert_string_equal(reading_findings(&r), "");
	assert_non_null(r.d->meta->kind.s);
	assert_non_null(r.d->meta->subject.s);
	assert_true(r.d->meta->recipients.n > 2);
	assert_int_equal(r.d->meta->n_signers, 1);
	assert_int_equal(file_read(r.a, path, 1 << 20, &text, &n), 0);
	source_words(&want, text);
	words(&got, doc_text(r.d, r.d->root));
	assert_string_equal(got.data, want.data);
	buf_free(&want);
	buf_free(&got);
	reading_end(&r);
}

static void seeds(void **state)
{
	(void)state;
	size_t n = 0;
	for (int i = 0; i < 5; i++) {
		char path[100];
		snprintf(path, sizeof path, SEEDS "/%03d.md", i);
		if (!have(path))
			continue;
		seed_is_read_whole(path);
		n++;
	}
	if (!n) {
		print_message("skipped: %s is not there\n", SEEDS);
		skip();
	}
	assert_int_equal(n, 5);
}

/* What is particular in each. */
static void seeds_in_particular(void **state)
{
	(void)state;
	if (!have(SEEDS "/002.md"))
		skip();
	struct reading r = {.a = arena_new()};
	diag_init(&r.g, r.a);
	r.d = read_draft(r.a, SEEDS "/002.md", &r.g);
	assert_int_equal(r.d->n_parts, 1);
	assert_string_equal(r.d->parts[0].meta->attached_note.s,
		"Kế hoạch số \u00A0\u00A0\u00A0\u00A0\u00A0/KH-SKHCN ngày \u00A0\u00A0\u00A0\u00A0/5/2025 của Sở Khoa học và Công nghệ");
	const struct node *table = r.d->parts[0].section->first;
	assert_int_equal(table->kind, NODE_TABLE);
	assert_int_equal(table->first->next->last->u.cell.span_rows, 9);
	reading_end(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(seeds), cmocka_unit_test(seeds_in_particular)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
