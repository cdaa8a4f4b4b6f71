#ifndef COMPOSE_TASKS_H
#define COMPOSE_TASKS_H
/* The tasks that a document gives: of its blocks "nhiệm vụ", and of its plain text, as plans and conclusions word them. */
#include "model/doc.h"

/* The tasks of a composed document, in order, with their places in its numbering. Of the text: items with lines "Cơ quan chủ trì: …"
 * below them; "Giao Sở A chủ trì, phối hợp với Sở B …"; the items below "Giao Sở A:"; "Công an tỉnh: Chủ trì …". Reports and
 * submissions, which ask and do not give, are read for their blocks alone. What was not said outright is marked by doubts. */
void tasks_find(struct doc *d, struct tasks *out);
/* What a register calls the document: "Kế hoạch số 12/KH-SCNS ngày 15/01/2026 của Sở Công nghệ số"; without a number "Dự thảo Kế
 * hoạch …" with its subject. */
const char *tasks_source(struct doc *d);
/* "12/KH-SCNS"; NULL while the document has no number. */
const char *tasks_code(struct doc *d);

/* ---- taskwords.c: what a sentence says ---- */
/* Who is charged at a text's beginning, and with whom: "Giao Sở A chủ trì, phối hợp với Sở B …". */
struct charge {
	const char *lead, *partners; /* NULL: not said */
	bool order;                /* "Giao …", "Đề nghị …": it charges outright */
	bool opens;                /* and items below say with what ("Giao Sở A:") */
};
struct charge task_charge(struct arena *a, const char *text);
/* The time a sentence names as a deadline, as written, or NULL; *sure: it ends the text after "hoàn thành". */
const char *task_due(struct arena *a, const char *text, bool *sure);
#endif
