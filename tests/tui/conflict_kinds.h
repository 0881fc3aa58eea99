/* conflict_kinds.h - the forms over a row with a version; a value of each that two sessions change.
 */
#ifndef DUBAN_TESTS_TUI_CONFLICT_KINDS_H
#define DUBAN_TESTS_TUI_CONFLICT_KINDS_H

#include "tui/app/view.h"

enum { CONFLICT_KINDS_MOST = 32 };

struct conflict_kind {
	const char *name;
	const struct view_ops *view;
	/* What both open it with; makes the row where the district has none. */
	struct view_args (*args)(void);
	const char *(*value)(void); /* as it is in the file */
	const char *one, *two;	    /* who works in the two sessions */
	const char *to;		    /* the way from the first field */
	const char *a, *b, *c;	    /* what they write */
	const char *save;
};

extern const struct conflict_kind conflict_kinds[];
extern const int conflict_kinds_count;

#endif
