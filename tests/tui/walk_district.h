/*
 * walk_district.h - the district of district.h with the same things twice: of 区教育局, whose
 * people walk (on its action 4), and of 区民政局, with which it has nothing to do (on 5.1). Their
 * texts begin with 甲字 and 丙字.
 */
#ifndef DUBAN_TESTS_TUI_WALK_DISTRICT_H
#define DUBAN_TESTS_TUI_WALK_DISTRICT_H

#include "tests/tui/district.h"

enum walk_side { WALK_OWN, WALK_FOREIGN, WALK_SIDES };

struct walk_things {
	const char *sign, *unit_name;
	int64_t unit, action, milestone, report, evidence, request, instruction, urge, example;
	int64_t period; /* the current one, of the plan */
};

/* On a district that is filled. */
void walk_district_fill(struct district *d, struct walk_things things[WALK_SIDES]);

#endif
