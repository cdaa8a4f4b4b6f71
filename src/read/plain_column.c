#include "read/plain.h"
size_t plain_columns(struct plain *p, size_t i)
{
	(void)p;
	return i;
}
