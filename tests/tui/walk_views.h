/* walk_views.h - every screen, opened with the things of a side, and the rights that it takes. */
#ifndef DUBAN_TESTS_TUI_WALK_VIEWS_H
#define DUBAN_TESTS_TUI_WALK_VIEWS_H

#include "core/rule/may.h"
#include "tests/tui/walk_district.h"
#include "tui/app/view.h"

struct walk_view {
	const char *name; /* as views.h declares it */
	const struct view_ops *ops;
	unsigned acts;	/* bits of enum act: one of them is needed to open it; 0: none */
	bool of_nobody; /* the rights are not asked for a unit */
	/* what it is opened with: offsets in struct walk_things, 0: nothing */
	size_t id, id2, unit; /* unit: in more, of a form for the things of a unit */
	int tab;
	const char *text;
	bool refusals; /* it needs more than numbers: it is opened by those alone who may not */
};

extern const struct walk_view walk_views[];
extern const int walk_views_count;

const struct walk_view *walk_view_of(const struct view_ops *ops);
struct view_args walk_view_args(const struct walk_view *v, const struct walk_things *t);

#endif
