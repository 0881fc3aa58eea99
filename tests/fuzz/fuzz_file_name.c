/* Names of files: what is kept is one part of a path, fit for every system and shell, and stays. */
#include "tests/fuzz/fuzz.h"

#include "core/text/file_name.h"
#include "core/text/utf8.h"

#include <string.h>

static void check_name(struct arena *a, const char *name)
{
	struct err e = ERR_INIT;
	size_t n = strlen(name);
	const char *again = file_name_clean(a, name, &e);

	fuzz_check(n > 0 && n <= FILE_NAME_MAX && utf8_first_bad(name, n) == n);
	fuzz_check(!strpbrk(name, "/\\\"$`!<>:|?*\n\t\033"));
	fuzz_check(!strchr(".- ", name[0]) && !strchr(". ", name[n - 1]));
	fuzz_check(again && strcmp(again, name) == 0);
	for (const char *p = name, *end = name + n; p < end;) {
		uint32_t cp;
		p += utf8_decode(p, end, &cp);
		fuzz_check(!utf8_is_unseen(cp));
	}
}

void fuzz_file_name(const char *bytes, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	const char *name = file_name_clean(&a, arena_strndup(&a, bytes, nbytes), &e);

	if (name)
		check_name(&a, name);
	else
		fuzz_check(e.code == ERR_INPUT && strcmp(e.field, "name") == 0);
	arena_free(&a);
}
