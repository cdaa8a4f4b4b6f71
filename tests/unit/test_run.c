/* Names of outputs and their collisions, staged outputs, skeletons, many jobs in one press. */
#include <sys/stat.h>
#include <sys/wait.h>
#include "folder_fixture.h"
#include "pack/pdfin.h"
#include "pack/pdfjoin.h"
#include "run/job.h"
#include "run/outname.h"
#include "run/plan.h"
#include "run/skeleton.h"
#include "run/stage.h"

static struct diag g;

static int setup(void **state)
{
	int r = folder_setup(state);

	diag_init(&g, arena);
	return r;
}

static const char *get(const char *name)
{
	char *text;
	size_t n;

	return file_read(arena, in_folder(name), 1 << 20, &text, &n) == 0 ? text : NULL;
}

static void test_formats(void **state)
{
	const char *f[JOB_MAX_FORMATS], *bad = NULL;
	size_t n;

	(void)state;
	assert_true(plan_formats(arena, "pdf,docx,pdf", f, &n, &bad));
	assert_int_equal(n, 2);
	assert_string_equal(f[0], "pdf");
	assert_false(plan_formats(arena, "pdf,", f, &n, &bad));
	assert_string_equal(bad, "");
	assert_false(plan_formats(arena, "rtf", f, &n, &bad));
	assert_non_null(strstr(plan_format_names(arena), "docx, pdf"));
}

static const struct job *plan_one(const char *draft, const char *output)
{
	const char *drafts[] = { draft };
	struct plan p = { .drafts = drafts, .n_drafts = 1, .output = output };

	return plan_jobs(arena, &p, &g);
}

static void test_names(void **state)
{
	const struct job *j = plan_one("dir/a.b.md", NULL);

	(void)state;
	assert_string_equal(j->dir, "dir");
	assert_string_equal(j->stem, "a.b");
	assert_int_equal(j->n_formats, 2);
	j = plan_one("x.md", "out");
	assert_string_equal(j->dir, "out");
	assert_string_equal(j->stem, "x");
	j = plan_one("x.md", "out/y.docx");
	assert_string_equal(j->dir, "out");
	assert_string_equal(j->stem, "y");
	assert_int_equal(j->n_formats, 1);
	assert_string_equal(j->formats[0], "docx");
	j = plan_one("-", NULL);
	assert_string_equal(j->dir, ".");
	assert_string_equal(j->stem, "stdin");
	j = plan_one("x.md", ".pdf"); /* nothing before the suffix: a folder */
	assert_string_equal(j->dir, ".pdf");
	mkdir(in_folder("d.pdf"), 0700);
	j = plan_one("x.md", in_folder("d.pdf")); /* a folder that exists, whatever its name */
	assert_string_equal(j->dir, in_folder("d.pdf"));
}

static void test_collisions(void **state)
{
	const char *same[] = { "a/x.md", "b/x.md" }, *twice[] = { "x.md", "./x.md" }, *apart[] = { "a/x.md", "b/x.md" };
	struct plan p = { .drafts = same, .n_drafts = 2, .output = folder };

	(void)state;
	assert_null(plan_jobs(arena, &p, &g));
	assert_int_equal(g.n_errors, 1);
	p = (struct plan){ .drafts = twice, .n_drafts = 2 };
	assert_null(plan_jobs(arena, &p, &g));
	p.drafts = apart;
	assert_non_null(plan_jobs(arena, &p, &g));
}

static void test_over_draft(void **state)
{
	const char *a[] = { in_folder("a.pdf") }, *b[] = { in_folder("a.md"), in_folder("a.pdf") };
	struct plan p = { .drafts = a, .n_drafts = 1 };

	(void)state;
	put_file("a.pdf", "x");
	put_file("a.md", "x");
	assert_null(plan_jobs(arena, &p, &g));
	p = (struct plan){ .drafts = b, .n_drafts = 1, .output = in_folder("sub") };
	assert_non_null(plan_jobs(arena, &p, &g));
	p = (struct plan){ .drafts = b, .n_drafts = 2 };
	assert_null(plan_jobs(arena, &p, &g));
	assert_string_equal(get("a.pdf"), "x");
}

static void test_stage(void **state)
{
	struct stage s;
	const char *which = NULL;

	(void)state;
	put_file("a", "old");
	stage_init(&s, arena);
	assert_int_equal(stage_put(&s, folder, "a", "new", 3), 0);
	assert_int_equal(stage_put(&s, folder, "b", "new", 3), 0);
	assert_string_equal(get("a"), "old");
	stage_drop(&s);
	assert_string_equal(get("a"), "old");
	assert_null(get("b"));
	stage_init(&s, arena);
	assert_int_equal(stage_put(&s, folder, "a", "new", 3), 0);
	assert_int_equal(stage_put(&s, folder, "b", "new", 3), 0);
	assert_int_equal(stage_commit(&s, &which), 0);
	assert_string_equal(get("a"), "new");
	assert_string_equal(get("b"), "new");
	mkdir(in_folder("c"), 0700);
	assert_int_not_equal(stage_put(&s, folder, "c", "new", 3), 0);
}

/* A process that is surely gone. */
static long gone(void)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	waitpid(pid, NULL, 0);
	return (long)pid;
}

static void test_leftovers(void **state)
{
	struct leftovers l = {.arena = arena};
	struct stage s;
	const char *which = NULL, *stale = arena_printf(arena, ".k.pdf.%ld.part", gone()), *other = arena_printf(arena, ".j.k.pdf.%ld.part", gone());
	const char *alive = arena_printf(arena, ".k.pdf.%ld.part", (long)getppid());
	const char *kept[] = { other, alive, ".k.pdf.part", ".k.pdf..part", ".k.pdf.x1.part", "k.pdf.1.part", ".1.part", ".part" };

	(void)state;
	put_file(stale, "x");
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		put_file(kept[i], "x");
	stage_init(&s, arena);
	leftovers_look(&l, folder);
	s.leftovers = &l;
	assert_int_equal(stage_put(&s, folder, "k.pdf", "new", 3), 0);
	assert_int_equal(stage_commit(&s, &which), 0);
	assert_null(get(stale));
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		assert_string_equal(get(kept[i]), "x");
}

static void test_skeletons(void **state)
{
	const struct skeleton *s;
	size_t n;

	(void)state;
	assert_non_null(skeleton_list(arena, &n, &g));
	assert_true(n >= 29);
	s = skeleton_find(arena, "Tờ trình", &g);
	assert_non_null(s);
	assert_string_equal(s->slug, "to-trinh");
	assert_null(skeleton_find(arena, "to-trin", &g));
	assert_non_null(strstr(g.items[0].text, "to-trinh"));
	assert_null(skeleton_find(arena, "", &g));
	assert_null(skeleton_find(arena, "../to-trinh", &g));
	assert_non_null(skeleton_copy(arena, s, folder, false, &g));
	assert_non_null(get("to-trinh.md"));
	assert_null(skeleton_copy(arena, s, folder, false, &g));
	assert_non_null(skeleton_copy(arena, s, folder, true, &g));
	s = skeleton_find(arena, "sổ theo dõi nhiệm vụ", &g);
	assert_non_null(s);
	assert_string_equal(s->slug, "so-theo-doi");
	assert_non_null(skeleton_copy(arena, s, folder, false, &g));
	assert_non_null(get("so-theo-doi.xlsx"));
	assert_non_null(skeleton_copy(arena, s, file_join(arena, folder, "so.yaml"), false, &g));
	assert_non_null(strstr(get("so.yaml"), "nhiệm vụ:"));
}

static const char sound[] = "---\nloại: Kế hoạch\ncơ quan chủ quản: UBND tỉnh Hòa An\ncơ quan ban hành: Sở Khoa học và Công nghệ\n"
	"viết tắt: SKHCN\nđịa danh: Hòa An\nngày: 15/5/2026\ntrích yếu: thử\nnơi nhận: [Như trên, \"Lưu: VT\"]\n"
	"người ký: {chức vụ: Giám đốc, họ tên: Trần Văn An}\n---\nMột đoạn văn./.\n";

static void test_jobs(void **state)
{
	struct press *p = press_new(NULL);
	struct job j = { .draft = in_folder("a.md"), .dir = in_folder("new/out"), .stem = "a", .formats = { "docx", "pdf", "png" }, .n_formats = 3, .dpi = 40 };
	const struct job_result *r;

	(void)state;
	put_file("a.md", sound);
	for (int i = 0; i < 3; i++) {
		r = press_run(p, &j);
		assert_true(r->ok);
		assert_int_equal(r->n_pages, 1);
		assert_int_equal(r->n_files, 3);
		assert_string_equal(r->files[2].path, in_folder("new/out/a-1.png"));
	}
	put_file("a.md", "---\nloại: Không có\n---\n");
	r = press_run(p, &j);
	assert_false(r->ok);
	assert_true(r->findings.n_errors > 0);
	assert_int_equal(r->n_files, 0);
	assert_non_null(get("new/out/a.pdf"));
	put_file("a.md", sound);
	put_file("new/out/a-2.png", "stale");
	r = press_run(p, &j);
	assert_true(r->ok);
	assert_int_equal(r->findings.n_warnings, 1);
	press_free(p);
}

static void test_stop(void **state)
{
	static volatile sig_atomic_t stop = 1;
	struct press *p = press_new(&stop);
	struct job j = { .draft = in_folder("a.md"), .dir = folder, .stem = "a", .formats = { "pdf" }, .n_formats = 1 };

	(void)state;
	put_file("a.md", sound);
	assert_false(press_run(p, &j)->ok);
	assert_null(get("a.pdf"));
	press_free(p);
}

/* A draft in memory, written as one of many. */
static bool refuse(void *ctx, const struct staged *s, struct diag *found)
{
	(void)found;
	*(const char **)ctx = s->path;
	return false;
}

static void test_text(void **state)
{
	struct press *p = press_new(NULL);
	const char *asked = NULL;
	struct job j = { .draft = "mau.md", .text = sound, .n_text = strlen(sound), .text_dir = folder, .dir = folder, .stem = "t", .formats = { "pdf" }, .n_formats = 1, .many = true, .ctx = &asked };
	const struct job_result *r = press_run(p, &j);
	size_t n;

	(void)state;
	assert_true(r->ok);
	assert_int_equal(strlen(r->files[0].sha256), 64);
	n = r->files[0].n;
	assert_true(n > 1000);
	j.replace = refuse;
	j.stem = "u";
	assert_false(press_run(p, &j)->ok);
	assert_string_equal(asked, in_folder("u.pdf"));
	assert_null(get("u.pdf"));
	press_free(p);
}

static const char *value_of(void *ctx, const char *name)
{
	(void)ctx;
	return strcmp(name, "viết tắt") == 0 ? "Sở KH&CN" : strcmp(name, "quý") == 0 ? "4" : strcmp(name, "trống") == 0 ? "" : NULL;
}

static void test_outname(void **state)
{
	static const struct { const char *pattern, *name, *bad; } rows[] = {
		{ "bao-cao-{viết tắt}-quy-{quý}", "bao-cao-so-kh-cn-quy-4", NULL },
		{ "Báo cáo {{ viết tắt }}, quý {{quý}}", "Báo cáo so-kh-cn, quý 4", NULL },
		{ "../../etc/{quý}", "etc-4", NULL }, { "a\\b:c*d?e\"f<g>h|i\nj", "a-b-c-d-e-f-g-h-i-j", NULL },
		{ "con", "con_", NULL }, { "LPT1.x", "LPT1.x_", NULL }, { "console", "console", NULL }, { " .x. ", "x", NULL },
		{ "{trống}", NULL, "" }, { "", NULL, "" }, { "...", NULL, "" }, { "{quý", NULL, "" }, { "{{quý}", NULL, "" },
		{ "x-{không có}", NULL, "không có" },
	};
	const char *bad, *name;
	char *longest = arena_alloc(arena, 1000);

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bad = NULL;
		name = outname_fill(arena, rows[i].pattern, value_of, NULL, &bad);
		if (rows[i].name != NULL)
			assert_string_equal(name, rows[i].name);
		else
			assert_null(name);
		if (rows[i].bad != NULL)
			assert_string_equal(bad, rows[i].bad);
	}
	for (int i = 0; i < 330; i++)
		memcpy(longest + strlen(longest), "ỷ", 4);
	name = outname_fill(arena, longest, value_of, NULL, &bad);
	assert_true(strlen(name) <= OUTNAME_BYTES && strlen(name) > OUTNAME_BYTES - 3 && strlen(name) % 3 == 0);
	assert_true(outname_same(arena, "Đơn-A", "đƠn-a"));
	assert_false(outname_same(arena, "Hòa", "Hoa"));
}

/* More parts than are joined at a time. */
static void test_join(void **state)
{
	enum { PARTS = 103 };
	struct press *p = press_new(NULL);
	struct job j = { .draft = "a.md", .text = sound, .n_text = strlen(sound), .text_dir = folder, .dir = folder, .stem = "part", .formats = { "pdf" }, .n_formats = 1, .many = true };
	struct pdf_part parts[PARTS];
	const char *which = NULL, *why = NULL, *once;
	struct pdf_in *in;
	char *data;
	size_t n, n_again;

	(void)state;
	assert_true(press_run(p, &j)->ok);
	press_free(p);
	for (size_t i = 0; i < PARTS; i++)
		parts[i] = (struct pdf_part){ .path = in_folder("part.pdf"), .title = arena_printf(arena, "Sở thứ %zu", i + 1) };
	assert_int_equal(pdf_join(arena, parts, PARTS, in_folder("all.pdf"), &which, &why), 0);
	assert_int_equal(parts[102].first, 103);
	assert_int_equal(parts[102].n_pages, 1);
	assert_int_equal(file_read(arena, in_folder("all.pdf"), 1 << 30, &data, &n), 0);
	once = data;
	in = pdf_in_open(arena, data, n, &why);
	assert_non_null(in);
	assert_int_equal(pdf_in_pages(in), PARTS);
	assert_true(pdf_number(in, pdf_get(in, pdf_get(in, pdf_in_root(in), "/Outlines"), "/Count")) == PARTS);
	assert_int_equal(pdf_join(arena, parts, PARTS, in_folder("all.pdf"), &which, &why), 0);
	assert_int_equal(file_read(arena, in_folder("all.pdf"), 1 << 30, &data, &n_again), 0);
	assert_int_equal(n_again, n);
	assert_memory_equal(data, once, n);
	put_file("bad.pdf", "no PDF");
	parts[101].path = in_folder("bad.pdf");
	assert_int_equal(pdf_join(arena, parts, PARTS, in_folder("two.pdf"), &which, &why), -1);
	assert_string_equal(which, in_folder("bad.pdf"));
	assert_null(get("two.pdf"));
	assert_int_equal(system(arena_printf(arena, "ls -A '%s' | grep -q part$", folder)) == 0, 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, folder_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_formats), TEST(test_names), TEST(test_collisions), TEST(test_over_draft), TEST(test_stage), TEST(test_leftovers),
		TEST(test_skeletons), TEST(test_jobs), TEST(test_stop), TEST(test_text),
		TEST(test_outname), TEST(test_join),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
