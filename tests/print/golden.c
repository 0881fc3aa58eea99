/* Golden files of the tests of print/, read from the root of the source tree. */
#include "golden.h"

#include "core/mem.h"
#include "tests/support/tmp.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void update(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	cr_assert_not_null(f, "cannot write %s", path);
	cr_assert_geq(fputs(text, f), 0);
	cr_assert_eq(fclose(f), 0);
}

/* Number of the first line that differs, and both lines. */
static void fail_at_difference(const char *path, const char *golden, const char *text)
{
	int line = 1;
	const char *g = golden, *t = text;

	for (; *golden && *golden == *text; golden++, text++)
		if (*golden == '\n') {
			line++;
			g = golden + 1;
			t = text + 1;
		}
	cr_assert(false, "%s: line %d is not\n%.*s\nbut\n%.*s", path, line, (int)strcspn(g, "\n"),
		  g, (int)strcspn(t, "\n"), t);
}

void golden_check(const char *name, const char *text)
{
	char *path = xasprintf("tests/print/golden/%s", name);

	if (getenv("GOLDEN_UPDATE"))
		update(path, text);
	char *golden = tmp_read(path, NULL);
	cr_assert_not_null(golden, "no file %s", path);
	if (strcmp(golden, text) != 0)
		fail_at_difference(path, golden, text);
	free(golden);
	free(path);
}
