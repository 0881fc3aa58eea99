/*
 * Servers often lack the locale zh_CN, and SSH clients send whatever they like. gettext translates
 * in C.UTF-8 too when LANGUAGE names the language, so C.UTF-8 is what remains when all else fails.
 * Messages are UTF-8 always; a terminal with another encoding is the business of the terminal
 * interface, which hands over wide characters.
 */
#include "cli/locale.h"

#include "core/i18n.h"

#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DOMAIN	 "duban"
#define FALLBACK "C.UTF-8"

/* The locale that the environment names for messages, in the order of setlocale(3). */
static const char *environment_locale(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return "";
}

/* Translations lie beside the program in a build folder, in ../share where it was installed. A
 * folder it has to be: beside an installed program there may be locale(1). */
static void bind_translations(void)
{
	static const char *const places[] = {"locale", "../share/locale"};
	char path[PATH_MAX + 32];
	struct stat st;
	ssize_t n = readlink("/proc/self/exe", path, PATH_MAX);
	char *name;

	path[n > 0 ? n : 0] = '\0';
	name = strrchr(path, '/');
	for (size_t i = 0; name && i < sizeof places / sizeof places[0]; i++) {
		strcpy(name + 1, places[i]);
		if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
			bindtextdomain(DOMAIN, path);
			return;
		}
	}
	bindtextdomain(DOMAIN, DUBAN_LOCALEDIR);
}

/* "C" and "POSIX" translate nothing and have no UTF-8. */
static int locale_is_plain(const char *name)
{
	return !name || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0;
}

void locale_begin(void)
{
	if (!setlocale(LC_ALL, "")) {
		setlocale(LC_ALL, FALLBACK);
		if (strncmp(environment_locale(), "zh", 2) == 0)
			setenv("LANGUAGE", "zh_CN", 0);
	}
	if (locale_is_plain(setlocale(LC_CTYPE, NULL)))
		setlocale(LC_CTYPE, FALLBACK);
	setlocale(LC_NUMERIC, "C");
	bind_translations();
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
}

void locale_set_language(const char *language)
{
	if (!language || strcmp(language, "auto") == 0)
		return;
	setenv("LANGUAGE", language, 1);
	if (locale_is_plain(setlocale(LC_MESSAGES, NULL)))
		setlocale(LC_MESSAGES, FALLBACK);
	/* gettext keeps what it found for the language before; binding again makes it look anew. */
	bind_textdomain_codeset(DOMAIN, "UTF-8");
}
