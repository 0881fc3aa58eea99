/* store_writes.h - what the sources of the store say, for tests that must not forget a function. */
#ifndef DUBAN_TESTS_DB_STORE_WRITES_H
#define DUBAN_TESTS_DB_STORE_WRITES_H

/* Shows each function of the store's face that writes by a person (its body begins a write, see
 * store_internal.h): source and name. Returns how many there are. */
int store_writes(void (*see)(const char *path, const char *name));

#endif
