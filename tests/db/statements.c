/* Reads the library as bytes: texts in it end with a zero byte. */
#include "tests/db/statements.h"

#include "tests/support/tmp.h"

#include <criterion/criterion.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const beginnings[] = {"SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ",
					 "WITH "};

static bool is_statement(const char *s)
{
	for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
		if (strncmp(s, beginnings[i], strlen(beginnings[i])) == 0)
			return strlen(s) > strlen(beginnings[i]);
	}
	return false;
}

/* BUILD/libdb.a beside this program, BUILD/tests/db. */
static char *read_library(size_t *nbytes)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 32);

	cr_assert_gt(n, 0);
	path[n] = '\0';
	strcpy(strstr(path, "/tests/db"), "/libdb.a");
	return tmp_read(path, nbytes);
}

int statements_each(void (*check)(const char *text))
{
	size_t nbytes;
	char *library = read_library(&nbytes);
	int n = 0;

	cr_assert_not_null(library);
	for (const char *s = library, *last = library + nbytes; s < last; s += strlen(s) + 1) {
		if (is_statement(s)) {
			check(s);
			n++;
		}
	}
	free(library);
	return n;
}
