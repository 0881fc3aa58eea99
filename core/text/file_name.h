/* file_name.h - the name that a file comes with, made fit to keep, to show, and to be saved under
 * on any system. */
#ifndef DUBAN_CORE_FILE_NAME_H
#define DUBAN_CORE_FILE_NAME_H

#include "core/err.h"
#include "core/mem.h"

enum { FILE_NAME_MAX = 200 }; /* bytes: so that a system that takes 255 has room for more */

/*
 * The last part of a path of either kind of system, as clean text of one line (utf8_clean_line());
 * what systems do not take in a name, or a shell reads inside of quotation marks, becomes "_"; no
 * dots, dashes or blanks before it, no dots or blanks behind, no name of a device. One that is too
 * long loses the end of what stands before its suffix. In the arena; NULL and ERR_INPUT, field
 * "name", when it is not UTF-8 or nothing is left. A name that it gave stays as it is.
 */
const char *file_name_clean(struct arena *a, const char *typed, struct err *e);

/* The suffix from its dot on, "" when there is none. */
const char *file_name_suffix(const char *name);

#endif
