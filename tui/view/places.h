/*
 * places.h - THE table of where one can go: the main menu and the menus behind it, and what the
 * command palette offers as "go to". The numbers of the main menu are fixed, so that they can be
 * learned: an entry that is not for a post leaves a gap. The menus behind it count from 1.
 */
#ifndef DUBAN_TUI_PLACES_H
#define DUBAN_TUI_PLACES_H

#include "tui/app/app.h"
#include "tui/app/session.h"

enum place_menu {
	PLACES_MAIN,
	PLACES_WORK,	/* what waits for somebody who decides on reports */
	PLACES_CAME_IN, /* what others want of the post, and it of them */
	PLACES_PRINT,
	PLACES_ADMIN,
	PLACES_NAMED, /* in no menu: found by name, or one key from another place */
	PLACE_MENU_COUNT
};

enum place_kind {
	PLACE_HOME, /* the first screen of the post */
	PLACE_VIEW,
	PLACE_MENU,   /* another menu of this table; with one entry for this post, that entry */
	PLACE_ACTION, /* does what a key would do on the screen below */
	PLACE_LEAVE
};

/* What is known when a menu is made: who, and how things stand. */
struct place_scene {
	const struct app_context *c;
	struct scene scene;
	size_t nwaiting; /* reports that wait for the decision of the active post */
};

struct place {
	enum place_menu in;
	char number;	   /* '0' to '9'; '\0': by its place among those that are shown */
	const char *name;  /* for the configuration, tests and what was used last: "go-plan" */
	const char *label; /* N_(); NULL: as the first screen of the post is called */
	enum place_kind kind;
	int what;		    /* PLACE_MENU: enum place_menu; PLACE_ACTION: enum action */
	const struct view_ops *ops; /* PLACE_VIEW */
	/* Whether the post has it at all; NULL: every post that reads plans. */
	bool (*shown)(const struct place_scene *s);
	/* What the view is opened with; NULL: with nothing. */
	struct view_args (*args)(const struct app_context *c);
	/* Dim, at the right of the entry; in the arena. NULL: nothing. *off: it cannot be chosen.
	 */
	const char *(*note)(const struct place_scene *s, struct arena *a, bool *off);
};

extern const struct place places[];
extern const size_t nplaces;

int places_scene(const struct app_context *c, struct arena *a, struct place_scene *s,
		 struct err *e);
bool place_shown(const struct place_scene *s, const struct place *p);
/* Translated. */
const char *place_label(const struct app_context *c, const struct place *p);
const char *places_title(enum place_menu menu);
/* The entry that a menu comes down to for this post: itself, or the only one of the menu it opens.
 */
const struct place *place_resolve(const struct place_scene *s, const struct place *p);
/* Goes there from anywhere: screens stand on the first one, so that Esc leads back to it. */
void place_go(struct app *app, const struct place *p);

#endif
