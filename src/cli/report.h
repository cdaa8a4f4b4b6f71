#ifndef CLI_REPORT_H
#define CLI_REPORT_H
/* What a command tells: findings as file:line:column lines on standard error, results as JSON on standard output. */
#include <stdio.h>
#include "base/diag.h"
#include "base/buf.h"
#include "base/json.h"

/* Prints the findings in order; quiet: errors alone. Control characters of hostile inputs are not passed to the terminal. */
void report_findings(FILE *f, const struct diag *g, bool quiet);
/* The same from finding number from (from 0) on. */
void report_from(FILE *f, const struct diag *g, size_t from, bool quiet);
/* The same of one document among many, each line with its key. */
void report_document(FILE *f, const struct diag *g, const char *key, bool quiet);
/* The findings as a JSON array. */
void json_findings(struct buf *b, const struct diag *g);
/* Ends a command's result, a JSON map that has members: puts ,"findings":[…],"status":N} and prints it. Returns the status, EXIT_UNUSABLE if it
 * could not be written. */
int json_end(struct buf *b, const struct diag *g, int status);
/* Prints the buffer and a newline on standard output; -1 if it could not be written. */
int json_print(const struct buf *b);
#endif
