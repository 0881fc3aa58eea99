/*
 * act_ways.h - the way on the screen to every act of the table of rights, from the main menu, in
 * parts: ">entry" of a menu, "?entry" where there is a menu, "@row" of a list, "#field" of a form,
 * "=text" typed, "!text" seen, else keys. In it ~ is the sign of the side, ^ the title of an action
 * that its unit leads.
 */
#ifndef DUBAN_TESTS_ACT_WAYS_H
#define DUBAN_TESTS_ACT_WAYS_H

#include "core/rule/may.h"

/* Whose things are pressed: of the unit of the posts that have one, and of another unit. */
enum { ACT_OWN, ACT_FOREIGN, ACT_SIDES };
struct act_side {
	const char *sign, *title, *unit;
};
extern const struct act_side act_sides[ACT_SIDES];

struct act_way {
	enum act act;
	bool of_nobody;	  /* the plan's, the district's */
	const char *word; /* of the log; NULL: nothing is written, the way is gone to its end */
	const char *way;
	const char *of_unit; /* another way for posts of a unit, or NULL */
};
extern const struct act_way act_ways[];
extern const int act_ways_count;

/* False: it is not in the table, and not among those that the interface has no act for. */
bool act_has_way(enum act act);

#endif
