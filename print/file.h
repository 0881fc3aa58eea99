/* file.h - a finished text into a file. */
#ifndef DUBAN_PRINT_FILE_H
#define DUBAN_PRINT_FILE_H

#include "core/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether there is such a file that would be replaced (a device or a pipe is none), and since when
 * (UTC of its last change). */
bool print_file_exists(const char *path, int64_t *changed_at);
/* Written beside its place and then moved there, so that a full disk leaves the old one. */
int print_write_file(const char *path, const char *text, size_t nbytes, struct err *e);

#endif
