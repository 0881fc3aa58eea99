/* form_desk.h - one form of all kinds of fields, for the tests of form.h: keys pressed as the
 * application would give them, and what would be seen. */
#ifndef DUBAN_TESTS_TUI_FORM_DESK_H
#define DUBAN_TESTS_TUI_FORM_DESK_H

#include "tui/part/form.h"

enum { FORM_DESK_COLS = 60 };

/* Fields: last (shown), percent (to 100), done (two lines, 100 characters), title (40), on, period,
 * final.
 */
extern struct form *f;

void form_desk_begin(void);
void form_desk_end(void);

/* Text first, then the keymap. */
enum form_event form_desk_press(const char *name);
/* Whether the text is to be seen in so many rows. */
void form_desk_expect(int rows, const char *text, bool shown);

#endif
