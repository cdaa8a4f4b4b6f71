/* The books of a batch's folder: records, journal, manifest, parts of the work. */
#include "folder_fixture.h"
#include "base/sha256.h"
#include "run/ledger.h"

static struct diag g;

static int setup(void **state)
{
	int r = folder_setup(state);

	diag_init(&g, arena);
	return r;
}

static struct record sample(const char *key, const char *name)
{
	static struct record_file files[] = { { "a.docx", 10, "aa" }, { "a.pdf", 20, "bb" } };

	return (struct record){ .key = key, .name = name, .input = "cc", .pages = 3, .warnings = 1, .files = files, .n_files = 2, .merged_page = 7 };
}

static const char *line_of(const struct record *r)
{
	struct buf b = BUF_INIT;
	const char *s;

	record_write(&b, r);
	s = arena_strdup(arena, b.data);
	buf_free(&b);
	return s;
}

static void test_sums(void **state)
{
	char whole[65], parts[65], file[65], data[300];

	(void)state;
	sha256_hex("abc", 3, whole); /* FIPS 180-4, appendix B.1 */
	assert_string_equal(whole, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	for (size_t i = 0; i < sizeof data; i++)
		data[i] = (char)(i * 7);
	for (size_t n = 0; n < sizeof data; n++) {
		struct sha256 s;

		sha256_hex(data, n, whole);
		sha256_begin(&s);
		for (size_t i = 0; i < n; i += 37)
			sha256_put(&s, data + i, n - i < 37 ? n - i : 37);
		sha256_end(&s, parts);
		assert_string_equal(whole, parts);
	}
	assert_int_equal(file_write(in_folder("x"), data, sizeof data), 0);
	sha256_hex(data, sizeof data, whole);
	assert_int_equal(sha256_file(in_folder("x"), file), 0);
	assert_string_equal(whole, file);
	assert_int_not_equal(sha256_file(in_folder("missing"), file), 0);
	assert_string_equal(file, "");
}

static void test_records(void **state)
{
	struct record r = sample("Sở \"Y\" tế\n", "so-y-te"), back;
	const char *line = line_of(&r);

	(void)state;
	assert_null(strchr(line, '\n'));
	assert_true(record_read(arena, json_read(arena, line, strlen(line)), &back));
	assert_string_equal(back.key, r.key);
	assert_int_equal(back.merged_page, 7);
	assert_int_equal(back.n_files, 2);
	assert_string_equal(back.files[1].sha256, "bb");
	assert_string_equal(line_of(&back), line);
	line = "{\"key\":\"x\",\"name\":\"x\",\"state\":\"done\",\"outputs\":[{\"file\":\"../x.pdf\"}]}";
	assert_false(record_read(arena, json_read(arena, line, strlen(line)), &back));
	assert_false(record_read(arena, json_read(arena, "{}", 2), &back));
}

/* A run that notes one of its two documents and then is killed. */
static void test_killed(void **state)
{
	static const char *const names[] = { "so-y-te", "so-tai-chinh" };
	struct ledger l, again;
	struct record r = sample("Sở Y tế", "so-y-te");
	const char *line = line_of(&r);

	(void)state;
	assert_true(ledger_open(&l, arena, folder, "mau.md", 0, 0, false, &g));
	assert_false(l.interrupted);
	assert_true(ledger_begin(&l, names, 2, &g));
	assert_true(ledger_note(&l, line, strlen(line)));
	assert_true(ledger_open(&again, arena, folder, "mau.md", 0, 0, false, &g));
	assert_false(ledger_begin(&again, names, 2, &g)); /* the first is still at work */
	assert_int_equal(g.n_errors, 1);
	ledger_note(&l, line, strlen(line) / 2); /* broken off */
	ledger_leave(&l);
	assert_true(ledger_open(&again, arena, folder, "mau.md", 0, 0, false, &g));
	assert_true(again.interrupted);
	assert_non_null(ledger_find(&again, "so-y-te"));
	assert_string_equal(ledger_file(ledger_find(&again, "so-y-te"), "a.pdf")->sha256, "bb");
	assert_null(ledger_find(&again, "so-tai-chinh"));
	assert_true(ledger_owns(&again, "so-tai-chinh"));
	assert_false(ledger_owns(&again, "so-noi-vu"));
	assert_true(ledger_begin(&again, names, 2, &g));
	ledger_leave(&again);
}

static void test_other_template(void **state)
{
	struct ledger l;

	(void)state;
	assert_int_equal(file_write(in_folder("manifest.json"), "{\"name\":\"x\"}", 12), 0);
	assert_false(ledger_open(&l, arena, folder, "mau.md", 0, 0, false, &g));
	assert_true(ledger_open(&l, arena, folder, "mau.md", 0, 0, true, &g));
	assert_int_equal(file_write(in_folder("manifest.json"), "{\"template\":{\"file\":\"khac.md\"},\"documents\":[]}", 46), 0);
	assert_false(ledger_open(&l, arena, folder, "mau.md", 0, 0, false, &g));
	assert_true(ledger_open(&l, arena, folder, "khac.md", 0, 0, false, &g));
}

static void end_part(unsigned shard, unsigned shards, const char *name)
{
	struct ledger l;
	struct record r = sample(name, name);
	struct buf b = BUF_INIT;

	assert_true(ledger_open(&l, arena, folder, "mau.md", shard, shards, false, &g));
	assert_true(ledger_begin(&l, &name, 1, &g));
	buf_puts(&b, "{\"template\":{\"file\":\"mau.md\"},\"documents\":[");
	record_write(&b, &r);
	buf_puts(&b, "]}");
	assert_true(ledger_end(&l, &b, &g));
	buf_free(&b);
}

static void test_parts(void **state)
{
	struct ledger l;

	(void)state;
	end_part(1, 2, "mot");
	end_part(2, 2, "hai");
	assert_int_equal(access(in_folder("manifest-1-2.json"), F_OK), 0);
	assert_int_equal(access(in_folder("manifest.json"), F_OK), -1);
	assert_int_equal(file_write(in_folder("manifest-x-2.json"), "{}", 2), 0); /* no book of ours */
	assert_true(ledger_open(&l, arena, folder, "mau.md", 0, 0, false, &g));
	assert_non_null(ledger_find(&l, "mot"));
	assert_non_null(ledger_find(&l, "hai"));
	end_part(0, 0, "ba");
	assert_int_equal(access(in_folder("manifest-1-2.json"), F_OK), -1);
	assert_int_equal(access(in_folder("manifest-2-2.json"), F_OK), -1);
	assert_int_equal(access(in_folder("manifest-x-2.json"), F_OK), 0);
	assert_int_equal(access(in_folder("manifest.json"), F_OK), 0);
	assert_int_equal(access(in_folder(".vanban-batch.journal"), F_OK), -1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, folder_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = { TEST(test_sums), TEST(test_records), TEST(test_killed), TEST(test_other_template), TEST(test_parts) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
