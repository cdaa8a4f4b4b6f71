#include "cli/help.h"
#include <stdio.h>
#include <string.h>
#include "base/i18n.h"
#include "base/utf8.h"

#define HELP_WIDTH 78
#define HELP_COLUMN 26

/* Pads by characters, not bytes: Vietnamese letters are two and three bytes long. */
static void pad(const char *s, size_t width)
{
	size_t n = utf8_count(s, strlen(s));

	do
		putchar(' ');
	while (++n < width);
}

/* Prints text from the column on, broken at spaces. */
static void wrap(const char *text, size_t column)
{
	size_t at = column;

	while (*text != '\0') {
		size_t n = strcspn(text, " "), chars = utf8_count(text, n);

		if (at > column && at + 1 + chars > HELP_WIDTH) {
			printf("\n%*s", (int)column, "");
			at = column;
		} else if (at > column) {
			putchar(' ');
			at++;
		}
		printf("%.*s", (int)n, text);
		at += chars;
		text += n + strspn(text + n, " ");
	}
	putchar('\n');
}

static void row(const char *label, const char *text)
{
	printf("  %s", label);
	if (utf8_count(label, strlen(label)) + 3 > HELP_COLUMN)
		printf("\n%*s", HELP_COLUMN, "");
	else
		pad(label, HELP_COLUMN - 2);
	wrap(text, HELP_COLUMN);
}

static void rows_of_options(struct arena *a, uint64_t set)
{
	printf("\n%s\n", _("Options:"));
	for (size_t i = 0; i < O_COUNT; i++)
		if ((set & OPT_BIT(options[i].id)) != 0)
			row(option_label(a, &options[i]), _(options[i].help));
}

static void exit_status(void)
{
	printf("\n%s\n", _("Exit status: 0 done; 1 findings; 2 unusable arguments or input."));
}

void help_program(struct arena *a)
{
	printf("%s vanban %s\n\n", _("Usage:"), _("COMMAND [OPTION]… [FILE]…"));
	wrap(_("Turns drafts into administrative documents in the form of Decree 30/2020/ND-CP and of the Party's guidance: DOCX, PDF and PNG that agree line for line."), 0);
	printf("\n%s\n", _("Commands:"));
	for (const struct command *c = commands; c->name != NULL; c++)
		row(c->name, _(c->help));
	rows_of_options(a, OPT_BIT(O_LANG) | OPT_BIT(O_HELP) | OPT_BIT(O_VERSION));
	exit_status();
	printf("\n%s\n", _("Help of a command: vanban COMMAND --help. Manual: man vanban, man vanban-draft."));
}

void help_command(struct arena *a, const struct command *c)
{
	printf("%s vanban %s %s\n\n", _("Usage:"), c->name, _(c->args));
	wrap(_(c->help), 0);
	if (c->more != NULL) {
		putchar('\n');
		wrap(_(c->more), 0);
	}
	rows_of_options(a, c->options);
	exit_status();
}
