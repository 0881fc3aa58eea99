/* content.h - what a file holds, as SQLite alone reads it, made small enough to compare. */
#ifndef DUBAN_TESTS_CONTENT_H
#define DUBAN_TESTS_CONTENT_H

#include <stdbool.h>

#define CONTENT_TEXT 65 /* SHA-256 in hexadecimal and the zero byte */

/* Of all rows of all tables, or of the tables named (ends in NULL). False: it cannot be read. */
bool content_of(const char *path, char out[CONTENT_TEXT]);
bool content_of_tables(const char *path, const char *const *tables, char out[CONTENT_TEXT]);

#endif
