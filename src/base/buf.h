#ifndef BASE_BUF_H
#define BASE_BUF_H
/* A growing run of bytes on the heap. The first error sticks and is looked at once, at the end. */
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct buf {
	char *data;    /* always NUL-terminated once anything was put; NULL when empty */
	size_t len, cap;
	size_t limit;  /* 0: none; growing past it sets failed */
	bool failed;
};
#define BUF_INIT {0}
void buf_free(struct buf *b);
void buf_clear(struct buf *b); /* keeps the memory */
void buf_put(struct buf *b, const void *p, size_t n);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
__attribute__((format(printf, 2, 3))) void buf_printf(struct buf *b, const char *fmt, ...);
#endif
