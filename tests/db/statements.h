/* statements.h - all statements of the store. They are constant texts, so they stand in its
 * library: every text in it that begins like one is looked at, whether a test runs it or not. */
#ifndef DUBAN_TESTS_DB_STATEMENTS_H
#define DUBAN_TESTS_DB_STATEMENTS_H

/* How many there are. */
int statements_each(void (*check)(const char *text));

#endif
