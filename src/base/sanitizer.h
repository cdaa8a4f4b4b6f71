#ifndef BASE_SANITIZER_H
#define BASE_SANITIZER_H
/* 1 where the program is built with AddressSanitizer, whose own memory passes any limit, and which sees overflows only between blocks. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZER_ADDRESS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZER_ADDRESS 1
#endif
#endif
#ifndef SANITIZER_ADDRESS
#define SANITIZER_ADDRESS 0
#endif
#endif
