/* Reads the sources of the store as text: which functions begin a write. */
#include "tests/db/store_writes.h"

#include "core/mem.h"
#include "tests/support/tmp.h"

#include <criterion/criterion.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* Functions stand at the beginning of a line and end in a brace that does. */
static int read_source(const char *path, void (*see)(const char *path, const char *name))
{
	char *text = tmp_read(path, NULL), *at = text, *end;
	int n = 0;

	while ((at = strstr(at, "\nint store_")) && (end = strstr(at, "\n}"))) {
		char *name = at + strlen("\nint ");
		char *begins = strstr(at, "write_begin(");

		at = end;
		if (!begins || begins > end)
			continue;
		name = xasprintf("%.*s", (int)strcspn(name, "("), name);
		see(path, name);
		free(name);
		n++;
	}
	free(text);
	return n;
}

int store_writes(void (*see)(const char *path, const char *name))
{
	static const char *const rooms[] = {"db",      "db/cycle",  "db/people",
					    "db/plan", "db/report", "db/search"};
	int n = 0;

	for (size_t i = 0; i < sizeof rooms / sizeof rooms[0]; i++) {
		DIR *dir = opendir(rooms[i]);
		const struct dirent *d;

		cr_assert(dir, "not in the folder of the project");
		while ((d = readdir(dir))) {
			char *path = xasprintf("%s/%s", rooms[i], d->d_name);
			const char *ending = strrchr(d->d_name, '.');

			if (ending && strcmp(ending, ".c") == 0)
				n += read_source(path, see);
			free(path);
		}
		closedir(dir);
	}
	return n;
}
