/* Reads the sources of the interface as text, and which entries its menus are filled with: one is
 * written as (struct menu_entry){TEXT, …}, or as a row of an array of them. */
#include "tests/support/tmp.h"
#include "tests/tui/walk_acts.h"

#include "core/mem.h"

#include <criterion/criterion.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

struct reading {
	const char *file;
	void (*see)(const char *file, const char *text);
	int n;
};

/* The first literal of each translated text from here to the comma or brace that ends the first
 * value. Returns where that is. */
static const char *read_value(struct reading *r, const char *at)
{
	for (int depth = 0; depth > 0 || !strchr(",}", *at); at++) {
		depth += (*at == '(') - (*at == ')');
		if (*at != '"')
			continue;
		size_t n = strcspn(at + 1, "\"");

		if (at[-1] == '(' && at[-2] == '_') {
			char *text = xasprintf("%.*s", (int)n, at + 1);

			r->see(r->file, text);
			r->n++;
			free(text);
		}
		at += 1 + n;
	}
	return at;
}

/* The rows of an array, up to the brace that ends it. */
static void read_rows(struct reading *r, const char *at)
{
	const char *end = strstr(at, "};");

	while ((at = strchr(at + 1, '{')) && at < end)
		at = read_value(r, at + 1);
}

static void read_source(struct reading *r, const char *text)
{
	static const char one[] = "(struct menu_entry){", many[] = "struct menu_entry ";

	for (const char *at = text; (at = strstr(at, one)); at++)
		read_value(r, at + strlen(one));
	for (const char *at = text; (at = strstr(at, many)); at++) {
		const char *line = at + strcspn(at, "\n;)");
		const char *begins = strstr(at, "] = {");

		if (begins && begins < line)
			read_rows(r, begins + strlen("] = "));
	}
}

static void walk_room(const char *room, void (*see)(void *to, const char *file, const char *text),
		      void *to)
{
	char *folder = xasprintf("tui/%s", room);
	DIR *dir = opendir(folder);
	const struct dirent *d;

	cr_assert(dir, "not in the folder of the project");
	while ((d = readdir(dir))) {
		const char *ending = strrchr(d->d_name, '.');
		char *path, *text;

		if (!ending || strcmp(ending, ".c") != 0)
			continue;
		path = xasprintf("%s/%s", folder, d->d_name);
		text = tmp_read(path, NULL);
		see(to, path + strlen("tui/"), text);
		free(text);
		free(path);
	}
	closedir(dir);
	free(folder);
}

void walk_files(void (*see)(void *to, const char *file, const char *text), void *to)
{
	DIR *dir = opendir("tui");
	const struct dirent *d;

	cr_assert(dir, "not in the folder of the project");
	while ((d = readdir(dir)))
		if (!strchr(d->d_name, '.'))
			walk_room(d->d_name, see, to);
	closedir(dir);
}

static void read_file(void *to, const char *file, const char *text)
{
	struct reading *r = to;

	r->file = file;
	read_source(r, text);
}

int walk_sources(void (*see)(const char *file, const char *text))
{
	struct reading r = {.see = see};

	walk_files(read_file, &r);
	return r.n;
}
