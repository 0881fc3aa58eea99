/* acts.h - what people do to the file, one write each, in the district of tests/db/fixture.h. Each
 * is one call of the store: it happens whole or not at all. */
#ifndef DUBAN_TESTS_ACTS_H
#define DUBAN_TESTS_ACTS_H

#include "tests/db/fixture.h"

/* The n-th time that somebody does it; different things each time. 0, or -1 and f->e. */
typedef int act_do(struct fixture *f, int n);

struct act_of_test {
	const char *name;
	act_do *act;
};
extern const struct act_of_test acts[];
extern const int acts_count;

enum { ACT_FILE_BYTES = 300 * 1024 };

/* The content of the n-th file of evidence. The caller frees it. */
char *act_file(int n);

#endif
