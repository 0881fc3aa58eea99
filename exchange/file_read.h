/* file_read.h - the bytes of a file that somebody named. */
#ifndef DUBAN_EXCHANGE_FILE_READ_H
#define DUBAN_EXCHANGE_FILE_READ_H

#include "core/err.h"
#include "core/mem.h"

#include <stddef.h>

enum { FILE_READ_MAX = 64 << 20 }; /* bytes of a file that is read */

/* The path of the standard input, whatever that is. */
#define FILE_READ_STDIN "/dev/stdin"

/* The whole file, in the arena, a zero byte behind it. Missing, a directory, unreadable, too large:
 * each its sentence, which names the file. While nothing comes the watch of transfer.h is asked. */
int file_read(struct arena *a, const char *path, const char **bytes, size_t *nbytes, struct err *e);

#endif
