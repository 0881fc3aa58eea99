/* menus.c - the entries of the menu on the screen, found by their text. */
#include "tests/tui/menus.h"

#include "tests/support/canvas_dump.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Behind the entry stands nothing, or the key that does the same: a reason why it cannot be chosen
 * is longer. */
static bool is_free(const char *behind)
{
	enum { KEY_CHARS = 3 };
	const char *edge = strstr(behind, "│"), *end = strchr(behind, '\n');

	if (*behind != ' ')
		return false;
	if (edge && (!end || edge < end))
		end = edge;
	behind += strspn(behind, " ");
	size_t n = strcspn(behind, " \n");
	return !end || behind >= end ||
	       (n <= KEY_CHARS && behind + n + strspn(behind + n, " ") >= end);
}

/* The digit that chooses it, or 0 where it is not offered. */
static char find_entry(const struct screen *s, const char *entry)
{
	char *screen = grid_dump(app_grid(s->app), false), text[128], found = 0;

	for (const char *digit = "1234567890"; *digit; digit++) {
		snprintf(text, sizeof text, "%c %s", *digit, entry);
		for (const char *at = screen; (at = strstr(at, text)); at += strlen(text))
			if (is_free(at + strlen(text)))
				found = *digit;
	}
	free(screen);
	return found;
}

bool menu_offers(const struct screen *s, const char *entry)
{
	return find_entry(s, entry) != 0;
}

bool menu_choose(struct screen *s, const char *entry)
{
	const char key[] = {find_entry(s, entry), '\0'};

	if (*key)
		screen_press(s, key);
	return *key != '\0';
}
