#ifndef COMPOSE_FIGURES_H
#define COMPOSE_FIGURES_H
/* The figures of a report (số liệu báo cáo): what a template may ask of the tasks in hand, computed once. Names and meanings are a
 * table, which the manual vanban-template.5 shows. */
#include "model/reg.h"
#include "model/value.h"

/* One report: the tasks it is about and what it knows besides. All pointers are borrowed; the values point into them. */
struct report_view {
	const struct reg_task *const *tasks; size_t n_tasks;
	const struct reg_task *const *before; size_t n_before; /* the same body's tasks in the register of the quarter before */
	bool has_before;                     /* such a register was given */
	const struct reg_agency *agency;     /* whom the report is about, NULL: all, or not listed */
	const char *key;                     /* the value of the column that the tasks share ("Sở Tài chính"), or NULL: all tasks */
	const struct reg_agency *agencies; size_t n_agencies;       /* all that are known, in the register's order */
	const struct reg_directive *directives; size_t n_directives;
	int quarter, year;                   /* 0: no quarter was given, it is that of the date */
	struct date at;                      /* the day at which states are judged, whole */
	bool has_date;                       /* the reports are dated so; without, their day is left blank */
};
/* Puts the figures into a mapping, all in the arena. Never fails. */
void figures(struct arena *a, const struct report_view *v, struct value *into);

/* A name that templates may use, in the order of the manual. */
struct figure_name {
	const char *inside;      /* the list whose elements have it ("nhiệm vụ"), "" at the top */
	const char *name, *meaning;
	bool of_sets;            /* at the top: a number or list of tasks, which the elements of theo cơ quan, theo lĩnh vực, theo văn bản have too */
};
extern const struct figure_name figure_names[];
extern const size_t n_figure_names;
/* True if figures() gives a name (folded) inside a section (folded, "" at the top), or at the top. Own columns of a register are
 * known besides, by their titles. */
bool figures_know(const char *inside, const char *fold);
#endif
