#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H
/* A bar with rate and time left on a terminal; in a pipe nothing. */
#include <stdbool.h>
#include <stddef.h>

struct progress {
	bool on;                  /* standard error is a terminal, and the bar was not asked away */
	bool shown;
	double began, drawn;      /* seconds of the clock */
};
/* Begins at zero; quiet: never shown. */
void progress_begin(struct progress *p, bool quiet);
/* Draws the bar anew, at most ten times a second unless all is done. skipped: how many of done took no work. */
void progress_show(struct progress *p, size_t done, size_t total, size_t skipped, size_t failed);
/* Takes the bar away, before anything else is printed. */
void progress_clear(struct progress *p);
#endif
