/* golden.h - what was rendered compared with what somebody has looked at and found right. */
#ifndef DUBAN_TESTS_PRINT_GOLDEN_H
#define DUBAN_TESTS_PRINT_GOLDEN_H

/* Fails the test, naming the first line that differs, unless text is the contents of
 * tests/print/golden/NAME. With GOLDEN_UPDATE in the environment writes that file instead. */
void golden_check(const char *name, const char *text);

#endif
