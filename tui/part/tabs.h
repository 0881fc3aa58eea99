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
};

/* Tab, Shift-Tab, Left, Right (they go round). True: another tab is current. */
bool tabs_act(struct tabs *t, enum action a);
/* A digit goes to that tab; only for views whose lists do not take digits. True: it was one of
 * ours. */
bool tabs_key(struct tabs *t, const struct key *k);
/* A click on a tab goes to it. True: it was one of ours. */
bool tabs_point(struct tabs *t, const struct point *p);
/* One line: "1 Overview │ 2 Progress │ …", the current one in brackets and style; where they do not
 * all fit, those around the current one. */
void tabs_draw(const struct tabs *t, struct canvas *c, int y);

#endif
