#ifndef BASE_ARENA_H
#define BASE_ARENA_H
/* Memory that dies together is allocated together: one arena a job. Lack of memory ends the process
 * (status 2, a message on stderr): only a worker dies of it. */
#include <stdarg.h>
#include <stddef.h>

struct arena;
struct arena *arena_new(void);
/* Frees all memory of the arena after running its registered closers, last first; NULL is accepted. */
void arena_free(struct arena *a);
/* Empties the arena for the next job (closers run), keeping its first blocks. */
void arena_reset(struct arena *a);
/* Zeroed memory, aligned for any type. Never returns NULL; n = 0 gives a valid pointer. */
void *arena_alloc(struct arena *a, size_t n);
/* As arena_alloc for n elements of the given size; a product that overflows counts as lack of memory. */
void *arena_array(struct arena *a, size_t n, size_t size);
/* Grows an array of the arena: returns items with room for n + 1 elements of the given size, *cap updated. */
void *arena_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t size);
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
__attribute__((format(printf, 2, 3))) char *arena_printf(struct arena *a, const char *fmt, ...);
__attribute__((format(printf, 2, 0))) char *arena_vprintf(struct arena *a, const char *fmt, va_list ap);
/* Registers fn(p) to be run when the arena is freed or reset. */
void arena_closer(struct arena *a, void (*fn)(void *), void *p);
/* Bytes handed out since the last reset. */
size_t arena_used(const struct arena *a);

#define ARENA_NEW(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define ARENA_ARRAY(a, T, n) ((T *)arena_array((a), (n), sizeof(T)))
/* Appends v to the array named: needs variables items, n_items, cap_items alike: ARENA_PUSH(a, x->runs, x->n_runs, cap, run) */
#define ARENA_PUSH(a, items, n, cap, v) \
	((items) = arena_grow((a), (items), (n), &(cap), sizeof *(items)), (items)[(n)++] = (v))
#endif
