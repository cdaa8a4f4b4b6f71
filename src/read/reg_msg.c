/* The findings of the register's reader. */
#include "read/reg_msg.h"
#include "base/i18n.h"

#define E(id, text) {id, LEVEL_ERROR, text, NULL}
#define W(id, text) {id, LEVEL_WARNING, text, NULL}
#define I(id, text) {id, LEVEL_INFO, text, NULL}

const struct msg reg_msgs[REG_FAULTS] = {
	[REG_NO_HEADER] = E("no-header", N_("no row of column names was found in the first %d rows that hold anything; needed is a column “Nhiệm vụ” (with “Cơ quan chủ trì”, “Thời hạn” …)")),
	/* what was found; what is near */
	[REG_NO_TASKS] = E("no-header", N_("no column of tasks was found; needed is “Nhiệm vụ”. Found was: %s. Say under “cột:” in vanban.yaml which column it is")),
	[REG_NO_TASKS_NEAR] = E("no-header", N_("no column of tasks was found; needed is “Nhiệm vụ”. Found was: %s. Is “%s” meant? Correct its name, or say it under “cột:” in vanban.yaml")),
	/* field; what was found; what is near */
	[REG_COLUMN_MISSING] = W("missing-column", N_("the sheet has no column “%s”. Found was: %s. Say under “cột:” in vanban.yaml which column it is")),
	[REG_COLUMN_MISSING_NEAR] = W("missing-column", N_("the sheet has no column “%s”. Found was: %s. Is “%s” meant? Correct its name, or say it under “cột:” in vanban.yaml")),
	[REG_NOTHING] = E("empty-register", N_("the register holds no rows below its headers; check that the right file was chosen")),
	[REG_HIDDEN_SHEET] = I("hidden-sheet", N_("the sheet “%s” is hidden and was not read; show it if it belongs to the register")),
	[REG_COLUMN_TWICE] = I("column-twice", N_("the columns “%s” and “%s” mean the same; the first is used, the second is kept under its own name")),
	[REG_TOO_MANY] = E("too-many-rows", N_("the sheet has more than %d rows; the rest was not read")),
	/* place */
	[REG_ROW_NO_TEXT] = W("row-without-task", N_("%s: the row names no task (column “%s” is empty) and was left out; fill it in or delete the row")),
	[REG_ROW_NO_CODE] = W("row-without-number", N_("%s: the row names no document (neither number nor subject) and was left out; fill it in or delete the row")),
	[REG_ROW_NO_NAME] = W("row-without-agency", N_("%s: the row names no agency and was left out; fill it in or delete the row")),
	/* place, text, column */
	[REG_BAD_DAY] = W("bad-day", N_("%s: “%s” is no day of the calendar for “%s”; write it as 28/10/2025")),
	[REG_PART_DAY] = W("part-of-a-day", N_("%s: “%s” is not a whole date for “%s”; write the day too, as 28/10/2025")),
	[REG_BAD_PROGRESS] = W("bad-progress", N_("%s: “%s” is no progress; write a percentage from 0 to 100, or words such as “đang thực hiện”")),
	[REG_PROGRESS_ONE] = W("progress-of-one", N_("%s: “%s” may be 1%% or all of it; write 1%% or 100%%")),
	[REG_BAD_STATE] = W("unknown-state", N_("%s: “%s” is no state that is known; write such as “đã hoàn thành”, “đang thực hiện”, “chưa thực hiện”, “quá hạn”")),
	[REG_DUE_NOT_READ] = W("unclear-deadline", N_("%s: the deadline “%s” was not understood, so the task's state cannot be told; write a day, a month, a quarter or a year, or “thường xuyên”")),
	[REG_DUE_WANTS_YEAR] = W("deadline-without-year", N_("%s: the deadline “%s” has no year in four digits, so the task's state cannot be told; write it, such as “Quý IV/2025”")),
	[REG_DUE_NO_SUCH_DAY] = W("no-such-day", N_("%s: the deadline “%s” names a day that no calendar has; correct it")),
	[REG_DUE_SEVERAL] = W("several-deadlines", N_("%s: the deadline “%s” names several limits, and which one counts is not for a program to say; give each a row of its own")),
	[REG_PROGRESS_RANGE] = W("progress-range", N_("%s: a progress of “%s” is not between 0 and 100%%; correct it")),
	[REG_DONE_EARLY] = W("done-before-assigned", N_("%s: the task was completed (%s) before it was assigned; correct one of the two days")),
	[REG_DUE_EARLY] = W("due-before-assigned", N_("%s: the deadline “%s” lies before the day the task was assigned; correct one of the two")),
	[REG_DONE_NOT_FULL] = W("done-below-100", N_("%s: the task is completed and stands at “%s”; correct one of the two")),
	[REG_DOING_DONE] = W("doing-and-done", N_("%s: the task is “%s” and at the same time completed; correct one of the two")),
	[REG_NOT_BEGUN_DONE] = W("not-begun-and-done", N_("%s: the task is “%s” and at the same time under way or completed; correct one of the two")),
	[REG_IN_TIME_LATE] = W("in-time-and-late", N_("%s: “%s”, but the day of completion lies after the deadline; correct one of the two")),
	[REG_LATE_IN_TIME] = W("late-and-in-time", N_("%s: “%s”, but the day of completion lies before the deadline ends; correct one of the two")),
	[REG_DONE_NO_DATE] = W("done-without-date", N_("%s: “%s” without a day of completion, so whether it was in time cannot be told once the deadline has passed; write the day")),
	[REG_MANY_VALUES] = E("many-values", N_("the row has more than %d values; the rest was not read")),
	[REG_NOT_A_LIST] = E("not-a-list", N_("“%s” must be a list of rows, each with keys such as “nhiệm vụ” and “cơ quan chủ trì”")),
	[REG_UNKNOWN_TABLE] = E("unknown-table", N_("“%s” is no part of a register; write “nhiệm vụ”, “văn bản” or “cơ quan”")),
	[REG_BAD_JSON] = E("bad-json", N_("the file is no JSON; check brackets, commas and quotes")),
	[REG_BAD_XML] = E("bad-xml", N_("the file is no well-formed XML, or holds a document type, which is refused")),
	[REG_NO_SCHEMA] = E("no-schema", N_("the schema so-theo-doi.rng was not found beside the templates; install vanban again")),
	[REG_XML_SHAPE] = E("xml-shape", N_("the element “%s” does not fit the schema so-theo-doi.rng (its name, its place, or something missing or double in it); see vanban-register(5)")),
};
