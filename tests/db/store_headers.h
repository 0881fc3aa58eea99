/* store_headers.h - what the headers of the store say, for tests that must not forget a function.
 */
#ifndef DUBAN_TESTS_DB_STORE_HEADERS_H
#define DUBAN_TESTS_DB_STORE_HEADERS_H

/* Shows each write by a person that is given the version that was read, alone or as part of a row
 * (or, where there may be no row, the value): header and name. Returns how many there are. */
int store_headers_versioned(void (*see)(const char *path, const char *name));

#endif
