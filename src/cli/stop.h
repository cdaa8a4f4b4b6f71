#ifndef CLI_STOP_H
#define CLI_STOP_H
/* Interruption (Ctrl-C, SIGTERM, SIGHUP): work ends at the next safe place, so that nothing half-written stays. */
#include <signal.h>

/* Not 0 once a signal came: looked at between two outputs, and between two documents. */
extern volatile sig_atomic_t stop_asked;
/* Begins to note signals; a second one ends the process. A file size limit becomes an error of write, told like a full disk. */
void stop_catch(void);
#endif
