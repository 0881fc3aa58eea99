/*
 * narrowing.h - which actions of a plan are shown: those with one role of the own unit, or with no
 * unit at all, and those with one lamp. State, the line that tells of it, keys and menus.
 */
#ifndef DUBAN_TUI_NARROWING_H
#define DUBAN_TUI_NARROWING_H

#include "tui/app/app.h"
#include "tui/plan/plan_lines.h"

/* What the role can be set to: all, a role of the own unit, or no unit at all. */
enum { NARROW_ROLES_ALL = -1, NARROW_UNASSIGNED = ROLE_COUNT };
enum { NARROW_LAMPS_ALL = -1 };

/* Tags of its menus. */
enum { NARROW_TAG_ROLE = 300, NARROW_TAG_LAMP };

struct narrowing {
	int role, lamp;
	bool own_unit; /* the active post has a unit, so that there are roles to choose from */
};

void narrowing_clear(struct narrowing *n);
/* Whether anything is left out. */
bool narrowing_is_set(const struct narrowing *n);
bool narrowing_fits(const struct narrowing *n, const struct plan_line *l);

/* The keys that turn through roles and lamps. False: not one of them. */
bool narrowing_act(struct narrowing *n, enum action a);
/* Numbered menus for the same, and what comes back from them: true when it was one of them. */
int narrowing_role_menu(const struct narrowing *n, struct app *app);
int narrowing_lamp_menu(struct app *app);
bool narrowing_resume(struct narrowing *n, const struct view_result *r);

/* What is set as words that stay what they are ("role=lead lamp=red"), and back. */
void narrowing_write(const struct narrowing *n, struct strbuf *out);
void narrowing_read(struct narrowing *n, const char *text);

/* "my role < all >   lamp < red >   3 of 28 actions" */
void narrowing_draw(const struct narrowing *n, size_t nfound, size_t nall, struct canvas *c, int y);

#endif
