/* spool.h - handing a finished text to the printing system of the server. */
#ifndef DUBAN_PRINT_SPOOL_H
#define DUBAN_PRINT_SPOOL_H

#include "core/err.h"

#include <stddef.h>

/*
 * Gives the text to `lp -d printer -t title`; printer "": the one that is set as default. Where a
 * line is too long for A4 upright, lp is asked for smaller characters. Waits until lp has taken it.
 * ERR_INPUT for a name that can be no printer, ERR_IO when lp is missing or refuses (the sentence
 * holds what lp said).
 */
int spool_print(const char *printer, const char *title, const char *text, size_t nbytes,
		struct err *e);

#endif
