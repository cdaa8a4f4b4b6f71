#ifndef CLI_CHECK_OUT_H
#define CLI_CHECK_OUT_H
/* What vanban check says: for people, as JSON, as SARIF 2.1.0. */
#include "base/buf.h"
#include "run/check.h"

/* A line a finding and one for the draft; verdicts: a line for each rule, too. */
void check_text(struct buf *b, const char *draft, const struct checked *c, bool quiet, bool verdicts);
/* An object for the draft. */
void check_json(struct buf *b, const char *draft, const struct checked *c);
/* The head of a SARIF file with the rules; the results of one draft (*n counts them all); its end. */
void check_sarif_begin(struct buf *b, const char *version);
void check_sarif(struct buf *b, const struct checked *c, size_t *n);
void check_sarif_end(struct buf *b);
/* The rules, a line each. */
void check_list(struct buf *b);
#endif
