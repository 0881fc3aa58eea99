/* file_check.h - what SQLite itself says of a database file. */
#ifndef DUBAN_TESTS_FILE_CHECK_H
#define DUBAN_TESTS_FILE_CHECK_H

/* NULL when PRAGMA integrity_check and foreign_key_check find nothing; else what they say. The
 * caller frees it. */
char *file_fault(const char *path);

#endif
