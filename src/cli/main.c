/* vanban: drafts to administrative documents. */
#include <stdio.h>
#include <string.h>
#include "base/heap.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/help.h"

int usage_error(const char *cmd, const char *why)
{
	fprintf(stderr, "vanban: %s: %s\n", _("error"), why);
	if (cmd != NULL)
		fprintf(stderr, _("Help: vanban %s --help\n"), cmd);
	else
		fputs(_("Help: vanban --help\n"), stderr);
	return EXIT_UNUSABLE;
}

static const struct command *find_command(const char *name)
{
	for (const struct command *c = commands; c->name != NULL; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

static int unknown_command(struct arena *a, const char *name)
{
	const struct command *near = NULL;
	int best = 3;

	for (const struct command *c = commands; c->name != NULL; c++) {
		int d = viet_distance(name, c->name, best);

		if (d < best) {
			best = d;
			near = c;
		}
	}
	if (near != NULL)
		return usage_error(NULL, arena_printf(a, _("there is no command “%s”; did you mean %s?"), utf8_short(a, name), near->name));
	return usage_error(NULL, arena_printf(a, _("there is no command “%s”"), utf8_short(a, name)));
}

/* Before a command stand only the options of the program itself. */
static int run_program(struct arena *a, int argc, char **argv)
{
	struct options o = {.dpi = 150, .timeout = 60};
	const char *why = options_read(a, OPT_BIT(O_HELP) | OPT_BIT(O_VERSION) | OPT_BIT(O_LANG), argc, argv, 1, &o);

	if (why != NULL)
		return usage_error(NULL, why);
	if (o.version) {
		printf("vanban %s\n", VANBAN_VERSION);
		return EXIT_DONE;
	}
	if (o.help) {
		help_program(a);
		return EXIT_DONE;
	}
	return usage_error(NULL, _("no command was named"));
}

static int run(struct arena *a, int argc, char **argv)
{
	struct options o = {.dpi = 150, .timeout = 60};
	const struct command *c;
	const char *why;
	int first = 1;

	while (first < argc && argv[first][0] == '-') /* --lang may stand before the command */
		first += strcmp(argv[first], "--lang") == 0 ? 2 : 1;
	if (first >= argc || options_read(a, OPT_BIT(O_LANG), first, argv, 1, &o) != NULL)
		return run_program(a, argc, argv);
	if (strcmp(argv[first], "help") == 0) {
		c = first + 1 < argc ? find_command(argv[first + 1]) : NULL;
		c != NULL ? help_command(a, c) : help_program(a);
		return EXIT_DONE;
	}
	c = find_command(argv[first]);
	if (c == NULL)
		return unknown_command(a, argv[first]);
	why = options_read(a, c->options, argc, argv, first + 1, &o);
	if (why != NULL)
		return usage_error(c->name, why);
	if (o.help) {
		help_command(a, c);
		return EXIT_DONE;
	}
	return c->run(a, &o);
}

int main(int argc, char **argv)
{
	heap_init();
	struct arena *a = arena_new();
	int status;

	i18n_init(options_lang(argc, argv));
	status = run(a, argc, argv);
	if (fflush(stdout) != 0 && status == EXIT_DONE) {
		perror("vanban");
		status = EXIT_UNUSABLE;
	}
	arena_free(a);
	return status;
}
