#include "cli/option.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "base/i18n.h"
#include "base/utf8.h"

#define FIELD(f) offsetof(struct options, f)

const struct option options[O_COUNT] = {
	{ O_OUTPUT, 'o', "output", OPT_TEXT, FIELD(output), N_("PATH"), NULL, 0, 0,
		N_("folder or file to write to (default: beside the draft)")},
	{ O_DATA, 0, "data", OPT_TEXT, FIELD(data), N_("REGISTER"), NULL, 0, 0,
		N_("register of tasks: a workbook (.xlsx), CSV, YAML, JSON or XML file")},
	{ O_PREVIOUS, 0, "previous", OPT_TEXT, FIELD(previous), N_("REGISTER"), NULL, 0, 0,
		N_("register of the quarter before, for the change against it")},
	{ O_QUARTER, 0, "quarter", OPT_TEXT, FIELD(quarter), N_("Q/YYYY"), NULL, 0, 0,
		N_("quarter that is reported: 4/2025 or IV/2025")},
	{ O_BY, 0, "by", OPT_TEXT, FIELD(by), N_("COLUMN"), NULL, 0, 0,
		N_("column of the register that parts the tasks into documents (default: the agency in charge)")},
	{ O_WHOLE, 0, "whole", OPT_FLAG, FIELD(whole), NULL, NULL, 0, 0,
		N_("one document of the whole register")},
	{ O_NAME, 0, "name", OPT_TEXT, FIELD(name), N_("PATTERN"), NULL, 0, 0,
		N_("names of the outputs, as “bao-cao-{viết tắt}-quy-{quý}-{năm}”")},
	{ O_TO, 0, "to", OPT_TEXT, FIELD(to), N_("FORMATS"), NULL, 0, 0,
		N_("formats, parted by commas: docx, pdf, png (default: docx,pdf)")},
	{ O_DATE, 0, "date", OPT_DATE, FIELD(date), N_("DATE"), NULL, 0, 0,
		N_("date of the document instead of the draft's: 15/5/2025, or 5/2025 with the day left blank")},
	{ O_DPI, 0, "dpi", OPT_NUMBER, FIELD(dpi), N_("N"), NULL, 36, 600,
		N_("resolution of PNG pages, 36 to 600 (default: 150)")},
	{ O_FIT, 0, "fit", OPT_FLAG, FIELD(fit), NULL, NULL, 0, 0,
		N_("fit each document to its pages within the ranges the form allows")},
	{ O_NO_GUARDS, 0, "no-guards", OPT_FLAG, FIELD(no_guards), NULL, NULL, 0, 0,
		N_("leave out of the DOCX the spacing that keeps its borderline lines as in the PDF")},
	{ O_MERGE, 0, "merge", OPT_FLAG, FIELD(merge), NULL, NULL, 0, 0,
		N_("also join all PDF outputs into one file with bookmarks, for signing in bulk")},
	{ O_DRY_RUN, 0, "dry-run", OPT_FLAG, FIELD(dry_run), NULL, NULL, 0, 0,
		N_("find all errors and tell the plan; nothing is written")},
	{ O_FIELDS, 0, "fields", OPT_FLAG, FIELD(fields), NULL, NULL, 0, 0,
		N_("list the names that the template needs, and whether the register has them")},
	{ O_RESUME, 0, "resume", OPT_FLAG, FIELD(resume), NULL, NULL, 0, 0,
		N_("leave out what an earlier run has finished and nothing has changed")},
	{ O_JOBS, 'j', "jobs", OPT_NUMBER, FIELD(jobs), N_("N"), NULL, 1, 256,
		N_("number of worker processes, 1 to 256 (default: one a processor)")},
	{ O_TIMEOUT, 0, "timeout", OPT_NUMBER, FIELD(timeout), N_("SECONDS"), NULL, 1, 86400,
		N_("most time that one document may take (default: 60)")},
	{ O_SHARD, 0, "shard", OPT_TEXT, FIELD(shard), N_("I/N"), NULL, 0, 0,
		N_("do part I of N of the work, the same part on every machine")},
	{ O_FORCE, 0, "force", OPT_FLAG, FIELD(force), NULL, NULL, 0, 0,
		N_("overwrite files that exist")},
	{ O_LIST, 0, "list", OPT_FLAG, FIELD(list), NULL, NULL, 0, 0,
		N_("list what there is: the kinds of documents, the rules of the checks")},
	{ O_STRICT, 0, "strict", OPT_FLAG, FIELD(strict), NULL, NULL, 0, 0,
		N_("write no output of a draft or a document that breaks a rule of level “error”")},
	{ O_FIX, 0, "fix", OPT_FLAG, FIELD(fix), NULL, NULL, 0, 0,
		N_("show and make the repairs that are certain; the draft as it was stays beside it as NAME.bak")},
	{ O_MARK, 0, "mark", OPT_FLAG, FIELD(mark), NULL, NULL, 0, 0,
		N_("draw the findings on the pages as numbered notes")},
	{ O_VERDICTS, 0, "verdicts", OPT_FLAG, FIELD(verdicts), NULL, NULL, 0, 0,
		N_("say of each rule whether it passes, fails or was not evaluated, and why")},
	{ O_SARIF, 0, "sarif", OPT_FLAG, FIELD(sarif), NULL, NULL, 0, 0,
		N_("print the findings as SARIF 2.1.0 on standard output")},
	{ O_JSON, 0, "json", OPT_FLAG, FIELD(json), NULL, NULL, 0, 0,
		N_("print the result as one JSON object on standard output")},
	{ O_QUIET, 'q', "quiet", OPT_FLAG, FIELD(quiet), NULL, NULL, 0, 0,
		N_("print errors alone, no warnings and no progress")},
	{ O_LANG, 0, "lang", OPT_CHOICE, FIELD(lang), N_("LANGUAGE"), "vi en", 0, 0,
		N_("language of the messages: vi or en (default: that of the locale)")},
	{ O_HELP, 'h', "help", OPT_FLAG, FIELD(help), NULL, NULL, 0, 0,
		N_("print this help")},
	{ O_VERSION, 0, "version", OPT_FLAG, FIELD(version), NULL, NULL, 0, 0,
		N_("print the version")},
};

static const struct option *find_name(const char *name, size_t n)
{
	for (size_t i = 0; i < O_COUNT; i++)
		if (strlen(options[i].name) == n && strncmp(options[i].name, name, n) == 0)
			return &options[i];
	return NULL;
}

static const struct option *find_letter(char c)
{
	for (size_t i = 0; i < O_COUNT; i++)
		if (options[i].letter != 0 && options[i].letter == c)
			return &options[i];
	return NULL;
}

static const char *unknown(struct arena *a, uint64_t set, const char *typed)
{
	const struct option *near = NULL;
	int best = 3;

	for (size_t i = 0; i < O_COUNT; i++) {
		int d;

		if ((set & OPT_BIT(options[i].id)) == 0 || strlen(typed) < 4)
			continue;
		d = viet_distance(typed + 2, options[i].name, best);
		if (d < best) {
			best = d;
			near = &options[i];
		}
	}
	if (near != NULL)
		return arena_printf(a, _("unknown option %s; did you mean --%s?"), utf8_short(a, typed), near->name);
	return arena_printf(a, _("unknown option %s; see the options of the command with --help"), utf8_short(a, typed));
}

static const char *read_number(struct arena *a, const struct option *opt, const char *value, int *out)
{
	char *end;
	long v;

	errno = 0;
	v = strtol(value, &end, 10);
	if (errno != 0 || end == value || *end != '\0' || v < opt->min || v > opt->max)
		return arena_printf(a, _("--%s takes a whole number from %d to %d, not “%s”"), opt->name, opt->min, opt->max, utf8_short(a, value));
	*out = (int)v;
	return NULL;
}

static const char *read_choice(struct arena *a, const struct option *opt, const char *value, const char **out)
{
	size_t n = strlen(value);

	for (const char *s = opt->choices; *s != '\0'; s += strspn(s, " ")) {
		size_t k = strcspn(s, " ");

		if (k == n && strncmp(s, value, n) == 0) {
			*out = value;
			return NULL;
		}
		s += k;
	}
	return arena_printf(a, _("--%s takes one of: %s; not “%s”"), opt->name, opt->choices, utf8_short(a, value));
}

static const char *store(struct arena *a, const struct option *opt, const char *value, struct options *o)
{
	char *field = (char *)o + opt->offset;

	switch (opt->type) {
	case OPT_FLAG:
		*(bool *)field = true;
		return NULL;
	case OPT_TEXT:
		if (*value == '\0')
			return arena_printf(a, _("--%s needs a value"), opt->name);
		*(const char **)field = value;
		return NULL;
	case OPT_CHOICE:
		return read_choice(a, opt, value, (const char **)field);
	case OPT_NUMBER:
		return read_number(a, opt, value, (int *)field);
	case OPT_DATE:
		if (!viet_date(value, (struct date *)field))
			return arena_printf(a, _("--%s takes a date that exists, as 15/5/2025 or 5/2025, not “%s”"), opt->name, utf8_short(a, value));
		o->has_date = true;
		return NULL;
	}
	return NULL;
}

/* One option at argv[*i], which begins with '-': steps past its value. */
static const char *read_one(struct arena *a, uint64_t set, int argc, char **argv, int *i, struct options *o)
{
	const char *s = argv[*i], *value = NULL;
	const struct option *opt;

	if (s[1] == '-') {
		size_t n = strcspn(s + 2, "=");

		opt = find_name(s + 2, n);
		if (s[2 + n] == '=')
			value = s + 2 + n + 1;
		s = arena_strndup(a, s, n + 2);
	} else {
		opt = find_letter(s[1]);
		if (s[2] != '\0')
			value = s + 2;
		s = arena_strndup(a, s, 2);
	}
	if (opt == NULL)
		return unknown(a, set, s);
	if ((set & OPT_BIT(opt->id)) == 0)
		return arena_printf(a, _("this command has no option %s; see its options with --help"), utf8_short(a, s));
	if (opt->type == OPT_FLAG) {
		if (value != NULL)
			return arena_printf(a, _("the option %s takes no value"), s);
		return store(a, opt, "", o);
	}
	if (value == NULL && *i + 1 < argc)
		value = argv[++*i];
	if (value == NULL)
		return arena_printf(a, _("--%s needs a value"), opt->name);
	return store(a, opt, value, o);
}

const char *options_read(struct arena *a, uint64_t set, int argc, char **argv, int first, struct options *o)
{
	bool ended = false;

	for (int i = first; i < argc; i++) {
		const char *why;

		if (ended || argv[i][0] != '-' || argv[i][1] == '\0') {
			ARENA_PUSH(a, o->args, o->n_args, o->cap_args, argv[i]);
			continue;
		}
		if (strcmp(argv[i], "--") == 0) {
			ended = true;
			continue;
		}
		why = read_one(a, set, argc, argv, &i, o);
		if (why != NULL)
			return why;
	}
	return NULL;
}

const char *options_lang(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		const char *v = NULL;

		if (strncmp(argv[i], "--lang=", 7) == 0)
			v = argv[i] + 7;
		else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
			v = argv[i + 1];
		if (v != NULL && (strcmp(v, "vi") == 0 || strcmp(v, "en") == 0))
			return v;
	}
	return NULL;
}

const char *option_label(struct arena *a, const struct option *opt)
{
	const char *label = opt->letter != 0 ? arena_printf(a, "-%c, --%s", opt->letter, opt->name) : arena_printf(a, "    --%s", opt->name);

	return opt->arg != NULL ? arena_printf(a, "%s=%s", label, _(opt->arg)) : label;
}
