/* The examples of vanban-register(5): registers and their findings, names of columns, deadlines. */
#include "read_fixture.h"
#include <unistd.h>
#include "base/deadline.h"
#include "base/file.h"
#include "read/reg_in.h"

#define PAGE "man/vanban-register.5"

static char folder[] = "/tmp/vanban-man-XXXXXX";
static size_t n_examples, n_deadlines, n_columns;

static int setup(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL;
}

static int teardown(void **state)
{
	(void)state;
	return rmdir(folder);
}

/* A file of that form with the text, and what its reading finds. */
static void example(const char *form, const char *wanted, const char *text, size_t n)
{
	struct reading r = {.a = arena_new()};
	struct buf found = BUF_INIT;
	bool office = strcmp(form, "office") == 0;
	const char *path = file_join(r.a, folder, office ? "vanban.yaml" : arena_printf(r.a, "register.%s", form));
	struct reg_options none = {NULL, 0}, o;

	diag_init(&r.g, r.a);
	assert_int_equal(file_put(path, text, n), 0);
	if (office) {
		reg_options_read(r.a, folder, &o, &r.g);
		assert_true(o.n_words > 0);
	} else if (reg_load(r.a, path, &none, &r.g) == NULL) {
		assert_true(r.g.n_errors > 0);
	}
	assert_int_equal(unlink(path), 0);
	diag_sort(&r.g);
	for (size_t i = 0; i < r.g.n; i++)
		buf_printf(&found, " %s", r.g.items[i].msg->id);
	if (strcmp(found.data != NULL ? found.data : "", wanted) != 0)
		print_error("%s\n", text);
	assert_string_equal(found.data != NULL ? found.data : "", wanted);
	n_examples++;
	buf_free(&found);
	reading_end(&r);
}

/* "cơ quan chủ trì: chủ trì, đơn vị chủ trì": each is a name of the same column. */
static void column(enum reg_table t, char *line)
{
	char *names = strstr(line, ": ");
	int field;

	assert_non_null(names);
	*names = '\0';
	field = reg_field_find(t, line, NULL);
	assert_true(field >= 0);
	for (char *name = strtok(names + 2, ","); name != NULL; name = strtok(NULL, ",")) {
		if (reg_field_find(t, name, NULL) != field)
			print_error("%s\n", name);
		assert_int_equal(reg_field_find(t, name, NULL), field);
	}
	n_columns++;
}

static const char *day(struct arena *a, struct date d)
{
	return arena_printf(a, "%d/%d/%d", d.day, d.month, d.year);
}

/* What is understood of a deadline, as the page writes it. */
static const char *understood(struct arena *a, const struct deadline *d)
{
	switch (d->kind) {
	case DEADLINE_DAY: return arena_printf(a, "- %s", day(a, d->to));
	case DEADLINE_PERIOD: return arena_printf(a, "%s - %s", day(a, d->from), day(a, d->to));
	case DEADLINE_RECURRING: return "recurring";
	case DEADLINE_OPEN: return d->from.year != 0 ? arena_printf(a, "open %s", day(a, d->from)) : "open";
	case DEADLINE_CONDITIONAL: return "conditional";
	case DEADLINE_UNCLEAR: return "unclear";
	default: return "none";
	}
}

static void deadline(char *line)
{
	struct arena *a = arena_new();
	char *is = strstr(line, "  ");
	struct deadline d;

	assert_non_null(is);
	*is++ = '\0';
	is += strspn(is, " ");
	deadline_read(a, line, &d);
	if (strcmp(understood(a, &d), is) != 0)
		print_error("%s\n", line);
	assert_string_equal(understood(a, &d), is);
	n_deadlines++;
	arena_free(a);
}

static void block(const char *mark, char *text, size_t n)
{
	char kind[20] = "", wanted[200] = "";

	if (sscanf(mark, "example %19s%199[^\n]", kind, wanted) >= 1) {
		example(kind, wanted, text, n);
		return;
	}
	for (char *line = text, *next; *line != '\0'; line = next) {
		next = line + strcspn(line, "\n");
		if (*next != '\0')
			*next++ = '\0';
		if (strncmp(mark, "columns ", 8) == 0)
			column((enum reg_table)(mark[8] - '0'), line);
		else
			deadline(line);
	}
}

static void page(void **state)
{
	struct arena *a = arena_new();
	struct buf text = BUF_INIT;
	const char *mark = NULL;
	bool inside = false;
	char *s;
	size_t n;

	(void)state;
	assert_int_equal(file_read(a, PAGE, 1 << 20, &s, &n), 0);
	for (char *line = s, *next; line != NULL; line = next) {
		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		if (strncmp(line, ".\\\" example ", 12) == 0 || strncmp(line, ".\\\" columns ", 12) == 0 || strcmp(line, ".\\\" deadlines") == 0) {
			mark = line + 4;
		} else if (mark != NULL && strncmp(line, ".Bd ", 4) == 0) {
			inside = true;
			buf_clear(&text);
		} else if (inside && strcmp(line, ".Ed") == 0) {
			block(mark, text.data, text.len);
			inside = false;
			mark = NULL;
		} else if (inside) {
			for (const char *p = line; *p != '\0'; p++)
				if (*p != '\\')
					buf_putc(&text, *p); /* "\-" is the one escape in these blocks */
			buf_putc(&text, '\n');
		}
	}
	assert_true(n_examples >= 8);
	assert_true(n_deadlines >= 30);
	assert_true(n_columns >= 30);
	buf_free(&text);
	arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(page)};

	return cmocka_run_group_tests(tests, setup, teardown);
}
