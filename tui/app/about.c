/* The table of about.h, looked up by name. */
#include "tui/app/about.h"

#include "core/i18n.h"

#include <stddef.h>
#include <string.h>

#define ABOUT_ROW(name, text) {name, text},

const char *about_view(const char *name)
{
	static const struct {
		const char *name, *text;
	} rows[] = {ABOUTS(ABOUT_ROW)};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (strcmp(rows[i].name, name) == 0)
			return _(rows[i].text);
	return NULL;
}
