/*
 * menu_rights.h - the places of the main menu and of the menus behind it, and the menu of an action
 * in the list of all actions, with the right that each entry takes: what a post sees, in the
 * process (tests/tui) and through a session on a terminal (tests/e2e).
 */
#ifndef DUBAN_TESTS_MENU_RIGHTS_H
#define DUBAN_TESTS_MENU_RIGHTS_H

#include "core/rule/may.h"

enum menu_whose {
	MENU_NOBODYS, /* the plan's, the district's */
	MENU_OWN,     /* the unit's of the post, which has one */
	MENU_ANOTHERS /* any other unit's */
};

struct menu_right {
	char menu; /* the number of the main menu's entry that it is behind; 0: in it; 'a': of
		    * an action */
	const char *name; /* of the place; "" of an action */
	const char *text; /* msgid */
	unsigned acts;	  /* bits of enum act: one of them is needed; 0: none is */
	enum menu_whose whose;
	const char *why; /* … it is more than a right that decides */
};

extern const struct menu_right menu_rights[];
extern const int menu_rights_count;

/* Whether someone with this post, of this unit (0: none), sees the entry; another_id: a unit that
 * is not theirs. Of those without a `why`. */
bool menu_right_shown(const struct menu_right *m, const struct actor *who, int64_t unit_id,
		      int64_t another_id);

#endif
