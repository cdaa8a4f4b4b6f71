#ifndef WRITE_CSV_H
#define WRITE_CSV_H
/* A sheet as comma separated values: UTF-8 with its mark, so that spreadsheets read the letters right; CR LF; cells with a comma, a quote
 * or a line end in quotes. The lines above the header and all looks are left out. */
#include "base/buf.h"
#include "model/sheet.h"

void csv_write(const struct sheet_out *s, struct buf *out);
#endif
