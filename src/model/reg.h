#ifndef MODEL_REG_H
#define MODEL_REG_H
/* The register (sổ theo dõi): tasks (nhiệm vụ) that directives (văn bản chỉ đạo) give to agencies (cơ quan), as typed rows from
 * whatever file. Texts are UTF-8, NFC, without spaces around them, line ends kept; NULL where a row has nothing. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/deadline.h"
#include "base/diag.h"
#include "model/directive.h"

/* Columns that the program knows, by the sheet they belong to. */
enum reg_field {
	/* tasks */
	REG_NUMBER,      /* TT, số thứ tự */
	REG_TEXT,        /* nhiệm vụ, nội dung công việc */
	REG_DIRECTIVE,   /* văn bản giao nhiệm vụ */
	REG_LEAD,        /* cơ quan chủ trì */
	REG_PARTNERS,    /* cơ quan phối hợp */
	REG_ASSIGNED,    /* ngày giao */
	REG_DUE,         /* thời hạn, thời gian hoàn thành */
	REG_DONE,        /* ngày hoàn thành */
	REG_PROGRESS,    /* tiến độ (%) */
	REG_STATE,       /* trạng thái, tình trạng */
	REG_RESULT,      /* kết quả thực hiện */
	REG_PRODUCT,     /* sản phẩm */
	REG_AREA,        /* lĩnh vực */
	REG_TROUBLE,     /* khó khăn, vướng mắc */
	REG_PROPOSAL,    /* kiến nghị, đề xuất */
	REG_NOTE,        /* ghi chú */
	/* directives */
	REG_CODE,        /* số, ký hiệu */
	REG_KIND,        /* loại văn bản */
	REG_ISSUED,      /* ngày ban hành */
	REG_ISSUER,      /* cơ quan ban hành */
	REG_SUBJECT,     /* trích yếu */
	REG_BRIEF,       /* viết tắt: short name of a directive */
	/* agencies */
	REG_NAME,        /* tên cơ quan */
	REG_SHORT,       /* tên ngắn: "Sở KHCN" */
	REG_ABBR,        /* ký hiệu viết tắt: "SKHCN" */
	REG_PARENT,      /* cơ quan chủ quản */
	REG_GROUP,       /* nhóm, khối, cấp */
	REG_PLACE,       /* địa danh */
	REG_HEAD,        /* người đứng đầu, người ký */
	REG_TITLE,       /* chức vụ */
	REG_FIELDS
};
enum reg_table { REG_TASKS, REG_DIRECTIVES, REG_AGENCIES, REG_TABLES };

/* One column of a sheet as it was understood. */
struct reg_column {
	uint32_t col;            /* from 0 */
	const char *title;       /* as typed; of a header in two rows "Thời gian - Hoàn thành" */
	const char *fold;        /* viet_fold(title): its name in templates */
	int field;               /* enum reg_field, or -1: an own column of the office */
};
/* Where rows stand: a sheet, or a list of a YAML, JSON or XML file. */
struct reg_sheet {
	const char *file, *name; /* name "" if the file has no sheets */
	enum reg_table table;
	struct reg_column *cols; size_t n_cols;
	bool sheets;             /* cells can be named ("C7") */
};
struct reg_place { const struct reg_sheet *sheet; uint32_t row; uint32_t line; };
struct reg_extra { const struct reg_column *column; const char *value; };

/* What the words of progress and state say. */
enum reg_said { SAID_NOTHING, SAID_DONE, SAID_DONE_IN_TIME, SAID_DONE_LATE, SAID_DOING, SAID_NOT_BEGUN, SAID_OVERDUE, SAID_RECURRING, SAID_STOPPED };

struct reg_task {
	struct reg_place at;
	const char *number, *text, *directive, *lead, *partners, *result, *product, *area, *trouble, *proposal, *note;
	const char *group;       /* title line of the rows it stands under ("I. Lĩnh vực đất đai"), or NULL */
	struct date assigned, done; /* whole, or all 0 */
	struct deadline due;
	const char *progress_words, *state_words; /* as typed */
	double progress;         /* percent, as typed (120 too); -1: none */
	enum reg_said said;
	struct reg_extra *extra; size_t n_extra; /* own columns that hold something, by column */
};
struct reg_directive { struct reg_place at; struct directive d; struct reg_extra *extra; size_t n_extra; };
struct reg_agency {
	struct reg_place at;
	const char *name, *brief, *abbr, *parent, *group, *place, *head, *title;
	struct reg_extra *extra; size_t n_extra;
};

struct reg {
	struct reg_task *tasks; size_t n_tasks, cap_tasks;
	struct reg_directive *directives; size_t n_directives, cap_directives;
	struct reg_agency *agencies; size_t n_agencies, cap_agencies;
	const struct reg_sheet **sheets; size_t n_sheets, cap_sheets;
};

/* ---- states (trạng thái) at a date ---- */
enum task_state {
	TASK_DONE_IN_TIME,   /* hoàn thành đúng hạn */
	TASK_DONE_LATE,      /* hoàn thành quá hạn */
	TASK_ON_TRACK,       /* đang thực hiện trong hạn */
	TASK_OVERDUE,        /* quá hạn chưa hoàn thành */
	TASK_RECURRING,      /* thường xuyên */
	TASK_NOT_DUE,        /* chưa đến kỳ */
	TASK_UNKNOWN,        /* không xác định */
	TASK_STATES
};
/* "hoàn thành đúng hạn" … */
const char *task_state_name(enum task_state s);

/* Why a state cannot be told, and a person has to look. */
enum task_doubt {
	DOUBT_NONE,
	/* contradictions in the row, whatever the date of the report */
	DOUBT_PROGRESS_RANGE,       /* -5%, 120% */
	DOUBT_DONE_BEFORE_ASSIGNED, DOUBT_DUE_BEFORE_ASSIGNED,
	DOUBT_DONE_BUT_PROGRESS,    /* a day of completion or "đã hoàn thành", and 75% */
	DOUBT_DOING_BUT_DONE,       /* "đang thực hiện", and a day of completion or 100% */
	DOUBT_NOT_BEGUN_DONE,       /* "chưa thực hiện", and progress or a day of completion */
	DOUBT_IN_TIME_LATE,         /* "đúng hạn", done after the deadline */
	DOUBT_LATE_IN_TIME,         /* "quá hạn", done before the deadline ends */
	DOUBT_DONE_NO_DATE,         /* 100% or "đã hoàn thành" without a day: in time or late? */
	/* by the date, or for want of something */
	DOUBT_OVERDUE_EARLY,        /* "quá hạn" before the deadline ends */
	DOUBT_DUE_UNCLEAR, DOUBT_DUE_NO_YEAR, DOUBT_NO_DUE,
	DOUBT_STOPPED,              /* "tạm dừng", "hủy bỏ": none of the states */
	TASK_DOUBTS
};
/* "tiến độ ngoài khoảng 0 - 100%" …, for reports. */
const char *task_doubt_name(enum task_doubt d);
struct task_judgement {
	enum task_state state;
	enum task_doubt doubt;
	long days;               /* TASK_OVERDUE, TASK_DONE_LATE: days past the deadline */
};
/* What contradicts itself in the row whatever the date; DOUBT_DONE_NO_DATE too, which is no doubt until the deadline has passed. */
enum task_doubt task_contradiction(const struct reg_task *t);
/* The state of a task at a date (whole), from deadline, progress, completion and what its words say. Completions after that date are
 * not yet known at it. */
struct task_judgement task_judge(const struct reg_task *t, struct date at);

/* Value of an own column by its folded title, or NULL. */
const char *reg_extra(const struct reg_extra *v, size_t n, const char *fold);
/* Column of a field in a sheet, or NULL. */
const struct reg_column *reg_column(const struct reg_sheet *s, enum reg_field f);
/* "Nhiệm vụ!C7" (column f of the row; of a file without sheets "line 12"), for findings; in the arena. */
char *reg_place_text(struct arena *a, const struct reg_place *p, enum reg_field f);
/* A readable dump, for golden tests. */
struct buf;
void reg_dump(const struct reg *r, struct buf *out);
#endif
