#ifndef BASE_HEAP_H
#define BASE_HEAP_H
/* Tells malloc to keep what it got from the system between jobs. By default it gives back the top of the heap at each
 * free and maps big pieces anew, and the page faults cost more than the work: a package of ten members takes 0.88 ms
 * instead of 0.27. Called once, first thing in main. */
void heap_init(void);
#endif
