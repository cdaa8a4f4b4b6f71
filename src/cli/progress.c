#include "cli/progress.h"
#include <stdio.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#include "base/buf.h"
#include "base/i18n.h"

#define BAR_WIDTH 24
#define NARROWEST 60      /* columns below which the bar itself is left out */

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void progress_begin(struct progress *p, bool quiet)
{
	*p = (struct progress){.on = !quiet && isatty(STDERR_FILENO) == 1, .began = now()};
}

static unsigned columns(void)
{
	struct winsize w;

	return ioctl(STDERR_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col > 0 ? w.ws_col : 80;
}

static void put_time(struct buf *b, double seconds)
{
	unsigned long s = seconds > 0 && seconds < 1e7 ? (unsigned long)(seconds + 0.5) : 0;

	if (s >= 3600)
		buf_printf(b, "%lu:%02lu:%02lu", s / 3600, s / 60 % 60, s % 60);
	else
		buf_printf(b, "%lu:%02lu", s / 60, s % 60);
}

void progress_show(struct progress *p, size_t done, size_t total, size_t skipped, size_t failed)
{
	double t = now(), rate, passed;
	struct buf b = BUF_INIT;
	size_t filled = total > 0 ? done * BAR_WIDTH / total : 0;

	if (!p->on || total == 0 || (t - p->drawn < 0.1 && done < total))
		return;
	p->drawn = t;
	passed = t - p->began;
	rate = passed > 0.5 && done > skipped ? (double)(done - skipped) / passed : 0;
	buf_puts(&b, "\r\033[K");
	if (columns() >= NARROWEST) {
		buf_putc(&b, '[');
		for (size_t i = 0; i < BAR_WIDTH; i++)
			buf_putc(&b, i < filled ? '#' : '-');
		buf_puts(&b, "] ");
	}
	buf_printf(&b, "%zu/%zu", done, total);
	if (rate > 0) {
		buf_puts(&b, "  ");
		buf_printf(&b, _("%.1f a second"), rate);
		if (done < total) {
			buf_puts(&b, "  ");
			buf_puts(&b, _("left"));
			buf_putc(&b, ' ');
			put_time(&b, (double)(total - done) / rate);
		}
	}
	if (failed > 0) {
		buf_puts(&b, "  ");
		buf_printf(&b, _("%zu failed"), failed);
	}
	if (!b.failed)
		fwrite(b.data, 1, b.len, stderr);
	fflush(stderr);
	p->shown = true;
	buf_free(&b);
}

void progress_clear(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
}
