/* Translations lie two folders above the test binary: BUILD/tests/NAME, BUILD/locale. */
#include "tests/support/language.h"

#include "core/i18n.h"

#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool bind(void)
{
	static const char locale[] = "/locale";
	char path[PATH_MAX + sizeof locale];
	ssize_t n = readlink("/proc/self/exe", path, PATH_MAX);

	if (n < 0)
		return false;
	path[n] = '\0';
	for (int i = 0; i < 2; i++) {
		char *slash = strrchr(path, '/');
		if (!slash)
			return false;
		*slash = '\0';
	}
	strcat(path, locale);
	bindtextdomain("duban", path);
	bind_textdomain_codeset("duban", "UTF-8");
	textdomain("duban");
	return access(path, X_OK) == 0;
}

bool language_set(const char *language)
{
	bool is_english = strcmp(language, "en") == 0;

	setenv("LANGUAGE", language, 1);
	setlocale(LC_ALL, "C.UTF-8"); /* makes gettext look at the language again */
	if (!bind())
		return is_english;
	return is_english || strcmp(_("What I owe"), "What I owe") != 0;
}
