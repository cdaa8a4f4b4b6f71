#ifndef CLI_OPTION_H
#define CLI_OPTION_H
/* The options of all commands, one meaning each, as typed rows: parser, help and the test of the manual read them. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/viet.h"

struct options {
	bool help, version, json, quiet, force, list, fit, no_guards, whole, resume, dry_run, fields, merge, sarif, strict, mark, fix, verdicts;
	const char *lang;         /* "vi", "en" or NULL */
	const char *output;       /* -o */
	const char *to;           /* --to */
	const char *data, *previous, *quarter, *by, *name, *shard;
	bool has_date;
	struct date date;
	int dpi, jobs, timeout;   /* jobs 0: as many as there are processors */
	const char **args;        /* operands, in order */
	size_t n_args, cap_args;
};

enum option_type { OPT_FLAG, OPT_TEXT, OPT_CHOICE, OPT_NUMBER, OPT_DATE };
enum option_id { O_OUTPUT, O_DATA, O_PREVIOUS, O_QUARTER, O_BY, O_WHOLE, O_NAME, O_TO, O_DATE, O_DPI, O_FIT, O_NO_GUARDS,
	O_MERGE, O_DRY_RUN, O_FIELDS, O_RESUME, O_JOBS, O_TIMEOUT, O_SHARD, O_FORCE, O_LIST, O_STRICT, O_FIX, O_MARK, O_VERDICTS, O_SARIF, O_JSON, O_QUIET, O_LANG, O_HELP, O_VERSION, O_COUNT };

struct option {
	enum option_id id;
	char letter;              /* 'o', or 0 */
	const char *name;         /* "output" */
	enum option_type type;
	size_t offset;            /* of its field in struct options */
	const char *arg;          /* name of its value in the help, N_(); NULL for a flag */
	const char *choices;      /* OPT_CHOICE: "vi en" */
	int min, max;             /* OPT_NUMBER */
	const char *help;         /* N_() */
};
extern const struct option options[O_COUNT];

#define OPT_BIT(id) (UINT64_C(1) << (id))
/* Reads argv[first…] of a command that knows the options in the set (OPT_BIT) into o, which holds the defaults. NULL, or
 * what is wrong, in the user's language, in the arena. */
const char *options_read(struct arena *a, uint64_t set, int argc, char **argv, int first, struct options *o);
/* The language asked for anywhere on the command line, before anything is printed; NULL if none. */
const char *options_lang(int argc, char **argv);
/* "-o, --output=FILE" in the user's language, in the arena. */
const char *option_label(struct arena *a, const struct option *opt);
#endif
