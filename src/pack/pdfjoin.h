#ifndef PACK_PDFJOIN_H
#define PACK_PDFJOIN_H
/* Several PDF files as one, by libqpdf's C API: the pages in order, a bookmark for each part. Same parts, same bytes. What a
 * file holds besides its pages (structure tags, its own outline, page labels) is not taken over. */
#include <stddef.h>
#include "base/arena.h"

enum { PDF_JOIN_PAGES = 200000 };

struct pdf_part {
	const char *path;
	const char *title;     /* of its bookmark, UTF-8 */
	size_t first, n_pages; /* set: its pages in the joined file, from 1 */
};
/* Writes the parts into the file out, which must not be one of them. However many they are, few are open at a time and memory
 * grows only with the number of pages: parts are joined by the hundred into files beside out first. 0, or -1: *which is the file that
 * could not be read or written, *why a static text, N_(). */
int pdf_join(struct arena *a, struct pdf_part *v, size_t n, const char *out, const char **which, const char **why);
#endif
