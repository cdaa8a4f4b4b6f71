/* Figures of speed and memory.   usage: bench VANBAN FOLDER [DOCUMENTS]
 * VANBAN is the program (for cold processes), FOLDER holds three-pages.md, report.md and letter.md; DOCUMENTS (10,000) are made in one
 * process for the figures of memory. CPU time, medians. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "model/pages.h"
#include "base/heap.h"
#include "base/file.h"
#include "check/rule.h"
#include "run/job.h"
#include "write/write.h"

#define RUNS 201
#define COLD_RUNS 21

enum { READ, LAYOUT, DOCX, PDF, STEPS };
static const char *const step_names[STEPS] = { "read and compose", "layout", "DOCX", "PDF" };

struct figures {
	double ms[STEPS][RUNS];
	size_t pages, bytes[STEPS];
};

static double cpu_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_value(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;

	return (a > b) - (a < b);
}

static double median(double *v, size_t n)
{
	qsort(v, n, sizeof *v, by_value);
	return v[n / 2];
}

static void die(const char *what, const struct diag *g)
{
	fprintf(stderr, "bench: %s: %s\n", what, g != NULL && g->n > 0 ? g->items[0].text : "failed");
	exit(2);
}

/* One document, each step timed into run i of f. */
static void once(struct press *p, const char *draft, struct buf *out, struct figures *f, size_t i)
{
	static const char *const formats[STEPS] = { [DOCX] = "docx", [PDF] = "pdf" };
	struct job job = { .draft = draft };
	struct write_job w = { .dpi = 150 };
	struct diag g;
	double t = cpu_ms(), now;

	press_begin(p, &g);
	w.doc = press_read(p, &job, &g);
	if (w.doc == NULL)
		die(draft, &g);
	now = cpu_ms();
	f->ms[READ][i] = now - t;
	t = now;
	w.pages = press_layout(p, w.doc, /*fit*/false, &g);
	if (w.pages == NULL)
		die(draft, &g);
	now = cpu_ms();
	f->ms[LAYOUT][i] = now - t;
	w.fonts = press_fonts(p, &g);
	f->pages = w.pages->n;
	for (int s = DOCX; s <= PDF; s++) {
		t = cpu_ms();
		buf_clear(out);
		if (writer_find(formats[s])->write(&w, out, &g) != 0)
			die(formats[s], &g);
		f->ms[s][i] = cpu_ms() - t;
		f->bytes[s] = out->len;
	}
}

static void warm(struct press *p, const char *draft, double goal_docx, double goal_pdf)
{
	static struct figures f;
	struct buf out = BUF_INIT;
	double m[STEPS], docx, pdf;

	for (size_t i = 0; i < 20; i++)
		once(p, draft, &out, &f, i);
	for (size_t i = 0; i < RUNS; i++)
		once(p, draft, &out, &f, i);
	printf("%s: %zu pages, DOCX %zu bytes, PDF %zu bytes; ms of CPU, median of %d, warm\n", draft, f.pages, f.bytes[DOCX], f.bytes[PDF], RUNS);
	for (int s = 0; s < STEPS; s++) {
		m[s] = median(f.ms[s], RUNS);
		printf("  %-18s %8.2f\n", step_names[s], m[s]);
	}
	docx = m[DOCX];
	pdf = m[READ] + m[LAYOUT] + m[PDF];
	printf("  %-18s %8.2f   %.2f of the goal of %.1f\n", "DOCX alone", docx, docx / goal_docx, goal_docx);
	printf("  %-18s %8.2f   %.2f of the goal of %.1f\n", "PDF from the draft", pdf, pdf / goal_pdf, goal_pdf);
	printf("  %-18s %8.2f   %.2f of the goal of %.1f\n", "both files", docx + pdf, (docx + pdf) / (goal_docx + goal_pdf), goal_docx + goal_pdf);
	buf_free(&out);
}

/* A letter whose end alone falls on a second page: laid out, and laid out and fitted. */
static void fitting(struct press *p, const char *draft)
{
	double ms[2][RUNS], m[2];
	struct job job = { .draft = draft };
	struct diag g;

	for (size_t i = 0; i < RUNS; i++)
		for (int fit = 0; fit < 2; fit++) {
			struct doc *d = (press_begin(p, &g), press_read(p, &job, &g));
			double t = cpu_ms();

			if (d == NULL || press_layout(p, d, fit, &g) == NULL)
				die(draft, &g);
			ms[fit][i] = cpu_ms() - t;
		}
	for (int fit = 0; fit < 2; fit++)
		m[fit] = median(ms[fit], RUNS);
	printf("%s: fitted to its pages in %.2f ms of CPU, laid out in %.2f: %.2f times one layout, %.2f of the goal of 3\n",
		draft, m[1], m[0], m[1] / m[0], m[1] / m[0] / 3);
}

static double cold_once(const char *vanban, const char *draft, const char *folder, long *rss_kb)
{
	struct rusage u;
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		execl(vanban, vanban, "render", draft, "-q", "-o", folder, (char *)NULL);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &u) < 0 || status != 0)
		die(vanban, NULL);
	*rss_kb = u.ru_maxrss;
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1e3 + (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e3;
}

static void cold(const char *vanban, const char *draft, double goal)
{
	char folder[] = "/tmp/vanban-bench-XXXXXX", command[64];
	double ms[COLD_RUNS], m;
	long rss = 0;

	if (mkdtemp(folder) == NULL)
		die("mkdtemp", NULL);
	cold_once(vanban, draft, folder, &rss);
	for (size_t i = 0; i < COLD_RUNS; i++)
		ms[i] = cold_once(vanban, draft, folder, &rss);
	m = median(ms, COLD_RUNS);
	printf("%s: a process of its own, both files: %.1f ms of CPU (median of %d), %.2f of the goal of %.0f; %.1f MB at most\n",
		draft, m, COLD_RUNS, m / goal, goal, (double)rss / 1024.0);
	snprintf(command, sizeof command, "rm -rf %s", folder);
	if (system(command) != 0)
		perror(folder);
}

static double rss_mb(void)
{
	FILE *f = fopen("/proc/self/statm", "r");
	unsigned long all = 0, resident = 0;

	if (f == NULL || fscanf(f, "%lu %lu", &all, &resident) != 2)
		resident = 0;
	if (f != NULL)
		fclose(f);
	return (double)resident * (double)sysconf(_SC_PAGESIZE) / 1048576.0;
}

static void memory(struct press *p, const char *draft, size_t documents)
{
	static struct figures f;
	struct buf out = BUF_INIT;
	struct rusage u;
	double first = 0;

	printf("%s: memory of one process (MB resident after so many documents):", draft);
	for (size_t i = 1; i <= documents; i++) {
		once(p, draft, &out, &f, i % RUNS);
		if (i == 10 || i == 100 || i == 1000 || i == 10000 || i == documents)
			printf(" %zu: %.1f", i, rss_mb());
		if (i == 100 || (i == documents && first == 0))
			first = rss_mb();
		fflush(stdout);
	}
	getrusage(RUSAGE_SELF, &u);
	printf("; at most %.1f, %.2f of the goal of 40; %.3f of that after 100\n", (double)u.ru_maxrss / 1024.0,
		(double)u.ru_maxrss / 1024.0 / 40.0, rss_mb() / first);
	buf_free(&out);
}

/* The rules over a draft of ten pages or more: the text of another, several times. */
static void checks(struct press *p, const char *draft, double goal)
{
	static double ms[RUNS];
	struct arena *a = arena_new();
	struct buf text = BUF_INIT;
	struct diag g;
	struct job job = { .draft = draft };
	struct check_report r;
	struct doc *d;
	struct pages *pages;
	char *data;
	size_t n;
	const char *body;
	double m;

	if (file_read(a, draft, 1 << 20, &data, &n) != 0 || (body = strstr(data + 3, "\n---\n")) == NULL)
		die(draft, NULL);
	buf_puts(&text, data);
	for (int i = 0; i < 3; i++)
		buf_puts(&text, body + strlen("\n---\n"));
	press_begin(p, &g);
	job.text = text.data;
	job.n_text = text.len;
	d = press_read(p, &job, &g);
	pages = d != NULL ? press_layout(p, d, /*fit*/false, &g) : NULL;
	if (pages == NULL)
		die(draft, &g);
	for (size_t i = 0; i < RUNS; i++) {
		struct arena *own = arena_new();
		struct check_input in = { d, pages, text.data, text.len, LEVEL_INFO };
		double t = cpu_ms();

		check_document(own, &in, &r);
		ms[i] = cpu_ms() - t;
		arena_free(own);
	}
	m = median(ms, RUNS);
	printf("%s four times: all rules over %zu pages: %.2f ms of CPU, %.2f of the goal of %.0f for ten pages\n", draft, pages->n, m, m * 10 / (double)pages->n / goal, goal);
	buf_free(&text);
	arena_free(a);
}

int main(int argc, char **argv)
{
	char three[4096], report[4096], letter[4096];
	struct press *p;

	heap_init();
	if (argc < 3) {
		fputs("usage: bench VANBAN FOLDER [DOCUMENTS]\n", stderr);
		return 2;
	}
	snprintf(three, sizeof three, "%s/three-pages.md", argv[2]);
	snprintf(letter, sizeof letter, "%s/letter.md", argv[2]);
	snprintf(report, sizeof report, "%s/report.md", argv[2]);
	p = press_new(NULL);
	checks(p, three, 10.0);
	warm(p, three, 1.0, 10.0);
	warm(p, report, 1.5, 14.0);
	fitting(p, letter);
	cold(argv[1], three, 40.0);
	memory(p, three, argc > 3 ? strtoul(argv[3], NULL, 10) : 10000);
	press_free(p);
	return 0;
}
