#ifndef BASE_DIFF_H
#define BASE_DIFF_H
/* Which elements of two lists of numbers stand in both, in order: Myers' difference in linear space. */
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

#define DIFF_NONE SIZE_MAX
/* Fills in a_to[n_a] and b_to[n_b]: the partner of each element in the other list, or DIFF_NONE. Lists that differ in more
 * than about max_cost elements at one place get an answer that is right but not the shortest; the time is bounded by
 * (n_a + n_b) × max_cost. */
void diff_lists(struct arena *a, const uint32_t *a_v, size_t n_a, const uint32_t *b_v, size_t n_b, size_t max_cost,
	size_t *a_to, size_t *b_to);
#endif
