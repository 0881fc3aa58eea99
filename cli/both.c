/* Two values of each thing that differs, one line under the other. */
#include "cli/both.h"

#include "core/date.h"
#include "core/i18n.h"

#include <stdio.h>
#include <string.h>

void both_print(const struct both *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].now, rows[i].yours) != 0)
			fprintf(stderr, _("%s\n  by now: %s\n  yours:  %s\n"), rows[i].what,
				rows[i].now, rows[i].yours);
}

void both_print_done(const char *state, const char *by, int64_t at, const char *answer)
{
	char when[TIME_TEXT];

	fprintf(stderr, *answer ? "%s, %s, %s: %s\n" : "%s, %s, %s%s\n", state, by,
		time_format_local(at, when), answer);
}
