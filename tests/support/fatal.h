/* fatal.h - the harness itself has failed (no pipe, no terminal, no disk): say so and abort. */
#ifndef DUBAN_TESTS_FATAL_H
#define DUBAN_TESTS_FATAL_H

/* Prints "tests: WHAT: strerror(errno)". */
void fatal_errno(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));

#endif
