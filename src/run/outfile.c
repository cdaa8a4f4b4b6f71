#include "run/outfile.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include "base/file.h"
#include "run/msg.h"

const char *outfile_put(const struct buf *b, const char *to, bool force, struct diag *g)
{
	struct pos pos = {.file = to};
	struct stat st;
	int err;

	if (strcmp(to, "-") == 0) {
		if (fwrite(b->data, 1, b->len, stdout) == b->len && fflush(stdout) == 0)
			return to;
		diag_put(g, &RUN_CANNOT_WRITE, pos, strerror(errno));
		return NULL;
	}
	if (!force && lstat(to, &st) == 0) {
		diag_put(g, &RUN_FILE_EXISTS, pos);
		return NULL;
	}
	err = file_write(to, b->data, b->len);
	if (err != 0) {
		diag_put(g, &RUN_CANNOT_WRITE, pos, strerror(err));
		return NULL;
	}
	return to;
}
