#include "run/msg.h"
#include "base/i18n.h"

const struct msg RUN_CANNOT_READ = { "cannot-read", LEVEL_ERROR,
	N_("the draft cannot be read (%s); check its name and its permissions"), NULL};
const struct msg RUN_INPUT_TOO_BIG = { "too-big", LEVEL_ERROR,
	N_("standard input is larger than %d MB; a draft is text, pictures stand in files beside it"), NULL};
const struct msg RUN_NO_FONTS = { "no-fonts", LEVEL_ERROR,
	N_("the folder of the fonts is missing; install the program again or name its data folder in VANBAN_DATA"), NULL};
const struct msg RUN_NO_FOLDER = { "no-folder", LEVEL_ERROR,
	N_("the folder cannot be made (%s); choose another one with -o"), NULL};
const struct msg RUN_CANNOT_WRITE = { "cannot-write", LEVEL_ERROR,
	N_("the file cannot be written (%s); free some room or choose another folder with -o; what stood there is unchanged"), NULL};
const struct msg RUN_WRITER_FAILED = { "writer-failed", LEVEL_ERROR,
	N_("the document cannot be written as %s; report this draft to the makers of the program"), NULL};
const struct msg RUN_SAME_OUTPUT = { "same-output", LEVEL_ERROR,
	N_("this draft and %s would be written to the same file %s; rename one or render them into different folders"), NULL};
const struct msg RUN_OTHER_FORMAT = { "other-format", LEVEL_ERROR,
	N_("the name of the output asks for %s, but --to for %s; leave --to out, or name a folder or a file of that format with -o"), NULL};
const struct msg RUN_FILE_FOR_MANY = { "file-for-many", LEVEL_ERROR,
	N_("-o names one file, but there are %zu drafts; name a folder"), NULL};
const struct msg RUN_OUTPUT_IS_DRAFT = { "output-is-draft", LEVEL_ERROR,
	N_("the output would overwrite the draft %s; choose another name or folder with -o"), NULL};
const struct msg RUN_STALE_PAGE = { "stale-page", LEVEL_WARNING,
	N_("this page is of an earlier, longer version (the document has %zu pages now); delete it"), NULL};
const struct msg RUN_STOPPED = { "stopped", LEVEL_ERROR,
	N_("stopped before the end; render this draft again"), NULL};
const struct msg RUN_NO_TEMPLATES = { "no-templates", LEVEL_ERROR,
	N_("the folder of the templates is missing; install the program again or name its data folder in VANBAN_DATA"), NULL};
const struct msg RUN_UNKNOWN_KIND = { "unknown-kind", LEVEL_ERROR,
	N_("there is no template of the kind “%s”; see the list: vanban new --list"), NULL};
const struct msg RUN_UNKNOWN_KIND_NEAR = { "unknown-kind", LEVEL_ERROR,
	N_("there is no template of the kind “%s”; did you mean “%s”? See the list: vanban new --list"), NULL};
const struct msg RUN_FILE_EXISTS = { "file-exists", LEVEL_ERROR,
	N_("the file exists already and was left as it is; choose another name with -o, or overwrite it with --force"), NULL};
/* By regime: the ranges stand in Phụ lục I, Phần I, Mục I and II.6.e, the Party's in its guidance. */
#define FIT(id, text) { { id, LEVEL_INFO, text, "ND30 Phụ lục I, II.6.e"}, { id, LEVEL_INFO, text, "HD05 I.6.2"} }
const struct msg RUN_FIT_ONE[2] = FIT("fit",
	N_("fitted to the page: %s; so the text and its signatures stand on one page"));
const struct msg RUN_FIT_FEWER[2] = FIT("fit",
	N_("fitted to the page: %s; so the signatures stand with the text on %zu pages instead of %zu"));
const struct msg RUN_FIT_TEXT[2] = FIT("fit",
	N_("fitted to the page: %s; so %u lines of text stand with the signatures on page %zu"));
const struct msg RUN_FIT_NONE[2] = FIT("fit-none",
	N_("no values within the legal ranges that the draft leaves open fit this text better to its pages; the usual ones are kept (shorten or lengthen the text by a few lines)"));
const struct msg RUN_NO_LAYOUT = { "no-layout", LEVEL_ERROR,
	N_("the document could not be laid out; report this draft to the makers of the program"), NULL};
const struct msg RUN_UNKNOWN_RULE = { "unknown-rule", LEVEL_WARNING,
	N_("there is no rule “%s” that could be silenced; see the rules: vanban check --list"), NULL};
const struct msg RUN_FIX_FOREIGN = { "fix-foreign", LEVEL_ERROR,
	N_("--fix mends drafts alone, a Word file is only read; mend it in Word, or make a draft of it: vanban import"), NULL};
