#include "run/tasks.h"
#include <string.h>
#include <sys/stat.h>
#include "base/file.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "compose/compose.h"
#include "compose/tasks.h"
#include "read/read.h"
#include "read/reg.h"

static const struct msg none = {"no-tasks", LEVEL_WARNING,
	N_("no task was found in the draft; write them in a block ```nhiệm vụ, or with lines “Cơ quan chủ trì: …”"), NULL};
static const struct msg no_workbook = {"no-workbook", LEVEL_ERROR, N_("tasks are written into a workbook; give it a name that ends in .xlsx"), NULL};
static const struct msg many_rows = {"register-too-large", LEVEL_ERROR, N_("the register has more than %d tasks; begin a new one for these drafts"), NULL};

/* What is told of the parts that are unsure; in the register's language. */
static const char *const reviews[] = {"không thấy cơ quan chủ trì", "cơ quan chủ trì lấy theo mục trên", "chủ trì là một nhóm cơ quan", "không thấy thời hạn",
	"thời hạn lấy từ trong câu", "thời hạn chưa rõ", "nhận ra theo cách viết"};

static const char *review_of(struct arena *a, unsigned doubts)
{
	const char *s = NULL;
	for (size_t i = 0; i < sizeof reviews / sizeof *reviews; i++)
		if (doubts & 1u << i)
			s = s ? arena_printf(a, "%s; %s", s, reviews[i]) : reviews[i];
	return s;
}

static void describe(struct tasks_draft *d, struct doc *doc)
{
	const struct meta *m = doc->meta;
	struct meta bare = *m;
	bare.number = (struct text){0};
	d->source = tasks_source(doc);
	d->code = tasks_code(doc);
	doc->meta = &bare;
	d->unnumbered = tasks_source(doc);
	doc->meta = (struct meta *)m;
	d->kind = m->kind.s;
	d->issuer = m->n_issuers ? m->issuers[0].name.s : NULL;
	d->subject = m->subject.s ? utf8_one_line(doc->arena, m->subject.s) : NULL;
	d->date = m->date;
}

static void read_one(struct arena *a, struct tasks_draft *d, struct tasks_result *out, struct diag *g)
{
	struct diag own;
	struct tasks found = {0};
	diag_init(&own, a);
	struct doc *doc = read_draft(a, d->path, &own);
	if (doc && !own.n_errors && compose(doc, &own) == 0) {
		tasks_find(doc, &found);
		describe(d, doc);
	} else {
		d->failed = true;
	}
	diag_take_errors(g, &own);
	if (!d->failed && !found.n)
		diag_put(g, &none, (struct pos){.file = d->path});
	d->n = found.n;
	for (size_t i = 0; i < found.n; i++) {
		struct tasks_row r = {.draft = d, .task = found.v[i], .review = review_of(a, found.v[i].doubts)};
		out->n_review += r.review != NULL;
		ARENA_PUSH(a, out->v, out->n, out->cap, r);
	}
}

static bool is_there(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0;
}

static bool named_xlsx(struct arena *a, const char *path)
{
	size_t n = strlen(path);
	return n > 5 && !strcmp(utf8_lower(a, path + n - 5), ".xlsx");
}

/* The register as it stands; false (noted) if it cannot be read. */
static bool load(struct arena *a, const char *path, const struct reg **out, struct diag *g)
{
	struct diag own;
	if (!is_there(path))
		return true;
	diag_init(&own, a);
	const struct reg *reg = reg_load(a, path, NULL, &own);
	if (!reg) {
		diag_take_errors(g, &own);
		return false;
	}
	if (reg->n_tasks > TASKS_REGISTER_ROWS) {
		diag_put(g, &many_rows, (struct pos){.file = path}, TASKS_REGISTER_ROWS);
		return false;
	}
	*out = reg;
	return true;
}

void tasks_run(struct arena *a, const char *const *drafts, size_t n, const char *output, struct tasks_result *out, struct diag *g)
{
	*out = (struct tasks_result){.drafts = ARENA_ARRAY(a, struct tasks_draft, n + 1), .n_drafts = n};
	for (size_t i = 0; i < n; i++) {
		out->drafts[i].path = drafts[i];
		read_one(a, &out->drafts[i], out, g);
	}
	if (!output)
		return;
	const struct reg *reg = NULL;
	if (!named_xlsx(a, output)) {
		diag_put(g, &no_workbook, (struct pos){.file = output});
		out->failed = true;
		return;
	}
	out->failed = !load(a, output, &reg, g) || !tasks_write(a, output, out, reg, g);
	for (size_t i = 0; i < out->n; i++)
		out->fates[out->v[i].fate]++;
}
