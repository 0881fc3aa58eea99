/* Reads the headers of the store as text: which writes take the version of a row. */
#include "tests/db/store_headers.h"

#include "core/mem.h"
#include "tests/support/tmp.h"

#include <criterion/criterion.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The structs of core that have a version, each between blanks. */
static char *versioned_structs(void)
{
	static const char *const headers[] = {"core/model.h", "core/rule/entry.h",
					      "core/rule/request.h", "core/rule/notice.h",
					      "db/report/store_report.h"};
	struct strbuf names = STRBUF_INIT;

	/* in which a plan_standing is */
	strbuf_printf(&names, " plan_diff ");
	for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++) {
		char *text = tmp_read(headers[i], NULL), *at = text;

		cr_assert_not_null(text, "not in the folder of the project");
		while ((at = strstr(at, "\nstruct "))) {
			char *open = strchr(at + 1, '{'), *close = strstr(at + 1, "\n}");
			char *line = strchr(at + 1, '\n');

			at += strlen("\nstruct ");
			if (!open || !close || !line || open > line)
				continue;
			char *version = strstr(open, "version");
			if (version && version < close)
				strbuf_printf(&names, " %.*s ", (int)strcspn(at, " {"), at);
		}
		free(text);
	}
	return names.s;
}

/* Whether it writes by a person, and is given a version, alone or in what it reads from. */
static bool takes_version(const char *params, const char *structs)
{
	static const char given[] = "const struct ";

	if (!strstr(params, "const struct actor *who"))
		return false;
	if (strstr(params, "version") || strstr(params, "const char *read,"))
		return true;
	for (const char *at = params; (at = strstr(at, given)); at++) {
		char name[64];

		snprintf(name, sizeof name, " %.*s ", (int)strcspn(at + strlen(given), " *"),
			 at + strlen(given));
		if (strstr(structs, name) && strstr(params, "unsigned *changes"))
			return true;
	}
	return false;
}

/* How many writes of a header take a version. */
static int read_header(const char *path, const char *structs,
		       void (*see)(const char *path, const char *name))
{
	char *text = tmp_read(path, NULL), *at = text;
	int n = 0;

	while ((at = strstr(at, "\nint store_"))) {
		at += strlen("\nint ");
		char *name = xasprintf("%.*s", (int)strcspn(at, "("), at);
		char *params = xasprintf("%.*s", (int)strcspn(at, ";"), at);

		if (takes_version(params, structs)) {
			n++;
			see(path, name);
		}
		free(params);
		free(name);
	}
	free(text);
	return n;
}

int store_headers_versioned(void (*see)(const char *path, const char *name))
{
	static const char *const rooms[] = {"db",      "db/cycle",  "db/people",
					    "db/plan", "db/report", "db/search"};
	char *structs = versioned_structs();
	int n = 0;

	for (size_t i = 0; i < sizeof rooms / sizeof rooms[0]; i++) {
		DIR *dir = opendir(rooms[i]);
		const struct dirent *d;

		cr_assert(dir, "not in the folder of the project");
		while ((d = readdir(dir))) {
			char *path = xasprintf("%s/%s", rooms[i], d->d_name);

			if (strncmp(d->d_name, "store", 5) == 0 && strstr(d->d_name, ".h"))
				n += read_header(path, structs, see);
			free(path);
		}
		closedir(dir);
	}
	free(structs);
	return n;
}
