#ifndef BASE_SHA256_H
#define BASE_SHA256_H
/* SHA-256 (FIPS 180-4) of a run of bytes, as 64 small hexadecimal digits: the name of a file's content. */
#include <stddef.h>
void sha256_hex(const void *data, size_t n, char out[65]);
#endif
