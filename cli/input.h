/* input.h - bytes and answers from outside. */
#ifndef DUBAN_CLI_INPUT_H
#define DUBAN_CLI_INPUT_H

#include "core/err.h"
#include "core/mem.h"

#include <stdbool.h>
#include <stddef.h>

enum { INPUT_MAX = 64 << 20 }; /* bytes of a file that is read */

/* The whole file, in the arena. Missing, a directory, unreadable, too large: each its sentence. */
int input_read_file(struct arena *a, const char *path, const char **bytes, size_t *nbytes,
		    struct err *e);

/* Whether somebody is there to ask. */
bool input_can_ask(void);
/* Prints the question (translated, without "[y/N]") and waits for y, yes or 是 and Enter. */
bool input_ask(const char *question);

#endif
