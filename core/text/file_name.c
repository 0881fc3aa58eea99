/* Names of files from outside. The result is one part of a path that means the same on every
 * system, and can stand between quotation marks in the command of any shell. */
#include "core/text/file_name.h"

#include "core/i18n.h"
#include "core/text/utf8.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { SUFFIX_MAX = 16 };

/* What Windows takes in no name, and what is not plain text between the quotation marks of a shell.
 */
static const char unfit[] = "<>:\"/\\|?*$`!";

/* What must not stand first: it hides the file, looks like an option, or is not seen. */
static const char *skip_front(const char *s)
{
	for (;;) {
		if (*s && strchr(".- ", *s))
			s++;
		else if (strncmp(s, "\u3000", 3) == 0)
			s += 3;
		else
			return s;
	}
}

static void trim_back(char *s)
{
	char *end = s + strlen(s);

	for (;;) {
		if (end > s && (end[-1] == '.' || end[-1] == ' '))
			end--;
		else if (end - s >= 3 && memcmp(end - 3, "\u3000", 3) == 0)
			end -= 3;
		else
			break;
	}
	*end = '\0';
}

static const char *last_part(const char *s)
{
	const char *slash = strrchr(s, '/'), *other = strrchr(s, '\\');

	if (other > slash || !slash)
		slash = other;
	return slash ? slash + 1 : s;
}

const char *file_name_suffix(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot && dot != name && strlen(dot) <= SUFFIX_MAX ? dot : "";
}

/* The names that Windows keeps for devices, whatever the suffix. */
static bool is_device(const char *name)
{
	static const char *const devices[] = {"con", "prn", "aux", "nul", "com", "lpt"};
	size_t n = strcspn(name, ".");

	while (n > 0 && name[n - 1] == ' ')
		n--;
	if (n == 4 && name[3] >= '0' && name[3] <= '9')
		return strncasecmp(name, devices[4], 3) == 0 ||
		       strncasecmp(name, devices[5], 3) == 0;
	for (size_t i = 0; n == 3 && i < 4; i++)
		if (strncasecmp(name, devices[i], 3) == 0)
			return true;
	return false;
}

/* The longest beginning of at most max bytes that ends between characters; between code points
 * where the first character alone is longer. */
static size_t cut(const char *s, size_t max)
{
	size_t n = 0, more;
	uint32_t cp;

	while ((more = utf8_cluster(s + n)) > 0 && n + more <= max)
		n += more;
	while (n == 0 || (more > max && n < max)) {
		size_t next = (size_t)utf8_decode(s + n, s + strlen(s), &cp);

		if (n + next > max)
			break;
		n += next;
	}
	return n;
}

/* As long as it may be, with nothing behind that must not stand there. */
static char *fit(struct arena *a, char *name)
{
	const char *suffix = file_name_suffix(name);
	size_t nsuffix = strlen(suffix), nbytes = strlen(name);

	if (nbytes > FILE_NAME_MAX) {
		const char *stem = arena_strndup(a, name, nbytes - nsuffix);

		name = arena_printf(a, "%.*s%s", (int)cut(stem, FILE_NAME_MAX - nsuffix), stem,
				    suffix);
	}
	trim_back(name);
	return name;
}

static const char *refuse(const char *typed, struct err *e)
{
	err_set_field(e, ERR_INPUT, "name",
		      _("\"%s\" is no name of a file; give one like report.pdf"), typed);
	return NULL;
}

const char *file_name_clean(struct arena *a, const char *typed, struct err *e)
{
	char *name = utf8_clean_line(a, typed, strlen(typed), e);

	if (!name) {
		e->code = ERR_INPUT;
		snprintf(e->field, sizeof e->field, "name");
		return NULL;
	}
	name = arena_strdup(a, last_part(name));
	for (char *p = name; (p = strpbrk(p, unfit));)
		*p = '_';
	name = arena_strdup(a, skip_front(name));
	trim_back(name);
	name = fit(a, name);
	if (is_device(name)) /* it may be one only now */
		name = fit(a, arena_printf(a, "file-%s", name));
	return *name ? name : refuse(typed, e);
}
