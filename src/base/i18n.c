#include "base/i18n.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

static const char *const domain = "vanban";

static const char *env(const char *name)
{
	const char *v = getenv(name);
	return v && *v ? v : NULL;
}

static bool is_language(const char *locale, const char *lang)
{
	size_t n = strlen(lang);
	return locale && strncmp(locale, lang, n) == 0 && strchr("_.@:", locale[n]); /* the NUL counts as found */
}

/* The language asked for, as POSIX and GNU order their variables: "vi…", "en…", another, or NULL. */
static const char *language_wanted(void)
{
	const char *locale = env("LC_ALL");
	if (!locale)
		locale = env("LC_MESSAGES");
	if (!locale)
		locale = env("LANG");
	if (locale && (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0))
		return NULL;
	const char *list = env("LANGUAGE");
	return list ? list : locale;
}

/* Folder with the catalogues: of the build, of the data folder, of the installation. */
static const char *catalogues(struct arena *a)
{
	const char *exe = file_exe_dir(a), *data = env("VANBAN_DATA");
	const char *dirs[] = {
		exe ? file_join(a, exe, "locale") : NULL,
		data ? file_join(a, data, "locale") : NULL,
		exe ? file_join(a, file_dir(a, exe), "share/locale") : NULL,
		exe ? file_join(a, file_dir(a, exe), "locale") : NULL, /* tests lie one level deeper in the build */
	};
	for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++)
		if (dirs[i] && access(file_join(a, dirs[i], "vi/LC_MESSAGES/vanban.mo"), R_OK) == 0)
			return dirs[i];
	return NULL;
}

/* gettext looks into LANGUAGE unless the locale of messages is "C". "C.UTF-8" is built into the C library, so that a
 * machine without vi_VN speaks Vietnamese, too. */
static void speak_vietnamese(void)
{
	setenv("LANGUAGE", "vi", 1);
	setlocale(LC_MESSAGES, "C.UTF-8");
}

void i18n_init(const char *lang)
{
	/* Only these two: LC_NUMERIC must stay "C", numbers in files have a point. */
	if (!setlocale(LC_CTYPE, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
	const char *want = lang ? lang : language_wanted();
	if (is_language(want, "vi"))
		speak_vietnamese();
	else if (!want || lang || is_language(want, "en") || !setlocale(LC_MESSAGES, ""))
		setlocale(LC_MESSAGES, "C");

	struct arena *a = arena_new();
	const char *dir = catalogues(a);
	if (dir)
		bindtextdomain(domain, dir); /* copies the name */
	bind_textdomain_codeset(domain, "UTF-8");
	textdomain(domain);
	arena_free(a);
}
