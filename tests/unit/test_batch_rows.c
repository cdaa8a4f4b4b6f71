/* Rows of a register parted into documents, and taken back by workers. */
#include <sys/wait.h>
#include "folder_fixture.h"
#include "run/rows.h"

static struct batch_options options;
static struct batch *batch;

static int setup(void **state)
{
	options = (struct batch_options){ .quarter = 4, .year = 2025 };
	return folder_setup(state);
}

static struct rows *read_rows(void)
{
	batch = ARENA_NEW(arena, struct batch);
	batch->options = &options;
	batch->arena = arena;
	diag_init(&batch->findings, arena);
	return rows_read(batch);
}

static const char agencies[] = "cơ quan:\n"
	"  - {tên: Sở Khoa học và Công nghệ, tên ngắn: Sở KHCN, viết tắt: SKHCN, mã vùng: K01}\n"
	"  - {tên: \"Sở Văn hóa, Thể thao và Du lịch\", tên ngắn: Sở VHTTDL, viết tắt: SVH}\n"
	"  - {tên: Sở Tài chính, viết tắt: STC}\n"
	"  - {tên: Sở Nội vụ, viết tắt: SNV}\n";

static const char *task(const char *text, const char *lead)
{
	return arena_printf(arena, "  - nhiệm vụ: %s\n    cơ quan chủ trì: %s\n    thời hạn: 31/12/2025\n    ghi chú: g %s\n    mã số: m%s\n", text, lead, text, text);
}

static const char *tasks(const char *const leads[], size_t n)
{
	const char *s = "nhiệm vụ:\n";

	for (size_t i = 0; i < n; i++)
		s = arena_printf(arena, "%s%s", s, task(arena_printf(arena, "việc %zu", i + 1), leads[i]));
	return s;
}

static const char *texts_of(struct rows *r, size_t doc)
{
	struct rows_of of;
	const char *s = "";

	assert_true(rows_of(r, arena, doc, &of));
	for (size_t i = 0; i < of.n_tasks; i++) {
		const struct reg_task *t = &of.tasks[i];

		s = arena_printf(arena, "%s%s,", s, t->text);
		assert_string_equal(t->note, arena_printf(arena, "g %s", t->text));
		assert_string_equal(reg_extra(t->extra, t->n_extra, "maso"), arena_printf(arena, "m%s", t->text));
		assert_int_equal(t->due.kind, DEADLINE_DAY);
		assert_string_equal(t->due.words, "31/12/2025");
		assert_null(t->partners);
	}
	return s;
}

static void test_agencies(void **state)
{
	static const char *const leads[] = { "Sở Tài chính", "Sở KHCN", "SKHCN; sở  tài CHÍNH", "\"Sở Văn hóa, Thể thao và Du lịch\"", "\"Sở Văn hóa, Thể thao và Du lịch, STC, Sở KHCN\"",
		"Sở Tài chin", "Ban Lạ", "Sở Tài chính; STC" };
	struct rows *r;

	(void)state;
	options.data = put_file("a.yaml", arena_printf(arena, "%s%s", tasks(leads, 8), agencies));
	r = read_rows();
	assert_non_null(r);
	assert_int_equal(batch->n_docs, 3);
	assert_string_equal(batch->docs[0].key, "Sở Tài chính");
	assert_string_equal(texts_of(r, 0), "việc 1,việc 3,việc 5,việc 8,");
	assert_int_equal(batch->docs[0].n_tasks, 4);
	assert_string_equal(batch->docs[1].key, "Sở Khoa học và Công nghệ");
	assert_string_equal(texts_of(r, 1), "việc 2,việc 3,việc 5,");
	assert_string_equal(texts_of(r, 2), "việc 4,việc 5,");
	assert_int_equal(batch->n_bad_rows, 2);
	assert_int_equal(batch->n_faults, 2);
	assert_non_null(strstr(batch->faults[0].text, "Sở Tài chính")); /* the nearest one */
	assert_non_null(strstr(batch->faults[1].text, "Ban Lạ"));
	assert_string_equal(rows_value(r, 1, "viết tắt"), "SKHCN");
	assert_string_equal(rows_value(r, 1, "mã vùng"), "K01");
	assert_string_equal(rows_value(r, 1, "Quý"), "4");
	assert_null(rows_value(r, 1, "không có"));
	assert_non_null(strstr(rows_value_names(r), "mã vùng"));
	assert_non_null(strstr(batch->findings.items[batch->findings.n - 1].text, "Sở Nội vụ")); /* has no task */
}

static void test_no_agencies(void **state)
{
	static const char *const leads[] = { "Xã Hòa Thạnh", "Xã Hòa Thanh", "xã  hòa thạnh", "\"\"", "\"Sở Văn hóa, Thể thao và Du lịch\"" };
	struct rows *r;

	(void)state;
	options.data = put_file("a.yaml", tasks(leads, 5));
	r = read_rows();
	assert_non_null(r);
	assert_int_equal(batch->n_docs, 3);
	assert_string_equal(texts_of(r, 0), "việc 1,việc 3,");
	assert_string_equal(batch->docs[1].key, "Xã Hòa Thanh");
	assert_string_equal(batch->docs[2].key, "Sở Văn hóa, Thể thao và Du lịch");
	assert_int_equal(batch->n_bad_rows, 1);
}

static void test_lines(void **state)
{
	struct rows *r;

	(void)state;
	options.data = put_file("a.csv", "Nhiệm vụ,Cơ quan chủ trì,Thời hạn,Ghi chú,mã số\n"
		"việc 1,\"Sở Nông nghiệp\nvà Môi trường\",31/12/2025,g việc 1,mviệc 1\nviệc 2,\"- Sở Y tế\n- Sở Nông nghiệp và Môi trường,\",31/12/2025,g việc 2,mviệc 2\n");
	r = read_rows();
	assert_non_null(r);
	assert_int_equal(batch->n_docs, 2);
	assert_string_equal(texts_of(r, 0), "việc 1,việc 2,");
	assert_string_equal(batch->docs[1].key, "Sở Y tế");
}

static void test_columns(void **state)
{
	static const char *const leads[] = { "Sở Y tế", "Sở Nội vụ" };
	struct rows *r;

	(void)state;
	options.data = put_file("a.yaml", tasks(leads, 2));
	options.by = "Mã số";
	r = read_rows();
	assert_non_null(r);
	assert_int_equal(batch->n_docs, 2);
	assert_string_equal(batch->docs[1].key, "mviệc 2");
	options.by = "màu sắc";
	assert_null(read_rows());
	assert_non_null(strstr(batch->findings.items[batch->findings.n - 1].text, "màu sắc"));
	options.by = NULL;
	options.whole = true;
	r = read_rows();
	assert_int_equal(batch->n_docs, 1);
	assert_string_equal(texts_of(r, 0), "việc 1,việc 2,");
}

static void test_previous(void **state)
{
	static const char *const now[] = { "Sở Tài chính", "SKHCN" }, *const before[] = { "Sở KHCN", "Sở KHCN", "Sở Nội vụ" };
	struct rows *r;
	struct rows_of of;

	(void)state;
	options.data = put_file("a.yaml", arena_printf(arena, "%s%s", tasks(now, 2), agencies));
	options.previous = put_file("b.yaml", tasks(before, 3));
	r = read_rows();
	assert_non_null(r);
	assert_int_equal(batch->n_docs, 2);
	assert_true(rows_of(r, arena, 0, &of));
	assert_int_equal(of.n_before, 0);
	assert_true(rows_of(r, arena, 1, &of));
	assert_int_equal(of.n_before, 2);
	assert_string_equal(of.before[1].text, "việc 2");
}

/* More rows than lie in memory, read back by a forked process, in whatever order. */
static void test_many(void **state)
{
	enum { ROWS = 30000, KEYS = 97 };
	struct buf b = BUF_INIT;
	struct rows *r;
	int status;
	pid_t pid;

	(void)state;
	buf_puts(&b, "Nhiệm vụ,Cơ quan chủ trì,Thời hạn,Ghi chú,mã số\n");
	for (int i = 0; i < ROWS; i++)
		buf_printf(&b, "việc %d,Đơn vị số %d,31/12/2025,g việc %d,mviệc %d\n", i, i * 31 % KEYS, i, i);
	options.data = put_file("many.csv", b.data);
	buf_free(&b);
	r = read_rows();
	assert_non_null(r);
	assert_int_equal(batch->n_docs, KEYS);
	pid = fork();
	if (pid == 0) {
		size_t n = 0;

		for (size_t doc = KEYS; doc-- > 0;) {
			struct rows_of of;

			if (!rows_of(r, arena, doc, &of))
				_exit(1);
			for (size_t i = 0; i < of.n_tasks; i++)
				n += strcmp(of.tasks[i].lead, batch->docs[doc].key) == 0;
		}
		_exit(n == ROWS ? 0 : 2);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, folder_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = { TEST(test_agencies), TEST(test_no_agencies), TEST(test_lines), TEST(test_columns), TEST(test_previous), TEST(test_many) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
