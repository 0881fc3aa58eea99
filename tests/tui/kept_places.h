/* kept_places.h - every form and every question for a text, as somebody comes to it and types. */
#ifndef DUBAN_TESTS_TUI_KEPT_PLACES_H
#define DUBAN_TESTS_TUI_KEPT_PLACES_H

#include "tests/tui/screen.h"

enum { KEPT_PLACES_MOST = 64 };

struct kept_place {
	const char *name;
	const char *file;  /* in tui/, that asks for the text */
	const char *draft; /* how the name of what is kept begins */
	const char *who;
	const struct view_ops *ops; /* NULL: the first screen */
	/* What the screen is opened with; makes it where the district has none. NULL: nothing. */
	struct view_args (*args)(struct screen *s);
	const char *open; /* keys from there to the form */
	const char *to;	  /* keys to the field, which the form comes back to by itself */
	const char *text;
	const char *seen; /* NULL: the text */
};

extern const struct kept_place kept_places[];
extern const int kept_places_count;

#endif
