/*
 * walk_acts.h - every entry of every menu of the interface, the right that it takes and where it
 * must be offered to those who have it. An entry that the sources have and this table has not fails
 * the walk, and so does a row that no source has.
 */
#ifndef DUBAN_TESTS_TUI_WALK_ACTS_H
#define DUBAN_TESTS_TUI_WALK_ACTS_H

#include "core/rule/may.h"
#include "tui/app/keymap.h"
#include "tui/app/view.h"

enum { WALK_NO_STEP = -1 };

struct walk_act {
	const char *file; /* in tui/, where it gets its text */
	const char *text; /* the msgid; with a %, what comes before that counts */
	unsigned acts;	  /* bits of enum act: one of them is needed; 0: what opens the screen */
	int object, step; /* of flow.h: what is offered while the state of the thing allows it */
	const struct view_ops *must; /* the screen that must have it for whoever may */
	const char *why;	     /* … there is none */
};

extern const struct walk_act walk_acts[];
extern const int walk_acts_count;

/* The rights of a key that is no moving, typing or answering. NULL: there is no row. */
struct walk_key {
	enum action act;
	unsigned acts;
	bool of_unit; /* to the thing under the cursor, not anywhere */
	bool always;  /* all who may have it on the screen of an action */
};
const struct walk_key *walk_key_of(enum action a);

/* The row of an entry as it is shown on a screen; NULL: there is none. */
const struct walk_act *walk_act_of(const struct view_ops *screen, const char *text);
/* Shows each source of the rooms of the interface, by its name in tui/. */
void walk_files(void (*see)(void *to, const char *file, const char *text), void *to);
/* Shows the msgid of each entry of a menu that the sources fill, with its file. How many. */
int walk_sources(void (*see)(const char *file, const char *text));
/* The rights of which one was needed for a row of the log with this word; 0: an unknown word. */
unsigned walk_acts_of_log(const char *word);

#endif
