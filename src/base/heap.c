#include "base/heap.h"

#include <stdlib.h> /* brings __GLIBC__ */

#ifdef __GLIBC__
#include <malloc.h>
#endif

void heap_init(void)
{
#ifdef __GLIBC__
	enum { KIB = 1024, MIB = 1024 * KIB };
	mallopt(M_MMAP_THRESHOLD, 4 * MIB); /* bigger pieces (pictures) do go back */
	mallopt(M_TRIM_THRESHOLD, 16 * MIB);
	mallopt(M_TOP_PAD, 512 * KIB);
#endif
}
