/* file_check.h - what SQLite itself finds in a database file. */
#ifndef DUBAN_TESTS_FILE_CHECK_H
#define DUBAN_TESTS_FILE_CHECK_H

#include <sqlite3.h>

/* Past the program, but with the sums of pages that it keeps: for tests that change or lock what is
 * in a file. Closed by sqlite3_close(). */
sqlite3 *file_open(const char *path);
/* As another program does it, the shell sqlite3 or the like, which knows nothing of sums. */
void file_alter(const char *path, const char *sql);
/* NULL when PRAGMA integrity_check and foreign_key_check find nothing; else what they say. The
 * caller frees it. */
char *file_fault(const char *path);
/* The first column of the first row of a query; NULL when there is no row. The caller frees it. */
char *file_text(const char *path, const char *sql);

#endif
