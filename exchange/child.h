/* child.h - starting other programs, without a shell. What they read is an unnamed file in memory
 * and no pipe, so that neither side waits for the other or dies of a closed pipe. */
#ifndef DUBAN_EXCHANGE_CHILD_H
#define DUBAN_EXCHANGE_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* All the bytes; -1 and errno. */
int child_write(int fd, const char *bytes, size_t nbytes);
/* A file with these bytes, at its beginning; -1 and errno. */
int child_input(const char *name, const char *bytes, size_t nbytes);

struct child_start {
	const char *const *argv;
	const char *program; /* a path; or NULL: argv[0], found by PATH */
	int input, output;
	int errors; /* -1: thrown away */
	bool group; /* in a process group of its own, so that what it starts ends with it */
};
/* It takes no signal mask and no ignored signals of ours with it. 0, or a number of errno. */
int child_spawn(pid_t *pid, const struct child_start *start);

#endif
