/* The end of a harness that cannot go on. */
#include "tests/support/fatal.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fatal_errno(const char *fmt, ...)
{
	int error = errno;
	va_list ap;

	fputs("tests: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fprintf(stderr, ": %s\n", strerror(error));
	abort();
}
