/* sql_file.h - the file of a database as a file. */
#ifndef DUBAN_DB_SQL_FILE_H
#define DUBAN_DB_SQL_FILE_H

#include "core/err.h"

#include <stdbool.h>

/* The file exists from here on with mode 0600, empty, so that the engine never makes a wider one.
 * ERR_EXISTS, ERR_IO. */
int sql_file_make(const char *path, struct err *e);
/* Whether a write-ahead log with something in it lies beside it. */
bool sql_file_has_log(const char *path);
/* "file:PATH?immutable=1": the file read as one that does not change. The caller frees it. */
char *sql_file_uri(const char *path);

#endif
