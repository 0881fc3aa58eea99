/* tabs.h - a bar of tabs: state, keys, drawing. */
#ifndef DUBAN_TUI_TABS_H
#define DUBAN_TUI_TABS_H

#include "tui/app/actions.h"
#include "tui/draw/canvas.h"
#include "tui/app/view.h"
#include "tui/term/key.h"

#include <stdbool.h>
#include <stddef.h>

struct tabs {
	const char *const *labels; /* N_() or NC_(), borrowed */
	size_t n;
	size_t current;
	/* Digits go to a tab, and stand before its name. Only where nothing else in the view takes
	 * digits, as a list does that has numbers; the bar names the key Tab then. */
	bool by_digit;
};

/* Tab, Shift-Tab, Left, Right (they go round). True: another tab is current. */
bool tabs_act(struct tabs *t, enum action a);
/* A digit goes to that tab, where it is by_digit. True: it was one of ours. */
bool tabs_key(struct tabs *t, const struct key *k);
/* A click on a tab goes to it. True: it was one of ours. */
bool tabs_point(struct tabs *t, const struct point *p);
/* One line: "[1 overview] 2 progress …", or "Tab [list] month …"; the current one in brackets and
 * style; where they do not all fit, those around the current one. */
void tabs_draw(const struct tabs *t, struct canvas *c, int y);

#endif
