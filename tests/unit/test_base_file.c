/* file, i18n: in a folder of their own under the temporary files */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"

static struct arena *arena;
static char dir[] = "/tmp/vanban-test-XXXXXX";

static char *in(const char *name) { return file_join(arena, dir, name); }

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return mkdtemp(dir) ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	char *cmd = arena_printf(arena, "rm -rf '%s'", dir);
	int status = system(cmd);
	arena_free(arena);
	return status;
}

static size_t files_in(const char *path)
{
	DIR *d = opendir(path);
	assert_non_null(d);
	size_t n = 0;
	for (struct dirent *e; (e = readdir(d));)
		n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
	closedir(d);
	return n;
}

static void written_files_read_back(void **state)
{
	(void)state;
	char *data;
	size_t n;
	assert_int_equal(file_write(in("a"), "one\0two", 7), 0);
	assert_int_equal(file_read(arena, in("a"), 7, &data, &n), 0);
	assert_int_equal(n, 7);
	assert_memory_equal(data, "one\0two", 8);
	assert_int_equal(file_write(in("a"), "", 0), 0);
	assert_int_equal(file_read(arena, in("a"), 0, &data, &n), 0);
	assert_int_equal(n, 0);
	assert_int_equal(files_in(dir), 1); /* nothing temporary is left */
}

static void unusable_files_are_refused(void **state)
{
	(void)state;
	char *data;
	size_t n;
	assert_int_equal(file_write(in("five"), "12345", 5), 0);
	assert_int_equal(file_read(arena, in("five"), 4, &data, &n), EFBIG);
	assert_int_equal(file_read(arena, dir, 4, &data, &n), EISDIR);
	assert_int_equal(file_read(arena, in("none"), 4, &data, &n), ENOENT);
	assert_int_equal(file_read(arena, "/dev/zero", 4, &data, &n), EINVAL);
	assert_int_equal(mkfifo(in("pipe"), 0600), 0);
	assert_int_equal(file_read(arena, in("pipe"), 4, &data, &n), EINVAL);
	assert_int_equal(file_write(in("pipe"), "x", 1), EINVAL);
	assert_int_equal(file_write(dir, "x", 1), EISDIR);
	assert_int_equal(file_write(in("no/where"), "x", 1), ENOENT);
	assert_int_equal(file_write(in("five/x"), "x", 1), ENOTDIR);
	assert_int_equal(file_write("", "x", 1), ENOENT);
	assert_null(data);
}

static void a_failed_write_leaves_the_old_file(void **state)
{
	(void)state;
	size_t n, before;
	char *data, big[1000] = {0};
	assert_int_equal(file_write(in("old"), "old", 3), 0);
	before = files_in(dir);
	struct rlimit was, tight;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
	tight = was;
	tight.rlim_cur = 10;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	int err = file_write(in("old"), big, sizeof big), err_new = file_write(in("new"), big, sizeof big);
	setrlimit(RLIMIT_FSIZE, &was);
	assert_int_equal(err, EFBIG);
	assert_int_equal(err_new, EFBIG);
	assert_int_equal(files_in(dir), before);
	assert_int_equal(file_read(arena, in("old"), 10, &data, &n), 0);
	assert_string_equal(data, "old");
}

static void replaced_files_keep_mode_and_link(void **state)
{
	(void)state;
	struct stat st;
	assert_int_equal(file_write(in("mode"), "1", 1), 0);
	assert_int_equal(chmod(in("mode"), 0640), 0);
	assert_int_equal(symlink("mode", in("link")), 0);
	assert_int_equal(file_write(in("link"), "22", 2), 0);
	assert_int_equal(stat(in("mode"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
	assert_int_equal(st.st_size, 2);
	assert_int_equal(lstat(in("link"), &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	char longest[256];
	memset(longest, 'n', 255);
	longest[255] = 0;
	assert_int_equal(file_write(in(longest), "x", 1), 0);
}

static void folders_are_made(void **state)
{
	(void)state;
	assert_int_equal(file_mkdirs(in("x/y//z/")), 0);
	assert_int_equal(file_mkdirs(in("x/y/z")), 0);
	assert_int_equal(file_write(in("x/y/z/f"), "", 0), 0);
	assert_int_equal(file_mkdirs(in("x/y/z/f")), ENOTDIR);
	assert_int_equal(file_mkdirs(in("x/y/z/f/g")), ENOTDIR);
	assert_int_equal(file_mkdirs(""), ENOENT);
	assert_int_equal(file_mkdirs("/"), 0);
}

static void names_are_taken_apart(void **state)
{
	(void)state;
	assert_string_equal(file_dir(arena, "a/b.c"), "a");
	assert_string_equal(file_dir(arena, "b.c"), ".");
	assert_string_equal(file_dir(arena, "/b"), "/");
	assert_string_equal(file_base("a/b.c"), "b.c");
	assert_string_equal(file_join(arena, ".", "x"), "x");
	assert_string_equal(file_join(arena, "/", "x"), "/x");
	assert_string_equal(file_join(arena, "d", "x"), "d/x");
	assert_string_equal(file_stem(arena, "a.b/c.d.e"), "a.b/c.d");
	assert_string_equal(file_stem(arena, "a.b/c"), "a.b/c");
	assert_string_equal(file_stem(arena, "a/.hidden"), "a/.hidden");
}

static void nothing_outside_is_reached(void **state)
{
	(void)state;
	assert_int_equal(file_mkdirs(in("home/pic")), 0);
	assert_int_equal(file_mkdirs(in("home2")), 0);
	assert_int_equal(file_write(in("home2/secret"), "s", 1), 0);
	assert_int_equal(file_write(in("home/pic/a.png"), "p", 1), 0);
	assert_int_equal(symlink("/etc", in("home/etc")), 0);
	assert_int_equal(symlink("../home2/secret", in("home/secret")), 0);
	assert_int_equal(symlink("pic/a.png", in("home/a.png")), 0);
	const char *home = in("home");
	assert_string_equal(file_inside(arena, home, "pic/a.png"), in("home/pic/a.png"));
	assert_non_null(file_inside(arena, home, "a.png"));
	assert_non_null(file_inside(arena, home, "not-there/yet.png"));
	static const char *const out[] = {
		"", "/etc/passwd", "..", "../home2/secret", "pic/../../home2/secret", "pic/..", "etc/passwd", "etc/none", "secret",
	};
	for (size_t i = 0; i < sizeof out / sizeof *out; i++)
		assert_null(file_inside(arena, home, out[i]));
	assert_null(file_inside(arena, in("no-such"), "a"));
}

static void data_folder_is_found(void **state)
{
	(void)state;
	assert_int_equal(file_mkdirs(in("data/fonts")), 0);
	assert_int_equal(setenv("VANBAN_DATA", in("data"), 1), 0);
	assert_string_equal(file_data_dir(arena, "fonts"), in("data/fonts"));
	assert_null(file_data_dir(arena, "no-such-folder"));
	unsetenv("VANBAN_DATA");
	assert_non_null(file_exe_dir(arena));
}

/* ---- messages ---- */

/* A catalogue of one message, written as the format of .mo files says. */
static void make_catalogue(void)
{
	static const char head[] = "Content-Type: text/plain; charset=UTF-8\n", id[] = "file", text[] = "tệp";
	uint32_t at = 28 + 4 * 8;
	uint32_t words[] = {
		0x950412de, 0, 2, 28, 28 + 16, 0, 0, /* magic, version, messages, tables of ids and texts, no hash */
		0, at, sizeof id - 1, at + 1,
		sizeof head - 1, at + 1 + sizeof id, sizeof text - 1, at + 1 + sizeof id + sizeof head,
	};
	struct buf b = BUF_INIT;
	buf_put(&b, words, sizeof words);
	buf_put(&b, "", 1);
	buf_put(&b, id, sizeof id);
	buf_put(&b, head, sizeof head);
	buf_put(&b, text, sizeof text);
	assert_int_equal(file_mkdirs(in("i18n/locale/vi/LC_MESSAGES")), 0);
	assert_int_equal(file_write(in("i18n/locale/vi/LC_MESSAGES/vanban.mo"), b.data, b.len), 0);
	buf_free(&b);
	setenv("VANBAN_DATA", in("i18n"), 1);
}

static void messages_follow_the_locale(void **state)
{
	(void)state;
	static const struct { const char *lang, *all, *messages, *env_lang, *language, *want; } cases[] = {
		{"vi", NULL, NULL, NULL, NULL, "tệp"},
		{"en", "vi_VN.UTF-8", NULL, NULL, NULL, "file"},
		{"vi", "C", NULL, NULL, NULL, "tệp"},
		{NULL, "vi_VN.UTF-8", NULL, NULL, NULL, "tệp"},
		{NULL, "vi_VN", NULL, NULL, NULL, "tệp"},
		{NULL, NULL, "vi_VN.UTF-8", "en_US.UTF-8", NULL, "tệp"},
		{NULL, NULL, NULL, "vi_VN.UTF-8", NULL, "tệp"},
		{NULL, NULL, NULL, "vi_VN.UTF-8", "en", "file"},
		{NULL, NULL, NULL, "C.UTF-8", "vi:en", "tệp"},
		{NULL, "C", NULL, "vi_VN.UTF-8", "vi", "file"},
		{NULL, NULL, NULL, NULL, "vi", "tệp"},
		{NULL, NULL, NULL, NULL, NULL, "file"},
		{NULL, "en_US.UTF-8", NULL, "vi_VN.UTF-8", NULL, "file"},
		{NULL, "xx_XX", NULL, NULL, NULL, "file"},
	};
	make_catalogue();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"};
		const char *values[] = {cases[i].all, cases[i].messages, cases[i].env_lang, cases[i].language};
		for (size_t k = 0; k < 4; k++)
			values[k] ? setenv(names[k], values[k], 1) : unsetenv(names[k]);
		i18n_init(cases[i].lang);
		if (strcmp(_("file"), cases[i].want) != 0)
			fail_msg("case %zu: %s", i, _("file"));
		assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
	}
	i18n_init("en");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(written_files_read_back), cmocka_unit_test(unusable_files_are_refused),
		cmocka_unit_test(a_failed_write_leaves_the_old_file),
		cmocka_unit_test(replaced_files_keep_mode_and_link), cmocka_unit_test(folders_are_made),
		cmocka_unit_test(names_are_taken_apart), cmocka_unit_test(nothing_outside_is_reached),
		cmocka_unit_test(data_folder_is_found), cmocka_unit_test(messages_follow_the_locale),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
