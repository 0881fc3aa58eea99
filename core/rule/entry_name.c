/* The doors for names, logins and plan codes. */
#include "core/rule/entry.h"

#include "core/rule/entry_text.h"
#include "core/i18n.h"

#include <string.h>

enum { NAME_MAX_CHARS = 60, LOGIN_MAX = 32, CODE_MAX = 20 };

#define LETTERS "abcdefghijklmnopqrstuvwxyz"
#define DIGITS	"0123456789"

int entry_name(struct arena *a, const char *text, const char *field, const char **name,
	       struct err *e)
{
	const char *s = entry_line(a, text, field, NAME_MAX_CHARS, e);

	if (!s)
		return -1;
	if (!*s)
		return err_set_field(e, ERR_INPUT, field,
				     _("a name is needed: 1 to %d characters on one line"),
				     NAME_MAX_CHARS);
	*name = s;
	return 0;
}

/* Whether s is 1 to max bytes of `rest`, the first of them of `first`. */
static bool is_made_of(const char *s, const char *first, const char *rest, size_t max)
{
	size_t n = strlen(s);

	return n >= 1 && n <= max && strchr(first, *s) && strspn(s, rest) == n;
}

int entry_login(struct arena *a, const char *text, const char **login, struct err *e)
{
	const char *s = entry_narrow(a, text, "login", e);

	if (!s)
		return -1;
	if (!is_made_of(s, LETTERS "_", LETTERS DIGITS "_.-", LOGIN_MAX))
		return err_set_field(e, ERR_INPUT, "login",
				     _("\"%s\" is not a login; it is the name of the account on "
				       "the server: lower-case letters, digits, \"_\", \".\" and "
				       "\"-\", first a letter, at most %d"),
				     s, LOGIN_MAX);
	*login = s;
	return 0;
}

int entry_code(struct arena *a, const char *text, const char **code, struct err *e)
{
	const char *typed = entry_narrow(a, text, "code", e);

	if (!typed)
		return -1;
	char *s = arena_strdup(a, typed);
	for (char *p = s; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = LETTERS[*p - 'A'];
	if (!is_made_of(s, LETTERS DIGITS, LETTERS DIGITS "-_", CODE_MAX))
		return err_set_field(e, ERR_INPUT, "code",
				     _("\"%s\" is not a plan code; use 1 to %d of a-z, 0-9, \"-\" "
				       "and \"_\", first a letter or digit, like jk2021"),
				     s, CODE_MAX);
	*code = s;
	return 0;
}
