#ifndef COMPOSE_FIGURES_IN_H
#define COMPOSE_FIGURES_IN_H
/* Between the files of the figures: figures.c (the report, its period, its body), figures_task.c (what a task is called in templates),
 * figures_set.c (counts, rates and lists of a set of tasks), figures_group.c (sets by body, directive, field), figures_name.c (the
 * table of names). */
#include "compose/figures.h"

struct judged { const struct reg_task *t; struct task_judgement j; struct value *map; };
struct counts { size_t n[TASK_STATES], total; int rate[TASK_STATES]; /* tenths of a percent, all together 1000, or 0 */ };
#define KEYS 40
struct figs {
	struct arena *a;
	const struct report_view *v;
	struct judged *tasks; size_t n;
	struct date next_from, next_to;  /* the next quarter */
	struct value_key keys[KEYS];     /* of a task, see figures_task.c */
	struct value_key *set_keys;      /* of a set, see figures_set.c */
	struct index *agencies, *directives; /* NULL until they are asked for */
	struct value *none;
};

/* "05", "12", "1.234"; 0 is "0". */
const char *figure_number(struct arena *a, size_t n);
/* "62,5%" of tenths; "0%", "100%". */
const char *figure_rate(struct arena *a, int tenths);
/* "15/5/2025" as texts write it: the day and the months 1 and 2 with two digits. */
const char *figure_date(struct arena *a, struct date d);
struct value *figure_count(struct arena *a, size_t n);

/* Puts a text under a name with its folded form, which the mapping does not have yet. */
void figure_put(struct figs *f, struct value *m, const char *name, const char *fold, const char *s);

/* Mappings of all tasks in f->tasks. */
void figures_tasks(struct figs *f);
/* The keys of sets, before any is made. */
void figures_set_keys(struct figs *f);
/* Counts a set. */
void figures_counted(struct judged *const *v, size_t n, struct counts *c);
/* Puts counts and rates into a mapping. */
void figures_numbers(struct figs *f, struct value *into, const struct counts *c);
/* Puts numbers and lists of a set into a mapping. */
void figures_set(struct figs *f, struct value *into, struct judged *const *v, size_t n);
/* Puts the change of the numbers since those of the quarter before; before NULL: not known. */
void figures_change(struct figs *f, struct value *into, const struct counts *now, const struct counts *before);
/* Puts the sets by leading body, directive and field, and the directives that the tasks name. */
void figures_groups(struct figs *f, struct value *into);
/* The agency a name stands for (whole, short, abbreviation), or NULL. */
const struct reg_agency *figures_agency(struct figs *f, const char *name);
/* Puts what is known of a body. */
void figures_body(struct figs *f, struct value *into, const struct reg_agency *g, const char *name);
#endif
