#ifndef BASE_SHA256_H
#define BASE_SHA256_H
/* SHA-256 (FIPS 180-4) of a run of bytes, as 64 small hexadecimal digits: the name of a file's content. */
#include <stddef.h>
#include <stdint.h>
void sha256_hex(const void *data, size_t n, char out[65]);

/* The same in pieces. */
struct sha256 { uint32_t h[8]; uint64_t n; uint8_t block[64]; };
void sha256_begin(struct sha256 *s);
void sha256_put(struct sha256 *s, const void *data, size_t n);
void sha256_end(struct sha256 *s, char out[65]);
/* Of a file of any size; 0, or an errno value, then out is "". */
int sha256_file(const char *path, char out[65]);
#endif
