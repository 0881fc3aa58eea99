/*
 * tour.h - the first steps, in five lines: shown to everybody once, over the first screen they ever
 * see here, and a part of the help ever after.
 */
#ifndef DUBAN_TUI_TOUR_H
#define DUBAN_TUI_TOUR_H

#include "tui/app/app.h"

#define TOUR(X)                                                                                    \
	X(N_("What waits for you stands first, the most urgent at the top."))                      \
	X(N_("Arrows move, Enter opens a menu with numbers, Esc goes back: these do everything.")) \
	X(N_("A digit chooses in a menu; 0 opens the main menu, whose numbers never change."))     \
	X(N_("What you type is kept at once, and leaves your unit only when you submit it."))      \
	X(N_("F1 tells at any time where you are and what can be done; these lines are there, "    \
	     "too."))

/* The lines, each N_(). */
extern const char *const tour_lines[];
extern const size_t ntour_lines;

/* Shows it over the first screen when this person has not seen it yet. */
void tour_begin(struct app *app);

#endif
