#include "cli/command.h"
#include "base/i18n.h"

#define COMMON (OPT_BIT(O_JSON) | OPT_BIT(O_QUIET) | OPT_BIT(O_LANG) | OPT_BIT(O_HELP))

const struct command commands[] = {
	{ "new", N_("KIND [-o PATH]"),
		N_("Writes a draft of a kind with every field, ready to fill in."),
		N_("KIND is the name of a kind, as to-trinh or “Tờ trình”; “-dang” after it gives the Party's form. Without KIND the kinds are listed."),
		OPT_BIT(O_OUTPUT) | OPT_BIT(O_FORCE) | OPT_BIT(O_LIST) | COMMON, cmd_new},
	{ "render", N_("DRAFT… [-o PATH]"),
		N_("Renders drafts as DOCX, PDF and PNG."),
		N_("The outputs bear the draft's name and stand beside it or in the folder given by -o, which is made if it is missing; for a single draft -o may name the file. “-” is standard input. A draft with errors gives no output and leaves earlier outputs as they are; the others are rendered all the same."),
		OPT_BIT(O_OUTPUT) | OPT_BIT(O_TO) | OPT_BIT(O_DATE) | OPT_BIT(O_DPI) | OPT_BIT(O_FIT) | OPT_BIT(O_NO_GUARDS) | OPT_BIT(O_STRICT) | COMMON, cmd_render},
	{ "preview", N_("DRAFT… [-o PATH]"),
		N_("Renders the pages of drafts as PNG pictures."),
		N_("Page 1 of to-trinh.md is to-trinh-1.png."),
		OPT_BIT(O_OUTPUT) | OPT_BIT(O_DATE) | OPT_BIT(O_DPI) | OPT_BIT(O_FIT) | COMMON, cmd_preview},
	{ "batch", N_("TEMPLATE --data REGISTER --quarter Q/YYYY -o FOLDER"),
		N_("Renders one document for each agency of a register of tasks."),
		N_("The template is a draft with tags, as {{cơ quan}}. A row or a document with errors does not stop the others; what failed and why stands in bao-cao-loi.xlsx, what was made in manifest.json. Exit status: 0 done; 1 rows or documents failed; 2 unusable arguments or input."),
		OPT_BIT(O_DATA) | OPT_BIT(O_QUARTER) | OPT_BIT(O_OUTPUT) | OPT_BIT(O_PREVIOUS) | OPT_BIT(O_BY) | OPT_BIT(O_WHOLE) | OPT_BIT(O_NAME) | OPT_BIT(O_TO) | OPT_BIT(O_DATE) | OPT_BIT(O_DPI) | OPT_BIT(O_FIT) | OPT_BIT(O_NO_GUARDS)
			| OPT_BIT(O_MERGE) | OPT_BIT(O_DRY_RUN) | OPT_BIT(O_FIELDS) | OPT_BIT(O_RESUME) | OPT_BIT(O_JOBS) | OPT_BIT(O_TIMEOUT) | OPT_BIT(O_SHARD) | OPT_BIT(O_FORCE) | COMMON, cmd_batch},
	{ "tasks", N_("DRAFT… [-o REGISTER.xlsx]"),
		N_("Writes the tasks that drafts give into a register, or lists them."),
		N_("Tasks are read from blocks “nhiệm vụ”, and from the text of plans and conclusions as they word them; what was not said outright is marked for a person. A register that exists keeps all that people changed and added: new tasks become new rows, empty cells are filled. Without -o the tasks are listed."),
		OPT_BIT(O_OUTPUT) | COMMON, cmd_tasks},
	{ "check", N_("DRAFT…"),
		N_("Judges drafts by the rules of form and content and tells each finding with its clause."),
		N_("Rules may be silenced with a reason: “bỏ qua: [N53: tên riêng]” in the draft or vanban.yaml, a line “{bỏ qua N53: tên riêng}” above a paragraph. Exit status: 0 nothing but notes; 1 errors or warnings; 2 a draft cannot be read."),
		OPT_BIT(O_OUTPUT) | OPT_BIT(O_TO) | OPT_BIT(O_DATE) | OPT_BIT(O_DPI) | OPT_BIT(O_FIT) | OPT_BIT(O_DRY_RUN) | OPT_BIT(O_LIST) | OPT_BIT(O_FIX) | OPT_BIT(O_MARK) | OPT_BIT(O_VERDICTS) | OPT_BIT(O_SARIF) | COMMON, cmd_check},
	{ "cite", N_("DRAFT… [-o REGISTER]"),
		N_("Lists the directives that drafts name, with what is said of each."),
		N_("They are found by tags “[@57-NQ/TW]” and in plain text: by number, by the short form that the text gives them, laws by their name. Each is compared with “viện dẫn” of the draft and the office's register, and its places with one another. With -o they become a register of directives (.xlsx or .csv) for “sổ văn bản”. Exit status: 0 done; 1 a document is cited in differing ways, or a draft cannot be read; 2 no draft can be read, or the register not be written."),
		OPT_BIT(O_OUTPUT) | OPT_BIT(O_FORCE) | COMMON, cmd_cite},
	{ "verify", N_("DOCX PDF…"),
		N_("Reads a DOCX and a PDF back and says whether they carry the same text, pages and figures."),
		N_("Several pairs may follow one another. A name without suffix stands for both files of that name, a folder for all pairs in it. The differences are told with their page, those of numbers, dates and codes first. Exit status: 0 they agree; 1 they differ; 2 a file cannot be read."),
		COMMON, cmd_verify},
	{ 0},
};
