/* file.h - a finished text into a file. */
#ifndef DUBAN_PRINT_FILE_H
#define DUBAN_PRINT_FILE_H

#include "core/err.h"

#include <stddef.h>

/* Written beside its place and then moved there, so that a full disk leaves the old one. */
int print_write_file(const char *path, const char *text, size_t nbytes, struct err *e);

#endif
