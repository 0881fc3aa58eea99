/* both.h - a write was refused because somebody was faster: what stands there by now beside what
 * was to be written, so that whoever gave the command sees both. */
#ifndef DUBAN_CLI_BOTH_H
#define DUBAN_CLI_BOTH_H

#include <stddef.h>
#include <stdint.h>

struct both {
	const char *what; /* translated: "title" */
	const char *now, *yours;
};

/* The rows in which they differ, on standard error. */
void both_print(const struct both *rows, size_t n);

/* What somebody has decided or answered before, with the time in UTC, on standard error. */
void both_print_done(const char *state, const char *by, int64_t at, const char *answer);

#endif
