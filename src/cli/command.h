#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H
/* The commands as rows of a table: parser, help and the test of the manual read them. A new command is one file and one row. */
#include "cli/option.h"

enum exit_status { EXIT_DONE = 0, EXIT_FINDINGS = 1, EXIT_UNUSABLE = 2 };

struct command {
	const char *name;
	const char *args;         /* operands in the help, N_() */
	const char *help;         /* one line, N_() */
	const char *more;         /* what else to know, N_(), or NULL */
	uint64_t options;         /* OPT_BIT(O_…) */
	int (*run)(struct arena *a, const struct options *o); /* gives the exit status */
};
extern const struct command commands[]; /* ends with name NULL */

int cmd_new(struct arena *a, const struct options *o);
int cmd_render(struct arena *a, const struct options *o);
int cmd_preview(struct arena *a, const struct options *o);
int cmd_batch(struct arena *a, const struct options *o);
int cmd_tasks(struct arena *a, const struct options *o);
int cmd_check(struct arena *a, const struct options *o);
int cmd_cite(struct arena *a, const struct options *o);
int cmd_verify(struct arena *a, const struct options *o);
int cmd_import(struct arena *a, const struct options *o);

/* Prints "vanban: error: …" and where help is to be had; gives EXIT_UNUSABLE. cmd may be NULL. */
int usage_error(const char *cmd, const char *why);
#endif
